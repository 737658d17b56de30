#include "core/store/file/raw_key.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <sqlite3.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace pegboard::store {
namespace {
constexpr int full_rounds = 256'000;  // SQLCipher 4's default: the file opens with any SQLCipher
constexpr int fast_rounds = 8;
constexpr std::size_t check_digits = 4;
constexpr std::size_t key_digits = 64;

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c == 'o' || c == 'O') return 0;
    if (c == 'i' || c == 'I' || c == 'l' || c == 'L') return 1;
    return -1;
}
}  // namespace

Secret RawKey::specification() const {
    std::string digits = "x'" + hex(key) + hex(salt) + "'";
    Secret kept(digits);
    wipe(digits);
    return kept;
}

std::array<unsigned char, 16> new_salt() {
    std::array<unsigned char, 16> salt{};
    if (RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1) throw std::runtime_error("no random bytes");
    return salt;
}

RawKey derive_key(std::string_view passphrase, const std::array<unsigned char, 16>& salt, bool fast) {
    RawKey result;
    result.salt = salt;
    if (PKCS5_PBKDF2_HMAC(passphrase.data(), static_cast<int>(passphrase.size()), salt.data(),
                          static_cast<int>(salt.size()), fast ? fast_rounds : full_rounds, EVP_sha512(),
                          static_cast<int>(result.key.size()), result.key.data()) != 1)
        throw std::runtime_error("key derivation refused");
    return result;
}

// Through SQLite, which minds the locks of this process: a plain handle on a file that is open here would drop them all
// when it closes, and another program could then take the log away under us.
std::optional<std::array<unsigned char, 16>> read_salt(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) return std::nullopt;
    std::array<unsigned char, 16> salt{};
    sqlite3* raw = nullptr;
    sqlite3_file* handle = nullptr;
    int code = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_file_control(raw, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&handle));
    if (code == SQLITE_OK && handle != nullptr && handle->pMethods != nullptr)
        code = handle->pMethods->xRead(handle, salt.data(), static_cast<int>(salt.size()), 0);
    sqlite3_close(raw);
    if (code == SQLITE_IOERR_SHORT_READ || (code & 0xff) == SQLITE_CANTOPEN) return std::nullopt;
    if (code != SQLITE_OK) throw std::system_error(EIO, std::generic_category(), "read salt");
    return salt;
}

std::optional<RawKey> key_for(const std::filesystem::path& file, const Key& key, bool fast) {
    const auto salt = read_salt(file);
    if (!salt) return std::nullopt;
    // The derivation pads with zeros, so a zero at the end would go unnoticed; no keyboard types one.
    if (key.passphrase.view().find('\0') != std::string_view::npos) return std::nullopt;
    if (key.recovery.empty()) return derive_key(key.passphrase, *salt, fast);
    const auto typed = read_recovery(key.recovery);
    if (!typed) return std::nullopt;
    RawKey result;
    result.key = *typed;
    result.salt = *salt;
    return result;
}

std::string recovery_groups(const RawKey& key) {
    std::string digits = hex(key.key);
    std::string all = digits + sha256(digits).substr(0, check_digits);
    std::string groups;
    for (std::size_t i = 0; i < all.size(); i += 4) {
        if (i > 0) groups += ' ';
        groups.append(all, i, 4);
    }
    wipe(digits);
    wipe(all);
    return groups;
}

std::optional<LockedBytes> read_recovery(std::string_view groups) {
    std::string digits;
    for (const char c : groups) {
        if (c == ' ' || c == '-' || c == '\n' || c == '\t' || c == '\r') continue;
        const int value = digit(c);
        if (value < 0) return std::nullopt;
        digits += "0123456789abcdef"[value];
    }
    if (digits.size() != key_digits + check_digits) return std::nullopt;
    if (sha256(digits.substr(0, key_digits)).substr(0, check_digits) != digits.substr(key_digits)) return std::nullopt;
    LockedBytes key(32);
    for (std::size_t i = 0; i < key.size(); ++i)
        key[i] = static_cast<unsigned char>(digit(digits[2 * i]) * 16 + digit(digits[2 * i + 1]));
    wipe(digits);
    return key;
}

bool same_key(const RawKey& one, const RawKey& other) {
    return CRYPTO_memcmp(one.key.data(), other.key.data(), one.key.size()) == 0;
}

std::string hex(std::span<const unsigned char> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes) text += {digits[byte >> 4], digits[byte & 15]};
    return text;
}

bool from_hex(std::string_view digits, std::span<unsigned char> bytes) {
    if (digits.size() != 2 * bytes.size() || digits.find_first_not_of("0123456789abcdef") != std::string_view::npos)
        return false;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<unsigned char>(digit(digits[2 * i]) * 16 + digit(digits[2 * i + 1]));
    return true;
}

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, 32> out{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("hashing refused");
    return hex(out);
}

}  // namespace pegboard::store
