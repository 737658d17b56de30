// A folded word index in memory that answers while a person types, slips of the finger allowed. It knows documents by
// number and words by field; it refuses to rank by anything but where a word was found and how well it was typed.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/library/library.h"

namespace pegboard {

class SearchIndex {
 public:
    /// Where a word stands; an earlier field ranks higher.
    enum class Field : std::uint8_t { title, skills, idea, steps, items };

    /// Adds the words of `text` for document `document`; documents come in rising order.
    void add(int document, Field field, std::string_view text);
    /// Sorts the words; add() is over after this.
    void finish();
    /// Documents in which every typed word begins some word, best first, then by number. A typed word that begins no
    /// word at all may have slips: one of four letters or more, two of eight or more, where a slip is a letter wrong,
    /// missing, too many, or two swapped. When nothing holds all words as typed, each of them may have slips.
    [[nodiscard]] std::vector<Hit> find(std::string_view typed) const;

 private:
    struct Posting {
        std::uint32_t document = 0;
        std::uint8_t fields = 0;  ///< one bit for each Field
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    struct Word {
        std::string text;
        std::vector<Posting> postings;
        std::size_t shared = 0;  ///< bytes it begins with that the word before it begins with too
    };
    using Scores = std::vector<std::uint8_t>;  ///< by document; 0: the word is not in it

    bool score_exact(std::string_view typed, Scores& best) const;
    void score_slips(std::string_view typed, Scores& best) const;
    void score_postings(const Word& word, unsigned slips, bool whole, Scores& best) const;
    [[nodiscard]] std::vector<Hit> find(const std::vector<std::string_view>& words, bool slips_everywhere) const;

    std::unordered_map<std::string, std::vector<Posting>, TextHash, std::equal_to<>> building_;
    std::vector<Word> words_;  ///< sorted
    std::size_t documents_ = 0;
};

}  // namespace pegboard
