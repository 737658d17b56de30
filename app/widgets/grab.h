// Things that can be dragged, and keys that act on the page as a whole. A grab follows the pointer and
// says when it is let go; it refuses to move anything itself.
#pragma once
#include <string_view>

#include "app/widgets/widgets.h"

namespace pegboard {

struct Grab {
    Pressed press;          ///< `clicked` is a click without a drag, or Enter and Space
    bool by_key = false;    ///< that click came from the keyboard
    bool dragging = false;  ///< held and moved; stays true in the frame it is let go
    bool dropped = false;   ///< let go after a drag
    Vec by;                 ///< how far the pointer has come, logical units
    Vec pointer;            ///< where it is
};
/// A rectangle that can be pressed, focused and dragged; the caller draws into it. With `focus_now` it
/// takes the keyboard.
Grab grab(Ui& ui, Rect rect, std::string_view label, WidgetRole role = WidgetRole::block, bool selected = false,
          float radius = metrics::radius_small, bool focus_now = false);

/// True when keys belong to the page: no field has the keyboard and nothing covers the screen.
bool page_has_keys(const Ui& ui);
/// A key pressed for the page, with exactly the modifiers of `chord`; ImGui's navigation does not see it.
bool page_key(const Ui& ui, ImGuiKeyChord chord);
/// Space for the page: it presses what shows the keyboard focus; only where nothing does is it the page's.
bool page_space(Ui& ui);
/// A key that must reach the page at once, out of a field or from under a dialog, too.
bool urgent_key(const Ui& ui, ImGuiKey key);
/// Something lies over the page: a dialog, a menu, the finder.
bool is_covered(const Ui& ui);
/// Puts words on the clipboard.
void copy_words(Ui& ui, const std::string& words);
/// A character typed for the page, whatever key makes it on this keyboard.
bool page_letter(const Ui& ui, char letter);

}  // namespace pegboard
