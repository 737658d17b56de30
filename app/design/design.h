// What drawing asks of the design: colours of the theme in use, fonts, pictures, shadows. One
// Design lives as long as the ImGui context; it refuses to know any screen.
#pragma once
#include <filesystem>
#include <memory>
#include <string_view>

#include "app/design/palette.h"
#include "app/design/type.h"
#include "core/pictures/kit.h"
#include "imgui.h"

namespace pegboard {

class PageTextures;

enum class Theme { light, dark };

class Design {
 public:
    virtual ~Design() = default;
    /// Loads fonts and illustrations from `data_dir`; needs a current ImGui context. Throws
    /// std::runtime_error naming the missing file.
    static std::unique_ptr<Design> load(const std::filesystem::path& data_dir);

    virtual void use(Theme theme) = 0;        ///< applies the theme to ImGui's style as well
    virtual void set_scale(float scale) = 0;  ///< pixels per logical unit: text size times monitor scale
    [[nodiscard]] virtual Theme theme() const = 0;
    [[nodiscard]] virtual float scale() const = 0;
    [[nodiscard]] virtual const Palette& palette() const = 0;
    [[nodiscard]] virtual ImU32 colour(Role role, float alpha = 1.0F) const = 0;
    [[nodiscard]] virtual ImU32 tint(Hue hue) const = 0;
    [[nodiscard]] virtual ImU32 mid(Hue hue) const = 0;
    [[nodiscard]] virtual ImU32 deep(Hue hue) const = 0;
    /// Colour of the hue by its name in the library ("rose"); indigo when unknown.
    [[nodiscard]] static Hue hue(std::string_view name);
    [[nodiscard]] virtual ImFont* font(Weight weight) const = 0;  ///< Inter with icons merged in
    /// Draws an illustration of assets/illustrations in the two tones of `hue` inside a pixel rect.
    /// Rasterised once per name, hue, theme and size; tinted cards pass the same hue.
    virtual void illustration(ImDrawList& list, std::string_view name, Hue hue, ImVec2 min, float size_px) = 0;
    /// Draws the picture of an activity (core/pictures) as large as the pixel rect, in the two tones of `hue` over its
    /// tint. False while it is still being drawn elsewhere: then the rect is the plain tint.
    virtual bool scene(ImDrawList& list, const PictureKit& kit, std::string_view what, Hue hue, ImVec2 min, ImVec2 max,
                       float radius_px, ImDrawFlags corners) = 0;
    /// At the start of a frame: brings in the scenes drawn since the last one; true while more are to come.
    virtual bool take_scenes() = 0;
    [[nodiscard]] virtual bool scenes_pending() const = 0;  ///< asked for and not there yet
    /// Pages of paper that are shown; they are the same in both themes.
    [[nodiscard]] virtual PageTextures& pages() = 0;
    /// The program's mark: nine pegs on a rounded tile.
    virtual void logo(ImDrawList& list, ImVec2 min, float size_px) = 0;
    /// Draws shadow 1, 2 or 3 below a rounded pixel rect.
    virtual void shadow(ImDrawList& list, int level, ImVec2 min, ImVec2 max, float radius_px) = 0;
};

}  // namespace pegboard
