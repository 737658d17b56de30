#include "app/parts/close_session.h"

#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "app/widgets/widgets.h"
#include "core/rules/live.h"

namespace pegboard {
namespace {
constexpr std::string_view hold_name = "Completed", miss_name = "Missed";
constexpr float dialog_w = 480;

SessionId session_asked(const Ui& ui) { return {draft_number(ui, "close_session.id").value_or(0)}; }

void open(Ui& ui, SessionId id, std::string_view dialog) {
    const Session* session = ui.caseload ? ui.caseload->session(id) : nullptr;
    if (!session) return;
    if (session_asked(ui) != id) {
        ui.drafts->drop_prefix("close_session.");
        put_number(ui, "close_session.id", id.value);
        put_number(ui, "close_session.minutes", session->held_min > 0 ? session->held_min : session->length_min);
        put_number(ui, "close_session.reason", static_cast<int>(session->not_held_reason));
        ui.drafts->set("close_session.note", session->note);
    }
    open_dialog(ui, dialog);
}

std::string done_name(BlockId block) { return "close_session.done." + std::to_string(block.value); }

/// Which activities of the plan were done: nobody followed them, so none is ticked before.
void draw_done(Ui& ui, Flow& flow, const Session& session) {
    if (session.blocks.empty()) return;
    const Rect head = flow.row(20);
    text(ui, head.pos(), "Which activities were done?", {.type = Type::label, .heading = true});
    const float all_w = link_width(ui, "All of them");
    if (link(ui, {head.right() - all_w, head.y}, "All of them"))
        for (const Block& block : session.blocks) put_number(ui, done_name(block.id), 1);
    for (const Block& block : session.blocks) {
        bool on = draft_number(ui, done_name(block.id)).value_or(0) == 1;
        const Rect row = flow.row(24);
        if (checkbox(ui, row.pos(), block.title.empty() ? "An activity" : block.title, on, false, row.w))
            put_number(ui, done_name(block.id), on ? 1 : 0);
    }
}

std::vector<BlockId> done_blocks(const Ui& ui, const Session& session) {
    std::vector<BlockId> done;
    for (const Block& block : session.blocks)
        if (draft_number(ui, done_name(block.id)).value_or(0) == 1) done.push_back(block.id);
    return done;
}

std::string who_and_when(const Ui& ui, const Session& session) {
    const std::string names = shown_names(ui, session);
    return (names.empty() ? names : names + ", ") + say_day(session.date) + ", " + session_span(session);
}

void send(CloseSessionState& self, Ui& ui, Command command, std::string said) {
    ui.outbox->send(std::move(command), [&self, said = std::move(said), toasts = ui.toasts](const Status& status) {
        self.error = status.ok() ? std::string() : status.error().message;
        self.done = status.ok();
        if (status.ok()) toasts->show(said, true);
    });
}

void finish(CloseSessionState& self, Ui& ui) {
    self = {};
    ui.drafts->drop_prefix("close_session.");
    close_dialog(ui);
}

void draw_error(const CloseSessionState& self, Ui& ui, Flow& flow) {
    if (self.error.empty()) return;
    float height = 0;
    const Rect at = flow.row(48);
    banner(ui, at, BadgeKind::danger, self.error, {}, &height);
    flow.grew(at.y + height);
}

/// A long name takes as many lines as it needs.
void draw_who(Ui& ui, Flow& flow, const Session& session) {
    const Rect at = flow.row(20);
    flow.grew(at.y + text_wrapped(ui, at, who_and_when(ui, session), {.role = Role::ink_2}));
}

/// Of a session later today: perhaps another one was meant, or the record would tell a time that has not come.
void draw_not_yet(Ui& ui, Flow& flow, const Session& session) {
    if (session.date != ui.clock.today || session.start_min <= ui.clock.minute || is_running(session)) return;
    const Rect at = flow.row(20);
    icon_at(ui, at.pos(), icon::alert, 20, Role::warn);
    const std::string words = "It is planned for " + say_time(session.start_min) +
                              ", which has not come yet. If it was held earlier, change its time first.";
    flow.grew(at.y + text_wrapped(ui, {at.x + 28, at.y, at.w - 28, at.h}, words));
}

void draw_hold(Ui& ui, CloseSessionState& self) {
    const auto inside = begin_dialog(ui, hold_name, "How long was the session?", dialog_w);
    if (!inside) return;
    const Session* session = ui.caseload->session(session_asked(ui));
    Flow flow(*inside);
    int minutes = static_cast<int>(draft_number(ui, "close_session.minutes").value_or(0));
    if (session) {
        draw_who(ui, flow, *session);
        draw_not_yet(ui, flow, *session);
        if (const auto typed = number_field(ui, flow.row(field_height()), "Minutes of therapy",
                                            "close_session.minutes.typed", minutes, 1, 240, 5))
            put_number(ui, "close_session.minutes", minutes = *typed);
        draw_done(ui, flow, *session);
        form_note(ui, flow.row(140), "Short note", "close_session.note", {.hint = "What went well, what is next"});
    }
    draw_error(self, ui, flow);
    const int pressed = end_dialog(ui, flow.bottom(), {"Mark as completed", "Cancel"}, false, session != nullptr);
    if (pressed == 0 && session)
        send(self, ui,
             HoldSession{session->id, minutes, draft_text(ui, "close_session.note"), done_blocks(ui, *session)},
             "Completed: " + say_day(session->date) + ", " + std::to_string(minutes) + " min");
    if (pressed == 1 || self.done) finish(self, ui);
}

void draw_miss(Ui& ui, CloseSessionState& self) {
    const auto inside = begin_dialog(ui, miss_name, "Why did the session not take place?", dialog_w);
    if (!inside) return;
    const Session* session = ui.caseload->session(session_asked(ui));
    Flow flow(*inside);
    const std::vector<std::string> reasons = words_of<NotHeldReason>();
    int reason = draft_index(ui, "close_session.reason", static_cast<int>(reasons.size()), 0);
    if (session) {
        draw_who(ui, flow, *session);
        if (choice(ui, flow.row(field_height()), "Reason", reasons, reason))
            put_number(ui, "close_session.reason", reason);
        form_note(ui, flow.row(120), "Short note", "close_session.note", {.hint = "Anything to remember"});
    }
    draw_error(self, ui, flow);
    const int pressed = end_dialog(ui, flow.bottom(), {"Mark as missed", "Cancel"}, false, session != nullptr);
    if (pressed == 0 && session)
        send(self, ui,
             MissSession{session->id, static_cast<NotHeldReason>(reason), draft_text(ui, "close_session.note")},
             "Missed: " + say_day(session->date));
    if (pressed == 1 || self.done) finish(self, ui);
}
}  // namespace

void open_hold(Ui& ui, SessionId id) {
    const Session* session = ui.caseload ? ui.caseload->session(id) : nullptr;
    if (session == nullptr) return;
    if (const Status come = has_come(*session, ui.clock.today); !come.ok())
        return ui.toasts->warn(come.error().message);
    open(ui, id, hold_name);
}

void open_miss(Ui& ui, SessionId session) { open(ui, session, miss_name); }

void draw_close_session(Ui& ui, CloseSessionState& self) {
    if (!ui.caseload) return;
    draw_hold(ui, self);
    draw_miss(ui, self);
}

}  // namespace pegboard
