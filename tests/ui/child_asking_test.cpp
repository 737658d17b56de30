// What a therapist sees and does about precautions that nobody asked about, and about how a child moves.
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "core/rules/asking.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {
const Child& child_named(UiDriver& ui, std::string_view name) {
    for (const Child& child : stage_of_app(ui).caseload().children())
        if (full_name(child) == name) return child;
    throw std::runtime_error("no such child");
}

const Library& library_of(UiDriver& ui) { return *stage_of_app(ui).app().ui().library; }

bool has(const Child& child, std::string_view code) {
    return std::ranges::any_of(child.precautions, [&](const ChildPrecaution& one) { return one.code == code; });
}

std::unique_ptr<UiDriver> at_details(std::string_view name) {
    auto ui = drive_app();
    ui->open("Caseload").click(name, WidgetRole::row);
    ui->click("Details", WidgetRole::tab);
    return ui;
}
}  // namespace

TEST(ChildAsking, a_child_nobody_asked_about_says_so_until_all_is_answered) {
    const auto ui = at_details("Hana Kobayashi");
    ui->see("43 precautions not asked");  // one is recorded
    const int all = not_asked(child_named(*ui, "Hana Kobayashi"), library_of(*ui));
    ui->click("Ask now");
    ui->field("Answered by").type("her mother");
    ui->click("No: Latex allergy (assume in spina bifida)");
    ui->click("Yes: Shunt (VP)");
    EXPECT_TRUE(has(child_named(*ui, "Hana Kobayashi"), "shunt"));
    EXPECT_EQ(not_asked(child_named(*ui, "Hana Kobayashi"), library_of(*ui)), all - 2);
    ui->see("No").click("The rest was asked: none").see("All of them are answered");
    const Child& child = child_named(*ui, "Hana Kobayashi");
    EXPECT_EQ(not_asked(child, library_of(*ui)), 0);
    ASSERT_EQ(child.askings.size(), 1U) << "one occasion";
    EXPECT_EQ(child.askings[0].of, "her mother");
    EXPECT_EQ(child.askings[0].by, stage_of_app(*ui).caseload().practice().me);
    EXPECT_EQ(child.askings[0].on, stage_of_app(*ui).app().ui().clock.today);
    ui->not_see("not asked");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(not_asked(child_named(*ui, "Hana Kobayashi"), library_of(*ui)), all - 2) << "one step of undo";
}

TEST(ChildAsking, a_diagnosis_proposes_and_one_press_accepts_or_says_no) {
    const auto ui = at_details("Łucja Nowak");
    EXPECT_FALSE(has(child_named(*ui, "Łucja Nowak"), "shunt"));
    ui->click("Add Shunt");
    EXPECT_TRUE(has(child_named(*ui, "Łucja Nowak"), "shunt"));
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z);
    ui->click("Asked, no: Shunt");
    const Child& child = child_named(*ui, "Łucja Nowak");
    EXPECT_FALSE(has(child, "shunt"));
    EXPECT_EQ(not_asked(child, library_of(*ui)), 0);
    EXPECT_TRUE(proposed_precautions(child, library_of(*ui)).empty());
}

TEST(ChildAsking, how_a_child_moves_is_chosen_and_shown) {
    const auto ui = at_details("Noah Williams");
    ui->wheel("Names", -8).choose("How the child gets about", "Walks with a device");
    ui->choose("GMFCS level, if known", "III");
    ui->choose("Add a device or orthosis", "Walker");
    const Child& child = child_named(*ui, "Noah Williams");
    EXPECT_EQ(child.moves_by, MovesBy::walks_with_device);
    EXPECT_EQ(child.gmfcs, 3);
    ASSERT_EQ(child.devices.size(), 1U);
    EXPECT_EQ(child.devices[0].kind, DeviceKind::walker);
    ui->see("Walks with a device; GMFCS III; walker");
    ui->click("Remove Walker");
    EXPECT_TRUE(child_named(*ui, "Noah Williams").devices.empty());
}

TEST(ChildAsking, who_answered_for_one_child_is_not_said_of_the_next) {
    const auto ui = at_details("Hana Kobayashi");
    ui->click("Ask now");
    ui->field("Answered by").type("her mother");
    ui->click("No: Shunt (VP)");
    ui->open("Caseload").click("Noah Williams", WidgetRole::row).click("Details", WidgetRole::tab);
    ui->not_see("her mother");
    if (not_asked(child_named(*ui, "Noah Williams"), library_of(*ui)) == 0) return;
    ui->click("Ask now");
    EXPECT_EQ(ui->value("Answered by"), "");
}

TEST(ChildAsking, an_answered_line_stays_where_it_is) {
    const auto ui = at_details("Hana Kobayashi");
    ui->click("Ask now").click("No: Shunt (VP)");
    const float before = ui->find("No: Light-triggered seizures").min.y;
    ui->click("No: Seizure disorder").not_see("Yes: Seizure disorder");
    EXPECT_EQ(ui->find("No: Light-triggered seizures").min.y, before);
}

TEST(ChildDetails, a_note_that_was_scrolled_out_of_sight_is_saved) {
    const auto ui = at_details("Noah Williams");
    ui->wheel("Names", -5).field("What to do in an emergency").retype("Call 911, then his mother.");
    const ChildId id = child_named(*ui, "Noah Williams").id;
    ui->wheel("Rescue plan", -30).open("Today").wait(0.2);
    EXPECT_EQ(stage_of_app(*ui).caseload().child(id)->rescue_plan, "Call 911, then his mother.");
}

TEST(ChildDetails, a_key_that_leads_elsewhere_saves_what_is_being_typed) {
    const auto ui = at_details("Noah Williams");
    ui->field("Preferred name").retype("Noe");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_1).wait(0.2);
    const auto& children = stage_of_app(*ui).caseload().children();
    EXPECT_TRUE(std::ranges::any_of(children, [](const Child& child) { return child.preferred_name == "Noe"; }));
}

}  // namespace pegboard::test
