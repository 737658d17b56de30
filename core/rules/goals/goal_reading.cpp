#include "core/rules/goals/goal_reading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "core/progress/criterion.h"
#include "core/progress/measure.h"
#include "core/rules/goals/goal_ranges.h"
#include "core/rules/goals/goal_tokens.h"
#include "core/rules/typed/units.h"

namespace pegboard {
namespace goal_parts {
namespace {
using namespace goal_tokens;

int month_of(std::string_view word) {
    constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
    for (std::size_t i = 0; i < months.size(); ++i)
        if (word.size() >= 3 && word.starts_with(months[i])) return static_cast<int>(i) + 1;
    return 0;
}

/// "11 dec 2026" or "december 11, 2026".
std::optional<Date> take_date(std::vector<Token>& tokens) {
    for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
        const bool day_first = is_number(tokens, i) && month_of(tokens[i + 1].text) > 0 && is_number(tokens, i + 2);
        if (day_first) {
            const auto date = make_date(static_cast<int>(tokens[i + 2].value), month_of(tokens[i + 1].text),
                                        static_cast<int>(tokens[i].value));
            use(tokens, i, i + 3);
            return date;
        }
        if (month_of(tokens[i].text) == 0 || !is_number(tokens, i + 1)) continue;
        const std::size_t year = is_word(tokens, i + 2, ",") ? i + 3 : i + 2;
        if (!is_number(tokens, year) || tokens[year].value < 1900) continue;
        const auto date = make_date(static_cast<int>(tokens[year].value), month_of(tokens[i].text),
                                    static_cast<int>(tokens[i + 1].value));
        use(tokens, i, year + 1);
        return date;
    }
    return std::nullopt;
}

/// A whole number no larger than a year.
bool is_whole(const std::vector<Token>& tokens, std::size_t at) {
    constexpr double most = 9999;
    return is_number(tokens, at) && tokens[at].value <= most && tokens[at].value == std::floor(tokens[at].value);
}

/// The numbers of a day as they stand: "3/4/2027", "3/4/27", "3-4-2027", "3.4.2027", "2027-04-03".
struct DayInNumbers {
    int first = 0, second = 0, year = 0;
    std::size_t end = 0;                  ///< what stands behind it
    std::optional<DateOrder> order = {};  ///< where it is plain
};
std::optional<DayInNumbers> day_in_numbers(const std::vector<Token>& tokens, std::size_t at) {
    const auto value = [&](std::size_t place) { return static_cast<int>(tokens[place].value); };
    const std::string_view text = tokens[at].text;
    if (const auto point = text.find('.'); is_number(tokens, at) && point != std::string_view::npos) {
        // "3.4" of "3.4.2027" is no number of its own; with dots the day is first everywhere.
        const std::string second(text.substr(point + 1));
        if (second.size() > 2 || tokens[at].value > 31 || !is_word(tokens, at + 1, ".") || !is_whole(tokens, at + 2))
            return std::nullopt;
        return DayInNumbers{value(at), std::stoi(second), value(at + 2), at + 3, DateOrder::day_first};
    }
    if (!is_whole(tokens, at) || !is_whole(tokens, at + 2) || !is_whole(tokens, at + 4)) return std::nullopt;
    const std::string_view sign = tokens[at + 1].text;
    if ((sign != "/" && sign != "-") || !is_word(tokens, at + 3, sign)) return std::nullopt;
    if (sign == "-" && value(at) >= 1900)
        return DayInNumbers{value(at + 2), value(at + 4), value(at), at + 5, DateOrder::month_first};
    const bool short_year = sign == "/" && tokens[at + 4].text.size() == 2;
    return DayInNumbers{value(at), value(at + 2), value(at + 4) + (short_year ? 2000 : 0), at + 5};
}

/// A day in numbers at `at`, read in the given order, and in the other one where that is a day, too.
bool take_day_in_numbers(std::vector<Token>& tokens, std::size_t at, DateOrder order, SentenceSays& says) {
    const auto found = day_in_numbers(tokens, at);
    if (!found || found->year < 1900) return false;
    const auto read = [&](DateOrder as) {
        return as == DateOrder::month_first ? make_date(found->year, found->first, found->second)
                                            : make_date(found->year, found->second, found->first);
    };
    const auto month_first = read(DateOrder::month_first), day_first = read(DateOrder::day_first);
    const bool is_month_first = found->order.value_or(order) == DateOrder::month_first;
    const auto &usual = is_month_first ? month_first : day_first, &other = is_month_first ? day_first : month_first;
    says.by = usual ? usual : other;
    if (!says.by) return false;
    if (!found->order && usual && other && usual != other) says.by_other = other;
    use(tokens, at, found->end);
    return true;
}

bool says_consecutive(const std::vector<Token>& tokens, std::size_t at) {
    constexpr std::array<std::string_view, 4> words{"consecutive", "consecutively", "successive", "straight"};
    return std::ranges::any_of(words, [&](std::string_view word) { return is_word(tokens, at, word); });
}

/// The place behind "in a row" or "consecutively", or `at` where neither stands there.
std::size_t behind_in_a_row(const std::vector<Token>& tokens, std::size_t at) {
    if (is_word(tokens, at, "in") && is_word(tokens, at + 1, "a") && is_word(tokens, at + 2, "row")) return at + 3;
    return says_consecutive(tokens, at) ? at + 1 : at;
}

/// "3 sessions in a row", "3 consecutive therapy sessions", "3 sessions consecutively".
std::optional<int> take_run(std::vector<Token>& tokens) {
    constexpr std::size_t most_words_between = 2;  // "treatment sessions", "data collection days"
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!is_number(tokens, i)) continue;
        // "3 of 4 consecutive sessions" is no run of 4.
        if (i > 0 && (is_word(tokens, i - 1, "of") || is_word(tokens, i - 1, "/"))) continue;
        const bool consecutive = says_consecutive(tokens, i + 1);
        const std::size_t first = consecutive ? i + 2 : i + 1;
        for (std::size_t noun = first; noun < tokens.size() && noun <= first + most_words_between; ++noun) {
            if (tokens[noun].used || tokens[noun].kind != Token::Kind::word) break;
            if (progress::ratio_kind(tokens[noun].text) != progress::RatioKind::sessions) continue;
            const std::size_t behind = behind_in_a_row(tokens, noun + 1);
            if (behind == noun + 1 && !consecutive) break;
            const int run = static_cast<int>(tokens[i].value);
            use(tokens, i, behind);
            return run;
        }
    }
    return std::nullopt;
}

/// "3 in a row" and "3 consecutive" alone, behind the tries, are sessions: "in 4 of 5 tries, 3 in a row".
std::optional<int> take_bare_run(std::vector<Token>& tokens, std::size_t from) {
    for (std::size_t i = from; i < tokens.size(); ++i) {
        if (!is_number(tokens, i)) continue;
        const std::size_t behind = behind_in_a_row(tokens, i + 1);
        if (behind == i + 1 || (behind < tokens.size() && tokens[behind].kind == Token::Kind::word)) continue;
        const int run = static_cast<int>(tokens[i].value);
        use(tokens, i, behind);
        return run;
    }
    return std::nullopt;
}

/// The words behind a ratio up to a sign, a number or a word that begins another part.
std::string noun_at(const std::vector<Token>& tokens, std::size_t at) {
    constexpr std::array<std::string_view, 18> ends{"with", "given", "when",   "while", "during", "over",
                                                    "by",   "for",   "across", "and",   "at",     "in",
                                                    "on",   "after", "before", "using", "to",     "each"};
    std::string noun;
    if (at < tokens.size() && (tokens[at].text == "consecutive" || tokens[at].text == "successive")) ++at;
    for (std::size_t i = at; i < tokens.size() && i < at + 3; ++i) {
        if (tokens[i].kind != Token::Kind::word || std::ranges::find(ends, tokens[i].text) != ends.end()) break;
        noun += (noun.empty() ? "" : " ") + std::string(tokens[i].text);
    }
    return noun;
}

/// "in", "on", "for", "over" and "across" before two numbers make them a ratio.
bool opens_ratio(const std::vector<Token>& tokens, std::size_t at) {
    constexpr std::array<std::string_view, 5> openers{"in", "on", "for", "over", "across"};
    return std::ranges::any_of(openers, [&](std::string_view word) { return is_word(tokens, at, word); });
}

std::string_view last_word(std::string_view noun) {
    const auto space = noun.rfind(' ');
    return space == std::string_view::npos ? noun : noun.substr(space + 1);
}

/// "tries", "zipping tries", "chances"; not letters, meals or steps.
bool counts_tries(std::string_view noun) { return progress::ratio_kind(last_word(noun)) == progress::RatioKind::tries; }

/// "sessions", "consecutive sessions", "school days": each is one day, as "3 sessions in a row" counts them.
bool counts_sessions(std::string_view noun) {
    const std::string_view last = last_word(noun);
    return last == "sessions" || (last != "weeks" && progress::ratio_kind(noun) == progress::RatioKind::sessions);
}

/// Some of so many, both whole: "2 out of 2.9" and "5 of 4" are no count, "0 of 5" is nothing to reach.
bool is_how_many(double n, double of) {
    return n == std::floor(n) && of == std::floor(of) && n >= 1 && n <= of && of <= 1000;
}

/// The last "in 4 of 5 tries"; "4 of 6 steps" alone is what is to be done, "4 out of 5" and "4/5 trials" are not. With
/// `impossible` the last one that no count can be: "0 of 5", "6 of 5".
std::optional<SentenceSays::Ratio> take_ratio(std::vector<Token>& tokens, bool impossible = false) {
    const auto fits = [&](std::size_t n, std::size_t of) {
        if (!impossible) return is_how_many(tokens[n].value, tokens[of].value);
        return is_whole(tokens, n) && is_whole(tokens, of) && tokens[of].value >= 1 &&
               !is_how_many(tokens[n].value, tokens[of].value);
    };
    for (std::size_t i = tokens.size(); i-- > 1;) {
        if (!is_number(tokens, i)) continue;
        std::size_t second = i + 1;
        const bool out_of = is_word(tokens, second, "out");
        if (out_of) ++second;
        if (!is_word(tokens, second, "of") && !is_word(tokens, second, "/")) continue;
        ++second;
        for (const std::string_view word : {"the", "last"}) second += is_word(tokens, second, word) ? 1U : 0U;
        if (!is_number(tokens, second) || !fits(i, second)) continue;
        const std::string noun = noun_at(tokens, second + 1);
        const bool opened = opens_ratio(tokens, i - 1);
        const bool how_often = noun.empty() ? out_of : counts_tries(noun) || counts_sessions(noun);
        // "on 11/3" is a day without its year, no count that cannot be.
        if (!how_often && (!opened || (impossible && is_word(tokens, i + 1, "/")))) continue;
        SentenceSays::Ratio ratio{static_cast<int>(tokens[i].value), static_cast<int>(tokens[second].value), noun};
        use(tokens, opened ? i - 1 : i, second + 1);
        return ratio;
    }
    return std::nullopt;
}

/// The ratio of the tries, and that of the sessions where both stand there, in either order.
void take_ratios(std::vector<Token>& tokens, SentenceSays& says) {
    says.ratio = take_ratio(tokens);
    if (!says.ratio) return;
    std::vector<Token> rest = tokens;
    auto other = take_ratio(rest);
    if (!other) return;
    const bool last_is_sessions = counts_sessions(says.ratio->noun);
    const auto& tries = last_is_sessions ? *other : *says.ratio;
    const auto& sessions = last_is_sessions ? *says.ratio : *other;
    if (!counts_tries(tries.noun) || !counts_sessions(sessions.noun)) return;
    tokens = std::move(rest);
    if (last_is_sessions) std::swap(*says.ratio, *other);
    says.sessions = std::move(other);
}

/// The place behind the words that make the percent before them a share of the tries, "accuracy", "of the time"; `at`
/// where others stand there.
std::size_t behind_share(const std::vector<Token>& tokens, std::size_t at) {
    constexpr std::array<std::string_view, 8> of_tries{"accuracy", "accurate",   "accurately",   "correct",
                                                       "success",  "successful", "independence", "correctly"};
    if (std::ranges::any_of(of_tries, [&](std::string_view word) { return is_word(tokens, at, word); })) return at + 1;
    if (!is_word(tokens, at, "of")) return at;
    std::size_t noun = at + 1;
    while (is_word(tokens, noun, "the") || is_word(tokens, noun, "all")) ++noun;
    const std::string counted = noun_at(tokens, noun);
    return is_word(tokens, noun, "time") || (!counted.empty() && counts_tries(counted)) ? noun + 1 : at;
}

/// "80 % accuracy", "80 percent of the time", where only tries are counted "80 %" alone; "80 % of the steps" is none.
std::optional<double> take_percent(std::vector<Token>& tokens, bool only_tries) {
    constexpr std::array<std::string_view, 5> of_others{"of", "less", "more", "faster", "longer"};
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const bool percent = is_number(tokens, i) && (is_word(tokens, i + 1, "%") || is_word(tokens, i + 1, "percent"));
        if (!percent || tokens[i].value <= 0 || tokens[i].value > 100) continue;
        const std::size_t behind = behind_share(tokens, i + 2);
        const bool of_other =
            std::ranges::any_of(of_others, [&](std::string_view word) { return is_word(tokens, i + 2, word); });
        if (behind == i + 2 && (!only_tries || of_other)) continue;
        use(tokens, i, behind);
        return tokens[i].value;
    }
    return std::nullopt;
}

struct HelpPhrase {
    std::string_view words;
    int assist = -1, prompt = -1;
};
// The longer phrase before one it holds. The library's own words, then those of reports.
constexpr std::array help_phrases{HelpPhrase{"no help and no prompts", 0, 0},
                                  HelpPhrase{"no help", 0, -1},
                                  HelpPhrase{"own equipment", 1, -1},
                                  HelpPhrase{"an adult watching", 2, -1},
                                  HelpPhrase{"an adult close by", 3, -1},
                                  HelpPhrase{"a light touch", 4, -1},
                                  HelpPhrase{"a little help", 5, -1},
                                  HelpPhrase{"help with about half", 6, -1},
                                  HelpPhrase{"a lot of help", 7, -1},
                                  HelpPhrase{"full help", 8, -1},
                                  HelpPhrase{"no prompts", -1, 0},
                                  HelpPhrase{"a wait", -1, 1},
                                  HelpPhrase{"a picture prompt", -1, 2},
                                  HelpPhrase{"a gesture", -1, 3},
                                  HelpPhrase{"a hint", -1, 4},
                                  HelpPhrase{"spoken prompt", -1, 5},
                                  HelpPhrase{"demonstration", -1, 6},
                                  HelpPhrase{"part help", -1, 7},
                                  HelpPhrase{"hand help", -1, 8},
                                  HelpPhrase{"modified independen", 1, -1},
                                  HelpPhrase{"independent", 0, 0},
                                  HelpPhrase{"close supervision", 3, -1},
                                  HelpPhrase{"supervision", 2, -1},
                                  HelpPhrase{"standby assist", 3, -1},
                                  HelpPhrase{"stand by assist", 3, -1},
                                  HelpPhrase{"contact guard", 4, -1},
                                  HelpPhrase{"minimal assist", 5, -1},
                                  HelpPhrase{"moderate assist", 6, -1},
                                  HelpPhrase{"maximal assist", 7, -1},
                                  HelpPhrase{"visual cue", -1, 2},
                                  HelpPhrase{"visual prompt", -1, 2},
                                  HelpPhrase{"gestural", -1, 3},
                                  HelpPhrase{"verbal cue", -1, 5},
                                  HelpPhrase{"verbal prompt", -1, 5},
                                  HelpPhrase{"hand over hand", -1, 8},
                                  HelpPhrase{"hand-over-hand", -1, 8}};

constexpr char help_mark = '|';  ///< stands where words of help stood

/// The most help and prompting the sentence names; its phrases are taken out of `folded`.
void take_help(std::string& folded, SentenceSays& says) {
    for (const HelpPhrase& phrase : help_phrases)
        for (auto at = folded.find(phrase.words); at != std::string::npos; at = folded.find(phrase.words, at)) {
            const auto end = at + phrase.words.size();
            if (at > 0 && letter(folded[at - 1])) {
                at = end;
                continue;
            }
            if (phrase.assist >= 0) says.assist = std::max(says.assist.value_or(0), phrase.assist);
            if (phrase.prompt >= 0) says.prompt = std::max(says.prompt.value_or(0), phrase.prompt);
            folded.replace(at, phrase.words.size(), std::string(1, help_mark));
        }
    // "with a spoken prompt" alone: no help by hand.
    if (says.prompt && !says.assist) says.assist = 0;
}

/// A number with the words behind it, in the measure's unit.
std::optional<double> value_at(const std::vector<Token>& tokens, std::size_t at, std::string_view measure) {
    const double number = tokens[at].value;
    const std::size_t unit = is_word(tokens, at + 1, "-") ? at + 2 : at + 1;
    std::string words = unit < tokens.size() && !tokens[unit].used ? std::string(tokens[unit].text) : std::string();
    const bool percent = words == "%" || words == "percent";
    if (measure == "trials") return percent ? std::optional(number) : std::nullopt;
    if (measure.ends_with("_pct")) {
        if (percent) return number;
        const bool of = words == "of" && is_number(tokens, unit + 1) && tokens[unit + 1].value > 0;
        return of ? std::optional(100 * number / tokens[unit + 1].value) : std::nullopt;
    }
    const std::string text = progress::say_plain(number) == std::string(tokens[at].text)
                                 ? std::string(tokens[at].text) + " " + words
                                 : std::to_string(number) + " " + words;
    Goal goal;
    goal.measure = std::string(measure);
    if (measure.ends_with("_s") || measure == "distance_cm" || measure == "deviation_mm")
        return words.empty() ? std::nullopt : units::read_value(goal, text);
    for (const std::string_view other : {"cm", "mm", "m", "ml", "%", "percent", "seconds", "second", "minutes",
                                         "minute", "hours", "hour", "months", "weeks"})
        if (words == other) return std::nullopt;
    return number;
}

std::vector<double> values_of(const std::vector<Token>& tokens, std::string_view measure) {
    std::vector<double> values;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!is_number(tokens, i)) {
            const bool all = is_word(tokens, i, "all") && measure.ends_with("_pct") && is_number(tokens, i + 1);
            if (all) values.push_back(100);
            continue;
        }
        // Of "1:15 min" and "6 ft 2 in" all parts are one value.
        if (measure.ends_with("_s") && is_word(tokens, i + 1, ":") && is_number(tokens, i + 2)) {
            values.push_back(60 * tokens[i].value + tokens[i + 2].value);
            i += 2;
            continue;
        }
        if (const auto value = value_at(tokens, i, measure)) values.push_back(*value);
        const bool feet = is_word(tokens, i + 1, "ft") && is_number(tokens, i + 2) && is_word(tokens, i + 3, "in");
        if (feet && measure == "distance_cm") {
            values.push_back(30.48 * tokens[i].value + 2.54 * tokens[i + 2].value);
            i += 3;
        }
    }
    return values;
}

}  // namespace
}  // namespace goal_parts

SentenceSays read_sentence(std::string_view sentence, std::string_view measure, DateOrder order) {
    using namespace goal_parts;
    using namespace goal_tokens;
    SentenceSays says;
    std::string folded = goal_ranges::reached_from(fold(sentence), measure, says.ranges);
    take_help(folded, says);
    std::vector<Token> tokens = tokens_of(folded);
    if (measure != "prompts")  // "2 spoken prompts" say how many, which is no value of another measure
        for (std::size_t i = 1; i < tokens.size(); ++i)
            if (tokens[i].text.front() == help_mark && is_number(tokens, i - 1)) tokens[i - 1].used = true;
    says.by = take_date(tokens);
    for (std::size_t i = 0; i < tokens.size() && !says.by; ++i) take_day_in_numbers(tokens, i, order, says);
    says.in_row = take_run(tokens);
    take_ratios(tokens, says);
    says.impossible = take_ratio(tokens, true);
    says.values = values_of(tokens, measure);
    if (!measure.ends_with("_pct") && (!says.ratio || counts_sessions(says.ratio->noun)))
        says.percent = take_percent(tokens, measure == "trials");
    if (says.percent && says.ratio) says.sessions = std::exchange(says.ratio, std::nullopt);
    const auto how_often = std::ranges::find_if(tokens, [](const Token& token) {
        return token.used && (token.text == "of" || token.text == "%" || token.text == "percent");
    });
    const auto behind = static_cast<std::size_t>(how_often - tokens.begin());
    if (!says.in_row && !says.sessions) says.in_row = take_bare_run(tokens, behind);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
        if (is_number(tokens, i) && (is_word(tokens, i + 1, "lap") || is_word(tokens, i + 1, "laps")))
            says.laps.push_back(tokens[i].value);
    return says;
}

}  // namespace pegboard
