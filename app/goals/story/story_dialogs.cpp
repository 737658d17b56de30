// Dialogs of a goal's page: a phase and an event on the time axis, new or changed, and why a point should not count.
// What is typed stays in drafts, each phase, event and new one under its own name.
#include <algorithm>
#include <utility>

#include "app/goals/story/story.h"
#include "app/parts/forms.h"

namespace pegboard {
namespace {

constexpr std::string_view phase_name = "Phase", event_name = "Event", out_name = "Leave a point out",
                           copy_name = "Copy as picture";
constexpr float axis_dialog_w = 480;
constexpr std::string_view no_day = "Type a date such as 29 Sep 2026.";

/// Drafts of one phase or event; of a new one they are named by the goal.
std::string drafts_of(std::string_view what, std::int64_t id, const Goal& goal) {
    return std::string(what) + (id != 0 ? std::to_string(id) : "new." + std::to_string(goal.id.value)) + ".";
}

void begin(GoalStory& self) {
    self.dialog_done = false;
    self.error.clear();
    self.error_field.clear();
}

void send(GoalStory& self, Ui& ui, Command command, std::string said) {
    ui.outbox->send(std::move(command), [&self, toasts = ui.toasts, said = std::move(said)](const Status& status) {
        self.error = status.ok() ? std::string() : status.error().message;
        self.error_field = status.ok() ? std::string() : status.error().field;
        self.dialog_done = status.ok();
        if (status.ok() && !said.empty()) toasts->show(said, true);
    });
    ui.wake_in(0);
}

void finish(GoalStory& self, Ui& ui, std::string_view drafts) {
    begin(self);
    ui.drafts->drop_prefix(drafts);
    close_dialog(ui);
}

std::string_view error_of(const GoalStory& self, std::string_view field) {
    return self.error_field == field ? std::string_view(self.error) : std::string_view{};
}

float height_of(const GoalStory& self, std::initializer_list<std::string_view> fields) {
    return field_height(true, std::ranges::any_of(fields, [&](auto each) { return !error_of(self, each).empty(); }));
}

/// What no field of the dialog stands for.
void draw_error(const GoalStory& self, Ui& ui, Flow& flow, std::initializer_list<std::string_view> fields) {
    const bool under_a_field = std::ranges::find(fields, std::string_view(self.error_field)) != fields.end();
    if (self.error.empty() || under_a_field) return;
    float height = 0;
    const Rect at = flow.row(48);
    banner(ui, at, BadgeKind::danger, self.error, {}, &height);
    flow.grew(at.y + height);
}

/// A typed day; today when nothing is typed. A text that is no day is told under its field.
std::optional<Date> day_of(GoalStory& self, const Ui& ui, const std::string& draft, std::string_view field) {
    if (draft_text(ui, draft).empty()) return ui.clock.today;
    const std::optional<Date> day = form_date_value(ui, draft);
    if (!day) {
        self.error = no_day;
        self.error_field = field;
    }
    return day;
}

void keep_phase(GoalStory& self, Ui& ui, const Goal& goal, const std::string& draft, Phase phase) {
    const std::optional<Date> day = day_of(self, ui, draft + "date", "date");
    if (!day) return;
    PhaseChange change{.id = self.phase ? self.phase : mint<PhaseChangeId>(),
                       .child = goal.child,
                       .goal = goal.id,
                       .date = *day,
                       .phase = phase,
                       .label = draft_text(ui, draft + "label")};
    if (self.phase)
        send(self, ui, EditPhaseChange{std::move(change)}, "Phase changed");
    else
        send(self, ui, AddPhaseChange{std::move(change)}, {});
}

void draw_phase(GoalStory& self, Ui& ui, const Goal& goal) {
    const bool stored = bool(self.phase);
    const std::string_view title = stored ? "Change this phase?" : "What changes from now on?";
    const auto inside = begin_dialog(ui, phase_name, title, axis_dialog_w);
    if (!inside) return;
    const std::string draft = drafts_of("phase.", self.phase.value, goal);
    Flow flow(*inside);
    const auto row = flow.columns<2>(height_of(self, {"date"}), {1, 1});
    form_date(ui, row[0], "From", draft + "date", {.hint = "today", .error = error_of(self, "date")});
    const std::vector<std::string> phases = words_of<Phase>();
    int phase = draft_index(ui, draft + "kind", static_cast<int>(phases.size()), 1);
    if (choice(ui, row[1], "Phase", phases, phase)) put_number(ui, draft + "kind", phase);
    form_field(ui, flow.row(height_of(self, {"label"})), "In a few words", draft + "label",
               {.hint = "Weekly name practice", .error = error_of(self, "label")});
    draw_error(self, ui, flow, {"date", "label"});
    const int pressed = end_dialog(ui, flow.bottom(), {stored ? "Save the phase" : "Add the phase", "Cancel"});
    if (pressed == 0) keep_phase(self, ui, goal, draft, static_cast<Phase>(phase));
    if (pressed == 1 || self.dialog_done) finish(self, ui, draft);
}

void keep_event(GoalStory& self, Ui& ui, const Goal& goal, const std::string& draft, EventKind kind) {
    const std::optional<Date> day = day_of(self, ui, draft + "date", "date");
    if (!day) return;
    std::optional<Date> until;
    if (!draft_text(ui, draft + "until").empty()) {
        until = day_of(self, ui, draft + "until", "until");
        if (!until) return;
    }
    const bool all = draft_number(ui, draft + "all").value_or(0) == 1;
    TimeEvent event{.id = self.event ? self.event : mint<EventId>(),
                    .child = goal.child,
                    .goal = all ? GoalId{} : goal.id,
                    .date = *day,
                    .until = until,
                    .kind = kind,
                    .text = draft_text(ui, draft + "text")};
    if (self.event)
        send(self, ui, EditEvent{std::move(event)}, "Event changed");
    else
        send(self, ui, AddEvent{std::move(event)}, {});
}

void draw_event(GoalStory& self, Ui& ui, const Goal& goal) {
    const bool stored = bool(self.event);
    const auto inside = begin_dialog(ui, event_name, stored ? "Change this event?" : "What happened?", axis_dialog_w);
    if (!inside) return;
    const std::string draft = drafts_of("event.", self.event.value, goal);
    Flow flow(*inside);
    form_field(ui, flow.row(height_of(self, {"text"})), "In a few words", draft + "text",
               {.hint = "Slant board added", .error = error_of(self, "text")});
    const std::vector<std::string> kinds = words_of<EventKind>();
    int kind = draft_index(ui, draft + "kind", static_cast<int>(kinds.size()), 0);
    if (choice(ui, flow.row(field_height()), "Kind", kinds, kind)) put_number(ui, draft + "kind", kind);
    const auto row = flow.columns<2>(height_of(self, {"date", "until"}), {1, 1});
    form_date(ui, row[0], "On", draft + "date", {.hint = "today", .error = error_of(self, "date")});
    form_date(ui, row[1], "Until (if longer)", draft + "until", {.hint = "one day", .error = error_of(self, "until")});
    bool all = draft_number(ui, draft + "all").value_or(0) == 1;
    if (checkbox(ui, flow.row(24).pos(), "It concerns all goals of this child", all))
        put_number(ui, draft + "all", all ? 1 : 0);
    draw_error(self, ui, flow, {"text", "date", "until"});
    const std::string text_draft = draft + "text";
    const bool said = !draft_text(ui, text_draft).empty();
    const std::string_view main = stored ? "Save the event" : "Add the event";
    const int pressed =
        end_dialog(ui, flow.bottom(), {main, "Cancel"},
                   FootLook{.lacks = said ? std::string_view() : "Say what happened.", .lacks_at = text_draft});
    if (pressed == 0 && said) keep_event(self, ui, goal, draft, static_cast<EventKind>(kind));
    if (pressed == 1 || self.dialog_done) finish(self, ui, draft);
}

void draw_leave_out(GoalStory& self, Ui& ui) {
    const auto inside = begin_dialog(ui, out_name, "Why should this point not count?", axis_dialog_w);
    if (!inside) return;
    Flow flow(*inside);
    form_field(ui, flow.row(field_height()), "Reason", "leave_out.reason", {.hint = "Fire drill, only two tries"});
    const Rect at = flow.row(20);
    flow.grew(at.y + text_wrapped(ui, at, "It stays in the record and in the chart, drawn hollow.",
                                  {.type = Type::caption, .role = Role::ink_2}));
    draw_error(self, ui, flow, {});
    const std::string reason = draft_text(ui, "leave_out.reason");
    const int pressed =
        end_dialog(ui, flow.bottom(), {"Leave it out", "Cancel"},
                   FootLook{.lacks = !reason.empty() ? std::string_view() : "Say why it should not count.",
                            .lacks_at = "leave_out.reason"});
    if (pressed == 0 && !reason.empty())
        send(self, ui, InvalidatePoint{{draft_number(ui, "leave_out.id").value_or(0)}, reason}, {});
    if (pressed == 1 || self.dialog_done) finish(self, ui, "leave_out.");
}

void put_text(Ui& ui, const std::string& name, const std::string& words) {
    if (words.empty())
        ui.drafts->drop(name);
    else
        ui.drafts->set(name, words);
}

/// Where pictures cannot be copied, a file is the way.
void draw_copy_problem(GoalStory& self, Ui& ui) {
    if (!self.copy_problem.empty()) {
        self.copy_words = std::exchange(self.copy_problem, {}) + " You can save it as a file instead.";
        open_dialog(ui, copy_name);
    }
    const auto inside = begin_dialog(ui, copy_name, "The picture is not copied", axis_dialog_w);
    if (!inside) return;
    const float height = text_wrapped(ui, *inside, self.copy_words);
    const int pressed = end_dialog(ui, inside->y + height, {"Save as picture", "Leave it"});
    if (pressed >= 0) close_dialog(ui);
    if (pressed == 0) self.save_picture = true;
}

}  // namespace

void open_phase_change(GoalStory& self, Ui& ui, const Goal& goal, const PhaseChange* stored) {
    begin(self);
    self.phase = stored != nullptr ? stored->id : PhaseChangeId{};
    const std::string draft = drafts_of("phase.", self.phase.value, goal);
    if (stored != nullptr && !ui.drafts->has_prefix(draft)) {
        put_text(ui, draft + "date", say(stored->date));
        put_number(ui, draft + "kind", static_cast<int>(stored->phase));
        put_text(ui, draft + "label", stored->label);
    }
    open_dialog(ui, phase_name);
}

void open_event(GoalStory& self, Ui& ui, const Goal& goal, const TimeEvent* stored) {
    begin(self);
    self.event = stored != nullptr ? stored->id : EventId{};
    const std::string draft = drafts_of("event.", self.event.value, goal);
    if (stored != nullptr && !ui.drafts->has_prefix(draft)) {
        put_text(ui, draft + "text", stored->text);
        put_number(ui, draft + "kind", static_cast<int>(stored->kind));
        put_text(ui, draft + "date", say(stored->date));
        put_text(ui, draft + "until", stored->until ? say(*stored->until) : std::string());
        put_number(ui, draft + "all", stored->goal ? 0 : 1);
    }
    open_dialog(ui, event_name);
}

void open_leave_out(GoalStory& self, Ui& ui, PointId point) {
    begin(self);
    if (draft_number(ui, "leave_out.id") != point.value) ui.drafts->drop_prefix("leave_out.");
    put_number(ui, "leave_out.id", point.value);
    open_dialog(ui, out_name);
}

void draw_story_dialogs(GoalStory& self, Ui& ui, const Goal& goal) {
    draw_phase(self, ui, goal);
    draw_event(self, ui, goal);
    draw_leave_out(self, ui);
    draw_copy_problem(self, ui);
}

}  // namespace pegboard
