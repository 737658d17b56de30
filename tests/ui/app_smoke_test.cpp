// The whole App from the door to every place of the rail, used by its words.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

TEST(App, every_place_of_the_rail_opens) {
    const auto ui = drive_app();
    for (const std::string_view place : {"Caseload", "Goals", "Activities", "Settings", "Today"})
        ui->open(place).see(place);
}

TEST(App, a_child_is_added_by_name_and_undone) {
    const auto ui = drive_app();
    const std::size_t before = stage_of_app(*ui).caseload().children().size();
    ui->open("Caseload").click("Add child");
    ui->field("First name").type("Zo\u00EB").field("Last name").type("Petit");
    ui->press(ImGuiKey_Escape).not_see("Petit");
    ui->click("Add child");
    EXPECT_EQ(ui->value("First name"), "Zo\u00EB");  // Esc kept it
    EXPECT_EQ(stage_of_app(*ui).caseload().children().size(), before);
}

TEST(App, a_lock_hides_everything) {
    const auto ui = drive_app();
    ui->open("Caseload").see("Mateo");
    stage_of_app(*ui).app().lock();
    ui->wait(0.2);
    ui->not_see("Mateo");
}

TEST(App, text_grows_by_the_plus_as_it_is_printed) {
    const auto ui = drive_app();
    const int& percent = stage_of_app(*ui).app().machine_settings().text_percent;
    ASSERT_EQ(percent, 100);
    ui->press(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Equal);
    EXPECT_EQ(percent, 110);
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Equal);
    EXPECT_EQ(percent, 120);
    ui->press(ImGuiMod_Ctrl | ImGuiKey_0);
    EXPECT_EQ(percent, 100);
}

TEST(App, what_is_not_possible_now_says_why) {
    const auto ui = drive_app({.children = 0});
    const std::string none_left = "No session of today is left to start.";
    ui->not_see(none_left).press(ImGuiMod_Ctrl | ImGuiKey_Enter).see(none_left);
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Y).see("There is nothing to bring back.").not_see(none_left);
    ui->press(ImGuiMod_Ctrl | ImGuiKey_K).not_see(none_left);
    ui->type("start session").see("Start session").see(none_left).not_see("Nothing by that name");
    ui->press(ImGuiKey_Enter).see(none_left);
    ui->field("Find a child, a goal, a note, an action or an activity").retype("settings").press(ImGuiKey_Enter);
    ui->see("Settings").not_see("Find a child, a goal, a note, an action or an activity");
}

/// The scope of what has the keyboard.
std::string place_of_focus(const UiDriver& ui) {
    for (const WidgetInfo& widget : ui.record().widgets)
        if (widget.focused) return widget.scope;
    return "nowhere";
}

TEST(App, f6_goes_from_part_to_part) {
    const auto ui = drive_app();
    ui->tab(1);
    EXPECT_EQ(place_of_focus(*ui), "Navigation");
    ui->press(ImGuiKey_F6);
    EXPECT_EQ(place_of_focus(*ui), "Top bar");
    ui->press(ImGuiKey_F6);
    EXPECT_EQ(place_of_focus(*ui).find("Top bar"), std::string::npos);
    const std::string page = place_of_focus(*ui);
    // The list of sessions scrolls by itself, so it is a part, too.
    std::vector<std::string> parts{page};
    for (int i = 0; i < 4 && parts.back() != "Navigation"; ++i) {
        ui->press(ImGuiKey_F6).wait(0.1);
        parts.push_back(place_of_focus(*ui));
    }
    EXPECT_EQ(parts.back(), "Navigation") << "round";
    EXPECT_NE(std::ranges::find(parts, "Side > Needs your attention"), parts.end());
    EXPECT_TRUE(
        std::ranges::any_of(parts, [](const std::string& part) { return part.starts_with("Sessions of the day"); }));
    parts.pop_back();
    for (; !parts.empty(); parts.pop_back()) {
        ui->press(ImGuiMod_Shift | ImGuiKey_F6).wait(0.1);
        EXPECT_EQ(place_of_focus(*ui), parts.back());
    }
    ui->press(ImGuiMod_Shift | ImGuiKey_F6).wait(0.1);
    EXPECT_EQ(place_of_focus(*ui), "Top bar");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_N).press(ImGuiKey_F6);
    EXPECT_NE(place_of_focus(*ui), "Side > Needs your attention") << "a menu keeps the keyboard";
}

}  // namespace
}  // namespace pegboard::test
