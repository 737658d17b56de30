// Sets ImGui's style. It refuses to hold a colour: roles only.
#include "app/design/style.h"

#include <algorithm>
#include <cmath>

#include "app/design/metrics.h"
#include "app/design/type.h"
#include "imgui_internal.h"

namespace pegboard {
namespace {

ImVec4 vec(Rgb colour, float alpha = 1.0F) { return ImGui::ColorConvertU32ToFloat4(to_imgui(colour, alpha)); }

void set_colours(ImGuiStyle& style, const Palette& palette) {
    const ImVec4 none{0, 0, 0, 0};
    for (ImVec4& colour : style.Colors) colour = none;
    style.Colors[ImGuiCol_Text] = vec(palette[Role::ink]);
    style.Colors[ImGuiCol_TextDisabled] = vec(palette[Role::ink_3]);
    style.Colors[ImGuiCol_InputTextCursor] = vec(palette[Role::primary]);
    style.Colors[ImGuiCol_TextSelectedBg] = vec(palette[Role::primary_line], 0.55F);
    style.Colors[ImGuiCol_ScrollbarGrab] = vec(palette[Role::line_strong], 0.55F);
    style.Colors[ImGuiCol_ScrollbarGrabHovered] = vec(palette[Role::line_strong], 0.8F);
    style.Colors[ImGuiCol_ScrollbarGrabActive] = vec(palette[Role::line_strong]);
    style.Colors[ImGuiCol_ModalWindowDimBg] = vec(palette[Role::scrim], palette.scrim_alpha);
}

}  // namespace

ImU32 to_imgui(Rgb colour, float alpha) {
    return IM_COL32((colour >> 16U) & 0xFFU, (colour >> 8U) & 0xFFU, colour & 0xFFU,
                    std::lround(std::clamp(alpha, 0.0F, 1.0F) * 255));
}

void apply_style(const Palette& palette, float scale) {
    ImGuiStyle style;
    set_colours(style, palette);
    style.FontSizeBase = style_of(Type::body).size * scale;
    style.WindowPadding = style.FramePadding = style.ItemSpacing = style.ItemInnerSpacing = {0, 0};
    style.WindowMinSize = {1, 1};
    style.WindowBorderSize = style.ChildBorderSize = style.PopupBorderSize = style.FrameBorderSize = 0;
    style.WindowRounding = style.ChildRounding = style.PopupRounding = 0;
    style.FrameRounding = metrics::radius * scale;
    style.ScrollbarSize = std::round(metrics::m * scale);
    style.ScrollbarRounding = metrics::radius_small * scale;
    style.GrabMinSize = metrics::xxl * scale;
    style.DisabledAlpha = 1.0F;
    // Curves stay smooth at every size; the default is tuned for 13 px text.
    style.CircleTessellationMaxError = 0.2F;
    style.CurveTessellationTol = 1.0F;
    ImGui::GetStyle() = style;
}

}  // namespace pegboard
