// The built-in activities, skills and precautions, as the program was built with them: another file of that name, or a
// damaged one, is not taken for them.
#pragma once
#include <filesystem>
#include <memory>

#include "core/library/library.h"

namespace pegboard {

/// SHA-256 of the library.db that this program was built with, in lower-case hex; written by the build.
extern const char* const built_in_checksum;

/// Opens `file` when it is the one. Errors: storage, in a sentence that says what goes without it.
Result<std::unique_ptr<Library>> open_built_in(const std::filesystem::path& file);

}  // namespace pegboard
