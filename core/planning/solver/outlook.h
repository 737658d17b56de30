// The most that the options not decided yet can add at given prices, for every number of minutes left: a knapsack over
// whole minutes in which every option stands at most once. Pure.
#pragma once
#include "core/planning/solver/prices.h"

namespace pegboard::planning {

class Outlook {
 public:
    /// Options in the order in which the search decides them.
    Outlook(const Model& model, const Region& region, const Wanted& wanted, const Prices& prices);

    /// Of options `from` and later in `left` minutes, transitions included; 0 when nothing fits.
    [[nodiscard]] Units most(std::size_t from, int left) const {
        return table_[from * width_ + static_cast<std::size_t>(left)];
    }
    [[nodiscard]] Units gain(std::size_t option, int minutes) const {
        return gains_[first_gain_[option] + static_cast<std::size_t>(minutes)];
    }
    /// Sums that making and using the table take, roughly.
    [[nodiscard]] std::int64_t effort() const { return effort_; }
    /// The most of all choices with `option` in it, by option.
    [[nodiscard]] std::vector<Units> with_each() const;

 private:
    /// A row of the table from the one behind it; returns the number of sums.
    std::int64_t fill(const Units* later, Units* row, std::size_t option) const;
    /// False when a minute less gains as much.
    [[nodiscard]] bool worth_it(std::size_t option, int minutes) const {
        return minutes == region_.options[option].shortest || gain(option, minutes) > gain(option, minutes - 1);
    }
    const Region& region_;
    int transition_ = 1;
    std::size_t width_ = 1;
    std::int64_t effort_ = 0;
    std::vector<Units> gains_;
    std::vector<std::size_t> first_gain_;  ///< where the gain of 0 minutes would stand
    std::vector<Units> table_;             ///< rows by option and one of zeros behind them
};

/// The bound of a region at the prices, from the pins alone.
Units bound_of(const Model& model, const Ledger& pins, const Region& region, const Prices& prices,
               const Outlook& outlook);

}  // namespace pegboard::planning
