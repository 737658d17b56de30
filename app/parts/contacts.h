// The phones of a child's guardians and the rescue plan, one click away on every screen that shows
// the child. It refuses to edit them: the child's page does.
#pragma once
#include <vector>

#include "app/ui.h"

namespace pegboard {

struct Contacts {
    std::vector<ChildId> children;
    double since_s = -1;  ///< when the sheet was opened in a running session: it shows a clock; below 0: none
    std::string where;    ///< the place to name to whoever is called
    std::string opened;   ///< "10:52:03"
};

/// Opens the sheet for `child`.
void open_contacts(Ui& ui, Contacts& self, ChildId child);
/// Opens the sheet for everyone the session is for, those who come first.
void open_contacts(Ui& ui, Contacts& self, const Session& session);
/// The same in the middle of a session: with a clock that runs from now, the place and the emergency number.
void open_rescue_plans(Ui& ui, Contacts& self, const Session& session, ChildId first, std::string where);
/// The setting: the practice's own emergency number; returns the lower edge.
float draw_emergency_number_card(Ui& ui, Rect at);
/// Drawn once a frame by the screen that opens it.
void draw_contacts(Contacts& self, Ui& ui);

}  // namespace pegboard
