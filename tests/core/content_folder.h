// What the tests of the content compiler share: a copy of the small sound content, in which one thing
// is broken so that its problem must be found with file and line.
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/library/compiler/content.h"

namespace pegboard::compiler {

namespace fs = std::filesystem;

inline std::string read(const fs::path& file) {
    std::ifstream stream(file);
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

inline void write(const fs::path& file, const std::string& text) { std::ofstream(file) << text; }

/// A copy of the small sound content in a folder of its own, gone with the test.
class ContentFolder {
 public:
    ContentFolder() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        std::string name = std::string("pegboard_") + test->test_suite_name() + test->name();
        std::replace(name.begin(), name.end(), '/', '_');
        path_ = fs::path(testing::TempDir()) / name;
        fs::remove_all(path_);
        fs::copy(fs::path(PEGBOARD_TEST_DATA) / "library_small", path_, fs::copy_options::recursive);
    }
    ContentFolder(const ContentFolder&) = delete;
    ContentFolder& operator=(const ContentFolder&) = delete;
    ~ContentFolder() { fs::remove_all(path_); }

    [[nodiscard]] const fs::path& path() const { return path_; }

    /// Replaces the first `from` in a file and returns the line where the change begins.
    int change(const std::string& file, const std::string& from, const std::string& to) const {
        std::string text = read(path_ / file);
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << file << " has no " << from;
        if (at == std::string::npos) return 0;
        text.replace(at, from.size(), to);
        write(path_ / file, text);
        return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    }
    [[nodiscard]] std::vector<Problem> problems() const {
        Problems found;
        check_content(read_content(path_, found), found);
        return found.sorted();
    }

 private:
    fs::path path_;
};

inline std::string listed(const std::vector<Problem>& problems) {
    std::string all;
    for (const auto& one : problems)
        all += one.place.file + ':' + std::to_string(one.place.line) + ": " + one.text + '\n';
    return all;
}

struct Broken {
    std::string file, from, to;
    std::string problem;  ///< part of the message
    int lines_on = 0;     ///< how many lines after the change the problem stands
};

inline std::ostream& operator<<(std::ostream& out, const Broken& broken) { return out << broken.problem; }

/// Breaks one thing in a copy and looks for its problem.
inline void expect_found(const Broken& broken) {
    const ContentFolder folder;
    const int line = folder.change(broken.file, broken.from, broken.to) + broken.lines_on;
    const auto problems = folder.problems();
    const bool found = std::ranges::any_of(problems, [&](const Problem& one) {
        return one.place.file == broken.file && one.place.line == line &&
               one.text.find(broken.problem) != std::string::npos;
    });
    EXPECT_TRUE(found) << "expected " << broken.file << ':' << line << ": ..." << broken.problem << "\ngot\n"
                       << listed(problems);
}

}  // namespace pegboard::compiler
