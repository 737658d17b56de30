// Whether a goal is mastered, why not yet, and whether it was kept afterwards.
#pragma once
#include <optional>
#include <span>

#include "core/progress/series.h"

namespace pegboard::progress {

/// The first thing that still stands between the data and mastery.
enum class Gap {
    none,            ///< mastered
    no_criterion,    ///< the goal says no value to reach
    no_data,         ///< nothing recorded since the baseline
    too_few_tries,   ///< the newest session has too few tries to count
    below,           ///< the newest session that counts is below the criterion
    too_much_help,   ///< it reached the value, but with more help than the goal allows
    help_not_noted,  ///< it reached the value, but nobody noted the help
    run_short,       ///< passes in a row, but not enough of them yet, or not on different days
    too_few_passes,  ///< fewer of the last sessions or occasions pass than the goal asks for
    one_place,       ///< enough in a row, but so far in one place with one person
};
enum class ProbeResult { none, kept, slipped };

struct Mastery {
    std::optional<Date> mastered_on;       ///< the day the criterion was met
    std::optional<double> mastered_value;  ///< what that day's session reached; none where a therapist marked it met
    int run = 0;                           ///< passes in a row on different days, newest first
    int passed = 0, looked_at = 0;         ///< of the last sessions or occasions, where the goal asks for n of m
    Gap gap = Gap::no_data;
    ProbeResult probe = ProbeResult::none;
    std::optional<Date> probe_on;        ///< day of the newest probe
    int probe_weeks = 0;                 ///< 2 or 4: which probe that was
    std::optional<Date> practice_ended;  ///< the day the probes are counted from
    bool operator==(const Mastery&) const = default;
};

/// Days after practice ended on which a value counts as the 2-week and the 4-week probe, and when they are due.
inline constexpr int two_week_probe_due = 14, two_week_probe_from = 11, four_week_probe_due = 28,
                     four_week_probe_from = 21, probes_until = 42;

/// Passes in a row on different days (usually 3; Longino 2021, Fuller and Fienup 2018 and Fienup and Carr 2021 on how
/// high); a session with too few tries neither counts nor breaks the run. Where the goal asks for n of m sessions or
/// occasions, n of the last m of them pass instead, the newest among them. Where the goal asks for it, passes in 2
/// places or with 2 people. A goal the therapist marked met is mastered from then on at the latest. With probes wanted,
/// the first value of days 11 to 20 and the first of days 21 to 42 after practice ended say whether it was kept; after
/// a slip a new run masters it again. `values` are those after the baseline, in order.
Mastery mastery_of(const Criterion& criterion, std::span<const SessionValue> values);

}  // namespace pegboard::progress
