// Kept copies of a caseload under a new key, one by one.
#include <algorithm>

#include "core/store/file/backups.h"
#include "core/store/file/copies.h"
#include "core/store/file/fault.h"

namespace pegboard {
namespace {
namespace fs = std::filesystem;
using store::Access;
using store::Database;
using store::RawKey;

bool rekey(const fs::path& copy, const OldCopies& keys) {
    if (store::check_copy(copy, *keys.key).ok()) return true;
    for (const auto& old_key : keys.old_keys) {
        try {
            Database db(copy, *old_key, Access::frozen);
            const bool done = store::copy_verified(db, *keys.key, copy).ok();
            store::fault_point("rekey.one");
            if (done) return true;
        } catch (const std::exception&) {
            continue;  // another key's; one that none opens is counted by the caller and stays as it was
        }
    }
    return false;
}

Error left_over(int left) {
    return {ErrorKind::storage,
            {},
            (left == 1 ? std::string("1 backup") : std::to_string(left) + " backups") +
                " could not be changed to the new passphrase and may still open with the old one. The caseload itself "
                "has the new passphrase. Pegboard tries again at the next opening.",
            {}};
}

Error second_folder_away() {
    return {ErrorKind::storage,
            {},
            "The second backup folder is not there, so the copies in it still open with the old passphrase. The "
            "caseload itself has the new one. Plug the folder in; Pegboard tries again at the next opening.",
            {}};
}
}  // namespace

Status rekey_backups(const OldCopies& keys, const std::function<void(int, int)>& progress) {
    std::vector<fs::path> copies;
    for (const Backup& each : kept_backups(keys.places, keys.caseload_file)) copies.push_back(each.file);
    for (const Backup& each : second_copies(keys.second_folder, keys.caseload_file)) copies.push_back(each.file);
    int left = 0, done = 0;
    for (const fs::path& each : copies) {
        if (!rekey(each, keys)) ++left;
        if (progress) progress(++done, static_cast<int>(copies.size()));
    }
    if (left > 0) return left_over(left);
    std::error_code ignored;
    if (!copies.empty() && !keys.second_folder.empty() && !fs::is_directory(keys.second_folder, ignored))
        return second_folder_away();
    return {};
}

}  // namespace pegboard
