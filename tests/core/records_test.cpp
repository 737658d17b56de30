// What the built-in records must never do again: each of these was once offered to a child it could harm or insult.
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "tests/core/library_at_hand.h"

namespace pegboard {
namespace {

TEST(Records, DollsAndToyCarsStayBelowTheTeens) {
    for (const auto& one : library().activities()) {
        const bool toys = std::ranges::count(one.items, "toys", &ActivityItem::item) > 0;
        EXPECT_FALSE(toys && one.age_max_months + 24 >= 144) << one.id << ' ' << one.title;
    }
}

TEST(Records, WhatIsOptionalBringsNoHazardOfItsOwn) {
    for (const auto& one : library().activities())
        for (const auto& used : one.items) {
            if (!used.optional) continue;
            const Item* item = library().item(used.item);
            ASSERT_NE(item, nullptr);
            for (const auto& code : item->attributes)
                EXPECT_EQ(std::ranges::count(one.effective_attributes, code), 1)
                    << one.id << ": " << used.item << " brings " << code;
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
