// The Today screen.
#pragma once
#include "app/ui.h"

namespace pegboard {

struct TodayScreen {};
void draw(TodayScreen& self, Ui& ui);

}  // namespace pegboard
