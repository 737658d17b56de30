// Reads a whole caseload, journal and records, and checks them against chain, digests and seal; and every page. It has
// its own connection and may run on a worker.
#pragma once
#include <filesystem>
#include <string>

#include "core/caseload.h"

namespace pegboard {

/// Empty when journal, records and schema are as Pegboard wrote them, else what was changed from outside, and since
/// when.
Result<std::string> check_history(const std::filesystem::path& caseload_file, const Key& key, bool fast_key);

/// Empty when the newest kept copies of this file are no further than the file itself; else a sentence: an older file
/// took its place, which this computer may never have seen before. Going back on purpose, or accepting it, is no alarm.
Result<std::string> check_against_copies(const std::filesystem::path& caseload_file,
                                         const std::filesystem::path& second_folder, const Key& key,
                                         const OpenOptions& options);

/// Reads every page and table of the file as it lies on the disk. Errors: `damaged` under field when something in it
/// does not fit, storage when it does not read.
Status check_pages(const std::filesystem::path& caseload_file, const Key& key, bool fast_key);

}  // namespace pegboard
