// The content compiler: a small sound content folder is copied, one thing in it is broken, and the
// problem must be found with its file and line. Every check has a row.
#include "core/library/content/readability.h"
#include "tests/core/content_folder.h"

namespace pegboard::compiler {
namespace {

using content::reading_grade;
using content::syllables;

class Breaks : public testing::TestWithParam<Broken> {};

TEST_P(Breaks, IsFoundWithFileAndLine) { expect_found(GetParam()); }

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
    {snips, "\"fm.cut2_line\"]", "\"fm.cut9\"]", "A01: skill \"fm.cut9\" does not exist"},
    {snips, "\"fm.cut2_line\"]", "\"fm.cut\"]", "A01: names the sequence \"fm.cut\"; name one of its steps"},
    {snips, "id = \"paper\"", "id = \"papyrus\"", "A01: item \"papyrus\" does not exist"},
    {snips, "space = \"table\"", "space = \"moon\"", "A01: space \"moon\" does not exist"},
    {snips, "position = \"SC\"", "position = \"XX\"", "A01: position \"XX\" does not exist"},
    {snips, "\nattributes = []", "\nattributes = [\"XX\"]", "A01: attribute \"XX\" does not exist", 1},
    {snips, "allergens = []", "allergens = [\"oak\"]", "A01: allergen \"oak\" does not exist"},
    {snips, "\"seated\"", "\"wild\"", "A01: intensity \"wild\" does not exist"},
    {snips, "\"reach\"", "\"none\"", "A01: supervision \"none\" does not exist"},
    {snips, "[\"sea\"]", "[\"mud\"]", "A01: interest \"mud\" does not exist"},
    {snips, "dimension = \"size\"", "dimension = \"mood\"", "A01: dimension \"mood\" does not exist"},
    {snips, "type = \"verbal\"", "type = \"song\"", "A01: kind of cue \"song\" does not exist"},
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
     "prerequisites = [\"fm.cut2_line\"]\nsources = [\"GPK\"]\n\n[[skill]]\nid = \"fm.cut2",
     "prerequisites go around in a circle", 0},
    {"skills.toml", "step_no = 2", "step_no = 3", "fm.cut2_line: the steps of fm.cut must be numbered"},
    {"skills.toml", "parent = \"fm.cut\"\n", "", "fm.cut1_snip: steps, and only they, have a parent", -3},
    {"skills.toml", "parent = \"fm.cut\"", "parent = \"fm.cot\"", "sequence \"fm.cot\" does not exist"},
    {"skills.toml", "sources = [\"GPK\"]", "sources = []", "fm.pincer: needs at least one source"},
    {"skills.toml", "\"Picking up small things\"", "\"Developing extraordinary dexterity\"",
     "fm.pincer: parent_name reads"},
};

const std::vector<Broken> numbers{
    {snips, "minutes_min = 5", "minutes_min = 10", "A01: the shortest useful time must be 1 minute or more"},
    {snips, "minutes = 10", "minutes = 50", "A01: the usual time must be 45 minutes or less"},
    {snips, "version = 1", "version = 0", "A01: the version starts at 1"},
    {snips, "group_min = 1", "group_min = 3", "A01: the smallest group must be"},
    {snips, "quantity = 1", "quantity = 0", "A01: item \"scissors\" needs a quantity", 0},
    {snips, "id = \"paper\"", "id = \"scissors\"", "A01: names item \"scissors\" twice"},
    {snips, "touch = 0", "touch = 4", "A01: the sensory load takes"},
    {snips, "touch = 0", "taste = 0", "A01: the sensory load takes"},
    {snips, "source_note", "stations = { group_max = 2, how = \"Two tables.\" }\nsource_note",
     "A01: stations must let a larger group take part"},
    {snips, "age_min_months = 30", "age_min_months = 60", "A01: the youngest age must be below"},
    {snips, "age_min_months = 30\nage_max_months = 60", "age_min_months = 61\nage_max_months = 90",
     "A01: its ages meet the window of none of its skills"},
    {snips, "age_max_months = 60", "age_max_months = 35", "A01: fm.cut2_line begins at 36 months"},
};

const std::vector<Broken> counts{
    {snips, "\"fm.cut2_line\"]", "\"fm.cut2_line\", \"fm.pincer\", \"fm.x\"]", "A01: needs 1 to 3 skills, has 4"},
    {snips, "[\"Put the red sheet flat.\"]", "[]", "A01: needs 1 to 3 set-up lines, has 0"},
    {snips, "[\"Put the red sheet flat.\"]", "[\"Ask.\", \"Look.\", \"Go.\", \"Sit.\"]",
     "needs 1 to 3 set-up lines, has 4"},
    {snips, "  \"Hold the red sheet.\",\n", "", "A01: needs 3 to 6 steps, has 2", -1},
    {snips, "  \"Hold the red sheet.\",\n", "  \"Sit.\", \"Look.\", \"Hold.\", \"Ask.\", \"Wait.\",\n",
     "A01: needs 3 to 6 steps, has 7", -1},
    {snips, "  { dimension = \"size\", change = \"Use a bigger red.\" },\n", "",
     "needs 2 to 4 ways to make it easier, has 1", -1},
    {snips, "  { dimension = \"size\", change = \"Use a smaller red.\" },\n", "",
     "needs 2 to 4 ways to make it harder, has 1", -1},
    {snips, "  { type = \"verbal\", text = \"Thumb up for the red.\" },\n", "", "needs 3 to 5 cues, has 2", -1},
    {snips, "[\"Sit down for the red.\"]", "[]", "A01: needs 1 to 8 safety lines, has 0"},
    {snips, "measure = { type = \"count\", what = \"snips in the red\", unit = \"snips\" }\n", "",
     "A01: needs a measure", -43},
    {snips, "\"Red snips\"", '"' + std::string(61, 'x') + '"', "A01: the title is longer than 60"},
    {snips, "\"Snip red card into rain.\"", '"' + std::string(111, 'x') + '"', "A01: the idea is longer than 110"},
};

const std::vector<Broken> hazards{
    {snips, "position = \"SC\"", "position = \"JP\"",
     "A01: the position \"Jumping\" (JP) needs the hazard \"Landing\" (IMP)", 1},
    {snips, "position = \"SC\"", "position = \"QU\"", "needs the hazard \"Weight through the arms\" (WBA)", 1},
    {snips, "position = \"SC\"", "position = \"PR\"", "needs the hazard \"Pressure on the belly\" (PRB)", 1},
    {snips, "position = \"SC\"", "position = \"SW\"", "needs the hazard \"Hanging equipment\" (SUS)", 1},
    {snips, "intensity = \"seated\"", "intensity = \"vigorous\"", "needs the hazard \"Hard breathing\" (AER)", -2},
    {snips, "\nattributes = []", "\nattributes = [\"HOT\"]", "A01: hazard HOT is not used in the library", 1},
    {snips, "supervision = \"reach\"", "supervision = \"therapist_only\"", "A01: it cannot be for home", 24},
    {snips, "id = \"paper\"", "id = \"swing\"", "A01: it cannot be for home", 32},
    {snips, "id = \"paper\"", "id = \"gait_belt\"", "A01: it cannot be for home", 32},
    {snips, "home_ok = true", "home_ok = false", "A01: it has words for the family but is not for home", 1},
    {snips, "home_text = \"Snip the red card from a box.\"\n", "", "A01: for home, it needs words for the family", -1},
};

const std::string bigger = "change = \"Use a bigger red.\" }";
Broken rung(const std::string& extra, const std::string& problem, int lines_on = 0) {
    return {snips, bigger, "change = \"Use a bigger red.\", " + extra + " }", problem, lines_on};
}
const std::vector<Broken> moving{
    {snips, "position = \"SC\"", "position = \"JP\"", "A01: the position \"JP\" needs its \"needs\" stated"},
    {snips, "position = \"SC\"", "position = \"JP\"\nneeds = [\"stand\"]",
     "A01: the position \"Jumping\" (JP) needs stand, walk or walk_free", 1},
    {snips, "position = \"SC\"", "position = \"JP\"\nneeds = [\"walk\", \"wheelchair\"]",
     "A01: the position \"Jumping\" (JP) is not for a child who moves an own wheelchair", 1},
    {snips, "position = \"SC\"", "position = \"SC\"\nneeds = [\"fly\"]", "A01: need \"fly\" does not exist", 1},
    rung("position = \"XX\"", "A01: position \"XX\" does not exist"),
    rung("space = \"moon\"", "A01: space \"moon\" does not exist"),
    rung("adds = [\"XX\"]", "A01: attribute \"XX\" does not exist"),
    rung("drops = [\"XX\"]", "A01: attribute \"XX\" does not exist"),
    rung("drops = [\"WBA\"]", "A01: a rung drops \"Weight through the arms\" (WBA), which the activity does not have"),
    rung("adds = [\"SHP\"], drops = [\"SHP\"]", "A01: a rung drops \"Sharp tool\" (SHP), which it has all the same"),
    rung("leaves_out = [\"fm.pincer\"]", "A01: a rung leaves out \"fm.pincer\", which the activity does not work on"),
    rung("items = [\"moon\"]", "A01: item \"moon\" does not exist"),
    rung("needs = [\"fly\"]", "A01: need \"fly\" does not exist"),
    rung("position = \"JP\", needs = []", "A01: the position \"Jumping\" (JP) needs stand, walk or walk_free"),
    rung("adds = [\"HOT\"]", "A01: hazard HOT is not used in the library"),
    rung("items = [\"gait_belt\"]", "A01: it cannot be for home", 15),
    rung("colour = \"red\"", "A01: unknown field \"colour\""),
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
     "A01: the words for the family read at grade"},
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
    {"precautions.toml", "attributes = [\"IMP\"]", "attributes = [\"IMP\"]\nminutes_above = 10",
     "bone: minutes_above can flag only", -3},
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
INSTANTIATE_TEST_SUITE_P(Moving, Breaks, testing::ValuesIn(moving));
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
    folder.change(
        snips, "Use a bigger red.\" }",
        "Use a bigger red.\", position = \"JP\", space = \"hall\", adds = [\"IMP\", \"AER\"], drops = [\"SHP\"], "
        "items = [\"swing\"], needs = [\"walk_free\"] }");
    folder.change(snips, "Use thick red card.\" }",
                  "Use thick red card.\", needs = [], leaves_out = [\"fm.cut2_line\"] }");
    folder.change(snips, "home_ok = true\nhome_text = \"Snip the red card from a box.\"", "home_ok = false");
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
    EXPECT_EQ(read_back->easier, written.easier);
    EXPECT_EQ(read_back->easier[0].adds, (std::vector<std::string>{"IMP", "AER"}));
    EXPECT_EQ(read_back->easier[0].needs, std::vector<std::string>{"walk_free"});
    EXPECT_EQ(read_back->easier[1].needs, std::vector<std::string>{}) << "needs nothing, which is not the same as ...";
    EXPECT_EQ(read_back->harder[0].needs, std::nullopt) << "... saying nothing";
    EXPECT_TRUE(read_back->items[1].optional);
    EXPECT_FALSE(read_back->items[0].optional);
    EXPECT_EQ(read_back->stations_group_max, 6);
    const Precaution* bone = library.value()->precaution("bone");
    ASSERT_NE(bone, nullptr);
    ASSERT_EQ(bone->rules.size(), 2U);
    EXPECT_EQ(bone->rules[0].when.at("grade"), std::vector<std::string>{"none"});
    EXPECT_EQ(bone->parameters[0].options, (std::vector<std::string>{"none", "part"}));
    EXPECT_NE(report(*library.value()).find("4 activities, 3 skills an activity can name, 3 goals"), std::string::npos);
    EXPECT_NE(report(*library.value()).find("  swing (0): Swing"), std::string::npos);
    EXPECT_NE(report(*library.value()).find("  Fine motor skills: 4 and 3\n"), std::string::npos);
    EXPECT_NE(report(*library.value()).find("two activities\n  fm.pincer (1): Picks up small things\n"),
              std::string::npos);
}

}  // namespace
}  // namespace pegboard::compiler
