#include "core/library/content/readability.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace pegboard::content {
namespace {

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }
bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '\'' || (c & 0x80) != 0; }

/// Is the e before the end of `word` (less `ending` letters after it) silent?
bool silent_e(std::string_view word) {
    const auto n = word.size();
    if (n < 3) return false;
    const char before = word[n - 2];
    if (word.ends_with("le")) return is_vowel(word[n - 3]);
    if (word.ends_with('e')) return !is_vowel(before);
    if (word.ends_with("ed")) return word[n - 3] != 't' && word[n - 3] != 'd' && !is_vowel(word[n - 3]);
    if (word.ends_with("es"))
        return std::string_view("sxzcgh").find(word[n - 3]) == std::string_view::npos && !is_vowel(word[n - 3]) &&
               !(n > 4 && word[n - 3] == 'l' && !is_vowel(word[n - 4]));
    return false;
}

}  // namespace

int syllables(std::string_view word) {
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    int groups = 0;
    bool in_group = false;
    for (const char c : lower) {
        const bool vowel = is_vowel(c);
        if (vowel && !in_group) ++groups;
        in_group = vowel;
    }
    if (silent_e(lower)) --groups;
    return std::max(groups, 1);
}

double reading_grade(std::string_view text) {
    int words = 0;
    int sentences = 0;
    int beats = 0;
    bool open_sentence = false;
    std::size_t at = 0;
    while (at < text.size()) {
        if (is_letter(text[at])) {
            const auto begin = at;
            while (at < text.size() && is_letter(text[at])) ++at;
            ++words;
            beats += syllables(text.substr(begin, at - begin));
            open_sentence = true;
            continue;
        }
        if (open_sentence && std::string_view(".!?:").find(text[at]) != std::string_view::npos) {
            ++sentences;
            open_sentence = false;
        }
        ++at;
    }
    if (open_sentence) ++sentences;
    if (words == 0) return 0;
    return 0.39 * words / sentences + 11.8 * beats / words - 15.59;
}

}  // namespace pegboard::content
