// Checks a finished plan against the hard rules of planner.md, read anew from the facts and the library. It shares no
// code with the planner's own rules.
#pragma once
#include <string>
#include <vector>

#include "core/planning/plan.h"

namespace pegboard::planning_test {

/// A sentence for every hard rule that the plan breaks; pinned blocks are the therapist's and are not judged.
std::vector<std::string> broken_rules(const planning::Facts& facts, const planning::Plan& plan, const Library& library);

}  // namespace pegboard::planning_test
