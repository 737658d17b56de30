#include "core/rules/goals/goal_measure.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/library/library.h"
#include "core/rules/goals/goal_tokens.h"

namespace pegboard {
namespace {

using TokenRow = std::vector<goal_tokens::Token>;

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& known) {
    return std::ranges::find(known, word) != known.end();
}

bool any_word(const TokenRow& row, std::size_t until, std::initializer_list<std::string_view> beginnings) {
    for (std::size_t i = 0; i < std::min(until, row.size()); ++i)
        for (const std::string_view each : beginnings)
            if (row[i].text.starts_with(each)) return true;
    return false;
}

/// "every 30 minutes", "after 2 minutes", "during a 10-minute lesson": when, not how long.
bool says_when(const TokenRow& row, std::size_t number) {
    constexpr std::array<std::string_view, 7> before{"every", "each", "after", "before", "during", "of", "given"};
    constexpr std::array<std::string_view, 4> articles{"a", "an", "the", "his"};
    std::size_t at = number;
    if (at > 0 && one_of(row[at - 1].text, articles)) --at;
    const bool as_adjective = number + 1 < row.size() && row[number + 1].text == "-" && at < number;
    return at > 0 && (one_of(row[at - 1].text, before) || (as_adjective && row[at - 1].text == "in"));
}

/// "within", "in", "in less than", "in under", "no more than" before the number: done by then.
bool says_by_then(const TokenRow& row, std::size_t number) {
    constexpr std::array<std::string_view, 4> openers{"within", "in", "under", "than"};
    if (number == 0 || !one_of(row[number - 1].text, openers)) return false;
    return row[number - 1].text != "than" || !any_word(row, number, {"longer", "more"}) ||
           any_word(row, number, {"less", "fewer", "no"});
}

bool moves_along(const TokenRow& row, std::size_t until) {
    return any_word(row, until, {"walk", "run",  "wheel", "crawl", "jump", "throw", "ride",  "hop",  "scoot",  "propel",
                                 "roll", "swim", "kick",  "leap",  "push", "pull",  "climb", "step", "gallop", "skip"});
}

std::optional<std::string> time_said(const TokenRow& row, std::size_t number) {
    if (says_when(row, number)) return std::nullopt;
    if (!says_by_then(row, number)) return "duration_s";
    const bool settles = any_word(row, number, {"calm", "settle", "start", "begin", "respond", "turn"});
    return settles ? "latency_s" : "time_s";
}

}  // namespace

std::optional<std::string> measure_said(std::string_view words) {
    const std::string folded = fold(words);
    const TokenRow row = goal_tokens::tokens_of(folded);
    std::optional<std::string> way;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        if (!goal_tokens::is_number(row, i)) continue;
        const bool clock = row[i + 1].text == ":" && i + 3 < row.size();  // "1:30 min"
        const std::size_t unit = clock ? i + 3 : row[i + 1].text == "-" ? i + 2 : i + 1;
        if (unit >= row.size()) break;
        if (goal_tokens::is_time_unit(row[unit].text))
            if (auto time = time_said(row, i)) return time;
        if (!way && goal_tokens::is_length_unit(row[unit].text) && moves_along(row, i)) way = "distance_cm";
    }
    return way;
}

std::string measure_fault(const Goal& goal) {
    if (goal.measure != "trials" || !goal.bank_goal.empty()) return {};
    const auto said = measure_said(goal.sentence.empty() ? goal.target_words : goal.sentence);
    if (!said) return {};
    return *said == "distance_cm"
               ? "The goal says how far, but tries are counted. Choose \"How far\", or leave the way out."
               : "The goal says a time, but tries are counted. Choose the time as what is measured.";
}

}  // namespace pegboard
