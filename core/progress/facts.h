// What the data of one goal say, boiled down to a few numbers: the row kept with every goal, from which its status and
// sentence follow without reading points again. Nothing in it depends on today or on which rule is chosen.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "core/progress/aim.h"
#include "core/progress/mastery.h"
#include "core/progress/series.h"

namespace pegboard::progress {

/// Raised with every change of a rule that changes what is worked out: rows kept by an older one are made again.
inline constexpr int facts_version = 4;

struct GoalFacts {
    int sessions = 0;                       ///< values since the baseline that the rules count
    int outside = 0;                        ///< of those, days on which they were recorded outside a session
    int left_out = 0;                       ///< values with too few tries to count
    int in_stretch = 0;                     ///< counted values since the last phase change: what the aim rules look at
    std::optional<Date> first_on, last_on;  ///< of all recorded values, baseline too
    std::optional<double> last_value;       ///< of the newest value, in the measure's unit
    int last_tries = 0;
    double last_successes = 0;
    int last_measured = 0;        ///< measurements the newest value was taken from
    int last_with_more_help = 0;  ///< its tries done with more help than the goal allows
    std::optional<double> baseline_level, baseline_worst;
    int baseline_values = 0;             ///< how many values those two come from
    std::optional<double> recent_level;  ///< median of the newest 3 values, in the measure's unit
    std::optional<double> aim_at_last;   ///< where the aim line stood on the day of the newest value
    /// Theil-Sen slope in the measure's unit, with its interval, over at most the newest 100 values; from 5. Levels
    /// that only have an order have none.
    std::optional<double> per_week, per_week_low, per_week_high;
    bool leaning = false;  ///< what is left beside the trend leans on the session before: the interval is too narrow
    std::optional<double> recent_change;  ///< of the trend over the newest 6 values, in the measure's unit
    bool flat = false;                    ///< those 6 show no progress
    bool below_baseline = false;          ///< the newest 3 are worse than the worst baseline value and do not rise
    Verdicts verdicts{Verdict::no_aim, Verdict::no_aim, Verdict::no_aim, Verdict::no_aim};
    Mastery mastery;
    bool operator==(const GoalFacts&) const = default;
};

/// The row kept with a goal: its facts and the version of the rules that made them.
struct KeptFacts {
    GoalId id;
    int made_by = 0;
    GoalFacts facts;
    bool operator==(const KeptFacts&) const = default;
};

/// All that a chart and the rules need of one goal, worked out once. Lines and levels are oriented (more is better);
/// `shown` turns them back.
struct Workup {
    Criterion criterion;
    std::vector<SessionValue> values;                      ///< all, in order
    std::vector<SessionValue> baseline_values, practised;  ///< counted ones before and after the start
    Series before, after;                                  ///< the same as oriented points
    std::size_t stretch_from = 0;                          ///< first of `after` that follows the last phase change
    std::optional<Baseline> baseline;
    std::optional<AimLine> aim;
    double tolerance = 1;  ///< what counts as no change
    /// The newest values since the last phase change, what the aim rules look at: 100 at most.
    [[nodiscard]] std::span<const At> stretch() const;
};
Workup work_up(const Criterion& criterion, std::span<const DataPoint> points, std::span<const PhaseChange> changes);

/// O(n log n) in the points plus O(100^2) for the trend.
GoalFacts facts_of(const Workup& workup);
GoalFacts facts_of(const Criterion& criterion, std::span<const DataPoint> points, std::span<const PhaseChange> changes);

}  // namespace pegboard::progress
