// Charts of the gallery: everything at once, less is better, a table, nothing yet, very many points, small lines.
#include "app/gallery/gallery_charts.h"

#ifdef PEGBOARD_GALLERY

#include <array>
#include <cmath>

#include "app/widgets/tally.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

Rect begin_chart_card(Ui& ui, Rect rect, std::string_view title) {
    card(ui, rect);
    const Rect inside = rect.inset(21, 16);
    text(ui, inside.pos(), title, {.type = Type::section, .heading = true});
    return {inside.x, inside.y + 36, inside.w, inside.h - 36};
}

void add(GoalChart& chart, Date day, double value, ChartMark mark, int help) {
    ChartPoint point{.day = day, .value = value, .mark = mark, .words = std::to_string(std::lround(value)) + " %"};
    point.joined = !chart.points.empty() && chart.points.back().mark == mark;
    point.help = help;
    point.help_words = chart.help->words[static_cast<std::size_t>(help)];
    point.detail = std::to_string(std::lround(value / 2)) + " of 50, " + point.help_words + ".";
    chart.points.push_back(point);
}

void percent_axis(GoalChart& chart) {
    for (const double value : value_ticks(0, 100, 5, true))
        chart.ticks.push_back({value, std::to_string(std::lround(value)) + " %"});
}

/// Seconds to put on a coat: less is better, no baseline, no due day.
GoalChart falling_chart() {
    GoalChart chart{.name = "Seconds: chart", .series = Discipline::pt};
    chart.from = *make_date(2026, 8, 3);
    chart.until = *make_date(2026, 10, 5);
    chart.low = 0;
    chart.high = 150;
    for (const double value : value_ticks(0, 150, 4, true))
        chart.ticks.push_back({value, std::to_string(std::lround(value)) + " s"});
    constexpr std::array seconds{140, 133, 138, 120, 112, 115, 98, 90, 84};
    for (std::size_t i = 0; i < seconds.size(); ++i)
        chart.points.push_back({.day = chart.from + static_cast<int>(i) * 7,
                                .value = static_cast<double>(seconds[i]),
                                .joined = i > 0,
                                .words = std::to_string(seconds[i]) + " s"});
    chart.levels = {{.value = 60, .words = "Goal 60 s"}};
    return chart;
}

void sparks(Ui& ui, Rect in) {
    Spark up{.series = Role::ot};
    Spark flat{.series = Role::pt};
    for (int i = 0; i < 9; ++i) {
        up.points.emplace_back(i * 7, 20 + i * 5 + (i % 2) * 4);
        flat.points.emplace_back(i * 7, 30 + (i % 3) * 2);
    }
    for (Spark* each : {&up, &flat}) {
        each->goal = 70;
        each->aim = ChartSegment{Date{0}, Date{70}, 20, 70};
    }
    spark(ui, {in.x, in.y, 128, 40}, up, "Rising, newest above the aim");
    spark(ui, {in.x + 160, in.y, 128, 40}, flat, "Level, newest below the aim");
    spark(ui, {in.x + 320, in.y, 128, 40}, {.points = {{0.0, 4.0}}}, "One value");
}

/// What a live session is worked with, in each state.
float live_parts(Ui& ui, Rect rect) {
    rect.h = 300;
    const Rect in = begin_chart_card(ui, rect, "Live session");
    const Scope scope(ui, "Live session");
    const float width = std::min(260.0F, (in.w - 260) / 3);
    const std::array looks{TallyLook{.kind = BadgeKind::good, .icon = icon::check, .count = "6"},
                           TallyLook{.kind = BadgeKind::info, .icon = icon::account_plus, .count = "2"},
                           TallyLook{.icon = icon::minus, .count = "1"},
                           TallyLook{.kind = BadgeKind::good, .icon = icon::check, .count = "7", .pressed = true},
                           TallyLook{.kind = BadgeKind::info, .selected = true},
                           TallyLook{.icon = icon::play, .enabled = false}};
    constexpr std::array<std::string_view, 6> words{"Correct", "With help", "Not yet", "Pressed", "Chosen", "Off"};
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const auto column = static_cast<float>(i % 3), line = static_cast<float>(i / 3);
        tally_button(ui, {in.x + column * (width + 12), in.y + line * 100, width, 88}, words[i], looks[i]);
    }
    float x = in.x;
    for (const bool on : {true, false}) {
        large_chip(ui, {x, in.y + 200}, on ? "Loved it" : "Tired", on);
        x += large_chip_width(ui, on ? "Loved it" : "Tired", on) + 8;
    }
    timer_ring(ui, {in.right() - 116, in.y + 106}, 200,
               {.share = 0.38F, .time = "3:48", .below = "left in this activity", .hue = Hue::amber});
    return rect.bottom();
}

}  // namespace

GoalChart sample_chart() {
    GoalChart chart{.name = "Letters on the line: chart"};
    chart.help =
        ChartHelp{.name = "Help given",
                  .words = {"no help", "own equipment", "an adult watching", "an adult close by", "a light touch"},
                  .allowed = 2};
    percent_axis(chart);
    const Date start = *make_date(2026, 3, 16);
    chart.from = start - 4;
    constexpr std::array before{18, 22, 15, 25, 20};
    for (std::size_t i = 0; i < before.size(); ++i)
        add(chart, start + static_cast<int>(i) * 7, before[i], ChartMark::before, 4);
    constexpr std::array after{24, 30, 28, 38, 35, 44, 40, 50, 46, 48, 55, 53, 54, 58, 62, 64, 66};
    const Date changed = start + 36;
    for (std::size_t i = 0; i < after.size(); ++i)
        add(chart, changed + 6 + static_cast<int>(i) * 9, after[i], ChartMark::after, i < 6 ? 4 : i < 12 ? 3 : 2);
    chart.points[7].mark = ChartMark::left_out;
    chart.points[7].note = "Fire drill, only two tries.";
    for (std::size_t i : {chart.points.size() - 3, chart.points.size() - 2, chart.points.size() - 1})
        chart.points[i].reached = true;
    chart.points[9].number = 1;
    chart.points[9].note = "Short crayon, better grip.";
    chart.points[15].number = 3;
    chart.points[15].note = "Slant board added.";
    chart.points.back().note = "Wrote the whole name for the first time.";
    chart.stretches = {
        {start, "Baseline", true}, {changed, "Weekly name practice"}, {changed + 110, "With slant board"}};
    chart.events = {{.from = changed + 92, .until = changed + 106, .name = "Vacation", .number = 2},
                    {.from = changed + 60, .name = "New glasses", .number = 4}};
    chart.levels = {{.value = 80, .words = "Goal 80 %"},
                    {.value = 60, .words = "Step 2 met", .met = true, .step = true},
                    {.value = 40, .words = "Step 1 met", .met = true, .step = true}};
    const Date last = chart.points.back().day, due = *make_date(2026, 12, 11);
    chart.aim = ChartSegment{start + 14, due, 20, 80};
    chart.trend = ChartSegment{changed + 6, last, 29, 65};
    chart.trend_low = ChartSegment{changed + 6, last, 33, 61};
    chart.trend_high = ChartSegment{changed + 6, last, 25, 69};
    chart.meeting = ChartMeeting{last + 60, last + 45, last + 84, "Trend meets goal 15 Nov", "31 Oct to 9 Dec"};
    chart.due = due;
    chart.due_words = "Target 11 Dec";
    chart.until = due + 7;
    return chart;
}

GoalChart dense_sample_chart(int count) {
    GoalChart chart{.name = "Very many points: chart"};
    percent_axis(chart);
    chart.from = *make_date(2021, 1, 4);
    chart.until = chart.from + count;
    for (int i = 0; i < count; ++i)
        chart.points.push_back({.day = chart.from + i,
                                .value = 45 + 30 * std::sin(i * 0.004) + (i * 37 % 23) - 11,
                                .joined = i > 0,
                                .words = "a value"});
    chart.levels = {{.value = 80, .words = "Goal 80 %"}};
    return chart;
}

float gallery_charts(GalleryCharts& self, Ui& ui, Rect rect) {
    const GoalChart all = sample_chart();
    if (!self.begun) self.whole.marked = static_cast<int>(all.points.size()) - 1;
    self.begun = true;
    const Scope scope(ui, "Charts");
    Rect in = begin_chart_card(ui, {rect.x, rect.y, rect.w, 580}, "Goal chart");
    chart_zoom_buttons(ui, {in.x, in.y - 38, in.w, 32}, all, self.whole);
    chart_legend(ui, {in.x + 120, in.y - 30}, all);
    goal_chart(ui, in, all, self.whole);
    const float y = rect.y + 580 + 16, half = std::floor((rect.w - 16) / 2);
    in = begin_chart_card(ui, {rect.x, y, half, 330}, "Less is better");
    goal_chart(ui, in, falling_chart(), self.down);
    in = begin_chart_card(ui, {rect.x + half + 16, y, half, 330}, "2,000 points");
    if (self.dense.points.empty()) self.dense = dense_sample_chart(2000);
    goal_chart(ui, in, self.dense, self.many);
    const float below = y + 330 + 16;
    in = begin_chart_card(ui, {rect.x, below, half, 300}, "As a table");
    GoalChart few = falling_chart();
    few.points.resize(4);
    few.points[1].mark = ChartMark::left_out;
    few.points[2].reached = true;
    few.points[3].note = "Coat on the floor, zipper held by an adult.";
    float bottom = 0;
    chart_table(ui, in, few, self.table, bottom);
    in = begin_chart_card(ui, {rect.x + half + 16, below, half, 300}, "Small lines, and nothing yet");
    sparks(ui, in);
    GoalChart empty = falling_chart();
    empty.points.clear();
    empty.name = "Nothing yet: chart";
    ChartView view;
    in.cut_top(56);
    goal_chart(ui, in, empty, view);
    return live_parts(ui, {rect.x, below + 316, rect.w, 0});
}

}  // namespace pegboard

#endif
