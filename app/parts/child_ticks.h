// Children to tick: who comes to a session, who belongs to a group.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/ui.h"

namespace pegboard {

/// A search and below it everyone seen now, and who else is in `ticked`; returns the child whose tick was pressed.
std::optional<ChildId> draw_child_ticks(Ui& ui, Rect rect, std::string& query, const std::vector<ChildId>& ticked);

}  // namespace pegboard
