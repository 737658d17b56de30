// Dear ImGui calls these when its test hooks are compiled in. Our tests read the record that the
// widgets write instead, so the hooks have nothing to do.
#include "imgui.h"
#include "imgui_internal.h"

// NOLINTBEGIN(readability-identifier-naming): names are ImGui's.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID, const ImRect&, const ImGuiLastItemData*) {}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
// NOLINTEND(readability-identifier-naming)
