// Which activities to show: the filters of the library screen, combined, with a count behind every choice.
// Pure: what the caseload knows (favourites, recent ones, goals) is handed in.
#pragma once
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/library/library.h"

namespace pegboard {

enum class ActivityOrder {
    best_match,  ///< what was typed, then the child's goals, then page order
    title,
    shortest,       ///< shortest useful bout first
    youngest,       ///< lowest age first
    recently_used,  ///< last used first, never used last in page order
};

/// Every filter that is set must hold.
struct ActivityFilter {
    std::string query{};       ///< as typed
    std::string category{};    ///< category id
    std::string focus{};       ///< focus area of one of its skills
    std::string skill{};       ///< skill id; a sequence matches all its steps
    std::string space{};       ///< the place at hand: a hall also serves what needs a room
    std::string item{};        ///< needs this item
    std::string discipline{};  ///< OT or PT; shared activities belong to both
    int age_months = -1;       ///< a child of this age; -1: any
    int max_minutes = 0;       ///< shortest useful bout at most this long; 0: any
    bool home_only = false;
    bool favourites = false;
    bool recent = false;
    bool works_on_goals = false;  ///< on a goal of the chosen child by one of its own skills
    bool own = false;             ///< the therapist's own
    bool allowed =
        false;  ///< neither a precaution of the chosen child, nor how the child moves, nor the age excludes it
    ActivityOrder order = ActivityOrder::best_match;
    bool operator==(const ActivityFilter&) const = default;
};

/// What a filter may need to know beyond the library.
struct ActivityFacts {
    std::set<std::string, std::less<>> favourites{};  ///< activity ids
    std::vector<std::string> recent{};                ///< activity ids, last used first
    std::vector<std::string> goal_skills{};           ///< skills of the chosen child's open goals
    std::set<std::string, std::less<>> own{};         ///< ids of the therapist's own activities
    std::set<std::string, std::less<>> excluded{};    ///< ids that the chosen child cannot be offered
};

/// Choices of the age and minutes filters, for which count_facets counts.
inline constexpr std::array filter_age_years{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17};
inline constexpr std::array filter_minutes{5, 8, 10, 15};

/// How many activities each choice would show with every other filter kept: choosing it shows so many.
struct FacetCounts {
    using ById = std::map<std::string, int, std::less<>>;
    int shown = 0;  ///< with all filters as they are
    ById category, focus, skill, space, item, discipline;
    std::map<int, int> age_years, minutes;  ///< by the choices above
    int home = 0, favourites = 0, recent = 0, works_on_goals = 0, own = 0, allowed = 0;
};

/// Indices into library.activities(), in the filter's order.
std::vector<int> find_activities(const Library& library, const ActivityFilter& filter, const ActivityFacts& facts = {});
/// Counts for every choice of every filter.
FacetCounts count_facets(const Library& library, const ActivityFilter& filter, const ActivityFacts& facts = {});
/// How many activities each category would show with every other filter kept.
std::map<std::string, int> count_by_category(const Library& library, const ActivityFilter& filter);
/// True when a place offering `offered` can host what needs `needed` (hall holds room holds floor_small).
bool space_fits(std::string_view offered, std::string_view needed);

}  // namespace pegboard
