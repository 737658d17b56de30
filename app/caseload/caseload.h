// The Caseload screen: every child in a table, found by name, filtered, sorted, archived and restored.
// It refuses to read anything while nothing changed: rows are made again only for a new revision, day
// or filter.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/parts/parts.h"
#include "app/ui.h"
#include "app/widgets/widgets.h"

namespace pegboard {

/// Bands of the Age filter, by completed years.
enum class AgeBand { any, under_3, from_3_to_5, from_6_to_8, from_9 };

struct CaseloadFilter {
    int team = 1;               ///< 0 my children, 1 whole team
    std::string typed;          ///< part of a name, any case, with or without accents
    bool ot = true, pt = true;  ///< one alone narrows; both or none show all
    bool attention = false;     ///< only children with something to look at
    std::string category;       ///< working on; empty: anything
    AgeBand age = AgeBand::any;
    bool archived = false;  ///< the archive instead of the caseload
    bool operator==(const CaseloadFilter&) const = default;
};

struct CaseloadRow {
    ChildId id;
    std::string name, avatar, age, corrected, when, where;
    std::optional<Lead> lead;
    std::vector<GoalLook> focus;     ///< one for each category of the open goals
    std::vector<BadgeWords> alerts;  ///< most pressing first
    std::string left;                ///< "Archived", "Discharged 3 Sep"; empty on the caseload
    SessionId next;
    int open_goals = 0;
    bool mine = false, archived = false, needs_attention = false;
    // what sorting and finding compare
    std::string folded, cares;
    int months = 0;
    long next_at = 0;
    std::size_t rank = no_rank;  ///< place of its most pressing entry in the attention list
    static constexpr std::size_t no_rank = static_cast<std::size_t>(-1);
};

enum class CaseloadSort { name, age, next, open_goals, alerts };

struct CaseloadRows {
    std::uint64_t revision = 0;
    Date today;
    bool made = false;
    std::vector<CaseloadRow> all;
    std::vector<GoalLook> categories;  ///< that occur, for "Working on"
    int on_caseload = 0, archived = 0, attention = 0;
    // those shown, made again when filter or order change
    CaseloadFilter filter;
    CaseloadSort sort = CaseloadSort::name;
    bool descending = false;
    std::vector<int> shown;
};

/// Brings `rows` up to date; does nothing when revision, day, filter and order are the same.
void find_caseload_rows(CaseloadRows& rows, const Ui& ui, const CaseloadFilter& filter, CaseloadSort sort,
                        bool descending);

struct CaseloadScreen {
    CaseloadFilter filter;
    CaseloadSort sort = CaseloadSort::name;
    bool descending = false;
    CaseloadRows rows;
    ChildId menu_child{};  ///< whose row menu is open
    Rect menu_anchor;
    bool find_now = false;  ///< the find field takes the keyboard in the next frame
};
void draw(CaseloadScreen& self, Ui& ui);

}  // namespace pegboard
