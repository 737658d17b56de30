// Puts window, App and caseload together in the order that shows the first frame soonest: the file is
// opened on a worker while the window is made.
#include "app/program/program.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <future>
#include <memory>
#include <optional>
#include <utility>

#include "app/base/worker.h"
#include "app/frame/app.h"
#include "app/platform/instance.h"
#include "app/platform/log.h"
#include "app/platform/process.h"
#include "app/platform/secrets.h"
#include "app/program/loop.h"
#include "app/program/make_report.h"
#include "app/program/measure.h"
#include "app/program/pictures_of_screens.h"
#include "app/program/window.h"
#include "core/demo/demo.h"
#include "core/open_as_typed.h"

namespace pegboard {
namespace {

namespace fs = std::filesystem;

Date system_day() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::localtime_r(&now, &parts);
    return make_date(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday).value_or(Date{});
}

/// A folder for one run, gone with it.
class PassingFolder {
 public:
    PassingFolder() {
        std::error_code none;
        std::string name = (fs::temp_directory_path(none) / "pegboard-XXXXXX").string();
        if (none) throw std::runtime_error("The folder for passing files (TMPDIR) is not there.");
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("There is no room for the demo's files.");
        path_ = name;
    }
    ~PassingFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

 private:
    fs::path path_;
};

struct Opened {
    std::unique_ptr<Caseload> caseload;
    Key key;
    double took_ms = 0;
};

double ms_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

Result<Key> key_of(const Arguments& arguments) {
    if (!arguments.passphrase_fd) return Key{random_passphrase(), {}};
    auto typed = read_passphrase(*arguments.passphrase_fd);
    if (!typed) return typed.error();
    return Key{typed.take(), {}};
}

/// Makes the invented caseload at `file`.
Result<Opened> make_demo(const Arguments& arguments, const fs::path& file, const Key& key, const OpenOptions& options) {
    auto library = Library::open(find_data_dir() / "library.db");
    if (!library) return library.error();
    DemoClock clock(options.now_ms);
    OpenOptions with_clock = options;
    with_clock.now_ms = clock.now_ms();
    auto made = Caseload::create(file, key, with_clock);
    if (!made) return made.error();
    Opened opened{made.take(), key, 0};
    const Date today = arguments.today.value_or(system_day());
    const Status filled = write_demo(*opened.caseload, *library.value(), today, arguments.children, &clock);
    if (!filled) return filled.error();
    return opened;
}

Result<Opened> open_file(const fs::path& file, const Key& key, const OpenOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    Key opens = key;
    auto opened = open_as_typed(file, opens, options);
    if (!opened) return opened.error();
    return Opened{opened.take(), std::move(opens), ms_since(start)};
}

Status write_demo_file(const Arguments& arguments) {
    if (!arguments.passphrase_fd)
        return Error{ErrorKind::refused,
                     {},
                     "--write-demo needs --passphrase-fd: the file is kept, so you must know its passphrase.",
                     {}};
    const auto key = key_of(arguments);
    if (!key) return key.error();
    OpenOptions options;
    const Folders folders = xdg_folders();
    options.places = {folders.state, folders.state / "backups"};
    const fs::path& file = arguments.write_demo;
    std::error_code ignored;
    if (!file.parent_path().empty() && !fs::is_directory(file.parent_path(), ignored))
        return Error{ErrorKind::refused, {}, "There is no such folder. Nothing was written.", {}};
    const bool new_file = !fs::exists(fs::symlink_status(file, ignored));
    const auto made = make_demo(arguments, file, as_kept(key.value()), options);
    if (made) return {};
    if (!new_file || made.error().kind != ErrorKind::storage) return made.error();
    for (const char* end : {"", "-wal", "-shm", "-journal"}) fs::remove(file.string() + end, ignored);
    return Error{ErrorKind::storage,
                 {},
                 "The invented caseload could not be written: the disk may be full. Nothing is left of it.",
                 made.error().detail};
}

/// The clock of another day: it goes on as the system's does, or stands still at `minute`.
std::function<std::int64_t()> clock_of(Date today, std::optional<int> minute) {
    constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
    const auto system_ms = [] {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return static_cast<std::int64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
    };
    const std::int64_t shift = (today - system_day()) * day_ms;
    if (!minute) return [system_ms, shift] { return system_ms() + shift; };
    const auto day = parts(today);
    std::tm local{};
    local.tm_year = day.year - 1900;
    local.tm_mon = day.month - 1;
    local.tm_mday = day.day;
    local.tm_min = *minute;
    local.tm_isdst = -1;
    const std::int64_t fixed = static_cast<std::int64_t>(std::mktime(&local)) * 1000;
    return [fixed] { return fixed; };
}

/// Writes the document that a script asked for; of a demo the caseload goes with the run.
Status write_report_file(const Arguments& arguments) {
    const auto wanted = read_wanted(arguments.report);
    if (!wanted) return wanted.error();
    if (arguments.demo && !arguments.file.empty())
        return Error{ErrorKind::invalid, field_of_usage, "Name a file or ask for --demo, not both.", {}};
    if (!arguments.demo && (!arguments.passphrase_fd || arguments.file.empty()))
        return Error{ErrorKind::invalid, field_of_usage, "--report needs --demo, or a file and --passphrase-fd.", {}};
    const auto key = key_of(arguments);
    if (!key) return key.error();
    std::optional<PassingFolder> passing;
    const Date today = arguments.today.value_or(system_day());
    OpenOptions options;
    const Folders folders = xdg_folders();
    options.places = {folders.state, folders.state / "backups"};
    if (arguments.demo) {
        passing.emplace();
        options.places = {passing->path(), passing->path()};
        options.fast_key = !arguments.passphrase_fd;
        if (arguments.today) options.now_ms = clock_of(today, {});
    }
    auto opened = arguments.demo ? make_demo(arguments, passing->path() / "demo.pegboard", key.value(), options)
                                 : open_file(arguments.file, key.value(), options);
    if (!opened) return opened.error();
    auto library = Library::open(find_data_dir() / "library.db");
    if (!library) return library.error();
    library.value()->include_own(opened.value().caseload->own_activities());
    return write_report(*opened.value().caseload, *library.value(), wanted.value(), arguments.report, today);
}

/// ImGui's context for the life of window and App.
struct Context {
    Context() { ImGui::CreateContext(); }
    ~Context() { ImGui::DestroyContext(); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
};

/// Everything a run in a window needs, in the order of its life.
struct Run {
    explicit Run(const Arguments& given) : arguments(given) {
        passing = given.demo || given.measure || !given.screenshots.empty();
        if (passing) {
            folder = std::make_unique<PassingFolder>();
            options.folders = {folder->path(), folder->path(), folder->path(), folder->path()};
        } else {
            options.folders = xdg_folders();
        }
        options.data_dir = find_data_dir();
        options.keep_backups = !passing;
        options.today = given.today;
        if (given.measure || !given.screenshots.empty()) options.minute = 9 * 60 + 20;  // the clock stands still
        if (given.measure && !options.today) options.today = system_day();
        if (passing && options.today) options.now_ms = clock_of(*options.today, options.minute);
        // Nobody knows the passphrase of a demo that goes with the run: few rounds protect it well.
        options.fast_key = given.demo && !given.passphrase_fd;
        if (!given.file.empty()) options.file = given.file;
    }

    Status go();
    [[nodiscard]] OpenOptions open_options() const;
    void start_opening();
    Status adopt_opened();
    Status finish();
    [[nodiscard]] double derivation_ms();

    Arguments arguments;
    bool passing = false;
    std::unique_ptr<PassingFolder> folder;
    AppOptions options;
    Key key;
    std::future<Result<Opened>> opening;
    double waited_ms = 0;
    StartTimes times;
    Context context;
    Record record;  ///< filled only for a screen reader
    std::unique_ptr<Window> window = std::make_unique<Window>();
    std::unique_ptr<App> app;
    EndSignals* ended = nullptr;  ///< none where no loop runs
};

OpenOptions Run::open_options() const {
    OpenOptions open;
    open.places = {options.folders.state, options.folders.state / "backups"};
    open.fast_key = options.fast_key;
    open.now_ms = options.now_ms;
    return open;
}

void Run::start_opening() {
    const fs::path file = arguments.demo ? folder->path() / "demo.pegboard" : arguments.file;
    const auto open = open_options();
    if (arguments.demo)
        opening = aside([this, file, open]() -> Result<Opened> {
            auto made = make_demo(arguments, file, key, open);
            if (!made || !arguments.measure) return made;
            made.take().caseload.reset();  // measured is opening, not inventing
            return open_file(file, key, open);
        });
    else
        opening = aside([this, file, open] { return open_file(file, key, open); });
}

Status Run::adopt_opened() {
    const auto start = std::chrono::steady_clock::now();
    auto opened = opening.get();
    waited_ms = ms_since(start);
    if (!opened) return opened.error();
    times.unlock_ms = opened.value().took_ms;
    Opened ready = opened.take();
    app->adopt(std::move(ready.caseload), ready.key);
    if (!arguments.measure) key = {};  // measured is the derivation, too
    return {};
}

/// The share of opening that is key derivation: checking a passphrase costs that and one page.
double Run::derivation_ms() {
    const auto start = std::chrono::steady_clock::now();
    static_cast<void>(app->caseload()->check_passphrase(key));
    return ms_since(start);
}

Status Run::go() {
    const bool keyed = arguments.demo || arguments.passphrase_fd;
    if (arguments.measure && !keyed)
        return Error{ErrorKind::refused, {}, "--measure needs --demo, or a file and --passphrase-fd.", {}};
    if (!arguments.screenshots.empty() && !keyed)
        return Error{ErrorKind::refused, {}, "--screenshots needs --demo, or a file and --passphrase-fd.", {}};
    if (keyed) {
        auto typed = key_of(arguments);
        if (!typed) return typed.error();
        key = typed.take();
        if (arguments.demo || options.file) start_opening();
    }
    app = std::make_unique<App>(options, *window);
    if (screen_reader) app->record_into(&record);
    const MachineSettings& settings = app->machine_settings();
    window->open(settings.window_w, settings.window_h, options.data_dir);
    if (!arguments.screenshots.empty()) {
        app->machine_settings().text_percent = arguments.text_percent;
        if (const Status done = picture_gate(*app, *window, arguments.screenshots); !done) return done;
    }
    if (opening.valid())
        if (const Status opened = adopt_opened(); !opened) return opened;
    return finish();
}

Status Run::finish() {
    if (!arguments.screenshots.empty()) return picture_screens(*app, *window, arguments.screenshots);
    draw_frame(*app, *window, window->time_s());
    window->show();
    times.first_frame_ms = process_age_s() * 1000;
    if (arguments.measure) {
        times.first_frame_ms -= std::min(waited_ms, derivation_ms());
        measure(*app, *window, times);
        app->close();
        return {};
    }
    spdlog::info("first frame after {:.0f} ms", times.first_frame_ms);
    window->join_desktop();
    run_loop(*app, *window, *ended, !passing);
    return {};
}

}  // namespace

const char* version() { return PEGBOARD_VERSION; }
void harden() { harden_process(); }

Status run(const Arguments& arguments) {
    if (!arguments.write_demo.empty()) return write_demo_file(arguments);
    if (!arguments.report.kind.empty()) return write_report_file(arguments);
    std::optional<EndSignals> ended;
    if (arguments.screenshots.empty() && !arguments.measure) ended.emplace();
    Run program(arguments);
    program.ended = ended ? &*ended : nullptr;
    start_log(program.options.folders.state);
    const fs::path file = program.options.file.value_or(
        fs::path(load_machine_settings(program.options.folders.config / "settings.toml").last_file));
    if (!program.passing && !file.empty() && raise_other_window(file)) return {};
    const Status status = program.go();
    if (program.app) program.app->close();
    program.app.reset();
    program.window.reset();
    return status;
}

}  // namespace pegboard
