// Illustrations and the program's logo: two-tone SVG drawings coloured for the theme and rasterised
// on first use.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>

#include "app/design/atlas_image.h"
#include "app/design/palette.h"

namespace pegboard {

class Pictures {
 public:
    explicit Pictures(std::filesystem::path folder) : folder_(std::move(folder)) {}
    void draw(ImDrawList& list, std::string_view name, Hue hue, const Palette& palette, ImVec2 min, float size_px);
    void forget() { made_.clear(); }  ///< after a change of theme or scale

 private:
    const AtlasImage& image(std::string_view name, Hue hue, const Palette& palette, int size_px);
    std::string svg(std::string_view name);

    std::filesystem::path folder_;
    std::map<std::string, std::string, std::less<>> files_;
    std::map<std::tuple<std::string, Hue, int>, std::unique_ptr<AtlasImage>> made_;
};

}  // namespace pegboard
