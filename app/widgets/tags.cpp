// Discipline tags, focus chips, badges and pills: small words on a shape.
#include <cmath>

#include "app/widgets/interact.h"

namespace pegboard {

namespace {

constexpr float tag_pad = 6;
constexpr float chip_pad = 10;
constexpr float badge_left = 7, badge_right = 9, badge_gap = 4, badge_icon = 16;

struct BadgeRoles {
    Role words;
    Role fill;
};

BadgeRoles roles_of(BadgeKind kind) {
    switch (kind) {
        case BadgeKind::good:
            return {Role::good, Role::good_tint};
        case BadgeKind::warn:
            return {Role::warn, Role::warn_tint};
        case BadgeKind::danger:
            return {Role::danger, Role::danger_tint};
        case BadgeKind::info:
            return {Role::info, Role::info_tint};
        case BadgeKind::plain:
            break;
    }
    return {Role::ink_2, Role::sunken};
}

float half_tag_width(const Ui& ui, std::string_view letters) {
    return text_width(ui, letters, Type::caption_strong) + 2 * tag_pad;
}

void half_tag(Ui& ui, Rect rect, std::string_view letters, Role fill_role, Role words, ImDrawFlags corners) {
    const ImRect box = paint::pixels(ui, rect);
    paint::fill(ui, box, fill_role, ui.px(metrics::radius_tag), corners);
    paint::words_in(ui, Type::caption_strong, {{box.Min.x + std::round(ui.px(tag_pad)), box.Min.y}, box.Max},
                    paint::colour(ui, words), letters);
}

}  // namespace

float tag_width(const Ui& ui, Lead lead) {
    if (lead == Lead::both) return half_tag_width(ui, "OT") + half_tag_width(ui, "PT");
    return half_tag_width(ui, lead == Lead::ot ? "OT" : "PT");
}

float tag(Ui& ui, Vec pos, Lead lead) {
    const float width = tag_width(ui, lead);
    const Rect whole{pos.x, pos.y, width, metrics::tag};
    if (lead == Lead::both) {
        Rect rest = whole;
        const float left = half_tag_width(ui, "OT");
        half_tag(ui, {rest.x, rest.y, left, rest.h}, "OT", Role::ot, Role::on_ot, ImDrawFlags_RoundCornersLeft);
        half_tag(ui, {rest.x + left, rest.y, rest.w - left, rest.h}, "PT", Role::pt, Role::on_pt,
                 ImDrawFlags_RoundCornersRight);
    } else if (lead == Lead::ot) {
        half_tag(ui, whole, "OT", Role::ot, Role::on_ot, 0);
    } else {
        half_tag(ui, whole, "PT", Role::pt, Role::on_pt, 0);
    }
    record_words(ui, WidgetRole::text,
                 lead == Lead::both ? "OT and PT"
                 : lead == Lead::ot ? "OT"
                                    : "PT",
                 paint::pixels(ui, whole));
    return width;
}

float focus_chip_width(const Ui& ui, std::string_view label) {
    return text_width(ui, label, Type::caption_medium) + 2 * chip_pad;
}

float focus_chip(Ui& ui, Vec pos, std::string_view label, Hue hue) {
    const float width = focus_chip_width(ui, label);
    const ImRect box = paint::pixels(ui, Rect{pos.x, pos.y, width, metrics::chip_small});
    paint::list().AddRectFilled(box.Min, box.Max, ui.design->tint(hue), box.GetHeight() / 2);
    paint::words_in(ui, Type::caption_medium, {{box.Min.x + std::round(ui.px(chip_pad)), box.Min.y}, box.Max},
                    ui.design->deep(hue), label);
    record_words(ui, WidgetRole::text, label, box);
    return width;
}

float badge_width(const Ui& ui, const char* glyph, std::string_view words) {
    return badge_left + (glyph ? badge_icon + badge_gap : 2) + text_width(ui, words, Type::caption_strong) +
           badge_right;
}

float badge(Ui& ui, Vec pos, BadgeKind kind, const char* glyph, std::string_view words) {
    const float width = badge_width(ui, glyph, words);
    const BadgeRoles roles = roles_of(kind);
    const Rect rect{pos.x, pos.y, width, metrics::badge};
    fill(ui, rect, roles.fill, metrics::badge / 2);
    float x = pos.x + badge_left + (glyph ? 0.0F : 2.0F);
    if (glyph) {
        icon_at(ui, {x, pos.y + (metrics::badge - badge_icon) / 2}, glyph, badge_icon, roles.words);
        x += badge_icon + badge_gap;
    }
    ImRect box = paint::pixels(ui, rect);
    record_words(ui, WidgetRole::text, words, box);
    box.Min.x = std::round(ui.px(x));
    paint::words_in(ui, Type::caption_strong, box, paint::colour(ui, roles.words), words);
    return width;
}

float pill(Ui& ui, Vec pos, std::string_view words) {
    const float width = text_width(ui, words, Type::caption_medium) + 2 * chip_pad;
    const Rect rect{pos.x, pos.y, width, metrics::chip_small};
    fill(ui, rect, Role::sunken, metrics::chip_small / 2);
    ImRect box = paint::pixels(ui, rect);
    record_words(ui, WidgetRole::text, words, box);
    box.Min.x += std::round(ui.px(chip_pad));
    paint::words_in(ui, Type::caption_medium, box, paint::colour(ui, Role::ink_2), words);
    return width;
}

}  // namespace pegboard
