// Words and bytes that open a caseload, in pages that are never written to swap nor to a core, wiped when they are
// given back. It refuses to be longer than they need where there is a choice: the pages are few.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pegboard {

/// Room in locked pages; ordinary memory when they are full or the system locks none. Throws when there is none at all.
void* take_locked(std::size_t bytes);
/// Wipes it and gives it back.
void give_locked(void* room, std::size_t bytes) noexcept;
/// Whether the system keeps these pages out of swap.
bool pages_are_locked();

template <class T>
struct LockedRoom {
    using value_type = T;
    LockedRoom() = default;
    template <class U>
    LockedRoom(const LockedRoom<U>&) {}  // NOLINT(google-explicit-constructor): what an allocator must be able to
    T* allocate(std::size_t count) { return static_cast<T*>(take_locked(count * sizeof(T))); }
    void deallocate(T* room, std::size_t count) noexcept { give_locked(room, count * sizeof(T)); }
    friend bool operator==(const LockedRoom&, const LockedRoom&) { return true; }
};
using LockedBytes = std::vector<unsigned char, LockedRoom<unsigned char>>;

/// A passphrase, a key or a PIN. Typed words become one wherever a key is asked for.
class Secret {
 public:
    Secret() = default;
    Secret(std::string_view words) : bytes_(words.begin(), words.end()) {}
    Secret(const std::string& words) : Secret(std::string_view(words)) {}
    Secret(const char* words) : Secret(std::string_view(words)) {}

    [[nodiscard]] std::string_view view() const { return {bytes_.data(), bytes_.size()}; }
    operator std::string_view() const { return view(); }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }
    [[nodiscard]] const char* data() const { return bytes_.data(); }
    bool operator==(const Secret&) const = default;

 private:
    std::vector<char, LockedRoom<char>> bytes_;
};

/// Overwrites all the room of a text and empties it.
void wipe(std::string& words) noexcept;
/// Overwrites bytes, whatever the compiler thinks of it.
void wipe(void* bytes, std::size_t count) noexcept;
/// Overwrites what functions that have returned left on this thread's stack.
void wipe_stack() noexcept;

}  // namespace pegboard
