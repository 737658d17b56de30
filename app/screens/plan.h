// The Plan screen.
#pragma once
#include "app/ui.h"

namespace pegboard {

struct PlanScreen {};
void draw(PlanScreen& self, Ui& ui);

}  // namespace pegboard
