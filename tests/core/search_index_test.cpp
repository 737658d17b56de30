// The word index: what it forgives, what it does not, how it ranks, and that its quick way of finding slips finds
// exactly what a slow and plain one does.
#include "core/library/search_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace pegboard {
namespace {

using Field = SearchIndex::Field;

std::vector<int> numbers(const std::vector<Hit>& hits) {
    std::vector<int> all;
    for (const Hit& hit : hits) all.push_back(hit.activity);
    return all;
}

SearchIndex titles(const std::vector<std::string>& words) {
    SearchIndex index;
    for (std::size_t i = 0; i < words.size(); ++i) index.add(static_cast<int>(i), Field::title, words[i]);
    index.finish();
    return index;
}

TEST(SearchIndex, ForgivesOneSlipInFourLettersAndTwoInEight) {
    const SearchIndex index = titles({"scissors", "balance", "hop"});
    using Found = std::vector<int>;
    EXPECT_EQ(numbers(index.find("scisors")), Found{0}) << "a letter missing";
    EXPECT_EQ(numbers(index.find("scisxors")), Found{0}) << "two slips in eight letters";
    EXPECT_EQ(numbers(index.find("sicssros")), Found{0}) << "swapped letters are one slip each";
    EXPECT_EQ(numbers(index.find("ballance")), Found{1}) << "a letter too many";
    EXPECT_EQ(numbers(index.find("balamce")), Found{1}) << "a wrong letter";
    EXPECT_EQ(numbers(index.find("blaance")), Found{1}) << "two swapped";
    EXPECT_EQ(numbers(index.find("blan")), Found{1}) << "while typing, too";
    EXPECT_TRUE(index.find("balmmce").empty()) << "two slips in seven letters";
    EXPECT_TRUE(index.find("hpo").empty()) << "three letters must be right";
    EXPECT_EQ(numbers(index.find("BALÁMCE")), Found{1}) << "case and accents never count";
}

TEST(SearchIndex, TakesWordsAsTypedWhenTheyBeginSomeWord) {
    const SearchIndex index = titles({"hoop", "hope", "hope string"});
    EXPECT_EQ(numbers(index.find("hoop")), std::vector<int>{0}) << "a right word finds no neighbours";
    EXPECT_EQ(numbers(index.find("hoop string")), std::vector<int>{2}) << "unless nothing holds all that was typed";
    EXPECT_EQ(numbers(index.find("hope")), (std::vector<int>{1, 2}));
}

TEST(SearchIndex, KeepsNumbersApart) {
    const SearchIndex index = titles({"route 2024", "route 2025"});
    EXPECT_EQ(numbers(index.find("2024")), std::vector<int>{0});
    EXPECT_TRUE(index.find("2026").empty());
}

TEST(SearchIndex, RanksFieldsThenWholeWordsThenSlips) {
    SearchIndex index;
    const std::vector<Field> order{Field::items, Field::steps, Field::idea, Field::skills, Field::title};
    for (std::size_t i = 0; i < order.size(); ++i) index.add(static_cast<int>(i), order[i], "balance");
    index.add(5, Field::title, "balancing");
    index.finish();
    EXPECT_EQ(numbers(index.find("balance")), (std::vector<int>{4, 3, 2, 1, 0}));
    EXPECT_EQ(numbers(index.find("balan")), (std::vector<int>{4, 5, 3, 2, 1, 0}));
    EXPECT_EQ(numbers(index.find("balnace")).front(), 4);
}

/// Fewest slips between `typed` and any beginning of `word`, by the textbook table.
std::size_t plain_slips(const std::string& typed, const std::string& word) {
    std::vector<std::vector<std::size_t>> d(word.size() + 1, std::vector<std::size_t>(typed.size() + 1));
    std::size_t fewest = typed.size();
    for (std::size_t i = 0; i <= word.size(); ++i) {
        for (std::size_t j = 0; j <= typed.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (word[i - 1] != typed[j - 1])});
            if (i > 1 && j > 1 && word[i - 1] == typed[j - 2] && word[i - 2] == typed[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
        fewest = std::min(fewest, d[i][typed.size()]);
    }
    return fewest;
}

TEST(SearchIndex, FindsTheSameSlipsAsThePlainWay) {
    std::mt19937 chance(7);
    const auto word_of = [&](std::size_t least, std::size_t most) {
        std::string word(std::uniform_int_distribution(least, most)(chance), ' ');
        for (char& c : word) c = static_cast<char>('a' + std::uniform_int_distribution(0, 3)(chance));
        return word;
    };
    std::vector<std::string> words;
    for (int i = 0; i < 400; ++i) words.push_back(word_of(1, 12));
    const SearchIndex index = titles(words);
    int with_slips = 0;
    for (int i = 0; i < 300; ++i) {
        const std::string typed = word_of(4, 12);
        const bool known = std::ranges::any_of(words, [&](const auto& word) { return word.starts_with(typed); });
        const std::size_t most = known ? 0 : typed.size() < 8 ? 1 : 2;
        std::set<int> wanted;
        for (std::size_t k = 0; k < words.size(); ++k)
            if (plain_slips(typed, words[k]) <= most) wanted.insert(static_cast<int>(k));
        const auto found = numbers(index.find(typed));
        EXPECT_EQ(std::set<int>(found.begin(), found.end()), wanted) << typed;
        if (!known && !wanted.empty()) ++with_slips;
    }
    EXPECT_GT(with_slips, 50) << "the words must be near enough for slips to matter";
}

}  // namespace
}  // namespace pegboard
