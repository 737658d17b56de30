// What a clinician who read suggested plans with care found: how far above its age a child is taken, what precautions
// make of the way an activity is begun, and what is written down of it.
#include <gtest/gtest.h>

#include "core/planning/build.h"
#include "core/planning/weights.h"
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

std::size_t how_many(const Child& who, const char* id) {
    return check_precautions(who, *library().activity(id), 0, library(), {}, today, 1).size();
}

/// An easier way is offered that leaves nothing out.
bool may_begin_easier(const PlanBlock& block) {
    return std::ranges::any_of(block.grades.front().offered, [&](int rung) {
        return rung < 0 && rung_of(*block.activity, rung)->leaves_out.empty();
    });
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
            const bool easier = may_begin_easier(block);
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
    EXPECT_GT(open, 2) << "some are open only because the skill is underway";
}

// ------------------------------------------------------------------ A2: care never leaves the riskier way

Child nine_and(const std::string& code, std::map<std::string, std::string> answers) {
    return with(of_age(108), code, std::move(answers));
}

TEST(SixthA2, AFlaggedChildBeginsHeldAndStillStandsOnOneLeg) {
    const std::vector<Child> flagged{nine_and("wb_arm", {{"side", "left"}, {"grade", "NWB"}, {"hand_free", "no"}}),
                                     nine_and("hypermobile", {}), nine_and("concussion", {{"stage", "stage 3"}}),
                                     nine_and("wb_leg", {{"side", "right"}, {"grade", "WBAT"}}),
                                     nine_and("seizure", {})};
    int held = 0;
    for (const Child& ada : flagged) {
        const std::string& code = ada.precautions.front().code;
        const Facts given = both(ada, {"bc.one_foot"}, 30);
        const Plan made = plan(given, index());
        for (const char* id : {"BC14", "BC06", "BC01"}) {
            if (!ruled_out(given, index(), *library().activity(id)).empty()) continue;
            const Situation situation(given, index());
            EXPECT_EQ(starting_fit(situation, situation.goals.front(), situation.index.find(id)), weights::fit_exact)
                << code << ", " << id;
            Facts pinned = given;
            pinned.hand.pins = {{id, Arc::main, 5, {}, {}}};
            const Plan put = plan(pinned, index());
            const ChildGrade& start = *start_of(put, id);
            const Rung* rung = rung_of(*library().activity(id), start.rung);
            if (how_many(ada, id) == 0) continue;
            ++held;
            ASSERT_NE(rung, nullptr) << code << ", " << id;
            EXPECT_EQ(rung->dimension, "support") << code << ", " << id << ": " << start.why;
        }
        for (const PlanBlock& block : made.blocks)
            EXPECT_FALSE(block.activity->position == "JP" && how_many(ada, block.activity->id.c_str()) > 0)
                << code << block.activity->id;
    }
    EXPECT_GT(held, 5);
}

TEST(SixthA2, NoGoalIsLostToTheGentlerWayWhereTheWrittenOneIsAllowed) {
    int looked = 0;
    for (const char* code : {"hypermobile", "bone_fragile", "seizure", "concussion", "sickle", "hip", "cardiac"})
        for (const Activity& one : library().activities()) {
            const Child ada = with(of_age(std::max(one.age_min_months, 24)), code);
            const Facts given = both(ada, {one.skills.front()}, 30);
            if (std::ranges::none_of(one.easier, [](const Rung& rung) { return !rung.leaves_out.empty(); })) continue;
            if (!ruled_out(given, index(), one).empty()) continue;
            const Situation situation(given, index());
            ++looked;
            EXPECT_GE(starting_fit(situation, situation.goals.front(), situation.index.find(one.id)),
                      weights::fit_second)
                << code << ", " << one.id;
        }
    EXPECT_GT(looked, 30);
}

// ------------------------------------------------------------------ B4: what is counted is what is done

TEST(SixthB4, OnAnotherRungTheWrittenCountIsNotWrittenDown) {
    RandomSessions sessions(library(), 64);
    int on_rungs = 0, as_written = 0;
    for (int i = 0; i < 60; ++i)
        for (const PlanBlock& block : plan(sessions.next({i % 3 + 1, 45, false, true}), index()).blocks)
            for (const ServedGoal& goal : block.goals) {
                const auto grade = std::ranges::find(block.grades, goal.child, &ChildGrade::child);
                const Rung* rung = rung_of(*block.activity, grade->rung);
                if (rung == nullptr || rung->still_counts) {
                    as_written += goal.what.empty() ? 0 : 1;
                    continue;
                }
                ++on_rungs;
                EXPECT_EQ(goal.what, "") << block.activity->id << ": " << rung->change;
            }
    EXPECT_GT(on_rungs, 10);
    EXPECT_GT(as_written, 10);
}

TEST(SixthB4, WhatStillCountsOnARungIsWrittenDown) {
    // More breaths in the same pose, hands free: the same seconds.
    Child ada = knows(of_age(100), "bc.one_foot", "does_it");
    Facts given = both(ada, {"bc.one_foot"}, 30);
    given.hand.pins = {{"BC06", Arc::main, 5, {}, {}}};
    const Plan made = plan(given, index());
    ASSERT_EQ(start_of(made, "BC06")->rung, 1);
    for (const PlanBlock& block : made.blocks)
        if (block.activity->id == "BC06") {
            EXPECT_NE(block.goals.front().what.find("hands free"), std::string::npos) << block.goals.front().what;
        }
}

// ------------------------------------------------------------------ B2, C20, C56: as it is begun

TEST(SixthB2, TummyTimeIsCountedAsItIsBegun) {
    for (const int age : {3, 5, 8}) {
        Child ada = of_age(age);
        const Facts given = both(ada, {"gm.roll", "pa.prone"}, 30);
        const Plan made = plan(given, index());
        int prone = 0;
        for (const PlanBlock& block : made.blocks)
            prone += is_prone(*block.activity, block.grades.front().rung) ? 1 : 0;
        EXPECT_LE(prone, weights::most_prone_below_two);
        EXPECT_TRUE(std::ranges::any_of(made.blocks, [](const PlanBlock& block) {
            return std::ranges::any_of(block.goals, [](const ServedGoal& one) {
                return one.goal.value == 2 && one.fit_tenths == weights::fit_exact;
            });
        })) << age;
        for (const NotServed& none : made.not_served)
            EXPECT_EQ(none.words.find("flags"), std::string::npos) << none.words;
    }
}

TEST(SixthB2, WhatIsKeptOutOfThePlanIsNotSaidToBeInIt) {
    int kept_out = 0;
    for (int i = 0; i < 30; ++i) {
        const Child ada = of_age(2 + i % 10);
        const Facts given = both(ada, {"pa.prone"}, 20 + 20 * (i / 10));
        const Situation situation(given, index());
        const Model model = build(situation);
        const Plan made = plan(given, index());
        if (model.left_out.empty()) continue;
        ++kept_out;
        for (const auto& note : made.notes)
            EXPECT_EQ(note.find("everything that can be used here"), std::string::npos) << note;
    }
    EXPECT_GT(kept_out, 0);
}

TEST(SixthC20, WhoBeginsAtATableIsAtTheTable) {
    const Activity& wall = *library().activity("HW07");
    EXPECT_FALSE(at_table(wall, std::vector<int>{0}));
    EXPECT_TRUE(at_table(wall, std::vector<int>{-3}));
    EXPECT_FALSE(at_table(wall, std::vector<int>{-3, 0})) << "not all of them";
    const Child ole = on_a_walker(90);
    Facts given = both(ole, {"fm.hw_letters", "se.core", "ms.walker"}, 45);
    given.hand.pins = {{"HW07", Arc::main, 8, {}, {}}};
    const Plan made = plan(given, index());
    int moves = 0, seated = 0;
    for (std::size_t i = 0; i < made.blocks.size(); ++i) {
        const auto sits = [&](std::size_t k) {
            return at_table(*made.blocks[k].activity, std::vector<int>{made.blocks[k].grades.front().rung});
        };
        seated += sits(i) && made.blocks[i].activity->space == "wall" ? 1 : 0;
        if (i == 0 || sits(i) == sits(i - 1)) continue;
        ++moves;
        EXPECT_GE(made.blocks[i].transition_before_min, weights::seat_change_min + 1) << made.blocks[i].activity->id;
    }
    EXPECT_GT(seated, 0);
    EXPECT_LE(moves, 3);
}

TEST(SixthC56, NobodyJumpsAllTheTime) {
    for (const int age : {40, 45, 58, 80}) {
        const Child abi = of_age(age);
        const Plan made = plan(both(abi, {"gm.jump_forward", "gm.jump_up", "gm.hop1_single"}, 60), index());
        int jumps = 0;
        bool before = false;
        std::size_t in_a_row = 0;
        for (const PlanBlock& block : made.blocks) {
            const bool jump = lands(*block.activity, block.grades.front().rung);
            jumps += jump ? 1 : 0;
            in_a_row += jump && before ? 1 : 0;
            before = jump;
        }
        EXPECT_GT(jumps, 0);
        EXPECT_LE(jumps, age < 60 ? 2 : 3) << age;
    }
}

// ------------------------------------------------------------------ C13, C39, B13

TEST(SixthC13, WhoIsTiredBeginsEasier) {
    const Child eli = of_age(54);
    Facts given = both(eli, {"se.legs", "ms.stairs_up", "fm.hand_strength"}, 30);
    given.participants.front().mood = DayMood::tired;
    int blocks = 0;
    for (const PlanBlock& block : plan(given, index()).blocks) {
        const ChildGrade& start = block.grades.front();
        if (!may_begin_easier(block)) continue;
        ++blocks;
        EXPECT_LT(start.rung, 0) << block.activity->id;
    }
    EXPECT_GT(blocks, 2);
}

TEST(SixthC39, NobodyWarmsUpWithJumps) {
    for (const int age : {37, 45, 70}) {
        const Child dan = of_age(age);
        const Plan made = plan(both(dan, {"gm.jump_up"}, 30), index());
        ASSERT_FALSE(made.blocks.empty());
        EXPECT_FALSE(made.blocks.front().arc == Arc::opener &&
                     lands(*made.blocks.front().activity, made.blocks.front().grades.front().rung))
            << age << made.blocks.front().activity->id;
    }
}

TEST(SixthC39, TheWayOfTheYoungerPreparesThatOfTheOlder) {
    for (const int age : {37, 45, 70})
        for (const char* skill : {"gm.jump_up", "se.core", "se.legs", "bc.one_foot"}) {
            const Child dan = of_age(age);
            const Plan made = plan(both(dan, {skill}, 45), index());
            for (std::size_t i = 1; i < made.blocks.size(); ++i) {
                const PlanBlock &one = made.blocks[i - 1], &next = made.blocks[i];
                if (one.arc != Arc::main || next.arc != Arc::main) continue;
                const bool alike = one.activity->skills.front() == next.activity->skills.front() &&
                                   one.activity->intensity == next.activity->intensity &&
                                   one.activity->effective_attributes == next.activity->effective_attributes;
                if (!alike) continue;
                EXPECT_LE(one.activity->age_min_months, next.activity->age_min_months) << skill << age;
            }
        }
    const Child dan = of_age(37);
    const Plan jumps = plan(both(dan, {"gm.jump_up"}, 30), index());
    std::vector<int> from;
    for (const PlanBlock& block : jumps.blocks)
        if (block.activity->skills.front() == "gm.jump_up") from.push_back(block.activity->age_min_months);
    EXPECT_GT(from.size(), 1U);
    EXPECT_TRUE(std::ranges::is_sorted(from)) << ::testing::PrintToString(from);
}

TEST(SixthB13, AChangeOfPositionKeepsToTheOrder) {
    Child pia = with(of_age(130), "hip", {{"cleared", "no"}});
    pia.moves_by = MovesBy::wheels;
    Facts given = both(pia, {"fm.hw_letters"}, 60);
    given.hand.pins = {{"HW01", Arc::main, 30, {}}, {"HW03", Arc::main, 28, {}}};
    std::string all;
    for (const auto& note : plan(given, index()).notes) all += note + "\n";
    EXPECT_NE(all.find("a change of position, as the hip order allows, between two of them"), std::string::npos) << all;
}

}  // namespace sixth
}  // namespace
}  // namespace pegboard::planning
