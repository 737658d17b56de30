#include "app/widgets/tally.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "app/widgets/interact.h"
#include "app/widgets/segment.h"

namespace pegboard {
namespace {

struct TallyColours {
    Role tint, strong, on_strong;
};

TallyColours colours_of(BadgeKind kind) {
    switch (kind) {
        case BadgeKind::good:
            return {Role::good_tint, Role::good, Role::on_primary};
        case BadgeKind::info:
            return {Role::info_tint, Role::info, Role::on_primary};
        case BadgeKind::warn:
            return {Role::warn_tint, Role::warn, Role::on_primary};
        case BadgeKind::danger:
            return {Role::danger_tint, Role::danger, Role::on_primary};
        case BadgeKind::plain:
            break;
    }
    return {Role::sunken, Role::ink_2, Role::surface};
}

/// The number at the right end; returns the pixels it takes.
float draw_count(Ui& ui, const ImRect& box, const std::string& count, ImU32 colour) {
    if (count.empty()) return 0;
    const Type type = box.GetHeight() >= ui.px(64) ? Type::tally : Type::heading;
    const float width = paint::width_px(ui, type, count);
    const float pad = ui.px(box.GetWidth() > ui.px(150) ? 22.0F : 12.0F);
    paint::words_in(ui, type, {{box.Max.x - pad - width, box.Min.y}, box.Max}, colour, count);
    return width + pad;
}

constexpr std::size_t parts_without_keys = 5;  ///< so few are known by heart, and have the room for themselves

float widest_word(const Ui& ui, std::string_view words) {
    float widest = 0;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        widest = std::max(widest, text_width(ui, words.substr(at, end - at), Type::button));
        at = end + 1;
    }
    return widest;
}

}  // namespace

ChoiceRows choice_rows(const Ui& ui, float width, std::span<const std::string_view> labels) {
    std::optional<ChoiceRows> best;
    const int count = static_cast<int>(labels.size());
    const float taken = segment_edges + (labels.size() > parts_without_keys ? segment_key : 0.0F) + 1;
    float widest = 0;
    for (const std::string_view label : labels) widest = std::max(widest, widest_word(ui, label));
    for (int across = count; across >= 1; --across) {
        const float room = std::max(1.0F, width / static_cast<float>(across) - taken);
        if (room < widest && across > 1) continue;
        ChoiceRows tried{.across = across, .rows = (count + across - 1) / across};
        for (const std::string_view label : labels)
            if (text_width(ui, label, Type::button) > room)
                tried.row_h = std::max(tried.row_h, wrapped_height(ui, label, room, Type::button) + 20);
        // Of the same height the fewer in a row: they are wider, and the last row is fuller.
        if (!best || tried.height() <= best->height()) best = tried;
    }
    return best.value_or(ChoiceRows{});
}

bool large_choice(Ui& ui, Rect rect, std::string_view name, std::span<const std::string_view> labels,
                  std::span<const std::string_view> keys, const ChoiceRows& rows, int& chosen) {
    fill(ui, rect, Role::sunken, metrics::radius);
    outline(ui, rect, Role::line, metrics::radius);
    const int before = chosen;
    const float width = rect.w / static_cast<float>(rows.across);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const int column = static_cast<int>(i) % rows.across, row = static_cast<int>(i) / rows.across;
        const Rect part{rect.x + width * static_cast<float>(column), rect.y + rows.row_h * static_cast<float>(row),
                        width, rows.row_h};
        const SegmentLook look{.name = name,
                               .label = labels[i],
                               .on = chosen == static_cast<int>(i),
                               .session = true,
                               .key = i < keys.size() ? keys[i] : std::string_view{},
                               .shows_key = i < keys.size() && labels.size() > parts_without_keys};
        if (segment(ui, part, look)) chosen = static_cast<int>(i);
    }
    return chosen != before;
}

bool tally_button(Ui& ui, Rect rect, std::string_view label, const TallyLook& look) {
    Target target{.role = WidgetRole::button, .label = look.name.empty() ? label : look.name, .value = look.count};
    target.enabled = look.enabled;
    target.selected = look.selected;
    const Touch at = touch(ui, rect, target);
    if (at.visible) {
        const TallyColours colours = colours_of(look.kind);
        const bool solid = look.enabled && (at.held || look.pressed || look.selected);
        const float radius = ui.px(metrics::radius_large);
        const Role words_role = !look.enabled ? Role::disabled : solid ? colours.on_strong : colours.strong;
        paint::fill(ui, at.box, !look.enabled ? Role::sunken : solid ? colours.strong : colours.tint, radius);
        const Role line = !look.enabled                   ? Role::line
                          : look.kind == BadgeKind::plain ? Role::line_strong
                                                          : colours.strong;
        paint::border(ui, at.box, paint::colour(ui, line), radius, paint::line_px(ui, at.hovered ? 3.0F : 2.0F));
        if (at.focused) paint::focus_ring(ui, at.box, radius);
        const ImU32 colour = paint::colour(ui, words_role);
        const float count_w = draw_count(ui, at.box, look.count, colour);
        const bool roomy = at.box.GetWidth() > ui.px(150);
        float x = at.box.Min.x + ui.px(roomy ? 22.0F : 10.0F);
        if (look.icon != nullptr && (roomy || label.empty())) {
            const float size = at.box.GetHeight() >= ui.px(64) ? 32 : 24;
            paint::icon(ui, {x, std::round(at.box.GetCenter().y - ui.px(size) / 2)}, look.icon, size, colour);
            x += ui.px(size + (label.empty() ? 0.0F : 10.0F));
        }
        const Type type = at.box.GetHeight() >= ui.px(64) && roomy ? Type::section : Type::button;
        const float room = at.box.Max.x - count_w - ui.px(8) - x;
        bool cut = false;
        const std::string words = paint::elide(ui, type, label, std::max(room, 1.0F), &cut);
        if (look.count.empty() && look.icon == nullptr)
            x = std::max(x, std::round(at.box.GetCenter().x - paint::width_px(ui, type, words) / 2));
        paint::words_in(ui, type, {{x, at.box.Min.y}, at.box.Max}, colour, words);
        if (cut && look.key.empty()) tooltip(ui, label);
    }
    if (!look.key.empty()) tooltip(ui, std::string(label) + "  " + std::string(look.key));
    return at.pressed;
}

float large_chip_width(const Ui& ui, std::string_view label, bool on) {
    return text_width(ui, label, Type::label) + 2 * metrics::l + (on ? 22.0F : 0.0F);
}

bool large_chip(Ui& ui, Vec pos, std::string_view label, bool on, std::string_view name) {
    Target target{.role = WidgetRole::checkbox, .label = name.empty() ? label : name, .value = on ? "on" : "off"};
    target.selected = on;
    const Touch at = touch(ui, {pos.x, pos.y, large_chip_width(ui, label, on), large_chip_h}, target);
    if (!at.visible) return at.pressed;
    const float radius = at.box.GetHeight() / 2;
    const Role inside = on ? (at.held      ? Role::tonal_press
                              : at.hovered ? Role::tonal_hover
                                           : Role::primary_tint)
                           : (at.held      ? Role::press
                              : at.hovered ? Role::hover
                                           : Role::surface);
    paint::fill(ui, at.box, inside, radius);
    paint::border(ui, at.box, paint::colour(ui, on ? Role::primary : Role::line_strong), radius, paint::line_px(ui));
    if (at.focused) paint::focus_ring(ui, at.box, radius);
    const ImU32 colour = paint::colour(ui, on ? Role::primary : Role::ink);
    float x = at.box.Min.x + ui.px(metrics::l);
    if (on) {
        paint::icon(ui, {x - ui.px(2), std::round(at.box.GetCenter().y - ui.px(8))}, icon::check, 16, colour);
        x += ui.px(22);
    }
    paint::words_in(ui, Type::label, {{x, at.box.Min.y}, at.box.Max}, colour, label);
    return at.pressed;
}

void timer_ring(Ui& ui, Vec centre, float diameter, const TimerRing& ring) {
    ImDrawList& list = paint::list();
    const ImVec2 middle = paint::pixels(ui, centre);
    const float thick = ui.px(std::max(6.0F, diameter * 0.09F));
    const float radius = ui.px(diameter) / 2 - thick / 2;
    list.AddCircle(middle, radius, paint::colour(ui, Role::track), 96, thick);
    const float part = std::clamp(ring.share, 0.0F, 1.0F);
    if (part > 0.002F) {
        const ImU32 colour = ring.over ? paint::colour(ui, Role::warn_mark) : ui.design->mid(ring.hue);
        const float start = -std::numbers::pi_v<float> / 2;
        const float end = start + 2 * std::numbers::pi_v<float> * part;
        list.PathArcTo(middle, radius, start, end, 96);
        list.PathStroke(colour, 0, thick);
        for (const float at : {start, end})
            list.AddCircleFilled({middle.x + radius * std::cos(at), middle.y + radius * std::sin(at)}, thick / 2,
                                 colour);
    }
    const bool large = diameter >= 190 && ring.time.size() <= 4;
    const Type type = large ? Type::timer : diameter >= 130 ? Type::tally : Type::heading;
    const float line = line_height(type);
    const float top = centre.y - line / 2 - (ring.below.empty() ? 0.0F : 6.0F);
    digits(ui, {centre.x, top}, ring.time,
           {.type = type, .role = ring.over ? Role::warn : Role::ink, .align = Align::centre});
    if (!ring.below.empty())
        text(ui, {centre.x, top + line - 2}, ring.below,
             {.type = Type::caption, .role = Role::ink_2, .align = Align::centre});
}

void gentle_cue(Ui& ui, Rect rect, double since_s, double seconds) {
    const double age = ui.clock.time_s - since_s;
    if (age < 0 || age > seconds) return;
    const double strength = ui.reduce_motion ? 1.0 : std::sin(std::numbers::pi * age / seconds);
    const ImRect box = paint::pixels(ui, rect);
    paint::border(ui, box, paint::colour(ui, Role::info, static_cast<float>(strength)), ui.px(metrics::radius_card),
                  paint::line_px(ui, 4));
    ui.wake_in(ui.reduce_motion ? seconds - age + 0.01 : 0.033);
}

}  // namespace pegboard
