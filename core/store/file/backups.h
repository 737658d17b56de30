// Kept copies of a caseload: made by the online backup API, verified, thinned, restored. It refuses
// to delete the only copy of anything: what is replaced is copied aside first.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/caseload.h"

namespace pegboard {
namespace store {
class Database;
}

struct Backup {
    std::filesystem::path file;
    std::string at_utc;  ///< from the file's name, "2026-09-29T09:20:11Z"
    std::uintmax_t bytes = 0;
};

/// The folder that holds the copies of the caseload at `caseload_file`.
std::filesystem::path backup_folder(const Places& places, const std::filesystem::path& caseload_file);
/// Copies kept for the caseload at `caseload_file`, newest first.
std::vector<Backup> kept_backups(const Places& places, const std::filesystem::path& caseload_file);
/// Of those, the ones in the second folder; none when it is not there.
std::vector<Backup> second_copies(const std::filesystem::path& second_folder,
                                  const std::filesystem::path& caseload_file);
/// Copies the caseload to `target` (temporary file, fsync, rename) and verifies it by opening it.
/// Uses its own read-only connection: may run on a worker.
Status back_up(const std::filesystem::path& caseload_file, const Key& key, const std::filesystem::path& target,
               bool fast_key);

/// All that a backup into the kept set needs, so that a worker never touches the open caseload.
struct BackupJob {
    std::filesystem::path caseload_file;
    Key key;
    Places places;
    std::filesystem::path second_folder;  ///< empty: none
    std::int64_t newest_change = 0;
    std::int64_t now_ms = 0;
    bool fast_key = false;
    bool closing = false;
    std::shared_ptr<const FileImage> image;  ///< copied when the file itself is not ours or does not read
    bool from_image = false;                 ///< the file is not ours
};
/// Reads what a backup needs; on the main thread.
BackupJob backup_job(const Caseload& caseload, const Key& key, const OpenOptions& options, bool closing);
/// A backup into the kept set when 30 minutes have passed and something changed; thins to 12 daily,
/// 10 weekly, 9 monthly, and keeps everything of the last two days. `closing` ignores the 30 minutes.
/// The newest copy also goes to the second folder when it is not there yet. Unless it closes, the newest kept copy is
/// checked first: one that went bad is set aside, told, and made anew. May run on a worker.
Status keep_backup(const BackupJob& job);
/// The same in one call.
Status keep_backup(const Caseload& caseload, const Key& key, const OpenOptions& options, bool closing);
/// A backup of an open connection into the kept set now, whatever the time (before a migration or a restore).
Result<Backup> keep_backup_of(store::Database& db, const std::filesystem::path& caseload_file,
                              const OpenOptions& options);
/// Of `backups`, newest first, those that the calendar of their names lets go.
std::vector<Backup> backups_to_thin(const std::vector<Backup>& backups);

/// Opens a copy and checks every page of it. Errors: a wrong key, a damaged or foreign file.
Status verify_backup(const std::filesystem::path& backup, const Key& key, bool fast_key);
/// The newest kept copy that `key` opens and that is whole.
std::optional<Backup> newest_good_backup(const Places& places, const std::filesystem::path& caseload_file,
                                         const Key& key, bool fast_key);
/// The slow first step of a passphrase change: writes the file anew beside the old one, from memory, under a key for
/// the next passphrase. On a worker. Errors: invalid `current`, storage; then nothing is left beside the file.
Result<RekeyJob> write_rekeyed(RekeyJob job);
/// The slow last step: re-encrypts the kept copies and those in the second folder. A kill leaves each copy under one of
/// the keys. `progress` hears how many of how many are done. On a worker.
Status rekey_backups(const OldCopies& copies, const std::function<void(int, int)>& progress);

/// All that a copy from memory needs, away from the open caseload.
struct MemoryCopy {
    std::filesystem::path caseload_file;  ///< never written over
    std::shared_ptr<const FileImage> image;
    Key key;
    std::vector<Command> waiting;  ///< edits that the file did not take, in their order
    std::map<std::string, std::string, std::less<>> drafts;
    OpenOptions options;
};
/// Writes a whole caseload to `target` from memory, with every waiting edit and draft, and checks it; the caseload's
/// own file is not touched, nor even there. Returns sentences of edits that are refused by a rule. On a worker.
Result<std::vector<std::string>> save_from_memory(const MemoryCopy& copy, const std::filesystem::path& target);

/// The same into the kept set, whatever the time: for what the file does not take when nobody is there to ask.
Status keep_from_memory(const MemoryCopy& copy);

/// How the kept copies of a caseload stand: what Settings and Today tell. Kept in the state folder.
struct BackupNews {
    std::string last_good_utc;  ///< empty: none yet
    std::string failed_utc,
        why;  ///< since then every automatic copy failed, and why the last one did; empty when none did
};
BackupNews backup_news(const Places& places, const std::filesystem::path& caseload_file);

/// Puts `backup` in place of the caseload after a safety copy of the current file. The caseload must be closed.
Status restore(const std::filesystem::path& backup, const std::filesystem::path& caseload_file, const Key& key,
               const OpenOptions& options);
/// Sets a damaged file aside as "<name>.damaged-DATE" and returns its new path.
Result<std::filesystem::path> set_aside(const std::filesystem::path& caseload_file);

/// What could be read from a damaged file.
struct Salvage {
    std::int64_t rows = 0;
    std::vector<std::string> damaged_tables;  ///< tables of which some rows are gone
};
/// Copies whatever can be read from a damaged caseload into a new one at `target`, which must not
/// exist; the damaged file is not touched. Errors when nothing can be read with this key.
Result<Salvage> salvage(const std::filesystem::path& damaged, const std::filesystem::path& target, const Key& key,
                        const OpenOptions& options);

}  // namespace pegboard
