// The goal writer: sentences from templates and slots, numbers from words, the bank's filters, and the ladder.
#include "core/rules/goals/goal_writing.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/library/find_goals.h"
#include "core/library/skill_graph.h"
#include "core/rules/goals/goal_ladder.h"
#include "tests/core/library_at_hand.h"

namespace pegboard {
namespace {

const Date today = *make_date(2026, 9, 29);

const GoalTemplate& bank(std::string_view id) { return *library().goal_template(id); }

GoalSlots zip_slots() {
    GoalSlots slots = usual_slots(bank("G023"), "Mateo", today);
    slots.prompt_level = 5;
    slots.by = make_date(2026, 12, 11);
    return slots;
}

TEST(GoalWriting, FillsTheSlotsOfATemplate) {
    EXPECT_EQ(write_goal(bank("G023"), zip_slots()),
              "By 11 Dec 2026, Mateo will join and zip a jacket within 60 seconds with a spoken prompt in 4 of 5 "
              "chances, 3 sessions in a row.");
    GoalSlots with = zip_slots();
    with.condition = "standing at the coat pegs";
    with.in_row = 1;
    EXPECT_EQ(write_goal(bank("G023"), with),
              "By 11 Dec 2026, standing at the coat pegs, Mateo will join and zip a jacket within 60 seconds with a "
              "spoken prompt in 4 of 5 chances.");
}

TEST(GoalWriting, PartsNameTheirSlotsAndSayWhatIsMissing) {
    GoalSlots slots;
    const auto parts = sentence_parts(bank("G001"), slots);
    std::vector<GoalSlot> asked;
    for (const SentencePart& part : parts) {
        EXPECT_FALSE(part.words.empty());
        if (part.slot == GoalSlot::none) continue;
        asked.push_back(part.slot);
        EXPECT_EQ(part.filled, part.slot == GoalSlot::assist) << part.words;
    }
    EXPECT_EQ(asked, (std::vector{GoalSlot::by, GoalSlot::child, GoalSlot::target, GoalSlot::assist, GoalSlot::ratio}));
    EXPECT_NE(write_goal(bank("G001"), slots).find("[how many of how many]"), std::string::npos);
}

TEST(GoalWriting, EveryGoalOfTheBankReadsAsASentenceForReportAndFamily) {
    for (const GoalTemplate& goal : library().goal_templates()) {
        SCOPED_TRACE(goal.id);
        const GoalSlots slots = usual_slots(goal, "Amira", today);
        const std::string report = write_goal(goal, slots), family = write_goal_for_family(goal, slots);
        for (const std::string& text : {report, family}) {
            EXPECT_EQ(text.find_first_of("{}[]"), std::string::npos) << text;
            EXPECT_TRUE(text.ends_with('.')) << text;
            EXPECT_NE(text.find(slots.target), std::string::npos) << text;
            EXPECT_NE(text.find(std::to_string(goal.n) + " of " + std::to_string(goal.of)), std::string::npos) << text;
            EXPECT_EQ(text.find("  "), std::string::npos) << text;
            EXPECT_EQ(text.find(",."), std::string::npos) << text;
        }
        EXPECT_TRUE(family.starts_with("Amira is learning to ")) << family;
        const std::string title = goal_title(goal, slots, library());
        EXPECT_FALSE(title.empty());
        EXPECT_LE(title.size(), 120U);
        for (const std::string& target : goal.targets)
            EXPECT_NE(target.find_first_not_of("0123456789. %"), std::string::npos) << "only a number: " << title;
    }
    EXPECT_EQ(write_goal_for_family(bank("G023"), zip_slots()),
              "Mateo is learning to join and zip a jacket within 60 seconds with a spoken prompt. We hope to see it in "
              "4 of 5 chances, by 11 Dec 2026.");
}

TEST(GoalWriting, HelpIsSaidInOnePhrase) {
    EXPECT_EQ(say_help(0, std::nullopt), "no help");
    EXPECT_EQ(say_help(4, std::nullopt), "a light touch");
    EXPECT_EQ(say_help(0, 5), "a spoken prompt");
    EXPECT_EQ(say_help(4, 5), "a light touch and a spoken prompt");
    EXPECT_EQ(say_help(0, 0), "no help and no prompts");
}

TEST(GoalWriting, ReadsTheNumberOfATargetInTheMeasuresUnit) {
    EXPECT_EQ(read_target("duration_s", "2 minutes", {}), 120);
    EXPECT_EQ(read_target("time_s", "45 seconds", {}), 45);
    EXPECT_EQ(read_target("time_s", "45", {}), 45);
    EXPECT_EQ(read_target("distance_cm", "1.5 m", {}), 150);
    EXPECT_EQ(read_target("distance_cm", "an 8 cm strip", {}), 8);
    EXPECT_EQ(read_target("deviation_mm", "6 mm", {}), 6);
    EXPECT_EQ(read_target("deviation_mm", "1 cm", {}), 10);
    EXPECT_EQ(read_target("legible_pct", "85 %", {}), 85);
    EXPECT_EQ(read_target("count", "10 small", {}), 10);
    EXPECT_EQ(read_target("rate_min", "12 letters a minute", {}), 12);
    EXPECT_EQ(read_target("time_s", "own starting time less 20 %", 40.0), 32);
    EXPECT_EQ(read_target("rate_min", "own starting speed plus 50 %", 10.0), 15);
    EXPECT_EQ(read_target("time_s", "own starting time less 20 %", {}), std::nullopt);
    EXPECT_EQ(read_target("count", "5 minutes", {}), std::nullopt);
    EXPECT_EQ(read_target("distance_cm", "30 seconds", {}), std::nullopt);
    EXPECT_EQ(read_target("legible_pct", "12 of 15 letters", {}), 80);
    EXPECT_EQ(read_target("steps_pct", "all 6", {}), 100);
    EXPECT_EQ(read_target("legible_pct", "12 cm", {}), std::nullopt);
    EXPECT_EQ(read_target("events", "60 ml", {}), std::nullopt);
    EXPECT_EQ(read_target("trials", "3-word", {}), std::nullopt) << "trials are judged by their ratio";
    EXPECT_EQ(read_target("count", "socks", {}), std::nullopt);
    EXPECT_EQ(read_target("no_such", "5", {}), std::nullopt);
}

TEST(GoalWriting, ReadsTheBanksOwnTargetsAsTheBankHasThem) {
    int read = 0;
    for (const GoalTemplate& goal : library().goal_templates())
        for (std::size_t i = 0; i < goal.values.size(); ++i) {
            GoalSlots slots;
            slots.target = goal.targets[i];
            EXPECT_EQ(target_value(goal, slots, {}), goal.values[i]) << goal.id;
            if (const auto by_words = read_target(goal.measure, goal.targets[i], {})) {
                ++read;
                EXPECT_NEAR(*by_words, goal.values[i], 0.05) << goal.id << " " << goal.targets[i];
            }
        }
    EXPECT_GT(read, 100);
}

TEST(GoalWriting, TargetsAreSaidAsTheyAreRead) {
    for (const auto& [measure, value] : std::vector<std::pair<std::string, double>>{{"duration_s", 90},
                                                                                    {"duration_s", 120},
                                                                                    {"duration_s", 1},
                                                                                    {"distance_cm", 80},
                                                                                    {"distance_cm", 250},
                                                                                    {"deviation_mm", 6},
                                                                                    {"legible_pct", 80},
                                                                                    {"count", 12},
                                                                                    {"latency_s", 600}})
        EXPECT_EQ(read_target(measure, say_target(measure, value), {}), value) << say_target(measure, value);
    EXPECT_EQ(say_target("duration_s", 120), "2 minutes");
}

TEST(GoalWriting, TheGoalRecordsWhatTheSentenceSays) {
    Goal before;
    before.note = "Kept";
    before.baseline = {20, 22, 25};
    GoalSlots slots = usual_slots(bank("G008"), "Mateo", today);
    slots.target = "1 minute";
    slots.assist_level = 4;
    const Goal goal = goal_from(before, bank("G008"), slots, library());
    EXPECT_EQ(goal.skill, bank("G008").skill);
    EXPECT_EQ(goal.measure, "duration_s");
    EXPECT_EQ(goal.target, 60);
    EXPECT_EQ(goal.successes, 3);
    EXPECT_EQ(goal.attempts, 4);
    EXPECT_EQ(goal.ratio_noun, "sessions");
    EXPECT_EQ(goal.sessions_in_row, 0) << "3 of 4 sessions stands for itself";
    EXPECT_EQ(goal.assist_level, 4);
    EXPECT_EQ(goal.due, today + 7 * bank("G008").weeks);
    EXPECT_EQ(goal.note, "Kept");
    EXPECT_NE(goal.title.find("1 minute"), std::string::npos);
    EXPECT_EQ(goal.discipline, Discipline::ot);
}

TEST(GoalBank, FiltersCombine) {
    EXPECT_EQ(find_goals(library(), {}).size(), 166U);
    for (const GoalTemplate* goal : find_goals(library(), {.category = "scissors", .discipline = "OT"}))
        EXPECT_EQ(library().skill(goal->skill)->discipline, "OT");
    const auto steps = find_goals(library(), {.skill = "fm.cut"});
    EXPECT_GE(steps.size(), 8U);
    for (const GoalTemplate* goal : steps) EXPECT_EQ(library().skill(goal->skill)->parent, "fm.cut");
    const auto rises = find_goals(library(), {.query = "stand up from"});
    const auto from_a_seat = std::ranges::find(rises, "G160", &GoalTemplate::id);
    ASSERT_NE(from_a_seat, rises.end()) << "standing up from a seat";
    EXPECT_EQ((*from_a_seat)->sessions_met, 3);
    EXPECT_EQ((*from_a_seat)->sessions_of, 4);
    EXPECT_EQ(find_goals(library(), {.query = "ZIP jack"}).front()->id, "G022") << "a joined jacket is a target";
    EXPECT_TRUE(find_goals(library(), {.query = "zip", .focus = "gross_motor"}).empty());
    for (const GoalTemplate* goal : find_goals(library(), {.age_months = 24}))
        EXPECT_TRUE(!library().skill(goal->skill)->from_months || grows_at(*library().skill(goal->skill), 24));
}

LadderFacts ladder_facts(const Child& child, const GoalTemplate& from) {
    LadderFacts facts;
    facts.child = &child;
    facts.from = &from;
    facts.slots = usual_slots(from, "Mateo", today);
    facts.today = today;
    return facts;
}

void expect_even_dates(const std::vector<LadderRung>& rungs, const Goal& goal) {
    Date before = *goal.start;
    for (const LadderRung& rung : rungs) {
        EXPECT_EQ(rung.goal.start, before);
        EXPECT_GT(*rung.goal.due, before);
        before = *rung.goal.due;
        EXPECT_EQ(rung.goal.term, GoalTerm::short_term);
        EXPECT_EQ(rung.goal.parent, goal.id);
        EXPECT_EQ(rung.goal.child, goal.child);
        EXPECT_NE(rung.statement.find(say(*rung.goal.due)), std::string::npos) << rung.statement;
        EXPECT_EQ(rung.statement.find_first_of("[{"), std::string::npos) << rung.statement;
    }
    EXPECT_LT(before, *goal.due);
}

Goal long_goal(std::string skill) {
    Goal goal;
    goal.id = GoalId{7};
    goal.child = ChildId{3};
    goal.skill = std::move(skill);
    goal.start = today;
    goal.due = today + 140;
    return goal;
}

TEST(GoalLadder, ClimbsTheStepsBetweenThePresentOneAndTheGoal) {
    Child child;
    child.present_steps.push_back({{}, "fm.cut", library().steps_of("fm.cut")[1]->id});
    const auto steps = library().steps_of("fm.cut");
    const Goal goal = long_goal(steps[4]->id);
    const auto rungs =
        propose_ladder(goal, ladder_facts(child, *library().goal_templates(goal.skill).front()), library());
    ASSERT_EQ(rungs.size(), 2U);
    EXPECT_EQ(rungs[0].goal.skill, steps[2]->id);
    EXPECT_EQ(rungs[1].goal.skill, steps[3]->id);
    EXPECT_EQ(rungs[0].why, "Step 3 of " + std::to_string(steps.size()) + " in Scissor skills");
    expect_even_dates(rungs, goal);
}

TEST(GoalLadder, ALongSequenceIsThinnedAndBeginsWithTheNextStep) {
    const Goal goal = long_goal("fm.cut");
    const auto rungs = propose_ladder(goal, ladder_facts(Child{}, bank("G019")), library());
    ASSERT_EQ(rungs.size(), most_rungs);
    EXPECT_EQ(rungs[0].goal.skill, library().steps_of("fm.cut").front()->id);
    expect_even_dates(rungs, goal);
}

TEST(GoalLadder, OutsideASequenceEasierTargetsComeFirstAndReachedOnesAreLeftOut) {
    Goal goal = long_goal("fm.string");
    goal.measure = "count";
    goal.baseline = {3, 3, 4};
    const Child child;
    LadderFacts facts = ladder_facts(child, bank("G003"));
    facts.slots.target = "10 small";
    goal = goal_from(goal, bank("G003"), facts.slots, library());
    goal.due = today + 140;
    const auto rungs = propose_ladder(goal, facts, library());
    ASSERT_EQ(rungs.size(), 2U) << "3 large is reached already";
    EXPECT_EQ(rungs[0].goal.target, 5);
    EXPECT_EQ(rungs[1].goal.target, 8);
    EXPECT_EQ(rungs[0].goal.baseline, goal.baseline);
    expect_even_dates(rungs, goal);
}

TEST(GoalLadder, WhereNoTargetIsEasierHelpFades) {
    Goal goal = long_goal("fm.string");
    const Child child;
    LadderFacts facts = ladder_facts(child, bank("G003"));
    facts.help_now = 6;
    facts.slots.assist_level = 2;
    goal = goal_from(goal, bank("G003"), facts.slots, library());
    goal.due = today + 100;
    const auto rungs = propose_ladder(goal, facts, library());
    ASSERT_EQ(rungs.size(), 3U);
    EXPECT_EQ(rungs[0].goal.assist_level, 5);
    EXPECT_EQ(rungs[2].goal.assist_level, 3);
    EXPECT_NE(rungs[0].statement.find("a little help"), std::string::npos);
    expect_even_dates(rungs, goal);
    facts.help_now = 2;
    EXPECT_TRUE(propose_ladder(goal, facts, library()).empty());
}

}  // namespace
}  // namespace pegboard
