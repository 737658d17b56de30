// The real App on a stage: see the header.
#include "tests/ui/app_stage.h"

#include <cstdlib>
#include <fstream>
#include <map>
#include <stdexcept>
#include <thread>

#include "core/demo/demo.h"
#include "core/library/library.h"

namespace pegboard::test {

namespace {

std::filesystem::path own_folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "pegboard-ui-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("No folder for the test.");
    return pattern;
}

/// The program's data, all but the library that it was built with.
std::filesystem::path data_without_library(const std::filesystem::path& folder) {
    const std::filesystem::path data = folder / "data";
    std::filesystem::create_directories(data);
    for (const auto& each : std::filesystem::directory_iterator(PEGBOARD_DATA))
        if (const auto there = data / each.path().filename(); !std::filesystem::exists(there))
            std::filesystem::create_symlink(each.path(), there);
    std::filesystem::remove(data / "library.db");
    std::filesystem::copy_file(std::filesystem::path(PEGBOARD_DATA) / "library.db", data / "library.db");
    std::ofstream(data / "library.db", std::ios::app) << "x";
    return data;
}

Date the_day() { return *make_date(2026, 9, 29); }

AppOptions options_in(const std::filesystem::path& folder) {
    AppOptions options;
    options.data_dir = PEGBOARD_DATA;
    options.folders = {folder / "config", folder / "state", folder / "cache", folder / "documents"};
    for (const auto& each :
         {options.folders.config, options.folders.state, options.folders.cache, options.folders.documents})
        std::filesystem::create_directories(each);
    options.today = the_day();
    options.minute = 9 * 60 + 20;
    options.keep_backups = false;
    options.fast_key = true;
    return options;
}

void must(const Status& status) {
    if (!status) throw std::runtime_error(status.error().message + " " + status.error().detail);
}

/// A caseload without children still knows its therapist.
void say_who(Caseload& caseload) {
    const Therapist me{.id = mint<TherapistId>(),
                       .name = "Amara Okafor",
                       .credentials = "OTR/L",
                       .discipline = Discipline::ot,
                       .archived = false};
    must(caseload.run(AddTherapist{me}));
    Practice practice = caseload.practice();
    practice.me = me.id;
    must(caseload.run(EditPractice{practice}));
}

constexpr std::int64_t the_morning_ms = 1'790'673'600'000;  // 2026-09-29 9:20 UTC

OpenOptions options_of(const std::filesystem::path& folder) {
    OpenOptions options;
    options.places = {folder / "state", folder / "backups"};
    options.fast_key = true;
    return options;
}

/// Files that every test of the run may copy, since an invented caseload takes longer to write than most tests to run.
class Written {
 public:
    ~Written() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    const std::filesystem::path& file(int children, int days_ago, const Key& key) {
        std::filesystem::path& path = files_[{children, days_ago}];
        if (!path.empty()) return path;
        path = folder_ / (std::to_string(children) + "-" + std::to_string(days_ago) + ".pegboard");
        auto library = Library::open(std::filesystem::path(PEGBOARD_DATA) / "library.db");
        if (!library) throw std::runtime_error(library.error().message);
        constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
        OpenOptions options = options_of(folder_);
        options.throwaway = true;
        options.now_ms = [days_ago] { return the_morning_ms - days_ago * day_ms; };
        auto made = Caseload::create(path, key, options);
        if (!made) throw std::runtime_error(made.error().message);
        if (children > 0)
            must(write_demo(*made.value(), *library.value(), the_day(), children));
        else
            say_who(*made.value());
        return path;
    }

 private:
    std::filesystem::path folder_ = own_folder();
    std::map<std::pair<int, int>, std::filesystem::path> files_;
};

}  // namespace

AppStage::AppStage(Record& record, const AppSetup& setup)
    : folder(own_folder()), file(folder / "test.pegboard"), record_(record), now_ms_(the_morning_ms) {
    MachineSettings settings;
    settings.theme = setup.theme == Theme::dark ? ThemeChoice::dark : ThemeChoice::light;
    settings.text_percent = setup.text_percent;
    std::filesystem::create_directories(folder / "config");
    must(save_machine_settings(folder / "config" / "settings.toml", settings));
    keep_backups_ = setup.keep_backups;
    without_library_ = setup.without_library;
    start();
    if (!setup.open) return;
    const Key key{std::string(passphrase), {}};
    app_->adopt(make(setup, key), key);
}

std::unique_ptr<Caseload> AppStage::make(const AppSetup& setup, const Key& key) {
    static Written written;
    std::filesystem::copy_file(written.file(setup.children, setup.written_days_ago, key), file);
    OpenOptions options = options_of(folder);
    options.throwaway = setup.throwaway;
    options.now_ms = [this] { return now_ms_; };
    auto opened = Caseload::open(file, key, options);
    if (!opened) throw std::runtime_error(opened.error().message);
    return opened.take();
}

AppStage::~AppStage() {
    app_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

void AppStage::start() {
    AppOptions options = options_in(folder);
    options.now_ms = [this] { return now_ms_; };
    options.keep_backups = keep_backups_;
    if (without_library_) options.data_dir = data_without_library(folder);
    app_ = std::make_unique<App>(std::move(options), machine);
    app_->record_into(&record_);
}

void AppStage::crash_and_reopen(const std::function<void()>& meanwhile) {
    app_.reset();
    if (meanwhile) meanwhile();
    start();
    must(app_->open(file, {std::string(passphrase), {}}));
}

void AppStage::frame(double time_s) {
    constexpr std::int64_t frame_ms = 17;
    now_ms_ += frame_ms;
    app_->frame(time_s);
}

float AppStage::scale() const { return app_->design().scale(); }

std::unique_ptr<UiDriver> drive_app(const AppSetup& setup, ImVec2 size) {
    return std::make_unique<UiDriver>([&](Record& record) { return std::make_unique<AppStage>(record, setup); }, size);
}

AppStage& stage_of_app(UiDriver& ui) { return static_cast<AppStage&>(ui.stage()); }

void let_workers_end(UiDriver& ui) {
    constexpr double between_looks_s = 0.15;  // longer than the loop sleeps while a worker is at it
    for (int looks = 0; looks < 6000; ++looks) {
        stage_of_app(ui).app().lock_if_idle(ui.time_s(), ui.time_s());  // somebody is there
        ui.frame();
        const auto wake = stage_of_app(ui).app().next_wake_s();
        if (!wake || *wake > ui.time_s() + between_looks_s) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    throw std::runtime_error("something goes on for ever");
}

}  // namespace pegboard::test
