// App owns the open caseload, the screens and the outbox, and draws one frame. It knows no window
// and no GPU, so tests run the same App headless with a fixed clock.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/actions/actions.h"
#include "app/base/machine_settings.h"
#include "app/base/services.h"
#include "app/frame/screens.h"
#include "app/ui.h"
#include "core/caseload.h"

namespace pegboard {

/// What the App asks of the machine; the window fulfils it, tests stand in for it.
class Machine {
 public:
    virtual ~Machine() = default;
    virtual void copy(const std::string& words, bool personal) = 0;  ///< personal text leaves after 30 s and at lock
    virtual bool system_is_dark() = 0;
    /// The words marked in another window, for a middle click.
    virtual std::string selected_elsewhere() { return {}; }
    virtual void text_cursor_shown(bool) {}
    /// True once after words were copied out of a field.
    virtual bool words_copied() { return false; }
    /// Personal words of ours leave the clipboard at once (lock, quit).
    virtual void forget_copied() {}
    /// Pixels per logical unit of the monitor the window is on.
    virtual float monitor_scale() { return 1.0F; }
    /// Wakes the loop from any thread.
    virtual void wake() {}
    /// Asks for a file name; the answer comes through `done` in a later frame, empty when cancelled.
    /// Returns false where no dialog can be shown: the App then uses its own picker.
    virtual bool ask_save(std::string suggestion, std::function<void(std::filesystem::path)> done) = 0;
    virtual bool ask_open(std::function<void(std::filesystem::path)> done) = 0;
    /// Hands a PDF to the desktop's print dialog, from memory; the answer comes through `done` in a later frame. False
    /// where the desktop has none.
    virtual bool print(std::string title, std::string_view pdf, std::function<void(PrintEnd)> done) = 0;
    virtual void quit() = 0;
    /// Draws into a picture file instead of the window.
    virtual Status save_picture(ImDrawData&, int, int, const std::filesystem::path&) {
        return Error{ErrorKind::refused, {}, "Pictures cannot be saved here.", "no window"};
    }
    /// Draws into a picture on the clipboard, from where it goes as personal words do. The answer comes from a worker.
    virtual std::future<Status> copy_picture(ImDrawData&, int, int);
};

struct AppOptions {
    std::filesystem::path data_dir;  ///< library.db, fonts, illustrations
    Folders folders;
    std::optional<std::filesystem::path> file;  ///< caseload named on the command line
    std::optional<Date> today;                  ///< fixed day
    std::optional<int> minute;                  ///< fixed minute of day
    std::function<std::int64_t()> now_ms;       ///< the caseload's clock; the system's when empty
    bool keep_backups = true;
    bool fast_key = false;
};

enum class GatePage;

class App {
 public:
    App(AppOptions options, Machine& machine);
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    /// Opens a caseload at once (demo, --passphrase-fd, tests).
    Status open(const std::filesystem::path& file, const Key& key);
    /// Makes and opens a caseload (demo, tests).
    Status create(const std::filesystem::path& file, const Key& key);
    void adopt(std::unique_ptr<Caseload> caseload, const Key& key);

    /// One frame between ImGui::NewFrame and ImGui::Render; then commands run. `time_s` is steady.
    void frame(double time_s);
    /// Steady time of the next frame that would change something without input; nothing: idle.
    /// With `unseen`, the next upkeep() instead.
    [[nodiscard]] std::optional<double> next_wake_s(bool unseen = false) const;
    /// What must go on while nothing is drawn (minimised): drafts and finished jobs.
    void upkeep(double time_s);
    /// Saves drafts and closes (backup included).
    void close();
    void lock();
    [[nodiscard]] bool locked() const;
    /// Locks after the idle minutes of the practice; 20 s before, a line says so.
    void lock_if_idle(double time_s, double last_input_s);
    /// Names the caseload to ask the passphrase for, as the command line does.
    void ask_for(const std::filesystem::path& file);
    /// Shows a page of the gate, for pictures.
    void preview(GatePage page);
    /// The window was entered: somebody may have moved or replaced the file meanwhile.
    void look_at_file();
    /// The window is to close: true when nothing would be lost; else the question is on screen.
    bool may_end();
    /// Closes every dialog and menu, for pictures.
    void dismiss();
    /// True once the person asked to quit.
    [[nodiscard]] bool wants_quit() const;

    [[nodiscard]] Caseload* caseload();
    [[nodiscard]] Ui& ui();
    [[nodiscard]] Screens& screens();
    [[nodiscard]] Design& design();
    [[nodiscard]] MachineSettings& machine_settings();
    void run_action(ActionId id);
    void record_into(Record* record);

 private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace pegboard
