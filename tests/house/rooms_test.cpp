// Holds the tree to the README's list of rooms, and shows that each rule of it can fail.
#include "tests/house/rooms.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace pegboard::house {
namespace {

const std::vector<SourceFile>& tree() {
    static const auto files = read_tree(PEGBOARD_SOURCE);
    return files;
}

const Rooms& rooms() {
    static const Rooms read = rooms_of(std::ranges::find(tree(), std::string("README.md"), &SourceFile::path)->text);
    return read;
}

std::string lines_of(const std::vector<std::string>& found) {
    std::string lines;
    for (const std::string& each : found) lines += each + "\n";
    return lines;
}

TEST(HouseRooms, AreAllListedAndIncludesLeadDown) {
    ASSERT_GT(rooms().size(), 20U) << "the README's table was not found";
    std::string broken;
    for (const SourceFile& file : tree()) broken += as_lines(includes_lead_down(rooms(), file));
    EXPECT_EQ(broken, "");
}

TEST(HouseRooms, TellAnIncludeThatLeadsUpOrSideways) {
    const Rooms house = rooms_of(
        "# House\n| `app/attic` | not in the list |\n## The rooms\n\n| room | what |\n|---|---|\n| `app/frame` | all "
        "|\n"
        "| `app/today`, `app/plan` | `app/no` |\n| `app/parts` | shared |\n| `app` | base |\n## Next\n| `app/x` | y "
        "|\n");
    ASSERT_EQ(house.size(), 5U);
    const auto told = [&](const std::string& path, const std::string& name) {
        return !includes_lead_down(house, {path, "// x\n#include \"" + name + "\"\n"}).empty();
    };
    EXPECT_FALSE(told("app/frame/a.cpp", "app/plan/plan.h"));
    EXPECT_FALSE(told("app/today/a.cpp", "app/today/today.h"));
    EXPECT_FALSE(told("app/today/deep/a.cpp", "app/parts/deep/parts.h"));
    EXPECT_TRUE(told("app/today/a.cpp", "app/plan/plan.h")) << "beside";
    EXPECT_TRUE(told("app/parts/a.cpp", "app/today/today.h")) << "above";
    EXPECT_TRUE(told("app/ui.h", "app/parts/parts.h")) << "above";
    EXPECT_TRUE(told("core/a.cpp", "app/ui.h")) << "in no room";
}

TEST(HouseRooms, HoldNoMoreSourcesThanOneCanOverlook) {
    EXPECT_EQ(lines_of(overfull(tree())), "");
    std::vector<SourceFile> full;
    for (int i = 0; i < 26; ++i) full.push_back({"app/a/" + std::to_string(i) + ".cpp", ""});
    EXPECT_EQ(overfull(full).size(), 1U) << "the check cannot fail";
}

TEST(HouseRooms, HaveNoHeaderThatNobodyReads) {
    // What a chart must show, read once more from the records, for tests alone.
    const std::string second_reading = "core/progress/goal_picture.h\n";
    EXPECT_EQ(lines_of(unused_headers(tree())), second_reading);
    EXPECT_EQ(unused_headers({{"core/a.h", ""},
                              {"core/b.h", ""},
                              {"core/a.cpp", "#include \"core/a.h\"\n#include \"core/b.h\"\n"},
                              {"tests/core/a_test.cpp", "#include \"core/a.h\"\n"}}),
              std::vector<std::string>{"core/a.h"})
        << "neither its own source nor a test makes a header used";
}

}  // namespace
}  // namespace pegboard::house
