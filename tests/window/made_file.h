// A caseload made for a test of the real program: one therapist and one child, every word with a mark.
#pragma once
#include <string>

#include "tests/window/program.h"

namespace pegboard::test {

inline const std::string made_passphrase = "four wooden pegs";

/// Writes it at `file`, with the full key derivation of real files.
void make_file(const fs::path& file, const std::string& mark);

}  // namespace pegboard::test
