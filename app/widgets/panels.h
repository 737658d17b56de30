// Popups that cover part of the screen: what dialogs, menus, choice lists and calendars share.
#pragma once
#include <string_view>

#include "app/widgets/interact.h"

namespace pegboard {

/// The popup's id, the same wherever in the id stack it is asked for.
ImGuiID panel_id(std::string_view kind, std::string_view name);
/// Draws a popup window over `rect` when it is open; a click elsewhere or Esc closes it.
bool begin_panel(Ui& ui, ImGuiID id, std::string_view name, Rect rect, int shadow = 2, float radius = 12);
/// Ends begin_panel(); Esc is used here.
void end_panel(Ui& ui);
void close_panel(Ui& ui);
/// Below the anchor, or above it where there is no room; always inside the window.
Rect place_panel(const Ui& ui, Rect anchor, float width, float height);

}  // namespace pegboard
