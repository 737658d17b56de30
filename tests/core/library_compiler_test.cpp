// The content compiler: a small sound content folder is copied, one thing in it is broken, and the
// problem must be found with its file and line. Every check has a row.
#include "core/library/compiler/content.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/library/compiler/readability.h"

namespace pegboard::compiler {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file) {
    std::ifstream stream(file);
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

void write(const fs::path& file, const std::string& text) { std::ofstream(file) << text; }

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

std::string listed(const std::vector<Problem>& problems) {
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

std::ostream& operator<<(std::ostream& out, const Broken& broken) { return out << broken.problem; }

class Breaks : public testing::TestWithParam<Broken> {};

TEST_P(Breaks, IsFoundWithFileAndLine) {
    const auto& broken = GetParam();
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

const std::string snips = "activities/snips.toml";

const std::vector<Broken> fields{
    {snips, "idea = \"Snip red card into rain.\"\n", "", "A01: \"idea\" is missing", -5},
    {snips, "version = 1", "version = 1\ncolour = \"red\"", "A01: unknown field \"colour\"", 1},
    {snips, "minutes = 10", "minutes = \"ten\"", "A01: \"minutes\" must be a whole number"},
    {snips, "home_ok = true", "home_ok = \"yes\"", "A01: \"home_ok\" must be true or false"},
    {snips, "title = \"Red snips\"", "title = 7", "A01: \"title\" must be text"},
    {snips, "title = \"Red snips\"", "title = \"\"", "A01: \"title\" is empty"},
    {snips, "\"Red snips\"", "\"Red\\tsnips\"", "A01: \"title\" holds a tab"},
    {snips, "\"Red snips\"", "\"Red  snips\"", "A01: \"title\" has a space too many"},
    {snips, "interests = [\"sea\"]", "interests = \"sea\"", "A01: \"interests\" must be a list"},
    {snips, "interests = [\"sea\"]", "interests = [\"sea\", \"sea\"]", "names \"sea\" twice"},
    {snips, "{ type = \"verbal\", text", "{ type = \"verbal\", words", "A01: \"text\" is missing"},
    {snips, "[[activity]]", "[[game]]", "\"game\" does not belong in this file"},
    {snips, "title = \"Red snips\"", "title = ", "", 0},
};

const std::vector<Broken> references{
    {snips, "\"fine_motor\"", "\"fine\"", "A01: category \"fine\" does not exist"},
    {snips, "\"fm.cut2_line\"]", "\"fm.cut9\"]", "A01: linkable \"fm.cut9\" does not exist"},
    {snips, "\"fm.cut2_line\"]", "\"fm.cut\"]", "A01: linkable \"fm.cut\" does not exist"},
    {snips, "id = \"paper\"", "id = \"papyrus\"", "A01: item \"papyrus\" does not exist"},
    {snips, "space = \"table\"", "space = \"moon\"", "A01: space \"moon\" does not exist"},
    {snips, "position = \"SC\"", "position = \"XX\"", "A01: position \"XX\" does not exist"},
    {snips, "\nattributes = []", "\nattributes = [\"XX\"]", "A01: attribute \"XX\" does not exist", 1},
    {snips, "allergens = []", "allergens = [\"oak\"]", "A01: allergen \"oak\" does not exist"},
    {snips, "\"seated\"", "\"wild\"", "A01: intensity \"wild\" does not exist"},
    {snips, "\"reach\"", "\"none\"", "A01: supervision \"none\" does not exist"},
    {snips, "[\"sea\"]", "[\"mud\"]", "A01: interest \"mud\" does not exist"},
    {snips, "dimension = \"size\"", "dimension = \"mood\"", "A01: dimension \"mood\" does not exist"},
    {snips, "type = \"verbal\"", "type = \"song\"", "A01: cue_type \"song\" does not exist"},
    {snips, "type = \"count\"", "type = \"guess\"", "A01: measure \"guess\" does not exist"},
    {snips, "arcs = [\"main\"]", "arcs = [\"middle\"]", "A01: arc \"middle\" does not exist"},
    {snips, "id = \"A02\"", "id = \"A01\"", "A01: another activity has this id", -1},
    {"items.toml", "id = \"scissors\"", "id = \"paper\"", "paper: another item has this id", -1},
    {"items.toml", "attributes = [\"SHP\"]", "attributes = [\"XX\"]", "scissors: attribute \"XX\" does not exist"},
    {"items.toml", "kind = \"equipment\"", "kind = \"thing\"", "kind must be equipment, material or consumable"},
    {"items.toml", "substitute = \"safety scissors\"\n", "", "attributes of a substitute it does not name"},
    {"items.toml", "attributes = []", "attributes = []\nallergens = [\"wheat\"]\nvaries = true",
     "paper: allergens that vary cannot be listed", 2},
    {"vocabulary.toml", "focus = \"fine_motor\"", "focus = \"art\"", "fine_motor: focus \"art\" does not exist"},
    {"vocabulary.toml", "contains = [\"table\"]", "contains = [\"shelf\"]", "hall: space \"shelf\" does not exist"},
    {"vocabulary.toml", "discipline = \"OT\"", "discipline = \"SLT\"", "fine_motor: discipline must be OT or PT"},
    {"measures.toml", "better = \"up\"", "better = \"more\"", "count: better must be up, down or goal"},
};

const std::vector<Broken> skills{
    {"skills.toml", "id = \"fm.cut2_line\"", "id = \"fm.cut1_snip\"", "another skill has this id", -1},
    {"skills.toml", "kind = \"skill\"", "kind = \"knack\"", "fm.pincer: kind must be skill, sequence or step"},
    {"skills.toml", "discipline = \"OT\"", "discipline = \"ot\"", "fm.pincer: discipline must be OT, PT or shared"},
    {"skills.toml", "focus = \"fine_motor\"", "focus = \"art\"", "fm.pincer: focus \"art\" does not exist"},
    {"skills.toml", "from_months = 8\n", "", "fm.pincer: a window needs both", -8},
    {"skills.toml", "from_months = 8", "from_months = 13", "fm.pincer: from_months must be below to_months"},
    {"skills.toml", "from_months = 8", "from_months = -1", "fm.pincer: the window must lie between"},
    {"skills.toml", "prerequisites = []", "prerequisites = [\"fm.no\"]", "fm.pincer: skill \"fm.no\" does not exist"},
    {"skills.toml", "prerequisites = [\"fm.pincer\"]\nsources = [\"GPK\"]\n\n[[skill]]\nid = \"fm.cut2",
     "prerequisites = [\"fm.cut2_line\"]\nsources = [\"GPK\"]\n\n[[skill]]\nid = \"fm.cut2", "prerequisites go round",
     0},
    {"skills.toml", "step_no = 2", "step_no = 3", "fm.cut2_line: the steps of fm.cut must be numbered"},
    {"skills.toml", "parent = \"fm.cut\"\n", "", "fm.cut1_snip: steps, and only they, have a parent", -3},
    {"skills.toml", "parent = \"fm.cut\"", "parent = \"fm.cot\"", "sequence \"fm.cot\" does not exist"},
    {"skills.toml", "sources = [\"GPK\"]", "sources = []", "fm.pincer: needs at least one source"},
    {"skills.toml", "\"Picking up small things\"", "\"Developing extraordinary dexterity\"",
     "fm.pincer: parent_name reads"},
};

const std::vector<Broken> numbers{
    {snips, "minutes_min = 5", "minutes_min = 10", "A01: minutes_min must be at least 1 and below minutes"},
    {snips, "minutes = 10", "minutes = 50", "A01: minutes must be 45 or less"},
    {snips, "version = 1", "version = 0", "A01: version starts at 1"},
    {snips, "group_min = 1", "group_min = 3", "A01: group_min must be"},
    {snips, "quantity = 1", "quantity = 0", "A01: item \"scissors\" needs a quantity", 0},
    {snips, "id = \"paper\"", "id = \"scissors\"", "A01: names item \"scissors\" twice"},
    {snips, "touch = 0", "touch = 4", "A01: sensory_load takes"},
    {snips, "touch = 0", "taste = 0", "A01: sensory_load takes"},
    {snips, "source_note", "stations = { group_max = 2, how = \"Two tables.\" }\nsource_note",
     "A01: stations must widen"},
    {snips, "age_min_months = 30", "age_min_months = 60", "A01: age_min_months must be below"},
    {snips, "age_min_months = 30\nage_max_months = 60", "age_min_months = 61\nage_max_months = 90",
     "A01: its ages meet the window of none of its skills"},
    {snips, "age_max_months = 60", "age_max_months = 35", "A01: fm.cut2_line begins at 36 months"},
};

const std::vector<Broken> counts{
    {snips, "\"fm.cut2_line\"]", "\"fm.cut2_line\", \"fm.pincer\", \"fm.x\"]", "skills needs 1 to 3 entries, has 4"},
    {snips, "[\"Put the red sheet flat.\"]", "[]", "A01: setup needs 1 to 3 entries, has 0"},
    {snips, "[\"Put the red sheet flat.\"]", "[\"Ask.\", \"Look.\", \"Go.\", \"Sit.\"]",
     "setup needs 1 to 3 entries, has 4"},
    {snips, "  \"Hold the red sheet.\",\n", "", "A01: steps needs 3 to 6 entries, has 2", -1},
    {snips, "  \"Hold the red sheet.\",\n", "  \"Sit.\", \"Look.\", \"Hold.\", \"Ask.\", \"Wait.\",\n",
     "A01: steps needs 3 to 6 entries, has 7", -1},
    {snips, "  { dimension = \"size\", change = \"Use a bigger red.\" },\n", "", "easier needs 2 to 4 entries, has 1",
     -1},
    {snips, "  { dimension = \"size\", change = \"Use a smaller red.\" },\n", "", "harder needs 2 to 4 entries, has 1",
     -1},
    {snips, "  { type = \"verbal\", text = \"Thumb up for the red.\" },\n", "", "cues needs 3 to 5 entries, has 2", -1},
    {snips, "[\"Sit down for the red.\"]", "[]", "A01: safety needs 1 to 8 entries, has 0"},
    {snips, "measure = { type = \"count\", what = \"snips in the red\", unit = \"snips\" }\n", "",
     "A01: needs a measure", -43},
    {snips, "\"Red snips\"", '"' + std::string(61, 'x') + '"', "A01: the title is longer than 60"},
    {snips, "\"Snip red card into rain.\"", '"' + std::string(111, 'x') + '"', "A01: the idea is longer than 110"},
};

const std::vector<Broken> hazards{
    {snips, "position = \"SC\"", "position = \"JP\"", "A01: position JP needs attribute IMP", 1},
    {snips, "position = \"SC\"", "position = \"QU\"", "A01: position QU needs attribute WBA", 1},
    {snips, "supervision = \"reach\"", "supervision = \"therapist_only\"", "A01: home_ok must be false", 24},
    {snips, "id = \"paper\"", "id = \"swing\"", "A01: home_ok must be false", 32},
    {snips, "id = \"paper\"", "id = \"gait_belt\"", "A01: home_ok must be false", 32},
    {snips, "home_ok = true", "home_ok = false", "A01: home_text without home_ok"},
    {snips, "home_text = \"Snip the red card from a box.\"\n", "", "A01: home_ok needs a home_text", -1},
};

const std::vector<Broken> words{
    {snips, "Hold the red sheet.", "Hold the abnormal sheet.", "A01: the word \"abnormal\" must not appear"},
    {snips, "Hold the red sheet.", "Ask for the Diagnosis.", "A01: the word \"diagnos\" must not appear"},
    {snips, "Use a bigger red.", "Stop when it fails.", "A01: the word \"fails\" must not appear"},
    {snips, "Sit down for the red.", "Nobody suffers here.", "A01: the word \"suffer\" must not appear"},
    {"precautions.toml", "Follow the order.", "Ask about the disorder.", "bone: the word \"disorder\" must not appear"},
    {"skills.toml", "name = \"Snips\"", "name = \"Snips with a deficit\"", "the word \"deficit\" must not appear"},
    {snips, "Snip red card into rain.", "Snip as in the PDMS.", "A01: \"PDMS\" is the name of a test"},
    {snips, "Snip red card into rain.", "Use Handwriting Without Tears.", "is the name of a test or branded method"},
    {snips, "Snip the red card from a box.",
     "Facilitate bilateral coordination utilising commercially manufactured cardboard materials.",
     "A01: home_text reads"},
};

const std::vector<Broken> precautions{
    {"precautions.toml", "severity = \"danger\"", "severity = \"bad\"", "bone: severity must be danger or warn"},
    {"precautions.toml", "verdict = \"exclude\"", "verdict = \"forbid\"", "bone: \"verdict\" must be flag or exclude",
     -1},
    {"precautions.toml", "attributes = [\"IMP\"]", "attributes = [\"XX\"]", "bone: attribute \"XX\" does not exist"},
    {"precautions.toml", "attributes = [\"IMP\"]", "positions = [\"XX\"]", "bone: position \"XX\" does not exist"},
    {"precautions.toml", "attributes = [\"IMP\"]", "items = [\"XX\"]", "bone: item \"XX\" does not exist"},
    {"precautions.toml", "attributes = [\"IMP\"]", "skills = [\"XX\"]", "bone: skill \"XX\" does not exist"},
    {"precautions.toml", "attributes = [\"IMP\"]", "spaces = [\"XX\"]", "bone: space \"XX\" does not exist"},
    {"precautions.toml", "attributes = [\"IMP\"]\n", "", "bone: a rule selects no activity", -3},
    {"precautions.toml", "attributes = [\"IMP\"]", "attributes = [\"IMP\"]\nallergen_overlap = true",
     "bone: allergen_overlap needs a parameter", -3},
    {"precautions.toml", "{ grade = [", "{ side = [", "bone: a rule asks for the unknown parameter \"side\"", -2},
    {"precautions.toml", "grade = [\"none\"]", "grade = [\"some\"]", "bone: a rule waits for \"some\"", -2},
    {"precautions.toml", "careful = \"none\", ", "", "a rule asks for grade, which has no careful value", 4},
    {"precautions.toml", "careful = \"none\"", "careful = \"all\"", "has a careful value that is no option: all"},
    {"precautions.toml", "\"ruled_out\"\nreason", "\"ruled\"\nreason", "reads the unknown parameter \"ruled\"", -2},
    {"precautions.toml", "options = [\"JP\", \"IMP\"]", "options = [\"JP\", \"ZZ\"]", "\"ZZ\" is neither", 9},
    {"precautions.toml", ", options = [\"JP\", \"IMP\"]", "", "parameter \"ruled_out\" needs options"},
    {"precautions.toml", "kind = \"list\"", "kind = \"lost\"", "has the unknown kind \"lost\""},
    {"precautions.toml", "name = \"ruled_out\"", "name = \"grade\"", "parameter \"grade\" is there twice"},
    {"precautions.toml", "name = \"ruled_out\"", "name = \"until\"", "parameter \"until\" must be a date"},
};

INSTANTIATE_TEST_SUITE_P(Fields, Breaks, testing::ValuesIn(fields));
INSTANTIATE_TEST_SUITE_P(References, Breaks, testing::ValuesIn(references));
INSTANTIATE_TEST_SUITE_P(Skills, Breaks, testing::ValuesIn(skills));
INSTANTIATE_TEST_SUITE_P(Numbers, Breaks, testing::ValuesIn(numbers));
INSTANTIATE_TEST_SUITE_P(Counts, Breaks, testing::ValuesIn(counts));
INSTANTIATE_TEST_SUITE_P(Hazards, Breaks, testing::ValuesIn(hazards));
INSTANTIATE_TEST_SUITE_P(Words, Breaks, testing::ValuesIn(words));
INSTANTIATE_TEST_SUITE_P(Precautions, Breaks, testing::ValuesIn(precautions));

TEST(LibraryCompiler, SoundContentHasNoProblem) {
    const ContentFolder folder;
    EXPECT_EQ(listed(folder.problems()), "");
}

TEST(LibraryCompiler, ListsEveryProblemInOrderOfFileAndLine) {
    const ContentFolder folder;
    const int second = folder.change(snips, "space = \"table\"", "space = \"moon\"");
    const int first = folder.change(snips, "category = \"fine_motor\"", "category = \"fine\"");
    folder.change("skills.toml", "step_no = 2", "step_no = 3");
    const auto problems = folder.problems();
    ASSERT_EQ(problems.size(), 3U) << listed(problems);
    EXPECT_EQ(problems[0].place.line, first);
    EXPECT_EQ(problems[1].place.line, second);
    EXPECT_EQ(problems[2].place.file, "skills.toml");
}

TEST(LibraryCompiler, AMissingFileIsAProblemAndNotACrash) {
    const ContentFolder folder;
    fs::remove(folder.path() / "items.toml");
    EXPECT_NE(listed(folder.problems()).find("items.toml:1: the file is missing"), std::string::npos);
    fs::remove_all(folder.path() / "activities");
    EXPECT_NE(listed(folder.problems()).find("activities:1: the folder holds no activities"), std::string::npos);
}

TEST(LibraryCompiler, ASentenceMayStandInThreeRecordsButNotInFour) {
    const ContentFolder folder;
    for (const char* own : {"Snip the corner.", "Snip the edge.", "Snip the end."})
        folder.change(snips, own, "Big bites, please!");
    EXPECT_EQ(listed(folder.problems()), "");
    const int line = folder.change(snips, "Snip the tip.", "Go slowly. Big BITES, please.");
    const auto problems = folder.problems();
    ASSERT_EQ(problems.size(), 4U) << listed(problems);
    EXPECT_EQ(problems.back().place.line, line);
    EXPECT_EQ(problems.back().text, "A04: \"big bites please\" stands in 4 records, 3 are allowed");
}

TEST(LibraryCompiler, ANamedLibraryNeedsFifteenActivities) {
    const ContentFolder folder;
    folder.change(snips, "category = \"fine_motor\"", "category = \"handwriting\"");
    const auto problems = folder.problems();
    ASSERT_EQ(problems.size(), 1U) << listed(problems);
    EXPECT_EQ(problems[0].text, "handwriting: needs at least 15 activities, has 1");
    EXPECT_EQ(problems[0].place.file, "vocabulary.toml");
}

TEST(LibraryCompiler, ReadingGradeFollowsItsFormula) {
    EXPECT_EQ(syllables("card"), 1);
    EXPECT_EQ(syllables("make"), 1);
    EXPECT_EQ(syllables("table"), 2);
    EXPECT_EQ(syllables("little"), 2);
    EXPECT_EQ(syllables("jumped"), 1);
    EXPECT_EQ(syllables("landed"), 2);
    EXPECT_EQ(syllables("boxes"), 2);
    EXPECT_EQ(syllables("scissors"), 2);
    EXPECT_EQ(syllables("paper"), 2);
    EXPECT_EQ(syllables("the"), 1);
    EXPECT_EQ(syllables("12"), 1);
    // 6 words, 2 sentences, 7 syllables
    EXPECT_NEAR(reading_grade("Cut the paper. Then you stop!"), 0.39 * 3 + 11.8 * 7 / 6 - 15.59, 1e-9);
    EXPECT_EQ(reading_grade(""), 0);
}

TEST(LibraryCompiler, DerivesDisciplineAttributesAndPageOrder) {
    const ContentFolder folder;
    folder.change(snips, "id = \"A01\"", "id = \"A09\"");
    folder.change("skills.toml", "short_name = \"Cuts a line\"\ndiscipline = \"OT\"",
                  "short_name = \"Cuts a line\"\ndiscipline = \"PT\"");
    Problems none;
    auto content = read_content(folder.path(), none);
    derive(content);
    EXPECT_EQ(content.activities.back().id, "A09");
    EXPECT_EQ(content.activities.back().discipline, "shared");
    EXPECT_EQ(content.activities.back().effective_attributes, std::vector<std::string>{"SHP"});
    EXPECT_TRUE(content.activities.back().attributes.empty());
}

TEST(LibraryCompiler, WhatIsWrittenIsReadBackTheSame) {
    const ContentFolder folder;
    folder.change(snips, "quantity = 2 }", "quantity = 2, optional = true }");
    folder.change(snips, "source_note", "stations = { group_max = 6, how = \"Two tables.\" }\nsource_note");
    Problems none;
    auto content = read_content(folder.path(), none);
    derive(content);
    const auto file = folder.path() / "library.db";
    write_library(content, file);
    const auto library = Library::open(file);
    ASSERT_TRUE(library) << library.error().detail;
    const Activity* read_back = library.value()->activity("A01");
    ASSERT_NE(read_back, nullptr);
    const Activity& written = content.activities.front();
    const auto same = [&](auto list) {
        return library_format::encode(read_back->*list) == library_format::encode(written.*list);
    };
    EXPECT_TRUE(same(&Activity::items) && same(&Activity::easier) && same(&Activity::cues) && same(&Activity::arcs));
    EXPECT_TRUE(same(&Activity::steps) && same(&Activity::sensory_load));
    EXPECT_TRUE(read_back->items[1].optional);
    EXPECT_FALSE(read_back->items[0].optional);
    EXPECT_EQ(read_back->stations_group_max, 6);
    const Precaution* bone = library.value()->precaution("bone");
    ASSERT_NE(bone, nullptr);
    ASSERT_EQ(bone->rules.size(), 2U);
    EXPECT_EQ(bone->rules[0].when.at("grade"), std::vector<std::string>{"none"});
    EXPECT_EQ(bone->parameters[0].options, (std::vector<std::string>{"none", "part"}));
    EXPECT_NE(report(*library.value()).find("4 activities by category"), std::string::npos);
    EXPECT_NE(report(*library.value()).find("  swing: Swing"), std::string::npos);
}

}  // namespace
}  // namespace pegboard::compiler
