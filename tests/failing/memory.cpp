#include "tests/failing/memory.h"

#include <openssl/crypto.h>
#include <sqlite3.h>

#include <cstdlib>
#include <limits>
#include <new>

namespace pegboard::failing {
namespace {

constinit long seen = 0, from = std::numeric_limits<long>::max(), refused = 0;
constinit bool alone = false, counting = false;

bool runs_out() {
    if (!counting) return false;
    ++seen;
    if (seen < from || (alone && seen > from)) return false;
    ++refused;
    return true;
}

void* taken(std::size_t size) { return runs_out() ? nullptr : std::malloc(size == 0 ? 1 : size); }

// ---- OpenSSL
void* crypto_take(std::size_t size, const char*, int) { return size == 0 ? nullptr : taken(size); }
void* crypto_grow(void* bytes, std::size_t size, const char*, int) {
    return runs_out() ? nullptr : std::realloc(bytes, size);
}
void crypto_give(void* bytes, const char*, int) { std::free(bytes); }

// ---- SQLite: its own methods, asked less willingly
sqlite3_mem_methods& own_methods() {
    static sqlite3_mem_methods methods{};
    return methods;
}
void* sqlite_take(int size) { return runs_out() ? nullptr : own_methods().xMalloc(size); }
void* sqlite_grow(void* bytes, int size) { return runs_out() ? nullptr : own_methods().xRealloc(bytes, size); }

bool place() {
    const bool crypto = CRYPTO_set_mem_functions(crypto_take, crypto_grow, crypto_give) == 1;
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &own_methods()) != SQLITE_OK) return false;
    sqlite3_mem_methods ours = own_methods();
    ours.xMalloc = sqlite_take;
    ours.xRealloc = sqlite_grow;
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) == SQLITE_OK && crypto;
}
const bool placed = place();
}  // namespace

void run_out_at(long nth, bool once) {
    from = nth;
    alone = once;
    seen = refused = 0;
    counting = true;
}

long enough_again() {
    counting = false;
    return seen;
}

long refused_allocations() { return refused; }

bool all_are_counted() { return placed; }

}  // namespace pegboard::failing

// NOLINTBEGIN: these are the language's own names.
void* operator new(std::size_t size) {
    if (void* bytes = pegboard::failing::taken(size)) return bytes;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return pegboard::failing::taken(size); }
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return pegboard::failing::taken(size); }
void operator delete(void* bytes) noexcept { std::free(bytes); }
void operator delete(void* bytes, std::size_t) noexcept { std::free(bytes); }
void operator delete[](void* bytes) noexcept { std::free(bytes); }
void operator delete[](void* bytes, std::size_t) noexcept { std::free(bytes); }
// NOLINTEND
