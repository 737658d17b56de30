// A part of a planning problem as the proof looks at it: some options, what is decided of items and blocks, and how the
// options share what items cost. Pure.
#pragma once
#include "core/planning/solver/options.h"

namespace pegboard::planning {

/// A part of the problem: some options, the minutes they may use, the clamp on extras or the extras left out.
struct Region {
    std::vector<Option> options;
    int budget = 0;  ///< minutes for blocks with a transition each; what is decided and seat changes are taken off
    int seat_changes = 0;      ///< so many at most, and all paid for
    unsigned asked = 0;        ///< bits of Option::covers that a plan must have and what is decided has not
    bool count_extras = true;  ///< false: all extras count as the lower end of the clamp
    std::vector<std::int64_t> item_weight;  ///< by item: weights of the options that share its cost; 0: nothing to pay
    std::vector<char> comes;                ///< by item: counts as carried and paid for, whoever needs it
};

/// Splits the costs of items that are not decided among the options that need them, by weight.
void share_items(const Model& model, const Ledger& placed, Region& region);
/// What an option pays for one of its items; not positive. Options that need it pay its cost together, or less.
inline Units item_paid(const Model& model, const Region& region, const Option& option, std::uint16_t item) {
    const std::int64_t all = region.item_weight[item];
    return all > 0 ? model.item_cost[item] * option.weight / all : 0;
}
/// What an option pays for its items; not positive.
Units items_paid(const Model& model, const Region& region, const Option& option);
/// The items of an option.
std::span<const std::uint16_t> items_of(const Model& model, const Option& option);
/// Costs of what is decided: blocks placed, seat changes, items that come; not positive.
Units settled_costs(const Model& model, const Ledger& placed, const Region& region);

/// Tenths of served minutes of each goal that are still worth something above what is placed.
struct Wanted {
    std::vector<int> first, second;  ///< up to the dose; from there to twice the dose
};
Wanted wanted_of(const Model& model, const Ledger& placed);

}  // namespace pegboard::planning
