// The goal bank, the screening, what the content promises and what it must not copy: each check of the
// compiler has a row, and what is compiled is read back.
#include "core/library/compiler/shingles.h"
#include "tests/core/content_folder.h"

namespace pegboard::compiler {
namespace {

const std::string goals = "goals.toml", screening = "screening.toml", coverage = "coverage.toml";
const std::string first_template =
    "By {by}, {child} will pick up {target} with thumb and finger, {assist}, in {n} of {of} tries.";

class BankBreaks : public testing::TestWithParam<Broken> {};

TEST_P(BankBreaks, IsFoundWithFileAndLine) { expect_found(GetParam()); }

const std::vector<Broken> bank{
    {goals, "id = \"G002\"", "id = \"G001\"", "G001: another goal has this id", -1},
    {goals, "id = \"G001\"", "id = \"G1\"", "G1: an id of this kind has the form"},
    {goals, "skill = \"fm.pincer\"", "skill = \"fm.cut\"", "G001: linkable \"fm.cut\" does not exist"},
    {goals, "measure = \"count\"", "measure = \"guess\"", "G001: measure \"guess\" does not exist"},
    {goals, "{child} will pick", "{child} will {child} pick", "G001: the template needs {child} exactly once"},
    {goals, "By {by}, {child} will pick", "{child} will pick", "G001: the template needs {by} exactly once"},
    {goals, "with thumb and", "with {side} thumb and", "G001: the template has a slot that is not"},
    {goals, "of {of} tries.\"", "of {of} tries\"", "G001: the template must end with a full stop"},
    {goals, "targets = [\"one bead\", \"three beads\"]", "targets = []", "G001: needs at least one target"},
    {goals, "values = [1, 3]", "values = [1]", "G001: needs one value for each target"},
    {goals, "values = [1, 3]", "values = [3, 1]", "G001: values must rise"},
    {goals, "values = [1, 3]", "values = [1, \"three\"]", "G001: \"values\" must hold numbers"},
    {goals, "n = 4", "n = 6", "G001: the ratio needs"},
    {goals, "percent = 80", "percent = 8", "G001: mastery needs 50 to 100 percent"},
    {goals, "percent = 80", "percent = 75", "G001: mastery must ask for the 80 percent of n of of"},
    {goals, "sessions_in_row = 3", "sessions_in_row = 0", "G001: mastery needs 1 to 10 sessions in a row"},
    {goals, "sessions_in_row = 3", "sessions_met = 4, sessions_of = 3", "G001: so many of so many sessions needs"},
    {goals, "sessions_in_row = 3", "sessions_in_row = 3, sessions_met = 3, sessions_of = 4",
     "G001: so many of so many sessions needs"},
    {goals, "percent = 75", "percent = 75, sessions_met = 3, sessions_of = 4",
     "G002: so many of so many sessions needs"},
    {goals, "mastery = { percent = 80, sessions_in_row = 3 }\n", "", "G001: mastery needs 50", -9},
    {goals, "percent = 75", "percent = 75, sessions_in_row = 3", "G002: n of of sessions stands for itself"},
    {goals, "weeks = 10", "weeks = 60", "G001: weeks must be 1 to 52"},
    {goals, "weeks = 10", "weeks = 10\npracticed_in = [\"A09\"]", "G001: activity \"A09\" does not exist", 1},
    {goals, "weeks = 10", "weeks = 10\npracticed_in = [\"A01\"]", "G001: A01 does not work on fm.pincer", 1},
    {goals, "weeks = 10", "weeks = 10\nrecorded_in = [\"A01\"]", "G001: A01 is not measured as the goal is", 1},
    {goals, "weeks = 8", "weeks = 8\npracticed_in = [\"A02\"]\nrecorded_in = [\"A01\"]",
     "G002: A01 is not among those it is practiced in", 2},
    {goals, "weeks = 8", "weeks = 8\ncounted_apart = true\nrecorded_in = [\"A01\"]",
     "G002: is counted apart, yet recorded in", 1},
    {goals, "why = \"Snack time: picks up peas.\"\n", "", "G001: \"why\" is missing", -11},
    {goals, "Snack time: picks up peas.", "Has a deficit.", "G001: the word \"deficit\" must not appear"},
    {goals, "By {by}, {child} will make {target} with {assist} in {n} of {of} sessions.", first_template,
     "G002: G001 has the same template"},
};

const std::vector<Broken> questions{
    {screening, "route = \"OT\"", "route = \"ST\"", "C01: route must be OT, PT or BOTH"},
    {screening, "focus = [\"fine_motor\"]", "focus = []", "C01: needs one or two focus areas"},
    {screening, "focus = [\"fine_motor\"]", "focus = [\"art\"]", "C01: focus \"art\" does not exist"},
    {screening, "from_months = 42", "from_months = 300", "C01: from_months must lie between"},
    {screening, "sources = [\"GPK\"]", "sources = []", "C01: needs at least one source"},
    {screening, "id = \"C02\"", "id = \"C2\"", "C2: an id of this kind has the form"},
    {screening, "tier = \"today\"", "tier = \"soon\"", "R01: tier must be 911, today or week"},
    {screening, "id = \"NONE\"", "id = \"NEVER\"", "NEVER: is no result of a screening"},
    {screening,
     "[[screening_result]]\nid = \"WATCH\"\nwords = \"Look again in six weeks.\"\nwords_es = \"En español.\"\n"
     "title = \"In short\"\ntitle_es = \"En breve\"\n",
     "", "screening_result \"WATCH\" is missing", -54},
    {screening, "words_es = \"Le cuestan las tijeras.\"\n", "", "C01: \"words_es\" is missing", -4},
    {screening, "group = \"hands\"", "group = \"feet\"", "C01: concern_group \"feet\" does not exist"},
    {screening, "Scissors are hard to use.", "Fails at scissors.", "C01: the word \"fails\" must not appear"},
    {screening, "Ask for an OT visit. This is not a diagnosis.", "Ask for a diagnosis.", "OT: the word \"diagnos\""},
    {screening, "Small things slip from the hand.", "Manipulating miniature components necessitates assistance.",
     "C02: words reads at grade"},
    {screening, "week_under_months = 18", "week_under_months = 12",
     "C02: week_under_months must lie after from_months, up to 252"},
    {screening, "[[concern]]", "[[worry]]", "\"worry\" does not belong in this file"},
};

const std::vector<Broken> promises{
    {coverage, "activities = 4", "activities = 5", "the library: needs at least 5 activities, has 4"},
    {coverage, "concerns = 2", "concerns = 3", "the screening: needs at least 3 concerns, has 2"},
    {coverage, "red_flags = 1", "red_flags = 2", "the screening: needs at least 2 red flags, has 1"},
    {coverage, "fine_motor = 3", "sculpture = 3", "category \"sculpture\" does not exist"},
    {coverage, "activities = 4", "activities = 4\nsongs = 1", "unknown field \"songs\"", 1},
};

INSTANTIATE_TEST_SUITE_P(Goals, BankBreaks, testing::ValuesIn(bank));
INSTANTIATE_TEST_SUITE_P(Screening, BankBreaks, testing::ValuesIn(questions));
INSTANTIATE_TEST_SUITE_P(Promises, BankBreaks, testing::ValuesIn(promises));

std::string problems_after(const std::string& file, const std::string& from, const std::string& to) {
    const ContentFolder folder;
    folder.change(file, from, to);
    return listed(folder.problems());
}

TEST(LibraryBank, ASkillWithoutActivityOrGoalIsNamedWhereItStands) {
    EXPECT_NE(problems_after("activities/snips.toml", ", \"fm.pincer\"]", "]")
                  .find("skills.toml:1: fm.pincer: needs at least 1 activities, has 0"),
              std::string::npos);
    EXPECT_NE(problems_after(goals, "skill = \"fm.cut2_line\"", "skill = \"fm.cut1_snip\"")
                  .find("fm.cut2_line: needs at least 1 goals, has 0"),
              std::string::npos);
    const auto focus = problems_after(coverage, "activities_per_focus = 4", "activities_per_focus = 10");
    EXPECT_NE(focus.find("vocabulary.toml:17: fine_motor: needs at least 10 activities, has 4"), std::string::npos)
        << focus;
    const auto category = problems_after(coverage, "fine_motor = 3", "handwriting = 15");
    EXPECT_NE(category.find("handwriting: needs at least 15 activities, has 0"), std::string::npos) << category;
}

TEST(LibraryBank, ContentWithoutGoalsOrScreeningIsSoundWhenItPromisesNone) {
    const ContentFolder folder;
    fs::remove(folder.path() / goals);
    fs::remove(folder.path() / screening);
    EXPECT_NE(listed(folder.problems()).find("needs at least 1 goals, has 0"), std::string::npos);
    write(folder.path() / coverage,
          "[[coverage]]\nactivities = 4\nactivities_per_skill = 1\ngoals_per_skill = 0\nactivities_per_focus = 1\n"
          "concerns = 0\nred_flags = 0\n");
    EXPECT_EQ(listed(folder.problems()), "");
    write(folder.path() / coverage, "");
    EXPECT_EQ(listed(folder.problems()), "coverage.toml:1: the file must hold one [[coverage]]\n");
}

TEST(LibraryBank, IdsHaveTheFormOfTheirKindSoThatOwnOnesNeverMeetThem) {
    for (const char* id : {"a01", "own01", "A1", "A-01", "A001"})
        EXPECT_NE(problems_after("activities/snips.toml", "id = \"A01\"", std::string("id = \"") + id + '"')
                      .find(std::string(id) + ": an id of this kind has the form"),
                  std::string::npos)
            << id;
    EXPECT_NE(problems_after("skills.toml", "id = \"fm.pincer\"", "id = \"FM.pincer\"").find("FM.pincer: an id"),
              std::string::npos);
}

TEST(LibraryBank, ATitleIsUsedOnce) {
    EXPECT_NE(
        problems_after("activities/snips.toml", "\"Blue snips\"", "\"RED snips\"").find("A02: A01 has the same title"),
        std::string::npos);
}

TEST(LibraryBank, RetiredIdsAreKeptAndBelongToOneRecord) {
    const ContentFolder folder;
    folder.change("activities/snips.toml", "source_note", "formerly = [\"Z99\"]\nsource_note");
    folder.change("skills.toml", "sources = [\"GPK\"]", "sources = [\"GPK\"]\nformerly = [\"fm.grip\"]");
    EXPECT_EQ(listed(folder.problems()), "");
    Problems none;
    auto content = read_content(folder.path(), none);
    derive(content);
    write_library(content, folder.path() / "library.db");
    const auto library = Library::open(folder.path() / "library.db").take();
    EXPECT_EQ(library->activity("Z99"), library->activity("A01"));
    EXPECT_EQ(library->skill("fm.grip"), library->skill("fm.pincer"));
    folder.change("activities/snips.toml", "[\"Z99\"]", "[\"A02\"]");
    EXPECT_NE(listed(folder.problems()).find("A01: another activity has the id \"A02\""), std::string::npos);
}

TEST(LibraryBank, SixWordsInARowOfASourceAreFound) {
    const std::string source = "The kite flies over the old mill, and nobody's there.";
    const auto runs = shingles_of(source);
    ASSERT_EQ(runs.size(), 5U);
    EXPECT_EQ(runs[0].words, "the kite flies over the old");
    EXPECT_EQ(runs[4].words, "the old mill and nobodys there");
    EXPECT_EQ(shingles_of("THE kite, flies: over the Öld").front().number, runs[0].number) << "case, marks, accents";
    EXPECT_TRUE(shingles_of("only five words stand here").empty());

    const ContentFolder folder;
    std::ostringstream numbers;
    numbers << "# of an invented page\n" << std::hex;
    for (const auto& run : runs) numbers << run.number << '\n';
    write(folder.path() / "shingles.txt", numbers.str());
    EXPECT_EQ(listed(folder.problems()), "");
    const int line =
        folder.change("activities/snips.toml", "Hold the red sheet.", "A kite flies over the old mill and away.");
    const auto problems = folder.problems();
    ASSERT_EQ(problems.size(), 1U) << listed(problems);
    EXPECT_EQ(problems[0].place.line, line);
    EXPECT_EQ(problems[0].text, "A01: \"kite flies over the old mill\" stands in a source");
    write(folder.path() / "shingles.txt", "12\nwords\n");
    EXPECT_NE(listed(folder.problems()).find("shingles.txt:2: \"words\" is no hexadecimal number"), std::string::npos);
}

TEST(LibraryBank, GoalsAndScreeningAreReadBackAsWritten) {
    const ContentFolder folder;
    Problems none;
    auto content = read_content(folder.path(), none);
    derive(content);
    write_library(content, folder.path() / "library.db");
    const auto library = Library::open(folder.path() / "library.db").take();
    const GoalTemplate* goal = library->goal_template("G001");
    ASSERT_NE(goal, nullptr);
    EXPECT_EQ(goal->text, first_template);
    EXPECT_EQ(goal->targets, (std::vector<std::string>{"one bead", "three beads"}));
    EXPECT_EQ(goal->values, (std::vector<double>{1, 3}));
    EXPECT_EQ(goal->n, 4);
    EXPECT_EQ(goal->of, 5);
    EXPECT_EQ(goal->mastery_percent, 80);
    EXPECT_EQ(goal->sessions_in_row, 3);
    EXPECT_EQ(goal->weeks, 10);
    EXPECT_EQ(goal->why, "Snack time: picks up peas.");
    EXPECT_EQ(library->goal_templates("fm.pincer"), std::vector<const GoalTemplate*>{goal});
    EXPECT_EQ(library->goal_templates("fm.cut").size(), 2U) << "a sequence has the goals of its steps";
    EXPECT_TRUE(library->goal_templates("").empty());
    EXPECT_EQ(library->goal_template("G999"), nullptr);
    ASSERT_EQ(library->concerns().size(), 2U);
    EXPECT_EQ(library->concerns()[1].route, "BOTH");
    EXPECT_EQ(library->concerns()[1].from_months, 12);
    EXPECT_EQ(library->concerns()[1].week_under_months, 18);
    EXPECT_EQ(library->concerns()[0].week_under_months, 0) << "nothing said: never at once";
    ASSERT_EQ(library->red_flags().size(), 1U);
    EXPECT_EQ(library->red_flags()[0].tier, "today");
    ASSERT_NE(library->screening_result("WATCH"), nullptr);
    EXPECT_EQ(library->screening_result("WATCH")->words, "Look again in six weeks.");
    EXPECT_EQ(library->screening_result("week"), nullptr);
}

}  // namespace
}  // namespace pegboard::compiler
