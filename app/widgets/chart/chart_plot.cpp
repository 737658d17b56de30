// Layout of a chart, its ground and axes.
#include "app/widgets/chart/chart_plot.h"

#include <algorithm>
#include <cmath>

namespace pegboard::chart {
namespace {

constexpr float names_h = 26, axis_h = 26, strip_h = 48, strip_name_h = 26;
constexpr float peg_room = 28, least_right = 20, tick_len = 5, tick_room = 8;
constexpr float each_time_tick = 64, each_value_tick = 44;

float widest(const Ui& ui, const GoalChart& chart) {
    float width = 24;
    for (const ChartTick& tick : chart.ticks) width = std::max(width, text_width(ui, tick.words, Type::caption));
    return width;
}

float right_margin(const Ui& ui, const GoalChart& chart, float room) {
    float width = least_right;
    for (const ChartLevel& level : chart.levels)
        width = std::max(width, peg_room + text_width(ui, level.words, Type::caption_strong));
    if (chart.help)
        for (const std::string& words : chart.help->words)
            width = std::max(width, tick_room + text_width(ui, words, Type::caption));
    return std::min(width, room * 0.35F);
}

void band(Plot& plot, double from, double to, Role role, float alpha = 1) {
    const float left = std::max(plot.x(from), plot.box.Min.x);
    const float right = std::min(plot.x(to), plot.box.Max.x);
    if (right > left)
        plot.list.AddRectFilled({left, plot.box.Min.y}, {right, plot.box.Max.y}, plot.colour(role, alpha));
}

void draw_bands(Plot& plot) {
    const GoalChart& chart = plot.chart;
    for (std::size_t i = 0; i < chart.stretches.size(); ++i) {
        if (!chart.stretches[i].before) continue;
        const double to = i + 1 < chart.stretches.size() ? chart.stretches[i + 1].from.day : chart.until.day;
        band(plot, i == 0 ? plot.from : chart.stretches[i].from.day, to, Role::sunken);
    }
    if (chart.meeting) {
        const double to = chart.meeting->until ? chart.meeting->until->day : plot.to;
        band(plot, chart.meeting->from.day, std::max(to, chart.meeting->from.day + 1.0), Role::primary_tint);
    }
    for (const ChartEvent& event : chart.events)
        if (event.until) band(plot, event.from.day, event.until->day + 1.0, Role::hover, 0.8F);
}

void draw_values(Plot& plot) {
    for (const ChartTick& tick : plot.chart.ticks) {
        const float y = std::round(plot.y(tick.value));
        if (y < plot.box.Min.y - 1 || y > plot.box.Max.y + 1) continue;
        plot.list.AddRectFilled({plot.box.Min.x, y}, {plot.box.Max.x, y + plot.thick(1)}, plot.colour(Role::line));
        plot.label({plot.box.Min.x - plot.px(tick_room), y - plot.px(8)}, tick.words, Type::caption,
                   plot.colour(Role::ink_3), Align::right);
    }
}

void draw_days(Plot& plot) {
    const ImRect& last = plot.strip.GetHeight() > 0 ? plot.strip : plot.box;
    const float line = plot.thick(1);
    for (const ImRect* part : {&plot.box, &plot.strip})
        if (part->GetHeight() > 0)
            plot.list.AddRectFilled({part->Min.x, part->Max.y}, {part->Max.x, part->Max.y + line},
                                    plot.colour(Role::line_strong));
    const int most = static_cast<int>(plot.box.GetWidth() / plot.px(each_time_tick));
    const std::vector<TimeTick> ticks = time_ticks(plot.from, plot.to, most);
    for (const TimeTick& tick : ticks) {
        const float x = std::round(plot.x(tick.day.day));
        plot.list.AddRectFilled({x, last.Max.y}, {x + line, last.Max.y + plot.px(tick_len)},
                                plot.colour(Role::line_strong));
        plot.label({x, last.Max.y + plot.px(tick_room)}, tick.words, Type::caption, plot.colour(Role::ink_3),
                   Align::centre);
    }
}

}  // namespace

float Plot::x(double day) const { return box.Min.x + static_cast<float>((day - from) / (to - from)) * box.GetWidth(); }

float Plot::y(double value) const {
    const double share = (value - chart.low) / (chart.high - chart.low);
    return box.Max.y - static_cast<float>(share) * box.GetHeight();
}

double Plot::day_at(float at) const {
    return from + (to - from) * static_cast<double>((at - box.Min.x) / std::max(1.0F, box.GetWidth()));
}

bool Plot::dense() const { return static_cast<float>(end - first) * px(7) > box.GetWidth(); }

bool Plot::take(const ImRect& area) {
    for (const ImRect& other : taken)
        if (other.Overlaps(area)) return false;
    taken.push_back(area);
    return true;
}

bool Plot::label(ImVec2 pos, std::string_view words, Type type, ImU32 colour, Align align) {
    if (words.empty()) return true;
    const float width = std::ceil(paint::width_px(ui, type, words));
    if (align == Align::centre) pos.x -= width / 2;
    if (align == Align::right) pos.x -= width;
    const ImRect room = paint::pixels(ui, whole);
    pos.x = std::round(std::clamp(pos.x, room.Min.x, std::max(room.Min.x, room.Max.x - width)));
    pos.y = std::round(pos.y);
    const ImRect area(pos, pos + ImVec2(width, px(line_height(type))));
    ImRect kept = area;
    kept.Expand({px(3), -px(1)});
    if (!take(kept)) return false;
    paint::words(ui, list, type, pos, colour, words);
    if (tells != nullptr) record_words(*tells, WidgetRole::text, words, area);
    return true;
}

Plot lay_out(const Ui& ui, ImDrawList& list, Rect rect, const GoalChart& chart, const ChartView& view) {
    Plot plot{.ui = ui, .list = list, .chart = chart, .whole = rect, .box = {}, .strip = {}};
    Rect inside = rect;
    inside.cut_left(std::min(widest(ui, chart) + tick_room + 2, rect.w * 0.3F));
    inside.cut_right(right_margin(ui, chart, rect.w));
    inside.cut_top(names_h);
    inside.cut_bottom(axis_h);
    if (chart.help) {
        plot.strip = paint::pixels(ui, inside.cut_bottom(strip_h));
        inside.cut_bottom(strip_name_h);
    }
    inside.h = std::max(inside.h, 40.0F);
    plot.box = paint::pixels(ui, inside);
    std::tie(plot.from, plot.to) = shown_days(chart, view);
    // One point beyond each edge, so that lines run out of the picture.
    const auto by_day = [](const ChartPoint& point, double day) { return point.day.day < day; };
    const auto& points = chart.points;
    const auto lower = std::lower_bound(points.begin(), points.end(), plot.from, by_day);
    const auto upper = std::lower_bound(lower, points.end(), plot.to + 1, by_day);
    plot.first = static_cast<std::size_t>(lower - points.begin());
    if (plot.first > 0) --plot.first;
    plot.end = std::min(points.size(), static_cast<std::size_t>(upper - points.begin()) + 1);
    return plot;
}

void draw_ground(Plot& plot) {
    draw_bands(plot);
    draw_values(plot);
    draw_days(plot);
}

void draw_all(Plot& plot) {
    draw_ground(plot);
    draw_lines(plot);
    draw_series(plot);
    draw_strip(plot);
    draw_remarks(plot);
}

}  // namespace pegboard::chart
