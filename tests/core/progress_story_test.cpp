// The two lines of a goal's story: the numbers stand in the data, the phase named is the first that changed the level,
// and nothing is said of a change that one try could make or that is gone again.
#include <gtest/gtest.h>

#include "core/progress/story.h"
#include "tests/core/progress_support.h"

namespace pegboard::test {
namespace {
using namespace pegboard::progress;

PhaseChange phase(int after, std::string label, Phase kind = Phase::intervention) {
    return {.id = mint<PhaseChangeId>(),
            .child = ChildId{3},
            .goal = GoalId{7},
            .date = day_zero + after,
            .phase = kind,
            .label = std::move(label)};
}

std::vector<DataPoint> weekly(std::initializer_list<double> values) {
    std::vector<DataPoint> points;
    int day = 0;
    for (const double value : values) points.push_back(measured(day += 7, value));
    return points;
}

Story told(const Goal& goal, const std::vector<DataPoint>& points, const std::vector<PhaseChange>& changes) {
    return tell_story(analysis_of(goal, points, changes), changes, day_zero + 120);
}

TEST(ProgressStory, NamesTheNumbersAndThePhaseInWhichTheChangeBegan) {
    const std::vector<PhaseChange> changes{phase(0, "", Phase::baseline), phase(25, "Floor dots"),
                                           phase(60, "New ankle supports")};
    const Story story = told(goal_of("count", 30), weekly({10, 11, 10, 10, 11, 10, 11, 11, 20, 21, 22, 21}), changes);
    EXPECT_EQ(story.now, "21, the middle of the last 3 sessions. At baseline it was 10. The goal is 30.");
    EXPECT_TRUE(story.change.starts_with(
        "The change began in the phase \"New ankle supports\", from 6 Mar: the middle value was 11 before it and 21 "
        "in it."))
        << story.change;
}

TEST(ProgressStory, SaysNothingTwiceWhereNothingIsRecorded) {
    const Story story = told(goal_of("count", 30), {}, {});
    EXPECT_FALSE(story.now.empty());
    EXPECT_FALSE(story.change.empty());
    EXPECT_NE(story.now, story.change);
    EXPECT_EQ(story.change.find("Nothing recorded"), std::string::npos) << story.change;
}

TEST(ProgressStory, AGoalMarkedMetByHandWasNotReached) {
    Goal goal = goal_of("count", 30);
    goal.status = GoalStatus::met;
    goal.closed_on = day_zero + 90;
    const Story story = told(goal, {}, {});
    EXPECT_EQ(story.change.find("Reached"), std::string::npos) << story.change;
    EXPECT_NE(story.change.find("Marked met"), std::string::npos) << story.change;
}

TEST(ProgressStory, SaysNothingOfAPhaseWhenTheLevelStayed) {
    const std::vector<PhaseChange> changes{phase(0, "", Phase::baseline), phase(25, "Floor dots")};
    const Story story = told(goal_of("count", 30), weekly({10, 11, 10, 11, 10, 11, 10, 11}), changes);
    EXPECT_EQ(story.change.find("phase"), std::string::npos) << story.change;
    EXPECT_FALSE(story.change.empty());
}

TEST(ProgressStory, NamesNoPhaseWhereTheChangeMayHaveBegunInOneTooShortToSay) {
    const std::vector<PhaseChange> changes{phase(0, "", Phase::baseline), phase(25, "Floor dots"), phase(39, "Hoops")};
    const auto points = weekly({10, 11, 10, 19, 20, 21, 20, 21});
    const Story story = told(goal_of("count", 30), points, changes);
    EXPECT_EQ(story.change.find("The change began"), std::string::npos) << story.change;
    const std::vector<PhaseChange> without{changes[0], changes[2]};
    EXPECT_NE(told(goal_of("count", 30), points, without).change.find("Hoops"), std::string::npos);
}

TEST(ProgressStory, SaysNothingOfAGainThatIsGoneAgain) {
    const std::vector<PhaseChange> changes{phase(0, "", Phase::baseline), phase(25, "Floor dots")};
    const Story story = told(goal_of("count", 30), weekly({10, 11, 10, 20, 21, 20, 21, 10, 10, 11}), changes);
    EXPECT_EQ(story.change.find("The change began"), std::string::npos) << story.change;
}

TEST(ProgressStory, ALowerValueIsTheBetterOneWhereTheMeasureSaysSo) {
    const std::vector<PhaseChange> changes{phase(0, "", Phase::baseline), phase(25, "Floor dots")};
    const auto points = weekly({60, 61, 62, 40, 41, 40, 42});
    const Story faster = told(goal_of("time_s", 30), points, changes);
    EXPECT_NE(faster.change.find("The change began in the phase \"Floor dots\""), std::string::npos) << faster.change;
    const Story shorter = told(goal_of("duration_s", 90), points, changes);
    EXPECT_NE(shorter.change.find("The values turned the other way in the phase \"Floor dots\""), std::string::npos)
        << shorter.change;
}

TEST(ProgressStory, ThreeValuesAreNeededOnEitherSide) {
    const std::vector<PhaseChange> changes{phase(0, "", Phase::baseline), phase(18, "Floor dots")};
    EXPECT_EQ(told(goal_of("count", 30), weekly({10, 11, 20, 21, 22, 21}), changes).change.find("phase"),
              std::string::npos);
    const Story one = told(goal_of("count", 30), weekly({10}), {});
    EXPECT_EQ(one.now, "10, the newest value. The goal is 30.");
    EXPECT_EQ(told(goal_of("count", 30), {}, {}).now, "Nothing recorded yet.");
    EXPECT_EQ(told(goal_of("count", 30, {4, 5, 6}), {}, {}).now, "5 at baseline. Nothing recorded since.");
}

TEST(ProgressStory, SaysWhichOfSeveralTriesCountsAndWhichWayIsBetter) {
    Goal hops = goal_of("count", 5);
    hops.tries_count = TriesCount::best;
    EXPECT_EQ(say_measured(criterion_of(hops)), "best of each session, higher is better");
    hops.tries_count = TriesCount::total;
    EXPECT_EQ(say_measured(criterion_of(hops)), "total of each session, higher is better");
    EXPECT_EQ(say_measured(criterion_of(goal_of("time_s", 5))).substr(0, 6), "middle");
    EXPECT_TRUE(say_measured(criterion_of(goal_of("time_s", 5))).ends_with("lower is better"));
    EXPECT_EQ(say_measured(criterion_of(goal_of("trials", 80))), "percent of each session, higher is better");
}

}  // namespace
}  // namespace pegboard::test
