// The dialog that adds a child: first name and date of birth are enough to begin. It points out children
// likely to be the same and refuses nothing but an impossible record.
#pragma once
#include <map>
#include <string>

#include "app/ui.h"

namespace pegboard {

struct AddChildState {
    std::map<std::string, std::string> errors;  ///< by field
    std::string notice;
    bool done = false;
    // Likely duplicates, found again only when name, date or caseload change.
    struct Alike {
        std::string of;
        std::uint64_t revision = 0;
        std::vector<ChildId> ids;
    } alike;
};

/// Opens the dialog; what was half typed is still there.
void open_add_child(Ui& ui);
/// Drawn once a frame by draw(Dialogs&): screens only open it.
void draw_add_child(Ui& ui, AddChildState& self);

}  // namespace pegboard
