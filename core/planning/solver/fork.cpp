#include "core/planning/solver/fork.h"

#include <cmath>

namespace pegboard::planning {
namespace {

constexpr double units_in_score = 1e12;

/// A bit for one more option that must be chosen; 0 when all are taken.
unsigned next_must(const Region& region, const Ledger& placed) {
    const unsigned free = ~(region.asked | placed.now().covers) & cover_musts;
    return free & (~free + 1);
}

/// The item whose cost the relaxation pays least of, when paying it in full would take a good part of the gap.
Fork at_item(const Model& model, const Region& region, const Priced& priced, double gap) {
    constexpr double good_part = 0.3, sure = 0.01;
    std::vector<double> paid(model.item_cost.size(), 0);
    for (std::size_t j = 0; j < region.options.size(); ++j)
        for (const auto item : items_of(model, region.options[j]))
            if (region.item_weight[item] > 0)
                paid[item] += priced.used[j] * region.options[j].weight / static_cast<double>(region.item_weight[item]);
    Fork fork;
    double most = gap * good_part;
    for (std::size_t item = 0; item < paid.size(); ++item) {
        if (paid[item] < sure || paid[item] > 1 - sure) continue;
        const double unpaid = -static_cast<double>(model.item_cost[item]) / units_in_score * (1 - paid[item]);
        if (unpaid > most) most = unpaid, fork = {Fork::Kind::item, static_cast<int>(item)};
    }
    return fork;
}

/// The option that the relaxation uses in part only: in fewer minutes than its shortest bout, or as one of several.
Fork at_option(const Region& region, const Priced& priced) {
    constexpr double in_part = 0.02;
    Fork fork;
    double most = in_part;
    for (std::size_t j = 0; j < region.options.size(); ++j) {
        const Option& option = region.options[j];
        if ((option.covers & cover_musts) != 0) continue;
        const double used = priced.used[j], minutes = priced.minutes[j];
        const double open = std::min(used, 1 - used) + std::max(0.0, std::min(minutes, option.shortest - minutes));
        if (open > most) most = open, fork = {Fork::Kind::option, option.column};
    }
    return fork;
}

}  // namespace

Fork fork_of(const Model& model, const Region& region, const Priced& priced, const Ledger& placed, double least) {
    Fork fork;
    if (region.count_extras) fork = at_item(model, region, priced, std::max(0.0, priced.bound - least));
    if (fork.kind == Fork::Kind::none && next_must(region, placed) != 0) fork = at_option(region, priced);
    return fork;
}

Parts divide(const Model& model, Region region, const Fork& fork, const Ledger& placed, Replaces replaces) {
    Parts parts{region, std::move(region)};
    if (fork.kind == Fork::Kind::item) {
        parts.with.comes[static_cast<std::size_t>(fork.which)] = 1;
        std::erase_if(parts.without.options, [&](const Option& option) {
            return std::ranges::count(items_of(model, option), fork.which) > 0;
        });
        return parts;
    }
    const auto chosen = std::ranges::find(parts.with.options, fork.which, &Option::column);
    if (chosen == parts.with.options.end()) {
        parts.with.options.clear();
        return parts;
    }
    const Option option = *chosen;
    std::erase_if(parts.without.options,
                  [&](const Option& other) { return other.column == option.column || replaces(model, option, other); });
    const unsigned must = next_must(parts.with, placed);
    chosen->covers |= must;
    parts.with.asked |= must;
    return parts;
}

}  // namespace pegboard::planning
