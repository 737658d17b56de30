// The tracked rows of a caseload file as text, for comparing two states. It opens the file to look only.
#pragma once
#include <filesystem>
#include <string>

namespace pegboard::test {

/// All tracked rows as the file holds them, one per line, in a fixed order; the reason when it does not open.
std::string dump(const std::filesystem::path& file, const std::string& passphrase);

}  // namespace pegboard::test
