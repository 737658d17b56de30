// Works out what the data of all goals say, from the points alone, when the rules have changed since the rows were
// kept. It has its own connection and may run on a worker; Caseload::take_statuses puts the rows in.
#pragma once
#include <filesystem>
#include <vector>

#include "core/caseload.h"
#include "core/progress/facts.h"

namespace pegboard {

/// One row for every goal of the file as it stands now.
Result<std::vector<progress::KeptFacts>> rebuild_statuses(const std::filesystem::path& caseload_file, const Key& key,
                                                          bool fast_key);

}  // namespace pegboard
