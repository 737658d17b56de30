// Draws the chart of one goal over time (core/progress/chart/goal_chart.h says what stands in it) and asks what of it a
// person looks at. It refuses to know goals, children or rules of progress.
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui.h"
#include "core/model/date.h"
#include "core/progress/chart/goal_chart.h"

namespace pegboard {

// ------------------------------------------------------------------ what is looked at
/// The color of a discipline's data.
inline Role role_of(Discipline discipline) { return discipline == Discipline::ot ? Role::ot : Role::pt; }
/// What a person chose to look at.
struct ChartView {
    double from = 0, to = 0;  ///< days shown; the whole when to <= from
    int marked = -1;          ///< point chosen by keyboard or click
    double grab_from = 0;     ///< where the shown days began when dragging began
    bool dragging = false;
};
struct ChartReply {
    std::optional<std::size_t> chosen = {};  ///< a point was clicked, or Enter was pressed on it
    Rect at = {};                            ///< where it stands, for a menu
};

// ------------------------------------------------------------------ drawing (chart.cpp)
/// The plot with its axes, and the help strip below when there is one.
ChartReply goal_chart(Ui& ui, Rect rect, const GoalChart& chart, ChartView& view);
/// What the marks mean, from the left; returns the width. Only what the chart has.
float chart_legend(Ui& ui, Vec pos, const GoalChart& chart);
/// Zoom in, zoom out and the whole time, right-aligned in `rect`; returns the width taken.
float chart_zoom_buttons(Ui& ui, Rect rect, const GoalChart& chart, ChartView& view);
/// The picture alone with a title above, without anything to press, into another list: for a file.
void draw_chart_picture(Ui& ui, ImDrawList& list, Rect rect, const GoalChart& chart, const ChartView& view,
                        std::string_view title);

// ------------------------------------------------------------------ the same as a table (chart_table.cpp)
/// One row a point, newest first; returns the height. A row that is pressed becomes the marked point.
ChartReply chart_table(Ui& ui, Rect rect, const GoalChart& chart, ChartView& view, float& bottom);
/// The same as text: a head and one line a point, columns by tabs.
std::string chart_text(const GoalChart& chart);
/// "22 Sep 2026, 66 %, 33 of 50, a spoken prompt": what a reader hears at a point.
std::string say_point(const ChartPoint& point);

// ------------------------------------------------------------------ sparks (spark.cpp)
struct Spark {
    std::vector<std::pair<double, double>> points = {};  ///< day and value, in order
    std::optional<ChartSegment> aim = {};
    std::optional<double> goal = {};
    Role series = Role::ot;
};
/// A small line with its aim (dashed) and goal (dotted), the last point larger; `words` says it for the record.
void spark(Ui& ui, Rect rect, const Spark& spark, std::string_view words);

// ------------------------------------------------------------------ axes (chart_axes.cpp): pure
/// The shown days after zooming by `factor` (below 1: closer) about a day; at least 7 days, at most the whole.
void zoom(const GoalChart& chart, ChartView& view, double factor, double about);
/// The shown days moved by `days`, staying within the whole.
void pan(const GoalChart& chart, ChartView& view, double days);
/// First and last shown day.
std::pair<double, double> shown_days(const GoalChart& chart, const ChartView& view);
/// Moves the shown days so that a day can be seen.
void show_day(const GoalChart& chart, ChartView& view, double day);

}  // namespace pegboard
