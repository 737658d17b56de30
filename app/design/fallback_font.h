// Characters missing in Inter: a font source for ImGui that asks fontconfig for the best installed
// font the first time such a character is drawn.
#pragma once
#include "imgui.h"
#include "imgui_internal.h"

namespace pegboard {

/// The loader to merge behind Inter and the icons.
const ImFontLoader* fallback_loader(bool bold);

}  // namespace pegboard
