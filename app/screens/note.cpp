#include "app/screens/note.h"

#include <algorithm>
#include <array>

#include "app/screens/forms.h"

namespace pegboard {
namespace {

constexpr float note_head_h = 60, note_side_w = 360, note_bar_room = 12;

struct Part {
    std::string_view name, hint;
    std::string SessionNote::* text;
    float height;
};
constexpr std::array parts_of{
    Part{"Subjective", "What the child or family said, how the child was", &SessionNote::subjective, 128},
    Part{"Objective", "What was seen and counted", &SessionNote::objective, 236},
    Part{"Assessment", "What it means", &SessionNote::assessment, 148},
    Part{"Plan", "What comes next", &SessionNote::plan, 128}};

void read_note(NoteScreen& self, Caseload& caseload, SessionId session, ChildId child) {
    self.asked = false;
    self.of = session;
    self.child = child;
    self.revision = caseload.revision();
    self.ready = false;
    self.lines.clear();
    const TherapistId me = caseload.practice().me;
    NoteId id{};
    for (const NoteHead& head : caseload.notes(session))
        if (head.child == child && (head.author == me || (!id && head.cosigner == me))) id = head.id;
    auto note = id ? caseload.note(id) : progress::draft_note(caseload, session, child, me);
    if (!note.ok()) {
        self.error = note.error().message;
        return;
    }
    self.note = note.take();
    if (auto lines = progress::goal_lines(caseload, session, child, self.note.author); lines.ok())
        self.lines = lines.take();
    self.ready = true;
}

void follow(NoteScreen& self, Ui& ui, const Session& session) {
    const ChildId child = ui.nav->here().child ? ui.nav->here().child : session.child;
    const bool same = self.of == session.id && self.child == child;
    if (!same) self.ready = false;
    if ((same && self.revision == ui.caseload->revision()) || self.asked) return;
    self.asked = true;
    ui.outbox->after_frame(
        [&self, id = session.id, child](Caseload& caseload) { read_note(self, caseload, id, child); });
    ui.wake_in(0);
}

BadgeWords badge_of_note(const SessionNote& note) {
    if (note.status == NoteStatus::draft)
        return note.id ? BadgeWords{BadgeKind::info, icon::pencil, "Draft"}
                       : BadgeWords{BadgeKind::plain, icon::pencil, "Not kept yet"};
    if (note.cosigner && !note.cosigned_on)
        return {BadgeKind::warn, icon::alert_circle_outline, "Waits for a second signature"};
    return {BadgeKind::good, icon::check, "Final"};
}

void finish(NoteScreen& self, Ui& ui) {
    SessionNote note = self.note;
    if (!note.id) {
        note.id = mint<NoteId>();
        keep_note(self, ui, note);
    }
    ui.outbox->send(FinishNote{note.id}, [&self, toasts = ui.toasts](const Status& status) {
        self.error = status.ok() ? std::string() : status.error().message;
        if (status.ok()) toasts->show("Note signed", true);
    });
}

void draw_buttons(NoteScreen& self, Ui& ui, Rect& line) {
    const auto put = [&](std::string_view label, const ButtonLook& look) {
        return button(ui, line.cut_right(button_width(ui, label, look), metrics::s), label, look);
    };
    const TherapistId me = ui.caseload->practice().me;
    const SessionNote& note = self.note;
    if (note.status == NoteStatus::draft) {
        if (put("Sign as final", {.kind = ButtonKind::primary, .icon = icon::check})) finish(self, ui);
        if (!note.id && put("Keep as draft", {})) keep_note(self, ui, note);
        if (note.id && put("Remove draft", {.kind = ButtonKind::ghost})) ui.outbox->send(RemoveNote{note.id});
    } else {
        if (note.cosigner == me && !note.cosigned_on &&
            put("Sign as well", {.kind = ButtonKind::primary, .icon = icon::check}))
            ui.outbox->send(CosignNote{note.id});
        if (put("Add an amendment", {.icon = icon::plus})) open_dialog(ui, "Amendment");
    }
    if (put("Done", {.kind = ButtonKind::ghost})) ui.nav->go({.screen = Screen::today});
}

void draw_head(NoteScreen& self, Ui& ui, Rect head, const Session& session, const Child& child) {
    avatar(ui, {head.x, head.y + 4}, 48, initials(full_name(child)), child_hue(child.id));
    head.cut_left(60);
    Rect buttons{head.x, head.y + 8, head.w, metrics::button};
    if (self.ready) draw_buttons(self, ui, buttons);
    head.w = buttons.w - metrics::m;
    const BadgeWords badge = badge_of_note(self.note);
    const float badge_w = badge_words_width(ui, badge);
    const float width = text(ui, {head.x, head.y + 2}, "Note for " + shown_call_name(ui, child),
                             {.type = Type::heading, .max_w = head.w - badge_w - 12, .heading = true});
    if (self.ready) draw_badge(ui, {head.x + width + 12, head.y + 4}, badge);
    text(ui, {head.x, head.y + 34}, say_long(session.date) + ", " + session_span(session),
         {.role = Role::ink_2, .max_w = head.w});
}

/// Children of a group, each with a note of its own.
void draw_children(Ui& ui, Rect row, const Session& session, ChildId shown) {
    float x = row.x;
    for (const Participant& part : session.participants) {
        const Child* child = ui.caseload->child(part.child);
        if (child == nullptr) continue;
        const std::string name = shown_name(ui, *child);
        const ChipLook look{.selected = part.child == shown};
        if (chip(ui, {x, row.y}, name, look) && part.child != shown)
            ui.nav->go({.screen = Screen::note, .child = part.child, .session = session.id});
        x += chip_width(ui, name, look) + metrics::s;
    }
}

float draw_texts(NoteScreen& self, Ui& ui, Rect column) {
    float y = column.y;
    const bool open = self.note.status == NoteStatus::draft && !ui.caseload->read_only();
    if (self.parts_h > 0) card(ui, {column.x, column.y, column.w, self.parts_h});
    const Rect in = column.inset(20, 0);
    y += 16;
    for (const Part& part : parts_of) {
        const std::string& now = self.note.*part.text;
        if (open) {
            const std::string draft = "note." + std::to_string(self.of.value) + "." + std::to_string(self.child.value) +
                                      "." + std::string(part.name);
            const auto typed = note_field(ui, {in.x, y, in.w, part.height}, part.name, draft, now, {.hint = part.hint});
            if (typed) {
                SessionNote note = self.note;
                note.*part.text = *typed;
                keep_note(self, ui, note);
            }
            y += part.height + metrics::m;
        } else {
            text(ui, {in.x, y}, part.name, {.type = Type::section, .heading = true});
            y +=
                30 + text_wrapped(ui, {in.x, y + 28, in.w, 0}, now.empty() ? "Nothing was written." : now) + metrics::l;
        }
    }
    for (const Amendment& each : self.note.amendments) {
        divider(ui, {in.x, y}, in.w);
        const Therapist* who = ui.caseload->therapist(each.therapist);
        text(ui, {in.x, y + 10}, "Amended " + say(each.date) + (who != nullptr ? ", " + who->name : ""),
             {.type = Type::label, .max_w = in.w});
        y += 34 + text_wrapped(ui, {in.x, y + 34, in.w, 0}, each.text) + metrics::m;
    }
    if (self.note.status == NoteStatus::final_) {
        const Therapist* by = ui.caseload->therapist(self.note.finished_by);
        std::string words = "Signed";
        if (by != nullptr) words += " by " + by->name + (by->credentials.empty() ? "" : ", " + by->credentials);
        if (self.note.finished_on) words += " on " + say(*self.note.finished_on);
        if (const Therapist* second = ui.caseload->therapist(self.note.cosigner))
            words += self.note.cosigned_on
                         ? ". Signed as well by " + second->name + " on " + say(*self.note.cosigned_on)
                         : ". Waits for " + second->name;
        text(ui, {in.x, y}, words + ".", {.type = Type::caption, .role = Role::ink_2, .max_w = in.w});
        y += 28;
    }
    if (y - column.y != self.parts_h) ui.wake_in(0);
    self.parts_h = y - column.y;
    return y;
}

}  // namespace

void keep_note(NoteScreen& self, Ui& ui, SessionNote note) {
    if (!note.id) note.id = mint<NoteId>();
    self.note = note;
    ui.outbox->send(WriteNote{note}, [&self, toasts = ui.toasts](const Status& status) {
        self.error = status.ok() ? std::string() : status.error().message;
        if (!status.ok()) toasts->warn(status.error().message);
    });
    ui.wake_in(0);
}

void draw(NoteScreen& self, Ui& ui) {
    const Session* session = ui.caseload->session(ui.nav->here().session);
    const ChildId id = session == nullptr ? ChildId{} : ui.nav->here().child ? ui.nav->here().child : session->child;
    const Child* child = ui.caseload->child(id);
    if (child == nullptr) {
        if (empty_state(ui, ui.area, "play-social", Hue::pink, "This session is no longer here",
                        "It may have been removed or undone.", "To Today"))
            ui.nav->go({.screen = Screen::today});
        return;
    }
    follow(self, ui, *session);
    Rect page = ui.area.inset(metrics::page_pad, 0);
    page.cut_top(metrics::l);
    draw_head(self, ui, page.cut_top(note_head_h, metrics::m), *session, *child);
    if (session->participants.size() > 1) draw_children(ui, page.cut_top(metrics::chip, metrics::m), *session, id);
    if (!self.error.empty()) {
        float height = 0;
        banner(ui, page, BadgeKind::danger, self.error, {}, &height);
        page.cut_top(height, metrics::m);
    }
    if (!self.ready) return;
    const bool wide = ui.window.w >= 1200;
    page.w += note_bar_room;
    Rect main = begin_scroll(ui, "Note page", page);
    main.w -= note_bar_room;
    Rect side = wide ? main.cut_right(note_side_w, metrics::gutter) : main;
    const float left = draw_texts(self, ui, main);
    if (!wide) side.y = left + metrics::gutter;
    end_scroll(ui, std::max(left, draw_note_side(self, ui, side)) + metrics::xl);
    draw_note_dialogs(self, ui);
}

}  // namespace pegboard
