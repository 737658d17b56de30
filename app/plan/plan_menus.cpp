// The small menus of a block: its part of the session, the goals it serves, and who leads it in a co-treatment.
#include <algorithm>

#include "app/plan/plan_panels.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {
constexpr std::string_view arc_menu = "Part of the session", goal_menu = "Goals of the block",
                           lead_menu = "Who leads the block";
}  // namespace

void open_block_menu(Ui& ui, const BlockActs& acts) {
    if (acts.lead_menu) open_menu(ui, lead_menu);
    if (acts.arc_menu) open_menu(ui, arc_menu);
    if (acts.goal_menu) open_menu(ui, goal_menu);
}

void draw_block_menus(PlanScreen& self, Ui& ui, Rect anchor, std::size_t index) {
    const Block& block = self.view.session->blocks[index];
    if (begin_menu(ui, arc_menu, anchor, 180)) {
        for (const Arc arc : {Arc::opener, Arc::main, Arc::function, Arc::closer})
            if (menu_item(ui, words(arc), {.ticked = block.arc == arc}) && block.arc != arc) {
                Session edited = *self.view.session;
                edited.blocks[index].arc = arc;
                send_edit(self, ui, std::move(edited));
            }
        end_menu(ui);
    }
    if (begin_menu(ui, lead_menu, anchor, 180)) {
        for (const Lead lead : {Lead::ot, Lead::pt, Lead::both})
            if (menu_item(ui,
                          lead == Lead::both ? "Both together"
                          : lead == Lead::ot ? "OT leads"
                                             : "PT leads",
                          {.ticked = block.lead == lead})) {
                Session edited = *self.view.session;
                edited.blocks[index].lead = lead;
                fix_block(self, edited, block.id);
                send_edit(self, ui, std::move(edited));
            }
        end_menu(ui);
    }
    if (begin_menu(ui, goal_menu, anchor, 280)) {
        for (const PlanGoal& goal : self.view.goals) {
            if (!goal.chosen) continue;
            const bool served = std::ranges::find(block.goals, goal.goal->id) != block.goals.end();
            if (menu_item(ui, goal.title, {.ticked = served}))
                send_edit(self, ui, with_goal_on_block(*self.view.session, index, goal.goal->id));
        }
        end_menu(ui);
    }
}

}  // namespace pegboard
