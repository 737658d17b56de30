// Reads a goal as a careful colleague would before it starts: one behaviour, a condition, a criterion the app can
// record, a baseline, the next step and not three ahead, a reason, a date, no vague words. Pure. It advises and
// refuses nothing: what a record needs to be stored is for validate.h.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/library/library.h"
#include "core/model/child.h"
#include "core/model/goal.h"

namespace pegboard {

enum class GoalAspect { behaviour, condition, criterion, baseline, achievable, relevant, due, words };

/// A change that would mend a finding, ready to be taken over with one click.
struct GoalMend {
    std::string label;  ///< "Use 10 weeks: 8 Dec 2026"
    Goal goal;          ///< the goal with that change
};
struct GoalFinding {
    GoalAspect aspect = GoalAspect::behaviour;
    bool good = false;
    std::string title;  ///< "One behavior"
    std::string words;  ///< why it is good, or how to mend it
    std::string field;  ///< the field to go to: "due", "baseline", "statement"
    std::optional<GoalMend> mend{};
    /// What else differs between sentence and goal line, each with its own mend.
    struct Also {
        std::string words;
        std::optional<GoalMend> mend{};
    };
    std::vector<Also> also{};
};

/// What a goal is read against.
struct GoalCheckFacts {
    std::string statement;         ///< the goal's sentence as it will read
    const Child* child = nullptr;  ///< for the present step; null: none known
    Date today;
    DateOrder order = DateOrder::month_first;  ///< of days in numbers
};

/// One finding for each aspect, in their order, good ones too: "7 of 8" is a count of the good ones.
std::vector<GoalFinding> check_goal(const Goal& goal, const GoalCheckFacts& facts, const Library& library);
/// Why nobody could tell from what is recorded whether the goal is reached, and the field that mends it: no value, no
/// count, a count that asks for nothing. Empty words where it can be told.
struct CriterionFault {
    std::string field, words;
};
CriterionFault criterion_lack(const Goal& goal, const Library& library);
/// How many are good.
int count_good(const std::vector<GoalFinding>& findings);

}  // namespace pegboard
