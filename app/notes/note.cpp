#include "app/notes/note.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/parts/forms.h"
#include "app/widgets/grab.h"
#include "core/progress/note_data.h"
#include "core/rules/live.h"

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

/// Which note to show: one's own, one that waits for one's name, else a colleague's.
NoteId note_to_show(const Caseload& caseload, SessionId session, ChildId child) {
    const TherapistId me = caseload.practice().me;
    const auto rank = [&](const NoteHead& head) {
        return head.author == me ? 0 : head.cosigner == me ? 1 : head.status == NoteStatus::final_ ? 2 : 3;
    };
    const NoteHead* best = nullptr;
    const Session* of = caseload.session(session);
    for (const NoteHead& head : caseload.notes(session)) {
        if (head.child != child || (rank(head) > 1 && of && of->lead == Lead::both)) continue;
        if (!best || rank(head) < rank(*best)) best = &head;
    }
    return best ? best->id : NoteId{};
}

void read_note(NoteScreen& self, Caseload& caseload, SessionId session, ChildId child) {
    self.asked = false;
    if (self.of != session || self.child != child) self.focus = true;
    self.of = session;
    self.child = child;
    self.revision = caseload.revision();
    self.ready = false;
    self.lines.clear();
    const TherapistId me = caseload.practice().me;
    const NoteId id = note_to_show(caseload, session, child);
    auto note = id ? caseload.note(id) : progress::draft_note(caseload, session, child, me);
    if (!note.ok()) {
        self.error = note.error().message;
        return;
    }
    self.note = note.take();
    const Session* of = caseload.session(session);
    const Participant* part = of ? participant(*of, child) : nullptr;
    self.absent = part && part->attendance == Attendance::absent && self.note.status == NoteStatus::draft;
    self.mine = of && !self.absent && self.note.author == me &&
                (self.note.id || note_state(caseload, *of, child) != NoteState::others);
    if (auto lines = progress::goal_lines(caseload, session, child, self.note.author); lines.ok())
        self.lines = lines.take();
    if (const auto points = caseload.points(session); of && points.ok())
        self.differs = progress::differs_from_data(
            self.note, *points.value(), *of, [&](GoalId goal) { return caseload.goal(goal); },
            caseload.therapist(self.note.author));
    self.ready = true;
}

/// Of the author's own note: what one therapist typed never becomes another's.
std::string draft_name(const NoteScreen& self, std::string_view part) {
    std::string name = "note";
    for (const auto id : {self.of.value, self.child.value, self.note.author.value}) name += "." + std::to_string(id);
    return name + "." + std::string(part);
}

/// Texts were once kept without their author's name: what was typed then is not lost.
void adopt_drafts(const NoteScreen& self, Drafts& drafts) {
    if (!self.ready || !self.mine) return;
    const std::string before = "note." + std::to_string(self.of.value) + "." + std::to_string(self.child.value) + ".";
    for (const Part& part : parts_of) {
        const std::string kept = before + std::string(part.name), name = draft_name(self, part.name);
        const std::string* text = drafts.find(kept);
        if (text == nullptr || drafts.find(name) != nullptr) continue;
        drafts.set(name, *text);
        drafts.drop(kept);
    }
}

/// The one asked for, else the first who was there.
ChildId child_shown(const Ui& ui, const Session& session) {
    if (ui.nav->here().child) return ui.nav->here().child;
    const std::vector<ChildId> present = present_children(session);
    return present.empty() ? session.child : present.front();
}

void follow(NoteScreen& self, Ui& ui, const Session& session) {
    const ChildId child = child_shown(ui, session);
    const bool same = self.of == session.id && self.child == child;
    if (!same) self.ready = false;
    if ((same && self.revision == ui.caseload->revision()) || self.asked) return;
    self.asked = true;
    ui.outbox->after_frame([&self, id = session.id, child, drafts = ui.drafts](Caseload& caseload) {
        read_note(self, caseload, id, child);
        adopt_drafts(self, *drafts);
    });
    ui.wake_in(0);
}

BadgeWords badge_of_note(const NoteScreen& self) {
    const SessionNote& note = self.note;
    if (self.absent) return badge_of(NoteState::absent);
    if (self.refused) return {BadgeKind::danger, icon::alert_circle_outline, "Not saved"};
    if (!self.mine && !note.id) return {BadgeKind::plain, icon::pencil, "No note yet"};
    if (note.status == NoteStatus::draft)
        return note.id ? BadgeWords{BadgeKind::info, icon::pencil, "Draft"}
                       : BadgeWords{BadgeKind::plain, icon::pencil, "Not kept yet"};
    if (note.cosigner && !note.cosigned_on)
        return {BadgeKind::warn, icon::alert_circle_outline, "Waits for a second signature"};
    return {BadgeKind::good, icon::check, "Final"};
}

void copy_note(const NoteScreen& self, Ui& ui) {
    std::string words;
    for (const Part& part : parts_of)
        if (const std::string& text = self.note.*part.text; !text.empty())
            words += std::string(part.name) + ": " + text + "\n";
    for (const Amendment& each : self.note.amendments) words += "Amended " + say(each.date) + ": " + each.text + "\n";
    copy_words(ui, words);
    ui.toasts->show("Note copied");
}

/// At the head's right end; returns the left edge. Drawn after the texts, so that Tab comes from them to Sign.
float draw_buttons(NoteScreen& self, Ui& ui, Rect line, bool drawing) {
    const auto put = [&](std::string_view label, const ButtonLook& look) {
        const Rect at = line.cut_right(button_width(ui, label, look), metrics::s);
        return drawing && button(ui, at, label, look);
    };
    const TherapistId me = ui.caseload->practice().me;
    const SessionNote& note = self.note;
    if (note.status == NoteStatus::draft && self.mine) {
        const ButtonLook sign{.kind = ButtonKind::primary, .icon = icon::check, .enabled = !self.refused};
        if (put("Sign as final", sign)) open_sign(ui);
        if (!note.id && put("Keep as draft", {})) keep_note(self, ui, note);
        if (note.id && put("Remove draft", {.kind = ButtonKind::ghost})) ui.outbox->send(RemoveNote{note.id});
    } else if (self.absent && note.id && note.author == me) {
        if (put("Remove draft", {.kind = ButtonKind::ghost})) ui.outbox->send(RemoveNote{note.id});
    } else if (note.status == NoteStatus::final_) {
        if (note.cosigner == me && !note.cosigned_on &&
            put("Sign as well", {.kind = ButtonKind::primary, .icon = icon::check}))
            ui.outbox->send(CosignNote{note.id});
        if (put("Add an amendment", {.icon = icon::plus})) open_dialog(ui, "Amendment");
        if (put("Copy", {.kind = ButtonKind::ghost, .name = "Copy the note"})) copy_note(self, ui);
    }
    if (put("Done", {.kind = ButtonKind::ghost})) ui.nav->go({.screen = Screen::today});
    return line.right();
}

/// The real time where it was started and ended here, else the planned one; of an absent child neither.
std::string say_span(const Session& session, bool absent) {
    if (absent) return "absent";
    const auto real = real_span(session);
    if (!real) return session_span(session) + (session.status == SessionStatus::held ? " as planned" : "");
    return say_time(real->from) + " to " + say_time(real->to);
}

void draw_head(NoteScreen& self, Ui& ui, Rect head, const Session& session, const Child& child) {
    avatar(ui, {head.x, head.y + 4}, 48, initials(full_name(child)), child_hue(child.id));
    head.cut_left(60);
    const Rect buttons{head.x, head.y + 8, head.w, metrics::button};
    if (self.ready) head.w = draw_buttons(self, ui, buttons, false) - head.x - metrics::m;
    const BadgeWords badge = badge_of_note(self);
    const float badge_w = badge_words_width(ui, badge);
    const float width = text(ui, {head.x, head.y + 2}, "Note for " + shown_call_name(ui, child),
                             {.type = Type::heading, .max_w = head.w - badge_w - 12, .heading = true});
    if (self.ready) draw_badge(ui, {head.x + width + 12, head.y + 4}, badge);
    text(ui, {head.x, head.y + 34}, say_long(session.date) + ", " + say_span(session, self.absent),
         {.role = Role::ink_2, .max_w = head.w});
}

/// Children of a group, each with a note of its own.
void draw_children(Ui& ui, Rect row, const Session& session, ChildId shown) {
    float x = row.x;
    for (const Participant& part : session.participants) {
        const Child* child = ui.caseload->child(part.child);
        if (child == nullptr) continue;
        const std::string name = shown_name(ui, *child) + (part.attendance == Attendance::absent ? ", absent" : "");
        const ChipLook look{.selected = part.child == shown};
        if (chip(ui, {x, row.y}, name, look) && part.child != shown)
            ui.nav->go({.screen = Screen::note, .child = part.child, .session = session.id});
        x += chip_width(ui, name, look) + metrics::s;
    }
}

float draw_texts(NoteScreen& self, Ui& ui, Rect column) {
    float y = column.y;
    const bool open = self.note.status == NoteStatus::draft && self.mine && !ui.caseload->read_only();
    const bool focus = open && std::exchange(self.focus, false);
    if (self.parts_h > 0) card(ui, {column.x, column.y, column.w, self.parts_h});
    const Rect in = column.inset(20, 0);
    y += 16;
    for (const Part& part : parts_of) {
        const std::string& now = self.note.*part.text;
        if (open) {
            const std::string draft = draft_name(self, part.name);
            const auto typed =
                note_field(ui, {in.x, y, in.w, part.height}, part.name, draft, now,
                           {.hint = part.hint, .focus_now = focus && &part == &parts_of.front(), .focus_at_end = true});
            if (typed) {
                SessionNote note = self.note;
                note.*part.text = *typed;
                keep_note(self, ui, note, draft);
            }
            y += part.height + metrics::m;
        } else {
            const float height = read_field_height(ui, now, in.w);
            read_field(ui, {in.x, y, in.w, height}, part.name, now);
            y += height + metrics::m;
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

namespace {
const std::string* text_of_draft(const SessionNote& note, std::string_view draft) {
    for (const Part& part : parts_of)
        if (draft.ends_with("." + std::string(part.name))) return &(note.*part.text);
    return nullptr;
}
}  // namespace

void keep_note(NoteScreen& self, Ui& ui, SessionNote note, std::string draft) {
    if (!note.id) note.id = mint<NoteId>();
    const SessionNote before = std::exchange(self.note, note);
    ui.outbox->send(WriteNote{note}, [&self, before, note, draft = std::move(draft), drafts = ui.drafts,
                                      toasts = ui.toasts](const Status& status) {
        self.refused = !status.ok();
        self.error = status.ok() ? std::string() : status.error().message;
        if (!draft.empty()) drafts->refuse(draft, !status.ok());
        if (status.ok()) return;
        // What was typed stays typed, and nothing says that it is saved.
        if (const std::string* text = text_of_draft(note, draft)) drafts->set(draft, *text);
        self.note = before;
        toasts->warn(status.error().message);
    });
    ui.wake_in(0);
}

namespace {

/// Why it is not for the one who sits here to write.
std::string_view say_others(const NoteScreen& self, const Session& session) {
    if (self.absent) return "The child was absent. There is no session to write about, and nothing to sign.";
    if (self.mine || self.note.id) return {};
    return session.lead == Lead::pt ? "This was a PT session. A physical therapist writes and signs its note; what was "
                                      "recorded is beside."
                                    : "This was an OT session. An occupational therapist writes and signs its note; "
                                      "what was recorded is beside.";
}

std::string_view say_differs(const NoteScreen& self) {
    if (!self.differs) return {};
    return "What is recorded for this session changed after the note was signed. The note keeps what was signed; the "
           "figures beside it are those of now. Add an amendment that says what changed.";
}

/// Texts, then the head's buttons, then what was recorded: in this order Tab leads from the last text to Sign. In a
/// wide window the recorded values stand beside the texts and scroll by themselves, so that they stay in sight.
void draw_page(NoteScreen& self, Ui& ui, Rect page, Rect buttons) {
    const bool wide = ui.window.w >= 1200;
    const Rect beside = wide ? page.cut_right(note_side_w, metrics::gutter) : Rect{};
    const auto scrolled = [&](std::string_view name, Rect at, auto&& draw) {
        at.w += note_bar_room;
        Rect inside = begin_scroll(ui, name, at);
        inside.w -= note_bar_room;
        end_scroll(ui, draw(inside) + metrics::xl);
    };
    scrolled("Note page", page, [&](Rect main) {
        const float bottom = draw_texts(self, ui, main);
        if (wide) return bottom;
        main.y = bottom + metrics::gutter;
        return draw_note_side(self, ui, main);
    });
    draw_buttons(self, ui, buttons, true);
    if (wide) scrolled("Recorded", beside, [&](Rect side) { return draw_note_side(self, ui, side); });
}

}  // namespace

void draw(NoteScreen& self, Ui& ui) {
    const Session* session = ui.caseload->session(ui.nav->here().session);
    const ChildId id = session == nullptr ? ChildId{} : child_shown(ui, *session);
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
    const Rect head = page.cut_top(note_head_h, metrics::m);
    draw_head(self, ui, head, *session, *child);
    if (session->participants.size() > 1) draw_children(ui, page.cut_top(metrics::chip, metrics::m), *session, id);
    if (!self.error.empty()) {
        float height = 0;
        banner(ui, page, BadgeKind::danger, self.error, {}, &height);
        page.cut_top(height, metrics::m);
    }
    if (!self.ready) return;
    for (const std::string_view line : {say_others(self, *session), say_differs(self)}) {
        if (line.empty()) continue;
        float height = 0;
        banner(ui, page, BadgeKind::warn, line, {}, &height);
        page.cut_top(height, metrics::m);
    }
    draw_page(self, ui, page, {head.x + 60, head.y + 8, head.w - 60, metrics::button});
    draw_note_dialogs(self, ui);
}

}  // namespace pegboard
