// The arithmetic of a session plan: fit, order, minutes, coverage and the therapist's edits.
#include "core/rules/plan_rules.h"
#include "tests/core/library_at_hand.h"

#include <gtest/gtest.h>

namespace pegboard {
namespace {

Goal goal(std::string skill, std::int64_t id = 1) {
    Goal made;
    made.id = GoalId{id};
    made.skill = std::move(skill);
    return made;
}

Activity activity(std::vector<std::string> skills, std::vector<Arc> arcs = {Arc::main}) {
    Activity made;
    made.id = "T01";
    made.title = "Try";
    made.skills = std::move(skills);
    made.arcs = std::move(arcs);
    made.minutes = 10;
    made.minutes_min = 4;
    return made;
}

Block block(Arc arc, int minutes, std::string title = {}) {
    Block made;
    made.id = mint<BlockId>();
    made.arc = arc;
    made.minutes = minutes;
    made.title = std::move(title);
    return made;
}

std::string order(const Session& session) {
    std::string titles;
    for (const Block& each : session.blocks) titles += each.title;
    return titles;
}

Session abc() {
    Session session;
    session.blocks = {block(Arc::opener, 5, "a"), block(Arc::main, 10, "b"), block(Arc::closer, 5, "c")};
    return session;
}

struct FitCase {
    std::string name;
    std::vector<std::string> skills;
    std::string wanted;
    int pegs;
    std::string words;
};
class FitTest : public testing::TestWithParam<FitCase> {};

TEST_P(FitTest, FollowsTheSkill) {
    const FitCase& c = GetParam();
    const Fit got = fit(activity(c.skills), goal(c.wanted), library());
    EXPECT_EQ(got.pegs(), c.pegs);
    EXPECT_EQ(fit_words(got), c.words);
    EXPECT_EQ(bool(got.goal), c.pegs > 0);
}

INSTANTIATE_TEST_SUITE_P(
    Plan, FitTest,
    testing::Values(
        FitCase{"exact_step", {"fm.cut6_circle"}, "fm.cut6_circle", 5, "Best fit"},
        FitCase{"other_step_of_the_sequence", {"fm.cut4_line"}, "fm.cut6_circle", 4, "Good fit"},
        FitCase{"goal_names_the_sequence", {"fm.cut4_line"}, "fm.cut", 4, "Good fit"},
        FitCase{"second_skill", {"fm.hand_strength", "fm.twist"}, "fm.twist", 3, "Fair fit"},
        FitCase{"second_skill_same_sequence", {"fm.hand_strength", "fm.cut1_hold"}, "fm.cut6_circle", 3, "Fair fit"},
        FitCase{"same_focus_area", {"fm.hand_strength"}, "fm.cut6_circle", 2, "Fair fit"},
        FitCase{"other_focus_area", {"gm.hop3_five"}, "fm.cut6_circle", 0, ""},
        FitCase{"no_skills", {}, "fm.cut6_circle", 0, ""},
        FitCase{"unknown_skill", {"fm.cut6_circle"}, "no.such", 0, ""}),
    [](const auto& each) { return each.param.name; });

TEST(PlanRules, BestFitTakesTheStrongestAndTheFirstOnADraw) {
    const Goal focus = goal("fm.twist", 1), exact = goal("fm.cut4_line", 2), again = goal("fm.cut4_line", 3);
    const std::vector<const Goal*> goals{&focus, &exact, &again};
    const Fit best = best_fit(activity({"fm.cut4_line"}), goals, library());
    EXPECT_EQ(best.kind, FitKind::exact);
    EXPECT_EQ(best.goal, GoalId{2});
    EXPECT_EQ(best_fit(activity({"fm.cut4_line"}), {}, library()).kind, FitKind::none);
}

TEST(PlanRules, ABlockServesOnlyGoalsItsOwnSkillsWorkOn) {
    const Goal cutting = goal("fm.cut6_circle", 1), beads = goal("fm.string", 2), hopping = goal("gm.hop3_five", 3);
    const std::vector<const Goal*> goals{&cutting, &beads, &hopping};
    EXPECT_EQ(goals_served(activity({"fm.cut4_line", "gm.hop1_single"}), goals, library()),
              (std::vector{GoalId{1}, GoalId{3}}));
}

TEST(PlanRules, ArcIsTheFirstUnlessItsOnePlaceIsTaken) {
    const Activity either = activity({"fm.twist"}, {Arc::opener, Arc::main});
    EXPECT_EQ(arc_for(either, {}), Arc::opener);
    EXPECT_EQ(arc_for(either, {block(Arc::opener, 5)}), Arc::main);
    EXPECT_EQ(arc_for(activity({"fm.twist"}, {Arc::opener}), {block(Arc::opener, 5)}), Arc::opener);
    EXPECT_EQ(arc_for(activity({"fm.twist"}, {Arc::main}), {block(Arc::main, 5)}), Arc::main);
    EXPECT_EQ(arc_for(activity({"fm.twist"}, {}), {}), Arc::main);
}

TEST(PlanRules, NewBlocksStandWhereTheirPartOfTheSessionIs) {
    const std::vector<Block> day = abc().blocks;
    EXPECT_EQ(insert_at(day, Arc::opener), 1U);
    EXPECT_EQ(insert_at(day, Arc::main), 2U);
    EXPECT_EQ(insert_at(day, Arc::function), 2U);
    EXPECT_EQ(insert_at(day, Arc::closer), 3U);
    EXPECT_EQ(insert_at({}, Arc::closer), 0U);
    // A therapist's own order is kept: an everyday block at the start does not push focus blocks up.
    const std::vector<Block> own{block(Arc::function, 5), block(Arc::main, 5), block(Arc::closer, 5)};
    EXPECT_EQ(insert_at(own, Arc::main), 2U);
}

TEST(PlanRules, NewBlocksUseWhatIsLeftDownToTheirShortestBout) {
    const Activity ten = activity({"fm.twist"});
    EXPECT_EQ(minutes_to_add(ten, 30), 10);
    EXPECT_EQ(minutes_to_add(ten, 7), 7);
    EXPECT_EQ(minutes_to_add(ten, 2), 4);
    EXPECT_EQ(minutes_to_add(ten, -5), 4);
    Activity bare;
    EXPECT_EQ(minutes_to_add(bare, 30), 1);
}

TEST(PlanRules, MakeBlockCarriesTitleMinutesAndGoals) {
    Session session;
    session.length_min = 8;
    const Goal cutting = goal("fm.cut4_line", 7);
    const std::vector<const Goal*> goals{&cutting};
    const Block made = make_block(activity({"fm.cut4_line"}), session, goals, library());
    EXPECT_TRUE(made.id);
    EXPECT_EQ(made.title, "Try");
    EXPECT_EQ(made.minutes, 8);
    EXPECT_EQ(made.goals, std::vector{GoalId{7}});
    EXPECT_TRUE(made.override_reason.empty());
}

TEST(PlanRules, BlocksFollowOneAnotherFromTheStart) {
    Session session = abc();
    session.start_min = 600;
    session.length_min = 15;
    EXPECT_EQ(block_start(session, 0), 600);
    EXPECT_EQ(block_start(session, 2), 615);
    EXPECT_EQ(minutes_left(session), -5);
}

TEST(PlanRules, MovingKeepsEveryBlock) {
    EXPECT_EQ(order(with_block_moved(abc(), 0, 2)), "bca");
    EXPECT_EQ(order(with_block_moved(abc(), 2, 0)), "cab");
    EXPECT_EQ(order(with_block_moved(abc(), 1, 1)), "abc");
    EXPECT_EQ(order(with_block_moved(abc(), 1, 3)), "abc");
    EXPECT_EQ(order(without_block(abc(), 1)), "ac");
    EXPECT_EQ(order(without_block(abc(), 9)), "abc");
    EXPECT_EQ(order(with_block(abc(), block(Arc::main, 5, "n"))), "abnc");
}

TEST(PlanRules, MinutesStayInsideTheirLimits) {
    EXPECT_EQ(with_minutes(abc(), 0, 0).blocks[0].minutes, 1);
    EXPECT_EQ(with_minutes(abc(), 0, 12).blocks[0].minutes, 12);
    EXPECT_EQ(with_minutes(abc(), 0, 500).blocks[0].minutes, 120);
}

TEST(PlanRules, ChoosingAGoalGivesItToTheBlocksThatWorkOnIt) {
    const Activity* cutting = nullptr;
    for (const Activity& each : library().activities())
        if (each.category == "scissors" && each.skills.front() == "fm.cut4_line") cutting = &each;
    ASSERT_NE(cutting, nullptr);
    Session session = abc();
    session.blocks[1].activity = cutting->id;
    const Goal line = goal("fm.cut4_line", 5);

    session = with_goal(session, line, true, library());
    EXPECT_EQ(session.goals, std::vector{GoalId{5}});
    EXPECT_EQ(session.blocks[1].goals, std::vector{GoalId{5}});
    EXPECT_TRUE(session.blocks[0].goals.empty());
    EXPECT_EQ(covered_goals(session), std::vector{GoalId{5}});
    EXPECT_EQ(minutes_for(session, GoalId{5}), 10);
    EXPECT_EQ(with_goal(session, line, true, library()), session);

    session = with_goal(session, line, false, library());
    EXPECT_TRUE(session.goals.empty());
    EXPECT_TRUE(session.blocks[1].goals.empty());
}

TEST(PlanRules, AChipGivesAGoalToOneBlockAndTakesItBack) {
    const Session given = with_goal_on_block(abc(), 0, GoalId{4});
    EXPECT_EQ(given.goals, std::vector{GoalId{4}});
    EXPECT_EQ(given.blocks[0].goals, std::vector{GoalId{4}});
    const Session back = with_goal_on_block(given, 0, GoalId{4});
    EXPECT_TRUE(back.blocks[0].goals.empty());
    EXPECT_EQ(back.goals, std::vector{GoalId{4}});
    EXPECT_TRUE(covered_goals(back).empty());
}

TEST(PlanRules, AChildMoreOrLessTakesOnlyTheOwnGoalsAndRungsAlong) {
    Session session = abc();
    session.child = ChildId{1};
    const Session two = with_child(session, ChildId{2});
    EXPECT_EQ(two.participants.size(), 2U);
    EXPECT_EQ(with_child(two, ChildId{2}), two);
    session = two;
    session.goals = {GoalId{10}, GoalId{20}};
    session.blocks[1].goals = {GoalId{10}, GoalId{20}};
    session.blocks[1].children = {{{}, ChildId{1}, 0, {}}, {{}, ChildId{2}, -1, {}}};
    const std::vector<GoalId> own{GoalId{20}, GoalId{21}};
    const Session left = without_child(session, ChildId{2}, own);
    EXPECT_EQ(left.goals, std::vector{GoalId{10}});
    EXPECT_EQ(left.blocks[1].goals, std::vector{GoalId{10}});
    ASSERT_EQ(left.blocks[1].children.size(), 1U);
    EXPECT_EQ(left.blocks[1].children[0].child, ChildId{1});
    EXPECT_FALSE(is_for(left, ChildId{2}));
    EXPECT_EQ(without_child(session, ChildId{1}, {}), session) << "whose record keeps it stays";
}

}  // namespace
}  // namespace pegboard
