// Turns the data of one goal into its chart: values, left-out points, phases, events, lines, levels and the strip of
// help.
#include <algorithm>
#include <cmath>

#include "core/model/first_letter.h"
#include "core/progress/chart/goal_data.h"
#include "core/progress/help_limit.h"
#include "core/progress/measure.h"
#include "core/progress/status.h"

namespace pegboard {
namespace {

using progress::say_in_unit;
using progress::SessionValue;

bool is_percent(const progress::Criterion& criterion) { return criterion.rule.pooling == progress::Pooling::percent; }

/// "5 tries left out: nobody noted the help."
std::string say_left_out(const SessionValue& value) {
    const bool tries = value.tries > 0;
    const std::string_view noun = value.left_out == 1 ? (tries ? " try" : " value") : (tries ? " tries" : " values");
    return std::to_string(value.left_out) + std::string(noun) + " left out: nobody noted the help.";
}

/// "1 of the others had more help.": tries are among the tries; values with more help stay out where others are. A rate
/// has no tries but time, and what was done with more help took some of it.
std::string say_more_help(const progress::Criterion& criterion, const SessionValue& value) {
    const std::string more = std::to_string(value.with_more_help);
    if (value.with_more_help <= 0) return {};
    if (value.tries > 0 && criterion.rule.pooling == progress::Pooling::rate)
        return more + " more done with more help; " + (value.with_more_help == 1 ? "its" : "their") + " time counts.";
    if (value.tries > 0) return more + " of the others had more help.";
    return value.too_much_help ? std::string() : more + " more with more help, left out.";
}

std::string say_detail(const GoalData& picture, const SessionValue& value, const SessionHelp& noted) {
    std::string words;
    if (value.tries > 0 && is_percent(picture.criterion))
        words = progress::say_plain(value.successes) + " of " + std::to_string(value.tries);
    else if (value.measured > 1)
        words = std::string(progress::taken_words(picture.criterion)) + " of " + std::to_string(value.measured);
    if (const std::string help = say_help(value, noted); !help.empty()) {
        words += (words.empty() ? "" : ", ") + help;
        if (!noted.alike && noted.helped > 0 && noted.unsaid == 0) words += ", at most " + say_most(noted);
    }
    if (!words.empty()) words += ".";
    if (value.too_few_tries) words += (words.empty() ? "" : " ") + std::string("Too few tries to count.");
    if (const std::string more = say_more_help(picture.criterion, value); !more.empty())
        words += (words.empty() ? "" : " ") + more;
    if (value.left_out > 0)
        words += (words.empty() ? "" : " ") + say_left_out(value);
    else if (value.help_not_noted)
        words += (words.empty() ? "" : " ") + std::string("Nobody noted the help.");
    if (value.too_much_help) words += (words.empty() ? "" : " ") + std::string("More help than the goal allows.");
    if (picture.analysis && picture.analysis->aim && value.phase != Phase::baseline) {
        const progress::ChartLine& line = *picture.analysis->aim;
        const ChartSegment aim{line.from, line.to, line.from_value, line.to_value};
        const double at = value.date > line.to ? line.to_value : aim.at(value.date.day);
        const double ahead = picture.criterion.lower_is_better ? at - value.value : value.value - at;
        const std::string_view where = ahead > 0 ? "Ahead of" : ahead < 0 ? "Behind" : "On";
        words +=
            (words.empty() ? "" : " ") + std::string(where) + " the aim of " + say_in_unit(picture.criterion, at) + ".";
    }
    return words;
}

/// Which help the strip shows: by hand where any was noted, else prompts.
bool shows_assist(const GoalData& picture) {
    const auto most = [&](std::optional<int> SessionHelp::* level) {
        return std::ranges::any_of(picture.beside,
                                   [&](const SessionBeside& each) { return (each.help.*level).value_or(0) > 0; });
    };
    return most(&SessionHelp::assist) || !most(&SessionHelp::prompt);
}

void add_help(GoalChart& chart, const GoalData& picture, bool assist) {
    const bool any = std::ranges::any_of(
        picture.values, [&](const SessionValue& v) { return assist ? v.assist.has_value() : v.prompt.has_value(); });
    if (!any) return;
    ChartHelp help;
    help.name = assist ? "Most help given" : "Most prompts given";
    for (int level = 0; level <= 8; ++level)
        help.words.emplace_back(assist ? progress::assist_words(level) : progress::prompt_words(level));
    // Independence allows own equipment, too: its line is the one of no help where nobody used any.
    const auto used = [](const SessionBeside& each) { return each.help.assist == progress::own_equipment; };
    const bool independent =
        picture.criterion.assist_max == progress::own_equipment && std::ranges::none_of(picture.beside, used);
    if (assist)
        help.allowed = independent ? std::optional(0) : picture.criterion.assist_max;
    else
        help.allowed = picture.criterion.prompt_max;
    chart.help = std::move(help);
}

void add_values(GoalChart& chart, const GoalData& picture, bool assist) {
    const SessionValue* before = nullptr;
    for (std::size_t i = 0; i < picture.values.size(); ++i) {
        const SessionValue& value = picture.values[i];
        const SessionHelp& help = picture.beside[i].help;
        ChartPoint point{.day = value.date, .value = value.value};
        const bool baseline = value.phase == Phase::baseline;
        point.mark = value.too_few_tries ? ChartMark::left_out : baseline ? ChartMark::before : ChartMark::after;
        point.joined = !value.too_few_tries && before != nullptr && before->stretch == value.stretch &&
                       before->phase == value.phase;
        point.reached = value.passes && !baseline;
        point.outside = !value.session && !baseline;
        point.words = say_in_unit(picture.criterion, value.value);
        point.detail = say_detail(picture, value, help);
        point.note = picture.beside[i].note;
        if (value.noted == progress::HelpNoted::all && help.unsaid == 0)
            point.help = assist ? help.assist : help.prompt;
        point.help_words = say_help(value, help);
        chart.points.push_back(std::move(point));
        if (!value.too_few_tries) before = &value;
    }
}

/// Points marked as not counting, each where its own value stands.
void add_left_out(GoalChart& chart, const GoalData& picture) {
    for (const DataPoint& point : *picture.points) {
        // What has no day has no place on the axis; the table lists it.
        if (point.valid || point.invalid_reason == taken_back || !is_known(point.date)) continue;
        DataPoint alone = point;
        alone.valid = true;
        const auto values = progress::session_values(picture.criterion, std::span(&alone, 1), picture.changes);
        if (values.empty()) continue;
        chart.points.push_back({.day = point.date,
                                .value = values.front().value,
                                .mark = ChartMark::left_out,
                                .words = say_in_unit(picture.criterion, values.front().value),
                                .detail = "Left out: " + point.invalid_reason,
                                .note = point.note});
    }
    std::ranges::stable_sort(chart.points, {}, &ChartPoint::day);
}

void add_axis_words(GoalChart& chart, const GoalData& picture) {
    const bool first_baseline = picture.changes.empty() || picture.changes.front().phase != Phase::baseline;
    if (!chart.points.empty() && first_baseline && chart.points.front().mark == ChartMark::before) {
        chart.stretches.push_back({chart.points.front().day, "Baseline", true});
        // The goal's start ends it, unless a change of phase did so before.
        const auto& start = picture.criterion.start;
        if (start && (picture.changes.empty() || *start < picture.changes.front().date))
            chart.stretches.push_back({*start, std::string(words(Phase::intervention)), false});
    }
    for (const PhaseChange& change : picture.changes)
        chart.stretches.push_back({change.date, change.label.empty() ? std::string(words(change.phase)) : change.label,
                                   change.phase == Phase::baseline});
    for (const TimeEvent& event : picture.events)
        chart.events.push_back(
            {event.date, event.until, event.text.empty() ? std::string(words(event.kind)) : event.text});
    // Notes and events share one row of numbers, by day.
    std::vector<std::pair<Date, int*>> numbered;
    for (ChartPoint& point : chart.points)
        if (!point.note.empty()) numbered.emplace_back(point.day, &point.number);
    for (ChartEvent& event : chart.events) numbered.emplace_back(event.from, &event.number);
    std::ranges::stable_sort(numbered, {}, [](const auto& each) { return each.first; });
    int number = 0;
    for (auto& [day, at] : numbered) *at = ++number;
}

void add_levels(GoalChart& chart, const std::vector<Goal>& goals, const Goal& goal, const GoalData& picture) {
    if (!picture.criterion.target) return;
    const double target = *picture.criterion.target;
    const bool met = picture.analysis && picture.analysis->facts.mastery.mastered_on.has_value();
    chart.levels.push_back({target, "Goal " + say_in_unit(picture.criterion, target), met, false});
    int step = 0;
    for (const Goal& objective : goals) {
        if (objective.parent != goal.id || objective.measure != goal.measure || !objective.target) continue;
        ++step;
        const bool done = objective.status == GoalStatus::met;
        chart.levels.push_back({*objective.target, "Step " + std::to_string(step) + (done ? " met" : ""), done, true});
    }
}

void add_lines(GoalChart& chart, const GoalData& picture, Date today) {
    if (!picture.analysis) return;
    const progress::Analysis& found = *picture.analysis;
    const auto segment = [](const progress::ChartLine& line) {
        return ChartSegment{line.from, line.to, line.from_value, line.to_value};
    };
    if (found.aim) chart.aim = segment(*found.aim);
    if (found.trend) {
        chart.trend = segment(*found.trend);
        const double middle = (chart.trend->from.day + chart.trend->to.day) / 2.0;
        const auto turned = [&](double per_week) {
            ChartSegment line = *chart.trend;
            const double at = chart.trend->at(middle);
            line.from_value = at + (line.from.day - middle) * per_week / 7;
            line.to_value = at + (line.to.day - middle) * per_week / 7;
            return line;
        };
        if (found.trend_low_per_week && found.trend_high_per_week) {
            chart.trend_low = turned(*found.trend_low_per_week);
            chart.trend_high = turned(*found.trend_high_per_week);
        }
    }
    if (found.projected && found.projected_from) {
        ChartMeeting meeting{*found.projected, *found.projected_from, found.projected_to};
        meeting.words = "Trend meets goal " + say_short(*found.projected, today);
        meeting.band_words = found.projected_to ? say_short(*found.projected_from, today) + " to " +
                                                      say_short(*found.projected_to, today)
                                                : "from " + say_short(*found.projected_from, today);
        chart.meeting = meeting;
    }
}

void set_ranges(GoalChart& chart, const Goal& goal, const GoalData& picture, Date today) {
    Date from = known(goal.start).value_or(today - 56), until = today + 14;
    double low = 0, high = picture.criterion.target.value_or(1);
    const auto hold = [&](double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    };
    for (const ChartLevel& level : chart.levels) hold(level.value);
    if (chart.aim) hold(chart.aim->from_value), hold(chart.aim->to_value);
    for (const double value : picture.criterion.typed_baseline) hold(value);
    for (const ChartPoint& point : chart.points) {
        from = std::min(from, point.day);
        until = std::max(until, point.day + 7);
        hold(point.value);
    }
    if (goal.due && *goal.due > from && *goal.due - until < 400) until = std::max(until, *goal.due + 7);
    if (chart.meeting && chart.meeting->day - until < 200) until = std::max(until, chart.meeting->day + 7);
    chart.from = from - 4;
    chart.until = until;
    const bool whole = picture.criterion.rule.unit >= 1 || is_percent(picture.criterion);
    if (is_percent(picture.criterion)) high = 100;
    if (goal.measure == "gas") low = -2, high = 2;
    if (goal.measure == "rating4") high = 3;
    std::vector<double> ticks = value_ticks(low, high > low ? high : low + 1, 5, whole);
    const progress::MeasureRule& rule = picture.criterion.rule;
    // Room above a goal at the top, where the words of its day stand.
    if (rule.pooling == progress::Pooling::median && rule.highest <= 0 && picture.criterion.target == ticks.back())
        ticks.push_back(ticks.back() + ticks[1] - ticks[0]);
    for (const double value : ticks) chart.ticks.push_back({value, progress::say_value(goal.measure, value)});
    chart.low = ticks.front();
    chart.high = ticks.back();
    if (goal.due && *goal.due <= chart.until) {
        chart.due = goal.due;
        chart.due_words = "Target " + say_short(*goal.due, today);
    }
}

}  // namespace

GoalChart chart_of(const std::vector<Goal>& goals, const Goal& goal, const GoalData& picture, Date today) {
    GoalChart chart{.name = "Chart: " + lower_first(goal.title)};
    chart.series = goal.discipline;
    const bool assist = shows_assist(picture);
    add_help(chart, picture, assist);
    add_values(chart, picture, assist);
    add_left_out(chart, picture);
    add_axis_words(chart, picture);
    add_levels(chart, goals, goal, picture);
    add_lines(chart, picture, today);
    set_ranges(chart, goal, picture, today);
    return chart;
}

}  // namespace pegboard
