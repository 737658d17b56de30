// Lines and levels of short series, robust ones first. Pure arithmetic on (day, value): it knows no goal and no
// direction. Every function says how many points it needs and gives nothing below that.
#pragma once
#include <optional>
#include <span>
#include <vector>

namespace pegboard::progress {

/// One value on the time axis; `day` counts calendar days from any origin.
struct At {
    double day = 0;
    double value = 0;
    bool operator==(const At&) const = default;
};
using Series = std::vector<At>;

/// A straight line, value = at_origin + per_day * (day - origin).
struct Line {
    double origin = 0;
    double at_origin = 0;
    double per_day = 0;
    [[nodiscard]] double at(double day) const { return at_origin + per_day * (day - origin); }
    [[nodiscard]] double per_week() const { return per_day * 7; }
};

/// The middle value, the mean of the two middle ones for an even count; nothing for none. O(n).
std::optional<double> median(std::vector<double> values);
/// The middle value of levels that have an order but no distances: for an even count the higher of the two middle ones
/// when `higher_of_two`, else the lower; never a value between.
std::optional<double> ordinal_median(std::vector<double> levels, bool higher_of_two);
/// Mean and standard deviation (n - 1); from 2 values.
struct Spread {
    double mean = 0;
    double sd = 0;
};
std::optional<Spread> spread(std::span<const double> values);
/// Correlation of each value with the next, -1..1; from 4 values that are not all equal.
std::optional<double> lag_one(std::span<const double> values);

/// Theil-Sen line with an interval for its slope.
struct Trend {
    Line line;
    /// Slopes between which the true one lies in `confidence` of cases, were sessions independent; nothing when so few
    /// points cannot tell.
    struct Interval {
        double low_per_day = 0;
        double high_per_day = 0;
    };
    std::optional<Interval> interval;
    double confidence = 0.95;
    int points = 0;
};
/// Slope = median of the slopes of all pairs of different days, intercept = median of (value - slope * day) (Sen 1968;
/// Vannest 2012; Tarlow 2017). Interval by Kendall's S: the ranks (N -+ C) / 2 of the N slopes, C from S's exact
/// distribution up to 40 points, then from its normal approximation (Sen 1968; Hollander and Wolfe, Nonparametric
/// Statistical Methods, ch. 9). Ranks are rounded outwards and ties never narrow it. From 5 points on 2 different days.
/// O(n^2) time and memory: 2,000 points are 2 million slopes.
std::optional<Trend> theil_sen(std::span<const At> series, double confidence = 0.95);
/// The slope of that line alone, per day: for rules that need no interval.
std::optional<double> theil_sen_slope(std::span<const At> series);
/// The line through the same points that has a given slope: intercept = median of (value - slope * day).
Line line_with_slope(std::span<const At> series, double per_day);
/// Ordinary least squares, for comparison with the robust line; from 2 different days.
std::optional<Line> least_squares(std::span<const At> series);

/// The two points of the quarter-intersect method and the line through them.
struct QuarterIntersect {
    At first, second;
    Line line;
};
/// Halves by order (the middle point of an odd count is dropped), in each the median day and the median value (White
/// and Haring 1980). From 6 points whose halves lie on different days. `series` is ordered by day.
std::optional<QuarterIntersect> quarter_intersect(std::span<const At> series);
/// The quarter-intersect line moved by the median residual, so that half the points lie on or above it and half on or
/// below (White 1974; Ottenbacher). From 6 points.
std::optional<Line> split_middle(std::span<const At> series);

}  // namespace pegboard::progress
