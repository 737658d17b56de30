// The key that encrypts a caseload: derived from a passphrase as SQLCipher 4 does, or typed from the
// recovery sheet. It refuses to write itself anywhere but on that sheet.
#pragma once
#include <array>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/caseload.h"
#include "core/secret.h"

namespace pegboard::store {

struct RawKey {
    LockedBytes key = LockedBytes(32);
    std::array<unsigned char, 16> salt{};  ///< the first bytes of the file

    // Never moved from: a key has 32 bytes as long as it lives.
    RawKey() = default;
    RawKey(const RawKey&) = default;
    RawKey& operator=(const RawKey&) = default;
    ~RawKey() = default;
    /// x'<key><salt>', the form SQLCipher takes without deriving.
    [[nodiscard]] Secret specification() const;
};

/// A salt for a new file.
std::array<unsigned char, 16> new_salt();
/// Derives the key as SQLCipher would: 256,000 rounds, or few when `fast`.
RawKey derive_key(std::string_view passphrase, const std::array<unsigned char, 16>& salt, bool fast);
/// The salt of a file, open here or not; nothing when it is too short to be a caseload. Throws when it does not read.
std::optional<std::array<unsigned char, 16>> read_salt(const std::filesystem::path& file);
/// The key that `key` stands for with the salt of `file`; nothing when it can be none.
std::optional<RawKey> key_for(const std::filesystem::path& file, const Key& key, bool fast);
/// Groups of four for the recovery sheet; the last group tells a typing mistake.
std::string recovery_groups(const RawKey& key);
/// Reads such groups, forgiving spaces, dashes, case, and O or I typed for 0 or 1.
std::optional<LockedBytes> read_recovery(std::string_view groups);
/// Compares in constant time.
bool same_key(const RawKey& one, const RawKey& other);
/// Lower-case hex of a key or a salt, and back; false when it is none.
std::string hex(std::span<const unsigned char> bytes);
bool from_hex(std::string_view digits, std::span<unsigned char> bytes);
/// SHA-256 as lower-case hex.
std::string sha256(std::string_view bytes);

}  // namespace pegboard::store
