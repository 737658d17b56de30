// A goal that is being written and not stored yet lives in the drafts, so that a lock or a crash
// loses nothing: the whole goal as one text.
#pragma once
#include <string>

#include "app/ui.h"
#include "core/model/goal.h"

namespace pegboard {

/// Name under which the new goal of a child is drafted.
std::string goal_draft(ChildId child);
/// The goal being written for a child; a fresh one when nothing is drafted.
Goal drafted_goal(const Ui& ui, ChildId child);
/// Keeps the goal being written.
void keep_drafted(Ui& ui, const Goal& goal);
/// One sentence a family or a colleague can read: "By 11 Dec 2026, Mateo will ... in 4 of 5 tries".
std::string say_goal(const Goal& goal, const std::string& child, const Library& library);

}  // namespace pegboard
