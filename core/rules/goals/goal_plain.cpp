// Sentences and titles of goals that no template wrote: a sentence made of the one line and the data, and the one line
// made of a sentence in own words.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/model/first_letter.h"
#include "core/progress/measure.h"
#include "core/rules/goals/goal_reading.h"
#include "core/rules/goals/goal_writing.h"
#include "core/rules/typed/units.h"

namespace pegboard {
namespace {

/// Whether words name the number a goal is to reach: "for ten seconds", "three laps".
bool names_target(const Goal& goal, std::string_view words) {
    constexpr double most = 1e-6;
    const SentenceSays says = read_sentence(words, goal.measure);
    const auto same = [&](double value) { return std::abs(value - *goal.target) <= most * std::max(1.0, value); };
    return std::ranges::any_of(says.values, same) ||
           std::ranges::any_of(says.laps, [&](double laps) { return same(laps * goal.lap_cm); });
}

/// The number to reach behind what the child does, as one would say it: " for 2 minutes", ", 5 times,".
std::string say_number_to_reach(const Goal& goal) {
    const std::string value = units::say_value(goal, *goal.target), number = progress::say_plain(*goal.target);
    const std::string& measure = goal.measure;
    if (measure == "duration_s") return " for " + say_target(measure, *goal.target);
    if (measure.ends_with("_s")) return " within " + say_target(measure, *goal.target);
    if (measure == "count" || measure == "events") return *goal.target == 1 ? " once" : ", " + number + " times,";
    if (measure == "rate_min") return " at " + value;
    if (measure == "distance_cm") return " for " + value;
    if (measure == "steps_pct") return ", " + value + " of the steps,";
    if (measure == "interval_pct") return ", in " + value + " of the intervals,";
    if (measure == "in_bounds_pct") return ", " + value + " inside the lines,";
    if (measure == "legible_pct") return ", " + value + " of the letters readable,";
    if (measure == "rating4") return ", rated " + value + ",";
    return ", reaching " + value + ",";
}

/// The words before "will" or the verb that say when or how: "By 3/4/2027, ", "With a visual cue, ".
std::string_view without_lead(std::string_view sentence) {
    constexpr std::array<std::string_view, 14> leads{"by",     "with", "given", "when", "while", "during", "after",
                                                     "before", "in",   "at",    "on",   "for",   "using",  "from"};
    for (bool after_month = false;;) {
        const auto comma = sentence.find(", ");
        if (comma == std::string_view::npos || comma + 2 >= sentence.size()) return sentence;
        const std::string first = fold(sentence.substr(0, sentence.find(' ')));
        // The year of "By March 4, 2027, " is a part of its own.
        const bool year = after_month && sentence.find_first_not_of("0123456789") == comma;
        if (!year && std::ranges::find(leads, first) == leads.end()) return sentence;
        after_month = first == "by";
        sentence.remove_prefix(comma + 2);
    }
}

/// Where the first comma stands that ends what the child does: "the paper, not the scissors" is one thing.
std::size_t first_comma(std::string_view words) {
    auto comma = words.find(", ");
    while (comma != std::string_view::npos && words.substr(comma).starts_with(", not "))
        comma = words.find(", ", comma + 1);
    return comma;
}

}  // namespace

std::string plain_sentence(const Goal& goal, const std::string& child) {
    std::string title = goal.title;
    if (title.size() > 1 && title[0] >= 'A' && title[0] <= 'Z' && title[1] >= 'a')
        title[0] = static_cast<char>(title[0] - 'A' + 'a');
    std::string words = goal.due ? "By " + say(*goal.due) + ", " : std::string();
    if (!goal.condition.empty()) words += goal.condition + ", ";
    words += child + " " + title;
    const bool ordinal = goal.measure == "assist" || goal.measure == "gas";
    const bool by_tries = goal.measure == "trials" && goal.attempts > 0;
    if (goal.target && !ordinal && !by_tries && !names_target(goal, goal.title)) words += say_number_to_reach(goal);
    // A part between commas ends with one: "turns the paper, not the scissors, with a demonstration".
    if (goal.title.find(", ") != std::string::npos && !words.ends_with(',')) words += ',';
    words += " with " + say_help(goal.assist_level, goal.prompt_max);
    if (goal.attempts > 0)
        words += " in " + std::to_string(goal.successes) + " of " + std::to_string(goal.attempts) + " " +
                 (goal.ratio_noun.empty() ? "tries" : goal.ratio_noun);
    const std::string sessions = say_sessions(goal.sessions_in_row, goal.sessions_met, goal.sessions_of);
    if (!sessions.empty()) words += ", " + sessions;
    return words + ".";
}

std::string title_of_sentence(std::string_view sentence) {
    constexpr std::string_view will = " will ";
    constexpr std::size_t longest = 80;
    const auto at = sentence.find(will);
    sentence = at != std::string_view::npos ? sentence.substr(at + will.size()) : without_lead(sentence);
    std::size_t end = std::min(sentence.size(), first_comma(sentence));
    for (const std::string_view part : {" with ", ". ", " given ", " independently"})
        end = std::min(end, sentence.find(part));
    for (auto digit = sentence.find_first_of("0123456789"); digit < end;
         digit = sentence.find_first_of("0123456789", digit + 1))
        if (const auto before = sentence.substr(0, digit);
            before.ends_with(" in ") && sentence.find(" of ", digit) < end)
            end = digit - 4;
    if (end > longest) end = std::min(end, sentence.find(' ', longest));
    std::string title(sentence.substr(0, end));
    while (title.ends_with('.') || title.ends_with(' ')) title.pop_back();
    return with_capital(title);
}

}  // namespace pegboard
