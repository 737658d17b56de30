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

bool keeps(const Library& library, const GoalTemplate& goal, const GoalBankFilter& filter) {
    const Skill* skill = library.skill(goal.skill);
    if (skill == nullptr) return false;
    if (!filter.skill.empty() && skill->id != filter.skill && skill->parent != filter.skill) return false;
    if (!filter.focus.empty() && skill->focus != filter.focus && skill->focus2 != filter.focus) return false;
    const bool shared = skill->discipline == "shared";
    if (!filter.discipline.empty() && !shared && skill->discipline != filter.discipline) return false;
    return filter.age_months < 0 || grows_at(*skill, filter.age_months);
}

}  // namespace

std::vector<const GoalTemplate*> find_goals(const Library& library, const GoalBankFilter& filter) {
    const std::string folded = fold(filter.query);
    const auto of_category = first_skills(library, filter.category);
    std::vector<const GoalTemplate*> found;
    for (const GoalTemplate& goal : library.goal_templates()) {
        if (!keeps(library, goal, filter)) continue;
        if (!filter.category.empty() && !of_category.contains(goal.skill)) continue;
        std::string words = goal.id + " " + library.name_of(goal.skill) + " " + goal.text + " " + goal.why;
        for (const std::string& target : goal.targets) words += " " + target;
        if (begins_every_word(folded, fold(words))) found.push_back(&goal);
    }
    return found;
}

}  // namespace pegboard
