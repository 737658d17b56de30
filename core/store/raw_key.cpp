#include "core/store/raw_key.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <fstream>
#include <stdexcept>

namespace pegboard::store {
namespace {
constexpr int full_rounds = 256'000;  // SQLCipher 4's default: the file opens with any SQLCipher
constexpr int fast_rounds = 8;
constexpr std::size_t check_digits = 4;
constexpr std::size_t key_digits = 64;

std::string hex(const unsigned char* bytes, std::size_t count) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 15];
    }
    return text;
}

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c == 'o' || c == 'O') return 0;
    if (c == 'i' || c == 'I' || c == 'l' || c == 'L') return 1;
    return -1;
}
}  // namespace

RawKey::~RawKey() { OPENSSL_cleanse(key.data(), key.size()); }

std::string RawKey::specification() const {
    return "x'" + hex(key.data(), key.size()) + hex(salt.data(), salt.size()) + "'";
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

std::optional<std::array<unsigned char, 16>> read_salt(const std::filesystem::path& file) {
    std::array<unsigned char, 16> salt{};
    std::ifstream in(file, std::ios::binary);
    in.read(reinterpret_cast<char*>(salt.data()), static_cast<std::streamsize>(salt.size()));
    if (in.gcount() != static_cast<std::streamsize>(salt.size())) return std::nullopt;
    return salt;
}

std::optional<RawKey> key_for(const std::filesystem::path& file, const Key& key, bool fast) {
    const auto salt = read_salt(file);
    if (!salt) return std::nullopt;
    // The derivation pads with zeros, so a zero at the end would go unnoticed; no keyboard types one.
    if (key.passphrase.find('\0') != std::string::npos) return std::nullopt;
    if (key.recovery.empty()) return derive_key(key.passphrase, *salt, fast);
    const auto typed = read_recovery(key.recovery);
    if (!typed) return std::nullopt;
    RawKey result;
    result.key = *typed;
    result.salt = *salt;
    return result;
}

std::string recovery_groups(const RawKey& key) {
    const std::string digits = hex(key.key.data(), key.key.size());
    const std::string all = digits + sha256(digits).substr(0, check_digits);
    std::string groups;
    for (std::size_t i = 0; i < all.size(); i += 4) {
        if (i > 0) groups += ' ';
        groups += all.substr(i, 4);
    }
    return groups;
}

std::optional<std::array<unsigned char, 32>> read_recovery(std::string_view groups) {
    std::string digits;
    for (const char c : groups) {
        if (c == ' ' || c == '-' || c == '\n' || c == '\t' || c == '\r') continue;
        const int value = digit(c);
        if (value < 0) return std::nullopt;
        digits += "0123456789abcdef"[value];
    }
    if (digits.size() != key_digits + check_digits) return std::nullopt;
    if (sha256(digits.substr(0, key_digits)).substr(0, check_digits) != digits.substr(key_digits)) return std::nullopt;
    std::array<unsigned char, 32> key{};
    for (std::size_t i = 0; i < key.size(); ++i)
        key[i] = static_cast<unsigned char>(digit(digits[2 * i]) * 16 + digit(digits[2 * i + 1]));
    return key;
}

bool same_key(const RawKey& one, const RawKey& other) {
    return CRYPTO_memcmp(one.key.data(), other.key.data(), one.key.size()) == 0;
}

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, 32> out{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("hashing refused");
    return hex(out.data(), out.size());
}

}  // namespace pegboard::store
