// A dialog that records a value that was seen without a tap: typed in a session, or afterwards from paper with its day.
// It refuses values a measure cannot have; the core says why.
#pragma once
#include <string>

#include "app/ui.h"

namespace pegboard {

struct EnterValueState {
    std::string error;  ///< why the last try did not go through
    std::string field;  ///< which field it concerns
    bool done = false;
    bool another = false;  ///< the dialog stays for the next value
    int kept = 0;          ///< values recorded since it was opened
};

/// For one goal; in a session its day is given. `help` is the place in its list of what is chosen there already.
void open_enter_value(Ui& ui, EnterValueState& self, GoalId goal, SessionId session = {}, int help = -1);
/// Drawn once a frame by draw(Dialogs&).
void draw_enter_value(Ui& ui, EnterValueState& self);

}  // namespace pegboard
