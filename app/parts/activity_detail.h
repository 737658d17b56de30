// One activity of the library as it is read: the detail panel, and words that its cards share.
#pragma once
#include <string>
#include <string_view>

#include "app/ui.h"

namespace pegboard {

/// How a child has met an activity.
struct ActivityUse {
    int times = 0;
    Date last;
};
/// Held sessions in which the child did this activity.
ActivityUse use_with(const Caseload& caseload, ChildId child, std::string_view activity);

/// The detail panel of one activity inside `rect`; `child` may be null. Returns the lowest y drawn.
float draw_activity_detail(Ui& ui, Rect rect, const Activity& activity, const Child* child);
/// OT, PT or both: who an activity's skills belong to.
Lead lead_of(const Activity& activity);
/// "4 to 8", "1½ to 3": years.
std::string say_years(int from_months, int to_months);

}  // namespace pegboard
