// Inter in three weights with the icons merged in, and every other script lazily from the installed
// fonts. It refuses to touch fontconfig before a character is missing.
#pragma once
#include <array>
#include <filesystem>

#include "imgui.h"

namespace pegboard {

/// The fonts by Weight. A size passed to ImGui is the em size of the design, and a line drawn at
/// (line height - size) / 2 sits where the design has it. Throws std::runtime_error naming a missing file.
std::array<ImFont*, 3> load_fonts(const std::filesystem::path& data_dir);

}  // namespace pegboard
