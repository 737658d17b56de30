#include "app/widgets/grab.h"

#include "app/widgets/interact.h"
#include "app/widgets/memory.h"
#include "imgui_internal.h"

namespace pegboard {
namespace {

constexpr float drag_from = 4;  ///< logical units the pointer moves before a press becomes a drag

}  // namespace

Grab grab(Ui& ui, Rect rect, std::string_view label, WidgetRole role, bool selected, float radius, bool focus_now) {
    Grab grab;
    grab.press = pressable(ui, rect, label, role, selected, radius);
    if (focus_now) ImGui::FocusItem();
    // Enter is for the one in hand, however it came there.
    if (focus_now || grab.press.clicked) ImGui::SetNavCursorVisible(true);
    const ImGuiIO& io = ImGui::GetIO();
    const float scale = ui.design->scale();
    grab.pointer = {io.MousePos.x / scale, io.MousePos.y / scale};
    const bool let_go = ImGui::IsItemDeactivated() && ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    grab.by_key = grab.press.clicked && !ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    const bool by_mouse = let_go || (grab.press.held && ImGui::IsMouseDown(ImGuiMouseButton_Left));
    const float moved = io.MouseDragMaxDistanceSqr[0];
    if (!by_mouse || moved < ui.px(drag_from) * ui.px(drag_from)) return grab;
    grab.dragging = true;
    grab.dropped = let_go;
    grab.press.clicked = false;
    grab.by = {(io.MousePos.x - io.MouseClickedPos[0].x) / scale, (io.MousePos.y - io.MouseClickedPos[0].y) / scale};
    return grab;
}

bool page_has_keys(const Ui&) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.WantTextInput) return false;
    return !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

bool urgent_key(const Ui&, ImGuiKey key) { return ImGui::IsKeyPressed(key, false); }

bool is_covered(const Ui&) {
    return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

void copy_words(Ui&, const std::string& words) { ImGui::SetClipboardText(words.c_str()); }

bool page_key(const Ui& ui, ImGuiKeyChord chord) {
    if (!page_has_keys(ui)) return false;
    const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    const ImGuiID owner = ImHashStr("page");
    if (ImGui::GetIO().KeyMods != (chord & ImGuiMod_Mask_)) return false;
    ImGui::SetKeyOwner(key, owner);
    return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, owner);
}

bool page_space(Ui& ui) {
    const bool pressing = ui.keyboard && memory(ui).focus_shown;
    return !pressing && page_key(ui, ImGuiKey_Space);
}

bool page_letter(const Ui& ui, char letter) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!page_has_keys(ui) || io.KeyCtrl || io.KeyAlt || io.KeySuper) return false;
    for (const ImWchar typed : io.InputQueueCharacters)
        if (typed == static_cast<ImWchar>(letter)) return true;
    return false;
}

}  // namespace pegboard
