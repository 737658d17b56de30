// What the tests of gathered facts share: an invented caseload with two children, a place, a bag and a session to plan.
#pragma once
#include <gtest/gtest.h>

#include <memory>

#include "core/planning/input/gather.h"
#include "tests/core/planning_fixture.h"
#include "tests/core/support.h"

namespace pegboard::planning {

using planning_test::library;
using test::must;

/// Two invented children, a place, a bag, and three sessions held before the one to plan.
struct Gather : testing::Test {
    test::TempFolder folder;
    std::unique_ptr<Caseload> caseload = test::make_caseload(folder);
    Date today = test::sample_today();
    Child ana, ben;
    Goal cut, step, hop;
    WorkPlace gym;
    Bag bag;
    Session session;

    static Child make_child(const char* name) {
        Child child;
        child.id = mint<ChildId>();
        child.first_name = name;
        child.date_of_birth = *make_date(2020, 5, 4);
        return child;
    }
    Goal make_goal(const Child& child, const char* skill, Discipline discipline) const {
        Goal goal;
        goal.id = mint<GoalId>();
        goal.child = child.id;
        goal.title = skill;
        goal.skill = skill;
        goal.discipline = discipline;
        goal.baseline = {20, 20, 40};
        goal.measure = "trials";
        goal.target = 80;
        goal.status = GoalStatus::active;
        goal.start = today - 60;
        goal.due = today + 60;
        return goal;
    }
    void hold(int days_ago, const char* activity, const std::vector<GoalId>& goals, Response response,
              BlockState state = BlockState::done) {
        Session held = session;
        held.id = mint<SessionId>();
        held.date = today - days_ago;
        held.status = SessionStatus::held;
        held.held_min = 30;
        Block block;
        block.activity = activity;
        block.title = activity;
        block.goals = goals;
        block.state = state;
        block.children = {{{}, ana.id, 0, response}};
        held.blocks = {block};
        must(caseload->run(AddSession{held}));
    }
    void SetUp() override {
        ana = make_child("Ana");
        ana.services = {{{}, Discipline::ot, ServiceMode::individual, 30, 2, ServicePer::week, {}, {}},
                        {{}, Discipline::ot, ServiceMode::consult, 30, 5, ServicePer::week, {}, {}}};
        ana.avoids = {"BA11"};
        ben = make_child("Ben");
        must(caseload->run(AddChild{ana}));
        must(caseload->run(AddChild{ben}));
        cut = make_goal(ana, "fm.cut4_line", Discipline::ot);
        cut.dose_min = 12;
        step = cut;
        step.id = mint<GoalId>();
        step.parent = cut.id;
        step.term = GoalTerm::short_term;
        step.due = today + 20;
        hop = make_goal(ben, "gm.hop2_three", Discipline::pt);
        for (const Goal& goal : {cut, step, hop}) must(caseload->run(AddGoal{goal}));
        gym.id = mint<PlaceId>();
        gym.name = "Gym";
        gym.spaces = {"hall", "wall"};
        gym.items = {{{}, "mat", false, false, false}, {{}, "ball_foam", true, false, false}};
        bag.id = mint<BagId>();
        bag.name = "Blue bag";
        bag.items = {{{}, "scissors", false, false, false},
                     {{}, "ball_foam", false, false, false},
                     {{}, "balloon", true, false, false}};
        must(caseload->run(AddPlace{gym}));
        must(caseload->run(AddBag{bag}));
        session.id = mint<SessionId>();
        session.child = ana.id;
        session.date = today;
        session.participants = {{.child = ana.id, .energy = Energy::tired}, {.child = ben.id}};
        session.lead = Lead::both;
        session.work_place = gym.id;
        session.bag = bag.id;
    }
};

/// A value of the goal, out of ten tries where it counts tries.
inline void record(Caseload& caseload, const Goal& goal, Date date, double value) {
    DataPoint point = test::sample_point(goal.id, date, value);
    point.prompt = 0;  // by the child alone
    if (goal.measure == "trials") point.n = 10;
    must(caseload.run(RecordPoint{point}));
}

}  // namespace pegboard::planning
