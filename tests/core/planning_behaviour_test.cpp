// How the planner behaves in a therapist's hand: sliders, packing over a day, co-treatment, groups, swaps, stopping.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <stop_token>

#include "tests/core/planning_check.h"
#include "tests/core/planning_fixture.h"
#include "tests/core/planning_random.h"

namespace pegboard::planning {
namespace {

using namespace planning_test;

/// Different things that must be carried.
int to_carry(const Plan& plan) {
    return static_cast<int>(
        std::ranges::count_if(plan.materials, [](const Material& material) { return !material.optional; }));
}

Plan with_sliders(Facts facts, Sliders sliders) {
    facts.session.sliders = sliders;
    return plan(facts, index());
}

TEST(PlannerInTheHand, WithNothingElseToChooseByLessIsCarried) {
    const Child who = child("Ida", 6);
    Facts given = facts(who, {goal("gm.ball3_overhand", 1, Discipline::pt)}, 12);
    given.session.lead = Lead::pt;
    const int usual = to_carry(with_sliders(given, {100, 100, 100}));
    const int few = to_carry(with_sliders(given, {0, 0, 200}));
    EXPECT_LE(few, usual);
    EXPECT_LE(few, 5) << "two things for their usual minutes rather than one for much longer";
}

TEST(PlannerInTheHand, FunBringsMoreOfWhatAChildLikes) {
    RandomSessions sessions(library(), 32);
    Millionths with = 0, without = 0;
    for (int i = 0; i < 40; ++i) {
        const Facts facts = sessions.next({1, 40, false, false});
        const auto liked = [](const Plan& made) {
            return std::ranges::count_if(made.blocks, [](const PlanBlock& block) { return block.parts.interest > 0; });
        };
        with += liked(with_sliders(facts, {0, 200, 100}));
        // With the slider at nothing the parts are nothing: count the theme itself.
        const Plan plain = with_sliders(facts, {0, 0, 100});
        const auto& likes = facts.participants.front().child->interests;
        without += std::ranges::count_if(plain.blocks, [&](const PlanBlock& block) {
            return std::ranges::any_of(block.activity->interests,
                                       [&](const auto& theme) { return std::ranges::count(likes, theme) > 0; });
        });
    }
    EXPECT_GT(with, without);
}

TEST(PlannerInTheHand, ADayIsPackedOnce) {
    RandomSessions sessions(library(), 33);
    int together = 0, apart = 0;
    for (int day = 0; day < 40; ++day) {
        std::vector<Facts> all;
        for (int i = 0; i < 4; ++i) {
            Facts facts = sessions.next({1, 30, false, false});
            facts.session.coming_along.clear();
            facts.place = everything();
            all.push_back(facts);
        }
        std::vector<std::size_t> done;
        const auto plans = plan_in_order(all, index(), {}, [&](std::size_t number) { done.push_back(number); });
        EXPECT_EQ(done, (std::vector<std::size_t>{1, 2, 3, 4}));
        std::set<std::string> packed, alone;
        for (const Plan& made : plans)
            for (const Material& material : made.materials) packed.insert(material.item);
        for (const Facts& facts : all)
            for (const Material& material : plan(facts, index()).materials) alone.insert(material.item);
        together += static_cast<int>(packed.size());
        apart += static_cast<int>(alone.size());
    }
    EXPECT_LT(together, apart);
}

TEST(PlannerInTheHand, ADayStopsBetweenSessions) {
    RandomSessions sessions(library(), 34);
    std::vector<Facts> all;
    for (int i = 0; i < 4; ++i) all.push_back(sessions.next({1, 30, false, false}));
    std::stop_source source;
    const auto plans = plan_in_order(all, index(), source.get_token(), [&](std::size_t number) {
        if (number == 2) source.request_stop();
    });
    EXPECT_EQ(plans.size(), 2U);
}

TEST(PlannerInTheHand, InCoTreatmentWhoseGoalsABlockServesMostLeadsIt) {
    const Child who = child("Ida", 6);
    Facts given = facts(who, {goal("fm.hw_letters", 1), goal("gm.ball5_catch_hands", 2, Discipline::pt)}, 45);
    given.session.lead = Lead::both;
    given.session.adults = 2;
    const Plan made = plan(given, index());
    bool ot = false, pt = false;
    for (const PlanBlock& block : made.blocks) {
        ASSERT_FALSE(block.goals.empty()) << block.activity->title;
        const bool for_ot = block.goals.front().goal == GoalId{1};
        EXPECT_EQ(block.led_by, for_ot ? Discipline::ot : Discipline::pt) << block.activity->title;
        (for_ot ? ot : pt) = true;
    }
    EXPECT_TRUE(ot && pt);
}

TEST(PlannerInTheHand, EachDisciplineRecordsItsOwnGoalsAndIsLeftOutWhereItHasNone) {
    const Child who = child("Ida", 6);
    Facts given = facts(who, {goal("fm.hw_letters", 1), goal("gm.ball5_catch_hands", 2, Discipline::pt)}, 45);
    given.session.lead = Lead::both;
    given.session.adults = 2;
    int lines = 0, without = 0;
    for (const PlanBlock& block : plan(given, index()).blocks)
        for (const Discipline discipline : {Discipline::ot, Discipline::pt}) {
            // On a rung something else is done than the activity's words count.
            const bool practised = std::ranges::any_of(block.goals, [&](const ServedGoal& served) {
                return served.fit_tenths >= 6 && block.grades.front().rung == 0 &&
                       (served.goal == GoalId{1}) == (discipline == Discipline::ot);
            });
            EXPECT_EQ(std::ranges::count(block.records, discipline, &Record::discipline), practised ? 1 : 0)
                << block.activity->title;
            (practised ? lines : without) += 1;
        }
    EXPECT_GT(lines, 0);
    EXPECT_GT(without, 0);
}

TEST(PlannerInTheHand, AGoalThatABlockOnlyPreparesIsNotRecordedThere) {
    const Child who = child("Ida", 6);
    Facts given = facts(who, {goal("gm.hop1_single", 1, Discipline::pt), goal("bc.beam", 2, Discipline::pt)}, 45);
    given.session.lead = Lead::pt;
    for (const PlanBlock& block : plan(given, index()).blocks)
        for (const ServedGoal& served : block.goals)
            if (served.fit_tenths <= 4) {
                const std::string name = served.goal == GoalId{1} ? "gm.hop1_single" : "bc.beam";
                for (const Record& record : block.records)
                    EXPECT_EQ(record.what.find(name), std::string::npos) << record.what;
            }
}

TEST(PlannerInTheHand, EveryChildOfAGroupHasARungOnEveryBlock) {
    RandomSessions sessions(library(), 35);
    for (int i = 0; i < 20; ++i) {
        const Facts facts = sessions.next({4, 45, false, false});
        for (const PlanBlock& block : plan(facts, index()).blocks) {
            ASSERT_EQ(block.grades.size(), 4U);
            for (const ChildGrade& grade : block.grades) {
                EXPECT_FALSE(grade.why.empty());
                EXPECT_EQ(grade.change.empty(), grade.grade == Grade::as_written);
            }
        }
    }
}

TEST(PlannerInTheHand, ASwapCostsWhatItSays) {
    RandomSessions sessions(library(), 36);
    int swapped = 0;
    for (int i = 0; i < 40; ++i) {
        Facts facts = sessions.next({1, 40, false, false});
        const Plan made = plan(facts, index());
        if (made.blocks.size() < 2 || !made.proof.proved) continue;
        for (const Alternative& other : alternatives(facts, index(), made, 1)) {
            EXPECT_FALSE(other.words.empty());
            if (!other.usable) {
                EXPECT_FALSE(ruled_out(facts, index(), *other.activity).empty());
                continue;
            }
            // With the others pinned and this one where it fits best the score is what was said, or better.
            std::vector<Pin> pins;
            for (std::size_t b = 0; b < made.blocks.size(); ++b)
                if (b != 1)
                    pins.push_back({made.blocks[b].activity->id, made.blocks[b].arc, made.blocks[b].minutes, {}});
            std::optional<Millionths> best;
            for (std::size_t place = 0; place <= pins.size(); ++place) {
                Facts after = facts;
                after.hand.pins = pins;
                after.hand.pins.insert(after.hand.pins.begin() + static_cast<std::ptrdiff_t>(place),
                                       {other.activity->id, other.arc, other.minutes, {}});
                const Plan again = plan(after, index());
                if (again.minutes_left >= 0) best = std::max(best.value_or(again.score.total), again.score.total);
            }
            if (!best) continue;  // the others gave it minutes
            EXPECT_GE(*best, made.score.total - other.lost - 2) << other.activity->title;
            EXPECT_TRUE(other.children_lost > 0 || other.lost >= -1) << other.activity->title << " would be better";
            ++swapped;
        }
    }
    EXPECT_GT(swapped, 30);
}

TEST(PlannerInTheHand, AChildWhoIsAwayIsPlannedWithout) {
    RandomSessions sessions(library(), 37);
    Facts facts = sessions.next({3, 45, false, false});
    const auto gone = facts.participants.back().child->id;
    facts.participants.pop_back();
    const Plan made = plan(facts, index());
    for (const PlanBlock& block : made.blocks) {
        EXPECT_EQ(block.grades.size(), 2U);
        EXPECT_EQ(std::ranges::count(block.goals, gone, &ServedGoal::child), 0);
    }
}

TEST(PlannerInTheHand, ReplanningAroundAPinChangesOnlyTheRest) {
    RandomSessions sessions(library(), 38);
    for (int i = 0; i < 20; ++i) {
        Facts facts = sessions.next({1, 45, false, false});
        const Plan made = plan(facts, index());
        if (made.blocks.size() < 2) continue;
        const PlanBlock& kept = made.blocks[1];
        facts.hand.pins = {{kept.activity->id, kept.arc, kept.minutes, {}}};
        const Plan again = plan(facts, index());
        EXPECT_TRUE(broken_rules(facts, again, library()).empty());
        // The plan that was the best still is, now that part of it is fixed.
        if (!made.proof.proved || !again.proof.proved) continue;
        EXPECT_EQ(again.score.total, made.score.total);
    }
}

}  // namespace
}  // namespace pegboard::planning
