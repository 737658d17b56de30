// What a clinician who read suggested plans with care found: how far above its age a child is taken, what precautions
// make of the way an activity is begun, and what is written down of it.
#include <gtest/gtest.h>

#include "core/planning/input/situation.h"
#include "core/rules/age.h"
#include "core/rules/by_hand.h"
#include "tests/core/planning_check.h"
#include "tests/core/planning_random.h"
#include "tests/core/planning_review.h"

namespace pegboard::planning {
namespace {
namespace sixth {

using namespace planning_test;

Child knows(Child made, const std::string& skill, const std::string& step) {
    made.present_steps.push_back({{}, skill, step});
    return made;
}

bool is_barred(const Facts& given, const std::string& id, Rule rule) {
    const auto why = ruled_out(given, index(), *library().activity(id));
    return std::ranges::count(why, rule, &RuledOut::rule) > 0;
}

const ChildGrade* start_of(const Plan& plan, const std::string& id) {
    for (const PlanBlock& block : plan.blocks)
        if (block.activity->id == id) return &block.grades.front();
    return nullptr;
}

// ------------------------------------------------------------------ A1: what is underway is no key to every age

TEST(SixthA1, WhatIsUnderwayOpensALittleAboveTheAgeAndNoMore) {
    EXPECT_EQ(months_ahead_underway(24), 6);
    EXPECT_EQ(months_ahead_underway(48), 12);
    const struct {
        int age;
        const char *skill, *step, *activity;
    } found[] = {{26, "ms.stairs_down", "emerging", "MS18"}, {26, "gm.run", "does_it", "GM19"},
                 {22, "gm.run", "emerging", "GM19"},         {24, "ms.stairs_up", "emerging", "MS16"},
                 {33, "ms.stairs_up", "emerging", "MS16"},   {33, "ms.stairs_down", "emerging", "MS16"}};
    for (const auto& one : found) {
        const Child ada = knows(of_age(one.age), one.skill, one.step);
        EXPECT_TRUE(is_barred(both(ada, {one.skill}, 45), one.activity, Rule::age)) << one.activity << one.age;
        EXPECT_TRUE(is_too_early(ada, *library().activity(one.activity), library(), today)) << one.activity << one.age;
        for (const PlanBlock& block : plan(both(ada, {one.skill}, 45), index()).blocks)
            EXPECT_LE(block.activity->age_min_months, one.age + 6) << block.activity->id;
    }
}

TEST(SixthA1, AboveTheAgeNothingIsBegunAsWrittenWhereAnEasierWayIsOffered) {
    RandomSessions sessions(library(), 61);
    int above = 0;
    for (int i = 0; i < 1'500 && above < 40; ++i) {
        const Facts given = sessions.next({1, 40, false, false});
        const int age = rule_age_months(*given.participants.front().child, today);
        if (age >= 72) continue;
        for (const PlanBlock& block : plan(given, index()).blocks) {
            if (block.activity->age_min_months <= age) continue;
            ++above;
            const ChildGrade& start = block.grades.front();
            const bool easier = std::ranges::any_of(start.offered, [](int rung) { return rung < 0; });
            EXPECT_TRUE(easier ? start.rung < 0 : start.rung == 0) << block.activity->id << " at " << age;
        }
    }
    EXPECT_GT(above, 20);
}

TEST(SixthA1, WhatFitsTheAgeWins) {
    int open = 0;
    for (const int age : {20, 24, 28, 32, 40, 50})
        for (const char* skill :
             {"ms.stairs_up", "ms.stairs_down", "gm.run", "ms.climb", "gm.jump_forward", "sc.cup"}) {
            const Child ada = knows(of_age(age), skill, "emerging");
            const Facts given = both(ada, {skill}, 60);
            const Situation situation(given, index());
            const Model model = build(situation);
            int of_age_fit = 0, above_fit = 0;
            for (const Column& column : model.columns)
                for (const FitEntry& fit : model.fits_of(column)) {
                    const ActivityBits& bits = situation.index.activities[static_cast<std::size_t>(column.activity)];
                    int& best = situation.children[0].only_as_underway(bits) ? above_fit : of_age_fit;
                    best = std::max<int>(best, fit.tenths);
                }
            EXPECT_TRUE(above_fit == 0 || above_fit > of_age_fit) << skill << " at " << age;
            for (const ActivityBits& bits : situation.index.activities)
                open += situation.children[0].only_as_underway(bits) ? 1 : 0;
        }
    EXPECT_GT(open, 5) << "some are open only because the skill is underway";
}

}  // namespace sixth
}  // namespace
}  // namespace pegboard::planning
