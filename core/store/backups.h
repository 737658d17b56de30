// Kept copies of a caseload: made by the online backup API, verified, thinned, restored.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/caseload.h"

namespace pegboard {

struct Backup {
    std::filesystem::path file;
    std::string at_utc;  ///< from the file's name, "2026-09-29T09:20:11Z"
    std::uintmax_t bytes = 0;
};

/// Copies kept for the caseload at `caseload_file`, newest first.
std::vector<Backup> kept_backups(const Places& places, const std::filesystem::path& caseload_file);
/// Copies the caseload to `target` (temporary file, fsync, rename) and verifies it by opening it.
/// Uses its own read-only connection: may run on a worker.
Status back_up(const std::filesystem::path& caseload_file, const Key& key, const std::filesystem::path& target,
               bool fast_key);
/// A backup into the kept set when 30 minutes have passed and something changed; thins to 12 daily,
/// 10 weekly, 9 monthly. `closing` ignores the 30 minutes.
Status keep_backup(const Caseload& caseload, const Key& key, const OpenOptions& options, bool closing);
/// Puts `backup` in place of the caseload after a safety copy of the current file. The caseload must be closed.
Status restore(const std::filesystem::path& backup, const std::filesystem::path& caseload_file, const Key& key,
               const OpenOptions& options);
/// Sets a damaged file aside as "<name>.damaged-DATE" and returns its new path.
Result<std::filesystem::path> set_aside(const std::filesystem::path& caseload_file);

}  // namespace pegboard
