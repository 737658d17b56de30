#include "core/store/file/copies_ahead.h"

#include "core/store/seals/seals.h"

namespace pegboard::store {
namespace {
/// The end of the copy's history; nothing when it is of another file, of an older form or under another key.
std::optional<Head> head_in(const Backup& copy, Database& db) {
    try {
        Database other(copy.file, db.key(), Access::frozen);
        if (!has_seals(other)) return std::nullopt;
        const SealRow there = Seals(other).read();
        if (there.file_id != Seals(db).read().file_id) return std::nullopt;
        return there.journal;
    } catch (const std::exception&) {
        return std::nullopt;  // under another passphrase, or damaged: the next copy tells that
    }
}
}  // namespace

std::vector<CopyAhead> copies_ahead(Database& db, const std::filesystem::path& caseload_file,
                                    const std::filesystem::path& second_folder, const OpenOptions& options) {
    std::vector<CopyAhead> ahead;
    for (const auto& copies :
         {kept_backups(options.places, caseload_file), second_copies(second_folder, caseload_file)}) {
        if (copies.empty()) continue;
        const auto head = head_in(copies.front(), db);
        if (!head) continue;
        // Read after the copy was: a copy made this moment is never further than the file.
        const std::int64_t more = head->count - head_of(db).count;
        if (more > 0) ahead.push_back({copies.front(), *head, more});
    }
    return ahead;
}

}  // namespace pegboard::store
