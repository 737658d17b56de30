// Which activities the Activities screen shows, with what the caseload adds to the library's filters:
// favourites, what was used, what a child's goals, interests and precautions say. Found again only when what it depends
// on changes; it refuses to draw.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/parts/activity_detail.h"
#include "app/ui.h"
#include "core/library/filter.h"
#include "core/rules/plan_rules.h"
#include "core/rules/precautions.h"

namespace pegboard {

/// Everything a therapist can ask of the list.
struct ActivityWish {
    ActivityFilter filter;
    ChildId child{};  ///< whose goals and precautions count
    bool operator==(const ActivityWish&) const = default;
};

struct ActivityRows {
    struct Row {
        int index = 0;  ///< into the library's activities
        Verdict verdict = Verdict::fine;
        Fit fit;
        bool liked = false;  ///< fits an interest of the child
    };
    std::vector<Row> shown;
    FacetCounts counts;
    ActivityFacts facts;
    std::map<std::string, ActivityUse, std::less<>> uses;  ///< by activity, of every child
    // What the above depends on.
    ActivityWish of;
    std::uint64_t revision = 0;
    std::uint64_t library = 0;
    Date today;
    bool made = false;
    // Per activity of the library, for the child; found again when the caseload or the child changes.
    std::vector<Row> judged;
    ChildId judged_for{};
};

/// Brings the rows up to date.
void follow_activity_rows(ActivityRows& self, const Ui& ui, const ActivityWish& wish);
/// Marks an activity as a favourite, or no longer.
void set_favourite(Ui& ui, const Activity& activity, bool on);

}  // namespace pegboard
