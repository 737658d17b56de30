// Draws and closes the overlay. It refuses to know what is on it.
#include "app/frame/overlay.h"

#include "app/widgets/widgets.h"

namespace pegboard {

std::optional<Rect> begin_overlay(Ui& ui, const char* name, bool& open, bool fresh, Rect card_rect) {
    if (fresh) ImGui::OpenPopup(name);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground;
    if (!ImGui::BeginPopup(name, bare)) {
        open = false;
        return {};
    }
    const Palette& palette = ui.design->palette();
    ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, ImGui::GetIO().DisplaySize,
                                              ui.design->colour(Role::scrim, palette.scrim_alpha));
    const ImVec2 min{ui.px(card_rect.x), ui.px(card_rect.y)}, max{ui.px(card_rect.right()), ui.px(card_rect.bottom())};
    const bool outside = ImGui::IsMouseClicked(0) && !ImGui::IsMouseHoveringRect(min, max, false);
    if (!open || outside || ImGui::IsKeyPressed(ImGuiKey_Escape)) {
        open = false;
        ImGui::CloseCurrentPopup();
    }
    card(ui, card_rect, {.shadow = 3});
    return card_rect;
}

void end_overlay() { ImGui::EndPopup(); }

}  // namespace pegboard
