#include "app/plan/plan_chips.h"

#include <algorithm>

#include "app/parts/forms.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr float chip_h = metrics::chip_small, flag_h = metrics::tag, pad = 8, picture = 16, most_goal_w = 240;
constexpr float face = 20, rung_w = 20, child_words_w = 220, least_words_w = 72, least_target = 32;

bool serves(const Block& block, const PlanGoal& goal) {
    return std::ranges::find(block.goals, goal.goal->id) != block.goals.end();
}

const Block& block_at(const PlanScreen& self, std::size_t index) { return self.view.session->blocks[index]; }

const PlanGoal* first_goal(const PlanScreen& self, std::size_t index) {
    for (const PlanGoal& goal : self.view.goals)
        if (serves(block_at(self, index), goal)) return &goal;
    return nullptr;
}

/// " +1" where the block serves more goals than the chip names.
std::string more_goals(const PlanScreen& self, std::size_t index) {
    const auto count = std::ranges::count_if(self.view.goals,
                                             [&](const PlanGoal& goal) { return serves(block_at(self, index), goal); });
    return count > 1 ? " +" + std::to_string(count - 1) : "";
}

float goal_width(const Ui& ui, std::string_view words) {
    return pad + picture + 6 + text_width(ui, words, Type::caption) + pad + 1;
}

/// Picture and title, cut where they have no room.
void draw_chip(Ui& ui, Rect rect, const PlanGoal& goal, bool served, const std::string& more) {
    if (served)
        fill(ui, rect, Role::surface, rect.h / 2);
    else
        dashed_rect(ui, rect, Role::line_strong, rect.h / 2);
    illustration(ui, {rect.x + pad, rect.y + (rect.h - picture) / 2, picture, picture}, goal.look.illustration,
                 goal.look.hue);
    TextLook look{.type = Type::caption, .role = Role::ink_2};
    if (served) look.hue = goal.look.hue;
    const float x = rect.x + pad + picture + 6, more_w = more.empty() ? 0 : text_width(ui, more, Type::caption);
    look.max_w = rect.right() - pad - more_w - x;
    const float y = rect.y + (rect.h - 16) / 2;
    const float used = text(ui, {x, y}, goal.title, look);
    if (!more.empty()) text(ui, {x + used, y}, more, {.type = Type::caption, .role = Role::ink_2});
}

/// The tag of who leads; where the session has two it opens a choice. Returns the width.
float draw_lead(PlanScreen& self, Ui& ui, Vec pos, std::size_t index, BlockActs& acts) {
    const Block& block = block_at(self, index);
    const PlanBlock& view = self.view.blocks[index];
    if (!view.lead) return 0;
    const float width = tag_width(ui, *view.lead);
    const bool choose = self.view.editable && self.view.session->lead == Lead::both;
    const Rect rect{pos.x - 2, pos.y, std::max(width + 4, least_target), chip_h};
    if (choose && pressable(ui, rect, "Who leads " + block.title, WidgetRole::button).clicked) acts.lead_menu = true;
    tag(ui, {pos.x, pos.y + 2}, *view.lead);
    return std::max(width, least_target) + metrics::xs;
}

/// The part of the session as a small label that opens a menu; returns the width.
float draw_arc(PlanScreen& self, Ui& ui, Vec pos, std::size_t index, BlockActs& acts) {
    const Block& block = block_at(self, index);
    const std::string_view name = words(block.arc);
    const float width = text_width(ui, name, Type::caption_strong) + 12;
    const Rect rect{pos.x, pos.y + 2, width, metrics::tag};
    if (self.view.editable) {
        const std::string label = std::string(name) + ": " + block.title;
        acts.arc_menu = pressable(ui, rect, label, WidgetRole::button, false, metrics::radius_tag).clicked;
    }
    fill(ui, rect, Role::surface, metrics::radius_tag);
    text_in(ui, rect, name, {.type = Type::caption_strong, .role = Role::ink_2, .align = Align::centre});
    return width + metrics::s;
}

bool press_goal(Ui& ui, Rect rect, const PlanGoal& goal, bool served, const std::string& title) {
    const std::string name = "Serves " + goal.title + ": " + title;
    const bool clicked = pressable(ui, rect, name, WidgetRole::chip, served, rect.h / 2).clicked;
    draw_chip(ui, rect, goal, served, {});
    return clicked;
}

}  // namespace

bool is_group(const PlanScreen& self) { return self.view.children.size() > 1; }

bool serves_any(const PlanScreen& self, std::size_t index) { return first_goal(self, index) != nullptr; }

float goal_chip_width(const PlanScreen& self, const Ui& ui, std::size_t index) {
    const PlanGoal* goal = first_goal(self, index);
    return goal == nullptr ? 0 : goal_width(ui, goal->title + more_goals(self, index));
}

void draw_first_goal(const PlanScreen& self, Ui& ui, Rect rect, std::size_t index) {
    if (const PlanGoal* goal = first_goal(self, index))
        draw_chip(ui, {rect.x, rect.y + (rect.h - flag_h) / 2, rect.w, flag_h}, *goal, true, more_goals(self, index));
}

void draw_goal_chips(PlanScreen& self, Ui& ui, Rect row, std::size_t index, BlockActs& acts) {
    const Block& block = block_at(self, index);
    float x = row.x + draw_lead(self, ui, row.pos(), index, acts);
    x += draw_arc(self, ui, {x, row.y}, index, acts);
    constexpr float more_w = 44;
    int hidden = 0;
    for (const bool served : {true, false})
        for (const PlanGoal& goal : self.view.goals) {
            if (serves(block, goal) != served || (!served && (!self.view.editable || !goal.chosen))) continue;
            const float most = served && hidden == 0 ? std::max(most_goal_w, row.right() - more_w - x) : most_goal_w;
            const float width = std::min(most, goal_width(ui, goal.title));
            if (hidden > 0 || x + width + more_w > row.right()) {
                ++hidden;
                continue;
            }
            if (press_goal(ui, {x, row.y, width, chip_h}, goal, served, block.title) && self.view.editable)
                acts.toggle = goal.goal->id;
            x += width + metrics::xs;
        }
    if (hidden == 0) return;
    const Rect rect{x, row.y, more_w - metrics::xs, chip_h};
    if (pressable(ui, rect, "Goals of " + block.title, WidgetRole::chip, false, rect.h / 2).clicked)
        acts.goal_menu = self.view.editable;
    fill(ui, rect, Role::surface, rect.h / 2);
    text_in(ui, rect, "+" + std::to_string(hidden), {.type = Type::caption, .align = Align::centre});
}

// ------------------------------------------------------------------ a group

namespace {

/// Face, rung and words of one child on a block.
struct ChildChip {
    const PlanChild* who = nullptr;
    std::string_view words;
    int rung = 0;
    bool own = false;  ///< the words are the child's own goal
    float words_w = 0;
    [[nodiscard]] Type type() const { return own ? Type::caption_strong : Type::caption; }
    [[nodiscard]] float width() const { return 2 + face + rung_w + words_w + pad; }
};

ChildChip chip_of(const PlanScreen& self, const Ui& ui, const Block& block, const PlanChild& who) {
    const auto part = std::ranges::find(block.children, who.child->id, &BlockChild::child);
    ChildChip chip{&who, {}, part == block.children.end() ? 0 : part->rung};
    const auto goal = std::ranges::find_if(self.view.goals, [&](const PlanGoal& each) {
        return each.goal->child == who.child->id && serves(block, each);
    });
    chip.own = goal != self.view.goals.end();
    chip.words = chip.own        ? std::string_view(goal->goal->title)
                 : chip.rung < 0 ? "easier"
                 : chip.rung > 0 ? "harder"
                                 : "as written";
    chip.words_w = std::min(child_words_w, text_width(ui, chip.words, chip.type()) + 1);
    return chip;
}

/// Goals give way so that everyone stands in one row, where that leaves them enough to be told apart.
void fit_one_row(std::vector<ChildChip>& chips, float room) {
    float all = -metrics::xs, goals = 0;
    for (const ChildChip& chip : chips) {
        all += chip.width() + metrics::xs;
        if (chip.own) goals += chip.words_w;
    }
    if (all <= room || goals == 0) return;
    const float share = (goals - (all - room)) / goals;
    const bool legible = std::ranges::all_of(
        chips, [&](const ChildChip& chip) { return !chip.own || chip.words_w * share >= least_words_w; });
    if (!legible) return;
    for (ChildChip& chip : chips)
        if (chip.own) chip.words_w = chip.words_w * share - 0.5F;
}

void draw_child_chip(Ui& ui, Vec at, const ChildChip& chip) {
    fill(ui, {at.x, at.y, chip.width(), chip_h}, Role::surface, chip_h / 2);
    const Child& child = *chip.who->child;
    avatar(ui, {at.x + 2, at.y + 2}, face, initials(full_name(child)), child_hue(child.id));
    if (chip.rung == 0)
        text_in(ui, {at.x + 2 + face, at.y, rung_w, chip_h}, "=",
                {.type = Type::caption_strong, .role = Role::ink_2, .align = Align::centre});
    else
        icon_at(ui, {at.x + 4 + face, at.y + 4}, chip.rung < 0 ? icon::arrow_down : icon::arrow_up, 16,
                chip.rung < 0 ? Role::info : Role::good);
    text(ui, {at.x + 2 + face + rung_w, at.y + 4}, chip.words,
         {.type = chip.type(), .role = chip.own ? Role::ink : Role::ink_2, .max_w = chip.words_w});
}

}  // namespace

float lay_child_chips(const PlanScreen& self, Ui* ui, const Ui& measure, Rect row, std::size_t index) {
    if (!is_group(self)) return row.y;
    std::vector<ChildChip> chips;
    for (const PlanChild& who : self.view.children)
        if (who.present) chips.push_back(chip_of(self, measure, block_at(self, index), who));
    if (chips.empty()) return row.y;
    fit_one_row(chips, row.w);
    Wrap wrap(row.x, row.y, row.w, chip_h, metrics::xs, metrics::xs);
    for (const ChildChip& chip : chips) {
        const Vec at = wrap.place(chip.width());
        if (ui != nullptr) draw_child_chip(*ui, at, chip);
    }
    return wrap.bottom() + metrics::xs;
}

// ------------------------------------------------------------------ what to take care of

float lay_flags(const PlanScreen& self, Ui* ui, const Ui& measure, Rect row, std::size_t index, bool goal,
                float* last_right) {
    const PlanBlock& view = self.view.blocks[index];
    Wrap wrap(row.x, row.y, row.w, flag_h, metrics::xs, metrics::xs);
    bool any = goal;
    if (goal) {
        const float width = std::min(row.w, goal_chip_width(self, measure, index));
        const Vec at = wrap.place(width);
        if (ui != nullptr) draw_first_goal(self, *ui, {at.x, at.y, width, flag_h}, index);
    }
    std::vector<std::string_view> said;
    for (const auto* list : {&view.care, &view.planned})
        for (const PlanLine& line : *list) {
            if (line.flag.empty() || std::ranges::find(said, line.flag) != said.end()) continue;
            said.emplace_back(line.flag);
            any = true;
            const bool danger = line.role == Role::danger;
            const float width =
                std::min(row.w, 4 + picture + 4 + text_width(measure, line.flag, Type::caption_strong) + pad);
            const Vec at = wrap.place(width);
            if (ui == nullptr) continue;
            fill(*ui, {at.x, at.y, width, flag_h}, danger ? Role::danger_tint : Role::warn_tint, flag_h / 2);
            icon_at(*ui, {at.x + 4, at.y + 2}, line.icon, picture, line.role);
            text(*ui, {at.x + 8 + picture, at.y + 2}, line.flag, {.type = Type::caption_strong, .role = line.role});
        }
    *last_right = any ? wrap.x() + metrics::xs : row.x;
    return any ? wrap.bottom() : row.y;
}

}  // namespace pegboard
