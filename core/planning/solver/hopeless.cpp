#include "core/planning/solver/hopeless.h"

namespace pegboard::planning {
namespace {

constexpr double units_in_score = 1e12;

double in_score(Units units) { return static_cast<double>(units) / units_in_score; }

/// By item, what bounds the plans that carry it: its cost is paid in full, and nobody pays a share of it any more.
std::vector<double> bounds_with_items(const Model& model, const Region& region, const Priced& priced) {
    std::vector<double> bounds(model.item_cost.size(), priced.bound);
    for (std::size_t item = 0; item < bounds.size(); ++item)
        if (region.item_weight[item] > 0) bounds[item] += in_score(model.item_cost[item]);
    for (std::size_t j = 0; j < region.options.size(); ++j)
        for (const auto item : items_of(model, region.options[j])) {
            const double share = in_score(item_paid(model, region, region.options[j], item));
            bounds[item] += std::max(0.0, priced.gains[j] - share) - std::max(0.0, priced.gains[j]);
        }
    return bounds;
}

}  // namespace

void drop_hopeless(const Model& model, Region& region, const Priced& priced, double least) {
    std::vector<double> with_item;
    if (region.count_extras) with_item = bounds_with_items(model, region, priced);
    std::vector<Option> kept;
    for (std::size_t j = 0; j < region.options.size(); ++j) {
        const Option& option = region.options[j];
        double most = priced.bound + std::min(0.0, priced.gains[j]);
        if (region.count_extras)
            for (const auto item : items_of(model, option)) {
                const double share = in_score(item_paid(model, region, option, item));
                most = std::min(most, with_item[item] + std::min(0.0, priced.gains[j] - share));
            }
        if (most >= least) kept.push_back(option);
    }
    region.options = std::move(kept);
}

std::vector<Units> keep_promising(const Best& best, Region& region, const Outlook& outlook, Units bound) {
    const auto with = outlook.with_each();
    const Units rest = bound - outlook.most(0, std::max(0, region.budget));
    std::vector<Option> kept;
    std::vector<Units> promise;
    for (std::size_t j = 0; j < with.size(); ++j)
        if (with[j] + rest >= best.to_beat()) {
            kept.push_back(region.options[j]);
            promise.push_back(with[j]);
        }
    region.options = std::move(kept);
    return promise;
}

}  // namespace pegboard::planning
