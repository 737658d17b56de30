// A passphrase in whatever form of Unicode a keyboard gives: the same letters open the file on every machine. Files of
// before keep the bytes they were made with.
#pragma once
#include <memory>

#include "core/caseload.h"

namespace pegboard {

/// As Caseload::open, trying the passphrase as it was typed first, then in Unicode's other forms where these differ.
/// `key` then holds the form that opened the file. Errors: as Caseload::open.
Result<std::unique_ptr<Caseload>> open_as_typed(const std::filesystem::path& file, Key& key,
                                                const OpenOptions& options);
/// The form a new passphrase is kept in, whatever keyboard it was typed on.
Key as_kept(Key key);

}  // namespace pegboard
