// What the page of one goal shows beside the rules: points left out with their reason, phases and events on the time
// axis, what was written at a point, where and with whom it was seen, probes, levels of its own scale. Taken from the
// caseload as one copy, so that a worker can do the rest.
#pragma once
#include <string>
#include <vector>

#include "core/caseload.h"
#include "core/progress/analysis.h"

namespace pegboard::progress {

/// Everything that is known of a goal's data, safe to hand to a worker.
struct GoalInput {
    Goal goal;
    Points points;
    std::vector<PhaseChange> changes;
    std::vector<TimeEvent> events;  ///< of the goal, and those that concern all goals of the child
    DecisionRule rule = DecisionRule::four_point;
};
Result<GoalInput> goal_input(const Caseload& caseload, GoalId goal);

/// What a session would have said, had its points counted.
struct LeftOut {
    Date date;
    double value = 0;  ///< in the measure's unit
    std::string words;
    std::string reason;  ///< as it was given; "Taken back" never comes here
};
/// A part of the time axis up to the next one.
struct Stretch {
    Date from;
    Phase phase = Phase::intervention;
    std::string words;  ///< the label of the change, else the phase
};
struct PointNote {
    Date date;
    std::string text;
};
struct LevelAt {
    Date date;
    int level = 0;  ///< -2..2
};

struct GoalPicture {
    Analysis analysis;
    std::vector<LeftOut> left_out;            ///< in order of date
    std::vector<Stretch> stretches;           ///< from the first value on; none without data
    std::vector<TimeEvent> events;            ///< in order of date
    std::vector<PointNote> notes;             ///< in order of date
    std::vector<LevelAt> levels;              ///< of the goal's attainment scale, in order of date
    std::vector<std::string> places, people;  ///< where and with whom a pass was seen
};
GoalPicture picture_of(const GoalInput& input);

/// What generalising and keeping it up ask for and what was seen: "Seen in 2 places: gym, home.", "Look again from
/// 14 Oct to see if it is kept.", "Kept 2 weeks later, on 15 Oct." Nothing where the goal asks for neither.
std::vector<std::string> say_probes(const GoalPicture& picture, Date today);

}  // namespace pegboard::progress
