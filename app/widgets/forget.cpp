// What fields and ImGui itself keep of what was typed or shown. It refuses to touch what is still on its way in.
#include "app/widgets/memory.h"
#include "core/secret.h"
#include "imgui_internal.h"

namespace pegboard {
namespace {

/// Empties it and gives its room back: whoever frees it wipes it.
template <class T>
void give_back(ImVector<T>& list) {
    if (list.Data != nullptr) wipe(list.Data, static_cast<std::size_t>(list.size_in_bytes()));
    list.clear();
}

}  // namespace

void forget_typed(Ui& ui) {
    ImGui::ClearActiveID();
    const auto scrolled = ui.memory ? ui.memory->note_scroll : decltype(WidgetMemory::note_scroll){};
    ui.memory = std::make_shared<WidgetMemory>();
    ui.memory->note_scroll = scrolled;
    ImGuiContext& g = *ImGui::GetCurrentContext();
    g.InputTextState.ClearFreeMemory();
    g.InputTextDeactivatedState.ClearFreeMemory();
    give_back(g.InputEventsTrail);
    give_back(g.ClipboardHandlerData);
    if (g.IO.InputQueueCharacters.empty()) give_back(g.IO.InputQueueCharacters);
    wipe(g.TempBuffer.Data, static_cast<std::size_t>(g.TempBuffer.size_in_bytes()));
    g.DebugLogBuf.clear();
    g.LogBuffer.clear();
}

// Corners of letters stand in the lists in the order of the words.
void forget_drawn() {
    ImGuiContext& g = *ImGui::GetCurrentContext();
    const auto empty = [](ImDrawList& list) {
        give_back(list.VtxBuffer);
        give_back(list.IdxBuffer);
        list._ClearFreeMemory();
    };
    for (ImGuiWindow* window : g.Windows)
        if (!window->Active) empty(*window->DrawList);  // of this frame none has begun but ImGui's own
    for (ImGuiViewportP* viewport : g.Viewports)
        for (ImDrawList* list : viewport->BgFgDrawLists)
            if (list != nullptr) empty(*list);
    g.GcCompactAll = true;
}

}  // namespace pegboard
