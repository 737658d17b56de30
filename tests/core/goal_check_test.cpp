// The goal linter: each aspect has a goal that passes it and one that does not, and says how to mend it.
#include "core/rules/goals/goal_check.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/rules/goals/goal_words.h"
#include "core/rules/goals/goal_writing.h"
#include "tests/core/library_at_hand.h"

namespace pegboard {
namespace {

const Date today = *make_date(2026, 9, 29);

struct Case {
    Goal goal;
    GoalCheckFacts facts;
    Child child;
};

/// A goal with nothing to mend.
Case sound() {
    Case made;
    const GoalTemplate& bank = *library().goal_template("G023");
    GoalSlots slots = usual_slots(bank, "Mateo", today);
    slots.condition = "standing at the coat pegs";
    made.goal.baseline = {20, 0, 20};
    made.goal.routine = "Going out at playtime.";
    made.goal.start = today;
    made.goal = goal_from(made.goal, bank, slots, library());
    made.facts.statement = write_goal(bank, slots);
    made.facts.today = today;
    return made;
}

std::vector<GoalFinding> check(const Case& it) { return check_goal(it.goal, it.facts, library()); }

const GoalFinding& finding(const std::vector<GoalFinding>& all, GoalAspect aspect) {
    return *std::ranges::find(all, aspect, &GoalFinding::aspect);
}

/// The aspect is to be mended and nothing else is; the words say how.
GoalFinding expect_only(const Case& it, GoalAspect aspect) {
    const auto all = check(it);
    for (const GoalFinding& each : all) EXPECT_EQ(each.good, each.aspect != aspect) << each.title << ": " << each.words;
    GoalFinding found = finding(all, aspect);
    EXPECT_GT(found.words.size(), 15U);
    EXPECT_FALSE(found.field.empty());
    return found;
}

TEST(GoalCheck, ASoundGoalHasNothingToMend) {
    const auto all = check(sound());
    EXPECT_EQ(all.size(), 8U);
    EXPECT_EQ(count_good(all), 8);
    for (const GoalFinding& each : all) EXPECT_TRUE(each.good) << each.title << ": " << each.words;
}

TEST(GoalCheck, OneBehaviourThatCanBeSeen) {
    for (const char* statement : {
             "By 3 Dec 2026, at the pegs, Mateo will understand zips in 4 of 5 tries.",
             "By 3 Dec 2026, at the pegs, Mateo will zip his jacket and will hang it up in 4 of 5 tries.",
             "By 3 Dec 2026, at the pegs, Mateo will zip his jacket as well as hop on one foot in 4 of 5 tries.",
             "By 3 Dec 2026, at the pegs, Mateo will zip his jacket in 4 of 5 tries. He hangs it up.",
             "",
         }) {
        SCOPED_TRACE(statement);
        EXPECT_FALSE(statement[0] != '\0' && goal_words::behaviour_fault(statement).empty());
        Case it = sound();
        it.facts.statement = statement;
        EXPECT_FALSE(finding(check(it), GoalAspect::behaviour).good);
    }
}

TEST(GoalCheck, ACondition) {
    Case it = sound();
    it.goal.condition.clear();
    it.facts.statement =
        "By 22 Dec 2026, Mateo will zip his jacket with no help in 4 of 5 chances, 3 sessions in a row.";
    expect_only(it, GoalAspect::condition);
    for (const char* good : {"By 3 Dec 2026, when asked, Mateo will zip his jacket in 4 of 5 tries.",
                             "By 3 Dec 2026, Mateo will zip his jacket at the pegs in 4 of 5 tries.",
                             "By 3 Dec 2026, Mateo will eat a banana with no help in 4 of 5 meals."})
        EXPECT_TRUE(goal_words::names_condition(good)) << good;
}

TEST(GoalCheck, ACriterionTheAppCanRecord) {
    Case none = sound();
    none.goal.measure.clear();
    EXPECT_EQ(expect_only(none, GoalAspect::criterion).field, "measure");
    Case ratio = sound();
    ratio.goal.successes = ratio.goal.attempts = 0;
    EXPECT_NE(expect_only(ratio, GoalAspect::criterion).words.find("4 of 5"), std::string::npos);
    Case number = sound();
    number.goal.measure = "duration_s";
    EXPECT_EQ(expect_only(number, GoalAspect::criterion).field, "target");
    Case beyond = sound();
    beyond.goal.measure = "legible_pct";
    beyond.goal.target = 120;
    expect_only(beyond, GoalAspect::criterion);
    Case once = sound();
    once.goal.sessions_in_row = 0;
    const auto mend = expect_only(once, GoalAspect::criterion).mend;
    ASSERT_TRUE(mend);
    EXPECT_EQ(mend->goal.sessions_in_row, 3);
}

TEST(GoalCheck, ABaseline) {
    Case none = sound();
    none.goal.baseline.clear();
    expect_only(none, GoalAspect::baseline);
    Case one = sound();
    one.goal.baseline = {20};
    EXPECT_EQ(expect_only(one, GoalAspect::baseline).field, "baseline_reason");
    one.goal.baseline_reason = "Seen once before the holiday.";
    EXPECT_EQ(count_good(check(one)), 8);
}

TEST(GoalCheck, WithinReach) {
    Case reached = sound();
    reached.goal.baseline = {80, 80, 100};
    expect_only(reached, GoalAspect::achievable);

    const auto steps = library().steps_of("fm.cut");
    Case far = sound();
    far.goal.term = GoalTerm::short_term;
    far.goal.skill = steps[4]->id;
    far.child.present_steps.push_back({{}, "fm.cut", steps[1]->id});
    far.facts.child = &far.child;
    const auto found = expect_only(far, GoalAspect::achievable);
    ASSERT_TRUE(found.mend);
    EXPECT_EQ(found.mend->goal.skill, steps[2]->id) << "the next step, not three ahead";
    far.goal.skill = steps[2]->id;
    EXPECT_TRUE(finding(check(far), GoalAspect::achievable).good);
    far.goal.skill = steps[1]->id;
    expect_only(far, GoalAspect::achievable);
    far.goal.skill = steps[4]->id;
    far.goal.term = GoalTerm::long_term;
    EXPECT_TRUE(finding(check(far), GoalAspect::achievable).good) << "objectives lie between";
}

TEST(GoalCheck, AReason) {
    Case it = sound();
    it.goal.routine = " ";
    const auto mend = expect_only(it, GoalAspect::relevant).mend;
    ASSERT_TRUE(mend);
    EXPECT_FALSE(mend->goal.routine.empty());
}

TEST(GoalCheck, ADayAhead) {
    Case none = sound();
    none.goal.due.reset();
    const auto mend = expect_only(none, GoalAspect::due).mend;
    ASSERT_TRUE(mend);
    none.goal = mend->goal;
    EXPECT_EQ(count_good(check(none)), 8) << "the mend mends it";
    for (const int days : {-3, 0, 5, 400}) {
        Case it = sound();
        it.goal.due = today + days;
        expect_only(it, GoalAspect::due);
    }
    Case objective = sound();
    objective.goal.term = GoalTerm::short_term;
    objective.goal.due = today + 250;
    expect_only(objective, GoalAspect::due);
}

TEST(GoalCheck, NoVagueWords) {
    Case it = sound();
    it.facts.statement =
        "By 22 Dec 2026, standing at the coat pegs, Mateo will zip his jacket appropriately with no help in 4 of 5 "
        "chances, 3 sessions in a row.";
    EXPECT_NE(expect_only(it, GoalAspect::words).words.find("appropriately"), std::string::npos);
    EXPECT_EQ(goal_words::vague_words("He will hop better and more often.").size(), 3U);
    EXPECT_TRUE(goal_words::vague_words("stays 3 minutes or more, no more than two").empty()) << "bounds are exact";
    EXPECT_TRUE(goal_words::vague_words("somersault, moreover, goodbye").empty()) << "only whole words";
}

TEST(GoalCheck, TheBanksOwnGoalsHoldTheRules) {
    int with_condition = 0;
    for (const GoalTemplate& bank : library().goal_templates()) {
        GoalSlots slots = usual_slots(bank, "Amira", today);
        const std::string statement = write_goal(bank, slots);
        SCOPED_TRACE(statement);
        EXPECT_EQ(goal_words::behaviour_fault(statement), "");
        EXPECT_TRUE(goal_words::vague_words(statement).empty());
        with_condition += goal_words::names_condition(statement) ? 1 : 0;
        Goal goal;
        goal.baseline = {1};
        goal.baseline_reason = "Once.";
        goal.routine = bank.why;
        goal = goal_from(goal, bank, slots, library());
        const auto all = check_goal(goal, {statement, nullptr, today}, library());
        EXPECT_TRUE(finding(all, GoalAspect::criterion).good) << finding(all, GoalAspect::criterion).words;
        EXPECT_TRUE(finding(all, GoalAspect::due).good);
        EXPECT_TRUE(finding(all, GoalAspect::relevant).good);
    }
    EXPECT_GE(with_condition, 60) << "the others wait for the therapist to say when, where or with what";
}

}  // namespace
}  // namespace pegboard
