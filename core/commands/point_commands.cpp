// Commands on points: record, also afterwards; leave one out with a reason; take back the newest.
#include <algorithm>

#include "core/commands/apply.h"
#include "core/progress/entry.h"
#include "core/rules/typed/typed_text.h"
#include "core/store/point_store.h"

namespace pegboard::commands {
namespace {
constexpr std::size_t longest_words = 300, longest_note = 20'000;

Error refused(std::string message) { return {ErrorKind::refused, {}, std::move(message), {}}; }

std::string place_of(const Work& work, const Session& session) {
    const WorkPlace* place = work.now.places.find(session.work_place);
    return place ? place->name : session.place;
}

std::string me(const Work& work) {
    const Therapist* therapist = work.now.therapists.find(work.now.practice.me);
    return therapist ? therapist->name : std::string();
}

/// "Mateo, Cuts out a circle"
std::string of_goal(const Work& work, const Goal& goal) {
    return name_of(work, goal.child) + ", " + shortened(goal.title);
}

/// Whether the session may hold a point of this child, and on which day.
Status check_session(const Session& session, const DataPoint& point) {
    const Participant* part = participant(session, point.child);
    if (!part && session.child != point.child) return refused("This child is not in the session.");
    if (part && part->attendance == Attendance::absent)
        return refused("This child is marked absent in the session. Mark it here first.");
    if (session.status == SessionStatus::not_held)
        return refused("This session was missed. Mark it completed to record something in it.");
    if (point.date != session.date) return invalid("date", "The session was on " + say_day(session.date) + ".");
    return {};
}

Status check(const Work& work, const Goal& goal, const Session* session, const DataPoint& point) {
    // The day of a session that was held has come, whatever this laptop's clock says.
    const bool held = session && session->status == SessionStatus::held;
    if (point.date > work.today && !held) return invalid("date", "This day has not come yet.");
    if (const Child* child = work.now.children.find(goal.child); child && point.date < child->date_of_birth)
        return invalid("date", "This day is before the child was born. Check the year.");
    if (longer_than(point.note, longest_note) || longer_than(point.setting, longest_words) ||
        longer_than(point.rater, longest_words))
        return invalid("note", "This is too long to keep. Shorten it.");
    if (Status known = check_therapist(work, point.therapist); !known.ok()) return known;
    return progress::check_point(goal, point);
}

/// The point with what goes without saying.
DataPoint filled(const Work& work, const Goal& goal, const Session* session, DataPoint point) {
    if (!point.id) point.id = mint<PointId>();
    point.child = goal.child;
    point.at_utc = work.at_utc;
    point.valid = true;
    point.invalid_reason.clear();
    if (session && point.date == Date{}) point.date = session->date;
    if (point.date == Date{}) point.date = work.today;
    if (session && point.setting.empty()) point.setting = place_of(work, *session);
    if (!point.therapist) point.therapist = work.now.practice.me;
    if (point.rater.empty()) point.rater = me(work);
    return progress::with_kind_filled(goal, std::move(point));
}

struct Found {
    DataPoint point;
    Goal goal;
};
Result<Found> find_point(const Work& work, PointId id) {
    const auto point = store::read_point(work.db, id);
    if (!point) return Error{ErrorKind::missing, {}, "This point is no longer there. Nothing was changed.", {}};
    const auto goal = find_goal(work, point->goal);
    if (!goal.ok()) return goal.error();
    return Found{*point, *goal.value()};
}

Result<Done> leave_out(Work& work, const Found& found, const std::string& reason, const std::string& verb) {
    DataPoint after = found.point;
    after.valid = false;
    after.invalid_reason = reason;
    store::update_point(work.db, found.point, after);
    return Done{verb + progress::say_point(found.goal, after) + ": " + of_goal(work, found.goal), after.child, {}};
}
}  // namespace

Result<Done> apply(Work& work, const RecordPoint& command) {
    const auto goal = find_goal(work, command.point.goal);
    if (!goal.ok()) return goal.error();
    const Session* session = nullptr;
    if (command.point.session) {
        const auto found = find_session(work, command.point.session);
        if (!found.ok()) return found.error();
        session = found.value();
    }
    const DataPoint point = filled(work, *goal.value(), session, command.point);
    if (Status fits = check(work, *goal.value(), session, point); !fits.ok()) return fits.error();
    if (session)
        if (Status fits = check_session(*session, point); !fits.ok()) return fits.error();
    store::insert_point(work.db, point);
    return Done{
        "Record " + progress::say_point(*goal.value(), point) + ": " + of_goal(work, *goal.value()), point.child, {}};
}

Result<Done> apply(Work& work, const InvalidatePoint& command) {
    const auto found = find_point(work, command.id);
    if (!found.ok()) return found.error();
    if (without_blanks(command.reason).empty())
        return invalid("reason", "Say why this point should not count. It stays in the record.");
    if (longer_than(command.reason, longest_words)) return invalid("reason", "This is too long to keep. Shorten it.");
    return leave_out(work, found.value(), command.reason, "Leave out ");
}

Result<Done> apply(Work& work, const CountPointAgain& command) {
    const auto found = find_point(work, command.id);
    if (!found.ok()) return found.error();
    DataPoint after = found.value().point;
    if (after.invalid_reason == not_readable)
        return refused("A part of this value cannot be read, so it cannot count. Record it anew.");
    if (const Session* session = after.session ? work.now.sessions.find(after.session) : nullptr)
        if (Status here = check_session(*session, after); !here.ok()) return here.error();
    after.valid = true;
    after.invalid_reason.clear();
    store::update_point(work.db, found.value().point, after);
    const Goal& goal = found.value().goal;
    return Done{"Count again " + progress::say_point(goal, after) + ": " + of_goal(work, goal), after.child, {}};
}

Result<Done> apply(Work& work, const TakeBackPoint& command) {
    const auto newest = store::newest_point(work.db, command.session, command.goal);
    if (!newest) return refused("Nothing was recorded that could be taken back.");
    const auto found = find_point(work, newest->id);
    if (!found.ok()) return found.error();
    return leave_out(work, found.value(), std::string(taken_back), "Take back ");
}

}  // namespace pegboard::commands
