// librsvg and Cairo draw.
#include "app/design/raster.h"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <array>
#include <cstdio>

#include "imgui.h"

namespace pegboard {
namespace {

std::uint32_t straight(std::uint32_t premultiplied) {
    const std::uint32_t a = premultiplied >> 24U;
    if (a == 0) return 0;
    const auto part = [&](unsigned shift) { return ((premultiplied >> shift) & 0xFFU) * 255U / a; };
    return IM_COL32(part(16), part(8), part(0), a);
}

}  // namespace

std::vector<std::uint32_t> rasterise(const std::string& svg, int width, int height) {
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    RsvgHandle* handle = rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr);
    if (handle == nullptr) return pixels;
    cairo_surface_t* surface = cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels.data()),
                                                                   CAIRO_FORMAT_ARGB32, width, height, width * 4);
    cairo_t* cairo = cairo_create(surface);
    const RsvgRectangle viewport{0, 0, static_cast<double>(width), static_cast<double>(height)};
    rsvg_handle_render_document(handle, cairo, &viewport, nullptr);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    g_object_unref(handle);
    for (std::uint32_t& pixel : pixels) pixel = straight(pixel);
    return pixels;
}

std::string hex_of(Rgb colour) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%06X", colour & 0xFFFFFFU);
    return text.data();
}

}  // namespace pegboard
