// The left column of the Plan screen: every goal with its minutes in this plan, ticked for this session or not; of a
// group under each child, who is here or absent in one press. It scrolls only when all goals were asked for.
#include <algorithm>

#include "app/parts/goal_form.h"
#include "app/plan/plan_panels.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr float head_h = 32, sub_h = 22, row_h = 76, low_row_h = 56, group_row_h = 44, child_h = 40, more_h = 36,
                foot_h = 44;
constexpr float tile_size = 40, group_tile = 32, tick = 18, words_x = tile_size + metrics::m, line_h = 20,
                switch_w = 120;
constexpr float bar_room = 12;  ///< beside the rows, for a scroll bar

bool is_active(const PlanGoal& goal) { return goal.goal->status == GoalStatus::active; }
Lead lead_of(const PlanGoal& goal) { return goal.goal->discipline == Discipline::ot ? Lead::ot : Lead::pt; }

void draw_tick(Ui& ui, Vec pos, bool on) {
    const Rect rect{pos.x, pos.y, tick, tick};
    fill(ui, rect, on ? Role::primary : Role::surface, tick / 2);
    outline(ui, rect, on ? Role::surface : Role::line_strong, tick / 2);
    if (on) icon_at(ui, {pos.x + 2, pos.y + 2}, icon::check, 14, Role::on_primary);
}

/// "10 min planned", or that it is not; of a goal that is not worked on how it stands.
std::string say_planned(const Ui& ui, const PlanGoal& goal) {
    if (goal.planned_min > 0) return std::to_string(goal.planned_min) + " min planned";
    if (!is_active(goal)) return badge_of(*goal.goal, ui.clock.today).words + ": not planned for";
    return goal.chosen ? "Not in this plan" : "";
}

Role role_of_planned(const PlanGoal& goal) {
    return goal.planned_min > 0 ? Role::ink : goal.chosen && is_active(goal) ? Role::warn : Role::ink_2;
}

void draw_share(Ui& ui, Rect bar_at, const PlanGoal& goal) {
    const int week = goal.goal->minutes_per_week;
    if (is_active(goal) && week > 0)
        bar(ui, bar_at, std::min(1.0F, static_cast<float>(goal.planned_min) / static_cast<float>(week)));
}

/// A bar, and below it minutes planned and asked for.
void draw_minutes(Ui& ui, Rect row, const PlanGoal& goal) {
    const float y = row.bottom() - 22, x = row.x + words_x;
    const std::string words = say_planned(ui, goal);
    const float used =
        words.empty() ? 0 : text(ui, {x, y}, words, {.type = Type::caption, .role = role_of_planned(goal)});
    const int week = goal.goal->minutes_per_week;
    const std::string of = std::to_string(week) + " min a week";
    if (is_active(goal) && week > 0 && x + used + metrics::s + text_width(ui, of, Type::caption) <= row.right())
        text(ui, {row.right(), y}, of, {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    draw_share(ui, {x, y - 9, row.right() - x, 6}, goal);
}

/// In a group one line and a bar: the children stand below each other.
void draw_short(Ui& ui, Rect row, const PlanGoal& goal) {
    const float x = row.x + words_x;
    const int week = goal.goal->minutes_per_week;
    std::string words = std::to_string(goal.planned_min);
    words += is_active(goal) && week > 0 ? " of " + std::to_string(week) + " min" : " min";
    if (!is_active(goal) && goal.planned_min == 0) words = badge_of(*goal.goal, ui.clock.today).words;
    const float words_w = text_width(ui, words, Type::caption);
    text(ui, {row.right(), row.y + 9}, words,
         {.type = Type::caption, .role = role_of_planned(goal), .align = Align::right});
    text(ui, {x, row.y + 7}, goal.goal->title, {.type = Type::label, .max_w = row.right() - words_w - metrics::s - x});
    draw_share(ui, {x, row.bottom() - 13, row.right() - x, 6}, goal);
}

void draw_long(Ui& ui, Rect row, const PlanGoal& goal) {
    const Lead lead = lead_of(goal);
    const float tag_w = tag_width(ui, lead);
    const bool low = row.h < row_h;
    const float top = row.y + (low ? metrics::xs : metrics::s);
    tag(ui, {row.right() - tag_w, top}, lead);
    const float x = row.x + words_x, room = row.w - words_x - tag_w - metrics::s;
    if (low)
        text(ui, {x, top}, goal.goal->title, {.type = Type::label, .max_w = room});
    else
        text_wrapped(ui, {x, top, room, 2 * line_h}, goal.goal->title, {.type = Type::label}, 2);
    draw_minutes(ui, row, goal);
}

void draw_goal(PlanScreen& self, Ui& ui, Rect row, const PlanGoal& goal) {
    if (self.view.editable) {
        const Pressed pressed =
            pressable(ui, row.inset(-metrics::s, 1), goal.goal->title, WidgetRole::checkbox, goal.chosen);
        const Child* child = ui.caseload->child(goal.goal->child);
        if ((pressed.hovered || pressed.focused) && child != nullptr)
            tooltip(ui, shown_sentence(ui, *child, *goal.goal));
        if (pressed.clicked) {
            self.touched.push_back(goal.goal->id);
            send_edit(self, ui, with_goal(*self.view.session, *goal.goal, !goal.chosen, *ui.library));
        }
    }
    const bool group = self.view.children.size() > 1;
    const float size = group ? group_tile : tile_size, tile_y = row.y + (row.h - size) / 2;
    tile(ui, {row.x, tile_y, size, size}, goal.look.illustration, goal.look.hue, metrics::radius_small);
    draw_tick(ui, {row.x + size - tick + 4, tile_y + size - tick + 4}, goal.chosen);
    if (group)
        draw_short(ui, row, goal);
    else
        draw_long(ui, row, goal);
}

// ------------------------------------------------------------------ which rows there is room for

struct Shape {
    float row = row_h;
    std::vector<bool> shown;  ///< of each goal
    int hidden = 0;
};

/// Ticked, or ticked a moment ago: a press never takes a row away.
bool comes_first(const PlanScreen& self, const PlanGoal& goal) {
    return goal.chosen || std::ranges::count(self.touched, goal.goal->id) > 0;
}

/// Shows up to `most` goals: the ticked ones first, one of each child in turn.
void share_rows(const PlanScreen& self, int most, Shape& shape) {
    const PlanView& view = self.view;
    const auto& goals = view.goals;
    shape.shown.assign(goals.size(), false);
    int shown = 0;
    for (const bool chosen : {true, false})
        for (bool again = true; again && shown < most;) {
            again = false;
            for (const PlanChild& who : view.children) {
                const auto next = std::ranges::find_if(goals, [&](const PlanGoal& goal) {
                    return comes_first(self, goal) == chosen && goal.goal->child == who.child->id &&
                           !shape.shown[static_cast<std::size_t>(&goal - goals.data())];
                });
                if (next == goals.end() || shown == most) continue;
                shape.shown[static_cast<std::size_t>(next - goals.begin())] = again = true;
                ++shown;
            }
        }
    shape.hidden = static_cast<int>(goals.size()) - shown;
}

/// High rows where all goals, or at least the ticked ones, have room in them; all of them once that was asked for.
Shape shape_of(const PlanScreen& self, float room) {
    const auto& goals = self.view.goals;
    const bool group = self.view.children.size() > 1;
    if (group) room -= child_h * static_cast<float>(self.view.children.size());
    const auto fit = [&](float row, std::size_t count) { return static_cast<float>(count) * row <= room; };
    const auto ticked = static_cast<std::size_t>(
        std::ranges::count_if(goals, [&](const PlanGoal& goal) { return comes_first(self, goal); }));
    Shape shape;
    shape.shown.assign(goals.size(), true);
    if (group) shape.row = group_row_h;
    if (fit(shape.row, goals.size())) return shape;
    const bool ticked_fit = static_cast<float>(ticked) * shape.row + more_h <= room;
    if (!group && (self.all_goals || ticked == 0 || !ticked_fit)) shape.row = low_row_h;
    if (self.all_goals || fit(shape.row, goals.size())) return shape;
    share_rows(self, static_cast<int>(std::max(1.0F, (room - more_h) / shape.row)), shape);
    return shape;
}

void draw_child(PlanScreen& self, Ui& ui, Rect row, const PlanChild& who) {
    avatar(ui, {row.x, row.y + 4}, metrics::avatar_s, initials(full_name(*who.child)), child_hue(who.child->id));
    draw_here_switch(self, ui, row.cut_right(switch_w, metrics::s).inset(0, 4), who);
    const float x = row.x + metrics::avatar_s + metrics::s;
    text_in(ui, {x, row.y, row.right() - x, row.h}, who.name,
            {.type = Type::label, .role = who.present ? Role::ink : Role::ink_3});
}

/// The rows, from the top of the region; returns the lowest y.
float draw_rows(PlanScreen& self, Ui& ui, Rect list, const Shape& shape) {
    const bool group = self.view.children.size() > 1;
    const auto& goals = self.view.goals;
    const auto rows_of = [&](const Child* child) {
        for (std::size_t i = 0; i < goals.size(); ++i) {
            if (!shape.shown[i] || (child != nullptr && goals[i].goal->child != child->id)) continue;
            const Rect row = list.cut_top(shape.row);
            divider(ui, {row.x, row.y}, row.w);
            if (visible(ui, row)) draw_goal(self, ui, row, goals[i]);
        }
    };
    if (!group) rows_of(nullptr);
    if (group)
        for (const PlanChild& who : self.view.children) {
            draw_child(self, ui, list.cut_top(child_h), who);
            rows_of(who.child);
        }
    if (shape.hidden > 0 &&
        link(ui, {list.x - metrics::xs, list.y + 6}, std::to_string(shape.hidden) + " more", "Show every goal"))
        self.all_goals = true;
    if (self.all_goals && shape.hidden == 0 && link(ui, {list.x - metrics::xs, list.y + 6}, "Show fewer"))
        self.all_goals = false;
    return list.y + (shape.hidden > 0 || self.all_goals ? more_h : 0.0F);
}

/// Minutes of each discipline in a co-treatment.
void draw_shares(Ui& ui, const PlanView& view, Rect row) {
    int ot = 0, pt = 0;
    for (std::size_t i = 0; i < view.blocks.size(); ++i) {
        const Lead lead = view.blocks[i].lead.value_or(Lead::both);
        if (lead != Lead::pt) ot += view.session->blocks[i].minutes;
        if (lead != Lead::ot) pt += view.session->blocks[i].minutes;
    }
    divider(ui, row.pos(), row.w);
    const float y = row.y + (row.h - metrics::tag) / 2;
    float left = row.x + tag(ui, {row.x, y}, Lead::ot) + metrics::s;
    left += text(ui, {left, y + 2}, std::to_string(ot) + " min", {.type = Type::caption}) + metrics::s;
    float right = row.right() - tag_width(ui, Lead::pt);
    tag(ui, {right, y}, Lead::pt);
    const std::string words = std::to_string(pt) + " min";
    right -= metrics::s + text_width(ui, words, Type::caption);
    text(ui, {right, y + 2}, words, {.type = Type::caption});
    const float width = right - metrics::s - left;
    if (ot + pt == 0 || width < metrics::xl) return;
    const float share = width * static_cast<float>(ot) / static_cast<float>(ot + pt);
    if (share > 2) fill(ui, {left, y + 7, share - 1, 6}, Role::ot, 3);
    if (width - share > 2) fill(ui, {left + share + 1, y + 7, width - share - 1, 6}, Role::pt, 3);
}

void draw_head(PlanScreen& self, Ui& ui, Rect& inside, const std::string& name) {
    text_in(ui, inside.cut_top(head_h), "What " + name + " needs", {.type = Type::section, .heading = true});
    Rect line = inside.cut_top(sub_h);
    if (self.view.chosen > 0) {
        const std::string covered =
            std::to_string(self.view.covered) + " of " + std::to_string(self.view.chosen) + " goals";
        const Rect at = line.cut_right(text_width(ui, covered, Type::caption_strong) + 1, metrics::s);
        text_in(ui, at, covered, {.type = Type::caption_strong});
    }
    const std::string_view hint = self.view.editable ? "Tick the goals of this session" : "Goals of this session";
    text_in(ui, line, hint, {.type = Type::caption, .role = Role::ink_2});
}

}  // namespace

void draw_needs(PlanScreen& self, Ui& ui, Rect column) {
    const bool group = self.view.children.size() > 1;
    const std::string name = group ? std::string("the group") : shown_call_name(ui, *self.view.child);
    const Scope scope(ui, "Goals");
    next_pane(ui);
    card(ui, column);
    Rect inside = column.inset(metrics::l, metrics::m);
    draw_head(self, ui, inside, name);
    if (self.view.goals.empty() && !group) {
        const float used = text_wrapped(ui, inside, "No open goals yet. A plan works without, and is better with one.",
                                        {.role = Role::ink_2});
        if (link(ui, {inside.x, inside.y + used + metrics::s}, "Open " + name + "'s goals"))
            ui.nav->go({.screen = Screen::child, .child = self.view.child->id, .detail = "goals"});
        return;
    }
    inside.h = column.bottom() - 2 - inside.y;
    if (self.view.session->lead == Lead::both && !self.view.blocks.empty())
        draw_shares(ui, self.view, inside.cut_bottom(foot_h));
    const Shape shape = shape_of(self, inside.h);
    inside.w += bar_room;
    Rect list = begin_scroll(ui, "Goal list", inside);
    list.w -= bar_room;
    end_scroll(ui, draw_rows(self, ui, list, shape));
}

}  // namespace pegboard
