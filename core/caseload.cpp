// Creating and opening caseload files; the open caseload itself is in core/store/open_caseload.
#include "core/caseload.h"

#include <sys/stat.h>
#include <unistd.h>

#include "core/rules/validate.h"
#include "core/store/clock.h"
#include "core/store/file/backups.h"
#include "core/store/file/copies.h"
#include "core/store/file/fault.h"
#include "core/store/file/files.h"
#include "core/store/file/instance_lock.h"
#include "core/store/file/known_files.h"
#include "core/store/file/known_head.h"
#include "core/store/migrate.h"
#include "core/store/open_caseload.h"
#include "core/store/opening.h"

namespace pegboard {
namespace {
using store::Access;
using store::Database;
namespace fs = std::filesystem;

fs::path beside(const fs::path& file, const char* ending) { return fs::path(file) += ending; }

bool can_write(const fs::path& path) { return ::access(path.c_str(), W_OK) == 0; }

/// How to open: for writing when file and folder allow it; frozen when the folder allows nothing beside it.
Access access_for(const fs::path& file, bool read_only) {
    const bool folder = can_write(fs::absolute(file).parent_path());
    if (!read_only && folder && can_write(file)) return Access::write;
    // With a WAL beside it the file alone is not the newest state; then SQLite must read both.
    std::error_code ignored;
    const auto wal = fs::file_size(beside(file, "-wal"), ignored);
    return !folder && (ignored || wal == 0) ? Access::frozen : Access::look;
}

/// Writes a whole new file under another name, then gives it its name: a kill leaves no half file.
void write_new_file(const fs::path& path, const Key& key, const OpenOptions& options) {
    const store::Unfinished unfinished(beside(path, ".new"));
    const auto raw = store::derive_key(key.passphrase, store::new_salt(), options.fast_key);
    const mode_t before = ::umask(077);
    try {
        Database db(unfinished.file(), raw, Access::create);
        ::umask(before);
        const Status made = store::migrate(db, {});
        if (!made.ok()) throw std::runtime_error(made.error().message);
    } catch (...) {
        ::umask(before);
        throw;
    }
    store::sync_file(unfinished.file());
    store::forget_head(options.places, path);
    fs::rename(unfinished.file(), path);
    store::sync_folder_of(path);
}

Status migrate_open_file(Database& db, const fs::path& path, const OpenOptions& options) {
    return store::migrate(db, [&]() -> Status {
        const auto kept = keep_backup_of(db, path, options);
        return kept.ok() ? Status{} : Status{kept.error()};
    });
}

Error in_use() {
    return {
        ErrorKind::refused,
        "in_use",
        "This caseload is already open in another Pegboard window. Go to that window, or open it here to look only.",
        {}};
}

Error in_use_elsewhere() {
    return {ErrorKind::refused,
            "in_use",
            "This caseload is open on another computer, or was a moment ago. Close it there and wait three minutes, or "
            "open it here to look only.",
            {}};
}

Error too_old_to_look_at() {
    return {ErrorKind::refused,
            {},
            "This caseload was saved by an older Pegboard and must be updated, but it may not be written to here. Copy "
            "it to your own folder and open the copy.",
            {}};
}

/// Both locks of a file: beside it, for its name, and on it, for all its names.
struct Locks {
    std::unique_ptr<store::InstanceLock> beside;
    std::unique_ptr<store::FileLock> on;
};

/// Turns `access` to looking where no lock can be had.
Status take_locks(const fs::path& path, Access& access, Locks& locks) {
    std::error_code none;
    if (access != Access::write || !fs::is_regular_file(path, none)) return {};
    auto outcome = store::LockOutcome::taken;
    locks.beside = store::InstanceLock::take(path, outcome);
    if (outcome == store::LockOutcome::taken) locks.on = store::FileLock::take(path, outcome);
    if (outcome == store::LockOutcome::in_use) return in_use();
    if (outcome == store::LockOutcome::not_possible) access = Access::look;
    return {};
}

Result<std::unique_ptr<Caseload>> open_real(const fs::path& path, const Key& key, const OpenOptions& options) {
    Access access = access_for(path, options.read_only);
    Locks locks;
    if (Status locked = take_locks(path, access, locks); !locked.ok()) return locked.error();
    const bool read_only = access != Access::write;
    const auto raw = store::key_of_file(path, key, options.fast_key);
    if (!raw.ok()) {
        const bool no_key = raw.error().field == store::does_not_open().field;
        return no_key ? store::why_it_does_not_open(options.places, path) : raw.error();
    }
    std::vector<std::string> warnings;
    if (!read_only) {
        warnings = store::look_around(path);
        if (auto told = store::set_foreign_log_aside(path, raw.value()); !told.empty())
            warnings.insert(warnings.begin(), std::move(told));
    }
    auto db = store::open_database(path, raw.value(), access);
    if (!db.ok()) {
        const bool key_did_not_fit = db.error().field == store::does_not_open().field;
        return key_did_not_fit ? store::why_it_does_not_open(options.places, path) : db.error();
    }
    // While it is judged its log stays where it is; an empty one of our own making goes with us.
    std::error_code none;
    const auto log_bytes = fs::file_size(beside(path, "-wal"), none);
    db.value()->settle_on_closing(none || log_bytes == 0);
    if (Status format = store::check_format(*db.value()); !format.ok()) return format.error();
    if (read_only && store::needs_migration(*db.value())) return too_old_to_look_at();
    const bool older = store::needs_migration(*db.value());
    if (Status current = migrate_open_file(*db.value(), path, options); !current.ok()) return current.error();
    if (!read_only) {
        const auto now_ms = options.now_ms ? options.now_ms() : store::system_now_ms();
        if (store::WriterMark(*db.value(), options.places).is_elsewhere(now_ms / 1000)) return in_use_elsewhere();
        db.value()->settle_on_closing(true);
        db.value()->use_wal();
    }
    if (options.throwaway) db.value()->never_wait();
    auto caseload = std::make_unique<store::OpenCaseload>(std::move(locks.beside), std::move(locks.on), db.take(), path,
                                                          options, read_only, std::move(warnings));
    caseload->load();
    caseload->note_how_it_came(older);
    store::remember_file(options.places, path);
    return std::unique_ptr<Caseload>(std::move(caseload));
}

Status check_new_file(const fs::path& path, const Key& key) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(path, ignored)))
        return Error{
            ErrorKind::refused, "file", "A file of this name is already there. Choose another name or open it.", {}};
    return validate_new_passphrase(key.passphrase);
}
}  // namespace

Result<std::unique_ptr<Caseload>> Caseload::create(const fs::path& path, const Key& key, const OpenOptions& options) {
    if (Status fine = check_new_file(path, key); !fine.ok()) return fine.error();
    try {
        if (path.has_parent_path()) store::make_private_folder(path.parent_path());
        write_new_file(path, key, options);
    } catch (const std::exception& failure) {
        return store::storage_error(failure, path);
    }
    return open(path, {key.passphrase, {}}, options);
}

Result<std::unique_ptr<Caseload>> Caseload::open(const fs::path& named_path, const Key& key,
                                                 const OpenOptions& options) {
    // The file itself where the name is a link: its log, its lock and a rename over it belong there.
    std::error_code none;
    const fs::path real = fs::canonical(named_path, none);
    const fs::path path = none ? named_path : real;
    try {
        return open_real(path, key, options);
    } catch (const std::exception& failure) {
        return store::storage_error(failure, path);
    }
}

}  // namespace pegboard
