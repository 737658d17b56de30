// Buttons, icon buttons, links, filter chips and things that can be pressed.
#include <algorithm>
#include <cmath>

#include "app/widgets/interact.h"

namespace pegboard {

namespace {

struct ButtonSizes {
    float pad, icon, gap, radius;
};

ButtonSizes sizes_of(const ButtonLook& look) {
    if (look.height < metrics::button) return {look.icon ? 12.0F : 14.0F, 16, 6, metrics::radius_small};
    if (look.height > metrics::button) return {20, 24, 8, metrics::radius_large};
    return {16, 20, 8, metrics::radius};
}

struct ButtonPaint {
    std::optional<Role> fill;
    Role words;
    std::optional<Role> line;
};

Role step(const Touch& touch, Role normal, Role hover, Role press) {
    return touch.held ? press : touch.hovered ? hover : normal;
}

/// Fill of kinds that have none until the pointer comes.
std::optional<Role> step_from_none(const Touch& touch, Role hover, Role press) {
    if (touch.held) return press;
    if (touch.hovered) return hover;
    return std::nullopt;
}

ButtonPaint paint_of(const ButtonLook& look, const Touch& touch) {
    const bool bare = look.kind == ButtonKind::ghost || look.kind == ButtonKind::quiet;
    if (!look.enabled) {
        if (bare) return {{}, Role::disabled, {}};
        return {Role::sunken, Role::disabled, Role::line};
    }
    switch (look.kind) {
        case ButtonKind::primary:
            return {step(touch, Role::primary, Role::primary_hover, Role::primary_press), Role::on_primary, {}};
        case ButtonKind::tonal:
            return {step(touch, Role::primary_tint, Role::tonal_hover, Role::tonal_press), Role::primary, {}};
        case ButtonKind::danger:
            return {step(touch, Role::danger_tint, Role::danger_hover, Role::danger_press), Role::danger, {}};
        case ButtonKind::ghost:
            return {step_from_none(touch, Role::primary_tint, Role::tonal_press), Role::primary, {}};
        case ButtonKind::quiet:
            return {step_from_none(touch, Role::hover, Role::press), Role::ink_2, {}};
        case ButtonKind::secondary:
            break;
    }
    return {step(touch, Role::surface, Role::hover, Role::press), Role::ink, Role::line_strong};
}

void draw_button(Ui& ui, const Touch& touch, std::string_view label, const ButtonLook& look) {
    const ButtonSizes sizes = sizes_of(look);
    const ButtonPaint roles = paint_of(look, touch);
    const float radius = ui.px(sizes.radius);
    if (roles.fill) paint::fill(ui, touch.box, *roles.fill, radius);
    if (roles.line) paint::border(ui, touch.box, paint::colour(ui, *roles.line), radius, paint::line_px(ui));
    if (touch.focused) paint::focus_ring(ui, touch.box, radius);
    // A box that stands on whole pixels may have lost one, which its padding can spare.
    const float room =
        touch.box.GetWidth() + 1 - 2 * ui.px(sizes.pad) - (look.icon ? ui.px(sizes.icon + sizes.gap) : 0);
    bool cut = false;
    const std::string words = paint::elide(ui, Type::button, label, std::max(room, 1.0F), &cut);
    const float words_w = paint::width_px(ui, Type::button, words);
    const float icon_w = look.icon ? std::round(ui.px(sizes.icon)) : 0;
    const float gap = look.icon ? std::round(ui.px(sizes.gap)) : 0;
    float x = std::round(touch.box.GetCenter().x - (words_w + icon_w + gap) / 2);
    const ImU32 colour = paint::colour(ui, roles.words);
    const float icon_y = std::round(touch.box.GetCenter().y - icon_w / 2);
    if (look.icon && !look.icon_after) {
        paint::icon(ui, {x, icon_y}, look.icon, sizes.icon, colour);
        x += icon_w + gap;
    }
    paint::words_in(ui, Type::button, {{x, touch.box.Min.y}, touch.box.Max}, colour, words);
    if (look.icon && look.icon_after)
        paint::icon(ui, {x + std::ceil(words_w) + gap, icon_y}, look.icon, sizes.icon, colour);
    if (cut && ui.record) ui.record->widgets.back().clipped = true;
    if (cut && look.tooltip.empty()) tooltip(ui, label);
}

}  // namespace

float button_width(const Ui& ui, std::string_view label, const ButtonLook& look) {
    const ButtonSizes sizes = sizes_of(look);
    return text_width(ui, label, Type::button) + 2 * sizes.pad + (look.icon ? sizes.icon + sizes.gap : 0);
}

bool button(Ui& ui, Rect rect, std::string_view label, const ButtonLook& look) {
    if (rect.h <= 0) rect.h = look.height;
    rect.w = std::max(rect.w, button_width(ui, label, look));
    Target target{.role = WidgetRole::button, .label = look.name.empty() ? label : look.name};
    target.enabled = look.enabled;
    const Touch at = touch(ui, rect, target);
    if (at.visible) draw_button(ui, at, label, look);
    tooltip(ui, look.tooltip);
    return at.pressed;
}

bool button(Ui& ui, Vec pos, std::string_view label, const ButtonLook& look) {
    return button(ui, Rect{pos.x, pos.y, 0, look.height}, label, look);
}

bool icon_button(Ui& ui, Vec pos, const char* glyph, std::string_view name, const IconButtonLook& look) {
    Target target{.role = WidgetRole::button, .label = name};
    target.enabled = look.enabled;
    target.selected = look.on;
    target.no_nav = look.no_nav;
    const Touch at = touch(ui, {pos.x, pos.y, look.size, look.size}, target);
    if (at.visible) {
        const float radius =
            ui.px(look.bordered && look.size >= metrics::button ? metrics::radius : metrics::radius_small);
        std::optional<Role> inside =
            step_from_none(at, look.on ? Role::tonal_hover : Role::hover, look.on ? Role::tonal_press : Role::press);
        if (!inside && look.on) inside = Role::primary_tint;
        if (!inside && look.bordered) inside = look.enabled ? Role::surface : Role::sunken;
        if (inside) paint::fill(ui, at.box, *inside, radius);
        if (look.bordered) {
            const Role line = !look.enabled ? Role::line : look.on ? Role::primary : Role::line_strong;
            paint::border(ui, at.box, paint::colour(ui, line), radius, paint::line_px(ui));
        }
        if (at.focused) paint::focus_ring(ui, at.box, radius);
        const Role role = !look.enabled ? Role::disabled : look.on ? Role::primary : look.role.value_or(Role::ink_2);
        paint::icon_in(ui, at.box, glyph, look.size > metrics::button ? 24.0F : 20.0F, paint::colour(ui, role));
    }
    std::string tip(name);
    if (!look.shortcut.empty()) tip.append("  ").append(look.shortcut);
    tooltip(ui, tip);
    return at.pressed;
}

float link_width(const Ui& ui, std::string_view label) { return text_width(ui, label, Type::button); }

bool link(Ui& ui, Vec pos, std::string_view label, std::string_view name) {
    Target target{.role = WidgetRole::link, .label = name.empty() ? label : name};
    target.hit = metrics::chip_small;
    const float width = link_width(ui, label);
    const Touch at = touch(ui, {pos.x, pos.y, width, line_height(Type::button)}, target);
    if (!at.visible) return at.pressed;
    const ImU32 colour = paint::colour(ui, step(at, Role::primary, Role::primary_hover, Role::primary_press));
    paint::words_in(ui, Type::button, at.box, colour, label);
    if (at.hovered) {
        const float y = at.box.Max.y - paint::line_px(ui);
        paint::list().AddRectFilled({at.box.Min.x, y}, at.box.Max, colour);
    }
    if (at.focused) paint::focus_ring(ui, at.box, ui.px(metrics::radius_tag));
    return at.pressed;
}

namespace {

constexpr float chip_pad = 12, chip_icon = 16, chip_gap = 6, chip_count_pad = 7;

/// Icon before the words: its own, or the tick of a chosen chip.
const char* lead_icon(const ChipLook& look) {
    if (look.selected && !look.removable) return icon::check;
    return look.icon;
}
const char* tail_icon(const ChipLook& look) {
    if (look.selected && look.removable) return icon::close;
    return look.menu ? icon::chevron_down : nullptr;
}

float count_width(const Ui& ui, int count) {
    return count < 0
               ? 0
               : std::max(20.0F, text_width(ui, std::to_string(count), Type::caption_medium) + 2 * chip_count_pad);
}

}  // namespace

float chip_width(const Ui& ui, std::string_view label, const ChipLook& look) {
    float width = 2 * chip_pad + text_width(ui, label, Type::label);
    if (lead_icon(look)) width += chip_icon + chip_gap;
    if (look.count >= 0) width += chip_gap + count_width(ui, look.count) - 4;
    if (tail_icon(look)) width += chip_icon + 2;
    return width;
}

bool chip(Ui& ui, Vec pos, std::string_view label, const ChipLook& look) {
    Target target{.role = WidgetRole::chip, .label = label};
    if (look.count >= 0) target.value = std::to_string(look.count);
    target.enabled = look.enabled;
    target.selected = look.selected;
    const Touch at = touch(ui, {pos.x, pos.y, chip_width(ui, label, look), metrics::chip}, target);
    if (!at.visible) return at.pressed;
    const float radius = at.box.GetHeight() / 2;
    const Role inside = !look.enabled   ? Role::sunken
                        : look.selected ? step(at, Role::primary_tint, Role::tonal_hover, Role::tonal_press)
                                        : step(at, Role::surface, Role::hover, Role::press);
    const Role line = !look.enabled ? Role::line : look.selected ? Role::primary : Role::line_strong;
    const Role words = !look.enabled ? Role::disabled : look.selected ? Role::primary : Role::ink;
    paint::fill(ui, at.box, inside, radius);
    paint::border(ui, at.box, paint::colour(ui, line), radius, paint::line_px(ui));
    if (at.focused) paint::focus_ring(ui, at.box, radius);
    float x = pos.x + chip_pad;
    const float icon_y = pos.y + (metrics::chip - chip_icon) / 2;
    if (const char* glyph = lead_icon(look)) {
        icon_at(ui, {x, icon_y}, glyph, chip_icon, words);
        x += chip_icon + chip_gap;
    }
    const Type type = look.selected ? Type::button : Type::label;
    paint::words_in(ui, type, {{std::round(ui.px(x)), at.box.Min.y}, at.box.Max}, paint::colour(ui, words), label);
    x += text_width(ui, label, type);
    if (look.count >= 0) {
        const Rect count{x + chip_gap, pos.y + 6, count_width(ui, look.count), 20};
        fill(ui, count, look.selected ? Role::surface : Role::sunken, 10);
        const std::string number = std::to_string(look.count);
        const float number_w = text_width(ui, number, Type::caption_medium);
        ImRect box = paint::pixels(ui, Rect{count.centre().x - number_w / 2, count.y, number_w, count.h});
        paint::words_in(ui, Type::caption_medium, box, paint::colour(ui, Role::ink_2), number);
        x += chip_gap + count.w - 4;
    }
    if (const char* glyph = tail_icon(look)) icon_at(ui, {x + 4, icon_y}, glyph, chip_icon, words);
    return at.pressed;
}

Pressed pressable(Ui& ui, Rect rect, std::string_view label, WidgetRole role, bool selected, float radius, bool stop) {
    Target target{.role = role, .label = label};
    target.no_nav = !stop;
    target.selected = selected;
    target.under = true;
    const Touch at = touch(ui, rect, target);
    Pressed pressed{at.pressed, at.hovered, at.held, at.focused, at.right_clicked};
    if (!at.visible) return pressed;
    const bool flat = role == WidgetRole::row || role == WidgetRole::menu_item;
    if (flat) {
        if (selected)
            paint::fill(ui, at.box, Role::primary_tint, ui.px(radius));
        else if (at.held || at.hovered)
            paint::fill(ui, at.box, at.held ? Role::press : Role::hover, ui.px(radius));
    }
    if (at.focused && flat)
        paint::focus_inside(ui, at.box, ui.px(radius));
    else if (at.focused)
        paint::focus_ring(ui, at.box, ui.px(radius));
    return pressed;
}

}  // namespace pegboard
