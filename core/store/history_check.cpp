#include "core/store/history_check.h"

#include "core/model/date.h"
#include "core/store/backups.h"
#include "core/store/clock.h"
#include "core/store/copies.h"
#include "core/store/seal_check.h"
#include "core/store/seals.h"

namespace pegboard {

Result<std::string> check_history(const std::filesystem::path& caseload_file, const Key& key, bool fast_key) {
    try {
        auto db = store::open_database(caseload_file, key, store::reading_access(caseload_file), fast_key);
        if (!db.ok()) return db.error();
        // One moment of the file: while a command commits, entries and the end of the chain must not be of two.
        db.value()->exec("PRAGMA cache_size = -1024; BEGIN");  // every page is read once
        return store::what_does_not_fit(*db.value());
    } catch (const std::exception& failure) {
        return store::storage_error(failure, caseload_file);
    }
}

namespace {
constexpr std::int64_t a_minute_s = 60;  // the copy made before going back may be named for a moment later

/// The newest line of the file that says why it may be older than a copy: when it was put back or accepted.
std::string gone_back_utc(store::Database& db) {
    return db.text("SELECT max(at_utc) FROM audit_event WHERE kind IN ('restored', 'accepted')");
}

/// How many changes `copy` has that `db` lacks; 0 when it is of another file, an older form or under another key.
std::int64_t ahead_by(const Backup& copy, store::Database& db) {
    try {
        store::Database other(copy.file, db.key(), store::Access::frozen);
        if (!store::has_seals(other)) return 0;
        store::Seals seals(db), kept(other);
        const store::SealRow here = seals.read(), there = kept.read();
        if (here.file_id != there.file_id || there.journal.count <= here.journal.count) return 0;
        return there.journal.count - here.journal.count;
    } catch (const std::exception&) {
        return 0;  // under another passphrase, or damaged: the page check and the next copy tell that
    }
}
}  // namespace

Result<std::string> check_against_copies(const std::filesystem::path& caseload_file,
                                         const std::filesystem::path& second_folder, const Key& key,
                                         const OpenOptions& options) {
    try {
        auto db = store::open_database(caseload_file, key, store::reading_access(caseload_file), options.fast_key);
        if (!db.ok()) return db.error();
        const std::string back = gone_back_utc(*db.value());
        for (const auto& copies :
             {kept_backups(options.places, caseload_file), second_copies(second_folder, caseload_file)}) {
            if (copies.empty() || store::seconds_of(copies.front().at_utc) <= store::seconds_of(back) + a_minute_s)
                continue;
            const std::int64_t ahead = ahead_by(copies.front(), *db.value());
            if (ahead == 0) continue;
            const auto day = from_iso(copies.front().at_utc.substr(0, 10));
            return "A kept copy of this caseload" + (day ? ", of " + say(*day) + "," : std::string()) + " has " +
                   (ahead == 1 ? "1 change" : std::to_string(ahead) + " changes") +
                   " that this file lacks: an older file took its place. If you put it here yourself, go on. If not, "
                   "look at the kept backups.";
        }
        return std::string();
    } catch (const std::exception& failure) {
        return store::storage_error(failure, caseload_file);
    }
}

Status check_pages(const std::filesystem::path& caseload_file, const Key& key, bool fast_key) {
    try {
        auto db = store::open_database(caseload_file, key, store::reading_access(caseload_file), fast_key);
        if (!db.ok()) return db.error();
        db.value()->exec("PRAGMA cache_size = -1024");  // every page is read once
        if (Status whole = store::check_whole(*db.value()); !whole.ok()) return whole;
        return store::check_indexes(*db.value());
    } catch (const std::exception& failure) {
        return store::storage_error(failure, caseload_file);
    }
}

}  // namespace pegboard
