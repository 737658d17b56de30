// Which activities to show: the filters of the library screen, combined. Pure.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/library/library.h"

namespace pegboard {

/// Every filter that is set must hold.
struct ActivityFilter {
    std::string query;     ///< as typed
    std::string category;  ///< category id
    std::string skill;     ///< skill id; a sequence matches all its steps
    std::string space;     ///< the place at hand: a hall also serves what needs a room
    std::string item;      ///< needs this item
    int age_months = -1;   ///< a child of this age; -1: any
    int max_minutes = 0;   ///< shortest useful bout at most this long; 0: any
    bool home_only = false;
    bool operator==(const ActivityFilter&) const = default;
};

/// Indices into library.activities(): best match first when something is typed, else page order.
std::vector<int> find_activities(const Library& library, const ActivityFilter& filter);
/// How many activities each category would show with every other filter kept.
std::map<std::string, int> count_by_category(const Library& library, const ActivityFilter& filter);
/// True when a place offering `offered` can host what needs `needed` (hall holds room holds floor_small).
bool space_fits(std::string_view offered, std::string_view needed);

}  // namespace pegboard
