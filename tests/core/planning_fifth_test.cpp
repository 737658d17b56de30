// What a fifth reading of suggested plans found: things that stand in for others, an arm that may catch nothing, and
// who is carried after the first birthday.
#include <gtest/gtest.h>

#include "core/rules/moving.h"
#include "tests/core/planning_review.h"
#include "tests/core/precaution_fixture.h"

namespace pegboard::planning {
namespace {

using namespace planning_test;
using precaution_test::child_with;

TEST(FifthA1, ARuleThatNamesAThingHoldsForWhatStandsInForIt) {
    int held = 0;
    for (const Precaution& precaution : library().precautions())
        for (const PrecautionRule& rule : precaution.rules) {
            if (rule.verdict != Verdict::exclude || !rule.when.empty()) continue;
            for (const auto& id : rule.items) {
                const Item* item = library().item(id);
                if (item == nullptr || item->substitute.empty()) continue;
                Activity alone;
                alone.items = {{id, 1, false}};
                Inventory at_home;
                at_home.substituted.insert(id);
                const Child ada = child_with(precaution.code, "");
                ++held;
                EXPECT_FALSE(check_precautions(ada, alone, library(), at_home, today, 1).empty())
                    << precaution.code << ", " << item->substitute;
            }
        }
    EXPECT_GT(held, 3);
}

TEST(FifthA1, AtHomeNobodyOfFragileBonesIsOfferedWhatWouldBeABallOrABoard) {
    const Child ada = child_with("bone_fragile", "");
    for (const auto& skill : many_goals) {
        Facts given = both(ada, {skill}, 45);
        given.place.in_bag.clear();
        given.place.home = true;
        for (const PlanBlock& block : plan(given, index()).blocks)
            for (const ActivityItem& used : block.activity->items)
                for (const char* thing : {"balance_board", "scooter_board", "therapy_ball", "wobble_cushion"})
                    EXPECT_FALSE(used.item == thing && !used.optional) << block.activity->id << ", " << thing;
    }
}

TEST(FifthA1, NothingStandsInForABalanceBoard) { EXPECT_TRUE(library().item("balance_board")->substitute.empty()); }

TEST(FifthA2, AFallOnAnArmThatIsNotClearedIsSaid) {
    const Child ada = child_with("plexus", "side=left,cleared=no");
    int jumps = 0;
    for (const Activity& one : library().activities()) {
        if (one.position != "JP") continue;
        ++jumps;
        EXPECT_FALSE(check_precautions(ada, one, library(), {}, today, 1).empty()) << one.id;
    }
    EXPECT_GT(jumps, 3);
}

TEST(FifthA3, WhoIsCarriedAfterTheFirstBirthdayDoesNotSitUnlessThatIsOnRecord) {
    Child ada = of_age(30);
    ada.moves_by = MovesBy::carried;
    EXPECT_FALSE(meets_need(ada, "sit_free", today));
    ada.present_steps.emplace_back();
    ada.present_steps.back().skill = "gm.sit";
    ada.present_steps.back().step = "does_it";
    EXPECT_TRUE(meets_need(ada, "sit_free", today));
    ada.present_steps.clear();
    ada.gmfcs = 3;
    EXPECT_TRUE(meets_need(ada, "sit_free", today));
    Child baby = of_age(9);
    baby.moves_by = MovesBy::carried;
    EXPECT_TRUE(meets_need(baby, "sit_free", today));
}

}  // namespace
}  // namespace pegboard::planning
