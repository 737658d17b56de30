// The sound caseloads that targets spoil, and how they open.
#pragma once
#include <filesystem>
#include <string>

#include "core/caseload.h"

namespace pegboard::fuzz {

inline const Key sound_key{"four wooden pegs", {}};
OpenOptions sound_options();
/// The bytes of an empty caseload, and of one with a row in nearly every table.
const std::string& small_file();
const std::string& full_file();
/// A file with these bytes and nothing beside it; the same name each time.
std::filesystem::path fresh_file(const std::string& bytes);

}  // namespace pegboard::fuzz
