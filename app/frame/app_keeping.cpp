// Whether what was done is kept, and where: the file is looked at, what it does not take waits in its order, copies are
// made from memory, and nothing is discarded without a question.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>

#include "app/frame/app_inner.h"
#include "app/widgets/widgets.h"
#include "core/store/file/damage.h"
#include "core/store/seals/history_check.h"

namespace pegboard {
namespace {

constexpr std::string_view quit_dialog = "Before quitting";

template <class T>
bool ready(const std::future<T>& job) {
    return job.valid() && job.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

}  // namespace

void App::Inner::look_at_file() {
    if (!caseload) return;
    const bool ours = caseload->look_at_file().state == FileState::ours;
    if (ours || std::exchange(lost_told, true)) return;
    spdlog::error("the file is another one: {}", static_cast<int>(caseload->file_news().state));
    frames_wanted = std::max(frames_wanted, 2);
}

bool App::Inner::unsaved() const {
    if (!caseload || caseload->read_only()) return false;
    return storage_problem || !stuck.empty() || !drafts.all_kept() || caseload->file_news().state != FileState::ours;
}

MemoryCopy App::Inner::all_of_it() const {
    MemoryCopy copy{caseload->path(), caseload->image(), key, {}, caseload->drafts(), open_options()};
    for (const Outbox::Letter& letter : stuck) copy.waiting.push_back(letter.command);
    return copy;
}

void App::Inner::try_again() {
    if (!caseload) return;
    if (run_stuck()) keep_drafts(true);
    frames_wanted = std::max(frames_wanted, 2);
}

void App::Inner::save_copy_to(const std::filesystem::path& target) {
    if (!caseload || save_job.valid() || backup_job.valid()) return;
    keep_drafts(true);
    busy_words = "Saving a copy";
    frames_wanted = std::max(frames_wanted, 2);
    MemoryCopy all = all_of_it();
    if (!all.image) {  // open to look only: the file itself is copied
        backup_tells = true;
        backup_job = aside([this, target, from = caseload->path(), with = key, fast = options.fast_key] {
            const Status status = back_up(from, with, target, fast);
            machine.wake();
            return status;
        });
        return;
    }
    saving_to = target;
    save_job = aside([this, target, all = std::move(all)] {
        auto saved = save_from_memory(all, target);
        machine.wake();
        return saved;
    });
}

void App::Inner::go_on_where_it_is() {
    if (!caseload || rekeying()) return;
    const std::filesystem::path there = caseload->file_news().now_at;  // the caseload is left while it is used
    go_on_in(there, std::exchange(stuck, {}), "Open where it is now. Nothing is lost.");
}

void App::Inner::go_on_in_the_copy() {
    if (!caseload || rekeying() || saved_copy.empty()) return;
    // What waited when the copy was made is in it.
    auto waiting = std::exchange(stuck, {});
    waiting.erase(waiting.begin(),
                  waiting.begin() + static_cast<std::ptrdiff_t>(std::min(saved_waiting, waiting.size())));
    go_on_in(std::filesystem::path(saved_copy), waiting, "The copy is your caseload now.");
}

void App::Inner::go_on_in(const std::filesystem::path& there, const std::vector<Outbox::Letter>& waiting,
                          const char* said) {
    const auto typed = caseload->drafts();
    const Key with = key;
    caseload->look_at_file();
    auto opened = [&] {
        ui.caseload = nullptr;
        caseload.reset();
        return Caseload::open(there, with, open_options());
    }();
    if (!opened) {
        // Everything saved is in that file; what waits is told with the reason, and the gate asks for the file.
        gate.file = there;
        gate.turn_to(GatePage::open);
        gate.problem = opened.error().message;
        gate.in_use = opened.error().field == "in_use";
        return;
    }
    for (const auto& [field, text] : typed)
        if (const Status drafted = opened.value()->keep_draft(field, text); !drafted) storage_failed(drafted.error());
    adopt(opened.take(), with);
    for (const Outbox::Letter& letter : waiting) outbox.send(letter.command, letter.done);
    toasts.show(said);
}

void App::Inner::look_at_the_other_file() {
    if (!caseload || rekeying()) return;
    if (const Status rescued = keep_from_memory(all_of_it()); !rescued) return toasts.warn(rescued.error().message);
    const std::filesystem::path file = caseload->path();
    saved_elsewhere = true;
    close();
    gate.file = file;
    gate.turn_to(GatePage::open);
    gate.problem = "What you had is kept among the copies of this file.";
}

void App::Inner::open_to_look_only() {
    if (!caseload || rekeying()) return;
    const std::filesystem::path file = caseload->path();
    const Key with = key;
    const std::string problem = damage_problem;
    keep_drafts(true);
    ui.caseload = nullptr;
    caseload.reset();
    OpenOptions look = open_options();
    look.read_only = true;
    auto opened = Caseload::open(file, with, look);
    if (opened) {
        adopt(opened.take(), with);
        damage_problem = problem;  // said without what was just done
        if (const auto at = damage_problem.find(", or look only"); at != std::string::npos)
            damage_problem.erase(at, damage_problem.find('.', at) - at);
        return;
    }
    gate.file = file;
    gate.turn_to(GatePage::copies);
    gate.copies = kept_backups(open_options().places, file);
    gate.problem = opened.error().message;
}

void App::Inner::go_to_newest_good_copy() {
    if (!caseload || good_copy_job.valid()) return;
    busy_words = "Looking for the newest good copy";
    good_copy_job =
        aside([this, places = open_options().places, file = caseload->path(), with = key, fast = options.fast_key] {
            auto found = newest_good_backup(places, file, with, fast);
            machine.wake();
            return found;
        });
}

void App::Inner::copies_failed(const Error& error) {
    spdlog::error("copy: {}", error.detail);
    if (caseload) copies_news = pegboard::backup_news(open_options().places, caseload->path());
    copies_news.why = error.message;
    if (is_damage(error) && damage_problem.empty()) damage_problem = error.message;
    frames_wanted = std::max(frames_wanted, 2);
}

void App::Inner::watch_copies() {
    constexpr int between_min = 10;
    if (!caseload || copies_news.why.empty() || ui.clock.minute % between_min != 0) return;
    if (std::exchange(copies_tried_minute, ui.clock.minute) != ui.clock.minute) start_backup();
}

void App::Inner::start_page_check() {
    if (!caseload || pages_job.valid()) return;
    pages_job = aside([this, file = caseload->path(), with = key, fast = options.fast_key] {
        const Status found = check_pages(file, with, fast);
        machine.wake();
        return found;
    });
}

void App::Inner::finish_keeping_jobs() {
    if (ready(save_job)) {
        const auto saved = save_job.get();
        busy_words.clear();
        if (!saved) {
            toasts.warn(saved.error().message);
        } else {
            saved_elsewhere = true;
            note(AccessKind::saved, {}, "whole_copy");
            saved_copy =
                caseload && caseload->file_news().state != FileState::ours ? saving_to : std::filesystem::path();
            saved_waiting = stuck.size();
            if (saved.value().empty())
                toasts.show("Copy saved and checked");
            else
                for (const std::string& lost : saved.value()) told.push_back("The copy lacks something: " + lost);
        }
        frames_wanted = std::max(frames_wanted, 2);
    }
    if (ready(pages_job)) {
        const Status whole = pages_job.get();
        // What is no damage is told by the next write or copy, which meet the same disk.
        if (!whole) spdlog::error("pages: {}", whole.error().detail);
        if (!whole && is_damage(whole.error())) {
            damage_problem =
                "Part of this caseload's file is damaged. What is on screen could be read. Go back to the newest good "
                "copy, or look only and save what you need.";
            frames_wanted = std::max(frames_wanted, 2);
        }
    }
    if (ready(good_copy_job)) {
        const auto found = good_copy_job.get();
        busy_words.clear();
        if (found)
            restore_backup(found->file);
        else
            toasts.warn("No kept copy of this caseload is whole. Save a copy of what is on screen elsewhere.");
        frames_wanted = std::max(frames_wanted, 2);
    }
}

bool App::Inner::may_end() {
    quit = false;
    if (leave_anyway || !caseload) return true;
    if (rekeying()) rekey_job.wait();
    finish_rekey_jobs();
    if (gate.page != GatePage::locked) {
        keep_drafts(true);
        save_waiting_edit();
    }
    look_at_file();
    quit_reason.clear();
    if (unsaved() && !saved_elsewhere)
        quit_reason = caseload->file_news().state == FileState::ours
                          ? "Some of what you did could not be saved in the file. Without a copy it is gone."
                          : caseload->file_news().message;
    if (quit_reason.empty() && options.keep_backups && !caseload->read_only() && !saved_elsewhere) {
        if (backup_job.valid()) backup_job.wait();
        finish_jobs();
        const Status copied = keep_backup(*caseload, key, open_options(), true);
        if (copied) took_copies_news();
        if (!copied) {
            copies_failed(copied.error());
            quit_reason = "Everything is saved, but no copy could be made on closing. " + copied.error().message;
        }
    }
    if (quit_reason.empty()) return true;
    frames_wanted = std::max(frames_wanted, 2);
    if (gate.page == GatePage::none) {
        open_quit_question = true;
        return false;
    }
    // No dialog shows there. What waits goes among the kept copies; where that fails it is said once.
    if (unsaved() && keep_from_memory(all_of_it())) return saved_elsewhere = true;
    gate.problem = gate.page == GatePage::locked
                       ? "Not everything is kept yet. Unlock, and save a copy before you quit."
                       : quit_reason;
    leave_anyway = true;
    return false;
}

void App::Inner::draw_quit_question() {
    if (std::exchange(open_quit_question, false)) open_dialog(ui, quit_dialog);
    const auto rect = begin_dialog(ui, quit_dialog, "Quit now?", 520);
    if (!rect) return;
    const float used = text_wrapped(ui, *rect, quit_reason);
    const int pressed = end_dialog(ui, rect->y + used, {"Save a copy", "Quit all the same", "Stay"});
    if (pressed >= 0) close_dialog(ui);
    if (pressed == 0) between_frames.emplace_back([this] { back_up_now(); });
    if (pressed == 1) {
        leave_anyway = true;
        quit = true;
    }
}

void App::look_at_file() { inner_->look_at_file(); }
bool App::may_end() { return inner_->may_end(); }

}  // namespace pegboard
