// Goals in a therapist's own words: days in numbers, ranges of percents, counts that ask for nothing, and all that a
// sentence says taken over with one press.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/rules/goals/goal_check.h"
#include "core/rules/goals/goal_reading.h"
#include "core/rules/goals/goal_writing.h"
#include "tests/core/library_at_hand.h"

namespace pegboard {
namespace {
namespace own_words_goals {

const Date today = *make_date(2026, 12, 1);

Goal goal_saying(std::string sentence, std::string measure) {
    Goal goal;
    goal.title = "Writes his name";
    goal.sentence = std::move(sentence);
    goal.measure = std::move(measure);
    goal.skill = "fm.hw_legible";
    return goal;
}

GoalFinding criterion_of(const Goal& goal) {
    return check_goal(goal, {goal.sentence, nullptr, today},
                      library())[static_cast<std::size_t>(GoalAspect::criterion)];
}

TEST(OwnWordsGoals, ADayInNumbersIsReadInTheOrderOfTheMachine) {
    const std::string sentence = "By 3/4/2027, Leo will hop with no help in 4 of 5 tries, 3 sessions in a row.";
    EXPECT_EQ(read_sentence(sentence, "trials").by, make_date(2027, 3, 4));
    EXPECT_EQ(read_sentence(sentence, "trials").by_other, make_date(2027, 4, 3));
    EXPECT_EQ(read_sentence(sentence, "trials", DateOrder::day_first).by, make_date(2027, 4, 3));
    EXPECT_EQ(read_sentence(sentence, "trials").ratio, (SentenceSays::Ratio{4, 5, "tries"})) << "3/4 is no count";
    EXPECT_TRUE(read_sentence("By 3/4/2027, Leo will sit for 5 minutes.", "duration_s").values ==
                std::vector<double>{300});
    for (const char* way :
         {"By 12/25/2026, Leo will hop.", "By 25/12/2026, Leo will hop.",
          "By 25.12.2026, Leo will "
          "hop.",
          "By 2026-12-25, Leo will hop.", "By 12/25/26, Leo will hop.", "By 12-25-2026 Leo will hop."})
        EXPECT_EQ(read_sentence(way, "trials").by, make_date(2026, 12, 25)) << way;
    EXPECT_FALSE(read_sentence("Leo will zip up in 4/5 trials.", "trials").by);
    EXPECT_FALSE(read_sentence("By 13/13/2027, Leo will hop.", "trials").by);
}

TEST(OwnWordsGoals, ADayThatAgreesInTheOtherOrderIsToldAndNotMended) {
    Goal goal = goal_saying("By 3/4/2027, Leo will hop.", "trials");
    const auto about_date = [&] {
        const auto all = disagreements(goal, library());
        return std::ranges::count(all, SentencePartKind::date, &Disagreement::part);
    };
    goal.due = make_date(2027, 3, 4);
    EXPECT_EQ(about_date(), 0);
    goal.due = make_date(2027, 4, 3);
    ASSERT_EQ(about_date(), 1);
    const Disagreement either = disagreements(goal, library()).front();
    EXPECT_EQ(either.words, "\"3/4/2027\" can be read as 4 Mar 2027 or 3 Apr 2027; write the month in letters.");
    EXPECT_FALSE(either.mend) << "which of them is meant, nobody but the writer knows";
    goal.due = make_date(2027, 3, 1);
    EXPECT_EQ(about_date(), 1);
    EXPECT_EQ(disagreements(goal, library()).front().mend->due, make_date(2027, 3, 4));
}

TEST(OwnWordsGoals, ThePercentOfASentenceIsTakenWithItsSessions) {
    const Goal goal = goal_saying(
        "By 4 Mar 2027, Leo will write his name on the line with 80 to 90 % of the letters "
        "readable in 3 of 4 sessions.",
        "legible_pct");
    const auto all = disagreements(goal, library());
    const auto number = std::ranges::find(all, SentencePartKind::target, &Disagreement::part);
    ASSERT_NE(number, all.end()) << "the number is offered though the goal line has none yet";
    EXPECT_EQ(number->mend->target, 80);
    const Goal taken = as_its_sentence_says(goal, library());
    EXPECT_EQ(taken.target, 80);
    EXPECT_EQ(taken.due, make_date(2027, 3, 4));
    EXPECT_TRUE(criterion_lack(taken, library()).words.empty()) << criterion_lack(taken, library()).words;
    const auto left = disagreements(taken, library());
    EXPECT_TRUE(std::ranges::none_of(left, [](const Disagreement& each) { return each.mend.has_value(); }));
}

TEST(OwnWordsGoals, OnePressTakesAllTheSentenceSays) {
    const Goal goal = goal_saying(
        "By 4 Mar 2027, Leo will copy his name with no help with 80 to 90 % accuracy in 3 of 4 "
        "sessions.",
        "trials");
    const GoalFinding found = criterion_of(goal);
    ASSERT_FALSE(found.good);
    ASSERT_TRUE(found.mend) << found.words;
    EXPECT_EQ(found.mend->label, "Use all the sentence says");
    EXPECT_EQ(found.mend->goal.successes, 4);
    EXPECT_EQ(found.mend->goal.attempts, 5);
    EXPECT_EQ(found.mend->goal.sessions_met, 3);
    EXPECT_EQ(found.mend->goal.sessions_of, 4);
    EXPECT_FALSE(found.mend->goal.due) << "the day is offered where days are spoken of";
    EXPECT_TRUE(criterion_of(found.mend->goal).good) << criterion_of(found.mend->goal).words;
}

TEST(OwnWordsGoals, ACountThatAsksForNothingIsTold) {
    const auto told = [](const char* sentence) {
        std::string words;
        for (const Disagreement& each : disagreements(goal_saying(sentence, "trials"), library()))
            if (each.part == SentencePartKind::ratio) words += each.words;
        return words;
    };
    EXPECT_EQ(told("Leo will hop with no help in 0 of 5 tries."),
              "The sentence says 0 of 5 tries, which asks for nothing. Say how many of them it has to be.");
    EXPECT_NE(told("Leo will hop with no help in 6 of 5 tries.").find("more than there are"), std::string::npos);
    EXPECT_NE(told("Leo will hop with no help 0 out of 5 times.").find("asks for nothing"), std::string::npos);
    EXPECT_EQ(told("Leo will hop and touch 0 of 5 cones with no help."), "") << "what is to be done is no count";
    EXPECT_EQ(told("Leo will hop with no help on 11/3."), "") << "a day without its year is no count";
    EXPECT_NE(told("Leo will hop with no help in 6/5 tries."), "");
}

TEST(OwnWordsGoals, WithoutANumberNobodyCouldTellThatItIsReached) {
    Goal goal = goal_saying({}, "trials");
    EXPECT_EQ(criterion_lack(goal, library()).field, "successes");
    goal.attempts = 5;
    EXPECT_EQ(criterion_lack(goal, library()).field, "successes") << "0 of 5 asks for nothing";
    goal.successes = 4;
    EXPECT_TRUE(criterion_lack(goal, library()).words.empty());
    EXPECT_EQ(criterion_lack(goal_saying({}, "duration_s"), library()).field, "target");
}

TEST(OwnWordsGoals, TheirOneLineIsTheirOwn) {
    GoalTemplate blank = blank_goal_template();
    blank.skill = "bc.one_foot";
    GoalSlots slots;
    slots.target = "write his name";
    EXPECT_EQ(goal_title(blank, slots, library()), "Write his name")
        << "the skill it is filed under does not rename it";
    EXPECT_EQ(title_of_sentence("By 3/4/2027, Leo will write his name on the line with 80 % accuracy in 3 of 4 "
                                "sessions."),
              "Write his name on the line");
    EXPECT_EQ(title_of_sentence("Leo will hop 5 times in 4 of 5 tries."), "Hop 5 times");
    EXPECT_EQ(title_of_sentence("Sit tall, feet down."), "Sit tall");
    EXPECT_EQ(title_of_sentence("With a visual cue, Amina cuts along a line with no help."), "Amina cuts along a line");
    EXPECT_EQ(title_of_sentence("By March 4, 2027, given a line, Amina cuts it."), "Amina cuts it");
    EXPECT_EQ(title_of_sentence("By 3/4/2027, Amina cuts along a line."), "Amina cuts along a line");
    EXPECT_EQ(title_of_sentence("turn the paper, not the scissors"), "Turn the paper, not the scissors");
}

TEST(OwnWordsGoals, ANumberWithoutUnitsIsTakenOnlyInDigits) {
    const auto number = [](const char* sentence, const char* measure) {
        return number_said(measure, sentence, read_sentence(sentence, measure));
    };
    EXPECT_EQ(number("By 3/4/2027, Leo will hop 5 times with no help.", "count"), 5);
    EXPECT_FALSE(number("By 1 Mar 2027, Leo will put on one chosen garment.", "count"));
    EXPECT_EQ(number("Leo will sit for five minutes.", "duration_s"), 300);
    EXPECT_FALSE(number("Leo will reach level 2.", "gas"));
}

TEST(OwnWordsGoals, APlainSentenceSaysANumberOnceAndAsOneWould) {
    Goal goal = goal_saying({}, "duration_s");
    goal.title = "Sits tall for five minutes";
    goal.target = 300;
    EXPECT_EQ(plain_sentence(goal, "Leo"), "Leo sits tall for five minutes with no help.");
    goal.title = "Stays for lunch";
    EXPECT_EQ(plain_sentence(goal, "Leo"), "Leo stays for lunch for 5 minutes with no help.");
    goal.measure = "count";
    goal.target = 8;
    EXPECT_EQ(plain_sentence(goal, "Leo"), "Leo stays for lunch, 8 times, with no help.");
}

}  // namespace own_words_goals
}  // namespace
}  // namespace pegboard
