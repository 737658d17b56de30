#include "core/store/status_rebuild.h"

#include "core/store/copies.h"
#include "core/store/goal_store.h"
#include "core/store/status_store.h"

namespace pegboard {

Result<std::vector<progress::KeptFacts>> rebuild_statuses(const std::filesystem::path& caseload_file, const Key& key,
                                                          bool fast_key) {
    try {
        auto db = store::open_database(caseload_file, key, store::reading_access(caseload_file), fast_key);
        if (!db.ok()) return db.error();
        return store::work_out_statuses(*db.value(), store::read_goals(*db.value()));
    } catch (const std::exception& failure) {
        return store::storage_error(failure, caseload_file);
    }
}

}  // namespace pegboard
