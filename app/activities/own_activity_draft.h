// An activity that is being written lives in the drafts as one text, so that a lock or a crash loses
// nothing. It checks nothing: that is for the rules when it is saved.
#pragma once
#include <string>
#include <string_view>

#include "core/model/activity.h"

namespace pegboard {

/// The activity as one text.
std::string activity_to_draft(const Activity& activity);
/// The activity of such a text; what it lacks stays as in `otherwise`.
Activity activity_from_draft(std::string_view text, Activity otherwise);

}  // namespace pegboard
