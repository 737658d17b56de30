#include "core/reports/setting/shaped.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>

namespace pegboard::reports {
namespace {

constexpr double unlimited = -1;

/// One context for everything: 72 units an inch, no hinting, so that paper and screen break lines alike.
PangoContext* context() {
    static PangoContext* const made = [] {
        PangoFontMap* fonts = pango_cairo_font_map_new();
        pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts), 72);
        PangoContext* fresh = pango_font_map_create_context(fonts);
        g_object_unref(fonts);
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        pango_cairo_context_set_font_options(fresh, options);
        cairo_font_options_destroy(options);
        pango_context_set_round_glyph_positions(fresh, FALSE);
        pango_context_set_language(fresh, pango_language_from_string("en-US"));
        return fresh;
    }();
    return made;
}

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);
}

/// Words that are no UTF-8 would stop Pango: what cannot be read becomes a box.
std::string readable(const std::string& words) {
    if (g_utf8_validate(words.data(), static_cast<gssize>(words.size()), nullptr) != 0) return words;
    gchar* mended = g_utf8_make_valid(words.data(), static_cast<gssize>(words.size()));
    std::string made = mended;
    g_free(mended);
    return made;
}

PangoAlignment alignment_of(Align align) {
    if (align == Align::middle) return PANGO_ALIGN_CENTER;
    return align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

}  // namespace

std::recursive_mutex& fonts_lock() {
    static std::recursive_mutex lock;
    return lock;
}

Shaped::~Shaped() {
    const std::scoped_lock held(fonts_lock());
    if (layout != nullptr) g_object_unref(layout);
}

Face face_of(Style style) {
    static constexpr std::array<Face, 8> faces{{
        {21, 27, true},       // title
        {12, 17, true},       // heading
        {10, 14, true},       // subheading
        {9.5, 13.25, false},  // body
        {9.5, 13.25, true},   // strong
        {8.5, 11.25, false},  // small
        {8.5, 11.25, true},   // small_strong
        {15, 19, true},       // number
    }};
    return faces[static_cast<std::size_t>(style)];
}

std::shared_ptr<const Shaped> shape(const Text& text, double width, double scale) {
    const std::scoped_lock held(fonts_lock());
    const Face face = face_of(text.style);
    auto shaped = std::make_shared<Shaped>();
    shaped->layout = pango_layout_new(context());
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, "Inter");
    pango_font_description_set_weight(font, face.strong ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_size(font, static_cast<int>(face.size * scale * PANGO_SCALE));
    pango_layout_set_font_description(shaped->layout, font);
    pango_font_description_free(font);
    std::string all;
    PangoAttrList* list = pango_attr_list_new();
    for (const Run& run : text.runs) {
        const std::size_t from = all.size();
        all += readable(run.words);
        if (run.strong && !face.strong) add(list, pango_attr_weight_new(PANGO_WEIGHT_SEMIBOLD), from, all.size());
    }
    // A word that is broken inside is somebody's name as often as not: no hyphen is put into it.
    add(list, pango_attr_insert_hyphens_new(FALSE), 0, all.size());
    pango_layout_set_text(shaped->layout, all.data(), static_cast<int>(all.size()));
    pango_layout_set_attributes(shaped->layout, list);
    pango_attr_list_unref(list);
    pango_layout_set_wrap(shaped->layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(shaped->layout, alignment_of(text.align));
    if (width > 0) pango_layout_set_width(shaped->layout, static_cast<int>(width * PANGO_SCALE));
    return shaped;
}

int count_lines(const Shaped& shaped) {
    const std::scoped_lock held(fonts_lock());
    return pango_layout_get_line_count(shaped.layout);
}

LineBox line_box(const Shaped& shaped, int line, double line_height) {
    const std::scoped_lock held(fonts_lock());
    PangoLayoutLine* at = pango_layout_get_line_readonly(shaped.layout, line);
    PangoRectangle extents{};
    pango_layout_line_get_extents(at, nullptr, &extents);
    LineBox box;
    box.w = static_cast<double>(extents.width) / PANGO_SCALE;
    const double tall = static_cast<double>(extents.height) / PANGO_SCALE;
    const double ascent = -static_cast<double>(extents.y) / PANGO_SCALE;
    box.h = std::max(line_height, tall);
    box.base = (box.h - tall) / 2 + ascent;
    const double room = static_cast<double>(pango_layout_get_width(shaped.layout)) / PANGO_SCALE;
    const PangoAlignment align = pango_layout_get_alignment(shaped.layout);
    // Words that run from right to left begin at the right.
    const bool right =
        (align == PANGO_ALIGN_RIGHT) != (align != PANGO_ALIGN_CENTER && at->resolved_dir == PANGO_DIRECTION_RTL);
    if (room > 0 && align == PANGO_ALIGN_CENTER) box.x = std::max(0.0, (room - box.w) / 2);
    if (room > 0 && align != PANGO_ALIGN_CENTER && right) box.x = std::max(0.0, room - box.w);
    return box;
}

double width_of(const Text& text, double scale) {
    const std::scoped_lock held(fonts_lock());
    const auto shaped = shape(text, unlimited, scale);
    PangoRectangle extents{};
    pango_layout_get_extents(shaped->layout, nullptr, &extents);
    return static_cast<double>(extents.width) / PANGO_SCALE;
}

std::string words_of(const PlacedLine& line) {
    const std::scoped_lock held(fonts_lock());
    const PangoLayoutLine* at = pango_layout_get_line_readonly(line.shaped->layout, line.line);
    if (at == nullptr) return {};
    return {pango_layout_get_text(line.shaped->layout) + at->start_index, static_cast<std::size_t>(at->length)};
}

}  // namespace pegboard::reports
