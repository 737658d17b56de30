#include "core/library/compiler/shingles.h"

#include <charconv>
#include <fstream>

namespace pegboard::compiler {
namespace {

std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

/// Words of letters and digits; a mark inside a word ("don't") parts nothing.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : fold(text)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            words.back() += c;
        else if (c != '\'' && (c & 0x80) == 0 && !words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

}  // namespace

std::vector<Shingle> shingles_of(std::string_view text) {
    const auto words = words_of(text);
    std::vector<Shingle> all;
    for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
        std::string run = words[i];
        for (std::size_t j = 1; j < shingle_words; ++j) run += ' ' + words[i + j];
        all.push_back({fnv1a(run), run});
    }
    return all;
}

std::set<std::uint64_t> read_shingles(const std::filesystem::path& file, Problems& problems) {
    std::set<std::uint64_t> all;
    std::ifstream stream(file);
    int number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (line.empty() || line.starts_with('#')) continue;
        std::uint64_t value = 0;
        const auto [end, fault] = std::from_chars(line.data(), line.data() + line.size(), value, 16);
        if (fault != std::errc() || end != line.data() + line.size())
            problems.add({file.filename().string(), number}, "\"" + line + "\" is no hexadecimal number");
        all.insert(value);
    }
    return all;
}

}  // namespace pegboard::compiler
