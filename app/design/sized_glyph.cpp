#include "app/design/sized_glyph.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_SIZES_H

#include "imgui_freetype.h"

namespace pegboard {

bool load_sized_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data, ImWchar character,
                      ImFontGlyph* glyph, float* advance) {
    const ImFontLoader& loader = *ImGuiFreeType::GetFontLoader();
    // What the loader keeps of a size is FreeType's handle of it and nothing else.
    if (loader.FontBakedSrcLoaderDataSize == sizeof(FT_Size) && data != nullptr)
        FT_Activate_Size(*static_cast<FT_Size*>(data));
    return loader.FontBakedLoadGlyph(atlas, source, baked, data, character, glyph, advance);
}

}  // namespace pegboard
