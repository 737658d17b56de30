// Soft shadows under rounded rectangles: one blurred nine-slice picture per level and corner radius.
#pragma once
#include <map>
#include <memory>
#include <utility>

#include "app/design/atlas_image.h"
#include "app/design/palette.h"

namespace pegboard {

class Shadows {
 public:
    /// `level` 1 to 3.
    void draw(ImDrawList& list, int level, ImVec2 min, ImVec2 max, float radius_px, const Palette& palette,
              float scale);
    void forget() { made_.clear(); }

 private:
    struct Slice {
        std::unique_ptr<AtlasImage> image;
        int side = 0;    ///< pixels of the whole picture
        int corner = 0;  ///< pixels of one corner of it
        int reach = 0;   ///< pixels the blur goes beyond the rectangle
    };
    const Slice& slice(int level, int radius, float scale);
    std::map<std::pair<int, int>, Slice> made_;
};

}  // namespace pegboard
