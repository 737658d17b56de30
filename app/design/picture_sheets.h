// Textures that many pictures share: a place is given out, and taken back from what was not drawn for longest. It
// refuses to grow beyond its sheets: when they are full, all places are given out anew.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "imgui.h"

namespace pegboard {

class PictureSheets {
 public:
    static constexpr int most_w = 2048, most_h = 640;  ///< of one picture, in pixels
    PictureSheets() = default;
    ~PictureSheets();
    PictureSheets(const PictureSheets&) = delete;
    PictureSheets& operator=(const PictureSheets&) = delete;

    /// Names one place; it stays good until its generation is another.
    struct Place {
        std::size_t slot = 0;
        std::uint64_t generation = 0;
    };
    /// Copies the pixels to a place; nothing when they are larger than a sheet.
    std::optional<Place> put(int width, int height, const std::vector<std::uint32_t>& rgba, int frame);
    /// True while the place is still the one given out; it counts as drawn in `frame`.
    bool use(const Place& place, int frame);
    void draw(ImDrawList& list, const Place& place, ImVec2 min, float radius, ImDrawFlags corners) const;
    /// Nothing given out so far is good any more.
    void clear();
    [[nodiscard]] std::size_t bytes() const;

 private:
    struct Sheet {
        ImTextureData texture;
        int shelves_end = 0;  ///< where the next row of places begins
    };
    struct Slot {
        std::size_t sheet = 0;
        int x = 0, y = 0, w = 0, h = 0;
        std::uint64_t generation = 0;
        int drawn = -1;
    };
    /// A place of this size that is free or was not drawn for longest.
    std::optional<std::size_t> find(int width, int height, int frame);
    bool open_shelf(int width, int height);

    std::vector<std::unique_ptr<Sheet>> sheets_;
    std::vector<Slot> slots_;
    std::uint64_t generation_ = 0;
};

}  // namespace pegboard
