// What a goal of the bank is about in deeds: goals of one skill may name different ones, and then only some of the
// skill's activities practice or count one of them. Pure. Where a goal was not written with the bank it knows nothing.
#pragma once
#include <string_view>

#include "core/library/library.h"

namespace pegboard {

/// True where the activity works on the skill by another deed than the bank's goal is about. A therapist's own
/// activities are taken at their word.
bool does_another_deed(const Activity& activity, std::string_view bank_goal, std::string_view skill,
                       const Library& library);
/// True unless the bank says that what the activity counts is no data for the goal.
bool counts_for_goal(const Activity& activity, std::string_view bank_goal, std::string_view skill,
                     const Library& library);

}  // namespace pegboard
