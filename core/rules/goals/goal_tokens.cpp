#include "core/rules/goals/goal_tokens.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>

namespace pegboard::goal_tokens {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::array<std::string_view, 21> number_words{
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

std::optional<double> number_word(std::string_view word) {
    if (word == "once") return 1;
    if (word == "twice") return 2;
    const auto found = std::ranges::find(number_words, word);
    if (found == number_words.end()) return std::nullopt;
    return static_cast<double>(found - number_words.begin());
}

}  // namespace

bool letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

std::vector<Token> tokens_of(std::string_view folded) {
    std::vector<Token> tokens;
    for (std::size_t i = 0; i < folded.size();) {
        const std::size_t begin = i;
        Token token;
        if (digit(folded[i])) {
            token.kind = Token::Kind::number;
            while (i < folded.size() && digit(folded[i])) ++i;
            if (i + 1 < folded.size() && folded[i] == '.' && digit(folded[i + 1]))
                for (++i; i < folded.size() && digit(folded[i]);) ++i;
            token.value = std::strtod(std::string(folded.substr(begin, i - begin)).c_str(), nullptr);
        } else if (letter(folded[i])) {
            token.kind = Token::Kind::word;
            while (i < folded.size() && letter(folded[i])) ++i;
        } else {
            ++i;
            if (folded[begin] == ' ') continue;
        }
        token.text = folded.substr(begin, i - begin);
        if (token.kind == Token::Kind::word)
            if (const auto number = number_word(token.text)) {
                token.kind = Token::Kind::number;
                token.value = *number;
            }
        tokens.push_back(token);
    }
    return tokens;
}

bool is_number(const std::vector<Token>& tokens, std::size_t at) {
    return at < tokens.size() && !tokens[at].used && tokens[at].kind == Token::Kind::number;
}
bool is_word(const std::vector<Token>& tokens, std::size_t at, std::string_view word) {
    return at < tokens.size() && !tokens[at].used && tokens[at].text == word;
}
bool is_time_unit(std::string_view word) {
    constexpr std::array<std::string_view, 11> units{"s",    "sec",  "secs",   "second",  "seconds", "min",
                                                     "mins", "hour", "minute", "minutes", "hours"};
    return std::ranges::find(units, word) != units.end();
}

bool is_length_unit(std::string_view word) {
    constexpr std::array<std::string_view, 19> units{"m",    "meter", "meters", "metres", "cm",     "mm",    "ft",
                                                     "feet", "foot",  "yd",     "inch",   "inches", "yards", "yard",
                                                     "km",   "mile",  "miles",  "lap",    "laps"};
    return std::ranges::find(units, word) != units.end();
}

void use(std::vector<Token>& tokens, std::size_t from, std::size_t until) {
    for (std::size_t i = from; i < std::min(until, tokens.size()); ++i) tokens[i].used = true;
}

}  // namespace pegboard::goal_tokens
