// Who an activity is for: age, corrected age, what is not there yet and all that needs it, looks, minutes a child can
// stay, and how a session begins. Right values from the page that defines the planner.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/rules/age.h"

#include "tests/core/planning_fixture.h"
#include "tests/core/planning_random.h"

namespace pegboard::planning {
namespace {

using namespace planning_test;

Child aged(const std::string& name, int months) {
    Child made = child(name, 0);
    made.date_of_birth = add_months(today, -months);
    return made;
}

bool barred(const Facts& given, const std::string& activity, Rule rule) {
    const auto why = ruled_out(given, index(), *library().activity(activity));
    return std::ranges::count(why, rule, &RuledOut::rule) > 0;
}

const Activity& starting_at(int months, const std::string& without_skill) {
    for (const Activity& activity : library().activities())
        if (activity.age_min_months == months && activity.skills.front() != without_skill) return activity;
    throw std::runtime_error("no activity starts then");
}

TEST(PlanAges, AnInfantWithAPincerGoalIsNotGivenScissors) {
    const Child ada = aged("Ada", 6);
    const Facts given = facts(ada, {goal("fm.pincer", 1)}, 30);
    const Plan made = plan(given, index());
    for (const PlanBlock& block : made.blocks) EXPECT_LE(block.activity->age_min_months, 9) << block.activity->title;
    for (const char* scissors : {"SX01", "SX02", "SX03", "SX06"})
        EXPECT_TRUE(barred(given, scissors, Rule::age)) << scissors;
}

TEST(PlanAges, ThreeMonthsAheadBelowThreeYearsAndSixFromThenOn) {
    const struct {
        int age, starts;
        bool too_early;
    } cases[] = {{12, 15, false}, {12, 16, true},  {24, 27, false}, {24, 28, true},
                 {35, 39, true},  {36, 42, false}, {48, 54, false}, {36, 45, true}};
    for (const auto& one : cases) {
        const Child who = aged("Ada", one.age);
        const Activity* found = nullptr;
        for (const Activity& activity : library().activities())
            if (activity.age_min_months == one.starts) found = &activity;
        if (found == nullptr) continue;
        EXPECT_EQ(barred(facts(who, {}), found->id, Rule::age), one.too_early)
            << found->title << " from " << one.starts << " at " << one.age;
    }
}

TEST(PlanAges, NobodyOfTwoMonthsIsSatUp) {
    EXPECT_EQ(months_ahead(2), 1);
    EXPECT_EQ(months_ahead(5), 2);
    EXPECT_EQ(months_ahead(6), 3);
    const Child ada = aged("Ada", 2);
    for (const int minutes : {10, 20, 30}) {
        const Plan made = plan(facts(ada, {goal("gm.roll", 1, Discipline::pt), goal("fm.reach", 2)}, minutes), index());
        EXPECT_FALSE(made.blocks.empty());
        for (const PlanBlock& block : made.blocks)
            EXPECT_LE(block.activity->age_min_months, 3) << block.activity->title;
    }
    for (const char* sitting : {"GM04", "GM14"}) EXPECT_TRUE(barred(facts(ada, {}), sitting, Rule::age)) << sitting;
}

TEST(PlanAges, WhatTheChildIsKnownToDoIsNotTooEarlyAndAPinStays) {
    Child ada = aged("Ada", 24);
    const Facts before = facts(ada, {goal("fm.cut", 1)});
    EXPECT_TRUE(barred(before, "SX06", Rule::age)) << "from 30 months, an easier rung or not";
    ada.present_steps = {{{}, "fm.cut", "fm.cut2_snip"}};
    EXPECT_FALSE(barred(facts(ada, {goal("fm.cut", 1)}), "SX06", Rule::age)) << "snips already";
    ada.present_steps.clear();
    Facts pinned = facts(ada, {goal("fm.cut", 1)});
    pinned.hand.pins = {{"SX06", Arc::main, 5, {}}};
    const Plan made = plan(pinned, index());
    EXPECT_TRUE(std::ranges::any_of(made.blocks, [](const PlanBlock& b) { return b.activity->id == "SX06"; }));
}

TEST(PlanAges, AgeIsCorrectedForBeingBornEarly) {
    const Activity& at_13 = starting_at(15, "");
    Child term = aged("Tom", 13), early = term;
    early.gestation_weeks = 28;  // 12 weeks: 10 months corrected
    EXPECT_FALSE(barred(facts(term, {}), at_13.id, Rule::age));
    EXPECT_TRUE(barred(facts(early, {}), at_13.id, Rule::age));
    early.date_of_birth = add_months(today, -26);  // not corrected any more
    EXPECT_FALSE(barred(facts(early, {}), at_13.id, Rule::age));
}

TEST(PlanAges, APracticeMayCorrectAgesUntilThreeYears) {
    Child early = aged("Tom", 26);
    early.gestation_weeks = 28;  // 12 weeks: 23 months corrected, where the practice says so
    const Activity& at_29 = starting_at(27, "");
    ASSERT_FALSE(barred(facts(early, {}), at_29.id, Rule::age));
    early.corrected_until_months = 36;
    EXPECT_TRUE(barred(facts(early, {}), at_29.id, Rule::age)) << "23 months and 3";
    EXPECT_EQ(rule_age_months(early, today), 23);
    early.date_of_birth = add_months(today, -36);
    EXPECT_EQ(rule_age_months(early, today), 36) << "36 months is the end";
}

TEST(PlanAges, NotYetIsNotYetForAllThatNeedsIt) {
    Child ada = aged("Ada", 66);
    ada.present_steps = {{{}, "fm.pincer", "not_yet"}, {{}, "sc.shoes_socks", "does_it"}};
    const Facts given = facts(ada, {goal("fm.tie", 1)});
    for (const Activity& activity : library().activities())
        if (activity.skills.front() == "fm.tie") {
            EXPECT_TRUE(barred(given, activity.id, Rule::step)) << activity.title;
        }
    for (const PlanBlock& block : plan(given, index()).blocks)
        for (const auto& skill : block.activity->skills)
            EXPECT_TRUE(skill != "fm.tie" && skill != "fm.inhand" && skill != "fm.twist") << block.activity->title;
    ada.present_steps[0].step = "does_it";
    const Facts does = facts(ada, {goal("fm.tie", 1)});
    EXPECT_TRUE(std::ranges::any_of(library().activities(), [&](const Activity& activity) {
        return activity.skills.front() == "fm.tie" && !barred(does, activity.id, Rule::step);
    }));
}

TEST(PlanAges, AnEasierRungReachesOneStepFurtherAndNoMore) {
    Child ada = aged("Ada", 72);
    ada.present_steps = {{{}, "fm.cut", "fm.cut1_hold"}, {{}, "fm.helper_hand", "does_it"}};
    const Facts given = facts(ada, {goal("fm.cut", 1)});
    for (const Activity& activity : library().activities()) {
        const Skill* main = library().skill(activity.skills.front());
        if (main == nullptr || main->parent != "fm.cut" || activity.skills.size() > 1) continue;
        ASSERT_FALSE(activity.easier.empty());
        EXPECT_EQ(barred(given, activity.id, Rule::step), main->step_no > 3) << activity.title;
    }
}

TEST(PlanLooks, ATwelveYearOldIsNotHandedWhatIsMadeForSmallChildren) {
    const Child theo = aged("Theo", 144);
    for (const char* skill : {"sp.calm", "sc.groom", "pl.pretend", "vm.eyehand", "fm.hand_strength", "se.arms", "vm.pw",
                              "bc.midline", "sp.attend", "sc.routine"})
        for (const int minutes : {30, 60}) {
            const Facts given = facts(theo, {goal(skill, 1)}, minutes);
            for (const PlanBlock& block : plan(given, index()).blocks) {
                if (block.activity->age_max_months + 24 >= 144) continue;
                ASSERT_FALSE(block.goals.empty()) << block.activity->title;
                EXPECT_GE(block.goals.front().fit_tenths, 8) << block.activity->title << " for " << skill;
                EXPECT_LT(block.parts.look, 0);
                EXPECT_TRUE(std::ranges::any_of(block.reasons, [](const auto& reason) {
                    return reason.find("theme that suits a 12-year-old") != std::string::npos;
                })) << "and where its step asks for it a theme is asked for";
                // Nothing older that may be used serves the goal as directly.
                for (const Activity& other : library().activities())
                    if (other.age_max_months + 24 >= 144 && other.skills.front() == block.activity->skills.front()) {
                        EXPECT_FALSE(ruled_out(given, index(), other).empty()) << other.title;
                    }
            }
        }
    EXPECT_TRUE(barred(facts(theo, {goal("se.arms", 1)}), "DL08", Rule::age)) << "dolls";
    EXPECT_TRUE(barred(facts(theo, {goal("se.arms", 1)}), "HW02", Rule::age)) << "toy cars";
}

TEST(PlanMinutes, AreBoundedByTypicalOnesAndAge) {
    RandomSessions sessions(library(), 51);
    int blocks = 0, longer = 0;
    for (int i = 0; i < 150; ++i) {
        const Facts given = sessions.next({1, 5 * sessions.number(4, 12), false, false});
        const int age = rule_age_months(*given.participants[0].child, given.session.date);
        for (const PlanBlock& block : plan(given, index()).blocks) {
            const int typical = block.activity->minutes;
            EXPECT_LE(10 * block.minutes, (age < 60 ? 12 : 15) * typical) << block.activity->title;
            if (age < 36) {
                EXPECT_LE(4 * block.minutes, age + 12) << block.activity->title << " at " << age;
            }
            ++blocks;
            longer += block.minutes > typical ? 1 : 0;
        }
    }
    EXPECT_LT(longer * 5, blocks) << longer << " of " << blocks << ": longer than typical is not the usual result";
}

TEST(PlanMinutes, WhoCannotStayWithATaskYetSitsForLess) {
    Child ada = aged("Ada", 48);
    ada.present_steps = {{{}, "sp.attend", "not_yet"}};
    for (const int minutes : {20, 30, 45, 60})
        for (const PlanBlock& block : plan(facts(ada, {goal("sp.calm", 1)}, minutes), index()).blocks) {
            EXPECT_LE(block.minutes, block.activity->minutes) << block.activity->title;
            if (block.activity->id == "SP11") {
                EXPECT_LE(block.minutes, 7) << "a quiet corner";
            }
        }
}

TEST(PlanBegins, WithAWarmUpFromTwentyMinutesOn) {
    RandomSessions sessions(library(), 52);
    int with = 0, could = 0;
    for (int i = 0; i < 120; ++i) {
        const Facts given = sessions.next({1, 5 * sessions.number(4, 12), false, false});
        const Plan made = plan(given, index());
        const bool one_fits = std::ranges::any_of(library().activities(), [&](const Activity& activity) {
            return std::ranges::count(activity.arcs, Arc::opener) > 0 && activity.minutes_min <= 5 &&
                   ruled_out(given, index(), activity).empty();
        });
        if (!one_fits || made.blocks.size() < 2) continue;
        ++could;
        with += made.blocks.front().arc == Arc::opener ? 1 : 0;
    }
    EXPECT_GT(could, 60);
    EXPECT_GE(with * 20, could * 19) << with << " of " << could;
}

TEST(PlanBegins, WithWhatSettlesWhereAGoalAsksForIt) {
    const Child ada = aged("Ada", 60);
    const Plan made = plan(facts(ada, {goal("fm.cut4_line", 1), goal("sp.calm", 2)}, 30), index());
    ASSERT_GE(made.blocks.size(), 2U);
    const auto& first = made.blocks.front().activity->skills;
    EXPECT_TRUE(std::ranges::count(first, "sp.calm") + std::ranges::count(first, "sp.self_reg") +
                    std::ranges::count(first, "sp.movement") >
                0)
        << made.blocks.front().activity->title;
}

TEST(PlanReasons, SayWellDoneOnlyOfWhatSomebodyNoted) {
    const Child ada = aged("Ada", 60);
    const auto says_well = [&](Outcome outcome) {
        Facts given = facts(ada, {goal("fm.cut4_line", 1)}, 30);
        given.participants[0].history = {{"SX09", today - 10, outcome}};
        given.hand.pins = {{"SX09", Arc::main, 8, {}}};
        const Plan made = plan(given, index());
        return std::ranges::any_of(made.blocks, [](const PlanBlock& block) {
            return std::ranges::any_of(
                block.reasons, [](const auto& reason) { return reason.find("did it well") != std::string::npos; });
        });
    };
    EXPECT_TRUE(says_well(Outcome::fine));
    EXPECT_FALSE(says_well(Outcome::not_noted));
}

TEST(PlanCoverage, WhatTheTherapistTickedOnABlockCounts) {
    const Child ada = aged("Ada", 60);
    Facts given = facts(ada, {goal("fm.cut4_line", 1)}, 10);
    given.hand.pins = {{"BA05", Arc::main, 10, {}, {GoalId{1}}}};
    const Plan ticked = plan(given, index());
    EXPECT_EQ(ticked.coverage[0].minutes, 10);
    EXPECT_EQ(ticked.children_served, 1);
    EXPECT_TRUE(ticked.not_served.empty());
    given.hand.pins[0].goals.clear();
    EXPECT_EQ(plan(given, index()).coverage[0].minutes, 0);
}

}  // namespace
}  // namespace pegboard::planning
