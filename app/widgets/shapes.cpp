// Cards, pictures, pegs, bars and rings: things that are only looked at.
#include <algorithm>
#include <cmath>

#include "app/design/page_textures.h"
#include "app/widgets/interact.h"
#include "app/widgets/tint.h"

namespace pegboard {

namespace {

constexpr std::size_t most_pegs = 12;

Role stripe_role(Lead lead) { return lead == Lead::pt ? Role::pt : Role::ot; }

/// The block in its stripe's colour; co-treatment is both halves.
void fill_stripe(Ui& ui, const ImRect& box, Lead lead, float radius) {
    ImDrawList& list = paint::list();
    if (lead != Lead::both) {
        list.AddRectFilled(box.Min, box.Max, paint::colour(ui, stripe_role(lead)), radius);
        return;
    }
    const float middle = std::round(box.GetCenter().y);
    list.PushClipRect(box.Min, {box.Max.x, middle}, true);
    list.AddRectFilled(box.Min, box.Max, paint::colour(ui, Role::ot), radius);
    list.PopClipRect();
    list.PushClipRect({box.Min.x, middle}, box.Max, true);
    list.AddRectFilled(box.Min, box.Max, paint::colour(ui, Role::pt), radius);
    list.PopClipRect();
}

}  // namespace

void card(Ui& ui, Rect rect, const CardLook& look) {
    WidgetMemory& m = memory(ui);
    if (!m.regions.empty() && std::abs(rect.right() - m.regions.back().rect.right()) < 1)
        m.card_columns.insert(m.regions.back().window->ID);
    const ImRect box = paint::pixels(ui, rect);
    const float radius = ui.px(look.radius);
    const int shadow = look.selected ? std::max(look.shadow, 2) : look.shadow;
    ImDrawList& list = paint::list();
    if (shadow > 0) ui.design->shadow(list, shadow, box.Min, box.Max, radius);
    const ImU32 inside = look.tint ? ui.design->tint(*look.tint) : paint::colour(ui, look.fill);
    const ImU32 edge = look.selected ? paint::colour(ui, Role::primary)
                       : look.tint   ? ui.design->mid(*look.tint)
                                     : paint::colour(ui, look.line);
    if (look.stripe) {
        fill_stripe(ui, box, *look.stripe, radius);
        const float stripe = paint::line_px(ui, metrics::edge_stripe);
        list.AddRectFilled({box.Min.x + stripe, box.Min.y}, box.Max, inside, radius, ImDrawFlags_RoundCornersRight);
    } else {
        list.AddRectFilled(box.Min, box.Max, inside, radius);
    }
    paint::border(ui, box, edge, radius, paint::line_px(ui, look.selected ? 2.0F : 1.0F));
}

void paper(Ui& ui, Rect rect, int number, std::string_view words, bool selected) {
    const ImRect box = paint::pixels(ui, rect);
    ImDrawList& list = paint::list();
    ui.design->shadow(list, 2, box.Min, box.Max, 0);
    paint::fill(ui, box, Role::sheet, 0);
    ui.design->pages().draw(list, number, box.Min, box.Max);
    paint::border(ui, box, paint::colour(ui, selected ? Role::primary : Role::line), 0,
                  paint::line_px(ui, selected ? 2.0F : 1.0F));
    record_words(ui, WidgetRole::image, words, box);
}

void divider(Ui& ui, Vec from, float width) {
    const ImVec2 at = paint::pixels(ui, from);
    paint::list().AddRectFilled(at, {std::round(ui.px(from.x + width)), at.y + paint::line_px(ui)},
                                paint::colour(ui, Role::line));
}

void dashed_rect(Ui& ui, Rect rect, Role role, float radius, float thickness) {
    const ImRect box = paint::pixels(ui, rect);
    ImDrawList& list = paint::list();
    const float thick = paint::line_px(ui, thickness);
    const ImVec2 in{thick / 2, thick / 2};
    list.PathRect(box.Min + in, box.Max - in, ui.px(radius));
    std::vector<ImVec2> outline(list._Path.begin(), list._Path.end());
    list.PathClear();
    if (outline.empty()) return;
    outline.push_back(outline.front());
    paint::dashes(ui, list, outline, paint::colour(ui, role), thick);
}

void fill(Ui& ui, Rect rect, Role role, float radius) { paint::fill(ui, paint::pixels(ui, rect), role, ui.px(radius)); }

void fill(Ui& ui, Rect rect, Hue hue, float radius) {
    const ImRect box = paint::pixels(ui, rect);
    paint::list().AddRectFilled(box.Min, box.Max, ui.design->tint(hue), ui.px(radius));
}

void outline(Ui& ui, Rect rect, Role role, float radius, float thickness) {
    paint::border(ui, paint::pixels(ui, rect), paint::colour(ui, role), ui.px(radius), paint::line_px(ui, thickness));
}

void illustration(Ui& ui, Rect rect, std::string_view name, Hue hue) {
    const float size = std::min(rect.w, rect.h);
    const ImVec2 at = paint::pixels(ui, Vec{rect.centre().x - size / 2, rect.centre().y - size / 2});
    ui.design->illustration(paint::list(), name, hue, at, std::round(ui.px(size)));
}

void tile(Ui& ui, Rect rect, std::string_view name, Hue hue, float radius) {
    const ImRect box = paint::pixels(ui, rect);
    paint::list().AddRectFilled(box.Min, box.Max, ui.design->tint(hue), ui.px(radius));
    illustration(ui, rect.inset(std::round(rect.w * 0.11F)), name, hue);
}

namespace {

void draw_picture(Ui& ui, Rect rect, std::string_view scene, const Activity& activity, float radius, bool top_only) {
    const Category* category = ui.library->category(activity.category);
    const Hue hue = category != nullptr ? Design::hue(category->hue) : Hue::indigo;
    const ImRect box = paint::pixels(ui, rect);
    const ImDrawFlags corners = top_only ? ImDrawFlags_RoundCornersTop : ImDrawFlags_RoundCornersAll;
    constexpr double look_again_s = 1.0 / 60;
    if (!ui.design->scene(paint::list(), ui.library->pictures(), scene, hue, box.Min, box.Max, ui.px(radius), corners))
        ui.wake_in(look_again_s);
}

}  // namespace

void picture_of(Ui& ui, Rect rect, const Activity& activity, float radius, bool top_only) {
    draw_picture(ui, rect, activity.picture, activity, radius, top_only);
}

void picture_of(Ui& ui, Rect rect, std::string_view scene, const Activity& activity) {
    draw_picture(ui, rect, scene, activity, metrics::radius_large, false);
}

void avatar(Ui& ui, Vec pos, float size, std::string_view initials, Hue hue) {
    const ImRect box = paint::pixels(ui, Rect{pos.x, pos.y, size, size});
    const float radius = box.GetWidth() / 2;
    ImDrawList& list = paint::list();
    list.AddCircleFilled(box.GetCenter(), radius, ui.design->tint(hue));
    list.AddCircle(box.GetCenter(), radius - 0.5F, ui.design->mid(hue), 0, paint::line_px(ui));
    const Type type = size >= 64   ? Type::title
                      : size >= 48 ? Type::section
                      : size >= 40 ? Type::button
                                   : Type::caption_strong;
    const float width = paint::width_px(ui, type, initials);
    const float line = ui.px(line_height(type));
    paint::words(ui, type, {std::round(box.GetCenter().x - width / 2), std::round(box.GetCenter().y - line / 2)},
                 ui.design->deep(hue), initials);
}

float pegs(Ui& ui, Vec pos, std::span<const Peg> row, float size, std::string_view words) {
    const std::size_t shown = std::min(row.size(), most_pegs);
    const std::size_t hidden = row.size() - shown;
    const float gap = size <= metrics::peg_s ? 4.0F : 5.0F;
    ImDrawList& list = paint::list();
    float x = pos.x;
    const auto peg = [&](Peg kind) {
        const ImRect box = paint::pixels(ui, Rect{x, pos.y, size, size});
        const ImVec2 centre = box.GetCenter();
        const float radius = box.GetWidth() / 2;
        const float thick = std::max(1.0F, ui.px(1.5F));
        if (kind == Peg::filled) list.AddCircleFilled(centre, radius, paint::colour(ui, Role::primary));
        if (kind == Peg::half) {
            list.PathArcTo(centre, radius - thick / 2, IM_PI / 2, IM_PI * 1.5F);
            list.PathFillConvex(paint::colour(ui, Role::primary));
        }
        if (kind != Peg::filled)
            list.AddCircle(centre, radius - thick / 2,
                           paint::colour(ui, kind == Peg::half ? Role::primary : Role::line_strong), 0, thick);
        x += size + gap;
    };
    // Newest at the right: what does not fit is the oldest.
    for (std::size_t i = row.size() - shown; i < row.size(); ++i) peg(row[i]);
    float width = shown == 0 ? 0 : x - gap - pos.x;
    if (hidden > 0) {
        const std::string more = "+" + std::to_string(hidden);
        const ImVec2 at = paint::pixels(ui, Vec{x, pos.y + size / 2 - 8});
        paint::words(ui, Type::caption, at, paint::colour(ui, Role::ink_2), more);
        width = x - pos.x + text_width(ui, more, Type::caption);
    }
    record_words(ui, WidgetRole::image, words, paint::pixels(ui, Rect{pos.x, pos.y, width, size}));
    return width;
}

void bar(Ui& ui, Rect rect, float share, Role role, std::optional<float> tick) {
    const ImRect box = paint::pixels(ui, rect);
    const float radius = box.GetHeight() / 2;
    paint::fill(ui, box, Role::track, radius);
    const float part = std::clamp(share, 0.0F, 1.0F);
    if (part > 0) {
        const float width = std::max(box.GetHeight(), std::round(box.GetWidth() * part));
        paint::fill(ui, {box.Min, {box.Min.x + width, box.Max.y}}, role, radius);
    }
    if (!tick) return;
    const float x = std::round(box.Min.x + box.GetWidth() * std::clamp(*tick, 0.0F, 1.0F));
    const float out = std::round(ui.px(3));
    paint::list().AddRectFilled({x, box.Min.y - out}, {x + paint::line_px(ui, 2), box.Max.y + out},
                                paint::colour(ui, Role::ink));
}

void ring(Ui& ui, Vec centre, float diameter, float share, std::string_view number, Role role) {
    ImDrawList& list = paint::list();
    const ImVec2 middle = paint::pixels(ui, centre);
    const float thick = ui.px(diameter <= 44 ? 5 : 6);
    const float radius = ui.px(diameter) / 2 - thick / 2;
    list.AddCircle(middle, radius, paint::colour(ui, Role::track), 0, thick);
    const float part = std::clamp(share, 0.0F, 1.0F);
    const ImU32 colour = paint::colour(ui, role);
    if (part > 0) {
        const float start = -IM_PI / 2;
        const float end = start + 2 * IM_PI * part;
        list.PathArcTo(middle, radius, start, end, 48);
        list.PathStroke(colour, 0, thick);
        for (const float at : {start, end})
            list.AddCircleFilled({middle.x + radius * std::cos(at), middle.y + radius * std::sin(at)}, thick / 2,
                                 colour);
    }
    const Type type = diameter >= 64 ? Type::section : Type::caption_strong;
    const float width = paint::width_px(ui, type, number);
    const ImVec2 at{std::round(middle.x - width / 2), std::round(middle.y - ui.px(line_height(type)) / 2)};
    paint::words(ui, type, at, paint::colour(ui, Role::ink), number);
    const float half = ui.px(diameter) / 2;
    record_words(ui, WidgetRole::text, number, {middle - ImVec2(half, half), middle + ImVec2(half, half)});
}

}  // namespace pegboard
