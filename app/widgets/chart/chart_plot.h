// Where the parts of a chart stand, and drawing them in layers. Only the chart's own files use it.
#pragma once
#include <string_view>
#include <vector>

#include "app/widgets/chart/chart.h"
#include "app/widgets/interact.h"

namespace pegboard::chart {

/// One chart being drawn into a list. Days and values become pixels here.
struct Plot {
    const Ui& ui;
    ImDrawList& list;
    const GoalChart& chart;
    Ui* tells = nullptr;  ///< its words go into this one's record; none for pictures
    Rect whole;           ///< all that was given
    ImRect box;           ///< pixels of the plot
    ImRect strip;         ///< pixels of the help strip; empty without one
    double from = 0, to = 1;
    std::size_t first = 0, end = 0;  ///< points within reach of the shown days
    std::vector<ImRect> taken = {};  ///< where words stand

    [[nodiscard]] float x(double day) const;
    [[nodiscard]] float y(double value) const;
    [[nodiscard]] double day_at(float x) const;
    [[nodiscard]] ImVec2 at(const ChartPoint& point) const { return {x(point.day.day), y(point.value)}; }
    [[nodiscard]] float px(float logical) const { return ui.px(logical); }
    [[nodiscard]] float thick(float logical) const { return paint::line_px(ui, logical); }
    [[nodiscard]] ImU32 colour(Role role, float alpha = 1) const { return paint::colour(ui, role, alpha); }
    /// So many points that each is a small square.
    [[nodiscard]] bool dense() const;
    /// Words whose box has its top at `pos.y` and its left, middle or right at `pos.x`. Kept inside the whole; false
    /// when other words stand there already and nothing was drawn.
    bool label(ImVec2 pos, std::string_view words, Type type, ImU32 colour, Align align = Align::left);
    /// True when `area` is free; then it is taken.
    bool take(const ImRect& area);
};

Plot lay_out(const Ui& ui, ImDrawList& list, Rect rect, const GoalChart& chart, const ChartView& view);
void draw_ground(Plot& plot);   ///< bands, grid, axes
void draw_lines(Plot& plot);    ///< levels, aim, trend with its interval, target and where the trend meets the goal
void draw_series(Plot& plot);   ///< the points and the lines between them
void draw_strip(Plot& plot);    ///< help given
void draw_remarks(Plot& plot);  ///< phase lines, numbers of notes and events
/// All of it.
void draw_all(Plot& plot);
/// Hollow square, filled circle or crossed circle at a pixel.
void draw_mark(const Plot& plot, ImVec2 at, ChartMark mark, bool reached, bool chosen);

}  // namespace pegboard::chart
