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

TEST(GoalReading, PercentsOutOfAndConsecutiveAreRead) {
    const auto percent = read_sentence("Leo will copy letters with 80% accuracy in 3 consecutive sessions.", "trials");
    EXPECT_EQ(percent.percent, 80);
    EXPECT_EQ(percent.in_row, 3);
    EXPECT_FALSE(percent.ratio);
    EXPECT_EQ(read_sentence("He zips up 75 percent of the time.", "trials").percent, 75);
    EXPECT_EQ(read_sentence("He sits for 10 s on 80 % of trials.", "duration_s").percent, 80);
    EXPECT_FALSE(read_sentence("He dresses in 20 % less time.", "trials").percent);
    EXPECT_FALSE(read_sentence("He does 80 % of the steps.", "count").percent);
    EXPECT_FALSE(read_sentence("He does 80 % of the steps.", "steps_pct").percent) << "that is the value";
    const auto both = read_sentence("Leo will zip with 80% accuracy in 3 of 4 sessions.", "trials");
    EXPECT_EQ(both.percent, 80);
    EXPECT_EQ(both.sessions, (SentenceSays::Ratio{3, 4, "sessions"}));
    const auto out_of =
        read_sentence("Leo will stack blocks 4 out of 5 times over three consecutive therapy sessions.", "trials");
    EXPECT_EQ(out_of.ratio, (SentenceSays::Ratio{4, 5, "times"}));
    EXPECT_EQ(out_of.in_row, 3);
    EXPECT_EQ(read_sentence("Leo zips up in 4/5 trials, 2 sessions consecutively.", "trials").in_row, 2);
    EXPECT_EQ(read_sentence("Leo zips up in 4 of 5 tries, 2 in a row.", "trials").in_row, 2);
    EXPECT_FALSE(read_sentence("Leo hops 5 times in a row in 4 of 5 tries.", "trials").in_row);
    EXPECT_FALSE(read_sentence("Leo names 4 out of 5 letters.", "trials").ratio) << "what is to be done";
    EXPECT_TRUE(read_sentence("Leo claps with 2 spoken prompts.", "count").values.empty());
}

/// A goal with its own sentence and a goal line of tries.
Goal own_words(const char* sentence, int successes, int attempts, int in_row) {
    Goal goal;
    goal.measure = "trials";
    goal.sentence = sentence;
    goal.successes = successes;
    goal.attempts = attempts;
    goal.sessions_in_row = in_row;
    return goal;
}

TEST(GoalReading, WhatIsNoCountIsNotReadAsOne) {
    for (const char* sentence :
         {"Leo zips up in 2 out of 2.9 tries.", "Leo zips up in 5 of 4 tries.", "Leo zips up in 0 of 5 tries."}) {
        EXPECT_FALSE(read_sentence(sentence, "duration_s").ratio) << sentence;
        EXPECT_FALSE(read_sentence(sentence, "trials").ratio) << sentence;
    }
    EXPECT_FALSE(read_sentence("Leo zips up in 4 of 5 tries, in 3 of 2 sessions.", "trials").sessions);
    EXPECT_EQ(read_sentence("Leo walks with close supervision.", "distance_cm").assist, 3);
    EXPECT_EQ(read_sentence("Leo walks with supervision.", "distance_cm").assist, 2);
}

TEST(GoalReading, APercentThatNoCountOfTriesGivesOffersNone) {
    Goal goal = own_words("Leo will zip up with 33.3 % accuracy.", 1, 5, 1);
    goal.measure = "duration_s";
    for (const Disagreement& each : disagreements(goal, library()))
        if (each.part == SentencePartKind::ratio) {
            EXPECT_NE(each.words.find("33.3 %, which no count of tries gives"), std::string::npos) << each.words;
            EXPECT_FALSE(each.mend);
            return;
        }
    FAIL() << "nothing said of the percent: " << words_of(disagreements(goal, library()));
}

TEST(GoalReading, TheSentencesMendNeverTakesNumbersAway) {
    const char* sentence = "Leo will copy letters with no help with 80% accuracy in 3 consecutive sessions.";
    EXPECT_TRUE(disagreements(own_words(sentence, 8, 10, 3), library()).empty());
    const auto seven = disagreements(own_words(sentence, 7, 10, 3), library());
    ASSERT_EQ(seven.size(), 1U) << words_of(seven);
    EXPECT_EQ(seven[0].words, "How often: the sentence says 80 %, that is 8 of 10 tries, the goal line 7 of 10 tries.");
    ASSERT_TRUE(seven[0].mend);
    EXPECT_EQ(seven[0].mend->successes, 8);
    EXPECT_EQ(seven[0].mend->attempts, 10);
    const auto none = disagreements(own_words(sentence, 0, 0, 3), library());
    ASSERT_EQ(none.size(), 1U) << words_of(none);
    EXPECT_EQ(none[0].mend->successes, 4);
    EXPECT_EQ(none[0].mend->attempts, 5);
    const auto silent = disagreements(own_words("Leo will copy letters with no help.", 7, 10, 2), library());
    ASSERT_EQ(silent.size(), 2U) << words_of(silent);
    EXPECT_FALSE(silent[0].mend) << "a sentence that says nothing of it empties no goal line";
    EXPECT_FALSE(silent[1].mend);
}

TEST(GoalReading, SessionsOfTheGoalLineAreTheSentences) {
    Goal goal = own_words("Leo will sit for 30 seconds with no help in 4 of 5 sessions.", 0, 0, 0);
    goal.measure = "duration_s";
    goal.target = 30;
    goal.sessions_met = 4;
    goal.sessions_of = 5;
    EXPECT_TRUE(disagreements(goal, library()).empty()) << words_of(disagreements(goal, library()));
    goal.sessions_met = 3;
    const auto differ = disagreements(goal, library());
    ASSERT_EQ(differ.size(), 1U) << words_of(differ);
    EXPECT_EQ(differ[0].part, SentencePartKind::in_row);
    EXPECT_TRUE(disagreements(*differ[0].mend, library()).empty());
}

TEST(GoalReading, TheCheckShowsEveryDifferenceAndWhatTheSentenceOffers) {
    Goal goal =
        own_words("Leo will copy letters with 2 spoken prompts 4 out of 5 times in 3 consecutive sessions.", 0, 0, 2);
    auto line = check_goal(goal, {goal.sentence, nullptr, today}, library())[2];
    ASSERT_TRUE(line.mend) << "all of it at once";
    EXPECT_EQ(line.mend->label, "Use all the sentence says");
    EXPECT_EQ(line.mend->goal.successes, 4);
    EXPECT_EQ(line.mend->goal.prompt_max, 5);
    EXPECT_EQ(line.mend->goal.sessions_in_row, 3);
    ASSERT_EQ(line.also.size(), 3U);
    for (const GoalFinding::Also& each : line.also) EXPECT_TRUE(each.mend) << each.words;
    goal = line.also[1].mend->goal;
    EXPECT_EQ(goal.successes, 4);
    line = check_goal(goal, {goal.sentence, nullptr, today}, library())[2];
    EXPECT_TRUE(line.mend);
    EXPECT_EQ(line.also.size(), 1U) << "help and consistency";
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
