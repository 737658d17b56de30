// Modified independence is independence, unless the goal's words rule equipment out; and the words for what counts.
#include <gtest/gtest.h>

#include "core/progress/entry.h"
#include "core/progress/help_limit.h"
#include "tests/core/progress_support.h"

namespace pegboard::progress {
namespace {
namespace help_limit {
using namespace pegboard::test;

Goal without_help(std::string sentence) {
    Goal goal = goal_of("trials", 80);
    goal.assist_level = 0;
    goal.sentence = std::move(sentence);
    return goal;
}

double counted(const Goal& goal, int assist) {
    DataPoint point = tapped(1, PointKind::correct);
    point.assist = assist;
    return session_values(criterion_of(goal), std::vector{point})[0].successes;
}

TEST(OwnEquipment, CountsAsIndependent) {
    const Goal goal = without_help("Ada will walk to the gym with no help in 4 of 5 tries.");
    EXPECT_EQ(counted(goal, own_equipment), 1);
    EXPECT_EQ(counted(goal, 2), 0) << "an adult who watches is help";
    EXPECT_FALSE(is_more_help(goal, own_equipment, {}));
    EXPECT_TRUE(is_more_help(goal, own_equipment, 5)) << "a prompt is one all the same";
    EXPECT_EQ(say_help_allowed(goal), "no help");
}

TEST(OwnEquipment, DoesNotCountWhereTheGoalRulesItOut) {
    for (const char* words :
         {"Ada will walk 10 m without her walker.", "Ada will stand unaided for 10 s.",
          "Ada will go upstairs with no rail.", "Ada will hop five times without ankle supports."}) {
        const Goal goal = without_help(words);
        EXPECT_TRUE(forbids_equipment(goal)) << words;
        EXPECT_EQ(counted(goal, own_equipment), 0) << words;
        EXPECT_EQ(say_help_allowed(goal), "no help and no equipment");
    }
    for (const char* words : {"Ada will pour without spilling, with her aid near.", "Ada will walk with her walker."})
        EXPECT_FALSE(forbids_equipment(without_help(words))) << words;
}

TEST(HelpAllowed, IsSaidInOneWayEverywhere) {
    Goal goal = without_help("Ada will cut.");
    goal.prompt_max = 5;
    EXPECT_EQ(say_help_allowed(goal), "a spoken prompt or less");
    goal.assist_level = 4;
    EXPECT_EQ(say_help_allowed(goal), "a light touch and a spoken prompt or less");
    goal.prompt_max.reset();
    EXPECT_EQ(say_help_allowed(goal), "a light touch or less");
    goal.assist_level = 8;
    goal.prompt_max = 8;
    EXPECT_EQ(say_help_allowed(goal), "") << "any help will do";
    goal.measure = "assist";
    EXPECT_EQ(say_help_allowed(goal), "");
}

TEST(WithHelp, BesideOwnEquipmentIsHelpOfWhichNobodySaidHowMuch) {
    DataPoint point = tapped(1, PointKind::with_help);
    point.assist = own_equipment;
    EXPECT_FALSE(with_kind_filled(without_help("Ada will cut."), point).assist.has_value());
}

}  // namespace help_limit
}  // namespace
}  // namespace pegboard::progress
