// Finds the best set of blocks for a planning problem and proves it: branch and bound over activities and
// minutes. Deterministic; it stops at a fixed number of nodes, never at a time.
#pragma once
#include <stop_token>

#include "core/planning/model.h"

namespace pegboard::planning {

struct SearchLimits {
    std::int64_t nodes;
    std::int64_t tie_nodes;
};
/// The limits of weights.h for this problem.
SearchLimits usual_limits(const Model& model);
/// The limits of the second answer, on a worker.
SearchLimits thorough_limits();

struct Found {
    std::vector<Placed> chosen;  ///< without the pins; by column
    Worth worth;
    bool proved = true;       ///< no plan is worthier down to the score
    bool ties_proved = true;  ///< nor an equal one that items, minutes or ids put first
    std::int64_t bound = 0;   ///< millionths no plan of the same structure and children served exceeds
    int most_servable = 0;    ///< no plan of the same structure serves more children
    std::int64_t nodes = 0;
    bool stopped = false;
};

/// The worthiest plan. With `stop` asked for, the best found so far.
Found search(const Model& model, std::stop_token stop, SearchLimits limits);
/// The same within the usual limits.
Found search(const Model& model, std::stop_token stop = {});

}  // namespace pegboard::planning
