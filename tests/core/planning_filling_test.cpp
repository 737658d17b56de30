// What fills the time: goals first, then a gentle beginning or end, then nothing. And how long a block may be.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/planning/input/ruled_blocks.h"
#include "core/planning/weights.h"
#include "core/rules/asking.h"
#include "tests/core/planning_fixture.h"

namespace pegboard::planning {
namespace {

using namespace planning_test;

bool serves(const PlanBlock& block) { return !block.goals.empty(); }

/// A child of these months with one recorded step.
Child child_of(int months, std::vector<std::pair<std::string, std::string>> steps = {}) {
    Child made = child("Ida", 5);
    made.date_of_birth = add_months(today, -months) - 3;
    for (auto& [skill, now] : steps) made.present_steps.push_back({{}, skill, now});
    return made;
}

GoalFacts pt_goal(const std::string& skill, std::int64_t id) { return goal(skill, id, Discipline::pt); }

Plan whole(const Facts& facts) { return plan(facts, index(), {}, Effort::thorough); }

TEST(PlanFilling, WhatServesNoGoalOnlyBeginsOrEndsASession) {
    for (const int months : {20, 50, 80, 110, 180})
        for (const int minutes : {20, 30, 45, 60}) {
            const Child one = child_of(months);
            Facts made = facts(one, {pt_goal("ms.stairs_up", 1)}, minutes);
            made.session.lead = Lead::pt;
            for (const PlanBlock& block : whole(made).blocks) {
                if (serves(block)) continue;
                EXPECT_TRUE(block.arc == Arc::opener || block.arc == Arc::closer) << block.activity->id;
                EXPECT_NE(block.activity->discipline, "OT") << block.activity->id;
                EXPECT_NE(block.activity->intensity, "vigorous") << block.activity->id;
                const auto marks = effective_attributes(*block.activity, library(), {});
                for (const char* risk : {"HGT", "IMP", "RUN", "CNT", "EXT", "SUS", "WHL", "SLS"})
                    EXPECT_EQ(std::ranges::count(marks, risk), 0) << block.activity->id << " " << risk;
            }
        }
}

TEST(PlanFilling, ADeviceOrAnInjuryOfOthersIsNoGroundworkForAnybody) {
    Child wheels = child_of(98);
    wheels.moves_by = MovesBy::wheels;
    wheels.devices.push_back({{}, DeviceKind::wheelchair, Side::none, {}});
    Facts made = facts(wheels, {pt_goal("ms.wheelchair", 1)}, 45);
    made.session.lead = Lead::pt;
    const Plan found = whole(made);
    ASSERT_FALSE(found.blocks.empty());
    for (const PlanBlock& block : found.blocks) {
        EXPECT_NE(block.activity->skills.front(), "ms.gait") << block.activity->title;
        EXPECT_NE(block.activity->skills.front(), "ms.crutches") << block.activity->title;
    }
}

TEST(PlanFilling, TimeThatNoGoalNeedsStaysOpenAndThePlanSaysSo) {
    Child one = child_of(100);
    Facts made = facts(one, {pt_goal("ms.stander", 1)}, 60);
    made.session.lead = Lead::pt;
    const Plan found = whole(made);  // no stander: nothing serves the goal
    EXPECT_GE(found.minutes_left, 30);
    EXPECT_TRUE(std::ranges::any_of(
        found.notes, [](const std::string& note) { return note.find("minutes stay open") != std::string::npos; }));
}

TEST(PlanFilling, AnHourWithOneGoalGoesToThatGoal) {
    Child wheels = child_of(98);
    wheels.moves_by = MovesBy::wheels;
    wheels.devices.push_back({{}, DeviceKind::wheelchair, Side::none, {}});
    for (const int minutes : {30, 45, 60}) {
        Facts made = facts(wheels, {pt_goal("ms.wheelchair", 1)}, minutes);
        made.session.lead = Lead::pt;
        int on_goal = 0;
        for (const PlanBlock& block : whole(made).blocks) on_goal += serves(block) ? block.minutes : 0;
        // No block on an own device is stretched far, so more time does not mean more of the same for ever.
        EXPECT_GE(on_goal, std::min(28, minutes * 55 / 100)) << minutes;
    }
}

TEST(PlanFilling, OneLegThatBearsNothingWalksOnCrutchesAndOnNothingElse) {
    Child one = child_of(77);
    one.moves_by = MovesBy::walks_with_device;
    one.devices.push_back({{}, DeviceKind::crutches, Side::none, {}});
    const auto judged = [&](const char* side, const char* id, int rung = 0) {
        one.precautions = {{{}, "wb_leg", {{"side", side}, {"grade", "NWB"}}, {}}};
        return verdict(check_precautions(one, *library().activity(id), rung, library(), {}, today, 1));
    };
    EXPECT_EQ(judged("left", "MS22"), Verdict::flag) << "crutch school, with the order in sight";
    EXPECT_EQ(judged("both", "MS22"), Verdict::exclude);
    EXPECT_EQ(judged("left", "MS22", 2), Verdict::exclude) << "its harder rung lands";
    EXPECT_EQ(judged("left", "BC01"), Verdict::exclude) << "standing on one leg";
    Facts made = facts(one, {pt_goal("ms.crutches", 1)}, 30);
    made.session.lead = Lead::pt;
    one.precautions = {{{}, "wb_leg", {{"side", "left"}, {"grade", "NWB"}}, {}}};
    const Plan found = whole(made);
    EXPECT_TRUE(std::ranges::any_of(found.blocks, [](const PlanBlock& block) { return block.activity->id == "MS22"; }));
}

TEST(PlanFilling, AStanderIsEnteredOnceASession) {
    Child stands = child_of(181);
    stands.moves_by = MovesBy::carried;
    stands.devices.push_back({{}, DeviceKind::stander, Side::none, {}});
    Facts made = facts(stands, {pt_goal("ms.stander", 1)}, 45);
    made.session.lead = Lead::pt;
    const Plan found = whole(made);
    const auto standing = std::ranges::count_if(
        found.blocks, [](const PlanBlock& block) { return std::ranges::count(block.activity->needs, "stander") > 0; });
    EXPECT_EQ(standing, 1);
}

TEST(PlanFilling, NoBlockIsShorterThanSettingItUpIsWorth) {
    for (int months = 2; months <= 40; months += 2) {
        const Child one = child_of(months);
        Facts made = facts(one, {goal("fm.hand_to_hand", 1), pt_goal("gm.sit", 2)}, 30);
        made.session.lead = Lead::both;
        for (const PlanBlock& block : whole(made).blocks)
            EXPECT_GE(block.minutes, std::min(3, block.activity->minutes)) << months << " " << block.activity->id;
    }
}

TEST(PlanFilling, AChildWithAMuscleDiseaseIsOnTheFeetForTenMinutesAtMost) {
    Child one = child_of(110);
    one.precautions.push_back({{}, "muscle", {{"kind", "Duchenne or Becker"}, {"resistance_allowed", "no"}}, {}});
    for (const int minutes : {30, 45, 60}) {
        Facts made = facts(one, {pt_goal("se.endurance", 1), pt_goal("gm.walk", 2)}, minutes);
        made.session.lead = Lead::pt;
        for (const PlanBlock& block : whole(made).blocks)
            EXPECT_TRUE(block.activity->position != "WK" || block.minutes <= 10) << block.activity->id;
    }
}

TEST(PlanFilling, WhatADiagnosisProposesAndNobodyAnsweredIsKeptOut) {
    Child one = child_of(70);
    one.diagnoses.push_back({{}, "Down syndrome", {}});
    const Activity* curls = library().activity("SE02");  // curls the neck
    ASSERT_NE(curls, nullptr);
    EXPECT_EQ(verdict(check_precautions(one, *curls, library(), {}, today, 1)), Verdict::exclude);
    const auto findings = check_precautions(one, *curls, library(), {}, today, 1);
    EXPECT_NE(findings.front().reason.find("not asked yet, and Down syndrome is on record"), std::string::npos);
    for (const int minutes : {30, 45}) {
        Facts made = facts(one, {pt_goal("se.core", 1)}, minutes);
        made.session.lead = Lead::pt;
        for (const PlanBlock& block : whole(made).blocks) {
            const auto marks = effective_attributes(*block.activity, library(), {});
            EXPECT_EQ(std::ranges::count(marks, "NCK"), 0) << block.activity->id;
        }
    }
    std::vector<std::string> asked;
    for (const ProposedPrecaution& open : proposed_precautions(one, library())) asked.push_back(open.precaution->code);
    one.askings.push_back({{}, today, {}, "Mother", asked});
    EXPECT_NE(verdict(check_precautions(one, *curls, library(), {}, today, 1)), Verdict::exclude);
}

TEST(PlanFilling, TheSameAreaIsNoReasonFarAboveTheStepWorkedOn) {
    const Child one = child_of(134, {{"fm.cut", "fm.cut3_forward"}});
    Facts made = facts(one, {goal("fm.cut", 1)}, 45);
    for (const PlanBlock& block : whole(made).blocks)
        EXPECT_TRUE(!serves(block) || block.activity->age_min_months <= 60) << block.activity->title;
}

TEST(PlanFilling, WhatWasNeverDoneIsNotSaidToHaveBeenDoneLately) {
    const Child one = child_of(80);
    Facts made = facts(one, {pt_goal("se.core", 1), pt_goal("gm.hop", 2)}, 45);
    made.session.lead = Lead::pt;
    const Plan found = whole(made);
    for (std::size_t i = 0; i < found.blocks.size(); ++i)
        for (const Alternative& other : alternatives(made, index(), found, i))
            EXPECT_EQ(other.words.find("last three weeks"), std::string::npos) << other.activity->id;
}

TEST(Precautions, BoardsAndSwingsWaitForClearanceAfterASpineOperation) {
    Child spine = child_of(120), bones = child_of(70), skin = child_of(60);
    spine.precautions.push_back({{}, "spine", {{"cleared", "no"}}, {}});
    bones.precautions.push_back({{}, "bone_fragile", {}, {}});
    skin.precautions.push_back({{}, "skin_blister", {}, {}});
    const auto out = [](const Child& who, const char* id) {
        return verdict(check_precautions(who, *library().activity(id), library(), {}, today, 1)) == Verdict::exclude;
    };
    EXPECT_TRUE(out(spine, "SP07")) << "platform swing";
    EXPECT_TRUE(out(spine, "BC05")) << "wobble board";
    EXPECT_TRUE(out(bones, "BC05"));
    EXPECT_TRUE(out(bones, "SE02")) << "curling up";
    EXPECT_TRUE(out(skin, "FM07")) << "stickers";
    EXPECT_TRUE(out(spine, "PA09")) << "both arms above the head";
    EXPECT_FALSE(out(spine, "HW01")) << "writing at the table";
}

}  // namespace
}  // namespace pegboard::planning
