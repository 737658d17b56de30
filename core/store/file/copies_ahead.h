// Kept copies of a caseload that are further than the file itself: an older file took its place, or a person went back
// on purpose. It only reads.
#pragma once
#include <filesystem>
#include <vector>

#include "core/store/database.h"
#include "core/store/file/backups.h"
#include "core/store/file/known_head.h"

namespace pegboard::store {

struct CopyAhead {
    Backup copy;
    Head head;              ///< of its history
    std::int64_t more = 0;  ///< changes that the file lacks
};
/// The newest copy on this computer and the newest in `second_folder`, where they are further than the file in `db` and
/// are of it.
std::vector<CopyAhead> copies_ahead(Database& db, const std::filesystem::path& caseload_file,
                                    const std::filesystem::path& second_folder, const OpenOptions& options);

}  // namespace pegboard::store
