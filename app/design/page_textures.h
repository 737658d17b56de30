// Pages of paper on screen, one texture each. Names stand on them: when they are let go, their pixels are overwritten
// here and in the video memory before the room is given back.
#pragma once
#include <cstddef>
#include <map>
#include <memory>
#include <vector>

#include "imgui.h"

namespace pegboard {

class PageTextures {
 public:
    PageTextures() = default;
    ~PageTextures();
    PageTextures(const PageTextures&) = delete;
    PageTextures& operator=(const PageTextures&) = delete;

    /// Puts the pixels (RGBA, rows from the top) in the place of what stood under this number before.
    void put(int number, int width, int height, const std::vector<unsigned char>& rgba);
    /// Draws a page over a pixel rect; false when there is none of this number.
    bool draw(ImDrawList& list, int number, ImVec2 min, ImVec2 max) const;
    /// Lets go of the pages from `first` on.
    void forget(int first = 0);
    /// Once a frame: gives back what was let go, as soon as it was overwritten.
    void tidy();
    /// Pages that are shown, or of which something may still be in the video memory.
    [[nodiscard]] std::size_t held() const { return shown_.size() + leaving_.size(); }

 private:
    using Texture = std::unique_ptr<ImTextureData>;
    void let_go(Texture page);

    std::map<int, Texture> shown_;
    std::vector<Texture> leaving_;
};

}  // namespace pegboard
