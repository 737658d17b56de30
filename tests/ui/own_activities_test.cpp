// A therapist's own activities on screen: copied and adapted, written under the library's checks, changed, put
// away and brought back, and packs saved, opened and refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

class OwnOnScreen : public testing::Test {
 protected:
    void SetUp() override {
        ui_ = drive_app({.throwaway = true});
        ui_->open("Activities");
    }
    UiDriver& ui() { return *ui_; }
    App& app() { return stage_of_app(*ui_).app(); }
    Caseload& caseload() { return stage_of_app(*ui_).caseload(); }
    const OwnActivityPage& page() { return app().screens().activities.own.page; }
    /// A copy of HJ01 under a title of its own.
    void copy_one(const std::string& title) {
        app().ui().nav->go({.screen = Screen::activities, .detail = "HJ01"});
        ui().wait(0.1);
        ui().in("Activity detail").click("Copy and adapt");
        ui().field("Title").retype(title).tab();
        ui().click("Save activity").see("Saved: " + title);
    }
    [[nodiscard]] std::filesystem::path documents() { return stage_of_app(*ui_).folder / "documents"; }

 private:
    std::unique_ptr<UiDriver> ui_;
};

TEST_F(OwnOnScreen, ACopyIsAdaptedSavedFoundChangedAndTakenBack) {
    copy_one("Puddle hops");
    ASSERT_EQ(caseload().own_activities().size(), 1U);
    EXPECT_EQ(caseload().own_activities().front().copied_from, "HJ01");
    ui().see("376 in your library").in("Activity detail").see("Puddle hops");
    ui().field("Search activities").type("Puddle hops");  // the page is at its top again
    ui().in("Filters").click("My own");
    ui().see("1 activity");
    ui().in("Activity detail").click("Change this activity");
    ui().field("Title").retype("Puddle hops in the yard").tab();
    ui().click("Save activity").see("Saved: Puddle hops in the yard");
    EXPECT_EQ(caseload().own_activities().front().activity.title, "Puddle hops in the yard");
    ui().press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(caseload().own_activities().front().activity.title, "Puddle hops");
    ui().press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_TRUE(caseload().own_activities().empty());
    ui().see("375 in your library");
}

TEST_F(OwnOnScreen, WhatAWayChangesIsStatedAndChecked) {
    copy_one("Puddle hops");
    ui().in("Activity detail").click("Change this activity");
    ui().see("Nothing else stated").click("What else changes: Easier 1");
    ui().choose("Position for this way", "Sitting on the floor");
    ui().choose("Hazards this way takes away", "Jump or hop landing");
    ui().click("Needs something else of the child");
    ui().see("Sitting on the floor; without Jump or hop landing; other needs").click("Less: Easier 1");
    ui().click("Save activity").see("Saved: Puddle hops");
    const Rung& rung = caseload().own_activities().front().activity.easier.front();
    EXPECT_EQ(rung.position, "SF");
    EXPECT_EQ(rung.drops, std::vector<std::string>{"IMP"});
    EXPECT_TRUE(rung.needs.has_value());
}

TEST_F(OwnOnScreen, WhatIsMissingIsSaidBesideItsFieldAndADraftOutlivesACrash) {
    ui().click("Write your own");
    ui().field("Title").type("Rainbow steps").tab();
    const std::size_t missing = page().faults.size();
    EXPECT_GT(missing, 5U);
    ui().click("Save activity");
    EXPECT_TRUE(caseload().own_activities().empty());
    ui().see("needs a line that says the idea");
    ui().field("The idea in one line").type("Walk the rainbow from red to violet").tab();
    EXPECT_EQ(page().faults.size(), missing - 1);
    ui().wait(2.1);
    stage_of_app(ui()).crash_and_reopen();
    ui().wait(0.1);
    ui().open("Activities").click("Write your own");
    EXPECT_EQ(page().activity.title, "Rainbow steps");
    EXPECT_EQ(page().activity.idea, "Walk the rainbow from red to violet");
    ui().click("Start over").click("Write your own");
    EXPECT_TRUE(page().activity.title.empty());
}

TEST_F(OwnOnScreen, OneIsPutAwayAndBroughtBack) {
    copy_one("Puddle hops");
    ui().in("Activity detail").click("Put this activity away");
    ui().see("375 in your library");
    ui().click("Packs and activities put away").click("Activities put away").click("Bring back: Puddle hops");
    ui().click("Close").see("376 in your library");
}

TEST_F(OwnOnScreen, APackIsSavedAndOpenedByAnother) {
    copy_one("Puddle hops");
    ui().click("Packs and activities put away").click("Save my activities as a pack").click("Save here");
    ASSERT_TRUE(std::filesystem::exists(documents() / "My activities.toml"));
    ui().press(ImGuiMod_Ctrl | ImGuiKey_Z);
    ASSERT_TRUE(caseload().own_activities().empty());
    ui().click("Packs and activities put away").click("Open a pack").click("My activities.toml").click("Open");
    ui().see("Taken in from My activities.toml: 1 activity");
    ASSERT_EQ(caseload().own_activities().size(), 1U);
    EXPECT_EQ(caseload().own_activities().front().activity.title, "Puddle hops");
}

TEST_F(OwnOnScreen, ABadPackIsRefusedWholeWithFileLineAndReason) {
    copy_one("Puddle hops");
    ui().click("Packs and activities put away").click("Save my activities as a pack").click("Save here");
    std::ifstream in(documents() / "My activities.toml");
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::string idea = "category = \"";
    text.replace(text.find(idea), idea.size(), "category = \"moon_");
    std::ofstream(documents() / "bad.toml") << text;
    const std::size_t before = caseload().own_activities().size();
    ui().click("Packs and activities put away").click("Open a pack").click("bad.toml").click("Open");
    ui().see("Nothing was taken in from bad.toml");
    EXPECT_EQ(caseload().own_activities().size(), before);
    const auto& report = app().screens().activities.own.report;
    ASSERT_FALSE(report.empty());
    EXPECT_NE(report.front().find("bad.toml, line "), std::string::npos) << report.front();
    ui().click("Close");
}

struct Look {
    std::string name;
    int text_percent;
    ImVec2 size;
};
class OwnLayout : public testing::TestWithParam<Look> {};

TEST_P(OwnLayout, NothingOverlapsAndTabReachesAll) {
    const auto ui = drive_app({.text_percent = GetParam().text_percent, .throwaway = true}, GetParam().size);
    auto& app = stage_of_app(*ui).app();
    for (const char* place : {"own:new", "own:copy:HJ01"}) {
        app.ui().nav->go({.screen = Screen::activities, .detail = place});
        ui->wait(0.2);
        EXPECT_EQ(ui->lint(), std::vector<std::string>{}) << place;
    }
    ui->click("Save activity");
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
    EXPECT_EQ(ui->not_reached_by_tab(400), std::vector<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(Sizes, OwnLayout,
                         testing::Values(Look{"design_size", 100, {1440, 900}}, Look{"smallest", 100, {1280, 720}},
                                         Look{"large_text", 150, {1440, 900}}, Look{"largest_text", 200, {1440, 900}}),
                         [](const auto& look) { return look.param.name; });

}  // namespace
}  // namespace pegboard::test
