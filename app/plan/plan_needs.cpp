// The left column of the Plan screen: every goal with its minutes in this plan and those still to do, or why no block
// works on it; of a group under each child, who is here or absent in one press. Below them what is said of the whole.
#include <algorithm>

#include "app/parts/goal_form.h"
#include "app/plan/plan_panels.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr float head_h = 32, sub_h = 22, row_h = 76, low_row_h = 56, group_row_h = 44, child_h = 40, more_h = 36,
                foot_h = 44;
constexpr float tile_size = 40, group_tile = 32, tick = 18, words_x = tile_size + metrics::m, line_h = 20,
                here_switch_w = 144;
constexpr float most_standing = 0.4F;  ///< of the column, for what is said of the whole plan
constexpr float bar_room = 12;         ///< beside the rows, for a scroll bar

bool is_active(const PlanGoal& goal) { return goal.goal->status == GoalStatus::active; }
Lead lead_of(const PlanGoal& goal) { return goal.goal->discipline == Discipline::ot ? Lead::ot : Lead::pt; }

void draw_tick(Ui& ui, Vec pos, bool on) {
    const Rect rect{pos.x, pos.y, tick, tick};
    fill(ui, rect, on ? Role::primary : Role::surface, tick / 2);
    outline(ui, rect, on ? Role::surface : Role::line_strong, tick / 2);
    if (on) icon_at(ui, {pos.x + 2, pos.y + 2}, icon::check, 14, Role::on_primary);
}

/// "10 min today", or why there are none; of a goal that is not worked on how it stands.
std::string say_planned(const Ui& ui, const PlanView& view, const PlanGoal& goal) {
    if (!goal.why_not.empty()) return goal.why_not;
    if (goal.planned_min > 0)
        return std::to_string(goal.planned_min) + (view.session->date == view.today ? " min today" : " min planned");
    if (!is_active(goal)) return badge_of(*goal.goal, ui.clock.today).words + ": not planned for";
    return goal.chosen && !view.blocks.empty() ? "Not in this plan" : "";
}

Role role_of_planned(const PlanGoal& goal) {
    return !goal.why_not.empty()            ? Role::warn
           : goal.planned_min > 0           ? Role::ink
           : goal.chosen && is_active(goal) ? Role::warn
                                            : Role::ink_2;
}

/// Minutes of the week that are left once this plan is done.
int left_of_week(const PlanGoal& goal) { return std::max(0, goal.to_do_min - goal.planned_min); }

void draw_share(Ui& ui, Rect bar_at, const PlanGoal& goal) {
    const int whole = std::max(goal.to_do_min, goal.planned_min);
    if (is_active(goal) && goal.goal->minutes_per_week > 0)
        bar(ui, bar_at, whole == 0 ? 1.0F : static_cast<float>(goal.planned_min) / static_cast<float>(whole));
}

/// A bar, and below it minutes planned and still to do, or in whole words why none are planned.
void draw_minutes(const PlanView& view, Ui& ui, Rect row, const PlanGoal& goal, float extra) {
    const float y = row.bottom() - 20 - extra, x = row.x + words_x;
    const std::string words = say_planned(ui, view, goal);
    const TextLook look{.type = Type::caption, .role = role_of_planned(goal)};
    draw_share(ui, {x, y - 8, row.right() - x, 6}, goal);
    if (!goal.why_not.empty()) {
        text_wrapped(ui, {x, y, row.right() - x, 200}, words, look);
        return;
    }
    const float used = words.empty() ? 0 : text(ui, {x, y}, words, look);
    if (!is_active(goal) || goal.goal->minutes_per_week == 0) return;
    const int left = left_of_week(goal);
    const std::string of = left == 0 ? "week's minutes met" : std::to_string(left) + " min left";
    if (x + used + metrics::s + text_width(ui, of, Type::caption) <= row.right())
        text(ui, {row.right(), y}, of, {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
}

/// In a group one line and a bar: the children stand below each other.
void draw_short(Ui& ui, Rect row, const PlanGoal& goal, float extra) {
    const float x = row.x + words_x, bar_y = row.bottom() - 13 - extra;
    std::string words = std::to_string(goal.planned_min);
    words += is_active(goal) && goal.to_do_min > 0 ? " of " + std::to_string(goal.to_do_min) + " min" : " min";
    if (!is_active(goal) && goal.planned_min == 0) words = badge_of(*goal.goal, ui.clock.today).words;
    const float words_w = text_width(ui, words, Type::caption);
    text(ui, {row.right(), row.y + 9}, words,
         {.type = Type::caption, .role = role_of_planned(goal), .align = Align::right});
    text(ui, {x, row.y + 7}, goal.goal->title, {.type = Type::label, .max_w = row.right() - words_w - metrics::s - x});
    draw_share(ui, {x, bar_y, row.right() - x, 6}, goal);
    if (!goal.why_not.empty())
        text_wrapped(ui, {x, bar_y + 9, row.right() - x, 200}, goal.why_not,
                     {.type = Type::caption, .role = Role::warn});
}

void draw_long(const PlanView& view, Ui& ui, Rect row, const PlanGoal& goal, float extra) {
    const Lead lead = lead_of(goal);
    const float tag_w = tag_width(ui, lead);
    const bool low = row.h - extra < row_h;
    const float x = row.x + words_x, room = row.w - words_x - tag_w - metrics::s;
    const bool one_line = low || text_width(ui, goal.goal->title, Type::label) <= room;
    const float top = row.y + (low ? 3.0F : one_line ? 14.0F : 4.0F);
    tag(ui, {row.right() - tag_w, top}, lead);
    if (one_line)
        text(ui, {x, top}, goal.goal->title, {.type = Type::label, .max_w = room});
    else
        text_wrapped(ui, {x, top, room, 2 * line_h}, goal.goal->title, {.type = Type::label}, 2);
    draw_minutes(view, ui, row, goal, extra);
}

void draw_goal(PlanScreen& self, Ui& ui, Rect row, const PlanGoal& goal, float extra) {
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
    const float size = group ? group_tile : tile_size, tile_y = row.y + (row.h - extra - size) / 2;
    tile(ui, {row.x, tile_y, size, size}, goal.look.illustration, goal.look.hue, metrics::radius_small);
    draw_tick(ui, {row.x + size - tick + 4, tile_y + size - tick + 4}, goal.chosen);
    if (group)
        draw_short(ui, row, goal, extra);
    else
        draw_long(self.view, ui, row, goal, extra);
}

// ------------------------------------------------------------------ which rows there is room for

struct Shape {
    float row = row_h;
    std::vector<float> extra;  ///< of each goal: what the words of why it is not in the plan need beyond the row
    std::vector<bool> shown;   ///< of each goal
    int hidden = 0;
    [[nodiscard]] float height() const {
        float all = 0;
        for (std::size_t i = 0; i < shown.size(); ++i) all += shown[i] ? row + extra[i] : 0;
        return all + (hidden > 0 ? more_h : 0.0F);
    }
};

/// A row's one line of words is in its height already; a group's row has none.
float extra_of(const Ui& ui, const PlanGoal& goal, float words_w, bool group) {
    if (goal.why_not.empty()) return 0;
    const float wrapped = wrapped_height(ui, goal.why_not, words_w, Type::caption);
    return group ? wrapped + 2 : std::max(0.0F, wrapped - 16);
}

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
Shape shape_of(const PlanScreen& self, const Ui& ui, Rect room) {
    const auto& goals = self.view.goals;
    const bool group = self.view.children.size() > 1;
    if (group) room.h -= child_h * static_cast<float>(self.view.children.size());
    Shape shape;
    for (const PlanGoal& goal : goals) shape.extra.push_back(extra_of(ui, goal, room.w - words_x, group));
    const auto show = [&](const auto& which) {
        shape.shown.clear();
        for (const PlanGoal& goal : goals) shape.shown.push_back(which(goal));
    };
    const auto ticked = [&](const PlanGoal& goal) { return comes_first(self, goal); };
    const auto every = [](const PlanGoal&) { return true; };
    if (group) shape.row = group_row_h;
    show(every);
    if (shape.height() <= room.h) return shape;
    show(ticked);
    const bool any_ticked = std::ranges::count(shape.shown, true) > 0;
    const bool ticked_fit = shape.height() + more_h <= room.h;
    if (!group && (self.all_goals || !any_ticked || !ticked_fit)) shape.row = low_row_h;
    show(every);
    if (self.all_goals || shape.height() <= room.h) return shape;
    for (int most = static_cast<int>(goals.size()) - 1; most > 0; --most) {
        share_rows(self, most, shape);
        if (shape.height() <= room.h) break;
    }
    return shape;
}

void draw_child(PlanScreen& self, Ui& ui, Rect row, const PlanChild& who) {
    avatar(ui, {row.x, row.y + 4}, metrics::avatar_s, initials(full_name(*who.child)), child_hue(who.child->id));
    draw_here_switch(self, ui, row.cut_right(here_switch_w, metrics::s).inset(0, 4), who);
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
            const Rect row = list.cut_top(shape.row + shape.extra[i]);
            divider(ui, {row.x, row.y}, row.w);
            if (visible(ui, row)) draw_goal(self, ui, row, goals[i], shape.extra[i]);
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

/// A square of a bar's colour and what it stands for; returns the width.
float legend(Ui& ui, Vec pos, Role role, std::string_view words) {
    constexpr float square = 10;
    fill(ui, {pos.x, pos.y + 3, square, square}, role, 3);
    return square + 6 + text(ui, {pos.x + square + 6, pos.y}, words, {.type = Type::caption, .role = Role::ink_2});
}

void draw_head(PlanScreen& self, Ui& ui, Rect& inside, const std::string& name) {
    Rect title = inside.cut_top(head_h);
    if (self.view.chosen > 0) {
        const std::string covered =
            std::to_string(self.view.covered) + " of " + std::to_string(self.view.chosen) + " goals";
        const Rect at = title.cut_right(text_width(ui, covered, Type::caption) + 1, metrics::s);
        text_in(ui, at, covered, {.type = Type::caption, .role = Role::ink_2});
    }
    text_in(ui, title, "What " + name + " needs", {.type = Type::section, .heading = true});
    const Rect line = inside.cut_top(sub_h);
    if (self.view.chosen == 0 || self.view.blocks.empty()) {
        const std::string_view hint = self.view.editable ? "Tick the goals of this session" : "Goals of this session";
        text_in(ui, line, hint, {.type = Type::caption, .role = Role::ink_2});
        return;
    }
    const float x = line.x + legend(ui, line.pos(), Role::primary, "in this plan") + metrics::l;
    legend(ui, {x, line.y}, Role::track, "still to do in the week");
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
    const float standing_h = standing_height(ui, self, inside.w);
    const bool below = standing_h < inside.h * most_standing;  // where it is long it stands with the rows, and scrolls
    if (below && standing_h > 0) draw_standing(self, ui, inside.cut_bottom(standing_h));
    const Shape shape = shape_of(self, ui, inside);
    inside.w += bar_room;
    Rect list = begin_scroll(ui, "Goal list", inside);
    list.w -= bar_room;
    float bottom = draw_rows(self, ui, list, shape);
    if (!below) {
        draw_standing(self, ui, {list.x, bottom, list.w, standing_h});
        bottom += standing_h;
    }
    end_scroll(ui, bottom);
}

}  // namespace pegboard
