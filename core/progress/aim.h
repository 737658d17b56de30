// The aim line and the rules that compare data with it. Everything here is oriented: more is better; the callers
// multiply measures where less is better by -1 and show the real values. None of it decides: each verdict is a prompt
// for a therapist to think.
#pragma once
#include <array>
#include <optional>
#include <span>

#include "core/model/progress_terms.h"
#include "core/progress/statistics.h"

namespace pegboard::progress {

/// Where a goal started: the median of the baseline values at their median day (White and Haring 1980).
struct Baseline {
    double day = 0;
    double level = 0;
    int values = 0;  ///< 3 wanted, better 5
    double best = 0, worst = 0;
    bool dated = false;  ///< from recorded sessions; else from the values typed with the goal
};
/// From recorded baseline sessions, 3 at least; else from the typed values, which all stand on `start_day`.
std::optional<Baseline> baseline_of(std::span<const At> recorded, std::span<const double> typed, double start_day);

/// The straight line from the baseline to the target on the day it is due, by calendar days (White and Haring 1980).
/// After the due day the aim is the target itself.
struct AimLine {
    double from_day = 0, from = 0, due_day = 0, target = 0;
    [[nodiscard]] double at(double day) const;
    [[nodiscard]] double per_day() const { return (target - from) / (due_day - from_day); }
};
/// Nothing when the target is not due after the baseline's day.
std::optional<AimLine> aim_line(const Baseline& baseline, double target, double due_day);

/// What a rule says.
enum class Verdict {
    no_aim,      ///< no aim line to compare with
    too_few,     ///< fewer points or days than the rule asks for
    keep_going,  ///< points on both sides, or as steep as the aim
    change,      ///< below the aim: change something
    raise,       ///< above the aim: raise the goal or close it
    late,        ///< as steep as the aim or steeper, but behind it and too late for the due day: change something
    no_slope,    ///< the rule compares slopes, and levels that only have an order have none
};
/// The verdicts that ask for a change.
inline bool asks_for_change(Verdict verdict) { return verdict == Verdict::change || verdict == Verdict::late; }

/// 3-point rule, from 3 points: the last three all below the aim = change; all above it and at the goal = raise (White
/// and Haring; US Department of Education workshop). On the line is neither.
Verdict three_point_rule(std::span<const At> series, const AimLine& aim);
/// 4-point rule, from 6 points over 3 weeks: the last four all below = change, all above = raise (NCII).
Verdict four_point_rule(std::span<const At> series, const AimLine& aim);
/// Median of the last three against the aim at their median day, from 3 points: below = change; above and at the goal =
/// raise (NCII).
Verdict median_of_three_rule(std::span<const At> series, const AimLine& aim);
/// Trend-line rule, from 8 points over 4 weeks, better 10 to 12: the Theil-Sen slope below the aim's = change, above =
/// raise (NCII; Christ 2013; Van Norman and Christ 2016). About equal: over the days observed the two lines part by
/// less than `tolerance`. Own addition, since a slope says nothing of where the values lie: while the last three are
/// all below the aim it never says to go on or to raise when the trend misses the target on the due day, but `late`;
/// and it says raise only where the trend has come up to the aim.
Verdict trend_line_rule(std::span<const At> series, const AimLine& aim, double tolerance);
/// All four, by DecisionRule. Levels that only have an order (`ordinal`) get no slope: the last is `no_slope` for them.
using Verdicts = std::array<Verdict, 4>;
Verdicts all_rules(std::span<const At> series, const std::optional<AimLine>& aim, double tolerance,
                   bool ordinal = false);
inline Verdict verdict_of(const Verdicts& verdicts, DecisionRule rule) {
    return verdicts[static_cast<std::size_t>(rule)];
}

/// The last three values are all worse than the worst baseline value, and the trend of the newest six (from 5) does not
/// rise again. With three baseline values or more a skill may be going, red flag R04; with fewer it is only worth a
/// look.
bool worse_than_baseline(std::span<const At> series, const Baseline& baseline);

/// Theil-Sen over the last six values.
struct Flatness {
    double change = 0;  ///< of the fitted line over those days; more is better
    bool flat = false;  ///< it rose by less than `tolerance`, and the data rule out a rise as steep as the aim line
};
/// From 6 points. Flatness of six values alone is noise: the upper end of the slope's 95 % interval over the newest
/// twelve (six at least) must lie under the aim's slope too, or under `tolerance` over those days where no aim line
/// rises. A fall is no progress either.
std::optional<Flatness> flatness(std::span<const At> series, const std::optional<AimLine>& aim, double tolerance);
/// The same of levels that only have an order: flat where the last six are all at one level; no change is told of them.
std::optional<Flatness> level_flatness(std::span<const At> series);

/// The day on which the trend line meets the target, were it to go on as it is. Never shown to families.
struct Projection {
    double day = 0;
    double earliest = 0;
    std::optional<double> latest;  ///< by the ends of the slope's interval; no latest beyond the horizon
};
/// From 6 points and a slope whose whole interval points to a target not reached yet; nothing more than `horizon_days`
/// after the last point.
std::optional<Projection> projection(std::span<const At> series, const Trend& trend, double target,
                                     double horizon_days = 730);

}  // namespace pegboard::progress
