// Who came and for how long: one child's sessions of a period, counted once for the ledger and for the report. A
// session that nobody closed is neither held nor missed; it is told as what it is.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/caseload.h"

namespace pegboard::reports {

enum class Came { here, absent, not_held, open, to_come };

struct AttendanceLine {
    const Session* session = nullptr;
    Came came = Came::open;
    int planned_min = 0, given_min = 0;  ///< given: while the child was here
    std::string reason = {};             ///< "Child ill", "Came 10 min late"; empty where there is none
};
struct AttendanceSum {
    int sessions = 0;  ///< held or missed
    int here = 0, absent = 0, not_held = 0, open = 0, to_come = 0;
    int planned_min = 0;  ///< of those held or missed
    int given_min = 0;
    std::map<std::string, int> reasons;  ///< of those missed
};
/// By date; `lead` none: all.
std::vector<AttendanceLine> attendance_of(const Caseload& caseload, ChildId child, Date from, Date to, Date today);
AttendanceSum sum_of(const std::vector<AttendanceLine>& lines);
/// "14 of 16".
std::string say_held(const AttendanceSum& sum);
/// "630 of 720".
std::string say_given(const AttendanceSum& sum);
/// "2 missed: 1 child ill, 1 no show."; empty where none was missed.
std::string say_missed(const AttendanceSum& sum);

}  // namespace pegboard::reports
