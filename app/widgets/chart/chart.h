// A chart of one goal over time: what was seen, where it should go, where it is going, and what else happened. Drawing
// alone: it takes days, numbers and words, and refuses to know goals, children or rules of progress.
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

namespace pegboard {

// ------------------------------------------------------------------ what is drawn
enum class ChartMark {
    before,    ///< hollow square: baseline
    after,     ///< filled circle
    left_out,  ///< hollow and crossed: recorded, counts nowhere
};
struct ChartPoint {
    Date day = {};
    double value = 0;
    ChartMark mark = ChartMark::after;
    bool joined = false;           ///< a line leads here from the last point that counts
    bool reached = false;          ///< a halo: it met the goal
    std::string words = {};        ///< "66 %"
    std::string detail = {};       ///< "33 of 50, a spoken prompt. Ahead of the aim of 60 %."
    std::string note = {};         ///< as it was written
    int number = 0;                ///< of its note in the list below; 0: none
    std::optional<int> help = {};  ///< level in the strip below
    std::string help_words = {};
    bool outside = false;  ///< a day's values that were recorded outside a session
};
/// A vertical line with its name; the first may be the start of all, which draws no line.
struct ChartStretch {
    Date from = {};
    std::string name = {};
    bool before = false;  ///< baseline: lies on a sunken band
};
struct ChartEvent {
    Date from = {};
    std::optional<Date> until = {};  ///< last day; none for a single day
    std::string name = {};
    int number = 0;
};
struct ChartSegment {
    Date from = {}, to = {};
    double from_value = 0, to_value = 0;
    [[nodiscard]] double at(double day) const;  ///< goes on beyond both ends; `day` since 1970
};
/// A level to reach, with a peg at the right: filled once it is met.
struct ChartLevel {
    double value = 0;
    std::string words = {};  ///< "Goal 80 %"
    bool met = false;
    bool step = false;  ///< a step on the way: dotted
};
/// Where the trend line meets the goal, and the days between which its ends do; no last day when the data allow none.
struct ChartMeeting {
    Date day = {};
    Date from = {};
    std::optional<Date> until = {};
    std::string words = {};       ///< "Trend meets goal 11 Nov"
    std::string band_words = {};  ///< "23 Oct to 30 Nov"
};
struct ChartTick {
    double value = 0;
    std::string words = {};
};
struct ChartHelp {
    std::string name = {};                ///< "Help given"
    std::vector<std::string> words = {};  ///< of levels 0.. for the labels
    std::optional<int> allowed = {};      ///< the most a pass may have
};
struct GoalChart {
    std::string name = {};  ///< "Letters on the line: chart"
    Role series = Role::ot;
    Date from = {}, until = {};  ///< the whole time axis
    double low = 0, high = 100;
    std::vector<ChartTick> ticks = {};
    std::vector<ChartPoint> points = {};  ///< in order of day
    std::vector<ChartStretch> stretches = {};
    std::vector<ChartEvent> events = {};
    std::vector<ChartLevel> levels = {};
    std::optional<ChartSegment> aim = {}, trend = {};
    std::optional<ChartSegment> trend_low = {}, trend_high = {};  ///< the ends of its honest interval
    std::optional<ChartMeeting> meeting = {};
    std::optional<Date> due = {};
    std::string due_words = {};  ///< "Target 11 Dec"
    std::optional<ChartHelp> help = {};
};

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
struct TimeTick {
    Date day = {};
    std::string words = {};
};
/// Days, Mondays, months, quarters or years: the finest that gives at most `most` ticks in the days shown.
std::vector<TimeTick> time_ticks(double from, double to, int most);
/// Round values from at or below `low` to at or above `high`, about `wanted` of them; steps of 1, 2, 2.5 or 5.
std::vector<double> value_ticks(double low, double high, int wanted, bool whole_numbers);
/// The shown days after zooming by `factor` (below 1: closer) about a day; at least 7 days, at most the whole.
void zoom(const GoalChart& chart, ChartView& view, double factor, double about);
/// The shown days moved by `days`, staying within the whole.
void pan(const GoalChart& chart, ChartView& view, double days);
/// First and last shown day.
std::pair<double, double> shown_days(const GoalChart& chart, const ChartView& view);
/// Moves the shown days so that a day can be seen.
void show_day(const GoalChart& chart, ChartView& view, double day);

}  // namespace pegboard
