#include "core/planning/solver/outlook.h"

#include <limits>

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

}  // namespace

Outlook::Outlook(const Model& model, const Region& region, const Wanted& wanted, const Prices& prices)
    : region_(region), transition_(model.transition), width_(at(std::max(0, region.budget)) + 1) {
    const std::size_t options = region.options.size();
    for (const Option& option : region.options) {
        first_gain_.push_back(gains_.size() - at(option.shortest));
        for (int m = option.shortest; m <= option.longest; ++m)
            gains_.push_back(gain_of(model, region, wanted, prices, option, m));
    }
    table_.assign((options + 1) * width_, 0);
    constexpr std::int64_t for_an_option = 400;  // what is done for each beyond its sums
    for (std::size_t j = options; j-- > 0;)
        effort_ += fill(&table_[(j + 1) * width_], &table_[j * width_], j) + for_an_option;
}

std::int64_t Outlook::fill(const Units* later, Units* row, std::size_t j) const {
    const Option& option = region_.options[j];
    const int wide = static_cast<int>(width_);
    std::int64_t sums = 0;
    std::copy(later, later + wide, row);
    for (int m = option.shortest; m <= option.longest; ++m) {
        if (!worth_it(j, m)) continue;
        const Units gain = this->gain(j, m);
        const int used = m + transition_;
        for (int t = used; t < wide; ++t) row[t] = std::max(row[t], later[t - used] + gain);
        sums += std::max(0, wide - used);
    }
    return sums;
}

std::vector<Units> Outlook::with_each() const {
    const std::size_t options = region_.options.size();
    std::vector<Units> with(options, std::numeric_limits<Units>::min() / 4), earlier(width_, 0), next(width_);
    const int budget = static_cast<int>(width_) - 1;
    for (std::size_t j = 0; j < options; ++j) {
        const Option& option = region_.options[j];
        for (int m = option.shortest; m <= option.longest; ++m) {
            if (!worth_it(j, m)) continue;
            for (int before = 0; before + m + transition_ <= budget; ++before)
                with[j] = std::max(with[j],
                                   earlier[at(before)] + gain(j, m) + most(j + 1, budget - before - m - transition_));
        }
        fill(earlier.data(), next.data(), j);
        std::swap(earlier, next);
    }
    return with;
}

Units bound_of(const Model& model, const Ledger& pins, const Region& region, const Prices& prices,
               const Outlook& outlook) {
    Units sum = paid(model, region, prices);
    for (std::size_t g = 0; g < model.goals.size(); ++g)
        sum += hope(model.goals[g], prices.first[g], prices.second[g], pins.tenths()[g]);
    sum += hope_of_extras(model, region, prices, pins.now().bonuses, settled_costs(model, pins, region));
    return sum + pins.now().own + outlook.most(0, std::max(0, region.budget));
}

}  // namespace pegboard::planning
