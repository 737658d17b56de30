// Lines, points, the help strip and the remarks of a chart.
#include <algorithm>
#include <array>
#include <cmath>

#include "app/widgets/chart/chart_plot.h"

namespace pegboard::chart {
namespace {

constexpr float mark_r = 4.5F, square_r = 4, halo_r = 8, number_r = 9, dense_r = 1.5F;

struct Clip {
    Clip(const Plot& of, float beyond) : list(of.list) {
        ImRect box = of.box;
        box.Expand(of.px(beyond));
        list.PushClipRect(box.Min, box.Max, true);
    }
    ~Clip() { list.PopClipRect(); }
    Clip(const Clip&) = delete;
    Clip& operator=(const Clip&) = delete;
    ImDrawList& list;
};

/// The part of a straight line between two days.
std::array<ImVec2, 2> stretch_of(const Plot& plot, const ChartSegment& line, double from, double to) {
    return {ImVec2{plot.x(from), plot.y(line.at(from))}, ImVec2{plot.x(to), plot.y(line.at(to))}};
}

/// Where the trend's dots end: at the day it meets the goal, else at the right edge.
double trend_end(const Plot& plot) {
    if (plot.chart.meeting) return plot.chart.meeting->day.day;
    return std::min<double>(plot.chart.until.day, plot.to);
}

void draw_interval(Plot& plot) {
    const GoalChart& chart = plot.chart;
    if (!chart.trend || !chart.trend_low || !chart.trend_high) return;
    const double from = chart.trend->from.day, to = std::max<double>(chart.trend->to.day, trend_end(plot));
    // The two lines cross once: a polygon of a few days each keeps it convex.
    constexpr int parts = 24;
    const ImU32 colour = plot.colour(Role::primary, 0.13F);
    for (int i = 0; i < parts; ++i) {
        const double a = from + (to - from) * i / parts, b = from + (to - from) * (i + 1) / parts;
        const auto low = stretch_of(plot, *chart.trend_low, a, b), high = stretch_of(plot, *chart.trend_high, a, b);
        const float top_a = std::min(low[0].y, high[0].y), top_b = std::min(low[1].y, high[1].y);
        const float end_a = std::max(low[0].y, high[0].y), end_b = std::max(low[1].y, high[1].y);
        plot.list.PathLineTo({low[0].x, top_a});
        plot.list.PathLineTo({low[1].x, top_b});
        plot.list.PathLineTo({low[1].x, end_b});
        plot.list.PathLineTo({low[0].x, end_a});
        const ImDrawListFlags flags = plot.list.Flags;
        plot.list.Flags &= ~ImDrawListFlags_AntiAliasedFill;  // no seams between the parts
        plot.list.PathFillConvex(colour);
        plot.list.Flags = flags;
    }
}

void draw_trend(Plot& plot) {
    const GoalChart& chart = plot.chart;
    if (!chart.trend) return;
    const auto seen = stretch_of(plot, *chart.trend, chart.trend->from.day, chart.trend->to.day);
    plot.list.AddLine(seen[0], seen[1], plot.colour(Role::primary), plot.thick(2));
    const double end = trend_end(plot);
    if (end <= chart.trend->to.day) return;
    const auto ahead = stretch_of(plot, *chart.trend, chart.trend->to.day, end);
    paint::dashes(plot.ui, plot.list, ahead, plot.colour(Role::primary), plot.thick(2), 2, 3);
}

void draw_level_line(Plot& plot, const ChartLevel& level) {
    const float y = std::round(plot.y(level.value));
    const ImU32 good = plot.colour(Role::good);
    float left = plot.box.Min.x;
    if (plot.chart.stretches.size() > 1 && plot.chart.stretches.front().before)
        left = std::clamp(plot.x(plot.chart.stretches[1].from.day), plot.box.Min.x, plot.box.Max.x);
    if (level.step)
        paint::dashes(plot.ui, plot.list, std::array{ImVec2{left, y + 0.5F}, ImVec2{plot.box.Max.x, y + 0.5F}}, good,
                      plot.thick(1), 1, 3);
    else
        plot.list.AddRectFilled({left, y - plot.thick(1)}, {plot.box.Max.x, y + plot.thick(1)}, good);
}

void draw_level_words(Plot& plot, const ChartLevel& level) {
    const float y = std::round(plot.y(level.value));
    if (y < plot.box.Min.y - 1 || y > plot.box.Max.y + 1) return;
    const ImU32 good = plot.colour(Role::good);
    const ImVec2 peg{plot.box.Max.x + plot.px(14), y};
    if (!plot.label({plot.box.Max.x + plot.px(26), y - plot.px(8)}, level.words, Type::caption_strong, good)) return;
    if (level.met)
        plot.list.AddCircleFilled(peg, plot.px(5), good);
    else
        plot.list.AddCircle(peg, plot.px(4.5F), good, 0, plot.px(2));
}

void draw_due(Plot& plot) {
    if (!plot.chart.due) return;
    const double day = plot.chart.due->day;
    if (day < plot.from || day > plot.to) return;
    const float x = std::round(plot.x(day));
    const float top = plot.box.Min.y + plot.px(2);
    paint::dashes(plot.ui, plot.list, std::array{ImVec2{x + 0.5F, top}, ImVec2{x + 0.5F, plot.box.Max.y}},
                  plot.colour(Role::ink_3), plot.thick(1), 2, 3);
    const bool at_right = x + plot.px(16) > plot.box.Max.x;
    const float flag = at_right ? x - plot.px(12) : x;
    plot.list.AddRectFilled({flag, top}, {flag + plot.px(12), top + plot.px(9)}, plot.colour(Role::ink_2),
                            plot.px(1.5F));
    plot.label({(at_right ? flag : x) - plot.px(5), top - plot.px(4)}, plot.chart.due_words, Type::caption,
               plot.colour(Role::ink_2), Align::right);
}

void draw_meeting(Plot& plot) {
    const auto& meeting = plot.chart.meeting;
    if (!meeting) return;
    const double day = meeting->day.day;
    if (day >= plot.from && day <= plot.to && plot.chart.trend) {
        const ImVec2 at{plot.x(day), plot.y(plot.chart.trend->at(day))};
        const float r = plot.px(6);
        plot.list.AddQuadFilled({at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y},
                                plot.colour(Role::primary));
        plot.label({at.x - plot.px(12), at.y - plot.px(24)}, meeting->words, Type::caption_strong,
                   plot.colour(Role::primary), Align::right);
    }
    const double to = meeting->until ? meeting->until->day : plot.to;
    const float left = std::max(plot.x(meeting->from.day), plot.box.Min.x);
    const float right = std::min(plot.x(to), plot.box.Max.x);
    if (right > left)
        plot.label({(left + right) / 2, plot.box.Max.y - plot.px(22)}, meeting->band_words, Type::caption,
                   plot.colour(Role::ink_2), Align::centre);
}

void draw_number(Plot& plot, ImVec2 at, int number) {
    const std::string words = std::to_string(number);
    const float r = plot.px(number_r);
    plot.list.AddCircleFilled(at, r, plot.colour(Role::surface));
    plot.list.AddCircle(at, r, plot.colour(Role::ink), 0, plot.thick(1));
    const float width = paint::width_px(plot.ui, Type::caption_strong, words);
    paint::words(plot.ui, plot.list, Type::caption_strong,
                 {std::round(at.x - width / 2), std::round(at.y - plot.px(8))}, plot.colour(Role::ink), words);
}

ImRect number_box(const Plot& plot, ImVec2 at) {
    const float r = plot.px(number_r + 1);
    return {{at.x - r, at.y - r}, {at.x + r, at.y + r}};
}

/// A number over its point, as near as there is room; its point alone when there is none.
void note_number(Plot& plot, const ChartPoint& point) {
    const ImVec2 at = plot.at(point);
    if (at.x < plot.box.Min.x || at.x > plot.box.Max.x) return;
    for (const float up : {28.0F, 48.0F, -28.0F, 68.0F, -48.0F}) {
        const ImVec2 centre{at.x, at.y - plot.px(up)};
        if (centre.y < plot.box.Min.y || centre.y > plot.box.Max.y || !plot.take(number_box(plot, centre))) continue;
        const float end = up > 0 ? plot.px(number_r) : -plot.px(number_r);
        plot.list.AddLine({at.x, centre.y + end}, {at.x, at.y - (up > 0 ? plot.px(6) : -plot.px(6))},
                          plot.colour(Role::ink_2), plot.thick(1));
        draw_number(plot, centre, point.number);
        return;
    }
}

void event_remark(Plot& plot, const ChartEvent& event) {
    const double middle = event.until ? (event.from.day + event.until->day + 1) / 2.0 : event.from.day;
    if (middle < plot.from || middle > plot.to) return;
    const float x = plot.x(middle);
    if (event.until) {
        const float width = plot.x(event.until->day + 1.0) - plot.x(event.from.day);
        const float words = paint::width_px(plot.ui, Type::caption, event.name);
        if (words < width + plot.px(24) && plot.label({x, plot.box.Min.y + plot.px(8)}, event.name, Type::caption,
                                                      plot.colour(Role::ink_2), Align::centre))
            return;
    }
    for (const float up : {14.0F, 36.0F, 58.0F}) {
        const ImVec2 centre{x, plot.box.Max.y - plot.px(up)};
        if (!plot.take(number_box(plot, centre))) continue;
        plot.list.AddLine({x, centre.y + plot.px(number_r)}, {x, plot.box.Max.y + plot.px(4)}, plot.colour(Role::ink_2),
                          plot.thick(1));
        draw_number(plot, centre, event.number);
        return;
    }
}

void stretch_remark(Plot& plot, std::size_t i) {
    const ChartStretch& stretch = plot.chart.stretches[i];
    const double end = i + 1 < plot.chart.stretches.size() ? plot.chart.stretches[i + 1].from.day : plot.to;
    if (end <= plot.from || stretch.from.day > plot.to) return;
    const float names_y = plot.box.Min.y - plot.px(24);
    const float left = std::max(plot.x(stretch.from.day), plot.box.Min.x);
    if (i > 0 && stretch.from.day >= plot.from) {
        const float x = std::round(left) + 0.5F;
        paint::dashes(plot.ui, plot.list, std::array{ImVec2{x, names_y}, ImVec2{x, plot.box.Max.y}},
                      plot.colour(Role::ink), plot.thick(1.5F));
    }
    const float room = std::min(plot.x(end), plot.box.Max.x + plot.px(40)) - left - plot.px(16);
    if (room < plot.px(24)) return;
    const std::string words = paint::elide(plot.ui, Type::caption_strong, stretch.name, room);
    plot.label({left + plot.px(8), names_y}, words, Type::caption_strong, plot.colour(Role::ink));
}

/// The crossed circle of what counts nowhere.
void draw_left_out(const Plot& plot, ImVec2 at) {
    const float r = plot.px(mark_r);
    const ImU32 colour = plot.colour(Role::ink_3);
    plot.list.AddCircleFilled(at, r, plot.colour(Role::surface));
    plot.list.AddCircle(at, r, colour, 0, plot.thick(1));
    const float in = r * 0.7F;
    plot.list.AddLine({at.x - in, at.y - in}, {at.x + in, at.y + in}, colour, plot.thick(1));
    plot.list.AddLine({at.x - in, at.y + in}, {at.x + in, at.y - in}, colour, plot.thick(1));
}

void draw_dense(const Plot& plot, ImVec2 at, ChartMark mark) {
    const float r = plot.px(dense_r);
    const Role role = mark == ChartMark::after ? role_of(plot.chart.series) : Role::ink_3;
    plot.list.AddRectFilled({at.x - r, at.y - r}, {at.x + r, at.y + r}, plot.colour(role));
}

}  // namespace

void draw_mark(const Plot& plot, ImVec2 at, ChartMark mark, bool reached, bool chosen) {
    if (reached) {
        plot.list.AddCircleFilled(at, plot.px(halo_r), plot.colour(Role::good_tint));
        plot.list.AddCircle(at, plot.px(halo_r), plot.colour(Role::good), 0, plot.thick(2));
    }
    if (chosen) plot.list.AddCircle(at, plot.px(halo_r + 3), plot.colour(Role::focus), 0, plot.thick(2));
    if (mark == ChartMark::left_out) return draw_left_out(plot, at);
    if (mark == ChartMark::before) {
        const float r = std::round(plot.px(square_r));
        const ImVec2 centre{std::round(at.x), std::round(at.y)};
        const ImRect box({centre.x - r, centre.y - r}, {centre.x + r, centre.y + r});
        plot.list.AddRectFilled(box.Min, box.Max, plot.colour(Role::surface), plot.px(1.5F));
        plot.list.AddRect(box.Min, box.Max, plot.colour(Role::ink_2), plot.px(1.5F), 0, plot.px(1.5F));
        return;
    }
    plot.list.AddCircleFilled(at, plot.px(mark_r + 1.25F), plot.colour(Role::surface));
    plot.list.AddCircleFilled(at, plot.px(mark_r), plot.colour(role_of(plot.chart.series)));
}

void draw_lines(Plot& plot) {
    const GoalChart& chart = plot.chart;
    {
        const Clip clip(plot, 0);
        draw_interval(plot);
        for (const ChartLevel& level : chart.levels) draw_level_line(plot, level);
        if (chart.aim) {
            const double end = std::max<double>(chart.aim->to.day, plot.to);
            std::vector<ImVec2> aim;
            for (const double day : {static_cast<double>(chart.aim->from.day), static_cast<double>(chart.aim->to.day)})
                aim.push_back({plot.x(day), plot.y(chart.aim->at(day))});
            // After its day the aim is the goal itself.
            if (end > chart.aim->to.day) aim.push_back({plot.x(end), plot.y(chart.aim->to_value)});
            paint::dashes(plot.ui, plot.list, aim, plot.colour(Role::line_strong), plot.thick(1.5F), 7, 4);
        }
        draw_trend(plot);
    }
    for (const ChartLevel& level : chart.levels) draw_level_words(plot, level);
    draw_meeting(plot);
    draw_due(plot);
}

void draw_series(Plot& plot) {
    const Clip clip(plot, 10);
    const bool dense = plot.dense();
    std::vector<ImVec2> run;
    Role role = Role::ink_2;
    const auto stroke = [&] {
        if (run.size() > 1)
            plot.list.AddPolyline(run.data(), static_cast<int>(run.size()), plot.colour(role), 0,
                                  dense ? plot.thick(1) : plot.thick(1.5F));
        run.clear();
    };
    for (std::size_t i = plot.first; i < plot.end; ++i) {
        const ChartPoint& point = plot.chart.points[i];
        if (point.mark == ChartMark::left_out) continue;
        if (!point.joined) stroke();
        role = point.mark == ChartMark::before ? Role::ink_2 : role_of(plot.chart.series);
        run.push_back(plot.at(point));
    }
    stroke();
    for (std::size_t i = plot.first; i < plot.end; ++i) {
        const ChartPoint& point = plot.chart.points[i];
        if (dense)
            draw_dense(plot, plot.at(point), point.mark);
        else
            draw_mark(plot, plot.at(point), point.mark, point.reached, false);
    }
}

void draw_strip(Plot& plot) {
    if (plot.strip.GetHeight() <= 0 || !plot.chart.help) return;
    const ChartHelp& help = *plot.chart.help;
    plot.label({plot.box.Min.x, plot.strip.Min.y - plot.px(20)}, help.name, Type::caption_strong,
               plot.colour(Role::ink_2));
    int low = help.allowed.value_or(8), high = help.allowed.value_or(0);
    for (const ChartPoint& point : plot.chart.points)
        if (point.help) low = std::min(low, *point.help), high = std::max(high, *point.help);
    if (high <= low) high = low + 1;
    const float pad = plot.px(8);
    const auto y_of = [&](int level) {
        const float share = static_cast<float>(level - low) / static_cast<float>(high - low);
        return std::round(plot.strip.Max.y - pad - share * (plot.strip.GetHeight() - 2 * pad));
    };
    plot.list.AddRectFilled(plot.strip.Min, plot.strip.Max, plot.colour(Role::sunken));
    if (help.allowed) {
        const float y = y_of(*help.allowed) + 0.5F;
        paint::dashes(plot.ui, plot.list, std::array{ImVec2{plot.strip.Min.x, y}, ImVec2{plot.strip.Max.x, y}},
                      plot.colour(Role::good), plot.thick(1), 3, 3);
    }
    const auto name_level = [&](int level) {
        if (level >= 0 && level < static_cast<int>(help.words.size()))
            plot.label({plot.strip.Max.x + plot.px(8), y_of(level) - plot.px(8)},
                       help.words[static_cast<std::size_t>(level)], Type::caption, plot.colour(Role::ink_3));
    };
    for (const int level : {low, high}) name_level(level);
    for (int level = low + 1; level < high; ++level) name_level(level);
    const float r = plot.px(plot.dense() ? dense_r : 3);
    for (std::size_t i = plot.first; i < plot.end; ++i) {
        const ChartPoint& point = plot.chart.points[i];
        const float x = plot.x(point.day.day);
        if (!point.help || x < plot.strip.Min.x || x > plot.strip.Max.x) continue;
        const float y = y_of(*point.help);
        const Role role = point.mark == ChartMark::after ? role_of(plot.chart.series) : Role::ink_3;
        plot.list.AddRectFilled({x - r, y - r}, {x + r, y + r}, plot.colour(role), 1);
    }
}

void draw_remarks(Plot& plot) {
    for (std::size_t i = 0; i < plot.chart.stretches.size(); ++i) stretch_remark(plot, i);
    for (const ChartEvent& event : plot.chart.events) event_remark(plot, event);
    for (std::size_t i = plot.first; i < plot.end; ++i)
        if (plot.chart.points[i].number > 0) note_number(plot, plot.chart.points[i]);
}

}  // namespace pegboard::chart
