// Drawing helpers of the widgets.
#include "app/widgets/paint.h"

#include <algorithm>
#include <cmath>

#include "app/design/metrics.h"
#include "app/widgets/pushing.h"

namespace pegboard::paint {

ImVec2 pixels(const Ui& ui, Vec pos) {
    const Vec at = pushed(ui, pos);
    return {std::round(ui.px(at.x)), std::round(ui.px(at.y))};
}

ImRect window_pixels(const Ui& ui, Rect rect) {
    return {{std::round(ui.px(rect.x)), std::round(ui.px(rect.y))},
            {std::round(ui.px(rect.right())), std::round(ui.px(rect.bottom()))}};
}

ImRect pixels(const Ui& ui, Rect rect) { return window_pixels(ui, pushed(ui, rect)); }

ImDrawList& list() { return *ImGui::GetWindowDrawList(); }

float line_px(const Ui& ui, float logical) { return std::max(1.0F, std::round(ui.px(logical))); }

ImFont* font(const Ui& ui, Type type) { return ui.design->font(style_of(type).weight); }

float font_px(const Ui& ui, Type type) { return std::round(ui.px(style_of(type).size)); }

float width_px(const Ui& ui, Type type, std::string_view words) {
    if (words.empty()) return 0;
    return font(ui, type)->CalcTextSizeA(font_px(ui, type), FLT_MAX, 0, words.data(), words.data() + words.size()).x;
}

void words(Ui& ui, Type type, ImVec2 pos, ImU32 colour, std::string_view text) {
    words(ui, list(), type, pos, colour, text);
}

void words(const Ui& ui, ImDrawList& list, Type type, ImVec2 pos, ImU32 colour, std::string_view words) {
    if (words.empty()) return;
    const float size = font_px(ui, type);
    pos.y += std::round((ui.px(style_of(type).line) - size) / 2);
    list.AddText(font(ui, type), size, pos, colour, words.data(), words.data() + words.size());
}

void words_in(Ui& ui, Type type, const ImRect& box, ImU32 colour, std::string_view text) {
    const float line = ui.px(style_of(type).line);
    words(ui, type, {box.Min.x, std::round(box.GetCenter().y - line / 2)}, colour, text);
}

std::string elide(const Ui& ui, Type type, std::string_view words, float max_px, bool* cut) {
    if (cut) *cut = false;
    if (width_px(ui, type, words) <= max_px + 0.5F) return std::string(words);
    if (cut) *cut = true;
    static constexpr std::string_view ellipsis = "\u2026";
    const float room = max_px - width_px(ui, type, ellipsis);
    const char* remaining = words.data();
    font(ui, type)->CalcTextSizeA(font_px(ui, type), std::max(room, 0.0F), 0, words.data(), words.data() + words.size(),
                                  &remaining);
    std::size_t keep = static_cast<std::size_t>(remaining - words.data());
    while (keep > 0 && words[keep - 1] == ' ') --keep;
    return std::string(words.substr(0, keep)).append(ellipsis);
}

void icon(Ui& ui, ImVec2 pos, const char* glyph, float size, ImU32 colour) {
    const float px = std::round(ui.px(size));
    list().AddText(ui.design->font(Weight::regular), px, pos, colour, glyph);
}

void icon_in(Ui& ui, const ImRect& box, const char* glyph, float size, ImU32 colour) {
    const float px = std::round(ui.px(size));
    const ImVec2 centre = box.GetCenter();
    icon(ui, {std::round(centre.x - px / 2), std::round(centre.y - px / 2)}, glyph, size, colour);
}

ImU32 colour(const Ui& ui, Role role, float alpha) { return ui.design->colour(role, alpha); }

void fill(Ui& ui, const ImRect& box, Role role, float radius_px, ImDrawFlags corners) {
    list().AddRectFilled(box.Min, box.Max, colour(ui, role), radius_px, corners);
}

void border(Ui& /*ui*/, const ImRect& box, ImU32 colour, float radius_px, float thickness_px) {
    // ImGui centres a stroke half a pixel inside the rect for thickness 1; keep thicker ones inside too.
    const float in = (thickness_px - 1) / 2;
    list().AddRect({box.Min.x + in, box.Min.y + in}, {box.Max.x - in, box.Max.y - in}, colour,
                   std::max(0.0F, radius_px - in), 0, thickness_px);
}

void focus_ring(Ui& ui, const ImRect& box, float radius_px) {
    const float thick = line_px(ui, metrics::focus_ring);
    const float out = thick + line_px(ui, metrics::focus_gap);
    ImRect ring = box;
    ring.Expand(out);
    border(ui, ring, colour(ui, Role::focus), radius_px + out, thick);
}

void focus_inside(Ui& ui, const ImRect& box, float radius_px) {
    border(ui, box, colour(ui, Role::focus), radius_px, line_px(ui, metrics::focus_ring));
}

void dashes(const Ui& ui, ImDrawList& list, std::span<const ImVec2> along, ImU32 colour, float thickness_px, float on,
            float off) {
    const float dash = ui.px(on);
    const float whole = ui.px(on + off);
    float walked = 0;  // within the current dash and gap
    for (std::size_t i = 0; i + 1 < along.size(); ++i) {
        const ImVec2 from = along[i];
        const ImVec2 way = along[i + 1] - from;
        const float length = std::sqrt(way.x * way.x + way.y * way.y);
        float at = 0;
        while (at < length) {
            const bool drawn = walked < dash;
            const float step = std::min(length - at, (drawn ? dash : whole) - walked);
            if (drawn)
                list.AddLine(from + way * (at / length), from + way * ((at + step) / length), colour, thickness_px);
            at += step;
            walked += step;
            if (walked >= whole - 0.001F) walked = 0;
        }
    }
}

void popover(Ui& ui, const ImRect& box, float radius, int shadow) {
    const float r = ui.px(radius);
    list().PushClipRectFullScreen();
    ui.design->shadow(list(), shadow, box.Min, box.Max, r);
    list().AddRectFilled(box.Min, box.Max, colour(ui, Role::surface), r);
    border(ui, box, colour(ui, Role::line), r, line_px(ui));
    list().PopClipRect();
}

}  // namespace pegboard::paint
