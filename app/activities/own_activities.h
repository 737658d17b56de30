// What the Activities screen offers on a therapist's own activities: writing, copying, changing, putting
// away and bringing back, and packs to hand on. A pack that is not sound is refused whole, with every
// place that has to be mended.
#pragma once
#include <string>
#include <vector>

#include "app/activities/own_activity.h"
#include "core/model/own_activity.h"

namespace pegboard {

struct OwnActivities {
    OwnActivityPage page;
    std::string place;  ///< detail of the place the page was opened for
    // What the last pack said.
    std::string report_title;
    std::vector<std::string> report;
    bool report_wanted = false;
};

/// Details of places that open the page.
inline constexpr std::string_view own_new = "own:new", own_copy = "own:copy:", own_change = "own:change:";

/// Draws the page of an own activity when the place asks for it; false when it does not. `saved` gets the id of
/// what was saved and left.
bool draw_own_page(OwnActivities& self, Ui& ui, std::string& saved);
/// "Write your own" and the menu of packs, cut off the right of `title`.
void draw_own_buttons(OwnActivities& self, Ui& ui, Rect& title);
/// Copy, change and put away: icon buttons from `at` to the right.
void draw_own_tools(Ui& ui, Vec at, const Activity& activity);
/// The report on a pack and the activities put away.
void draw_own_dialogs(OwnActivities& self, Ui& ui);
/// The stored record behind an activity of the library; null for a built-in one.
const OwnActivity* own_record(const Ui& ui, std::string_view activity);

}  // namespace pegboard
