// Changing the passphrase. The whole file is written anew beside the old one and takes its place in
// one rename, so a kill at any step leaves a file that opens with the old or the new passphrase.
#include "core/rules/validate.h"
#include "core/store/backups.h"
#include "core/store/copies.h"
#include "core/store/fault.h"
#include "core/store/known_files.h"
#include "core/store/open_caseload.h"

namespace pegboard::store {
namespace {
namespace fs = std::filesystem;

}  // namespace

Status OpenCaseload::change_passphrase(const std::string& current, const std::string& next) {
    if (Status allowed = may_write(); !allowed.ok()) return allowed;
    if (!check_passphrase({current, {}}))
        return invalid("current", "This is not the present passphrase. Nothing was changed.");
    if (Status fine = validate_new_passphrase(next); !fine.ok()) return invalid("next", fine.error().message);
    const RawKey fresh = derive_key(next, new_salt(), options_.fast_key);
    const fs::path written = fs::path(path_) += ".rekey";
    try {
        if (Status whole = copy_verified(*db_, fresh, written); !whole.ok()) return whole;
        fault_point("rekey.written");
        // No WAL of the old key may stay beside the new file: leaving WAL mode removes it, or tells us that
        // somebody still reads.
        if (db_->text("PRAGMA journal_mode = DELETE") != "delete") {
            db_->use_wal();
            fs::remove(written);
            return Error{ErrorKind::storage,
                         {},
                         "The file is being read just now. Nothing was changed; try again in a moment.",
                         {}};
        }
        fault_point("rekey.log_gone");
        db_.reset();
        fs::rename(written, path_);
        fault_point("rekey.renamed");
        sync_folder_of(path_);
        remember_file(options_.places, path_);
        db_ = std::make_unique<Database>(path_, fresh, Access::write);
        db_->use_wal();
        key_ = fresh;
    } catch (const std::exception& failure) {
        if (!db_) reopen_after_failed_rekey(fresh);
        return storage_error(failure, path_);
    }
    return rekey_backups(options_.places, path_, now_.practice.second_backup_folder, {current, {}}, {next, {}},
                         options_.fast_key);
}

void OpenCaseload::reopen_after_failed_rekey(const RawKey& fresh) {
    // The rename may or may not have happened: one of the two keys opens what stands there.
    for (const RawKey& key : {key_, fresh}) {
        try {
            db_ = std::make_unique<Database>(path_, key, Access::write);
            db_->use_wal();
            key_ = key;
            return;
        } catch (const std::exception&) {
            db_.reset();
        }
    }
}

}  // namespace pegboard::store
