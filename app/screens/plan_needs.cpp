// The left column of the Plan screen: goals to tick for this session, and what is known of the session,
// with every precaution and care line of the child in full.
#include <algorithm>

#include "app/screens/forms.h"
#include "app/screens/plan_panels.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr float goal_h = 54, head_h = 32, sub_h = 22;
constexpr float box = 20;

std::string say_practice(const PlanGoal& goal) {
    const int week = goal.goal->minutes_per_week;
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

void draw_goal(PlanScreen& self, Ui& ui, Rect row, const PlanGoal& goal) {
    const bool editable = self.view.editable;
    if (editable) {
        const Pressed pressed =
            pressable(ui, row.inset(-metrics::s, 1), goal.goal->title, WidgetRole::checkbox, goal.chosen);
        tooltip(ui, goal.goal->title);
        if (pressed.clicked) send_edit(ui, with_goal(*self.view.session, *goal.goal, !goal.chosen, *ui.library));
    }
    draw_tick(ui, {row.x, row.y + (goal_h - box) / 2}, goal.chosen);
    const float picture_x = row.x + box + metrics::s + 2;
    tile(ui, {picture_x, row.y + (goal_h - metrics::tile_s) / 2, metrics::tile_s, metrics::tile_s},
         goal.look.illustration, goal.look.hue, metrics::radius_small);
    const Lead lead = goal.goal->discipline == Discipline::ot ? Lead::ot : Lead::pt;
    const float tag_w = tag_width(ui, lead);
    tag(ui, {row.right() - tag_w, row.y + 7}, lead);
    const float x = picture_x + metrics::tile_s + metrics::s + 2;
    text(ui, {x, row.y + 6}, goal.title, {.type = Type::label, .max_w = row.right() - tag_w - metrics::s - x});
    const std::string practice = say_practice(goal);
    const float words_w = text_width(ui, practice, Type::caption);
    text(ui, {row.right(), row.y + 30}, practice, {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    const int week = goal.goal->minutes_per_week;
    const float bar_w = row.right() - words_w - metrics::s - x;
    if (week > 0 && bar_w > 16)
        bar(ui, {x, row.y + 35, bar_w, 6},
            std::min(1.0F, static_cast<float>(goal.planned_min) / static_cast<float>(week)),
            lead == Lead::ot ? Role::ot : Role::pt);
}

float goals_height(const PlanView& view) {
    const float rows = view.goals.empty() ? 110.0F : static_cast<float>(view.goals.size()) * goal_h;
    return metrics::m + head_h + sub_h + rows + metrics::s;
}

void draw_goals(PlanScreen& self, Ui& ui, Rect rect) {
    const std::string name = shown_call_name(ui, *self.view.child);
    const Scope scope(ui, "Goals");
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
    bool first = true;
    for (const PlanGoal& goal : self.view.goals) {
        const Rect row = inside.cut_top(goal_h);
        if (!std::exchange(first, false)) divider(ui, {row.x, row.y}, row.w);
        if (visible(ui, row)) draw_goal(self, ui, row, goal);
    }
}

// ------------------------------------------------------------------ this session

struct Fact {
    const char* icon;
    std::string words;
    Role role = Role::ink;
};

std::vector<Fact> facts_of(const PlanScreen& self, const Ui& ui) {
    const Session& session = *self.view.session;
    std::vector<Fact> facts{{icon::clock, std::to_string(session.length_min) + " minutes, " + session_span(session)},
                            {icon::calendar_blank, say_long(session.date)}};
    if (!session.place.empty()) facts.push_back({icon::map_marker, session.place});
    if (!session.space.empty()) {
        for (const Named& space : ui.library->spaces())
            if (space.id == session.space) facts.push_back({icon::view_column, space.name});
    }
    return facts;
}

/// Draws (or only measures) the lines of the card from `inside`'s top; returns the lowest y.
float lay_session(PlanScreen& self, Ui& ui, Rect inside, bool drawing) {
    float y = inside.y;
    for (const Fact& fact : facts_of(self, ui)) {
        const float room = inside.w - 30;
        const float height = wrapped_height(ui, fact.words, room);
        if (drawing) {
            icon_at(ui, {inside.x, y}, fact.icon, 20, Role::ink_2);
            text_wrapped(ui, {inside.x + 30, y, room, 200}, fact.words, {.role = fact.role});
        }
        y += height + 10;
    }
    if (!self.view.precautions.empty()) {
        Wrap wrap(inside.x, y, inside.w, metrics::badge, 6);
        for (const BadgeWords& badge : self.view.precautions) {
            const Vec at = wrap.place(badge_words_width(ui, badge));
            if (drawing) draw_badge(ui, at, badge);
        }
        y = wrap.bottom() + metrics::m;
    }
    for (const std::string& line : self.view.care_lines) {
        const float room = inside.w - 22;
        const float height = wrapped_height(ui, line, room, Type::caption);
        if (drawing) {
            icon_at(ui, {inside.x, y}, icon::shield_outline, 16, Role::warn);
            text_wrapped(ui, {inside.x + 22, y, room, 400}, line, {.type = Type::caption, .role = Role::ink_2});
        }
        y += height + 6;
    }
    return y;
}

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
    lay_session(self, ui, inside, true);
}

}  // namespace

float draw_needs(PlanScreen& self, Ui& ui, Rect column) {
    const Rect goals{column.x, column.y, column.w, goals_height(self.view)};
    draw_goals(self, ui, goals);
    Rect session{column.x, goals.bottom() + metrics::gutter, column.w, 0};
    const Rect measured{session.x + metrics::l, 0, session.w - 2 * metrics::l, 0};
    session.h = lay_session(self, ui, measured, false) + head_h + metrics::xs + 2 * metrics::m;
    draw_session(self, ui, session);
    return session.bottom();
}

}  // namespace pegboard
