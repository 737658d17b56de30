// How strong a passphrase is, in plain words. Length counts most; common words, runs and repeats are
// counted as little as they are worth.
#include <algorithm>
#include <array>
#include <set>

#include "core/library/library.h"
#include "core/rules/typed/typed_text.h"
#include "core/rules/validate.h"

namespace pegboard {
namespace {
constexpr std::size_t shortest = 10;

constexpr std::array<std::string_view, 44> common{
    "password",  "passphrase", "passwort", "qwerty",   "azerty",    "letmein",  "welcome",  "iloveyou", "monkey",
    "dragon",    "football",   "baseball", "sunshine", "princess",  "master",   "shadow",   "superman", "admin",
    "login",     "abc123",     "trustno",  "therapy",  "therapist", "therapie", "pegboard", "school",   "clinic",
    "children",  "patient",    "summer",   "winter",   "spring",    "autumn",   "monday",   "friday",   "january",
    "september", "secret",     "changeme", "hello",    "whatever",  "qazwsx",   "asdfgh",   "zxcvbn"};

/// What is left of the text when each common word counts as one letter, and each run ("aaaa", "1234") too.
std::size_t worth_of(std::string text) {
    for (const std::string_view word : common)
        for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
            text.replace(at, word.size(), 1, '\x01');
    std::size_t worth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int step = i == 0 ? 99 : text[i] - text[i - 1];
        const int step_before = i < 2 ? 99 : text[i - 1] - text[i - 2];
        const bool continues_run = i >= 2 && step == step_before && step >= -1 && step <= 1;
        if (!continues_run) ++worth;
    }
    const std::set<char> different(text.begin(), text.end());
    return std::min(worth, different.size() * 3);
}

int kinds_in(std::string_view text) {
    bool lower = false, upper = false, digit = false, other = false;
    for (const char c : text) {
        if (c >= 'a' && c <= 'z')
            lower = true;
        else if (c >= 'A' && c <= 'Z')
            upper = true;
        else if (c >= '0' && c <= '9')
            digit = true;
        else
            other = true;
    }
    return lower + upper + digit + other;
}
}  // namespace

PassphraseStrength passphrase_strength(std::string_view passphrase) {
    if (passphrase.empty()) return {0, "Four or five words that do not belong together are easy to keep in mind."};
    const std::size_t letters = letters_in(passphrase);
    if (letters < shortest)
        return {0, "Too short: use at least 10 letters. Four words that do not belong together work well."};
    const std::size_t worth = worth_of(fold(passphrase.substr(0, 256)));
    const std::size_t points = worth + static_cast<std::size_t>(kinds_in(passphrase) - 1) * 2;
    if (worth < 8)
        return {0, "Easy to guess: it repeats itself or is a common word. Add words that do not belong together."};
    if (points < 13) return {1, "Weak. Add another word or two."};
    if (points < 17) return {2, "Fair. One more word makes it good."};
    if (points < 22) return {3, "Good."};
    return {4, "Very strong."};
}

Status validate_new_passphrase(std::string_view passphrase) {
    if (letters_in(passphrase) < shortest)
        return invalid("passphrase", "Use at least 10 letters. Four words that do not belong together work well.");
    return {};
}

}  // namespace pegboard
