// The seed coverage matrix: everything the clinic's page names for OT and PT has skills in our library,
// under the focus area it names. One row of the matrix is one row here.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "core/library/library.h"
#include "tests/core/library_at_hand.h"

namespace pegboard {
namespace {

struct Row {
    const char* item;
    std::vector<std::string> skills;  ///< ids; "fm.*" stands for all of that focus area's prefix
    std::size_t steps = 0;            ///< how many steps the sequences among them have together
};

const std::vector<Row> matrix{
    {"Holding a pencil or crayon", {"fm.grasp", "fm.helper_hand", "fm.inhand"}, 4},
    {"Buttoning a shirt", {"fm.button", "fm.snap_buckle"}},
    {"Using scissors", {"fm.cut"}, 8},
    {"Zipping a backpack", {"fm.zip_pull", "fm.zip_join"}},
    {"Feeding with utensils", {"sc.spoon", "sc.fork", "sc.knife", "sc.cup"}},
    {"Tying shoes", {"fm.tie", "sc.shoes_socks"}},
    {"Messy handwriting, avoiding drawing, frustration with dressing",
     {"vm.pw", "fm.hw_name", "fm.hw_letters", "fm.hw_legible", "fm.hw_fluency", "vm.color", "vm.draw_person",
      "sc.dress", "sc.undress"},
     8},
    {"Crawling, walking, running", {"gm.crawl", "gm.cruise", "gm.walk", "gm.run", "pa.prone", "gm.sit"}},
    {"Jumping, hopping, skipping", {"gm.jump_up", "gm.jump_forward", "gm.hop", "gm.gallop", "gm.skip"}, 4},
    {"Climbing stairs", {"ms.stairs_up", "ms.stairs_down", "ms.climb"}},
    {"Throwing and catching", {"gm.ball"}, 7},
    {"Balance and posture", {"bc.one_foot", "bc.beam", "bc.agility", "pa.sit_table", "pa.floor_sit", "pa.align_gait"}},
    {"Clumsy, cannot keep up, tires", {"bc.agility", "bc.motor_plan", "pl.join", "se.endurance"}},
    {"OT: fine motor", {"fm.*"}, 12},
    {"OT: sensory processing", {"sp.*"}},
    {"OT: routines and self-care", {"sc.toilet", "sc.wash_hands", "sc.groom", "sc.routine", "sc.*"}},
    {"OT: visual-motor", {"vm.*", "vm.eyehand"}, 8},
    {"OT: play and social participation", {"pl.*"}},
    {"PT: gross motor development", {"gm.*"}, 11},
    {"PT: balance and coordination", {"bc.*"}},
    {"PT: strength and endurance", {"se.*"}},
    {"PT: posture and alignment", {"pa.*"}},
    {"PT: mobility and safety", {"ms.*", "ms.device", "ms.transfer"}},
    {"Both: coordination, motor planning, posture", {"bc.midline", "bc.motor_plan", "pa.sit_table"}},
};

/// The skills a row names, with a prefix spelled out.
std::vector<const Skill*> named(const Row& row) {
    std::vector<const Skill*> skills;
    for (const auto& id : row.skills) {
        if (!id.ends_with('*')) {
            skills.push_back(library().skill(id));
            EXPECT_NE(skills.back(), nullptr) << row.item << ": " << id;
            continue;
        }
        const auto before = skills.size();
        for (const auto& skill : library().skills())
            if (skill.id.starts_with(id.substr(0, id.size() - 1))) skills.push_back(&skill);
        EXPECT_GT(skills.size(), before) << row.item << ": " << id;
    }
    std::erase(skills, nullptr);
    return skills;
}

TEST(SeedCoverage, EveryItemOfTheMatrixHasItsSkills) {
    ASSERT_EQ(matrix.size(), 24U);
    for (const auto& row : matrix) {
        SCOPED_TRACE(row.item);
        std::size_t steps = 0;
        for (const auto* skill : named(row)) steps += library().steps_of(skill->id).size();
        EXPECT_EQ(steps, row.steps);
    }
}

TEST(SeedCoverage, EachPartOfOtAndPtIsItsOwnFocusArea) {
    const std::vector<std::pair<std::string, std::string>> areas{
        {"fm.", "fine_motor"},    {"sp.", "sensory"},        {"sc.", "self_care"},     {"vm.", "visual_motor"},
        {"pl.", "play_social"},   {"gm.", "gross_motor"},    {"bc.", "balance_coord"}, {"se.", "strength_endurance"},
        {"pa.", "posture_align"}, {"ms.", "mobility_safety"}};
    for (const auto& skill : library().skills()) {
        SCOPED_TRACE(skill.id);
        const auto area = std::ranges::find(areas, skill.id.substr(0, 3), &std::pair<std::string, std::string>::first);
        ASSERT_NE(area, areas.end());
        EXPECT_EQ(skill.focus, area->second);
    }
    for (const auto& [prefix, id] : areas) {
        ASSERT_NE(library().focus(id), nullptr) << id;
        const bool ot = prefix == "fm." || prefix == "sp." || prefix == "sc." || prefix == "vm." || prefix == "pl.";
        EXPECT_EQ(library().focus(id)->discipline, ot ? "OT" : "PT");
    }
}

TEST(SeedCoverage, WhatThePageCallsAMixIsSharedByOtAndPt) {
    for (const char* id : {"bc.midline", "bc.motor_plan", "pa.sit_table"})
        EXPECT_EQ(library().skill(id)->discipline, "shared") << id;
}

}  // namespace
}  // namespace pegboard
