// One way to be touched: id, hover, press, keyboard focus and the line in the record are the same
// for every widget. Only widgets use it.
#pragma once
#include <string>
#include <string_view>

#include "app/widgets/memory.h"
#include "app/widgets/paint.h"

namespace pegboard {

/// What widgets keep between frames; made when first asked, turned over once a frame.
WidgetMemory& memory(Ui& ui);
/// Something was typed or chosen in the dialog that is being drawn.
void note_touched(WidgetMemory& m);
const WidgetMemory* memory(const Ui& ui);

/// A control that can have the keyboard was drawn: it gets it where it was asked for, and is remembered where it has
/// it.
void note_stop(Ui& ui, ImGuiID id, bool visible);

/// The ring is drawn round this control: keys go where it is, and nowhere else.
bool ring_at(const Ui& ui, ImGuiID id);

struct Target {
    WidgetRole role = WidgetRole::button;
    std::string_view label;
    std::string value = {};
    bool enabled = true;
    bool selected = false;
    bool clipped = false;
    bool under = false;   ///< widgets drawn later on top of it win
    bool no_nav = false;  ///< the keyboard reaches it in a way of its own
    float hit = 32;       ///< least height and width that can be pressed
};

struct Touch {
    ImGuiID id = 0;
    ImRect box;            ///< pixels, as drawn
    bool visible = false;  ///< any of it can be seen
    bool hovered = false;
    bool held = false;
    bool focused = false;  ///< keyboard focus that shows
    bool pressed = false;
    bool right_clicked = false;
};

/// An id from role and label in the current scope; equal ones are told apart by their order.
ImGuiID widget_id(Ui& ui, WidgetRole role, std::string_view label);
Touch touch(Ui& ui, Rect rect, const Target& target);
/// Writes a widget into the record, when there is one.
void record(Ui& ui, WidgetInfo info, const ImRect& box);
/// Words that take no input.
void record_words(Ui& ui, WidgetRole role, std::string_view label, const ImRect& box, bool clipped = false,
                  std::string_view value = {});
/// Notes the rest of the pointer on something that takes no input, for tooltip().
void rest_on(Ui& ui, const ImRect& box);
/// Words cut with an ellipsis tell the whole of it to a resting pointer.
void tell_whole(Ui& ui, const ImRect& box, std::string_view words);

/// Esc was pressed and nobody inside has used it; using it keeps it from those around.
bool esc_pressed(Ui& ui);
void use_esc(Ui& ui);
/// Keeps a key from ImGui's own navigation while a widget of ours answers it.
void own_key(ImGuiKey key, ImGuiID id);
/// Ctrl, Alt or the system's key is held: what is pressed with it is a shortcut.
bool with_command_key();
bool key_pressed(ImGuiKey key, bool repeat = true);
/// Letters are for this widget: single-key shortcuts are off in the next frame.
void want_letters();

}  // namespace pegboard
