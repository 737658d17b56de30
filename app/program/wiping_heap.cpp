// What is given back to the heap is overwritten at once, whoever in the process does it: names, notes and keys pass
// through texts, lists and libraries that never clear what they free. Part of the programs alone, so that tests and
// sanitizers keep the system's own heap. It refuses to change how memory is found: only how it is given back.
#include <malloc.h>
#include <string.h>

#include <cerrno>
#include <cstddef>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

extern "C" {
// The C library's own names for the functions that these stand in front of.
void __libc_free(void* room);            // NOLINT(bugprone-reserved-identifier)
void* __libc_malloc(std::size_t bytes);  // NOLINT(bugprone-reserved-identifier)

void free(void* room) {
    if (room == nullptr) return;
    const int before = errno;  // who frees on the way out of a failure still wants to know why
    ::explicit_bzero(room, ::malloc_usable_size(room));
    __libc_free(room);
    errno = before;
}

// The system's would leave the old bytes behind where it moves them.
void* realloc(void* room, std::size_t bytes) {
    if (room == nullptr) return __libc_malloc(bytes);
    if (bytes == 0) {
        free(room);
        return nullptr;
    }
    const std::size_t held = ::malloc_usable_size(room);
    if (bytes <= held && bytes >= held / 2) return room;
    void* const other = __libc_malloc(bytes);
    if (other == nullptr) return nullptr;
    ::memcpy(other, room, held < bytes ? held : bytes);
    free(room);
    return other;
}
}

#endif
