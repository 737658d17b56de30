// Goals of one child: long-term goals with their objectives under them.
#include <algorithm>
#include <array>

#include "app/child/child.h"

namespace pegboard {
namespace {
constexpr float goal_h = 70, objective_h = 56, foot_h = 44, pad = 16, indent = 60;

void add_goal(Ui& ui, ChildId child, GoalId under) {
    Place place{.screen = Screen::goal, .child = child};
    if (under) place.detail = "under:" + std::to_string(under.value);
    ui.nav->go(std::move(place));
}

void draw_row(Ui& ui, Rect line, const GoalRow& row, ChildId child) {
    const Pressed pressed = pressable(ui, line, row.title, WidgetRole::row);
    if (pressed.clicked) ui.nav->go({.screen = Screen::goal, .child = child, .goal = row.id});
    Rect in = line.inset(metrics::s, 0);
    const float size = row.parent ? metrics::tile_s : metrics::tile;
    tile(ui, {in.x, in.y + (in.h - size) / 2, size, size}, row.look.illustration, row.look.hue);
    in.cut_left(size, metrics::l);
    const Rect chevron = in.cut_right(24, metrics::s);
    icon_at(ui, {chevron.x, chevron.y + (chevron.h - 24) / 2}, icon::chevron_right, 24);
    if (in.w > 560) text_in(ui, in.cut_right(110, metrics::m), row.due, {.type = Type::caption, .role = Role::ink_2});
    const Rect badge_at = in.cut_right(std::max(badge_words_width(ui, row.badge), 120.0F), metrics::m);
    draw_badge(ui, {badge_at.x, badge_at.y + (badge_at.h - metrics::badge) / 2}, row.badge);
    const float first = in.y + (in.h - 44) / 2;
    text(ui, {in.x, first}, row.title, {.type = Type::label, .max_w = in.w});
    const float tag_w = tag(ui, {in.x, first + 24}, row.discipline == Discipline::ot ? Lead::ot : Lead::pt);
    text(ui, {in.x + tag_w + metrics::s, first + 26}, row.criterion,
         {.type = Type::caption, .role = Role::ink_2, .max_w = in.w - tag_w - metrics::s});
}

/// One long-term goal with the objectives after it; returns the index behind them.
std::size_t draw_group(const ChildScreen& self, Ui& ui, Rect& at, std::size_t first, const Child& child, bool all) {
    const auto& goals = self.view.goals;
    std::size_t behind = first + 1;
    std::vector<const GoalRow*> under;
    for (; behind < goals.size() && goals[behind].parent; ++behind)
        if (all || goals[behind].open) under.push_back(&goals[behind]);
    const GoalRow& goal = goals[first];
    at.h = goal_h + objective_h * static_cast<float>(under.size()) + foot_h + metrics::m;
    if (visible(ui, at)) {
        card(ui, at);
        Rect line{at.x + pad - metrics::s, at.y + metrics::xs, at.w - 2 * (pad - metrics::s), goal_h};
        draw_row(ui, line, goal, child.id);
        line.y += goal_h;
        line.h = objective_h;
        for (const GoalRow* objective : under) {
            divider(ui, {line.x + indent, line.y}, line.w - indent);
            draw_row(ui, {line.x + indent, line.y + 1, line.w - indent, line.h - 2}, *objective, child.id);
            line.y += objective_h;
        }
        if (button(ui, Vec{line.x + indent, line.y + 4}, "Add objective",
                   {.kind = ButtonKind::ghost,
                    .icon = icon::plus,
                    .height = metrics::button_small,
                    .enabled = goal.open && is_current(child, ui.clock.today),
                    .name = "Add objective under " + goal.title}))
            add_goal(ui, child.id, goal.id);
    }
    at.y += at.h + metrics::m;
    return behind;
}
}  // namespace

float draw_child_goals(ChildScreen& self, Ui& ui, Rect rect, const Child& child) {
    Rect head = rect.cut_top(metrics::button, metrics::m);
    const ButtonLook add{.kind = ButtonKind::tonal,
                         .icon = icon::plus,
                         .enabled = is_current(child, ui.clock.today),
                         .name = "Add long-term goal"};
    if (button(ui, head.cut_right(button_width(ui, "Add goal", add)), "Add goal", add)) add_goal(ui, child.id, {});
    constexpr std::array<std::string_view, 2> filters{"Open", "All"};
    segmented(ui, head.cut_left(180), "Which goals", filters, self.goal_filter);
    const bool all = self.goal_filter == 1;
    Rect at = rect;
    bool any = false;
    for (std::size_t i = 0; i < self.view.goals.size();) {
        const GoalRow& goal = self.view.goals[i];
        if (!all && !goal.open) {
            for (++i; i < self.view.goals.size() && self.view.goals[i].parent;) ++i;
            continue;
        }
        any = true;
        i = draw_group(self, ui, at, i, child, all);
    }
    if (any) return at.y;
    rect.h = 320;
    if (empty_state(ui, rect, "handwriting", Hue::indigo, "No goals yet",
                    "Start from what " + self.view.call + " wants or needs to do at home and at school.",
                    is_current(child, ui.clock.today) ? "Add the first goal" : ""))
        add_goal(ui, child.id, {});
    return rect.bottom();
}

}  // namespace pegboard
