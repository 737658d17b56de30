// Who needs something to hold or a seat, and which rungs give it. Pure. It refuses to say whether a rung is safe or at
// hand: core/planning/rules.h does.
#pragma once
#include "core/planning/input/situation.h"

namespace pegboard::planning {

/// The activity as written is done without a hold or a seat that this child needs.
bool wants_support(const ChildState& child, const ActivityBits& bits);
/// The rung gives the child the hold or seat it needs; true where none is needed.
bool supports(const ChildState& child, const ActivityBits& bits, int rung);
/// Some easier rung of the activity gives it, wherever the session is.
bool can_support(const ChildState& child, const ActivityBits& bits);

}  // namespace pegboard::planning
