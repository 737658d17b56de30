// The steps on the way to a long-term goal: objectives proposed from the skill's sequence, from the bank's easier
// targets, or by fading help. Pure. It proposes; nothing is added until a therapist does.
#pragma once
#include <string>
#include <vector>

#include "core/library/library.h"
#include "core/model/child.h"
#include "core/model/goal.h"
#include "core/rules/goals/goal_writing.h"

namespace pegboard {

/// One proposed objective: the goal ready to be added under the long-term one, and its sentence.
struct LadderRung {
    Goal goal;              ///< short_term, draft, without id; parent is the long-term goal's id
    std::string bank_goal;  ///< template id it is written with; empty: the long-term goal's own
    GoalSlots slots;
    std::string statement;
    std::string why;  ///< "Step 3 of 8 in Scissor skills"
};

/// What the ladder climbs from.
struct LadderFacts {
    const Child* child = nullptr;        ///< for the name and the present step; null: none known
    const GoalTemplate* from = nullptr;  ///< template of the long-term goal; null: the first of its skill
    GoalSlots slots;                     ///< of the long-term goal
    int help_now = 5;                    ///< help the child has now, 0..8, content part 4.2
    Date today;
};

inline constexpr std::size_t most_rungs = 4;

/// Rungs in order, the nearest first, due at even distances between the goal's start and its due date; the goal
/// itself is not among them, none is called as it is, and none asks for more of the tries, longer runs or less help
/// than it does. Empty when nothing lies between.
std::vector<LadderRung> propose_ladder(const Goal& goal, const LadderFacts& facts, const Library& library);

/// What could follow a goal that was met.
struct NextGoal {
    std::string bank_goal;  ///< template it is written with; empty: the blank one
    GoalSlots slots;
    std::string title;
    std::string why;  ///< "The next target of the same goal"
};
/// The next target of the same goal, the next step of its sequence, the same with less help; as far as there are some.
std::vector<NextGoal> propose_next(const Goal& met, const LadderFacts& facts, const Library& library);

}  // namespace pegboard
