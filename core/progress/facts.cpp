#include "core/progress/facts.h"

#include <algorithm>

namespace pegboard::progress {
namespace {
constexpr std::size_t trend_window = 100;
constexpr double too_much_leaning = 0.3;

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

std::vector<double> residuals(std::span<const At> series, const Line& line) {
    std::vector<double> left;
    for (const At& at : series) left.push_back(at.value - line.at(at.day));
    return left;
}

void fill_trend(const Workup& workup, GoalFacts& facts) {
    if (workup.criterion.rule.pooling == Pooling::ordinal) return;
    const std::span<const At> after(workup.after);
    const std::span<const At> seen = after.last(std::min(after.size(), trend_window));
    const auto trend = theil_sen(seen);
    if (!trend) return;
    facts.leaning = lag_one(residuals(seen, trend->line)).value_or(0) > too_much_leaning;
    const auto shown = [&](double per_day) { return workup.criterion.oriented(per_day * 7); };
    facts.per_week = shown(trend->line.per_day);
    if (!trend->interval) return;
    facts.per_week_low = shown(trend->interval->low_per_day);
    facts.per_week_high = shown(trend->interval->high_per_day);
    if (*facts.per_week_low > *facts.per_week_high) std::swap(facts.per_week_low, facts.per_week_high);
}

std::optional<double> recent_level(const Workup& workup) {
    if (workup.practised.size() < 3) return std::nullopt;
    std::vector<double> last;
    for (const SessionValue& value : std::span(workup.practised).last(3)) last.push_back(value.value);
    if (workup.criterion.rule.pooling == Pooling::ordinal)
        return ordinal_median(std::move(last), workup.criterion.lower_is_better);
    return median(std::move(last));
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
    facts.outside = static_cast<int>(
        std::ranges::count_if(workup.practised, [](const SessionValue& value) { return !value.session; }));
    facts.in_stretch = static_cast<int>(workup.after.size() - workup.stretch_from);
    facts.left_out = static_cast<int>(workup.values.size() - workup.practised.size() - workup.baseline_values.size());
    fill_newest(workup, facts);
    fill_trend(workup, facts);
    if (workup.baseline) {
        facts.baseline_level = criterion.oriented(workup.baseline->level);
        facts.baseline_worst = criterion.oriented(workup.baseline->worst);
        facts.baseline_values = workup.baseline->values;
        facts.below_baseline = worse_than_baseline(workup.after, *workup.baseline);
    }
    facts.recent_level = recent_level(workup);
    const bool ordinal = criterion.rule.pooling == Pooling::ordinal;
    if (const auto recent =
            ordinal ? level_flatness(workup.stretch()) : flatness(workup.stretch(), workup.aim, workup.tolerance)) {
        if (!ordinal) facts.recent_change = criterion.oriented(recent->change);
        facts.flat = recent->flat && !(ordinal && facts.last_value && criterion.reached(*facts.last_value));
    }
    facts.verdicts = all_rules(workup.stretch(), workup.aim, workup.tolerance, ordinal);
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
