#include "core/progress/note_draft.h"

#include <algorithm>

#include "core/progress/attention.h"
#include "core/progress/note_data.h"
#include "core/progress/note_help.h"
#include "core/rules/live.h"

namespace pegboard::progress {
namespace {
Error gone() { return {ErrorKind::missing, {}, "This session is no longer there.", {}}; }

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
    return text;
}

/// The text as a sentence: with a full stop unless it ends with a mark.
std::string sentence(std::string text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.pop_back();
    if (!text.empty() && std::string(".!?:").find(text.back()) == std::string::npos) text += '.';
    return text;
}

std::string minutes(int count) { return std::to_string(count) + (count == 1 ? " minute" : " minutes"); }

/// Goals in the order of the session, then those recorded without being planned.
std::vector<GoalId> goals_recorded(const Session& session, const std::vector<DataPoint>& points, ChildId child) {
    std::vector<GoalId> order;
    const auto add = [&](GoalId id) {
        const auto recorded = [&](const DataPoint& point) {
            return point.goal == id && point.valid && point.child == child;
        };
        if (std::ranges::count(order, id) == 0 && std::ranges::any_of(points, recorded)) order.push_back(id);
    };
    for (const GoalId id : session.goals) add(id);
    for (const DataPoint& point : points) add(point.goal);
    return order;
}

/// Earlier on the same day, or a day before.
bool is_before(const Caseload& caseload, const DataPoint& point, const Session& session) {
    if (point.date != session.date || point.session == session.id) return point.date <= session.date;
    const Session* other = caseload.session(point.session);
    return !other || std::pair(other->start_min, other->id) < std::pair(session.start_min, session.id);
}

/// The newest value before this session's; null when there is none.
const SessionValue* value_before(const Caseload& caseload, const std::vector<SessionValue>& values,
                                 const Session& session) {
    const auto when = [&](const SessionValue& value) {
        const Session* of = caseload.session(value.session);
        return std::tuple(value.date, of ? of->start_min : -1, value.session);
    };
    const SessionValue* newest = nullptr;
    for (const SessionValue& value : values)
        if (value.session != session.id && (!newest || when(*newest) < when(value))) newest = &value;
    return newest;
}

/// The names of the help of a goal: of the author's own list where the author is of the goal's discipline. A therapist
/// who changes discipline, and a colleague of the other one, do not change what was recorded.
const std::vector<HelpChoice>& help_names(const Caseload& caseload, const Goal& goal, TherapistId author) {
    const Therapist* writes = caseload.therapist(author);
    const bool own = writes != nullptr && writes->discipline == goal.discipline;
    return own ? caseload.help_choices(author) : usual_help_choices(goal.discipline);
}

/// Nothing when the session gave no value that counts (a level of attainment alone). Nothing later is looked at.
std::optional<GoalLine> line_of(const Caseload& caseload, const Goal& goal, const Session& session,
                                std::vector<DataPoint> points, TherapistId author) {
    std::erase_if(points, [&](const DataPoint& point) { return !is_before(caseload, point, session); });
    std::vector<PhaseChange> changes = caseload.phase_changes(goal.id);
    std::erase_if(changes, [&](const PhaseChange& change) { return change.date > session.date; });
    Goal then = goal;
    if (then.closed_on && *then.closed_on > session.date) {
        then.status = GoalStatus::active;
        then.closed_on.reset();
    }
    const Criterion criterion = criterion_of(then);
    const Workup workup = work_up(criterion, points, changes);
    const auto here = std::ranges::find(workup.values, session.id, &SessionValue::session);
    if (here == workup.values.end()) return std::nullopt;
    const GoalFacts facts = facts_of(workup);
    GoalLine line;
    line.goal = goal.id;
    line.title = goal.title;
    line.full = goal.sentence;
    line.now = say_session(criterion, *here);
    std::vector<const DataPoint*> counted;
    for (const DataPoint& point : points)
        if (point.session == session.id && point.valid && (point.measure.empty() || point.measure == goal.measure))
            counted.push_back(&point);
    HelpSaid said = say_help_of(counted, goal, help_names(caseload, goal, author));
    line.help = std::move(said.all);
    line.tries = std::move(said.tries);
    if (const SessionValue* before = value_before(caseload, workup.values, session)) {
        line.before = say_session(criterion, *before);
        line.before_on = before->date;
    }
    line.trend = say_trend(criterion, facts);
    line.judgement = judge(criterion, facts, rule_for(caseload.practice(), then));
    return line;
}

std::string subjective_of(const Participant* part, const std::vector<QuickNote>& notes, ChildId child,
                          const std::string& name) {
    std::vector<std::string> parts;
    for (const QuickNote& note : notes)
        if (note.child == child) parts.push_back(sentence(note.text));
    if (part && part->energy != Energy::usual)
        parts.push_back(name + " seemed " + (part->energy == Energy::tired ? "tired" : "lively") + " today.");
    return joined(parts, " ");
}

std::string response_of(const Block& block, ChildId child) {
    for (const BlockChild& each : block.children)
        if (each.child == child && each.response != Response::not_noted) return std::string(words(each.response));
    return {};
}

/// "Worm snips (6 min, Loved it); Road cutter (9 min)." of what was done, with times where they were measured.
std::string activities_of(const Session& session, ChildId child) {
    const std::vector<int> spent = has_block_times(session) ? minutes_spent(session) : std::vector<int>{};
    std::vector<std::string> done;
    for (std::size_t i = 0; i < session.blocks.size(); ++i) {
        const Block& block = session.blocks[i];
        if (block.state != BlockState::done) continue;
        std::vector<std::string> facts;
        if (!spent.empty()) facts.push_back(spent[i] > 0 ? std::to_string(spent[i]) + " min" : "under a minute");
        if (const std::string went = response_of(block, child); !went.empty()) facts.push_back(went);
        const std::string title = block.title.empty() ? "An activity" : block.title;
        done.push_back(facts.empty() ? title : title + " (" + joined(facts, ", ") + ")");
    }
    return done.empty() ? std::string() : "Activities: " + joined(done, "; ") + ".";
}

bool was_absent(const Participant* part) { return part && part->attendance == Attendance::absent; }

/// "Absent: Child unwell. The bus did not come." and nothing of a session, which others had.
std::string absence_of(const Participant& part) {
    const bool known = part.absence_reason != NotHeldReason::other;
    std::string text = known ? "Absent: " + std::string(words(part.absence_reason)) + "." : "Absent.";
    if (!part.absence_note.empty()) text += " " + sentence(part.absence_note);
    return text;
}

std::string presence_of(const Session& session, const Participant* part) {
    std::vector<std::string> parts;
    if (session.held_min > 0) {
        const int missed = part ? part->late_min + part->left_early_min : 0;
        parts.push_back("Session of " + minutes(session.held_min));
        if (const auto real = real_span(session)) parts.push_back(say_time(real->from) + " to " + say_time(real->to));
        if (const std::size_t came = present_children(session).size(); came > 1)
            parts.push_back("in a group of " + std::to_string(came) + " children");
        if (missed > 0 && missed < session.held_min) parts.push_back("here for " + minutes(session.held_min - missed));
    }
    if (part && part->late_min > 0) parts.push_back("came " + minutes(part->late_min) + " late");
    if (part && part->left_early_min > 0) parts.push_back("left " + minutes(part->left_early_min) + " early");
    return parts.empty() ? std::string() : joined(parts, ", ") + ".";
}

std::string objective_of(const Session& session, const Participant* part, ChildId child,
                         const std::vector<GoalLine>& lines) {
    std::vector<std::string> parts;
    for (std::string text : {presence_of(session, part), activities_of(session, child)})
        if (!text.empty()) parts.push_back(std::move(text));
    for (const GoalLine& line : lines) {
        std::string text = line.title + ": " + line.now;
        text += line.help + (line.tries.empty() ? "" : ". By help: " + line.tries);
        text += line.before.empty() ? ". First time recorded."
                                    : ". Last time " + line.before + " (" + say_day(*line.before_on) + ").";
        if (!line.full.empty()) text += " The goal: " + line.full;
        parts.push_back(std::move(text));
    }
    return joined(parts, "\n");
}

/// What the rules found; where they have too little to go by the therapist alone can judge.
std::string assessment_of(const std::vector<GoalLine>& lines) {
    std::vector<std::string> parts;
    for (const GoalLine& line : lines)
        if (line.judgement.status != ProgressStatus::collecting && !line.judgement.early)
            parts.push_back(line.title + ": " + line.judgement.sentence);
    return joined(parts, "\n");
}

/// The session that came or comes next; null when it is over, as a plan written later must not know how it went.
const Session* next_session(const Caseload& caseload, const Session& session, ChildId child) {
    for (const Session& each : caseload.sessions()) {
        const bool later = std::pair(each.date, each.start_min) > std::pair(session.date, session.start_min);
        if (!later || each.id == session.id || !is_for(each, child)) continue;
        return each.status == SessionStatus::planned ? &each : nullptr;
    }
    return nullptr;
}

std::string plan_of(const Caseload& caseload, const Session& session, ChildId child,
                    const std::vector<GoalLine>& lines) {
    std::vector<std::string> parts;
    if (const Session* next = next_session(caseload, session, child)) {
        std::vector<std::string> titles;
        for (const Block& block : next->blocks)
            if (!block.title.empty()) titles.push_back(block.title);
        parts.push_back("Next session " + say_day(next->date) +
                        (titles.empty() ? "." : ": " + joined(titles, "; ") + "."));
    }
    for (const GoalLine& line : lines) {
        if (line.judgement.levers.empty()) continue;
        std::string text = "To think about for \"" + line.title + "\": ";
        const std::size_t count = std::min<std::size_t>(line.judgement.levers.size(), 2);
        for (std::size_t i = 0; i < count; ++i)
            text += std::string(i > 0 ? "; " : "") + std::string(lever_words(line.judgement.levers[i]));
        parts.push_back(text + ".");
    }
    return joined(parts, "\n");
}
}  // namespace

Result<std::vector<GoalLine>> goal_lines(const Caseload& caseload, SessionId id, ChildId child, TherapistId author) {
    const Session* session = caseload.session(id);
    if (!session) return gone();
    if (was_absent(participant(*session, child))) return std::vector<GoalLine>{};
    const auto recorded = caseload.points(id);
    if (!recorded.ok()) return recorded.error();
    std::vector<GoalLine> lines;
    for (const GoalId each : goals_recorded(*session, *recorded.value(), child)) {
        const Goal* goal = caseload.goal(each);
        if (!goal || !is_authors(*session, *goal, caseload.therapist(author))) continue;
        const auto points = caseload.points(each);
        if (!points.ok()) return points.error();
        if (auto line = line_of(caseload, *goal, *session, *points.value(), author)) lines.push_back(std::move(*line));
    }
    return lines;
}

Result<SessionNote> draft_note(const Caseload& caseload, SessionId id, ChildId child_id, TherapistId author) {
    const Session* session = caseload.session(id);
    const Child* child = caseload.child(child_id);
    if (!session || !child) return gone();
    const auto lines = goal_lines(caseload, id, child_id, author);
    if (!lines.ok()) return lines.error();
    const auto notes = caseload.quick_notes(id);
    if (!notes.ok()) return notes.error();
    const Participant* part = participant(*session, child_id);
    SessionNote note;
    note.child = child_id;
    note.session = id;
    note.author = author;
    const Therapist* therapist = caseload.therapist(author);
    if (therapist && session->lead != Lead::both &&
        (session->lead == Lead::ot) != (therapist->discipline == Discipline::ot))
        return note;
    if (was_absent(part)) {
        note.objective = absence_of(*part);
        return note;
    }
    note.subjective = subjective_of(part, notes.value(), child_id, call_name(*child));
    note.objective = objective_of(*session, part, child_id, lines.value());
    note.assessment = assessment_of(lines.value());
    note.plan = plan_of(caseload, *session, child_id, lines.value());
    const Therapist* second = therapist ? caseload.therapist(therapist->supervisor) : nullptr;
    if (second && second->discipline == therapist->discipline) note.cosigner = second->id;
    return note;
}

}  // namespace pegboard::progress
