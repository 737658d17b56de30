#include "app/widgets/fields/type_to_find.h"

#include "imgui_internal.h"

namespace pegboard {

std::string typed_at_list(const Ui&) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.WantTextInput || ImGui::IsAnyItemActive() || io.KeyCtrl || io.KeyAlt || io.KeySuper) return {};
    if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return {};
    std::string typed;
    for (const ImWchar letter : io.InputQueueCharacters) {
        if (letter <= ' ') continue;  // a space presses what has the focus
        char utf8[5] = {};
        ImTextCharToUtf8(utf8, letter);
        typed += utf8;
    }
    return typed;
}

}  // namespace pegboard
