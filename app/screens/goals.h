// The Goals screen.
#pragma once
#include "app/ui.h"

namespace pegboard {

struct GoalsScreen {};
void draw(GoalsScreen& self, Ui& ui);

struct GoalScreen {};
void draw(GoalScreen& self, Ui& ui);

}  // namespace pegboard
