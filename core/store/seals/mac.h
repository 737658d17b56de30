// A keyed hash (HMAC-SHA256) whose key is worked in once, so that thousands of short rows cost little. It refuses to
// show its key.
#pragma once
#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace pegboard::store {

using MacBytes = std::array<unsigned char, 32>;

class Mac {
 public:
    explicit Mac(std::span<const unsigned char> key);
    ~Mac();
    Mac(Mac&&) noexcept;
    Mac& operator=(Mac&&) noexcept;
    Mac(const Mac&) = delete;
    Mac& operator=(const Mac&) = delete;
    /// Of `domain`, a byte 0, and `bytes`: the same bytes in two domains give two values.
    [[nodiscard]] MacBytes of(std::string_view domain, std::string_view bytes) const;

 private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    using Context = std::unique_ptr<evp_md_ctx_st, Free>;
    Context inner_, outer_, work_;
};

/// A number of 256 bits that grows and shrinks by keyed hashes: the digest of a set of rows in any order.
class RowSum {
 public:
    RowSum() = default;
    explicit RowSum(const MacBytes& bytes);
    void add(const MacBytes& row);
    void subtract(const MacBytes& row);
    [[nodiscard]] MacBytes bytes() const;
    bool operator==(const RowSum&) const = default;

 private:
    std::array<std::uint64_t, 4> words_{};
};

}  // namespace pegboard::store
