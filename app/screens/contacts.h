// The phones of a child's guardians and the rescue plan, one click away on every screen that shows
// the child. It refuses to edit them: the child's page does.
#pragma once
#include <vector>

#include "app/ui.h"

namespace pegboard {

struct Contacts {
    std::vector<ChildId> children;
};

/// Opens the sheet for `child`.
void open_contacts(Ui& ui, Contacts& self, ChildId child);
/// Opens the sheet for everyone the session is for, those who come first.
void open_contacts(Ui& ui, Contacts& self, const Session& session);
/// Drawn once a frame by the screen that opens it.
void draw_contacts(Contacts& self, Ui& ui);

}  // namespace pegboard
