// The hard rules of planner.md part 2: what may be used in this session, and by which name a rule bites.
// The same tests answer quickly for thousands of activities and in words for one.
#pragma once
#include "core/planning/input/ways.h"

namespace pegboard::planning {

/// True when a precaution of a participant has something to say about the activity as written.
bool is_flagged(const Situation& situation, const ActivityBits& bits);
/// On the feet with hands free, for a child who is not, and no rung that may be offered gives a hold or a seat.
bool lacks_hold(const Situation& situation, const ChildState& child, const ActivityBits& bits);
/// The first rule that bars the activity, or nothing when it may be used. Pins are not asked.
std::optional<Rule> barred_by(const Situation& situation, int activity);
/// All that bars it, in words, strongest first.
std::vector<RuledOut> all_barriers(const Situation& situation, int activity);
/// All that bars it wherever the session is but precautions: what it needs, age, step.
std::vector<RuledOut> unsuited_by(const Situation& situation, int activity);
/// The inventory as the activity would use it here: substitutes for what is not at hand.
Inventory inventory_for(const Situation& situation, const ActivityBits& activity);
/// "light scarf in place of Balloon", for each item replaced.
std::vector<std::string> stand_ins(const Situation& situation, const ActivityBits& activity);
/// What precautions of all participants flag for the activity as it would be used here.
std::vector<Flag> precaution_flags(const Situation& situation, const ActivityBits& activity, bool with_excluding);

}  // namespace pegboard::planning
