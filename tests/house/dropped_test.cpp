// Every place where a failure ends without being returned, thrown or shown: each is listed here with the reason why
// nobody needs to hear of it. A place that is new, or a listed one that is gone, breaks the test.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "tests/house/rules.h"

namespace pegboard::house {
namespace {

struct Dropped {
    std::string path;
    std::string words;  ///< how the place reads: what stands in the block, the log line, the call
    std::string reason;
};

const std::vector<Dropped>& allowed() {
    static const std::vector<Dropped> all{
#include "tests/house/dropped_errors.inc"
    };
    return all;
}

std::string in_one_line(const std::string& text) {
    return std::regex_replace(std::regex_replace(text, std::regex("\\s+"), " "), std::regex("^ | $"), "");
}

/// From the bracket at `open` to the one that closes it.
std::string block_at(const std::string& code, std::size_t open) {
    int depth = 0;
    for (std::size_t at = open; at < code.size(); ++at) {
        if (code[at] == '{') ++depth;
        if (code[at] == '}' && --depth == 0) return code.substr(open + 1, at - open - 1);
    }
    return {};
}

/// Catches that hand nothing on, lines that only write a log, results that are thrown away.
std::vector<Dropped> dropped_in(const SourceFile& file) {
    std::vector<Dropped> found;
    const std::string code = split(file.text).code;
    static const std::regex caught(R"(\bcatch\s*\([^)]*\)\s*\{)");
    static const std::regex handed_on(R"(\b(throw|failure|error|problems?|Error|fail\w*|refuse\w*)\b)");
    for (std::sregex_iterator it(code.begin(), code.end(), caught), end; it != end; ++it) {
        const auto open = static_cast<std::size_t>(it->position() + it->length()) - 1;
        const std::string block = in_one_line(block_at(code, open));
        if (!std::regex_search(block, handed_on)) found.push_back({file.path, "catch: " + block, {}});
    }
    static const std::regex logged(R"(\bspdlog::(warn|error)\()");
    for (std::sregex_iterator it(code.begin(), code.end(), logged), end; it != end; ++it) {
        const auto from = static_cast<std::size_t>(it->position());
        // The words stand in the string, which `code` has blanked.
        found.push_back(
            {file.path, "log: " + in_one_line(file.text.substr(from, file.text.find(';', from) - from)), {}});
    }
    static const std::regex thrown_away(R"(\bstatic_cast<void>\()");
    for (std::sregex_iterator it(code.begin(), code.end(), thrown_away), end; it != end; ++it) {
        const auto from = static_cast<std::size_t>(it->position() + it->length());
        found.push_back({file.path, "void: " + in_one_line(code.substr(from, code.find(';', from) - from)), {}});
    }
    return found;
}

bool same(const Dropped& one, const Dropped& other) { return one.path == other.path && one.words == other.words; }

TEST(HouseErrors, ThatAreDroppedAreListedWithTheReason) {
    std::vector<Dropped> found;
    for (const SourceFile& file : read_tree(PEGBOARD_SOURCE))
        if (is_cpp(file.path) && (in_room(file.path, "core") || in_room(file.path, "app")))
            for (Dropped& each : dropped_in(file)) found.push_back(std::move(each));
    for (const Dropped& each : found)
        EXPECT_TRUE(std::ranges::any_of(allowed(), [&](const Dropped& known) { return same(known, each); }))
            << "{\"" << each.path << "\", \"" << each.words << "\", \"\"},";
    for (const Dropped& known : allowed()) {
        EXPECT_TRUE(std::ranges::any_of(found, [&](const Dropped& each) { return same(known, each); }))
            << "no longer there: " << known.path << ": " << known.words;
        EXPECT_GT(known.reason.size(), 20U) << known.path;
    }
}

TEST(HouseErrors, AreSeenWhereTheyAreDropped) {
    const auto count = [](const char* text) { return dropped_in({"core/a.cpp", text}).size(); };
    EXPECT_EQ(count("try { a(); } catch (const std::exception&) {}"), 1U);
    EXPECT_EQ(count("try { a(); } catch (const std::exception&) { return false; }"), 1U);
    EXPECT_EQ(count("try { a(); } catch (const std::exception& failure) { return storage_error(failure, b); }"), 0U);
    EXPECT_EQ(count("spdlog::error(\"copy: {}\", status.error().detail);"), 1U);
    EXPECT_EQ(count("static_cast<void>(run(command));"), 1U);
}

}  // namespace
}  // namespace pegboard::house
