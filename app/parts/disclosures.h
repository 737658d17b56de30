// Reports about a child that left, with who got them and why: the same list on the child's page and in Reports.
#pragma once
#include <optional>

#include "app/ui.h"

namespace pegboard {

/// Draws the list from the rect's top; returns the lowest y. `again`: where the report chosen to be made again is made.
float draw_disclosures(Ui& ui, Rect rect, ChildId child, std::optional<Place>& again);

}  // namespace pegboard
