// The linear relaxation behind prices.cpp alone: it finds prices and says what prices found elsewhere bound. It never
// decides anything.
#pragma once
#include <cmath>
#include <optional>

#include "core/planning/solver/prices.h"
#include "core/planning/solver/simplex.h"
#include "core/planning/weights.h"

namespace pegboard::planning {

inline constexpr std::array<Arc, 3> side_arcs{Arc::opener, Arc::function, Arc::closer};
inline constexpr std::array<int, 3> side_places{weights::most_openers, weights::most_functions, weights::most_closers};

/// Blocks that a side of the session still has room for.
inline int free_places(const Model& model, std::size_t side) {
    const auto pinned = std::ranges::count(model.pins, side_arcs[side], &Placed::arc);
    return std::max(0, side_places[side] - static_cast<int>(pinned));
}

/// The problem in numbers of the size of one: scores in score, served minutes in doses. Prices stand in one row: first
/// and second of every goal, the share of bonuses, the session minute, three places, what is asked for.
class Relaxation {
 public:
    Relaxation(const Model& model, const Ledger& pins, const Region& region)
        : model_(model), region_(region), wanted_(wanted_of(model, pins)), goals_(model.goals.size()) {
        for (std::size_t g = 0; g < goals_; ++g) {
            const ModelGoal& goal = model.goals[g];
            const double worth = static_cast<double>(goal.slope) * goal.dose_tenths / units_in_score;
            earned_ += static_cast<double>(goal.earned(pins.tenths()[g])) / units_in_score;
            worth_.insert(worth_.end(), {4 * worth, worth});
            room_.push_back(static_cast<double>(wanted_.first[g]) / goal.dose_tenths);
            room_.push_back(static_cast<double>(wanted_.second[g]) / goal.dose_tenths);
        }
        earned_ += static_cast<double>(pins.now().own) / units_in_score;
        clamp_ = static_cast<double>(model.clamp) / units_in_score;
        bonuses_ = static_cast<double>(pins.now().bonuses) / units_in_score;
        costs_ = static_cast<double>(settled_costs(model, pins, region)) / units_in_score;
        minute_ = static_cast<double>(model.minute) / units_in_score;
        for (std::size_t side = 0; side < 3; ++side) places_[side] = free_places(model, side);
        for (const Option& option : region.options) read(option);
        from_.push_back(ways_.size());
        for (std::size_t bit = 0; bit < cover_bits; ++bit)
            if ((region.asked >> bit & 1U) != 0) asked_.push_back(bit);
        at_.assign(asked_at(asked_.size()), 0);
    }

    Priced best() {
        Priced found;
        constexpr int rounds = 4;
        for (int round = 0; round < rounds; ++round)
            if (!solve()) break;
        found.bound = value();
        found.gains = gains_;
        found.used = used_;
        found.minutes = minutes_;
        found.prices = whole();
        return found;
    }

    /// Takes over the region's present split of the costs of items; best() goes on from its last solution.
    void split_anew() {
        for (std::size_t j = 0; j < cost_.size(); ++j) cost_[j] = paid_for_items(region_.options[j]);
        if (!program_) return;
        for (std::size_t v = 0; v < ways_taken_.size(); ++v)
            program_->set_cost(first_way_ + v,
                               cost_[ways_taken_[v].option] + own_cost(ways_taken_[v].option, ways_taken_[v].minutes));
    }

    /// After best(): how much of each option the relaxation used.
    [[nodiscard]] const std::vector<double>& used() const { return used_; }
    /// Simplex::effort of all programs so far.
    [[nodiscard]] std::int64_t effort() const { return effort_; }
    /// Has the region's options remember which of them it used more than once before it was told.
    void keep_marks(Region& region) const {
        for (std::size_t j = 0; j < only_once_.size(); ++j) region.options[j].once = only_once_[j] != 0;
    }

    Priced valued(const Prices& prices) {
        take_over(prices);
        Priced found;
        found.prices = prices;
        found.bound = value();
        found.gains = gains_;
        return found;
    }

 private:
    static std::size_t at(int number) { return static_cast<std::size_t>(number); }
    [[nodiscard]] std::size_t share_at() const { return 2 * goals_; }
    [[nodiscard]] std::size_t minute_at() const { return 2 * goals_ + 1; }
    [[nodiscard]] std::size_t side_at(std::size_t side) const { return 2 * goals_ + 2 + side; }

    [[nodiscard]] std::size_t asked_at(std::size_t asked) const { return 2 * goals_ + 5 + asked; }
    [[nodiscard]] bool has(const Option& option, std::size_t asked) const {
        return (option.covers >> asked_[asked] & 1U) != 0;
    }

    /// One way to take an option: its minutes and the doses it supplies.
    struct Way {
        int minutes;
        std::size_t from, to;
    };
    struct Supply {
        std::uint16_t price;
        float doses;
    };

    void read(const Option& option) {
        const Column& column = model_.columns[at(option.column)];
        std::vector<int> minutes{option.shortest, option.longest};
        if (option.typical > option.shortest && option.typical < option.longest) minutes.push_back(option.typical);
        const auto turn = [&](int tenths, int fit) {
            for (const int m : {tenths / fit, (tenths + fit - 1) / fit})
                if (m > option.shortest && m < option.longest) minutes.push_back(m);
        };
        for (const FitEntry& fit : model_.fits_of(column)) {
            turn(wanted_.first[fit.goal], fit.tenths);
            turn(wanted_.first[fit.goal] + wanted_.second[fit.goal], fit.tenths);
        }
        std::ranges::sort(minutes);
        minutes.erase(std::ranges::unique(minutes).begin(), minutes.end());
        from_.push_back(ways_.size());
        for (const int m : minutes) {
            Way way{m, supplies_.size(), 0};
            for (const FitEntry& fit : model_.fits_of(column)) {
                const int first = std::min(fit.tenths * m, wanted_.first[fit.goal]);
                const int second = std::min(fit.tenths * m - first, wanted_.second[fit.goal]);
                supply(2 * fit.goal, first, fit.goal);
                supply(2 * fit.goal + 1, second, fit.goal);
            }
            way.to = supplies_.size();
            ways_.push_back(way);
        }
        once_.push_back(static_cast<double>(option.bonus) / units_in_score);
        only_once_.push_back(option.once ? 1 : 0);
        cost_.push_back(paid_for_items(option));
    }

    [[nodiscard]] double paid_for_items(const Option& option) const {
        const Units cost = region_.count_extras ? items_paid(model_, region_, option) : 0;
        return static_cast<double>(cost) / units_in_score;
    }

    /// Model::own_cost in score.
    [[nodiscard]] double own_cost(std::size_t option, int minutes) const {
        const Column& column = model_.columns[at(region_.options[option].column)];
        return static_cast<double>(model_.own_cost(column, minutes)) / units_in_score;
    }

    void supply(int price, int tenths, int goal) {
        if (tenths > 0)
            supplies_.push_back({static_cast<std::uint16_t>(price),
                                 static_cast<float>(tenths) / static_cast<float>(model_.goals[at(goal)].dose_tenths)});
    }

    /// The linear relaxation with a row for each option that must not be used more than once.
    void build() {
        std::vector<double> right(2 * goals_, 0);
        right.insert(right.end(), {bonuses_, static_cast<double>(std::max(0, region_.budget))});
        right.insert(right.end(), places_.begin(), places_.end());
        right.insert(right.end(), asked_.size(), 0.0);
        std::vector<int> own_row(only_once_.size(), -1);
        for (std::size_t j = 0; j < only_once_.size(); ++j)
            if (only_once_[j] != 0) {
                own_row[j] = static_cast<int>(right.size());
                right.push_back(1);
            }
        Simplex& program = program_.emplace(std::move(right));
        for (std::size_t i = 0; i < 2 * goals_; ++i) {
            const Simplex::Entry entry{static_cast<std::uint16_t>(i), 1};
            if (room_[i] > 0) program.add(worth_[i], room_[i], std::span(&entry, 1));
        }
        // What is left of the first dose's supply can serve the second.
        for (std::size_t i = 0; i < 2 * goals_; i += 2) {
            const std::array entries{Simplex::Entry{static_cast<std::uint16_t>(i), 1},
                                     Simplex::Entry{static_cast<std::uint16_t>(i + 1), -1}};
            program.add(0, room_[i + 1], entries);
        }
        if (region_.count_extras) {
            const Simplex::Entry entry{static_cast<std::uint16_t>(share_at()), 1};
            program.add(1, clamp_, std::span(&entry, 1));
        }
        // Having what is asked for earns so much that no plan goes without.
        for (std::size_t k = 0; k < asked_.size(); ++k) {
            const Simplex::Entry entry{static_cast<std::uint16_t>(asked_at(k)), 1};
            program.add(asked_worth, 1, std::span(&entry, 1));
        }
        first_way_ = program.variables();
        ways_taken_.clear();
        for (std::size_t j = 0; j < only_once_.size(); ++j) add_ways(j, own_row[j], program);
    }

    /// Solves the relaxation and takes its prices. True when it used other options more than once; they are marked
    /// then.
    bool solve() {
        if (!program_) build();
        constexpr int steps_a_row = 12;
        const auto prices = program_->solve(steps_a_row * static_cast<int>(2 * goals_ + 20));
        effort_ += program_->effort();
        std::copy_n(prices.begin(), at_.size(), at_.begin());
        at_[minute_at()] *= std::max(1, region_.budget);
        for (std::size_t i = 0; i < 2 * goals_; ++i) at_[i] = std::min(at_[i], worth_[i]);
        for (std::size_t i = 0; i < 2 * goals_; i += 2) at_[i + 1] = std::min(at_[i + 1], at_[i]);
        at_[share_at()] = region_.count_extras ? std::min(at_[share_at()], 1.0) : 0;
        used_.assign(only_once_.size(), 0);
        minutes_ = used_;
        for (std::size_t v = 0; v < ways_taken_.size(); ++v) {
            const double part = program_->value(first_way_ + v);
            used_[ways_taken_[v].option] += part;
            minutes_[ways_taken_[v].option] += part * ways_taken_[v].minutes;
        }
        bool more = false;
        for (std::size_t j = 0; j < only_once_.size(); ++j)
            if (used_[j] > 1.01 && only_once_[j] == 0) only_once_[j] = 1, more = true;
        if (more) program_.reset();
        return more;
    }

    /// A variable for every way of an option and every side place it may take.
    void add_ways(std::size_t j, int own_row, Simplex& program) {
        const Option& option = region_.options[j];
        for (std::size_t w = from_[j]; w < from_[j + 1]; ++w) {
            entries_.clear();
            for (std::size_t e = ways_[w].from; e < ways_[w].to; ++e)
                entries_.push_back({supplies_[e].price, -static_cast<double>(supplies_[e].doses)});
            if (region_.count_extras)
                entries_.push_back({static_cast<std::uint16_t>(share_at()), -(once_[j] + minute_ * ways_[w].minutes)});
            entries_.push_back(
                {static_cast<std::uint16_t>(minute_at()), static_cast<double>(ways_[w].minutes + model_.transition)});
            if (own_row >= 0) entries_.push_back({static_cast<std::uint16_t>(own_row), 1});
            for (std::size_t k = 0; k < asked_.size(); ++k)
                if (has(option, k)) entries_.push_back({static_cast<std::uint16_t>(asked_at(k)), -1});
            for (std::size_t s = 0; s < 3; ++s) {
                if (option.focus() && s > 0) break;
                if (!option.focus()) {
                    if ((static_cast<unsigned>(option.kind) & bit(side_arcs[s])) == 0) continue;
                    entries_.push_back({static_cast<std::uint16_t>(side_at(s)), 1});
                }
                program.add(cost_[j] + own_cost(j, ways_[w].minutes), 1, entries_);
                ways_taken_.push_back({j, ways_[w].minutes});
                if (!option.focus()) entries_.pop_back();
            }
        }
    }

    [[nodiscard]] double worth_of(const Way& way) const {
        double sum = at_[share_at()] * minute_ * way.minutes;
        for (std::size_t e = way.from; e < way.to; ++e) sum += at_[supplies_[e].price] * supplies_[e].doses;
        return sum;
    }

    [[nodiscard]] double side_price(const Option& option) const {
        if (option.focus()) return 0;
        double lowest = 1e30;
        for (std::size_t s = 0; s < 3; ++s)
            if ((static_cast<unsigned>(option.kind) & bit(side_arcs[s])) != 0)
                lowest = std::min(lowest, at_[side_at(s)]);
        return lowest;
    }

    /// The bound at the present prices.
    double value() {
        double sum = earned_;
        for (std::size_t i = 0; i < 2 * goals_; ++i) sum += std::max(0.0, worth_[i] - at_[i]) * room_[i];
        sum += region_.count_extras ? at_[share_at()] * bonuses_ + (1 - at_[share_at()]) * clamp_ + costs_ : -clamp_;
        sum += at_[minute_at()];
        for (std::size_t s = 0; s < 3; ++s) sum += at_[side_at(s)] * places_[s];
        for (std::size_t k = 0; k < asked_.size(); ++k) sum -= at_[asked_at(k)];
        const double a_minute = at_[minute_at()] / std::max(1, region_.budget);
        gains_.resize(once_.size());
        for (std::size_t j = 0; j < once_.size(); ++j) {
            double most = -1e30;
            for (std::size_t w = from_[j]; w < from_[j + 1]; ++w)
                most = std::max(most, worth_of(ways_[w]) + own_cost(j, ways_[w].minutes) -
                                          a_minute * (ways_[w].minutes + model_.transition));
            gains_[j] = most + at_[share_at()] * once_[j] + cost_[j] - side_price(region_.options[j]);
            for (std::size_t k = 0; k < asked_.size(); ++k)
                if (has(region_.options[j], k)) gains_[j] += at_[asked_at(k)];
            sum += std::max(0.0, gains_[j]);
        }
        return sum;
    }

    void take_over(const Prices& prices) {
        for (std::size_t g = 0; g < goals_; ++g) {
            const double tenth = units_in_score / model_.goals[g].dose_tenths;
            at_[2 * g] = static_cast<double>(prices.first[g]) / tenth;
            at_[2 * g + 1] = static_cast<double>(prices.second[g]) / tenth;
        }
        at_[share_at()] = static_cast<double>(prices.share) / share_parts;
        for (std::size_t s = 0; s < 3; ++s) at_[side_at(s)] = static_cast<double>(prices.side[s]) / units_in_score;
        at_[minute_at()] = static_cast<double>(prices.minute) * std::max(1, region_.budget) / units_in_score;
        for (std::size_t k = 0; k < asked_.size(); ++k)
            at_[asked_at(k)] = static_cast<double>(prices.cover[asked_[k]]) / units_in_score;
    }

    [[nodiscard]] Prices whole() const {
        Prices prices;
        for (std::size_t g = 0; g < goals_; ++g) {
            const double tenth = units_in_score / model_.goals[g].dose_tenths;
            prices.first.push_back(std::llround(at_[2 * g] * tenth));
            prices.second.push_back(std::min(prices.first.back(), Units{std::llround(at_[2 * g + 1] * tenth)}));
        }
        prices.share = static_cast<int>(std::lround(at_[share_at()] * share_parts));
        for (std::size_t s = 0; s < 3; ++s) prices.side[s] = std::llround(at_[side_at(s)] * units_in_score);
        prices.minute = std::llround(at_[minute_at()] * units_in_score / std::max(1, region_.budget));
        for (std::size_t k = 0; k < asked_.size(); ++k)
            prices.cover[asked_[k]] = std::llround(at_[asked_at(k)] * units_in_score);
        return prices;
    }

    static constexpr double units_in_score = 1e12;
    const Model& model_;
    const Region& region_;
    Wanted wanted_;
    std::size_t goals_;
    double earned_ = 0, clamp_ = 0, bonuses_ = 0, costs_ = 0, minute_ = 0;
    std::vector<double> worth_, room_;  ///< of a dose and doses wanted, first and second of every goal
    std::array<double, 3> places_{};
    std::vector<std::size_t> asked_;  ///< bits that are asked for
    std::vector<Way> ways_;
    std::vector<Supply> supplies_;
    std::vector<std::size_t> from_;    ///< first way of each option
    std::vector<double> once_, cost_;  ///< bonus and share of item costs of each option
    std::vector<double> at_, gains_, used_, minutes_;
    std::vector<Simplex::Entry> entries_;
    std::vector<char> only_once_;     ///< options with a row of their own in the program
    std::optional<Simplex> program_;  ///< as it was solved last
    std::int64_t effort_ = 0;
    std::size_t first_way_ = 0;  ///< its variables of ways begin here
    struct WayTaken {
        std::size_t option;
        int minutes;
    };
    std::vector<WayTaken> ways_taken_;        ///< by those variables
    static constexpr double asked_worth = 4;  ///< more than a block's minutes can earn elsewhere
};

}  // namespace pegboard::planning
