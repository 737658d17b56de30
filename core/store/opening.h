// What lies around a caseload before it is opened for writing: a log of another file, other names, who else may
// read it, a folder whose locks do not hold. It judges without writing, and deletes nothing.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/store/database.h"

namespace pegboard::store {

/// True when the file opens with `key` and every page, table and the history fit. Nothing is written, not on closing
/// either. `access` tells whether its log counts (look) or not (frozen).
bool is_sound(const std::filesystem::path& file, const RawKey& key, Access access);
/// The same of pages and tables only, with the log: a history that does not fit is no reason not to copy a file.
bool is_whole(const std::filesystem::path& file, const RawKey& key);
/// A log beside `file` that does not belong to it (the file is whole without it, and not with it) is set aside under
/// another name; the sentence says so. Empty when there is none.
std::string set_foreign_log_aside(const std::filesystem::path& file, const RawKey& key);
/// What a person must know of where the file lies: a second name, a shared folder; rights of others are taken away
/// first, and that is told.
std::vector<std::string> look_around(const std::filesystem::path& file);

}  // namespace pegboard::store
