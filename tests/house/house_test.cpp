// Holds the whole tree to the house rules, and shows for each rule a text that breaks it: a rule that cannot fail
// guards nothing.
#include <gtest/gtest.h>

#include "tests/house/rules.h"

namespace pegboard::house {
namespace {

const std::vector<SourceFile>& tree() {
    static const auto files = read_tree(PEGBOARD_SOURCE);
    return files;
}

struct Example {
    const char* name;
    Rule rule;
    std::vector<SourceFile> good;
    std::vector<SourceFile> bad;
};

/// What GoogleTest prints for an example.
void PrintTo(const Example& example, std::ostream* out) { *out << example.name; }

std::string word(const char* first, const char* second) { return std::string(first) + second; }

std::vector<Example> examples() {
    const std::string opens = "// Says what it is for, in one line.\n";
    return {
        {"includes_point_down",
         includes_point_down,
         {{"core/a.cpp", "#include \"core/result.h\"\n"}, {"app/a.cpp", "#include \"imgui.h\"\n"}},
         {{"core/a.cpp", "#include \"app/ui.h\"\n"},
          {"core/rules/a.h", "// x\n#include <imgui.h>\n"},
          {"app/today/a.cpp", "#include <SQLiteCpp/Database.h>\n"},
          {"app/today/a.cpp", "#include <GLFW/glfw3.h>\n"}}},
        {"sql_in_its_rooms",
         sql_in_its_rooms,
         {{"core/store/a.cpp", "auto s = \"SELECT id FROM child\";"},
          {"core/commands/a.cpp", "auto s = \"Select a child from the list\"; // SELECT id FROM child"}},
         {{"core/commands/a.cpp", "auto s = \"SELECT id FROM child\";"},
          {"app/a.cpp", "auto s = R\"(\nDELETE FROM child)\";"},
          {"core/rules/a.cpp", "auto s = \"UPDATE child SET a = 1\";"}}},
        {"imgui_in_its_rooms",
         imgui_in_its_rooms,
         {{"app/widgets/a.cpp", "ImGui::Button(a);"}, {"app/today/a.cpp", "// ImGui::Button would not do\n"}},
         {{"app/today/a.cpp", "ImGui::Button(a);"}, {"app/parts/a.cpp", "int a;\nImGui::Text(a);"}}},
        {"colours_in_design",
         colours_in_design,
         {{"app/design/a.h", "0xFAF6EF"}, {"app/today/a.cpp", "colour(Role::ink); // was #FAF6EF"}},
         {{"app/today/a.cpp", "IM_COL32(1, 2, 3, 4)"},
          {"app/widgets/a.cpp", "ImVec4(0.1f, 0, 0, 1)"},
          {"app/widgets/a.cpp", "auto c = 0xFAF6EF;"},
          {"core/reports/a.cpp", "auto c = \"#FAF6EF\";"}}},
        {"short_enough",
         short_enough,
         {{"app/a.cpp", std::string(400, '\n')}, {"assets/library/a.toml", std::string(900, '\n')}},
         {{"app/a.cpp", std::string(401, '\n')}, {"tests/run", "#!/bin/sh" + std::string(401, '\n')}}},
        {"opens_with_its_purpose",
         opens_with_its_purpose,
         {{"app/a.h", opens + "#pragma once\n"},
          {"app/a.cpp", "#include \"app/a.h\"\n"},
          {"tests/run", "#!/bin/sh\n# Runs every check there is, in order.\n"}},
         {{"app/a.h", "#pragma once\n" + opens},
          {"app/a.cpp", "// a.cpp\n"},
          {"app/a.cpp", "#include \"app/b.h\"\n"},
          {"tests/run", "#!/bin/sh\necho\n"}}},
        {"no_loose_ends",
         no_loose_ends,
         {{"app/a.cpp", word("options.place", "holder = true;")}, {"app/a.cpp", "// HACKNEY carriage"}},
         {{"app/a.cpp", word("// TO", "DO later")},
          {"README.md", word("FIX", "ME")},
          {"app/a.cpp", word("// a place", "holder for now")},
          {"app/a.cpp", word("auto s = \"Coming so", "on\";")}}},
        {"no_machine_names",
         no_machine_names,
         {{"app/run", "\"$root/build/\""}, {"assets/a.toml", "school/home/clinic"}},
         {{"app/a.cpp", word("\"/hom", "e/ada/file\"")},
          {"tests/run", word("cd /wor", "k/main")},
          {"third_party/install", word("http://deb.deb", "ian.org/")}}},
        {"people_first_words",
         people_first_words,
         {{"app/a.cpp", "label = \"Diagnoses\"; auto diagnosis = 1; // abnormal"}},
         {{"app/a.cpp", word("label = \"Abnor", "mal gait\";")},
          {"core/a.cpp", word("label = \"Areas of def", "icit\";")},
          {"app/a.cpp", word("label = \"Suf", "fers from\";")},
          {"app/a.cpp", word("label = \"Diagno", "sed with\";")}}},
        {"american_words",
         american_words,
         {{"app/a.cpp", "label = \"Favorites\"; auto colour = \"set_favourite\"; // favourite"},
          {"assets/library/items.toml",
           "# colour\nid = \"torch\"\nitems = [ { id = \"torch\" } ]\nname = \"Flashlight\""}},
         {{"app/a.cpp", "label = \"Favourites\";"},
          {"core/a.cpp", "label = \"one of your favourites\";"},
          {"assets/library/items.toml", "id = \"torch\"\nname = \"Torch\""}}},
        {"illustration_in_style",
         illustration_in_style,
         {{"assets/illustrations/a.svg", "<svg viewBox=\"0 0 48 48\"><title>A</title> \"#A7BAFF\" \"#3B498E\""}},
         {{"assets/illustrations/a.svg", "<svg viewBox=\"0 0 24 24\"><title>A</title> \"#A7BAFF\" \"#3B498E\""},
          {"assets/illustrations/a.svg", "<svg viewBox=\"0 0 48 48\"><title>A</title> \"#A7BAFF\" \"#000000\""},
          {"assets/illustrations/a.svg", "<svg viewBox=\"0 0 48 48\"> \"#A7BAFF\" \"#3B498E\""}}},
    };
}

class HouseRule : public testing::TestWithParam<Example> {};

TEST_P(HouseRule, HoldsInTheTree) {
    ASSERT_GT(tree().size(), 30U) << "the tree was not found";
    std::string broken;
    for (const auto& file : tree()) broken += as_lines(GetParam().rule(file));
    EXPECT_EQ(broken, "");
}

TEST_P(HouseRule, TellsGoodFromBad) {
    for (const auto& file : GetParam().good) EXPECT_EQ(as_lines(GetParam().rule(file)), "") << file.text;
    for (const auto& file : GetParam().bad)
        EXPECT_FALSE(GetParam().rule(file).empty()) << file.path << "\n" << file.text;
}

INSTANTIATE_TEST_SUITE_P(All, HouseRule, testing::ValuesIn(examples()),
                         [](const auto& example) { return example.param.name; });

TEST(HouseTop, HoldsOnlyWhatBelongsThere) {
    for (const auto& entry : std::filesystem::directory_iterator(PEGBOARD_SOURCE)) {
        EXPECT_EQ(stranger_at_the_top(entry.path().filename().string()), "");
    }
    EXPECT_NE(stranger_at_the_top("notes.txt"), "");
}

TEST(HouseSplit, KeepsPlacesAndTellsPartsApart) {
    const std::string text =
        "int a = 1'000; // \"no string\"\nauto b = \"x // y\"; char c = '\"'; auto d = R\"p(\")p\";";
    const auto parts = split(text);
    EXPECT_EQ(parts.code.size(), text.size());
    EXPECT_EQ(parts.comments.find("// \"no string\""), text.find("// \"no string\""));
    EXPECT_NE(parts.strings.find("x // y"), std::string::npos);
    EXPECT_EQ(parts.strings.find("no string"), std::string::npos);
    EXPECT_NE(parts.code.find("auto d = R"), std::string::npos);
}

}  // namespace
}  // namespace pegboard::house
