#include "core/progress/series.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace pegboard::progress {
namespace {
using Points = std::vector<const DataPoint*>;

bool belongs(const Criterion& criterion, const DataPoint& point) {
    if (!point.valid || !std::isfinite(point.value)) return false;
    // A value taken in another measure says nothing in this one's unit.
    if (!point.measure.empty() && point.measure != criterion.measure) return false;
    return point.kind != PointKind::attainment || criterion.measure == "gas";
}

std::optional<int> middle_level(const Points& points, std::optional<int> DataPoint::* level) {
    std::vector<double> levels;
    for (const DataPoint* point : points)
        if (point->*level) levels.push_back(*(point->*level));
    const auto middle = ordinal_median(std::move(levels), true);
    return middle ? std::optional<int>(static_cast<int>(*middle)) : std::nullopt;
}

/// The less favourable side where each side is measured; all points together elsewhere.
Score score_by_side(const Criterion& criterion, const Points& points) {
    if (criterion.side != Side::each) return score_of(criterion, points);
    std::map<Side, Points> by_side;
    for (const DataPoint* point : points) by_side[point->side].push_back(point);
    std::optional<Score> worse;
    bool all_pass = true, all_with_help = true, all_if_noted = true, enough = true;
    for (const auto& [side, of_side] : by_side) {
        const Score score = score_of(criterion, of_side);
        if (!score.any) continue;
        all_pass = all_pass && score.passes;
        all_with_help = all_with_help && score.with_any_help;
        all_if_noted = all_if_noted && score.if_help_noted;
        enough = enough && !score.too_few_to_pass;
        if (!worse || criterion.oriented(score.value) < criterion.oriented(worse->value)) worse = score;
    }
    if (!worse) return {};
    worse->passes = all_pass;
    worse->with_any_help = all_with_help;
    worse->if_help_noted = all_if_noted;
    worse->too_few_to_pass = !enough;
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
    value.measured = score.measured;
    value.with_more_help = score.with_more_help;
    value.passes = score.passes;
    value.left_out = score.left_out;
    value.noted = score.noted;
    const bool reached_by_known = score.left_out > 0 && criterion.reached(score.value);
    value.help_not_noted = (score.if_help_noted || reached_by_known) && !score.passes;
    value.too_much_help = score.with_any_help && !score.if_help_noted;
    value.too_few_to_pass = score.too_few_to_pass;
    value.occasions = score.occasions;
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
    for (auto& [key, group] : groups) {
        std::ranges::sort(group, {}, &DataPoint::id);  // as entered: ids grow with time
        if (auto value = value_of(criterion, group)) values.push_back(std::move(*value));
    }
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
