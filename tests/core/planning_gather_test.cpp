// From an open caseload to the planner's facts and back: who is there, what presses, what is at hand, what stays.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/rules/plan_rules.h"
#include "tests/core/planning_gather_fixture.h"

namespace pegboard::planning {
namespace {

TEST_F(Gather, BringsTheChildrenWhoAreThereWithTheirGoals) {
    Facts facts = gather(*caseload, library(), session);
    ASSERT_EQ(facts.participants.size(), 2U);
    EXPECT_EQ(facts.participants[0].child->first_name, "Ana");
    EXPECT_EQ(facts.participants[0].mood, DayMood::tired);
    EXPECT_TRUE(facts.participants[0].excluded.contains("BA11"));
    ASSERT_EQ(facts.participants[0].goals.size(), 1U) << "an objective on the same skill is the same work";
    const GoalFacts& goal = facts.participants[0].goals[0];
    EXPECT_EQ(goal.goal, cut.id);
    EXPECT_EQ(goal.due, step.due);
    EXPECT_EQ(goal.dose_min, 12);
    EXPECT_DOUBLE_EQ(goal.days_between_sessions, 3.5) << "consultations are no practice";
    EXPECT_FALSE(goal.last_worked_on);
    EXPECT_EQ(facts.session.adults, 2);
    session.participants[1].attendance = Attendance::absent;
    EXPECT_EQ(gather(*caseload, library(), session).participants.size(), 1U);
}

TEST_F(Gather, ReadsHistoryFromHeldSessions) {
    hold(20, "SX07", {cut.id}, Response::loved);
    hold(9, "SX07", {step.id}, Response::hard);
    hold(2, "SX08", {cut.id}, Response::fine, BlockState::skipped);
    const Facts facts = gather(*caseload, library(), session);
    ASSERT_EQ(facts.participants[0].history.size(), 1U);
    EXPECT_EQ(facts.participants[0].history[0], (HistoryFacts{"SX07", today - 9, Outcome::hard}));
    EXPECT_EQ(facts.participants[0].goals[0].last_worked_on, today - 9);
    session.date = today - 15;
    EXPECT_EQ(gather(*caseload, library(), session).participants[0].goals[0].last_worked_on, today - 20);
}

/// Aim line of the goals here: from 20 % two months ago to 80 % in two months, half way up today; of the objective, due
/// sooner, three quarters.
TEST_F(Gather, HowFarAGoalIsBehindComesFromWhatWasRecorded) {
    const auto of = [&](std::size_t child) {
        return gather(*caseload, library(), session).participants[child].goals.at(0);
    };
    EXPECT_DOUBLE_EQ(of(0).shortfall.value(), 0.75)
        << "nothing recorded: still at the baseline, by the objective's aim";
    EXPECT_DOUBLE_EQ(of(1).shortfall.value(), 0.5);
    EXPECT_FALSE(of(1).recorded);
    record(*caseload, hop, today - 10, 3);
    EXPECT_DOUBLE_EQ(of(1).shortfall.value(), (45 - 30) / 60.0) << "by the aim on the day of the newest value";
    EXPECT_TRUE(of(1).recorded);
    record(*caseload, cut, today, 5);
    EXPECT_DOUBLE_EQ(of(0).shortfall.value(), 0) << "data speak before an objective without any";
    record(*caseload, step, today, 5);
    EXPECT_DOUBLE_EQ(of(0).shortfall.value(), (65 - 50) / 60.0) << "the one furthest behind";
    record(*caseload, hop, today, 9);
    EXPECT_DOUBLE_EQ(of(1).shortfall.value(), 0) << "ahead of the aim is no shortfall";
}

TEST_F(Gather, WhereLessIsBetterTheShortfallTurnsWithIt) {
    Goal quick = make_goal(ben, "gm.hop1_single", Discipline::pt);
    quick.measure = "time_s";
    quick.baseline = {30, 30, 30};
    quick.target = 10;
    must(caseload->run(AddGoal{quick}));
    const auto behind = [&] { return gather(*caseload, library(), session).participants[1].goals.at(1).shortfall; };
    EXPECT_DOUBLE_EQ(behind().value(), 0.5);
    record(*caseload, quick, today - 1, 28);
    EXPECT_NEAR(behind().value(), 8 / 20.0, 0.01);
    record(*caseload, quick, today, 12);
    EXPECT_DOUBLE_EQ(behind().value(), 0);
    Goal open = quick;
    open.due.reset();
    must(caseload->run(EditGoal{open}));
    EXPECT_FALSE(behind()) << "no aim line: the planner's default";
}

TEST_F(Gather, OfTwoGoalsAlikeTheOneFurtherBehindIsNeededMore) {
    Goal other = make_goal(ben, "gm.hop2_three", Discipline::pt);
    must(caseload->run(AddGoal{other}));
    const auto needs = [&] {
        session.participants = {{.child = ben.id}};
        session.child = ben.id;
        std::map<GoalId, double> found;
        for (const Coverage& each : plan(gather(*caseload, library(), session), planning_test::index()).coverage)
            found[each.goal] = each.need;
        return found;
    };
    EXPECT_DOUBLE_EQ(needs()[hop.id], needs()[other.id]);
    record(*caseload, hop, today, 8);
    record(*caseload, other, today, 2);
    EXPECT_NEAR(needs()[other.id] - needs()[hop.id], 0.25 * 0.5, 1e-9);
}

/// Goals of a child in the facts.
std::vector<GoalId> goals_of(const Facts& facts, std::size_t child) {
    std::vector<GoalId> ids;
    for (const GoalFacts& each : facts.participants.at(child).goals) ids.push_back(each.goal);
    return ids;
}

TEST_F(Gather, AGoalTakenOutOfTheSessionEarnsNothing) {
    const Goal other = make_goal(ana, "fm.hw_letters", Discipline::ot);
    must(caseload->run(AddGoal{other}));
    session.participants = {{.child = ana.id}};
    EXPECT_EQ(goals_of(gather(*caseload, library(), session), 0), (std::vector{cut.id, other.id})) << "none chosen";
    session.goals = {cut.id};
    const Facts facts = gather(*caseload, library(), session);
    EXPECT_EQ(goals_of(facts, 0), std::vector{cut.id});
    const Plan made = plan(facts, planning_test::index());
    EXPECT_EQ(std::ranges::count(made.coverage, other.id, &Coverage::goal), 0);
    EXPECT_EQ(std::ranges::count(made.not_served, other.id, &NotServed::goal), 0);
    const Session planned = with_plan(session, facts, made);
    EXPECT_EQ(planned.goals, std::vector{cut.id});
    for (const Block& block : planned.blocks) EXPECT_EQ(std::ranges::count(block.goals, other.id), 0);
    session.goals = {other.id};
    for (const PlanBlock& block : plan(gather(*caseload, library(), session), planning_test::index()).blocks)
        EXPECT_EQ(std::ranges::count(block.goals, cut.id, &ServedGoal::goal), 0) << block.activity->title;
}

TEST_F(Gather, AChildForWhomNothingIsChosenBringsAllGoals) {
    const Goal other = make_goal(ana, "fm.hw_letters", Discipline::ot);
    must(caseload->run(AddGoal{other}));
    session.goals = {other.id};  // of Ana; Ben came after the goals were chosen
    const Facts facts = gather(*caseload, library(), session);
    EXPECT_EQ(goals_of(facts, 0), std::vector{other.id});
    EXPECT_EQ(goals_of(facts, 1), std::vector{hop.id});
}

TEST_F(Gather, AnObjectiveChosenWithoutItsGoalStandsForItself) {
    hold(9, "SX07", {cut.id}, Response::fine);
    session.goals = {step.id};
    const Facts facts = gather(*caseload, library(), session);
    ASSERT_EQ(goals_of(facts, 0), std::vector{step.id});
    EXPECT_EQ(facts.participants[0].goals[0].last_worked_on, today - 9) << "the same work";
    session.goals = {step.id, cut.id};
    EXPECT_EQ(goals_of(gather(*caseload, library(), session), 0), std::vector{cut.id});
}

TEST_F(Gather, AnObjectiveChosenWithItsGoalIsServedWithIt) {
    session.goals = {step.id, cut.id};
    session.participants = {{.child = ana.id}};
    session.work_place = {};
    session.bag = {};
    const Facts facts = gather(*caseload, library(), session);
    EXPECT_EQ(facts.participants[0].goals[0].also, std::vector{step.id});
    const Session planned = with_plan(session, facts, plan(facts, planning_test::index()));
    EXPECT_GT(minutes_for(planned, cut.id), 0);
    EXPECT_EQ(minutes_for(planned, step.id), minutes_for(planned, cut.id));
    session.goals.clear();  // nobody asked for the objective: it is no work of its own
    EXPECT_TRUE(gather(*caseload, library(), session).participants[0].goals[0].also.empty());
}

TEST_F(Gather, ABlockAddedByHandCanServeWhatThePlannerWouldWeigh) {
    const auto weighed = [&] {
        std::vector<GoalId> ids;
        for (const Goal* goal : goals_weighed(*caseload, session)) ids.push_back(goal->id);
        return ids;
    };
    EXPECT_EQ(weighed(), (std::vector{cut.id, hop.id}))
        << "nothing chosen: all active ones, the objective within its goal";
    session.goals = {step.id, cut.id};
    EXPECT_EQ(weighed(), (std::vector{cut.id, step.id, hop.id})) << "chosen by name";
    session.participants[0].attendance = Attendance::absent;
    EXPECT_EQ(weighed(), std::vector{hop.id}) << "Ana is not here";
    const auto goals = goals_weighed(*caseload, session);
    EXPECT_EQ(with_goals(session, goals).goals, (std::vector{step.id, cut.id, hop.id}));
}

TEST_F(Gather, AGoalThatIsNotActiveIsNoChoice) {
    Goal later = make_goal(ana, "fm.hw_letters", Discipline::ot);
    later.status = GoalStatus::draft;
    must(caseload->run(AddGoal{later}));
    session.goals = {later.id};
    EXPECT_EQ(goals_of(gather(*caseload, library(), session), 0), std::vector{cut.id});
}

TEST_F(Gather, PlannedAgainTheSameGoalsAreWeighed) {
    for (const char* skill : {"fm.hw_letters", "fm.cut6_circle", "sc.fork"})
        must(caseload->run(AddGoal{make_goal(ana, skill, Discipline::ot)}));
    session.length_min = 10;  // too short for all of them
    const Facts facts = gather(*caseload, library(), session);
    const Plan made = plan(facts, planning_test::index());
    Session planned = with_plan(session, facts, made);
    ASSERT_TRUE(std::ranges::any_of(made.coverage, [](const Coverage& each) { return each.minutes == 0; }));
    planned.length_min = 60;
    const Facts again = gather(*caseload, library(), planned);
    for (const std::size_t child : {0U, 1U}) EXPECT_EQ(goals_of(again, child), goals_of(facts, child));
}

TEST_F(Gather, KnowsWhatIsAtHand) {
    session.without = {"scissors"};
    Facts facts = gather(*caseload, library(), session);
    EXPECT_EQ(facts.place.name, "Gym");
    EXPECT_TRUE(facts.place.here.contains("mat"));
    EXPECT_TRUE(facts.place.in_bag.contains("balloon"));
    EXPECT_FALSE(facts.place.in_bag.contains("scissors"));
    EXPECT_TRUE(facts.place.inventory.latex_free.contains("balloon"));
    EXPECT_FALSE(facts.place.inventory.latex_free.contains("ball_foam")) << "one of the two is not marked";
    EXPECT_EQ(facts.place.spaces, (std::set<std::string, std::less<>>{"hall", "wall"}));
    session.work_place = {};
    session.bag = {};
    session.space = "room";
    facts = gather(*caseload, library(), session);
    EXPECT_TRUE(facts.place.in_bag.contains("balloon")) << "nothing is known, so all can be brought";
    EXPECT_FALSE(facts.place.in_bag.contains("stairs"));
    EXPECT_TRUE(facts.place.spaces.contains("table"));
}

TEST_F(Gather, LooksAtTheRestOfTheDay) {
    Session other = session;
    other.id = mint<SessionId>();
    other.start_min = 14 * 60;
    Block block;
    block.activity = "SX07";
    block.title = "Cutting";
    other.blocks = {block};
    must(caseload->run(AddSession{other}));
    EXPECT_TRUE(gather(*caseload, library(), session).session.coming_along.contains("scissors"));
}

TEST_F(Gather, SettingsOfThePracticeAreTheSliders) {
    Practice practice = caseload->practice();
    practice.plan_variety = 2;
    practice.plan_fun = -2;
    practice.plan_few_materials = 1;
    practice.transition_min = 3;
    must(caseload->run(EditPractice{practice}));
    const Facts facts = gather(*caseload, library(), session);
    EXPECT_EQ(facts.session.sliders, (Sliders{200, 0, 150}));
    EXPECT_EQ(facts.session.transition_min, 3);
}

TEST_F(Gather, APlanBecomesBlocksAndWhatStaysIsUntouched) {
    Block pinned;
    pinned.id = mint<BlockId>();
    pinned.arc = Arc::main;
    pinned.activity = "HJ03";
    pinned.title = "My own words";
    pinned.minutes = 7;
    pinned.pinned = true;
    pinned.note = "left foot";
    Block loose = pinned;
    loose.id = mint<BlockId>();
    loose.pinned = false;
    session.length_min = 45;
    session.blocks = {pinned, loose};
    const Facts facts = gather(*caseload, library(), session);
    ASSERT_EQ(facts.hand.pins.size(), 1U);
    const Plan made = plan(facts, planning_test::index());
    const Session planned = with_plan(session, facts, made);
    ASSERT_EQ(planned.blocks.size(), made.blocks.size());
    EXPECT_EQ(std::ranges::count(planned.blocks, pinned), 1);
    EXPECT_EQ(std::ranges::count(planned.blocks, loose), 0);
    for (const Block& block : planned.blocks) {
        if (block.pinned) continue;
        EXPECT_TRUE(block.suggested);
        EXPECT_FALSE(block.why.empty());
        EXPECT_TRUE(block.lead);
        for (const GoalId goal : block.goals) EXPECT_EQ(std::ranges::count(planned.goals, goal), 1);
    }
    must(caseload->run(AddSession{planned}));
    EXPECT_EQ(caseload->session(session.id)->blocks.size(), made.blocks.size());
}

TEST_F(Gather, AWalkerComesOnlyWithTheChildWhoUsesIt) {
    EXPECT_FALSE(gather(*caseload, library(), session).place.in_bag.contains("own_device"));
    EXPECT_FALSE(gather(*caseload, library(), session).place.here.contains("own_device"));
    Session alone = session;
    alone.participants.clear();
    Child child = *caseload->child(session.child);
    child.equipment = {"posterior walker", "high chair at lunch"};
    must(caseload->run(EditChild{child}));
    EXPECT_FALSE(gather(*caseload, library(), alone).place.here.contains("own_device")) << "words are no device";
    child.devices = {{{}, DeviceKind::walker, Side::none, "posterior"}};
    must(caseload->run(EditChild{child}));
    EXPECT_TRUE(gather(*caseload, library(), alone).place.here.contains("own_device"));
    child.devices.clear();
    child.moves_by = MovesBy::wheels;
    must(caseload->run(EditChild{child}));
    EXPECT_TRUE(gather(*caseload, library(), alone).place.here.contains("own_device")) << "the own chair";
}

TEST_F(Gather, ANeckThatADiagnosisPutsInQuestionIsHeldBackUntilAnswered) {
    Child child = *caseload->child(ana.id);
    child.diagnoses = {{{}, "Down syndrome", {}}};
    must(caseload->run(EditChild{child}));
    const auto curls = [&] {
        const Facts facts = gather(*caseload, library(), session);
        const auto why = ruled_out(facts, planning_test::index(), *library().activity("SE02"));
        return std::ranges::any_of(why, [](const RuledOut& one) { return one.subject == "aai"; });
    };
    EXPECT_TRUE(curls()) << "curling the neck";
    EXPECT_TRUE(caseload->child(ana.id)->precautions.empty()) << "nothing is recorded that nobody said";
    child = *caseload->child(ana.id);
    child.askings = {{{}, today, {}, "mother", {"aai"}}};
    must(caseload->run(EditChild{child}));
    EXPECT_FALSE(curls()) << "asked, and there is none";
}

TEST_F(Gather, ThePracticeSaysUntilWhenAgesAreCorrected) {
    Practice practice = caseload->practice();
    practice.corrected_until_months = 30;
    EXPECT_FALSE(caseload->run(EditPractice{practice}).ok()) << "24 or 36";
    practice.corrected_until_months = 36;
    must(caseload->run(EditPractice{practice}));
    Child child = *caseload->child(ana.id);
    EXPECT_EQ(child.corrected_until_months, 36);
    child.school = "Oakfield";
    must(caseload->run(EditChild{child}));
    EXPECT_EQ(caseload->child(ana.id)->corrected_until_months, 36) << "read again with the setting";
    for (const Participant& each : gather(*caseload, library(), session).participants)
        EXPECT_EQ(each.child->corrected_until_months, 36);
    caseload.reset();
    caseload = test::reopen(folder);
    EXPECT_EQ(caseload->child(ana.id)->corrected_until_months, 36);
    must(caseload->undo());
    must(caseload->undo());
    EXPECT_EQ(caseload->child(ana.id)->corrected_until_months, 24);
}

TEST_F(Gather, FavouritesAreThoseMarkedOnTheActivitiesScreen) {
    must(caseload->run(SetFavourite{"BA05", "Ball", true}));
    must(caseload->run(SetFavourite{"HJ03", "Hop", true}));
    EXPECT_EQ(gather(*caseload, library(), session).hand.favourites,
              (std::set<std::string, std::less<>>{"BA05", "HJ03"}));
}

TEST_F(Gather, FactsOutliveTheCaseload) {
    const Facts facts = gather(*caseload, library(), session);
    caseload.reset();
    EXPECT_EQ(facts.participants[1].child->first_name, "Ben");
    EXPECT_FALSE(plan(facts, planning_test::index()).coverage.empty());
}

}  // namespace
}  // namespace pegboard::planning
