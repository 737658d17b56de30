// The passphrase is changed in three steps: a worker writes the file anew, it takes its place between two frames, a
// worker re-encrypts the kept copies. One that was cut short goes on at the next opening.
#include <spdlog/spdlog.h>

#include <chrono>

#include "app/frame/app_inner.h"

namespace pegboard {
namespace {

template <class T>
bool ready(const std::future<T>& job) {
    return job.valid() && job.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

}  // namespace

void App::Inner::change_passphrase(std::string current, std::string next, Done done) {
    if (!caseload || rekeying() || rekey_copies_job.valid()) return;
    keep_drafts(true);
    save_waiting_edit();
    if (backup_job.valid()) backup_job.wait();  // it reads the file that is to be replaced
    finish_jobs();
    auto job = caseload->rekey_job(current, next);
    if (!job) return done(job.error());
    busy_words = "Writing the file anew under the new passphrase";
    passphrase_done = std::move(done);
    rekey_job = aside([this, work = job.take()]() mutable {
        auto written = write_rekeyed(std::move(work));
        machine.wake();
        return written;
    });
    frames_wanted = std::max(frames_wanted, 2);
}

void App::Inner::finish_rekey_jobs() {
    if (rekey_copies_job.valid() && copies_all > 0)
        busy_words =
            "New passphrase for the kept copies: " + std::to_string(copies_done) + " of " + std::to_string(copies_all);
    if (ready(rekey_job)) {
        const auto written = rekey_job.get();
        for (auto* job : {&history_job}) {  // they read the file under its old key
            if (job->valid()) job->wait();
        }
        if (pages_job.valid()) pages_job.wait();
        Status taken = written.ok() ? caseload->take_rekeyed(written.value()) : Status(written.error());
        frames_wanted = std::max(frames_wanted, 2);
        if (!taken) {
            busy_words.clear();
            return passphrase_ended(taken);
        }
        hold_key(key);
        rekey_copies();
    }
    if (ready(rekey_copies_job)) {
        Status done = rekey_copies_job.get();
        busy_words.clear();
        if (done && caseload) done = caseload->forget_old_key();
        passphrase_ended(done);
        frames_wanted = std::max(frames_wanted, 2);
    }
}

// Behind a lock its screen is let go of, and one that was cut short has none.
void App::Inner::passphrase_ended(const Status& how) {
    if (!how && (!passphrase_done || gate.page == GatePage::locked)) told.push_back(how.error().message);
    if (passphrase_done) std::exchange(passphrase_done, {})(how);
}

void App::Inner::rekey_copies() {
    const auto left = caseload ? caseload->old_copies() : std::nullopt;
    if (!left) {
        busy_words.clear();
        return passphrase_ended({});
    }
    copies_done = copies_all = 0;
    rekey_copies_job = aside([this, copies = *left] {
        const Status done = rekey_backups(copies, [this](int so_far, int all) {
            copies_done = so_far;
            copies_all = all;
            machine.wake();
        });
        machine.wake();
        return done;
    });
}

void App::Inner::resume_rekeying() {
    if (caseload && !rekey_copies_job.valid() && caseload->old_copies()) rekey_copies();
}

}  // namespace pegboard
