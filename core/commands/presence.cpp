#include "core/commands/presence.h"

#include <algorithm>

#include "core/store/point_store.h"

namespace pegboard::commands {
namespace {
bool counts_in(const Session& session, ChildId child) {
    const Participant* part = participant(session, child);
    return session.status != SessionStatus::not_held && (!part || part->attendance != Attendance::absent);
}
}  // namespace

bool gone_by(const Work& work, ChildId id, Date date) {
    const Child* child = work.now.children.find(id);
    return child && is_discharged(*child, date + -1);
}

Status check_discharged(const Work& work, const Session& session) {
    for (const Participant& each : session.participants)
        if (gone_by(work, each.child, session.date))
            return invalid("date", name_of(work, each.child) + " was discharged on " +
                                       say_day(work.now.children.find(each.child)->discharge->date) +
                                       ". Readmit the child first, or choose a day before.");
    return {};
}

void mark_attended(const Work& work, Session& session) {
    for (Participant& each : session.participants)
        if (each.attendance == Attendance::expected && !gone_by(work, each.child, session.date))
            each.attendance = Attendance::attended;
}

void points_follow_attendance(Work& work, const Session& before, const Session& after) {
    const auto changed = [&](const Participant& each) {
        return counts_in(before, each.child) != counts_in(after, each.child);
    };
    if (std::ranges::none_of(after.participants, changed)) return;
    for (const DataPoint& point : store::read_session_points(work.db, after.id)) {
        const bool counts = counts_in(after, point.child);
        if (counts ? point.invalid_reason != not_here : !point.valid) continue;
        DataPoint marked = point;
        marked.valid = counts;
        marked.invalid_reason = counts ? std::string() : std::string(not_here);
        store::update_point(work.db, point, marked);
    }
}

Session without_those_gone(Session session, const Work& work) {
    const auto is_gone = [&](ChildId id) { return !participant(session, id); };
    const auto of_gone = [&](GoalId id) {
        const Goal* goal = work.now.goals.find(id);
        return !goal || is_gone(goal->child);
    };
    if (is_gone(session.child)) session.child = session.participants.front().child;
    if (session.participants.size() < 2) session.group = {};
    std::erase_if(session.goals, of_gone);
    for (Block& block : session.blocks) {
        std::erase_if(block.goals, of_gone);
        std::erase_if(block.children, [&](const BlockChild& each) { return is_gone(each.child); });
    }
    return session;
}

bool leave_discharged(const Work& work, Session& session) {
    const auto gone = [&](const Participant& each) { return gone_by(work, each.child, session.date); };
    if (std::erase_if(session.participants, gone) == 0) return true;
    if (session.participants.empty()) return false;
    session = without_those_gone(std::move(session), work);
    return true;
}

}  // namespace pegboard::commands
