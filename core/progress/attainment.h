// Goal attainment scaling: one T-score for several goals, each on its own five levels from -2 to +2, 0 being what was
// expected. The levels themselves are always shown beside it: T is computed from levels that only have an order.
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/model/ids.h"
#include "core/result.h"

namespace pegboard::progress {

/// Level x of one goal and its weight w (importance 1..3 times difficulty 1..3, or 1).
struct Attained {
    double level = 0;
    double weight = 1;
};
/// T = 50 + 10 sum(w x) / sqrt((1 - rho) sum(w^2) + rho (sum w)^2), rho = 0.30 (Kiresuk and Sherman 1968; the root is
/// over the whole denominator, as in the erratum to Turner-Stokes 2009). 50 = on average as expected. Nothing for no
/// goal or weights that are not above 0.
std::optional<double> t_score(std::span<const Attained> goals, double rho = 0.30);

/// One goal's levels for a report.
struct AttainmentLine {
    GoalId goal;
    int weight = 1;
    std::optional<int> start;  ///< level at the start, from the goal's baseline level
    std::optional<int> now;    ///< newest recorded level
};
/// T at start, now and the change; over the goals that have both levels, `counted` of them.
struct AttainmentReport {
    std::vector<AttainmentLine> lines;
    int counted = 0;
    std::optional<double> start, now, change;
    bool few = true;  ///< fewer than three goals: shown with that remark (King 1999; Steenbeek 2010)
};
AttainmentReport attainment_report(std::vector<AttainmentLine> lines);

/// The five texts, -2 first: all filled and different, or all empty. Field "gas_levels".
Status check_levels(const std::array<std::string, 5>& levels);

}  // namespace pegboard::progress
