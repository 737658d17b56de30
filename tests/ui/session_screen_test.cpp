// A running session as a therapist works it: start, tap, help, take back, keys, who is here, the next activity, finish,
// note; and nothing lost when it is killed right after a tap.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/session/session.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

constexpr std::string_view mateo = "Mateo García, 10:45 am";

const Session* running(UiDriver& ui) {
    for (const Session& session : stage_of_app(ui).caseload().sessions())
        if (is_running(session)) return &session;
    return nullptr;
}

std::vector<DataPoint> recorded(UiDriver& ui) {
    const Session* session = running(ui);
    if (session == nullptr) return {};
    const auto points = stage_of_app(ui).caseload().points(session->id);
    return points.ok() ? *points.value() : std::vector<DataPoint>{};
}

/// A goal of the session that is tapped as tries, opened and chosen.
std::string open_tries(UiDriver& ui) {
    const std::string title = "Cuts out a 10 cm circle close to the line";
    if (ui.sees("Record: " + title)) ui.click("Record: " + title);
    return title;
}

std::unique_ptr<UiDriver> started(const AppSetup& setup = {}, ImVec2 size = {1440, 900}) {
    auto ui = drive_app(setup, size);
    ui->click("Start: " + std::string(mateo));
    return ui;
}

TEST(SessionScreen, starts_from_today_with_the_first_activity) {
    const auto ui = started();
    ASSERT_NE(running(*ui), nullptr);
    ui->see("Who is here").see("Finish session").see("left in this activity").see("Next activity");
    EXPECT_FALSE(ui->sees("Caseload")) << "the whole window is for the session";
}

TEST(SessionScreen, words_fit_into_a_small_clock) {
    const auto ui = started({.text_percent = 150});
    const float inside = 90 * stage_of_app(*ui).scale();  // of the ring, where its words stand
    for (const WidgetInfo& widget : ui->record().widgets)
        if (widget.scope.ends_with("Clock") && widget.label.starts_with("left")) {
            EXPECT_LT(widget.max.x - widget.min.x, inside) << widget.label;
        }
    ui->see("left");
}

TEST(SessionScreen, each_tap_is_one_point_with_its_help) {
    const auto ui = started();
    const std::string title = open_tries(*ui);
    ui->in(title).click("Help: Light touch", WidgetRole::radio);
    ui->in(title).click("Correct");
    ui->in(title).click("Not yet");
    const auto points = recorded(*ui);
    ASSERT_EQ(points.size(), 2U);
    EXPECT_EQ(points[0].kind, PointKind::correct);
    EXPECT_EQ(points[0].assist, 4);
    EXPECT_EQ(points[0].block, running(*ui)->current_block);
    EXPECT_EQ(points[1].kind, PointKind::not_yet);
    ui->in(title).click("Undo last tap");
    EXPECT_FALSE(recorded(*ui)[1].valid);
    EXPECT_TRUE(recorded(*ui)[0].valid);
}

TEST(SessionScreen, keys_tap_and_take_back) {
    const auto ui = started();
    const std::string title = open_tries(*ui);
    ui->in(title).click("Choose goal: " + title);
    ui->press(ImGuiKey_2).press(ImGuiKey_3);
    ASSERT_EQ(recorded(*ui).size(), 2U);
    EXPECT_EQ(recorded(*ui)[0].kind, PointKind::with_help);
    ui->press(ImGuiKey_R).press(ImGuiKey_1);
    ASSERT_EQ(recorded(*ui).size(), 3U);
    EXPECT_EQ(recorded(*ui)[2].assist, 4) << "the fourth level of help";
    ui->press(ImGuiKey_Backspace);
    EXPECT_FALSE(recorded(*ui)[2].valid);
    const BlockId before = running(*ui)->current_block;
    ui->press(ImGuiKey_N);
    EXPECT_NE(running(*ui)->current_block, before);
}

TEST(SessionScreen, space_is_the_first_button_unless_another_shows_the_focus) {
    const auto ui = started();
    const std::string title = open_tries(*ui);
    ui->in(title).click("Choose goal: " + title);
    ui->press(ImGuiKey_Space).press(ImGuiKey_Space);
    ASSERT_EQ(recorded(*ui).size(), 2U) << "after a press of the pointer";
    ui->press(ImGuiKey_DownArrow).press(ImGuiKey_UpArrow).press(ImGuiKey_Space);
    ASSERT_EQ(recorded(*ui).size(), 3U) << "after a goal was chosen by key";
    for (const DataPoint& point : recorded(*ui)) EXPECT_EQ(point.kind, PointKind::correct);
    const auto focused = [&] {
        const auto& all = ui->record().widgets;
        const auto found = std::ranges::find_if(all, &WidgetInfo::focused);
        return found != all.end() && found->label == "Not yet" && found->scope.find(title) != std::string::npos;
    };
    for (int i = 0; i < 200 && !focused(); ++i) ui->tab();
    ASSERT_TRUE(focused());
    ui->press(ImGuiKey_Space);
    ASSERT_EQ(recorded(*ui).size(), 4U) << "one key, one tap";
    EXPECT_EQ(recorded(*ui)[3].kind, PointKind::not_yet);
}

TEST(SessionScreen, a_kill_after_a_tap_loses_nothing) {
    const auto ui = started();
    const std::string title = open_tries(*ui);
    ui->in(title).click("Correct");
    stage_of_app(*ui).crash_and_reopen();
    ui->frame();
    ASSERT_EQ(recorded(*ui).size(), 1U);
    ui->click("Back to the session").see("Who is here");
    EXPECT_EQ(open_tries(*ui), title);
    EXPECT_EQ(ui->in(title).value("Correct"), "1");
}

TEST(SessionScreen, an_absent_child_is_marked_with_a_reason) {
    const auto ui = started();
    ui->click("Who is here").click("Mateo García: Absent");
    ui->choose("Why", "Child unwell").click("Done");
    EXPECT_EQ(running(*ui)->participants.front().attendance, Attendance::absent);
    EXPECT_EQ(running(*ui)->participants.front().absence_reason, NotHeldReason::child_ill);
    ui->see("Mateo García is not here today. \"Who is here\" changes that.");
}

TEST(SessionScreen, skip_swap_and_how_it_went_are_kept) {
    const auto ui = started();
    const BlockId first = running(*ui)->current_block;
    ui->click("Loved it");
    ui->click("Skip activity");
    const auto skipped = std::ranges::find(running(*ui)->blocks, first, &Block::id);
    EXPECT_EQ(skipped->state, BlockState::skipped);
    ASSERT_FALSE(skipped->children.empty());
    EXPECT_EQ(skipped->children.front().response, Response::loved);
    const std::size_t count = running(*ui)->blocks.size();
    ui->click("Add activity").see("Add which activity?");
    ui->press(ImGuiKey_Escape);
    EXPECT_EQ(running(*ui)->blocks.size(), count);
}

TEST(SessionScreen, finish_leads_to_a_filled_note_that_is_signed) {
    const auto ui = started();
    const std::string title = open_tries(*ui);
    ui->in(title).click("Correct");
    ui->click("Tired");
    const SessionId id = running(*ui)->id;
    ui->click("Finish session").click("Finish and write note");
    EXPECT_EQ(running(*ui), nullptr);
    ui->see("Note for Mateo").see("Not kept yet");
    EXPECT_NE(ui->value("Objective").find(title), std::string::npos);
    EXPECT_NE(ui->value("Subjective").find("Tired"), std::string::npos);
    ui->click("Sign as final").click("Sign it").see("Final");
    const auto& heads = stage_of_app(*ui).caseload().notes(id);
    ASSERT_EQ(heads.size(), 1U);
    EXPECT_EQ(heads.front().status, NoteStatus::final_);
    ui->click("Add an amendment").field("Amendment").type("Held in the gym.").click("Add it").see("Held in the gym.");
}

TEST(SessionScreen, what_the_other_discipline_recorded_is_not_said_to_be_missing) {
    const auto ui = started();
    const std::string title = "Hops five times in a row on his right foot";  // a PT goal; an OT sits here
    if (ui->sees("Record: " + title)) ui->click("Record: " + title);
    ui->in(title).click("Count one");
    ASSERT_EQ(recorded(*ui).size(), 1U);
    ui->click("Finish session").click("Finish and write note");
    ui->see("Nothing was recorded for OT goals. What was recorded for PT goals is kept and goes into the PT note.");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Enter).see("Only a planned session of today can be started.");
}

TEST(SessionScreen, every_control_is_reached_by_tab) {
    const auto ui = started();
    EXPECT_EQ(ui->not_reached_by_tab(), std::vector<std::string>{});
}

TEST(Tally, counts_valid_points_only) {
    Goal goal;
    goal.measure = "steps_pct";
    goal.task_steps = {"Takes the coat", "Puts an arm in"};
    DataPoint step;
    step.kind = PointKind::step;
    step.step = 2;
    step.value = 1;
    DataPoint taken_away = step;
    taken_away.step = 1;
    taken_away.valid = false;
    const std::vector<DataPoint> points{step, taken_away};
    const LiveTally tally = tally_of(goal, points);
    EXPECT_EQ(tally.points, 1);
    EXPECT_EQ(tally.steps[1], true);
    EXPECT_FALSE(tally.steps[0].has_value());
}

/// What is pressed on the top layer and is smaller than a thumb wants: 44 logical units either way.
std::vector<std::string> small_targets(UiDriver& ui) {
    const float least = 44 * ui.stage().scale() - 1;
    int top = 0;
    for (const WidgetInfo& widget : ui.record().widgets) top = std::max(top, widget.layer);
    std::vector<std::string> small;
    for (const WidgetInfo& widget : ui.record().widgets) {
        if (widget.id == 0 || widget.layer != top || widget.scope == "Toast") continue;
        const ImVec2 size{widget.max.x - widget.min.x, widget.max.y - widget.min.y};
        if (size.x < least || size.y < least)
            small.push_back(widget.label + ": " + std::to_string(static_cast<int>(size.x)) + " x " +
                            std::to_string(static_cast<int>(size.y)));
    }
    return small;
}

TEST(SessionScreen, whatever_is_pressed_is_as_large_as_a_thumb) {
    const auto ui = started();
    open_tries(*ui);
    EXPECT_EQ(small_targets(*ui), std::vector<std::string>{});
    ui->click("Who is here");
    EXPECT_EQ(small_targets(*ui), std::vector<std::string>{});
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
    ui->click("More: Came late by");
    EXPECT_EQ(running(*ui)->participants.front().late_min, 5);
    ui->click("Done").click("Finish session");
    EXPECT_EQ(small_targets(*ui), std::vector<std::string>{});
}

struct Look {
    std::string name;
    int text_percent;
    ImVec2 size;
};
class SessionLayout : public testing::TestWithParam<Look> {};

TEST_P(SessionLayout, nothing_overlaps_and_all_can_be_pressed) {
    const auto ui = started({.text_percent = GetParam().text_percent}, GetParam().size);
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
    ui->click("Who is here");
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
    ui->click("Done").click("Finish session").click("Finish and write note");
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(Session, SessionLayout,
                         testing::Values(Look{"design_size", 100, {1440, 900}}, Look{"smallest", 100, {1280, 720}},
                                         Look{"large_text", 150, {1440, 900}}, Look{"largest_text", 200, {1440, 900}}),
                         [](const auto& look) { return look.param.name; });

}  // namespace
}  // namespace pegboard::test
