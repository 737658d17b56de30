// The words of a folded sentence one by one: numbers, also written out, words and signs. Pure; it reads no meaning.
#pragma once
#include <string_view>
#include <vector>

namespace pegboard::goal_tokens {

/// A word, a number or a sign of folded text.
struct Token {
    enum class Kind { word, number, sign } kind = Kind::sign;
    std::string_view text;
    double value = 0;
    bool used = false;  ///< read as a date, a ratio, a run or help: it is no value
};

bool letter(char c);
std::vector<Token> tokens_of(std::string_view folded);
bool is_number(const std::vector<Token>& tokens, std::size_t at);
bool is_word(const std::vector<Token>& tokens, std::size_t at, std::string_view word);
/// "sec", "minutes": a word behind a number that makes it a time.
bool is_time_unit(std::string_view word);
/// "m", "feet", "laps": a word behind a number that makes it a distance. "in" is one only by what follows it.
bool is_length_unit(std::string_view word);
/// Says of tokens that they were read.
void use(std::vector<Token>& tokens, std::size_t from, std::size_t until);

}  // namespace pegboard::goal_tokens
