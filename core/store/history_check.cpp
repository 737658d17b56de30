#include "core/store/history_check.h"

#include "core/store/copies.h"
#include "core/store/journal.h"

namespace pegboard {

Result<std::string> check_history(const std::filesystem::path& caseload_file, const Key& key, bool fast_key) {
    try {
        auto db = store::open_database(caseload_file, key, store::reading_access(caseload_file), fast_key);
        if (!db.ok()) return db.error();
        // One moment of the file: while a command commits, entries and the end of the chain must not be of two.
        db.value()->exec("PRAGMA cache_size = -1024; BEGIN");  // every page is read once
        return store::journal_fault_words(store::verify_journal(*db.value()));
    } catch (const std::exception& failure) {
        return store::storage_error(failure, caseload_file);
    }
}

Status check_pages(const std::filesystem::path& caseload_file, const Key& key, bool fast_key) {
    try {
        auto db = store::open_database(caseload_file, key, store::reading_access(caseload_file), fast_key);
        if (!db.ok()) return db.error();
        db.value()->exec("PRAGMA cache_size = -1024");  // every page is read once
        return store::check_whole(*db.value());
    } catch (const std::exception& failure) {
        return store::storage_error(failure, caseload_file);
    }
}

}  // namespace pegboard
