#include "core/rules/clashes.h"

#include <algorithm>
#include <utility>

namespace pegboard {

namespace {
constexpr int day_min = 24 * 60;

/// When it is planned, or once it was started when it really is: a session that ended early leaves the rest of its time
/// free, one that runs takes its length from when it began.
RealSpan when(const Session& session) {
    RealSpan span{session.start_min, session.start_min + session.length_min};
    if (is_running(session)) {
        if (const auto began = real_start(session)) span = {*began, *began + session.length_min};
    } else if (session.status == SessionStatus::held) {
        if (const auto real = real_span(session)) span = *real;
    }
    if (span.to < span.from) span.to += day_min;  // over midnight
    return span;
}
}  // namespace

bool same_time(const Session& one, const Session& other) {
    const RealSpan first = when(one), second = when(other);
    return one.date == other.date && first.from < second.to && second.from < first.to;
}

std::vector<Clash> clashes(const std::vector<Session>& all, const Session& session) {
    const auto expected = [](const Session& of, ChildId child) {
        const Participant* part = participant(of, child);
        return part ? part->attendance != Attendance::absent : of.child == child;
    };
    std::vector<ChildId> children{session.child};
    for (const Participant& each : session.participants)
        if (each.child != session.child) children.push_back(each.child);
    std::vector<Clash> found;
    for (const Session& other : all) {
        if (other.id == session.id || other.status == SessionStatus::not_held || !same_time(session, other)) continue;
        Clash clash{&other, when(other), {}, {}};
        for (const ChildId child : children)
            if (expected(session, child) && expected(other, child)) clash.children.push_back(child);
        for (const TherapistId therapist : {session.therapist, session.co_therapist})
            if (therapist && (other.therapist == therapist || other.co_therapist == therapist))
                clash.therapists.push_back(therapist);
        if (!clash.children.empty() || !clash.therapists.empty()) found.push_back(std::move(clash));
    }
    std::ranges::sort(found, {}, [](const Clash& clash) { return std::pair(clash.at.from, clash.other->id); });
    return found;
}

}  // namespace pegboard
