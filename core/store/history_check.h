// Reads the whole journal of a caseload and checks its chain of hashes, and every page. It has its own connection and
// may run on a worker.
#pragma once
#include <filesystem>
#include <string>

#include "core/caseload.h"

namespace pegboard {

/// Empty when the journal is whole, else a sentence that names the first entry that was changed from outside.
Result<std::string> check_history(const std::filesystem::path& caseload_file, const Key& key, bool fast_key);

/// Reads every page and table of the file as it lies on the disk. Errors: `damaged` under field when something in it
/// does not fit, storage when it does not read.
Status check_pages(const std::filesystem::path& caseload_file, const Key& key, bool fast_key);

}  // namespace pegboard
