// Where a goal's sentence and the data beside it say different things, part by part.
#include <algorithm>
#include <cmath>

#include "core/progress/criterion.h"
#include "core/progress/statistics.h"
#include "core/rules/goals/goal_reading.h"
#include "core/rules/goals/goal_writing.h"
#include "core/rules/typed/units.h"

namespace pegboard {
namespace {

/// The same number as it is said: percents in whole ones, times over a minute in whole seconds.
bool near(std::string_view measure, double one, double other) {
    double most = 0.001 * std::abs(other) + 1e-6;
    if (measure.ends_with("_pct") || measure == "trials") most = 0.6;
    if (measure.ends_with("_s") && other >= 60) most = 0.5;
    return std::abs(one - other) <= most;
}

std::string say_ratio(int n, int of, const std::string& noun) {
    if (of <= 0) return "none";
    return std::to_string(n) + " of " + std::to_string(of) + " " + (noun.empty() ? "tries" : noun);
}

std::string said(std::string_view what, const std::string& sentence, const std::string& data) {
    return std::string(what) + ": the sentence says " + sentence + ", the goal line " + data + ".";
}

void compare_date(const Goal& goal, const SentenceSays& says, std::vector<Disagreement>& all) {
    if (says.by == goal.due || (!says.by && !goal.due)) return;
    if (!says.by) {
        all.push_back({SentencePartKind::date, "The sentence names no day; the goal ends " + say(*goal.due) + ".", {}});
        return;
    }
    Disagreement found{SentencePartKind::date,
                       said("Date", say(*says.by), goal.due ? say(*goal.due) : std::string("none")), goal};
    found.mend->due = says.by;
    all.push_back(std::move(found));
}

void compare_condition(const Goal& goal, std::vector<Disagreement>& all) {
    if (goal.condition.empty() || fold(goal.sentence).find(fold(goal.condition)) != std::string::npos) return;
    all.push_back(
        {SentencePartKind::condition, "The sentence does not say the condition \"" + goal.condition + "\".", {}});
}

/// The target stands there in the bank's own words.
bool in_bank_words(const Goal& goal, const Library& library) {
    const GoalTemplate* from = library.goal_template(goal.bank_goal);
    if (from == nullptr || goal.target_words.empty()) return false;
    if (fold(goal.sentence).find(fold(goal.target_words)) == std::string::npos) return false;
    GoalSlots slots;
    slots.target = goal.target_words;
    std::optional<double> level;
    if (!goal.baseline.empty()) level = progress::median(goal.baseline);
    const auto value = target_value(*from, slots, level);
    return value && near(goal.measure, *value, *goal.target);
}

void compare_target(const Goal& goal, const SentenceSays& says, const Library& library,
                    std::vector<Disagreement>& all) {
    if (!goal.target || goal.measure == "assist" || goal.measure == "gas") return;
    const auto same = [&](double value) { return near(goal.measure, value, *goal.target); };
    const auto same_laps = [&](double laps) { return goal.lap_cm > 0 && same(laps * goal.lap_cm); };
    if (std::ranges::any_of(says.values, same) || std::ranges::any_of(says.laps, same_laps) ||
        in_bank_words(goal, library))
        return;
    const std::string wanted = units::say_value(goal, *goal.target);
    if (says.values.empty()) {
        if (goal.measure == "trials" && says.ratio) return;  // the ratio is the number, it is compared by itself
        all.push_back(
            {SentencePartKind::target, "The sentence names no number; the goal line says " + wanted + ".", {}});
        return;
    }
    std::string read;
    for (const double value : says.values) read += (read.empty() ? "" : ", ") + units::say_value(goal, value);
    Disagreement found{SentencePartKind::target, said("Number", read, wanted), {}};
    if (says.values.size() == 1) {
        found.mend = goal;
        found.mend->target = says.values.front();
    }
    all.push_back(std::move(found));
}

void compare_help(const Goal& goal, const SentenceSays& says, std::vector<Disagreement>& all) {
    const std::string allowed = say_help(goal.assist_level, goal.prompt_max);
    if (!says.assist && !says.prompt) {
        all.push_back(
            {SentencePartKind::help, "The sentence does not say how much help; the goal allows " + allowed + ".", {}});
        return;
    }
    // No help is no prompting either, said or not.
    const auto prompt_of = [](int assist, std::optional<int> prompt) {
        return assist == 0 && prompt.value_or(0) == 0 ? std::optional<int>() : prompt;
    };
    const int assist = says.assist.value_or(0);
    if (assist == goal.assist_level && goal.measure == "prompts") return;  // their number is the target
    if (assist == goal.assist_level && prompt_of(assist, says.prompt) == prompt_of(goal.assist_level, goal.prompt_max))
        return;
    Disagreement found{SentencePartKind::help, said("Help", say_help(assist, says.prompt), allowed), goal};
    found.mend->assist_level = assist;
    found.mend->prompt_max = says.prompt;
    all.push_back(std::move(found));
}

void take_sessions(Goal& goal, const SentenceSays& says) {
    goal.sessions_in_row = says.in_row.value_or(0);
    goal.sessions_met = says.sessions ? says.sessions->n : 0;
    goal.sessions_of = says.sessions ? says.sessions->of : 0;
}

void compare_ratio(const Goal& goal, const SentenceSays& says, std::vector<Disagreement>& all) {
    const SentenceSays::Ratio read = says.ratio.value_or(SentenceSays::Ratio{});
    const bool same_noun = progress::ratio_kind(read.noun) == progress::ratio_kind(goal.ratio_noun);
    if (read.n == goal.successes && read.of == goal.attempts && (read.of == 0 || same_noun)) return;
    if (goal.target && goal.measure == "trials" && read.of == 0) return;  // a percent instead of n of m
    Disagreement found{SentencePartKind::ratio,
                       said("How often", say_ratio(read.n, read.of, read.noun),
                            say_ratio(goal.successes, goal.attempts, goal.ratio_noun)),
                       goal};
    found.mend->successes = read.n;
    found.mend->attempts = read.of;
    found.mend->ratio_noun = read.noun;
    if (says.sessions) take_sessions(*found.mend, says);
    all.push_back(std::move(found));
}

void compare_sessions(const Goal& goal, const SentenceSays& says, std::vector<Disagreement>& all) {
    const SentenceSays::Ratio read = says.sessions.value_or(SentenceSays::Ratio{});
    const int run = std::max(1, says.in_row.value_or(1));
    if (run == std::max(1, goal.sessions_in_row) && read.n == goal.sessions_met && read.of == goal.sessions_of) return;
    const auto words = [](int in_row, int met, int of) {
        const std::string in_a_row = say_sessions(in_row, 0, 0), of_sessions = say_sessions(0, met, of);
        if (in_a_row.empty() && of_sessions.empty()) return std::string("no sessions in a row");
        return of_sessions + (in_a_row.empty() || of_sessions.empty() ? "" : " and ") + in_a_row;
    };
    Disagreement found{SentencePartKind::in_row,
                       said("Consistency", words(run, read.n, read.of),
                            words(goal.sessions_in_row, goal.sessions_met, goal.sessions_of)),
                       goal};
    take_sessions(*found.mend, says);
    if (says.sessions && says.ratio) {  // sessions stand only beside tries
        found.mend->successes = says.ratio->n;
        found.mend->attempts = says.ratio->of;
        found.mend->ratio_noun = says.ratio->noun;
    }
    all.push_back(std::move(found));
}

}  // namespace

std::vector<Disagreement> disagreements(const Goal& goal, const Library& library) {
    std::vector<Disagreement> all;
    if (goal.sentence.empty()) return all;
    const SentenceSays says = read_sentence(goal.sentence, goal.measure);
    compare_date(goal, says, all);
    compare_condition(goal, all);
    compare_target(goal, says, library, all);
    compare_help(goal, says, all);
    compare_ratio(goal, says, all);
    compare_sessions(goal, says, all);
    return all;
}

}  // namespace pegboard
