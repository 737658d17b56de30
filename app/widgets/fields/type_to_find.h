// Letters typed while a list has the keyboard and no field does: "Lists: type to find".
#pragma once
#include <string>

#include "app/ui.h"

namespace pegboard {

/// What was typed this frame with no field active and nothing covering the screen; empty otherwise.
std::string typed_at_list(const Ui& ui);

}  // namespace pegboard
