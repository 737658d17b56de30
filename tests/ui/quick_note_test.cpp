// What is typed into the quick note of a running session is never typed over, and keys go where the ring is: to the
// note while it has one, to the session's taps when it has none.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/rules/live.h"
#include "tests/ui/app_stage.h"
#include "tests/ui/widget_host.h"

namespace pegboard::test {
namespace {
namespace quick_note {

std::unique_ptr<UiDriver> started() {
    auto ui = drive_app();
    ui->click("Start: Mateo García, 10:45 am");
    return ui;
}

/// Labels of everything round which a ring is drawn.
std::vector<std::string> ringed(const UiDriver& ui) {
    std::vector<std::string> labels;
    for (const WidgetInfo& each : ui.record().widgets)
        if (each.ring) labels.push_back(each.label);
    return labels;
}

TEST(QuickNoteKept, GoesOnAtItsEndWhenItsKeyIsPressedAgain) {
    const auto ui = started();
    ui->press(ImGuiKey_M).type("Asked for").press(ImGuiKey_Escape);
    ui->see("Typed, not kept yet");
    ui->press(ImGuiKey_M).wait(0.1);
    ui->type(" more");
    EXPECT_EQ(ui->value("Quick note"), "Asked for more") << "the first letter wiped nothing";
    ui->press(ImGuiKey_Enter).wait(0.1);
    ui->see("Asked for more").see("Goes into today's note");
}

TEST(QuickNoteKept, GoesOnAtItsEndAlsoByTab) {
    const auto ui = started();
    ui->press(ImGuiKey_M).type("Asked").press(ImGuiKey_Escape);
    for (int i = 0; i < 200 && !(ui->typing() && ui->focused() == "Quick note"); ++i) ui->tab();
    ASSERT_TRUE(ui->typing());
    ui->type(" twice");
    EXPECT_EQ(ui->value("Quick note"), "Asked twice");
}

TEST(QuickNoteKept, ShowsNoRingWhenTheKeysGoToTheTaps) {
    const auto ui = started();
    ui->press(ImGuiKey_M).wait(0.1);
    EXPECT_EQ(ringed(*ui), std::vector<std::string>{"Quick note"});
    ui->type("Asked").press(ImGuiKey_DownArrow).press(ImGuiKey_Escape).wait(0.1);
    EXPECT_EQ(ringed(*ui), std::vector<std::string>{}) << "letters are taps again";
    ui->press(ImGuiKey_H).wait(0.1);
    ui->see("paused");
}

TEST(RingAndKeys, AFieldWhoseRingWentWithThePointerTakesNoLetters) {
    std::string words = "left";
    bool by_mouse = false;
    const auto ui = drive_widgets([&](Ui& drawn) {
        if (by_mouse) drawn.keyboard = false;  // as the App does when the pointer moves
        live_field(drawn, {40, 40, 300, 40}, "Words", words);
    });
    ui->tab();
    ASSERT_TRUE(ui->typing());
    ui->press(ImGuiKey_Escape);
    EXPECT_EQ(ringed(*ui), std::vector<std::string>{"Words"});
    by_mouse = true;
    ui->wait(0.1);
    EXPECT_EQ(ringed(*ui), std::vector<std::string>{});
    ImGui::GetIO().AddInputCharacter('x');
    ui->wait(0.1);
    EXPECT_EQ(words, "left") << "no ring, no letters";
    by_mouse = false;
    ui->wait(0.1);
    ImGui::GetIO().AddInputCharacter('x');
    ui->wait(0.1);
    EXPECT_EQ(words, "leftx");
}

TEST(RingAndKeys, SpacePressesNothingWhoseRingIsGone) {
    int presses = 0;
    bool by_mouse = false;
    const auto ui = drive_widgets([&](Ui& drawn) {
        drawn.keyboard = !by_mouse;
        presses += button(drawn, Vec{40, 40}, "Correct") ? 1 : 0;
    });
    ui->tab().press(ImGuiKey_Space);
    EXPECT_EQ(presses, 1);
    by_mouse = true;
    ui->wait(0.1).press(ImGuiKey_Space);
    EXPECT_EQ(presses, 1) << "as a key of the page it would be two taps in one";
}

}  // namespace quick_note
}  // namespace
}  // namespace pegboard::test
