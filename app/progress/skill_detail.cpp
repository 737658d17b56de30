// Everything about one skill of the skills map: its window, what usually comes before and after, its
// steps, and the activities and goals of the library for it.
#include <algorithm>

#include "app/parts/parts.h"
#include "app/progress/skills.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr std::size_t most_shown = 6;  ///< activities and goals named before "All 14 activities"

/// A column that grows downwards.
struct SkillColumn {
    Ui& ui;
    Rect rect;

    void heading(std::string_view words) {
        text(ui, rect.pos(), words, {.type = Type::button, .heading = true});
        rect.y += 28;
    }
    void words(std::string_view said, Role role = Role::ink_2, Type type = Type::body) {
        rect.y += text_wrapped(ui, {rect.x, rect.y, rect.w, 600}, said, {.type = type, .role = role}) + 6;
    }
    /// A line that can be pressed: picture, words and a chevron.
    bool line(std::string_view label, const GoalLook& look, std::string_view small = {}) {
        const float room = rect.w - 44 - 24;
        const float words_h = wrapped_height(ui, label, room);
        const float height = std::max(40.0F, words_h + (small.empty() ? 0.0F : 18.0F) + 12);
        const Rect at{rect.x - 8, rect.y, rect.w + 16, height};
        const bool pressed = pressable(ui, at, label, WidgetRole::row).clicked;
        tile(ui, {rect.x, at.centre().y - 16, 32, 32}, look.illustration, look.hue, metrics::radius_small);
        const float top = at.centre().y - (words_h + (small.empty() ? 0.0F : 18.0F)) / 2;
        text_wrapped(ui, {rect.x + 44, top, room, words_h}, label);
        if (!small.empty())
            text(ui, {rect.x + 44, top + words_h + 2}, small,
                 {.type = Type::caption, .role = Role::ink_2, .max_w = room});
        icon_at(ui, {rect.right() - 20, at.centre().y - 10}, icon::chevron_right, 20);
        rect.y = at.bottom() + 2;
        return pressed;
    }
};

void go_to_skill(SkillsScreen& self, const Skill& skill) {
    self.chosen = self.scroll_to = skill.id;
    if (!skill.parent.empty()) self.unfolded.insert(skill.parent);
    self.filter = {};
}

void draw_neighbours(SkillsScreen& self, SkillColumn& column, std::string_view title,
                     const std::vector<const Skill*>& skills) {
    if (skills.empty()) return;
    const Scope scope(column.ui, title);
    column.heading(title);
    for (const Skill* skill : skills)
        if (column.line(skill->name, look_of(*column.ui.library, skill->id))) go_to_skill(self, *skill);
    column.rect.y += 10;
}

/// Steps of a sequence as pegs: filled up to the one the child works on now.
void draw_steps(SkillsScreen& self, SkillColumn& column, const SkillView& view, const Child* child) {
    if (view.steps.empty()) return;
    Ui& ui = column.ui;
    const Scope scope(ui, "Steps");
    column.heading("Steps");
    int present = -1;
    if (child != nullptr)
        for (const PresentStep& step : child->present_steps)
            if (step.skill == view.skill->id)
                if (const Skill* at = ui.library->skill(step.step)) present = at->step_no;
    for (const Skill* step : view.steps) {
        const std::string now =
            step->step_no == present ? shown_call_name(ui, *child) + " works on this now" : std::string();
        const std::string label = std::to_string(step->step_no) + ". " + step->name;
        if (column.line(label, look_of(*ui.library, step->id), now)) go_to_skill(self, *step);
    }
    column.rect.y += 10;
}

void draw_activities(SkillColumn& column, const SkillView& view, ChildId child) {
    Ui& ui = column.ui;
    const Scope scope(ui, "Activities for it");
    column.heading("Activities for it");
    if (view.activities.empty()) column.words("None yet. You can write your own.");
    for (std::size_t i = 0; i < std::min(view.activities.size(), most_shown); ++i) {
        const Activity& activity = ui.library->activities()[static_cast<std::size_t>(view.activities[i])];
        GoalLook look = look_of(*ui.library, activity.skills.front());
        if (const Category* category = ui.library->category(activity.category)) {
            look.illustration = category->illustration;
            look.hue = Design::hue(category->hue);
        }
        if (column.line(activity.title, look, std::to_string(activity.minutes) + " min"))
            ui.nav->go({.screen = Screen::activities, .child = child, .detail = activity.id});
    }
    if (view.activities.size() > 1) {
        const std::string all = "All " + std::to_string(view.activities.size()) + " activities";
        if (button(ui, column.rect.pos(), all, {.kind = ButtonKind::ghost, .height = metrics::button_small}))
            ui.nav->go({.screen = Screen::activities, .child = child, .detail = view.skill->id});
        column.rect.y += 40;
    }
    column.rect.y += 10;
}

std::string plain(const GoalTemplate& goal) {
    std::string words = goal.text;
    const auto put = [&](std::string_view slot, std::string_view value) {
        const auto at = words.find(slot);
        if (at != std::string::npos) words.replace(at, slot.size(), value);
    };
    put("By {by}, {child} will ", "");
    put("{target}", goal.targets.empty() ? "..." : goal.targets.front());
    put("{assist}", "help as agreed");
    put("{n}", std::to_string(goal.n));
    put("{of}", std::to_string(goal.of));
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

void draw_goals(SkillColumn& column, const SkillView& view, const Child* child) {
    Ui& ui = column.ui;
    const Scope scope(ui, "Goals for it");
    column.heading("Goals for it");
    if (view.goals.empty()) column.words("None in the bank yet.");
    const bool can = child != nullptr && !ui.caseload->read_only();
    for (const GoalTemplate* goal : view.goals) {
        const std::string words = plain(*goal);
        const GoalLook look = look_of(*ui.library, goal->skill);
        if (can) {
            if (column.line(words, look, "Write this goal for " + shown_call_name(ui, *child)))
                ui.nav->go({.screen = Screen::goal, .child = child->id, .detail = "from:" + goal->id});
        } else {
            column.words(words);
        }
    }
    if (!can && !view.goals.empty())
        column.words("Choose a child above to write one of these goals.", Role::ink_3, Type::caption);
}

}  // namespace

float draw_skill_detail(SkillsScreen& self, Ui& ui, Rect rect) {
    const SkillView view = self.detail.view;  // a press may choose another skill while this one is drawn
    if (view.skill == nullptr) return rect.y;
    const Skill& skill = *view.skill;
    const Child* child = ui.caseload != nullptr ? ui.caseload->child(self.child) : nullptr;
    SkillColumn column{ui, rect};
    const Lead lead = skill.discipline == "OT" ? Lead::ot : skill.discipline == "PT" ? Lead::pt : Lead::both;
    const float title_w = rect.w - 40;
    column.rect.y +=
        text_wrapped(ui, {rect.x, rect.y, title_w, 200}, skill.name, {.type = Type::heading, .heading = true}) + 8;
    float x = rect.x + tag(ui, {rect.x, column.rect.y + 2}, lead) + 8;
    if (const Focus* focus = ui.library->focus(skill.focus))
        x += focus_chip(ui, {x, column.rect.y}, focus->short_name, Design::hue(focus->hue)) + 8;
    if (const Focus* focus = ui.library->focus(skill.focus2); focus != nullptr && x + 140 < rect.right())
        focus_chip(ui, {x, column.rect.y}, focus->short_name, Design::hue(focus->hue));
    column.rect.y += 36;
    if (!skill.parent_name.empty()) column.words("For families: " + skill.parent_name + ".");
    column.words(say_window(skill));
    if (skill.compare_window && skill.from_months && skill.to_months) {
        const int most = std::max(24, (*skill.to_months + 35) / 12 * 12);
        const AgeAxis axis{column.rect.x, column.rect.w - 128, most};
        draw_window_bar(ui, {column.rect.x, column.rect.y, column.rect.w, 36}, axis, skill, ages_of(ui, self.child));
        column.rect.y += 44;
    }
    if (view.sequence != nullptr) {
        const std::string of = "A step of: " + view.sequence->name;
        if (link(ui, column.rect.pos(), of)) go_to_skill(self, *view.sequence);
        column.rect.y += 32;
    }
    column.rect.y += 4;
    draw_steps(self, column, view, child);
    draw_neighbours(self, column, "Usually comes before", view.before);
    draw_neighbours(self, column, "Usually comes after", view.after);
    draw_activities(column, view, self.child);
    draw_goals(column, view, child);
    return column.rect.y;
}

}  // namespace pegboard
