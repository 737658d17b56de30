// ImGui's own style in the colours and sizes of the design, for the few raw ImGui parts inside our widgets.
#pragma once
#include "app/design/palette.h"
#include "imgui.h"

namespace pegboard {

ImU32 to_imgui(Rgb colour, float alpha = 1.0F);
void apply_style(const Palette& palette, float scale);

}  // namespace pegboard
