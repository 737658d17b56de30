// The plan as a therapist gets it: blocks in order with reasons, what is fixed stays, what is missing is named.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/core/planning_fixture.h"

namespace pegboard::planning {
namespace {

using namespace planning_test;

int count_words(const std::string& text) {
    std::istringstream stream(text);
    int count = 0;
    for (std::string word; stream >> word;) ++count;
    return count;
}

Child mateo() {
    Child made = child("Mateo", 5);
    made.present_steps = {{{}, "fm.cut", "fm.cut4_line"}, {{}, "gm.hop", "gm.hop2_three"}};
    made.interests = {"trains"};
    return made;
}

TEST(Plan, ServesTheGoalsWithinTheMinutes) {
    const Child who = mateo();
    const Facts given = facts(who, {goal("fm.cut4_line", 1), goal("fm.hw_letters", 2)});
    const Plan made = plan(given, index());
    ASSERT_FALSE(made.blocks.empty());
    EXPECT_EQ(made.children_served, 1);
    EXPECT_TRUE(made.not_served.empty());
    EXPECT_GE(made.minutes_left, 0);
    EXPECT_TRUE(std::ranges::is_sorted(made.blocks, {}, &PlanBlock::arc));
    EXPECT_TRUE(std::ranges::count(made.blocks, Arc::main, &PlanBlock::arc) >= 1);
    for (const Coverage& goal : made.coverage) EXPECT_GT(goal.served_min, 0);
    EXPECT_FALSE(made.materials.empty());
}

TEST(Plan, EveryReasonIsShort) {
    const Child who = mateo();
    Facts given = facts(who, {goal("fm.cut4_line", 1), goal("gm.hop2_three", 2, Discipline::pt)}, 45);
    given.session.lead = Lead::both;
    for (const PlanBlock& block : plan(given, index()).blocks) {
        EXPECT_FALSE(block.reasons.empty()) << block.activity->title;
        for (const auto& reason : block.reasons) EXPECT_LT(count_words(reason), 24) << reason;
        for (const Record& record : block.records) EXPECT_FALSE(record.what.empty());
        ASSERT_EQ(block.grades.size(), 1U);
        EXPECT_FALSE(block.grades[0].why.empty());
    }
}

TEST(Plan, SameFactsSamePlan) {
    const Child who = mateo();
    const Facts given = facts(who, {goal("fm.cut4_line", 1), goal("fm.hw_letters", 2)}, 45);
    const Plan one = plan(given, index()), other = plan(given, index());
    ASSERT_EQ(one.blocks.size(), other.blocks.size());
    for (std::size_t i = 0; i < one.blocks.size(); ++i) {
        EXPECT_EQ(one.blocks[i].activity, other.blocks[i].activity);
        EXPECT_EQ(one.blocks[i].minutes, other.blocks[i].minutes);
    }
    EXPECT_EQ(one.score, other.score);
}

TEST(Plan, PinsStayWithTheirMinutesAndOrder) {
    const Child who = mateo();
    Facts given = facts(who, {goal("fm.cut4_line", 1)}, 45);
    given.hand.pins = {{"BA05", Arc::main, 7, {}}, {"HJ03", Arc::main, 4, "Mum asked"}};
    const Plan made = plan(given, index());
    std::vector<std::string> pinned;
    for (const PlanBlock& block : made.blocks)
        if (block.pinned) pinned.push_back(block.activity->id + " " + std::to_string(block.minutes));
    EXPECT_EQ(pinned, (std::vector<std::string>{"BA05 7", "HJ03 4"}));
}

TEST(Plan, NamesWhatStandsInTheWay) {
    const Child who = mateo();
    Facts given = facts(who, {goal("fm.cut4_line", 1)});
    given.place.in_bag.erase("scissors");
    const Plan made = plan(given, index());
    const auto* activity = library().activity("SX08");
    const auto why = ruled_out(given, index(), *activity);
    ASSERT_EQ(why.size(), 1U);
    EXPECT_EQ(why[0].rule, Rule::item);
    EXPECT_EQ(why[0].subject, "scissors");
    for (const PlanBlock& block : made.blocks)
        EXPECT_TRUE(std::ranges::none_of(block.activity->items,
                                         [](const auto& i) { return i.item == "scissors" && !i.optional; }));
}

TEST(Plan, SaysWhenAllGoalsOfAChildBelongToTheOtherDiscipline) {
    const Child who = mateo();
    Facts given = facts(who, {goal("gm.hop2_three", 1, Discipline::pt)});
    given.session.lead = Lead::ot;
    const std::string words =
        "Mateo has only PT goals here, and the plan works on those of who leads, OT. Co-treat plans both.";
    const auto says = [&](const planning::Plan& made) { return std::ranges::count(made.notes, words); };
    EXPECT_EQ(says(plan(given, index())), 1);
    given.session.lead = Lead::both;
    EXPECT_EQ(says(plan(given, index())), 0);
    EXPECT_EQ(plan(given, index()).coverage.size(), 1U);
}

TEST(Plan, OffersAlternativesWithWhatTheyLose) {
    const Child who = mateo();
    Facts given = facts(who, {goal("fm.cut4_line", 1), goal("fm.hw_letters", 2)}, 30);
    given.place.spaces = {"table", "floor_small"};
    const Plan made = plan(given, index());
    ASSERT_FALSE(made.blocks.empty());
    const auto others = alternatives(given, index(), made, 0);
    ASSERT_GE(others.size(), 5U);
    for (std::size_t i = 1; i < 5; ++i) EXPECT_LE(others[i - 1].lost, others[i].lost);
    for (const auto& other : others) EXPECT_FALSE(other.words.empty()) << other.activity->title;
}

}  // namespace
}  // namespace pegboard::planning
