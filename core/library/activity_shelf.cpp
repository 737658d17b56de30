#include "core/library/activity_shelf.h"

#include "core/library/content/ground.h"
#include "core/pictures/scene.h"

namespace pegboard {
namespace {

using Field = SearchIndex::Field;

void add_to_index(SearchIndex& index, int number, const Activity& activity, const Library& library) {
    index.add(number, Field::title, activity.title);
    index.add(number, Field::title, activity.id);
    if (const auto* group = library.category(activity.category)) index.add(number, Field::skills, group->name);
    for (const auto& id : activity.skills)
        if (const auto* linked = library.skill(id)) {
            index.add(number, Field::skills, linked->name);
            index.add(number, Field::skills, linked->short_name);
            if (const auto* sequence = library.skill(linked->parent)) index.add(number, Field::skills, sequence->name);
        }
    index.add(number, Field::idea, activity.idea);
    for (const auto& step : activity.steps) index.add(number, Field::steps, step);
    for (const auto& used : activity.items)
        if (const auto* needed = library.item(used.item)) index.add(number, Field::items, needed->name);
}

}  // namespace

std::unique_ptr<const ActivityShelf> make_shelf(const Library& library, std::vector<Activity> built_in,
                                                const std::vector<OwnActivity>& own) {
    auto shelf = std::make_unique<ActivityShelf>();
    shelf->activities = std::move(built_in);
    if (!own.empty()) {
        const content::Ground ground = content::ground_of(library);
        for (const OwnActivity& each : own) {
            auto& to = each.archived ? shelf->archived : shelf->activities;
            Activity& made = to.emplace_back(each.activity);
            content::derive(made, ground);
            give_pictures(library.pictures(), made);
        }
    }
    for (const auto* all : {&shelf->activities, &shelf->archived})
        for (const Activity& activity : *all) shelf->by_id.emplace(activity.id, &activity);
    for (const Activity& activity : shelf->activities)
        for (const auto& id : activity.formerly) shelf->by_id.emplace(id, &activity);
    for (std::size_t i = 0; i < shelf->activities.size(); ++i)
        add_to_index(shelf->index, static_cast<int>(i), shelf->activities[i], library);
    shelf->index.finish();
    return shelf;
}

}  // namespace pegboard
