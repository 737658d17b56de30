// A short list of lines that are edited in place: strengths, safety reminders, equipment. A line is text
// until it is pressed; then it is a field. Each finished edit comes back once as the whole new list.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui.h"

namespace pegboard {

/// Which line of which list is being edited; one at a time.
struct LinesState {
    std::string list;  ///< empty: none
    int line = -1;     ///< the list's size: a new line
    bool begun = false;
    bool was_typing = false;
};

struct LinesLook {
    const char* icon = nullptr;
    Role role = Role::ink_2;
    std::string_view add = "Add a line";  ///< label of the link and of the new line's field
    std::string_view hint = {};
    std::string_view error = {};
};

/// Draws the lines from the rect's top, at its width; `bottom` gets the lowest y. `list` names the drafts.
std::optional<std::vector<std::string>> edit_lines(Ui& ui, LinesState& self, Rect rect, const std::string& list,
                                                   const std::vector<std::string>& lines, const LinesLook& look,
                                                   float& bottom);

}  // namespace pegboard
