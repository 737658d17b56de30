// What a person without a mouse meets: long lists are one Tab stop, F6 leaves a text box, help scrolls, and what
// vanishes under the keyboard hands it on. And what strangers looked for and did not find.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "app/parts/new_session.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {
namespace by_keyboard {
namespace fs = std::filesystem;

class ByKeyboard : public testing::Test {
 protected:
    UiDriver& ui() { return *ui_; }
    App& app() { return stage_of_app(*ui_).app(); }
    Caseload& caseload() { return stage_of_app(*ui_).caseload(); }
    std::string scope_of_focus() {
        for (const WidgetInfo& widget : ui().record().widgets)
            if (widget.focused) return widget.scope;
        return "nowhere";
    }
    Child child_named(const char* name) {
        Child child;
        child.id = mint<ChildId>();
        child.first_name = name;
        child.date_of_birth = *make_date(2020, 4, 2);
        return child;
    }

 private:
    std::unique_ptr<UiDriver> ui_ = drive_app({.throwaway = true});
};

TEST_F(ByKeyboard, TheGoalBankIsOneStopAndArrowsGoThroughIt) {
    app().ui().nav->go({.screen = Screen::goal, .child = caseload().children().front().id});
    ui().wait(0.2);
    const GoalWriter& writer = app().screens().goal.writer;
    ASSERT_GT(writer.bank.shown.size(), 20U);
    const std::vector<std::string> order = ui().tab_order();
    const auto in_bank = std::ranges::count_if(order, [&](const std::string& label) {
        return std::ranges::find(writer.bank.titles, label) != writer.bank.titles.end();
    });
    EXPECT_EQ(in_bank, 1);
    EXPECT_LT(order.size(), 90U);
    EXPECT_EQ(ui().not_reached_by_tab(), std::vector<std::string>{});
    for (int i = 0; i < 200 && ui().focused() != writer.bank.titles[0]; ++i) ui().tab();
    ASSERT_EQ(ui().focused(), writer.bank.titles[0]);
    ui().press(ImGuiKey_DownArrow).press(ImGuiKey_DownArrow);
    EXPECT_EQ(ui().focused(), writer.bank.titles[2]);
    ui().press(ImGuiKey_End).wait(0.2);
    EXPECT_EQ(ui().focused(), writer.bank.titles.back());
    ui().press(ImGuiKey_Home).press(ImGuiKey_DownArrow).press(ImGuiKey_Enter).wait(0.1);
    EXPECT_EQ(drafted_words(app().ui(), caseload().children().front().id).bank, writer.bank.shown[1]->id);
}

TEST_F(ByKeyboard, F6LeavesATextBox) {
    ui().open("Caseload");
    app().ui().nav->go({.screen = Screen::child, .child = caseload().children().front().id, .detail = "details"});
    ui().wait(0.2);
    ui().field("School or site").retype("Oakfield");
    ASSERT_TRUE(ui().typing());
    const std::string there = scope_of_focus();
    ui().press(ImGuiKey_F6).wait(0.1);
    EXPECT_FALSE(ui().typing());
    EXPECT_NE(scope_of_focus(), there);
    EXPECT_NE(scope_of_focus(), "nowhere");
    EXPECT_EQ(caseload().children().front().school, "Oakfield") << "what was typed is kept, as with Tab";
}

TEST_F(ByKeyboard, TheListOfKeysScrolls) {
    ui().press(ImGuiKey_F1).wait(0.2);
    const auto top_of = [&](std::string_view label) { return ui().find(label).min.y; };
    const float before = top_of("Everywhere");
    ui().press(ImGuiKey_PageDown).wait(0.1);
    EXPECT_LT(top_of("Everywhere"), before);
    ui().press(ImGuiKey_Home).wait(0.1);
    EXPECT_EQ(top_of("Everywhere"), before);
    ui().press(ImGuiKey_DownArrow).wait(0.1);
    EXPECT_LT(top_of("Everywhere"), before);
    ui().press(ImGuiKey_Escape);
    ui().not_see("Keys and words");
}

TEST_F(ByKeyboard, AnAnsweredPrecautionHandsTheKeyboardToTheNext) {
    const Child child = child_named("Ofelia");
    ASSERT_TRUE(caseload().run(AddChild{child}));
    app().ui().nav->go({.screen = Screen::child, .child = child.id, .detail = "details"});
    ui().wait(0.2);
    ui().click("Ask now").wait(0.2);
    std::vector<std::string> no;
    for (const WidgetInfo& widget : ui().record().widgets)
        if (widget.label.starts_with("No: ")) no.push_back(widget.label);
    ASSERT_GT(no.size(), 3U);
    for (int i = 0; i < 200 && ui().focused() != no[1]; ++i) ui().tab();
    ASSERT_EQ(ui().focused(), no[1]);
    ui().press(ImGuiKey_Space).wait(0.1);
    ui().tab();
    EXPECT_EQ(ui().focused(), no[2]) << "not back at the beginning";
}

TEST_F(ByKeyboard, APrecautionFindsItsChild) {
    Child child = child_named("Ofelia");
    child.precautions = {{mint<RowId>(), "shunt", {}, {}}};
    ASSERT_TRUE(caseload().run(AddChild{child}));
    ui().press(ImGuiMod_Ctrl | ImGuiKey_K).wait(0.1);
    ui().type("shunt").wait(0.1);
    ui().in("Find").see("Ofelia").see("Precaution: Shunt");
    ui().press(ImGuiKey_Escape);
}

TEST_F(ByKeyboard, ContradictingAnswersAreSaidAndOneOfThemGoes) {
    Child child = child_named("Ofelia");
    child.askings = {{mint<RowId>(), *make_date(2026, 9, 29), {}, "mother", {"shunt"}}};
    child.precautions = {{mint<RowId>(), "shunt", {{"programmable", "yes"}}, {}}};
    ASSERT_TRUE(caseload().run(AddChild{child}));
    app().ui().nav->go({.screen = Screen::child, .child = child.id, .detail = "details"});
    ui().wait(0.2);
    ui().see("Shunt is on record, and asked on 29 Sep 2026 there was none. Which is right?");
    ui().click("It is there").wait(0.1);
    ui().not_see("Which is right?");
    EXPECT_TRUE(caseload().child(child.id)->askings.empty());
    EXPECT_EQ(caseload().child(child.id)->precautions.size(), 1U);
}

TEST_F(ByKeyboard, ATherapistAtTwoPlacesIsToldAtMakingAndOnToday) {
    const TherapistId me = caseload().practice().me;
    Session one;
    one.date = *make_date(2026, 9, 30);
    one.start_min = 17 * 60;
    one.length_min = 45;
    one.therapist = me;
    const Child first = child_named("Ofelia"), second = child_named("Nuria");
    for (const Child& each : {first, second}) {
        ASSERT_TRUE(caseload().run(AddChild{each}));
        one.id = mint<SessionId>();
        one.child = each.id;
        ASSERT_TRUE(caseload().run(AddSession{one}));
    }
    ui().open("Today").wait(0.2);
    const std::vector<TodayNote>& notes = app().screens().today.rows.notes;
    const std::string told = "Two at one time: " + caseload().therapist(me)->name + " has ";
    EXPECT_EQ(std::ranges::count_if(notes, [&](const TodayNote& note) { return note.line.starts_with(told); }), 1);
    const Child third = child_named("Teresa");
    ASSERT_TRUE(caseload().run(AddChild{third}));
    open_new_session(app().ui(), third.id, *make_date(2026, 9, 30));
    ui().wait(0.2);
    ui().field("Start").retype("17:15").tab();
    const std::string name = caseload().therapist(me)->name;
    ui().see(name + " is with Ofelia then, 5:00 pm to 5:45 pm.");
}

TEST_F(ByKeyboard, ACopySavedOfALostFileCanBeGoneOnIn) {
    let_workers_end(ui());
    fs::remove(stage_of_app(ui()).file);
    app().look_at_file();
    ui().wait(0.1);
    ui().click("Save a copy").wait(0.2);
    ui().field("File name").retype("rescued.pegboard").click("Save here");
    let_workers_end(ui());
    ui().see("Everything up to now is in the copy rescued.pegboard.");
    const std::size_t children = caseload().children().size();
    ui().click("Go on in the copy").wait(0.3);
    ui().see("All changes saved");
    EXPECT_EQ(caseload().path().filename(), "rescued.pegboard");
    EXPECT_EQ(caseload().children().size(), children);
}

TEST(FirstSetup, TheFirstFieldHasTheKeyboardAndTabGoesToTheNext) {
    const auto ui = drive_app({.open = false});
    ui->click("Start a new caseload").wait(0.2);
    ui->field("File name").retype("mine.pegboard").click("Save here").wait(0.3);
    EXPECT_EQ(ui->focused(), "Passphrase, 10 characters or more");
    EXPECT_TRUE(ui->typing());
    ui->tab();
    EXPECT_EQ(ui->focused(), "The same passphrase once more");
}

}  // namespace by_keyboard
}  // namespace
}  // namespace pegboard::test
