// What of a caseload's goals and sessions a therapist should look at: read from the rows kept with each goal, so that
// it is cheap for a whole caseload. It reads no points and decides nothing.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/caseload.h"
#include "core/progress/status.h"

namespace pegboard::progress {

/// The rule that judges a goal: its own, else the practice's.
DecisionRule rule_for(const Practice& practice, const Goal& goal);
/// Status and sentences of a goal as it stands; nothing for a goal that is not there.
std::optional<Judgement> judgement_of(const Caseload& caseload, GoalId goal);
/// How far below its aim line a goal lies, in parts of the way from baseline to target: (aim - value) / (target -
/// baseline), both signs turned where less is better, kept within 0 (on or above the line) .. 1.
struct Shortfall {
    double share = 0;
    bool recorded = false;  ///< false: nothing counts since the baseline, so the child is taken to stand there still
    bool operator==(const Shortfall&) const = default;
};
/// By the newest value and the aim on its day; where no value since the baseline counts, by the baseline and the aim on
/// `day`. Nothing without a baseline, a target that lies beyond it, and an aim line (a due date after the baseline).
std::optional<Shortfall> shortfall_of(const Criterion& criterion, const GoalFacts& facts, Date day);
std::optional<Shortfall> shortfall_of(const Caseload& caseload, const Goal& goal, Date day);

/// Why a goal is worth a look, most pressing first.
enum class LookKind {
    check_now,  ///< worse than the baseline: a skill may be going
    slipped,    ///< not kept after mastery
    met,        ///< the criterion is met: review
    change,     ///< the rule suggests a change
    raise,      ///< the rule suggests to raise the goal
    plateau,    ///< no progress over six sessions
    probe_due,  ///< mastered 2 or 4 weeks ago and not looked at since
    no_data,    ///< active, and nothing recorded for three weeks
};
inline constexpr int no_data_after_days = 21;

struct Look {
    LookKind kind = LookKind::no_data;
    ChildId child;
    GoalId goal;
    std::optional<Date> since;  ///< the day it refers to
    bool operator==(const Look&) const = default;
};
/// Of all active goals of current children; at most one per goal. O(goals).
std::vector<Look> goals_to_look_at(const Caseload& caseload, Date today);
/// "Criterion met: review", "No data for 3 weeks".
std::string_view look_words(LookKind kind);

}  // namespace pegboard::progress
