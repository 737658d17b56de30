// What a careful reader of many suggested plans found wrong in what was chosen, each with the right answer: what may
// fill the time, how long, how early, in which order.
#include <gtest/gtest.h>

#include "tests/core/planning_review.h"

namespace pegboard::planning {
namespace {

using namespace planning_test;

// ------------------------------------------------------------------ what may fill the time

TEST(PlanReview, WhatIsFlaggedForAChildIsChosenOnlyWhereItPracticesAGoal) {
    int blocks = 0;
    for (const char* code : {"bone_fragile", "wb_leg", "shunt", "sickle", "hypermobile", "plexus", "aai"})
        for (const auto& skill : many_goals) {
            const Child ada = with(of_age(70), code);
            const Facts given = both(ada, {skill}, 45);
            for (const PlanBlock& block : plan(given, index()).blocks) {
                ++blocks;
                if (best_fit(block) >= weights::fit_second) continue;
                EXPECT_EQ(verdict(check_precautions(ada, *block.activity, library(), {}, today, 1)), Verdict::fine)
                    << code << ", " << skill << ": " << block.activity->id;
            }
        }
    EXPECT_GT(blocks, 100);
}

TEST(PlanReview, TheSameAreaAloneIsNoReasonForAFocusBlock) {
    for (const int months : {9, 30, 70, 130})
        for (const auto& skill : many_goals)
            for (const int minutes : {30, 60}) {
                const Child ada = of_age(months);
                for (const PlanBlock& block : plan(both(ada, {skill}, minutes), index()).blocks) {
                    if (best_fit(block) >= weights::fit_prerequisite) continue;
                    EXPECT_TRUE(block.arc == Arc::opener || block.arc == Arc::closer)
                        << months << " " << skill << ": " << block.activity->id;
                    EXPECT_NE(block.activity->intensity, "vigorous") << block.activity->id;
                }
            }
}

TEST(PlanReview, OpenMinutesAreSaidWithTheReasonThatIsTrue) {
    const Child ada = of_age(100);
    const auto note = [](const Plan& made) {
        for (const auto& each : made.notes)
            if (each.find("minutes stay open") != std::string::npos) return each;
        return std::string();
    };
    Facts given = both(ada, {"ms.stander"}, 60);
    EXPECT_NE(note(plan(given, index())).find("nothing that can be used here works on a goal"), std::string::npos);
    given = both(ada, {"fm.cut3_forward"}, 60);
    given.participants[0].goals[0].dose_min = 1;
    const std::string open = note(plan(given, index(), {}, Effort::thorough));
    EXPECT_EQ(open.find("nothing more that fits"), std::string::npos) << open;
}

// ------------------------------------------------------------------ minutes

TEST(PlanReview, AMuscleDiseaseIsNeverGivenMoreThanTheTypicalMinutes) {
    const Child ada = with(of_age(110), "muscle", {{"kind", "Duchenne or Becker"}, {"resistance_allowed", "no"}});
    int blocks = 0;
    for (const auto& skill : many_goals)
        for (const PlanBlock& block : plan(both(ada, {skill}, 60), index()).blocks) {
            EXPECT_LE(block.minutes, block.activity->minutes) << skill << ": " << block.activity->id;
            ++blocks;
        }
    EXPECT_GT(blocks, 20);
}

TEST(PlanReview, WarmUpsEndInEightMinutesAndWrapUpsInFive) {
    int openers = 0, closers = 0;
    for (const int months : {60, 84, 120, 160})
        for (const auto& skill : many_goals)
            for (const int minutes : {30, 60})
                for (const Child ada = of_age(months);
                     const PlanBlock& block : plan(both(ada, {skill}, minutes), index()).blocks) {
                    const int most = block.arc == Arc::opener ? 8 : block.arc == Arc::closer ? 5 : 1000;
                    EXPECT_LE(block.minutes, most) << block.activity->id;
                    openers += block.arc == Arc::opener ? 1 : 0;
                    closers += block.arc == Arc::closer ? 1 : 0;
                }
    EXPECT_GT(openers, 20);
    EXPECT_GT(closers, 10);
}

TEST(PlanReview, APinnedWarmUpKeepsItsMinutes) {
    const Child ada = of_age(84);
    Facts given = both(ada, {"vm.eyehand"}, 45);
    given.hand.pins = {{"BA20", Arc::opener, 12, {}}};
    const Plan made = plan(given, index());
    ASSERT_FALSE(made.blocks.empty());
    EXPECT_EQ(made.blocks.front().minutes, 12);
}

TEST(PlanReview, WorkInTheOwnChairIsStretchedByAFifthAtMost) {
    Child ada = of_age(98);
    ada.moves_by = MovesBy::wheels;
    ada.devices = {{{}, DeviceKind::wheelchair, Side::none, {}}};
    Facts given = both(ada, {"ms.wheelchair"}, 60);
    given.place.here["own_device"] = 0;
    int driven = 0;
    for (const PlanBlock& block : plan(given, index()).blocks) {
        if (std::ranges::count(block.activity->needs, "wheelchair") == 0) continue;
        EXPECT_LE(10 * block.minutes, 12 * block.activity->minutes) << block.activity->id;
        ++driven;
    }
    EXPECT_GT(driven, 0);
}

TEST(PlanReview, BabiesRestBetweenBlocksAndAreNotLaidOnTheTummyAgainAndAgain) {
    for (const int months : {2, 4, 7, 11, 16}) {
        const Child ada = of_age(months);
        const Facts given = both(ada, {"pa.prone", "gm.crawl"}, 45);
        const Plan made = plan(given, index());
        ASSERT_FALSE(made.blocks.empty());
        EXPECT_EQ(pause_min(given), 3);
        int prone = 0;
        for (std::size_t i = 0; i < made.blocks.size(); ++i) {
            EXPECT_GE(made.blocks[i].transition_before_min, i == 0 ? 0 : 3) << months;
            prone += is_prone(*made.blocks[i].activity, made.blocks[i].grades[0].rung) ? 1 : 0;
        }
        EXPECT_LE(prone, 2) << months;
        EXPECT_LE(made.blocks.size(), 8U) << months;
    }
    const Child older = of_age(30);
    EXPECT_EQ(pause_min(both(older, {"gm.jump_up"}, 45)), 1);
}

// ------------------------------------------------------------------ where a child begins

TEST(PlanReview, WhoWalksWithAWalkerBeginsWithAHoldOrASeat) {
    const Child ada = on_a_walker(100);
    for (const char* skill : {"bc.one_foot", "gm.ball3_overhand", "gm.ball5_catch_hands", "vm.eyehand"}) {
        Facts given = both(ada, {skill}, 45);
        given.place.here["own_device"] = 0;
        for (const PlanBlock& block : plan(given, index()).blocks) {
            const auto needs = asked_of(*block.activity, 0, library()).needs;
            const bool held = std::ranges::any_of(
                needs, [](const std::string& need) { return need == "walker" || need == "gait_trainer"; });
            const std::string& position = block.activity->position;
            if (held || (position != "ST" && position != "WK" && position != "JP")) continue;
            const int rung = block.grades.front().rung;
            const Rung* found = rung_of(*block.activity, rung);
            ASSERT_NE(found, nullptr) << block.activity->id << " starts as written";
            EXPECT_LT(rung, 0);
            EXPECT_TRUE(found->dimension == "support" || found->dimension == "position" || !found->position.empty())
                << block.activity->id << ": " << found->change;
        }
    }
    const auto why = ruled_out(both(ada, {"gm.ball5_catch_hands"}, 30), index(), *library().activity("BA10"));
    EXPECT_TRUE(std::ranges::any_of(why, [](const RuledOut& one) { return one.rule == Rule::needs; }))
        << "two-handed catches on the feet, without a rung that gives a hold";
    int barred = 0;
    for (const Activity& one : library().activities())
        if (std::ranges::count(one.needs, std::string("stand_free")) > 0) {
            const auto reasons = ruled_out(both(ada, {one.skills.front()}, 30), index(), one);
            EXPECT_TRUE(std::ranges::any_of(reasons, [](const RuledOut& each) { return each.rule == Rule::needs; }))
                << one.id;
            ++barred;
        }
    EXPECT_GT(barred, 10);
}

TEST(PlanReview, WhatBeginsAboveTheAgeStartsEasierInASequenceToo) {
    int easier = 0;
    for (const int months : {7, 8, 9, 28, 40})
        for (const char* skill : {"gm.ball1_roll", "gm.ball2_fling", "fm.cut2_snip"})
            for (const Child ada = of_age(months);
                 const PlanBlock& block : plan(both(ada, {skill}, 45), index()).blocks) {
                const bool above = block.activity->age_min_months > months;
                const auto& grade = block.grades.front();
                const bool offers = std::ranges::any_of(grade.offered, [](int rung) { return rung < 0; });
                if (!above || !offers) continue;
                EXPECT_LT(grade.rung, 0) << months << " " << block.activity->id;
                ++easier;
            }
    EXPECT_GT(easier, 2);
}

TEST(PlanReview, NobodyIsHandedWhatIsMadeForChildrenFourYearsYounger) {
    const Child ada = of_age(14 * 12);
    for (const Activity& activity : library().activities()) {
        if (activity.age_max_months <= 0 || activity.age_max_months + 48 >= 14 * 12 || activity.skills.empty())
            continue;
        const auto why = ruled_out(both(ada, {activity.skills.front()}, 30), index(), activity);
        EXPECT_TRUE(std::ranges::any_of(why, [](const RuledOut& one) { return one.rule == Rule::age; })) << activity.id;
    }
}

TEST(PlanReview, AToddlerIsGivenABabysGameOnlyWhereTheStepAsksForIt) {
    Child ada = of_age(20);
    int asked = 0;
    for (const Activity& activity : library().activities()) {
        if (activity.age_max_months <= 0 || activity.age_max_months > 12 || activity.skills.size() < 2) continue;
        const auto is_out = [&] {
            const auto why = ruled_out(both(ada, {activity.skills[1]}, 30), index(), activity);
            return std::ranges::any_of(why, [](const RuledOut& one) { return one.rule == Rule::age; });
        };
        ada.present_steps.clear();
        EXPECT_TRUE(is_out()) << activity.id << " only beside the goal, and no step says so";
        ++asked;
    }
    EXPECT_GT(asked, 2);
}

// ------------------------------------------------------------------ order

Column column_of(bool vigorous, bool strength = false, bool impact = false, bool eases_in = false) {
    Column made;
    made.activity = -1;
    made.arcs = bit(Arc::main);
    made.shortest = made.typical = made.longest = 5;
    made.vigorous = made.active = vigorous;
    made.strength = strength;
    made.impact = impact;
    made.eases_in = eases_in;
    return made;
}

std::vector<int> order_of(const std::vector<Column>& columns) {
    Model model;
    model.length = 60;
    model.columns = columns;
    model.choosable = columns.size();
    std::vector<Placed> chosen;
    for (std::size_t c = 0; c < columns.size(); ++c) chosen.push_back({static_cast<int>(c), Arc::main, 5});
    std::vector<int> order;
    for (const Placed& block : ordered(model, chosen)) order.push_back(block.column);
    return order;
}

TEST(PlanReview, AQuietBlockStandsBetweenTwoVigorousOnes) {
    Column moderate = column_of(false);
    moderate.active = true;
    EXPECT_EQ(order_of({column_of(true), column_of(true), column_of(false)}), (std::vector<int>{0, 2, 1}));
    const auto order = order_of({column_of(true), moderate, column_of(true), moderate, column_of(false)});
    for (std::size_t i = 1; i < order.size(); ++i)
        EXPECT_FALSE((order[i] == 0 || order[i] == 2) && (order[i - 1] == 0 || order[i - 1] == 2));
}

TEST(PlanReview, WalkingAfterACastComesBeforeAnythingJumpsAndStrengthIsNotLast) {
    EXPECT_EQ(order_of({column_of(true, false, true), column_of(false, false, false, true)}), (std::vector<int>{1, 0}));
    const auto order = order_of({column_of(false), column_of(false, true), column_of(false, true)});
    EXPECT_EQ(order, (std::vector<int>{1, 0, 2})) << "muscles rest in between";
    EXPECT_EQ(order_of({column_of(false), column_of(false, true)}), (std::vector<int>{1, 0}));
}

}  // namespace
}  // namespace pegboard::planning
