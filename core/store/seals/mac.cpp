#include "core/store/seals/mac.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <stdexcept>

namespace pegboard::store {
namespace {
constexpr std::size_t block = 64;
constexpr unsigned char inner_pad = 0x36, outer_pad = 0x5c;

void need(bool done) {
    if (!done) throw std::runtime_error("hashing refused");
}

std::array<std::uint64_t, 4> words_of(const MacBytes& bytes) {
    std::array<std::uint64_t, 4> words{};
    for (std::size_t i = 0; i < bytes.size(); ++i) words[i / 8] |= std::uint64_t{bytes[i]} << (8 * (i % 8));
    return words;
}

void add_words(std::array<std::uint64_t, 4>& to, const std::array<std::uint64_t, 4>& value, bool carry) {
    for (std::size_t i = 0; i < to.size(); ++i) {
        const std::uint64_t with = to[i] + value[i];
        const bool over = with < value[i];
        to[i] = with + (carry ? 1 : 0);
        carry = over || (carry && to[i] == 0);
    }
}
}  // namespace

void Mac::Free::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

Mac::Mac(std::span<const unsigned char> key)
    : inner_(EVP_MD_CTX_new()), outer_(EVP_MD_CTX_new()), work_(EVP_MD_CTX_new()) {
    need(inner_ && outer_ && work_ && key.size() <= block);
    for (const auto& [context, pad] : {std::pair(inner_.get(), inner_pad), std::pair(outer_.get(), outer_pad)}) {
        std::array<unsigned char, block> padded{};
        std::copy(key.begin(), key.end(), padded.begin());
        for (unsigned char& byte : padded) byte ^= pad;
        const bool done = EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1 &&
                          EVP_DigestUpdate(context, padded.data(), padded.size()) == 1;
        OPENSSL_cleanse(padded.data(), padded.size());
        need(done);
    }
}

Mac::~Mac() = default;
Mac::Mac(Mac&&) noexcept = default;
Mac& Mac::operator=(Mac&&) noexcept = default;

MacBytes Mac::of(std::string_view domain, std::string_view bytes) const {
    MacBytes out{};
    const unsigned char between = 0;
    unsigned int size = 0;
    need(EVP_MD_CTX_copy_ex(work_.get(), inner_.get()) == 1 &&
         EVP_DigestUpdate(work_.get(), domain.data(), domain.size()) == 1 &&
         EVP_DigestUpdate(work_.get(), &between, 1) == 1 &&
         EVP_DigestUpdate(work_.get(), bytes.data(), bytes.size()) == 1 &&
         EVP_DigestFinal_ex(work_.get(), out.data(), &size) == 1 &&
         EVP_MD_CTX_copy_ex(work_.get(), outer_.get()) == 1 &&
         EVP_DigestUpdate(work_.get(), out.data(), out.size()) == 1 &&
         EVP_DigestFinal_ex(work_.get(), out.data(), &size) == 1);
    return out;
}

RowSum::RowSum(const MacBytes& bytes) : words_(words_of(bytes)) {}

void RowSum::add(const MacBytes& row) { add_words(words_, words_of(row), false); }

void RowSum::subtract(const MacBytes& row) {
    auto words = words_of(row);
    for (std::uint64_t& word : words) word = ~word;
    add_words(words_, words, true);
}

MacBytes RowSum::bytes() const {
    MacBytes bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<unsigned char>((words_[i / 8] >> (8 * (i % 8))) & 0xffU);
    return bytes;
}

}  // namespace pegboard::store
