// The activities at hand and what finds them: the built-in ones in page order, then a therapist's own. Never changed
// once made, so that other threads may read it while the next one is being made.
#pragma once
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/library/library.h"
#include "core/library/search_index.h"

namespace pegboard {

struct ActivityShelf {
    std::vector<Activity> activities;
    std::vector<Activity> archived;                               ///< own ones put away: found by id only
    std::unordered_map<std::string_view, const Activity*> by_id;  ///< by today's and former ids
    SearchIndex index;
};

/// A shelf of `built_in` and `own`; `library` gives skills and items their names.
std::unique_ptr<const ActivityShelf> make_shelf(const Library& library, std::vector<Activity> built_in,
                                                const std::vector<OwnActivity>& own);

}  // namespace pegboard
