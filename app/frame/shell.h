// The frame around every screen: rail, top bar, palette, help, notices that stay, the file picker. It
// refuses to know what a screen shows.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/actions/actions.h"
#include "app/ui.h"

namespace pegboard {

// ---- rail and top bar
void draw_rail(Ui& ui, Rect rect, int attention);
/// What "All changes saved" says.
enum class SaveState { saved, saving, unsaved, read_only };
struct TopBar {
    bool open_new = false;  ///< opens the New menu in this frame
};
void draw_top_bar(TopBar& self, Ui& ui, Rect rect, SaveState state);

// ---- command palette
struct Finder {
    bool open = false;
    bool fresh = false;  ///< opened in this frame
    std::string typed;
    int chosen = 0;
    struct Found {
        enum class Kind { child, goal, note, action, activity } kind = Kind::action;
        std::size_t index = 0;
        int score = 0;
        std::string_view why_not = {};  ///< why an action cannot be followed now
        std::string said = {};          ///< at the right end instead of the kind: "Likes dinosaurs"
    };
    std::vector<Found> hits;
    std::string found_for;
    std::uint64_t found_at = 0;
    bool found_again = false;      ///< for the same words: what was chosen stays chosen
    std::string notes_for;         ///< what the notes were searched for
    std::vector<NoteFound> notes;  ///< read between frames
};
void open_finder(Finder& self);
void draw_finder(Finder& self, Ui& ui);

// ---- before an automatic lock
void draw_lock_warning(Ui& ui, bool in_session);

// ---- help sheet
void open_help(Ui& ui);
void draw_help(Ui& ui);

// ---- file picker, where no portal shows one
struct FilePicker {
    enum class What { open, save, folder } what = What::open;
    std::filesystem::path folder;
    std::string name, suffix, problem, new_folder;
    bool naming_folder = false;
    bool wanted = false;  ///< opens in the next frame
    bool showing = false;
    std::string asked_about;  ///< name of a file that would be replaced
    std::function<void(std::filesystem::path)> done;
    std::function<void()> answer;  ///< `done` with what was chosen; the App calls it after the frame
    struct Entry {
        std::string name;
        bool folder = false;
    };
    std::vector<Entry> entries;
    bool read = false;
};
void open_picker(FilePicker& self, FilePicker::What what, std::filesystem::path folder, std::string name,
                 std::function<void(std::filesystem::path)> done);
void draw_picker(FilePicker& self, Ui& ui);

}  // namespace pegboard
