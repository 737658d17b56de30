// Which reports of the invented children went out in the weeks before today, and who got them.
#include <algorithm>
#include <array>

#include "core/demo/demo_parts.h"

namespace pegboard::demo {
namespace {

struct WentOut {
    std::string_view child, report, title, audience, recipient, reason;
    int days_ago = 0;
    ReportWay way = ReportWay::saved;
};
/// Those with a period speak of the three months before.
constexpr std::array went_out{WentOut{"Mateo", "progress-report", "Progress report for the school", "school",
                                      "Oakfield Primary, Ms. Hall", "For a meeting", 34, ReportWay::printed},
                              WentOut{"Mateo", "data-sheet", "Data sheet", "", "Ms. Hall, his teacher",
                                      "For the classroom", 13, ReportWay::printed},
                              WentOut{"Priya", "progress-report", "Progress report for the family", "family",
                                      "Her mother", "Asked for by the family", 20, ReportWay::saved},
                              WentOut{"Amina", "attendance", "Attendance and minutes", "",
                                      "Oakfield Primary, front office", "For funding", 8, ReportWay::saved}};
constexpr int months_before = 3;

}  // namespace

void add_disclosures(Writer& writer, const Caseload& caseload, const Child& child, const Team& team, Date today) {
    // The clock of an invented file may stand weeks before today: nothing is handed over on a day to come.
    constexpr std::size_t day_length = 10;
    const Date newest = from_iso(caseload.now_utc().substr(0, day_length)).value_or(today) - 1;
    for (const WentOut& each : went_out) {
        if (each.child != child.first_name) continue;
        Disclosure entry;
        entry.report = each.report;
        entry.title = each.title;
        entry.date = std::min(today - each.days_ago, newest);
        entry.choices["paper"] = "letter";
        if (!each.audience.empty()) entry.choices["audience"] = each.audience;
        if (each.report == "data-sheet") {
            entry.title += " of " + say(entry.date);
        } else {
            const Date from = add_months(entry.date, -months_before);
            entry.title += ", " + say(from) + " to " + say(entry.date);
            entry.choices["from"] = iso(from);
            entry.choices["to"] = iso(entry.date);
        }
        entry.recipient = each.recipient;
        entry.reason = each.reason;
        entry.way = each.way;
        entry.therapist = team.ot;
        writer.run(RecordDisclosure{{child.id}, entry});
    }
}

}  // namespace pegboard::demo
