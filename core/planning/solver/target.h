// What a search asks of every plan, the best plan it knows, and the work it may do.
#pragma once
#include <algorithm>
#include <bit>
#include <limits>
#include <stop_token>
#include <tuple>
#include <utility>

#include "core/planning/solver/options.h"

namespace pegboard::planning {

/// What every plan looked for has: a Focus block, a familiar one, a Warm-up, so many children served.
struct Target {
    unsigned must = 0;  ///< of cover_main, cover_familiar and cover_opener
    int children = 0;
    [[nodiscard]] bool met(unsigned covers) const {
        return (covers & must) == must && std::popcount(covers & cover_children) >= children;
    }
    /// What each plan has for certain, where `with_goals` are the children who have an active goal.
    [[nodiscard]] unsigned asked(unsigned with_goals) const {
        return must | (std::popcount(with_goals) == children ? with_goals : 0U);
    }
    /// Moves between table and floor of blocks in that state.
    [[nodiscard]] int changes(const SeatStates& seats, int state) const {
        return seats.fewest_with(state, (must & cover_main) != 0, (must & cover_opener) != 0);
    }
};

/// What tells equal scores apart, in this order; less is better. `items` are loads.
struct Rank {
    int items = 0, off = 0, blocks = 0;
    std::vector<std::pair<int, int>> ids;  ///< columns with their minutes, by column
    auto operator<=>(const Rank&) const = default;
    /// True when blocks so far already come behind it, whatever follows.
    [[nodiscard]] bool beats(const Tally& now) const {
        return std::tie(items, off, blocks) < std::tie(now.items, now.off, now.blocks);
    }
};
/// Rank of chosen blocks whose tally is known.
inline Rank rank_of(const Tally& tally, const std::vector<Placed>& chosen) {
    Rank rank{tally.items, tally.off, tally.blocks, {}};
    for (const Placed& block : chosen) rank.ids.emplace_back(block.column, block.minutes);
    std::ranges::sort(rank.ids);
    return rank;
}

/// The best plan known. Arcs are given later.
struct Best {
    bool known = false;
    bool among_equals = false;  ///< the score is settled; only rank can better it
    Units units = std::numeric_limits<Units>::min() / 4;
    std::int64_t score = std::numeric_limits<std::int64_t>::min() / 4;  ///< units in whole millionths
    Rank rank;
    std::vector<Placed> chosen;
    /// The lowest units of a plan that may be better.
    [[nodiscard]] Units to_beat() const {
        if (!known) return units;
        return score * units_per_millionth + (among_equals ? -1 : 1) * (units_per_millionth / 2);
    }
    /// False when a plan that comes to this is no better for certain.
    [[nodiscard]] bool could_be(Units plan_units, const Tally& tally) const {
        return plan_units >= to_beat() && !(among_equals && rank.beats(tally));
    }
    /// Takes the plan if it is better; true then.
    bool offer(Units plan_units, const Tally& tally, const std::vector<Placed>& plan) {
        if (!could_be(plan_units, tally)) return false;
        Rank plan_rank = rank_of(tally, plan);
        if (known && to_millionths(plan_units) == score && plan_rank >= rank) return false;
        known = true;
        units = plan_units;
        score = to_millionths(plan_units);
        rank = std::move(plan_rank);
        chosen = plan;
        return true;
    }
};

/// Search nodes, counted over the whole search of one plan.
struct Work {
    std::int64_t nodes = 0, most = 0;
    std::stop_token stop;
    bool stopped = false, cancelled = false;
    Units open = std::numeric_limits<Units>::min();  ///< no plan left out by stopping has more units
    // What takes as long as a node: fitted to the times of 900 sessions, the options passed over by trial.
    static constexpr std::int64_t entries_a_node = 19;  ///< Priced::effort
    static constexpr std::int64_t sums_a_node = 100;    ///< Outlook::effort
    static constexpr std::int64_t options_a_node = 8;   ///< passed over by Level
    static constexpr std::int64_t tries_a_node = 18;    ///< Builder::effort
    /// Counts other work as so many nodes.
    void count(std::int64_t as_nodes) { nodes += as_nodes; }
    /// Counts a node; false once the limit is reached or a stop was asked for.
    bool go_on() {
        if (stopped) return false;
        if (++nodes >= most) stopped = true;
        constexpr std::int64_t look_every = 256;
        if (nodes % look_every == 0 && stop.stop_requested()) stopped = cancelled = true;
        return !stopped;
    }
};

/// Units of what a ledger holds, with so many moves between table and floor.
inline Units units_of(const Model& model, const Tally& tally, int changes) {
    return tally.goals + tally.own + extras_of(model, tally.bonuses, tally.costs + model.seat_change * changes);
}

}  // namespace pegboard::planning
