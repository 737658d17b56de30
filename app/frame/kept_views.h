// What of the screens outlives a lock: where one was, what was chosen, open and sorted. It refuses to keep a name, a
// record or anything made from one: rows are found again, and typed words are handed out to be sealed.
#pragma once
#include <string>
#include <vector>

#include "app/frame/screens.h"

namespace pegboard {

/// The screens anew, with what was chosen on `before`.
Screens kept_views(Screens& before);
/// Words typed to find something and who got a report and why, which are no drafts. As many and in the same order
/// before and after kept_views().
std::vector<std::string*> typed_words(Screens& screens);

}  // namespace pegboard
