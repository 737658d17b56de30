// Closed vocabularies of recording and progress, with the text kept in the file and the words on screen.
#pragma once
#include "core/model/enums.h"

namespace pegboard {

/// How a point came about: which button was tapped, or that a finished value was measured.
enum class PointKind {
    correct,     ///< one try, done: value 1 of 1
    with_help,   ///< one try, done with help beyond what counts: value 0 of 1
    not_yet,     ///< one try, not done: value 0 of 1
    step,        ///< one step of the goal's task analysis, done (1) or not (0)
    interval,    ///< one watched interval, seen (1) or not (0)
    tally,       ///< adds `value` to the session's one sum
    measured,    ///< a finished value; with `n` the count out of n (seconds for a rate)
    attainment,  ///< a level -2..+2 of the goal's attainment scale
};
/// The parts of a goal's time axis, divided by phase changes.
enum class Phase { baseline, intervention, generalisation, maintenance };
/// Which rule compares the data with the aim line: the therapist's choice.
enum class DecisionRule { three_point, four_point, median_of_three, trend_line };
/// How a goal stands, in the order in which it is decided (content part 4.6).
enum class ProgressStatus {
    collecting,
    check_now,
    mastered,
    kept,
    slipped,
    change_suggested,
    raise_suggested,
    plateau,
    on_track,
};
/// How an interval is judged: at its end, whether seen at any time in it, or all through it.
enum class IntervalMethod { momentary, partial, whole };
/// Which of several tries of one session its value is.
enum class TriesCount { best, middle, total, last };
/// What else happened on a child's time axis.
enum class EventKind { equipment, medical, holiday, family, school, other };
enum class NoteStatus { draft, final_ };

template <>
std::span<const Term> terms<PointKind>();
template <>
std::span<const Term> terms<Phase>();
template <>
std::span<const Term> terms<DecisionRule>();
template <>
std::span<const Term> terms<ProgressStatus>();
template <>
std::span<const Term> terms<IntervalMethod>();
template <>
std::span<const Term> terms<TriesCount>();
template <>
std::span<const Term> terms<EventKind>();
template <>
std::span<const Term> terms<NoteStatus>();

}  // namespace pegboard
