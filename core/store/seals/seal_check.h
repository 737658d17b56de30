// Whether the whole file is as the program wrote it: the journal's chain, the digests of all records, the schema, the
// list of who looked. It tells which record does not fit and when everything last did. It only reads.
#pragma once
#include <string>

#include "core/store/database.h"

namespace pegboard::store {

/// Where the time of the last check that found everything fitting is kept, among what was looked at last.
inline constexpr const char* all_fitted_name = "records.fitted";

/// Empty when everything fits, else sentences for a therapist. It reads every row; throws what SQLite throws.
std::string what_does_not_fit(Database& db);
/// The same of records, schema and list alone, for a file whose journal is about to be checked by itself.
std::string what_records_do_not_fit(Database& db);

}  // namespace pegboard::store
