// One verified copy of an open database under a key, written whole or not at all. The kept set, the
// restore and the salvage stand on it.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "core/caseload.h"
#include "core/store/database.h"

namespace pegboard::store {

/// Every page authenticates, every table and index fits, and the file is one of ours.
Status check_whole(Database& db);
/// Every index lists what its table holds, which check_whole leaves out.
Status check_indexes(Database& db);
/// Opens a closed copy without touching anything beside it, and checks it whole.
Status check_copy(const std::filesystem::path& copy, const RawKey& key);
/// Copies to "<target>.part" under `key`, checks that, then renames it to `target`.
Status copy_verified(Database& from, const RawKey& key, const std::filesystem::path& target);
/// True when `target` is the caseload itself or what lies beside it: a copy there would end what is being written.
bool is_part_of(const std::filesystem::path& caseload_file, const std::filesystem::path& target);
/// Writes what was kept in memory as a file with its log, mode 0600; still encrypted. Nothing of another file may lie
/// beside it. Throws std::system_error.
void write_image(const FileImage& image, const std::filesystem::path& file);
/// Removes a file with all that SQLite keeps beside it.
void remove_with_log(const std::filesystem::path& file);
/// How to read a caseload that may be open elsewhere, or lie where nothing may be written.
Access reading_access(const std::filesystem::path& caseload_file);

/// A name in `folder` that no copy has yet: "<stem>-20260929T092011Z.pegboard".
std::filesystem::path free_copy_name(const std::filesystem::path& folder, const std::filesystem::path& stem,
                                     std::int64_t now_ms);
/// "20260929T092011Z", as in names of copies.
std::string name_stamp(std::int64_t now_ms);
/// "2026-09-29T09:20:11Z" from "<stem>-20260929T092011Z.pegboard"; nothing for any other name.
std::optional<std::string> instant_of_name(const std::filesystem::path& copy, const std::filesystem::path& stem);
/// The Error for a copy that could not be written; the caseload itself is safe then.
Error copy_failed(const std::exception& failure, const std::filesystem::path& target);

}  // namespace pegboard::store
