// A child's own pronouns in the words of a sentence. Pure. It refuses to guess: what it does not know is the name's
// part.
#pragma once
#include <optional>
#include <string_view>

namespace pegboard {

struct Pronouns {
    std::string_view subject;     ///< "she"
    std::string_view possessive;  ///< "her"
    bool plural = false;          ///< "they like", not "they likes"
};

/// By what is typed: "she/her", "her/hers", "HE", "they / them"; of several the first. Nothing for other words.
std::optional<Pronouns> pronouns_of(std::string_view typed);

}  // namespace pegboard
