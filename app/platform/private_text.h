// Texts of a person's own (recovery sheet, packs) written to a file that was asked for: private, whole or not at all.
// It refuses to lie over a caseload, or over any file that is not of the same kind.
#pragma once
#include <filesystem>
#include <string_view>

#include "core/result.h"

namespace pegboard {

/// Writes by temporary file and rename, mode 0600. A file that is there is replaced only when it begins as `kind` does
/// (its first 23 bytes): an older sheet, an older pack. Errors: invalid, storage.
Status save_private_text(const std::filesystem::path& file, std::string_view text, std::string_view kind);
/// True for a caseload, open or not, and for what lies beside one. Only names are looked at: a handle on an open
/// caseload that is closed again would drop its locks.
bool is_caseload(const std::filesystem::path& file);

}  // namespace pegboard
