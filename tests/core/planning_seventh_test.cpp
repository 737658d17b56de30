// What a third clinician's reading of suggested plans found in the planner: what is told though no block meets it,
// where care makes the start easier and where not, what is written down under a goal, and what is practice of it.
#include <gtest/gtest.h>

#include "core/planning/build.h"
#include "core/planning/input/ways.h"
#include "core/planning/rules.h"
#include "core/planning/words/explain.h"
#include "core/rules/asking.h"
#include "core/rules/rungs.h"
#include "tests/core/planning_random.h"
#include "tests/core/planning_review.h"
#include "tests/core/safe_plans_random.h"

namespace pegboard::planning {
namespace {
namespace seventh {

using namespace planning_test;

Child knows(Child made, const std::string& skill, const std::string& step) {
    made.present_steps.push_back({{}, skill, step});
    return made;
}

int fit_of(const Facts& given, const char* activity) {
    const Situation situation(given, index());
    const ActivityBits& bits = situation.index.activities[static_cast<std::size_t>(situation.index.find(activity))];
    return situation.fit(situation.goals.front(), bits);
}

ChildGrade start_of(const Facts& given, const char* activity) {
    const Situation situation(given, index());
    return grades(situation, situation.index.find(activity)).front();
}

bool is_danger(const std::string& code) {
    const Precaution* known = library().precaution(code);
    return known != nullptr && known->severity == "danger" && code != "today";  // of one day, told where it is so
}

// ------------------------------------------------------------------ B1: a danger is told

TEST(SeventhB1, EveryRecordedDangerIsToldWithItsLineWhateverThePlanHolds) {
    safe_plans::AnyChild sessions(library(), 71);
    int dangers = 0, met_by_none = 0;
    for (int i = 0; i < 300; ++i) {
        const Facts given = sessions.next();
        const Plan made = plan(given, index());
        for (const Participant& one : given.participants)
            for (const ChildPrecaution& recorded : one.child->precautions) {
                if (!is_danger(recorded.code)) continue;
                ++dangers;
                const auto told = std::ranges::count_if(made.flags, [&](const Flag& flag) {
                    return flag.child == one.child->id && flag.code == recorded.code && !flag.line.empty();
                });
                EXPECT_GE(told, 1) << recorded.code;
                const bool met = std::ranges::any_of(made.blocks, [&](const PlanBlock& block) {
                    return std::ranges::any_of(block.flags, [&](const Flag& flag) {
                        return flag.child == one.child->id && flag.code == recorded.code;
                    });
                });
                met_by_none += met ? 0 : 1;
            }
    }
    EXPECT_GT(dangers, 50);
    EXPECT_GT(met_by_none, 20) << "else nothing was tried";
}

// ------------------------------------------------------------------ B2, B3, B4: where a child begins

TEST(SeventhB2, ASkillThatAsksForCareIsBegunEasierWhereAnEasierWayKeepsTheGoal) {
    int eased = 0;
    for (const char* code : {"arthritis", "muscle", "vision", "concussion"}) {
        const Child ada = with(of_age(108), code);
        for (const Activity& one : library().activities()) {
            if (one.age_min_months > 108 || one.easier.empty()) continue;
            const auto found = check_precautions(ada, one, library(), {}, today, 1);
            const auto speaks = [](const auto& each) { return each.verdict == Verdict::flag; };
            if (std::ranges::none_of(found, speaks) || verdict(found) == Verdict::exclude) continue;
            const Facts given = both(ada, {one.skills.front()}, 30);
            const Situation situation(given, index());
            const ChildState& child = situation.children.front();
            const ActivityBits& bits =
                situation.index.activities[static_cast<std::size_t>(situation.index.find(one.id))];
            const bool by_skill = std::ranges::any_of(child.flaggings, [&](const auto& each) {
                return !each.first.reminder && (each.first.skills & bits.skill_bits).any();
            });
            const auto offered = rungs_that_fit(situation, child, bits);
            const bool possible = std::ranges::any_of(offered, [&](int rung) {
                const Rung& easier = *rung_of(one, rung);
                return rung < 0 && easier.leaves_out.empty() && easier.adds.empty();
            });
            if (!by_skill || !possible) continue;
            ++eased;
            EXPECT_LT(start_of(given, one.id.c_str()).rung, 0) << code << ", " << one.id;
        }
    }
    EXPECT_GT(eased, 10);
}

TEST(SeventhB3, AFlagOfThePositionAloneForcesNoHold) {
    // After botulinum the flag speaks of walking; the goal is to put the heel down first, hands free.
    Child ada = with(of_age(66), "cast_tone", {{"kind", "botulinum"}, {"where", "leg"}});
    const Facts given = both(ada, {"pa.align_gait"}, 45);
    const Situation situation(given, index());
    for (const ActivityBits& bits : situation.index.activities) {
        if (bits.activity->position != "WK" || !bits.upright_free) continue;
        const auto marks = effective_attributes(*bits.activity, library(), {});
        const bool topples = std::ranges::any_of(marks, [](const std::string& mark) {
            return std::string_view(" IMP SLS HGT SPN EXT RUN ECC WBA ").find(" " + mark + " ") != std::string::npos;
        });
        if (topples) continue;
        EXPECT_EQ(grades(situation, situation.index.find(bits.activity->id)).front().why.find("more support"),
                  std::string::npos)
            << bits.activity->id;
    }
}

TEST(SeventhB4, AReminderTakesNoExerciseAway) {
    const Child ada = with(of_age(132), "spine", {{"kind", "brace only"}});
    const Facts given = both(ada, {"se.core"}, 45);
    for (const char* id : {"SE13", "SE14", "SE17"}) {
        EXPECT_NE(start_of(given, id).why.find("Ada"), std::string::npos);
        EXPECT_EQ(start_of(given, id).why.find("precaution"), std::string::npos) << id;
    }
    for (const Precaution& one : library().precautions())
        for (const PrecautionRule& rule : one.rules)
            EXPECT_FALSE(rule.reminder && rule.verdict == Verdict::exclude) << one.code;
}

TEST(SeventhB4, AReminderIsToldAndCountsForNoFlag) {
    const Child ada = with(of_age(60), "cochlear");
    const Facts given = both(ada, {"sc.dress"}, 30);
    const Situation situation(given, index());
    const ActivityBits& dressing = situation.index.activities[static_cast<std::size_t>(situation.index.find("DR20"))];
    EXPECT_FALSE(is_flagged(situation, dressing));
    EXPECT_FALSE(precaution_flags(situation, dressing, false).empty());
}

// ------------------------------------------------------------------ B5: what is written down is what the goal says

TEST(SeventhB5, WhatIsWrittenUnderAGoalIsOfTheGoalsOwnSkill) {
    // Works on circles, the goal is a cross: circles that close are no crosses.
    const Child ada = knows(of_age(50), "vm.pw", "vm.pw3_circle");
    Facts given = both(ada, {"vm.pw4_cross"}, 40);
    const Plan made = plan(given, index());
    ASSERT_FALSE(made.blocks.empty());
    int written = 0;
    RandomSessions sessions(library(), 75);
    const auto look = [&](const Facts& facts, const Plan& found) {
        for (const PlanBlock& block : found.blocks)
            for (const ServedGoal& served : block.goals) {
                if (served.what.empty()) continue;
                ++written;
                for (const Participant& one : facts.participants)
                    for (const GoalFacts& goal : one.goals) {
                        if (goal.goal != served.goal || one.child->id != served.child) continue;
                        const Skill* main = library().skill(block.activity->skills.front());
                        ASSERT_NE(main, nullptr);
                        EXPECT_TRUE(main->id == goal.skill || main->parent == goal.skill)
                            << block.activity->id << " for " << goal.skill << ": " << served.what;
                    }
            }
    };
    look(given, made);
    for (int i = 0; i < 300; ++i) {
        const Facts facts = sessions.next({i % 3 + 1, 45, false, true});
        look(facts, plan(facts, index()));
    }
    EXPECT_GT(written, 50);
}

// ------------------------------------------------------------------ B7, B8, pairs: what is practice of a goal

TEST(SeventhB7, AStepThatIsDoneIsNoPracticeOfTheNext) {
    int behind = 0, ahead = 0;
    for (const Skill& step : library().skills()) {
        if (step.kind == "sequence" || step.parent.empty() || step.step_no < 3 || step.parent == "gm.ball") continue;
        const Child ada = knows(of_age(96), step.parent, step.id);
        const Facts given = both(ada, {step.id}, 30);
        for (const Activity& one : library().activities()) {
            const Skill* main = library().skill(one.skills.front());
            if (main == nullptr || main->parent != step.parent) continue;
            // Of other skills of it nothing is said here.
            if (std::ranges::any_of(one.skills, [&](const auto& id) {
                    const Skill* other = library().skill(id);
                    return id != main->id && other != nullptr && (other->parent == step.parent || id == step.parent);
                }))
                continue;
            const int fit = fit_of(given, one.id.c_str());
            if (main->step_no == step.step_no - 1) {
                ++behind;
                EXPECT_LE(fit, weights::fit_prerequisite) << one.id;
            }
            if (main->step_no == step.step_no + 1 && fit >= weights::fit_near) ++ahead;
        }
    }
    EXPECT_GT(behind, 5);
    EXPECT_GT(ahead, 5);
}

TEST(SeventhB8, WhatAChildWhoWalksDidLongAgoPreparesNothing) {
    Child ada = of_age(60);
    ada.moves_by = MovesBy::walks;
    const Facts given = both(ada, {"gm.ball6_kick"}, 30);
    for (const Activity& one : library().activities())
        if (one.skills == std::vector<std::string>{"gm.sit"}) {
            EXPECT_LT(fit_of(given, one.id.c_str()), weights::fit_prerequisite) << one.id;
        }
    // What is not recorded of a child who does not walk still prepares.
    const Situation walks(given, index());
    EXPECT_TRUE(walks.children.front().behind.test(static_cast<std::size_t>(walks.index.skills.of("gm.walk"))));
    Child ben = of_age(30);
    const Facts other = both(ben, {"gm.ball6_kick"}, 30);
    const Situation unasked(other, index());
    EXPECT_FALSE(unasked.children.front().behind.test(static_cast<std::size_t>(unasked.index.skills.of("gm.walk"))));
}

TEST(SeventhPairs, WhatIsPracticedByTheWayPreparesForNoGoal) {
    // Counters in the palm at a board game are no groundwork for laces; folding and cutting is none for a sandwich.
    const Child ada = of_age(90);
    for (const Activity& one : library().activities()) {
        if (one.title == "Board-game club") {
            EXPECT_LT(fit_of(both(ada, {"fm.tie"}, 30), one.id.c_str()), weights::fit_prerequisite);
        }
        if (one.title == "Fold-and-cut surprises") {
            EXPECT_LT(fit_of(both(ada, {"sc.knife"}, 30), one.id.c_str()), weights::fit_prerequisite);
        }
    }
}

// ------------------------------------------------------------------ A14, B13, B14, B16

TEST(SeventhA14, WhoTiresOrHurtsHasAtMostTwoBlocksForTheLegs) {
    int most = 0;
    for (const bool tired : {true, false})
        for (const int age : {60, 72, 96, 130}) {
            Child ada = of_age(age);
            if (!tired) ada = with(ada, "today", {{"pain", "yes"}});
            Facts given = both(ada, {"se.legs", "ms.stairs_up", "gm.jump_forward"}, 60);
            if (tired) given.participants.front().mood = DayMood::tired;
            const Plan made = plan(given, index());
            const auto legs = std::ranges::count_if(made.blocks, [](const PlanBlock& block) {
                return std::ranges::count(block.activity->skills, "se.legs") > 0;
            });
            EXPECT_LE(legs, weights::most_legs_tired) << age;
            most = std::max(most, static_cast<int>(legs));
        }
    EXPECT_GT(most, 0);
}

TEST(SeventhB13, AChildOfAGroupForWhomNothingWorksIsNamed) {
    const Child ada = of_age(96);
    Child ben = of_age(96);
    ben.id = ChildId{2};
    ben.first_name = "Ben";
    Facts given = both(ada, {"fm.cut4_line"}, 30);
    Participant other;
    other.child = &ben;
    other.goals.push_back(goal("ms.wheelchair", 9, Discipline::pt));
    given.participants.push_back(other);
    const Plan made = plan(given, index());
    const auto names = [&](const std::string& who) {
        return std::ranges::any_of(made.notes, [&](const std::string& note) {
            return note.starts_with("Nothing here works on a goal of " + who);
        });
    };
    EXPECT_TRUE(names("Ben"));
    EXPECT_FALSE(names("Ada"));
}

TEST(SeventhB14, WhatADiagnosisMakesWorthAskingIsNamedFirst) {
    Child ada = of_age(40);
    ada.diagnoses.push_back({{}, "Trisomy 21", "Q90.9"});
    PrecautionAsking once;
    once.none = {"seizure"};
    ada.askings.push_back(once);
    const auto proposed = proposed_precautions(ada, library());
    ASSERT_FALSE(proposed.empty());
    const std::string words = say_not_asked(ada, library());
    for (std::size_t i = 0; i < std::min<std::size_t>(proposed.size(), 3); ++i)
        EXPECT_NE(words.find(proposed[i].precaution->short_label), std::string::npos) << words;
}

}  // namespace seventh
}  // namespace
}  // namespace pegboard::planning
