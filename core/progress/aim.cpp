#include "core/progress/aim.h"

#include <algorithm>
#include <vector>

namespace pegboard::progress {
namespace {
constexpr std::size_t fewest_baseline = 3;
constexpr double rounding = 1e-9;
constexpr std::size_t flat_points = 6, surely_flat_points = 12;

std::span<const At> newest(std::span<const At> series, std::size_t most) {
    return series.last(std::min(series.size(), most));
}

/// How many of `series` lie below and above the aim.
struct Sides {
    std::size_t below = 0, above = 0;
};
Sides sides_of(std::span<const At> series, const AimLine& aim) {
    Sides sides;
    for (const At& at : series) {
        sides.below += at.value < aim.at(at.day) - rounding;
        sides.above += at.value > aim.at(at.day) + rounding;
    }
    return sides;
}

double days_of(std::span<const At> series) { return series.empty() ? 0 : series.back().day - series.front().day; }

std::vector<double> days_in(std::span<const At> series) {
    std::vector<double> days;
    for (const At& at : series) days.push_back(at.day);
    return days;
}
std::vector<double> values_in(std::span<const At> series) {
    std::vector<double> values;
    for (const At& at : series) values.push_back(at.value);
    return values;
}
}  // namespace

std::optional<Baseline> baseline_of(std::span<const At> recorded, std::span<const double> typed, double start_day) {
    Baseline baseline;
    std::vector<double> values(typed.begin(), typed.end());
    baseline.day = start_day;
    if (recorded.size() >= fewest_baseline || (values.empty() && !recorded.empty())) {
        values = values_in(recorded);
        baseline.day = *median(days_in(recorded));
        baseline.dated = true;
    }
    if (values.empty()) return std::nullopt;
    const auto [worst, best] = std::minmax_element(values.begin(), values.end());
    baseline.worst = *worst;
    baseline.best = *best;
    baseline.values = static_cast<int>(values.size());
    baseline.level = *median(std::move(values));
    return baseline;
}

double AimLine::at(double day) const { return day >= due_day ? target : from + per_day() * (day - from_day); }

std::optional<AimLine> aim_line(const Baseline& baseline, double target, double due_day) {
    if (due_day <= baseline.day) return std::nullopt;
    return AimLine{baseline.day, baseline.level, due_day, target};
}

Verdict three_point_rule(std::span<const At> series, const AimLine& aim) {
    if (series.size() < 3) return Verdict::too_few;
    const auto last = series.last(3);
    const Sides sides = sides_of(last, aim);
    if (sides.below == 3) return Verdict::change;
    const bool at_goal =
        std::all_of(last.begin(), last.end(), [&](const At& at) { return at.value >= aim.target - rounding; });
    return sides.above == 3 && at_goal ? Verdict::raise : Verdict::keep_going;
}

Verdict four_point_rule(std::span<const At> series, const AimLine& aim) {
    if (series.size() < 6 || days_of(series) < 21) return Verdict::too_few;
    const Sides sides = sides_of(series.last(4), aim);
    if (sides.below == 4) return Verdict::change;
    return sides.above == 4 ? Verdict::raise : Verdict::keep_going;
}

Verdict median_of_three_rule(std::span<const At> series, const AimLine& aim) {
    if (series.size() < 3) return Verdict::too_few;
    const auto last = series.last(3);
    const double middle = *median(values_in(last));
    const double wanted = aim.at(*median(days_in(last)));
    if (middle < wanted - rounding) return Verdict::change;
    return middle > wanted + rounding && middle >= aim.target - rounding ? Verdict::raise : Verdict::keep_going;
}

Verdict trend_line_rule(std::span<const At> series, const AimLine& aim, double tolerance) {
    if (series.size() < 8 || days_of(series) < 28) return Verdict::too_few;
    const auto per_day = theil_sen_slope(series);
    if (!per_day) return Verdict::too_few;
    const double apart = (*per_day - aim.per_day()) * days_of(series);
    if (apart <= -tolerance) return Verdict::change;
    const Line trend = line_with_slope(series, *per_day);
    const double last = series.back().day;
    const bool behind = sides_of(series.last(3), aim).below == 3;
    if (behind && trend.at(std::max(last, aim.due_day)) < aim.target - rounding) return Verdict::late;
    return apart >= tolerance && !behind && trend.at(last) >= aim.at(last) - rounding ? Verdict::raise
                                                                                      : Verdict::keep_going;
}

Verdicts all_rules(std::span<const At> series, const std::optional<AimLine>& aim, double tolerance, bool ordinal) {
    Verdicts found{Verdict::no_aim, Verdict::no_aim, Verdict::no_aim, Verdict::no_aim};
    if (aim)
        found = {three_point_rule(series, *aim), four_point_rule(series, *aim), median_of_three_rule(series, *aim),
                 ordinal ? Verdict::no_slope : trend_line_rule(series, *aim, tolerance)};
    else if (ordinal)
        found[static_cast<std::size_t>(DecisionRule::trend_line)] = Verdict::no_slope;
    return found;
}

bool worse_than_baseline(std::span<const At> series, const Baseline& baseline) {
    if (series.size() < 3) return false;
    const auto last = series.last(3);
    const bool worse =
        std::all_of(last.begin(), last.end(), [&](const At& at) { return at.value < baseline.worst - rounding; });
    return worse && theil_sen_slope(newest(series, flat_points)).value_or(0) <= 0;
}

std::optional<Flatness> flatness(std::span<const At> series, const std::optional<AimLine>& aim, double tolerance) {
    if (series.size() < flat_points) return std::nullopt;
    const auto last = series.last(flat_points);
    const auto per_day = theil_sen_slope(last);
    if (!per_day) return std::nullopt;
    Flatness found;
    found.change = *per_day * days_of(last);
    if (found.change >= tolerance - rounding) return found;
    const auto window = newest(series, surely_flat_points);
    const auto trend = theil_sen(window);
    if (!trend || !trend->interval) return found;
    const double steepest = trend->interval->high_per_day;
    found.flat = aim && aim->per_day() > 0 ? steepest < aim->per_day() - rounding
                                           : steepest * days_of(window) < tolerance - rounding;
    return found;
}

std::optional<Flatness> level_flatness(std::span<const At> series) {
    if (series.size() < flat_points) return std::nullopt;
    const auto last = series.last(flat_points);
    return Flatness{0, std::all_of(last.begin(), last.end(), [&](const At& at) { return at.value == last[0].value; })};
}

std::optional<Projection> projection(std::span<const At> series, const Trend& trend, double target,
                                     double horizon_days) {
    if (series.size() < 6 || !trend.interval || trend.interval->low_per_day <= 0) return std::nullopt;
    const double last = series.back().day;
    const auto meets_on = [&](const Line& line) { return line.origin + (target - line.at_origin) / line.per_day; };
    Projection found;
    found.day = meets_on(trend.line);
    if (found.day <= last || found.day > last + horizon_days) return std::nullopt;
    const auto end = [&](double per_day) { return std::max(last, meets_on(line_with_slope(series, per_day))); };
    found.earliest = std::min(found.day, end(trend.interval->high_per_day));
    const double latest = std::max(found.day, end(trend.interval->low_per_day));
    if (latest <= last + horizon_days) found.latest = latest;
    return found;
}

}  // namespace pegboard::progress
