// What a progress report says of one child in a period, gathered and worked out before anything is worded: goals as
// their data stood on the last day of the period, and who signs for which part.
#pragma once
#include <string>
#include <vector>

#include "core/progress/chart/goal_data.h"
#include "core/progress/story.h"
#include "core/reports/attendance_facts.h"
#include "core/reports/reports.h"

namespace pegboard::reports {

/// How a goal stands, with what the period says of it.
enum class Standing { practised, on_hold, met, ended };

struct ReportedGoal {
    Goal goal;  ///< as it stood on the last day of the period
    Standing standing = Standing::practised;
    bool step = false;  ///< an objective under a goal of the report
    GoalData data;
    progress::Analysis found;
    progress::Story story;
    DecisionRule rule = DecisionRule::four_point;  ///< the one its status goes by
    GoalChart chart;
};
struct Signer {
    Discipline discipline = Discipline::ot;
    std::string name, below;
};
struct ProgressFacts {
    const Child* child = nullptr;
    Date from, to;
    Date speaks_of;                   ///< the last day whose data are used: not after today
    std::vector<ReportedGoal> goals;  ///< OT, then PT; each objective behind its goal
    std::vector<AttendanceLine> attendance;
    std::vector<Signer> signers;  ///< one for each discipline with goals
};
/// Who signs for the discipline: whoever gives the service, else whoever follows a goal; "Name:" for nobody known.
Signer signer_of(const ProgressFacts& facts, const Caseload& caseload, Discipline discipline);
/// Errors: missing, when the child is gone; storage.
Result<ProgressFacts> progress_facts(const Caseload& caseload, const Choices& choices, Date today);

}  // namespace pegboard::reports
