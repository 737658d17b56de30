// Progress as a therapist reads it: the list, a goal's chart and table, what the data suggest, the rule chosen, phases,
// events, points left out, values entered afterwards, and the child's own page.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

constexpr std::string_view writes = "Writes his first and last name on the line";

const Goal& goal_named(UiDriver& ui, std::string_view title) {
    const auto& goals = stage_of_app(ui).caseload().goals();
    return *std::ranges::find(goals, title, &Goal::title);
}

std::unique_ptr<UiDriver> at_goal(const AppSetup& setup = {}, ImVec2 size = {1440, 900}) {
    auto ui = drive_app(setup, size);
    const Goal& goal = goal_named(*ui, writes);
    stage_of_app(*ui).app().ui().nav->go({.screen = Screen::progress, .child = goal.child, .goal = goal.id});
    for (int i = 0; i < 4; ++i) ui->frame();
    return ui;
}

TEST(ProgressScreen, the_list_leads_to_a_chart) {
    const auto ui = drive_app();
    ui->open("Progress").see("Progress");
    ui->click("Goals: All active, " +
              std::to_string(std::ranges::count_if(stage_of_app(*ui).caseload().goals(), [&](const Goal& goal) {
                  return goal.status == GoalStatus::active;
              })));
    ui->field("Find a goal or child").type("writes his first");
    ui->click("Mateo García: " + std::string(writes)).see("In numbers").see("What the data suggest");
}

TEST(ProgressScreen, the_chart_and_its_table_tell_the_same) {
    const auto ui = at_goal();
    const auto points = stage_of_app(*ui).caseload().points(goal_named(*ui, writes).id);
    ASSERT_TRUE(points.ok());
    ASSERT_FALSE(points.value()->empty());
    ui->see("Chart: writes his first and last name on the line");
    ui->click("Shown as: Table", WidgetRole::radio).see("Date").see("Value");
}

TEST(ProgressScreen, the_therapist_chooses_the_rule) {
    const auto ui = at_goal();
    ui->choose("Rule", "Trend line");
    EXPECT_EQ(goal_named(*ui, writes).decision_rule, DecisionRule::trend_line);
}

TEST(ProgressScreen, a_phase_and_an_event_stand_on_the_time_axis) {
    const auto ui = at_goal();
    const Goal goal = goal_named(*ui, writes);
    const std::size_t before = stage_of_app(*ui).caseload().phase_changes(goal.id).size();
    ui->click("New phase").field("In a few words").type("With a slant board").click("Add the phase");
    EXPECT_EQ(stage_of_app(*ui).caseload().phase_changes(goal.id).size(), before + 1);
    ui->click("Add an event").field("In a few words").type("New glasses").click("Add the event").see("New glasses");
}

TEST(ProgressScreen, a_value_from_paper_is_recorded_with_its_day) {
    const auto ui = at_goal();
    const Goal goal = goal_named(*ui, writes);
    const auto count = [&] { return stage_of_app(*ui).caseload().points(goal.id).value()->size(); };
    const std::size_t before = count();
    ui->click("Enter a value").see("What was seen?");
    ui->field("Day").type("27 Sep");
    ui->field("How many").type("14").field("out of").type("20").click("Record");
    ASSERT_EQ(count(), before + 1);
    const auto points = stage_of_app(*ui).caseload().points(goal.id).value();
    const auto found = std::ranges::find(*points, *make_date(2026, 9, 27), &DataPoint::date);
    ASSERT_NE(found, points->end());
    EXPECT_EQ(found->value, 14);
    EXPECT_EQ(found->n, 20);
}

TEST(ProgressScreen, every_control_is_reached_by_tab) {
    const auto ui = at_goal();
    EXPECT_EQ(ui->not_reached_by_tab(), std::vector<std::string>{});
}

TEST(ChildProgress, shows_goals_milestones_and_weeks) {
    const auto ui = drive_app();
    const Goal& goal = goal_named(*ui, writes);
    stage_of_app(*ui).app().ui().nav->go({.screen = Screen::child, .child = goal.child, .detail = "progress"});
    for (int i = 0; i < 4; ++i) ui->frame();
    ui->see("Milestones").see("Last 8 weeks").see("Areas for growth");
    ui->click("Chart: " + std::string(writes)).see("In numbers");
}

struct Look {
    std::string name;
    int text_percent;
    ImVec2 size;
};
class ProgressLayout : public testing::TestWithParam<Look> {};

TEST_P(ProgressLayout, nothing_overlaps) {
    const auto ui = at_goal({.text_percent = GetParam().text_percent}, GetParam().size);
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
    const Goal& goal = goal_named(*ui, writes);
    stage_of_app(*ui).app().ui().nav->go({.screen = Screen::child, .child = goal.child, .detail = "progress"});
    for (int i = 0; i < 4; ++i) ui->frame();
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
    stage_of_app(*ui).app().ui().nav->go({.screen = Screen::progress});
    for (int i = 0; i < 4; ++i) ui->frame();
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(Progress, ProgressLayout,
                         testing::Values(Look{"design_size", 100, {1440, 900}}, Look{"smallest", 100, {1280, 720}},
                                         Look{"large_text", 150, {1440, 900}}, Look{"largest_text", 200, {1440, 900}}),
                         [](const auto& look) { return look.param.name; });

}  // namespace
}  // namespace pegboard::test
