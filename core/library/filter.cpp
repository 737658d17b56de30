// Chooses activities by category, age, minutes, place, items and words; reads only the library.
#include "core/library/filter.h"

#include <algorithm>
#include <array>

namespace pegboard {
namespace {

bool works_on(const Library& library, const Activity& activity, const std::string& wanted) {
    return std::ranges::any_of(activity.skills, [&](const std::string& id) {
        if (id == wanted) return true;
        const Skill* skill = library.skill(id);
        return skill != nullptr && skill->parent == wanted;
    });
}

bool keeps(const Library& library, const Activity& activity, const ActivityFilter& filter) {
    if (!filter.category.empty() && activity.category != filter.category) return false;
    if (!filter.skill.empty() && !works_on(library, activity, filter.skill)) return false;
    if (!filter.space.empty() && !space_fits(filter.space, activity.space)) return false;
    if (filter.max_minutes > 0 && activity.minutes_min > filter.max_minutes) return false;
    if (filter.home_only && !activity.home_ok) return false;
    if (filter.age_months >= 0 &&
        (filter.age_months < activity.age_min_months || filter.age_months > activity.age_max_months))
        return false;
    if (!filter.item.empty() &&
        std::ranges::none_of(activity.items, [&](const ActivityItem& needed) { return needed.item == filter.item; }))
        return false;
    return true;
}

}  // namespace

bool space_fits(std::string_view offered, std::string_view needed) {
    constexpr std::array floors{std::string_view{"floor_small"}, std::string_view{"room"}, std::string_view{"hall"}};
    if (offered == needed) return true;
    const auto has = std::ranges::find(floors, offered);
    const auto wants = std::ranges::find(floors, needed);
    return has != floors.end() && wants != floors.end() && wants <= has;
}

std::vector<int> find_activities(const Library& library, const ActivityFilter& filter) {
    std::vector<int> found;
    const auto& all = library.activities();
    const auto take = [&](int index) {
        if (keeps(library, all[static_cast<std::size_t>(index)], filter)) found.push_back(index);
    };
    if (filter.query.find_first_not_of(' ') == std::string::npos) {
        for (int i = 0; i < static_cast<int>(all.size()); ++i) take(i);
    } else {
        for (const Hit& hit : library.search(filter.query)) take(hit.activity);
    }
    return found;
}

std::map<std::string, int> count_by_category(const Library& library, const ActivityFilter& filter) {
    ActivityFilter others = filter;
    others.category.clear();
    std::map<std::string, int> counts;
    for (const int index : find_activities(library, others))
        ++counts[library.activities()[static_cast<std::size_t>(index)].category];
    return counts;
}

}  // namespace pegboard
