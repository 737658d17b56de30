// The Today screen: the sessions of one day with Plan, Held and Not held, what needs attention, and
// what to pack. Each card leads to the Plan screen; all that are not planned
// can be planned at once.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/parts/contacts.h"
#include "app/parts/packing.h"
#include "app/parts/parts.h"
#include "app/today/plan_day.h"
#include "app/ui.h"

namespace pegboard {

/// One session card with its words made ready.
struct TodayRow {
    const Session* session = nullptr;
    std::vector<const Child*> children;  ///< everyone it is for, absent or not
    std::string name;                    ///< "Mateo García", "Hand gym group"
    std::string spoken;                  ///< "Mateo García, 10:45": tells two cards of one child apart
    std::string age;                     ///< "6 y", "3 children", "2 of 3 children"
    std::string minutes;                 ///< "45 min"
    BadgeWords status;
    NoteState note = NoteState::missing;             ///< of a session that was held
    std::vector<std::pair<std::string, Hue>> focus;  ///< what its goals work on
    std::vector<BadgeWords> care;                    ///< what is open, dangers, other precautions
};

/// One line of "Needs your attention".
struct TodayNote {
    BadgeKind kind = BadgeKind::plain;
    const char* icon = nullptr;
    std::string title;   ///< "Priya Raman"
    std::string line;    ///< "Re-evaluation in 12 days"
    std::string action;  ///< "Plan" or "Open"
    Place target;
};

/// Rows of one day, gathered again only when the caseload, the day or the clock's day changes.
struct TodayRows {
    Date of, today;
    std::uint64_t revision = 0;
    bool made = false;
    int done = 0;       ///< sessions held
    int not_held = 0;   ///< and those that will not be
    int unplanned = 0;  ///< sessions of the day and the six after it that could be planned
    std::vector<TodayRow> rows;
    std::vector<TodayNote> notes;
};
void follow_today(TodayRows& self, const Ui& ui, Date day);
/// Minutes that are still to be booked before a promise ends, and owed ones without a make-up.
void add_minutes(TodayRows& self, const Ui& ui);
/// The session to look at next: under way, else the first one still to come; none on other days.
int next_row(const TodayRows& self, const Clock& clock);
/// Where the "now" line goes: before this row; none on other days or in an empty one.
std::optional<std::size_t> now_before(const TodayRows& self, const Clock& clock);

struct TodayScreen {
    std::optional<Date> day;  ///< nothing: today, also after midnight
    TodayRows rows;
    bool all_notes = false;  ///< everything that needs attention is shown, not only the most pressing
    PackingList packing;
    Contacts contacts;
    PlanDay plan_day;
};

void draw(TodayScreen& self, Ui& ui);
/// The cards of what needs attention and what to pack, one below the other or side by side when `beside`; returns the
/// lowest y.
float draw_today_side(TodayScreen& self, Ui& ui, Rect column, bool beside);

}  // namespace pegboard
