// The salts of files that were opened here before, in the state folder: they tell a damaged header
// from a wrong passphrase. A salt is no secret; file names are kept as hashes only.
#pragma once
#include <array>
#include <filesystem>
#include <optional>

#include "core/caseload.h"
#include "core/store/file/known_head.h"

namespace pegboard::store {

using Salt = std::array<unsigned char, 16>;

/// A short hash that stands for the file's path in names of our own.
std::string path_mark(const std::filesystem::path& file);
/// Remembers the first bytes of a file that just opened. Failing to is no error.
void remember_file(const Places& places, const std::filesystem::path& file);
/// The first bytes `file` had when it last opened here, if it ever did.
std::optional<Salt> remembered_salt(const Places& places, const std::filesystem::path& file);
/// A kept copy that takes the file's place.
struct Restored {
    std::string copy;  ///< which: "20260929T092011Z", or "file"
    Head head;         ///< of its history: a file that has another never was that copy
};
/// Noted before the copy is put in place, so that the file can say at its next opening where it came from.
void remember_restored(const Places& places, const std::filesystem::path& file, const Restored& restored);
std::optional<Restored> restored_from(const Places& places, const std::filesystem::path& file);
void forget_restored(const Places& places, const std::filesystem::path& file);
/// The Error for a key that does not open `file`: the one sentence, unless the file's first bytes are
/// not those it had, which a wrong passphrase cannot explain.
Error why_it_does_not_open(const Places& places, const std::filesystem::path& file);

}  // namespace pegboard::store
