// Glyphs in the size they are asked for. ImGui moves its sizes in memory when it drops unused ones, and its FreeType
// loader knows the size in use by its place: after a change of the text size, single letters came out in another one.
#pragma once
#include "imgui.h"
#include "imgui_internal.h"

namespace pegboard {

/// As the FreeType loader's own function, with the size of `data` made the active one first.
bool load_sized_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data, ImWchar character,
                      ImFontGlyph* glyph, float* advance);

}  // namespace pegboard
