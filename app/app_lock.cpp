// The lock. It hides everything with the next frame, then lets go: the connection is closed, and what was read, drawn,
// typed or found is given back and wiped; unlocking opens the file again and shows the same place. What could not be
// saved is never let go: it waits behind the lock, and the lock says so.
//
// What stays in memory while it is locked, since nothing can be done about it: pixels of the last frame in the video
// driver and the window system until the lock page is drawn over them, the shapes of letters (not their order) in the
// atlas, and what other programs were given (the clipboard is emptied if it is still ours). Freed memory is overwritten
// by app/wiping_heap.cpp. Until the lock, names may have been swapped out by the system; only keys are in locked pages.
#include <malloc.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "app/app_inner.h"
#include "app/screens/kept_views.h"
#include "app/screens/session_pin.h"
#include "app/widgets/widgets.h"
#include "core/open_as_typed.h"
#include "core/rules/live.h"
#include "core/store/clock.h"

namespace pegboard {
namespace {

/// Another thing in the place of `thing`, with nothing left of the one before, not even in short texts.
template <class T>
void renew(T& thing, T fresh = {}) {
    std::destroy_at(&thing);
    wipe(&thing, sizeof thing);
    std::construct_at(&thing, std::move(fresh));
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
    locked = {};
    locked.warned = caseload->warnings();
    if (const Session* running = session_going_on()) {
        locked.running = times_of(*running);
        locked.pin = PinBox(caseload->recall(session_pin_name), key);
    }
    dismiss();
    forget_typed(ui);  // now, since later somebody may be typing the passphrase
    renew(toasts);
    lock_warning = false;
    gate.file = caseload->path();
    gate.turn_to(GatePage::locked);
    gate.by_pin = !locked.pin.empty();
    ui.caseload = nullptr;
    if (ui.record != nullptr) *ui.record = {};
    machine.forget_copied();
    if (options.keep_backups) start_backup();  // with the key gone nothing could be copied at quitting
    frames_wanted = std::max(frames_wanted, 2);
    let_go();
}

bool App::Inner::at_work() const {
    return backup_job.valid() || backups_job.valid() || history_job.valid() || copy_job.valid() || pages_job.valid() ||
           save_job.valid() || good_copy_job.valid() || rekey_job.valid() || rekey_copies_job.valid() ||
           gate_job.valid();
}

void App::Inner::let_go() {
    if (gate.page != GatePage::locked) return;
    if (!locked.pin.empty() && !session_still_on()) {
        locked.pin.wipe();
        gate.by_pin = false;
        frames_wanted = std::max(frames_wanted, 2);
    }
    if (!caseload || at_work()) return;
    ui.caseload = caseload.get();  // for what waited until a passphrase was changed
    run_letters();
    keep_drafts(true);
    ui.caseload = nullptr;
    if (unsaved()) {
        gate.held =
            "Some of what you did could not be saved in the file. It is kept in memory behind this lock. Unlock, and "
            "save a copy.";
        return;
    }
    gate.held.clear();
    locked.read_only = caseload->read_only();
    put_away();
    wipe_stack();
    ::malloc_trim(0);
}

void App::Inner::put_away() {
    std::string typed;
    for (std::string* words : typed_words(screens)) {
        typed += *words;
        typed += '\0';
        wipe(*words);
    }
    locked.typed = SealedWords(typed, key.recovery);
    wipe(typed);
    renew(screens, kept_views(screens));
    forget_records();
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
    if (!caseload) return reopen(ask.key);
    if (!caseload->check_passphrase(ask.key))
        return gate.refuse("This passphrase does not open your caseload. Nothing is lost. Try again.", ui.clock.time_s);
    come_back();
}

void App::Inner::answer_pin() {
    const bool still_on = session_still_on();
    const auto opens = still_on ? locked.pin.open(gate.pin) : std::nullopt;
    wipe(gate.pin);
    gate.focus = true;
    frames_wanted = std::max(frames_wanted, 2);
    if (opens) return caseload ? come_back() : reopen(*opens);
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
    if (opened) {
        caseload = opened.take();
        hold_key(opens);
        return take_up();
    }
    const Error& error = opened.error();
    if (error.field == "passphrase")
        return gate.refuse("This passphrase does not open your caseload. Nothing is lost. Try again.", ui.clock.time_s);
    frames_wanted = std::max(frames_wanted, 2);
    gate.in_use = error.field == "in_use";
    if (gate.in_use) {
        gate.problem = error.message;
        return;
    }
    // All was saved before it was let go. What lies there now is told as at any opening.
    gate.turn_to(GatePage::open);
    gate.copies = kept_backups(open_options().places, gate.file);
    gate.wrong = 1;  // the way to the copies shows
    gate.problem = error.message;
}

void App::Inner::take_up() {
    drafts.load(caseload->drafts());
    if (const auto typed = locked.typed.open(key.recovery)) {
        std::string_view rest = *typed;
        for (std::string* words : typed_words(screens)) {
            const std::size_t end = rest.find('\0');
            if (end == std::string_view::npos) break;
            *words = rest.substr(0, end);
            rest.remove_prefix(end + 1);
        }
    }
    share_own_activities();
    ui.caseload = caseload.get();
    follow_today(screens.today.rows, ui, screens.today.day.value_or(ui.clock.today));  // the rail counts its notes
    for (const std::string& words : caseload->warnings())
        if (std::ranges::find(locked.warned, words) == locked.warned.end()) told.push_back(words);
    if (!caseload->swapped().empty()) history_problem = caseload->swapped();
    lost_told = saved_elsewhere = leave_anyway = false;
    copies_news = pegboard::backup_news(open_options().places, caseload->path());
    looked_minute = file_looked_minute = -1;
    look_after_opening();
    come_back();
}

void App::Inner::come_back() {
    ui.caseload = caseload.get();
    locked = {};
    gate.held.clear();
    settle();
    forget_typed(ui);  // the passphrase stood in a field
}

}  // namespace pegboard
