// The small things of a block: the goals it serves, everyone's rung in a group, shields for what to take care of.
#pragma once
#include "app/plan/plan_panels.h"

namespace pegboard {

bool is_group(const PlanScreen& self);
/// True when the block serves a goal that the view knows.
bool serves_any(const PlanScreen& self, std::size_t index);
/// Of the one chip that names the first goal, and how many more there are.
float goal_chip_width(const PlanScreen& self, const Ui& ui, std::size_t index);
void draw_first_goal(const PlanScreen& self, Ui& ui, Rect rect, std::size_t index);
/// Of the chosen block: who leads, the part of the session, goals it serves and those it could, each to be pressed.
void draw_goal_chips(PlanScreen& self, Ui& ui, Rect row, std::size_t index, BlockActs& acts);

/// In a group, everyone who comes: face, rung and words, the child's own goal in bold. With `ui` it draws, else it only
/// measures; returns the lowest y, the row's own for a single child.
float lay_child_chips(const PlanScreen& self, Ui* ui, const Ui& measure, Rect row, std::size_t index);
/// A shield and the short label of each thing to take care of, never cut; before them the goal where it is asked for.
/// `last_right` gets where the last row ends. Returns the lowest y.
float lay_flags(const PlanScreen& self, Ui* ui, const Ui& measure, Rect row, std::size_t index, bool goal,
                float* last_right);

}  // namespace pegboard
