// Pairs that a clinician's third reading found: a goal of the bank and an activity that shares its skill and does
// another deed. What does the deed serves the goal, the other does not, and no count of another deed is its data.
#include <gtest/gtest.h>

#include "core/library/goal_deeds.h"
#include "core/planning/input/situation.h"
#include "tests/core/planning_review.h"

namespace pegboard::planning {
namespace {
namespace pairs {

using namespace planning_test;

const GoalTemplate& bank(const char* id) { return *library().goal_template(id); }

Facts written(const Child& who, const char* bank_goal) {
    Facts made = both(who, {bank(bank_goal).skill}, 30);
    made.participants[0].goals[0].bank_goal = bank_goal;
    made.participants[0].goals[0].measure = bank(bank_goal).measure;
    return made;
}

int fit_of(const Facts& facts, const char* activity) {
    const Situation situation(facts, index());
    return situation.fit(situation.goals[0],
                         situation.index.activities[static_cast<std::size_t>(situation.index.find(activity))]);
}

struct Pair {
    const char *goal, *does, *another;
    int months;
};
const Pair found[] = {{"G061", "SP15", "SP16", 80},  {"G061", "SP15", "DL08", 60},  {"G164", "SP16", "SP15", 80},
                      {"G041", "VM01", "VM02", 40},  {"G041", "VM01", "SE05", 40},  {"G041", "PL08", "VM10", 80},
                      {"G042", "VM04", "VM03", 60},  {"G042", "VM04", "VM12", 60},  {"G070", "PL02", "VM02", 50},
                      {"G070", "PL06", "PA06", 80},  {"G070", "PL06", "VM05", 70},  {"G070", "BA13", "BC08", 80},
                      {"G094", "BC01", "BA15", 70},  {"G094", "BC06", "HJ09", 80},  {"G094", "BC14", "HJ19", 150},
                      {"G102", "SE10", "SE09", 90},  {"G135", "DL28", "DL42", 140}, {"G066", "SP14", "SP21", 70},
                      {"G044", "BA04", "VM09", 50},  {"G044", "BA07", "FM02", 60},  {"G045", "HW13", "VM10", 100},
                      {"G059", "DL11", "SP19", 70},  {"G059", "DL28", "DL34", 100}, {"G060", "SP03", "SP04", 60},
                      {"G060", "SP06", "VM14", 50},  {"G095", "BC02", "BC04", 60},  {"G098", "GM07", "PA08", 60},
                      {"G098", "GM07", "PL11", 60},  {"G100", "SE03", "PA10", 70},  {"G100", "SE03", "SE12", 70},
                      {"G105", "PA06", "PA03", 60},  {"G112", "MS10", "DR24", 80},  {"G113", "MS13", "DR16", 70},
                      {"G113", "MS03", "MS16", 100}, {"G139", "DL33", "DL35", 130}, {"G142", "SE14", "BC14", 150}};

TEST(ContentPairs, WhatDoesTheDeedServesAndWhatSharesTheSkillAloneDoesNot) {
    for (const Pair& one : found) {
        const Child ada = of_age(one.months);
        const Facts facts = written(ada, one.goal);
        EXPECT_GE(fit_of(facts, one.does), weights::fit_second) << one.goal << " " << one.does;
        EXPECT_LT(fit_of(facts, one.another), weights::fit_second) << one.goal << " " << one.another;
    }
}

TEST(ContentPairs, NoCountOfAnotherDeedIsTheGoalsData) {
    const std::pair<const char*, const char*> another[] = {
        {"G061", "DL08"}, {"G061", "SP15"}, {"G070", "BA13"}, {"G070", "PL05"}, {"G059", "DR20"}, {"G098", "BA18"},
        {"G113", "BC10"}, {"G042", "HW16"}, {"G066", "SX09"}, {"G095", "BC15"}, {"G045", "HW13"}, {"G164", "SP16"}};
    for (const auto& [goal, activity] : another)
        EXPECT_FALSE(counts_for_goal(*library().activity(activity), goal, bank(goal).skill, library()))
            << goal << " " << activity;
    const std::pair<const char*, const char*> own[] = {{"G042", "VM04"}, {"G066", "SP14"}, {"G095", "BC02"},
                                                       {"G100", "SE03"}, {"G113", "MS13"}, {"G102", "SE10"}};
    for (const auto& [goal, activity] : own)
        EXPECT_TRUE(counts_for_goal(*library().activity(activity), goal, bank(goal).skill, library()))
            << goal << " " << activity;
}

TEST(ContentPairs, CatchingIsNoEveningWithFriendsAndABoardGameHasTurns) {
    EXPECT_EQ(std::ranges::count(library().activity("BA20")->skills, "pl.leisure"), 0);
    EXPECT_EQ(library().activity("PL06")->skills.at(1), "pl.turns");
    for (const auto& id : bank("G070").practiced_in)
        EXPECT_GE(library().activity(id)->group_min, 2) << id << ": turns with a peer take one";
    EXPECT_GE(bank("G070").practiced_in.size(), 4U);
    for (const auto& target : bank("G061").targets) EXPECT_EQ(target.find("food"), std::string::npos) << target;
}

}  // namespace pairs
}  // namespace
}  // namespace pegboard::planning
