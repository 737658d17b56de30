// What is recorded about one goal: points, and the changes of phase on its time axis. A point is never deleted; one
// that should not count is marked invalid with a reason.
#pragma once
#include <optional>
#include <string>

#include "core/model/date.h"
#include "core/model/enums.h"
#include "core/model/ids.h"
#include "core/model/progress_terms.h"

namespace pegboard {

using PointId = Id<struct PointTag>;
using PhaseChangeId = Id<struct PhaseChangeTag>;

struct DataPoint {
    PointId id;
    ChildId child;
    GoalId goal;
    SessionId session;  ///< none when it was seen outside a session
    BlockId block;
    Date date;           ///< the day it happened, also when it is entered later
    std::string at_utc;  ///< the instant it was entered
    PointKind kind = PointKind::measured;
    double value = 0;           ///< in the measure's unit, or the count out of `n`
    std::optional<int> n;       ///< tries, letters, steps; seconds for a rate
    std::optional<int> assist;  ///< physical help 0..8, content part 4.2
    std::optional<int> prompt;  ///< prompt 0..8, content part 4.3
    int step = 0;               ///< 1.. step of the task analysis; 0 for none
    int steps_in_list = 0;      ///< how many steps the list had when it was tapped
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

}  // namespace pegboard
