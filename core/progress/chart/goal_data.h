// The data of one goal as its chart and its tables show them: values with what was noted beside them, phases, events,
// what was worked out. It refuses to read the storage by itself.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/caseload.h"
#include "core/progress/analysis.h"
#include "core/progress/chart/goal_chart.h"

namespace pegboard {

/// What was noted of help in one session, of all its entries.
struct SessionHelp {
    int noted = 0, helped = 0;          ///< entries of which the help was noted, and those of them that had any
    int unsaid = 0;                     ///< of those, done with help of which nobody said how much
    bool alike = true;                  ///< one level for all
    std::optional<int> assist, prompt;  ///< the most that was given
};
/// What its points say beside the value of a session.
struct SessionBeside {
    SessionHelp help;
    std::string note;  ///< all that was typed with them
};
/// Of each of the values that were made of these points, in their order: gathered in one pass over the points.
std::vector<SessionBeside> beside_values(const progress::Criterion& criterion, std::span<const DataPoint> points,
                                         std::span<const progress::SessionValue> values);
/// "a spoken prompt", the most that was given; "help" where nobody said how much, nothing where none was noted.
std::string say_most(const SessionHelp& help);
/// "a light touch", "help in 2 of 5", "help not noted": help that nobody noted is not "no help".
std::string say_help(const progress::SessionValue& value, const SessionHelp& help);

/// All that a chart of a goal is made from.
struct GoalData {
    progress::Criterion criterion;
    Points points;
    std::vector<PhaseChange> changes;
    std::vector<TimeEvent> events;  ///< of this goal and of all the child's goals, in order of date
    std::vector<progress::SessionValue> values;
    std::vector<SessionBeside> beside;           ///< of each of the values
    std::optional<progress::Analysis> analysis;  ///< none until it has been worked out
};
/// The chart of what has been worked out so far; steps on the way are the objectives among `goals`.
GoalChart chart_of(const std::vector<Goal>& goals, const Goal& goal, const GoalData& data, Date today);

}  // namespace pegboard
