// The goal chart as a person uses it: keys from point to point, zoom, read-out, the table, and its ticks.
#include "app/widgets/chart/chart.h"

#include <gtest/gtest.h>

#include "tests/ui/widget_host.h"

namespace pegboard::test {
namespace {

GoalChart weekly(int count) {
    GoalChart chart{.name = "Catches: chart"};
    chart.from = *make_date(2026, 6, 1);
    chart.until = chart.from + count * 7;
    for (const double value : value_ticks(0, 100, 5, true)) chart.ticks.push_back({value, std::to_string(int(value))});
    for (int i = 0; i < count; ++i)
        chart.points.push_back({.day = chart.from + 3 + 7 * i,
                                .value = 20.0 + 3 * i,
                                .joined = i > 0,
                                .words = std::to_string(20 + 3 * i) + " %"});
    chart.points[2].note = "New ball.";
    chart.points[3].mark = ChartMark::left_out;
    chart.levels = {{.value = 80, .words = "Goal 80 %"}};
    return chart;
}

struct Held {
    GoalChart chart = weekly(12);
    ChartView view;
    ChartReply reply;
    std::unique_ptr<UiDriver> ui = drive_widgets([this](Ui& u) {
        reply = goal_chart(u, {40, 60, 900, 400}, chart, view);
        chart_zoom_buttons(u, {40, 10, 900, 40}, chart, view);
    });
};

TEST(Chart, arrows_go_from_point_to_point_and_say_it) {
    Held held;
    held.ui->tab();
    ASSERT_EQ(held.ui->focused(), "Catches: chart");
    EXPECT_EQ(held.ui->value("Catches: chart"), "12 points");
    held.ui->press(ImGuiKey_RightArrow).press(ImGuiKey_RightArrow).press(ImGuiKey_RightArrow);
    EXPECT_EQ(held.ui->value("Catches: chart"), "18 Jun 2026, 26 %, New ball.; point 3 of 12");
    held.ui->press(ImGuiKey_End);
    EXPECT_EQ(held.view.marked, 11);
    held.ui->press(ImGuiKey_RightArrow);
    EXPECT_EQ(held.view.marked, 11) << "stays at the end";
    held.ui->press(ImGuiKey_Home).press(ImGuiKey_Escape);
    EXPECT_EQ(held.view.marked, -1);
    EXPECT_EQ(held.ui->focused(), "Catches: chart") << "arrows and Esc leave the focus where it is";
}

TEST(Chart, a_point_left_out_says_so) {
    Held held;
    held.view.marked = 3;
    held.ui->frame();
    EXPECT_EQ(held.ui->value("Catches: chart"), "25 Jun 2026, 29 %, not counted; point 4 of 12");
}

TEST(Chart, enter_chooses_the_point) {
    Held held;
    bool chosen = false;
    const auto ui = drive_widgets([&](Ui& u) {
        if (const auto reply = goal_chart(u, {40, 60, 900, 400}, held.chart, held.view); reply.chosen)
            chosen = *reply.chosen == 0;
    });
    ui->tab().press(ImGuiKey_RightArrow).press(ImGuiKey_Enter);
    EXPECT_TRUE(chosen);
}

TEST(Chart, zooms_by_wheel_keys_and_buttons) {
    Held held;
    const auto span = [&] {
        const auto [from, to] = shown_days(held.chart, held.view);
        return to - from;
    };
    EXPECT_EQ(span(), 84);
    held.ui->wheel("Catches: chart", 1);
    EXPECT_EQ(span(), 84) << "the wheel alone scrolls the page";
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
    held.ui->wheel("Catches: chart", 1);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
    EXPECT_NEAR(span(), 56, 0.1);
    held.ui->click("Zoom in");
    EXPECT_LT(span(), 40);
    held.ui->click("Whole time");
    EXPECT_EQ(span(), 84);
    held.ui->tab();
    while (held.ui->focused() != "Catches: chart") held.ui->tab();
    held.ui->press(ImGuiKey_End);
    const auto letter = [&](unsigned typed) {
        ImGui::GetIO().AddInputCharacter(typed);
        held.ui->frame();
        held.ui->frame();
    };
    letter('+');
    letter('+');
    EXPECT_LT(span(), 40);
    const auto [from, to] = shown_days(held.chart, held.view);
    const double day = held.chart.points.back().day.day;
    EXPECT_TRUE(day >= from && day <= to) << "the marked point stays in sight";
    letter('0');
    EXPECT_EQ(span(), 84);
}

TEST(Chart, zoom_never_leaves_the_time_there_is) {
    GoalChart chart = weekly(12);
    ChartView view;
    for (int i = 0; i < 20; ++i) zoom(chart, view, 0.5, chart.from.day - 100);
    EXPECT_GE(view.from, chart.from.day);
    EXPECT_NEAR(view.to - view.from, 7, 0.01);
    pan(chart, view, 1e6);
    EXPECT_LE(view.to, chart.until.day);
    for (int i = 0; i < 20; ++i) zoom(chart, view, 2, chart.until.day);
    EXPECT_EQ(view.to, 0) << "the whole again";
}

TEST(Chart, words_do_not_lie_over_each_other) {
    for (const float width : {360.0F, 560.0F, 900.0F, 1300.0F}) {
        GoalChart chart = weekly(12);
        chart.stretches = {{chart.from, "Baseline", true}, {chart.from + 9, "A phase with a rather long name"}};
        chart.levels.push_back({.value = 79, .words = "Step 2 met", .met = true, .step = true});
        chart.due = chart.until - 2;
        chart.due_words = "Target 20 Aug";
        chart.trend = ChartSegment{chart.from + 3, chart.until - 8, 20, 55};
        chart.meeting =
            ChartMeeting{chart.until - 3, chart.until - 6, chart.until - 1, "Trend meets goal 20 Aug", "17 to 22 Aug"};
        ChartView view{.marked = 11};
        const auto ui = drive_widgets([&](Ui& u) { goal_chart(u, {40, 60, width, 300}, chart, view); });
        const auto faults = ui->lint();
        EXPECT_TRUE(faults.empty()) << width << ": " << faults.front();
    }
}

TEST(Chart, two_thousand_points_can_be_drawn_and_walked) {
    GoalChart chart = weekly(12);
    chart.points.clear();
    for (int i = 0; i < 2000; ++i)
        chart.points.push_back({.day = chart.from + i, .value = 50.0 + i % 7, .joined = i > 0, .words = "x"});
    chart.until = chart.from + 2000;
    ChartView view;
    const auto ui = drive_widgets([&](Ui& u) { goal_chart(u, {40, 60, 900, 400}, chart, view); });
    ui->tab().press(ImGuiKey_End);
    EXPECT_EQ(view.marked, 1999);
}

TEST(ChartTable, tells_the_same_points) {
    GoalChart chart = weekly(4);
    chart.points[1].reached = true;
    ChartView view;
    float bottom = 0;
    const auto ui = drive_widgets([&](Ui& u) { chart_table(u, {40, 60, 900, 0}, chart, view, bottom); });
    ui->see("25 Jun 2026").see("29 %").see("Not counted").see("Reached the goal").see("New ball.");
    EXPECT_FLOAT_EQ(bottom, 60 + 40 + 4 * 46);
    ui->click("11 Jun 2026, 23 %");
    EXPECT_EQ(view.marked, 1);
    EXPECT_EQ(ui->lint().size(), 0U);
    EXPECT_EQ(chart_text(chart),
              "Date\tValue\tKind\tHelp\tMore\tNote\n2026-06-04\t20 %\tSession\t\t\t\n"
              "2026-06-11\t23 %\tReached the goal\t\t\t\n2026-06-18\t26 %\tSession\t\t\tNew ball.\n"
              "2026-06-25\t29 %\tNot counted\t\t\t\n");
}

TEST(ChartAxes, days_weeks_months_quarters_years) {
    const double from = make_date(2026, 9, 29)->day;
    const auto words = [&](double days, int most) {
        std::string all;
        for (const TimeTick& tick : time_ticks(from, from + days, most)) all += tick.words + "|";
        return all;
    };
    EXPECT_EQ(words(3, 8), "29 Sep 2026|30 Sep|1 Oct|2 Oct|");
    EXPECT_EQ(words(28, 8), "5 Oct 2026|12 Oct|19 Oct|26 Oct|");
    EXPECT_EQ(words(120, 6), "Oct 2026|Nov|Dec|Jan 2027|");
    EXPECT_EQ(words(400, 6), "Oct 2026|Jan 2027|Apr|Jul|Oct|");
    EXPECT_EQ(words(1500, 6), "2027|2028|2029|2030|");
}

TEST(ChartAxes, round_values) {
    EXPECT_EQ(value_ticks(0, 100, 5, true), (std::vector<double>{0, 20, 40, 60, 80, 100}));
    EXPECT_EQ(value_ticks(0, 7, 4, true), (std::vector<double>{0, 2, 4, 6, 8}));
    EXPECT_EQ(value_ticks(0, 2, 5, true), (std::vector<double>{0, 1, 2}));
    EXPECT_EQ(value_ticks(0.5, 2.2, 4, false), (std::vector<double>{0.5, 1, 1.5, 2, 2.5}));
    EXPECT_EQ(value_ticks(5, 5, 4, true), (std::vector<double>{5, 6}));
}

}  // namespace
}  // namespace pegboard::test
