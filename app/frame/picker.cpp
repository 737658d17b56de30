// A file picker of ours, for desktops without a portal. It refuses to read anything but names.
#include <algorithm>

#include "app/frame/shell.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr std::string_view name = "File picker";
constexpr float list_height = 300;

/// Files that stand beside an open caseload and are nobody's to choose.
bool beside_a_caseload(std::string_view file) {
    return file.ends_with(".pegboard-wal") || file.ends_with(".pegboard-shm") || file.ends_with(".pegboard.lock");
}

void read(FilePicker& self) {
    self.read = true;
    self.entries.clear();
    std::error_code error;
    for (std::filesystem::directory_iterator at(self.folder, error), end; !error && at != end; at.increment(error)) {
        const std::string entry = at->path().filename().string();
        std::error_code ignored;
        const bool folder = at->is_directory(ignored);
        if (entry.starts_with('.') || beside_a_caseload(entry) || (!folder && self.what == FilePicker::What::folder))
            continue;
        self.entries.push_back({entry, folder});
    }
    self.problem = error ? "This folder cannot be read. Choose another one." : "";
    std::sort(self.entries.begin(), self.entries.end(), [](const auto& a, const auto& b) {
        return a.folder != b.folder ? a.folder : fold(a.name) < fold(b.name);
    });
}

void enter(FilePicker& self, const std::filesystem::path& folder) {
    self.folder = folder.lexically_normal();
    self.read = false;
}

void finish(FilePicker& self, Ui& ui, const std::filesystem::path& file) {
    const auto done = std::exchange(self.done, {});
    self.showing = false;
    close_dialog(ui);
    self.answer = [done, file] { done(file); };
    ui.wake_in(0);
}

/// What keeps something new from having this name here; empty when nothing does.
std::string problem_with(const std::string& file, const std::filesystem::path& folder) {
    constexpr std::size_t longest = 200;  // bytes; most disks take 255, and a copy gets a few more
    if (file.size() > longest) return "This name is too long. Shorten it.";
    const bool control = std::any_of(file.begin(), file.end(), [](unsigned char letter) { return letter < ' '; });
    if (control || file.find('/') != std::string::npos || file.starts_with('.') ||
        file.find_first_not_of(' ') == std::string::npos)
        return "Nothing can have this name. Leave out / and a dot at the start.";
    std::error_code ignored;
    if (std::filesystem::is_directory(folder / file, ignored)) return "A folder has this name already. Choose another.";
    return {};
}

void make_folder(FilePicker& self) {
    std::error_code error;
    const std::filesystem::path fresh = self.folder / self.new_folder;
    self.problem = problem_with(self.new_folder, self.folder);
    if (!self.problem.empty()) return;
    if (std::filesystem::create_directory(fresh, error))
        enter(self, fresh);
    else
        self.problem = "The folder could not be made here. Try another name or place.";
    self.naming_folder = false;
    self.new_folder.clear();
}

/// Another button than the one that led here, and not where that one was: two presses of one place replace nothing.
void ask_to_replace(FilePicker& self, Ui& ui, float bottom) {
    const int pressed = end_dialog(ui, bottom, {"Keep that file", "Cancel", "Replace it"});
    if (pressed == 0) {
        self.asked_about.clear();
        self.problem.clear();
    }
    if (pressed == 1) finish(self, ui, {});
    if (pressed == 2) finish(self, ui, self.folder / self.name);
}

void draw_where(FilePicker& self, Ui& ui, Rect row) {
    if (icon_button(ui, row.pos(), icon::arrow_up, "Folder above",
                    {.bordered = true, .enabled = self.folder.has_relative_path()}))
        enter(self, self.folder.parent_path());
    text_in(ui, {row.x + 52, row.y, row.w - 200, row.h}, self.folder.string(), {.type = Type::label});
    if (self.what == FilePicker::What::open) return;
    const ButtonLook look{.kind = ButtonKind::ghost, .icon = icon::plus};
    if (button(ui, Vec{row.right() - button_width(ui, "New folder", look), row.y}, "New folder", look))
        self.naming_folder = !self.naming_folder;
}

void draw_entries(FilePicker& self, Ui& ui, Rect rect) {
    outline(ui, rect, Role::line, metrics::radius);
    const Rect inside = begin_scroll(ui, "Files", rect.inset(2));
    float y = inside.y;
    const auto entries = self.entries;  // entering a folder reads anew
    for (const auto& entry : entries) {
        const Rect row{inside.x, y, inside.w, 40};
        y += row.h;
        if (!visible(ui, row)) continue;
        const bool chosen = !entry.folder && entry.name == self.name;
        if (table_row(ui, row, entry.name, chosen)) {
            if (entry.folder)
                enter(self, self.folder / entry.name);
            else
                self.name = entry.name;
        }
        icon_at(ui, {row.x + 12, row.y + 10}, entry.folder ? icon::chevron_right : icon::file_document, 20);
        text_in(ui, {row.x + 42, row.y, row.w - 54, row.h}, entry.name,
                {.type = entry.folder ? Type::label : Type::body});
    }
    if (entries.empty())
        text_in(ui, {inside.x + 12, inside.y, inside.w, 48}, "Nothing in here yet.", {.role = Role::ink_2});
    end_scroll(ui, y);
}

}  // namespace

void open_picker(FilePicker& self, FilePicker::What what, std::filesystem::path folder, std::string file,
                 std::function<void(std::filesystem::path)> done) {
    self = {};
    self.what = what;
    self.folder = std::move(folder);
    self.name = std::move(file);
    self.done = std::move(done);
    self.wanted = true;
}

void draw_picker(FilePicker& self, Ui& ui) {
    if (std::exchange(self.wanted, false)) {
        open_dialog(ui, name);
        self.showing = true;
    }
    if (!self.showing) return;
    const bool saving = self.what == FilePicker::What::save;
    const auto title = saving                                ? "Where should it be saved?"
                       : self.what == FilePicker::What::open ? "Which file?"
                                                             : "Which folder?";
    const auto rect = begin_dialog(ui, name, title, 600);
    if (!rect) {
        self.showing = false;
        return;
    }
    if (!self.read) read(self);
    Rect rest = *rect;
    draw_where(self, ui, rest.cut_top(metrics::button, metrics::s));
    bool entered = false;
    if (self.naming_folder) {
        live_field(ui, rest.cut_top(field_height(), metrics::s), "Name of the new folder", self.new_folder,
                   {.focus_now = self.new_folder.empty()}, &entered);
        if (std::exchange(entered, false)) make_folder(self);
    }
    draw_entries(self, ui, rest.cut_top(list_height, metrics::m));
    if (saving) live_field(ui, rest.cut_top(field_height(), metrics::s), "File name", self.name, {}, &entered);
    if (!self.problem.empty())
        text_in(ui, rest.cut_top(24), self.problem, {.type = Type::caption, .role = Role::danger});
    const bool ready = self.what == FilePicker::What::folder || !self.name.empty();
    if (self.asked_about != self.name) self.asked_about.clear();
    if (!self.asked_about.empty()) return ask_to_replace(self, ui, rest.y);
    const int pressed = end_dialog(ui, rest.y, {saving ? "Save here" : "Open", "Cancel"}, false, ready);
    if (pressed == 1) finish(self, ui, {});
    if ((pressed != 0 && !entered) || !ready) return;
    if (saving) self.problem = problem_with(self.name, self.folder);
    if (saving && !self.problem.empty()) return;
    const std::filesystem::path chosen = self.what == FilePicker::What::folder ? self.folder : self.folder / self.name;
    std::error_code ignored;
    if (saving && std::filesystem::exists(chosen, ignored)) {
        self.asked_about = self.name;
        self.problem = "A file of this name is there already. Keep it and change the name, or replace it.";
        return;
    }
    finish(self, ui, chosen);
}

}  // namespace pegboard
