// Every goal as it was written, drafts too, with its chart, all that was recorded and what lies on its time axis.
#include <algorithm>
#include <map>

#include "core/progress/measure.h"
#include "core/reports/progress_words.h"
#include "core/reports/whole/whole_record_parts.h"

namespace pegboard::reports {
namespace {

/// "8 done, 2 not yet" of the taps of one day.
std::string say_taps(const std::vector<const DataPoint*>& points) {
    std::map<PointKind, int> counts;
    for (const DataPoint* each : points)
        if (each->kind != PointKind::measured) ++counts[each->kind];
    std::vector<std::string> all;
    for (const auto& [kind, count] : counts) all.push_back(std::to_string(count) + " " + std::string(words(kind)));
    return joined(all);
}

std::string say_help_of(const std::vector<const DataPoint*>& points) {
    std::vector<std::string> all;
    const auto add = [&](std::string_view said) {
        const std::string own(said);
        if (!own.empty() && std::ranges::find(all, own) == all.end()) all.push_back(own);
    };
    for (const DataPoint* each : points) {
        if (each->assist) add(progress::assist_words(*each->assist));
        if (each->prompt) add(progress::prompt_words(*each->prompt));
    }
    return joined(all);
}

/// Where, who and every word noted with the points, each once; what does not count with its reason.
std::string say_beside(const std::vector<const DataPoint*>& points) {
    std::vector<std::string> all;
    const auto add = [&](const std::string& said) {
        if (!said.empty() && std::ranges::find(all, said) == all.end()) all.push_back(said);
    };
    for (const DataPoint* each : points) {
        add(each->setting);
        add(each->rater);
        add(each->note);
        if (each->side != Side::none) add(std::string(words(each->side)));
        if (!each->valid) add("one is not counted: " + each->invalid_reason);
    }
    return joined(all, ". ");
}

struct DayOfGoal {
    Date date;
    SessionId session;
    auto operator<=>(const DayOfGoal&) const = default;
};

/// `goal` null: nothing was worked out of it.
std::string say_values(const ReportedGoal* goal, const DayOfGoal& day, const std::vector<const DataPoint*>& points) {
    std::vector<std::string> all;
    if (goal != nullptr)
        for (const progress::SessionValue& value : goal->found.values)
            if (value.date == day.date && value.session == day.session)
                all.push_back(progress::say_session(goal->data.criterion, value));
    if (!all.empty()) return joined(all);
    // What was taken with another measure, or does not count: as it was written.
    for (const DataPoint* each : points)
        if (each->kind == PointKind::measured)
            all.push_back(progress::say_plain(each->value) + (each->n ? " of " + std::to_string(*each->n) : ""));
    return joined(all);
}

void add_data(Blocks& blocks, const ReportedGoal* goal, const std::vector<DataPoint>& recorded) {
    std::map<DayOfGoal, std::vector<const DataPoint*>> days;
    for (const DataPoint& point : recorded) days[{point.date, point.session}].push_back(&point);
    if (days.empty()) return;
    Table table;
    table.name = "All that was recorded";
    table.shares = {74, 100, 122, 92, 134};
    for (const char* words : {"Day", "Value", "As it was tapped", "Help", "Where, who, notes"})
        table.head.push_back(record_cell(words, Style::small_strong, ink::soft));
    for (const auto& [day, points] : days)
        table.rows.push_back(
            {{record_cell(say(day.date)), record_cell(say_values(goal, day, points)), record_cell(say_taps(points)),
              record_cell(say_help_of(points)), record_cell(say_beside(points))}});
    blocks.push_back({std::move(table)});
}

/// Phases and what concerns this goal alone; what concerns all goals stands with the child.
void add_axis(Blocks& blocks, const Caseload& caseload, const Goal& goal) {
    List list;
    for (const PhaseChange& each : caseload.phase_changes(goal.id))
        list.items.push_back(
            text(say(each.date) + ": " + std::string(words(each.phase)) + (each.label.empty() ? "" : ", " + each.label),
                 Style::small));
    for (const TimeEvent& each : caseload.events(goal.child))
        if (each.goal == goal.id) list.items.push_back(text(say_when(each) + ": " + say_event(each), Style::small));
    if (!list.items.empty()) blocks.push_back({std::move(list)});
}

std::string say_state(const Goal& goal) {
    std::string said(words(goal.status));
    if (goal.closed_on && is_known(*goal.closed_on)) said += " on " + say(*goal.closed_on);
    if (goal.start && is_known(*goal.start)) said += ". Begun on " + say(*goal.start);
    if (goal.due && is_known(*goal.due)) said += ". To be reached by " + say(*goal.due);
    return said + ".";
}

void add_goal_words(Blocks& blocks, const Source& source, const Goal& goal) {
    blocks.push_back({Heading{text(goal.title, Style::subheading), 3}});
    blocks.push_back({Pills{{pill_of(goal.discipline)}}});
    if (const std::string& whole = full_text(goal); whole != goal.title) blocks.push_back({Paragraph{text(whole)}});
    blocks.push_back({Paragraph{text(say_state(goal), Style::small, ink::soft)}});
    Table table = facts_table("The goal");
    if (const Goal* parent = source.caseload.goal(goal.parent)) add_fact(table, "Step toward", parent->title);
    std::vector<std::string> start;
    const progress::Criterion criterion = progress::criterion_of(goal);
    for (const double value : goal.baseline) start.push_back(progress::say_in_unit(criterion, value));
    add_fact(table, "At the start", joined(start));
    add_fact(table, "Why so at the start", goal.baseline_reason);
    add_fact(table, "Aim", progress::say_target(criterion));
    add_fact(table, "Routine", goal.routine);
    add_fact(table, "Steps of the task", joined(goal.task_steps, "; "));
    for (std::size_t i = 0; i < goal.gas_levels.size(); ++i)
        add_fact(table, "Level",
                 goal.gas_levels[i].empty() ? "" : std::to_string(static_cast<int>(i) - 2) + ": " + goal.gas_levels[i]);
    add_fact(table, "Therapist", say_therapist(source.caseload, goal.therapist));
    add_fact(table, "Note", goal.note);
    if (!table.rows.empty()) blocks.push_back({std::move(table)});
}

}  // namespace

Status add_goal_records(Blocks& blocks, const Source& source, const Child& child) {
    // Of all time: what a report of the whole life of the record would show.
    Choices choices = source.choices;
    choices.from = Date{};
    choices.to = source.today;
    const auto facts = progress_facts(source.caseload, choices, source.today);
    if (!facts.ok()) return facts.error();
    blocks.push_back({NewPage{}});
    blocks.push_back({Heading{text("Goals and data", Style::heading)}});
    bool any = false;
    for (const Goal& goal : source.caseload.goals()) {
        if (goal.child != child.id) continue;
        any = true;
        add_goal_words(blocks, source, goal);
        const auto read =
            std::ranges::find(facts.value().goals, goal.id, [](const auto& each) { return each.goal.id; });
        // Drafts and goals that begin later have no chart, but may have data.
        const ReportedGoal* known = read == facts.value().goals.end() ? nullptr : &*read;
        if (known != nullptr && !known->chart.points.empty()) {
            GoalChart chart = known->chart;
            chart.meeting.reset();
            blocks.push_back({Chart{std::move(chart), 120, false}});
        }
        const auto points = source.caseload.points(goal.id);
        if (!points.ok()) return points.error();
        add_data(blocks, known, *points.value());
        add_axis(blocks, source.caseload, goal);
    }
    if (!any) blocks.push_back({Paragraph{text("No goal is on record.")}});
    return {};
}

}  // namespace pegboard::reports
