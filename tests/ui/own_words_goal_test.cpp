// A goal written in the therapist's own words: the sentence fills the goal line, nothing of it is passed over, and a
// goal nobody could call reached is not added.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/parts/goal_form.h"
#include "core/rules/goals/goal_reading.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {
namespace own_words_goal {

class OwnWordsGoal : public testing::Test {
 protected:
    UiDriver& ui() { return *ui_; }
    App& app() { return stage_of_app(*ui_).app(); }
    Caseload& caseload() { return stage_of_app(*ui_).caseload(); }
    Child child_with(const std::vector<Discipline>& disciplines) {
        Child child;
        child.id = mint<ChildId>();
        child.first_name = "Ofelia";
        child.date_of_birth = *make_date(2020, 4, 2);
        for (const Discipline each : disciplines) {
            Service service;
            service.id = mint<RowId>();
            service.discipline = each;
            child.services.push_back(service);
        }
        EXPECT_TRUE(caseload().run(AddChild{child}));
        return child;
    }
    void write_for(ChildId child) {
        app().ui().nav->go({.screen = Screen::goal, .child = child});
        ui().wait(0.2);
    }
    void write_sentence(const std::string& words) {
        ui().in("How it will read").click("Write it in my own words").wait(0.2);
        ui().field("The goal in your own words").retype(words).tab().wait(0.1);
    }
    void choose_skill(const std::string& typed) {
        ui().in("More about it").click("Skill", WidgetRole::choice);
        ui().field("Find in the list").type(typed).press(ImGuiKey_Enter).wait(0.1);
    }
    [[nodiscard]] Goal goal_being_written(ChildId child) { return drafted_goal(app().ui(), child); }

 private:
    std::unique_ptr<UiDriver> ui_ = drive_app({.throwaway = true});
};

TEST_F(OwnWordsGoal, FillsTheGoalLineFromItsSentence) {
    const Child child = child_with({Discipline::ot});
    write_for(child.id);
    write_sentence(
        "By 3/4/2027, Ofelia will write her name on the line with no help with 80 to 90 % accuracy in 3 of 4 "
        "sessions.");
    const Goal goal = goal_being_written(child.id);
    EXPECT_EQ(goal.due, make_date(2027, 3, 4));
    EXPECT_EQ(goal.successes, 4);
    EXPECT_EQ(goal.attempts, 5);
    EXPECT_EQ(goal.sessions_met, 3);
    EXPECT_EQ(goal.sessions_of, 4);
    EXPECT_EQ(goal.title, "Write her name on the line");
    ui().see("\"80 to 90 %\" is reached from 80 % on.");
    EXPECT_TRUE(disagreements(goal, *app().ui().library).empty());
}

TEST_F(OwnWordsGoal, KeepsWhatTheTherapistChose) {
    const Child child = child_with({Discipline::ot});
    write_for(child.id);
    ui().field("Meet it by").retype("1 Jun 2027").tab();
    ui().field("Reached in").retype("3").tab();
    ui().field("out of").retype("4").tab();
    write_sentence(
        "By 3/4/2027, Ofelia will write her name on the line with no help in 4 of 5 tries, 3 sessions in a row.");
    const Goal goal = goal_being_written(child.id);
    EXPECT_EQ(goal.due, make_date(2027, 6, 1));
    EXPECT_EQ(goal.successes, 3);
    EXPECT_EQ(goal.attempts, 4);
    EXPECT_EQ(goal.sessions_in_row, 3);
    ui().see("How often: the sentence says 4 of 5 tries, the goal line 3 of 4 tries.");
    ui().see("Date: the sentence says 4 Mar 2027, the goal line 1 Jun 2027.");
}

TEST_F(OwnWordsGoal, IsNotAddedWhileNobodyCouldSayItIsReached) {
    const Child child = child_with({Discipline::ot});
    write_for(child.id);
    choose_skill("circle");
    write_sentence("Ofelia will write her name on the line with no help in 0 of 5 tries.");
    ui().see("The sentence says 0 of 5 tries, which asks for nothing. Say how many of them it has to be.");
    for (const char* field : {"Value 1", "Value 2", "Value 3"}) ui().field(field).type("1").tab();
    const std::size_t before = caseload().goals().size();
    ui().click("Add goal").wait(0.1);
    EXPECT_EQ(caseload().goals().size(), before);
    ui().see("Say how many of how many: 4 of 5 tries.");
    EXPECT_EQ(ui().focused(), "Reached in");
    ui().click("Keep as draft").see("Goal kept as a draft");
    EXPECT_EQ(caseload().goals().size(), before + 1) << "a draft may wait for its numbers";
}

TEST_F(OwnWordsGoal, KeepsItsOneLineWhateverItsSkill) {
    const Child child = child_with({Discipline::ot});
    write_for(child.id);
    ui().click("Start from blank").field("What the child will do").type("write her name").tab();
    ASSERT_EQ(goal_being_written(child.id).title, "Write her name");
    choose_skill("one foot");
    EXPECT_EQ(goal_being_written(child.id).title, "Write her name");
}

TEST_F(OwnWordsGoal, BeginsInTheDisciplineTheChildHas) {
    for (const Discipline only : {Discipline::pt, Discipline::ot}) {
        const Child child = child_with({only});
        write_for(child.id);
        EXPECT_EQ(goal_being_written(child.id).discipline, only);
    }
    const Child both = child_with({Discipline::pt, Discipline::ot});
    EXPECT_EQ(goal_being_written(both.id).discipline, Discipline::ot) << "the therapist's own";
    EXPECT_EQ(goal_being_written(child_with({}).id).discipline, Discipline::ot);
}

TEST_F(OwnWordsGoal, NoLabelNamesAUnitTheFieldDoesNotHold) {
    const Child child = child_with({Discipline::ot});
    write_for(child.id);
    ui().click("Start from blank").field("What the child will do").type("sit on the bench for 5 minutes").tab();
    EXPECT_EQ(ui().value("Goal"), "5 min");
    ui().not_see("Goal in seconds");
    ui().see("How Ofelia does now. Write times like 75 s, 1:15 or 20 min.");
    ui().field("What the child will do").retype("sit on the bench for 40 seconds").tab();
    EXPECT_EQ(ui().value("Goal"), "40 s");
}

}  // namespace own_words_goal
}  // namespace
}  // namespace pegboard::test
