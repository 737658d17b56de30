// The small dialog that makes a session: child, date, start, minutes, place, who leads, repeated weekly.
// It refuses to plan what happens in it; the Plan screen does, and opens when the session is made.
#pragma once
#include <map>
#include <optional>
#include <string>

#include "app/ui.h"

namespace pegboard {

struct NewSessionState {
    std::map<std::string, std::string> errors;  ///< by field
    std::string notice;                         ///< what went wrong when it belongs to no field
    bool done = false;                          ///< the command went through: close in the next frame
};

/// Opens the dialog; without a child it asks for one. Choices half made for the same child are kept,
/// unless `day` names the day it is for.
void open_new_session(Ui& ui, ChildId child, std::optional<Date> day = {});
/// The same for a session that makes up a missed one of this child.
void open_make_up(Ui& ui, ChildId child, SessionId missed);
/// Drawn once a frame by draw(Dialogs&): screens only open it.
void draw_new_session(Ui& ui, NewSessionState& self);

}  // namespace pegboard
