// The Activities screen: category tiles, filters, search as you type, cards and the detail panel.
// It refuses to change anything; adding an activity to a plan happens on the Plan screen.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "app/ui.h"
#include "core/library/filter.h"
#include "core/rules/precautions.h"

namespace pegboard {

struct ActivitiesScreen {
    ActivityFilter filter;
    ChildId child{};     ///< shows what to take care of for this child
    std::string chosen;  ///< activity id in the detail panel
    std::string scroll_to;
    std::string in_drawer;  ///< activity the narrow window's drawer was opened for
    // Rows are found again only when what they depend on changes.
    struct Rows {
        ActivityFilter of;
        ChildId child{};
        std::uint64_t revision = 0;
        bool made = false;
        std::vector<int> shown;
        std::vector<Verdict> verdicts;  ///< for the chosen child, same order as `shown`
        std::map<std::string, int> by_category;
        std::vector<ChildId> children;  ///< choices of "For a child"
        std::vector<std::string> child_names;
        std::vector<std::pair<std::string, std::string>> skills, items;  ///< id, name: those that occur
        std::string opened;                                              ///< place detail already followed
    } rows;
};

void draw(ActivitiesScreen& self, Ui& ui);

/// The detail panel of one activity inside `rect`; `child` may be null. Returns the lowest y drawn.
/// Shared with the Plan screen.
float draw_activity_detail(Ui& ui, Rect rect, const Activity& activity, const Child* child);

}  // namespace pegboard
