#include "core/planning/solver/rounding.h"

#include <cmath>

namespace pegboard::planning {
namespace {

constexpr double in_full = 0.99, too_little = 0.05;

/// Chooses what the relaxation uses in full, or the one option it uses most, and takes that out of the region. False
/// when nothing can be chosen.
bool choose(const Model& model, Ledger& ledger, Region& region, const Priced& priced, std::vector<Placed>& chosen) {
    const auto most = std::ranges::max_element(priced.used);
    if (most == priced.used.end() || *most < too_little) return false;
    const auto first = static_cast<std::size_t>(most - priced.used.begin());
    const std::size_t before = chosen.size();
    std::vector<Option> rest;
    for (std::size_t j = 0; j < region.options.size(); ++j) {
        const Option& option = region.options[j];
        if (priced.used[j] < in_full && j != first) {
            rest.push_back(option);
            continue;
        }
        const int minutes = std::clamp(static_cast<int>(std::lround(priced.minutes[j] / priced.used[j])),
                                       option.shortest, option.longest);
        if (minutes + model.transition > region.budget || !ledger.add(option, minutes)) continue;
        region.budget -= minutes + model.transition;
        region.asked &= ~option.covers;
        chosen.push_back({option.column, Arc::main, minutes});
    }
    region.options = std::move(rest);
    return chosen.size() > before;
}

}  // namespace

std::vector<Placed> rounded(const Model& model, SeatStates& seats, Ledger& ledger, Region region, Priced priced,
                            double enough) {
    std::vector<Placed> chosen;
    while (priced.bound >= enough && choose(model, ledger, region, priced, chosen)) {
        std::erase_if(region.options, [&](Option& option) {
            option.longest = std::min(option.longest, region.budget - model.transition);
            return option.longest < option.shortest ||
                   seats.add(ledger.now().seat, option.kind) == SeatStates::impossible;
        });
        if (region.options.empty()) break;
        constexpr int splits = 1;
        priced = find_prices(model, ledger, region, splits, enough);
    }
    ledger.clear();
    return chosen;
}

}  // namespace pegboard::planning
