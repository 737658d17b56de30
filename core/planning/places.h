// Gives the blocks of a finished choice their arcs. Pure.
#pragma once
#include "core/planning/model.h"

namespace pegboard::planning {

/// The chosen columns with arcs: fewest moves between table and floor, a Focus block where one is needed, then a
/// Warm-up and a Wrap-up if there can be, with `opener` a Warm-up whatever it costs; of blocks that could stand aside,
/// those that serve the goals least do.
std::vector<Placed> placed(const Model& model, const SeatChanges& changes, std::vector<Placed> chosen, bool opener);

}  // namespace pegboard::planning
