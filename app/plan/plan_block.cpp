// One block of the session plan, as high as its minutes: title, what it serves, one reason, and a shield for everything
// to take care of. The chosen block says all of it in whole sentences and has the controls.
#include <algorithm>

#include "app/plan/plan_chips.h"
#include "app/plan/plan_panels.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr float text_left = 71, right_pad = 12, top = 6, title_h = 24, chosen_title_h = 36, row_gap = 4, art = 36;
constexpr float line_icon = 20, reason_w = 110, why_h = 16, things_h = 20, grip_h = 10;
constexpr float least_h = 56, chosen_least_h = 117;  ///< 5 and 10 minutes to scale
constexpr float side = metrics::button_small, stepper_w = 124, goal_least_w = 190, goal_tight_w = 96, goal_most_w = 260;
constexpr int things_from_min = 8;

bool is_chosen(const PlanScreen& self, std::size_t index) { return self.view.session->blocks[index].id == self.chosen; }

float text_w(float block_w) { return block_w - text_left - right_pad; }

template <class Each>
void for_lines(const Block& block, const PlanBlock& view, const Each& each) {
    if (!block.why.empty()) each(PlanLine{icon::lightbulb_outline, Role::ink_2, block.why});
    for (const auto* list : {&view.care, &view.starts, &view.planned})
        for (const PlanLine& line : *list) each(line);
}

/// Whole lines from `rect`'s top: all of them, or only those that wait for a word of the therapist. Draws, or only
/// measures; returns the lowest y.
float lay_lines(const PlanScreen& self, Ui* ui, const Ui& measure, Rect rect, std::size_t index, BlockActs* acts) {
    const Block& block = self.view.session->blocks[index];
    const bool chosen = is_chosen(self, index);
    float y = rect.y;
    for_lines(block, self.view.blocks[index], [&](const PlanLine& line) {
        if (!chosen && !line.always) return;
        const float room = rect.w - line_icon - (line.asks_reason ? reason_w : 0.0F);
        if (ui != nullptr) {
            icon_at(*ui, {rect.x, y}, line.icon, 16, line.role);
            text_wrapped(*ui, {rect.x + line_icon, y, room, 2000}, line.words,
                         {.type = Type::caption, .role = line.role});
            if (line.asks_reason &&
                link(*ui, {rect.right() - 100, y - 2}, "Give a reason", "Give a reason: " + block.title))
                acts->give_reason = true;
        }
        y += std::max(line.asks_reason ? 24.0F : why_h, wrapped_height(measure, line.words, room, Type::caption)) + 2;
    });
    return y;
}

// ------------------------------------------------------------------ the chosen block

/// Fewer, the minutes, more; then pin, swap and the rest. Returns the left edge.
float draw_controls(PlanScreen& self, Ui& ui, Rect row, const Block& block, int minutes, BlockActs& acts) {
    const std::string shown = std::to_string(minutes) + " min";
    if (!self.view.editable) {
        text_in(ui, row, shown, {.type = Type::button, .align = Align::right});
        return row.right() - text_width(ui, shown, Type::button);
    }
    float x = row.right() - side;
    const float y = row.y + (row.h - side) / 2;
    if (icon_button(ui, {x, y}, icon::dots_horizontal, "More for " + block.title, {.size = side}))
        acts.more_menu = true;
    x -= side + metrics::xs;
    if (icon_button(ui, {x, y}, icon::swap_horizontal, "Swap " + block.title,
                    {.size = side, .bordered = true, .shortcut = "S"}))
        acts.swap = true;
    x -= side + metrics::xs;
    const std::string name = (block.pinned ? "Let go of " : "Pin ") + block.title;
    if (icon_button(ui, {x, y}, icon::pin, name, {.size = side, .on = block.pinned, .bordered = true, .shortcut = "P"}))
        acts.pin = true;
    x -= stepper_w + metrics::xs;
    const Rect stepper{x, y, stepper_w, side};
    fill(ui, stepper, Role::surface, metrics::radius_small);
    outline(ui, stepper, Role::line_strong, metrics::radius_small);
    const IconButtonLook less{.size = side, .enabled = minutes > block_min_low, .shortcut = "-"};
    const IconButtonLook more{.size = side, .enabled = minutes < block_min_high, .shortcut = "+"};
    if (icon_button(ui, {x, y}, icon::minus, "One minute less: " + block.title, less)) acts.minutes_by = -1;
    if (icon_button(ui, {stepper.right() - side, y}, icon::plus, "One minute more: " + block.title, more))
        acts.minutes_by = 1;
    text_in(ui, {x + side, y, stepper_w - 2 * side, side}, shown, {.type = Type::button, .align = Align::centre});
    return x;
}

void draw_chosen(PlanScreen& self, Ui& ui, Rect rect, std::size_t index, int minutes, BlockActs& acts) {
    const Block& block = self.view.session->blocks[index];
    const PlanBlock& view = self.view.blocks[index];
    const Rect title{rect.x + text_left, rect.y + top, rect.w - text_left - metrics::s, chosen_title_h};
    const float right = draw_controls(self, ui, title, block, minutes, acts);
    text_in(ui, {title.x, title.y, right - metrics::s - title.x, title.h}, block.title, {.type = Type::section});
    const Rect row{title.x, title.bottom() + row_gap, text_w(rect.w), metrics::chip_small};
    draw_goal_chips(self, ui, row, index, acts);
    float y = row.bottom() + row_gap + 2;
    y = lay_child_chips(self, &ui, ui, {row.x, y, row.w, 0}, index);
    if (!view.materials.empty()) {
        icon_at(ui, {row.x, y}, icon::package_variant_closed, 16, Role::ink_2);
        y += text_wrapped(ui, {row.x + line_icon, y, row.w - line_icon, 400}, view.materials,
                          {.type = Type::caption, .role = Role::ink_2}) +
             2;
    }
    lay_lines(self, &ui, ui, {row.x, y, row.w, 0}, index, &acts);
}

float chosen_need(const Ui& ui, const PlanScreen& self, std::size_t index, float block_w) {
    const PlanBlock& view = self.view.blocks[index];
    const float width = text_w(block_w);
    float y = top + chosen_title_h + row_gap + metrics::chip_small + row_gap + 2;
    y = lay_child_chips(self, nullptr, ui, {0, y, width, 0}, index);
    if (!view.materials.empty()) y += wrapped_height(ui, view.materials, width - line_icon, Type::caption) + 2;
    return std::max(chosen_least_h, lay_lines(self, nullptr, ui, {0, y, width, 0}, index, nullptr) + grip_h);
}

// ------------------------------------------------------------------ every other block

/// Least width at which the goal stands beside the title: less where below it there is no room for a reason as well.
float least_goal_w(const PlanScreen& self, const Ui& ui, std::size_t index) {
    constexpr float three_rows = 84;
    const auto minutes = static_cast<float>(self.view.session->blocks[index].minutes);
    return std::min(minutes * self.per_min < three_rows ? goal_tight_w : goal_least_w,
                    goal_chip_width(self, ui, index));
}

/// The first row, from its right end: minutes, a pin that is set, the goal; then the title and who leads. True when the
/// goal found room.
bool draw_title_row(const PlanScreen& self, Ui& ui, Rect row, std::size_t index, int minutes) {
    const Block& block = self.view.session->blocks[index];
    const PlanBlock& view = self.view.blocks[index];
    const std::string shown = std::to_string(minutes) + " min";
    const float minutes_w = text_width(ui, shown, Type::button);
    text_in(ui, row.cut_right(minutes_w, metrics::s), shown, {.type = Type::button, .align = Align::right});
    if (block.pinned) {
        const Rect at = row.cut_right(16, metrics::s);
        icon_at(ui, {at.x, at.y + 4}, icon::pin, 16, Role::primary);
    }
    const float tag_w = view.lead ? tag_width(ui, *view.lead) + metrics::s : 0.0F;
    const float natural = text_width(ui, block.title, Type::section);
    const bool goal = !is_group(self) && serves_any(self, index);
    const float room = row.w - natural - tag_w - metrics::s;
    const bool fits = goal && room >= least_goal_w(self, ui, index);
    if (fits) {
        const float width = std::min({room, goal_most_w, goal_chip_width(self, ui, index)});
        draw_first_goal(self, ui, row.cut_right(width, metrics::s), index);
    }
    const float title_w = std::min(natural + 1, row.w - tag_w);
    text_in(ui, {row.x, row.y, title_w, row.h}, block.title, {.type = Type::section});
    if (view.lead) tag(ui, {row.x + title_w + metrics::s, row.y + 2}, *view.lead);
    return fits;
}

/// Where the next thing of the second row goes, and what it needs: the goal that found no room above, everyone's rung,
/// and a shield for each thing to take care of.
float lay_second_rows(const PlanScreen& self, Ui* ui, const Ui& measure, Rect row, std::size_t index, bool goal_above,
                      float* last_right) {
    float y = row.y;
    if (is_group(self)) y = lay_child_chips(self, ui, measure, row, index);
    const bool goal_here = !is_group(self) && !goal_above && serves_any(self, index);
    return lay_flags(self, ui, measure, {row.x, y, row.w, 0}, index, goal_here, last_right);
}

bool goal_fits_above(const PlanScreen& self, const Ui& ui, std::size_t index, float block_w) {
    const Block& block = self.view.session->blocks[index];
    const PlanBlock& view = self.view.blocks[index];
    float room = text_w(block_w) - text_width(ui, std::to_string(block.minutes) + " min", Type::button) - metrics::s;
    if (block.pinned) room -= 16 + metrics::s;
    if (view.lead) room -= tag_width(ui, *view.lead) + metrics::s;
    room -= text_width(ui, block.title, Type::section) + metrics::s;
    return room >= least_goal_w(self, ui, index);
}

float small_need(const Ui& ui, const PlanScreen& self, std::size_t index, float block_w) {
    const Rect row{0, top + title_h + 2, text_w(block_w), 0};
    float right = 0;
    const float rows =
        lay_second_rows(self, nullptr, ui, row, index, goal_fits_above(self, ui, index, block_w), &right);
    const float lines = lay_lines(self, nullptr, ui, {0, rows, row.w, 0}, index, nullptr);
    return std::max(least_h, lines + metrics::xs);
}

/// The first reason that fits; nothing is cut.
void draw_why(const PlanScreen& self, Ui& ui, Rect room, std::size_t index) {
    for (const std::string& why : self.view.blocks[index].whys)
        if (text_width(ui, why, Type::caption) <= room.w) {
            text(ui, room.pos(), why, {.type = Type::caption, .role = Role::ink_2});
            return;
        }
}

void draw_small(PlanScreen& self, Ui& ui, Rect rect, std::size_t index, int minutes, BlockActs& acts) {
    const PlanBlock& view = self.view.blocks[index];
    const Rect title{rect.x + text_left, rect.y + top, text_w(rect.w), title_h};
    const bool above = draw_title_row(self, ui, title, index, minutes);
    const Rect row{title.x, title.bottom() + 2, title.w, 0};
    float right = row.x;
    float y = lay_second_rows(self, &ui, ui, row, index, above, &right);
    const bool beside = right > row.x;
    const float spare = rect.bottom() - metrics::xs - lay_lines(self, nullptr, ui, {0, y, row.w, 0}, index, nullptr);
    if (spare >= why_h + 2) {
        draw_why(self, ui, {row.x, y + 2, row.w, why_h}, index);
        y += why_h + 2;
    } else if (beside) {
        draw_why(self, ui, {right, y - metrics::tag, row.right() - right, why_h}, index);
    }
    y = lay_lines(self, &ui, ui, {row.x, y, row.w, 0}, index, &acts);
    if (minutes < things_from_min || view.materials.empty() || rect.bottom() - metrics::s - y < things_h) return;
    icon_text(ui, {row.x, rect.bottom() - metrics::s - things_h}, icon::package_variant_closed, view.materials,
              Type::caption, Role::ink_2, row.w);
}

}  // namespace

float block_need(const Ui& ui, const PlanScreen& self, std::size_t index, float width) {
    return is_chosen(self, index) ? chosen_need(ui, self, index, width) : small_need(ui, self, index, width);
}

BlockActs draw_block(PlanScreen& self, Ui& ui, Rect rect, std::size_t index, int minutes, bool dragged) {
    const Block& block = self.view.session->blocks[index];
    const PlanBlock& view = self.view.blocks[index];
    BlockActs acts;
    if (view.activity != nullptr)
        picture_of(ui, {rect.x + 20, rect.y + 10, art, art}, *view.activity, metrics::radius_small);
    if (dragged) {
        const Rect title{rect.x + text_left, rect.y + top, text_w(rect.w), title_h};
        text_in(ui, title, block.title, {.type = Type::section});
        const int start = block_start(with_block_moved(*self.view.session, index, self.drag.to), self.drag.to);
        text(ui, {title.x, title.bottom() + 2}, "Drop to start at " + say_time(start % (24 * 60)),
             {.type = Type::caption, .role = Role::ink_2});
        return acts;
    }
    if (is_chosen(self, index))
        draw_chosen(self, ui, rect, index, minutes, acts);
    else
        draw_small(self, ui, rect, index, minutes, acts);
    return acts;
}

}  // namespace pegboard
