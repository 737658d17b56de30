#include "core/rules/goals/goal_ranges.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/progress/criterion.h"
#include "core/progress/measure.h"
#include "core/rules/goals/goal_tokens.h"

namespace pegboard::goal_ranges {
namespace {

using goal_tokens::is_number;
using goal_tokens::is_word;
using goal_tokens::Token;
using Tokens = std::vector<Token>;

enum class UnitKind { none, percent, time, length };

UnitKind unit_kind(const Tokens& tokens, std::size_t at) {
    constexpr std::array<std::string_view, 2> percents{"%", "percent"};
    if (at >= tokens.size()) return UnitKind::none;
    const std::string_view word = tokens[at].text;
    if (std::ranges::find(percents, word) != percents.end()) return UnitKind::percent;
    if (goal_tokens::is_time_unit(word)) return UnitKind::time;
    // "in" before a number or "a row" is no inch.
    const bool inch = word == "in" && !is_number(tokens, at + 1) && !is_word(tokens, at + 1, "a");
    if (inch || goal_tokens::is_length_unit(word)) return UnitKind::length;
    return UnitKind::none;
}

/// The place behind "of", "out of" or "/" and a number, or `at` where they do not stand there.
std::size_t behind_of(const Tokens& tokens, std::size_t at) {
    std::size_t next = is_word(tokens, at, "out") ? at + 1 : at;
    if (!is_word(tokens, next, "of") && !is_word(tokens, next, "/")) return at;
    ++next;
    while (is_word(tokens, next, "the") || is_word(tokens, next, "last")) ++next;
    return is_number(tokens, next) ? next + 1 : at;
}

/// Where the two ends of a range stand.
struct Ends {
    std::size_t low = 0, low_end = 0;    ///< the number, and what stands behind it and its unit
    std::size_t high = 0, high_end = 0;  ///< likewise
};

/// The range that begins with the number at `at`.
std::optional<Ends> ends_at(const Tokens& tokens, std::size_t at) {
    if (!is_number(tokens, at)) return std::nullopt;
    Ends ends{.low = at, .low_end = at + 1};
    if (const auto behind = behind_of(tokens, ends.low_end); behind > ends.low_end)
        ends.low_end = behind;
    else if (unit_kind(tokens, ends.low_end) != UnitKind::none)
        ++ends.low_end;
    const bool between = at > 0 && is_word(tokens, at - 1, "between");
    const bool linked = is_word(tokens, ends.low_end, "to") || is_word(tokens, ends.low_end, "-") ||
                        is_word(tokens, ends.low_end, "or") || (between && is_word(tokens, ends.low_end, "and"));
    ends.high = ends.low_end + 1;
    if (!linked || !is_number(tokens, ends.high) || tokens[ends.high].value <= 0) return std::nullopt;
    // "11-12-2026" is a day, "counts from 1 to 10" what is done.
    const bool day = is_word(tokens, ends.low_end, "-") &&
                     (is_word(tokens, ends.high + 1, "-") || (at > 0 && is_word(tokens, at - 1, "-")));
    const bool counting = tokens[at].value <= 1 && at > 0 &&
                          (is_word(tokens, at - 1, "from") || tokens[at - 1].text.starts_with("count"));
    if (day || counting) return std::nullopt;
    ends.high_end = ends.high + 1;
    if (const auto behind = behind_of(tokens, ends.high_end); behind > ends.high_end)
        ends.high_end = behind;
    else if (is_word(tokens, ends.high_end, "-") && unit_kind(tokens, ends.high_end + 1) != UnitKind::none)
        ends.high_end += 2;
    else if (unit_kind(tokens, ends.high_end) != UnitKind::none)
        ++ends.high_end;
    return ends;
}

bool of_sessions(const Tokens& tokens, std::size_t at) {
    for (std::size_t noun = at; noun < std::min(at + 3, tokens.size()); ++noun)
        if (progress::ratio_kind(tokens[noun].text) == progress::RatioKind::sessions) return true;
    return false;
}

/// What the range is of: a percent, so many of so many, sessions, or a value of the measure; none where it is of
/// something else ("5 to 7 peers" of a time).
enum class RangeOf { other, how_often, value };
RangeOf range_of(const Tokens& tokens, const Ends& ends, std::string_view measure) {
    const std::size_t low_unit = ends.low_end - 1, high_unit = ends.high_end - 1;
    const UnitKind low = ends.low_end > ends.low + 1 ? unit_kind(tokens, low_unit) : UnitKind::none;
    const UnitKind high = ends.high_end > ends.high + 1 ? unit_kind(tokens, high_unit) : UnitKind::none;
    if (low != UnitKind::none && low != high) return RangeOf::other;
    const double least = tokens[ends.low].value, most = tokens[ends.high].value;
    const bool own_units = low != UnitKind::none;  // "30 seconds to 2 minutes"
    if (!own_units && least >= most) return RangeOf::other;
    if (high == UnitKind::percent) return RangeOf::how_often;
    const bool some_of = ends.high_end > ends.high + 1 && high == UnitKind::none;
    if (some_of) return RangeOf::how_often;
    if (of_sessions(tokens, ends.high_end)) return RangeOf::how_often;
    if (measure.ends_with("_s")) return high == UnitKind::time ? RangeOf::value : RangeOf::other;
    if (measure == "distance_cm" || measure == "deviation_mm")
        return high == UnitKind::length ? RangeOf::value : RangeOf::other;
    const bool bare_number = high == UnitKind::none && measure != "trials" && !measure.ends_with("_pct");
    return bare_number ? RangeOf::value : RangeOf::other;
}

std::string_view text_of(std::string_view folded, const Tokens& tokens, std::size_t from, std::size_t until) {
    const auto begin = static_cast<std::size_t>(tokens[from].text.data() - folded.data());
    const std::string_view last = tokens[until - 1].text;
    return folded.substr(begin, static_cast<std::size_t>(last.data() - folded.data()) + last.size() - begin);
}

/// The end from which on it is reached, with the unit that may stand behind the other one only.
std::string reached(std::string_view folded, const Tokens& tokens, const Ends& ends, bool at_most) {
    if (at_most) return std::string(text_of(folded, tokens, ends.high, ends.high_end));
    if (ends.low_end > ends.low + 1) return std::string(text_of(folded, tokens, ends.low, ends.low_end));
    std::string words(tokens[ends.low].text);
    if (ends.high_end == ends.high + 1) return words;
    const std::string_view last = tokens[ends.high].text;
    const auto behind = static_cast<std::size_t>(last.data() - folded.data()) + last.size();
    const std::string_view whole = text_of(folded, tokens, ends.high, ends.high_end);
    return words + std::string(folded.substr(behind, whole.size() - last.size()));
}

}  // namespace

std::string reached_from(std::string folded, std::string_view measure, std::vector<SaidRange>& found) {
    const Tokens tokens = goal_tokens::tokens_of(folded);
    const progress::MeasureRule* rule = progress::measure_rule(measure);
    const bool less_is_better = rule != nullptr && rule->better == progress::Better::down;
    std::string out;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto ends = ends_at(tokens, i);
        const RangeOf of = ends ? range_of(tokens, *ends, measure) : RangeOf::other;
        if (of == RangeOf::other) continue;
        const bool at_most = less_is_better && of == RangeOf::value;
        const bool between = i > 0 && is_word(tokens, i - 1, "between");
        const std::string_view whole = text_of(folded, tokens, between ? i - 1 : i, ends->high_end);
        found.push_back({std::string(whole), reached(folded, tokens, *ends, at_most), at_most});
        const auto begin = static_cast<std::size_t>(whole.data() - folded.data());
        out += folded.substr(kept, begin - kept) + found.back().from;
        kept = begin + whole.size();
        i = ends->high_end - 1;
    }
    return out + folded.substr(kept);
}

std::string say(const std::vector<SaidRange>& ranges) {
    std::string words;
    for (const SaidRange& range : ranges)
        words += (words.empty() ? "\"" : " \"") + range.words + "\" is reached " +
                 (range.at_most ? "at " + range.from + " or less." : "from " + range.from + " on.");
    return words;
}

}  // namespace pegboard::goal_ranges
