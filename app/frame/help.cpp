// The help sheet (F1): keys of every action, and those of the screen in sight, from the action table.
#include "app/frame/shell.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr std::string_view name = "Help";
constexpr float width = 720, bar_room = 16;  ///< beside the lines, for a scroll bar

void line(Ui& ui, Rect& rest, std::string_view keys, std::string_view words, std::string_view more) {
    const Rect row = rest.cut_top(32);
    const float words_w = more.empty() ? row.w - 150 : 150;
    text_in(ui, {row.x, row.y, words_w, row.h}, words, {.type = Type::label});
    text_in(ui, {row.x + 156, row.y, row.w - 300, row.h}, more, {.type = Type::caption, .role = Role::ink_2});
    if (!keys.empty())
        text_in(ui, {row.right() - 140, row.y, 140, row.h}, keys,
                {.type = Type::caption_strong, .role = Role::ink_2, .align = Align::right});
}

}  // namespace

void open_help(Ui& ui) { open_dialog(ui, name); }

void draw_help(Ui& ui) {
    const auto rect = begin_dialog(ui, name, "Keys and words", width);
    if (!rect) return;
    scroll_by_keys(ui);
    Rect rest = *rect;
    rest.w -= bar_room;
    bool first = true;
    for (const ScreenKey& key : screen_keys()) {
        if (key.screen != ui.nav->here().screen) continue;
        if (std::exchange(first, false))
            text_in(ui, rest.cut_top(28), "On this screen", {.type = Type::section, .heading = true});
        line(ui, rest, key.keys, key.words, {});
    }
    if (!first) rest.cut_top(12);
    text_in(ui, rest.cut_top(28), "Everywhere", {.type = Type::section, .heading = true});
    for (const ActionRow& row : action_rows()) {
        if (row.shortcut.chord == ImGuiKey_None) continue;
        std::string keys = shortcut_words(row.shortcut.chord);
        if (const std::string other = shortcut_words(row.shortcut.other);
            !other.empty() && !other.starts_with("Ctrl Keypad"))
            keys += ", " + other;
        line(ui, rest, keys, row.label, row.help);
    }
    line(ui, rest, "Tab, arrows", "Move", "Enter opens, Space ticks, Esc closes");
    line(ui, rest, "F6, Shift F6", "Next part", "From the rail to the top bar, the page and what stands beside it");
    rest.cut_top(8);
    if (end_dialog(ui, rest.y, {"Close"}) >= 0) close_dialog(ui);
}

}  // namespace pegboard
