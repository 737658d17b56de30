// A goal as the rules of progress see it: its measure, what has to be reached, and how often.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/goal.h"
#include "core/model/progress_terms.h"
#include "core/progress/measure.h"

namespace pegboard::progress {

struct Criterion {
    std::string measure;  ///< measure id
    MeasureRule rule;     ///< of that measure; of `count` when it is unknown
    bool lower_is_better = false;
    std::optional<double> target;   ///< value to reach, in the measure's unit
    std::optional<double> share;    ///< 0..1: of one session's measurements that must reach it; percents have none
    int in_row = 3;                 ///< sessions on different days
    int min_tries = 1;              ///< of a percent; a session with fewer neither counts nor breaks the run
    std::optional<int> assist_max;  ///< most help a pass may have, 0..8
    std::optional<int> prompt_max;  ///< most prompting a pass may have, 0..8
    bool generalise = false;        ///< passes wanted in 2 places or with 2 people
    bool maintain = false;          ///< probes wanted 2 and 4 weeks after
    Side side = Side::none;
    std::vector<double> typed_baseline;
    std::optional<Date> start, due;
    std::optional<Date> met_on;  ///< the day the therapist marked the goal met

    /// Turns a value so that more is better, and back: -1 for measures where less is better.
    [[nodiscard]] double oriented(double value) const { return lower_is_better ? -value : value; }
    /// True when `value` reaches the target.
    [[nodiscard]] bool reached(double value) const;
    /// What counts as no change: the larger of one natural unit (one try of `tries` for percents) and 5 % of the
    /// target.
    [[nodiscard]] double tolerance(double tries) const;
};
/// The criterion of a goal. Percents without a target take n of m; 3 sessions in a row where none are stated; at least
/// 5 tries of `trials`, fewer where the goal itself asks for fewer.
Criterion criterion_of(const Goal& goal);

}  // namespace pegboard::progress
