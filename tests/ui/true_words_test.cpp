// What is typed says how it is taken before it is kept, and what is kept is what the words say: school wording of a
// goal, bare numbers, dates in numbers, answers about precautions and hands, whom to call.
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "core/progress/mastery.h"
#include "core/rules/goals/goal_reading.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

Caseload& caseload_of(UiDriver& ui) { return stage_of_app(ui).caseload(); }

const Child& child_named(UiDriver& ui, std::string_view first_name) {
    const auto& children = caseload_of(ui).children();
    const auto found = std::ranges::find(children, first_name, &Child::first_name);
    if (found == children.end()) throw std::runtime_error("no such child");
    return *found;
}

void go(UiDriver& ui, const Place& place) {
    stage_of_app(ui).app().ui().nav->go(place);
    ui.wait(0.1);
}

}  // namespace

TEST(TrueWords, TheSchoolsConsistencyIsChosenKeptAndJudged) {
    const auto ui = drive_app({.throwaway = true});
    go(*ui, {.screen = Screen::goal, .child = child_named(*ui, "Mateo").id, .detail = "from:G023"});
    ui->in("Build the sentence").click("Consistency: 3 sessions in a row");
    ui->in("Build the sentence").click("in 3 of 4 sessions");
    ui->in("Build the sentence").click("With what: when, where or with what");
    ui->field("When, where or with what").type("given a loose jacket");
    for (const char* field : {"Value 1", "Value 2", "Value 3"}) ui->field(field).type("0").tab();
    ui->not_see("two ways of saying how often").click("Add goal").see("Goal added");
    const auto& goals = caseload_of(*ui).goals();
    const auto added = std::ranges::find(goals, "G023", &Goal::bank_goal);
    ASSERT_NE(added, goals.end());
    EXPECT_TRUE(added->sentence.ends_with("in 4 of 5 chances, in 3 of 4 sessions.")) << added->sentence;
    EXPECT_EQ(added->sessions_in_row, 0);
    EXPECT_EQ(added->sessions_met, 3);
    EXPECT_EQ(added->sessions_of, 4);
    EXPECT_TRUE(disagreements(*added, *stage_of_app(*ui).app().ui().library).empty());
    const progress::Criterion criterion = progress::criterion_of(*added);
    EXPECT_EQ(criterion.passes, 3);
    EXPECT_EQ(criterion.passes_of, 4);
    EXPECT_EQ(criterion.in_row, 1);
}

TEST(TrueWords, ABareNumberSaysItsUnitBeforeItIsKept) {
    const auto ui = drive_app({.throwaway = true});
    const auto& goals = caseload_of(*ui).goals();
    const auto walks = std::ranges::find(goals, "distance_cm", &Goal::measure);
    ASSERT_NE(walks, goals.end());
    Goal goal = *walks;
    goal.unit = "m";
    ASSERT_TRUE(caseload_of(*ui).run(EditGoal{goal}).ok());
    go(*ui, {.screen = Screen::goal, .child = goal.child, .goal = goal.id});
    ui->click("Enter a value").field("Value in meters").type("4.20").see("Read as 4.2 m");
    ui->click("Close");
    go(*ui, {.screen = Screen::goal, .child = goal.child, .goal = goal.id, .detail = "edit"});
    ui->field("Value").retype("4.20").see("Read as 4.2 m");
}

TEST(TrueWords, ADateInNumbersSaysItsOrder) {
    const auto ui = drive_app();
    ui->click("Add session", WidgetRole::button).field("Date").retype("4/5/2027");
    ui->see("Read as Mon 5 Apr 2027 (month first)");
    ui->retype("12/25/2026").see("Read as Fri 25 Dec 2026").not_see("(month first)");
}

TEST(TrueWords, TheDialogOfASessionKeepsItsHeightWhileOneTypes) {
    const auto ui = drive_app();
    ui->click("Add session", WidgetRole::button);
    const auto foot = [&] { return ui->find("Cancel").max.y; };
    ui->wait(0.2);
    const float before = foot();
    ui->field("Date").retype("4/5/2027").see("Read as").wait(0.1);
    EXPECT_EQ(foot(), before);
    // What is wrong is read whole, so one line more may stand there; the dialog moves no further than that.
    ui->retype("31 Nov").press(ImGuiKey_Enter).see("This is not a date").wait(0.1);
    constexpr float line = 20;
    EXPECT_NEAR(foot(), before, line);
}

TEST(TrueWords, AYesIsKeptWithWhoAnsweredAndWhen) {
    const auto ui = drive_app({.throwaway = true});
    ui->open("Caseload").click("Hana Kobayashi", WidgetRole::row);
    ui->click("Details", WidgetRole::tab).click("Ask now").field("Answered by").type("her mother");
    ui->click("Yes: Shunt (VP)");
    const auto& precautions = child_named(*ui, "Hana").precautions;
    const auto shunt = std::ranges::find(precautions, "shunt", &ChildPrecaution::code);
    ASSERT_NE(shunt, precautions.end());
    EXPECT_EQ(shunt->asked_of, "her mother");
    EXPECT_EQ(shunt->asked_by, caseload_of(*ui).practice().me);
    EXPECT_EQ(shunt->asked_on, stage_of_app(*ui).app().ui().clock.today);
    ui->see("answered by: her mother; yes");
}

TEST(TrueWords, AOneSidedDiagnosisAsksHowTheHandsWork) {
    const auto ui = drive_app({.throwaway = true});
    Child child = child_named(*ui, "Hana");
    child.hands = Hands::not_asked;
    child.diagnoses.push_back({mint<RowId>(), "Right hemiplegia", "G81.91"});
    ASSERT_TRUE(caseload_of(*ui).run(EditChild{child}).ok());
    ui->open("Caseload").click("Hana Kobayashi", WidgetRole::row);
    ui->click("Details", WidgetRole::tab).see("Right hemiplegia is on record. How do the hands work?");
    ui->in("Hands not asked").click("One hand, the other helps");
    EXPECT_EQ(child_named(*ui, "Hana").hands, Hands::helper);
    ui->not_see("How do the hands work?");
}

TEST(TrueWords, WhomToCallIsThePracticesOwnNumber) {
    const auto ui = drive_app({.throwaway = true});
    ui->open("Settings").field("Emergency number").retype("112").press(ImGuiKey_Enter).wait(0.1);
    EXPECT_EQ(caseload_of(*ui).practice().emergency_number, "112");
    ui->open("Today").click("Start: Mateo García, 10:45 am").press(ImGuiKey_F9);
    ui->see("Emergency number: 112").not_see("911");
}

}  // namespace pegboard::test
