// One print job through the desktop's print portal: the pages go there as a file in memory, and its dialog asks for the
// printer. It refuses to write anything to disk.
#pragma once
#include <gio/gio.h>

#include <functional>
#include <string>
#include <string_view>

#include "app/base/services.h"

namespace pegboard {

/// A file in memory that holds the bytes and cannot be changed any more, read from its start; -1 when there is no room.
int file_in_memory(std::string_view bytes);

/// Shows the desktop's dialog for the file; takes the handle. Called on the thread of the bus, and answered there once.
void print_by_portal(GDBusConnection* bus, const std::string& title, int file, std::function<void(PrintEnd)> done);

}  // namespace pegboard
