// The line before an automatic lock. It lies over dialogs and drawers too, takes no input itself and moves
// nothing below it.
#include <algorithm>

#include "app/shell/shell.h"
#include "app/widgets/widgets.h"
#include "imgui_internal.h"

namespace pegboard {

void draw_lock_warning(Ui& ui) {
    constexpr float most_w = 560, below_top = 12;
    const float width = std::min(most_w, ui.window.w - 48);
    const Rect rect{ui.window.centre().x - width / 2, ui.window.y + below_top, width, 120};
    ImGui::SetNextWindowPos({ui.px(rect.x), ui.px(rect.y)});
    ImGui::SetNextWindowSize({ui.px(rect.w), ui.px(rect.h)});
    constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoInputs |
                                      ImGuiWindowFlags_NoNav;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::Begin("lock warning", nullptr, bare);
    ImGui::PopStyleVar();
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    {
        const Scope scope(ui, "Toast");
        banner(ui, rect, BadgeKind::warn, "Locking in 20 s. Press any key to stay.", {});
    }
    ImGui::End();
}

}  // namespace pegboard
