// The Activities screen.
#pragma once
#include "app/ui.h"

namespace pegboard {

struct ActivitiesScreen {};
void draw(ActivitiesScreen& self, Ui& ui);

}  // namespace pegboard
