#include "core/library/content/ground.h"

#include <algorithm>

#include "core/library/content/check_activity.h"

namespace pegboard::content {
namespace {

template <class Rows, class Id>
void collect(Ground& ground, const std::string& vocabulary, const Rows& rows, Id id) {
    for (const auto& row : rows) ground.ids[vocabulary].insert(row.*id);
}

/// One discipline when all skills agree on it; shared skills and mixtures make the activity shared.
std::string discipline_of(const Activity& activity, const Ground& ground) {
    std::set<std::string> disciplines;
    for (const auto& id : activity.skills)
        if (const auto skill = ground.skills.find(id); skill != ground.skills.end())
            disciplines.insert(skill->second->discipline);
    return disciplines.size() == 1 ? *disciplines.begin() : "shared";
}

}  // namespace

Ground ground_of(const Library& library) {
    Ground ground;
    for (const auto& skill : library.skills()) {
        ground.ids["skill"].insert(skill.id);
        if (skill.kind != "sequence") ground.ids["linkable"].insert(skill.id);
        ground.skills.emplace(skill.id, &skill);
    }
    for (const auto& item : library.items()) ground.items.emplace(item.id, &item);
    collect(ground, "item", library.items(), &Item::id);
    collect(ground, "category", library.categories(), &Category::id);
    collect(ground, "focus", library.focus_areas(), &Focus::id);
    collect(ground, "measure", library.measures(), &Measure::id);
    collect(ground, "space", library.spaces(), &Named::id);
    collect(ground, "position", library.positions(), &Named::id);
    collect(ground, "attribute", library.attributes(), &Named::id);
    collect(ground, "need", library.needs(), &Named::id);
    collect(ground, "interest", library.interests(), &Named::id);
    collect(ground, "supervision", library.supervision(), &Named::id);
    collect(ground, "intensity", library.intensities(), &Named::id);
    collect(ground, "dimension", library.dimensions(), &Named::id);
    collect(ground, "cue_type", library.cue_types(), &Named::id);
    collect(ground, "allergen", library.allergens(), &Named::id);
    for (const auto& term : library.attributes()) {
        ground.attribute_order.push_back(term.id);
        ground.screen.emplace(term.id, term.name);
    }
    for (const auto& term : library.positions()) ground.screen.emplace(term.id, term.name);
    return ground;
}

std::vector<std::string> effective_attributes(const Activity& activity, const Ground& ground) {
    std::set<std::string> present(activity.attributes.begin(), activity.attributes.end());
    for (const auto& used : activity.items) {
        const auto item = ground.items.find(used.item);
        if (used.optional || item == ground.items.end()) continue;
        present.insert(item->second->attributes.begin(), item->second->attributes.end());
    }
    std::vector<std::string> ordered;
    std::ranges::copy_if(ground.attribute_order, std::back_inserter(ordered),
                         [&](const std::string& code) { return present.contains(code); });
    return ordered;
}

void derive(Activity& activity, const Ground& ground) {
    activity.discipline = discipline_of(activity, ground);
    activity.effective_attributes = effective_attributes(activity, ground);
    complete_needs(activity.position, activity.needs);
}

}  // namespace pegboard::content
