// How the session covers its goals: what no block serves and why, and whether another plan would do
// better.
#include <algorithm>

#include "app/plan/plan_panels.h"

namespace pegboard {
namespace {

constexpr float head_h = 48, line_icon = 20, line_gap = 4, most_share = 0.5F;

/// "Zip: needs the table; you are in the gym", for every goal of those who come that no block practices.
void add_not_served(const PlanScreen& self, std::vector<PlanLine>& lines) {
    const Weighed& found = *self.weighed;
    for (const planning::Coverage& each : found.now.coverage) {
        if (each.practiced_min > 0) continue;
        const auto goal =
            std::ranges::find_if(self.view.goals, [&](const PlanGoal& one) { return one.goal->id == each.goal; });
        if (goal == self.view.goals.end()) continue;
        const auto why = std::ranges::find(found.best.not_served, each.goal, &planning::NotServed::goal);
        const std::string words = why != found.best.not_served.end() ? why->words
                                  : each.minutes > 0
                                      ? "only what comes before it is in the plan. A suggested plan practices it."
                                      : "no block here works on it. A suggested plan would.";
        lines.push_back({icon::checkbox_blank_circle_outline, Role::ink_2, goal->title + ": " + words});
    }
}

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

std::vector<PlanLine> lines_of(const PlanScreen& self) {
    std::vector<PlanLine> lines;
    if (!is_weighed(self)) {
        if (!self.view.session->blocks.empty())
            lines.push_back({icon::clock, Role::ink_2, "Looking at how the goals are served..."});
        return lines;
    }
    const Weighed& found = *self.weighed;
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
    add_not_served(self, lines);
    for (const std::string& note : found.best.notes) lines.push_back({icon::alert_circle_outline, Role::ink_2, note});
    // A plan that serves nobody, or holds what is ruled out, is not praised.
    const bool ruled_out = std::ranges::any_of(found.now.blocks, [](const planning::PlanBlock& block) {
        return std::ranges::any_of(block.flags, [](const planning::Flag& flag) {
            return flag.kind == planning::Flag::Kind::rule_kept || flag.kind == planning::Flag::Kind::override_kept;
        });
    });
    const bool praised = found.now.children_served > 0 && !ruled_out;
    if (!self.view.session->blocks.empty() && say_offer(self).empty() && (praised || self.desk->looking_on()))
        lines.push_back(say_standing(self));
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

void draw_head(Ui& ui, const PlanView& view, Rect head) {
    const std::string words = std::to_string(view.covered) + " of " + std::to_string(view.chosen) + " goals";
    const float words_w = text_width(ui, words, Type::caption);
    text_in(ui, head.cut_right(words_w, metrics::s), words, {.type = Type::caption, .role = Role::ink_2});
    std::vector<Peg> row(static_cast<std::size_t>(view.chosen), Peg::hollow);
    std::fill_n(row.begin(), std::min(view.covered, view.chosen), Peg::filled);
    const float pegs_w = static_cast<float>(std::min(view.chosen, 12)) * (metrics::peg + 4);
    const float title_w = text_width(ui, "Goals covered", Type::section);
    if (view.chosen > 0 && head.w - title_w > pegs_w + metrics::m)
        pegs(ui, {head.right() - pegs_w, head.y + (head_h - metrics::peg) / 2}, row, metrics::peg, words);
    text_in(ui, head, "Goals covered", {.type = Type::section, .heading = true});
}

}  // namespace

float covered_height(const Ui& ui, const PlanScreen& self, Rect column) {
    // While the planner looks the card keeps its height, so that nothing below it moves under the pointer.
    if (!is_weighed(self) && self.covered_h > 0) return std::min(self.covered_h, column.h * most_share);
    const float wanted = head_h + lines_height(ui, lines_of(self), column.w - 2 * metrics::l) +
                         lay_offer(nullptr, self, nullptr, ui, {0, 0, column.w - 2 * metrics::l, 0}) + metrics::l;
    return std::min(wanted, column.h * most_share);
}

void draw_covered(PlanScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Covered");
    next_pane(ui);
    if (is_weighed(self)) self.covered_h = rect.h;
    card(ui, rect);
    Rect inside = rect.inset(metrics::l, 0);
    draw_head(ui, self.view, inside.cut_top(head_h));
    inside.h = rect.bottom() - 2 - inside.y;
    inside.w += metrics::m;
    Rect list = begin_scroll(ui, "Coverage", inside);
    list.w -= metrics::m;
    const std::vector<PlanLine> lines = lines_of(self);
    for (const PlanLine& line : lines) {
        icon_at(ui, list.pos(), line.icon, 16, line.role);
        const float height = text_wrapped(ui, {list.x + line_icon, list.y, list.w - line_icon, 400}, line.words,
                                          {.type = Type::caption, .role = line.role});
        list.y += std::max(16.0F, height) + line_gap;
    }
    list.y += lay_offer(&self, self, &ui, ui, list);
    end_scroll(ui, list.y + metrics::xs);
}

}  // namespace pegboard
