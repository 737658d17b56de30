// The left column of the Plan screen: goals to tick for this session, and the session's own card.
#include <algorithm>

#include "app/parts/forms.h"
#include "app/parts/goal_form.h"
#include "app/plan/plan_panels.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr float line_h = 20, goal_pad = 34, head_h = 32, sub_h = 22;
constexpr float box = 20;
constexpr float bar_room = 12;          ///< beside the lines, for a scroll bar
constexpr float session_share = 0.55F;  ///< of the column, at most, when goals need the rest

bool is_active(const PlanGoal& goal) { return goal.goal->status == GoalStatus::active; }

std::string say_practice(const Ui& ui, const PlanGoal& goal) {
    const int week = goal.goal->minutes_per_week;
    if (!is_active(goal)) {
        const std::string status = badge_of(*goal.goal, ui.clock.today).words;
        return goal.planned_min > 0 ? status + ", " + std::to_string(goal.planned_min) + " min planned"
                                    : status + ": not planned for";
    }
    if (goal.planned_min > 0 && week > 0)
        return std::to_string(goal.planned_min) + " of " + std::to_string(week) + " min a week";
    if (goal.planned_min > 0) return std::to_string(goal.planned_min) + " min planned";
    return week > 0 ? std::to_string(week) + " min a week" : "";
}

void draw_tick(Ui& ui, Vec pos, bool on) {
    const Rect rect{pos.x, pos.y, box, box};
    if (on) {
        fill(ui, rect, Role::primary, metrics::radius_tag);
        icon_at(ui, {pos.x + 2, pos.y + 2}, icon::check, 16, Role::on_primary);
    } else {
        outline(ui, rect, Role::line_strong, metrics::radius_tag);
    }
}

constexpr float picture_x = box + metrics::s + 2, title_x = picture_x + metrics::tile_s + metrics::s + 2;

float title_room(const Ui& ui, const PlanGoal& goal, float width) {
    const Lead lead = goal.goal->discipline == Discipline::ot ? Lead::ot : Lead::pt;
    return width - title_x - tag_width(ui, lead) - metrics::s;
}

/// A row is as high as its goal's words, two lines at most.
float goal_height(const Ui& ui, const PlanGoal& goal, float width) {
    const float words = wrapped_height(ui, goal.goal->title, title_room(ui, goal, width), Type::label);
    return std::min(2 * line_h, words) + goal_pad;
}

void draw_goal(PlanScreen& self, Ui& ui, Rect row, const PlanGoal& goal) {
    const bool editable = self.view.editable;
    if (editable) {
        const Pressed pressed =
            pressable(ui, row.inset(-metrics::s, 1), goal.goal->title, WidgetRole::checkbox, goal.chosen);
        const Child* child = ui.caseload->child(goal.goal->child);
        if ((pressed.hovered || pressed.focused) && child != nullptr)
            tooltip(ui, shown_sentence(ui, *child, *goal.goal));
        if (pressed.clicked) send_edit(self, ui, with_goal(*self.view.session, *goal.goal, !goal.chosen, *ui.library));
    }
    draw_tick(ui, {row.x, row.y + (row.h - box) / 2}, goal.chosen);
    tile(ui, {row.x + picture_x, row.y + (row.h - metrics::tile_s) / 2, metrics::tile_s, metrics::tile_s},
         goal.look.illustration, goal.look.hue, metrics::radius_small);
    const Lead lead = goal.goal->discipline == Discipline::ot ? Lead::ot : Lead::pt;
    tag(ui, {row.right() - tag_width(ui, lead), row.y + 7}, lead);
    const float x = row.x + title_x;
    text_wrapped(ui, {x, row.y + 6, title_room(ui, goal, row.w), 2 * line_h}, goal.goal->title, {.type = Type::label},
                 2);
    const float y = row.bottom() - 24;
    const std::string practice = say_practice(ui, goal);
    const float words_w = text_width(ui, practice, Type::caption);
    text(ui, {row.right(), y}, practice, {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    const int week = goal.goal->minutes_per_week;
    const float bar_w = row.right() - words_w - metrics::s - x;
    if (is_active(goal) && week > 0 && bar_w > 16)
        bar(ui, {x, y + 5, bar_w, 6}, std::min(1.0F, static_cast<float>(goal.planned_min) / static_cast<float>(week)),
            lead == Lead::ot ? Role::ot : Role::pt);
}

float goals_height(const Ui& ui, const PlanView& view, float width) {
    float rows = view.goals.empty() ? 110.0F : 0.0F;
    for (const PlanGoal& goal : view.goals) rows += goal_height(ui, goal, width - 2 * metrics::l);
    return metrics::m + head_h + sub_h + rows + metrics::s;
}

void draw_goals(PlanScreen& self, Ui& ui, Rect rect) {
    const std::string name =
        self.view.children.size() > 1 ? std::string("the group") : shown_call_name(ui, *self.view.child);
    const Scope scope(ui, "Goals");
    next_pane(ui);
    card(ui, rect);
    Rect inside = rect.inset(metrics::l, metrics::m);
    text_in(ui, inside.cut_top(head_h), "What " + name + " needs", {.type = Type::section, .heading = true});
    const std::string_view hint = self.view.editable ? "Tick the goals of this session" : "Goals of this session";
    text_in(ui, inside.cut_top(sub_h), hint, {.type = Type::caption, .role = Role::ink_2});
    if (self.view.goals.empty()) {
        const float used = text_wrapped(ui, inside, "No open goals yet. A plan works without, and is better with one.",
                                        {.role = Role::ink_2});
        if (link(ui, {inside.x, inside.y + used + metrics::s}, "Open " + name + "'s goals"))
            ui.nav->go({.screen = Screen::child, .child = self.view.child->id, .detail = "goals"});
        return;
    }
    inside.h = rect.bottom() - 2 - inside.y;
    inside.w += bar_room;
    Rect list = begin_scroll(ui, "Goal list", inside);
    list.w -= bar_room;
    for (const PlanGoal& goal : self.view.goals) {
        const Rect row = list.cut_top(goal_height(ui, goal, list.w));
        if (&goal != &self.view.goals.front()) divider(ui, {row.x, row.y}, row.w);
        if (visible(ui, row)) draw_goal(self, ui, row, goal);
    }
    end_scroll(ui, list.y + metrics::s);
}

// ------------------------------------------------------------------ this session

void draw_session(PlanScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "This session");
    card(ui, rect);
    Rect inside = rect.inset(metrics::l, metrics::m);
    Rect head = inside.cut_top(head_h, metrics::xs);
    if (self.view.editable) {
        const float width = link_width(ui, "Change");
        if (link(ui, {head.cut_right(width, metrics::s).x, head.y + 6}, "Change", "Change this session"))
            open_change(ui, *self.view.session);
    }
    text_in(ui, head, "This session", {.type = Type::section, .heading = true});
    inside.h = rect.bottom() - 2 - inside.y;
    inside.w += bar_room;
    Rect lines = begin_scroll(ui, "Session facts", inside);
    lines.w -= bar_room;
    end_scroll(ui, lay_session(self, ui, lines, true) + metrics::s);
}

}  // namespace

void draw_needs(PlanScreen& self, Ui& ui, Rect column) {
    // Both cards scroll inside, so that what to take care of is in sight however many goals there are.
    const Rect measured{column.x + metrics::l, 0, column.w - 2 * metrics::l, 0};
    const float wanted = lay_session(self, ui, measured, false) + head_h + metrics::xs + 2 * metrics::m;
    const float goals_wanted = goals_height(ui, self.view, column.w);
    const float room = column.h - metrics::gutter;
    const float session_h = std::min(wanted, std::max(room * session_share, room - goals_wanted));
    Rect goals = column;
    Rect session = goals.cut_bottom(session_h, metrics::gutter);
    goals.h = std::min(goals.h, goals_wanted);
    session.y = goals.bottom() + metrics::gutter;
    draw_goals(self, ui, goals);
    draw_session(self, ui, session);
}

}  // namespace pegboard
