// What a goal's sentence says, read out of its words, and the part in which the data beside it differ.
#include "core/rules/goals/goal_reading.h"

#include <gtest/gtest.h>

#include "core/rules/goals/goal_check.h"
#include "core/rules/goals/goal_words.h"
#include "core/rules/goals/goal_writing.h"
#include "tests/core/library_at_hand.h"

namespace pegboard {
namespace {

const Date today = *make_date(2026, 9, 29);

/// The goal of the bank's template as it is written with these slots.
Goal written(const GoalTemplate& from, GoalSlots slots) {
    Goal goal;
    goal.baseline = {40, 40, 40};
    return goal_from(goal, from, slots, library());
}

std::string words_of(const std::vector<Disagreement>& all) {
    std::string words;
    for (const Disagreement& each : all) words += each.words + "\n";
    return words;
}

TEST(GoalReading, NumbersHelpAndDatesOfASentence) {
    const auto says = read_sentence(
        "By 11 Dec 2026, given a loose jacket, Mateo will hold the zip for 1:30 min with a spoken prompt in 4 of 5 "
        "tries, "
        "3 sessions in a row.",
        "duration_s");
    EXPECT_EQ(says.by, make_date(2026, 12, 11));
    EXPECT_EQ(says.ratio, (SentenceSays::Ratio{4, 5, "tries"}));
    EXPECT_EQ(says.in_row, 3);
    EXPECT_EQ(says.assist, 0);
    EXPECT_EQ(says.prompt, 5);
    EXPECT_EQ(says.values, (std::vector<double>{90}));
}

TEST(GoalReading, OtherWaysOfSayingIt) {
    EXPECT_EQ(read_sentence("She will sit for ten seconds independently on 3 out of 4 school days.", "duration_s"),
              (SentenceSays{{}, SentenceSays::Ratio{3, 4, "school days"}, {}, 0, 0, {10}}));
    EXPECT_EQ(read_sentence("By December 11, 2026 he walks 50 ft with contact guard for 2 consecutive sessions.",
                            "distance_cm"),
              (SentenceSays{make_date(2026, 12, 11), {}, 2, 4, {}, {50 * 30.48}}));
    const auto steps = read_sentence(
        "Mia will do 4 of 6 steps with verbal cues and minimal assistance in 3 of 4 mornings.", "steps_pct");
    EXPECT_EQ(steps.ratio, (SentenceSays::Ratio{3, 4, "mornings"}));
    EXPECT_EQ(steps.assist, 5);
    EXPECT_EQ(steps.prompt, 5);
    ASSERT_EQ(steps.values.size(), 1U);
    EXPECT_NEAR(steps.values[0], 66.67, 0.01);
    EXPECT_FALSE(read_sentence("Ana will zip her coat.", "trials").assist) << "nothing is said of help";
}

TEST(GoalReading, TheBanksGoalsAgreeWithTheirDataInEveryTargetAndHelp) {
    for (const GoalTemplate& bank : library().goal_templates())
        for (const std::string& target : bank.targets)
            for (const int assist : {0, 2, 4, 7})
                for (const std::optional<int> prompt : {std::optional<int>(), std::optional(5), std::optional(6)}) {
                    GoalSlots slots = usual_slots(bank, "Amira", today);
                    slots.target = target;
                    slots.assist_level = assist;
                    slots.prompt_level = prompt;
                    slots.condition = "given a visual schedule";
                    const Goal goal = written(bank, slots);
                    const auto differ = disagreements(goal, library());
                    EXPECT_TRUE(differ.empty()) << bank.id << ": " << goal.sentence << "\n" << words_of(differ);
                }
}

TEST(GoalReading, EachPartThatDiffersIsNamedAndMended) {
    GoalSlots slots = usual_slots(*library().goal_template("G008"), "Amira", today);
    slots.condition = "at the easel";
    slots.prompt_level = 5;
    slots.n = 3;
    slots.of = 4;
    const Goal goal = written(*library().goal_template("G008"), slots);
    ASSERT_TRUE(disagreements(goal, library()).empty()) << goal.sentence;
    const auto expect_one = [&](Goal changed, SentencePartKind part, const char* words) {
        const auto all = disagreements(changed, library());
        ASSERT_EQ(all.size(), 1U) << words_of(all);
        EXPECT_EQ(all[0].part, part) << all[0].words;
        EXPECT_NE(all[0].words.find(words), std::string::npos) << all[0].words;
        if (!all[0].mend) return;
        EXPECT_TRUE(disagreements(*all[0].mend, library()).empty()) << "the mend mends it";
    };
    Goal other = goal;
    other.due = today + 3;
    expect_one(other, SentencePartKind::date, "2 Oct 2026");
    other = goal;
    other.condition = "at home";
    expect_one(other, SentencePartKind::condition, "at home");
    other = goal;
    other.target = 45;
    expect_one(other, SentencePartKind::target, "30 s, the goal line 45 s");
    other = goal;
    other.prompt_max.reset();
    expect_one(other, SentencePartKind::help, "the sentence says a spoken prompt, the goal line no help");
    other = goal;
    other.attempts = 5;
    expect_one(other, SentencePartKind::ratio, "3 of 4 sessions, the goal line 3 of 5 sessions");
    other = goal;
    other.ratio_noun = "tries";
    expect_one(other, SentencePartKind::ratio, "3 of 4 sessions, the goal line 3 of 4 tries");
    other = goal;
    other.sessions_in_row = 3;
    expect_one(other, SentencePartKind::in_row, "no sessions in a row, the goal line 3");
}

TEST(GoalReading, TheCheckSaysWhichPartDiffers) {
    const GoalTemplate& bank = *library().goal_template("G066");
    GoalSlots slots = usual_slots(bank, "Amira", today);
    slots.condition = "at the table in class";
    Goal goal = written(bank, slots);
    goal.routine = "Class work.";
    goal.start = today;
    EXPECT_EQ(count_good(check_goal(goal, {goal.sentence, nullptr, today}, library())), 8);
    goal.target = 200;
    const auto all = check_goal(goal, {goal.sentence, nullptr, today}, library());
    EXPECT_EQ(count_good(all), 7);
    EXPECT_NE(all[2].words.find("3 min"), std::string::npos) << all[2].words;
}

TEST(GoalReading, ConditionsAreSaidInWordsOfTheirOwn) {
    EXPECT_FALSE(goal_words::names_condition("By 3 Dec 2026, Mateo will hop at 3 km with no help in 4 of 5 tries."));
    EXPECT_FALSE(goal_words::names_condition("By 3 Dec 2026, Mateo will hop at with a light touch in 4 of 5 tries."));
    EXPECT_FALSE(goal_words::names_condition("By 3 Dec 2026, Mateo will hop 5 times in a row on one foot."));
    EXPECT_TRUE(goal_words::names_condition("By 3 Dec 2026, Mateo will zip up at the coat pegs in 4 of 5 chances."));
    EXPECT_FALSE(goal_words::is_condition("at"));
    EXPECT_FALSE(goal_words::is_condition(" "));
    EXPECT_TRUE(goal_words::is_condition("when asked"));
}

TEST(GoalReading, WordsThatAreStillAskedForAreNotTheSentences) {
    EXPECT_TRUE(goal_words::vague_words("Mia will hop in [how many of how many] tries.").empty());
    EXPECT_EQ(goal_words::vague_words("Mia will hop many times.").size(), 1U);
}

TEST(GoalWriting, SessionsInsteadOfTriesAreSaidAndKept) {
    const GoalTemplate& bank = *library().goal_template("G023");
    GoalSlots slots = usual_slots(bank, "Mateo", today);
    slots.condition = "given a loose jacket";
    slots.prompt_level = 6;
    slots.n = 3;
    slots.of = 4;
    slots.ratio_noun = "sessions";
    slots.in_row = 0;
    const Goal goal = written(bank, slots);
    EXPECT_EQ(goal.sentence,
              "By 22 Dec 2026, given a loose jacket, Mateo will join and zip a jacket within 60 seconds with a "
              "demonstration in 3 of 4 sessions.");
    EXPECT_EQ(goal.condition, "given a loose jacket");
    EXPECT_EQ(goal.prompt_max, 6);
    EXPECT_EQ(goal.ratio_noun, "sessions");
    EXPECT_EQ(goal.successes, 3);
    EXPECT_EQ(goal.attempts, 4);
    EXPECT_EQ(goal.bank_goal, "G023");
    EXPECT_TRUE(disagreements(goal, library()).empty()) << words_of(disagreements(goal, library()));
}

}  // namespace
}  // namespace pegboard
