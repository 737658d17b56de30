// Looks through the branches of one region at one set of prices: each plan is met once, and left out as soon as prices
// prove that it cannot beat the best known one.
#pragma once
#include "core/planning/solver/branch.h"
#include "core/planning/solver/outlook.h"
#include "core/planning/solver/reach.h"

namespace pegboard::planning {

/// By option, the options it may only follow.
using Forerunners = std::vector<std::vector<int>>;

class Level {
 public:
    Level(Grounds& grounds, const Region& region, const Prices& prices, const Outlook& outlook, Forerunners before,
          int depth);

    /// Looks through everything in so many nodes; false when they were too few.
    bool run_within(std::int64_t nodes);
    /// Looks through everything; where a branch stays large its prices are found anew.
    void run();

 private:
    void dive(std::size_t from, int left);
    void try_minutes(std::size_t option, int left);
    void take(std::size_t option, int minutes, int left);
    void look_behind(std::size_t option, int left);
    void go_deeper(std::size_t from, int left);
    [[nodiscard]] Region rest(std::size_t from, int left) const;
    void look() const;
    [[nodiscard]] bool allowed(std::size_t option) const;
    [[nodiscard]] bool hopeless(std::size_t from, int left) const;
    /// What is decided comes to so much at most.
    [[nodiscard]] Units settled() const {
        return hopes_ + paid_ + hope_of_extras(model_, region_, prices_, bonuses_, costs_);
    }
    [[nodiscard]] int most_minutes(const Option& option, int left) const;
    void close(std::size_t option);
    /// True for an option that every plan of the region has.
    [[nodiscard]] bool must(std::size_t option) const {
        return (region_.options[option].covers & region_.asked & cover_musts) != 0;
    }
    [[nodiscard]] Units hope_of(int goal, int tenths) const {
        const auto g = static_cast<std::size_t>(goal);
        return hope(grounds_.model.goals[g], prices_.first[g], prices_.second[g], tenths);
    }

    Grounds& grounds_;
    const Model& model_;
    Ledger& ledger_;
    const Region& region_;
    const Prices& prices_;
    const Outlook& outlook_;
    Forerunners before_;
    std::vector<std::vector<int>> closes_;  ///< goals that no option after this one serves
    Reach reach_;
    std::vector<Units> cost_;  ///< of an option: its share of item costs
    std::vector<Units> fee_;   ///< of an option: its place less what it covers
    std::vector<char> in_;
    Units hopes_ = 0, bonuses_ = 0, costs_ = 0, paid_ = 0;
    int depth_ = 0, taken_ = 0;
    bool bounded_ = false;  ///< gives up past the limit, instead of going deeper
    std::int64_t give_up_at_ = 0;
    bool given_up_ = false;
};

}  // namespace pegboard::planning
