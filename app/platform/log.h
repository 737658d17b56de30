// The program's log: a rotating file in the state folder, for support. It refuses people's words:
// commands, ids and error details only.
#pragma once
#include <filesystem>

namespace pegboard {

/// Sends spdlog's default logger to `state_dir`/pegboard.log (mode 0600, three files of 512 KB);
/// to nowhere when that cannot be written. Nothing goes to the terminal.
void start_log(const std::filesystem::path& state_dir);

}  // namespace pegboard
