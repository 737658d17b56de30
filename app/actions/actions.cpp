// The rows of the action table. Adding an action is one row here and one case in the App.
#include "app/actions/actions.h"

#include <array>
#include <cassert>

#include "app/design/icons.h"

namespace pegboard {
namespace {

constexpr ImGuiKeyChord ctrl = ImGuiMod_Ctrl, shift = ImGuiMod_Shift, alt = ImGuiMod_Alt;
constexpr std::size_t action_count = static_cast<std::size_t>(ActionId::count);

using enum ActionId;
constexpr std::array rows{
    ActionRow{find,
              "find",
              "Find",
              "Find a child, a goal, a note, an action or an activity",
              icon::magnify,
              {ctrl | ImGuiKey_K},
              false},
    ActionRow{go_today, "go_today", "Today", "The day's sessions", icon::white_balance_sunny, {ctrl | ImGuiKey_1}},
    ActionRow{go_caseload, "go_caseload", "Caseload", "All children", icon::account_multiple, {ctrl | ImGuiKey_2}},
    ActionRow{go_goals, "go_goals", "Goals", "All goals", icon::flag_variant, {ctrl | ImGuiKey_3}},
    ActionRow{
        go_progress, "go_progress", "Progress", "What each goal's data say", icon::trending_up, {ctrl | ImGuiKey_8}},
    ActionRow{go_activities, "go_activities", "Activities", "The activity library", icon::puzzle, {ctrl | ImGuiKey_4}},
    ActionRow{go_skills, "go_skills", "Skills map", "What children learn, by focus area and age", icon::map, {}},
    ActionRow{go_reports,
              "go_reports",
              "Reports",
              "Plans, data sheets and reports, on paper or as a PDF",
              icon::file_document,
              {ctrl | ImGuiKey_6}},
    ActionRow{go_settings,
              "go_settings",
              "Settings",
              "You, your team, this laptop and the file",
              icon::settings,
              {ctrl | ImGuiKey_7}},
    ActionRow{go_history, "go_history", "History", "Who changed what, and when", icon::history, {}},
    ActionRow{open_guide,
              "open_guide",
              "OT, PT or both?",
              "A guide to fill in with a family: which evaluation could help",
              icon::help_circle_outline,
              {}},
    ActionRow{add_child, "add_child", "Add child", "Begin a new child's record", icon::account_plus, {}},
    ActionRow{add_goal, "add_goal", "Add goal", "Write a goal for a child", icon::flag_variant, {}},
    ActionRow{add_session, "add_session", "Add session", "Book a session for a child", icon::calendar_plus, {}},
    ActionRow{plan_session,
              "plan_session",
              "Plan session",
              "Plan the session you are at, or the next one",
              icon::auto_fix,
              {ctrl | shift | ImGuiKey_P}},
    ActionRow{start_session,
              "start_session",
              "Start session",
              "Start today's session you are at, or the next one of today",
              icon::play,
              {ctrl | ImGuiKey_Enter}},
    ActionRow{
        print, "print", "Print", "What this page shows, on paper or as a PDF", icon::printer, {ctrl | ImGuiKey_P}},
    ActionRow{undo, "undo", "Undo", "Take the last change back", icon::undo_variant, {ctrl | ImGuiKey_Z}},
    ActionRow{redo,
              "redo",
              "Redo",
              "Bring back what was undone",
              icon::redo_variant,
              {ctrl | ImGuiKey_Y, ctrl | shift | ImGuiKey_Z}},
    ActionRow{
        lock, "lock", "Lock", "Hide everything until the passphrase is typed", icon::lock_outline, {ctrl | ImGuiKey_L}},
    ActionRow{help, "help", "Help", "Keys and words of this screen", icon::help_circle_outline, {ImGuiKey_F1}},
    ActionRow{back_up_now,
              "back_up_now",
              "Back up now",
              "Save an encrypted copy to a file you choose",
              icon::content_save,
              {}},
    ActionRow{text_larger,
              "text_larger",
              "Larger text",
              "Up to 200 %",
              icon::plus,
              {ctrl | ImGuiKey_Equal, ctrl | ImGuiKey_KeypadAdd, ctrl | shift | ImGuiKey_Equal}},
    ActionRow{text_smaller,
              "text_smaller",
              "Smaller text",
              "Down to 80 %",
              icon::minus,
              {ctrl | ImGuiKey_Minus, ctrl | ImGuiKey_KeypadSubtract}},
    ActionRow{text_usual,
              "text_usual",
              "Usual text size",
              "100 %",
              icon::refresh,
              {ctrl | ImGuiKey_0, ctrl | ImGuiKey_Keypad0}},
    ActionRow{theme_light, "theme_light", "Light theme", "Dark words on light paper", icon::white_balance_sunny, {}},
    ActionRow{theme_dark, "theme_dark", "Dark theme", "Light words on a dark page", icon::weather_night, {}},
    ActionRow{
        theme_system, "theme_system", "Theme of the system", "Light or dark as this laptop is set", icon::tune, {}},
    ActionRow{
        initials_only, "initials_only", "Initials only", "Show children by initials, or by name again", icon::eye, {}},
    ActionRow{gallery, "gallery", "Component gallery", "Every widget in every state", icon::view_column, {}},
    ActionRow{new_menu, "new_menu", "New", "New child, goal or session", icon::plus, {ctrl | ImGuiKey_N}, false},
    ActionRow{go_back, "go_back", "Back", "The screen before this one", icon::arrow_left, {alt | ImGuiKey_LeftArrow}},
    ActionRow{quit, "quit", "Quit", "Save, back up and close", icon::close, {ctrl | ImGuiKey_Q}},
};
static_assert(rows.size() == action_count);

constexpr bool in_order() {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].id) != i) return false;
    return true;
}
static_assert(in_order(), "rows stand in the order of ActionId");

constexpr std::array keys{
    ScreenKey{Screen::plan, "Up, Down", "Choose a block"},
    ScreenKey{Screen::plan, "Alt Up, Alt Down", "Move the block"},
    ScreenKey{Screen::plan, "+, -", "More or fewer minutes"},
    ScreenKey{Screen::plan, "P", "Pin the block or let it go"},
    ScreenKey{Screen::plan, "S", "Swap the block"},
    ScreenKey{Screen::plan, "G", "Suggest a plan"},
    ScreenKey{Screen::plan, "Delete", "Take the block out"},
    ScreenKey{Screen::session, "1 to 9", "Press that button of the chosen goal"},
    ScreenKey{Screen::session, "Space", "Its first button"},
    ScreenKey{Screen::session, "Q W E R T to P, A S", "Help of the next try"},
    ScreenKey{Screen::session, "Backspace", "Take the last tap back"},
    ScreenKey{Screen::session, "Up, Down", "Choose a goal"},
    ScreenKey{Screen::session, "H, N, M", "Hold the activity, next activity, quick note"},
    ScreenKey{Screen::session, "F9, F8", "Rescue plan and phones, all precautions"},
    ScreenKey{Screen::session, "F", "Finish"},
    ScreenKey{Screen::goal, "Left, Right", "Go from point to point in a chart"},
    ScreenKey{Screen::goal, "+, -, 0", "Closer, further, the whole time"},
    ScreenKey{Screen::goal, "Ctrl wheel", "Closer or further at the pointer"},
    ScreenKey{Screen::caseload, "Up, Down", "Choose a child"},
    ScreenKey{Screen::caseload, "Enter", "Open the child's page"},
    ScreenKey{Screen::activities, "Up, Down", "Choose an activity"},
    ScreenKey{Screen::reports, "Page Up, Page Down", "The page before, the next page"},
    ScreenKey{Screen::reports, "+, -, 0", "Closer, further, the whole page"},
};

}  // namespace

std::span<const ActionRow> action_rows() { return rows; }

const ActionRow& action_row(ActionId id) {
    assert(id != ActionId::count);
    return rows[static_cast<std::size_t>(id)];
}

std::string shortcut_words(ImGuiKeyChord chord) {
    const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    if (key == ImGuiKey_None) return {};
    std::string words;
    if ((chord & ImGuiMod_Ctrl) != 0) words += "Ctrl ";
    if ((chord & ImGuiMod_Shift) != 0) words += "Shift ";
    if ((chord & ImGuiMod_Alt) != 0) words += "Alt ";
    switch (key) {
        case ImGuiKey_Equal:
            return words + "+";
        case ImGuiKey_Minus:
            return words + "-";
        case ImGuiKey_LeftArrow:
            return words + "Left";
        default:
            return words + ImGui::GetKeyName(key);
    }
}

std::span<const ScreenKey> screen_keys() { return keys; }

}  // namespace pegboard
