// The page of one goal: what it is, a met step to celebrate, the chart or the same as a table, and what was noted.
#include <algorithm>
#include <array>

#include "app/progress/progress.h"
#include "core/progress/measure.h"
#include "core/progress/status.h"

namespace pegboard {
namespace {

constexpr float chart_page_head_h = 56, chart_page_side_w = 336, chart_page_bar_room = 12, chart_least = 360,
                chart_page_pad = 24;
constexpr int celebrate_days = 21;

void draw_head(ProgressScreen& self, Ui& ui, Rect head, const Goal& goal, const Child& child) {
    const GoalLook look = look_of(*ui.library, goal.skill);
    tile(ui, {head.x, head.y + 4, 48, 48}, look.illustration, look.hue);
    head.cut_left(64);
    const ButtonLook enter{.kind = ButtonKind::primary, .icon = icon::plus, .name = "Enter a value"};
    if (button(ui, head.cut_right(button_width(ui, "Enter a value", enter), metrics::s), "Enter a value",
               {.kind = ButtonKind::primary, .icon = icon::plus}))
        self.enter_value = true;
    const ButtonLook other{.icon = icon::chevron_down, .icon_after = true};
    const Rect other_at = head.cut_right(button_width(ui, "Other goals", other), metrics::s);
    if (button(ui, other_at, "Other goals", other)) open_menu(ui, "Other goals of the child");
    if (begin_menu(ui, "Other goals of the child", {other_at.x, other_at.y, other_at.w, 40}, 360)) {
        for (const Goal& each : ui.caseload->goals())
            if (each.child == goal.child && is_open(each) && menu_item(ui, each.title, {.ticked = each.id == goal.id}))
                ui.nav->go({.screen = Screen::progress, .child = each.child, .goal = each.id});
        end_menu(ui);
    }
    const ButtonLook edit{.icon = icon::pencil};
    if (head.w > 560 && button(ui, head.cut_right(button_width(ui, "Goal", edit), metrics::l), "Goal", edit))
        ui.nav->go({.screen = Screen::goal, .child = goal.child, .goal = goal.id});
    const Lead lead = goal.discipline == Discipline::ot ? Lead::ot : Lead::pt;
    const float tag_w = tag_width(ui, lead);
    const std::string title = shown_call_name(ui, child) + ": " + goal.title;
    const float width =
        text(ui, {head.x, head.y}, title, {.type = Type::heading, .max_w = head.w - tag_w - 12, .heading = true});
    tag(ui, {head.x + width + 12, head.y + 4}, lead);
    text(ui, {head.x, head.y + 32}, say_criterion(goal, *ui.library), {.role = Role::ink_2, .max_w = head.w});
}

/// A goal met lately is celebrated, with its day; returns the height used.
float draw_celebration(ProgressScreen& self, Ui& ui, Rect rect, const Goal& goal) {
    if (!self.picture.analysis) return 0;
    const auto& mastery = self.picture.analysis->facts.mastery;
    if (!mastery.mastered_on || ui.clock.today - *mastery.mastered_on > celebrate_days) return 0;
    rect.h = 80;
    card(ui, rect, {.fill = Role::celebrate, .line = Role::celebrate_line});
    fill(ui, {rect.x + 24, rect.y + 14, 52, 52}, Role::celebrate_disc, 26);
    icon_at(ui, {rect.x + 34, rect.y + 24}, icon::star_circle, 32, Role::warn_mark);
    Rect in{rect.x + 96, rect.y, rect.w - 112, rect.h};
    if (goal.status == GoalStatus::active) {
        const ButtonLook met{.kind = ButtonKind::primary, .icon = icon::check};
        const Rect at = in.cut_right(button_width(ui, "Mark met", met), metrics::l);
        if (button(ui, Vec{at.x, rect.y + 20}, "Mark met", met))
            ui.outbox->send(SetGoalStatus{goal.id, GoalStatus::met, ui.clock.today});
    }
    const std::string often = progress::say_how_often(self.picture.analysis->criterion, self.picture.analysis->facts);
    const std::string count = often.empty() ? often : ", " + often;
    text(ui, {in.x, in.y + 16}, "Goal reached" + count, {.type = Type::section, .max_w = in.w});
    text(ui, {in.x, in.y + 42}, "On " + say_long(*mastery.mastered_on) + ". Time to look at the next step together.",
         {.role = Role::ink_2, .max_w = in.w});
    return rect.h + metrics::gutter;
}

void draw_chart_head(ProgressScreen& self, Ui& ui, Rect head, const Goal& goal) {
    const Measure* measure = ui.library->measure(goal.measure);
    constexpr std::array<std::string_view, 2> labels{"Chart", "Table"};
    int shown = self.as_table ? 1 : 0;
    const Rect at = head.cut_right(152, metrics::m);
    if (segmented(ui, {at.x, at.y, at.w, 36}, "Shown as", labels, shown)) self.as_table = shown == 1;
    const IconButtonLook picture{.size = 36};
    if (icon_button(ui, head.cut_right(36).pos(), icon::camera, "Save as picture", picture)) self.save_picture = true;
    if (icon_button(ui, head.cut_right(36, metrics::s).pos(), icon::content_copy, "Copy as picture", picture))
        self.copy_picture = true;
    if (!self.as_table) {
        const float zoom_w = chart_zoom_buttons(ui, {head.x, head.y, head.w, 36}, self.picture.chart, self.view);
        head.cut_right(zoom_w, metrics::m);
    }
    text(ui, {head.x, head.y + 6}, measure != nullptr ? measure->name : std::string("Values"),
         {.type = Type::section, .max_w = head.w, .heading = true});
}

/// Left a point out or count it again; the menu stands at the point that was pressed.
void draw_point_menu(ProgressScreen& self, Ui& ui) {
    if (!self.point || *self.point >= self.picture.chart.points.size()) return;
    if (!begin_menu(ui, "Point of the chart", self.point_at, 260)) return;
    const ChartPoint& shown = self.picture.chart.points[*self.point];
    const bool out = shown.mark == ChartMark::left_out && shown.detail.starts_with("Left out");
    for (const DataPoint& point : *self.picture.points) {
        if (point.date != shown.day || point.invalid_reason == taken_back) continue;
        const Goal* goal = ui.caseload->goal(point.goal);
        if (goal == nullptr || point.valid == out) continue;
        const std::string value = progress::say_value(goal->measure, point.value);
        const std::string what = point.n ? progress::say_plain(point.value) + " of " + std::to_string(*point.n) : value;
        if (menu_item(ui, (out ? "Count again: " : "Leave out: ") + what, {.icon = out ? icon::check : icon::close})) {
            if (out)
                ui.outbox->send(CountPointAgain{point.id});
            else
                open_leave_out(self, ui, point.id);
        }
    }
    end_menu(ui);
}

float draw_chart_card(ProgressScreen& self, Ui& ui, Rect rect, const Goal& goal) {
    float& height = self.notes_h;
    if (height > 0) card(ui, {rect.x, rect.y, rect.w, height});
    const Scope scope(ui, "Chart card");
    Rect in{rect.x + chart_page_pad, rect.y + 20, rect.w - 2 * chart_page_pad, 0};
    draw_chart_head(self, ui, {in.x, in.y, in.w, 36}, goal);
    float y = in.y + 48;
    ChartReply reply;
    const GoalChart& chart = self.picture.chart;
    if (self.as_table) {
        reply = chart_table(ui, {in.x, y, in.w, 0}, chart, self.view, y);
        y += metrics::m;
    } else {
        chart_legend(ui, {in.x, y}, chart);
        y += 26;
        const float tall = std::max(chart_least, ui.area.h - 430) + (chart.help ? 96.0F : 0.0F);
        reply = goal_chart(ui, {in.x, y, in.w, tall}, chart, self.view);
        y += tall + metrics::s;
    }
    if (reply.chosen) {
        self.point = reply.chosen;
        self.point_at = reply.at;
        open_menu(ui, "Point of the chart");
    }
    y = draw_progress_notes(self, ui, {in.x, y, in.w, 0}, goal) + metrics::l;
    if (y - rect.y != height) ui.wake_in(0);
    height = y - rect.y;
    return y;
}

}  // namespace

void draw_goal_progress(ProgressScreen& self, Ui& ui, const Goal& goal, const Child& child) {
    Rect page = ui.area.inset(metrics::page_pad, 0);
    page.cut_top(metrics::l);
    draw_head(self, ui, page.cut_top(chart_page_head_h, metrics::m), goal, child);
    if (!self.picture.ready || self.picture.chart.name.empty()) return;
    const bool wide = ui.window.w >= 1200;
    if (wide) {
        Rect side = page.cut_right(chart_page_side_w, metrics::gutter);
        side.w += chart_page_bar_room;
        side = begin_scroll(ui, "Numbers", side);
        side.w -= chart_page_bar_room;
        end_scroll(ui, draw_progress_side(self, ui, side, goal) + metrics::xl);
    }
    page.w += chart_page_bar_room;
    Rect main = begin_scroll(ui, "Goal chart page", page);
    main.w -= chart_page_bar_room;
    main.y += draw_celebration(self, ui, main, goal);
    float bottom = draw_chart_card(self, ui, main, goal);
    if (!wide) bottom = draw_progress_side(self, ui, {main.x, bottom + metrics::gutter, main.w, 0}, goal);
    end_scroll(ui, bottom + metrics::xl);
    draw_point_menu(self, ui);
}

}  // namespace pegboard
