// What the App does for screens outside the frame: machine settings, copies, keys, files. Copies run
// on a worker with its own connection.
#include "app/base/services.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>

#include "app/frame/app_inner.h"
#include "app/platform/private_text.h"
#include "core/store/file/damage.h"
#include "core/store/seals/history_check.h"

namespace pegboard {
namespace {

template <class T>
bool ready(const std::future<T>& job) {
    return job.valid() && job.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

/// Begins every recovery sheet, and nothing else.
constexpr std::string_view sheet_head = "Pegboard recovery sheet";

std::string sheet_text(const std::string& file, const std::string& groups, const std::string& day,
                       const std::string& mark) {
    return std::string(sheet_head) + "\n\nFile: " + file + "\nMade on: " + day + "\nState of the file then: " + mark +
           "\n(\"Is the file whole?\" in Settings compares a file with this state: an older file in its place shows.)" +
           "\n\nThis key opens the file when the passphrase is forgotten. Whoever has it and the file can read "
           "everything in it.\nPrint this page, lock it away, and delete the text file.\n\n" +
           groups + "\n\nTo use it: open Pegboard, choose \"Use the recovery key\" and type the groups.\n";
}

}  // namespace

void App::Inner::set_machine(MachineSettings next) {
    next.text_percent = std::clamp(next.text_percent, 80, 200);
    if (next != settings) note(AccessKind::settings, {}, "this_computer");
    settings = std::move(next);
    if (const Status saved = save_machine_settings(settings_file, settings); !saved) toasts.warn(saved.error().message);
    frames_wanted = std::max(frames_wanted, 2);
}

void App::Inner::pick(FilePicker::What what, std::string name, std::function<void(std::filesystem::path)> done) {
    const auto held = std::make_shared<Picked>(std::move(done));  // a lock takes it away
    std::erase_if(picks, [](const auto& pick) { return pick.expired(); });
    picks.push_back(held);
    const auto heard = [this, held](const std::filesystem::path& file) {
        frames_wanted = std::max(frames_wanted, 2);
        if (file.empty()) return;
        if (*held) return (*held)(file);
        told.emplace_back("A file was chosen behind the lock. Nothing was saved or opened. Choose it again.");
    };
    const bool shown = what == FilePicker::What::save ? machine.ask_save(name, heard) : machine.ask_open(heard);
    if (!shown) open_picker(picker, what, options.folders.documents, std::move(name), heard);
    frames_wanted = std::max(frames_wanted, 2);
}

void App::Inner::back_up_now() {
    if (!caseload || backup_job.valid() || save_job.valid()) return;
    pick(FilePicker::What::save, "Caseload copy " + iso(ui.clock.today) + ".pegboard",
         [this](const auto& target) { save_copy_to(target); });
}

void App::Inner::draw_chart_alone(const std::function<void(ImDrawData&, int, int)>& use) {
    const Goal* goal = caseload ? caseload->goal(screens.goal.story.of) : nullptr;
    if (goal == nullptr) return;
    constexpr int width = 1600, height = 800;
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    list.PushTexture(ImGui::GetIO().Fonts->TexRef);
    list.PushClipRect({0, 0}, {width, height});
    const float scale = design->scale();
    const Child* child = caseload->child(goal->child);
    const std::string title = (child != nullptr ? shown_call_name(ui, *child) + ": " : std::string()) + goal->title;
    draw_chart_picture(ui, list, {0, 0, width / scale, height / scale}, screens.goal.story.picture.chart,
                       screens.goal.story.view, title);
    ImDrawData drawn;
    drawn.Valid = true;
    drawn.DisplaySize = {width, height};
    drawn.FramebufferScale = {1, 1};
    drawn.Textures = &ImGui::GetPlatformIO().Textures;
    drawn.AddDrawList(&list);
    use(drawn, width, height);
}

ChildId App::Inner::child_of_chart() const {
    const Goal* goal = caseload ? caseload->goal(screens.goal.story.of) : nullptr;
    return goal != nullptr ? goal->child : ChildId{};
}

void App::Inner::save_chart() {
    pick(FilePicker::What::save, "Chart " + iso(ui.clock.today) + ".png", [this](const std::filesystem::path& file) {
        draw_chart_alone([&](ImDrawData& drawn, int width, int height) {
            const Status saved = machine.save_picture(drawn, width, height, file);
            if (saved) note(AccessKind::saved, child_of_chart(), "chart");
            if (saved)
                toasts.show("Picture saved. It names the child: keep it as you keep the record.");
            else
                toasts.warn(saved.error().message);
        });
    });
}

void App::Inner::copy_chart() {
    if (copy_job.valid()) return;
    draw_chart_alone([this](ImDrawData& drawn, int width, int height) {
        copy_job = machine.copy_picture(drawn, width, height);
        frames_wanted = std::max(frames_wanted, 1);
    });
}

void App::Inner::start_backup() {
    if (!caseload || caseload->read_only() || backup_job.valid() || rekeying()) return;
    backup_job = aside([this, job = pegboard::backup_job(*caseload, key, open_options(), false)] {
        const Status status = keep_backup(job);
        machine.wake();
        return status;
    });
}

void App::Inner::start_history_check() {
    if (!caseload || history_job.valid()) return;
    history_job = aside([this, file = caseload->path(), with = key, how = open_options(),
                         second = caseload->practice().second_backup_folder] {
        auto found = check_history(file, with, how.fast_key);
        // One does not hide the other: both are accepted at once.
        const auto copies = check_against_copies(file, second, with, how);
        if (found.ok() && found.value().empty())
            found = copies;
        else if (found.ok() && copies.ok() && !copies.value().empty())
            found = found.value() + " " + copies.value();
        machine.wake();
        return found;
    });
}

void App::Inner::restore_backup(const std::filesystem::path& backup) {
    if (!caseload) return;
    between_frames.emplace_back([this, backup] {
        const std::filesystem::path file = caseload->path();
        close();
        gate.file = file;
        gate.copies = {{backup, {}, 0}};
        gate.turn_to(GatePage::copies);
    });
}

void App::Inner::restore_from_file() {
    pick(FilePicker::What::open, {}, [this](const auto& file) { restore_backup(file); });
}

void App::Inner::read_backups() {
    if (!caseload || backups_job.valid()) return;
    backups_job = aside([this, places = open_options().places, file = caseload->path()] {
        auto found = kept_backups(places, file);
        machine.wake();
        return found;
    });
}

void App::Inner::save_recovery_sheet(std::string passphrase, Done done) {
    busy_words = "Checking the passphrase";
    between_frames.emplace_back([this, passphrase = std::move(passphrase), done] {
        busy_words.clear();
        if (!caseload) return;
        if (!caseload->check_passphrase({passphrase, {}}))
            return done(invalid("passphrase", "This passphrase does not open your caseload. Try again."));
        pick(FilePicker::What::save, "Pegboard recovery sheet.txt",
             [this, done](const auto& file) { write_sheet(file, done); });
    });
}

void App::Inner::write_sheet(const std::filesystem::path& file, const Done& done) {
    if (!caseload) return;
    auto groups = caseload->recovery_key();
    if (!groups) return done(groups.error());
    const Status saved = save_private_text(
        file, sheet_text(caseload->path().filename().string(), groups.value(), say(ui.clock.today), file_mark()),
        sheet_head);
    if (saved) note(AccessKind::saved, {}, "recovery_sheet");
    done(saved);
}

void App::Inner::save_text(std::string name, std::string text, Done done) {
    pick(FilePicker::What::save, std::move(name),
         [this, text = std::move(text), done = std::move(done)](const auto& file) {
             const Status saved = save_private_text(file, text, text);
             if (saved) note(AccessKind::saved, {}, "text");
             done(saved);
         });
}

void App::Inner::save_pdf(std::string name, std::string pdf, ChildId child, Done done) {
    constexpr std::string_view kind = "%PDF-";
    pick(FilePicker::What::save, std::move(name),
         [this, pdf = std::move(pdf), child, done = std::move(done), kind](const auto& file) {
             const Status saved = save_private_text(file, pdf, kind);
             if (saved) note(AccessKind::saved, child, "report");
             done(saved);
         });
}

bool App::Inner::print_pdf(std::string title, const std::string& pdf, ChildId child,
                           std::function<void(PrintEnd)> done) {
    const auto held = std::make_shared<PrintHeard>(std::move(done));  // a lock takes it away
    std::erase_if(prints, [](const auto& print) { return print.expired(); });
    prints.push_back(held);
    return machine.print(std::move(title), pdf, [this, held, child](PrintEnd end) {
        frames_wanted = std::max(frames_wanted, 2);
        if (end == PrintEnd::sent) note(AccessKind::printed, child, "report");
        if (*held) return (*held)(end);
        if (end == PrintEnd::sent)
            told.emplace_back(
                "Pages that were on their way to the printer at the lock have gone there. Say in Reports who gets "
                "them.");
    });
}

void App::Inner::read_text(std::function<void(const Result<TextFile>&)> done) {
    constexpr std::uintmax_t most = 4U << 20U;
    pick(FilePicker::What::open, {}, [this, done = std::move(done)](const std::filesystem::path& file) {
        const std::string name = file.filename().string();
        std::error_code error;
        if (is_caseload(file))
            return done(Error{ErrorKind::invalid, {}, "This file belongs to a caseload. Choose another file.", {}});
        const auto size = std::filesystem::file_size(file, error);
        if (error || size > most) {
            const char* why =
                error ? "This file cannot be read. Choose another file." : "This file is too large to be a pack.";
            return done(Error{ErrorKind::invalid, {}, why, error.message()});
        }
        std::ifstream in(file, std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        if (in.bad()) return done(Error{ErrorKind::storage, {}, "This file could not be read to its end.", {}});
        note(AccessKind::brought_in, {}, "text");
        done(TextFile{name, std::move(text)});
    });
}

void App::Inner::finish_backup() {
    const Status status = backup_job.get();
    if (!rekeying() && !rekey_copies_job.valid()) busy_words.clear();
    if (std::exchange(backup_tells, false)) {
        if (status)
            toasts.show("Copy saved and checked");
        else
            toasts.warn(status.error().message);
    } else if (!status) {
        copies_failed(status.error());
    } else if (caseload) {
        took_copies_news();
        frames_wanted = std::max(frames_wanted, 1);
    }
}

void App::Inner::took_copies_news() {
    BackupNews news = pegboard::backup_news(open_options().places, caseload->path());
    if (news.last_good_utc > copies_news.last_good_utc) note(AccessKind::backed_up, {}, {});
    copies_news = std::move(news);
}

void App::Inner::check_everything() {
    if (!caseload || history_job.valid() || pages_job.valid() || rekeying()) return;
    check_tells = true;
    busy_words = "Checking every page and record";
    start_history_check();
    start_page_check();
}

void App::Inner::finish_history_check() {
    const auto found = history_job.get();
    const bool tells = std::exchange(check_tells, false);
    if (tells) busy_words.clear();
    frames_wanted = std::max(frames_wanted, 2);
    if (!found) {
        spdlog::error("history check: {}", found.error().detail);
        if (is_damage(found.error()) && damage_problem.empty()) damage_problem = found.error().message;
        if (tells) toasts.warn(found.error().message);
        return;
    }
    records_do_not_fit = !found.value().empty();
    if (records_do_not_fit) {
        const std::string swapped = caseload ? caseload->swapped() : std::string();
        history_problem = swapped + (swapped.empty() ? "" : " ") + found.value();
        return;
    }
    if (caseload && !rekeying()) caseload->note_all_fits();
    if (tells) toasts.show("Everything fits: history, records and their digests");
}

std::string App::Inner::file_mark() const {
    const auto mark = caseload ? caseload->file_mark() : Result<FileMark>(FileMark{});
    return mark ? mark.value().words() : std::string();
}

Result<std::string> App::Inner::compare_mark(const std::string& words) const {
    return caseload ? caseload->compare_mark(words) : Result<std::string>(std::string());
}

void App::Inner::finish_jobs() {
    finish_keeping_jobs();
    finish_rekey_jobs();
    finish_gate_job();
    if (ready(backup_job)) finish_backup();
    if (ready(copy_job)) {
        const Status copied = copy_job.get();
        if (copied) note(AccessKind::copied, child_of_chart(), "chart");
        if (copied)
            toasts.show("Picture copied. It names the child, and leaves the clipboard after 30 seconds.");
        else if (gate.page == GatePage::none)
            screens.goal.story.copy_problem = copied.error().message;
        frames_wanted = std::max(frames_wanted, 2);
    }
    if (ready(history_job)) finish_history_check();
    if (ready(backups_job)) {
        kept = backups_job.get();
        if (caseload) copies_news = pegboard::backup_news(open_options().places, caseload->path());
        frames_wanted = std::max(frames_wanted, 1);
    }
}

}  // namespace pegboard
