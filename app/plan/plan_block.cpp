// One block of the session plan: picture, part of the session, title, goals, minutes, materials and the
// lines that are never cut: why it is there and what to take care of.
#include <algorithm>

#include "app/plan/plan_panels.h"
#include "app/widgets/grab.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr float pad = 6, text_left = 96, handle_w = 20, title_h = 32, row_h = 38, materials_h = 20;
constexpr float side = metrics::button_small, small_side = 32, minutes_w = 56;
constexpr float title_acts_w = 2 * side + minutes_w, row_acts_w = 3 * small_side + 4;
constexpr int materials_from_min = 10;
constexpr float line_gap = 2, line_icon = 20, reason_w = 110;

float text_w(float block_w) { return block_w - text_left - metrics::m; }

/// All lines of a block, in the order they are read.
std::vector<PlanLine> lines_of(const Block& block, const PlanBlock& view) {
    std::vector<PlanLine> lines;
    if (!block.why.empty()) lines.push_back({icon::lightbulb_outline, Role::ink_2, block.why});
    for (const auto* list : {&view.care, &view.starts, &view.planned})
        lines.insert(lines.end(), list->begin(), list->end());
    return lines;
}

float line_height_of(const Ui& ui, const PlanLine& line, float width) {
    const float room = width - line_icon - (line.asks_reason ? reason_w : 0.0F);
    return std::max(16.0F, wrapped_height(ui, line.words, room, Type::caption)) + line_gap;
}

/// A line for which the block grows. What holds for everyone stands beside the plan too, where there is a column.
bool must_show(const Ui& ui, const PlanScreen& self, const Block& block, const PlanLine& line) {
    const bool beside = ui.window.w >= metrics::drawer_below_w || line.role != Role::warn;
    return !line.if_room || !beside || self.chosen == block.id;
}

float musts_height(const Ui& ui, const PlanScreen& self, std::size_t index, float block_w) {
    const Block& block = self.view.session->blocks[index];
    float height = 0;
    for (const PlanLine& line : lines_of(block, self.view.blocks[index]))
        if (must_show(ui, self, block, line)) height += line_height_of(ui, line, text_w(block_w));
    return height;
}

struct Chip {
    const PlanGoal* goal = nullptr;
    bool served = false;
};

/// Goals this block serves, then those it could.
std::vector<Chip> chips_of(const PlanScreen& self, const Block& block) {
    std::vector<Chip> chips;
    for (const PlanGoal& goal : self.view.goals) {
        const bool served = std::ranges::find(block.goals, goal.goal->id) != block.goals.end();
        if (served || (self.view.editable && goal.chosen)) chips.push_back({&goal, served});
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
    if (view.lead) {
        const float width = tag_width(ui, *view.lead);
        const bool choose = self.view.editable && self.view.session->lead == Lead::both;
        const Rect tag_rect{x - 2, row.y, width + 4, row.h};
        if (choose && pressable(ui, tag_rect, "Who leads " + block.title, WidgetRole::button).clicked)
            acts.lead_menu = true;
        x += tag(ui, {x, row.y + 2}, *view.lead) + metrics::s;
    }
    const std::vector<Chip> chips = chips_of(self, block);
    const float more_w = 40;
    // Goals the block could serve show only on the chosen one, yet their room is reckoned with on every block: what it
    // serves then stays where it is when it is chosen, under the pointer and for Tab.
    const bool chosen = self.chosen == block.id;
    bool full = false;
    std::size_t hidden = 0;
    for (const Chip& chip : chips) {
        const float width = goal_chip_width(ui, chip);
        const bool shown = chip.served || chosen;
        const bool last = !full && &chip == &chips.back();
        if (x + width + (last ? 0 : more_w) > row.right()) {
            full = true;
            if (shown) ++hidden;
            continue;
        }
        if (!shown) continue;
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

/// Minutes, pin and swap, at the right end of the title row.
void draw_title_acts(PlanScreen& self, Ui& ui, Rect row, const Block& block, int minutes, BlockActs& acts) {
    const std::string shown = std::to_string(minutes) + " min";
    float x = row.right();
    if (self.view.editable) {
        x -= side;
        const IconButtonLook swap{.size = side, .shortcut = "S"};
        if (icon_button(ui, {x, row.y}, icon::swap_horizontal, "Swap " + block.title, swap)) acts.swap = true;
        x -= side;
        const IconButtonLook pin{.size = side, .on = block.pinned, .shortcut = "P"};
        const std::string name = (block.pinned ? "Let go of " : "Pin ") + block.title;
        if (icon_button(ui, {x, row.y}, icon::pin, name, pin)) acts.pin = true;
    }
    text_in(ui, {x - minutes_w, row.y, minutes_w - 4, row.h}, shown, {.type = Type::button, .align = Align::right});
}

/// Fewer, more, out: at the right end of the row below the title.
void draw_row_acts(Ui& ui, Rect row, const Block& block, int minutes, BlockActs& acts) {
    float x = row.right() - row_acts_w + 4;
    const IconButtonLook less{.size = small_side, .enabled = minutes > block_min_low, .shortcut = "-"};
    const IconButtonLook more{.size = small_side, .enabled = minutes < block_min_high, .shortcut = "+"};
    const IconButtonLook remove{.size = small_side, .shortcut = "Delete"};
    if (icon_button(ui, {x, row.y}, icon::minus, "One minute less: " + block.title, less)) acts.minutes_by = -1;
    x += small_side;
    if (icon_button(ui, {x, row.y}, icon::plus, "One minute more: " + block.title, more)) acts.minutes_by = 1;
    x += small_side;
    if (icon_button(ui, {x, row.y}, icon::close, "Remove " + block.title, remove)) acts.remove = true;
}

/// All lines that must show, and of the others those for which `spare` has room.
void draw_lines(const PlanScreen& self, Ui& ui, Rect rect, std::size_t index, float spare, BlockActs& acts) {
    const Block& block = self.view.session->blocks[index];
    float y = rect.y;
    for (const PlanLine& line : lines_of(block, self.view.blocks[index])) {
        const float height = line_height_of(ui, line, rect.w);
        if (!must_show(ui, self, block, line)) {
            if (height > spare) continue;
            spare -= height;
        }
        icon_at(ui, {rect.x, y}, line.icon, 16, line.role);
        const float room = rect.w - line_icon - (line.asks_reason ? reason_w : 0.0F);
        text_wrapped(ui, {rect.x + line_icon, y, room, 2000}, line.words, {.type = Type::caption, .role = line.role});
        if (line.asks_reason && link(ui, {rect.right() - 100, y - 2}, "Give a reason", "Give a reason: " + block.title))
            acts.give_reason = true;
        y += height;
    }
}

}  // namespace

float block_need(const Ui& ui, const PlanScreen& self, std::size_t index, float width) {
    return title_h + row_h + 2 * pad + musts_height(ui, self, index, width);
}

BlockActs draw_block(PlanScreen& self, Ui& ui, Rect rect, std::size_t index, int minutes, bool dragged) {
    const Block& block = self.view.session->blocks[index];
    const PlanBlock& view = self.view.blocks[index];
    BlockActs acts;
    constexpr float art = 48;
    const float middle = rect.y + std::min(rect.h, 110.0F) / 2;
    if (self.view.editable) icon_at(ui, {rect.x + 12, middle - 10}, icon::drag_vertical, handle_w, Role::ink_2);
    if (view.activity != nullptr)
        picture_of(ui, {rect.x + 38, middle - art / 2, art, art}, *view.activity, metrics::radius_small);

    const Rect title{rect.x + text_left, rect.y + pad, rect.w - text_left - metrics::s, title_h};
    const float arc_w = draw_arc(self, ui, {title.x, title.y + 6}, block, acts);
    const float title_x = title.x + arc_w + metrics::s;
    const float acts_w = self.view.editable ? title_acts_w : minutes_w;
    text_in(ui, {title_x, title.y, title.right() - acts_w - metrics::xs - title_x, title_h}, block.title,
            {.type = Type::section});
    draw_title_acts(self, ui, title, block, minutes, acts);
    Rect row{title.x, title.bottom() + 2, title.w, small_side};
    if (dragged) {
        const int start = block_start(with_block_moved(*self.view.session, index, self.drag.to), self.drag.to);
        text(ui, {row.x, row.y + 4}, "Drop to start at " + say_time(start % (24 * 60)),
             {.type = Type::caption, .role = Role::ink_2});
        return acts;
    }
    if (self.view.editable) {
        draw_row_acts(ui, row, block, minutes, acts);
        row.w -= row_acts_w + metrics::xs;
    }
    draw_chips(self, ui, {row.x, row.y + 6, row.w, metrics::chip_small}, block, view, acts);
    float y = row.y - 2 + row_h;
    float spare = rect.bottom() - pad - y - musts_height(ui, self, index, rect.w);
    if (minutes >= materials_from_min && !view.materials.empty() && spare >= materials_h) {
        icon_text(ui, {title.x, y}, icon::package_variant_closed, view.materials, Type::caption, Role::ink_2,
                  text_w(rect.w));
        y += materials_h;
        spare -= materials_h;
    }
    draw_lines(self, ui, {title.x, y, text_w(rect.w), 0}, index, spare, acts);
    return acts;
}

}  // namespace pegboard
