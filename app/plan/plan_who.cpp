// The dialog in which a therapist says for whom a session is. Each tick is planned around at once; what was recorded
// for a child keeps the child in the session, which the caseload says.
#include <algorithm>

#include "app/parts/child_ticks.h"
#include "app/parts/forms.h"
#include "app/plan/plan_panels.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr std::string_view who_dialog = "Who comes";
constexpr float dialog_w = 520, list_h = 320;

std::vector<GoalId> goals_of(const Ui& ui, ChildId child) {
    std::vector<GoalId> own;
    for (const Goal& goal : ui.caseload->goals())
        if (goal.child == child) own.push_back(goal.id);
    return own;
}

/// Adds or takes out the child; says why not where that cannot be.
void change_who(PlanScreen& self, Ui& ui, ChildId child) {
    const Session& session = *self.view.session;
    const Child* known = ui.caseload->child(child);
    if (known == nullptr) return;
    const std::string name = shown_call_name(ui, *known);
    self.error.clear();
    if (child == session.child) {
        self.error = "The session is kept in " + name + "'s record. For the others alone, make a session of their own.";
        return;
    }
    const bool comes = is_for(session, child);
    if (!comes && std::max<std::size_t>(session.participants.size(), 1) >= group_at_most) {
        self.error = "A session holds six children at most. Untick one first.";
        return;
    }
    Session edited = comes ? without_child(session, child, goals_of(ui, child)) : with_child(session, child);
    send_edit(self, ui, std::move(edited), name + (comes ? " does not come to this session" : " comes too"));
}

}  // namespace

void open_who(PlanScreen& self, Ui& ui) {
    self.item_query.clear();
    self.error.clear();
    open_dialog(ui, who_dialog);
}

void draw_who(PlanScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, who_dialog, "Who comes to this session?", dialog_w);
    if (!inside) return;
    Flow flow(*inside);
    const Rect intro = flow.row(20);
    flow.grew(intro.y + text_wrapped(ui, {intro.x, intro.y, intro.w, 200},
                                     "Each child is planned for with goals and a starting step of their own.",
                                     {.role = Role::ink_2}));
    std::vector<ChildId> coming{self.view.session->child};
    for (const Participant& each : self.view.session->participants)
        if (each.child != self.view.session->child) coming.push_back(each.child);
    if (const auto pressed = draw_child_ticks(ui, flow.row(list_h), self.item_query, coming))
        change_who(self, ui, *pressed);
    if (!self.error.empty()) {
        float height = 0;
        const Rect at = flow.row(48);
        banner(ui, at, BadgeKind::danger, self.error, {}, &height);
        flow.grew(at.y + height);
    }
    if (end_dialog(ui, flow.bottom(), {"Done"}) != 0) return;
    self.error.clear();
    close_dialog(ui);
}

}  // namespace pegboard
