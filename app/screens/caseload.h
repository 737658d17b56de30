// The Caseload screen.
#pragma once
#include "app/ui.h"

namespace pegboard {

struct CaseloadScreen {};
void draw(CaseloadScreen& self, Ui& ui);

}  // namespace pegboard
