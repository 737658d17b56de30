// Beside the chart: the goal word for word with its dates and quick verbs, and the steps on the way to it.
#include <algorithm>
#include <array>

#include "app/goals/goal_page.h"
#include "app/goals/story/story.h"
#include "app/parts/forms.h"

namespace pegboard {
namespace {

constexpr float date_row_h = 24, step_indent = 30, step_gap = 12;

struct StatusStep {
    std::string_view label;
    GoalStatus to;
    bool shown;
    ButtonKind kind;
};

/// What the goal's state can become, the nearest first.
std::array<StatusStep, 6> status_steps(GoalStatus now) {
    using enum GoalStatus;
    const bool open = now == active || now == on_hold;
    return {{{"Start goal", active, now == draft, ButtonKind::primary},
             {"Carry on", active, now == on_hold, ButtonKind::primary},
             {"Open again", active, !open && now != draft, ButtonKind::secondary},
             {"Mark met", met, open, ButtonKind::tonal},
             {"Put on hold", on_hold, now == active, ButtonKind::secondary},
             {"Discontinue", discontinued, open, ButtonKind::ghost}}};
}

float draw_verbs(GoalPage& page, Rect rect) {
    Ui& ui = page.ui;
    Wrap wrap(rect.x, rect.y, rect.w, metrics::button_small);
    const auto pressed = [&](std::string_view label, ButtonLook look) {
        look.height = metrics::button_small;
        return button(ui, wrap.place(button_width(ui, label, look)), label, look);
    };
    const bool above = page.goal.status == GoalStatus::active && celebrates(page.self.story, ui.clock.today);
    for (const StatusStep& step : status_steps(page.goal.status)) {
        if (step.to == GoalStatus::discontinued && page.goal.status != GoalStatus::draft &&
            pressed("New phase", {.icon = icon::plus}))
            open_phase_change(page.self.story, ui, page.goal, nullptr);
        if (step.shown && !(above && step.to == GoalStatus::met) && pressed(step.label, {.kind = step.kind}))
            send_goal(page, SetGoalStatus{page.goal.id, step.to, ui.clock.today}, {}, {});
    }
    if (page.goal.status == GoalStatus::draft && pressed("Remove", {.kind = ButtonKind::danger, .icon = icon::delete_}))
        send_goal(page, RemoveGoal{page.goal.id}, "Goal removed",
                  Place{.screen = Screen::child, .child = page.child.id, .detail = "goals"});
    return wrap.bottom();
}

/// Name and day beside each other.
void draw_date(Ui& ui, Rect& in, std::string_view name, const std::optional<Date>& day) {
    if (!day) return;
    const Rect row = in.cut_top(date_row_h);
    const std::string said = say(*day);
    text_in(ui, row, said, {.type = Type::label, .align = Align::right});
    text_in(ui, {row.x, row.y, row.w - text_width(ui, said, Type::label) - metrics::s, row.h}, name,
            {.type = Type::caption, .role = Role::ink_2});
}

float draw_step(Ui& ui, Rect in, const StoryStep& step, bool last, ChildId child) {
    const float width = in.w - step_indent;
    const float title_h = wrapped_height(ui, step.title, width, Type::label);
    const float h = title_h + 18;
    if (step.goal && pressable(ui, {in.x - 6, in.y - 4, in.w + 12, h + 8}, "Step: " + step.title).clicked)
        ui.nav->go({.screen = Screen::goal, .child = child, .goal = step.goal});
    if (!last) fill(ui, {in.x + 7, in.y + 20, 2, h + step_gap - 20}, step.met ? Role::good : Role::line);
    const std::array peg{step.peg};
    pegs(ui, {in.x, in.y + 2}, peg, metrics::peg_l, step.below);
    text_wrapped(ui, {in.x + step_indent, in.y, width, 0}, step.title, {.type = Type::label});
    text(ui, {in.x + step_indent, in.y + title_h}, step.below,
         {.type = Type::caption, .role = step.met ? Role::good : Role::ink_2, .max_w = width});
    return in.y + h + step_gap;
}

}  // namespace

float draw_story_goal(GoalPage& page, Rect rect) {
    Ui& ui = page.ui;
    GoalStory& self = page.self.story;
    const Goal& goal = page.goal;
    return story_card(self, ui, rect, "The goal", [&](Rect in) {
        const BadgeWords badge = standing_badge(*ui.caseload, goal, ui.clock.today);
        Rect head = in.cut_top(28, metrics::s);
        const Rect badge_at = head.cut_right(badge_words_width(ui, badge), metrics::s);
        draw_badge(ui, badge_at.pos(), badge);
        text(ui, {head.x, head.y + 2}, "The goal", {.type = Type::section, .max_w = head.w, .heading = true});
        in.cut_top(text_wrapped(ui, {in.x, in.y, in.w, 0}, shown_sentence(ui, page.child, goal)), metrics::s);
        const bool begun = goal.status != GoalStatus::draft && goal.start && *goal.start <= ui.clock.today;
        draw_date(ui, in, begun ? "Started" : "Starts", known(goal.start));
        draw_date(ui, in, "Meet it by", goal.due);
        draw_date(ui, in, goal.status == GoalStatus::met ? "Met" : "Closed", goal.closed_on);
        if (!self.rows.parent.empty()) {
            const Rect row = in.cut_top(44);
            if (pressable(ui, {row.x - 6, row.y, row.w + 12, 44}, "A step to: " + self.rows.parent).clicked)
                ui.nav->go({.screen = Screen::goal, .child = goal.child, .goal = goal.parent});
            text(ui, {row.x, row.y + 4}, "A step on the way to", {.type = Type::caption, .role = Role::ink_2});
            text(ui, {row.x, row.y + 20}, self.rows.parent,
                 {.type = Type::button, .role = Role::primary, .max_w = row.w});
        }
        in.cut_top(metrics::s);
        return draw_verbs(page, in);
    });
}

float draw_story_steps(GoalPage& page, Rect rect) {
    Ui& ui = page.ui;
    GoalStory& self = page.self.story;
    const StoryRows& rows = self.rows;
    if (rows.steps.empty() && !rows.next) return rect.y - metrics::gutter;
    return story_card(self, ui, rect, "Next steps", [&](Rect in) {
        text(ui, in.pos(), "Next steps", {.type = Type::section, .heading = true});
        float y = in.y + 36;
        for (const StoryStep& step : rows.steps) y = draw_step(ui, {in.x, y, in.w, 0}, step, false, page.child.id);
        const bool met = page.goal.status == GoalStatus::met;
        const auto& analysis = self.picture.analysis;
        std::optional<Date> reached;  // marked met by hand says of no value that it was
        if (analysis && analysis->facts.mastery.mastered_value) reached = analysis->facts.mastery.mastered_on;
        StoryStep goal{.goal = {}, .title = page.goal.title, .below = "The goal", .met = met || reached};
        if (goal.met) goal.peg = Peg::filled;
        if (reached)
            goal.below += ", reached " + say_short(*reached, ui.clock.today);
        else if (page.goal.due)
            goal.below += ", by " + say_short(*page.goal.due, ui.clock.today);
        y = draw_step(ui, {in.x, y, in.w, 0}, goal, true, page.child.id);
        if (!rows.next) return y - step_gap;
        if (button(ui, Rect{in.x, y, in.w, metrics::button}, rows.next_act,
                   {.kind = ButtonKind::tonal, .icon = icon::calendar_plus}))
            ui.nav->go({.screen = Screen::plan, .child = page.child.id, .session = rows.next});
        return y + metrics::button;
    });
}

}  // namespace pegboard
