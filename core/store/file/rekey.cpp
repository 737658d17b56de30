// Changing the passphrase. The whole file is written anew beside the old one and takes its place in one rename, so a
// kill at any step leaves a file that opens with the old or the new passphrase. The key of before stays in the new
// file, encrypted with all else, until every kept copy has the new one: what was cut short is taken up again.
#include <algorithm>

#include "core/rules/validate.h"
#include "core/store/file/backups.h"
#include "core/store/file/copies.h"
#include "core/store/file/fault.h"
#include "core/store/file/files.h"
#include "core/store/file/known_files.h"
#include "core/store/open_caseload.h"
#include "core/store/seals/access_log.h"

namespace pegboard {
namespace {
namespace fs = std::filesystem;
using store::Access;
using store::Database;
using store::RawKey;

constexpr std::string_view old_key_name = "rekey.old.";

fs::path source_of(const RekeyJob& job) { return store::with_suffix(job.written, ".from"); }

/// The re-encrypted file, with the key of before in it.
Status write_under(const RekeyJob& job, const RawKey& old_key, const RawKey& fresh) {
    auto from = store::open_database(source_of(job), old_key, Access::write);
    if (!from.ok())
        return from.error().kind == ErrorKind::invalid
                   ? invalid("current", "This is not the present passphrase. Nothing was changed.")
                   : from.error();
    if (Status copied = store::copy_verified(*from.value(), fresh, job.written); !copied.ok()) return copied;
    Database written(job.written, fresh, Access::write);
    SQLite::Statement keep(written.sql(), "INSERT OR REPLACE INTO view_state VALUES (?1, ?2)");
    keep.bind(1, std::string(old_key_name) + store::hex(old_key.salt));
    keep.bind(2, store::hex(old_key.key));
    keep.exec();
    store::Transaction transaction(written);
    store::Seals seals(written);
    if (Status noted = store::add_access(written, seals, job.event); !noted.ok()) return noted;
    transaction.commit();
    return {};
}
}  // namespace

Result<RekeyJob> write_rekeyed(RekeyJob job) {
    try {
        if (!job.image || job.image->file.size() < 16) return store::does_not_open();
        std::array<unsigned char, 16> salt{};
        std::copy_n(job.image->file.begin(), salt.size(), salt.begin());
        const RawKey old_key = store::derive_key(job.current, salt, job.fast_key);
        const auto fresh = std::make_shared<const RawKey>(store::derive_key(job.next, store::new_salt(), job.fast_key));
        store::Unfinished anew(job.written);
        const store::Unfinished source(source_of(job));
        store::write_image(*job.image, source.file());
        if (Status written = write_under(job, old_key, *fresh); !written.ok()) return written.error();
        store::sync_file(job.written);
        store::fault_point("rekey.written");
        job.fresh = fresh;
        anew.keep();
        return job;
    } catch (const std::exception& failure) {
        return store::storage_error(failure, job.caseload_file);
    }
}

namespace store {

Result<RekeyJob> OpenCaseload::rekey_job(std::string_view current, std::string_view next) const {
    if (read_only_) return Error{ErrorKind::refused, {}, "This caseload is open for reading only.", {}};
    if (Status fine = validate_new_passphrase(next); !fine.ok()) return invalid("next", fine.error().message);
    RekeyJob job{path_, with_suffix(path_, ".rekey"), current, next, image(), nullptr, {}, options_.fast_key};
    job.event = new_event(AccessKind::new_passphrase, {}, {});
    if (!job.image || !job.image->after.empty())
        return Error{
            ErrorKind::storage, {}, "The file cannot be read just now. Nothing was changed. Check the disk.", {}};
    return job;
}

Status OpenCaseload::take_rekeyed(const RekeyJob& job) {
    if (Status allowed = may_write(); !allowed.ok()) return allowed;
    const auto now = image();
    const bool same = now && now->file == job.image->file && now->log == job.image->log && now->after.empty();
    try {
        // No WAL of the old key may stay beside the new file: leaving WAL mode removes it, or tells us that
        // somebody still reads.
        if (!same || db_->text("PRAGMA journal_mode = DELETE") != "delete") {
            db_->use_wal();
            remove_with_log(job.written);
            return Error{ErrorKind::storage,
                         {},
                         "The file is being read or written just now. Nothing was changed; try again in a moment.",
                         {}};
        }
        fault_point("rekey.log_gone");
        swap_in(job, *job.fresh);
    } catch (const std::exception& failure) {
        if (!db_) reopen_after_failed_rekey(*job.fresh);
        return storage_error(failure, path_);
    }
    return {};
}

void OpenCaseload::swap_in(const RekeyJob& job, const RawKey& fresh) {
    mark_.reset();
    keeper_.reset();
    watch_.reset();
    seals_.reset();
    db_.reset();
    auto outcome = LockOutcome::taken;
    auto lock = FileLock::take(job.written, outcome);
    fs::rename(job.written, path_);
    fault_point("rekey.renamed");
    file_lock_ = std::move(lock);
    sync_folder_of(path_);
    remember_file(options_.places, path_);
    auto db = std::make_unique<Database>(path_, fresh, Access::write);
    db->use_wal();
    use_connection(std::move(db));
    mark_as_writer();
    known_head_.follow(options_.places, key_.salt);
    note_head();
}

void OpenCaseload::reopen_after_failed_rekey(const RawKey& fresh) {
    // The rename may or may not have happened: one of the two keys opens what stands there.
    for (const RawKey& key : {key_, fresh}) {
        try {
            auto db = std::make_unique<Database>(path_, key, Access::write);
            db->use_wal();
            use_connection(std::move(db));
            mark_as_writer();
            return;
        } catch (const std::exception&) {
            drop_connection();
        }
    }
}

std::optional<OldCopies> OpenCaseload::old_copies() const {
    if (read_only_ || !db_) return std::nullopt;
    OldCopies left{
        path_, now_.practice.second_backup_folder, {}, std::make_shared<const RawKey>(key_), options_.places};
    try {
        SQLite::Statement rows(db_->sql(), "SELECT name, value FROM view_state WHERE name LIKE 'rekey.old.%'");
        while (rows.executeStep()) {
            auto key = std::make_shared<RawKey>();
            if (from_hex(rows.getColumn(0).getString().substr(old_key_name.size()), key->salt) &&
                from_hex(rows.getColumn(1).getString(), key->key))
                left.old_keys.push_back(std::move(key));
        }
    } catch (const std::exception&) {
        return std::nullopt;  // it is asked once more at the next opening
    }
    if (left.old_keys.empty()) return std::nullopt;
    return left;
}

Status OpenCaseload::forget_old_key() {
    if (Status allowed = may_write(); !allowed.ok()) return allowed;
    try {
        db_->exec("DELETE FROM view_state WHERE name LIKE 'rekey.%'");
        // What was deleted must not wait in the log either.
        db_->checkpoint();
        keeper_->take_whole();
        written();
    } catch (const std::exception& failure) {
        return storage_error(failure, path_);
    }
    return {};
}

Status OpenCaseload::change_passphrase(std::string_view current, std::string_view next) {
    if (Status allowed = may_write(); !allowed.ok()) return allowed;
    const auto job = rekey_job(current, next);
    if (!job.ok()) return job.error();
    const auto written_anew = write_rekeyed(job.value());
    if (!written_anew.ok()) return written_anew.error();
    if (Status taken = take_rekeyed(written_anew.value()); !taken.ok()) return taken;
    const auto left = old_copies();
    if (!left) return {};
    if (Status done = rekey_backups(*left, {}); !done.ok()) return done;
    return forget_old_key();
}

}  // namespace store
}  // namespace pegboard
