#include "core/progress/statistics.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace pegboard::progress {
namespace {
constexpr int fewest_for_trend = 5;
constexpr std::size_t fewest_for_quarters = 6;
constexpr int most_for_exact_s = 40;
constexpr double usual_confidence = 0.95;

/// Smallest k with P(S >= k) <= tail for n untied values, S = Kendall's score; nothing when even the largest S is not
/// that rare. Counts permutations by their inversions.
std::optional<int> exact_critical_s(int n, double tail) {
    std::vector<double> chance{1};  // by number of inversions
    for (int size = 2; size <= n; ++size) {
        std::vector<double> next(chance.size() + static_cast<std::size_t>(size) - 1, 0);
        double window = 0;
        for (std::size_t i = 0; i < next.size(); ++i) {
            if (i < chance.size()) window += chance[i];
            if (i >= static_cast<std::size_t>(size)) window -= chance[i - static_cast<std::size_t>(size)];
            next[i] = window / size;
        }
        chance = std::move(next);
    }
    const int pairs = n * (n - 1) / 2;
    double at_least = 0;
    std::optional<int> critical;
    for (std::size_t inversions = 0; inversions < chance.size(); ++inversions) {
        at_least += chance[inversions];
        if (at_least > tail) break;
        critical = pairs - 2 * static_cast<int>(inversions);
    }
    return critical;
}

/// Inverse of the normal distribution's upper tail by bisection on erfc; exact to 1e-12.
double normal_quantile(double upper_tail) {
    double low = 0, high = 10;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (std::erfc(middle / std::numbers::sqrt2) / 2 > upper_tail ? low : high) = middle;
    }
    return (low + high) / 2;
}

/// The same at the usual confidence, worked out once: every status asks for it.
std::optional<int> usual_critical_s(int n) {
    static const std::vector<std::optional<int>> by_count = [] {
        std::vector<std::optional<int>> all(most_for_exact_s + 1);
        for (int count = 2; count <= most_for_exact_s; ++count)
            all[static_cast<std::size_t>(count)] = exact_critical_s(count, (1 - usual_confidence) / 2);
        return all;
    }();
    return by_count[static_cast<std::size_t>(n)];
}

/// How far from the middle the interval's ranks lie, times two; nothing when too few points.
std::optional<double> rank_width(int n, double confidence) {
    const double tail = (1 - confidence) / 2;
    if (n <= most_for_exact_s) {
        const auto critical = confidence == usual_confidence ? usual_critical_s(n) : exact_critical_s(n, tail);
        if (!critical) return std::nullopt;
        return *critical - 2;
    }
    const double count = n;
    return normal_quantile(tail) * std::sqrt(count * (count - 1) * (2 * count + 5) / 18);
}

std::vector<double> pair_slopes(std::span<const At> series) {
    std::vector<double> slopes;
    slopes.reserve(series.size() * (series.size() - 1) / 2);
    for (std::size_t i = 0; i < series.size(); ++i)
        for (std::size_t j = i + 1; j < series.size(); ++j) {
            const double days = series[j].day - series[i].day;
            if (days != 0) slopes.push_back((series[j].value - series[i].value) / days);
        }
    return slopes;
}

/// The value of rank `rank` (0-based) when everything before `from` is already not above what follows.
double select_from(std::vector<double>& values, std::size_t from, std::size_t rank) {
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(values.begin() + static_cast<std::ptrdiff_t>(from), place, values.end());
    return *place;
}

struct SlopeRanks {
    double low = 0, middle = 0, high = 0;
};
/// Low, median and high slope; each selection works on what the one before left unsorted.
SlopeRanks slope_ranks(std::vector<double> slopes, std::size_t low, std::size_t high) {
    SlopeRanks ranks;
    ranks.low = select_from(slopes, 0, low);
    const std::size_t half = slopes.size() / 2;
    double above = select_from(slopes, low, half);
    if (slopes.size() % 2 == 0) {
        const auto start = slopes.begin() + static_cast<std::ptrdiff_t>(low);
        above = (above + *std::max_element(start, slopes.begin() + static_cast<std::ptrdiff_t>(half))) / 2;
    }
    ranks.middle = above;
    ranks.high = select_from(slopes, half, high);
    return ranks;
}
}  // namespace

std::optional<double> median(std::vector<double> values) {
    if (values.empty()) return std::nullopt;
    const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), half, values.end());
    if (values.size() % 2 == 1) return *half;
    return (*std::max_element(values.begin(), half) + *half) / 2;
}

std::optional<double> ordinal_median(std::vector<double> levels, bool higher_of_two) {
    if (levels.empty()) return std::nullopt;
    const std::size_t place = higher_of_two ? levels.size() / 2 : (levels.size() - 1) / 2;
    const auto middle = levels.begin() + static_cast<std::ptrdiff_t>(place);
    std::nth_element(levels.begin(), middle, levels.end());
    return *middle;
}

std::optional<Spread> spread(std::span<const double> values) {
    if (values.size() < 2) return std::nullopt;
    const double count = static_cast<double>(values.size());
    double sum = 0;
    for (const double value : values) sum += value;
    const double mean = sum / count;
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return Spread{mean, std::sqrt(squares / (count - 1))};
}

std::optional<double> lag_one(std::span<const double> values) {
    const auto all = spread(values);
    if (values.size() < 4 || all->sd == 0) return std::nullopt;
    double together = 0, squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double off = values[i] - all->mean;
        squares += off * off;
        if (i > 0) together += off * (values[i - 1] - all->mean);
    }
    return together / squares;
}

Line line_with_slope(std::span<const At> series, double per_day) {
    const double origin = series.empty() ? 0 : series.front().day;
    std::vector<double> starts;
    starts.reserve(series.size());
    for (const At& at : series) starts.push_back(at.value - per_day * (at.day - origin));
    return {origin, median(std::move(starts)).value_or(0), per_day};
}

std::optional<Trend> theil_sen(std::span<const At> series, double confidence) {
    const int n = static_cast<int>(series.size());
    if (n < fewest_for_trend) return std::nullopt;
    std::vector<double> slopes = pair_slopes(series);
    if (slopes.empty()) return std::nullopt;
    const auto pairs = static_cast<std::int64_t>(slopes.size());
    const auto width = rank_width(n, confidence);
    // Ranks counted from 1: low and high lie as far from either end.
    const auto low = width ? static_cast<std::int64_t>(std::floor((static_cast<double>(pairs) - *width) / 2)) : 0;
    const std::int64_t edge = std::max<std::int64_t>(low, 1);
    const SlopeRanks ranks =
        slope_ranks(std::move(slopes), static_cast<std::size_t>(edge - 1), static_cast<std::size_t>(pairs - edge));
    Trend trend;
    trend.points = n;
    trend.confidence = confidence;
    trend.line = line_with_slope(series, ranks.middle);
    if (low >= 1) trend.interval = Trend::Interval{ranks.low, ranks.high};
    return trend;
}

std::optional<double> theil_sen_slope(std::span<const At> series) {
    if (static_cast<int>(series.size()) < fewest_for_trend) return std::nullopt;
    return median(pair_slopes(series));
}

std::optional<Line> least_squares(std::span<const At> series) {
    if (series.size() < 2) return std::nullopt;
    double day_sum = 0, value_sum = 0;
    for (const At& at : series) {
        day_sum += at.day;
        value_sum += at.value;
    }
    const double count = static_cast<double>(series.size());
    const double day = day_sum / count, value = value_sum / count;
    double together = 0, squares = 0;
    for (const At& at : series) {
        together += (at.day - day) * (at.value - value);
        squares += (at.day - day) * (at.day - day);
    }
    if (squares == 0) return std::nullopt;
    return Line{day, value, together / squares};
}

std::optional<QuarterIntersect> quarter_intersect(std::span<const At> series) {
    if (series.size() < fewest_for_quarters) return std::nullopt;
    const auto middle_of = [](std::span<const At> half) {
        std::vector<double> days, values;
        for (const At& at : half) {
            days.push_back(at.day);
            values.push_back(at.value);
        }
        return At{*median(std::move(days)), *median(std::move(values))};
    };
    const std::size_t half = series.size() / 2;
    QuarterIntersect found;
    found.first = middle_of(series.first(half));
    found.second = middle_of(series.last(half));
    const double days = found.second.day - found.first.day;
    if (days == 0) return std::nullopt;
    found.line = {found.first.day, found.first.value, (found.second.value - found.first.value) / days};
    return found;
}

std::optional<Line> split_middle(std::span<const At> series) {
    const auto quarters = quarter_intersect(series);
    if (!quarters) return std::nullopt;
    std::vector<double> residuals;
    for (const At& at : series) residuals.push_back(at.value - quarters->line.at(at.day));
    Line line = quarters->line;
    line.at_origin += *median(std::move(residuals));
    return line;
}

}  // namespace pegboard::progress
