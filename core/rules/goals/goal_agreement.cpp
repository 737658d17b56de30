// Where a goal's sentence and the data beside it say different things, part by part.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/progress/criterion.h"
#include "core/progress/statistics.h"
#include "core/rules/goals/goal_reading.h"
#include "core/rules/goals/goal_tokens.h"
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

/// The first day in numbers of a sentence that reads as either of two days, as it stands there: "3/4/2027".
std::string day_as_written(std::string_view sentence) {
    constexpr std::string_view signs = "0123456789/-";
    for (auto at = sentence.find_first_of(signs); at != std::string_view::npos;) {
        const auto end = std::min(sentence.find_first_not_of(signs, at), sentence.size());
        const std::string_view text = sentence.substr(at, end - at);
        if (read_sentence(text, "trials").by_other) return std::string(text);
        at = sentence.find_first_of(signs, end);
    }
    return "The day";
}

void compare_date(const Goal& goal, const SentenceSays& says, std::vector<Disagreement>& all) {
    if (says.by == goal.due || (!says.by && !goal.due)) return;
    if (says.by_other && says.by_other == goal.due) {
        all.push_back({SentencePartKind::date,
                       "\"" + day_as_written(goal.sentence) + "\" can be read as " + say(*says.by) + " or " +
                           say(*says.by_other) + "; write the month in letters.",
                       {}});
        return;
    }
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

/// The number that a sentence in own words names and the goal line does not have yet.
void offer_target(const Goal& goal, const SentenceSays& says, std::vector<Disagreement>& all) {
    const auto number = number_said(goal.measure, goal.sentence, says);
    if (!goal.bank_goal.empty() || !number) return;
    Disagreement found{SentencePartKind::target, said("Number", units::say_value(goal, *number), "none"), goal};
    found.mend->target = number;
    all.push_back(std::move(found));
}

void compare_target(const Goal& goal, const SentenceSays& says, const Library& library,
                    std::vector<Disagreement>& all) {
    if (goal.measure == "assist" || goal.measure == "gas") return;
    if (!goal.target) return offer_target(goal, says, all);
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

/// What the sentence says of the sessions; what it does not speak of stays.
void take_sessions(Goal& goal, const SentenceSays& says) {
    if (!says.in_row && !says.sessions) return;
    goal.sessions_in_row = says.in_row.value_or(0);
    goal.sessions_met = says.sessions ? says.sessions->n : 0;
    goal.sessions_of = says.sessions ? says.sessions->of : 0;
}

/// A percent of the tries as n of m: of as many tries as the goal has, where that comes out even, else of the fewest;
/// 0 of 0 where it comes out even of none, as 33 and a third do.
SentenceSays::Ratio ratio_of(double percent, const Goal& goal) {
    const bool of_tries = progress::ratio_kind(goal.ratio_noun) == progress::RatioKind::tries;
    const std::array counts{of_tries ? goal.attempts : 0, 5, 10, 4, 20, 25, 50, 100};
    for (const int of : counts) {
        const double n = percent / 100 * of;
        if (of > 0 && std::abs(n - std::round(n)) < 1e-6)
            return {static_cast<int>(std::lround(n)), of,
                    of_tries && !goal.ratio_noun.empty() ? goal.ratio_noun : "tries"};
    }
    return {};
}

/// How many of how many tries the sentence says, a percent included; 0 of 0 where it says neither.
SentenceSays::Ratio said_tries(const Goal& goal, const SentenceSays& says) {
    if (says.ratio) return *says.ratio;
    return says.percent ? ratio_of(*says.percent, goal) : SentenceSays::Ratio{};
}

void take_tries(Goal& goal, const SentenceSays::Ratio& tries) {
    goal.successes = tries.n;
    goal.attempts = tries.of;
    goal.ratio_noun = tries.noun;
}

bool same_percent(const Goal& goal, double percent) {
    constexpr double most = 0.6;
    const bool of_sessions = progress::ratio_kind(goal.ratio_noun) == progress::RatioKind::sessions;
    return goal.attempts > 0 && !of_sessions && std::abs(100.0 * goal.successes / goal.attempts - percent) <= most;
}

/// "0 of 5" is not passed over: nobody can reach it, or everybody has.
void tell_impossible(const SentenceSays& says, std::vector<Disagreement>& all) {
    if (!says.impossible) return;
    const std::string words = say_ratio(says.impossible->n, says.impossible->of, says.impossible->noun);
    all.push_back({SentencePartKind::ratio,
                   "The sentence says " + words +
                       (says.impossible->n == 0 ? ", which asks for nothing. Say how many of them it has to be."
                                                : ", which is more than there are. Say so many of at least as many."),
                   {}});
}

void compare_ratio(const Goal& goal, const SentenceSays& says, std::vector<Disagreement>& all) {
    if (says.impossible && !says.ratio && !says.percent) return;
    const SentenceSays::Ratio read = said_tries(goal, says);
    const bool same_noun = progress::ratio_kind(read.noun) == progress::ratio_kind(goal.ratio_noun);
    if (says.percent && same_percent(goal, *says.percent)) return;
    if (!says.percent && read.n == goal.successes && read.of == goal.attempts && (read.of == 0 || same_noun)) return;
    // A percent instead of n of m is the number, it is compared by itself.
    if (goal.target && goal.measure == "trials" && (says.percent || read.of == 0)) return;
    std::string sentence = say_ratio(read.n, read.of, read.noun);
    if (says.percent)
        sentence = progress::say_plain(*says.percent) + " %, " +
                   (read.of > 0 ? "that is " + sentence : std::string("which no count of tries gives"));
    Disagreement found{SentencePartKind::ratio,
                       said("How often", sentence, say_ratio(goal.successes, goal.attempts, goal.ratio_noun)),
                       {}};
    // What the sentence does not say is no reason to take it off the goal line.
    if (read.of > 0) {
        found.mend = goal;
        take_tries(*found.mend, read);
        if (says.sessions) take_sessions(*found.mend, says);
        if (progress::ratio_kind(read.noun) != progress::RatioKind::tries)
            found.mend->sessions_met = found.mend->sessions_of = 0;
    }
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
                       {}};
    if (says.in_row || says.sessions) {
        found.mend = goal;
        take_sessions(*found.mend, says);
        // Sessions stand only beside tries.
        const bool beside_tries = progress::ratio_kind(goal.ratio_noun) == progress::RatioKind::tries;
        if (const auto tries = said_tries(goal, says); says.sessions && tries.of > 0 && !beside_tries)
            take_tries(*found.mend, tries);
    }
    all.push_back(std::move(found));
}

/// "in 4 of 5 sessions" alone is said of the tries or beside them; it is read the way the goal line holds it.
SentenceSays as_on_the_line(SentenceSays says, const Goal& goal) {
    if (!says.ratio || says.sessions) return says;
    const bool of_sessions = progress::ratio_kind(says.ratio->noun) == progress::RatioKind::sessions;
    if (of_sessions && goal.sessions_of > 0) says.sessions = std::exchange(says.ratio, std::nullopt);
    return says;
}

}  // namespace

std::optional<double> number_said(std::string_view measure, std::string_view sentence, const SentenceSays& says) {
    if (measure == "trials" || measure == "assist" || measure == "gas" || says.values.size() != 1) return std::nullopt;
    const bool has_units =
        measure.ends_with("_s") || measure.ends_with("_pct") || measure == "distance_cm" || measure == "deviation_mm";
    if (has_units) return says.values.front();
    std::string in_digits = fold(sentence);
    const std::string folded = in_digits;
    for (const goal_tokens::Token& token : goal_tokens::tokens_of(folded))
        if (token.kind == goal_tokens::Token::Kind::number && goal_tokens::letter(token.text.front()))
            std::fill_n(in_digits.begin() + (token.text.data() - folded.data()), token.text.size(), 'x');
    return read_sentence(in_digits, measure).values == says.values ? std::optional(says.values.front()) : std::nullopt;
}

std::string say_ranges(const Goal& goal) { return goal_ranges::say(read_sentence(goal.sentence, goal.measure).ranges); }

std::vector<Disagreement> disagreements(const Goal& goal, const Library& library, DateOrder order) {
    std::vector<Disagreement> all;
    if (goal.sentence.empty()) return all;
    const SentenceSays says = as_on_the_line(read_sentence(goal.sentence, goal.measure, order), goal);
    compare_date(goal, says, all);
    compare_condition(goal, all);
    compare_target(goal, says, library, all);
    compare_help(goal, says, all);
    tell_impossible(says, all);
    compare_ratio(goal, says, all);
    compare_sessions(goal, says, all);
    // Both ends of a range stand in the sentence; which of them is compared is said.
    const auto numbers = std::ranges::find_if(all, [](const Disagreement& each) {
        return each.part == SentencePartKind::target || each.part == SentencePartKind::ratio ||
               each.part == SentencePartKind::in_row;
    });
    if (numbers != all.end() && !says.ranges.empty()) numbers->words += " " + goal_ranges::say(says.ranges);
    return all;
}

Goal as_its_sentence_says(Goal goal, const Library& library, DateOrder order) {
    constexpr int parts = 8;  // one mend may bring out the next
    for (int i = 0; i < parts; ++i) {
        std::vector<Disagreement> all = disagreements(goal, library, order);
        const auto next = std::ranges::find_if(all, [](const Disagreement& each) { return each.mend.has_value(); });
        if (next == all.end()) break;
        goal = std::move(*next->mend);
    }
    return goal;
}

}  // namespace pegboard
