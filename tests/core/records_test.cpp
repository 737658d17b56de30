// What the built-in records must never do again: each of these was once offered to a child it could harm or insult.
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "core/rules/rungs.h"
#include "tests/core/precaution_fixture.h"

namespace pegboard {
namespace {

using namespace precaution_test;

Verdict said(const std::string& code, const std::string& parameters, const std::string& id, int rung = 0) {
    const Activity* one = library().activity(id);
    EXPECT_NE(one, nullptr) << id;
    if (!one) return Verdict::fine;
    return verdict(check_precautions(child_with(code, parameters), *one, rung, library(), {}, today, 1));
}

/// Each of `ids` is ruled out.
void ruled_out(const std::string& code, const std::string& parameters, const std::string& ids) {
    for (const auto& id : words(ids))
        EXPECT_EQ(said(code, parameters, id), Verdict::exclude) << code << ' ' << parameters << ' ' << id;
}

TEST(Records, ALegThatMayBearNothingPedalsBridgesAndPushesUpNothing) {
    ruled_out("wb_leg", "side=left,grade=NWB",
              "MS08 MS09 SE06 SE07 SE08 PA13 PA06 BC09 SP02 SP07 SP08 PL02 PL04 BA02 SE02");
    ruled_out("wb_leg", "side=left,grade=TTWB", "MS08 MS09 SE06 SE08 PA13");
    EXPECT_NE(said("wb_leg", "grade=NWB", "VM13"), Verdict::exclude);
    EXPECT_EQ(said("wb_leg", "grade=NWB", "VM13", 1), Verdict::exclude) << "kneeling up to fish";
    EXPECT_EQ(said("wb_leg", "grade=NWB", "DR03", 3), Verdict::exclude) << "standing up to zip the jacket";
    EXPECT_EQ(said("wb_leg", "grade=NWB", "DR10", 2), Verdict::exclude) << "standing up in the shorts";
    EXPECT_EQ(said("wb_leg", "grade=PWB", "GM08"), Verdict::exclude) << "a gallop lands";
    EXPECT_EQ(said("wb_leg", "grade=PWB", "MS01", 1), Verdict::exclude) << "one foot for each stair";
}

TEST(Records, RunningGamesAreNotForFragileBonesOrEasyBleeding) {
    const std::string games = "GM07 GM08 BC10 PL11 PL12 MS13 BA18 DR09 VM08 BA13";
    ruled_out("bone_fragile", "", games + " SE03 SE04 MS05 MS06 PL10");
    ruled_out("bleeding", "cleared=no", games + " SE04");
    ruled_out("concussion", "stage=stage 2", games);
}

TEST(Records, AFusedSpineTwistsBendsAndRunsInNothing) {
    ruled_out("spine", "cleared=no",
              "GM05 GM01 SE04 PA07 PA06 PA13 BC07 BC12 BA05 BA06 BA19 SE01 SE05 SE06 DR06 GM07 BC10 MS13 PL11");
    EXPECT_EQ(said("spine", "cleared=no", "DR07", 2), Verdict::exclude) << "tying the shoe on the foot";
}

TEST(Records, AHipThatIsNotClearedRunsAndCrawlsInNothing) {
    ruled_out("hip", "cleared=no", "SE03 SE04 GM05 GM01 MS07 SE13 GM07 BC10 MS13 PL11 PL12 SE02 SE05 BC03 DR24");
    for (const char* id : {"SE06", "MS08"})
        EXPECT_EQ(said("hip", "cleared=no", id), Verdict::flag) << id << " bends or loads the hip";
}

TEST(Records, MuscleDiseaseMeetsNoSquatsStairsDownOrResistance) {
    ruled_out("muscle", "",
              "SE01 SE02 SE03 SE04 SE05 SE06 SE07 SE08 SE09 SE11 SE12 SE13 MS02 MS04 PA12 BC03 GM03 SP09");
    EXPECT_EQ(said("muscle", "", "MS01"), Verdict::exclude) << "who climbs comes down as well, hand in hand";
    EXPECT_EQ(said("muscle", "", "FM03", 1), Verdict::exclude) << "a stronger putty";
}

TEST(Records, BellyChestAndMouthOrdersHold) {
    ruled_out("gtube", "in_feed_window=yes", "MS07 SE02 SE06 SP09 BA09 BA10 GM02");
    ruled_out("cardiac", "surgery_recovery=yes", "GM03 GM02 MS06 PL10 MS11 PA11 HJ02");
    EXPECT_NE(said("dysphagia", "order=nil by mouth", "DL02"), Verdict::exclude);
    EXPECT_EQ(said("dysphagia", "order=nil by mouth", "DL02", 4), Verdict::exclude) << "the same fork at a meal";
    EXPECT_EQ(said("mouthing", "kind=pica", "FM11", 2), Verdict::exclude) << "marble-sized dough";
    EXPECT_EQ(said("coeliac", "allergens=wheat", "FM10", -3), Verdict::flag) << "a lump of dough holds the bolt";
}

TEST(Records, ArmsThatMayCarryNothingCarryNothing) {
    ruled_out("wb_arm", "side=left,grade=NWB", "GM10 GM02 MS05 MS06 MS10 MS11 PL10 HJ02 FM11 SP09 PA11");
}

TEST(Records, DollsAndToyCarsStayBelowTheTeens) {
    for (const auto& one : library().activities()) {
        const bool toys = std::ranges::count(one.items, "toys", &ActivityItem::item) > 0;
        EXPECT_FALSE(toys && one.age_max_months + 24 >= 144) << one.id << ' ' << one.title;
    }
}

TEST(Records, OwnEquipmentIsNoToyOnWheels) {
    const Activity* lanes = library().activity("MS11");
    ASSERT_NE(lanes, nullptr);
    EXPECT_EQ(lanes->needs, std::vector<std::string>{"wheelchair"});
    EXPECT_EQ(std::ranges::count(lanes->effective_attributes, "WHL"), 0);
    EXPECT_EQ(library().activity("MS10")->needs, (std::vector<std::string>{"walk", "walker"}));
}

TEST(Records, WindowsOfHopsCrossSquareAndFirstScissors) {
    const auto window = [](const char* id) {
        const Skill* skill = library().skill(id);
        return std::pair(skill->from_months.value_or(-1), skill->to_months.value_or(-1));
    };
    EXPECT_EQ(window("gm.hop1_single").second, 60);
    EXPECT_EQ(window("vm.pw4_cross").second, 54);
    EXPECT_EQ(window("vm.pw5_square").second, 60);
    EXPECT_EQ(window("fm.cut1_hold").first, 24);
    EXPECT_EQ(library().activity("SX02")->age_min_months, 24);
}

TEST(Records, ALeaningBabySeesTheDoctorThisWeekAndABatteryIsAnEmergency) {
    const auto& concerns = library().concerns();
    const auto lean = std::ranges::find(concerns, "C31", &Concern::id);
    ASSERT_NE(lean, concerns.end());
    EXPECT_EQ(lean->from_months, 0);
    EXPECT_EQ(lean->week_under_months, 6) << "torticollis does best when treated early: never only watched";
    EXPECT_EQ(std::ranges::count_if(concerns, [](const Concern& one) { return one.week_under_months > 0; }), 1);
    const auto& flags = library().red_flags();
    const auto emergency = std::ranges::find(flags, "R01", &RedFlag::id);
    ASSERT_NE(emergency, flags.end());
    EXPECT_EQ(emergency->tier, "911");
    for (const char* sign : {"battery", "magnet", "allergic reaction", "blue lips"})
        EXPECT_NE(emergency->words.find(sign), std::string::npos) << sign;
}

}  // namespace
}  // namespace pegboard
