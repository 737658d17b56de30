#include "core/progress/note_draft.h"

#include <algorithm>

#include "core/progress/attention.h"

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

bool of_author(const Caseload& caseload, const Session& session, const Goal& goal, TherapistId author) {
    const Therapist* therapist = caseload.therapist(author);
    return session.lead != Lead::both || !therapist || goal.discipline == therapist->discipline;
}

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

std::string help_of(const SessionValue& value) {
    std::vector<std::string> words;
    if (value.assist) words.emplace_back(assist_words(*value.assist));
    if (value.prompt) words.emplace_back(prompt_words(*value.prompt));
    return joined(words, ", ");
}

/// Nothing when the session gave no value that counts (a level of attainment alone).
std::optional<GoalLine> line_of(const Caseload& caseload, const Goal& goal, const Session& session,
                                std::vector<DataPoint> points) {
    std::erase_if(points, [&](const DataPoint& point) {
        return point.date > session.date ||
               (point.date == session.date && point.session && point.session != session.id);
    });
    const Criterion criterion = criterion_of(goal);
    const Workup workup = work_up(criterion, points, caseload.phase_changes(goal.id));
    const auto here = std::ranges::find(workup.values, session.id, &SessionValue::session);
    if (here == workup.values.end()) return std::nullopt;
    const GoalFacts facts = facts_of(workup);
    GoalLine line;
    line.goal = goal.id;
    line.title = goal.title;
    line.full = goal.sentence;
    line.now = say_session(criterion, *here);
    line.help = help_of(*here);
    if (here != workup.values.begin()) {
        line.before = say_session(criterion, *(here - 1));
        line.before_on = (here - 1)->date;
    }
    line.trend = say_trend(criterion, facts);
    line.judgement = judge(criterion, facts, rule_for(caseload.practice(), goal));
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

/// "Worm snips (6 min, Loved it); Road cutter (9 min)."
std::string activities_of(const Session& session, ChildId child) {
    std::vector<std::string> done;
    for (const Block& block : session.blocks) {
        const bool followed = block.state == BlockState::done;
        if (!followed && !(session.status == SessionStatus::held && block.state == BlockState::planned)) continue;
        std::vector<std::string> facts;
        if (block.done_s >= 60) facts.push_back(std::to_string((block.done_s + 30) / 60) + " min");
        if (const std::string went = response_of(block, child); !went.empty()) facts.push_back(went);
        const std::string title = block.title.empty() ? "An activity" : block.title;
        done.push_back(facts.empty() ? title : title + " (" + joined(facts, ", ") + ")");
    }
    return done.empty() ? std::string() : "Activities: " + joined(done, "; ") + ".";
}

std::string presence_of(const Session& session, const Participant* part) {
    std::vector<std::string> parts;
    if (session.held_min > 0) {
        const int missed = part ? part->late_min + part->left_early_min : 0;
        parts.push_back("Session of " + minutes(session.held_min));
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
        if (!line.help.empty()) text += ", " + line.help;
        text += line.before.empty() ? ". First time recorded."
                                    : ". Last time " + line.before + " (" + say_day(*line.before_on) + ").";
        if (!line.full.empty()) text += " The goal: " + line.full;
        parts.push_back(std::move(text));
    }
    return joined(parts, "\n");
}

std::string assessment_of(const std::vector<GoalLine>& lines) {
    std::vector<std::string> parts;
    for (const GoalLine& line : lines)
        parts.push_back(line.title + ": " + std::string(words(line.judgement.status)) + ". " + line.judgement.sentence);
    return joined(parts, "\n");
}

const Session* next_session(const Caseload& caseload, const Session& session, ChildId child) {
    for (const Session& each : caseload.sessions())
        if (each.status == SessionStatus::planned && each.id != session.id && is_for(each, child) &&
            std::pair(each.date, each.start_min) > std::pair(session.date, session.start_min))
            return &each;
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
    const auto recorded = caseload.points(id);
    if (!recorded.ok()) return recorded.error();
    std::vector<GoalLine> lines;
    for (const GoalId each : goals_recorded(*session, *recorded.value(), child)) {
        const Goal* goal = caseload.goal(each);
        if (!goal || !of_author(caseload, *session, *goal, author)) continue;
        const auto points = caseload.points(each);
        if (!points.ok()) return points.error();
        if (auto line = line_of(caseload, *goal, *session, *points.value())) lines.push_back(std::move(*line));
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
    note.subjective = subjective_of(part, notes.value(), child_id, call_name(*child));
    note.objective = objective_of(*session, part, child_id, lines.value());
    note.assessment = assessment_of(lines.value());
    note.plan = plan_of(caseload, *session, child_id, lines.value());
    if (const Therapist* therapist = caseload.therapist(author)) note.cosigner = therapist->supervisor;
    return note;
}

}  // namespace pegboard::progress
