// Commands on sessions: when they are, what is planned in them, and how they went.
#include <algorithm>

#include "core/commands/apply.h"
#include "core/commands/plan_words.h"
#include "core/rules/validate.h"
#include "core/store/session_store.h"

namespace pegboard::commands {
namespace {

constexpr int longest_series_days = 371;  // a school year and then some

Status check_links(const Work& work, const Session& session) {
    if (const auto child = find_child(work, session.child); !child.ok()) return child.error();
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
        if (goal.value()->child != session.child)
            return invalid("goals", "Choose goals of the child this session is for.");
    }
    return {};
}

Result<Done> replace(Work& work, const Session& before, const Session& after, std::string label) {
    if (Status rules = validate(after); !rules.ok()) return rules.error();
    if (Status links = check_links(work, after); !links.ok()) return links.error();
    store::update_session(work.db, before, after);
    return Done{std::move(label), after.child, {}};
}

std::string name_of(const Work& work, ChildId id) {
    const Child* child = work.now.children.find(id);
    return child ? call_name(*child) : "a child";
}

std::string session_of(const Work& work, const Session& session) {
    return possessive(name_of(work, session.child)) + " session";
}

bool is_closed(const Work& work, GoalId id) {
    const Goal* goal = work.now.goals.find(id);
    return !goal || goal->status == GoalStatus::met || goal->status == GoalStatus::discontinued;
}

bool overlaps(const Session& one, const Session& other) {
    return one.child == other.child && one.date == other.date && one.start_min < other.start_min + other.length_min &&
           other.start_min < one.start_min + one.length_min;
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
    for (Block& block : copy.blocks) block.id = mint<BlockId>();
    return copy;
}
}  // namespace

Result<Done> apply(Work& work, const AddSession& command) {
    Session session = command.session;
    if (Status rules = validate(session); !rules.ok()) return rules.error();
    if (Status links = check_links(work, session); !links.ok()) return links.error();
    if (!session.id) session.id = mint<SessionId>();
    store::insert_session(work.db, session);
    return Done{"Add session for " + name_of(work, session.child) + ", " + say_day(session.date), session.child, {}};
}

Result<Done> apply(Work& work, const EditSession& command) {
    const Session& after = command.session;
    const auto before = find_session(work, after.id);
    if (!before.ok()) return before.error();
    if (before.value()->child != after.child)
        return invalid("child", "A session stays with its child. Add a session for the other child instead.");
    return replace(work, *before.value(), after,
                   say_session_difference(*before.value(), after, session_of(work, after)));
}

Result<Done> apply(Work& work, const RemoveSession& command) {
    const auto found = find_session(work, command.id);
    if (!found.ok()) return found.error();
    const Session session = *found.value();
    store::delete_session(work.db, session.id);
    return Done{"Remove " + session_of(work, session) + ", " + say_day(session.date), session.child, {}};
}

Result<Done> apply(Work& work, const RepeatSession& command) {
    const auto found = find_session(work, command.id);
    if (!found.ok()) return found.error();
    const Session source = *found.value();
    if (command.until < source.date + 7)
        return invalid("until", "Choose a day at least a week after " + say_day(source.date) + ".");
    if (command.until > source.date + longest_series_days)
        return invalid("until", "Choose a day within a year of " + say_day(source.date) + ".");
    Session first = source;
    if (!first.series) first.series = mint<SeriesId>();
    store::update_session(work.db, source, first);
    int copies = 0;
    for (Date date = source.date + 7; date <= command.until; date = date + 7) {
        const Session copy = planned_again(first, date);
        const auto& all = work.now.sessions.rows();
        if (std::any_of(all.begin(), all.end(), [&](const Session& other) { return overlaps(copy, other); })) continue;
        store::insert_session(work.db, copy);
        ++copies;
    }
    if (copies == 0)
        return invalid("until", name_of(work, source.child) + " already has a session at that time in each week.");
    return Done{"Repeat " + session_of(work, source) + " weekly until " + say(command.until), source.child, {}};
}

Result<Done> apply(Work& work, const CopyPlan& command) {
    const auto from = find_session(work, command.from);
    if (!from.ok()) return from.error();
    const auto to = find_session(work, command.to);
    if (!to.ok()) return to.error();
    const Session& source = *from.value();
    if (to.value()->status != SessionStatus::planned)
        return Error{ErrorKind::refused, {}, "This session is already marked. Reopen it to change its plan.", {}};
    const bool same_child = source.child == to.value()->child;
    const auto skipped = [&](GoalId id) { return !same_child || is_closed(work, id); };
    Session after = *to.value();
    after.goals = source.goals;
    std::erase_if(after.goals, skipped);
    after.blocks = source.blocks;
    for (Block& block : after.blocks) {
        block.id = mint<BlockId>();
        std::erase_if(block.goals, skipped);
        if (same_child) continue;
        // A reason given for one child's precaution says nothing about another child.
        block.override_reason.clear();
        block.override_by = {};
        block.override_at.clear();
    }
    return replace(work, *to.value(), after, "Use the plan of " + say_day(source.date));
}

Result<Done> apply(Work& work, const HoldSession& command) {
    const auto before = find_session(work, command.id);
    if (!before.ok()) return before.error();
    Session after = *before.value();
    after.status = SessionStatus::held;
    after.held_min = command.held_min;
    after.note = command.note;
    return replace(work, *before.value(), after, "Mark " + session_of(work, after) + " held");
}

Result<Done> apply(Work& work, const MissSession& command) {
    const auto before = find_session(work, command.id);
    if (!before.ok()) return before.error();
    Session after = *before.value();
    after.status = SessionStatus::not_held;
    after.held_min = 0;
    after.not_held_reason = command.reason;
    after.note = command.note;
    return replace(work, *before.value(), after, "Mark " + session_of(work, after) + " not held");
}

Result<Done> apply(Work& work, const ReopenSession& command) {
    const auto before = find_session(work, command.id);
    if (!before.ok()) return before.error();
    Session after = *before.value();
    after.status = SessionStatus::planned;
    after.held_min = 0;
    after.not_held_reason = NotHeldReason::other;
    return replace(work, *before.value(), after, "Reopen " + session_of(work, after));
}

}  // namespace pegboard::commands
