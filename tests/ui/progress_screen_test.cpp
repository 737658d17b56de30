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
    stage_of_app(*ui).app().ui().nav->go({.screen = Screen::goal, .child = goal.child, .goal = goal.id});
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

const std::vector<PhaseChange>& phases(UiDriver& ui) {
    return stage_of_app(ui).caseload().phase_changes(goal_named(ui, writes).id);
}

const TimeEvent* event_called(UiDriver& ui, std::string_view words) {
    const auto& events = stage_of_app(ui).caseload().events(goal_named(ui, writes).child);
    const auto found = std::ranges::find(events, words, &TimeEvent::text);
    return found == events.end() ? nullptr : &*found;
}

TEST(ProgressScreen, a_phase_is_changed_and_the_change_is_taken_back) {
    const auto ui = at_goal();
    ASSERT_FALSE(phases(*ui).empty());
    const PhaseChange before = phases(*ui).front();
    const std::string day = say_short(before.date, make_date(2026, 9, 29).value());
    ui->click("Change phase: " + before.label + ", " + day).see("Change this phase?");
    EXPECT_EQ(ui->value("In a few words"), before.label);
    EXPECT_EQ(ui->value("From"), say(before.date));
    ui->field("In a few words").retype("Name practice at home");
    ui->choose("Phase", "Keeping it up").click("Save the phase");
    ASSERT_EQ(phases(*ui).size(), 1U);
    EXPECT_EQ(phases(*ui).front().id, before.id);
    EXPECT_EQ(phases(*ui).front().label, "Name practice at home");
    EXPECT_EQ(phases(*ui).front().phase, Phase::maintenance);
    EXPECT_EQ(phases(*ui).front().date, before.date);
    ui->in("Toast").click("Undo");
    EXPECT_EQ(phases(*ui).front(), before);
}

TEST(ProgressScreen, a_phase_is_removed_and_comes_back) {
    const auto ui = at_goal();
    const PhaseChange before = phases(*ui).front();
    const std::string day = say_short(before.date, make_date(2026, 9, 29).value());
    ui->click("Remove phase: " + before.label + ", " + day).see("Phase removed");
    EXPECT_TRUE(phases(*ui).empty());
    ui->not_see("Remove phase: " + before.label + ", " + day);
    ui->in("Toast").click("Undo");
    ASSERT_EQ(phases(*ui).size(), 1U);
    EXPECT_EQ(phases(*ui).front(), before);
}

TEST(ProgressScreen, an_event_is_changed_and_removed_and_comes_back) {
    const auto ui = at_goal();
    ui->click("Add an event").field("In a few words").type("New glasses").click("Add the event");
    const TimeEvent before = *event_called(*ui, "New glasses");
    ui->wait(7);  // the toast lies over the foot of the page
    ui->click("Change event: New glasses, 29 Sep").see("Change this event?");
    EXPECT_EQ(ui->value("In a few words"), "New glasses");
    ui->field("In a few words").retype("New glasses, blue").field("On").retype("1 Sep 2026");
    ui->choose("Kind", "Illness or medical").click("It concerns all goals of this child").click("Save the event");
    const TimeEvent* after = event_called(*ui, "New glasses, blue");
    ASSERT_NE(after, nullptr);
    EXPECT_EQ(after->id, before.id);
    EXPECT_EQ(after->date, *make_date(2026, 9, 1));
    EXPECT_EQ(after->kind, EventKind::medical);
    EXPECT_FALSE(after->goal);
    ui->wait(7).click("Remove event: New glasses, blue, 1 Sep").see("Event removed");
    EXPECT_EQ(event_called(*ui, "New glasses, blue"), nullptr);
    ui->in("Toast").click("Undo");
    ASSERT_NE(event_called(*ui, "New glasses, blue"), nullptr);
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z);
    ASSERT_NE(event_called(*ui, "New glasses"), nullptr);
    EXPECT_EQ(*event_called(*ui, "New glasses"), before);
}

TEST(ProgressScreen, what_the_core_refuses_stands_under_its_field_and_what_is_typed_stays) {
    const auto ui = at_goal();
    ui->click("Add an event").field("In a few words").type("Trip");
    ui->field("On").type("20 Sep 2026").field("Until (if longer)").type("10 Sep 2026").click("Add the event");
    ui->see("The last day is before the first. Choose a later one.");
    EXPECT_EQ(event_called(*ui, "Trip"), nullptr);
    ui->press(ImGuiKey_Escape).click("Add an event");
    EXPECT_EQ(ui->value("In a few words"), "Trip");
    ui->field("Until (if longer)").retype("22 Sep 2026").click("Add the event");
    ASSERT_NE(event_called(*ui, "Trip"), nullptr);
    EXPECT_EQ(event_called(*ui, "Trip")->until, *make_date(2026, 9, 22));
}

TEST(ProgressScreen, a_changed_phase_that_is_left_keeps_what_was_typed_apart_from_a_new_one) {
    const auto ui = at_goal();
    const PhaseChange before = phases(*ui).front();
    const std::string change =
        "Change phase: " + before.label + ", " + say_short(before.date, make_date(2026, 9, 29).value());
    ui->click(change).field("In a few words").retype("Half a thou").press(ImGuiKey_Escape);
    ui->click("New phase");
    EXPECT_EQ(ui->value("In a few words"), "");
    ui->click("Cancel").click(change);
    EXPECT_EQ(ui->value("In a few words"), "Half a thou");
    ui->field("From").retype("nonsense").click("Save the phase").see("Change this phase?");
    EXPECT_EQ(phases(*ui).front(), before);
    ui->click("Cancel").click(change);
    EXPECT_EQ(ui->value("In a few words"), before.label);
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

TEST(ProgressScreen, the_wheel_over_the_chart_scrolls_the_page) {
    const auto ui = at_goal({}, {1280, 720});
    const std::string chart = "Chart: writes his first and last name on the line";
    const float top = ui->find(chart).min.y;
    ui->wheel(chart, -2).wait(0.2);
    EXPECT_LT(ui->find(chart).min.y, top - 40);
    EXPECT_FALSE(ui->find("Zoom out").enabled) << "nothing was zoomed";
    const float scrolled = ui->find(chart).min.y;
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
    ui->wheel(chart, 1).wait(0.2);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
    ui->frame();
    EXPECT_EQ(ui->find(chart).min.y, scrolled);
    EXPECT_TRUE(ui->find("Zoom out").enabled) << "Ctrl and the wheel zoom";
}

TEST(ProgressScreen, a_picture_that_cannot_be_copied_is_offered_as_a_file) {
    const auto ui = at_goal();
    stage_of_app(*ui).machine.copies_pictures = false;
    ui->click("Copy as picture").wait(0.3).see("The picture is not copied");
    ui->see("Pictures cannot be copied here. You can save it as a file instead.");
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
    ui->in("Copy as picture").click("Save as picture").wait(0.1).see("Where should it be saved?");
}

TEST(ProgressScreen, a_picture_is_copied_and_says_for_how_long) {
    const auto ui = at_goal();
    ui->click("Copy as picture").wait(0.3);
    ui->see("Picture copied. It names the child, and leaves the clipboard after 30 seconds.");
    EXPECT_EQ(stage_of_app(*ui).machine.pictures_copied, 1);
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
