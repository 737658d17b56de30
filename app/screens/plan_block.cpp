// One block of the session plan: picture, part of the session, title, goals, minutes, materials and the
// care lines that are never cut.
#include <algorithm>

#include "app/screens/plan_panels.h"
#include "app/widgets/grab.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr float pad = 8, text_left = 96, handle_w = 20, title_h = 32, chips_h = 28, materials_h = 20;
constexpr float side = metrics::button_small, minutes_w = 52;
constexpr float steppers_w = 3 * side + minutes_w;
constexpr int chips_from_min = 6, materials_from_min = 10;
constexpr float care_gap = 2, care_icon = 20;

float text_w(float block_w) { return block_w - text_left - metrics::m; }

float care_height(const Ui& ui, const PlanBlock& view, float block_w) {
    float height = 0;
    for (const CareLine& line : view.care) {
        const float room = text_w(block_w) - care_icon - (line.asks_reason ? 110.0F : 0.0F);
        height += std::max(16.0F, wrapped_height(ui, line.words, room, Type::caption)) + care_gap;
    }
    return height;
}

struct Chip {
    const PlanGoal* goal = nullptr;
    bool served = false;
};

/// Goals this block serves; when it is the chosen one, also those it could.
std::vector<Chip> chips_of(const PlanScreen& self, const Block& block) {
    std::vector<Chip> chips;
    const bool chosen = self.chosen == block.id && self.view.editable;
    for (const PlanGoal& goal : self.view.goals) {
        const bool served = std::ranges::find(block.goals, goal.goal->id) != block.goals.end();
        if (served || (chosen && goal.chosen)) chips.push_back({&goal, served});
    }
    std::ranges::stable_sort(chips, std::greater{}, &Chip::served);
    return chips;
}

float goal_chip_width(const Ui& ui, const Chip& chip) {
    return text_width(ui, chip.goal->title, Type::caption) + 16 + 6 + 16;
}

bool draw_goal_chip(Ui& ui, Vec pos, const Chip& chip, const std::string& title) {
    const Rect rect{pos.x, pos.y, goal_chip_width(ui, chip), metrics::chip_small};
    const std::string name = "Serves " + chip.goal->title + ": " + title;
    const bool clicked = pressable(ui, rect, name, WidgetRole::chip, chip.served, rect.h / 2).clicked;
    if (chip.served)
        fill(ui, rect, Role::surface, rect.h / 2);
    else
        dashed_rect(ui, rect, Role::line_strong, rect.h / 2);
    illustration(ui, {rect.x + 8, rect.y + 4, 16, 16}, chip.goal->look.illustration, chip.goal->look.hue);
    TextLook look{.type = Type::caption, .role = Role::ink_2};
    if (chip.served) look.hue = chip.goal->look.hue;
    text(ui, {rect.x + 30, rect.y + 4}, chip.goal->title, look);
    return clicked;
}

void draw_chips(PlanScreen& self, Ui& ui, Rect row, const Block& block, const PlanBlock& view, BlockActs& acts) {
    float x = row.x;
    if (view.lead) x += tag(ui, {x, row.y + 2}, *view.lead) + metrics::s;
    const std::vector<Chip> chips = chips_of(self, block);
    const float more_w = 40;
    std::size_t hidden = 0;
    for (const Chip& chip : chips) {
        const float width = goal_chip_width(ui, chip);
        const bool last = hidden == 0 && &chip == &chips.back();
        if (x + width + (last ? 0 : more_w) > row.right()) {
            ++hidden;
            continue;
        }
        if (draw_goal_chip(ui, {x, row.y}, chip, block.title) && self.view.editable) acts.toggle = chip.goal->goal->id;
        x += width + metrics::xs;
    }
    if (hidden == 0) return;
    const std::string more = "+" + std::to_string(hidden);
    const Rect rect{x, row.y, more_w, metrics::chip_small};
    if (pressable(ui, rect, "Goals of " + block.title, WidgetRole::chip, false, rect.h / 2).clicked)
        acts.goal_menu = self.view.editable;
    fill(ui, rect, Role::surface, rect.h / 2);
    text_in(ui, rect, more, {.type = Type::caption, .align = Align::centre});
}

/// The part of the session as a small label that opens a menu; returns its width.
float draw_arc(PlanScreen& self, Ui& ui, Vec pos, const Block& block, BlockActs& acts) {
    const std::string_view name = words(block.arc);
    const float width = text_width(ui, name, Type::caption_strong) + 12;
    const Rect rect{pos.x, pos.y, width, metrics::tag};
    if (self.view.editable) {
        const std::string label = std::string(name) + ": " + block.title;
        acts.arc_menu = pressable(ui, rect, label, WidgetRole::button, false, metrics::radius_tag).clicked;
    }
    fill(ui, rect, Role::surface, metrics::radius_tag);
    text_in(ui, rect, name, {.type = Type::caption_strong, .role = Role::ink_2, .align = Align::centre});
    return width;
}

void draw_minutes(PlanScreen& self, Ui& ui, Vec pos, const Block& block, int minutes, BlockActs& acts) {
    const std::string shown = std::to_string(minutes) + " min";
    if (!self.view.editable) {
        text_in(ui, {pos.x, pos.y, steppers_w, side}, shown, {.type = Type::button, .align = Align::right});
        return;
    }
    const IconButtonLook less{.size = side, .enabled = minutes > block_min_low, .shortcut = "-"};
    const IconButtonLook more{.size = side, .enabled = minutes < block_min_high, .shortcut = "+"};
    if (icon_button(ui, pos, icon::minus, "One minute less: " + block.title, less)) acts.minutes_by = -1;
    text_in(ui, {pos.x + side, pos.y, minutes_w, side}, shown, {.type = Type::button, .align = Align::centre});
    if (icon_button(ui, {pos.x + side + minutes_w, pos.y}, icon::plus, "One minute more: " + block.title, more))
        acts.minutes_by = 1;
    const IconButtonLook remove{.size = side, .shortcut = "Delete"};
    if (icon_button(ui, {pos.x + 2 * side + minutes_w, pos.y}, icon::close, "Remove " + block.title, remove))
        acts.remove = true;
}

void draw_care(Ui& ui, Rect rect, const PlanBlock& view, const Block& block, BlockActs& acts) {
    float y = rect.y;
    for (const CareLine& line : view.care) {
        const Role role = line.danger ? Role::danger : Role::warn;
        icon_at(ui, {rect.x, y}, line.danger ? icon::alert : icon::shield_outline, 16, role);
        const float room = rect.w - care_icon - (line.asks_reason ? 110.0F : 0.0F);
        const float height =
            text_wrapped(ui, {rect.x + care_icon, y, room, 400}, line.words, {.type = Type::caption, .role = role});
        if (line.asks_reason && link(ui, {rect.right() - 100, y - 2}, "Give a reason", "Give a reason: " + block.title))
            acts.give_reason = true;
        y += std::max(16.0F, height) + care_gap;
    }
}

}  // namespace

float block_need(const Ui& ui, const PlanScreen& self, std::size_t index, float width) {
    const PlanBlock& view = self.view.blocks[index];
    const float care = care_height(ui, view, width);
    if (care == 0) return 0;
    const bool chips = self.view.session->blocks[index].minutes >= chips_from_min;
    return title_h + 2 * pad + (chips ? chips_h : 0) + care;
}

BlockActs draw_block(PlanScreen& self, Ui& ui, Rect rect, std::size_t index, int minutes, bool dragged) {
    const Block& block = self.view.session->blocks[index];
    const PlanBlock& view = self.view.blocks[index];
    BlockActs acts;
    const bool small = minutes < chips_from_min;
    const float art = rect.h >= 64 ? 48.0F : 32.0F;
    const bool only_title = small && view.care.empty();
    const float top = only_title ? rect.y + (rect.h - title_h) / 2 : rect.y + pad;
    const float middle = rect.y + rect.h / 2;
    if (self.view.editable) icon_at(ui, {rect.x + 12, middle - 10}, icon::drag_vertical, handle_w, Role::ink_2);
    illustration(ui, {rect.x + 36 + (48 - art) / 2, middle - art / 2, art, art}, view.illustration, view.hue);

    const float x = rect.x + text_left;
    const float right = rect.right() - metrics::m;
    const float arc_w = draw_arc(self, ui, {x, top + 6}, block, acts);
    const float title_x = x + arc_w + metrics::s;
    text_in(ui, {title_x, top, right - steppers_w - metrics::s - title_x, title_h}, block.title,
            {.type = Type::section});
    draw_minutes(self, ui, {right - steppers_w, top}, block, minutes, acts);
    float y = top + title_h + 2;
    if (dragged) {
        const int start = block_start(with_block_moved(*self.view.session, index, self.drag.to), self.drag.to);
        const std::string words = "Drop to start at " + say_time(start % (24 * 60));
        if (!only_title) text(ui, {x, y}, words, {.type = Type::caption, .role = Role::ink_2});
        return acts;
    }
    if (!small) {
        draw_chips(self, ui, {x, y, right - x, metrics::chip_small}, block, view, acts);
        y += chips_h;
    }
    if (minutes >= materials_from_min && !view.materials.empty() &&
        rect.bottom() - y >= materials_h + care_height(ui, view, rect.w) + pad) {
        icon_text(ui, {x, y}, icon::package_variant_closed, view.materials, Type::caption, Role::ink_2, right - x);
        y += materials_h;
    }
    draw_care(ui, {x, y, right - x, 0}, view, block, acts);
    return acts;
}

}  // namespace pegboard
