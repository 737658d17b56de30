// Letters go where the cursor was put, a form begins afresh, and what leads somewhere can be pressed.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/rules/asking.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

class NoLetterLost : public testing::Test {
 protected:
    void SetUp() override { ui_ = drive_app({.throwaway = true}); }
    UiDriver& ui() { return *ui_; }
    App& app() { return stage_of_app(*ui_).app(); }
    Caseload& caseload() { return stage_of_app(*ui_).caseload(); }
    [[nodiscard]] const Therapist* therapist(std::string_view name) {
        const auto& all = caseload().therapists();
        const auto found = std::ranges::find(all, name, &Therapist::name);
        return found == all.end() ? nullptr : &*found;
    }
    void new_goal(std::string detail = {}) {
        app().ui().nav->go({.screen = Screen::goal, .child = caseload().children().front().id, .detail = detail});
        ui().wait(0.2);
    }

 private:
    std::unique_ptr<UiDriver> ui_;
};

TEST_F(NoLetterLost, ATherapistIsStoredWhenAddedAndTheNextFieldTakesTheLetters) {
    const std::size_t before = caseload().therapists().size();
    ui().open("Settings").click("Add therapist").wait(0.2).type("Runa Hald").tab().type("OTR/L");
    EXPECT_EQ(caseload().therapists().size(), before) << "nothing is stored yet";
    ui().click("Add to the team").wait(0.2);
    ASSERT_NE(therapist("Runa Hald"), nullptr);
    EXPECT_EQ(therapist("Runa Hald")->credentials, "OTR/L");
    ui().click("Edit Runa Hald").in("Runa Hald").field("Name").retype("Runa Holt").tab().type("OTR").tab();
    ASSERT_NE(therapist("Runa Holt"), nullptr);
    EXPECT_EQ(therapist("Runa Holt")->credentials, "OTR");
}

TEST_F(NoLetterLost, ASlotThatIsTypedInTakesTheLetters) {
    new_goal("from:G023");
    ui().in("Build the sentence").click("With what: when, where or with what").wait(0.2).type("at the coat hooks");
    EXPECT_NE(app().screens().goal.writer.found.statement.find("at the coat hooks"), std::string::npos);
}

TEST_F(NoLetterLost, ANewGoalBeginsWithNothingOpen) {
    new_goal("from:G023");
    ui().in("Build the sentence").click("With what: when, where or with what");
    ui().see("When, where or with what");
    app().ui().nav->go({.screen = Screen::goals});
    ui().wait(0.2);
    new_goal("from:G023");
    EXPECT_EQ(app().screens().goal.writer.slot, GoalSlot::none);
}

TEST_F(NoLetterLost, TheSentencesHelpIsTakenOver) {
    new_goal("from:G023");
    ui().in("How it will read").click("Write it in my own words").wait(0.2);
    ui().field("The goal in your own words")
        .retype("Mateo will zip his jacket with 2 spoken prompts with 80% accuracy in 3 consecutive sessions.")
        .tab();
    ui().see("Help: the sentence says a spoken prompt, the goal line no help.");
    const auto& findings = app().screens().goal.writer.found.findings;
    const auto line = std::ranges::find(findings, GoalAspect::criterion, &GoalFinding::aspect);
    ASSERT_TRUE(line->mend);
    ui().in("Goal check").click("Use the sentence's");
    EXPECT_EQ(app().screens().goal.writer.found.of.prompt_max, 5);
    ui().not_see("Help: the sentence says a spoken prompt, the goal line no help.");
}

TEST_F(NoLetterLost, WhatWasWrongWithASessionPutAwayIsNotSaidOfTheNext) {
    ui().open("Today").click("Add session").see("When is the session?").click("Make and plan");
    ui().see("Choose a child").press(ImGuiKey_Escape).not_see("When is the session?");
    const auto said = [&] {
        return std::ranges::any_of(ui().record().widgets, [](const WidgetInfo& each) { return each.value == "error"; });
    };
    ui().click("Add session").see("When is the session?").wait(0.2);
    EXPECT_FALSE(said());
}

TEST_F(NoLetterLost, TabInANewSessionGoesOnFromTheCursorAndEnterOpensTheListOfChildren) {
    const std::size_t before = caseload().sessions().size();
    ui().open("Today").click("Add session").see("When is the session?").wait(0.2);
    EXPECT_EQ(ui().focused(), "Date");
    ui().press(ImGuiMod_Shift | ImGuiKey_Tab).wait(0.1);
    EXPECT_EQ(ui().focused(), "Child");
    ui().press(ImGuiKey_Enter).wait(0.2).see("Find in the list");
    EXPECT_EQ(caseload().sessions().size(), before);
}

TEST_F(NoLetterLost, NothingMovesUnderAHandThatPresses) {
    new_goal("from:G023");
    ui().field("Value 1").type("14").wait(1.0);  // what it says about the number moves what stands below
    ui().click("Why fewer than three").wait(0.6).type("New to me").wait(0.6);
    ui().see("New to me");
}

TEST_F(NoLetterLost, WhatWasNotAskedLeadsToTheAsking) {
    const auto& all = caseload().children();
    const auto open = std::ranges::find_if(
        all, [&](const Child& child) { return !say_not_asked(child, *app().ui().library).empty(); });
    ASSERT_NE(open, all.end());
    const std::string words = "Ask: " + say_not_asked(*open, *app().ui().library);
    app().ui().nav->go({.screen = Screen::child, .child = open->id});
    ui().wait(0.2);
    ui().click(words).wait(0.2);
    ui().see("Close the list");
}

TEST_F(NoLetterLost, APressBesideTheLocksFieldTakesNoLettersAway) {
    app().lock();
    ui().wait(0.3).see("Locked").type("seven ");
    ImGui::GetIO().AddMousePosEvent(30, 30);
    ui().wait(0.1);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    ui().wait(0.1);
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    ui().wait(0.2).type("green pegs").press(ImGuiKey_Enter).wait(1.0).not_see("Locked");
}

}  // namespace
}  // namespace pegboard::test
