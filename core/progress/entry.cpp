#include "core/progress/entry.h"

#include <algorithm>
#include <cmath>

#include "core/progress/criterion.h"
#include "core/progress/help_limit.h"
#include "core/rules/typed/units.h"

namespace pegboard::progress {
namespace {
constexpr int most_tries = 10'000;
constexpr double most_value = 10'000'000;
constexpr int highest_level = 8;

bool has_scale(const Goal& goal) { return goal.measure == "gas" || !goal.gas_levels[0].empty(); }

bool is_try(PointKind kind) {
    return kind == PointKind::correct || kind == PointKind::with_help || kind == PointKind::not_yet;
}

bool is_whole(double value) { return value == std::round(value); }

Status check_level(std::optional<int> level, const char* field) {
    if (!level || (*level >= 0 && *level <= highest_level)) return {};
    return invalid(field, "Choose a level of help from the list.");
}

Status check_step(const Goal& goal, const DataPoint& point) {
    if (point.step >= 1 && point.step <= static_cast<int>(goal.task_steps.size())) return {};
    return invalid("step", "Choose one of the steps listed with the goal.");
}

/// A finished value: within what the measure can be.
Status check_measured(const Goal& goal, const MeasureRule& rule, const DataPoint& point) {
    const double value = point.value;
    if (rule.pooling == Pooling::percent && point.n) {
        if (*point.n < 1 || *point.n > most_tries) return invalid("n", "Say out of how many, from 1 to 10000.");
        if (value < 0 || value > *point.n || !is_whole(value))
            return invalid("value", "Give how many of the " + std::to_string(*point.n) + " it was.");
        return {};
    }
    if (rule.pooling == Pooling::rate) {
        if (!point.n || *point.n < 1 || *point.n > most_tries)
            return invalid("n", "Say over how many seconds it was counted.");
        if (value < 0 || value > most_tries) return invalid("value", "Give the number that was counted.");
        return {};
    }
    if (rule.pooling == Pooling::ordinal && !is_whole(value)) return invalid("value", "Choose one of the levels.");
    const double highest = rule.highest > 0 ? rule.highest : most_value;
    if (value >= rule.lowest && value <= highest) return {};
    const std::string range = say_value(goal.measure, rule.lowest) + " to " + say_value(goal.measure, highest);
    return invalid("value", "Give a value from " + range + ".");
}
}  // namespace

std::vector<PointKind> kinds_for(const Goal& goal) {
    using enum PointKind;
    std::vector<PointKind> kinds;
    const MeasureRule* rule = measure_rule(goal.measure);
    if (goal.measure == "steps_pct")
        kinds = goal.task_steps.empty() ? std::vector{measured} : std::vector{step, measured};
    else if (goal.measure == "interval_pct")
        kinds = {interval, measured};
    else if (rule && rule->pooling == Pooling::percent)
        kinds = {correct, with_help, not_yet, measured};
    else if (goal.measure == "count" || goal.measure == "events" || goal.measure == "prompts")
        kinds = {tally, measured};
    else if (goal.measure != "gas")
        kinds = {measured};
    if (has_scale(goal)) kinds.push_back(attainment);
    return kinds;
}

int wanted_tries(const Goal& goal) {
    if (goal.wanted_tries > 0) return goal.wanted_tries;
    const MeasureRule* rule = measure_rule(goal.measure);
    if (!rule || rule->pooling != Pooling::percent) return 0;
    if (goal.measure == "steps_pct") return static_cast<int>(goal.task_steps.size());
    return std::max(goal.attempts, criterion_of(goal).min_tries);
}

DataPoint with_kind_filled(const Goal& goal, DataPoint point) {
    if (is_try(point.kind)) {
        point.value = point.kind == PointKind::correct ? 1 : 0;
        point.n = 1;
        // Help beyond what counts is no "no help", whatever the selector says: its level was not noted.
        const bool contradicts = point.kind == PointKind::with_help && point.assist.value_or(0) <= own_equipment &&
                                 point.prompt.value_or(0) == 0;
        if (contradicts) {
            point.assist.reset();
            point.prompt.reset();
        }
    } else if (point.kind == PointKind::step || point.kind == PointKind::interval) {
        point.n = 1;
    } else if (point.kind == PointKind::attainment || point.kind == PointKind::tally) {
        point.n.reset();
    }
    point.measure = point.kind == PointKind::attainment ? "gas" : goal.measure;
    if (point.kind != PointKind::tally) point.try_number = 0;
    point.steps_in_list = point.kind == PointKind::step ? static_cast<int>(goal.task_steps.size()) : 0;
    if (point.kind != PointKind::step) point.step = 0;
    return point;
}

Status check_point(const Goal& goal, const DataPoint& point) {
    const auto kinds = kinds_for(goal);
    if (std::ranges::count(kinds, point.kind) == 0)
        return invalid("kind", "This goal is measured in another way. Look at its measure again.");
    if (!std::isfinite(point.value)) return invalid("value", "Give the value as a number.");
    if (Status level = check_level(point.assist, "assist"); !level.ok()) return level;
    if (Status level = check_level(point.prompt, "prompt"); !level.ok()) return level;
    switch (point.kind) {
        case PointKind::step:
            if (Status listed = check_step(goal, point); !listed.ok()) return listed;
            [[fallthrough]];
        case PointKind::correct:
        case PointKind::with_help:
        case PointKind::not_yet:
        case PointKind::interval:
            if (point.value == 0 || point.value == 1) return {};
            return invalid("value", "One tap is done or not done.");
        case PointKind::tally:
            if (is_whole(point.value) && std::abs(point.value) >= 1 && std::abs(point.value) <= most_tries) return {};
            return invalid("value", "Count in whole numbers.");
        case PointKind::attainment:
            if (is_whole(point.value) && std::abs(point.value) <= 2) return {};
            return invalid("value", "Choose a level from -2 to +2.");
        case PointKind::measured:
            break;
    }
    const MeasureRule* rule = measure_rule(goal.measure);
    return check_measured(goal, rule ? *rule : *measure_rule("count"), point);
}

std::string say_point(const Goal& goal, const DataPoint& point) {
    if (!is_known(point.kind)) return "unknown";
    switch (point.kind) {
        case PointKind::correct:
            return "correct";
        case PointKind::with_help:
            return "with help";
        case PointKind::not_yet:
            return "not yet";
        case PointKind::step:
            return "step " + std::to_string(point.step) + (point.value > 0 ? " done" : " not yet");
        case PointKind::interval:
            return point.value > 0 ? "interval: yes" : "interval: no";
        case PointKind::tally:
            return (point.value > 0 ? "+" : "") + say_plain(point.value);
        case PointKind::attainment:
            return "level " + say_value("gas", point.value);
        case PointKind::measured:
            break;
    }
    // In the unit it was taken in, whatever the goal measures now.
    const std::string& measure = point.measure.empty() ? goal.measure : point.measure;
    const MeasureRule* rule = measure_rule(measure);
    if (point.n && rule && rule->pooling == Pooling::rate)
        return say_plain(point.value) + " in " + std::to_string(*point.n) + " s";
    if (point.n) return say_plain(point.value) + " of " + std::to_string(*point.n);
    return measure == goal.measure ? units::say_value(goal, point.value) : say_value(measure, point.value);
}

}  // namespace pegboard::progress
