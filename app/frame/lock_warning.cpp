// The line before an automatic lock. It lies over dialogs and drawers too, takes no input itself and moves
// nothing below it.
#include <algorithm>

#include "app/frame/shell.h"
#include "app/widgets/widgets.h"
#include "imgui_internal.h"

namespace pegboard {
namespace {

/// To be read from beside the child.
void draw_large(Ui& ui, Rect rect) {
    rect.h = 104;
    fill(ui, rect, Role::warn_tint, metrics::radius_large);
    outline(ui, rect, Role::warn, metrics::radius_large, 2);
    icon_at(ui, {rect.x + 24, rect.y + 32}, icon::lock_outline, 40, Role::warn);
    const Rect words{rect.x + 84, rect.y + 16, rect.w - 108, 40};
    text(ui, words.pos(), "Locking within a minute", {.type = Type::title, .role = Role::warn, .max_w = words.w});
    text(ui, {words.x, words.y + 42}, "Press any key, or move the pointer, to stay in the session.",
         {.type = Type::section, .max_w = words.w});
}

}  // namespace

void draw_lock_warning(Ui& ui, bool in_session) {
    const float most_w = in_session ? 760 : 560;
    constexpr float below_top = 12;
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
        if (in_session)
            draw_large(ui, rect);
        else
            banner(ui, rect, BadgeKind::warn, "Locking in 20 s. Press any key to stay.", {});
    }
    ImGui::End();
}

}  // namespace pegboard
