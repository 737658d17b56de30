#include "core/planning/solver/region.h"

#include <algorithm>

namespace pegboard::planning {

std::span<const std::uint16_t> items_of(const Model& model, const Option& option) {
    return model.items_of(model.columns[static_cast<std::size_t>(option.column)]);
}

void share_items(const Model& model, const Ledger& placed, Region& region) {
    region.item_weight.assign(model.item_cost.size(), 0);
    region.comes.resize(model.item_cost.size(), 0);
    for (const Option& option : region.options)
        for (const auto item : items_of(model, option))
            if (!placed.carries(item) && region.comes[item] == 0) region.item_weight[item] += option.weight;
}

Units items_paid(const Model& model, const Region& region, const Option& option) {
    Units sum = 0;
    for (const auto item : items_of(model, option)) sum += item_paid(model, region, option, item);
    return sum;
}

Units settled_costs(const Model& model, const Ledger& placed, const Region& region) {
    Units sum = placed.now().costs + model.seat_change * region.seat_changes;
    for (std::size_t item = 0; item < region.comes.size(); ++item)
        if (region.comes[item] != 0 && !placed.carries(static_cast<int>(item))) sum += model.item_cost[item];
    return sum;
}

Wanted wanted_of(const Model& model, const Ledger& placed) {
    Wanted wanted;
    for (std::size_t g = 0; g < model.goals.size(); ++g) {
        const int dose = model.goals[g].dose_tenths, more = model.goals[g].more_tenths, had = placed.tenths()[g];
        wanted.first.push_back(std::max(0, dose - had));
        wanted.second.push_back(std::clamp(dose + more - had, 0, more));
    }
    return wanted;
}

}  // namespace pegboard::planning
