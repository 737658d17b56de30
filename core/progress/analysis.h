// Everything a goal's page shows about its data, in the measure's own units: values with their phases, lines, the share
// better than baseline, mastery, status and what may come. Pure and slow only for thousands of sessions (the trend is
// O(n^2)): ask for it on a worker and keep it by revision.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "core/progress/overlap.h"
#include "core/progress/status.h"

namespace pegboard::progress {

/// A line of a chart from one day to another, in the measure's unit.
struct ChartLine {
    Date from, to;
    double from_value = 0, to_value = 0;
    double per_week = 0;
};

struct Analysis {
    Criterion criterion;
    std::vector<SessionValue> values;  ///< in order; `phase` and `stretch` say where lines stand
    GoalFacts facts;
    Judgement judgement;
    std::string not_mastered;  ///< why not yet; empty when mastered

    std::optional<double> baseline_level;
    std::optional<Date> baseline_on;  ///< median day
    int baseline_values = 0;
    std::optional<ChartLine> aim;
    /// Theil-Sen over all values after the baseline, from 5, drawn from the first to the last of them.
    std::optional<ChartLine> trend;
    std::optional<double> trend_low_per_week, trend_high_per_week;  ///< honest interval of the slope
    /// Through the same points with the slopes at the ends of that interval, over the same days.
    std::optional<ChartLine> trend_low, trend_high;
    std::optional<ChartLine> least_squares;                    ///< for comparison
    std::optional<ChartLine> quarter_intersect, split_middle;  ///< from 6 values
    std::optional<Overlap> overlap;                            ///< from 3 recorded values in each phase
    std::optional<TwoSdBand> band;  ///< from 5 recorded baseline values; in the measure's unit, low <= high
    /// Sessions since the baseline at each level, best first; only of levels that have an order but no distances.
    std::vector<std::pair<int, int>> at_level;
    /// Where the trend line meets the goal, and the days between which it does at the ends of the slope's interval; no
    /// last day when that lies years ahead. Never shown to families.
    std::optional<Date> projected, projected_from, projected_to;
};

/// The whole picture of one goal under the therapist's chosen rule.
Analysis analyse(const Criterion& criterion, std::span<const DataPoint> points, std::span<const PhaseChange> changes,
                 DecisionRule rule);

}  // namespace pegboard::progress
