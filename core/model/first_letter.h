// The first letter of words that come to stand inside a sentence, or to begin one. Letters A to Z only: a name in
// another script stays as it is written.
#pragma once
#include <string>
#include <string_view>

namespace pegboard {

/// "Paper" as "paper".
inline std::string lower_first(std::string_view words) {
    std::string all(words);
    if (!all.empty() && all.front() >= 'A' && all.front() <= 'Z')
        all.front() = static_cast<char>(all.front() - 'A' + 'a');
    return all;
}

/// "for 5 minutes" as "For 5 minutes".
inline std::string with_capital(std::string_view words) {
    std::string all(words);
    if (!all.empty() && all.front() >= 'a' && all.front() <= 'z')
        all.front() = static_cast<char>(all.front() - 'a' + 'A');
    return all;
}

}  // namespace pegboard
