#include "core/store/seals/history_check.h"

#include "core/model/date.h"
#include "core/store/clock.h"
#include "core/store/file/backups.h"
#include "core/store/file/copies.h"
#include "core/store/file/copies_ahead.h"
#include "core/store/seals/access_log.h"
#include "core/store/seals/seal_check.h"
#include "core/store/seals/seals.h"

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

}  // namespace

Result<std::string> check_against_copies(const std::filesystem::path& caseload_file,
                                         const std::filesystem::path& second_folder, const Key& key,
                                         const OpenOptions& options) {
    try {
        auto db = store::open_database(caseload_file, key, store::reading_access(caseload_file), options.fast_key);
        if (!db.ok()) return db.error();
        const store::Accepted accepted = store::walk_access(*db.value()).accepted;
        for (const auto& [copy, head, more] : store::copies_ahead(*db.value(), caseload_file, second_folder, options)) {
            const bool known = store::seconds_of(copy.at_utc) <= store::seconds_of(accepted.newest_utc) + a_minute_s;
            if (known || accepted.copies.contains(store::mark_of(head))) continue;
            const auto day = from_iso(copy.at_utc.substr(0, 10));
            return "A kept copy of this caseload" + (day ? ", of " + say(*day) + "," : std::string()) + " has " +
                   (more == 1 ? "1 change" : std::to_string(more) + " changes") +
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
