// Checkbox, radio, switch, segmented and tabs.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/widgets/interact.h"
#include "app/widgets/segment.h"

namespace pegboard {

namespace {

constexpr float box_size = 20, box_gap = 10, box_radius = 6;
constexpr float switch_w = 40, switch_h = 24;

/// The words beside a box, cut to what is left of `max_w`.
std::string beside(const Ui& ui, std::string_view label, float max_w, float taken, bool& cut) {
    cut = false;
    if (max_w <= 0) return std::string(label);
    return paint::elide(ui, Type::body, label, ui.px(std::max(1.0F, max_w - taken)), &cut);
}

void words_beside(Ui& ui, Vec pos, float height, std::string_view words, Role role, bool struck) {
    const float width = text_width(ui, words);
    const ImRect box = paint::pixels(ui, Rect{pos.x, pos.y, width, height});
    paint::words_in(ui, Type::body, box, paint::colour(ui, role), words);
    if (!struck) return;
    const float y = std::round(box.GetCenter().y) + 0.5F;
    paint::list().AddLine({box.Min.x, y}, {box.Max.x, y}, paint::colour(ui, role), paint::line_px(ui));
}

void draw_box(Ui& ui, Vec pos, const Touch& at, bool on) {
    const ImRect box = paint::pixels(ui, Rect{pos.x, pos.y, box_size, box_size});
    const float radius = ui.px(box_radius);
    if (on) {
        const Role role = at.held ? Role::primary_press : at.hovered ? Role::primary_hover : Role::primary;
        paint::fill(ui, box, role, radius);
        paint::icon_in(ui, box, icon::check, 16, paint::colour(ui, Role::on_primary));
    } else {
        paint::fill(ui, box, at.held ? Role::press : at.hovered ? Role::hover : Role::surface, radius);
        paint::border(ui, box, paint::colour(ui, Role::line_strong), radius, ui.px(1.25F));
    }
    if (at.focused) paint::focus_ring(ui, box, radius);
}

}  // namespace

bool checkbox(Ui& ui, Vec pos, std::string_view label, bool& on, bool struck_when_on, float max_w) {
    bool cut = false;
    const std::string words = beside(ui, label, max_w, box_size + box_gap, cut);
    const float width = box_size + (words.empty() ? 0 : box_gap + text_width(ui, words));
    Target target{.role = WidgetRole::checkbox, .label = label, .value = on ? "on" : "off"};
    target.selected = on;
    target.clipped = cut;
    const Touch at = touch(ui, {pos.x, pos.y, width, box_size}, target);
    if (at.pressed) on = !on;
    if (at.visible) {
        draw_box(ui, pos, at, on);
        const bool struck = struck_when_on && on;
        words_beside(ui, {pos.x + box_size + box_gap, pos.y}, box_size, words, struck ? Role::ink_3 : Role::ink,
                     struck);
    }
    if (cut) tooltip(ui, label);
    return at.pressed;
}

bool radio(Ui& ui, Vec pos, std::string_view label, bool on) {
    Target target{.role = WidgetRole::radio, .label = label, .value = on ? "chosen" : ""};
    target.selected = on;
    const Touch at = touch(ui, {pos.x, pos.y, box_size + box_gap + text_width(ui, label), box_size}, target);
    if (!at.visible) return at.pressed;
    const ImRect box = paint::pixels(ui, Rect{pos.x, pos.y, box_size, box_size});
    const ImVec2 centre = box.GetCenter();
    const float radius = box.GetWidth() / 2;
    ImDrawList& list = paint::list();
    if (on) {
        const Role role = at.held ? Role::primary_press : at.hovered ? Role::primary_hover : Role::primary;
        list.AddCircleFilled(centre, radius, paint::colour(ui, role));
        list.AddCircleFilled(centre, ui.px(4), paint::colour(ui, Role::on_primary));
    } else {
        const float thick = ui.px(1.5F);
        list.AddCircleFilled(centre, radius,
                             paint::colour(ui, at.held      ? Role::press
                                               : at.hovered ? Role::hover
                                                            : Role::surface));
        list.AddCircle(centre, radius - thick / 2, paint::colour(ui, Role::line_strong), 0, thick);
    }
    if (at.focused) paint::focus_ring(ui, box, radius);
    words_beside(ui, {pos.x + box_size + box_gap, pos.y}, box_size, label, Role::ink, false);
    return at.pressed;
}

bool switch_(Ui& ui, Vec pos, std::string_view label, bool& on) {
    Target target{.role = WidgetRole::switch_, .label = label, .value = on ? "on" : "off"};
    target.selected = on;
    const float width = switch_w + (label.empty() ? 0 : box_gap + text_width(ui, label));
    const Touch at = touch(ui, {pos.x, pos.y, width, switch_h}, target);
    if (at.pressed) on = !on;
    if (!at.visible) return at.pressed;
    const ImRect box = paint::pixels(ui, Rect{pos.x, pos.y, switch_w, switch_h});
    const float radius = box.GetHeight() / 2;
    const Role inside = on ? (at.held      ? Role::primary_press
                              : at.hovered ? Role::primary_hover
                                           : Role::primary)
                           : (at.held || at.hovered ? Role::ink_3 : Role::line_strong);
    paint::fill(ui, box, inside, radius);
    const float in = std::round(ui.px(3));
    const float knob = radius - in;
    const ImVec2 centre{on ? box.Max.x - radius : box.Min.x + radius, box.GetCenter().y};
    paint::list().AddCircleFilled(centre, knob, paint::colour(ui, on ? Role::on_primary : Role::surface));
    if (at.focused) paint::focus_ring(ui, box, radius);
    words_beside(ui, {pos.x + switch_w + box_gap, pos.y}, switch_h, label, Role::ink, false);
    return at.pressed;
}

namespace {

/// On one line, or on more where the part is tall enough for them; true when they were cut all the same.
bool words_of_segment(Ui& ui, Rect inside, const SegmentLook& look) {
    const Type type = look.on ? Type::button : Type::label;
    const Role role = look.on ? Role::ink : Role::ink_2;
    if (look.shows_key) {
        const Rect edge = inside.cut_right(segment_key);
        const Rect cap{edge.x, edge.centre().y - segment_cap / 2, segment_cap, segment_cap};
        outline(ui, cap, Role::line_strong, segment_cap / 4);
        const ImRect box = paint::pixels(ui, cap);
        const float left = std::round(box.GetCenter().x - paint::width_px(ui, Type::caption, look.key) / 2);
        paint::words_in(ui, Type::caption, {{left, box.Min.y}, box.Max}, paint::colour(ui, Role::ink_2), look.key);
    }
    const float line = line_height(type), width = inside.w - 8;
    bool cut = false;
    if (paint::width_px(ui, type, look.label) <= ui.px(width) || inside.h < 2 * line + 6) {
        const std::string words = paint::elide(ui, type, look.label, ui.px(width), &cut);
        const ImRect box = paint::pixels(ui, inside);
        const float left = std::round(box.GetCenter().x - paint::width_px(ui, type, words) / 2);
        paint::words_in(ui, type, {{left, box.Min.y}, box.Max}, paint::colour(ui, role), words);
        return cut;
    }
    Record* record = std::exchange(ui.record, nullptr);  // told by the part itself
    const float height = wrapped_height(ui, look.label, width, type);
    const int most = static_cast<int>((inside.h - 4) / line);
    const float top = inside.y + std::max(2.0F, (inside.h - height) / 2);
    text_wrapped(ui, {inside.x + 4, top, width, height}, look.label,
                 {.type = type, .role = role, .align = Align::centre}, most);
    ui.record = record;
    return height > line * static_cast<float>(most);
}

}  // namespace

bool segment(Ui& ui, Rect part, const SegmentLook& look) {
    const std::string label = std::string(look.name) + ": " + std::string(look.label);
    Target target{.role = WidgetRole::radio, .label = label, .value = look.on ? "chosen" : ""};
    target.selected = look.on;
    const Touch at = touch(ui, part, target);
    const bool chosen = at.pressed && !look.on;
    if (!at.visible) return chosen;
    const ImRect raised = paint::pixels(ui, part.inset(3));
    const float radius = ui.px(metrics::radius_small);
    if (look.on) {
        ui.design->shadow(paint::list(), 1, raised.Min, raised.Max, radius);
        paint::fill(ui, raised, Role::surface, radius);
        paint::border(ui, raised, paint::colour(ui, look.session ? Role::primary : Role::line), radius,
                      paint::line_px(ui, look.session ? 2.0F : 1.0F));
    } else if (at.hovered) {
        paint::fill(ui, raised, at.held ? Role::press : Role::hover, radius);
    }
    if (at.focused) paint::focus_inside(ui, raised, radius);
    const bool cut = words_of_segment(ui, part.inset(3), look);
    if (cut && ui.record) ui.record->widgets.back().clipped = true;
    if (!look.key.empty())
        tooltip(ui, std::string(look.label) + "  " + std::string(look.key));
    else if (cut)
        tooltip(ui, look.label);
    return chosen;
}

bool segmented(Ui& ui, Rect rect, std::string_view name, std::span<const std::string_view> labels, int& chosen) {
    if (labels.empty()) return false;
    fill(ui, rect, Role::sunken, metrics::radius);
    outline(ui, rect, Role::line, metrics::radius);
    const int before = chosen;
    const float part_w = rect.w / static_cast<float>(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Rect part{rect.x + part_w * static_cast<float>(i), rect.y, part_w, rect.h};
        const SegmentLook look{.name = name,
                               .label = labels[i],
                               .on = chosen == static_cast<int>(i),
                               .session = rect.h >= metrics::button_large};
        if (segment(ui, part, look)) chosen = static_cast<int>(i);
    }
    return chosen != before;
}

bool tabs(Ui& ui, Rect rect, std::span<const Tab> all, int& chosen) {
    constexpr float pad = 16, between = 8, count_gap = 8;
    divider(ui, {rect.x, rect.bottom() - 1}, rect.w);
    bool changed = false;
    float x = rect.x;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool on = chosen == static_cast<int>(i);
        const Type type = on ? Type::button : Type::label;
        const std::string count = all[i].count < 0 ? "" : std::to_string(all[i].count);
        const float count_w = count.empty() ? 0 : std::max(24.0F, text_width(ui, count, Type::caption_medium) + 16);
        // As wide as when chosen, so that choosing moves nothing.
        const float label_w = text_width(ui, all[i].label, Type::button);
        const float width = 2 * pad + label_w + (count.empty() ? 0 : count_gap + count_w);
        const Rect part{x, rect.y, width, rect.h};
        Target target{.role = WidgetRole::tab, .label = all[i].label, .value = count};
        target.selected = on;
        const Touch at = touch(ui, part, target);
        if (at.pressed && !on) {
            chosen = static_cast<int>(i);
            changed = true;
        }
        x += width + between;
        if (!at.visible) continue;
        const float radius = ui.px(metrics::radius_small);
        const Rect shape{part.x, part.y + 4, part.w, part.h - 9};
        if (at.hovered && !on) paint::fill(ui, paint::pixels(ui, shape), at.held ? Role::press : Role::hover, radius);
        const Role role = on ? Role::primary : Role::ink_2;
        ImRect words = paint::pixels(ui, Rect{part.x + pad, part.y, label_w, part.h - 2});
        paint::words_in(ui, type, words, paint::colour(ui, role), all[i].label);
        if (!count.empty()) {
            const Rect disc{part.x + pad + label_w + count_gap, part.y + (part.h - 2 - 24) / 2, count_w, 24};
            fill(ui, disc, on ? Role::primary_tint : Role::sunken, 12);
            const float number_w = text_width(ui, count, Type::caption_medium);
            paint::words_in(ui, Type::caption_medium,
                            paint::pixels(ui, Rect{disc.centre().x - number_w / 2, disc.y, number_w, disc.h}),
                            paint::colour(ui, on ? Role::primary : Role::ink_2), count);
        }
        if (on) fill(ui, {part.x + 8, rect.bottom() - 3, part.w - 16, 3}, Role::primary, 2);
        if (at.focused) paint::focus_inside(ui, paint::pixels(ui, shape), radius);
    }
    return changed;
}

}  // namespace pegboard
