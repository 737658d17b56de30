// Who opened, looked, locked, copied and saved, in the file itself: only added to, each line chained to the one before
// by a hash, the end sealed with the records. It refuses anything that could be somebody's words.
#pragma once
#include <optional>
#include <vector>

#include "core/model/access.h"
#include "core/result.h"
#include "core/store/seals.h"

namespace pegboard::store {

/// Adds a line in a transaction that is open; its number is given here. Errors: invalid, when the detail is no key.
Status add_access(Database& db, Seals& seals, AccessEvent event);
/// Newest first; of one child when `child` is given.
std::vector<AccessEvent> read_access(Database& db, ChildId child, int limit);
/// The number of the first line that does not fit the chain or its end.
std::optional<std::int64_t> access_fault(Database& db, const Head& end);

}  // namespace pegboard::store
