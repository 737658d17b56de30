// Colours and rasterises illustrations by librsvg and Cairo. It refuses to scale a raster: each size
// is drawn anew.
#include "app/design/pictures.h"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <vector>

namespace pegboard {
namespace {

std::string hex(Rgb colour) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%06X", colour & 0xFFFFFFU);
    return text.data();
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// The drawing's own light pair becomes the wanted pair.
std::string coloured(std::string svg, const HueColours& wanted) {
    for (const HueColours& own : light_palette.hues) {
        if (svg.find(hex(own.deep)) == std::string::npos) continue;
        replace_all(svg, hex(own.deep), "@deep");
        replace_all(svg, hex(own.mid), "@mid");
        break;
    }
    replace_all(svg, "@deep", hex(wanted.deep));
    replace_all(svg, "@mid", hex(wanted.mid));
    return svg;
}

std::uint32_t straight(std::uint32_t premultiplied) {
    const std::uint32_t a = premultiplied >> 24U;
    if (a == 0) return 0;
    const auto part = [&](unsigned shift) { return ((premultiplied >> shift) & 0xFFU) * 255U / a; };
    return IM_COL32(part(16), part(8), part(0), a);
}

std::vector<std::uint32_t> rasterise(const std::string& svg, int size) {
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(size) * static_cast<std::size_t>(size));
    RsvgHandle* handle = rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr);
    if (handle == nullptr) return pixels;
    cairo_surface_t* surface = cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels.data()),
                                                                   CAIRO_FORMAT_ARGB32, size, size, size * 4);
    cairo_t* cairo = cairo_create(surface);
    const RsvgRectangle viewport{0, 0, static_cast<double>(size), static_cast<double>(size)};
    rsvg_handle_render_document(handle, cairo, &viewport, nullptr);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    g_object_unref(handle);
    for (std::uint32_t& pixel : pixels) pixel = straight(pixel);
    return pixels;
}

}  // namespace

std::string Pictures::svg(std::string_view name) {
    const auto known = files_.find(name);
    if (known != files_.end()) return known->second;
    std::ifstream file(folder_ / (std::string(name) + ".svg"));
    std::ostringstream text;
    text << file.rdbuf();
    return files_.emplace(name, text.str()).first->second;
}

const AtlasImage& Pictures::image(std::string_view name, Hue hue, const Palette& palette, int size_px) {
    auto& slot = made_[{std::string(name), hue, size_px}];
    if (!slot)
        slot = std::make_unique<AtlasImage>(size_px, size_px, rasterise(coloured(svg(name), palette[hue]), size_px));
    return *slot;
}

void Pictures::draw(ImDrawList& list, std::string_view name, Hue hue, const Palette& palette, ImVec2 min,
                    float size_px) {
    const int size = static_cast<int>(std::lround(size_px));
    if (size < 4 || size > 1024) return;
    const AtlasImage& picture = image(name, hue, palette, size);
    ImFontAtlasRect rect;
    if (!picture.find(rect)) return;
    const ImVec2 from{std::round(min.x), std::round(min.y)};
    const ImVec2 to{from.x + static_cast<float>(size), from.y + static_cast<float>(size)};
    list.AddImage(ImGui::GetIO().Fonts->TexRef, from, to, rect.uv0, rect.uv1);
}

}  // namespace pegboard
