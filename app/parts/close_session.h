// Two small dialogs that close a session: held, with its minutes and a short note; or not held, with
// the reason. They refuse to touch the plan.
#pragma once
#include <string>

#include "app/ui.h"

namespace pegboard {

struct CloseSessionState {
    std::string error;  ///< why the last try did not go through
    bool done = false;
};

void open_hold(Ui& ui, SessionId session);
void open_miss(Ui& ui, SessionId session);
/// Drawn once a frame by draw(Dialogs&): screens only open it.
void draw_close_session(Ui& ui, CloseSessionState& self);

}  // namespace pegboard
