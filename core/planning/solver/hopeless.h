// Leaves out of a region what no plan better than the best known one can hold. Pure.
#pragma once
#include "core/planning/solver/outlook.h"
#include "core/planning/solver/prices.h"
#include "core/planning/solver/target.h"

namespace pegboard::planning {

/// Leaves out options with which every plan stays below `least` (in score): by what the option gains at the prices, and
/// by what is to pay in full for an item it needs. `priced` is of this region and its present split of items.
void drop_hopeless(const Model& model, Region& region, const Priced& priced, double least);

/// The same by whole minutes, against the best known plan, where `bound` is of the region at the outlook's prices.
/// Returns what each option left promises: the most of all plans with it.
std::vector<Units> keep_promising(const Best& best, Region& region, const Outlook& outlook, Units bound);

}  // namespace pegboard::planning
