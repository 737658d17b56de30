#include "core/progress/facts.h"

#include <algorithm>

namespace pegboard::progress {
namespace {
constexpr std::size_t trend_window = 100;

double middle_tries(std::span<const SessionValue> values) {
    std::vector<double> tries;
    for (const SessionValue& value : values.last(std::min<std::size_t>(values.size(), 6)))
        if (value.tries > 0) tries.push_back(value.tries);
    return median(std::move(tries)).value_or(0);
}

/// The day a goal starts to count: its own start, else its first value after the baseline.
std::optional<double> start_day(const Workup& workup) {
    if (workup.criterion.start) return workup.criterion.start->day;
    if (!workup.after.empty()) return workup.after.front().day;
    return std::nullopt;
}

void find_lines(Workup& workup) {
    std::vector<double> typed;
    for (const double value : workup.criterion.typed_baseline) typed.push_back(workup.criterion.oriented(value));
    const auto start = start_day(workup);
    if (!start) return;
    workup.baseline = baseline_of(workup.before, typed, *start);
    if (!workup.baseline || !workup.criterion.target || !workup.criterion.due) return;
    workup.aim =
        aim_line(*workup.baseline, workup.criterion.oriented(*workup.criterion.target), workup.criterion.due->day);
}

void fill_newest(const Workup& workup, GoalFacts& facts) {
    if (workup.values.empty()) return;
    const SessionValue& newest = workup.values.back();
    facts.first_on = workup.values.front().date;
    facts.last_on = newest.date;
    facts.last_value = newest.value;
    facts.last_tries = newest.tries;
    facts.last_successes = newest.successes;
    facts.last_measured = newest.measured;
    facts.last_with_more_help = newest.with_more_help;
    if (workup.aim) facts.aim_at_last = workup.criterion.oriented(workup.aim->at(newest.date.day));
}

void fill_trend(const Workup& workup, GoalFacts& facts) {
    const std::span<const At> after(workup.after);
    const auto trend = theil_sen(after.last(std::min(after.size(), trend_window)));
    if (!trend) return;
    const auto shown = [&](double per_day) { return workup.criterion.oriented(per_day * 7); };
    facts.per_week = shown(trend->line.per_day);
    if (!trend->interval) return;
    facts.per_week_low = shown(trend->interval->low_per_day);
    facts.per_week_high = shown(trend->interval->high_per_day);
    if (*facts.per_week_low > *facts.per_week_high) std::swap(facts.per_week_low, facts.per_week_high);
}
}  // namespace

std::span<const At> Workup::stretch() const {
    const std::size_t count = std::min(after.size() - stretch_from, trend_window);
    return std::span<const At>(after).last(count);
}

Workup work_up(const Criterion& criterion, std::span<const DataPoint> points, std::span<const PhaseChange> changes) {
    Workup workup;
    workup.criterion = criterion;
    workup.values = session_values(criterion, points, changes);
    for (const SessionValue& value : workup.values) {
        if (value.too_few_tries) continue;
        (value.phase == Phase::baseline ? workup.baseline_values : workup.practised).push_back(value);
    }
    workup.before = oriented_series(criterion, workup.baseline_values);
    workup.after = oriented_series(criterion, workup.practised);
    workup.stretch_from = workup.practised.size();
    while (workup.stretch_from > 0 &&
           workup.practised[workup.stretch_from - 1].stretch == workup.practised.back().stretch)
        --workup.stretch_from;
    workup.tolerance = criterion.tolerance(middle_tries(workup.practised));
    find_lines(workup);
    return workup;
}

GoalFacts facts_of(const Workup& workup) {
    GoalFacts facts;
    const Criterion& criterion = workup.criterion;
    facts.sessions = static_cast<int>(workup.practised.size());
    facts.in_stretch = static_cast<int>(workup.after.size() - workup.stretch_from);
    facts.left_out = static_cast<int>(workup.values.size() - workup.practised.size() - workup.baseline_values.size());
    fill_newest(workup, facts);
    fill_trend(workup, facts);
    if (workup.baseline) {
        facts.baseline_level = criterion.oriented(workup.baseline->level);
        facts.baseline_worst = criterion.oriented(workup.baseline->worst);
        facts.below_baseline = worse_than_baseline(workup.after, *workup.baseline);
    }
    if (const auto recent = flatness(workup.stretch(), workup.aim, workup.tolerance)) {
        facts.recent_change = criterion.oriented(recent->change);
        facts.flat = recent->flat;
    }
    facts.verdicts = all_rules(workup.stretch(), workup.aim, workup.tolerance);
    std::vector<SessionValue> since_start;
    std::copy_if(workup.values.begin(), workup.values.end(), std::back_inserter(since_start),
                 [](const SessionValue& value) { return value.phase != Phase::baseline; });
    facts.mastery = mastery_of(criterion, since_start);
    return facts;
}

GoalFacts facts_of(const Criterion& criterion, std::span<const DataPoint> points,
                   std::span<const PhaseChange> changes) {
    return facts_of(work_up(criterion, points, changes));
}

}  // namespace pegboard::progress
