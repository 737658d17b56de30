// What a third careful reading of suggested plans found unsafe or untrue, by its letter and number: each with the
// answer that is right, as a kind.
#include <gtest/gtest.h>

#include "core/rules/rungs.h"
#include "tests/core/planning_review.h"
#include "tests/core/precaution_fixture.h"

namespace pegboard::planning {
namespace {

using namespace planning_test;
using precaution_test::child_with;

Verdict of(const Child& child, std::string_view id, int rung = 0) {
    return verdict(check_precautions(child, *library().activity(id), rung, library(), {}, today, 1));
}
void all_are(const Child& child, Verdict wanted, const std::vector<const char*>& ids) {
    for (const char* id : ids) EXPECT_EQ(of(child, id), wanted) << id;
}

TEST(ThirdA1, AHealingChestIsNotJoltedBumpedOrThrownAbout) {
    const Child fresh = child_with("cardiac", "surgery_recovery=yes"),
                cleared = child_with("cardiac", "surgery_recovery=no");
    all_are(fresh, Verdict::exclude, {"HJ17", "GM19", "SE11"});
    all_are(fresh, Verdict::flag, {"BA07", "BA11"});
    all_are(cleared, Verdict::flag, {"HJ17", "GM19", "SE11"});
}

TEST(ThirdA2, NothingThatWobblesUnderFragileBonesAFreshSpineOrWhoeverCannotSit) {
    all_are(child_with("bone_fragile", ""), Verdict::exclude, {"PA05", "SE08", "BC05"});
    all_are(child_with("spine", "cleared=no"), Verdict::exclude, {"PA05"});
    all_are(child_with("aai", "status=known,cleared=no"), Verdict::exclude, {"PA05", "SP08"});
    Child ada = of_age(100);
    ada.gmfcs = 4;
    ada.moves_by = MovesBy::wheels;
    const auto barred = ruled_out(both(ada, {"sp.attend"}, 30), index(), *library().activity("PA05"));
    EXPECT_TRUE(std::ranges::any_of(barred, [](const RuledOut& one) { return one.rule == Rule::needs; }));
}

TEST(ThirdA3, WhoDoesNotSitBeginsHeldOrInASeat) {
    int begun = 0;
    for (const int months : {8, 14, 40, 100})
        for (const char* skill : {"gm.sit", "fm.reach", "pl.turns", "gm.ball1_roll", "pl.parallel"}) {
            Child ada = of_age(months);
            ada.gmfcs = 5;
            ada.moves_by = MovesBy::carried;
            for (const PlanBlock& block : plan(both(ada, {skill}, 45), index()).blocks) {
                if (block.activity->position != "SF") continue;
                ++begun;
                EXPECT_LT(block.grades[0].rung, 0) << months << " " << block.activity->id;
                EXPECT_TRUE(gives_seat(*block.activity, block.grades[0].rung)) << months << " " << block.activity->id;
            }
        }
    EXPECT_GT(begun, 3);
}

TEST(ThirdA4, WhatPressesOrWetsOrFeedsIsNoFiller) {
    int fillers = 0;
    for (const int months : {30, 70, 110, 150})
        for (const auto& skill : many_goals)
            for (const Child ada = of_age(months);
                 const PlanBlock& block : plan(both(ada, {skill}, 45), index()).blocks) {
                if (best_fit(block) >= weights::fit_prerequisite) continue;
                ++fillers;
                EXPECT_LE(block.minutes, weights::filler_most_min) << block.activity->id;
                for (const char* mark : {"PRS", "TAC", "FAC", "WTR", "FOD"})
                    EXPECT_EQ(std::ranges::count(block.activity->effective_attributes, mark), 0)
                        << block.activity->id << " " << mark;
            }
    EXPECT_GT(fillers, 10);
}

TEST(ThirdA5, NothingStrainsJoltsOrTipsAChildWhoIsJustFed) {
    const Child fed = child_with("gtube", "in_feed_window=yes"), later = child_with("gtube", "in_feed_window=no");
    all_are(fed, Verdict::exclude, {"SE07", "GM19", "SE03", "SE13"});
    all_are(fed, Verdict::flag, {"FM15"});
    all_are(later, Verdict::fine, {"SE07", "GM19", "FM15"});
}

TEST(ThirdA6, NoBallComesAtAHeadInTheFirstStages) {
    all_are(child_with("concussion", "stage=stage 1"), Verdict::exclude, {"BA11", "BA12", "BA17"});
    all_are(child_with("concussion", "stage=stage 2"), Verdict::exclude, {"BA11", "BA12", "BA17"});
    all_are(child_with("concussion", "stage=stage 3"), Verdict::flag, {"BA12", "BA17", "BC14"});
}

TEST(ThirdA7, OneLegAndChairStandsAreSaidBeforeASpineIsCleared) {
    all_are(child_with("spine", "cleared=no,brace=on"), Verdict::flag, {"BC14", "BC06"});
    all_are(child_with("spine", "cleared=no,brace=off"), Verdict::exclude, {"BC14", "BC06"});
}

TEST(ThirdA8, AHipThatIsNotClearedIsToldLyingToo) {
    const Child open = child_with("hip", "cleared=no");
    all_are(open, Verdict::flag, {"FM15"});
    all_are(open, Verdict::exclude, {"SE17", "SE13"});
    EXPECT_NE(of(open, "SE17", -1), Verdict::exclude) << "leaning back in a chair";
}

TEST(ThirdA9, TheGentlerWayIsTheOneOfFewestHazards) {
    const Child heart = child_with("cardiac", "surgery_recovery=no");
    const Facts given = both(heart, {"se.endurance"}, 30);
    const Activity& circuit = *library().activity("SE11");
    Facts pinned = given;
    pinned.hand.pins = {{"SE11", Arc::main, 12, {}, {}}};
    const Plan made = plan(pinned, index());
    const auto block = std::ranges::find(made.blocks, &circuit, &PlanBlock::activity);
    ASSERT_NE(block, made.blocks.end());
    const auto on = asked_of(circuit, block->grades[0].rung, library());
    EXPECT_EQ(std::ranges::count(on.attributes, "IMP"), 0) << block->grades[0].rung;
}

TEST(ThirdA10, TheSameWordsOfAToeOnTheFloorDropTheSameHazard) {
    for (const Activity& one : library().activities())
        for (const Rung& rung : one.easier) {
            const bool toe = rung.change.find("oes") != std::string::npos &&
                             (rung.change.find("on the floor") != std::string::npos ||
                              rung.change.find("floor like a kickstand") != std::string::npos);
            if (toe && std::ranges::count(one.attributes, "SLS") > 0) {
                EXPECT_EQ(std::ranges::count(rung.drops, "SLS"), 1) << one.id << ": " << rung.change;
            }
        }
}

TEST(ThirdA11, BlisteringSkinMeetsNoPuttyAndGripsAreSaid) {
    const Child skin = child_with("skin_blister", "");
    all_are(skin, Verdict::exclude, {"FM03", "SX13"});
    all_are(skin, Verdict::flag, {"FM01", "FM09"});
}

TEST(ThirdA13, HardBallsAndMovingRopesAreSaid) {
    all_are(child_with("bone_fragile", ""), Verdict::flag, {"BA12"});
    all_are(child_with("bleeding", "cleared=no"), Verdict::flag, {"BA11", "BA12"});
    all_are(child_with("vision", ""), Verdict::flag, {"HJ17"});
}

TEST(ThirdA14, WhatAFourthReadingFound) {
    all_are(child_with("bone_fragile", ""), Verdict::exclude, {"SE08", "SE03"});
    all_are(child_with("aai", "status=known,cleared=no"), Verdict::exclude, {"SE07", "SE13", "BC05"});
    all_are(child_with("hip", "cleared=no"), Verdict::exclude, {"BC05"});
    const Child fresh = child_with("shunt", "recent_surgery=yes,programmable=no");
    for (const Activity& one : library().activities())
        if (one.position == "PR" || one.position == "QU") {
            EXPECT_NE(of(fresh, one.id), Verdict::fine) << one.id;
        }
    all_are(child_with("gtube", "in_feed_window=yes"), Verdict::exclude, {"DL05"});
    EXPECT_NE(of(child_with("gtube", "in_feed_window=yes"), "DL05", -1), Verdict::exclude) << "teddy drinks";
    all_are(child_with("cast_tone", "kind=botulinum,where=leg"), Verdict::flag, {"BC01", "BC06"});
    all_are(child_with("concussion", "stage=stage 1"), Verdict::exclude, {"BA20"});
    all_are(child_with("concussion", "stage=stage 2"), Verdict::flag, {"BA20"});
}

TEST(ThirdM1, AFootThatStaysDownIsNotRecordedAsOneLegStanding) {
    int begun = 0;
    for (const char* code : {"bone_fragile", "hypermobile", "spine"})
        for (const char* pinned : {"BC06", "BC14"}) {
            const Child ada = with(of_age(130), code, {{"cleared", "no"}, {"brace", "off"}});
            Facts given = both(ada, {"bc.one_foot"}, 45);
            given.hand.pins = {{pinned, Arc::main, 8, {}, {}}};
            for (const PlanBlock& block : plan(given, index()).blocks) {
                const Rung* rung = rung_of(*block.activity, block.grades[0].rung);
                if (rung == nullptr || std::ranges::count(rung->drops, "SLS") == 0) continue;
                ++begun;
                for (const ServedGoal& one : block.goals) EXPECT_EQ(one.what, "") << block.activity->id;
            }
        }
    EXPECT_GT(begun, 0);
}

TEST(ThirdB1, ARecordLineAsksOnlyForWhatTheActivityYields) {
    int asked = 0;
    for (const int months : {14, 40, 80, 130})
        for (const auto& skill : many_goals) {
            const Child ada = of_age(months);
            Facts given = both(ada, {skill}, 45);
            given.participants[0].goals[0].measure = "trials";
            for (const PlanBlock& block : plan(given, index()).blocks)
                for (const ServedGoal& one : block.goals) {
                    if (one.what.empty()) continue;
                    ++asked;
                    EXPECT_EQ(one.fit_tenths, weights::fit_exact) << block.activity->id;
                    EXPECT_EQ(block.activity->measure_type, "trials") << block.activity->id;
                }
        }
    EXPECT_GT(asked, 10);
}

TEST(ThirdB4, MinutesThatHelpNoMoreAreNotSaidOfAGoalThatGotNone) {
    const Child ada = of_age(100);
    Facts given = both(ada, {"fm.cut3_forward", "ms.stander"}, 60);
    given.participants[0].goals[0].dose_min = 1;
    for (const std::string& note : plan(given, index(), {}, Effort::thorough).notes)
        EXPECT_EQ(note.find("open: the goals have as many"), std::string::npos) << note;
}

TEST(ThirdB5, MissingToysAreNotCalledAMissingHold) {
    const Child mia = on_a_walker(60);
    Facts given = both(mia, {"ms.floor_stand"}, 30);
    given.place.in_bag.clear();
    for (const Activity& one : library().activities()) {
        const bool takes = std::ranges::any_of(one.items, [](const ActivityItem& used) { return !used.optional; });
        if (!takes || one.position != "TK") continue;
        for (const RuledOut& why : ruled_out(given, index(), one))
            EXPECT_EQ(why.words.find("way that gives one"), std::string::npos) << one.id << ": " << why.words;
    }
}

TEST(ThirdB10, WhatIsFlaggedOfTheWrittenWayAloneWaitsForIt) {
    int later = 0;
    for (const char* code : {"hypermobile", "cardiac", "seizure", "wb_arm"})
        for (const auto& skill : many_goals) {
            const Child ada = with(of_age(100), code, {{"surgery_recovery", "no"}, {"advice_recorded", "yes"}});
            for (const PlanBlock& block : plan(both(ada, {skill}, 45), index()).blocks) {
                const int rung = block.grades[0].rung;
                for (const Flag& flag : block.flags) {
                    if (flag.kind != Flag::Kind::precaution) continue;
                    const auto found = check_precautions(ada, *block.activity, rung, library(), {}, today, 1);
                    const bool now = std::ranges::count(found, flag.reason, &Finding::reason) > 0;
                    const bool waits = flag.reason.starts_with("once it is done as written: ");
                    EXPECT_TRUE(now || waits) << block.activity->id << ": " << flag.reason;
                    later += waits ? 1 : 0;
                }
            }
        }
    EXPECT_GT(later, 0);
}

TEST(ThirdC4, NobodyWarmsUpAtFullEffort) {
    for (const auto& skill : many_goals)
        for (const int months : {50, 90, 140})
            for (const Child ada = of_age(months);
                 const PlanBlock& block : plan(both(ada, {skill}, 45), index()).blocks)
                if (block.arc == Arc::opener) {
                    EXPECT_NE(block.activity->intensity, "vigorous") << block.activity->id;
                }
}

TEST(ThirdC9, APainfulOrTiredDayIsNeverStretched) {
    for (const auto& skill : many_goals) {
        const Child sore = with(of_age(110), "today", {{"pain", "yes"}, {"fever_or_red_flag", "no"}});
        for (const PlanBlock& block : plan(both(sore, {skill}, 60), index()).blocks)
            EXPECT_LE(block.minutes, block.activity->minutes) << block.activity->id;
    }
}

}  // namespace
}  // namespace pegboard::planning
