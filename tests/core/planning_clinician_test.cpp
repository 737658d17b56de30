// What a careful clinician found in the content of suggested plans, one test for each: casts in water, paste for a
// child who may not swallow, hips bent too far, things that go in a mouth, breathing while lying, tubing, pumps and
// pain.
#include <gtest/gtest.h>

#include "tests/core/planning_review.h"
#include "tests/core/precaution_fixture.h"

namespace pegboard::planning {
namespace {
namespace clinician {

using namespace planning_test;
using precaution_test::child_with;

bool holds(const std::vector<std::string>& list, const char* id) { return std::ranges::count(list, id) > 0; }

std::vector<Finding> of(const Child& child, const Activity& activity, int rung = 0) {
    return check_precautions(child, activity, rung, library(), {}, planning_test::today, 1);
}

Verdict judged(const Child& child, const char* activity, int rung = 0) {
    return verdict(of(child, *library().activity(activity), rung));
}

/// Every activity that carries `mark`, as the library has it, gets at least this verdict.
void all_with(const char* mark, const Child& child, Verdict at_least, int more_than) {
    int seen = 0;
    for (const Activity& one : library().activities()) {
        if (!holds(one.effective_attributes, mark)) continue;
        ++seen;
        EXPECT_GE(static_cast<int>(verdict(of(child, one))), static_cast<int>(at_least)) << one.id;
    }
    EXPECT_GT(seen, more_than) << mark;
}

TEST(ClinicianA2, WhoseArmMayBearNoWeightDoesNotJumpNorHop) {
    const Child ada = child_with("wb_arm", "side=left,grade=NWB,hand_free=no");
    int jumps = 0;
    for (const Activity& one : library().activities()) {
        if (one.position != "JP") continue;
        ++jumps;
        EXPECT_EQ(verdict(of(ada, one)), Verdict::exclude) << one.id;
    }
    EXPECT_GT(jumps, 10);
}

TEST(ClinicianA3, ACastArmIsKeptOutOfWaterPaintAndBins) {
    const Child arm = child_with("cast_tone", "kind=serial cast,where=arm or hand");
    for (const char* mark : {"WTR", "FAC", "TAC"}) all_with(mark, arm, Verdict::exclude, 5);
    for (const char* id : {"DL22", "DL24", "DL06", "FM06"}) EXPECT_EQ(judged(arm, id), Verdict::exclude) << id;
    all_with("WTR", child_with("cast_tone", "kind=serial cast,where=leg"), Verdict::flag, 5);
    all_with("WTR", child_with("wb_arm", "side=left,grade=NWB,hand_free=no"), Verdict::flag, 5);
    EXPECT_NE(library().precaution("cast_tone")->line.find("dry"), std::string::npos);
}

TEST(ClinicianA4, NoPasteAndNoRinseWhereSwallowingIsUnsafe) {
    for (const char* parameters : {"order=nil by mouth", "order=ordered textures only,texture_matches=no"}) {
        const Child ada = child_with("dysphagia", parameters);
        int brushes = 0;
        for (const Activity& one : library().activities()) {
            if (std::ranges::none_of(one.items, [](const ActivityItem& used) { return used.item == "toothbrush"; }))
                continue;
            ++brushes;
            EXPECT_NE(verdict(of(ada, one)), Verdict::fine) << one.id;
        }
        EXPECT_GT(brushes, 0);
    }
    const Activity& brushing = *library().activity("DL07");
    EXPECT_TRUE(holds(brushing.attributes, "FAC"));
    EXPECT_TRUE(holds(brushing.easier[1].drops, "FAC")) << "the damp brush";
    EXPECT_EQ(judged(child_with("line_trach", "device=tracheostomy"), "DL07"), Verdict::exclude);
    EXPECT_EQ(judged(child_with("line_trach", "device=tracheostomy,carer_trained=yes,care_plan_allows=yes"), "DL07"),
              Verdict::flag);
}

TEST(ClinicianA4, BrushingIsNoFillerForWhoMayNotSwallow) {
    const Child ada = with(of_age(84), "dysphagia");
    for (const auto& skill : many_goals)
        for (const PlanBlock& block : plan(both(ada, {skill}, 45), index()).blocks)
            EXPECT_FALSE(block.activity->id == "DL07" && best_fit(block) < weights::fit_second) << skill;
}

TEST(ClinicianA5, AHipThatIsNotClearedIsNotBentPastARightAngle) {
    const Child ada = child_with("hip", "cleared=no");
    all_with("HIP", ada, Verdict::exclude, 15);
    for (const char* id : {"SE02", "SE05", "DR06", "DR18", "DR24", "HJ03", "HJ06", "HJ08", "DR21", "DR23", "SE18"})
        EXPECT_TRUE(holds(library().activity(id)->effective_attributes, "HIP")) << id;
    EXPECT_EQ(judged(child_with("hip", "cleared=yes"), "DR24"), Verdict::flag);
    const Activity& socks = *library().activity("DR24");
    EXPECT_TRUE(holds(socks.easier[0].drops, "HIP")) << "with a sock aid nobody bends down";
    for (const Activity& one : library().activities())
        for (const std::string& step : one.steps)
            for (const char* deep : {"Squat", "Crouch", "knees to tummy", "between the toes"})
                if (step.find(deep) != std::string::npos) {
                    EXPECT_TRUE(holds(one.attributes, "HIP")) << one.id << ": " << step;
                }
}

TEST(ClinicianA6, ThingsForWashingAreNotForEating) {
    const Child ada = child_with("mouthing", "kind=pica,edible_only=no");
    int kits = 0;
    for (const Activity& one : library().activities())
        for (const ActivityItem& used : one.items)
            if (used.item == "wash_kit" && !used.optional) {
                ++kits;
                EXPECT_EQ(verdict(of(ada, one)), Verdict::exclude) << one.id;
            }
    EXPECT_GT(kits, 4);
    EXPECT_NE(judged(child_with("mouthing", "kind=pica,edible_only=yes"), "DL37"), Verdict::fine);
    EXPECT_NE(judged(ada, "DL06"), Verdict::fine) << "soap at the sink";
}

TEST(ClinicianA7, WhoBreathesWithHelpIsNotLaidFlatUntold) {
    for (const char* device : {"tracheostomy", "ventilator"}) {
        const Child ada =
            child_with("line_trach", std::string("carer_trained=yes,care_plan_allows=yes,device=") + device);
        for (const Activity& one : library().activities()) {
            if (one.position != "SU") continue;
            EXPECT_NE(verdict(of(ada, one)), Verdict::fine) << one.id;
        }
        EXPECT_NE(judged(ada, "PA16"), Verdict::fine);
        EXPECT_EQ(judged(ada, "PA16", -1), Verdict::fine) << "in the own chair";
    }
    EXPECT_EQ(judged(child_with("muscle", ""), "PA16"), Verdict::flag);
    EXPECT_EQ(judged(child_with("muscle", ""), "PA16", -1), Verdict::fine);
}

TEST(ClinicianA8, TubingIsLedAtEveryRollAndKeptOutOfTunnels) {
    const Child ada = child_with("oxygen", "kind=oxygen,texture_order=yes,water_kept_away=yes");
    for (const char* id : {"GM11", "GM12", "GM13", "GM16"}) {
        const auto found = of(ada, *library().activity(id));
        ASSERT_FALSE(found.empty()) << id;
        EXPECT_NE(found.front().reason.find("tubing"), std::string::npos) << id << ": " << found.front().reason;
    }
    for (const char* id : {"GM01", "GM10"}) EXPECT_EQ(judged(ada, id), Verdict::exclude) << id;
    EXPECT_TRUE(holds(library().activity("GM13")->attributes, "SID"));
    EXPECT_EQ(judged(child_with("line_trach", "device=ventilator"), "GM11"), Verdict::flag);
}

TEST(ClinicianA9, NobodyLiesOnAPump) {
    const Child ada = child_with("implant", "site_protected=no");
    all_with("PRB", ada, Verdict::exclude, 10);
    for (const char* mark : {"TWI", "IMP", "INV", "SUS"}) all_with(mark, ada, Verdict::flag, 0);
}

TEST(ClinicianA10, WhatPullsFromAboveSaysSo) {
    const Child ada = child_with("plexus", "side=left,cleared=no");
    EXPECT_EQ(judged(ada, "SE15"), Verdict::exclude);
    EXPECT_FALSE(
        holds(effective_attributes(*library().activity("SE15"), library().activity("SE15")->easier[1], library(), {}),
              "OVH"));
    for (const char* id : {"BA20", "BA12"}) EXPECT_NE(judged(ada, id), Verdict::fine) << id;
}

TEST(ClinicianA11, APainfulDaySparesTheHands) {
    const Child ada = child_with("today", "fever_or_red_flag=no,pain=yes");
    int squeezes = 0;
    for (const Activity& one : library().activities()) {
        if (!holds(one.skills, "fm.hand_strength") && !holds(one.effective_attributes, "WBA")) continue;
        ++squeezes;
        EXPECT_EQ(verdict(of(ada, one)), Verdict::exclude) << one.id;
    }
    EXPECT_GT(squeezes, 20);
    all_with("LEG", ada, Verdict::flag, 20);
}

TEST(ClinicianA11, InflamedJointsAreAKindOfTheirOwn) {
    const Child flaring = child_with("arthritis", "flare=yes"), calm = child_with("arthritis", "flare=no");
    EXPECT_EQ(judged(flaring, "FM02"), Verdict::exclude);
    EXPECT_EQ(judged(calm, "FM02"), Verdict::flag);
    Child named = of_age(72);
    named.diagnoses = {{{}, "Juvenile idiopathic arthritis", "M08.0"}};
    EXPECT_EQ(judged(named, "FM02"), Verdict::exclude) << "not asked counts as inflamed";
}

TEST(ClinicianB1, ABalloonIsToldToWhoWasFrightened) {
    EXPECT_EQ(judged(child_with("trauma", "chosen_today=no"), "VM07"), Verdict::exclude);
    for (const char* mark : {"BAL", "LOU", "CNT"})
        all_with(mark, child_with("trauma", "chosen_today=yes"), Verdict::flag, 0);
}

TEST(ClinicianB3, AnArmThatWasTreatedIsNoLeg) {
    for (const auto& finding :
         of(child_with("cast_tone", "kind=botulinum,where=arm or hand"), *library().activity("SP04")))
        EXPECT_EQ(finding.reason.find("leg"), std::string::npos) << finding.reason;
}

TEST(ClinicianB5, AShoeIsFastenedWithTheHandsOneHas) {
    Child ada = of_age(180);
    ada.hands = Hands::one;
    EXPECT_TRUE(ruled_out(both(ada, {"fm.tie"}, 30), index(), *library().activity("DR18")).empty());
}

TEST(ClinicianB6, ATransferIsPracticedWithoutWeightOnTheFeet) {
    Child ada = with(of_age(140), "wb_leg", {{"side", "both"}, {"grade", "NWB"}});
    ada.moves_by = MovesBy::wheels;
    EXPECT_NE(verdict(of(ada, *library().activity("MS40"))), Verdict::exclude);
    bool planned = false;
    for (const PlanBlock& block : plan(both(ada, {"ms.transfer"}, 30), index()).blocks)
        planned = planned || block.activity->id == "MS40";
    EXPECT_TRUE(planned);
}

TEST(ClinicianB7, ASpoonNeedsATableAndNoKitchen) {
    int at_a_table = 0;
    for (const Activity& one : library().activities())
        for (const char* skill : {"sc.spoon", "sc.fork", "sc.cup", "sc.chew"})
            at_a_table += holds(one.skills, skill) && one.space == "table" ? 1 : 0;
    EXPECT_GE(at_a_table, 9);
    for (const char* id : {"DL01", "DL13", "DL17", "DL21", "FM26", "SP16"})
        EXPECT_EQ(library().activity(id)->space, "table") << id;
}

TEST(ClinicianB8, ABraceIsNoFusion) {
    int open = 0, shut = 0;
    for (const Activity& one : library().activities()) {
        if (!holds(one.skills, "se.core")) continue;
        open += verdict(of(child_with("spine", "kind=brace only,cleared=no"), one)) != Verdict::exclude ? 1 : 0;
        shut += verdict(of(child_with("spine", "kind=fusion or rods,cleared=no"), one)) == Verdict::exclude ? 1 : 0;
    }
    EXPECT_GT(open, 8);
    EXPECT_GT(shut, 8);
    EXPECT_EQ(judged(child_with("spine", "kind=fracture,cleared=no"), "SE02"), Verdict::exclude);
}

TEST(ClinicianB9, AHealingChestIsScoopedUp) {
    const Child ada = child_with("cardiac", "surgery_recovery=yes");
    int handled = 0;
    for (const Activity& one : library().activities()) {
        if (one.supervision != "hands_on" || one.age_max_months > 24) continue;
        ++handled;
        EXPECT_NE(verdict(of(ada, one)), Verdict::fine) << one.id;
    }
    EXPECT_GT(handled, 5);
    const std::string& line = library().precaution("cardiac")->line;
    EXPECT_NE(line.find("never lift under the arms"), std::string::npos) << line;
}

TEST(ClinicianB10, NoWayShortensAnOrderedPressureBreak) {
    for (const Activity& one : library().activities()) {
        if (!holds(one.skills, "ms.pressure")) continue;
        for (const Rung& rung : one.easier) EXPECT_EQ(rung.change.find("half the time"), std::string::npos) << one.id;
    }
}

TEST(ClinicianB11, StraightArmsComeAtFiveMonths) { EXPECT_GE(library().activity("PA15")->age_min_months, 5); }

TEST(ClinicianB12, AWalkerVillageServesTheWalker) {
    EXPECT_TRUE(holds(library().activity("MS10")->skills, "ms.walker"));
    EXPECT_TRUE(holds(library().activity("MS11")->skills, "ms.wheelchair"));
}

TEST(ClinicianB14, AWalkOnWhichOneCanTalkIsNotVigorous) {
    for (const Activity& one : library().activities())
        if (holds(one.attributes, "AER")) {
            EXPECT_EQ(one.intensity, "vigorous") << one.id;
        }
    const Activity& walk = *library().activity("SE10");
    EXPECT_EQ(judged(child_with("cardiac", "surgery_recovery=no,excluded_attributes=AER"), "SE10"), Verdict::fine);
    EXPECT_TRUE(holds(walk.harder[2].adds, "AER")) << walk.harder[2].change;
}

TEST(ClinicianC, ATiltedHeadIsKnownAndASnackIsNoWarmUp) {
    Child baby = of_age(2);
    baby.diagnoses = {{{}, "Congenital torticollis", "Q68.0"}};
    const auto told = of(baby, *library().activity("PA01"));
    ASSERT_FALSE(told.empty());
    EXPECT_NE(told.front().line.find("nobody turns or stretches it by hand"), std::string::npos);
    for (const Activity& one : library().activities())
        if (holds(one.effective_attributes, "FOD")) {
            EXPECT_EQ(std::ranges::count(one.arcs, pegboard::Arc::opener), 0) << one.id << " eats as a warm-up";
        }
    for (const char* id : {"DL03", "DL04"}) EXPECT_TRUE(holds(library().activity(id)->skills, "sc.meal")) << id;
    for (const Activity& one : library().activities())
        for (const std::string& step : one.steps)
            EXPECT_FALSE(one.home_ok && step.find("take the elevator") != std::string::npos) << one.id << ": " << step;
}

TEST(ClinicianB15, ALineStandsWhereOneIsDue) {
    for (const char* id : {"BA20", "PA01", "VM09"})
        EXPECT_EQ(judged(child_with("vision", ""), id), Verdict::flag) << id;
    int written = 0;
    for (const Activity& one : library().activities()) {
        if (std::ranges::none_of(one.items,
                                 [](const ActivityItem& used) { return used.item == "pencils" && !used.optional; }))
            continue;
        ++written;
        EXPECT_NE(verdict(of(child_with("skin_blister", ""), one)), Verdict::fine) << one.id;
    }
    EXPECT_GT(written, 5);
    EXPECT_NE(judged(child_with("concussion", "stage=stage 3"), "VM11"), Verdict::fine);
    for (const auto& finding : of(child_with("line_trach", "device=central line"), *library().activity("FM09")))
        EXPECT_EQ(finding.reason.find("suction"), std::string::npos) << finding.reason;
}

}  // namespace clinician
}  // namespace
}  // namespace pegboard::planning
