// Loads the fonts into ImGui's atlas. It refuses to rasterise anything: glyphs come on first use.
#include "app/design/fonts.h"

#include <cmath>
#include <cstdio>
#include <stdexcept>

#include "app/design/fallback_font.h"
#include "app/design/sized_glyph.h"
#include "imgui_freetype.h"
#include "imgui_internal.h"

namespace pegboard {
namespace {

// Sources state their offsets for this size; ImGui scales them to the size in use.
constexpr float reference_size = 100.0F;
// Inter's baseline in a box of one em whose middle is the middle of ascent and descent (0.969, 0.241).
constexpr float baseline = 0.8637F;
// Material Design Icons stand on 0.875 em; this puts their 24 grid exactly into the em box.
constexpr float icon_shift = (0.875F - baseline) * reference_size;
// Inter has symbols of its own where the icons live.
constexpr std::array<ImWchar, 3> private_use{0xE000, 0xF8FF, 0};

// FreeType's loader asks for ascent plus descent; the design, like CSS, names the em. The flag with
// which it takes the em is its one for bitmap fonts (Inter holds none).
constexpr unsigned int em_size = ImGuiFreeTypeLoaderFlags_Bitmap;

bool init_inter_size(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data) {
    if (!ImGuiFreeType::GetFontLoader()->FontBakedInit(atlas, source, baked, data)) return false;
    baked->Ascent = std::round(baked->Size * baseline);
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

ImFontLoader sized_loader(const char* name) {
    ImFontLoader made = *ImGuiFreeType::GetFontLoader();
    made.Name = name;
    made.FontBakedLoadGlyph = load_sized_glyph;
    // The atlas starts and ends FreeType itself; ImGui asserts that a font's own loader does not.
    made.LoaderInit = nullptr;
    made.LoaderShutdown = nullptr;
    return made;
}

const ImFontLoader* icon_loader() {
    static const ImFontLoader loader = sized_loader("FreeType, sized");
    return &loader;
}

const ImFontLoader* inter_loader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made = sized_loader("FreeType, em sized");
        made.FontBakedInit = init_inter_size;
        return made;
    }();
    return &loader;
}

ImFontConfig source(const char* name, bool merge) {
    ImFontConfig config;
    config.MergeMode = merge;
    std::snprintf(config.Name, sizeof config.Name, "%s", name);
    return config;
}

ImFont* add(const std::filesystem::path& file, const ImFontConfig& config) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored))
        throw std::runtime_error("The font " + file.filename().string() + " is missing from " +
                                 file.parent_path().string() + ".");
    ImFont* font = ImGui::GetIO().Fonts->AddFontFromFileTTF(file.c_str(), reference_size, &config);
    if (font == nullptr) throw std::runtime_error("The font " + file.string() + " cannot be read.");
    return font;
}

ImFont* load_weight(const std::filesystem::path& fonts, const char* file, bool bold) {
    ImFontConfig inter = source(file, false);
    inter.FontLoader = inter_loader();
    inter.FontLoaderFlags = em_size | ImGuiFreeTypeLoaderFlags_LightHinting;
    inter.GlyphExcludeRanges = private_use.data();
    ImFont* font = add(fonts / file, inter);

    ImFontConfig icons = source("icons", true);
    icons.FontLoader = icon_loader();
    icons.FontLoaderFlags = em_size | ImGuiFreeTypeLoaderFlags_NoHinting;
    icons.GlyphOffset.y = icon_shift;
    add(fonts / "materialdesignicons-webfont.ttf", icons);

    ImFontConfig others = source("installed fonts", true);
    others.SizePixels = reference_size;
    others.FontLoader = fallback_loader(bold);
    ImGui::GetIO().Fonts->AddFont(&others);
    return font;
}

}  // namespace

std::array<ImFont*, 3> load_fonts(const std::filesystem::path& data_dir) {
    constexpr std::array files{"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf"};
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    // A context that outlives its first Design has them already.
    if (atlas.Fonts.Size >= 3 && std::string_view(atlas.Fonts[0]->GetDebugName()) == files[0])
        return {atlas.Fonts[0], atlas.Fonts[1], atlas.Fonts[2]};
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    atlas.TexMinWidth = 1024;  // one step less of growing while the first frame is drawn
    atlas.TexMinHeight = 512;
    std::array<ImFont*, 3> fonts{};
    for (std::size_t i = 0; i < files.size(); ++i) fonts[i] = load_weight(data_dir / "fonts", files[i], i == 2);
    return fonts;
}

}  // namespace pegboard
