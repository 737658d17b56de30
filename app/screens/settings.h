// The Settings screen.
#pragma once
#include "app/ui.h"

namespace pegboard {

struct SettingsScreen {};
void draw(SettingsScreen& self, Ui& ui);

}  // namespace pegboard
