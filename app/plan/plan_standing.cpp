// What is said of a plan as a whole, below the goals: what to see to, and whether another plan would do better.
#include <algorithm>

#include "app/plan/plan_panels.h"

namespace pegboard {
namespace {

constexpr float line_icon = 20, line_gap = 4, pad = 10;

/// How the plan compares with others, in words that promise no more than was looked through.
PlanLine say_standing(const PlanScreen& self) {
    const Weighed& found = *self.weighed;
    if (!found.is_best) return {icon::check_circle_outline, Role::good, "About as good as a suggested plan."};
    if (found.best.proof.proved)
        return {icon::check_circle_outline, Role::good, "No other plan around what you set serves the goals better."};
    if (self.desk->looking_on())
        return {icon::clock, Role::ink_2, "A good plan. Looking whether there is a better one..."};
    return {icon::check_circle_outline, Role::good, "The best plan that was found."};
}

/// What is noted of the blocks that stand there. Why minutes stay open, and what could not be chosen, is known of the
/// planner's own choice alone: of other blocks, or other minutes, it would speak of a plan that nobody sees.
void add_notes_of_blocks(const Weighed& found, std::vector<PlanLine>& lines) {
    const bool same = found.is_best && found.best.minutes_left == found.now.minutes_left;
    const planning::Plan& plan = same ? found.best : found.now;
    const std::size_t first = same ? 0 : plan.notes.size() - static_cast<std::size_t>(plan.block_notes);
    for (std::size_t i = first; i < plan.notes.size(); ++i)
        lines.push_back({icon::alert_circle_outline, Role::ink_2, plan.notes[i]});
}

std::vector<PlanLine> lines_of(const PlanScreen& self) {
    std::vector<PlanLine> lines;
    const bool any = !self.view.session->blocks.empty();
    if (!is_weighed(self)) {
        if (any) lines.push_back({icon::clock, Role::ink_2, "Looking at how the goals are served..."});
        return lines;
    }
    const Weighed& found = *self.weighed;
    if (!any) {
        for (const std::string& note : found.best.notes)
            lines.push_back({icon::alert_circle_outline, Role::ink_2, note});
        return lines;
    }
    for (const planning::Flag& flag : found.now.flags)  // what holds for everyone stands on its blocks
        if (flag.kind != planning::Flag::Kind::universal)
            lines.push_back({icon::shield_outline, Role::warn, flag.label + ": " + flag.line});
    if (found.now.children_served < found.now.children_with_goals)
        lines.push_back({icon::account_multiple, Role::warn,
                         found.now.children_with_goals == 1
                             ? "No block works on a goal yet."
                             : std::to_string(found.now.children_served) + " of " +
                                   std::to_string(found.now.children_with_goals) +
                                   " children with goals have a block that works on one."});
    add_notes_of_blocks(found, lines);
    // A plan that serves nobody, or holds what is ruled out, is not praised.
    const bool ruled_out = std::ranges::any_of(found.now.blocks, [](const planning::PlanBlock& block) {
        return std::ranges::any_of(block.flags, [](const planning::Flag& flag) {
            return flag.kind == planning::Flag::Kind::rule_kept || flag.kind == planning::Flag::Kind::override_kept;
        });
    });
    const bool praised = found.now.children_served > 0 && !ruled_out;
    if (say_offer(self).empty() && (praised || self.desk->looking_on())) lines.push_back(say_standing(self));
    return lines;
}

/// The offer of a better plan with the link to it; returns its height.
float lay_offer(PlanScreen* self, const PlanScreen& of, Ui* ui, const Ui& measure, Rect at) {
    const std::string words = say_offer(of);
    if (words.empty()) return 0;
    constexpr float link_h = 24;
    const Rect room{at.x + line_icon, at.y, at.w - line_icon, 400};
    const float height = wrapped_height(measure, words, room.w, Type::caption);
    if (self != nullptr) {
        icon_at(*ui, at.pos(), icon::auto_fix, 16, Role::ink_2);
        text_wrapped(*ui, room, words, {.type = Type::caption, .role = Role::ink_2});
        if (link(*ui, {room.x - 4, room.y + height}, "Show it", "Show the better plan")) show_offer(*self, *ui);
    }
    return height + link_h + line_gap;
}

float lines_height(const Ui& ui, const std::vector<PlanLine>& lines, float width) {
    float height = 0;
    for (const PlanLine& line : lines)
        height += std::max(16.0F, wrapped_height(ui, line.words, width - line_icon, Type::caption)) + line_gap;
    return height;
}

}  // namespace

float standing_height(const Ui& ui, const PlanScreen& self, float width) {
    // While the planner looks it keeps its height, so that nothing above it moves under the pointer.
    if (!is_weighed(self) && self.standing_h > 0 && !self.view.session->blocks.empty()) return self.standing_h;
    const float lines = lines_height(ui, lines_of(self), width);
    const float wanted = lines + lay_offer(nullptr, self, nullptr, ui, {0, 0, width, 0});
    return wanted > 0 ? wanted + 2 * pad - line_gap : 0;
}

void draw_standing(PlanScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "The whole plan");
    if (is_weighed(self)) self.standing_h = rect.h;
    divider(ui, rect.pos(), rect.w);
    rect = rect.inset(0, pad);
    const std::vector<PlanLine> lines = lines_of(self);
    for (const PlanLine& line : lines) {
        icon_at(ui, rect.pos(), line.icon, 16, line.role);
        const float height = text_wrapped(ui, {rect.x + line_icon, rect.y, rect.w - line_icon, 400}, line.words,
                                          {.type = Type::caption, .role = line.role});
        rect.y += std::max(16.0F, height) + line_gap;
    }
    lay_offer(&self, self, &ui, ui, rect);
}

}  // namespace pegboard
