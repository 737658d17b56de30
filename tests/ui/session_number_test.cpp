// A number that is measured in a session: there is none until one is set, and a key does the same all through it.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/rules/live.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

const std::string walk = "Walks to the door";

Caseload& caseload_of(UiDriver& ui) { return stage_of_app(ui).caseload(); }

std::vector<DataPoint> recorded(UiDriver& ui) {
    return *caseload_of(ui).points(running_session(caseload_of(ui).sessions())->id).value();
}

/// A session of Mateo's with one goal: 3 m, 95 cm at the start.
std::unique_ptr<UiDriver> with_a_walk() {
    auto ui = drive_app({.throwaway = true});
    Caseload& caseload = caseload_of(*ui);
    const auto like = std::ranges::find(caseload.goals(), "distance_cm", &Goal::measure);
    Goal goal = *like;
    goal.id = mint<GoalId>();
    goal.child = std::ranges::find(caseload.children(), "Mateo", &Child::first_name)->id;
    goal.title = walk;
    goal.parent = {};
    goal.term = GoalTerm::long_term;
    goal.baseline = {95};
    goal.baseline_reason = "seen once";
    goal.target = 300;
    goal.unit = "";
    goal.status = GoalStatus::active;
    goal.closed_on.reset();
    Session session;
    session.id = mint<SessionId>();
    session.child = goal.child;
    session.participants = {Participant{.child = goal.child}};
    session.goals = {goal.id};
    session.lead = goal.discipline == Discipline::ot ? Lead::ot : Lead::pt;
    session.date = stage_of_app(*ui).app().ui().clock.today;
    session.start_min = 18 * 60;
    session.therapist = caseload.practice().me;
    for (const Status& done :
         {caseload.run(AddGoal{goal}), caseload.run(AddSession{session}), caseload.run(StartSession{session.id})})
        if (!done.ok()) throw std::runtime_error(done.error().message);
    ui->frame();
    ui->click("Back to the session");
    ui->in(walk).click("Choose goal: " + walk);
    return ui;
}

TEST(NumberOfASession, IsNoneUntilItIsSet) {
    const auto ui = with_a_walk();
    ui->in(walk).see("Not set");
    ui->press(ImGuiKey_5);
    EXPECT_TRUE(recorded(*ui).empty()) << "one press records nothing that nobody measured";
    ui->in(walk).click("+10 cm");
    ui->in(walk).click("Record");
    ASSERT_EQ(recorded(*ui).size(), 1U);
    EXPECT_EQ(recorded(*ui)[0].value, 105);
    ui->press(ImGuiKey_5);
    EXPECT_EQ(recorded(*ui).size(), 1U) << "nor is the last value recorded again";
}

TEST(NumberOfASession, MovesByTheSameStepAllThroughASession) {
    const auto ui = with_a_walk();
    for (int i = 0; i < 4; ++i) ui->press(ImGuiKey_3);
    ui->in(walk).see("+10 cm");
    ui->press(ImGuiKey_5);
    ASSERT_EQ(recorded(*ui).size(), 1U);
    EXPECT_EQ(recorded(*ui)[0].value, 135);
}

}  // namespace
}  // namespace pegboard::test
