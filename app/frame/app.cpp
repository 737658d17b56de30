// The App's life: what it opens, what it closes, which page comes next. It refuses to draw here.
#include "app/frame/app.h"

#include "app/frame/app_inner.h"
#include "app/frame/built_in.h"
#include "app/widgets/widgets.h"
#include "core/library/empty_library.h"
#include "core/open_as_typed.h"
#include "core/store/seals/refused.h"

namespace pegboard {
namespace {

std::filesystem::path existing(const std::string& file) {
    std::error_code ignored;
    return !file.empty() && std::filesystem::exists(file, ignored) ? std::filesystem::path(file)
                                                                   : std::filesystem::path();
}

void prepare_imgui() {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // no file of ours names a window, no log holds a word
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = true;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.ConfigErrorRecoveryEnableTooltip = false;
#ifdef NDEBUG
    io.ConfigDebugHighlightIdConflicts = false;  // words for programmers
#endif
}

}  // namespace

App::Inner::Inner(AppOptions given, Machine& given_machine) : options(std::move(given)), machine(given_machine) {
    library_coming =
        std::async(std::launch::async, [file = options.data_dir / "library.db"] { return open_built_in(file); });
    prepare_imgui();
    settings_file = options.folders.config / "settings.toml";
    settings = load_machine_settings(settings_file);
    say_hours_of_system();
    design = Design::load(options.data_dir);
    ui.design = design.get();
    ui.nav = &nav;
    ui.outbox = &outbox;
    ui.drafts = &drafts;
    ui.toasts = &toasts;
    ui.actions = &actions;
    ui.services = this;
    ui.machine = &settings;
    ui.selected_elsewhere = [this] { return machine.selected_elsewhere(); };
    actions.why_not = [this](ActionId id) { return why_not(id); };
    if (const auto file = options.file ? *options.file : existing(settings.last_file); !file.empty()) ask_for(file);
}

App::Inner::~Inner() = default;

OpenOptions App::Inner::open_options() const {
    OpenOptions open;
    open.places = {options.folders.state, options.folders.state / "backups"};
    open.fast_key = options.fast_key;
    open.now_ms = options.now_ms;
    return open;
}

// Records can always be reached: without the built-in library there is an empty one, and nothing is planned from it.
void App::Inner::need_library() {
    if (library) return;
    auto opened = library_coming.get();
    if (opened) {
        library = opened.take();
    } else {
        library_problem = opened.error().message;
        library = empty_library();
    }
    ui.library = library.get();
}

void App::Inner::share_own_activities() {
    // Without the built-in precautions a therapist's own activities could not be held against them either.
    if (!caseload || !library_problem.empty() || own_shared == caseload->own_activities_revision()) return;
    library->include_own(caseload->own_activities());
    own_shared = caseload->own_activities_revision();
}

Status App::Inner::open(const std::filesystem::path& file, const Key& with) {
    Key opens = with;
    auto opened = open_as_typed(file, opens, open_options());
    if (!opened) return opened.error();
    take_in(opened.take(), opens);
    return {};
}

Status App::Inner::create(const std::filesystem::path& file, const Key& with) {
    const Key lasting = as_kept(with);
    auto made = Caseload::create(file, lasting, open_options());
    if (!made) return made.error();
    adopt(made.take(), lasting);
    return {};
}

void App::Inner::adopt(std::unique_ptr<Caseload> opened, const Key& with) {
    need_library();
    caseload = std::move(opened);
    hold_key(with);
    locked = {};
    screens = {};
    nav = {};
    drafts = {};
    drafts.load(caseload->drafts());
    ui.caseload = caseload.get();
    own_shared.reset();
    share_own_activities();
    storage_problem.reset();
    stuck.clear();
    damage_problem.clear();
    told.clear();
    saved_copy.clear();
    newest_of = 0;
    heard_before_lock.clear();
    warnings_heard = 0;
    if (std::exchange(settings.set_aside, false))
        told.emplace_back(
            "The settings of this laptop could not be read. They are kept as settings.toml.unreadable, and the usual "
            "ones serve. Your caseload is not touched.");
    lost_told = saved_elsewhere = leave_anyway = false;
    copies_news = pegboard::backup_news(open_options().places, caseload->path());
    history_problem = caseload->swapped();
    records_do_not_fit = check_tells = false;
    in_sight.clear();
    unnoted.clear();
    if (!caseload->read_only())
        if (const int tries = store::take_refused(open_options().places, caseload->path()); tries > 0)
            note(AccessKind::refused, {}, "before_" + std::to_string(tries));
    note(AccessKind::opened, {}, with.recovery.empty() ? "passphrase" : "recovery_key");
    looked_minute = file_looked_minute = -1;
    steps_made.clear();
    look_after_opening();
    settle();
}

void App::Inner::look_after_opening() {
    between_frames.emplace_back([this] {
        start_history_check();
        start_page_check();
        resume_rekeying();
    });
    if (!options.keep_backups) return;
    between_frames.emplace_back([this] { start_backup(); });
    if (settings.last_file == caseload->path()) return;
    settings.last_file = caseload->path();
    if (const Status saved = save_machine_settings(settings_file, settings); !saved) toasts.warn(saved.error().message);
}

void App::Inner::settle() {
    const bool somebody = caseload->practice().me && caseload->therapist(caseload->practice().me) != nullptr;
    gate.turn_to(somebody || caseload->read_only() ? GatePage::none : GatePage::who);
    gate.wrong = 0;
    gate.blocked_until_s = 0;
    frames_wanted = 2;
}

void App::Inner::close() {
    // First of all, since the program may be ended while it waits for what is under way.
    save_waiting_edit();
    keep_drafts(true);
    if (backup_job.valid()) backup_job.wait();
    if (save_job.valid()) save_job.wait();
    if (rekey_job.valid()) rekey_job.wait();
    finish_rekey_jobs();
    if (rekey_copies_job.valid()) rekey_copies_job.wait();
    finish_rekey_jobs();
    // These were about the file that closes.
    if (history_job.valid()) static_cast<void>(history_job.get());
    if (pages_job.valid()) static_cast<void>(pages_job.get());
    if (!caseload) return;
    keep_drafts(true);
    save_waiting_edit();
    keep_at_the_end();
    note(AccessKind::closed, {}, {});
    write_notes();
    screens = {};
    forget_records();
    forget_typed(ui);
    machine.forget_copied();
}

void App::Inner::keep_at_the_end() {
    if (caseload->read_only()) return;
    look_at_file();
    // At the end of a session nobody can be asked: what the file does not take goes among the kept copies.
    if (unsaved()) {
        const Status kept_aside = saved_elsewhere ? Status{} : keep_from_memory(all_of_it());
        if (!kept_aside) copies_failed(kept_aside.error());
        return;
    }
    if (!options.keep_backups) return;
    // Noted beside the copies too, so that Today says it at the next start.
    if (const Status status = keep_backup(*caseload, key, open_options(), true); !status)
        copies_failed(status.error());
    else
        took_copies_news();
}

// ---------------------------------------------------------------- the public face
std::future<Status> Machine::copy_picture(ImDrawData&, int, int) {
    std::promise<Status> told;
    told.set_value(Error{ErrorKind::refused, {}, "Pictures cannot be copied here.", "no window"});
    return told.get_future();
}

App::App(AppOptions options, Machine& machine) : inner_(std::make_unique<Inner>(std::move(options), machine)) {}
App::~App() = default;
Status App::open(const std::filesystem::path& file, const Key& key) { return inner_->open(file, key); }
Status App::create(const std::filesystem::path& file, const Key& key) { return inner_->create(file, key); }
void App::adopt(std::unique_ptr<Caseload> caseload, const Key& key) { inner_->adopt(std::move(caseload), key); }
void App::ask_for(const std::filesystem::path& file) { inner_->ask_for(file); }
void App::close() { inner_->close(); }
void App::lock() { inner_->lock(); }
void App::preview(GatePage page) { inner_->gate.turn_to(page); }
void App::dismiss() { inner_->dismiss(); }
bool App::locked() const { return inner_->gate.page == GatePage::locked; }
bool App::wants_quit() const { return inner_->quit; }
Caseload* App::caseload() { return inner_->caseload.get(); }
Ui& App::ui() { return inner_->ui; }
Screens& App::screens() { return inner_->screens; }
Design& App::design() { return *inner_->design; }
MachineSettings& App::machine_settings() { return inner_->settings; }
void App::run_action(ActionId id) { inner_->run_action(id); }
void App::record_into(Record* record) { inner_->ui.record = record; }
std::optional<double> App::next_wake_s(bool unseen) const { return inner_->next_wake_s(unseen); }
void App::upkeep(double time_s) { inner_->upkeep(time_s); }

void App::frame(double time_s) {
    inner_->begin_frame(time_s);
    inner_->draw();
    inner_->after_frame();
}

}  // namespace pegboard
