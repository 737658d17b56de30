// The small menus of a block: its part of the session, the goals it serves, and who leads it in a co-treatment.
#include <algorithm>

#include "app/plan/plan_panels.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {
constexpr std::string_view arc_menu = "Part of the session", goal_menu = "Goals of the block",
                           lead_menu = "Who leads the block", more_menu = "More for this block";
}  // namespace

void open_block_menu(Ui& ui, const BlockActs& acts) {
    if (acts.lead_menu) open_menu(ui, lead_menu);
    if (acts.arc_menu) open_menu(ui, arc_menu);
    if (acts.goal_menu) open_menu(ui, goal_menu);
    if (acts.more_menu) open_menu(ui, more_menu);
}

BlockActs draw_block_menus(PlanScreen& self, Ui& ui, Rect anchor, std::size_t index) {
    const Block& block = self.view.session->blocks[index];
    BlockActs acts;
    if (begin_menu(ui, more_menu, anchor, 260)) {
        if (menu_item(ui, "About this activity", {.icon = icon::lightbulb_outline, .shortcut = "Enter"})) {
            self.detail = block.activity;
            open_drawer(ui, "Activity");
        }
        if (menu_item(ui, "Part of the session", {.icon = icon::view_week})) open_menu(ui, arc_menu);
        if (menu_item(ui, "Goals of the block", {.icon = icon::flag_variant})) open_menu(ui, goal_menu);
        const std::size_t last = self.view.session->blocks.size() - 1;
        if (menu_item(ui, "Move earlier", {.icon = icon::arrow_up, .shortcut = "Alt Up", .enabled = index > 0}))
            acts.move_by = -1;
        if (menu_item(ui, "Move later", {.icon = icon::arrow_down, .shortcut = "Alt Down", .enabled = index < last}))
            acts.move_by = 1;
        menu_divider(ui);
        if (menu_item(ui, "Remove " + block.title, {.icon = icon::close, .shortcut = "Delete"})) acts.remove = true;
        end_menu(ui);
    }
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
    return acts;
}

}  // namespace pegboard
