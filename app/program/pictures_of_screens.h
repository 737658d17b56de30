// --screenshots: every screen and main state as PNG files, light and dark.
#pragma once
#include <filesystem>

#include "app/frame/app.h"
#include "app/program/window.h"

namespace pegboard {

/// Draws the pages before a caseload is open; call before one is.
Status picture_gate(App& app, Window& window, const std::filesystem::path& folder);
/// Draws every screen of the open caseload.
Status picture_screens(App& app, Window& window, const std::filesystem::path& folder);
/// RGBA pixels as a PNG.
Result<std::string> png_of(const Pixels& pixels);
/// ... in a file.
Status write_png(const Pixels& pixels, const std::filesystem::path& file);

}  // namespace pegboard
