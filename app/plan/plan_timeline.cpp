// The session plan against the clock: blocks that are moved, stretched and chosen by pointer or keys.
// While something is dragged nothing changes; one edit goes out when it is let go.
#include <algorithm>
#include <cmath>

#include "app/plan/plan_panels.h"
#include "app/widgets/grab.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

constexpr float head_h = 48, times_w = 80, block_gap = 2.5F, free_least_h = 30;
constexpr int shown_gap_min = 3;  ///< shorter ones are a gap

const Block& block_at(const PlanScreen& self, std::size_t index) { return self.view.session->blocks[index]; }

std::optional<std::size_t> index_of(const PlanScreen& self, BlockId id) {
    const auto& blocks = self.view.session->blocks;
    const auto found = std::ranges::find(blocks, id, &Block::id);
    if (!id || found == blocks.end()) return std::nullopt;
    return static_cast<std::size_t>(found - blocks.begin());
}

void choose(PlanScreen& self, std::size_t index) {
    self.chosen = block_at(self, index).id;
    self.focus_chosen = self.show_chosen = true;
    self.focus_moving = 3;
}

void remove_block(PlanScreen& self, Ui& ui, std::size_t index) {
    const auto& blocks = self.view.session->blocks;
    const std::string title = blocks[index].title;
    Session edited = without_block(*self.view.session, index);
    // Taken out is taken out: the planner does not bring it back into this session.
    if (blocks[index].suggested) edited.swapped_out.push_back(blocks[index].activity);
    if (blocks.size() > 1)
        choose(self, index + 1 < blocks.size() ? index + 1 : index - 1);
    else
        self.chosen = {};
    send_edit(self, ui, std::move(edited), "Removed " + title);
}

/// Minutes set by hand: the block keeps them, and the planner shares out the rest.
void set_minutes(PlanScreen& self, Ui& ui, std::size_t index, int minutes) {
    Session edited = with_minutes(*self.view.session, index, minutes);
    fix_block(self, edited, block_at(self, index).id);
    send_edit(self, ui, std::move(edited));
}

/// Moved by hand: the block stays where it was put.
void move_block(PlanScreen& self, Ui& ui, std::size_t from, std::size_t to) {
    Session edited = with_block_moved(*self.view.session, from, to);
    fix_block(self, edited, block_at(self, from).id);
    send_edit(self, ui, std::move(edited));
}

/// A block let go may be planned anew.
void toggle_pin(PlanScreen& self, Ui& ui, std::size_t index) {
    Session edited = *self.view.session;
    Block& block = edited.blocks[index];
    block.pinned = !block.pinned;
    if (block.pinned) return send_edit(self, ui, std::move(edited));
    send_edit(self, ui, std::move(edited));
}

// ------------------------------------------------------------------ keys

void obey_keys(PlanScreen& self, Ui& ui) {
    const auto& blocks = self.view.session->blocks;
    if (self.view.editable && page_letter(ui, 'g')) suggest(self, ui);
    if (blocks.empty() || self.drag.kind != BlockDrag::Kind::none) return;
    const bool up = page_key(ui, ImGuiKey_UpArrow), down = page_key(ui, ImGuiKey_DownArrow);
    const auto chosen = index_of(self, self.chosen);
    if (!chosen) {
        if (down) choose(self, 0);
        if (up) choose(self, blocks.size() - 1);
        return;
    }
    if (up && *chosen > 0) choose(self, *chosen - 1);
    if (down && *chosen + 1 < blocks.size()) choose(self, *chosen + 1);
    if (!self.view.editable) return;
    const int minutes = blocks[*chosen].minutes;
    const bool earlier = page_key(ui, ImGuiMod_Alt | ImGuiKey_UpArrow);
    const bool later = page_key(ui, ImGuiMod_Alt | ImGuiKey_DownArrow);
    if (earlier && *chosen > 0) move_block(self, ui, *chosen, *chosen - 1);
    if (later && *chosen + 1 < blocks.size()) move_block(self, ui, *chosen, *chosen + 1);
    if (earlier || later) self.focus_chosen = self.show_chosen = true;
    const bool more = page_letter(ui, '+') || page_letter(ui, '=');
    if (more && minutes < block_min_high) set_minutes(self, ui, *chosen, minutes + 1);
    if (page_letter(ui, '-') && minutes > block_min_low) set_minutes(self, ui, *chosen, minutes - 1);
    if (page_letter(ui, 'p')) toggle_pin(self, ui, *chosen);
    if (page_letter(ui, 's')) open_swap(self, ui, blocks[*chosen].id);
    if (page_key(ui, ImGuiKey_Delete)) remove_block(self, ui, *chosen);
}

// ------------------------------------------------------------------ dragging

/// Where a block dragged so that its middle stands at `middle` would come to stand.
std::size_t place_for(const TimelineLayout& layout, std::size_t from, float middle) {
    std::size_t to = 0;
    for (std::size_t i = 0; i < layout.slots.size(); ++i)
        if (i != from && layout.slots[i].y + layout.slots[i].h / 2 < middle) ++to;
    return to;
}

void follow_move(PlanScreen& self, Ui& ui, const Grab& grab, const TimelineLayout& layout, std::size_t index) {
    if (!grab.dragging || !self.view.editable) return;
    BlockDrag& drag = self.drag;
    if (drag.kind == BlockDrag::Kind::none) {
        drag = {};
        drag.kind = BlockDrag::Kind::move;
        drag.index = index;
        self.chosen = block_at(self, index).id;
    }
    if (drag.kind != BlockDrag::Kind::move || drag.index != index) return;
    const TimelineLayout::Slot& slot = layout.slots[index];
    drag.by_y = grab.by.y;
    drag.to = place_for(layout, index, slot.y + slot.h / 2 + grab.by.y);
    if (page_key(ui, ImGuiKey_Escape)) drag.cancelled = true;
    if (!grab.dropped) return;
    if (!drag.cancelled) {
        self.settle = {block_at(self, index).id, slot.y + drag.by_y, ui.clock.time_s};
        if (drag.to != index) move_block(self, ui, index, drag.to);
    }
    drag = {};
}

void follow_stretch(PlanScreen& self, Ui& ui, const Grab& grab, std::size_t index) {
    if (!grab.dragging) return;
    BlockDrag& drag = self.drag;
    const int before = block_at(self, index).minutes;
    if (drag.kind == BlockDrag::Kind::none) {
        drag = {};
        drag.kind = BlockDrag::Kind::stretch;
        drag.index = index;
    }
    if (page_key(ui, ImGuiKey_Escape)) drag.cancelled = true;
    const int by = static_cast<int>(std::lround(grab.by.y / self.per_min));
    drag.minutes = drag.cancelled ? before : std::clamp(before + by, block_min_low, block_min_high);
    if (!grab.dropped) return;
    if (drag.minutes != before) set_minutes(self, ui, index, drag.minutes);
    drag = {};
}

// ------------------------------------------------------------------ blocks

void obey(PlanScreen& self, Ui& ui, std::size_t index, const BlockActs& acts) {
    const Session& session = *self.view.session;
    const Block& block = block_at(self, index);
    if (acts.remove) return remove_block(self, ui, index);
    if (acts.minutes_by != 0) set_minutes(self, ui, index, block.minutes + acts.minutes_by);
    if (acts.move_by < 0) move_block(self, ui, index, index - 1);
    if (acts.move_by > 0) move_block(self, ui, index, index + 1);
    if (acts.pin) toggle_pin(self, ui, index);
    if (acts.swap) open_swap(self, ui, block.id);
    if (acts.toggle) send_edit(self, ui, with_goal_on_block(session, index, acts.toggle));
    if (acts.give_reason) open_override(self, ui, block.activity, block.id);
    if (acts.arc_menu || acts.goal_menu || acts.lead_menu) self.chosen = block.id;
    open_block_menu(ui, acts);
}

CardLook block_look(const PlanScreen& self, std::size_t index, bool dragged) {
    CardLook look;
    look.tint = self.view.blocks[index].hue;
    look.radius = metrics::radius_large;
    look.selected = !dragged && block_at(self, index).id == self.chosen;
    look.shadow = dragged ? 3 : look.selected ? 2 : 0;
    look.stripe = self.view.blocks[index].lead;
    return look;
}

float settled_y(PlanScreen& self, Ui& ui, std::size_t index, float y) {
    BlockSettle& settle = self.settle;
    if (settle.block != block_at(self, index).id || settle.since_s < 0) return y;
    const auto share = static_cast<float>((ui.clock.time_s - settle.since_s) / motion::settle_s);
    if (ui.reduce_motion || share >= 1) {
        settle = {};
        return y;
    }
    ui.wake_in(0);
    const float eased = 1 - (1 - share) * (1 - share);
    return settle.from_y + (y - settle.from_y) * eased;
}

void draw_one(PlanScreen& self, Ui& ui, Rect column, const TimelineLayout& layout, std::size_t index) {
    const TimelineLayout::Slot& slot = layout.slots[index];
    const Block& block = block_at(self, index);
    const Rect home{column.x, column.y + slot.y + block_gap, column.w, slot.h - 2 * block_gap};
    const bool chosen = block.id == self.chosen;
    if (chosen && std::exchange(self.show_chosen, false)) scroll_to(ui, home);
    const bool dragged = self.drag.kind == BlockDrag::Kind::move && self.drag.index == index && !self.drag.cancelled;
    if (!visible(ui, home) && !dragged) return;
    const bool take_keys = chosen && std::exchange(self.focus_chosen, false);
    const Rect drawn = dragged
                           ? home.moved(0, self.drag.by_y)
                           : Rect{home.x, column.y + settled_y(self, ui, index, slot.y) + block_gap, home.w, home.h};
    card(ui, drawn, block_look(self, index, dragged));
    const std::string label = block.title;
    const Grab held = grab(ui, home, label, WidgetRole::block, chosen, metrics::radius_large, take_keys);
    if (dragged) dashed_rect(ui, drawn, Role::primary, metrics::radius_large, 2);
    if (held.press.clicked || (held.press.focused && !chosen && ui.keyboard && self.focus_moving == 0))
        self.chosen = block.id;
    if (held.press.clicked && held.by_key) {
        self.detail = block.activity;
        open_drawer(ui, "Activity");
    }
    obey(self, ui, index, draw_block(self, ui, drawn, index, slot.minutes, dragged));
    if (chosen) obey(self, ui, index, draw_block_menus(self, ui, {home.right() - 200, home.y, 190, 40}, index));
    if (chosen && !dragged && self.view.editable) {
        const Rect grip{home.x + home.w / 2 - 20, home.bottom() - 8, 40, 12};
        follow_stretch(self, ui, grab(ui, grip, "Stretch " + block.title, WidgetRole::button), index);
        fill(ui, {home.x + home.w / 2 - 14, home.bottom() - 3, 28, 4}, Role::primary, 2);
    }
    follow_move(self, ui, held, layout, index);
}

/// The way to a block, where it takes long enough to be planned for.
void draw_gap(const PlanScreen& self, Ui& ui, Rect column, const TimelineLayout& layout, std::size_t index) {
    const TimelineLayout::Slot& slot = layout.slots[index];
    if (slot.gap_min < shown_gap_min) return;
    Rect rect{column.x, column.y + slot.y - slot.gap_h + block_gap, column.w, slot.gap_h - 2 * block_gap};
    dashed_rect(ui, rect, Role::line_strong, metrics::radius_small);
    rect = rect.inset(metrics::m, 0);
    text_in(ui, rect.cut_right(60), std::to_string(slot.gap_min) + " min",
            {.type = Type::caption_strong, .role = Role::ink_2, .align = Align::right});
    text_in(ui, rect, self.view.blocks[index].before_words, {.type = Type::caption, .role = Role::ink_2});
}

void draw_drop_line(const PlanScreen& self, Ui& ui, Rect column, const TimelineLayout& layout) {
    const BlockDrag& drag = self.drag;
    if (drag.kind != BlockDrag::Kind::move || drag.cancelled || drag.to == drag.index) return;
    const std::size_t before = drag.to < drag.index ? drag.to : drag.to + 1;
    const float y = before < layout.slots.size() ? layout.slots[before].y : layout.blocks_h;
    fill(ui, {column.x, column.y + y - 2, column.w, 4}, Role::primary, 2);
}

// ------------------------------------------------------------------ around the blocks

void draw_times(const PlanScreen& self, Ui& ui, Rect column, const TimelineLayout& layout) {
    const Session& session = *self.view.session;
    const int end = session.start_min + session.length_min;
    float last_y = -100;
    const auto draw_at = [&](int minute) {
        const float y = layout.y_of(minute);
        if (y - last_y < 18) return;
        const bool strong = minute == session.start_min || minute == end || minute % 15 == 0;
        text(ui, {column.x + times_w - 20, column.y + y - 8}, say_time(minute % (24 * 60)),
             {.type = strong ? Type::caption_strong : Type::caption,
              .role = strong ? Role::ink : Role::ink_3,
              .align = Align::right});
        fill(ui, {column.x + times_w - 14, column.y + y, 8, 1}, Role::line_strong);
        last_y = y;
    };
    draw_at(session.start_min);
    for (int minute = (session.start_min / 5 + 1) * 5; minute < layout.end_min; minute += 5) draw_at(minute);
    draw_at(layout.end_min);
}

std::string free_words(const Ui& ui, const PlanScreen& self, int left) {
    return std::to_string(left) + " min left: " +
           (self.view.children.size() > 1 ? std::string("the children's")
                                          : shown_call_name(ui, *self.view.child) + "'s") +
           " choice";
}

/// What no block uses, or how much too long the plan is.
void draw_rest(PlanScreen& self, Ui& ui, Rect column, const TimelineLayout& layout) {
    const Session& session = *self.view.session;
    const int left = self.view.left_min();
    if (left > 0) {
        const Rect rest{column.x, column.y + layout.blocks_h + block_gap, column.w,
                        layout.h - layout.blocks_h - 2 * block_gap};
        dashed_rect(ui, rest, Role::line_strong, metrics::radius_large);
        text_in(ui, rest, free_words(ui, self, left), {.role = Role::ink_2, .align = Align::centre});
    }
    if (left < 0) {
        const float y = column.y + layout.y_of(session.start_min + session.length_min);
        fill(ui, {column.x - 6, y - 1, column.w + 6, 2}, Role::warn_mark);
        const std::string words = std::to_string(-left) + " min over";
        const float width = badge_width(ui, icon::alert_circle_outline, words);
        badge(ui, {column.x + (column.w - width) / 2, column.y + layout.blocks_h + metrics::s}, BadgeKind::warn,
              icon::alert_circle_outline, words);
    }
}

}  // namespace

float TimelineLayout::y_of(int minute) const {
    for (const Slot& slot : slots) {
        if (minute < slot.start_min && slot.gap_min > 0)
            return slot.y - slot.gap_h * static_cast<float>(slot.start_min - minute) / static_cast<float>(slot.gap_min);
        if (minute < slot.start_min + slot.minutes)
            return slot.y + slot.h * static_cast<float>(minute - slot.start_min) / static_cast<float>(slot.minutes);
    }
    const int from = slots.empty() ? minute : slots.back().start_min + slots.back().minutes;
    if (end_min <= from) return blocks_h;
    return blocks_h + (h - blocks_h) * static_cast<float>(minute - from) / static_cast<float>(end_min - from);
}

TimelineLayout lay_out(const Ui& ui, const PlanScreen& self, float block_w) {
    TimelineLayout layout;
    const Session& session = *self.view.session;
    int minute = session.start_min;
    for (std::size_t i = 0; i < session.blocks.size(); ++i) {
        const bool stretched = self.drag.kind == BlockDrag::Kind::stretch && self.drag.index == i;
        const int minutes = stretched ? self.drag.minutes : session.blocks[i].minutes;
        const float h =
            std::max(static_cast<float>(minutes) * self.per_min, block_need(ui, self, i, block_w) + 2 * block_gap);
        const int gap = i == 0 ? 0 : self.view.blocks[i].before_min;
        float gap_h = static_cast<float>(gap) * self.per_min;
        if (gap >= shown_gap_min) gap_h = std::max(gap_h, free_least_h);
        layout.blocks_h += gap_h;
        minute += gap;
        layout.slots.push_back({layout.blocks_h, h, minute, minutes, gap_h, gap});
        layout.blocks_h += h;
        minute += minutes;
    }
    const int end = session.start_min + session.length_min;
    layout.end_min = std::max(end, minute);
    layout.h = layout.blocks_h;
    if (end > minute) layout.h += std::max(free_least_h, static_cast<float>(end - minute) * self.per_min);
    return layout;
}

/// A little closer where that puts the whole session in sight; never so close that short blocks lose their scale.
float scale_for(const Session& session, float room) {
    constexpr float closest = 10.5F;
    const float whole = room / static_cast<float>(std::max({1, session.length_min, planned_minutes(session)}));
    return whole < closest ? metrics::plan_per_min : std::min(whole, metrics::plan_per_min);
}

void draw_timeline(PlanScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Session plan");
    next_pane(ui);
    card(ui, rect);
    Rect inside = rect;
    draw_timeline_head(self, ui, inside.cut_top(head_h));
    divider(ui, inside.pos(), inside.w);
    inside.cut_top(1);
    inside.cut_bottom(2);
    if (self.view.session->blocks.empty()) {
        draw_no_blocks(self, ui, inside);
        return obey_keys(self, ui);
    }
    const Rect content = begin_scroll(ui, "Timeline", inside);
    const Rect column{content.x + times_w, content.y + metrics::s, content.w - times_w - metrics::l, 0};
    if (self.drag.kind == BlockDrag::Kind::none)
        self.per_min = scale_for(*self.view.session, inside.h - metrics::s - metrics::m);
    const TimelineLayout layout = lay_out(ui, self, column.w);
    draw_times(self, ui, {content.x, column.y, times_w, 0}, layout);
    const bool moving = self.drag.kind == BlockDrag::Kind::move;
    const std::size_t dragged = moving ? self.drag.index : layout.slots.size();
    for (std::size_t i = 0; i < layout.slots.size(); ++i)
        if (i != dragged) draw_one(self, ui, column, layout, i);
    for (std::size_t i = 0; i < layout.slots.size(); ++i) draw_gap(self, ui, column, layout, i);
    draw_rest(self, ui, column, layout);
    if (dragged < layout.slots.size()) draw_one(self, ui, column, layout, dragged);
    draw_drop_line(self, ui, column, layout);
    const float over = self.view.left_min() < 0 ? metrics::badge + metrics::m : 0.0F;
    end_scroll(ui, column.y + layout.h + over + metrics::xs);
    if (self.focus_moving > 0) --self.focus_moving;
    obey_keys(self, ui);
}

}  // namespace pegboard
