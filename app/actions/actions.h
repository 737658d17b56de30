// The action table: one row per thing a person can do. Menu, button, palette, help sheet, shortcuts
// and tests read the same row. It refuses to do anything itself: the App runs what is asked.
#pragma once
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "app/ui.h"

namespace pegboard {

enum class ActionId {
    find,
    go_today,
    go_caseload,
    go_goals,
    go_progress,
    go_activities,
    go_skills,
    go_reports,
    go_settings,
    go_history,
    open_guide,
    add_child,
    add_goal,
    add_session,
    plan_session,
    start_session,
    print,
    undo,
    redo,
    lock,
    help,
    back_up_now,
    text_larger,
    text_smaller,
    text_usual,
    theme_light,
    theme_dark,
    theme_system,
    initials_only,
    gallery,
    new_menu,
    go_back,
    quit,
    count
};

/// A key with its modifiers, in ImGui's terms.
struct Shortcut {
    ImGuiKeyChord chord = ImGuiKey_None;
    ImGuiKeyChord other = ImGuiKey_None;  ///< second way, e.g. Ctrl+Shift+Z
    ImGuiKeyChord typed = ImGuiKey_None;  ///< the first as a keyboard types it that has the sign above another one
};

struct ActionRow {
    ActionId id;
    std::string_view key;    ///< stable name: "add_child"
    std::string_view label;  ///< "Add child"
    std::string_view help;   ///< one line for tooltip and help sheet
    const char* icon;
    Shortcut shortcut;
    bool in_palette = true;
};

/// All rows in order.
std::span<const ActionRow> action_rows();
const ActionRow& action_row(ActionId id);
/// "Ctrl Shift P"; empty without a shortcut.
std::string shortcut_words(ImGuiKeyChord chord);

/// Keys a screen answers to itself, for the help sheet.
struct ScreenKey {
    Screen screen;
    std::string_view keys;   ///< "Alt Up, Alt Down"
    std::string_view words;  ///< "Move the block"
};
std::span<const ScreenKey> screen_keys();

/// Which actions are possible now, and those asked for while drawing.
class Actions {
 public:
    /// A sentence why an action is not possible now; empty when it is.
    std::function<std::string_view(ActionId)> why_not = [](ActionId) { return std::string_view{}; };
    [[nodiscard]] bool enabled(ActionId id) const { return why_not(id).empty(); }
    void ask(ActionId id) { asked_.push_back(id); }
    std::vector<ActionId> take() { return std::exchange(asked_, {}); }

 private:
    std::vector<ActionId> asked_;
};

}  // namespace pegboard
