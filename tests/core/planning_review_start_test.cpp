// What a second careful reader of suggested plans found: where a child starts, what does not count as practice, what is
// not said of an empty plan.
#include <gtest/gtest.h>

#include "core/planning/input/index.h"
#include "tests/core/planning_review.h"

namespace pegboard::planning {
namespace {

using namespace planning_test;

std::size_t how_many_speak(const Child& who, const Activity& activity, int rung) {
    return check_precautions(who, activity, rung, library(), {}, today, 1).size();
}

TEST(PlanStarts, WhereTheFewestPrecautionsSpeak) {
    int gentler = 0;
    for (const char* code : {"wb_arm", "seizure", "hypermobile", "sickle", "plexus", "aai", "today"})
        for (const auto& skill : many_goals) {
            const Child ada = with(of_age(80), code);
            for (const PlanBlock& block : plan(both(ada, {skill}, 60), index()).blocks) {
                ASSERT_EQ(block.grades.size(), 1U);
                const ChildGrade& start = block.grades[0];
                const std::size_t here = how_many_speak(ada, *block.activity, start.rung);
                if (here == 0) continue;
                for (const int easier : start.offered) {
                    // A way that leaves the goal out is no gentler way to it.
                    if (easier >= start.rung || !rung_of(*block.activity, easier)->leaves_out.empty()) continue;
                    // One with a hazard of its own is none either.
                    if (!rung_of(*block.activity, easier)->adds.empty()) continue;
                    EXPECT_GE(how_many_speak(ada, *block.activity, easier), here)
                        << code << ", " << block.activity->id << ": " << start.rung << ", not " << easier;
                }
            }
            for (const PlanBlock& block : plan(both(ada, {skill}, 60), index()).blocks)
                gentler += block.grades[0].why.find("asks for ") != std::string::npos ? 1 : 0;
        }
    EXPECT_GT(gentler, 0);
}

TEST(PlanStarts, WhatAPrecautionFlagsLastsNoLongerThanUsual) {
    int flagged = 0;
    for (const char* code : {"seizure", "hypermobile", "cardiac", "oxygen"})
        for (const auto& skill : many_goals) {
            const Child ada = with(of_age(100), code);
            for (const PlanBlock& block : plan(both(ada, {skill}, 60), index()).blocks) {
                if (how_many_speak(ada, *block.activity, 0) == 0) continue;
                ++flagged;
                EXPECT_LE(block.minutes, block.activity->minutes) << code << ": " << block.activity->id;
            }
        }
    EXPECT_GT(flagged, 10);
}

TEST(PlanStarts, ArmsAboveTheHeadWaitWhereTheyWouldHarm) {
    const Activity& angels = *library().activity("PA09");
    const auto barred = [&](const std::string& code, std::map<std::string, std::string> answers, int rung) {
        const Child ada = with(of_age(100), code, std::move(answers));
        return verdict(check_precautions(ada, angels, rung, library(), {}, today, 1)) == Verdict::exclude;
    };
    constexpr int to_the_shoulders = -2;
    EXPECT_TRUE(barred("wb_arm", {}, 0));
    EXPECT_FALSE(barred("wb_arm", {}, to_the_shoulders));
    EXPECT_TRUE(barred("plexus", {{"cleared", "no"}}, 0));
    EXPECT_FALSE(barred("plexus", {{"cleared", "yes"}}, 0));
    EXPECT_TRUE(barred("cardiac", {{"surgery_recovery", "yes"}}, 0));
    EXPECT_FALSE(barred("cardiac", {{"surgery_recovery", "no"}}, 0));
}

TEST(PlanStarts, AKickIsNoPracticeOfACatch) {
    Child ada = of_age(70);
    int blocks = 0;
    for (const int minutes : {30, 60})
        for (const PlanBlock& block : plan(both(ada, {"gm.ball5_catch_hands"}, minutes), index()).blocks) {
            if (best_fit(block) < weights::fit_second) continue;
            ++blocks;
            EXPECT_EQ(std::ranges::count(block.activity->skills, "gm.ball5_catch_hands"), 1) << block.activity->id;
        }
    EXPECT_GT(blocks, 0);
}

TEST(PlanStarts, AHeldHandIsNoWalker) {
    int walks = 0, sits = 0;
    for (const Activity& one : library().activities())
        for (int rung = -1; rung >= -static_cast<int>(one.easier.size()); --rung) {
            const Rung& easier = one.easier[static_cast<std::size_t>(-rung - 1)];
            const std::string& position = easier.position.empty() ? one.position : easier.position;
            if (position == "WK" || position == "JP") {
                ++walks;
                EXPECT_FALSE(gives_hold(one, rung)) << one.id << " " << rung;
            }
            if (position == "SC" || position == "SF") {
                ++sits;
                EXPECT_TRUE(gives_hold(one, rung)) << one.id << " " << rung;
            }
        }
    EXPECT_GT(walks, 20);
    EXPECT_GT(sits, 20);
}

TEST(PlanStarts, NothingIsWarmedUpForWhereNothingWorksOnAGoal) {
    const Child ada = of_age(100);
    const Plan made = plan(both(ada, {"ms.stander"}, 30), index());
    EXPECT_TRUE(made.blocks.empty());
    EXPECT_TRUE(std::ranges::any_of(made.notes, [](const auto& note) {
        return note.find("nothing that can be used here works on a goal") != std::string::npos;
    }));
    // What was put there by hand is a session of its own, and gets its ends.
    Facts by_hand = both(ada, {"ms.stander"}, 45);
    by_hand.hand.pins.push_back({"HW01", Arc::main, 10, {}, {}});
    EXPECT_GE(plan(by_hand, index()).blocks.size(), 1U);
}

TEST(PlanStarts, AYoungChildsGoalOfCruisingAsksHowTheChildMoves) {
    Child ada = of_age(11);
    const Plan asked = plan(both(ada, {"gm.cruise"}, 30), index());
    ASSERT_EQ(asked.not_served.size(), 1U);
    EXPECT_NE(asked.not_served[0].words.find("add it if Ada stands already"), std::string::npos)
        << asked.not_served[0].words;
    ada.present_steps = {{{}, "gm.cruise", "emerging"}};
    EXPECT_TRUE(plan(both(ada, {"gm.cruise"}, 30), index()).not_served.empty());
}

TEST(PlanStarts, ABabyIsNotToldToTakeAMovementBreak) {
    const auto told = [](const Child& who, const std::vector<std::string>& skills) {
        std::string all;
        for (const auto& note : plan(both(who, skills, 60), index()).notes) all += note + "\n";
        return all;
    };
    EXPECT_EQ(told(of_age(7), {"fm.pincer"}).find("Every block is seated"), std::string::npos);
    Child chair = of_age(110);
    chair.moves_by = MovesBy::wheels;
    EXPECT_EQ(told(chair, {"fm.cut5_curve", "hw.letters"}).find("movement break"), std::string::npos);
}

}  // namespace
}  // namespace pegboard::planning
