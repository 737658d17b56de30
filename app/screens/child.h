// The Child screen.
#pragma once
#include "app/ui.h"

namespace pegboard {

struct ChildScreen {};
void draw(ChildScreen& self, Ui& ui);

}  // namespace pegboard
