// Going back: puts a copy in place of the caseload, sets a damaged file aside. It refuses to replace
// anything that has not been copied first.
#include <algorithm>

#include "core/store/clock.h"
#include "core/store/file/backups.h"
#include "core/store/file/copies.h"
#include "core/store/file/fault.h"
#include "core/store/file/files.h"
#include "core/store/file/instance_lock.h"
#include "core/store/file/known_files.h"
#include "core/store/file/known_head.h"
#include "core/store/opening.h"

namespace pegboard {
namespace {
namespace fs = std::filesystem;
using store::Access;
using store::with_suffix;

std::string today_here(const OpenOptions& options) {
    return iso(store::local_date(options.now_ms ? options.now_ms() : store::system_now_ms()));
}

/// "<name>.damaged-2026-09-29", with -2, -3 when that is taken.
fs::path aside_name(const fs::path& file, const std::string& day) {
    fs::path name = with_suffix(file, ".damaged-" + day);
    for (int i = 2; fs::exists(fs::symlink_status(name)); ++i)
        name = with_suffix(file, ".damaged-" + day + "-" + std::to_string(i));
    return name;
}

/// Every byte of the current file and of its WAL, for one that cannot be opened.
void copy_aside(const fs::path& file, const OpenOptions& options) {
    const fs::path aside = aside_name(file, today_here(options));
    const fs::path part = with_suffix(aside, ".part");
    std::error_code ignored;
    if (fs::file_size(with_suffix(file, "-wal"), ignored) > 0 && !ignored)
        store::copy_durably(with_suffix(file, "-wal"), with_suffix(aside, "-wal"));
    store::copy_durably(file, part);
    store::move_durably(part, aside);
}

/// A connection to a file that opens and is whole, with what its log holds put into the file, so that the file alone
/// is the newest state; else null, and the file is as it was: it is judged before anything is written.
std::unique_ptr<store::Database> open_settled(const fs::path& file, const Key& key, bool fast_key) {
    const auto raw = store::key_of_file(file, key, fast_key);
    if (!raw.ok()) return nullptr;
    store::set_foreign_log_aside(file, raw.value());
    if (!store::is_whole(file, raw.value())) return nullptr;
    auto db = store::open_database(file, raw.value(), Access::write);
    return db.ok() && db.value()->checkpoint() ? db.take() : nullptr;
}

Status safety_copy(const fs::path& file, const Key& key, const OpenOptions& options) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(file, ignored))) return {};
    if (!fs::is_regular_file(file))
        return Error{ErrorKind::refused,
                     {},
                     "Where the caseload should go lies something that is no file. Nothing was changed.",
                     {}};
    if (const auto db = open_settled(file, key, options.fast_key)) {
        const auto kept = keep_backup_of(*db, file, options);
        return kept.ok() ? Status{} : Status{kept.error()};
    }
    copy_aside(file, options);
    return {};
}

Status put_in_place(const fs::path& backup, const fs::path& caseload_file, const Key& key, const OpenOptions& options) {
    const store::Unfinished part(with_suffix(caseload_file, ".part"));
    store::copy_durably(backup, part.file());
    store::fault_point("restore.copied");
    if (Status whole = verify_backup(part.file(), key, options.fast_key); !whole.ok()) return whole;
    store::fault_point("restore.verified");
    // A WAL of the old file must never be read into the new one.
    for (const char* ending : {"-wal", "-shm", "-journal"}) store::remove_quietly(with_suffix(caseload_file, ending));
    store::sync_folder_of(caseload_file);
    store::fault_point("restore.wal_removed");
    store::move_durably(part.file(), caseload_file);
    store::fault_point("restore.named");
    return {};
}

/// The file itself where the name is a link, so that a rename replaces the file and not the link.
fs::path real_file(const fs::path& file) {
    std::error_code none;
    fs::path real = fs::canonical(file, none);
    return none ? fs::absolute(file) : real;
}

/// Which copy it is, by the time in its name: all that may be noted of a file somebody named.
std::string which_copy(const fs::path& backup) {
    constexpr std::size_t stamp_length = 16;
    const std::string stem = backup.stem().native();
    const std::string stamp = stem.size() > stamp_length ? stem.substr(stem.size() - stamp_length) : std::string();
    const fs::path before = stem.substr(0, stem.size() - std::min(stem.size(), stamp_length + 1));
    return store::instant_of_name(backup, before) ? stamp : "file";
}

/// The end of the history in a copy that was found to open.
store::Head end_of(const fs::path& backup, const Key& key, const OpenOptions& options) {
    const auto raw = store::key_of_file(backup, key, options.fast_key);
    if (!raw.ok()) return {};
    store::Database db(backup, raw.value(), Access::frozen);
    return store::head_of(db);
}

Error in_use() {
    return {ErrorKind::refused,
            {},
            "This caseload is open in another Pegboard window. Close it there first. Nothing was changed.",
            {}};
}

/// Another window has the file open under another of its names.
bool has_another_name_open(const fs::path& file) {
    auto outcome = store::LockOutcome::taken;
    store::FileLock::take(file, outcome);
    return outcome == store::LockOutcome::in_use;
}

Error not_restored(const std::exception& failure, const fs::path& file) {
    return {ErrorKind::storage,
            {},
            "The backup could not be put in place. Your caseload is as it was. Check the disk and its free space, then "
            "try again.",
            store::storage_error(failure, file).detail};
}
}  // namespace

Status restore(const fs::path& backup, const fs::path& named_file, const Key& key, const OpenOptions& options) {
    const fs::path caseload_file = real_file(named_file);
    if (Status good = verify_backup(backup, key, options.fast_key); !good.ok()) return good;
    try {
        auto outcome = store::LockOutcome::taken;
        const auto lock = store::InstanceLock::take(caseload_file, outcome);
        if (outcome == store::LockOutcome::in_use || has_another_name_open(caseload_file)) return in_use();
        if (Status safe = safety_copy(caseload_file, key, options); !safe.ok()) return safe;
        store::fault_point("restore.safety_copy");
        store::forget_head(options.places, caseload_file);  // going back on purpose is no alarm
        if (const auto salt = store::read_salt(backup)) store::forget_head(options.places, *salt);
        store::remember_restored(options.places, caseload_file, {which_copy(backup), end_of(backup, key, options)});
        if (Status placed = put_in_place(backup, caseload_file, key, options); !placed.ok()) {
            store::forget_restored(options.places, caseload_file);
            return placed;
        }
        store::remember_file(options.places, caseload_file);
        return {};
    } catch (const std::exception& failure) {
        store::forget_restored(options.places, caseload_file);
        return not_restored(failure, caseload_file);
    }
}

Result<fs::path> set_aside(const fs::path& named_file) {
    const fs::path caseload_file = real_file(named_file);
    try {
        auto outcome = store::LockOutcome::taken;
        const auto lock = store::InstanceLock::take(caseload_file, outcome);
        if (outcome == store::LockOutcome::in_use || has_another_name_open(caseload_file)) return in_use();
        const fs::path aside = aside_name(caseload_file, today_here({}));
        // The WAL goes first: a file without its WAL is an older state, a WAL without its file is nothing.
        std::error_code none;
        fs::rename(with_suffix(caseload_file, "-wal"), with_suffix(aside, "-wal"), none);
        store::remove_quietly(with_suffix(caseload_file, "-shm"));
        store::move_durably(caseload_file, aside);
        return aside;
    } catch (const std::exception& failure) {
        return Error{ErrorKind::storage,
                     {},
                     "The damaged file could not be set aside; it is still where it was. Check that its folder may be "
                     "written to.",
                     store::storage_error(failure, caseload_file).detail};
    }
}

}  // namespace pegboard
