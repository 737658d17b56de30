// Who of a group is here today and how they are: a dialog, and what the columns share of it. Each change is one step
// to take back; whom the plan was made for is planned around when the therapist asks for it.
#include <array>

#include "app/parts/forms.h"
#include "app/plan/plan_panels.h"

namespace pegboard {
namespace {

constexpr std::string_view here_dialog = "Who is here today";
constexpr float row_h = 32, here_w = 160;

Participant& part_of(Session& session, ChildId child) {
    for (Participant& each : session.participants)
        if (each.child == child) return each;
    return session.participants.emplace_back(Participant{.child = child});
}

void draw_row(PlanScreen& self, Ui& ui, Flow& flow, const PlanChild& who) {
    text(ui, flow.row(20).pos(), who.name, {.type = Type::label});
    Rect row = flow.row(row_h);
    draw_here_switch(self, ui, row.cut_left(here_w, metrics::l), who);
    constexpr std::array<std::string_view, 3> moods{"Tired", "Usual", "Lively"};
    int mood = static_cast<int>(who.energy);
    if (who.present && segmented(ui, row, "How is " + who.name + " today", moods, mood) && self.view.editable)
        set_mood(self, ui, who, static_cast<Energy>(mood));
}

}  // namespace

void set_mood(PlanScreen& self, Ui& ui, const PlanChild& who, Energy energy) {
    Session edited = *self.view.session;
    part_of(edited, who.child->id).energy = energy;
    send_edit(self, ui, std::move(edited));
}

void draw_here_switch(PlanScreen& self, Ui& ui, Rect rect, const PlanChild& who) {
    constexpr std::array<std::string_view, 2> words{"Here", "Absent"};
    int absent = who.present ? 0 : 1;
    if (!segmented(ui, rect, who.name, words, absent) || !self.view.editable) return;
    Session edited = *self.view.session;
    part_of(edited, who.child->id).attendance = absent == 0 ? Attendance::expected : Attendance::absent;
    send_edit(self, ui, std::move(edited), who.name + (absent == 0 ? " is here today" : " is absent today"));
}

void open_here(Ui& ui) { open_dialog(ui, here_dialog); }

void draw_here(PlanScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, here_dialog, "Who is here, and how are they?", 520);
    if (!inside) return;
    Flow flow(*inside);
    for (const PlanChild& who : self.view.children) draw_row(self, ui, flow, who);
    if (end_dialog(ui, flow.bottom(), {"Done"}) == 0) close_dialog(ui);
}

}  // namespace pegboard
