// What a search asks of every plan, the best plan it knows, and the work it may do.
#pragma once
#include <bit>
#include <limits>
#include <stop_token>

#include "core/planning/options.h"

namespace pegboard::planning {

/// What every plan looked for has: a Focus block, a familiar one, so many children served.
struct Target {
    unsigned must = 0;  ///< of cover_main and cover_familiar
    int children = 0;
    [[nodiscard]] bool met(unsigned covers) const {
        return (covers & must) == must && std::popcount(covers & cover_children) >= children;
    }
    /// Moves between table and floor of blocks in that state.
    [[nodiscard]] int changes(const SeatStates& seats, int state) const {
        return (must & cover_main) != 0 ? seats.fewest_with_main(state) : seats.fewest(state);
    }
};

/// The best plan known. Arcs are given later.
struct Best {
    bool known = false;
    Units units = std::numeric_limits<Units>::min() / 4;
    std::int64_t score = std::numeric_limits<std::int64_t>::min() / 4;  ///< units in whole millionths
    std::vector<Placed> chosen;
    /// The lowest units that would be a higher score.
    [[nodiscard]] Units to_beat() const {
        return known ? score * units_per_millionth + units_per_millionth / 2 : units;
    }
};

/// Search nodes, counted over the whole search of one plan.
struct Work {
    std::int64_t nodes = 0, most = 0;
    std::stop_token stop;
    bool stopped = false, cancelled = false;
    Units open = std::numeric_limits<Units>::min();  ///< no plan left out by stopping has more units
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
    const Units extras = tally.extras + model.seat_change * changes;
    return tally.goals + (extras < -model.clamp ? -model.clamp : extras > model.clamp ? model.clamp : extras);
}

}  // namespace pegboard::planning
