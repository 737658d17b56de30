// The help buttons of a session that runs, under Settings: names, order and the level each one records. What was
// recorded keeps its level when a button goes.
#pragma once
#include <string>

#include "app/ui.h"

namespace pegboard {

struct HelpLevelsState {
    std::string error, field;  ///< why the level could not be kept, and where
    bool kept = false;         ///< the command went through: close in the next frame
};

/// The list of who sits here, each level with its buttons; returns the lowest y.
float draw_help_levels_card(HelpLevelsState& self, Ui& ui, Rect at);
/// The dialog of one level; once a frame.
void draw_help_level_dialog(HelpLevelsState& self, Ui& ui);

}  // namespace pegboard
