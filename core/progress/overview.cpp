#include "core/progress/overview.h"

#include <algorithm>

#include "core/progress/attention.h"
#include "core/rules/live.h"

namespace pegboard::progress {
namespace {

Date monday_of(Date date) { return date + -weekday(date); }

/// Number of the week in the overview; nothing outside it.
std::optional<std::size_t> week_of(Date date, Date first_monday) {
    const int days = date - first_monday;
    if (days < 0 || days >= static_cast<int>(weeks_covered) * 7) return std::nullopt;
    return static_cast<std::size_t>(days / 7);
}

bool was_here(const Session& session, ChildId child) {
    const Participant* part = participant(session, child);
    return session.status == SessionStatus::held && (!part || part->attendance != Attendance::absent);
}

int minutes_here(const Session& session, ChildId child) {
    const Participant* part = participant(session, child);
    return std::max(0, session.held_min - (part ? part->late_min + part->left_early_min : 0));
}

void count_session(const Session& session, ChildId child, Date first_monday, ChildOverview& overview) {
    const auto week = week_of(session.date, first_monday);
    if (!week) return;
    WeekHeld& held = overview.weeks[*week];
    if (session.status == SessionStatus::planned) {
        ++held.planned;
        return;
    }
    if (!was_here(session, child)) {
        ++held.not_held;
        return;
    }
    ++held.held;
    held.minutes += minutes_here(session, child);
    const std::vector<int> spent = minutes_spent(session);
    for (std::size_t i = 0; i < session.blocks.size(); ++i)
        for (GoalRow& row : overview.goals)
            if (std::ranges::count(session.blocks[i].goals, row.goal) > 0) row.minutes[*week] += spent[i];
}

Result<GoalRow> row_of(const Caseload& caseload, const Goal& goal, const GoalFacts& facts) {
    const auto points = caseload.points(goal.id);
    if (!points.ok()) return points.error();
    const Criterion criterion = criterion_of(goal);
    GoalRow row;
    row.goal = goal.id;
    row.judgement = judge(criterion, facts, rule_for(caseload.practice(), goal));
    row.newest = say_newest(criterion, facts);
    row.trend = say_trend(criterion, facts);
    row.not_mastered = why_not_mastered(criterion, facts);
    row.target = criterion.target;
    row.aim_at_last = facts.aim_at_last;
    for (const SessionValue& value : session_values(criterion, *points.value(), caseload.phase_changes(goal.id)))
        if (!value.too_few_tries) row.spark.push_back({value.date, value.value});
    if (row.spark.size() > spark_values)
        row.spark.erase(row.spark.begin(), row.spark.end() - static_cast<std::ptrdiff_t>(spark_values));
    return row;
}

int pressing(ProgressStatus status) {
    using enum ProgressStatus;
    switch (status) {
        case check_now:
            return 0;
        case slipped:
            return 1;
        case change_suggested:
            return 2;
        case plateau:
            return 3;
        case mastered:
        case kept:
            return 4;
        case raise_suggested:
            return 5;
        case on_track:
            return 6;
        case collecting:
            break;
    }
    return 7;
}

void sort_out(ChildOverview& overview) {
    for (const GoalRow& row : overview.goals) {
        const int rank = pressing(row.judgement.status);
        if (rank <= 3)
            overview.growth.push_back(row.goal);
        else if (rank <= 5 || (rank == 6 && !row.judgement.early))
            overview.strengths.push_back(row.goal);
    }
}

void add_milestone(const Goal& goal, const GoalFacts& facts, std::vector<Milestone>& milestones) {
    const Criterion criterion = criterion_of(goal);
    Milestone milestone{{}, goal.id, goal.title, goal.term == GoalTerm::long_term, {}};
    if (facts.mastery.mastered_on) {
        milestone.date = *facts.mastery.mastered_on;
        milestone.words = facts.mastery.mastered_value
                              ? "Reached " + say_value(criterion.measure, *facts.mastery.mastered_value)
                              : "Goal met";
        if (facts.mastery.probe == ProbeResult::kept) milestone.words += ", and kept";
    } else if (goal.status == GoalStatus::met && goal.closed_on) {
        milestone.date = *goal.closed_on;
        milestone.words = "Goal met";
    } else {
        return;
    }
    milestones.push_back(std::move(milestone));
}
}  // namespace

Result<ChildOverview> child_overview(const Caseload& caseload, ChildId child, Date today) {
    ChildOverview overview;
    for (const Goal& goal : caseload.goals()) {
        const GoalFacts* facts = goal.child == child ? caseload.facts(goal.id) : nullptr;
        if (!facts) continue;
        add_milestone(goal, *facts, overview.milestones);
        if (goal.status != GoalStatus::active) continue;
        auto row = row_of(caseload, goal, *facts);
        if (!row.ok()) return row.error();
        overview.goals.push_back(row.take());
    }
    std::ranges::stable_sort(overview.goals, {}, [](const GoalRow& row) { return pressing(row.judgement.status); });
    std::ranges::stable_sort(overview.milestones,
                             [](const Milestone& one, const Milestone& other) { return other.date < one.date; });
    sort_out(overview);
    const Date first_monday = monday_of(today) + -7 * static_cast<int>(weeks_covered - 1);
    for (std::size_t i = 0; i < weeks_covered; ++i) overview.weeks[i].monday = first_monday + 7 * static_cast<int>(i);
    for (const Session& session : caseload.sessions())
        if (is_for(session, child)) count_session(session, child, first_monday, overview);
    return overview;
}

Result<AttainmentReport> attainment_of(const Caseload& caseload, ChildId child) {
    std::vector<AttainmentLine> lines;
    for (const Goal& goal : caseload.goals()) {
        const bool scaled = goal.measure == "gas" || !goal.gas_levels[0].empty();
        if (goal.child != child || !scaled || goal.status == GoalStatus::draft) continue;
        const auto points = caseload.points(goal.id);
        if (!points.ok()) return points.error();
        AttainmentLine line{goal.id, goal.gas_importance * goal.gas_difficulty, goal.gas_baseline, {}};
        const auto levels = attainment_levels(criterion_of(goal), *points.value());
        if (!levels.empty()) line.now = static_cast<int>(levels.back().value);
        lines.push_back(line);
    }
    return attainment_report(std::move(lines));
}

}  // namespace pegboard::progress
