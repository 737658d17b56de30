// A goal as one looks at it: wherever it is pressed its story opens and the way back is where one came from; editing is
// a panel beside it that loses nothing; sessions and steps lead on; on the child's page the small charts and badges
// stand below each other.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

constexpr std::string_view writes = "Writes his first and last name on the line";

Ui& ui_of(UiDriver& ui) { return stage_of_app(ui).app().ui(); }

const Goal& goal_named(UiDriver& ui, std::string_view title) {
    const auto& goals = stage_of_app(ui).caseload().goals();
    return *std::ranges::find(goals, title, &Goal::title);
}

void go(UiDriver& ui, const Place& place) {
    ui_of(ui).nav->go(place);
    ui.wait(0.2);
}

void at_story(UiDriver& ui, const std::string& detail = {}) {
    const Goal& goal = goal_named(ui, writes);
    go(ui, {.screen = Screen::goal, .child = goal.child, .goal = goal.id, .detail = detail});
}

void expect_story(UiDriver& ui) {
    EXPECT_EQ(ui_of(ui).nav->here().screen, Screen::goal);
    ui.see("Recent sessions").see("The goal").see("How we know").not_see("Edit this goal");
}

TEST(GoalStory, OpensWhereverAGoalIsPressedAndLeadsBackToWhereOneCameFrom) {
    const auto ui = drive_app({.throwaway = true});
    ui->open("Caseload").click("Mateo García", WidgetRole::row).wait(0.2);
    ui->click(writes, WidgetRole::row).wait(0.2);
    expect_story(*ui);
    ui->in("Top bar").click("Go to Mateo García").wait(0.2);
    EXPECT_EQ(ui_of(*ui).nav->here().screen, Screen::child);
    ui->open("Goals").field("Find goals").type("writes his first");
    ui->click("Mateo García: " + std::string(writes), WidgetRole::row).wait(0.2);
    expect_story(*ui);
    ui->in("Top bar").click("Go to Goals").wait(0.2);
    EXPECT_EQ(ui_of(*ui).nav->here().screen, Screen::goals);
    ui->open("Progress").field("Find a goal or child").type("writes his first");
    ui->click("Mateo García: " + std::string(writes)).wait(0.2);
    expect_story(*ui);
    ui->in("Top bar").click("Go to Progress").wait(0.2);
    EXPECT_EQ(ui_of(*ui).nav->here().screen, Screen::progress);
    ui->open("Today");
    at_story(*ui);
    ui->press(ImGuiMod_Alt | ImGuiKey_LeftArrow).wait(0.2);
    EXPECT_EQ(ui_of(*ui).nav->here().screen, Screen::today);
}

TEST(GoalStory, TheChildsTabIsStillOpenOnTheWayBack) {
    const auto ui = drive_app({.throwaway = true});
    const Goal& goal = goal_named(*ui, writes);
    go(*ui, {.screen = Screen::child, .child = goal.child, .detail = "progress"});
    ui->click("Chart: " + std::string(writes)).wait(0.2);
    expect_story(*ui);
    ui->in("Top bar").click("Go to Mateo García").wait(0.2);
    ui->see("Milestones");
}

TEST(GoalStory, SaysTheGoalWordForWordAndWhatTheNumbersAre) {
    const auto ui = drive_app({.throwaway = true});
    at_story(*ui);
    const Goal& goal = goal_named(*ui, writes);
    ui->see(full_text(goal)).see("percent of each session, higher is better");
    ui->see("the middle of the last 3 sessions").see("At baseline it was").see("in the phase");
    const auto values = stage_of_app(*ui).app().screens().goal.story.picture.values.size();
    ui->click("All " + std::to_string(values) + " in a table").wait(0.2).see("Date").see("Value");
}

TEST(GoalStory, EditingIsAPanelBesideItAndClosingItLeavesTheStory) {
    const auto ui = drive_app({.throwaway = true});
    ui->open("Goals").field("Find goals").type("writes his first");
    ui->click("Mateo García: " + std::string(writes), WidgetRole::row).wait(0.2);
    ui->click("Edit goal").wait(0.2);
    ui->see("Edit this goal").see("Recent sessions").not_see("Edit goal");
    ui->field("Goal in one line").retype("Writes his whole name on the line").tab().wait(0.2);
    ui->see("Mateo: Writes his whole name on the line");
    ui->click("Done editing").wait(0.2);
    expect_story(*ui);
    ui->click("Edit goal").wait(0.2).in("Edit this goal").click("Close").wait(0.2);
    expect_story(*ui);
    ui->press(ImGuiMod_Alt | ImGuiKey_LeftArrow).wait(0.2);
    EXPECT_EQ(ui_of(*ui).nav->here().screen, Screen::goals) << "the panel is no step of the way back";
}

TEST(GoalStory, AHalfWrittenEditOutlivesClosingThePanelAndLeaving) {
    const auto ui = drive_app({.throwaway = true});
    at_story(*ui, "edit");
    ui->field("Why fewer than three").type("Half a thou").press(ImGuiKey_Escape).wait(0.2);
    ui->in("Edit this goal").click("Close").wait(0.2);
    ui->open("Today");
    at_story(*ui, "edit");
    EXPECT_EQ(ui->value("Why fewer than three"), "Half a thou");
}

TEST(GoalStory, WhatTheCoreRefusesIsToldInThePanelAndNotKept) {
    const auto ui = drive_app({.throwaway = true});
    at_story(*ui, "edit");
    const std::string before = goal_named(*ui, writes).title;
    const GoalId id = goal_named(*ui, writes).id;
    ui->field("Goal in one line").press(ImGuiMod_Ctrl | ImGuiKey_A).press(ImGuiKey_Delete).tab().wait(0.2);
    EXPECT_EQ(stage_of_app(*ui).caseload().goal(id)->title, before);
    const auto& errors = stage_of_app(*ui).app().screens().goal.errors;
    ASSERT_TRUE(errors.contains("title"));
    ui->see(errors.at("title"));
}

TEST(GoalStory, WhereRoomIsShortThePanelTakesTheScreen) {
    const auto ui = drive_app({.text_percent = 150, .throwaway = true});
    at_story(*ui, "edit");
    ui->see("Edit this goal").not_see("Recent sessions").click("Done editing").wait(0.2);
    expect_story(*ui);
}

TEST(GoalStory, ASessionLeadsToItsNoteAndAStepToItsOwnStory) {
    const auto ui = drive_app({.throwaway = true});
    Goal step = goal_named(*ui, writes);
    const GoalId whole = step.id;
    step.id = mint<GoalId>();
    step.parent = whole;
    step.term = GoalTerm::short_term;
    step.title = "Writes three letters on the line";
    ASSERT_TRUE(stage_of_app(*ui).caseload().run(AddGoal{step}).ok());
    at_story(*ui);
    ui->in("Next steps").click("Step: Writes three letters on the line").wait(0.2);
    EXPECT_EQ(ui_of(*ui).nav->here().goal, step.id);
    ui->see("Nothing recorded yet").click("A step to: " + std::string(writes)).wait(0.2);
    EXPECT_EQ(ui_of(*ui).nav->here().goal, whole);
    const auto& rows = stage_of_app(*ui).app().screens().goal.story.rows.sessions;
    ASSERT_FALSE(rows.empty());
    ASSERT_TRUE(rows.front().session);
    const SessionId session = rows.front().session;
    ui->in("Recent sessions").click("Session of " + rows.front().when).wait(0.2);
    EXPECT_EQ(ui_of(*ui).nav->here(), (Place{.screen = Screen::note, .child = step.child, .session = session}));
}

TEST(GoalStory, IsMarkedMetAndOpenedAgain) {
    const auto ui = drive_app({.throwaway = true});
    at_story(*ui);
    ui->click("Mark met").wait(0.2);
    EXPECT_EQ(goal_named(*ui, writes).status, GoalStatus::met);
    ui->see("What comes next").click("Open again").wait(0.2);
    EXPECT_EQ(goal_named(*ui, writes).status, GoalStatus::active);
}

struct Look {
    std::string name;
    int text_percent;
    ImVec2 size;
};
class GoalStoryLayout : public testing::TestWithParam<Look> {};

/// A goal with much data, one whose lower values are better, one that was met, and one without any data.
std::vector<GoalId> goals_to_look_at(UiDriver& ui) {
    Caseload& caseload = stage_of_app(ui).caseload();
    Goal fresh = goal_named(ui, writes);
    std::vector<GoalId> looked_at{fresh.id};
    fresh.id = mint<GoalId>();
    fresh.baseline = {20};
    fresh.baseline_reason = "New to me";
    EXPECT_TRUE(caseload.run(AddGoal{fresh}).ok());
    looked_at.push_back(fresh.id);
    for (const Goal& goal : caseload.goals())
        if (goal.measure == "time_s" || goal.measure == "assist") {
            looked_at.push_back(goal.id);
            break;
        }
    Goal met = fresh;
    met.id = mint<GoalId>();
    EXPECT_TRUE(caseload.run(AddGoal{met}).ok());
    EXPECT_TRUE(caseload.run(SetGoalStatus{met.id, GoalStatus::met, ui_of(ui).clock.today}).ok());
    looked_at.push_back(met.id);
    return looked_at;
}

TEST_P(GoalStoryLayout, NothingOverlapsAndTabReachesAll) {
    const auto ui = drive_app({.text_percent = GetParam().text_percent, .throwaway = true}, GetParam().size);
    for (const GoalId id : goals_to_look_at(*ui)) {
        const ChildId child = stage_of_app(*ui).caseload().goal(id)->child;
        for (const char* detail : {"", "edit"}) {
            go(*ui, {.screen = Screen::goal, .child = child, .goal = id, .detail = detail});
            EXPECT_EQ(ui->lint(), std::vector<std::string>{}) << id.value << detail;
        }
    }
    EXPECT_EQ(ui->not_reached_by_tab(), std::vector<std::string>{});
}

TEST_P(GoalStoryLayout, TheChildsGoalsStandBelowEachOther) {
    const auto ui = drive_app({.text_percent = GetParam().text_percent, .throwaway = true}, GetParam().size);
    const ChildId child = goal_named(*ui, writes).child;
    go(*ui, {.screen = Screen::child, .child = child});
    ui->wait(0.3);
    std::set<float> charts, badges;
    std::size_t rows = 0, drawn = 0;
    const auto& view = stage_of_app(*ui).app().screens().child.view;
    for (const WidgetInfo& each : ui->record().widgets) {
        if (each.scope.find("Goals") == std::string::npos) continue;
        if (each.role == WidgetRole::row) ++rows;
        const bool chart = each.label.find(", newest ") != std::string::npos;
        if (chart || each.label == "No values yet") ++drawn;
        if (chart) charts.insert(each.min.x);
        if (std::ranges::any_of(view.goals, [&](const auto& row) { return row.badge.words == each.label; }))
            badges.insert(each.min.x);
    }
    EXPECT_GT(rows, 0U);
    EXPECT_EQ(drawn, rows) << "each goal has its small chart, or says that there is none yet";
    EXPECT_EQ(charts.size(), 1U);
    EXPECT_EQ(badges.size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Story, GoalStoryLayout,
                         testing::Values(Look{"design_size", 100, {1440, 900}}, Look{"small", 100, {1024, 700}},
                                         Look{"large_text", 150, {1440, 900}}, Look{"largest_text", 200, {1440, 900}},
                                         Look{"wide", 100, {2560, 1440}}),
                         [](const auto& look) { return look.param.name; });

}  // namespace
}  // namespace pegboard::test
