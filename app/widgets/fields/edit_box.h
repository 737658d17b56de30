// Typing into a rectangle: keys, pointer, clipboard, caret, selection, wrap and scroll of one text.
// It knows nothing of labels, drafts or records; fields do.
#pragma once
#include <string>
#include <string_view>

#include "app/widgets/interact.h"

namespace pegboard {

struct EditAsk {
    ImRect hit;     ///< pixels where a press starts editing
    ImRect inside;  ///< pixels the text may use
    std::string_view hint;
    bool lines = false;
    bool secret = false;
    bool enabled = true;
    bool focus_now = false, focus_at_end = false;
    bool lets_go = false;    ///< Esc and Enter leave no ring that would take the next letter
    bool by_screen = false;  ///< a screen asks for the keyboard, perhaps in answer to a key of this frame
};

struct EditNews {
    bool visible = false;
    bool hovered = false;
    bool active = false;   ///< has the keyboard
    bool focused = false;  ///< Tab or arrows stand on it, editing or not
    bool ring = false;     ///< and its ring is drawn: the next letter goes here
    bool changed = false;
    bool ended = false;    ///< editing is over; the text is final
    bool entered = false;  ///< by Enter
};

/// Takes input; `text` is what stands in the field, and after it what has been typed.
EditNews edit_input(Ui& ui, ImGuiID id, const EditAsk& ask, std::string& text);
/// Draws the text, the selection and the caret; call it after the field's own shape.
void edit_draw(Ui& ui, ImGuiID id, const EditAsk& ask, const EditNews& news, std::string_view text);
/// Puts other text into a field that may be being edited (a cleared search, a picked date).
void edit_replace(Ui& ui, ImGuiID id, std::string_view text);

}  // namespace pegboard
