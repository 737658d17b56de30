// A good plan from the linear relaxation: what it uses in full is chosen, the rest is asked anew. It proves nothing.
#pragma once
#include "core/planning/solver/prices.h"

namespace pegboard::planning {

/// Blocks chosen that way, without the pins, until nothing is left or no plan can reach `enough` any more. The ledger
/// holds the pins alone before and after.
std::vector<Placed> rounded(const Model& model, SeatStates& seats, Ledger& ledger, Region region, Priced priced,
                            double enough);

}  // namespace pegboard::planning
