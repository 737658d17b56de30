// The real App on a stage: a caseload in a folder of its own, a fixed day and clock, and a machine
// that notes what it was asked for.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/frame/app.h"
#include "tests/ui/driver.h"

namespace pegboard::test {

struct AppSetup {
    int children = 14;  ///< of the invented caseload; 0: an empty one
    bool open = true;   ///< false: stays at the gate
    int text_percent = 100;
    Theme theme = Theme::light;
    int written_days_ago = 0;  ///< steps of the invented caseload are that old: undo asks before taking them back
    bool throwaway = false;    ///< commits do not wait for the disk
    bool keep_backups = false;
    bool without_library = false;  ///< library.db is another file than the one built
};

/// Stands in for window, clipboard and file dialogs.
class StandInMachine final : public Machine {
 public:
    void copy(const std::string& words, bool) override { copied = words; }
    bool system_is_dark() override { return false; }
    bool ask_save(std::string, std::function<void(std::filesystem::path)> heard) override {
        if (!dialog) return false;
        dialog(std::move(heard));
        return true;
    }
    bool ask_open(std::function<void(std::filesystem::path)>) override { return false; }
    bool print(std::string title, std::string_view pdf, std::function<void(PrintEnd)> heard) override {
        if (!prints) return false;
        print_title = std::move(title);
        printed = std::string(pdf);
        print_heard = std::move(heard);
        return true;
    }
    void quit() override { ++quits; }
    bool words_copied() override { return std::exchange(words, false); }
    std::future<Status> copy_picture(ImDrawData& drawn, int width, int height) override {
        if (!copies_pictures) return Machine::copy_picture(drawn, width, height);
        pictures_copied += drawn.TotalVtxCount > 0 ? 1 : 0;
        std::promise<Status> told;
        told.set_value({});
        return told.get_future();
    }

    /// Takes what is to be called with the file that is chosen; without it the App shows a dialog of its own.
    std::function<void(std::function<void(std::filesystem::path)>)> dialog;
    bool prints = true;                         ///< the desktop has a print dialog
    std::string print_title, printed;           ///< what it was given last
    std::function<void(PrintEnd)> print_heard;  ///< to be called with its answer
    std::string copied;
    bool words = false;  ///< copied out of a field
    bool copies_pictures = true;
    int pictures_copied = 0;
    int quits = 0;
};

class AppStage final : public Stage {
 public:
    static constexpr std::string_view passphrase = "seven green pegs";

    AppStage(Record& record, const AppSetup& setup);
    ~AppStage() override;
    void frame(double time_s) override;
    [[nodiscard]] float scale() const override;
    [[nodiscard]] App& app() { return *app_; }
    [[nodiscard]] Caseload& caseload() { return *app_->caseload(); }
    /// Ends the App as the machine would at a crash, and starts it again on the same folder; what is done `meanwhile`
    /// finds the file closed.
    void crash_and_reopen(const std::function<void()>& meanwhile = {});
    /// The clock on the wall goes on (or back) while the program sleeps or does not run.
    void clock_goes_on(double seconds) { now_ms_ += static_cast<std::int64_t>(seconds * 1000); }

    StandInMachine machine;
    std::filesystem::path folder;
    std::filesystem::path file;

 private:
    void start();
    std::unique_ptr<Caseload> make(const AppSetup& setup, const Key& key);

    Record& record_;
    bool keep_backups_ = false, without_library_ = false;
    std::int64_t now_ms_;  ///< goes on with the frames
    std::unique_ptr<App> app_;
};

/// A driver over the App.
std::unique_ptr<UiDriver> drive_app(const AppSetup& setup = {}, ImVec2 size = {1440, 900});
/// The stage of such a driver.
AppStage& stage_of_app(UiDriver& ui);
/// Workers (the check of the history, a backup, a plan) run in the machine's time, not in the test's: waits for their
/// end. Throws when that does not come.
void let_workers_end(UiDriver& ui);

}  // namespace pegboard::test
