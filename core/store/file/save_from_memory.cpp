// A whole caseload from memory: the bytes of file and log as last committed, then every edit and draft that waits.
#include "core/store/clock.h"
#include "core/store/file/backups.h"
#include "core/store/file/copies.h"
#include "core/store/file/files.h"

namespace pegboard {
namespace {
namespace fs = std::filesystem;
using store::Access;

/// Puts in what the file did not take; returns what a rule refuses.
Result<std::vector<std::string>> put_in(const MemoryCopy& copy, const fs::path& part) {
    std::vector<std::string> refused;
    std::vector<Command> missing = copy.image->after;
    missing.insert(missing.end(), copy.waiting.begin(), copy.waiting.end());
    if (missing.empty() && copy.drafts.empty()) return refused;
    OpenOptions options = copy.options;
    options.places = {};  // the copy is no caseload of this computer's yet
    options.read_only = false;
    auto opened = Caseload::open(part, copy.key, options);
    if (!opened.ok()) return opened.error();
    Caseload& caseload = *opened.value();
    for (const Command& each : missing) {
        const Status done = caseload.run(each);
        if (done.ok()) continue;
        if (done.error().kind == ErrorKind::storage) return done.error();
        refused.push_back(done.error().message);
    }
    for (const auto& [field, text] : copy.drafts)
        if (Status kept = caseload.keep_draft(field, text); !kept.ok()) return kept.error();
    return refused;
}

/// One file that opens where nothing may be written beside it.
Status settle(const MemoryCopy& copy, const fs::path& part) {
    const auto raw = store::key_of_file(part, copy.key, copy.options.fast_key);
    if (!raw.ok()) return raw.error();
    {
        auto db = store::open_database(part, raw.value(), Access::write);
        if (!db.ok()) return db.error();
        if (db.value()->sql().tableExists("writer")) db.value()->exec("DELETE FROM writer");  // as in copy_to()
        db.value()->exec("PRAGMA journal_mode = DELETE");
    }
    store::sync_file(part);
    return store::check_copy(part, raw.value());
}
}  // namespace

Result<std::vector<std::string>> save_from_memory(const MemoryCopy& copy, const fs::path& target) {
    if (store::is_part_of(copy.caseload_file, target))
        return Error{ErrorKind::refused, {}, "This is the open caseload itself. Give the copy another name.", {}};
    if (!copy.image)
        return Error{ErrorKind::storage, {}, "This caseload could not be kept in memory. Copy the file itself.", {}};
    try {
        const store::Unfinished part(store::with_suffix(target, ".part"));
        store::write_image(*copy.image, part.file());
        auto refused = put_in(copy, part.file());
        if (!refused.ok()) return refused;
        if (Status good = settle(copy, part.file()); !good.ok()) return good.error();
        store::move_durably(part.file(), target);
        return refused;
    } catch (const std::exception& failure) {
        return store::copy_failed(failure, target);
    }
}

Status keep_from_memory(const MemoryCopy& copy) {
    const fs::path folder = backup_folder(copy.options.places, copy.caseload_file);
    try {
        store::make_private_folder(folder);
        const auto now_ms = copy.options.now_ms ? copy.options.now_ms() : store::system_now_ms();
        const auto saved = save_from_memory(copy, store::free_copy_name(folder, copy.caseload_file.stem(), now_ms));
        return saved.ok() ? Status{} : Status(saved.error());
    } catch (const std::exception& failure) {
        return store::copy_failed(failure, folder);
    }
}

}  // namespace pegboard
