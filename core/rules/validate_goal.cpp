// The rules of a goal: its place in the plan of care, a beginning that was measured, and an end that can be reached.
#include <algorithm>
#include <cmath>

#include "core/progress/attainment.h"
#include "core/progress/criterion.h"
#include "core/progress/measure.h"
#include "core/rules/checks.h"
#include "core/rules/typed/units.h"
#include "core/rules/validate.h"

namespace pegboard {
namespace {
using namespace checks;

Status place_rules(const Goal& goal) {
    if (goal.term == GoalTerm::short_term && !goal.parent)
        return invalid("parent", "Choose the long-term goal this objective leads to.");
    if (goal.term == GoalTerm::long_term && goal.parent)
        return invalid(
            "parent",
            "A long-term goal stands on its own. Make it an objective, or take it out from under the other goal.");
    return {};
}

/// "from 0 % to 100 %", "0 s or more".
std::string say_range(const Goal& goal, const progress::MeasureRule& rule) {
    const auto said = [&](double value) { return units::say_value(goal, value); };
    if (rule.highest <= rule.lowest) return said(rule.lowest) + " or more";
    return "from " + said(rule.lowest) + " to " + said(rule.highest);
}

Status baseline_rules(const Goal& goal) {
    if (std::ranges::any_of(goal.baseline, [](double value) { return !std::isfinite(value); }))
        return invalid("baseline", "Give the baseline as numbers.");
    if (goal.baseline.size() > 20) return invalid("baseline", "Keep the newest twenty values at most.");
    for (const double value : goal.baseline)
        if (std::string fault = value_fault(goal, value); !fault.empty()) return invalid("baseline", std::move(fault));
    if (goal.status != GoalStatus::active) return {};
    if (goal.baseline.empty())
        return invalid("baseline", "Measure three times before the goal starts, so that progress has a beginning.");
    if (goal.baseline.size() < 3 && blank(goal.baseline_reason))
        return invalid("baseline", "Give three values, or say why there are fewer.");
    return {};
}

Status target_rules(const Goal& goal) {
    if (!goal.target) return {};
    if (!std::isfinite(*goal.target)) return invalid("target", "Give the target as a number.");
    if (std::string fault = value_fault(goal, *goal.target); !fault.empty()) return invalid("target", std::move(fault));
    const progress::MeasureRule* rule = progress::measure_rule(goal.measure);
    const bool more_is_better =
        rule != nullptr && rule->better == progress::Better::up && rule->pooling != progress::Pooling::ordinal;
    if (more_is_better && *goal.target <= 0)
        return invalid("target", "A goal of " + units::say_value(goal, *goal.target) +
                                     " asks for nothing. Give the number to reach.");
    return {};
}

/// "0 of 5 tries" is reached by doing nothing.
Status tries_rules(const Goal& goal) {
    if (goal.successes > goal.attempts)
        return invalid("attempts", "There are more successes than tries. Raise the number of tries.");
    const std::string noun = goal.ratio_noun.empty() ? "tries" : goal.ratio_noun;
    if (goal.attempts > 0 && goal.successes == 0)
        return invalid("successes", "0 of " + std::to_string(goal.attempts) + " " + noun +
                                        " asks for nothing. Say how many of them it has to be.");
    return first_of({within(goal.successes, 0, 1000, "successes", "Successes"),
                     within(goal.attempts, 0, 1000, "attempts", "Tries")});
}

Status days_rules(const Goal& goal) {
    if (goal.start && goal.due && *goal.due <= *goal.start)
        return invalid("due", "The goal is due before it starts. Choose a later day.");
    const bool closed = goal.status == GoalStatus::met || goal.status == GoalStatus::discontinued;
    if (closed && !goal.closed_on) return invalid("closed_on", "Say on which day the goal was closed.");
    return {};
}

Status lap_rules(const Goal& goal) {
    if (goal.unit == "laps" && goal.lap_cm <= 0)
        return invalid("lap_cm", "Say how long one lap is, so that laps can be counted.");
    const bool fits = std::isfinite(goal.lap_cm) && goal.lap_cm >= 0 && goal.lap_cm <= 10'000'000;
    return fits ? Status() : Status(invalid("lap_cm", "Give the length of one lap."));
}

Status measure_rules(const Goal& goal) {
    if (goal.status != GoalStatus::active) return {};
    return filled(goal.measure, "measure", "Choose how this goal is measured before it becomes active.");
}

std::vector<Error> broken_texts(const Goal& goal) {
    return broken({filled(goal.title, "title", "Say what the child will do."),
                   at_most(goal.title, longest_line * 2, "title"), at_most(goal.routine, longest_line * 2, "routine"),
                   at_most(goal.baseline_reason, longest_note, "baseline_reason"),
                   at_most(goal.note, longest_note, "note"), at_most(goal.sentence, longest_note, "sentence"),
                   at_most(goal.condition, longest_line, "condition"),
                   at_most(goal.target_words, longest_line, "target_words"),
                   at_most(goal.ratio_noun, longest_name, "ratio_noun")});
}

std::vector<Error> broken_numbers(const Goal& goal) {
    return broken({tries_rules(goal),
                   target_rules(goal),
                   progress::check_sessions(goal),
                   lap_rules(goal),
                   within(goal.sessions_in_row, 0, 100, "sessions_in_row", "Sessions in a row"),
                   within(goal.sessions_met, 0, 100, "sessions_met", "Sessions reached"),
                   within(goal.sessions_of, 0, 100, "sessions_of", "Sessions looked at"),
                   within(goal.assist_level, 0, 8, "assist_level", "The help level"),
                   within(goal.minutes_per_week, 0, 600, "minutes_per_week", "Minutes a week"),
                   within(goal.dose_min, 0, 60, "dose_min", "Minutes of practice in a session"),
                   within(goal.wanted_tries, 0, 1000, "wanted_tries", "Tries wanted in a session"),
                   within(goal.min_tries, 0, 1000, "min_tries", "The fewest tries that count"),
                   within(goal.prompt_max.value_or(0), 0, 8, "prompt_max", "The most prompting"),
                   within(goal.interval_s, 10, 60, "interval_s", "Seconds of an interval"),
                   within(goal.gas_importance, 1, 3, "gas_importance", "Importance"),
                   within(goal.gas_difficulty, 1, 3, "gas_difficulty", "Difficulty"),
                   within(goal.gas_baseline, -2, 0, "gas_baseline", "The level at the start"),
                   progress::check_levels(goal.gas_levels),
                   check_lines(goal.task_steps, "task_steps"),
                   within(goal.priority, 1, 3, "priority", "The priority")});
}

}  // namespace

std::string value_fault(const Goal& goal, double value) {
    const progress::MeasureRule* rule = progress::measure_rule(goal.measure);
    if (rule == nullptr || !std::isfinite(value)) return {};
    const bool too_high = rule->highest > rule->lowest && value > rule->highest;
    if (value >= rule->lowest && !too_high) return {};
    const std::string said =
        value < 0 || goal.measure == "assist" ? progress::say_plain(value) : units::say_value(goal, value);
    return said + " cannot be: values here are " + say_range(goal, *rule) + ".";
}

std::vector<Error> faults(const Goal& goal) {
    std::vector<Error> all = broken({place_rules(goal), baseline_rules(goal), days_rules(goal), measure_rules(goal)});
    std::ranges::move(broken_texts(goal), std::back_inserter(all));
    std::ranges::move(broken_numbers(goal), std::back_inserter(all));
    return all;
}

Status validate(const Goal& goal) { return checks::first_of(faults(goal)); }

std::optional<double> baseline_level(const Goal& goal) {
    if (goal.baseline.empty()) return std::nullopt;
    std::vector<double> sorted = goal.baseline;
    std::ranges::sort(sorted);
    const std::size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

}  // namespace pegboard
