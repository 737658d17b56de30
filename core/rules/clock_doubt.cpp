#include "core/rules/clock_doubt.h"

namespace pegboard {
namespace {
constexpr int first_clock_year = 2025;  ///< the program is no older
constexpr int slack_days = 1;           ///< a session noted for tomorrow, a flight over the date line
constexpr int unused_days = 366;        ///< a caseload may rest for a year
constexpr const char* set_the_clock =
    " Set the computer's clock before you record: sessions and values would get the wrong day.";
}  // namespace

std::optional<Date> newest_held(const std::vector<Session>& sessions) {
    std::optional<Date> newest;
    for (const Session& each : sessions) {
        const bool was_there = each.status == SessionStatus::held || is_running(each);
        if (was_there && is_known(each.date) && (!newest || *newest < each.date)) newest = each.date;
    }
    return newest;
}

ClockDoubt doubt_clock(Date today, std::optional<Date> newest) {
    const std::string says = "This computer says it is " + say(today) + ".";
    if (parts(today).year < first_clock_year) return {says + " That cannot be." + set_the_clock, true};
    if (!newest) return {};
    const std::string held = " The newest session on record was on " + say(*newest) + ".";
    if (today < *newest + -slack_days) return {says + held + set_the_clock, false};
    if (today > *newest + unused_days) return {says + held + " If the date is wrong:" + set_the_clock, false};
    return {};
}

}  // namespace pegboard
