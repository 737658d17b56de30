// The whole App from the door to every place of the rail, used by its words.
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace pegboard::test
