#include "core/secret.h"

#include <openssl/crypto.h>
#include <sys/mman.h>

#include <array>
#include <bitset>
#include <mutex>
#include <new>

namespace pegboard {
namespace {

constexpr std::size_t slot_bytes = 64, slots = 1024;  // 64 KB: the least that a system lets every program lock

/// One stretch of locked pages, cut into slots. A process that is forked off has them too, though not locked: here each
/// runs another program at once, which takes their place.
class Pages {
 public:
    Pages() {
        constexpr int whose = MAP_PRIVATE | MAP_ANONYMOUS;
        void* room = ::mmap(nullptr, slot_bytes * slots, PROT_READ | PROT_WRITE, whose, -1, 0);
        if (room == MAP_FAILED) return;
        start_ = static_cast<unsigned char*>(room);
        locked_ = ::mlock(room, slot_bytes * slots) == 0;
        ::madvise(room, slot_bytes * slots, MADV_DONTDUMP);
    }

    /// Null when there is no such room.
    void* take(std::size_t bytes) {
        const std::scoped_lock one(mutex_);
        const std::size_t wanted = slots_of(bytes);
        std::size_t run = 0;
        for (std::size_t at = 0; start_ != nullptr && at < slots; ++at) {
            run = used_[at] ? 0 : run + 1;
            if (run < wanted) continue;
            const std::size_t first = at + 1 - wanted;
            for (std::size_t i = first; i <= at; ++i) used_[i] = true;
            return start_ + first * slot_bytes;
        }
        return nullptr;
    }

    /// False when it is not of these pages.
    bool give(void* room, std::size_t bytes) {
        const std::scoped_lock one(mutex_);
        auto* const at = static_cast<unsigned char*>(room);
        if (start_ == nullptr || at < start_ || at >= start_ + slot_bytes * slots) return false;
        OPENSSL_cleanse(room, slots_of(bytes) * slot_bytes);
        const auto first = static_cast<std::size_t>(at - start_) / slot_bytes;
        for (std::size_t i = first; i < first + slots_of(bytes); ++i) used_[i] = false;
        return true;
    }

    [[nodiscard]] bool locked() const { return locked_; }

 private:
    static std::size_t slots_of(std::size_t bytes) { return (bytes + slot_bytes - 1) / slot_bytes; }

    std::mutex mutex_;
    unsigned char* start_ = nullptr;
    bool locked_ = false;
    std::bitset<slots> used_;
};

/// Never taken down: keys in objects of static life are given back after it would be.
Pages& pages() {
    static auto* const all = new Pages;
    return *all;
}

}  // namespace

void* take_locked(std::size_t bytes) {
    void* room = pages().take(bytes);
    return room != nullptr ? room : ::operator new(bytes);
}

void give_locked(void* room, std::size_t bytes) noexcept {
    if (pages().give(room, bytes)) return;
    OPENSSL_cleanse(room, bytes);
    ::operator delete(room);
}

bool pages_are_locked() { return pages().locked(); }

void wipe(std::string& words) noexcept {
    words.resize(words.capacity());
    OPENSSL_cleanse(words.data(), words.size());
    words.clear();
}

void wipe(void* bytes, std::size_t count) noexcept { OPENSSL_cleanse(bytes, count); }

[[gnu::noinline]] void wipe_stack() noexcept {
    constexpr std::size_t deep = 512UL * 1024;
    std::array<unsigned char, deep> room;  // NOLINT(cppcoreguidelines-pro-type-member-init): what it holds is the point
    OPENSSL_cleanse(room.data(), room.size());
}

}  // namespace pegboard
