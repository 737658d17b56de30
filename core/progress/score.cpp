#include "core/progress/score.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/progress/statistics.h"

namespace pegboard::progress {
namespace {
using Points = std::vector<const DataPoint*>;
constexpr double rounding = 1e-9;

enum class Help { within, not_noted, more };

bool has_level(const DataPoint& point) { return point.assist || point.prompt; }

/// "With help" says by itself that there was more than counts.
bool has_noted_help(const DataPoint& point) { return has_level(point) || point.kind == PointKind::with_help; }

Help help_of(const Criterion& criterion, const DataPoint& point) {
    if (!criterion.assist_max && !criterion.prompt_max) return Help::within;
    if (!has_noted_help(point)) return Help::not_noted;
    const auto above = [](std::optional<int> most, std::optional<int> had) { return most && had && *had > *most; };
    const bool more = point.kind == PointKind::with_help || above(criterion.assist_max, point.assist) ||
                      above(criterion.prompt_max, point.prompt);
    return more ? Help::more : Help::within;
}

/// The most help among several points that make one measurement.
Help most(Help one, Help other) { return static_cast<int>(one) > static_cast<int>(other) ? one : other; }

/// One thing that was measured: a hold, a sample, one run through the steps.
struct Measurement {
    double value = 0;
    Help help = Help::within;
};
using Measurements = std::vector<Measurement>;

/// The measurements whose help is at most `worst`.
Measurements up_to(const Measurements& all, Help worst) {
    Measurements some;
    std::ranges::copy_if(all, std::back_inserter(some), [&](const Measurement& each) {
        return static_cast<int>(each.help) <= static_cast<int>(worst);
    });
    return some;
}

std::optional<double> middle_of(const Criterion& criterion, std::vector<double> values) {
    if (criterion.rule.pooling == Pooling::ordinal) return ordinal_median(std::move(values), criterion.lower_is_better);
    return progress::median(std::move(values));
}

/// What the goal takes of several measurements.
std::optional<double> taken_of(const Criterion& criterion, const Measurements& some) {
    if (some.empty()) return std::nullopt;
    std::vector<double> values;
    double sum = 0;
    for (const Measurement& each : some) {
        values.push_back(each.value);
        sum += each.value;
    }
    switch (criterion.tries_count) {
        case TriesCount::best:
            return std::ranges::max(values, {}, [&](double value) { return criterion.oriented(value); });
        case TriesCount::last:
            return values.back();
        case TriesCount::total:
            return sum;
        case TriesCount::middle:
            break;
    }
    return middle_of(criterion, std::move(values));
}

/// What of the tries has to reach the target, and whether it does with the help each may have had.
void judge(const Criterion& criterion, const Measurements& all, Score& score) {
    for (const Measurement& each : all)
        score.occasions.push_back(each.help == Help::within && criterion.reached(each.value));
    score.too_few_to_pass = static_cast<int>(all.size()) < criterion.min_to_pass;
    const auto enough = [&](Help worst) {
        if (score.too_few_to_pass) return false;
        if (!criterion.share) {
            const auto taken = taken_of(criterion, up_to(all, worst));
            return taken && criterion.reached(*taken);
        }
        const auto reached = std::ranges::count_if(
            up_to(all, worst), [&](const Measurement& each) { return criterion.reached(each.value); });
        return reached > 0 && static_cast<double>(reached) + rounding >= *criterion.share * double(all.size());
    };
    score.passes = enough(Help::within);
    score.if_help_noted = enough(Help::not_noted);
    score.with_any_help = enough(Help::more);
}

/// Steps of the list that no point scored: each is one step not done.
int unscored_steps(const Points& points) {
    std::set<int> scored;
    int listed = 0;
    for (const DataPoint* point : points)
        if (point->kind == PointKind::step && point->step > 0) {
            scored.insert(point->step);
            listed = std::max(listed, point->steps_in_list);
        }
    return std::max(0, listed - static_cast<int>(scored.size()));
}

/// Counts of what was done out of the tries, by the help they had.
struct Count {
    double within = 0, not_noted = 0, more = 0;
    int tries = 0;

    void add(const Criterion& criterion, const DataPoint& point) {
        tries += *point.n;
        const Help help = help_of(criterion, point);
        (help == Help::within ? within : help == Help::not_noted ? not_noted : more) += point.value;
    }
    [[nodiscard]] double share(double scale, Help worst) const {
        double done = within;
        if (worst != Help::within) done += not_noted;
        if (worst == Help::more) done += more;
        return tries > 0 ? scale * done / tries : 0;
    }
};

/// Samples of a percent: each count out of n is one, taps together make one for each run through the steps.
std::vector<Count> samples(const Criterion& criterion, const Points& points) {
    std::vector<Count> all;
    std::map<int, Count> runs;
    std::map<int, int> seen;  // how often each step was tapped so far
    for (const DataPoint* point : points) {
        if (!point->n || *point->n <= 0) continue;
        if (point->kind == PointKind::step)
            runs[seen[point->step]++].add(criterion, *point);
        else if (point->kind == PointKind::measured)
            all.emplace_back().add(criterion, *point);
        else
            runs[0].add(criterion, *point);
    }
    if (const int missing = unscored_steps(points); missing > 0 && !runs.empty()) runs.begin()->second.tries += missing;
    for (const auto& [number, run] : runs) all.push_back(run);
    return all;
}

/// Of samples each has to reach the target by itself: with which help it does.
Measurements as_measurements(const Criterion& criterion, const std::vector<Count>& all) {
    Measurements each;
    for (const Count& count : all) {
        Measurement one{count.share(100, Help::more), Help::more};
        for (const Help worst : {Help::within, Help::not_noted})
            if (criterion.reached(count.share(100, worst))) {
                one = {count.share(100, worst), worst};
                break;
            }
        each.push_back(one);
    }
    return each;
}

/// One measurement for each try of `trials`: 100 done, 0 not.
Measurements as_tries(const Criterion& criterion, const Points& points) {
    Measurements all;
    for (const DataPoint* point : points) {
        if (!point->n) continue;
        for (int i = 0; i < *point->n; ++i)
            all.push_back({i < static_cast<int>(point->value) ? 100.0 : 0.0, help_of(criterion, *point)});
    }
    return all;
}

/// Percents and rates: counts out of n are pooled, finished values beside them enter by the median.
Score pooled(const Criterion& criterion, const Points& points, double scale) {
    Score score;
    Count count;
    Measurements finished;
    for (const DataPoint* point : points) {
        if (point->n && *point->n > 0)
            count.add(criterion, *point);
        else
            finished.push_back({point->value, help_of(criterion, *point)});
    }
    count.tries += unscored_steps(points);
    score.successes = count.within + count.not_noted;
    score.tries = count.tries;
    const bool any_help = !criterion.assist_max && !criterion.prompt_max;
    const auto helped = any_help ? 0 : std::ranges::count(points, PointKind::with_help, &DataPoint::kind);
    score.with_more_help = static_cast<int>(count.more) + static_cast<int>(helped);
    const auto value = [&](Help worst) {
        std::vector<double> values;
        for (const Measurement& each : up_to(finished, worst)) values.push_back(each.value);
        if (count.tries > 0) values.push_back(count.share(scale, worst));
        return progress::median(std::move(values));
    };
    score.any = count.tries > 0 || !finished.empty();
    score.value = value(Help::not_noted).value_or(value(Help::more).value_or(0));
    if (criterion.ratio == RatioKind::occasions || criterion.share) {
        judge(criterion,
              criterion.measure == "trials" ? as_tries(criterion, points)
                                            : as_measurements(criterion, samples(criterion, points)),
              score);
        return score;
    }
    const auto reached = [&](Help worst) {
        const auto taken = value(worst);
        return taken && criterion.reached(*taken);
    };
    score.passes = reached(Help::within);
    score.if_help_noted = reached(Help::not_noted);
    score.with_any_help = reached(Help::more);
    return score;
}

/// What was measured, in order; counts of one try add up to one.
Measurements measurements(const Criterion& criterion, const Points& points) {
    Measurements all;
    std::map<int, std::size_t> place;  // of each counted try
    for (const DataPoint* point : points) {
        const Help help = help_of(criterion, *point);
        if (point->kind != PointKind::tally) {
            const double highest = criterion.rule.highest;
            all.push_back({highest > 0 ? std::min(point->value, highest) : point->value, help});
            continue;
        }
        const auto [found, fresh] = place.try_emplace(point->try_number, all.size());
        if (fresh) all.emplace_back();
        Measurement& counted = all[found->second];
        counted.value += point->value;
        counted.help = most(counted.help, help);
    }
    return all;
}

Score measured(const Criterion& criterion, const Points& points) {
    Score score;
    const Measurements all = measurements(criterion, points);
    score.any = !all.empty();
    if (!score.any) return score;
    Measurements counted = up_to(all, Help::not_noted);
    score.with_more_help = static_cast<int>(all.size() - counted.size());
    if (counted.empty()) counted = all;
    score.value = taken_of(criterion, counted).value_or(0);
    score.measured = static_cast<int>(counted.size());
    judge(criterion, all, score);
    return score;
}

/// The value and all its numbers, and whether it passes, of these points alone.
Score scored(const Criterion& criterion, const Points& points) {
    switch (criterion.rule.pooling) {
        case Pooling::percent:
            return pooled(criterion, points, 100);
        case Pooling::rate:
            return pooled(criterion, points, 60);
        default:
            return measured(criterion, points);
    }
}

bool is_counted_of(const DataPoint& point) { return point.n && *point.n > 0; }

/// The points of which something is known: not those that were done with nobody knows which help. A try that was not
/// done was not done with any.
Points of_noted_help(const Criterion& criterion, const Points& points) {
    Points some;
    std::ranges::copy_if(points, std::back_inserter(some), [&](const DataPoint* point) {
        const bool not_done = is_counted_of(*point) && point->value <= 0;
        return not_done || help_of(criterion, *point) != Help::not_noted;
    });
    return some;
}

HelpNoted noted_of(const Criterion& criterion, const Points& points) {
    if (criterion.measure == "assist" || criterion.measure == "gas") return HelpNoted::all;  // it is the value
    const auto noted = std::ranges::count_if(points, [](const DataPoint* point) { return has_level(*point); });
    if (std::ranges::all_of(points, [](const DataPoint* point) { return has_noted_help(*point); }))
        return HelpNoted::all;
    return noted > 0 ? HelpNoted::some : HelpNoted::none;
}
}  // namespace

Score score_of(const Criterion& criterion, const Points& points) {
    Score score = scored(criterion, points);
    score.noted = noted_of(criterion, points);
    if (score.noted != HelpNoted::some) return score;
    const Points known = of_noted_help(criterion, points);
    if (known.size() == points.size()) return score;
    const Score of_known = scored(criterion, known);
    score.value = of_known.value;
    score.successes = of_known.successes;
    score.tries = of_known.tries;
    score.measured = of_known.measured;
    score.noted = HelpNoted::all;
    const std::set<const DataPoint*> kept(known.begin(), known.end());
    for (const DataPoint* point : points)
        if (!kept.contains(point)) score.left_out += is_counted_of(*point) ? *point->n : 1;
    return score;
}

}  // namespace pegboard::progress
