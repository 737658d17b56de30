// The one Design: puts palette, fonts, pictures and shadows together.
#include "app/design/design.h"

#include <algorithm>
#include <cmath>

#include "app/design/fonts.h"
#include "app/design/page_textures.h"
#include "app/design/pictures.h"
#include "app/design/scene_pictures.h"
#include "app/design/shadows.h"
#include "app/design/style.h"

namespace pegboard {
namespace {

class LoadedDesign final : public Design {
 public:
    explicit LoadedDesign(const std::filesystem::path& data_dir)
        : fonts_(load_fonts(data_dir)), pictures_(data_dir / "illustrations") {
        apply_style(*palette_, scale_);
    }

    void use(Theme theme) override {
        if (theme == theme_) return;
        theme_ = theme;
        palette_ = theme == Theme::dark ? &dark_palette : &light_palette;
        refresh();
    }
    void set_scale(float scale) override {
        if (scale == scale_) return;
        scale_ = scale;
        refresh();
    }
    [[nodiscard]] Theme theme() const override { return theme_; }
    [[nodiscard]] float scale() const override { return scale_; }
    [[nodiscard]] const Palette& palette() const override { return *palette_; }
    [[nodiscard]] ImU32 colour(Role role, float alpha) const override { return to_imgui((*palette_)[role], alpha); }
    [[nodiscard]] ImU32 tint(Hue hue) const override { return to_imgui((*palette_)[hue].tint); }
    [[nodiscard]] ImU32 mid(Hue hue) const override { return to_imgui((*palette_)[hue].mid); }
    [[nodiscard]] ImU32 deep(Hue hue) const override { return to_imgui((*palette_)[hue].deep); }
    [[nodiscard]] ImFont* font(Weight weight) const override { return fonts_[static_cast<std::size_t>(weight)]; }
    void illustration(ImDrawList& list, std::string_view name, Hue hue, ImVec2 min, float size_px) override {
        pictures_.draw(list, name, hue, *palette_, min, size_px);
    }
    bool scene(ImDrawList& list, const PictureKit& kit, std::string_view what, Hue hue, ImVec2 min, ImVec2 max,
               float radius_px, ImDrawFlags corners) override {
        const ImVec2 from{std::round(min.x), std::round(min.y)}, to{std::round(max.x), std::round(max.y)};
        list.AddRectFilled(from, to, tint(hue), radius_px, corners);
        const ScenePictures::Wanted wanted{&kit, what, hue, static_cast<int>(to.x - from.x),
                                           static_cast<int>(to.y - from.y)};
        return scenes_.draw(list, wanted, *palette_, from, radius_px, corners);
    }
    bool take_scenes() override { return scenes_.take(); }
    [[nodiscard]] bool scenes_pending() const override { return scenes_.pending(); }
    [[nodiscard]] PageTextures& pages() override { return pages_; }
    void logo(ImDrawList& list, ImVec2 min, float size_px) override {
        const float unit = size_px / 42.0F;
        list.AddRectFilled(min, {min.x + size_px, min.y + size_px}, to_imgui(logo_colours.tile), 10.5F * unit);
        const auto peg = [&](int column, int row, float radius, Rgb colour) {
            const ImVec2 centre{min.x + (10.5F + 10.5F * static_cast<float>(column)) * unit,
                                min.y + (10.5F + 10.5F * static_cast<float>(row)) * unit};
            list.AddCircleFilled(centre, radius * unit, to_imgui(colour));
        };
        constexpr float large = 4.2F, little = 2.1F;
        peg(1, 0, little, logo_colours.small);
        peg(0, 1, little, logo_colours.small);
        peg(2, 1, little, logo_colours.small);
        peg(1, 2, little, logo_colours.small);
        peg(0, 0, large, logo_colours.white);
        peg(2, 2, large, logo_colours.white);
        peg(2, 0, large, logo_colours.peach);
        peg(0, 2, large, logo_colours.peach);
        peg(1, 1, large, logo_colours.sun);
    }
    void shadow(ImDrawList& list, int level, ImVec2 min, ImVec2 max, float radius_px) override {
        shadows_.draw(list, level, min, max, radius_px, *palette_, scale_);
    }

 private:
    void refresh() {
        apply_style(*palette_, scale_);
        pictures_.forget();
        scenes_.forget();
        shadows_.forget();
    }

    std::array<ImFont*, 3> fonts_;
    Pictures pictures_;
    ScenePictures scenes_;
    Shadows shadows_;
    PageTextures pages_;
    Theme theme_ = Theme::light;
    const Palette* palette_ = &light_palette;
    float scale_ = 1.0F;
};

}  // namespace

std::unique_ptr<Design> Design::load(const std::filesystem::path& data_dir) {
    return std::make_unique<LoadedDesign>(data_dir);
}

Hue Design::hue(std::string_view name) {
    const auto found = std::find(hue_names.begin(), hue_names.end(), name);
    return found == hue_names.end() ? Hue::indigo : static_cast<Hue>(found - hue_names.begin());
}

}  // namespace pegboard
