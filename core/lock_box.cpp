#include "core/lock_box.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "core/store/file/raw_key.h"

namespace pegboard {
namespace {

constexpr std::size_t start_bytes = 12, tag_bytes = 16, salt_bytes = 16, key_bytes = 32;
constexpr std::string_view mark_head = "scrypt:";

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

const unsigned char* bytes_of(std::string_view words) { return reinterpret_cast<const unsigned char*>(words.data()); }

/// 32 bytes of a key of any length that is itself random enough.
LockedBytes fit(std::string_view key) {
    LockedBytes out(key_bytes);
    unsigned int size = 0;
    if (EVP_Digest(key.data(), key.size(), out.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("hashing refused");
    return out;
}

/// What a PIN and a salt give, slowly. Throws when there is no memory for it.
LockedBytes key_of_pin(std::string_view pin, std::string_view salt) {
    constexpr std::uint64_t cost = 1U << 17U, block = 8, lanes = 1, most_memory = 192ULL << 20U;
    LockedBytes out(key_bytes);
    if (EVP_PBE_scrypt(pin.data(), pin.size(), bytes_of(salt), salt.size(), cost, block, lanes, most_memory, out.data(),
                       out.size()) != 1)
        throw std::runtime_error("key derivation refused");
    return out;
}

std::string_view words_of(const LockedBytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::optional<LockedBytes> read_hex(std::string_view digits, std::size_t bytes) {
    LockedBytes out(bytes);
    if (!store::from_hex(digits, out)) return std::nullopt;
    return out;
}

struct Mark {
    LockedBytes salt, key;
};

std::optional<Mark> read_mark(std::string_view mark) {
    if (!mark.starts_with(mark_head)) return std::nullopt;
    mark.remove_prefix(mark_head.size());
    const std::size_t colon = mark.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    auto salt = read_hex(mark.substr(0, colon), salt_bytes);
    auto key = read_hex(mark.substr(colon + 1), key_bytes);
    if (!salt || !key) return std::nullopt;
    return Mark{*salt, *key};
}

}  // namespace

SealedWords::SealedWords(std::string_view words, std::string_view key) {
    const LockedBytes fitting = fit(key);
    LockedBytes out(start_bytes + tag_bytes + words.size());
    unsigned char* const tag = out.data() + start_bytes;
    unsigned char* const text = tag + tag_bytes;
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int written = 0, last = 0;
    const bool sealed =
        cipher && RAND_bytes(out.data(), static_cast<int>(start_bytes)) == 1 &&
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, fitting.data(), out.data()) == 1 &&
        EVP_EncryptUpdate(cipher.get(), text, &written, bytes_of(words), static_cast<int>(words.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), text + written, &last) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tag_bytes), tag) == 1;
    if (!sealed) throw std::runtime_error("sealing refused");
    bytes_ = Secret(words_of(out));
}

std::optional<Secret> SealedWords::open(std::string_view key) const {
    if (bytes_.size() < start_bytes + tag_bytes) return std::nullopt;
    const LockedBytes fitting = fit(key);
    std::array<unsigned char, tag_bytes> tag{};
    const std::string_view all = bytes_.view(), text = all.substr(start_bytes + tag_bytes);
    std::copy_n(bytes_of(all.substr(start_bytes)), tag.size(), tag.begin());
    LockedBytes out(text.size() + 1);
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int written = 0, last = 0;
    const bool opened =
        cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, fitting.data(), bytes_of(all)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), out.data(), &written, bytes_of(text), static_cast<int>(text.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tag.size()), tag.data()) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), out.data() + written, &last) == 1;
    if (!opened) return std::nullopt;
    return Secret(words_of(out).substr(0, text.size()));
}

std::string pin_mark(std::string_view pin) {
    const auto salt = store::new_salt();
    const LockedBytes key = key_of_pin(pin, {reinterpret_cast<const char*>(salt.data()), salt.size()});
    return std::string(mark_head) + store::hex(salt) + ":" + store::hex(key);
}

bool is_pin_mark(std::string_view mark) { return read_mark(mark).has_value(); }

PinBox::PinBox(std::string_view mark, const Key& key) {
    const auto read = read_mark(mark);
    if (!read || key.recovery.empty()) return;
    salt_ = Secret(words_of(read->salt));
    sealed_ = SealedWords(key.recovery, words_of(read->key));
}

std::optional<Key> PinBox::open(std::string_view pin) {
    if (empty()) return std::nullopt;
    if (auto groups = sealed_.open(words_of(key_of_pin(pin, salt_)))) {
        wrong_ = 0;
        return Key{{}, *std::move(groups)};
    }
    if (++wrong_ >= most_wrong) wipe();
    return std::nullopt;
}

void PinBox::wipe() {
    salt_ = {};
    sealed_ = {};
}

}  // namespace pegboard
