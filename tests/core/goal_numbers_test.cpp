// Numbers of a goal that cannot be, ranges in its sentence, and what words of one's own are measured by.
#include <set>
#include <string>

#include "core/rules/goals/goal_check.h"
#include "core/rules/goals/goal_measure.h"
#include "core/rules/goals/goal_reading.h"
#include "core/rules/goals/goal_writing.h"
#include "core/rules/validate.h"
#include "tests/core/library_at_hand.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {
namespace goal_numbers {

Goal of_measure(const char* measure) {
    Goal goal = sample_goal(ChildId{1});
    goal.measure = measure;
    goal.target.reset();
    goal.baseline = {1, 1, 1};
    return goal;
}

TEST(GoalNumbers, AGoalOfNothingIsRefused) {
    Goal goal = sample_goal(ChildId{1});
    goal.successes = 0;
    ASSERT_FALSE(validate(goal));
    EXPECT_EQ(validate(goal).error().field, "successes");
    EXPECT_EQ(validate(goal).error().message, "0 of 5 tries asks for nothing. Say how many of them it has to be.");
    goal.ratio_noun = "sessions";
    EXPECT_NE(validate(goal).error().message.find("0 of 5 sessions"), std::string::npos);
    goal.attempts = 0;
    EXPECT_TRUE(validate(goal)) << "nothing is said of tries";
    for (const char* measure : {"duration_s", "count", "distance_cm", "steps_pct", "trials"}) {
        Goal none = of_measure(measure);
        none.target = 0;
        ASSERT_FALSE(validate(none)) << measure;
        EXPECT_EQ(validate(none).error().field, "target");
    }
    for (const char* measure : {"deviation_mm", "assist", "gas", "prompts"}) {
        Goal none = of_measure(measure);
        none.target = 0;
        EXPECT_TRUE(validate(none)) << measure;
    }
}

TEST(GoalNumbers, AValueThatCannotBeIsRefusedInBaselineAndTarget) {
    Goal goal = sample_goal(ChildId{1});
    goal.baseline = {40, 120, 40};
    ASSERT_FALSE(validate(goal));
    EXPECT_EQ(validate(goal).error().field, "baseline");
    EXPECT_EQ(validate(goal).error().message, "120 % cannot be: values here are from 0 % to 100 %.");
    goal.baseline = {40, 40, 40};
    goal.target = 120;
    EXPECT_EQ(validate(goal).error().field, "target");
    Goal steps = of_measure("rating4");
    steps.target = 5;
    EXPECT_FALSE(validate(steps));
    Goal time = of_measure("time_s");
    time.baseline = {-3, 4, 4};
    EXPECT_EQ(validate(time).error().message, "-3 cannot be: values here are 0 s or more.");
    const auto check = check_goal(goal, {goal.sentence, nullptr, sample_today()}, library());
    EXPECT_FALSE(check[2].good);
}

TEST(GoalNumbers, EveryCommandThatMakesOrEditsAGoalRefusesThem) {
    const TempFolder folder;
    const auto caseload = make_caseload(folder);
    const Child child = sample_child();
    must(caseload->run(AddTherapist{sample_therapist()}));
    Child plain = child;
    plain.services.clear();
    must(caseload->run(AddChild{plain}));
    const Goal good = sample_goal(plain.id);
    must(caseload->run(AddGoal{good}));
    Goal none = good, too_much = good;
    none.successes = 0;
    too_much.baseline = {120, 120, 120};
    for (const Goal& bad : {none, too_much}) {
        Goal fresh = bad;
        fresh.id = mint<GoalId>();
        EXPECT_FALSE(caseload->run(AddGoal{fresh}));
        EXPECT_FALSE(caseload->run(AddGoalWithSteps{fresh, {}}));
        EXPECT_FALSE(caseload->run(AddSteps{good.id, {fresh}}));
        EXPECT_FALSE(caseload->run(EditGoal{bad}));
        Goal other = bad;
        other.measure = "steps_pct";
        EXPECT_FALSE(caseload->run(ChangeMeasure{other, sample_today()}));
    }
    EXPECT_EQ(caseload->goals().size(), 1U);
    must(caseload->run(SetGoalStatus{good.id, GoalStatus::discontinued, sample_today()}));
}

TEST(GoalNumbers, AllThatIsWrongIsTold) {
    Goal goal = sample_goal(ChildId{1});
    goal.title.clear();
    goal.baseline.clear();
    goal.successes = 0;
    std::set<std::string> fields;
    for (const Error& each : faults(goal)) fields.insert(each.field);
    EXPECT_EQ(fields, (std::set<std::string>{"title", "baseline", "successes"}));
    Child child = sample_child();
    child.first_name.clear();
    child.gestation_weeks = 60;
    EXPECT_EQ(faults(child, sample_today()).size(), 2U);
}

TEST(GoalRanges, AreReadFromTheEasierEndOn) {
    const auto value = [](const char* sentence, const char* measure) {
        const auto says = read_sentence(sentence, measure);
        EXPECT_EQ(says.ranges.size(), 1U) << sentence;
        return says.values.size() == 1 ? says.values.front() : -1;
    };
    EXPECT_EQ(value("Leo will do 80 to 90 % of the steps.", "steps_pct"), 80);
    EXPECT_EQ(value("Leo will do 80-90% of the steps.", "steps_pct"), 80);
    EXPECT_EQ(value("Leo will do 80\xE2\x80\x93"
                    "90 percent of the steps.",
                    "steps_pct"),
              80);
    EXPECT_EQ(value("Leo will sit for 30 seconds to 2 minutes.", "duration_s"), 30);
    EXPECT_EQ(value("Leo will sit for two to three minutes.", "duration_s"), 120);
    EXPECT_EQ(value("Leo zips up in 30 to 40 seconds.", "time_s"), 40) << "less is better";
    EXPECT_EQ(value("Leo zips up in between 30 and 40 seconds.", "time_s"), 40);
    EXPECT_EQ(value("Leo will cut out 3 or 4 shapes.", "count"), 3);
    EXPECT_EQ(read_sentence("Leo zips up with 80-90% accuracy.", "trials").percent, 80);
    EXPECT_EQ(read_sentence("Leo zips up in 3 to 4 of 5 tries.", "trials").ratio, (SentenceSays::Ratio{3, 5, "tries"}));
    EXPECT_EQ(read_sentence("Leo zips up in 3 of 5 to 4 of 5 tries.", "trials").ratio,
              (SentenceSays::Ratio{3, 5, "tries"}));
    EXPECT_EQ(read_sentence("Leo zips up, 2 to 3 sessions in a row.", "trials").in_row, 2);
}

TEST(GoalRanges, WhatIsNoRangeStays) {
    for (const char* sentence : {"By 11-12-2026 Leo zips up.", "Leo will count from 1 to 10.",
                                 "Leo will walk 10 feet to 2 friends.", "Leo plays with 2 to 3 friends for 5 minutes."})
        EXPECT_TRUE(read_sentence(sentence, "duration_s").ranges.empty()) << sentence;
    EXPECT_EQ(read_sentence("Leo plays with 2 to 3 friends for 5 minutes.", "duration_s").values,
              (std::vector<double>{300}));
}

TEST(GoalRanges, AGoalLineAtTheOtherEndIsAskedAbout) {
    Goal goal;
    goal.measure = "steps_pct";
    goal.sentence = "Leo will do 80 to 90 % of the steps with no help.";
    goal.target = 90;
    auto differ = disagreements(goal, library());
    ASSERT_EQ(differ.size(), 1U);
    EXPECT_NE(differ[0].words.find("\"80 to 90 %\" is reached from 80 % on."), std::string::npos) << differ[0].words;
    ASSERT_TRUE(differ[0].mend);
    EXPECT_EQ(differ[0].mend->target, 80);
    EXPECT_TRUE(disagreements(*differ[0].mend, library()).empty());
    EXPECT_EQ(say_ranges(goal), "\"80 to 90 %\" is reached from 80 % on.");
    EXPECT_EQ(read_target("steps_pct", "80 to 90 %", {}), 80);
    EXPECT_EQ(read_target("time_s", "30 to 40 seconds", {}), 40);
}

TEST(GoalMeasure, OwnWordsThatNameATimeOrAWayAreMeasuredByIt) {
    EXPECT_EQ(measure_said("sit for 5 minutes"), "duration_s");
    EXPECT_EQ(measure_said("sit on 2 cushions for five minutes"), "duration_s");
    EXPECT_EQ(measure_said("stand for 1:30 min"), "duration_s");
    EXPECT_EQ(measure_said("zip up in less than 30 seconds"), "time_s");
    EXPECT_EQ(measure_said("put on his shoes within 2 min"), "time_s");
    EXPECT_EQ(measure_said("keep his balance for more than 10 seconds"), "duration_s");
    EXPECT_EQ(measure_said("calm down within 3 minutes"), "latency_s");
    EXPECT_EQ(measure_said("walk 20 feet to the rug"), "distance_cm");
    EXPECT_FALSE(measure_said("cut out a 10 cm circle"));
    EXPECT_FALSE(measure_said("join and pull up the zipper"));
    EXPECT_FALSE(measure_said("ask for a break every 10 minutes"));
    EXPECT_FALSE(measure_said("raise his hand during a 10-minute lesson"));
    EXPECT_EQ(read_target("duration_s", "sit on 2 cushions for five minutes", {}), 300);
    EXPECT_EQ(read_target("duration_s", "sit for twenty minutes", {}), 1200);
}

TEST(GoalMeasure, TriesThatShouldBeATimeAreSaid) {
    Goal goal = sample_goal(ChildId{1});
    goal.sentence = "By 30 Jun 2027, Leo will sit for 5 minutes with no help in 4 of 5 tries.";
    const auto line = check_goal(goal, {goal.sentence, nullptr, sample_today()}, library())[2];
    EXPECT_FALSE(line.good);
    EXPECT_EQ(line.field, "measure");
    EXPECT_NE(line.words.find("says a time, but tries are counted"), std::string::npos) << line.words;
}

}  // namespace goal_numbers
}  // namespace
}  // namespace pegboard::test
