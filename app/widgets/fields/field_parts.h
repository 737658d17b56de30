// What all fields share: label above, box, icon, words below, the record line and the drafts.
#pragma once
#include <string>
#include <string_view>

#include "app/widgets/fields/edit_box.h"
#include "app/widgets/fields/fields.h"

namespace pegboard {

/// Where the parts of a field stand.
struct FieldPlaces {
    Rect box;
    float below = 0;  ///< y of the line under the box
};
FieldPlaces field_places(Rect rect, bool label_above, bool lines, bool large = false);
void field_label(Ui& ui, Rect rect, std::string_view label, bool enabled);
/// The box in its state: normal, hover, focus, error or disabled.
void field_box(Ui& ui, const ImRect& box, bool hovered, bool focused, bool error, bool enabled);
/// Under the box: the error, or that the text is not saved yet, or the hint, in as many lines as it takes; what stands
/// below makes room. `top` is where the field begins.
void field_below(Ui& ui, ImGuiID id, const FieldPlaces& places, float top, std::string_view error, bool not_saved,
                 std::string_view hint);

struct FieldAsk {
    std::string_view label;
    std::string_view key;  ///< draft name, part of the id
    const FieldLook& look;
    bool lines = false;
    bool not_saved = false;
    bool own_enter = false;  ///< who draws it answers Enter
    float tools_w = 0;       ///< room at the right end of the box for buttons of its own
    WidgetRole role = WidgetRole::field;
    std::string_view unit = {};
    std::string_view error = {};  ///< why the text cannot be kept; told when nobody types, or the form was to be sent
    std::string_view echo = {};   ///< what the text is taken for, instead of the hint below
};
struct FieldRun {
    EditNews news;
    ImGuiID id = 0;
    Rect box;
    Rect tools;  ///< the room asked for
};
/// Draws a whole field and takes its keys.
FieldRun run_field(Ui& ui, Rect rect, const FieldAsk& ask, std::string& text);

/// What a form says of a field or a choice, as long as its text is the one it was said of.
std::string_view said_of(Ui& ui, ImGuiID id, std::string_view words, std::string_view text);
/// Remembers a field whose text cannot be kept, with `ask.error` for the reason.
void note_red(Ui& ui, const FieldAsk& ask, ImGuiID id, const std::string& text);
/// Gives the keyboard to a red field, which says why until its text changes.
void lead_to(Ui& ui, const RedField& field);

/// Drafts, also where there is no caseload to keep them.
const std::string* find_draft(const Ui& ui, std::string_view name);
void set_draft(Ui& ui, std::string_view name, const std::string& text);
void drop_draft(Ui& ui, std::string_view name);
/// A draft whose text is what the record says, or that the record has taken over, is done with.
void settle_draft(Ui& ui, std::string_view name, std::string_view record_text);
/// Remembers that a text was handed over while the record still said `record_text`.
void hand_over(Ui& ui, std::string_view name, std::string_view record_text);

/// True where sentences stand in the field that nobody types and that were never handed over: they were typed before
/// the program ended or locked, and are part of the record as if their edit had ended now. A line that may be half a
/// name or half a number waits for who typed it, and says so.
bool is_restored(Ui& ui, const FieldAsk& ask, const FieldRun& run);

/// A month to pick from below `anchor`; the date picked.
std::optional<Date> calendar(Ui& ui, ImGuiID id, Rect anchor);
void open_calendar(Ui& ui, ImGuiID id, Date at);

}  // namespace pegboard
