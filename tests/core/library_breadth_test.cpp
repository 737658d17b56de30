// The library is wide enough: no skill, age or device is left with a single choice, and what is for a device asks for
// it.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "core/library/find_goals.h"
#include "tests/core/library_at_hand.h"

namespace pegboard {
namespace {

std::map<std::string, int> by_main_skill() {
    std::map<std::string, int> counts;
    for (const auto& activity : library().activities()) ++counts[activity.skills.front()];
    return counts;
}

long how_many(const auto& holds) { return std::ranges::count_if(library().activities(), holds); }

long goals_at(int months, const std::string& discipline) {
    return std::ssize(find_goals(library(), {.discipline = discipline, .age_months = months}));
}

TEST(LibraryBreadth, EverydaySkillsHaveThreeActivitiesOfTheirOwn) {
    const auto counts = by_main_skill();
    for (const char* skill : {"sc.fork",           "sc.cup",         "sc.chew",        "sc.dress",
                              "sc.undress",        "sc.shoes_socks", "sc.bath",        "sc.money",
                              "sc.wash_hands",     "sc.organize",    "sc.plan",        "fm.zip_pull",
                              "fm.zip_join",       "fm.snap_buckle", "fm.tie",         "fm.reach",
                              "fm.hand_to_hand",   "fm.keys",        "fm.type",        "fm.grasp2_digital",
                              "vm.pw2_horizontal", "vm.pw3_circle",  "vm.pw5_square",  "vm.pw7_x",
                              "gm.roll",           "gm.sit",         "gm.crawl",       "gm.run",
                              "gm.gallop",         "gm.skip",        "ms.stairs_up",   "ms.stairs_down",
                              "ms.walker",         "ms.crutches",    "ms.wheelchair",  "ms.stander",
                              "ms.gait_return",    "ms.community",   "sp.sound_light", "sp.transition",
                              "sp.attend",         "sp.self_reg",    "se.fitness",     "pl.leisure"}) {
        const auto found = counts.find(skill);
        EXPECT_GE(found == counts.end() ? 0 : found->second, 3) << skill;
    }
}

TEST(LibraryBreadth, BabiesAndTeenagersHaveAChoice) {
    EXPECT_GE(how_many([](const Activity& one) { return one.age_min_months <= 3; }), 7) << "the youngest";
    EXPECT_GE(how_many([](const Activity& one) { return one.age_min_months < 12; }), 20) << "the first year";
    EXPECT_GE(how_many([](const Activity& one) { return one.age_min_months >= 84 && one.age_max_months >= 192; }), 24)
        << "made for 14 years and on";
}

TEST(LibraryBreadth, TheGoalBankHasGoalsAtEveryAge) {
    for (const int months : {4, 12, 36, 60, 104, 156, 190}) {
        EXPECT_GE(goals_at(months, "OT"), 2) << months;
        EXPECT_GE(goals_at(months, "PT"), 3) << months;
    }
    EXPECT_GE(goals_at(104, "OT"), 12) << "a class at school";
}

TEST(LibraryBreadth, WindowsWithoutANormAreNotForComparing) {
    for (const auto& skill : library().skills())
        for (const auto& source : skill.sources)
            if (source.find("no norm") != std::string::npos) {
                EXPECT_FALSE(skill.compare_window) << skill.id;
            }
}

}  // namespace
}  // namespace pegboard
