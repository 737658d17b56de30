// Commands on sessions: when they are, what is planned in them, and how they went.
#include <algorithm>

#include "core/commands/apply.h"
#include "core/commands/plan_words.h"
#include "core/commands/presence.h"
#include "core/rules/clashes.h"
#include "core/rules/live.h"
#include "core/rules/validate.h"
#include "core/store/note_store.h"
#include "core/store/point_store.h"
#include "core/store/session_store.h"

namespace pegboard::commands {
namespace {

Status check_place(const Work& work, const Session& session) {
    const auto gone = [](const char* what) {
        return Error{ErrorKind::missing, {}, std::string("This ") + what + " is no longer there.", {}};
    };
    if (session.work_place && !work.now.places.find(session.work_place)) return gone("place");
    if (session.bag && !work.now.bags.find(session.bag)) return gone("bag");
    if (session.group && !work.now.groups.find(session.group)) return gone("group");
    return {};
}

/// A make-up names another session of one of its children. Whether that was missed may still change.
Status check_made_up(const Work& work, const Session& session) {
    if (!session.makes_up) return {};
    if (session.makes_up == session.id) return invalid("makes_up", "A session cannot make up for itself.");
    const Session* missed = work.now.sessions.find(session.makes_up);
    if (missed == nullptr)
        return Error{ErrorKind::missing, "makes_up", "The session to make up is no longer there.", {}};
    const auto shares = [&](const Participant& each) { return is_for(*missed, each.child); };
    if (!is_for(*missed, session.child) &&
        std::none_of(session.participants.begin(), session.participants.end(), shares))
        return invalid("makes_up", "A make-up is for a child who missed the session. Choose one of the same child.");
    return {};
}

/// The session with the child whose record keeps it among its participants.
Session with_everyone(Session session) {
    if (!participant(session, session.child))
        session.participants.insert(session.participants.begin(), Participant{.child = session.child});
    return session;
}

Status check_links(const Work& work, const Session& session) {
    if (const auto child = find_child(work, session.child); !child.ok()) return child.error();
    for (const Participant& each : session.participants)
        if (const auto child = find_child(work, each.child); !child.ok()) return child.error();
    if (Status known = check_place(work, session); !known.ok()) return known;
    if (Status known = check_therapist(work, session.therapist); !known.ok()) return known;
    if (Status known = check_therapist(work, session.co_therapist); !known.ok()) return known;
    std::vector<GoalId> goals = session.goals;
    for (const Block& block : session.blocks) {
        goals.insert(goals.end(), block.goals.begin(), block.goals.end());
        if (Status known = check_therapist(work, block.override_by); !known.ok()) return known;
    }
    for (const GoalId id : goals) {
        const auto goal = find_goal(work, id);
        if (!goal.ok()) return goal.error();
        if (!is_for(session, goal.value()->child))
            return invalid("goals", "Choose goals of the children this session is for.");
    }
    return {};
}

bool is_closed(const Work& work, GoalId id) {
    const Goal* goal = work.now.goals.find(id);
    return !goal || goal->status == GoalStatus::met || goal->status == GoalStatus::discontinued;
}

bool overlaps(const Session& one, const Session& other) {
    const bool shared = std::any_of(one.participants.begin(), one.participants.end(),
                                    [&](const Participant& each) { return is_for(other, each.child); });
    return shared && other.status != SessionStatus::not_held && same_time(one, other);
}

Status check_not_signed(const Work& work, const Session& session, const char* what) {
    for (const NoteHead& head : store::read_session_note_heads(work.db, session.id))
        if (head.status == NoteStatus::final_)
            return Error{ErrorKind::refused,
                         {},
                         std::string("A signed note tells how this session went, so it ") + what +
                             ". Add an amendment to the note if it is wrong.",
                         {}};
    return {};
}

std::string say_weeks(const std::vector<Date>& weeks, const char* why) {
    std::vector<std::string> days;
    for (const Date day : weeks) days.push_back(say_day(day));
    constexpr std::size_t most = 4;
    if (days.size() > most) {
        const std::string more = std::to_string(days.size() - most) + " more";
        days.resize(most);
        days.push_back(more);
    }
    return weeks.empty() ? std::string() : std::string("; ") + why + " " + listed(days);
}

/// The same block in another session.
Block planned_again(Block block) {
    block.id = mint<BlockId>();
    block.state = BlockState::planned;
    block.started_at.clear();
    block.done_s = 0;
    for (BlockChild& each : block.children) each = BlockChild{{}, each.child, each.rung, Response::not_noted};
    return block;
}

/// The same plan on another day: nothing of how it went.
Session planned_again(const Session& session, Date date) {
    Session copy = session;
    copy.id = mint<SessionId>();
    copy.date = date;
    copy.status = SessionStatus::planned;
    copy.held_min = 0;
    copy.note.clear();
    copy.not_held_reason = NotHeldReason::other;
    copy.started_at.clear();
    copy.ended_at.clear();
    copy.current_block = {};
    copy.makes_up = {};
    for (Participant& each : copy.participants) each = Participant{.child = each.child};
    for (Block& block : copy.blocks) block = planned_again(block);
    return copy;
}
/// Points recorded in a session follow its date; a child they are of stays in it.
Status keep_points(Work& work, const Session& before, const Session& after) {
    const auto left = [&](const Participant& each) { return !is_for(after, each.child); };
    const bool someone_left = std::any_of(before.participants.begin(), before.participants.end(), left);
    if (before.date == after.date && !someone_left) return {};
    const std::vector<DataPoint> points = store::read_session_points(work.db, before.id);
    if (points.empty()) return {};
    if (after.date > work.today)
        return Error{
            ErrorKind::refused, {}, "Something was recorded in this session, so its day is not in the future.", {}};
    for (const DataPoint& point : points) {
        if (!is_for(after, point.child))
            return Error{ErrorKind::refused,
                         {},
                         "Something was recorded for " + name_of(work, point.child) +
                             " in this session, so the child stays in it. Absent is set under attendance.",
                         {}};
        DataPoint moved = point;
        moved.date = after.date;
        store::update_point(work.db, point, moved);
    }
    return {};
}

bool takes_place(const Session& session) { return session.status == SessionStatus::held || is_running(session); }

/// What is held or runs is not moved into the future, and nothing in the future is held. What runs can always be ended,
/// and what stands there from before can be mended, whatever this laptop's clock says.
Status check_day_has_come(const Work& work, const Session& before, const Session& after) {
    const bool stood_so = takes_place(before) && before.date == after.date;
    if (!takes_place(after) || stood_so) return {};
    return has_come(after, work.today);
}

Error holds_data(const char* instead) {
    return {ErrorKind::refused,
            {},
            std::string("Something was recorded in this session, so it stays in the record. ") + instead,
            {}};
}
}  // namespace

Result<Done> replace_session(Work& work, const Session& before, const Session& after, std::string label) {
    if (Status rules = validate(after); !rules.ok()) return rules.error();
    if (Status come = check_day_has_come(work, before, after); !come.ok()) return come.error();
    if (Status links = check_links(work, after); !links.ok()) return links.error();
    if (before.makes_up != after.makes_up)
        if (Status known = check_made_up(work, after); !known.ok()) return known.error();
    if (before.date != after.date)
        if (Status day = validate_day(after, work.now.children.rows()); !day.ok()) return day.error();
    if (before.date != after.date)
        if (Status here = check_discharged(work, after); !here.ok()) return here.error();
    if (Status kept = keep_points(work, before, after); !kept.ok()) return kept.error();
    store::update_session(work.db, before, after);
    points_follow_attendance(work, before, after);
    return Done{std::move(label), after.child, {}};
}

Result<Done> apply(Work& work, const AddSession& command) {
    Session session = with_everyone(command.session);
    if (Status rules = validate(session); !rules.ok()) return rules.error();
    if (Status links = check_links(work, session); !links.ok()) return links.error();
    if (Status known = check_made_up(work, session); !known.ok()) return known.error();
    if (Status day = validate_day(session, work.now.children.rows()); !day.ok()) return day.error();
    if (Status here = check_discharged(work, session); !here.ok()) return here.error();
    if (!session.id) session.id = mint<SessionId>();
    store::insert_session(work.db, session);
    return Done{"Add session for " + names_of(work, session) + ", " + say_day(session.date), session.child, {}};
}

Result<Done> apply(Work& work, const EditSession& command) {
    const Session after = with_everyone(command.session);
    const auto before = find_session(work, after.id);
    if (!before.ok()) return before.error();
    if (before.value()->child != after.child)
        return invalid("child", "A session stays with its child. Add a session for the other child instead.");
    return replace_session(work, *before.value(), after,
                           say_session_difference(*before.value(), after, session_of(work, after)));
}

Result<Done> apply(Work& work, const PlanSessions& command) {
    if (command.sessions.empty()) return invalid("sessions", "There is no session to plan.");
    for (const Session& planned : command.sessions) {
        const auto before = find_session(work, planned.id);
        if (!before.ok()) return before.error();
        if (before.value()->status != SessionStatus::planned)
            return Error{
                ErrorKind::refused, {}, "One of these sessions is already marked. Look at the list again.", {}};
        const auto done = replace_session(work, *before.value(), with_everyone(planned), {});
        if (!done.ok()) return done.error();
    }
    const std::size_t count = command.sessions.size();
    const Session& first = command.sessions.front();
    if (count == 1) return Done{"Plan " + session_of(work, first), first.child, {}};
    return Done{"Plan " + std::to_string(count) + " sessions", {}, {}};
}

Result<Done> apply(Work& work, const RemoveSession& command) {
    const auto found = find_session(work, command.id);
    if (!found.ok()) return found.error();
    const Session session = *found.value();
    if (store::has_notes(work.db, session.id))
        return Error{ErrorKind::refused,
                     {},
                     "Something was written about this session, so it stays in the record. Mark it missed instead.",
                     {}};
    if (store::has_records(work.db, session.id)) return holds_data("Mark it missed, or leave out its points first.");
    store::delete_session(work.db, session.id);
    return Done{"Remove " + session_of(work, session) + ", " + say_day(session.date), session.child, {}};
}

Result<Done> apply(Work& work, const RepeatSession& command) {
    const auto found = find_session(work, command.id);
    if (!found.ok()) return found.error();
    const Session source = *found.value();
    if (Status days = validate_series(source.date, command.until); !days.ok()) return days.error();
    Session first = source;
    if (!first.series) first.series = mint<SeriesId>();
    store::update_session(work.db, source, first);
    int copies = 0;
    std::vector<Date> taken, after_discharge, two_at_once;
    for (Date date = source.date + 7; date <= command.until; date = date + 7) {
        Session copy = planned_again(first, date);
        const auto& all = work.now.sessions.rows();
        if (!leave_discharged(work, copy)) {
            after_discharge.push_back(date);
            continue;
        }
        if (std::any_of(all.begin(), all.end(), [&](const Session& other) { return overlaps(copy, other); })) {
            taken.push_back(date);
            continue;
        }
        // A therapist who is elsewhere then may know why: told, not refused.
        if (!clashes(all, copy).empty()) two_at_once.push_back(date);
        store::insert_session(work.db, copy);
        ++copies;
    }
    if (copies == 0 && taken.empty()) return check_discharged(work, planned_again(first, source.date + 7)).error();
    if (copies == 0)
        return invalid("until", name_of(work, source.child) + " already has a session at that time in each week.");
    return Done{"Repeat " + session_of(work, source) + " weekly until " + say(command.until) +
                    say_weeks(taken, "left out, as another session is there:") +
                    say_weeks(after_discharge, "left out, after the discharge:") +
                    say_weeks(two_at_once, "the therapist has another session then:"),
                source.child,
                {}};
}

Result<Done> apply(Work& work, const CopyPlan& command) {
    const auto from = find_session(work, command.from);
    if (!from.ok()) return from.error();
    const auto to = find_session(work, command.to);
    if (!to.ok()) return to.error();
    const Session& source = *from.value();
    if (to.value()->status != SessionStatus::planned)
        return Error{ErrorKind::refused, {}, "This session is already marked. Reopen it to change its plan.", {}};
    const auto is_everyone = [&](const Session& one, const Session& other) {
        return std::all_of(one.participants.begin(), one.participants.end(),
                           [&](const Participant& each) { return is_for(other, each.child); });
    };
    const bool same_children = is_everyone(source, *to.value()) && is_everyone(*to.value(), source);
    const auto skipped = [&](GoalId id) {
        return is_closed(work, id) || !is_for(*to.value(), work.now.goals.find(id)->child);
    };
    Session after = *to.value();
    after.goals = source.goals;
    std::erase_if(after.goals, skipped);
    after.blocks = source.blocks;
    for (Block& block : after.blocks) {
        block = planned_again(std::move(block));
        std::erase_if(block.goals, skipped);
        std::erase_if(block.children, [&](const BlockChild& each) { return !is_for(*to.value(), each.child); });
        if (same_children) continue;
        // A reason given for one child's precaution says nothing about another child.
        block.override_reason.clear();
        block.override_by = {};
        block.override_at.clear();
    }
    return replace_session(work, *to.value(), after, "Use the plan of " + say_day(source.date));
}

Result<Done> apply(Work& work, const HoldSession& command) {
    const auto before = find_session(work, command.id);
    if (!before.ok()) return before.error();
    Session after = *before.value();
    // One that still runs ends now; of one nobody started only the minutes are known.
    const std::set<BlockId> done = command.done ? std::set<BlockId>(command.done->begin(), command.done->end())
                                                : touched_blocks(after, {}, work.at_utc);
    if (is_running(after))
        after = ended(after, work.at_utc, done);
    else if (command.done)
        after = with_done(after, done);
    after.status = SessionStatus::held;
    after.held_min = command.held_min;
    after.note = command.note;
    mark_attended(work, after);
    return replace_session(work, *before.value(), after, "Mark " + session_of(work, after) + " completed");
}

Result<Done> apply(Work& work, const MissSession& command) {
    const auto before = find_session(work, command.id);
    if (!before.ok()) return before.error();
    const std::vector<DataPoint> points = store::read_session_points(work.db, command.id);
    if (std::any_of(points.begin(), points.end(), [](const DataPoint& point) { return point.valid; }))
        return holds_data("Leave out its points first, or mark it completed.");
    if (Status open = check_not_signed(work, *before.value(), "stays completed"); !open.ok()) return open.error();
    Session after = *before.value();
    if (is_running(after)) after = ended(after, work.at_utc, {});
    after.status = SessionStatus::not_held;
    after.held_min = 0;
    after.not_held_reason = command.reason;
    after.note = command.note;
    for (Participant& each : after.participants) {
        if (each.attendance == Attendance::absent) continue;
        each.attendance = Attendance::absent;
        each.absence_reason = command.reason;
        each.late_min = each.left_early_min = 0;
    }
    return replace_session(work, *before.value(), after, "Mark " + session_of(work, after) + " missed");
}

Result<Done> apply(Work& work, const ReopenSession& command) {
    const auto before = find_session(work, command.id);
    if (!before.ok()) return before.error();
    if (Status open = check_not_signed(work, *before.value(), "cannot be opened again"); !open.ok())
        return open.error();
    Session after = *before.value();
    for (Participant& each : after.participants)
        if (after.status == SessionStatus::not_held)
            each = Participant{.id = each.id, .child = each.child, .energy = each.energy};
        else if (each.attendance == Attendance::attended)
            each.attendance = Attendance::expected;
    for (Block& block : after.blocks) block.state = BlockState::planned;
    after.status = SessionStatus::planned;
    after.held_min = 0;
    after.not_held_reason = NotHeldReason::other;
    after.started_at.clear();
    after.ended_at.clear();
    return replace_session(work, *before.value(), after, "Reopen " + session_of(work, after));
}

}  // namespace pegboard::commands
