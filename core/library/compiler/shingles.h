// Runs of six words of a text, kept only as numbers, so that content can be held against a text that is
// not ours without having that text here.
#pragma once
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/compiler/content.h"

namespace pegboard::compiler {

inline constexpr std::size_t shingle_words = 6;

struct Shingle {
    std::uint64_t number = 0;  ///< FNV-1a of the words in lower case with single spaces
    std::string words;
};
/// Every run of six words in `text`; case, accents and marks do not count.
std::vector<Shingle> shingles_of(std::string_view text);
/// The file's numbers: one a line in hexadecimal, lines that begin with # are words for people. Empty
/// when there is no such file.
std::set<std::uint64_t> read_shingles(const std::filesystem::path& file, Problems& problems);

}  // namespace pegboard::compiler
