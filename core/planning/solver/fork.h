// Where a region is divided in two when it is too large to look through: at an item that comes or stays, or at an
// option that is chosen or not. Pure.
#pragma once
#include "core/planning/solver/prices.h"

namespace pegboard::planning {

struct Fork {
    enum class Kind { none, item, option };
    Kind kind = Kind::none;
    int which = -1;  ///< the item, or the option's column
};

/// The question that the relaxation leaves most open, `none` where it leaves none. `least` is the score below which
/// nothing is looked for; `placed` what is decided already.
Fork fork_of(const Model& model, const Region& region, const Priced& priced, const Ledger& placed, double least);

/// True when `one` can take the place of `other`: can_replace, or can_replace_in_ties.
using Replaces = bool (*)(const Model& model, const Option& one, const Option& other);

/// The parts of a region at a fork: with the item or option, and without. Who can only follow an option goes with it.
struct Parts {
    Region with, without;
};
Parts divide(const Model& model, Region region, const Fork& fork, const Ledger& placed, Replaces replaces);

}  // namespace pegboard::planning
