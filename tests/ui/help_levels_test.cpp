// The list of help buttons under Settings: added, renamed, moved and removed, each one step to take back; a session
// that runs shows them, and what was recorded stays.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

class HelpLevels : public testing::Test {
 protected:
    void SetUp() override {
        ui_ = drive_app({.throwaway = true});
        ui_->open("Settings").see("Help buttons");
    }
    UiDriver& ui() { return *ui_; }
    Caseload& caseload() { return stage_of_app(*ui_).caseload(); }
    std::vector<std::string> names() {
        std::vector<std::string> all;
        for (const HelpChoice& each : caseload().help_choices(caseload().practice().me)) all.push_back(each.name);
        return all;
    }
    HelpChoice called(std::string_view name) {
        const auto& list = caseload().help_choices(caseload().practice().me);
        const auto found = std::ranges::find(list, name, &HelpChoice::name);
        return found == list.end() ? HelpChoice{} : *found;
    }
    void undo() { ui_->press(ImGuiMod_Ctrl | ImGuiKey_Z); }

 private:
    std::unique_ptr<UiDriver> ui_;
};

using Names = std::vector<std::string>;
const Names usual{"No help", "Spoken prompt", "Demonstration", "Light touch", "A lot of help"};

TEST_F(HelpLevels, ALevelIsAddedAndRenamedAndTakenBack) {
    EXPECT_EQ(names(), usual);
    ui().click("Add a level").field("Name on the button").type("Point");
    ui().choose("Prompt", "Gesture: a gesture").click("Save").see("Prompt: a gesture");
    ASSERT_EQ(names().size(), 6U);
    EXPECT_EQ(called("Point").prompt, 3);
    EXPECT_EQ(called("Point").assist, std::nullopt);
    ui().click("Change level: Point");
    EXPECT_EQ(ui().value("Name on the button"), "Point");
    ui().field("Name on the button").retype("Pointing").click("Save");
    EXPECT_EQ(names().back(), "Pointing");
    EXPECT_EQ(called("Pointing").prompt, 3);
    undo();
    EXPECT_EQ(names().back(), "Point");
    undo();
    EXPECT_EQ(names(), usual);
}

TEST_F(HelpLevels, LevelsAreMovedAndRemovedAndTheUsualOnesComeBack) {
    ui().click("Move up: Light touch");
    EXPECT_EQ(names(), (Names{"No help", "Spoken prompt", "Light touch", "Demonstration", "A lot of help"}));
    ui().click("Move down: No help");
    EXPECT_EQ(names().front(), "Spoken prompt");
    ui().click("Remove level: Demonstration").see("Level removed: Demonstration");
    EXPECT_EQ(names(), (Names{"Spoken prompt", "No help", "Light touch", "A lot of help"}));
    ui().in("Toast").click("Undo");
    EXPECT_EQ(names(), (Names{"Spoken prompt", "No help", "Light touch", "Demonstration", "A lot of help"}));
    ui().hover("Help buttons").wait(7);  // the toast lies over the foot of the page, and stays under the pointer
    ui().click("Bring the usual levels back");
    EXPECT_EQ(names(), usual);
    EXPECT_FALSE(ui().sees("Bring the usual levels back"));
}

TEST_F(HelpLevels, WhatIsRefusedStandsUnderTheName) {
    ui().click("Add a level").click("Save").see("Give each level its own word, or remove it.");
    ui().field("Name on the button").type("Light touch").click("Save");
    ui().see("Another level has this name. Give each its own word.");
    EXPECT_EQ(names(), usual);
    ui().press(ImGuiKey_Escape).click("Add a level");
    EXPECT_EQ(ui().value("Name on the button"), "Light touch") << "what was typed stays";
    ui().field("Name on the button").retype("Firm touch").click("Save");
    EXPECT_EQ(names().back(), "Firm touch");
}

TEST_F(HelpLevels, ARunningSessionShowsThemAndWhatWasRecordedStays) {
    const std::string title = "Cuts out a 10 cm circle close to the line";
    ui().open("Today").click("Start: Mateo García, 10:45 am");
    if (ui().sees("Record: " + title)) ui().click("Record: " + title);
    ui().in(title).click("Help: Light touch", WidgetRole::radio);
    ui().in(title).click("Correct");
    const Session& session = *std::ranges::find_if(caseload().sessions(), is_running);
    const SessionId id = session.id;
    Navigator& nav = *stage_of_app(ui()).app().ui().nav;
    nav.go({.screen = Screen::settings});
    ui().wait(0.1);
    ui().click("Remove level: Light touch").click("Change level: No help");
    ui().field("Name on the button").retype("Alone").click("Save");
    nav.go({.screen = Screen::session, .session = id});
    ui().wait(0.1);
    EXPECT_FALSE(ui().sees("Help: Light touch"));
    ui().in(title).click("Correct");
    const auto points = caseload().points(id).value();
    ASSERT_EQ(points->size(), 2U);
    EXPECT_EQ((*points)[0].assist, 4) << "as it was recorded";
    EXPECT_FALSE((*points)[1].assist.has_value()) << "the level left the list, and nobody said that there was no help";
    ui().in(title).see("Alone");
}

TEST_F(HelpLevels, NothingOverlaps) {
    EXPECT_EQ(ui().lint(), std::vector<std::string>{});
    ui().click("Change level: Light touch");
    EXPECT_EQ(ui().lint(), std::vector<std::string>{});
}

}  // namespace
}  // namespace pegboard::test
