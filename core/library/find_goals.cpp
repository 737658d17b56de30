#include "core/library/find_goals.h"

#include <algorithm>
#include <set>

#include "core/library/skill_graph.h"

namespace pegboard {
namespace {

std::set<std::string_view> first_skills(const Library& library, std::string_view category) {
    std::set<std::string_view> skills;
    for (const Activity& activity : library.activities())
        if (activity.category == category && !activity.skills.empty()) skills.insert(activity.skills.front());
    return skills;
}

/// Skills for which everything there is to work on them asks for one of `unmet`, as written and on every rung that
/// says so.
std::set<std::string_view> out_of_reach(const Library& library, const std::vector<std::string>& unmet) {
    const auto blocked = [&](const std::vector<std::string>& needs) {
        return std::ranges::any_of(needs, [&](const auto& need) { return std::ranges::count(unmet, need) > 0; });
    };
    std::set<std::string_view> open, out;
    for (const Activity& activity : library.activities()) {
        if (activity.skills.empty() || unmet.empty()) continue;
        bool all = blocked(activity.needs);
        for (const auto* rungs : {&activity.easier, &activity.harder})
            for (const Rung& rung : *rungs) all = all && (!rung.needs || blocked(*rung.needs));
        (all ? out : open).insert(activity.skills.front());
    }
    for (const auto skill : open) out.erase(skill);
    return out;
}

bool asks_for(const GoalTemplate& goal, const std::vector<std::string>& unmet,
              const std::set<std::string_view>& out_of_reach) {
    if (goal.needs.empty()) return out_of_reach.contains(goal.skill);
    return std::ranges::any_of(goal.needs, [&](const auto& need) { return std::ranges::count(unmet, need) > 0; });
}

bool keeps(const Library& library, const GoalTemplate& goal, const GoalBankFilter& filter) {
    const Skill* skill = library.skill(goal.skill);
    if (skill == nullptr) return false;
    if (!filter.skill.empty() && skill->id != filter.skill && skill->parent != filter.skill) return false;
    if (!filter.focus.empty() && skill->focus != filter.focus && skill->focus2 != filter.focus) return false;
    const bool shared = skill->discipline == "shared";
    if (!filter.discipline.empty() && !shared && skill->discipline != filter.discipline) return false;
    // A skill without a usual age, such as walking with crutches, comes when a child needs it.
    return filter.age_months < 0 || !skill->from_months || grows_at(*skill, filter.age_months);
}

}  // namespace

std::vector<const GoalTemplate*> find_goals(const Library& library, const GoalBankFilter& filter) {
    const std::string folded = fold(filter.query);
    const auto of_category = first_skills(library, filter.category);
    const auto beyond = out_of_reach(library, filter.unmet);
    std::vector<const GoalTemplate*> found;
    for (const GoalTemplate& goal : library.goal_templates()) {
        if (!keeps(library, goal, filter) || asks_for(goal, filter.unmet, beyond)) continue;
        if (!filter.category.empty() && !of_category.contains(goal.skill)) continue;
        std::string words = goal.id + " " + library.name_of(goal.skill) + " " + goal.text + " " + goal.why;
        for (const std::string& target : goal.targets) words += " " + target;
        if (begins_every_word(folded, fold(words))) found.push_back(&goal);
    }
    return found;
}

}  // namespace pegboard
