// Dialogs of a goal's page: a new phase, an event on the time axis, and why a point should not count.
#include <algorithm>

#include "app/screens/forms.h"
#include "app/screens/progress.h"

namespace pegboard {
namespace {

constexpr std::string_view phase_name = "New phase", event_name = "Event", out_name = "Leave a point out";
constexpr float axis_dialog_w = 480;

void send(ProgressScreen& self, Ui& ui, Command command) {
    ui.outbox->send(std::move(command), [&self](const Status& status) {
        self.error = status.ok() ? std::string() : status.error().message;
        self.dialog_done = status.ok();
    });
    ui.wake_in(0);
}

void finish(ProgressScreen& self, Ui& ui, std::string_view drafts) {
    self.dialog_done = false;
    self.error.clear();
    ui.drafts->drop_prefix(drafts);
    close_dialog(ui);
}

void draw_error(const ProgressScreen& self, Ui& ui, Flow& flow) {
    if (self.error.empty()) return;
    float height = 0;
    const Rect at = flow.row(48);
    banner(ui, at, BadgeKind::danger, self.error, {}, &height);
    flow.grew(at.y + height);
}

void draw_phase(ProgressScreen& self, Ui& ui, const Goal& goal) {
    const auto inside = begin_dialog(ui, phase_name, "What changes from now on?", axis_dialog_w);
    if (!inside) return;
    Flow flow(*inside);
    const auto row = flow.columns<2>(field_height(), {1, 1});
    form_date(ui, row[0], "From", "phase.date", {.hint = "today"});
    const std::vector<std::string> phases = words_of<Phase>();
    int phase = draft_index(ui, "phase.kind", static_cast<int>(phases.size()), 1);
    if (choice(ui, row[1], "Phase", phases, phase)) put_number(ui, "phase.kind", phase);
    form_field(ui, flow.row(field_height()), "In a few words", "phase.label", {.hint = "Weekly name practice"});
    draw_error(self, ui, flow);
    const int pressed = end_dialog(ui, flow.bottom(), {"Add the phase", "Cancel"});
    if (pressed == 0)
        send(self, ui,
             AddPhaseChange{{.id = mint<PhaseChangeId>(),
                             .child = goal.child,
                             .goal = goal.id,
                             .date = form_date_value(ui, "phase.date").value_or(ui.clock.today),
                             .phase = static_cast<Phase>(phase),
                             .label = draft_text(ui, "phase.label")}});
    if (pressed == 1 || self.dialog_done) finish(self, ui, "phase.");
}

void draw_event(ProgressScreen& self, Ui& ui, const Goal& goal) {
    const auto inside = begin_dialog(ui, event_name, "What happened?", axis_dialog_w);
    if (!inside) return;
    Flow flow(*inside);
    form_field(ui, flow.row(field_height()), "In a few words", "event.text", {.hint = "Slant board added"});
    const std::vector<std::string> kinds = words_of<EventKind>();
    int kind = draft_index(ui, "event.kind", static_cast<int>(kinds.size()), 0);
    if (choice(ui, flow.row(field_height()), "Kind", kinds, kind)) put_number(ui, "event.kind", kind);
    const auto row = flow.columns<2>(field_height(), {1, 1});
    form_date(ui, row[0], "On", "event.date", {.hint = "today"});
    form_date(ui, row[1], "Until (if longer)", "event.until", {.hint = "one day"});
    bool all = draft_number(ui, "event.all").value_or(0) == 1;
    if (checkbox(ui, flow.row(24).pos(), "It concerns all goals of this child", all))
        put_number(ui, "event.all", all ? 1 : 0);
    draw_error(self, ui, flow);
    const bool said = !draft_text(ui, "event.text").empty();
    const int pressed = end_dialog(ui, flow.bottom(), {"Add the event", "Cancel"}, false, said);
    if (pressed == 0 && said)
        send(self, ui,
             AddEvent{{.id = mint<EventId>(),
                       .child = goal.child,
                       .goal = all ? GoalId{} : goal.id,
                       .date = form_date_value(ui, "event.date").value_or(ui.clock.today),
                       .until = form_date_value(ui, "event.until"),
                       .kind = static_cast<EventKind>(kind),
                       .text = draft_text(ui, "event.text")}});
    if (pressed == 1 || self.dialog_done) finish(self, ui, "event.");
}

void draw_leave_out(ProgressScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, out_name, "Why should this point not count?", axis_dialog_w);
    if (!inside) return;
    Flow flow(*inside);
    form_field(ui, flow.row(field_height()), "Reason", "leave_out.reason", {.hint = "Fire drill, only two tries"});
    const Rect at = flow.row(20);
    flow.grew(at.y + text_wrapped(ui, at, "It stays in the record and in the chart, drawn hollow.",
                                  {.type = Type::caption, .role = Role::ink_2}));
    draw_error(self, ui, flow);
    const std::string reason = draft_text(ui, "leave_out.reason");
    const int pressed = end_dialog(ui, flow.bottom(), {"Leave it out", "Cancel"}, false, !reason.empty());
    if (pressed == 0 && !reason.empty())
        send(self, ui, InvalidatePoint{{draft_number(ui, "leave_out.id").value_or(0)}, reason});
    if (pressed == 1 || self.dialog_done) finish(self, ui, "leave_out.");
}

}  // namespace

void open_phase_change(Ui& ui, const Goal&) { open_dialog(ui, phase_name); }

void open_event(Ui& ui, const Goal&) { open_dialog(ui, event_name); }

void open_leave_out(Ui& ui, PointId point) {
    if (draft_number(ui, "leave_out.id") != point.value) ui.drafts->drop_prefix("leave_out.");
    put_number(ui, "leave_out.id", point.value);
    open_dialog(ui, out_name);
}

void draw_progress_dialogs(ProgressScreen& self, Ui& ui, const Goal& goal) {
    draw_phase(self, ui, goal);
    draw_event(self, ui, goal);
    draw_leave_out(self, ui);
}

}  // namespace pegboard
