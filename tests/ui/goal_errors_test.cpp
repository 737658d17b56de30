// What the goal writer refuses, and how it says so: all of it at once, the first of it in sight with the keyboard;
// narrow fields say it under their row; nothing is decided for the therapist.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/app_stage.h"
#include "tests/ui/widget_host.h"

namespace pegboard::test {
namespace {
namespace goal_errors {

class GoalErrors : public testing::Test {
 protected:
    UiDriver& ui() { return *ui_; }
    App& app() { return stage_of_app(*ui_).app(); }
    Caseload& caseload() { return stage_of_app(*ui_).caseload(); }
    Child child_with(std::vector<Service> services) {
        Child child;
        child.id = mint<ChildId>();
        child.first_name = "Ofelia";
        child.date_of_birth = *make_date(2020, 4, 2);
        child.services = std::move(services);
        EXPECT_TRUE(caseload().run(AddChild{child}));
        return child;
    }
    static Service service(Discipline discipline) {
        Service service;
        service.id = mint<RowId>();
        service.discipline = discipline;
        return service;
    }
    void write_for(ChildId child, const std::string& detail = {}) {
        app().ui().nav->go({.screen = Screen::goal, .child = child, .detail = detail});
        ui().wait(0.2);
    }
    [[nodiscard]] Goal goal_being_written(ChildId child) { return drafted_goal(app().ui(), child); }
    [[nodiscard]] const WidgetInfo* widget(std::string_view label) const {
        const auto& all = ui_->record().widgets;
        const auto found = std::ranges::find(all, label, &WidgetInfo::label);
        return found == all.end() ? nullptr : &*found;
    }
    std::string skill_of(std::string_view discipline) {
        for (const GoalTemplate& each : app().ui().library->goal_templates())
            if (const Skill* skill = app().ui().library->skill(each.skill); skill && skill->discipline == discipline)
                return each.id;
        return {};
    }

 private:
    std::unique_ptr<UiDriver> ui_ = drive_app({.throwaway = true});
};

TEST_F(GoalErrors, AddGoalShowsAllThatIsRedAndLeadsToTheFirst) {
    const Child child = child_with({service(Discipline::ot)});
    write_for(child.id);
    ui().click("Start from blank");
    ui().field("What the child will do").type("hang up the coat on the peg").tab();
    ui().field("Reached in").retype("0").tab();
    ui().wheel("In the plan of care", -40);
    const std::size_t before = caseload().goals().size();
    ui().click("Add goal");
    ui().wait(0.3);
    EXPECT_EQ(caseload().goals().size(), before);
    ui().see("Measure three times before the goal starts, so that progress has a beginning.");
    ui().see("0 of 5 tries asks for nothing. Say how many of them it has to be.");
    EXPECT_EQ(ui().focused(), "Value 1");
    EXPECT_TRUE(ui().typing());
    const WidgetInfo* first = widget("Value 1");
    ASSERT_NE(first, nullptr);
    EXPECT_FALSE(first->clipped);
    EXPECT_GT(first->min.y, 60) << "in sight";
    EXPECT_LT(first->max.y, 900);
}

TEST_F(GoalErrors, ABaselineThatCannotBeIsRedUnderItsRow) {
    const Child child = child_with({});
    write_for(child.id, "from:" + skill_of("OT"));
    ui().field("Value 1").type("120").tab();
    const Goal goal = goal_being_written(child.id);
    const bool percent = goal.measure.ends_with("_pct") || goal.measure == "trials";
    EXPECT_EQ(goal.baseline.empty(), percent) << "120 is no percent";
    ui().field("Value 2").type("ab").tab();
    ui().wait(0.4);
    const auto& all = ui().record().widgets;
    const auto said =
        std::ranges::find_if(all, [](const WidgetInfo& each) { return each.label.starts_with("Value 2: "); });
    ASSERT_NE(said, all.end()) << ui().transcript();
    const WidgetInfo one = *widget("Value 1"), three = *widget("Value 3"), why = *widget("Why fewer than three");
    EXPECT_EQ(one.min.y, three.min.y) << "the row stays one";
    EXPECT_GE(said->min.y, one.max.y);
    EXPECT_LE(said->max.y, why.min.y) << "not on the next label";
    EXPECT_GT(said->max.x - said->min.x, one.max.x - one.min.x) << "as wide as the row allows";
    EXPECT_EQ(ui().lint(), std::vector<std::string>{});
}

TEST_F(GoalErrors, ASkillOfAnotherServiceDecidesNothing) {
    const Child child = child_with({service(Discipline::ot)});
    write_for(child.id, "from:" + skill_of("PT"));
    ui().see(
        "This is a physical therapy skill. Ofelia has occupational therapy only. The goal is one of occupational "
        "therapy: change that if it is not what you mean.");
    EXPECT_EQ(goal_being_written(child.id).discipline, Discipline::ot);
    ui().click("Make it a PT goal");
    EXPECT_EQ(goal_being_written(child.id).discipline, Discipline::pt);
    ui().field("Reached in").retype("3").tab();
    EXPECT_EQ(goal_being_written(child.id).discipline, Discipline::pt) << "what was decided stays";
}

TEST_F(GoalErrors, ASkillFollowsTheServiceOfAChildWhoHasBoth) {
    const Child child = child_with({service(Discipline::ot), service(Discipline::pt)});
    write_for(child.id, "from:" + skill_of("PT"));
    EXPECT_EQ(goal_being_written(child.id).discipline, Discipline::pt);
    ui().not_see("Make it an OT goal");
}

TEST_F(GoalErrors, OwnWordsOfATimeAreMeasuredAsATime) {
    const Child child = child_with({});
    write_for(child.id);
    ui().click("Start from blank");
    ui().in("More about it").click("Skill", WidgetRole::choice);
    ui().field("Find in the list").type("circle").press(ImGuiKey_Enter);
    ui().field("What the child will do").type("sit on the bench for 5 minutes").tab();
    EXPECT_EQ(goal_being_written(child.id).measure, "duration_s");
    EXPECT_EQ(goal_being_written(child.id).target, 300);
    ui().field("What the child will do").retype("zip up in less than 30 seconds").tab();
    EXPECT_EQ(goal_being_written(child.id).measure, "time_s");
    EXPECT_EQ(goal_being_written(child.id).target, 30);
    ui().choose("Measured as", "Tries");
    ui().field("What the child will do").retype("zip up in less than 40 seconds").tab();
    EXPECT_EQ(goal_being_written(child.id).measure, "trials") << "what was chosen stays";
    ui().see("The goal says a time, but tries are counted. Choose the time as what is measured.");
}

TEST_F(GoalErrors, ARedNameIsRedNoLongerOnceItIsThere) {
    ui().open("Caseload").click("Add child");
    ui().in("Add child").click("Add child", WidgetRole::button);
    ui().see("Type a first name");
    ui().field("First name").type("Ofelia");
    ui().not_see("Type a first name");
    ui().tab();
    ui().not_see("Type a first name");
    ui().see("Type a date such as 29 Sep 2019");
}

TEST_F(GoalErrors, ANameTakenAwayAndPutBackIsNotRed) {
    const Child child = child_with({});
    app().ui().nav->go({.screen = Screen::child, .child = child.id, .detail = "details"});
    ui().wait(0.2);
    ui().field("First name").retype(" ").tab();
    ui().see("Give the child's first name.");
    ui().field("First name").retype("Ofelia").tab();
    ui().not_see("Give the child's first name.");
    ui().field("First name").retype(" ").tab();
    ui().see("Give the child's first name.");
}

TEST_F(GoalErrors, ADateInNumbersSaysHowItWasReadAlsoWhenItIsWrittenOut) {
    ui().open("Caseload").click("Add child");
    ui().field("Date of birth").type("3/4/2019").tab();
    ui().wait(0.2);
    EXPECT_EQ(ui().value("Date of birth"), "4 Mar 2019");
    ui().see("Read as Mon 4 Mar 2019 (month first)");
    ui().field("Date of birth").retype("30 Apr 2019").tab();
    ui().not_see("Read as Mon 4 Mar 2019 (month first)");
    ui().press(ImGuiKey_Escape);
    const Child child = child_with({});
    app().ui().nav->go({.screen = Screen::child, .child = child.id, .detail = "details"});
    ui().wait(0.2);
    ui().field("Date of birth").retype("5/6/2019").tab();
    ui().wait(0.2);
    EXPECT_EQ(caseload().child(child.id)->date_of_birth, make_date(2019, 5, 6));
    ui().see("Read as Mon 6 May 2019 (month first)");
    ui().open("Today").open("Caseload");
    app().ui().nav->go({.screen = Screen::child, .child = child.id, .detail = "details"});
    ui().wait(0.2);
    ui().not_see("Read as Mon 6 May 2019 (month first)");
}

}  // namespace goal_errors
}  // namespace
}  // namespace pegboard::test
