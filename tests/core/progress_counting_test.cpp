// What counts: help and prompts decide, which of several tries is taken, n of m sessions, a change of measure.
#include <gtest/gtest.h>

#include "tests/core/progress_support.h"

namespace pegboard::progress {
namespace {
using namespace pegboard::test;

Goal no_help(Goal goal) {
    goal.assist_level = 0;
    return goal;
}

DataPoint with(DataPoint point, std::optional<int> assist, std::optional<int> prompt = {}) {
    point.assist = assist;
    point.prompt = prompt;
    return point;
}

TEST(Counting, APromptedTryIsNoSuccessOfAGoalWithoutHelp) {
    Goal goal = no_help(goal_of("trials", 80));
    std::vector<DataPoint> taps{with(tapped(1, PointKind::correct), 0, 0), with(tapped(1, PointKind::correct), 0, 0),
                                with(tapped(1, PointKind::correct), 0, 5), with(tapped(1, PointKind::not_yet), 0, 0),
                                with(tapped(1, PointKind::not_yet), 0, 0), with(tapped(1, PointKind::not_yet), 0, 0)};
    const SessionValue value = session_values(criterion_of(goal), taps)[0];
    EXPECT_NEAR(value.value, 100.0 / 3, 1e-9);
    EXPECT_EQ(value.successes, 2);
    EXPECT_EQ(value.tries, 6);
    EXPECT_EQ(value.with_more_help, 1);
    EXPECT_EQ(say_session(criterion_of(goal), value),
              "33 % (2 of 6; 1 of the other 4 was done with more help than the goal allows)");
    goal.prompt_max = 5;
    EXPECT_NEAR(session_values(criterion_of(goal), taps)[0].value, 50, 1e-9) << "a spoken prompt is allowed now";
    goal.prompt_max = 4;
    EXPECT_NEAR(session_values(criterion_of(goal), taps)[0].value, 100.0 / 3, 1e-9) << "a hint is less";
}

TEST(Counting, HelpByHandAllowsWordsButNotAHandOverHand) {
    Goal goal = goal_of("trials", 80);
    goal.assist_level = 3;
    const Criterion criterion = criterion_of(goal);
    const auto counts = [&](std::optional<int> assist, std::optional<int> prompt) {
        return session_values(criterion, std::vector{with(tapped(1, PointKind::correct), assist, prompt)})[0].successes;
    };
    EXPECT_EQ(counts(3, 5), 1);
    EXPECT_EQ(counts(0, 6), 1);
    EXPECT_EQ(counts(0, 7), 0) << "a hand on it is more than an adult close by";
    EXPECT_EQ(counts(4, {}), 0);
}

TEST(Counting, HelpNobodyNotedIsNotCountedAsNoHelp) {
    const Goal goal = no_help(goal_of("trials", 80, {20}));
    std::vector<DataPoint> points;
    for (int i = 0; i < 3; ++i) points.push_back(with(tapped(1, PointKind::correct), 0, 0));
    for (int i = 0; i < 4; ++i) points.push_back(with(tapped(1, PointKind::not_yet), 0, 0));
    points.push_back(measured(1, 4, 5));
    const auto values = session_values(criterion_of(goal), points);
    ASSERT_EQ(values.size(), 1U);
    EXPECT_NEAR(values[0].value, 100.0 * 3 / 7, 1e-9);
    EXPECT_EQ(values[0].tries, 7);
    EXPECT_EQ(values[0].left_out, 5);
    EXPECT_EQ(values[0].noted, HelpNoted::all) << "of the tries the value is from";
    EXPECT_EQ(say_session(criterion_of(goal), values[0]), "43 % (3 of 7); 5 left out: nobody noted the help");

    const auto alone = session_values(criterion_of(goal), std::vector{points.back()});
    EXPECT_NEAR(alone[0].value, 80, 1e-9) << "where nobody noted any help, the value is from all";
    EXPECT_EQ(alone[0].noted, HelpNoted::none);
    EXPECT_EQ(alone[0].left_out, 0);
}

TEST(Counting, TriesLeftOutNeverMakeASessionPass) {
    const Goal goal = no_help(goal_of("trials", 80, {20}));
    std::vector<DataPoint> points{with(measured(1, 5, 5), 0, 0), measured(1, 3, 10)};
    const auto values = session_values(criterion_of(goal), points);
    EXPECT_NEAR(values[0].value, 100, 1e-9);
    EXPECT_FALSE(values[0].passes) << "7 of 15 were not done";
    EXPECT_TRUE(values[0].help_not_noted);
}

TEST(Counting, ATimeWithHelpNotedStandsWithoutTheOneNobodyNoted) {
    Goal goal = no_help(goal_of("time_s", 5, {60}));
    goal.prompt_max = 5;
    const std::vector<DataPoint> points{with(measured(1, 5.3), 0, 5), measured(1, 65)};
    const auto values = session_values(criterion_of(goal), points);
    EXPECT_NEAR(values[0].value, 5.3, 1e-9);
    EXPECT_EQ(values[0].measured, 1);
    EXPECT_EQ(values[0].left_out, 1);
    goal.assist_level = 8;
    goal.prompt_max = 8;
    const auto any = session_values(criterion_of(goal), points);
    EXPECT_EQ(any[0].left_out, 0) << "any help will do";
    EXPECT_EQ(any[0].noted, HelpNoted::some);
}

TEST(Counting, HelpNobodyNotedNeverMasters) {
    Goal goal = no_help(goal_of("trials", 80, {20}));
    std::vector<DataPoint> points{measured(1, 9, 10), measured(3, 9, 10), measured(5, 10, 10), measured(8, 10, 10)};
    const Analysis analysis = analysis_of(goal, points);
    EXPECT_EQ(analysis.values.back().value, 100) << "the value stands";
    EXPECT_FALSE(analysis.facts.mastery.mastered_on);
    EXPECT_EQ(analysis.facts.mastery.gap, Gap::help_not_noted);
    EXPECT_NE(analysis.not_mastered.find("nobody noted the help"), std::string::npos);
    for (DataPoint& point : points) point.assist = 0;
    EXPECT_EQ(analysis_of(goal, points).facts.mastery.mastered_on, day_zero + 5);
    for (DataPoint& point : points) point.assist.reset();
    goal.assist_level = 8;
    EXPECT_EQ(analysis_of(goal, points).facts.mastery.mastered_on, day_zero + 5) << "any help is allowed";
}

TEST(Counting, AHoldIsTheBestOfItsTriesAndSaysSo) {
    const Goal goal = no_help(goal_of("duration_s", 10));
    const auto noted = [](std::vector<DataPoint> points) {
        for (DataPoint& point : points) point.assist = 0;
        return points;
    };
    const Criterion criterion = criterion_of(goal);
    const SessionValue value = session_values(criterion, noted(series_of({1, 1, 1}, {4, 11, 6})))[0];
    EXPECT_EQ(value.value, 11);
    EXPECT_TRUE(value.passes);
    EXPECT_EQ(say_session(criterion, value), "11 s (best of 3)");
    std::vector<DataPoint> helped = noted(series_of({1, 1}, {14, 6}));
    helped[0].assist = 4;
    const SessionValue less = session_values(criterion, helped)[0];
    EXPECT_EQ(less.value, 6) << "the longer hold had a hand on it";
    EXPECT_FALSE(less.passes);
    EXPECT_TRUE(less.too_much_help);
}

TEST(Counting, AGoalSaysWhichTryCounts) {
    const auto value = [](Goal goal, TriesCount count) {
        goal.tries_count = count;
        return session_values(criterion_of(goal), series_of({1, 1, 1, 1}, {30, 10, 20, 50}))[0].value;
    };
    const Goal distance = goal_of("distance_cm", 100);
    EXPECT_EQ(session_values(criterion_of(distance), series_of({1, 1, 1}, {30, 10, 20}))[0].value, 20) << "the middle";
    EXPECT_EQ(value(distance, TriesCount::best), 50);
    EXPECT_EQ(value(distance, TriesCount::middle), 25);
    EXPECT_EQ(value(distance, TriesCount::total), 110);
    EXPECT_EQ(value(distance, TriesCount::last), 50);
    EXPECT_EQ(value(goal_of("time_s", 20), TriesCount::best), 10) << "the shortest time is the best";
}

TEST(Counting, FiveInARowIsNotThreeAndTwo) {
    Goal goal = goal_of("count", 5);
    goal.title = "Hops 5 times in a row";
    std::vector<DataPoint> taps;
    for (int i = 0; i < 5; ++i) {
        taps.push_back(measured(1, 1));
        taps.back().kind = PointKind::tally;
        taps.back().try_number = i < 3 ? 1 : 2;
    }
    const Criterion criterion = criterion_of(goal);
    const SessionValue value = session_values(criterion, taps)[0];
    EXPECT_EQ(value.value, 3);
    EXPECT_FALSE(value.passes);
    EXPECT_EQ(say_session(criterion, value), "3 (best of 2)");
    goal.title = "Hops 5 times";
    EXPECT_EQ(session_values(criterion_of(goal), taps)[0].value, 5) << "counts add up";
}

TEST(Counting, FourOfFiveTriesAreNotOneOfOne) {
    Goal goal = goal_of("duration_s", 10);
    goal.successes = 4;
    goal.attempts = 5;
    const auto analysis = analysis_of(goal, series_of({1, 2, 3}, {12, 12, 12}));
    EXPECT_FALSE(analysis.facts.mastery.mastered_on);
    EXPECT_EQ(analysis.facts.mastery.gap, Gap::too_few_tries);
    EXPECT_EQ(analysis.facts.sessions, 3) << "the values stand in the chart";
}

TEST(Counting, ThreeOfFourSessionsAreNotThreeInARow) {
    Goal goal = goal_of("duration_s", 10);
    goal.successes = 3;
    goal.attempts = 4;
    goal.ratio_noun = "sessions";
    EXPECT_EQ(analysis_of(goal, series_of({1, 2, 3, 4}, {11, 12, 6, 11})).facts.mastery.mastered_on, day_zero + 4);
    const auto two = analysis_of(goal, series_of({1, 2, 3, 4}, {11, 5, 6, 11}));
    EXPECT_FALSE(two.facts.mastery.mastered_on);
    EXPECT_EQ(two.not_mastered, "Not mastered yet: of the last 4 that count, 2 reached 10 s; the goal is 3 of 4.");
    EXPECT_FALSE(analysis_of(goal, series_of({1, 1, 1}, {11, 11, 11})).facts.mastery.mastered_on) << "one day is one";
}

TEST(Counting, MealsAreCountedOneByOneOverSessions) {
    Goal goal = goal_of("events", 1);
    goal.lower_is_better = true;
    goal.successes = 4;
    goal.attempts = 5;
    goal.ratio_noun = "meals";
    // 1, 0 on the first day, 3, 1 on the second, 0 on the third: 4 of 5 meals with at most one spill.
    EXPECT_EQ(analysis_of(goal, series_of({1, 1, 2, 2, 3}, {1, 0, 3, 1, 0})).facts.mastery.mastered_on, day_zero + 3);
    EXPECT_FALSE(analysis_of(goal, series_of({1, 1, 2, 2, 3}, {1, 0, 3, 2, 0})).facts.mastery.mastered_on);
}

TEST(Counting, AValueInAnotherMeasureIsNotReadInThisOne) {
    const Goal goal = goal_of("duration_s", 10);
    std::vector<DataPoint> points = series_of({1, 2, 3}, {5, 6, 12});
    points[0].measure = points[1].measure = "count";
    points[2].measure = "duration_s";
    const auto values = session_values(criterion_of(goal), points);
    ASSERT_EQ(values.size(), 1U) << "five hops are not five seconds";
    EXPECT_EQ(values[0].value, 12);
}

}  // namespace
}  // namespace pegboard::progress
