#include "core/planning/solver/prices.h"

#include <limits>

#include "core/planning/solver/relaxation.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

}  // namespace

Units place_price(const Prices& prices, const Option& option) {
    if (option.focus()) return 0;
    Units lowest = std::numeric_limits<Units>::max();
    for (std::size_t s = 0; s < 3; ++s)
        if ((static_cast<unsigned>(option.kind) & bit(side_arcs[s])) != 0) lowest = std::min(lowest, prices.side[s]);
    return lowest;
}

Units gain_of(const Model& model, const Region& region, const Wanted& wanted, const Prices& prices,
              const Option& option, int minutes) {
    const Column& column = model.columns[at(option.column)];
    Units sum = prices.of(option.covers & region.asked) - place_price(prices, option);
    for (const FitEntry& fit : model.fits_of(column)) {
        const int first = std::min(fit.tenths * minutes, wanted.first[fit.goal]);
        const int second = std::min(fit.tenths * minutes - first, wanted.second[fit.goal]);
        sum += prices.first[fit.goal] * first + prices.second[fit.goal] * second;
    }
    sum += model.own_cost(column, minutes);
    if (!region.count_extras) return sum;
    return sum + items_paid(model, region, option) + shared(option.bonus + model.minute * minutes, prices.share);
}

Units paid(const Model& model, const Region& region, const Prices& prices) {
    Units sum = -prices.of(region.asked);
    for (std::size_t s = 0; s < 3; ++s) sum += prices.side[s] * free_places(model, s);
    return sum;
}

Priced find_prices(const Model& model, const Ledger& placed, Region& region, int splits, double enough) {
    constexpr int full_weight = 1'000'000;
    share_items(model, placed, region);
    Region next = region;
    Relaxation relaxation(model, placed, next);
    Priced best = relaxation.best();
    if (!region.count_extras) splits = 0;
    constexpr double progress = 1e-5;
    constexpr int patience = 3;
    int in_vain = 0;
    for (int split = 0; split < splits && in_vain < patience && best.bound >= enough; ++split) {
        const auto& used = relaxation.used();
        // Of options used in full nobody else need pay a share; else the split moves step by step.
        const bool in_full = std::ranges::all_of(used, [](double part) { return part < 1e-6 || part > 1 - 1e-6; });
        for (std::size_t j = 0; j < used.size(); ++j) {
            int& weight = next.options[j].weight;
            const int now = static_cast<int>(full_weight * std::min(1.0, used[j]));
            weight = 1 + (in_full ? now : (2 * weight + now) / 3);
        }
        share_items(model, placed, next);
        relaxation.split_anew();
        Priced now = relaxation.best();
        in_vain = now.bound < best.bound - progress ? 0 : in_vain + 1;
        if (now.bound >= best.bound) continue;
        best = std::move(now);
        region = next;
    }
    relaxation.keep_marks(region);
    best.effort = relaxation.effort();
    return best;
}

Priced value_prices(const Model& model, const Ledger& placed, const Region& region, const Prices& prices) {
    return Relaxation(model, placed, region).valued(prices);
}

}  // namespace pegboard::planning
