#include "core/reports/progress_facts.h"

#include <algorithm>

#include "core/progress/attention.h"
#include "core/reports/parts.h"

namespace pegboard::reports {
namespace {

/// The goal as it stood on `day`: what was closed later was open then.
Goal as_of(Goal goal, Date day) {
    if (goal.closed_on && *goal.closed_on > day) {
        goal.closed_on.reset();
        goal.status = GoalStatus::active;
    }
    return goal;
}

bool belongs(const Goal& goal, const Choices& choices) {
    if (goal.child != choices.child || goal.status == GoalStatus::draft) return false;
    if (goal.start && *goal.start > choices.to) return false;
    const bool closed = goal.status == GoalStatus::met || goal.status == GoalStatus::discontinued;
    return !closed || !goal.closed_on || *goal.closed_on >= choices.from;
}

Standing standing_of(const Goal& goal) {
    switch (goal.status) {
        case GoalStatus::met:
            return Standing::met;
        case GoalStatus::discontinued:
            return Standing::ended;
        case GoalStatus::on_hold:
            return Standing::on_hold;
        default:
            return Standing::practised;
    }
}

Result<ReportedGoal> read_goal(const Caseload& caseload, const std::vector<Goal>& then, const Goal& kept, Date day) {
    const auto points = caseload.points(kept.id);
    if (!points.ok()) return points.error();
    ReportedGoal made;
    made.goal = as_of(kept, day);
    made.standing = standing_of(made.goal);
    auto until = std::make_shared<std::vector<DataPoint>>(*points.value());
    std::erase_if(*until, [&](const DataPoint& point) { return point.date > day; });
    GoalData& data = made.data;
    data.points = std::move(until);
    data.criterion = progress::criterion_of(made.goal);
    data.changes = caseload.phase_changes(kept.id);
    std::erase_if(data.changes, [&](const PhaseChange& change) { return change.date > day; });
    data.events = caseload.events(kept.child);
    std::erase_if(data.events,
                  [&](const TimeEvent& event) { return event.date > day || (event.goal && event.goal != kept.id); });
    data.values = progress::session_values(data.criterion, *data.points, data.changes);
    data.beside = beside_values(data.criterion, *data.points, data.values);
    made.rule = progress::rule_for(caseload.practice(), made.goal);
    made.found = progress::analyse(data.criterion, *data.points, data.changes, made.rule);
    data.analysis = made.found;
    made.story = progress::tell_story(made.found, data.changes, day);
    made.chart = chart_of(then, made.goal, data, day);
    return made;
}

void add_signer(ProgressFacts& facts, const Caseload& caseload, Discipline discipline) {
    const bool any =
        std::ranges::any_of(facts.goals, [&](const auto& each) { return each.goal.discipline == discipline; });
    if (any) facts.signers.push_back(signer_of(facts, caseload, discipline));
}

}  // namespace

Signer signer_of(const ProgressFacts& facts, const Caseload& caseload, Discipline discipline) {
    TherapistId who;
    for (const Service& service : facts.child->services)
        if (service.discipline == discipline && service.therapist) who = service.therapist;
    for (const ReportedGoal& each : facts.goals)
        if (!who && each.goal.discipline == discipline) who = each.goal.therapist;
    Signer signer{discipline, say_therapist(caseload, who), {}};
    signer.below = discipline == Discipline::ot ? "Occupational therapist" : "Physical therapist";
    signer.below += ", signature";
    if (signer.name.empty()) signer.name = "Name:";
    return signer;
}

Result<ProgressFacts> progress_facts(const Caseload& caseload, const Choices& choices, Date today) {
    ProgressFacts facts;
    facts.child = caseload.child(choices.child);
    if (facts.child == nullptr) return Error{ErrorKind::missing, "child", "This child is no longer there.", {}};
    facts.from = choices.from;
    facts.to = choices.to;
    facts.speaks_of = std::min(choices.to, today);
    std::vector<const Goal*> goals;
    for (const Goal& goal : caseload.goals())
        if (belongs(goal, choices)) goals.push_back(&goal);
    const auto in_report = [&](GoalId id) {
        return std::ranges::any_of(goals, [&](const Goal* each) { return each->id == id; });
    };
    // An objective comes behind its goal, in the goal's discipline.
    std::vector<std::pair<const Goal*, bool>> ordered;
    for (const Discipline discipline : {Discipline::ot, Discipline::pt})
        for (const Goal* goal : goals) {
            if (goal->discipline != discipline || (goal->parent && in_report(goal->parent))) continue;
            ordered.emplace_back(goal, false);
            for (const Goal* step : goals)
                if (step->parent == goal->id) ordered.emplace_back(step, true);
        }
    std::vector<Goal> then;
    for (const Goal& goal : caseload.goals())
        if (goal.child == choices.child) then.push_back(as_of(goal, facts.speaks_of));
    for (const auto& [goal, step] : ordered) {
        auto read = read_goal(caseload, then, *goal, facts.speaks_of);
        if (!read.ok()) return read.error();
        facts.goals.push_back(read.take());
        facts.goals.back().step = step;
    }
    facts.attendance = attendance_of(caseload, choices.child, facts.from, facts.to, today);
    add_signer(facts, caseload, Discipline::ot);
    add_signer(facts, caseload, Discipline::pt);
    return facts;
}

}  // namespace pegboard::reports
