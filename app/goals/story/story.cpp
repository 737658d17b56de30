// The page of a goal as one looks at it: what it is, a met goal to celebrate, the chart or the same as a table, and the
// parts below and beside it.
#include <algorithm>
#include <array>
#include <cctype>

#include "app/actions/actions.h"
#include "app/goals/goal_writer.h"
#include "app/goals/story/story.h"
#include "core/progress/measure.h"
#include "core/progress/status.h"

namespace pegboard {
namespace {

constexpr float story_side_w = 336, story_bar_room = 12, story_beside_from = 1000, chart_card_h = 432,
                help_strip_h = 96, chart_pad = 24, head_least_h = 56, head_one_row_w = 900;
constexpr int celebrate_days = 21;

/// The other goals of the child, the one shown ticked.
void draw_other_goals(GoalPage& page, Rect at) {
    Ui& ui = page.ui;
    if (button(ui, at, "Other goals", {.icon = icon::chevron_down, .icon_after = true}))
        open_menu(ui, "Other goals of the child");
    if (!begin_menu(ui, "Other goals of the child", {at.x, at.y, at.w, 40}, 360)) return;
    for (const Goal& each : ui.caseload->goals()) {
        const bool here = each.id == page.goal.id;
        if (each.child != page.child.id || !is_open(each) || !menu_item(ui, each.title, {.ticked = here}) || here)
            continue;
        ui.nav->go({.screen = Screen::goal, .child = each.child, .goal = each.id});
    }
    end_menu(ui);
}

/// From the right end; what is left of the line is cut from it.
void draw_head_buttons(GoalPage& page, Rect& line) {
    Ui& ui = page.ui;
    const bool practised = page.goal.status == GoalStatus::active;
    const ButtonLook enter{.kind = practised ? ButtonKind::primary : ButtonKind::secondary, .icon = icon::plus};
    if (button(ui, line.cut_right(button_width(ui, "Enter a value", enter), metrics::s), "Enter a value", enter))
        page.self.story.enter_value = true;
    if (!page.editing()) {
        const ButtonLook edit{.icon = icon::pencil};
        if (button(ui, line.cut_right(button_width(ui, "Edit goal", edit), metrics::s), "Edit goal", edit))
            page.edit(true);
    }
    const Rect print_at = line.cut_right(metrics::button, metrics::s);
    if (icon_button(ui, print_at.pos(), icon::printer, "Print a data sheet", {.bordered = true, .shortcut = "Ctrl P"}))
        ui.actions->ask(ActionId::print);
    const ButtonLook other{.icon = icon::chevron_down, .icon_after = true};
    draw_other_goals(page, line.cut_right(button_width(ui, "Other goals", other), metrics::l));
}

/// Picture, title, discipline and criterion; where room is short the buttons stand below. Returns the lowest y.
float draw_head(GoalPage& page, Rect head) {
    Ui& ui = page.ui;
    const Goal& goal = page.goal;
    const float top = head.y;
    const bool one_row = head.w >= head_one_row_w;
    if (one_row) {
        Rect buttons{head.x, head.y + 8, head.w, metrics::button};
        draw_head_buttons(page, buttons);
        head.w = buttons.w;
    }
    const GoalLook look = look_of(*ui.library, goal.skill);
    const Rect row = head;
    tile(ui, {head.x, head.y + 4, 48, 48}, look.illustration, look.hue);
    head.cut_left(64);
    const Lead lead = goal.discipline == Discipline::ot ? Lead::ot : Lead::pt;
    const float tag_w = tag_width(ui, lead) + metrics::m;
    const std::string title = shown_call_name(ui, page.child) + ": " + goal.title;
    const bool one_line = text_width(ui, title, Type::title) <= head.w - tag_w;
    const Type type = one_line ? Type::title : Type::heading;
    const float line_h = line_height(type);
    const float title_h = wrapped_height(ui, title, head.w - tag_w, type);
    float beside = head.w - tag_w;
    if (title_h <= line_h)
        beside = text(ui, head.pos(), title, {.type = type, .max_w = beside, .heading = true});
    else
        text_wrapped(ui, {head.x, head.y, beside, title_h}, title, {.type = type, .heading = true});
    tag(ui, {head.x + beside + metrics::m, head.y + (line_h - metrics::tag) / 2}, lead);
    std::string criterion = say_criterion(goal, *ui.library);
    if (!criterion.empty()) criterion[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(criterion[0])));
    const float said_h = text_wrapped(ui, {head.x, head.y + title_h, head.w, 0}, criterion, {.role = Role::ink_2});
    const float bottom = std::max(top + head_least_h, head.y + title_h + said_h);
    if (one_row) return bottom;
    Rect buttons{row.x, bottom + metrics::s, row.w, metrics::button};
    draw_head_buttons(page, buttons);
    return buttons.bottom();
}

/// A goal met lately is celebrated, with its day; returns the height used.
float draw_celebration(GoalStory& self, Ui& ui, Rect rect, const Goal& goal) {
    if (!celebrates(self, ui.clock.today)) return 0;
    const auto& mastery = self.picture.analysis->facts.mastery;
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
    text(ui, {in.x, in.y + 16}, (mastery.mastered_value ? "Goal reached" : "Goal met") + count,
         {.type = Type::section, .max_w = in.w});
    text(ui, {in.x, in.y + 42}, "On " + say_long(*mastery.mastered_on) + ". Time to look at the next step together.",
         {.role = Role::ink_2, .max_w = in.w});
    return rect.h + metrics::gutter;
}

/// What is measured and how, and the ways to look at it; returns the lowest y.
float draw_chart_head(GoalStory& self, Ui& ui, Rect head, const Goal& goal) {
    const Measure* measure = ui.library->measure(goal.measure);
    constexpr std::array<std::string_view, 2> labels{"Chart", "Table"};
    int shown = self.as_table ? 1 : 0;
    const Rect whole = head;
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
    const std::string name = measure != nullptr ? measure->name : std::string("Values");
    const float width = text(ui, {head.x, head.y + 6}, name, {.type = Type::section, .max_w = head.w, .heading = true});
    const TextLook quiet{.type = Type::caption, .role = Role::ink_2};
    const std::string& measured = self.rows.measured;
    if (width + metrics::m + text_width(ui, measured, Type::caption) <= head.w) {
        text(ui, {head.x + width + metrics::m, head.y + 10}, measured, quiet);
        return head.y + 36;
    }
    return head.y + 36 + text_wrapped(ui, {whole.x, head.y + 36, whole.w, 0}, measured, quiet);
}

/// Left a point out or count it again; the menu stands at the point that was pressed.
void draw_point_menu(GoalStory& self, Ui& ui) {
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

float draw_chart_card(GoalStory& self, Ui& ui, Rect rect, const Goal& goal) {
    float& height = self.heights["chart"];
    if (height > 0) card(ui, {rect.x, rect.y, rect.w, height});
    const Scope scope(ui, "Chart card");
    if (std::exchange(self.show_chart, false)) scroll_to(ui, {rect.x, rect.y, rect.w, 100});
    const Rect in{rect.x + chart_pad, rect.y + 16, rect.w - 2 * chart_pad, 0};
    float y = draw_chart_head(self, ui, {in.x, in.y, in.w, 36}, goal) + metrics::s;
    ChartReply reply;
    const GoalChart& chart = self.picture.chart;
    if (self.as_table) {
        reply = chart_table(ui, {in.x, y, in.w, 0}, chart, self.view, y);
        y += metrics::l;
    } else {
        chart_legend(ui, {in.x, y}, chart);
        y += 26;
        const float tall = rect.y + chart_card_h + (chart.help ? help_strip_h : 0.0F) - metrics::m - y;
        reply = goal_chart(ui, {in.x, y, in.w, tall}, chart, self.view);
        y += tall + metrics::m;
    }
    if (reply.chosen) {
        self.point = reply.chosen;
        self.point_at = reply.at;
        open_menu(ui, "Point of the chart");
    }
    if (y - rect.y != height) ui.wake_in(0);
    height = y - rect.y;
    return y;
}

/// Beside the chart where there is room, else below it.
float draw_side(GoalPage& page, Rect column) {
    GoalStory& self = page.self.story;
    const auto below = [&](float bottom) { return Rect{column.x, bottom + metrics::gutter, column.w, 0}; };
    float y = draw_story_goal(page, column);
    y = draw_story_steps(page, below(y));
    // Nothing can be suggested of a goal that was not begun.
    if (page.goal.status != GoalStatus::draft || !self.picture.values.empty())
        y = draw_story_advice(self, page.ui, below(y), page.goal);
    y = draw_story_notes(self, page.ui, below(y), page.goal);
    return draw_story_numbers(self, page.ui, below(y), page.goal);
}

float draw_main(GoalPage& page, Rect main) {
    Ui& ui = page.ui;
    GoalStory& self = page.self.story;
    if (const std::string_view problem = page.error(""); !problem.empty() && !page.editing()) {
        float height = 0;
        banner(ui, main, BadgeKind::danger, problem, {}, &height);
        main.y += height + metrics::m;
    }
    main.y += draw_celebration(self, ui, main, page.goal);
    main.y = draw_next_goals(page, main);
    main.y = draw_chart_card(self, ui, main, page.goal) + metrics::gutter;
    main.y = draw_story_words(self, ui, main) + metrics::gutter;
    return draw_story_sessions(self, ui, main);
}

void draw_columns(GoalPage& page, Rect area) {
    Ui& ui = page.ui;
    const bool beside = area.w >= story_beside_from;
    if (beside) {
        Rect side = area.cut_right(story_side_w, metrics::gutter);
        side.w += story_bar_room;
        side = begin_scroll(ui, "Beside the chart", side);
        side.w -= story_bar_room;
        end_scroll(ui, draw_side(page, side) + metrics::xl);
    }
    area.w += story_bar_room;
    Rect main = begin_scroll(ui, "Goal chart page", area);
    main.w -= story_bar_room;
    float bottom = draw_main(page, main);
    if (!beside) bottom = draw_side(page, {main.x, bottom + metrics::gutter, main.w, 0});
    end_scroll(ui, bottom + metrics::xl);
}

}  // namespace

bool celebrates(const GoalStory& self, Date today) {
    if (!self.picture.ready || !self.picture.analysis) return false;
    const auto& met_on = self.picture.analysis->facts.mastery.mastered_on;
    return met_on && today - *met_on <= celebrate_days;
}

void draw_goal_story(GoalPage& page) {
    Ui& ui = page.ui;
    GoalStory& self = page.self.story;
    if (self.of != page.goal.id) {
        self.of = page.goal.id;
        self.view = {};
        self.point.reset();
        self.error.clear();
    }
    follow_picture(self.picture, ui, page.goal.id);
    Rect area = ui.area.inset(metrics::page_pad, 0);
    area.cut_top(metrics::m);
    const float head = draw_head(page, area);
    area.cut_top(head - area.y, metrics::m);
    if (self.picture.ready && !self.picture.chart.name.empty()) {
        follow_rows(self, ui, page.goal);
        draw_columns(page, area);
        draw_point_menu(self, ui);
    }
    draw_story_dialogs(self, ui, page.goal);
}

}  // namespace pegboard
