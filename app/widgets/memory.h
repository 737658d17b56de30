// What widgets keep between frames: which dialogs and menus are open, what is being typed, where the
// pointer rests. Only widgets read it; screens and tests do not.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/widgets/fields/text_edit.h"
#include "app/widgets/widgets.h"
#include "core/model/date.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace pegboard {

/// One field that has the keyboard, or had it in the frame before.
struct FieldEdit {
    TextEdit edit;
    double touched_s = 0;
    int frame = 0;
    int clicks = 0;  ///< of the press that is being dragged
    float scroll_x = 0;
    float scroll_y = 0;
    float goal_x = -1;                ///< column that up and down keep to
    bool follow = true;               ///< scroll so that the caret shows
    int began = 0;                    ///< frame
    bool by_code = false;             ///< neither Tab nor a press brought the keyboard here
    ImGuiKey asking = ImGuiKey_None;  ///< the key that did; the letter it comes as is not typed
};

/// A field whose text cannot be kept as it stands. The button of its form leads here.
struct RedField {
    ImGuiID id = 0;
    std::string key;    ///< draft name, or the label where there is no draft
    std::string panel;  ///< dialog it stands in; empty: none
    std::string words;  ///< why
    std::string text;
};

/// What is wanted of a field; forgotten when the field does not come soon.
struct WantedField {
    std::string words;
    int frame = 0;
};

/// Why a field was asked to be mended, told until its text changes.
struct Told {
    std::string text, words;
};

/// What a form says of a field, and the text it says it of: another text is not refused yet.
struct Refused {
    std::string words, text;
    int at = 0;  ///< so many were refused when it was said
};

/// How a date in numbers was read; said below it as long as it is on the screen and stays that date.
struct ReadDate {
    std::string text, words;
    int frame = 0;  ///< drawn last
};

/// What one of several narrow fields side by side has to say; the row says it for all of them.
struct RowSaid {
    std::string words;
    bool error = false;
};

/// A dialog that was asked for. The newest in the list is the one shown.
struct OpenDialog {
    std::string name;
    int frame = 0;         ///< when its screen last spoke of it; a screen that is gone takes it along
    int fields = 0;        ///< text fields drawn in it this frame
    bool armed = false;    ///< the pointer went down on the scrim
    bool entered = false;  ///< Enter was pressed in a text field of it
    bool touched = false;  ///< something was typed or chosen in it: a press beside it does not close it
};

/// A dialog, menu or drawer being drawn between its begin and end.
struct OpenPanel {
    std::string name;
    Rect rect;
    float y = 0;  ///< menus: where the next row stands
    ImGuiID id = 0;
};

struct OpenRegion {
    std::string name;
    Rect rect;
    ImGuiWindow* window = nullptr;
    ImRect view;
    float top = 0;    ///< where its content begins, scrolled
    float moved = 0;  ///< so far down was the region itself pushed
};

/// The line under a field, and how far it pushes what stands below. Heights count from the region's content.
struct PushedBelow {
    ImGuiID window = 0;
    Rect line;
    float top = 0;      ///< of the field with its label
    float room = 1e6F;  ///< down to what comes next, measured in this frame
    float by = 0;
    bool in_passing = false;
    double since_s = 0;
    int frame = 0;
};

struct CalendarState {
    enum class Page { days, months, years };
    Date cursor;
    Page page = Page::days;
    int opened = 0;  ///< frame; the key that opened it picks nothing
};

struct ChoiceState {
    std::string query;
    int marked = 0;  ///< among the options shown
    int opened = 0;  ///< frame
    double typed_s = -10;
    std::string typed;       ///< letters typed in short order, to find an option
    bool unmatched = false;  ///< no option has the letters typed: none is marked
    bool show_marked = true;
};

struct LastWidget {
    ImGuiID id = 0;
    ImRect box;
    bool over = false;     ///< pointer rests on it, enabled or not
    bool focused = false;  ///< keyboard focus that shows
};

/// Parts of the window that F6 goes to, in the order they are drawn.
struct Panes {
    int drawn = 0;     ///< so many began in this frame
    int count = 0;     ///< in the frame before
    int of_focus = 0;  ///< where what has the keyboard was seen last
    int wanted = 0;    ///< the first control of this one gets the keyboard; 0: none
    int step = 1;      ///< forward or back, also past panes without controls
    int tries = 0;
};

struct WidgetMemory {
    WidgetState force = WidgetState::live;
    int frame = -1;
    std::unordered_map<ImGuiID, int> seen;  ///< ids of this frame, to tell equal labels apart
    LastWidget last;
    ImGuiID tip_id = 0;
    int tip_frame = -10;
    double tip_since_s = 0;
    bool esc_used = false;
    int stops = 0;  ///< controls of this frame that the keyboard can stand on
    int stops_before = 0;
    int stop_of_focus = -1;         ///< the place among them of what has the keyboard, or had it
    int wanted_stop = -1;           ///< the control in this place gets the keyboard
    std::optional<Place> focus_at;  ///< where one was when something had the keyboard
    bool take_keyboard = false;     ///< so does the next one drawn
    bool focus_gone = false;        ///< what had the keyboard was not drawn any more
    bool focus_shown = false;       ///< in the frame before, something in sight had the keyboard
    ImGuiID scroll_hot = 0;
    Panes panes;

    std::map<ImGuiID, FieldEdit> edits;
    int typed_in = 0;               ///< fields drawn so far in this frame that have the keyboard or just lost it
    std::set<ImGuiID> left_unseen;  ///< fields that lost the keyboard while they were not drawn
    std::map<ImGuiID, float> note_scroll;
    std::map<std::string, std::string, std::less<>> committed;  ///< draft name -> record value when it was handed over
    std::map<ImGuiID, bool> reveal;                             ///< secrets shown

    std::vector<RedField> red, red_before;                  ///< of this frame so far, and of the one before
    int refusal_frame = -1;                                 ///< when a field took the keyboard because it was refused
    ImGuiID lead_to = 0;                                    ///< this field gets the keyboard when it is drawn next
    std::map<std::string, WantedField, std::less<>> asked;  ///< draft name or label -> what is wanted of that field
    std::map<ImGuiID, Told> told;
    std::map<ImGuiID, Refused> refused;                       ///< what forms say of fields
    int refusals = 0;                                         ///< commands refused so far
    std::map<std::string, ReadDate, std::less<>> read_dates;  ///< by draft name
    std::vector<RowSaid> row_said;                            ///< by the fields of a row that is being drawn
    std::set<std::string, std::less<>> below, below_before;   ///< draft names of fields with a line under them
    std::string entered;  ///< draft name of the line in which Enter was pressed in this frame
    std::vector<ImGuiKey> letters,
        letters_before;  ///< that went down without Ctrl or Alt, in this frame and the one before

    std::vector<OpenDialog> dialogs;
    std::vector<OpenPanel> panels;
    std::map<std::string, float, std::less<>> heights;  ///< of panels, measured in the frame before
    std::string want_menu;
    std::string want_drawer;
    std::string drawer;  ///< the drawer that is open
    std::vector<OpenRegion> regions;
    std::map<ImGuiID, PushedBelow> pushed;  ///< by field
    ImGuiID saying = 0;                     ///< whose line is being drawn: it does not push itself
    int to_top = -1;                        ///< regions begun in this frame show their top
    std::set<ImGuiID> card_columns;         ///< regions whose cards reach to their right edge
    bool focus_first_field = false;
    std::map<ImGuiID, CalendarState> calendars;
    std::map<ImGuiID, ChoiceState> choices;
};

}  // namespace pegboard
