// A plain area in a focus hue's tint, without the border a card has.
#pragma once
#include "app/ui.h"

namespace pegboard {

void fill(Ui& ui, Rect rect, Hue hue, float radius = 0);

}  // namespace pegboard
