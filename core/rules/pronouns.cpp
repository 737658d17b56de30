#include "core/rules/pronouns.h"

#include <array>
#include <string>

#include "core/library/library.h"

namespace pegboard {
namespace {

constexpr Pronouns he{"he", "his", false}, she{"she", "her", false}, they{"they", "their", true};

struct PronounWord {
    std::string_view word;
    Pronouns means;
};
constexpr std::array pronoun_words{
    PronounWord{"he", he},         PronounWord{"him", he},          PronounWord{"his", he},
    PronounWord{"himself", he},    PronounWord{"she", she},         PronounWord{"her", she},
    PronounWord{"hers", she},      PronounWord{"herself", she},     PronounWord{"they", they},
    PronounWord{"them", they},     PronounWord{"their", they},      PronounWord{"theirs", they},
    PronounWord{"themself", they}, PronounWord{"themselves", they},
};

}  // namespace

std::optional<Pronouns> pronouns_of(std::string_view typed) {
    const std::string folded = fold(typed);
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at;
        while (end < folded.size() && letter(folded[end])) ++end;
        for (const PronounWord& each : pronoun_words)
            if (each.word == std::string_view(folded).substr(at, end - at)) return each.means;
        at = end + 1;
    }
    return std::nullopt;
}

}  // namespace pegboard
