// Passphrases that did not open a file, counted in the state folder until one does: the list in the file cannot take
// them while it is closed. It holds a number and nothing that was typed.
#pragma once
#include <filesystem>

#include "core/caseload.h"

namespace pegboard::store {

/// One did not open `file`. Failing to note it is no error.
void remember_refused(const Places& places, const std::filesystem::path& file);
/// How many did not since it last opened here; they are counted anew from now on.
int take_refused(const Places& places, const std::filesystem::path& file);

}  // namespace pegboard::store
