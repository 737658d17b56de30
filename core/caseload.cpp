// Creating and opening caseload files; the open caseload itself is in core/store/open_caseload.
#include "core/caseload.h"

#include <sys/stat.h>
#include <unistd.h>

#include "core/rules/validate.h"
#include "core/store/backups.h"
#include "core/store/copies.h"
#include "core/store/fault.h"
#include "core/store/files.h"
#include "core/store/instance_lock.h"
#include "core/store/known_files.h"
#include "core/store/known_head.h"
#include "core/store/migrate.h"
#include "core/store/open_caseload.h"

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

void remove_left_over(const fs::path& file) {
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) fs::remove(beside(file, ending), ignored);
}

/// Writes a whole new file under another name, then gives it its name: a kill leaves no half file.
void write_new_file(const fs::path& path, const Key& key, const OpenOptions& options) {
    const fs::path unfinished = beside(path, ".new");
    remove_left_over(unfinished);
    const auto raw = store::derive_key(key.passphrase, store::new_salt(), options.fast_key);
    const mode_t before = ::umask(077);
    try {
        Database db(unfinished, raw, Access::create);
        ::umask(before);
        const Status made = store::migrate(db, {});
        if (!made.ok()) throw std::runtime_error(made.error().message);
    } catch (...) {
        ::umask(before);
        remove_left_over(unfinished);
        throw;
    }
    store::sync_file(unfinished);
    store::forget_head(options.places, path);
    fs::rename(unfinished, path);
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

Error too_old_to_look_at() {
    return {ErrorKind::refused,
            {},
            "This caseload was saved by an older Pegboard and must be updated, but it may not be written to here. Copy "
            "it to your own folder and open the copy.",
            {}};
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
        Access access = access_for(path, options.read_only);
        std::unique_ptr<store::InstanceLock> lock;
        if (access == Access::write && fs::is_regular_file(path, none)) {
            auto outcome = store::LockOutcome::taken;
            lock = store::InstanceLock::take(path, outcome);
            if (outcome == store::LockOutcome::in_use) return in_use();
            if (outcome == store::LockOutcome::not_possible) access = Access::look;
        }
        const bool read_only = access != Access::write;
        auto db = store::open_database(path, key, access, options.fast_key);
        if (!db.ok()) {
            const bool key_did_not_fit = db.error().field == store::does_not_open().field;
            return key_did_not_fit ? store::why_it_does_not_open(options.places, path) : db.error();
        }
        if (Status format = store::check_format(*db.value()); !format.ok()) return format.error();
        if (read_only && store::needs_migration(*db.value())) return too_old_to_look_at();
        if (Status current = migrate_open_file(*db.value(), path, options); !current.ok()) return current.error();
        if (!read_only) db.value()->use_wal();
        if (options.throwaway) db.value()->never_wait();
        auto caseload = std::make_unique<store::OpenCaseload>(std::move(lock), db.take(), path, options, read_only);
        caseload->load();
        store::remember_file(options.places, path);
        return std::unique_ptr<Caseload>(std::move(caseload));
    } catch (const std::exception& failure) {
        return store::storage_error(failure, path);
    }
}

}  // namespace pegboard
