// SVG text into pixels. It refuses to keep anything; it may run on any thread.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/design/palette.h"

namespace pegboard {

/// RGBA with straight alpha; transparent where the text is no drawing.
std::vector<std::uint32_t> rasterise(const std::string& svg, int width, int height);

/// "#3B498E"
std::string hex_of(Rgb colour);

}  // namespace pegboard
