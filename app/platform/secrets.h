// Passphrases that do not come from the keyboard: read from a descriptor, or random for a demo.
#pragma once
#include <string>

#include "core/result.h"

namespace pegboard {

/// Reads the first line from an open file descriptor and closes it.
Result<std::string> read_passphrase(int descriptor);
/// A passphrase nobody knows: 256 random bits.
std::string random_passphrase();

}  // namespace pegboard
