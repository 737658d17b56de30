// Branch and bound over options and minutes within one region: each plan is met once, and left out as soon as prices
// prove that it cannot beat the best known one. Where a branch stays large its prices are found anew. Deterministic;
// it counts its work in nodes.
#pragma once
#include "core/planning/outlook.h"
#include "core/planning/target.h"

namespace pegboard::planning {

/// What the branches of one search share.
struct Grounds {
    const Model& model;
    SeatStates& seats;
    Ledger& ledger;
    const Target& target;
    Best& best;
    Work& work;
    std::vector<Placed> chosen;         ///< in the ledger, beyond the pins
    std::vector<int> short_of_longest;  ///< by kin: chosen ones that could be longer
};

/// Looks at every plan of the region that may beat the best known one, and keeps those that do.
void prove(Grounds& grounds, Region region, const Prices& start, int depth);

/// By option, the minutes from which on no plan can meet the target: rows of 256 by what is covered already.
std::vector<std::uint16_t> reach_of(const std::vector<Option>& options, int transition, const Target& target);

/// Leaves out the options of a region without which the best known plan cannot be beaten any more.
void drop_hopeless(Region& region, const Priced& priced, double least);

}  // namespace pegboard::planning
