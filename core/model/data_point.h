// What is recorded about one goal: points, and the changes of phase and events on its time axis. A point is never
// deleted; one that should not count is marked invalid with a reason.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/model/date.h"
#include "core/model/enums.h"
#include "core/model/ids.h"
#include "core/model/progress_terms.h"

namespace pegboard {

using PointId = Id<struct PointTag>;
using PhaseChangeId = Id<struct PhaseChangeTag>;
using EventId = Id<struct EventTag>;

/// The reason of a tap that was taken back at once: charts leave it out.
inline constexpr std::string_view taken_back = "Taken back";
/// The reason of what was recorded for a child who is marked absent, or in a session that was not held: it counts
/// again when that is taken back.
inline constexpr std::string_view not_readable = "Could not be read";
inline constexpr std::string_view not_here = "Not here that day";

struct DataPoint {
    PointId id;
    ChildId child;
    GoalId goal;
    SessionId session;  ///< none when it was seen outside a session
    BlockId block;
    Date date;           ///< the day it happened, also when it is entered later
    std::string at_utc;  ///< the instant it was entered
    PointKind kind = PointKind::measured;
    std::string measure;        ///< the measure it was taken with: a goal may change its own
    double value = 0;           ///< in the measure's unit, or the count out of `n`
    std::optional<int> n;       ///< tries, letters, steps; seconds for a rate
    std::optional<int> assist;  ///< physical help 0..8, content part 4.2
    std::optional<int> prompt;  ///< prompt 0..8, content part 4.3
    int step = 0;               ///< 1.. step of the task analysis; 0 for none
    int steps_in_list = 0;      ///< how many steps the list had when it was tapped
    int try_number = 0;         ///< 1.. of the session's tries a count belongs to; 0: all counts are one try
    Side side = Side::none;
    std::string setting;  ///< place
    std::string rater;    ///< who judged it
    std::string note;
    bool valid = true;
    std::string invalid_reason;
    TherapistId therapist;  ///< who entered it
    bool operator==(const DataPoint&) const = default;
};

/// From this day on another phase or strategy: the vertical line of a chart.
struct PhaseChange {
    PhaseChangeId id;
    ChildId child;
    GoalId goal;
    Date date;
    Phase phase = Phase::intervention;
    std::string label;  ///< "Weekly name practice"
    bool operator==(const PhaseChange&) const = default;
};

/// Something that may explain the data: a new brace, a holiday, an illness.
struct TimeEvent {
    EventId id;
    ChildId child;
    GoalId goal;  ///< none: it concerns all goals of the child
    Date date;
    std::optional<Date> until;  ///< last day; none for a single day
    EventKind kind = EventKind::other;
    std::string text;  ///< "Slant board added"
    bool operator==(const TimeEvent&) const = default;
};

}  // namespace pegboard
