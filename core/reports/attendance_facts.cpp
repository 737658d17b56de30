#include "core/reports/attendance_facts.h"

#include <algorithm>

#include "core/model/first_letter.h"
#include "core/reports/parts.h"

namespace pegboard::reports {
namespace {

std::string say_reason(NotHeldReason reason, const std::string& note) {
    std::string said(words(reason));
    if (!note.empty()) said += ": " + note;
    return said;
}

AttendanceLine line_of(const Session& session, ChildId child, Date today) {
    AttendanceLine line{&session};
    line.planned_min = session.length_min;
    const Participant* part = participant(session, child);
    if (session.status == SessionStatus::planned) {
        line.came = session.date > today ? Came::to_come : Came::open;
        if (line.came == Came::open) line.reason = session.date == today ? "Today, not closed yet" : "Not closed yet";
        return line;
    }
    if (session.status == SessionStatus::not_held) {
        line.came = Came::not_held;
        line.reason = say_reason(session.not_held_reason, {});
        return line;
    }
    if (session.status != SessionStatus::held) {
        line.reason = "Could not be read";
        return line;
    }
    if (part != nullptr && part->attendance == Attendance::absent) {
        line.came = Came::absent;
        line.reason = say_reason(part->absence_reason, part->absence_note);
        return line;
    }
    line.came = Came::here;
    const int late = part == nullptr ? 0 : part->late_min, early = part == nullptr ? 0 : part->left_early_min;
    line.given_min = std::max(0, session.held_min - late - early);
    std::vector<std::string> said;
    if (late > 0) said.push_back("Came " + std::to_string(late) + " min late");
    if (early > 0) said.push_back((said.empty() ? "Left " : "left ") + std::to_string(early) + " min early");
    line.reason = joined(said);
    return line;
}

}  // namespace

std::vector<AttendanceLine> attendance_of(const Caseload& caseload, ChildId child, Date from, Date to, Date today) {
    std::vector<AttendanceLine> lines;
    for (const Session& session : caseload.sessions())
        if (session.date >= from && session.date <= to && is_for(session, child))
            lines.push_back(line_of(session, child, today));
    return lines;
}

AttendanceSum sum_of(const std::vector<AttendanceLine>& lines) {
    AttendanceSum sum;
    for (const AttendanceLine& line : lines) {
        if (line.came == Came::open || line.came == Came::to_come) {
            ++(line.came == Came::open ? sum.open : sum.to_come);
            continue;
        }
        ++sum.sessions;
        ++(line.came == Came::here ? sum.here : line.came == Came::absent ? sum.absent : sum.not_held);
        sum.planned_min += line.planned_min;
        sum.given_min += line.given_min;
        if (line.came != Came::here) ++sum.reasons[line.reason.substr(0, line.reason.find(':'))];
    }
    return sum;
}

std::string say_held(const AttendanceSum& sum) {
    return std::to_string(sum.here) + " of " + std::to_string(sum.sessions);
}

std::string say_given(const AttendanceSum& sum) {
    return std::to_string(sum.given_min) + " of " + std::to_string(sum.planned_min);
}

std::string say_missed(const AttendanceSum& sum) {
    const int missed = sum.absent + sum.not_held;
    if (missed == 0) return {};
    std::vector<std::string> reasons;
    for (const auto& [reason, count] : sum.reasons)
        reasons.push_back(std::to_string(count) + " " + lower_first(reason));
    return std::to_string(missed) + " missed: " + joined(reasons) + ".";
}

}  // namespace pegboard::reports
