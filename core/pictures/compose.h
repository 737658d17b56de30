// A scene as an SVG drawing in two tones, on no background: a wide one for cards and a small one for rows. The same
// scene gives the same drawing everywhere, on screen and on paper.
#pragma once
#include <string>
#include <string_view>

#include "core/pictures/scene.h"

namespace pegboard {

/// The two tones, as SVG has them: "#8ED09C".
struct Tones {
    std::string_view mid, deep;
};

/// The picture for a frame of this many pixels: wide where it is half as wide again as it is high, else the small one.
/// A wide frame shows more floor at both sides, a narrow one more wall above.
std::string picture_svg(const PictureKit& kit, const Scene& scene, double width, double height, Tones tones);

}  // namespace pegboard
