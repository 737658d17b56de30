// The Activities screen: category tiles, filters with counts, search as you type, cards or lines, and
// the detail panel with what the activity needs, its ladder and what speaks against it for a child.
// It changes a session's plan, favourites and a therapist's own activities, each by one command.
#pragma once
#include <string>
#include <vector>

#include "app/activities/activity_rows.h"
#include "app/activities/activity_to_plan.h"
#include "app/activities/own_activities.h"
#include "app/parts/activity_detail.h"
#include "app/ui.h"

namespace pegboard {

struct ActivitiesScreen {
    ActivityWish wish;
    std::string chosen;  ///< activity id in the detail panel
    std::string scroll_to;
    std::string in_drawer;  ///< activity the narrow window's drawer was opened for
    bool as_list = false;
    ActivityRows rows;
    AddToPlan add;
    OwnActivities own;
    std::string opened;  ///< place detail already followed
    std::string said;    ///< last words typed that were looked at, for the scroll position
    // Choices of "For a child"; made again with the caseload.
    std::vector<ChildId> children;
    std::vector<std::string> child_names;
    std::uint64_t children_at = 0;
    bool children_made = false;
};

void draw(ActivitiesScreen& self, Ui& ui);

// ------------------------------------------------------------------ parts of the screen
/// Category tiles; returns the y below them (activities_filters.cpp).
float draw_category_tiles(ActivitiesScreen& self, Ui& ui, Rect rect);
/// Filter chips; returns the y below them.
float draw_activity_filters(ActivitiesScreen& self, Ui& ui, Rect rect);
/// Count, order, child, cards or lines; returns the y below.
float draw_activity_order(ActivitiesScreen& self, Ui& ui, Rect rect);
/// Cards or lines of what is shown; returns the lowest y (activities_cards.cpp).
float draw_activity_cards(ActivitiesScreen& self, Ui& ui, Rect rect);
float draw_activity_lines(ActivitiesScreen& self, Ui& ui, Rect rect);

}  // namespace pegboard
