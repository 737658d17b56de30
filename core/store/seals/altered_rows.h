// Which rows of a table are not as the journal last left them, told in a therapist's words. Used once a table's digest
// does not fit; it refuses to guess where the journal knows nothing of a row.
#pragma once
#include <string>
#include <vector>

#include "core/store/database.h"

namespace pegboard::store {

/// "a note of Mateo G. of 29 Sep 2026 was changed", each; `extra` is by how many rows the table is longer than sealed.
std::vector<std::string> altered_rows(Database& db, const std::string& table, std::int64_t extra);
/// "notes", "recorded values": what a table holds.
std::string words_for_table(const std::string& table);

}  // namespace pegboard::store
