// Gives the blocks of a finished choice their arcs. Pure.
#pragma once
#include "core/planning/model.h"

namespace pegboard::planning {

/// What the blocks were chosen to have, whatever moves between table and floor it takes.
struct MustHave {
    bool main = false, opener = false;
};
/// The chosen columns with arcs: what they must have, fewest moves between table and floor, then a Focus block where
/// one is needed, a Warm-up and a Wrap-up if there can be; of blocks that could stand aside, those that serve the goals
/// least do.
std::vector<Placed> placed(const Model& model, const SeatChanges& changes, std::vector<Placed> chosen, MustHave must);

}  // namespace pegboard::planning
