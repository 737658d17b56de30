#include "core/library/search_index.h"

#include <algorithm>
#include <bit>

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

/// Twice a power of two for the best field, so that a title beats all lower fields; one more when
/// the whole word was typed.
std::uint8_t score(std::uint8_t fields, bool whole) {
    const auto best = std::countr_zero(fields);
    return static_cast<std::uint8_t>((2U << (field_count - 1 - best)) + (whole ? 1U : 0U));
}

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
    for (auto& [text, postings] : building_) words_.push_back({text, std::move(postings)});
    building_ = {};
    std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) { return a.text < b.text; });
}

void SearchIndex::score_word(std::string_view typed, std::vector<std::uint8_t>& best) const {
    auto word = std::lower_bound(words_.begin(), words_.end(), typed,
                                 [](const Word& a, std::string_view text) { return a.text < text; });
    for (; word != words_.end() && word->text.starts_with(typed); ++word) {
        const bool whole = word->text.size() == typed.size();
        for (const auto& posting : word->postings)
            best[posting.document] = std::max(best[posting.document], score(posting.fields, whole));
    }
}

std::vector<Hit> SearchIndex::find(std::string_view typed) const {
    const std::string folded = fold(typed);
    std::vector<unsigned> total(documents_, 0);
    std::vector<bool> alive(documents_, true);
    std::vector<std::uint8_t> best(documents_);
    each_word(folded, [&](std::string_view word) {
        std::fill(best.begin(), best.end(), std::uint8_t{0});
        score_word(word, best);
        for (std::size_t i = 0; i < documents_; ++i) {
            if (best[i] == 0) alive[i] = false;
            total[i] += best[i];
        }
    });
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < documents_; ++i)
        if (alive[i]) hits.push_back({static_cast<int>(i), static_cast<double>(total[i])});
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.rank > b.rank || (a.rank == b.rank && a.activity < b.activity);
    });
    return hits;
}

}  // namespace pegboard
