#include "core/progress/series.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace pegboard::progress {
namespace {
using Points = std::vector<const DataPoint*>;

bool within_help(const Criterion& criterion, const DataPoint& point) {
    const auto fits = [](std::optional<int> most, std::optional<int> had) { return !most || !had || *had <= *most; };
    return fits(criterion.assist_max, point.assist) && fits(criterion.prompt_max, point.prompt);
}

bool belongs(const Criterion& criterion, const DataPoint& point) {
    if (!point.valid || !std::isfinite(point.value)) return false;
    return point.kind != PointKind::attainment || criterion.measure == "gas";
}

std::optional<int> middle_level(const Points& points, std::optional<int> DataPoint::* level) {
    std::vector<double> levels;
    for (const DataPoint* point : points)
        if (point->*level) levels.push_back(*(point->*level));
    const auto middle = ordinal_median(std::move(levels), true);
    return middle ? std::optional<int>(static_cast<int>(*middle)) : std::nullopt;
}

/// A score with and without the help that is allowed.
struct Score {
    double value = 0, passing = 0, successes = 0;
    int tries = 0;
    bool any = false;
    bool passes = false;
    bool with_any_help = false;  ///< would pass if help did not matter
};

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

/// Percents and rates: counts out of n are pooled, finished values beside them enter by the median.
Score pooled(const Criterion& criterion, const Points& points, double scale) {
    Score score;
    double within = 0;
    std::vector<double> finished, finished_within;
    for (const DataPoint* point : points) {
        const bool allowed = within_help(criterion, *point);
        if (point->n && *point->n > 0) {
            score.successes += point->value;
            score.tries += *point->n;
            if (allowed) within += point->value;
        } else {
            finished.push_back(point->value);
            if (allowed) finished_within.push_back(point->value);
        }
    }
    score.tries += unscored_steps(points);
    if (score.tries > 0) {
        finished.push_back(scale * score.successes / score.tries);
        finished_within.push_back(scale * within / score.tries);
    }
    score.any = !finished.empty();
    score.value = median(std::move(finished)).value_or(0);
    score.with_any_help = criterion.reached(score.value);
    const auto passing = median(std::move(finished_within));
    score.passes = passing && criterion.reached(*passing);
    return score;
}

/// What was measured, one entry per measurement; taps that count make one together.
std::vector<std::pair<double, bool>> measurements(const Criterion& criterion, const Points& points) {
    std::vector<std::pair<double, bool>> all;
    double sum = 0;
    bool counted = false, sum_within = true;
    for (const DataPoint* point : points) {
        const bool allowed = within_help(criterion, *point);
        if (point->kind == PointKind::tally) {
            sum += point->value;
            counted = true;
            sum_within = sum_within && allowed;
            continue;
        }
        const double most = criterion.rule.highest;
        all.emplace_back(most > 0 ? std::min(point->value, most) : point->value, allowed);
    }
    if (counted) all.emplace_back(sum, sum_within);
    return all;
}

Score measured(const Criterion& criterion, const Points& points) {
    Score score;
    const auto all = measurements(criterion, points);
    std::vector<double> values;
    int reached = 0, reached_within = 0;
    for (const auto& [value, allowed] : all) {
        values.push_back(value);
        reached += criterion.reached(value);
        reached_within += allowed && criterion.reached(value);
    }
    score.any = !all.empty();
    if (!score.any) return score;
    const double count = static_cast<double>(all.size());
    score.value = criterion.rule.pooling == Pooling::ordinal ? *ordinal_median(values, criterion.lower_is_better)
                                                             : *median(values);
    // The median reaches the target when half of the measurements do; a stated share asks for its own part.
    const double wanted = criterion.share.value_or(0.5);
    const auto enough = [&](int how_many) { return how_many > 0 && how_many + 1e-9 >= wanted * count; };
    score.with_any_help = criterion.share ? enough(reached) : criterion.reached(score.value);
    score.passes = score.with_any_help && enough(reached_within);
    return score;
}

Score score_of(const Criterion& criterion, const Points& points) {
    switch (criterion.rule.pooling) {
        case Pooling::percent:
            return pooled(criterion, points, 100);
        case Pooling::rate:
            return pooled(criterion, points, 60);
        default:
            return measured(criterion, points);
    }
}

/// The less favourable side where each side is measured; all points together elsewhere.
Score score_by_side(const Criterion& criterion, const Points& points) {
    if (criterion.side != Side::each) return score_of(criterion, points);
    std::map<Side, Points> by_side;
    for (const DataPoint* point : points) by_side[point->side].push_back(point);
    std::optional<Score> worse;
    bool all_pass = true, all_with_help = true;
    for (const auto& [side, of_side] : by_side) {
        const Score score = score_of(criterion, of_side);
        if (!score.any) continue;
        all_pass = all_pass && score.passes;
        all_with_help = all_with_help && score.with_any_help;
        if (!worse || criterion.oriented(score.value) < criterion.oriented(worse->value)) worse = score;
    }
    if (!worse) return {};
    worse->passes = all_pass;
    worse->with_any_help = all_with_help;
    return *worse;
}

void add_new(std::vector<std::string>& words, const std::string& word) {
    if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

std::optional<SessionValue> value_of(const Criterion& criterion, const Points& points) {
    const Score score = score_by_side(criterion, points);
    if (!score.any) return std::nullopt;
    SessionValue value;
    value.date = points.front()->date;
    value.session = points.front()->session;
    value.value = score.value;
    value.successes = score.successes;
    value.tries = score.tries;
    value.points = static_cast<int>(points.size());
    value.assist = middle_level(points, &DataPoint::assist);
    value.prompt = middle_level(points, &DataPoint::prompt);
    value.passes = score.passes;
    value.too_much_help = score.with_any_help && !score.passes;
    value.too_few_tries = score.tries > 0 && score.tries < criterion.min_tries;
    for (const DataPoint* point : points) {
        value.date = std::min(value.date, point->date);
        add_new(value.settings, point->setting);
        add_new(value.raters, point->rater);
    }
    return value;
}

/// Phase and number of the change that each value follows. Without a change the goal's start ends the baseline.
void place_in_phases(const Criterion& criterion, std::span<const PhaseChange> changes,
                     std::vector<SessionValue>& values) {
    std::vector<const PhaseChange*> ordered;
    for (const PhaseChange& change : changes) ordered.push_back(&change);
    std::stable_sort(ordered.begin(), ordered.end(), [](const PhaseChange* one, const PhaseChange* other) {
        return std::tuple(one->date, one->id) < std::tuple(other->date, other->id);
    });
    for (SessionValue& value : values) {
        value.phase = criterion.start && value.date < *criterion.start ? Phase::baseline : Phase::intervention;
        value.stretch = 0;
        for (std::size_t i = 0; i < ordered.size() && ordered[i]->date <= value.date; ++i) {
            value.phase = ordered[i]->phase;
            value.stretch = static_cast<int>(i) + 1;
        }
    }
}
}  // namespace

std::vector<SessionValue> session_values(const Criterion& criterion, std::span<const DataPoint> points,
                                         std::span<const PhaseChange> changes) {
    // Points of one session together; those outside a session by day.
    std::map<std::pair<std::int64_t, int>, Points> groups;
    for (const DataPoint& point : points) {
        if (!belongs(criterion, point)) continue;
        groups[{point.session.value, point.session ? 0 : point.date.day}].push_back(&point);
    }
    std::vector<SessionValue> values;
    for (const auto& [key, group] : groups)
        if (auto value = value_of(criterion, group)) values.push_back(std::move(*value));
    std::sort(values.begin(), values.end(), [&](const SessionValue& one, const SessionValue& other) {
        return std::tuple(one.date, criterion.oriented(one.value), one.passes, one.session) <
               std::tuple(other.date, criterion.oriented(other.value), other.passes, other.session);
    });
    place_in_phases(criterion, changes, values);
    return values;
}

Series oriented_series(const Criterion& criterion, std::span<const SessionValue> values) {
    Series series;
    series.reserve(values.size());
    for (const SessionValue& value : values)
        series.push_back({static_cast<double>(value.date.day), criterion.oriented(value.value)});
    return series;
}

std::vector<At> attainment_levels(const Criterion& criterion, std::span<const DataPoint> points) {
    std::vector<const DataPoint*> found;
    for (const DataPoint& point : points)
        if (point.valid && (point.kind == PointKind::attainment || criterion.measure == "gas")) found.push_back(&point);
    std::sort(found.begin(), found.end(), [](const DataPoint* one, const DataPoint* other) {
        return std::tuple(one->date, one->at_utc, one->id) < std::tuple(other->date, other->at_utc, other->id);
    });
    std::vector<At> levels;
    for (const DataPoint* point : found) levels.push_back({static_cast<double>(point->date.day), point->value});
    return levels;
}

}  // namespace pegboard::progress
