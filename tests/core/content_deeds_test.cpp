// What a clinical reading of suggested plans found in the content: deeds that are not the goal's, ways of beginning
// that leave the skill out, counts that cannot be taken, hands that are needed, and who had too little to choose from.
#include <gtest/gtest.h>

#include "core/planning/input/situation.h"
#include "tests/core/planning_review.h"
#include "tests/core/precaution_fixture.h"

namespace pegboard::planning {
namespace {

using namespace planning_test;
using precaution_test::child_with;

const GoalTemplate& bank(const char* id) { return *library().goal_template(id); }

/// One goal of the bank for a child of so many months.
Facts written(const Child& who, const char* bank_goal, int minutes = 30) {
    Facts made = both(who, {bank(bank_goal).skill}, minutes);
    made.participants[0].goals[0].bank_goal = bank_goal;
    made.participants[0].goals[0].measure = bank(bank_goal).measure;
    return made;
}

int fit_of(const Facts& facts, const char* activity) {
    const Situation situation(facts, index());
    return situation.fit(situation.goals[0],
                         situation.index.activities[static_cast<std::size_t>(situation.index.find(activity))]);
}

bool leaves_out(const char* activity, int rung, const char* skill) {
    const Rung* found = rung_of(*library().activity(activity), rung);
    return found != nullptr && std::ranges::count(found->leaves_out, skill) > 0;
}

TEST(ContentDeeds, AGoalIsServedOnlyWhereItsDeedIsDone) {
    const struct {
        const char *goal, *does, *another;
        int months;
    } cases[] = {{"G120", "GM15", "GM04", 9},   {"G073", "GM04", "GM15", 9},   {"G073", "GM04", "GM14", 8},
                 {"G006", "FM09", "FM10", 60},  {"G058", "DL08", "DL07", 48},  {"G080", "HJ05", "HJ17", 60},
                 {"G103", "PA01", "PA15", 4},   {"G108", "MS02", "MS17", 60},  {"G122", "FM21", "FM20", 90},
                 {"G124", "FM24", "FM23", 120}, {"G135", "DL28", "DL27", 120}, {"G138", "DL36", "DL31", 120},
                 {"G146", "MS21", "MS19", 60},  {"G148", "MS23", "MS24", 120}, {"G150", "MS26", "MS25", 120},
                 {"G156", "MS37", "MS35", 150}, {"G161", "SE18", "SE05", 120}, {"G099", "SE01", "PA09", 80}};
    for (const auto& one : cases) {
        const Child ada = of_age(one.months);
        const Facts facts = written(ada, one.goal);
        EXPECT_GE(fit_of(facts, one.does), weights::fit_second) << one.goal << " " << one.does;
        EXPECT_LE(fit_of(facts, one.another), weights::fit_focus) << one.goal << " " << one.another;
        Facts unwritten = facts;
        unwritten.participants[0].goals[0].bank_goal.clear();
        EXPECT_GT(fit_of(unwritten, one.another), weights::fit_focus) << "by skill alone: " << one.another;
    }
}

TEST(ContentDeeds, APlanSaysOfNoGoalThatAnotherDeedServesIt) {
    int served = 0;
    for (const GoalTemplate& each : library().goal_templates()) {
        if (each.practiced_in.empty()) continue;
        const Skill& skill = *library().skill(each.skill);
        const Child ada = of_age(skill.to_months.value_or(120));
        for (const PlanBlock& block : plan(written(ada, each.id.c_str()), index()).blocks)
            for (const ServedGoal& goal : block.goals) {
                if (goal.fit_tenths < weights::fit_second) continue;
                ++served;
                EXPECT_GT(std::ranges::count(each.practiced_in, block.activity->id), 0)
                    << each.id << " " << block.activity->id;
            }
    }
    EXPECT_GT(served, 20);
}

TEST(ContentDeeds, OnlyTheGoalsOwnCountIsRecorded) {
    const struct {
        const char *goal, *not_counted;
        int months;
    } cases[] = {{"G020", "DR01", 55},  {"G044", "VM06", 60},  {"G074", "GM17", 13},  {"G089", "BA05", 48},
                 {"G095", "BC15", 130}, {"G099", "SE17", 130}, {"G139", "DL35", 120}, {"G054", "DL09", 40}};
    for (const auto& one : cases) {
        const Child ada = of_age(one.months);
        Facts facts = written(ada, one.goal, 40);
        facts.hand.pins = {{one.not_counted, Arc::main, 8, {}, {}}};
        const Plan made = plan(facts, index());
        const auto block = std::ranges::find_if(
            made.blocks, [&](const PlanBlock& each) { return each.pinned && each.activity->id == one.not_counted; });
        ASSERT_NE(block, made.blocks.end()) << one.not_counted;
        for (const ServedGoal& goal : block->goals) EXPECT_EQ(goal.what, "") << one.goal << " " << one.not_counted;
    }
}

TEST(ContentDeeds, AWayThatLeavesTheSkillOutSaysSo) {
    const struct {
        const char* activity;
        int rung;
        const char* skill;
    } cases[] = {{"DL05", -1, "sc.cup"},         {"GM12", -2, "pa.prone"},         {"BC01", -2, "bc.one_foot"},
                 {"BC06", -2, "bc.one_foot"},    {"BC14", -3, "bc.one_foot"},      {"GM08", -1, "gm.gallop"},
                 {"GM22", -1, "gm.skip"},        {"HJ19", -3, "gm.hop4_distance"}, {"HJ13", -1, "gm.hop3_five"},
                 {"MS02", -3, "ms.stairs_down"}, {"MS15", -2, "ms.stairs_up"},     {"DR04", -1, "fm.zip_join"},
                 {"DR13", -3, "fm.zip_join"},    {"FM13", -1, "fm.pincer"},        {"FM09", -2, "fm.inhand"},
                 {"DL20", -2, "sc.chew"},        {"DL08", -1, "sc.groom"},         {"SX13", -3, "fm.cut6_circle"},
                 {"PA08", -3, "pa.align_gait"},  {"BA17", -2, "gm.ball7_dribble"}};
    for (const auto& one : cases) EXPECT_TRUE(leaves_out(one.activity, one.rung, one.skill)) << one.activity;
    for (const Activity& one : library().activities())
        for (const Rung& rung : one.easier)
            if (one.skills.front() == "bc.one_foot" && std::ranges::count(rung.drops, "SLS") > 0) {
                EXPECT_EQ(std::ranges::count(rung.leaves_out, "bc.one_foot"), 1) << one.id << ": " << rung.change;
            }
}

TEST(ContentDeeds, MinutesOfAWayThatLeavesTheSkillOutAreNotTheGoals) {
    int begun = 0;
    for (const char* code : {"bone_fragile", "hypermobile", "spine"})
        for (const char* activity : {"BC01", "BC06", "BC14"}) {
            const Child ada = with(of_age(110), code, {{"cleared", "no"}, {"brace", "off"}});
            Facts facts = both(ada, {"bc.one_foot"}, 45);
            facts.hand.pins = {{activity, Arc::main, 8, {}, {}}};
            const Plan made = plan(facts, index());
            for (const PlanBlock& block : made.blocks) {
                if (!block.pinned || !leaves_out(activity, block.grades[0].rung, "bc.one_foot")) continue;
                ++begun;
                for (const ServedGoal& goal : block.goals) {
                    EXPECT_LE(goal.fit_tenths, weights::fit_focus) << activity;
                    EXPECT_EQ(goal.what, "") << activity;
                }
                EXPECT_TRUE(block.records.empty()) << activity;
            }
        }
    EXPECT_GT(begun, 0);
}

TEST(ContentDeeds, NothingBeginsWithAWayThatLeavesTheSkillOutWhereAnotherWillDo) {
    const Child ada = of_age(14);
    Facts facts = both(ada, {"sc.cup"}, 30);
    facts.hand.pins = {{"DL05", Arc::main, 5, {}, {}}};
    for (const PlanBlock& block : plan(facts, index()).blocks)
        if (block.pinned) {
            EXPECT_LT(block.grades[0].rung, -1) << "not with teddy's drink";
        }
}

TEST(ContentDeeds, ALaterStepDoesNotBuildWhatComesBefore) {
    Child ada = of_age(60);
    ada.present_steps.emplace_back();
    ada.present_steps.back().skill = "gm.hop";
    ada.present_steps.back().step = "gm.hop1_single";
    const Facts facts = both(ada, {"gm.hop1_single"}, 30);
    EXPECT_LE(fit_of(facts, "HJ19"), weights::fit_focus);
    EXPECT_EQ(fit_of(facts, "BC01"), weights::fit_prerequisite) << "one leg does come before a hop";
}

TEST(ContentDeeds, WhatIsCountedCanBeCounted) {
    EXPECT_EQ(library().activity("MS40")->measure_type, "steps_pct") << "a slide and a stand are no one scale of help";
    EXPECT_NE(library().activity("PL06")->measure_unit, "turns of 10") << "no short game has ten turns for each";
    EXPECT_NE(library().activity("DL34")->measure_unit, "purchases of 5")
        << "four buyers make no 20 purchases in 12 min";
    EXPECT_NE(library().activity("SX13")->measure_unit, "toppings of 5") << "an order has three";
    EXPECT_EQ(library().activity("DL27")->measure_what.find("Wednesday"), std::string::npos);
}

TEST(ContentDeeds, TypingIsNoPlanningAndLoggingInIsNamed) {
    EXPECT_EQ(std::ranges::count(library().activity("FM24")->skills, "sc.plan"), 0);
    EXPECT_NE(library().skill(bank("G122").skill)->short_name.find("logs in"), std::string::npos);
    for (const char* id : {"DL16", "DL33"})
        EXPECT_EQ(std::ranges::count(library().activity(id)->skills, "fm.inhand"), 0);
}

TEST(ContentHands, WhatTakesTwoHandsAsksForThem) {
    for (const char* id : {"DR11", "DR12", "DL05", "DL18", "DL10", "DL03", "DL04", "DR03"}) {
        const auto& needs = library().activity(id)->needs;
        EXPECT_EQ(std::ranges::count(needs, "two_hands"), 1) << id;
    }
    int told = 0;
    for (const Activity& one : library().activities()) {
        if (one.age_min_months < 12 || std::ranges::count(one.needs, "two_hands") > 0) continue;
        for (const std::string& step : one.steps) {
            ++told;
            for (const char* words : {"Hook both thumbs", " with two hands.", "one under the spout", "by its end tab"})
                EXPECT_EQ(step.find(words), std::string::npos) << one.id << ": " << step;
        }
    }
    EXPECT_GT(told, 500);
}

TEST(ContentHands, WhoHoldsOnWithAHandLiftsNoArmsAtAWall) {
    EXPECT_EQ(std::ranges::count(library().activity("PA09")->needs, "stand_free"), 1);
}

TEST(ContentHands, NoStairStandsInForAStepAtASink) {
    const Activity& washing = *library().activity("DL06");
    for (const ActivityItem& used : washing.items)
        if (used.item == "low_steps") {
            EXPECT_TRUE(used.optional);
        }
    EXPECT_EQ(std::ranges::count(washing.effective_attributes, "HGT"), 1) << "a stool is a height all the same";
}

TEST(ContentChoice, AMuscleDiseaseLeavesPhysicalTherapySomethingToDo) {
    for (const int months : {50, 90, 120}) {
        Child ada = child_with("muscle", "kind=Duchenne or Becker,resistance_allowed=no,hard_play_allowed=no");
        ada.date_of_birth = add_months(planning_test::today, -months) - 3;
        ada.moves_by = MovesBy::wheels;
        int practices = 0;
        for (const PlanBlock& block : plan(both(ada, {"pa.range", "pa.sit_table"}, 45), index()).blocks) {
            practices += best_fit(block) >= weights::fit_second ? 1 : 0;
            for (const char* mark : {"ECC", "EXT", "IMP", "AER"})
                EXPECT_EQ(std::ranges::count(block.activity->effective_attributes, mark), 0) << block.activity->id;
        }
        EXPECT_GE(practices, 3) << months;
    }
}

TEST(ContentChoice, OneOnAWalkerAndTwoWhoWalkHaveGamesForAllOfThem) {
    const Child mia = on_a_walker(80);
    Child ben = of_age(84), ada = of_age(76);
    ben.id = ChildId{2}, ada.id = ChildId{3};
    Facts facts = both(mia, {"gm.ball6_kick", "gm.ball3_overhand", "bc.motor_plan"}, 45);
    for (const Child* each : {&ben, &ada}) {
        facts.participants.emplace_back();
        facts.participants.back().child = each;
    }
    for (const char* id : {"BA21", "BA22", "BC16"})
        EXPECT_TRUE(ruled_out(facts, index(), *library().activity(id)).empty()) << id;
}

}  // namespace
}  // namespace pegboard::planning
