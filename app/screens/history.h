// The History screen.
#pragma once
#include "app/ui.h"

namespace pegboard {

struct HistoryScreen {};
void draw(HistoryScreen& self, Ui& ui);

}  // namespace pegboard
