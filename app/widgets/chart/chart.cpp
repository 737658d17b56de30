// The goal chart as something to use: pointer, wheel and keys, the read-out, legend and zoom buttons.
#include "app/widgets/chart/chart.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/widgets/chart/chart_plot.h"

namespace pegboard {
namespace {

using chart::Plot;

constexpr float reach = 24;         ///< how far from a point the pointer may be
constexpr float drag_from = 4;      ///< before a press becomes a drag
constexpr double closer = 1 / 1.5;  ///< of the shown days, per step of zooming
constexpr float read_out_w = 256, legend_mark = 18, legend_gap = 16;

/// The point nearest to the pointer, if any is within reach.
int nearest(const Plot& plot, ImVec2 pointer) {
    int best = -1;
    float least = plot.px(reach) * plot.px(reach);
    for (std::size_t i = plot.first; i < plot.end; ++i) {
        const ImVec2 way = plot.at(plot.chart.points[i]) - pointer;
        const float far = way.x * way.x + way.y * way.y;
        if (far >= least) continue;
        least = far;
        best = static_cast<int>(i);
    }
    return best;
}

void mark(const GoalChart& chart, ChartView& view, int point) {
    if (chart.points.empty()) return;
    view.marked = std::clamp(point, 0, static_cast<int>(chart.points.size()) - 1);
    show_day(chart, view, chart.points[static_cast<std::size_t>(view.marked)].day.day);
}

/// What keys do while the chart has the keyboard.
void read_keys(Ui& ui, ImGuiID id, const GoalChart& chart, ChartView& view) {
    for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_Home, ImGuiKey_End}) own_key(key, id);
    if (view.marked >= 0) own_key(ImGuiKey_Escape, id);
    const int last = static_cast<int>(chart.points.size()) - 1;
    const bool fresh = view.marked < 0;
    const auto hit = [id](ImGuiKey key) { return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, id); };
    if (hit(ImGuiKey_LeftArrow)) mark(chart, view, fresh ? last : view.marked - 1);
    if (hit(ImGuiKey_RightArrow)) mark(chart, view, fresh ? 0 : view.marked + 1);
    if (hit(ImGuiKey_Home)) mark(chart, view, 0);
    if (hit(ImGuiKey_End)) mark(chart, view, last);
    if (view.marked >= 0 && esc_pressed(ui)) {
        view.marked = -1;
        use_esc(ui);
    }
    const auto [from, to] = shown_days(chart, view);
    const double about = view.marked >= 0 && view.marked <= last
                             ? chart.points[static_cast<std::size_t>(view.marked)].day.day
                             : (from + to) / 2;
    for (const ImWchar typed : ImGui::GetIO().InputQueueCharacters) {
        if (typed == '+' || typed == '=') zoom(chart, view, closer, about);
        if (typed == '-') zoom(chart, view, 1 / closer, about);
        if (typed == '0') view.from = view.to = 0;
    }
}

void read_pointer(Ui& ui, const Touch& touch, const Plot& plot, ChartView& view) {
    const ImGuiIO& io = ImGui::GetIO();
    ImRect ground = plot.box;
    ground.Max.y = plot.whole.bottom() * ui.design->scale();
    // The wheel alone is the page's.
    if (touch.hovered && io.KeyCtrl && ground.Contains(io.MousePos)) {
        own_key(ImGuiKey_MouseWheelY, touch.id);
        if (io.MouseWheel != 0)
            zoom(plot.chart, view, std::pow(closer, static_cast<double>(io.MouseWheel)), plot.day_at(io.MousePos.x));
    }
    if (!touch.held || !ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left)) view.dragging = false;
        return;
    }
    if (!view.dragging && io.MouseDragMaxDistanceSqr[0] > plot.px(drag_from) * plot.px(drag_from)) {
        view.dragging = true;
        view.grab_from = view.from;
    }
    if (!view.dragging) return;
    const double days_per_px = (plot.to - plot.from) / std::max(1.0F, plot.box.GetWidth());
    const double wanted = view.grab_from - static_cast<double>(io.MousePos.x - io.MouseClickedPos[0].x) * days_per_px;
    pan(plot.chart, view, wanted - view.from);
}

float read_out_height(const Ui& ui, const ChartPoint& point, float width) {
    float height = 12 + 22 + 10;
    if (!point.detail.empty()) height += wrapped_height(ui, point.detail, width, Type::caption) + 4;
    if (!point.note.empty()) height += wrapped_height(ui, point.note, width, Type::caption) + 4;
    return height;
}

/// The card beside a point: day, value, what it was made of, its note.
void read_out(Ui& ui, const Plot& plot, const ChartPoint& point) {
    const float scale = ui.design->scale();
    const ImVec2 at = plot.at(point);
    plot.list.AddLine({std::round(at.x) + 0.5F, at.y + plot.px(7)}, {std::round(at.x) + 0.5F, plot.box.Max.y},
                      plot.colour(Role::ink_3), plot.thick(1));
    chart::draw_mark(plot, at, point.mark, point.reached, true);
    const float words_w = read_out_w - 24;
    Rect card{at.x / scale - read_out_w / 2, 0, read_out_w, read_out_height(ui, point, words_w)};
    const Rect plot_area{plot.box.Min.x / scale, plot.box.Min.y / scale, plot.box.GetWidth() / scale,
                         plot.box.GetHeight() / scale};
    card.x = std::clamp(card.x, plot_area.x, std::max(plot_area.x, plot.whole.right() - card.w));
    card.y = at.y / scale + 20;
    if (card.bottom() > plot.whole.bottom()) card.y = std::max(plot.whole.y, at.y / scale - 20 - card.h);
    paint::popover(ui, paint::pixels(ui, card), metrics::radius, 2);
    Record* record = std::exchange(ui.record, nullptr);  // told as one, below
    const Rect in = card.inset(12, 10);
    text(ui, in.pos(), say_day(point.day), {.type = Type::button});
    text(ui, {in.right(), in.y}, point.words,
         {.type = Type::button,
          .role = point.mark == ChartMark::after ? role_of(plot.chart.series) : Role::ink_2,
          .align = Align::right});
    float y = in.y + 24;
    if (!point.detail.empty())
        y += text_wrapped(ui, {in.x, y, in.w, 0}, point.detail, {.type = Type::caption, .role = Role::ink_2}) + 4;
    if (!point.note.empty()) text_wrapped(ui, {in.x, y, in.w, 0}, point.note, {.type = Type::caption});
    ui.record = record;
    record_words(ui, WidgetRole::text, say_point(point), paint::pixels(ui, card), false, "tooltip");
}

}  // namespace

ChartReply goal_chart(Ui& ui, Rect rect, const GoalChart& goal, ChartView& view) {
    view.marked = std::min(view.marked, static_cast<int>(goal.points.size()) - 1);
    Target target{.role = WidgetRole::chart, .label = goal.name};
    if (view.marked >= 0) {
        const std::string of = std::to_string(view.marked + 1) + " of " + std::to_string(goal.points.size());
        target.value = say_point(goal.points[static_cast<std::size_t>(view.marked)]) + "; point " + of;
    } else {
        target.value = std::to_string(goal.points.size()) + (goal.points.size() == 1 ? " point" : " points");
    }
    target.under = true;
    const Touch at = touch(ui, rect, target);
    ChartReply reply;
    if (!at.visible) return reply;
    if (GImGui->NavId == at.id) read_keys(ui, at.id, goal, view);
    const bool was_dragging = view.dragging;
    read_pointer(ui, at, chart::lay_out(ui, paint::list(), rect, goal, view), view);
    Plot plot = chart::lay_out(ui, paint::list(), rect, goal, view);
    plot.tells = &ui;
    chart::draw_all(plot);
    if (at.focused) paint::focus_inside(ui, at.box, ui.px(metrics::radius_small));
    const int under = at.hovered && !view.dragging ? nearest(plot, ImGui::GetIO().MousePos) : -1;
    if (at.pressed) {
        const bool by_pointer = ImGui::IsMouseReleased(ImGuiMouseButton_Left);
        if (by_pointer && !was_dragging) view.marked = under;
        const bool chosen = view.marked >= 0 && !(by_pointer && was_dragging);
        if (chosen) reply.chosen = static_cast<std::size_t>(view.marked);
        view.dragging = false;
    }
    const int shown = under >= 0 ? under : view.marked;
    if (shown < 0) return reply;
    const ChartPoint& point = goal.points[static_cast<std::size_t>(shown)];
    if (point.day.day < plot.from || point.day.day > plot.to) return reply;
    const float scale = ui.design->scale();
    reply.at = {plot.at(point).x / scale - 16, plot.at(point).y / scale - 16, 32, 32};
    read_out(ui, plot, point);
    return reply;
}

std::string say_point(const ChartPoint& point) {
    std::string words = say(point.day) + ", " + point.words;
    if (point.mark == ChartMark::before) words += ", baseline";
    if (point.mark == ChartMark::left_out) words += ", not counted";
    if (!point.detail.empty()) words += ", " + point.detail;
    if (!point.note.empty()) words += ", " + point.note;
    return words;
}

float chart_legend(Ui& ui, Vec pos, const GoalChart& goal) {
    const Rect rect{pos.x, pos.y, legend_mark, 16};
    Plot plot{.ui = ui, .list = paint::list(), .chart = goal, .whole = rect, .box = {}, .strip = {}};
    float x = pos.x;
    const auto has = [&](ChartMark mark) {
        return std::ranges::any_of(goal.points, [mark](const ChartPoint& point) { return point.mark == mark; });
    };
    const auto words = [&](std::string_view label) {
        x += legend_mark + 6 +
             text(ui, {x + legend_mark + 6, pos.y}, label, {.type = Type::caption, .role = Role::ink_2}) + legend_gap;
    };
    const auto middle = [&] { return paint::pixels(ui, Vec{x + legend_mark / 2, pos.y + 8}); };
    const auto line = [&](std::string_view label, Role role, float on, float off) {
        const ImVec2 centre = middle();
        const float half = ui.px(legend_mark / 2);
        const ImVec2 ends[] = {{centre.x - half, centre.y}, {centre.x + half, centre.y}};
        paint::dashes(ui, plot.list, ends, paint::colour(ui, role), paint::line_px(ui, 2), on, off);
        words(label);
    };
    const bool days = std::ranges::any_of(goal.points, [](const ChartPoint& point) { return point.outside; });
    const std::pair<ChartMark, std::string_view> marks[] = {
        {ChartMark::before, "Baseline"},
        {ChartMark::after, days ? std::string_view("Each session or day") : std::string_view("Each session")},
        {ChartMark::left_out, "Not counted"}};
    for (const auto& [kind, label] : marks) {
        if (!has(kind)) continue;
        chart::draw_mark(plot, middle(), kind, false, false);
        words(label);
    }
    constexpr float solid = 100;
    if (goal.trend) line("Trend", Role::primary, solid, 0);
    if (goal.aim) line("Aim", Role::line_strong, 5, 3);
    if (!goal.levels.empty()) line("Goal", Role::good, solid, 0);
    return x - legend_gap - pos.x;
}

float chart_zoom_buttons(Ui& ui, Rect rect, const GoalChart& goal, ChartView& view) {
    constexpr float size = 32, gap = 4;
    const auto [from, to] = shown_days(goal, view);
    const bool zoomed = view.to > view.from;
    const double about = view.marked >= 0 && view.marked < static_cast<int>(goal.points.size())
                             ? goal.points[static_cast<std::size_t>(view.marked)].day.day
                             : (from + to) / 2;
    const float y = rect.y + (rect.h - size) / 2;
    float x = rect.right() - 3 * size - 2 * gap;
    if (icon_button(ui, {x, y}, icon::plus, "Zoom in",
                    {.size = size, .enabled = to - from > 7, .shortcut = "+ or Ctrl wheel"}))
        zoom(goal, view, closer, about);
    x += size + gap;
    if (icon_button(ui, {x, y}, icon::minus, "Zoom out",
                    {.size = size, .enabled = zoomed, .shortcut = "- or Ctrl wheel"}))
        zoom(goal, view, 1 / closer, about);
    x += size + gap;
    if (icon_button(ui, {x, y}, icon::swap_horizontal, "Whole time",
                    {.size = size, .enabled = zoomed, .shortcut = "0"}))
        view.from = view.to = 0;
    return 3 * size + 2 * gap;
}

void draw_chart_picture(Ui& ui, ImDrawList& list, Rect rect, const GoalChart& goal, const ChartView& view,
                        std::string_view title) {
    const ImRect ground = paint::pixels(ui, rect);
    list.AddRectFilled(ground.Min, ground.Max, paint::colour(ui, Role::surface));
    Rect in = rect.inset(24, 20);
    paint::words(ui, list, Type::section, paint::pixels(ui, in.cut_top(24, 12).pos()), paint::colour(ui, Role::ink),
                 title);
    Plot plot = chart::lay_out(ui, list, in, goal, view);
    chart::draw_all(plot);
}

}  // namespace pegboard
