// Dialogs of a running session: who is here, another activity, and the end.
#include <algorithm>
#include <array>
#include <memory>

#include "app/parts/forms.h"
#include "app/session/session.h"
#include "app/widgets/fields/fields.h"
#include "core/rules/live.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr std::string_view attendance_name = "Attendance", finish_name = "Finish", exchange_name = "Another activity";
constexpr std::size_t most_ideas = 7;

// ------------------------------------------------------------------ who is here

/// What was recorded for a child who is absent is kept and does not count.
std::string say_recorded(const LiveChild& each, int uncounted) {
    const auto entries = [](int count) { return std::to_string(count) + (count == 1 ? " entry" : " entries"); };
    if (each.part.attendance != Attendance::absent) return each.name + ": " + entries(each.points);
    return each.name + ": absent" + (uncounted > 0 ? "; " + entries(uncounted) + " made before do not count" : "");
}

int uncounted_of(const SessionScreen& self, ChildId child) {
    return static_cast<int>(std::ranges::count_if(self.points, [&](const DataPoint& point) {
        return point.child == child && !point.valid && point.invalid_reason == not_here;
    }));
}

void draw_part(SessionScreen& self, Ui& ui, Flow& flow, const LiveChild& each) {
    const Scope scope(ui, each.name);
    Participant part = each.part;
    bool changed = false;
    const Rect line = flow.row(metrics::button_large);
    avatar(ui, {line.x, line.y + 4}, metrics::avatar, initials(full_name(*each.child)), child_hue(each.child->id));
    text_in(ui, {line.x + 52, line.y, line.w - 52 - 216, line.h}, each.name, {.type = Type::label});
    constexpr std::array<std::string_view, 2> states{"Here", "Absent"};
    int state = part.attendance == Attendance::absent ? 1 : 0;
    if (segmented(ui, {line.right() - 208, line.y, 208, line.h}, each.name, states, state)) {
        part.attendance = state == 1 ? Attendance::absent : Attendance::attended;
        changed = true;
    }
    if (part.attendance == Attendance::absent) {
        const std::vector<std::string> reasons = words_of<NotHeldReason>();
        int reason = static_cast<int>(part.absence_reason);
        if (choice(ui, flow.row(large_field_height()), "Why", reasons, reason, {.large = true})) {
            part.absence_reason = static_cast<NotHeldReason>(reason);
            changed = true;
        }
        if (uncounted_of(self, each.child->id) > 0) {
            const Rect at = flow.row(20);
            flow.grew(at.y + text_wrapped(ui, at, say_recorded(each, uncounted_of(self, each.child->id)) + ".",
                                          {.role = Role::ink_2}));
        }
    } else {
        const auto row = flow.columns<3>(large_field_height(), {1, 1, 1.1F}, metrics::s);
        const std::string draft = "attendance." + std::to_string(each.child->id.value);
        if (const auto late = number_field(ui, row[0], "Came late by", draft + ".late", part.late_min, 0, 240, 5, "min",
                                           {.large = true})) {
            part.late_min = *late;
            changed = true;
        }
        if (const auto early = number_field(ui, row[1], "Left early by", draft + ".early", part.left_early_min, 0, 240,
                                            5, "min", {.large = true})) {
            part.left_early_min = *early;
            changed = true;
        }
        const std::vector<std::string> energies = words_of<Energy>();
        int energy = static_cast<int>(part.energy);
        if (choice(ui, row[2], "Today", energies, energy, {.large = true})) {
            part.energy = static_cast<Energy>(energy);
            changed = true;
        }
    }
    if (changed) send_live(self, ui, SetAttendance{self.view.of, part});
}

void draw_attendance(SessionScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, attendance_name, "Who is here?", 640);
    if (!inside) return;
    Flow flow(*inside);
    for (const LiveChild& each : self.view.children) draw_part(self, ui, flow, each);
    const bool nobody = std::ranges::all_of(
        self.view.children, [](const LiveChild& each) { return each.part.attendance == Attendance::absent; });
    if (nobody) {
        const Rect at = flow.row(40);
        flow.grew(at.y + text_wrapped(ui, at, "Nobody is here: ending the session marks it as missed.",
                                      {.role = Role::ink_2}));
    }
    if (end_dialog(ui, flow.bottom(), {"Done"}, {.large = true}) == 0) close_dialog(ui);
}

// ------------------------------------------------------------------ another activity

void take(SessionScreen& self, Ui& ui, const Activity& activity) {
    const Session& session = *self.view.session;
    const auto goals = planning::goals_weighed(*ui.caseload, session);
    Block block = make_block(activity, session, goals, *ui.library);
    block.id = mint<BlockId>();
    if (self.swap) {
        const auto old = std::ranges::find(session.blocks, self.swap, &Block::id);
        if (old != session.blocks.end()) block.arc = old->arc, block.minutes = old->minutes;
        send_live(self, ui, SwapBlock{session.id, self.swap, block});
    } else {
        send_live(self, ui, AddBlock{session.id, block, session.current_block, true});
    }
    close_dialog(ui);
}

void draw_idea(SessionScreen& self, Ui& ui, Rect row, const IdeaRow& idea) {
    const Activity& activity = *idea.activity;
    const bool barred = idea.verdict == Verdict::exclude;
    const Pressed pressed = pressable(ui, row, "Take: " + activity.title, WidgetRole::row);
    picture_of(ui, {row.x + 8, row.y + 8, metrics::tile, metrics::tile}, activity);
    const std::string minutes = std::to_string(activity.minutes) + " min";
    text(ui, {row.right() - 12, row.y + 10}, minutes, {.role = Role::ink_2, .align = Align::right});
    const float width = row.w - 64 - 84;
    text(ui, {row.x + 64, row.y + 9}, activity.title, {.type = Type::label, .max_w = width});
    std::string below(fit_words(idea.fit));
    if (!idea.reasons.empty()) below += (below.empty() ? "" : ". ") + idea.reasons.front().words;
    if (barred && idea.findings != nullptr && !idea.findings->empty())
        below = idea.findings->front().label + ": " + idea.findings->front().reason;
    text(ui, {row.x + 64, row.y + 32}, below,
         {.type = Type::caption, .role = barred ? Role::danger : Role::ink_2, .max_w = row.w - 64 - 12});
    if (!pressed.clicked) return;
    if (barred)
        ui.toasts->warn("A safety rule speaks against it. The Plan screen can use it anyway, with a reason.");
    else
        take(self, ui, activity);
}

void draw_exchange(SessionScreen& self, Ui& ui) {
    const std::string_view title = self.swap ? "Swap it for which activity?" : "Add which activity?";
    const auto inside = begin_dialog(ui, exchange_name, title, 600);
    if (!inside) return;
    const LiveChild* child = shown_child(self);
    Flow flow(*inside, metrics::s);
    live_field(
        ui, flow.row(metrics::touch), "Find an activity", self.ideas.query,
        {.hint = "Find an activity", .icon = icon::magnify, .label_above = false, .clear_button = true, .large = true});
    std::size_t shown = 0;
    if (child != nullptr) {
        self.ideas.for_goals = self.ideas.query.empty();
        follow_plan(self.plan, ui, self.view.of, self.view.session, 0);
        if (!self.desk) self.desk = std::make_unique<PlanDesk>(*ui.library);
        follow_ideas(self.ideas, ui, self.plan, *self.desk);
        for (const IdeaRow& idea : self.ideas.rows) {
            if (idea.used) continue;
            if (shown == most_ideas) break;
            draw_idea(self, ui, flow.row(60), idea);
            ++shown;
        }
    }
    if (shown == 0) text(ui, flow.row(24).pos(), "Nothing found. Try other words.", {.role = Role::ink_2});
    if (end_dialog(ui, flow.bottom(), {"Leave it"}, {.large = true}) == 0) close_dialog(ui);
}

// ------------------------------------------------------------------ the end

/// What would be lost: a time that was not stopped is not recorded.
void draw_running_watches(const SessionScreen& self, Ui& ui, Flow& flow) {
    for (const auto& [id, watch] : self.watches) {
        const Goal* goal = watch.runs() ? ui.caseload->goal(id) : nullptr;
        if (goal == nullptr) continue;
        const Rect at = flow.row(20);
        icon_at(ui, at.pos(), icon::alert, 20, Role::warn);
        const std::string words =
            "A stopwatch still runs and its time is not recorded yet: " + goal->title + ". Keep going to stop it.";
        flow.grew(at.y + text_wrapped(ui, {at.x + 28, at.y, at.w - 28, at.h}, words, {.role = Role::ink_2}));
    }
}

/// One activity of the plan: done or not. A row as large as a thumb.
void draw_done_row(SessionScreen& self, Ui& ui, Rect row, const Block& block) {
    const bool on = self.done.contains(block.id);
    const Pressed pressed = pressable(ui, row, "Done: " + block.title, WidgetRole::checkbox, on);
    if (pressed.hovered) fill(ui, row, Role::hover, metrics::radius_small);
    icon_at(ui, {row.x + 8, row.y + 10}, on ? icon::check_circle : icon::checkbox_blank_circle_outline, 24,
            on ? Role::primary : Role::ink_2);
    const std::int64_t minutes = (seconds_on(block, ui.clock.now_utc) + 30) / 60;
    const std::string beside = minutes > 0 ? std::to_string(minutes) + " min" : "Not begun";
    const float beside_w = text_width(ui, beside, Type::caption) + metrics::m;
    text_in(ui, {row.x + 44, row.y, row.w - 52 - beside_w, row.h}, block.title, {.type = Type::label});
    text_in(ui, {row.right() - beside_w - 8, row.y, beside_w, row.h}, beside,
            {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    if (!pressed.clicked) return;
    if (on)
        self.done.erase(block.id);
    else
        self.done.insert(block.id);
}

/// Which activities were done: a note says only those. What was touched is ticked beforehand.
void draw_done(SessionScreen& self, Ui& ui, Flow& flow) {
    const Session& session = *self.view.session;
    if (session.blocks.empty() || present_children(session).empty()) return;
    text(ui, flow.row(20).pos(), "Which activities were done?", {.type = Type::label, .heading = true});
    for (const Block& block : session.blocks) draw_done_row(self, ui, flow.row(metrics::touch), block);
    const Rect at = flow.row(20);
    flow.grew(at.y + text_wrapped(ui, at, "The note names these and no others.", {.role = Role::ink_2}));
}

}  // namespace

bool writes_note(const Ui& ui, const Session& session) {
    return std::ranges::any_of(present_children(session), [&](ChildId child) {
        const NoteState state = note_state(*ui.caseload, session, child);
        return state == NoteState::missing || state == NoteState::draft;
    });
}

namespace {

void draw_finish(SessionScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, finish_name, "Finish this session?", 520);
    if (!inside) return;
    Flow flow(*inside, metrics::s);
    const Session& session = *self.view.session;
    const auto minutes = (seconds_in(session, ui.clock.now_utc) + 30) / 60;
    std::string words = "It ran for " + std::to_string(minutes) + " of " + std::to_string(session.length_min) +
                        " minutes. Everything recorded is saved; the note can be changed until it is signed.";
    Rect at = flow.row(20);
    flow.grew(at.y + text_wrapped(ui, at, words, {.role = Role::ink_2}));
    for (const LiveChild& each : self.view.children) {
        at = flow.row(22);
        flow.grew(at.y +
                  text_wrapped(ui, at, say_recorded(each, uncounted_of(self, each.child->id)), {.type = Type::label}));
    }
    draw_done(self, ui, flow);
    draw_running_watches(self, ui, flow);
    const bool writes = writes_note(ui, session);
    int pressed =
        writes ? end_dialog(ui, flow.bottom(), {"Finish and write note", "Finish only", "Keep going"}, {.large = true})
               : end_dialog(ui, flow.bottom(), {"Finish session", "Keep going"}, {.large = true});
    if (pressed < 0) return;
    if (!writes) ++pressed;
    close_dialog(ui);
    if (pressed == 2) return;
    const Place next = pressed == 0 ? Place{.screen = Screen::note, .child = self.child, .session = session.id}
                                    : Place{.screen = Screen::today};
    const auto done = [&self, nav = ui.nav, toasts = ui.toasts, outbox = ui.outbox, id = session.id,
                       next](const Status& status) {
        if (!status.ok()) return toasts->warn(status.error().message);
        forget_watches(self, *outbox, id);
        forget_help(*outbox);
        nav->go(next);
        toasts->show("Session finished", true);
    };
    keep_typed_notes(self, ui);
    std::vector<BlockId> ticked;
    for (const Block& block : session.blocks)
        if (self.done.contains(block.id)) ticked.push_back(block.id);
    ui.outbox->send(EndSession{session.id, 0, std::move(ticked)}, done);
    ui.wake_in(0);
}

}  // namespace

void open_attendance(Ui& ui) { open_dialog(ui, attendance_name); }

void open_finish(SessionScreen& self, Ui& ui) {
    std::set<BlockId> recorded_in;
    for (const DataPoint& point : self.points)
        if (point.valid && point.block) recorded_in.insert(point.block);
    self.done = touched_blocks(*self.view.session, recorded_in, ui.clock.now_utc);
    open_dialog(ui, finish_name);
}

void open_exchange(SessionScreen& self, Ui& ui, BlockId swap) {
    self.swap = swap;
    self.ideas.query.clear();
    open_dialog(ui, exchange_name);
}

void draw_session_dialogs(SessionScreen& self, Ui& ui) {
    draw_attendance(self, ui);
    draw_exchange(self, ui);
    draw_finish(self, ui);
    draw_safety_sheet(self, ui);
    draw_contacts(self.contacts, ui);
}

}  // namespace pegboard
