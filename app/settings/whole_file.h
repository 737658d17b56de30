// The card of Settings on whether the file is whole: checked now, held against a recovery sheet, and who looked.
#pragma once
#include <string>

#include "app/ui.h"

namespace pegboard {

struct WholeFileState {
    std::string mark;    ///< of a recovery sheet, as typed
    std::string answer;  ///< to the last comparison
    bool fits = false;
    bool shown = false;  ///< the state of this file
};
/// Returns the card's lower end.
float draw_whole_file_card(WholeFileState& self, Ui& ui, Rect at);

}  // namespace pegboard
