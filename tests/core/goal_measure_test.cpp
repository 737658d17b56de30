// A unit belongs to the point: the measure of a goal that has data changes with a phase line only, and what was
// recorded keeps its own; files of before get the measure their goals had and the sentence their pages showed.
#include <gtest/gtest.h>

#include "tests/core/support.h"

namespace pegboard::test {
namespace {

TEST(GoalMeasure, AGoalWithDataIsNotSilentlyMeasuredOtherwise) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Sample sample = fill(*caseload);
    must(caseload->run(RecordPoint{sample_point(sample.goal, sample_today(), 60)}));
    Goal goal = *caseload->goal(sample.goal);
    goal.measure = "duration_s";
    const auto refused = caseload->run(EditGoal{goal});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().field, "measure");
    must(caseload->run(ChangeMeasure{goal, sample_today()}));
    const Goal* now = caseload->goal(sample.goal);
    EXPECT_EQ(now->measure, "duration_s");
    EXPECT_TRUE(now->baseline.empty());
    EXPECT_FALSE(now->target) << "80.1 percent are not 80.1 seconds";
    ASSERT_EQ(caseload->phase_changes(sample.goal).size(), 1U);
    EXPECT_EQ(caseload->phase_changes(sample.goal)[0].date, sample_today());
    EXPECT_EQ(caseload->points(sample.goal).value()->front().measure, "trials");
    must(caseload->undo());
    EXPECT_EQ(caseload->goal(sample.goal)->measure, "trials");
    EXPECT_EQ(caseload->goal(sample.goal)->target, 80.1);
    EXPECT_TRUE(caseload->phase_changes(sample.goal).empty());
}

TEST(GoalMeasure, WithHelpIsNeverKeptAsNoHelp) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Sample sample = fill(*caseload);
    DataPoint point = sample_point(sample.goal, sample_today(), 0);
    point.kind = PointKind::with_help;
    point.assist = 0;
    point.prompt = 0;
    must(caseload->run(RecordPoint{point}));
    const DataPoint kept = caseload->points(sample.goal).value()->front();
    EXPECT_FALSE(kept.assist);
    EXPECT_FALSE(kept.prompt);
    point.id = mint<PointId>();
    point.prompt = 5;
    must(caseload->run(RecordPoint{point}));
    EXPECT_EQ(caseload->points(sample.goal).value()->back().prompt, 5);
}

}  // namespace
}  // namespace pegboard::test
