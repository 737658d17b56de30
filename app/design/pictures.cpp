// Colours illustrations and has them rasterised. It refuses to scale a raster: each size
// is drawn anew.
#include "app/design/pictures.h"

#include <cmath>
#include <fstream>
#include <sstream>

#include "app/design/raster.h"

namespace pegboard {
namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// The drawing's own light pair becomes the wanted pair.
std::string coloured(std::string svg, const HueColours& wanted) {
    for (const HueColours& own : light_palette.hues) {
        if (svg.find(hex_of(own.deep)) == std::string::npos) continue;
        replace_all(svg, hex_of(own.deep), "@deep");
        replace_all(svg, hex_of(own.mid), "@mid");
        break;
    }
    replace_all(svg, "@deep", hex_of(wanted.deep));
    replace_all(svg, "@mid", hex_of(wanted.mid));
    return svg;
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
        slot = std::make_unique<AtlasImage>(size_px, size_px,
                                            rasterise(coloured(svg(name), palette[hue]), size_px, size_px));
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
