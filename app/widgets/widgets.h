// Our vocabulary of widgets: text, buttons, chips, badges, cards, choices, tables, dialogs. All take
// logical rectangles, a label a person can read, and write themselves into the record. They refuse
// to know children, goals or sessions.
#pragma once
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/design/icons.h"
#include "app/design/metrics.h"
#include "app/ui.h"

namespace pegboard {

// ------------------------------------------------------------------ states (interact.cpp)
/// The gallery shows widgets in a state nobody put them in; `live` everywhere else.
enum class WidgetState { live, normal, hover, focus, pressed };
void force_state(Ui& ui, WidgetState state);
/// True while a text field has the keyboard: single-key shortcuts are off and Ctrl Z is the field's.
bool typing(const Ui& ui);
/// Fields drawn so far in this frame that have the keyboard or have just lost it. What a part of a screen leaves out of
/// sight is still drawn while one of its fields counts here, or the field could not hand over what was typed.
int fields_typed_in(const Ui& ui);
/// Takes the keyboard from the text field that has it; the field hands over its text in the next frame.
void finish_typing();

// ------------------------------------------------------------------ text (text.cpp)
enum class Align { left, centre, right };
struct TextLook {
    Type type = Type::body;
    Role role = Role::ink;
    float max_w = 0;  ///< cut with an ellipsis and a tooltip beyond this; 0: never
    Align align = Align::left;
    std::optional<Hue> hue = {};  ///< draw in the hue's deep tone instead of `role`
    bool struck = false;          ///< a line through it
    bool heading = false;         ///< recorded as a heading
};
/// One line with its top left (or centre/right edge) at `pos`; returns its width.
float text(Ui& ui, Vec pos, std::string_view words, const TextLook& look = {});
/// One line centred in height inside `rect`, aligned as asked, cut to the rect's width.
float text_in(Ui& ui, Rect rect, std::string_view words, TextLook look = {});
/// Wrapped text from the rect's top; returns the height used. `max_lines` 0: all.
float text_wrapped(Ui& ui, Rect rect, std::string_view words, const TextLook& look = {}, int max_lines = 0);
float text_width(const Ui& ui, std::string_view words, Type type = Type::body);
float wrapped_height(const Ui& ui, std::string_view words, float width, Type type = Type::body);
float line_height(Type type);
/// Digits in cells as wide as "0" so that changing numbers do not jitter.
float digits(Ui& ui, Vec pos, std::string_view number, const TextLook& look = {});
/// One icon glyph with its box of `size` at `pos`.
void icon_at(Ui& ui, Vec pos, const char* glyph, float size, Role role = Role::ink_2);
void icon_at(Ui& ui, Vec pos, const char* glyph, float size, Hue hue);
/// Icon 16 and caption words in one line (place, time ...); returns the width.
float icon_text(Ui& ui, Vec pos, const char* glyph, std::string_view words, Type type = Type::caption,
                Role role = Role::ink_2, float max_w = 0);

// ------------------------------------------------------------------ shapes (shapes.cpp)
struct CardLook {
    Role fill = Role::surface;
    std::optional<Hue> tint = {};  ///< hue tint instead of `fill`
    Role line = Role::line;
    float radius = metrics::radius_card;
    int shadow = 1;
    bool selected = false;            ///< 2 px primary
    std::optional<Lead> stripe = {};  ///< 5 px edge stripe
};
void card(Ui& ui, Rect rect, const CardLook& look = {});
void divider(Ui& ui, Vec from, float width);
void dashed_rect(Ui& ui, Rect rect, Role role, float radius, float thickness = 1);
void fill(Ui& ui, Rect rect, Role role, float radius = 0);
void outline(Ui& ui, Rect rect, Role role, float radius, float thickness = 1);
void illustration(Ui& ui, Rect rect, std::string_view name, Hue hue);
/// Illustration on a tinted rounded tile.
void tile(Ui& ui, Rect rect, std::string_view name, Hue hue, float radius = metrics::radius_large);
/// The own picture of an activity on the tint of its category: a wide scene in a wide rect, its small form in others.
/// `top_only` rounds the upper corners alone.
void picture_of(Ui& ui, Rect rect, const Activity& activity, float radius = metrics::radius_large,
                bool top_only = false);
/// Another scene of the activity, such as one of its steps.
void picture_of(Ui& ui, Rect rect, std::string_view scene, const Activity& activity);
/// A page of paper that Design holds under `number`, on its shadow; `words` says what it is. While there is none, the
/// rect is empty paper. `selected`: the one of several that is shown large.
void paper(Ui& ui, Rect rect, int number, std::string_view words, bool selected = false);
void avatar(Ui& ui, Vec pos, float size, std::string_view initials, Hue hue);
enum class Peg { filled, half, hollow };
/// Pegs in a row, newest at the right, at most 12 then "+8"; `words` says it for the record. Returns the width.
float pegs(Ui& ui, Vec pos, std::span<const Peg> row, float size, std::string_view words);
/// A patch in the hue's second tone: segments of a bar and legends. Never text.
void swatch(Ui& ui, Rect rect, Hue hue, float radius = 3);
void bar(Ui& ui, Rect rect, float share, Role role = Role::primary, std::optional<float> tick = {});
void ring(Ui& ui, Vec centre, float diameter, float share, std::string_view number, Role role = Role::primary);

// ------------------------------------------------------------------ tags and badges (tags.cpp)
float tag(Ui& ui, Vec pos, Lead lead);  ///< OT, PT or both joined; returns the width
float tag_width(const Ui& ui, Lead lead);
float focus_chip(Ui& ui, Vec pos, std::string_view label, Hue hue);  ///< 24 high, tinted
float focus_chip_width(const Ui& ui, std::string_view label);
enum class BadgeKind { good, warn, danger, info, plain };
float badge(Ui& ui, Vec pos, BadgeKind kind, const char* glyph, std::string_view words);
float badge_width(const Ui& ui, const char* glyph, std::string_view words);
float pill(Ui& ui, Vec pos, std::string_view words);  ///< plain grey words on sunken, 24 high

// ------------------------------------------------------------------ buttons (buttons.cpp)
enum class ButtonKind { primary, secondary, tonal, ghost, danger, quiet };  ///< quiet: no fill, ink words
struct ButtonLook {
    ButtonKind kind = ButtonKind::secondary;
    const char* icon = nullptr;
    float height = metrics::button;
    bool enabled = true;
    bool icon_after = false;
    std::string_view tooltip = {};
    std::string_view name =
        {};  ///< label for tests and readers when the words alone are ambiguous ("Plan Mateo García")
};
/// True when pressed. The width is button_width() or the rect's own when larger.
bool button(Ui& ui, Rect rect, std::string_view label, const ButtonLook& look = {});
/// Left-anchored at `pos`; returns pressed.
bool button(Ui& ui, Vec pos, std::string_view label, const ButtonLook& look = {});
float button_width(const Ui& ui, std::string_view label, const ButtonLook& look = {});
struct IconButtonLook {
    float size = metrics::button;
    bool on = false;
    bool bordered = false;
    bool enabled = true;
    std::string_view shortcut = {};
    std::optional<Role> role = {};  ///< icon colour
    bool no_nav = false;            ///< Tab goes past it: it has a key of its own
};
bool icon_button(Ui& ui, Vec pos, const char* glyph, std::string_view name, const IconButtonLook& look = {});
bool link(Ui& ui, Vec pos, std::string_view label, std::string_view name = {});  ///< primary SemiBold words
float link_width(const Ui& ui, std::string_view label);
struct ChipLook {
    bool selected = false;
    const char* icon = nullptr;
    bool menu = false;       ///< chevron down at the end
    bool removable = false;  ///< cross at the end when selected, instead of a tick before
    int count = -1;          ///< small count pill; -1: none
    bool enabled = true;
};
bool chip(Ui& ui, Vec pos, std::string_view label, const ChipLook& look = {});  ///< 32 high
float chip_width(const Ui& ui, std::string_view label, const ChipLook& look = {});
/// After all widgets of a frame: sees whether what has the keyboard was among them, and asks for one more frame when
/// something else lies under the pointer now.
void settle_frame(Ui& ui);
/// The controls that follow stand in the next part of the window; a region that scrolls begins one by itself. F6 gives
/// the keyboard to the first control of the next part, Shift F6 of the one before; without dialogs over it.
void next_pane(Ui& ui);
/// A rectangle that can be pressed and focused (row, card, tile); the caller draws into it.
struct Pressed {
    bool clicked = false;
    bool hovered = false;
    bool held = false;
    bool focused = false;  ///< keyboard focus to be shown
    bool right_clicked = false;
};
/// Tab goes past one that is no `stop`: a long list is one stop, and arrows go through it (list_by_keys).
Pressed pressable(Ui& ui, Rect rect, std::string_view label, WidgetRole role = WidgetRole::row, bool selected = false,
                  float radius = metrics::radius_small, bool stop = true);
/// Arrows, Page Up and Down, Home and End on the last widget, one row of `count`, while it has the keyboard: the row
/// to go to, which then asks for the keyboard with take_keyboard.
std::optional<int> list_by_keys(Ui& ui, int row, int count);
/// The next control that is drawn gets the keyboard.
void take_keyboard(Ui& ui);

// ------------------------------------------------------------------ choices (choices.cpp)
bool checkbox(Ui& ui, Vec pos, std::string_view label, bool& on, bool struck_when_on = false, float max_w = 0);
bool radio(Ui& ui, Vec pos, std::string_view label, bool on);
bool switch_(Ui& ui, Vec pos, std::string_view label, bool& on);
/// Index pressed, or the same. Labels are recorded as "name: label".
bool segmented(Ui& ui, Rect rect, std::string_view name, std::span<const std::string_view> labels, int& chosen);
/// A field that opens a list; `labels` may be long (it then gets a search box). True when changed.
struct ChoiceLook {
    std::string_view hint = "Choose";
    std::string_view error = {};
    bool enabled = true;
    bool label_above = true;
    std::string_view hint_below = {};
    bool large = false;  ///< 44 high, for a session that runs
};
bool choice(Ui& ui, Rect rect, std::string_view label, std::span<const std::string> options, int& chosen,
            const ChoiceLook& look = {});
struct ChipOptions {
    std::span<const std::string> labels;
    std::span<const std::string> notes = {};  ///< empty, or one for each label: small, at the right end
};
/// A chip that opens a list as choice() does; pressing it while something is chosen clears it (-1). True when changed.
bool choice_chip(Ui& ui, Vec pos, std::string_view name, const ChipOptions& options, int& chosen,
                 const char* glyph = nullptr);
float choice_chip_width(const Ui& ui, std::string_view name, const ChipOptions& options, int chosen,
                        const char* glyph = nullptr);
/// Tabs with an underline; counts < 0 are not shown. True when changed.
struct Tab {
    std::string_view label;
    int count = -1;
};
bool tabs(Ui& ui, Rect rect, std::span<const Tab> all, int& chosen);

// ------------------------------------------------------------------ fields (fields.h declares them)

// ------------------------------------------------------------------ regions (regions.cpp)
/// A scrolling region; draw at absolute logical positions starting at the returned rect's top left.
Rect begin_scroll(Ui& ui, std::string_view name, Rect rect);
/// Regions begun from now on in this frame show their top: another record is shown than in the frame before.
void show_tops(Ui& ui);
/// `bottom` is the lowest y drawn (absolute).
void end_scroll(Ui& ui, float bottom);
/// True when any of `rect` can be seen inside the current region: skip drawing rows that cannot.
bool visible(const Ui& ui, Rect rect);
/// Scrolls the current region so that `rect` shows.
void scroll_to(Ui& ui, Rect rect);
/// Arrows, Page Up and Down, Home and End scroll the current region, in which nothing else takes them.
void scroll_by_keys(Ui& ui);
struct Scope {  ///< names what is drawn inside it, for the record and for ids
    Scope(Ui& ui, std::string_view name);
    /// Of something whose name can be typed in it: what has the keyboard keeps it while the name changes.
    Scope(Ui& ui, std::string_view name, std::int64_t id);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    Ui& ui;
};

// ------------------------------------------------------------------ overlays (overlays.cpp)
/// A dialog. Call open_dialog(name) once, then begin_dialog(name, ...) each frame; draw inside the
/// returned rect (it scrolls when taller than the window); end_dialog with the lowest y drawn.
/// Esc closes it (typed text stays in drafts), the scrim while nothing was typed or chosen in it.
void open_dialog(Ui& ui, std::string_view name);
void close_dialog(Ui& ui);
std::optional<Rect> begin_dialog(Ui& ui, std::string_view name, std::string_view title, float width);
/// Buttons of the dialog's foot; returns the index pressed or -1. The first label is the main act (primary or danger),
/// drawn at the right end; Enter in a line of the dialog means it. While a field is red, every button but the last
/// leads to that field instead.
int end_dialog(Ui& ui, float bottom, std::initializer_list<std::string_view> buttons, bool danger = false,
               bool main_enabled = true);
struct FootLook {
    bool danger = false;
    bool main_enabled = true;
    bool large = false;  ///< 44 high, for a session that runs
    /// What is still wanted before the main act: its button can be pressed and then leads to the field with the draft
    /// name (or label) `lacks_at`, which says so.
    std::string_view lacks = {}, lacks_at = {};
};
int end_dialog(Ui& ui, float bottom, std::initializer_list<std::string_view> buttons, const FootLook& look);
/// A small menu below `anchor`. open_menu(name), then each frame begin_menu(...) / menu_item / end_menu.
void open_menu(Ui& ui, std::string_view name);
bool begin_menu(Ui& ui, std::string_view name, Rect anchor, float width);
struct MenuItemLook {
    const char* icon = nullptr;
    std::string_view shortcut = {};
    bool enabled = true;
    bool ticked = false;
    bool danger = false;
};
bool menu_item(Ui& ui, std::string_view label, const MenuItemLook& look = {});
void menu_divider(Ui& ui);
void end_menu(Ui& ui);
/// A small panel as a menu is, for more than lines: open_menu(name), then each frame begin_popover and end_popover with
/// the lowest y drawn. Esc and a press elsewhere close it.
std::optional<Rect> begin_popover(Ui& ui, std::string_view name, Rect anchor, float width);
void end_popover(Ui& ui, float bottom);
void close_popover(Ui& ui);  ///< between the two
/// A right-hand drawer over the content (logical widths under 1366).
std::optional<Rect> begin_drawer(Ui& ui, std::string_view name, float width);
void open_drawer(Ui& ui, std::string_view name);
void close_drawer(Ui& ui, std::string_view name);
void end_drawer(Ui& ui, float bottom);
void tooltip(Ui& ui, std::string_view words);  ///< of the last widget, after the usual delay
void draw_toasts(Ui& ui);
/// Centred: tile, heading, one line, one tonal button; true when the button is pressed.
bool empty_state(Ui& ui, Rect rect, std::string_view picture, Hue hue, std::string_view heading, std::string_view line,
                 std::string_view button_label = {});
/// A banner that stays: icon, words, up to two buttons; index pressed or -1. Returns height through `height`.
int banner(Ui& ui, Rect rect, BadgeKind kind, std::string_view words, std::initializer_list<std::string_view> buttons,
           float* height = nullptr);

// ------------------------------------------------------------------ tables (table.cpp)
struct Column {
    std::string_view name;
    float width = 0;  ///< 0: shares what is left
    bool sortable = false;
};
/// At a lock and after it: what was typed, opened or found in any widget is wiped, also in ImGui; only where long notes
/// were scrolled to stays.
void forget_typed(Ui& ui);
/// Between NewFrame and the first window: what windows drew in the frames before is overwritten.
void forget_drawn();

struct TableState {  ///< view state a screen keeps
    int sort = 0;
    bool descending = false;
};
/// Draws the head and lays columns out: rects of the columns at head height. Pressing a sortable head changes `state`.
std::vector<Rect> table_head(Ui& ui, Rect rect, std::span<const Column> columns, TableState& state);
/// One row of 46: hover, selection, focus; true when pressed (click or Enter). The last row has no line
/// below and follows the card's round corners.
bool table_row(Ui& ui, Rect rect, std::string_view label, bool selected, bool last = false);

}  // namespace pegboard
