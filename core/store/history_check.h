// Reads the whole journal of a caseload and checks its chain of hashes. It has its own connection and may
// run on a worker.
#pragma once
#include <filesystem>
#include <string>

#include "core/caseload.h"

namespace pegboard {

/// Empty when the journal is whole, else a sentence that names the first entry that was changed from outside.
Result<std::string> check_history(const std::filesystem::path& caseload_file, const Key& key, bool fast_key);

}  // namespace pegboard
