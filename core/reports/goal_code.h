// The short code of a goal in the corner of its data sheet, and the goal of a code that is typed in. It tells nothing
// of the child.
#pragma once
#include <string>
#include <string_view>

#include "core/caseload.h"

namespace pegboard::reports {

/// "K7-3QM": letters and digits that are not taken for each other in handwriting.
std::string goal_code(GoalId id);
/// The goal of a code as people type it, small letters and without the line; null for none, or when two have it.
const Goal* goal_of_code(const Caseload& caseload, std::string_view typed);

}  // namespace pegboard::reports
