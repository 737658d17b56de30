// Words and icons on screen.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "app/widgets/interact.h"

namespace pegboard {

namespace {

ImU32 colour_of(const Ui& ui, const TextLook& look) {
    return look.hue ? ui.design->deep(*look.hue) : paint::colour(ui, look.role);
}

void strike(Ui& ui, ImVec2 from, float width, const TextLook& look) {
    const float y = std::round(from.y + ui.px(style_of(look.type).line) / 2) + 0.5F;
    paint::list().AddLine({from.x, y}, {from.x + width, y}, colour_of(ui, look), paint::line_px(ui));
}

/// Draws one line with its left edge at `at` and writes it down.
void draw_line(Ui& ui, ImVec2 at, std::string_view words, float width, std::string_view whole, bool cut,
               const TextLook& look) {
    paint::words(ui, look.type, at, colour_of(ui, look), words);
    if (look.struck) strike(ui, at, width, look);
    const ImRect box(at, at + ImVec2(width, ui.px(style_of(look.type).line)));
    record_words(ui, look.heading ? WidgetRole::heading : WidgetRole::text, whole, box, cut);
    if (cut) tell_whole(ui, box, whole);
}

}  // namespace

float line_height(Type type) { return style_of(type).line; }

float text_width(const Ui& ui, std::string_view words, Type type) {
    return std::ceil(paint::width_px(ui, type, words)) / ui.design->scale();
}

float text(Ui& ui, Vec pos, std::string_view words, const TextLook& look) {
    if (words.empty()) return 0;
    bool cut = false;
    std::string shorter;
    std::string_view shown = words;
    if (look.max_w > 0) {
        shorter = paint::elide(ui, look.type, words, ui.px(look.max_w), &cut);
        shown = shorter;
    }
    const float width = std::ceil(paint::width_px(ui, look.type, shown));
    ImVec2 at = paint::pixels(ui, pos);
    if (look.align == Align::centre) at.x = std::round(at.x - width / 2);
    if (look.align == Align::right) at.x -= width;
    draw_line(ui, at, shown, width, words, cut, look);
    return width / ui.design->scale();
}

float text_in(Ui& ui, Rect rect, std::string_view words, TextLook look) {
    look.max_w = rect.w;
    const float y = rect.y + (rect.h - line_height(look.type)) / 2;
    if (look.align == Align::centre) return text(ui, {rect.centre().x, y}, words, look);
    if (look.align == Align::right) return text(ui, {rect.right(), y}, words, look);
    return text(ui, {rect.x, y}, words, look);
}

namespace {

/// Ends of the lines of wrapped text, as offsets; the next line begins after the spaces that follow.
struct Line {
    std::size_t begin, end;
};

/// A line never begins with the mark that closes the words before it: then it breaks before those words.
const char* before_lone_mark(const char* from, const char* eol, const char* end) {
    if (eol >= end || std::string_view(",.;:!?)").find(*eol) == std::string_view::npos) return eol;
    const char* space = eol;
    while (space > from && *space != ' ') --space;
    return space > from ? space : eol;
}

std::vector<Line> break_lines(const Ui& ui, std::string_view words, float width_px, Type type) {
    std::vector<Line> lines;
    ImFont* font = paint::font(ui, type);
    const float size = paint::font_px(ui, type);
    const char* const start = words.data();
    const char* const end = start + words.size();
    const char* at = start;
    while (at < end) {
        const char* stop = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        const char* paragraph = stop ? stop : end;
        if (paragraph == at)
            lines.push_back({static_cast<std::size_t>(at - start), static_cast<std::size_t>(at - start)});
        while (at < paragraph) {
            const char* eol = font->CalcWordWrapPosition(size, at, paragraph, width_px);
            eol = before_lone_mark(at, eol, paragraph);
            if (eol == at) ++eol;
            lines.push_back({static_cast<std::size_t>(at - start), static_cast<std::size_t>(eol - start)});
            at = eol;
            while (at < paragraph && *at == ' ') ++at;
        }
        at = stop ? stop + 1 : end;
    }
    return lines;
}

}  // namespace

float wrapped_height(const Ui& ui, std::string_view words, float width, Type type) {
    return static_cast<float>(break_lines(ui, words, ui.px(width), type).size()) * line_height(type);
}

float text_wrapped(Ui& ui, Rect rect, std::string_view words, const TextLook& look, int max_lines) {
    const std::vector<Line> lines = break_lines(ui, words, ui.px(rect.w), look.type);
    std::size_t shown = lines.size();
    if (max_lines > 0) shown = std::min(shown, static_cast<std::size_t>(max_lines));
    const bool cut = shown < lines.size();
    float y = rect.y;
    for (std::size_t i = 0; i < shown; ++i) {
        std::string last;
        std::string_view line = words.substr(lines[i].begin, lines[i].end - lines[i].begin);
        if (cut && i + 1 == shown) {
            last = paint::elide(ui, look.type, words.substr(lines[i].begin), ui.px(rect.w));
            line = last;
        }
        ImVec2 at = paint::pixels(ui, Vec{rect.x, y});
        const float width = paint::width_px(ui, look.type, line);
        if (look.align == Align::centre) at.x = std::round(at.x + (ui.px(rect.w) - width) / 2);
        if (look.align == Align::right) at.x = std::round(at.x + ui.px(rect.w) - width);
        paint::words(ui, look.type, at, colour_of(ui, look), line);
        if (look.struck) strike(ui, at, width, look);
        y += line_height(look.type);
    }
    const float height = y - rect.y;
    const ImRect box = paint::pixels(ui, Rect{rect.x, rect.y, rect.w, height});
    if (shown > 0) record_words(ui, look.heading ? WidgetRole::heading : WidgetRole::text, words, box, cut);
    if (cut) tell_whole(ui, box, words);
    return height;
}

float digits(Ui& ui, Vec pos, std::string_view number, const TextLook& look) {
    const float cell = std::ceil(paint::width_px(ui, look.type, "0"));
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    float width = 0;
    for (const char& c : number) width += is_digit(c) ? cell : paint::width_px(ui, look.type, {&c, 1});
    ImVec2 at = paint::pixels(ui, pos);
    if (look.align == Align::centre) at.x = std::round(at.x - width / 2);
    if (look.align == Align::right) at.x = std::round(at.x - width);
    const ImRect box(at, at + ImVec2(width, ui.px(line_height(look.type))));
    for (const char& c : number) {
        const float own = paint::width_px(ui, look.type, {&c, 1});
        const float step = is_digit(c) ? cell : own;
        paint::words(ui, look.type, {at.x + (step - own) / 2, at.y}, colour_of(ui, look), {&c, 1});
        at.x += step;
    }
    record_words(ui, WidgetRole::text, number, box);
    return width / ui.design->scale();
}

void icon_at(Ui& ui, Vec pos, const char* glyph, float size, Role role) {
    paint::icon(ui, paint::pixels(ui, pos), glyph, size, paint::colour(ui, role));
}

void icon_at(Ui& ui, Vec pos, const char* glyph, float size, Hue hue) {
    paint::icon(ui, paint::pixels(ui, pos), glyph, size, ui.design->deep(hue));
}

float icon_text(Ui& ui, Vec pos, const char* glyph, std::string_view words, Type type, Role role, float max_w) {
    constexpr float icon_size = 16;
    constexpr float gap = 6;
    const float line = line_height(type);
    icon_at(ui, {pos.x, pos.y + (line - icon_size) / 2}, glyph, icon_size, role);
    TextLook look{.type = type, .role = role};
    if (max_w > 0) look.max_w = std::max(1.0F, max_w - icon_size - gap);
    return icon_size + gap + text(ui, {pos.x + icon_size + gap, pos.y}, words, look);
}

}  // namespace pegboard
