#include "core/progress/analysis.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pegboard::progress {
namespace {

ChartLine shown(const Criterion& criterion, const Line& line, double from, double to) {
    return {Date{static_cast<int>(std::lround(from))}, Date{static_cast<int>(std::lround(to))},
            criterion.oriented(line.at(from)), criterion.oriented(line.at(to)), criterion.oriented(line.per_week())};
}

std::vector<double> values_of(std::span<const At> series) {
    std::vector<double> values;
    for (const At& at : series) values.push_back(at.value);
    return values;
}

bool is_ordinal(const Criterion& criterion) { return criterion.rule.pooling == Pooling::ordinal; }

Date whole_day(double day) { return Date{static_cast<int>(std::lround(day))}; }

void add_levels(const Workup& workup, Analysis& analysis) {
    const Criterion& criterion = workup.criterion;
    if (workup.baseline) {
        analysis.baseline_level = criterion.oriented(workup.baseline->level);
        analysis.baseline_on = whole_day(workup.baseline->day);
        analysis.baseline_values = workup.baseline->values;
    }
    if (is_ordinal(criterion)) {
        std::map<int, int> counts;  // by oriented level
        for (const At& at : workup.after) ++counts[static_cast<int>(std::lround(at.value))];
        for (const auto& [level, count] : counts)
            analysis.at_level.emplace_back(static_cast<int>(criterion.oriented(level)), count);
        std::ranges::reverse(analysis.at_level);
    }
    const auto before = values_of(workup.before), after = values_of(workup.after);
    analysis.overlap = overlap(before, after);
    if (!is_ordinal(criterion)) analysis.band = two_sd_band(before, after);
    if (analysis.band && criterion.lower_is_better) {
        std::swap(analysis.band->low, analysis.band->high);
        for (double* value : {&analysis.band->mean, &analysis.band->low, &analysis.band->high}) *value = -*value;
    }
}

void add_lines(const Workup& workup, Analysis& analysis) {
    const Criterion& criterion = workup.criterion;
    if (const auto& aim = workup.aim) {
        const Line line{aim->from_day, aim->from, aim->per_day()};
        analysis.aim = shown(criterion, line, aim->from_day, aim->due_day);
    }
    if (workup.after.empty() || is_ordinal(criterion)) return;
    const double from = workup.after.front().day, to = workup.after.back().day;
    if (const auto line = least_squares(workup.after)) analysis.least_squares = shown(criterion, *line, from, to);
    if (const auto quarters = quarter_intersect(workup.after))
        analysis.quarter_intersect = shown(criterion, quarters->line, from, to);
    if (const auto line = split_middle(workup.after)) analysis.split_middle = shown(criterion, *line, from, to);
    const auto trend = theil_sen(workup.after);
    if (!trend) return;
    analysis.trend = shown(criterion, trend->line, from, to);
    if (trend->interval) {
        const auto end = [&](double per_day) {
            return shown(criterion, line_with_slope(workup.after, per_day), from, to);
        };
        analysis.trend_low = end(trend->interval->low_per_day);
        analysis.trend_high = end(trend->interval->high_per_day);
        if (criterion.lower_is_better) std::swap(analysis.trend_low, analysis.trend_high);
        analysis.trend_low_per_week = criterion.oriented(trend->interval->low_per_day * 7);
        analysis.trend_high_per_week = criterion.oriented(trend->interval->high_per_day * 7);
        if (criterion.lower_is_better) std::swap(analysis.trend_low_per_week, analysis.trend_high_per_week);
    }
    if (!criterion.target || analysis.facts.mastery.mastered_on) return;
    if (const auto ahead = projection(workup.after, *trend, criterion.oriented(*criterion.target))) {
        analysis.projected = whole_day(std::ceil(ahead->day));
        analysis.projected_from = whole_day(std::ceil(ahead->earliest));
        if (ahead->latest) analysis.projected_to = whole_day(std::ceil(*ahead->latest));
    }
}
}  // namespace

Analysis analyse(const Criterion& criterion, std::span<const DataPoint> points, std::span<const PhaseChange> changes,
                 DecisionRule rule) {
    Workup workup = work_up(criterion, points, changes);
    Analysis analysis;
    analysis.criterion = criterion;
    analysis.facts = facts_of(workup);
    analysis.judgement = judge(criterion, analysis.facts, rule);
    analysis.not_mastered = why_not_mastered(criterion, analysis.facts);
    add_levels(workup, analysis);
    add_lines(workup, analysis);
    analysis.values = std::move(workup.values);
    return analysis;
}

}  // namespace pegboard::progress
