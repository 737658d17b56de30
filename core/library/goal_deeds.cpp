#include "core/library/goal_deeds.h"

#include <algorithm>

namespace pegboard {
namespace {

bool names(const std::vector<std::string>& ids, std::string_view id) { return std::ranges::count(ids, id) > 0; }

/// The goal of the bank, as long as it is still about the same skill, for an activity of the library.
const GoalTemplate* template_for(const Activity& activity, std::string_view bank_goal, std::string_view skill,
                                 const Library& library) {
    const GoalTemplate* from = bank_goal.empty() ? nullptr : library.goal_template(bank_goal);
    const bool built_in = library.activity(activity.id) != nullptr;
    return from != nullptr && from->skill == skill && built_in ? from : nullptr;
}

}  // namespace

bool does_another_deed(const Activity& activity, std::string_view bank_goal, std::string_view skill,
                       const Library& library) {
    const GoalTemplate* from = template_for(activity, bank_goal, skill, library);
    return from != nullptr && !from->practiced_in.empty() && names(activity.skills, skill) &&
           !names(from->practiced_in, activity.id);
}

bool counts_for_goal(const Activity& activity, std::string_view bank_goal, std::string_view skill,
                     const Library& library) {
    const GoalTemplate* from = template_for(activity, bank_goal, skill, library);
    if (from == nullptr) return true;
    return !from->counted_apart && (from->recorded_in.empty() || names(from->recorded_in, activity.id));
}

}  // namespace pegboard
