#include "core/library/search_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

namespace pegboard {
namespace {

constexpr int field_count = 5;

/// Letters and digits make words; so does every byte beyond ASCII that fold() has left in place.
bool in_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

template <class Each>
void each_word(std::string_view folded, Each&& each) {
    std::size_t at = 0;
    while (at < folded.size()) {
        while (at < folded.size() && !in_word(folded[at])) ++at;
        const auto begin = at;
        while (at < folded.size() && in_word(folded[at])) ++at;
        if (at > begin) each(folded.substr(begin, at - begin));
    }
}

constexpr std::size_t longest_typed = 32;  ///< letters of a word that slips are sought in

/// Four times a power of two for the best field, so that a title beats all lower fields; two more when the whole word
/// was typed, one less for each slip.
std::uint8_t score(std::uint8_t fields, bool whole, unsigned slips) {
    const auto best = std::countr_zero(fields);
    return static_cast<std::uint8_t>((4U << (field_count - 1 - best)) + (whole ? 2U : 0U) - slips);
}

bool has_digit(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// Slips a typed word may have; numbers none, since another number is another thing.
unsigned slips_allowed(std::string_view typed) {
    const auto letters = std::ranges::count_if(typed, [](char c) { return (c & 0xC0) != 0x80; });
    if (letters < 4 || typed.size() > longest_typed || has_digit(typed)) return 0;
    return letters < 8 ? 1 : 2;
}

/// Fewest slips between a typed word and any beginning of an indexed word: the optimal string alignment distance
/// (a letter wrong, missing, too many, or two neighbours swapped, each 1), its rows kept for the next word of a sorted
/// list, which mostly begins alike.
class SlipRows {
 public:
    explicit SlipRows(std::string_view typed) : typed_(typed) {
        for (std::size_t j = 0; j <= typed.size(); ++j) rows_[0][j] = static_cast<std::uint8_t>(j);
        fewest_[0] = rows_[0][typed.size()];
    }

    /// More than `most` when no beginning of `word` is near enough. `shared`: bytes it begins with that the word asked
    /// about before begins with too.
    unsigned fewest(std::string_view word, std::size_t shared, unsigned most) {
        std::size_t at = std::min(done_, shared);
        if (hopeless_ > 0 && shared >= hopeless_) return fewest_[hopeless_];
        hopeless_ = 0;
        const std::size_t end = std::min(word.size(), typed_.size() + most);
        for (; at < end; ++at) {
            const bool near = add_row(word, at + 1, most);
            fewest_[at + 1] = std::min<unsigned>(fewest_[at], rows_[at + 1][typed_.size()]);
            if (near) continue;
            hopeless_ = ++at;
            break;
        }
        done_ = at;
        return fewest_[at];
    }

 private:
    /// Row `i`: slips between the first i bytes of `word` and each beginning of what was typed. True while a longer
    /// beginning may still come near.
    bool add_row(std::string_view word, std::size_t i, unsigned most) {
        auto& row = rows_[i];
        const auto& above = rows_[i - 1];
        row[0] = static_cast<std::uint8_t>(i);
        unsigned least = row[0];
        for (std::size_t j = 1; j <= typed_.size(); ++j) {
            const bool same = word[i - 1] == typed_[j - 1];
            unsigned slips = std::min({above[j] + 1U, row[j - 1] + 1U, above[j - 1] + (same ? 0U : 1U)});
            const bool swapped = i > 1 && j > 1 && word[i - 1] == typed_[j - 2] && word[i - 2] == typed_[j - 1];
            if (swapped) slips = std::min(slips, rows_[i - 2][j - 2] + 1U);
            row[j] = static_cast<std::uint8_t>(slips);
            least = std::min(least, slips);
        }
        // Two swapped letters reach over a row, so the row above may still save the next one.
        const unsigned before = *std::ranges::min_element(std::span(above).first(typed_.size() + 1));
        return least <= most || before < most;
    }

    static constexpr std::size_t most_rows = longest_typed + 4;
    std::string_view typed_;
    std::array<std::array<std::uint8_t, longest_typed + 1>, most_rows> rows_{};
    std::array<unsigned, most_rows> fewest_{};  ///< for beginnings up to a row
    std::size_t done_ = 0;                      ///< rows that hold for the word asked about last
    std::size_t hopeless_ = 0;                  ///< beginnings of so many bytes cannot come near; 0: not known
};

}  // namespace

void SearchIndex::add(int document, Field field, std::string_view text) {
    const auto number = static_cast<std::uint32_t>(document);
    const auto bit = static_cast<std::uint8_t>(1U << static_cast<unsigned>(field));
    documents_ = std::max(documents_, static_cast<std::size_t>(number) + 1);
    const std::string folded = fold(text);
    each_word(folded, [&](std::string_view word) {
        auto found = building_.find(word);
        if (found == building_.end()) found = building_.emplace(word, std::vector<Posting>{}).first;
        auto& postings = found->second;
        if (postings.empty() || postings.back().document != number) postings.push_back({number, 0});
        postings.back().fields |= bit;
    });
}

void SearchIndex::finish() {
    words_.reserve(building_.size());
    for (auto& [text, postings] : building_) words_.push_back({text, std::move(postings), 0});
    building_ = {};
    std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) { return a.text < b.text; });
    for (std::size_t i = 1; i < words_.size(); ++i) {
        const auto& [one, other] = std::pair(std::string_view(words_[i - 1].text), std::string_view(words_[i].text));
        words_[i].shared = static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
    }
}

void SearchIndex::score_postings(const Word& word, unsigned slips, bool whole, Scores& best) const {
    for (const auto& posting : word.postings)
        best[posting.document] = std::max(best[posting.document], score(posting.fields, whole, slips));
}

/// False when no word of any document begins as typed.
bool SearchIndex::score_exact(std::string_view typed, Scores& best) const {
    const auto first = std::lower_bound(words_.begin(), words_.end(), typed,
                                        [](const Word& a, std::string_view text) { return a.text < text; });
    auto word = first;
    for (; word != words_.end() && word->text.starts_with(typed); ++word)
        score_postings(*word, 0, word->text.size() == typed.size(), best);
    return word != first;
}

void SearchIndex::score_slips(std::string_view typed, Scores& best) const {
    const unsigned most = slips_allowed(typed);
    if (most == 0) return;
    SlipRows rows(typed);
    std::size_t shared = 0;
    for (const Word& word : words_) {
        shared = std::min(shared, word.shared);
        if (has_digit(word.text)) continue;  // the rows still stand for the word before it
        const unsigned slips = rows.fewest(word.text, shared, most);
        shared = word.text.size();
        if (slips > 0 && slips <= most) score_postings(word, slips, false, best);
    }
}

std::vector<Hit> SearchIndex::find(const std::vector<std::string_view>& words, bool slips_everywhere) const {
    std::vector<unsigned> total(documents_, 0);
    std::vector<bool> alive(documents_, true);
    Scores best(documents_);
    for (const std::string_view word : words) {
        std::fill(best.begin(), best.end(), std::uint8_t{0});
        const bool known = score_exact(word, best);
        if (!known || slips_everywhere) score_slips(word, best);
        for (std::size_t i = 0; i < documents_; ++i) {
            if (best[i] == 0) alive[i] = false;
            total[i] += best[i];
        }
    }
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < documents_; ++i)
        if (alive[i]) hits.push_back({static_cast<int>(i), static_cast<double>(total[i])});
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.rank > b.rank || (a.rank == b.rank && a.activity < b.activity);
    });
    return hits;
}

std::vector<Hit> SearchIndex::find(std::string_view typed) const {
    const std::string folded = fold(typed);
    std::vector<std::string_view> words;
    each_word(folded, [&](std::string_view word) { words.push_back(word); });
    auto hits = find(words, false);
    return hits.empty() ? find(words, true) : hits;
}

}  // namespace pegboard
