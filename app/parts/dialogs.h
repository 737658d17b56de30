// Dialogs that open from any screen, drawn once a frame by the App after the screen.
#pragma once
#include "app/parts/add_child.h"
#include "app/parts/close_session.h"
#include "app/parts/enter_value.h"
#include "app/parts/new_session.h"

namespace pegboard {

struct Dialogs {
    AddChildState add_child;
    NewSessionState new_session;
    CloseSessionState close_session;
    EnterValueState enter_value;
};
void draw(Dialogs& self, Ui& ui);

}  // namespace pegboard
