// A picture of ours in ImGui's font atlas: one texture for text, pictures and shadows, which works
// with every renderer and without one.
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "imgui.h"

namespace pegboard {

/// RGBA pixels with straight alpha, packed into the atlas once.
class AtlasImage {
 public:
    AtlasImage(int width, int height, const std::vector<std::uint32_t>& rgba);
    ~AtlasImage();
    AtlasImage(const AtlasImage&) = delete;
    AtlasImage& operator=(const AtlasImage&) = delete;
    /// Where it is now; growing the atlas moves it. False when the atlas had no room.
    bool find(ImFontAtlasRect& rect) const;

 private:
    ImFontAtlasRectId id_ = ImFontAtlasRectId_Invalid;
};

}  // namespace pegboard
