// What is under a hand stays there: cards of goals through the activities of a session, the goal page while a value is
// read; and what was chosen or answered says so and can be taken back. F6 reaches every part of a page.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/rules/asking.h"
#include "core/rules/live.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {
namespace stays_put {

const std::string circle = "Cuts out a 10 cm circle close to the line";

Caseload& caseload_of(UiDriver& ui) { return stage_of_app(ui).caseload(); }

/// Titles of the open cards from top to bottom.
std::vector<std::string> cards(const UiDriver& ui) {
    constexpr std::string_view head = "Choose goal: ";
    std::vector<std::pair<float, std::string>> found;
    for (const WidgetInfo& each : ui.record().widgets)
        if (each.label.starts_with(head)) found.emplace_back(each.min.y, each.label.substr(head.size()));
    std::ranges::sort(found);
    std::vector<std::string> titles;
    for (const auto& [y, title] : found) titles.push_back(title);
    return titles;
}

TEST(StaysPut, CardsOfGoalsKeepTheirOrderThroughTheActivities) {
    const auto ui = drive_app({}, {1440, 4000});
    ui->click("Start: Mateo García, 10:45 am").wait(0.2);
    std::vector<std::string> before = cards(*ui);
    ASSERT_GE(before.size(), 2U);
    const Session& session = *running_session(caseload_of(*ui).sessions());
    int other_goals = 0;
    for (std::size_t i = 1; i < session.blocks.size(); ++i) {
        ui->press(ImGuiKey_N).wait(0.2);
        const std::vector<std::string> now = cards(*ui);
        std::vector<std::string> of_before, of_now;
        for (const std::string& each : before)
            if (std::ranges::find(now, each) != now.end()) of_before.push_back(each);
        for (const std::string& each : now)
            if (std::ranges::find(before, each) != before.end()) of_now.push_back(each);
        EXPECT_EQ(of_now, of_before) << "block " << i;
        EXPECT_EQ(now[0], before[0]);
        EXPECT_EQ(now[1], before[1]);
        other_goals += now.size() > of_now.size() ? 1 : 0;
        before = now;
    }
    EXPECT_GT(other_goals, 0) << "the goals of an activity open by themselves";
}

TEST(StaysPut, ATapMovesNoCardAndStaysInReachAfterItsActivity) {
    const auto ui = drive_app({}, {1440, 4000});
    ui->click("Start: Mateo García, 10:45 am").wait(0.2);
    for (int i = 0; i < 3; ++i) ui->press(ImGuiKey_N).wait(0.1);
    const std::vector<std::string> before = cards(*ui);
    const std::string last = before.back();
    ui->click("Choose goal: " + last).press(ImGuiKey_1).wait(0.2);
    EXPECT_EQ(cards(*ui), before);
    ui->press(ImGuiKey_N).wait(0.2);
    const std::vector<std::string> after = cards(*ui);
    EXPECT_NE(std::ranges::find(after, last), after.end());
}

TEST(StaysPut, AfterUndoTheHelpThatIsStillSetIsSaid) {
    const auto ui = drive_app();
    ui->click("Start: Mateo García, 10:45 am");
    if (ui->sees("Record: " + circle)) ui->click("Record: " + circle);
    ui->in(circle).click("Correct").in(circle).click("Undo last tap");
    ui->not_see("Help is still set");
    ui->in(circle).click("Help: Light touch", WidgetRole::radio);
    ui->in(circle).click("Correct").in(circle).click("Undo last tap");
    ui->see("Taken back. Help is still set to Light touch.");
    ui->in(circle).click("Correct").press(ImGuiKey_Backspace);
    ui->see("Taken back. Help is still set to Light touch.");
}

TEST(StaysPut, TheGoalPageWhileAValueIsRead) {
    const auto ui = drive_app({.throwaway = true}, {1440, 2400});  // all of it in sight: nothing scrolls
    const auto& children = caseload_of(*ui).children();
    const ChildId mateo = std::ranges::find(children, "Mateo", &Child::first_name)->id;
    stage_of_app(*ui).app().ui().nav->go({.screen = Screen::goal, .child = mateo});
    ui->wait(0.2);
    ui->click("Start from blank")
        .field("What the child will do")
        .type("sit on the bench for 5 minutes")
        .tab()
        .wait(0.3);
    const auto y = [&](std::string_view label) {
        for (const WidgetInfo& each : ui->record().widgets)
            if (each.label == label) return each.min.y;
        return -1.0F;
    };
    const float why = y("Why fewer than three"), measured = y("Measured as"), reading = y("How it will read");
    ui->field("Value 1").retype("90").wait(0.6);
    ui->see("Read as");
    EXPECT_EQ(y("Why fewer than three"), why);
    EXPECT_EQ(y("Measured as"), measured);
    EXPECT_EQ(y("How it will read"), reading);
}

TEST(StaysPut, TheGoalBankBeginsWithGoalsOfTheChildsAge) {
    const auto ui = drive_app({.throwaway = true});
    const auto& children = caseload_of(*ui).children();
    stage_of_app(*ui).app().ui().nav->go(
        {.screen = Screen::goal, .child = std::ranges::find(children, "Mateo", &Child::first_name)->id});
    ui->wait(0.2);
    const auto& bank = stage_of_app(*ui).app().screens().goal.writer.bank;
    const Library& library = *stage_of_app(*ui).app().ui().library;
    constexpr int years_old = 6, month = 12, usual = 24;
    ASSERT_GT(bank.shown.size(), 20U);
    for (std::size_t i = 0; i < 20; ++i) {
        const Skill* skill = library.skill(bank.shown[i]->skill);
        if (skill == nullptr || !skill->to_months) continue;
        EXPECT_GE(*skill->to_months + usual, years_old * month) << bank.titles[i];
    }
}

TEST(StaysPut, AnAnswerJustGivenIsChangedBesideIt) {
    const auto ui = drive_app({.throwaway = true});
    const auto hana = [&]() -> const Child& {
        const auto& children = caseload_of(*ui).children();
        return *std::ranges::find(children, "Hana", &Child::first_name);
    };
    ui->open("Caseload").click("Hana Kobayashi", WidgetRole::row);
    ui->click("Details", WidgetRole::tab).click("Ask now").field("Answered by").type("her mother");
    const auto has_shunt = [&] { return std::ranges::count(hana().precautions, "shunt", &ChildPrecaution::code); };
    const int open = not_asked(hana(), *stage_of_app(*ui).app().ui().library);
    ui->click("Yes: Shunt (VP)").wait(0.1);
    EXPECT_EQ(has_shunt(), 1);
    ui->click("Change the answer: Shunt (VP)").wait(0.1);
    EXPECT_EQ(has_shunt(), 0);
    ui->click("No: Shunt (VP)").wait(0.1);
    EXPECT_EQ(not_asked(hana(), *stage_of_app(*ui).app().ui().library), open - 1);
    ui->click("Change the answer: Shunt (VP)").wait(0.1);
    EXPECT_EQ(not_asked(hana(), *stage_of_app(*ui).app().ui().library), open) << "it is asked again";
    EXPECT_TRUE(hana().askings.empty()) << "no occasion without an answer stays";
    ui->see("Yes: Shunt (VP)");
}

TEST(StaysPut, FSixReachesEveryPartOfAPage) {
    const auto ui = drive_app({.throwaway = true});
    const auto& children = caseload_of(*ui).children();
    stage_of_app(*ui).app().ui().nav->go(
        {.screen = Screen::goal, .child = std::ranges::find(children, "Mateo", &Child::first_name)->id});
    ui->wait(0.2);
    std::set<std::string> reached;
    for (int i = 0; i < 12; ++i) {
        ui->press(ImGuiKey_F6).wait(0.1);
        for (const WidgetInfo& each : ui->record().widgets)
            if (each.focused) reached.insert(each.scope.substr(0, each.scope.find(" > ")));
    }
    for (const char* part : {"Navigation", "Top bar", "Goal bank", "Goal page"})
        EXPECT_TRUE(reached.contains(part)) << part;
}

}  // namespace stays_put
}  // namespace
}  // namespace pegboard::test
