// The lock. It hides everything with the next frame, then lets go: the connection is closed, and what was read, drawn,
// typed or found is given back and wiped; unlocking opens the file again and shows the same place. What could not be
// saved is never let go: it waits behind the lock, and the lock says so.
//
// What stays in memory while it is locked, since nothing can be done about it: pixels and corners of the last frames in
// the video driver and the window system until others are drawn over them, the shapes of letters (not their order) in
// the atlas, and what other programs were given (the clipboard is emptied if it is still ours). Freed memory is
// overwritten by app/program/wiping_heap.cpp. Until the lock, names may have been swapped out by the system; only keys
// are in locked pages.
#include <malloc.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "app/design/page_textures.h"
#include "app/frame/app_inner.h"
#include "app/frame/kept_views.h"
#include "app/settings/session_pin.h"
#include "app/widgets/widgets.h"
#include "core/open_as_typed.h"
#include "core/rules/live.h"
#include "core/store/clock.h"
#include "core/store/seals/refused.h"

namespace pegboard {
namespace {

constexpr double between_tries_s = 10;  ///< to save what could not be saved, behind the lock

/// Another thing in the place of `thing`, with nothing left of the one before, not even in short texts.
template <class T>
void renew(T& thing, T fresh = {}) {
    std::destroy_at(&thing);
    wipe(&thing, sizeof thing);
    std::construct_at(&thing, std::move(fresh));
}

/// Several texts as one, each ended by a zero, which none of them holds.
std::string zero_ended(const std::vector<std::string>& texts) {
    std::size_t bytes = 0;
    for (const std::string& each : texts) bytes += each.size() + 1;
    std::string all;
    all.reserve(bytes);  // moved nowhere while it grows
    for (const std::string& each : texts) all.append(each, 0, each.find('\0')).push_back('\0');
    return all;
}

std::vector<std::string> texts_of(std::string_view all) {
    std::vector<std::string> texts;
    for (std::size_t end = all.find('\0'); end != std::string_view::npos; end = all.find('\0')) {
        texts.emplace_back(all.substr(0, end));
        all.remove_prefix(end + 1);
    }
    return texts;
}

void wipe_texts(std::vector<std::string>& texts) {
    for (std::string& each : texts) wipe(each);
    texts.clear();
}

/// Only what tells whether it goes on.
Session times_of(const Session& session) {
    Session times;
    times.id = session.id;
    times.length_min = session.length_min;
    times.started_at = session.started_at;
    times.ended_at = session.ended_at;
    return times;
}

}  // namespace

void App::Inner::hold_key(const Key& with) {
    const auto groups = caseload->recovery_key();
    key = groups.ok() ? Key{{}, groups.value()} : with;  // the passphrase is needed no more
}

std::string App::Inner::instant() const {
    return store::utc_text(options.now_ms ? options.now_ms() : store::system_now_ms());
}

void App::Inner::lock() {
    if (!caseload || gate.page != GatePage::none) return;
    for (auto* waiting : {&announced, &between_frames})  // what was asked for is done first
        for (const auto& work : std::exchange(*waiting, {})) work();
    if (!caseload || gate.page != GatePage::none) return;
    save_waiting_edit();
    keep_drafts(true);
    if (storage_problem && !rekeying() && run_stuck()) keep_drafts(true);  // the disk may have room again
    note_locked();
    tell_later();
    locked = {};
    locked.retry_s = ui.clock.time_s + between_tries_s;
    if (const Session* running = session_going_on()) {
        locked.running = times_of(*running);
        locked.pin = PinBox(caseload->recall(session_pin_name), key);
    }
    dismiss();
    forget_typed(ui);  // now, since later somebody may be typing the passphrase
    forget_pages(screens.reports, ui);
    lock_warning = false;
    gate.file = caseload->path();
    gate.turn_to(GatePage::locked);
    gate.by_pin = !locked.pin.empty();
    ui.caseload = nullptr;
    if (ui.record != nullptr) *ui.record = {};
    machine.forget_copied();
    if (options.keep_backups) start_backup();  // with the key gone nothing could be copied at quitting
    constexpr int to_hide = 2, to_blank_pages = 4;
    frames_wanted = std::max(frames_wanted, design->pages().held() > 0 ? to_blank_pages : to_hide);
    let_go();
}

bool App::Inner::at_work() const {
    return backup_job.valid() || backups_job.valid() || history_job.valid() || copy_job.valid() || pages_job.valid() ||
           save_job.valid() || good_copy_job.valid() || rekey_job.valid() || rekey_copies_job.valid() ||
           gate_job.valid();
}

// What was refused was not done, and nobody has seen why. Behind the lock it is also what became of slow work.
void App::Inner::tell_later() {
    const bool behind = gate.page == GatePage::locked;
    for (auto* toast : {&toasts.current, &toasts.wanted}) {
        const bool unseen = behind || toast == &toasts.wanted;
        if (*toast && unseen && ((*toast)->refused || (behind && !(*toast)->undo)))
            told.push_back(std::move((*toast)->words));
    }
    renew(toasts);
}

bool App::Inner::all_kept_behind_lock() {
    if (storage_problem && ui.clock.time_s < locked.retry_s) return false;  // not in every frame
    locked.retry_s = ui.clock.time_s + between_tries_s;
    ui.caseload = caseload.get();  // for what waited until a passphrase was changed
    if (!storage_problem || run_stuck()) {
        run_letters();
        keep_drafts(true);
    }
    tell_later();
    ui.caseload = nullptr;
    look_at_file();  // closed, one that is not ours any more would take along what is only in memory
    return !unsaved();
}

std::string App::Inner::why_held() const {
    if (caseload->file_news().state == FileState::ours)
        return "Some of what you did could not be saved in the file. It is kept in memory behind this lock. Unlock, "
               "and save a copy.";
    return "Something happened to the file of this caseload while it was open. All of it is kept in memory behind this "
           "lock. Unlock, and read what to do.";
}

void App::Inner::let_go() {
    if (gate.page != GatePage::locked) return;
    tell_later();
    if (!locked.pin.empty() && !session_still_on()) {
        locked.pin.wipe();
        gate.by_pin = false;
        frames_wanted = std::max(frames_wanted, 2);
    }
    if (!caseload || at_work()) return;
    const std::string held = all_kept_behind_lock() ? std::string() : why_held();
    if (std::exchange(gate.held, held) != held) frames_wanted = std::max(frames_wanted, 2);
    if (!held.empty()) return;
    put_away();
    wipe_stack();
    ::malloc_trim(0);
}

void App::Inner::put_away() {
    locked.file = caseload->path();
    locked.read_only = caseload->read_only();
    const std::vector<std::string*> typed = typed_words(screens);
    // The words typed, whose number is known, then how many were told and not yet read, those, and all warnings heard.
    std::vector<std::string> words;
    for (std::string* each : typed) {
        words.push_back(*each);
        wipe(*each);
    }
    words.push_back(std::to_string(told.size()));
    for (auto* list : {&told, &heard_before_lock}) {
        words.insert(words.end(), list->begin(), list->end());
        wipe_texts(*list);
    }
    const auto& warnings = caseload->warnings();
    words.insert(words.end(), warnings.begin(), warnings.begin() + static_cast<std::ptrdiff_t>(warnings_heard));
    std::string all = zero_ended(words);
    wipe_texts(words);
    locked.words = SealedWords(all, key.recovery);
    wipe(all);
    renew(screens, kept_views(screens));
    for (const auto& pick : picks)
        if (const auto open = pick.lock()) *open = {};  // it may hold what was to be saved
    for (const auto& print : prints)
        if (const auto open = print.lock()) *open = {};
    forget_records();
    drawn_before = true;
}

void App::Inner::forget_records() {
    announced.clear();
    between_frames.clear();
    drafts.put_away();
    renew(outbox);
    renew(toasts);
    renew(finder);
    renew(picker);
    library->include_own({});
    own_shared.reset();
    ui.caseload = nullptr;
    caseload.reset();
    key = {};
}

bool App::Inner::session_still_on() const {
    return is_running(locked.running) && !is_left_open(locked.running, instant());
}

void App::Inner::answer_unlock(const GateAsk& ask) {
    unlocked_by = ask.key.recovery.empty() ? "passphrase" : "recovery_key";
    if (!caseload) return reopen(ask.key);
    if (!caseload->check_passphrase(ask.key)) {
        ++refused_at_lock;
        return gate.refuse("This passphrase does not open your caseload. Nothing is lost. Try again.", ui.clock.time_s);
    }
    come_back();
}

void App::Inner::answer_pin() {
    const bool still_on = session_still_on();
    const auto opens = still_on ? locked.pin.open(gate.pin) : std::nullopt;
    wipe(gate.pin);
    gate.focus = true;
    frames_wanted = std::max(frames_wanted, 2);
    if (opens) {
        unlocked_by = "pin";
        return caseload ? come_back() : reopen(*opens);
    }
    ++refused_at_lock;
    gate.problem = "This is not the PIN. Nothing is lost. Try again.";
    if (still_on && !locked.pin.empty()) return;
    locked.pin.wipe();
    gate.by_pin = false;
    gate.problem = still_on ? "Five wrong PINs. Your passphrase opens the caseload."
                            : "The session is over. Your passphrase opens the caseload.";
}

void App::Inner::reopen(const Key& with) {
    OpenOptions how = open_options();
    how.read_only = locked.read_only;
    Key opens = with;
    auto opened = open_as_typed(gate.file, opens, how);
    if (opened) return take_in(opened.take(), opens);
    const Error& error = opened.error();
    if (error.field == "passphrase") {
        store::remember_refused(open_options().places, gate.file);  // counted beside the closed file
        return gate.refuse("This passphrase does not open your caseload. Nothing is lost. Try again.", ui.clock.time_s);
    }
    frames_wanted = std::max(frames_wanted, 2);
    gate.in_use = error.field == "in_use";
    if (gate.in_use) {
        gate.problem = error.message;
        return;
    }
    // All was saved before it was let go. What lies there now is told as at any opening; once the file is there again,
    // it opens at the place where it was locked.
    locked.pin.wipe();
    gate.turn_to(GatePage::open);
    gate.copies = kept_backups(open_options().places, gate.file);
    gate.wrong = 1;  // the way to the copies shows
    gate.problem = error.message;
}

void App::Inner::take_in(std::unique_ptr<Caseload> opened, const Key& with) {
    if (locked.words.empty()) return adopt(std::move(opened), with);
    const auto groups = opened->recovery_key();
    const auto sealed = groups.ok() ? locked.words.open(groups.value()) : std::nullopt;
    if (sealed) {
        caseload = std::move(opened);
        hold_key(with);
        return take_up(*sealed);
    }
    const bool in_its_place = opened->path() == locked.file;
    adopt(std::move(opened), with);
    if (in_its_place && history_problem.empty())  // else it is told already
        told.emplace_back(
            "The file in this place is not the one that was locked: it is another caseload, or a copy of yours with "
            "another key. Everything was saved before the lock. Look whether this is the one you want; Settings has "
            "the kept copies.");
    forget_typed(ui);
}

void App::Inner::take_up(const Secret& sealed) {
    need_library();
    refused_at_lock += store::take_refused(open_options().places, caseload->path());
    drafts.load(caseload->drafts());
    std::vector<std::string> words = texts_of(sealed);
    auto next = words.begin();
    for (std::string* each : typed_words(screens)) *each = *next++;
    const auto unread = static_cast<std::ptrdiff_t>(std::stoul(*next++));
    told.insert(told.begin(), next, next + unread);  // before what was told of since
    heard_before_lock.assign(next + unread, words.end());
    warnings_heard = 0;
    wipe_texts(words);
    share_own_activities();
    ui.caseload = caseload.get();
    follow_today(screens.today.rows, ui, screens.today.day.value_or(ui.clock.today));  // the rail counts its notes
    if (!caseload->swapped().empty()) history_problem = caseload->swapped();
    lost_told = saved_elsewhere = leave_anyway = false;
    copies_news = pegboard::backup_news(open_options().places, caseload->path());
    looked_minute = file_looked_minute = -1;
    look_after_opening();
    come_back();
}

void App::Inner::come_back() {
    ui.caseload = caseload.get();
    note_unlocked(unlocked_by);
    locked = {};
    gate.held.clear();
    settle();
    forget_typed(ui);  // the passphrase stood in a field
}

}  // namespace pegboard
