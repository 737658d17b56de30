#include "core/pictures/compose.h"

#include <algorithm>

#include "core/pictures/layers.h"

namespace pegboard {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// The part of the picture's grid that a frame of this shape shows; its lower edge is the picture's.
std::string view_box(double full, double least, double aspect) {
    constexpr double height = 60;
    const double width = std::max(least, height * aspect);
    const double high = width / aspect;
    return pictures::number((full - width) / 2) + ' ' + pictures::number(height - high) + ' ' +
           pictures::number(width) + ' ' + pictures::number(high);
}

}  // namespace

std::string picture_svg(const PictureKit& kit, const Scene& scene, double width, double height, Tones tones) {
    const double aspect = height > 0 ? width / height : 1;
    const bool wide = aspect >= 1.5;
    const std::string box = wide ? view_box(156, 150, aspect) : view_box(60, 60, aspect);
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + pictures::number(width) + "\" height=\"" +
                      pictures::number(height) + "\" viewBox=\"" + box + "\">";
    svg += wide ? pictures::wide_picture(kit, scene) : pictures::small_picture(kit, scene);
    svg += "</svg>";
    replace_all(svg, "@mid", tones.mid);
    replace_all(svg, "@deep", tones.deep);
    return svg;
}

}  // namespace pegboard
