// Branch and bound over options and minutes within one region: looked through at its prices, and divided where it is
// too large for that, each part with prices of its own. Deterministic; it counts its work in nodes.
#pragma once
#include "core/planning/solver/prices.h"
#include "core/planning/solver/target.h"

namespace pegboard::planning {

/// What the branches of one search share.
struct Grounds {
    const Model& model;
    SeatStates& seats;
    Ledger& ledger;
    const Target& target;
    Best& best;
    Work& work;
    std::vector<Placed> chosen;                           ///< in the ledger, beyond the pins
    std::vector<int> short_of_longest, short_of_typical;  ///< by kin: chosen ones that could be longer, to either end
};

inline constexpr int most_depth = 60;  ///< divisions of a region, one within the other

/// Looks at every plan of the region that may beat the best known one, and keeps those that do.
void prove(Grounds& grounds, Region region, const Prices& start, int depth);

}  // namespace pegboard::planning
