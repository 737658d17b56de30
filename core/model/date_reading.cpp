// Reads dates and times as people type them. It guesses only what the reader of the same note would
// guess; anything else is no date.
#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <vector>

#include "core/model/date.h"
#include "core/rules/typed/typed_text.h"

namespace pegboard {
namespace {
constexpr std::array<std::string_view, 12> month_names{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> day_names{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
constexpr std::size_t longest_date = 64;
constexpr int farthest_steps = 1200;  // a century of months
constexpr int first_year = 1900, last_year = 2199;

/// A run of letters, of digits, or a sign.
struct Token {
    std::string word;  ///< lower case; empty for a number
    int number = 0;
    std::size_t digits = 0;
};

bool is_filler(const std::string& word) {
    return word == "of" || word == "the" || word == "th" || word == "st" || word == "nd" || word == "rd" ||
           word == "on" || word == "this";
}

/// Splits into words and numbers; nothing when a number is longer than any in a date.
std::optional<std::vector<Token>> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        Token token;
        if (std::isdigit(c)) {
            for (; i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])); ++i, ++token.digits) {
                if (token.digits >= 4) return std::nullopt;
                token.number = token.number * 10 + (text[i] - '0');
            }
            tokens.push_back(token);
        } else if (std::isalpha(c)) {
            for (; i < text.size() && std::isalpha(static_cast<unsigned char>(text[i])); ++i)
                token.word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
            if (!is_filler(token.word)) tokens.push_back(token);
        } else if (c == '+' || (c == '-' && tokens.empty())) {
            token.word = text[i++];
            tokens.push_back(token);
        } else if (std::isspace(c) || c == '.' || c == '/' || c == '-' || c == ',') {
            ++i;
        } else {
            return std::nullopt;
        }
    }
    return tokens;
}

template <std::size_t N>
std::optional<int> named(const std::array<std::string_view, N>& names, const std::string& word) {
    if (word.size() < 3) return std::nullopt;
    const std::string start = word == "sept" ? "sep" : word;
    for (std::size_t i = 0; i < N; ++i)
        if (names[i].substr(0, start.size()) == start) return static_cast<int>(i);
    return std::nullopt;
}

/// The year meant; 0, which is none, for three digits and for years nobody of a caseload lives in.
int full_year(const Token& year, Date today) {
    if (year.digits > 2)
        return year.digits == 4 && year.number >= first_year && year.number <= last_year ? year.number : 0;
    // Two digits reach 20 years ahead; beyond that they mean the century before.
    const int century = parts(today).year / 100 * 100;
    return century + year.number > parts(today).year + 20 ? century - 100 + year.number : century + year.number;
}

/// Without a year, the one nearest to today: "5 Jan" typed in December is next month.
std::optional<Date> nearest(int month, int day, Date today) {
    std::optional<Date> best;
    for (int year = parts(today).year - 1; year <= parts(today).year + 1; ++year) {
        const auto date = make_date(year, month, day);
        if (date && (!best || std::abs(*date - today) < std::abs(*best - today))) best = date;
    }
    return best;
}

std::optional<Date> step(int count, const std::string& unit, Date today) {
    if (std::abs(count) > farthest_steps) return std::nullopt;
    const auto begins = [&](std::string_view full) { return !unit.empty() && full.substr(0, unit.size()) == unit; };
    std::optional<Date> date;
    if (unit.empty() || begins("days")) date = today + count;
    if (begins("weeks") || unit == "wk" || unit == "wks") date = today + count * 7;
    if (begins("months")) date = add_months(today, count);
    if ((begins("years") || unit == "yr" || unit == "yrs") && std::abs(count) <= farthest_steps / 12)
        date = add_months(today, count * 12);
    return date;
}

/// "today", "fri", "next fri", "+2w", "in 3 days", "2 weeks ago".
std::optional<Date> read_relative(const std::vector<Token>& tokens, Date today) {
    const auto word = [&](std::size_t i) { return i < tokens.size() ? tokens[i].word : std::string(); };
    if (tokens.size() == 1) {
        if (word(0) == "today") return today;
        if (word(0) == "tomorrow") return today + 1;
        if (word(0) == "yesterday") return today - 1;
    }
    const bool next = word(0) == "next";
    if (tokens.size() == (next ? 2u : 1u))
        if (const auto day = named(day_names, word(next ? 1 : 0)))
            return today + (*day - weekday(today) + 7) % 7 + (next ? 7 : 0);
    const bool signed_step = word(0) == "+" || word(0) == "-" || word(0) == "in";
    const std::size_t at = signed_step ? 1 : 0;
    if (at >= tokens.size() || tokens[at].digits == 0 || tokens.size() > at + 2) {
        if (tokens.size() == 3 && tokens[0].digits > 0 && word(2) == "ago")
            return step(-tokens[0].number, word(1), today);
        return std::nullopt;
    }
    if (!signed_step || (at + 1 < tokens.size() && tokens[at + 1].digits > 0)) return std::nullopt;
    return step(word(0) == "-" ? -tokens[at].number : tokens[at].number, word(at + 1), today);
}

/// "29 Sep 2026", "Sep 29", "Tue 29 Sep".
std::optional<Date> read_with_month(std::vector<Token> tokens, Date today) {
    if (!tokens.empty() && tokens.front().digits == 0 && named(day_names, tokens.front().word))
        tokens.erase(tokens.begin());
    std::optional<int> month;
    std::vector<Token> numbers;
    for (const Token& token : tokens) {
        if (token.digits > 0) {
            numbers.push_back(token);
            continue;
        }
        if (month) return std::nullopt;
        month = named(month_names, token.word);
        if (!month) return std::nullopt;
    }
    if (!month || numbers.empty() || numbers.size() > 2) return std::nullopt;
    if (numbers.size() == 1) return nearest(*month + 1, numbers[0].number, today);
    return make_date(full_year(numbers[1], today), *month + 1, numbers[0].number);
}

/// "2026-09-29", "29.9.26", "9/29"; 29/9 can only be the 29th of September.
std::optional<Date> read_numbers(const std::vector<Token>& tokens, Date today, DateOrder order) {
    if (tokens.size() < 2 || tokens.size() > 3) return std::nullopt;
    if (tokens[0].digits == 4)
        return tokens.size() == 3 ? make_date(full_year(tokens[0], today), tokens[1].number, tokens[2].number)
                                  : std::nullopt;
    if (tokens[0].digits > 2 || tokens[1].digits > 2) return std::nullopt;
    int day = tokens[order == DateOrder::day_first ? 0 : 1].number;
    int month = tokens[order == DateOrder::day_first ? 1 : 0].number;
    if (month > 12 && day <= 12) std::swap(day, month);
    if (tokens.size() == 2) return nearest(month, day, today);
    return make_date(full_year(tokens[2], today), month, day);
}
}  // namespace

DateOrder order_of(std::string_view date_format) {
    const std::size_t day = std::min(date_format.find("%d"), date_format.find("%e"));
    std::size_t month = std::string_view::npos;
    for (const std::string_view each : {"%m", "%b", "%B", "%D"}) month = std::min(month, date_format.find(each));
    return day < month ? DateOrder::day_first : DateOrder::month_first;
}

std::optional<Date> read_date(std::string_view typed, Date today, DateOrder order) {
    if (typed.size() > longest_date) return std::nullopt;
    const std::string text = plain_signs(typed);
    const auto tokens = tokens_of(text);
    if (!tokens || tokens->empty()) return std::nullopt;
    if (const auto relative = read_relative(*tokens, today)) return relative;
    for (const Token& token : *tokens)
        if (token.digits == 0) return read_with_month(*tokens, today);
    // Dots part day, month and year in that order wherever people write them.
    const bool dots = text.find('.') != std::string::npos && text.find('/') == std::string::npos;
    return read_numbers(*tokens, today, dots ? DateOrder::day_first : order);
}

std::optional<int> read_time(std::string_view typed) {
    const std::string text = plain_signs(typed);
    std::vector<std::string> numbers;
    std::string suffix;
    bool between = true;
    for (const char raw : text) {
        const auto c = static_cast<unsigned char>(raw);
        if (std::isdigit(c)) {
            if (!suffix.empty()) return std::nullopt;
            if (between) numbers.emplace_back();
            numbers.back() += raw;
            between = false;
        } else if (std::isalpha(c)) {
            suffix += static_cast<char>(std::tolower(c));
        } else if (c == ':' || c == '.' || std::isspace(c)) {
            // "p.m." has its dots behind the letters; a dot between numbers parts hours from minutes.
            between = true;
        } else {
            return std::nullopt;
        }
    }
    if (numbers.size() == 1 && (numbers[0].size() == 3 || numbers[0].size() == 4)) {
        numbers.push_back(numbers[0].substr(numbers[0].size() - 2));
        numbers[0].resize(numbers[0].size() - 2);
    }
    if (suffix == "noon" && numbers.empty()) return 12 * 60;
    if (numbers.empty() || numbers.size() > 2 || numbers[0].size() > 2) return std::nullopt;
    if (numbers.size() == 2 && numbers[1].size() != 2) return std::nullopt;
    if (suffix == "h") suffix.clear();
    int hour = std::stoi(numbers[0]);
    const int minute = numbers.size() == 2 ? std::stoi(numbers[1]) : 0;
    const bool am = suffix == "am" || suffix == "a";
    const bool pm = suffix == "pm" || suffix == "p";
    if (!suffix.empty() && !am && !pm) return std::nullopt;
    if (hour > 23 || minute > 59 || ((am || pm) && (hour < 1 || hour > 12))) return std::nullopt;
    if (am && hour == 12) hour = 0;
    if ((pm && hour < 12) || (suffix.empty() && hour >= 1 && hour <= 6)) hour += 12;
    return hour * 60 + minute;
}

std::string write_time(int minute_of_day) {
    if (std::string said = say_time(minute_of_day); said.ends_with('m')) return said;
    const int hour = minute_of_day / 60;
    char text[40];
    std::snprintf(text, sizeof text, "%d:%02d%s", hour, minute_of_day % 60, hour >= 1 && hour <= 6 ? " am" : "");
    return text;
}

}  // namespace pegboard
