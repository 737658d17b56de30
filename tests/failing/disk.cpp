#include "tests/failing/disk.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <limits>
#include <map>

namespace pegboard::failing {
namespace {

/// An open file below the folder minded.
struct Handle {
    bool minded = false;
    bool folder = false;
    std::uint64_t file = 0;
    std::string path;  ///< below the folder
};

struct State {
    std::string folder;
    bool counting = false, recording = false;
    Failure failure;
    int seen = 0, failed = 0, syncs = 0, removals = 0;
    std::array<Handle, 1024> handles;
    std::map<std::string, std::uint64_t> names;  ///< files by path, while recording
    std::uint64_t last_file = 0;
    std::vector<Record> records;
};
/// Never destroyed: files are closed after the last line of main.
State& state() {
    static State& one = *new State;
    return one;
}

template <class F>
F* real(const char* name) {
    return reinterpret_cast<F*>(dlsym(RTLD_NEXT, name));
}

bool is_minded(const char* path) {
    const std::string& folder = state().folder;
    return path != nullptr && !folder.empty() && std::string_view(path).starts_with(folder) &&
           (path[folder.size()] == '/' || path[folder.size()] == '\0');
}

std::string below(const char* path) {
    const std::string_view rest = std::string_view(path).substr(state().folder.size());
    return std::string(rest.starts_with('/') ? rest.substr(1) : rest);
}

Handle* handle_of(int number) {
    if (number < 0 || static_cast<std::size_t>(number) >= state().handles.size()) return nullptr;
    Handle& handle = state().handles[static_cast<std::size_t>(number)];
    return handle.minded ? &handle : nullptr;
}

/// Counts a call; true when it is one that fails, with errno set.
bool fails(Kind kind) {
    State& now = state();
    if (!now.counting || (now.failure.kinds & kind) == 0) return false;
    ++now.seen;
    if (now.seen < now.failure.from || (now.failure.once && now.seen > now.failure.from)) return false;
    ++now.failed;
    if (kind == removing) ++now.removals;
    errno = now.failure.why;
    return true;
}

void note(Record record) {
    if (state().recording) state().records.push_back(std::move(record));
}

void note_opened(int number, const char* path, int flags) {
    State& now = state();
    if (number < 0 || static_cast<std::size_t>(number) >= now.handles.size()) return;
    Handle& handle = now.handles[static_cast<std::size_t>(number)];
    handle = {};
    if (!is_minded(path)) return;
    handle.minded = true;
    handle.path = below(path);
    struct stat about{};
    handle.folder = ::fstat(number, &about) == 0 && S_ISDIR(about.st_mode);
    if (handle.folder || !now.recording) return;
    auto [found, is_new] = now.names.try_emplace(handle.path, 0);
    if (is_new) {
        found->second = ++now.last_file;
        note({Record::What::make, found->second, handle.path, {}, 0, {}, 0});
    }
    handle.file = found->second;
    if ((flags & O_TRUNC) != 0) note({Record::What::cut, handle.file, handle.path, {}, 0, {}, 0});
}

int open_minded(const char* name, const char* path, int flags, mode_t mode) {
    const bool changes = (flags & (O_WRONLY | O_RDWR | O_CREAT)) != 0;
    if (is_minded(path) && changes && fails(opening)) return -1;
    const int number = real<int(const char*, int, mode_t)>(name)(path, flags, mode);
    note_opened(number, path, flags);
    return number;
}

ssize_t written(int number, const void* bytes, ssize_t count, off_t at) {
    const Handle* handle = handle_of(number);
    if (handle != nullptr && count > 0)
        note({Record::What::write,
              handle->file,
              handle->path,
              {},
              static_cast<std::uint64_t>(at),
              std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(count)),
              0});
    return count;
}

ssize_t write_here(int number, const void* bytes, std::size_t count) {
    const off_t at = state().recording && handle_of(number) != nullptr ? ::lseek(number, 0, SEEK_CUR) : 0;
    return written(number, bytes, real<ssize_t(int, const void*, std::size_t)>("write")(number, bytes, count), at);
}

ssize_t write_at(const char* name, int number, const void* bytes, std::size_t count, off_t at) {
    const bool fault = handle_of(number) != nullptr && fails(writing);
    if (fault && !state().failure.half) return -1;
    const auto call = real<ssize_t(int, const void*, std::size_t, off_t)>(name);
    if (!fault) return written(number, bytes, call(number, bytes, count, at), at);
    static_cast<void>(written(number, bytes, call(number, bytes, count / 2, at), at));
    errno = state().failure.why;
    return -1;
}

int sync_file(const char* name, int number) {
    const Handle* handle = handle_of(number);
    if (handle != nullptr && fails(syncing)) {
        if (!handle->folder) {
            ++state().syncs;
            note({Record::What::sync_failed, handle->file, handle->path, {}, 0, {}, 0});
        }
        errno = state().failure.why;
        return -1;
    }
    const int outcome = real<int(int)>(name)(number);
    if (handle != nullptr && outcome == 0)
        note({handle->folder ? Record::What::folder_sync : Record::What::sync,
              handle->file,
              handle->path,
              {},
              0,
              {},
              0});
    return outcome;
}

int cut_file(const char* name, int number, off_t size) {
    const Handle* handle = handle_of(number);
    if (handle != nullptr && fails(cutting)) return -1;
    const int outcome = real<int(int, off_t)>(name)(number, size);
    if (handle != nullptr && outcome == 0)
        note({Record::What::cut, handle->file, handle->path, {}, static_cast<std::uint64_t>(size), {}, 0});
    return outcome;
}

int remove_name(const char* name, const char* path) {
    const bool minded = is_minded(path);
    if (minded && fails(removing)) return -1;
    const int outcome = real<int(const char*)>(name)(path);
    if (!minded || outcome != 0 || !state().recording) return outcome;
    const std::string gone = below(path);
    const auto found = state().names.find(gone);
    note({Record::What::remove, found == state().names.end() ? 0 : found->second, gone, {}, 0, {}, 0});
    if (found != state().names.end()) state().names.erase(found);
    return outcome;
}

int rename_name(const char* from, const char* to) {
    const bool minded = is_minded(from) || is_minded(to);
    if (minded && fails(naming)) return -1;
    const int outcome = real<int(const char*, const char*)>("rename")(from, to);
    if (!minded || outcome != 0 || !state().recording) return outcome;
    std::map<std::string, std::uint64_t>& names = state().names;
    const std::string old_name = below(from), new_name = below(to);
    const std::uint64_t file = names[old_name];
    note({Record::What::rename, file, old_name, new_name, 0, {}, 0});
    names.erase(old_name);
    names[new_name] = file;
    return outcome;
}
}  // namespace

void mind(const std::filesystem::path& folder) { state().folder = folder.string(); }

void fail(const Failure& failure) {
    State& now = state();
    now.failure = failure;
    now.seen = now.failed = now.syncs = now.removals = 0;
    now.counting = true;
}

int work_again() {
    state().counting = false;
    return state().seen;
}

int failed_calls() { return state().failed; }
int failed_syncs() { return state().syncs; }
int failed_removals() { return state().removals; }

void record(const std::map<std::string, std::string>& there) {
    State& now = state();
    now.names.clear();
    now.records.clear();
    now.last_file = 0;
    for (const auto& [path, bytes] : there) now.names[path] = ++now.last_file;
    now.recording = true;
}

void mark(int number) { note({Record::What::mark, 0, {}, {}, 0, {}, number}); }

std::vector<Record> recorded() {
    state().recording = false;
    return std::move(state().records);
}

}  // namespace pegboard::failing

// The names that libraries call. Each stands in front of the C library's own.
// NOLINTBEGIN: their shapes are the C library's.
using namespace pegboard::failing;
extern "C" {

int open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(rest, int)) : 0;
    va_end(rest);
    return open_minded("open", path, flags, mode);
}
int open64(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(rest, int)) : 0;
    va_end(rest);
    return open_minded("open64", path, flags, mode);
}
// What `open` without a mode becomes in a build that checks its calls.
int __open_2(const char* path, int flags) { return open_minded("open", path, flags, 0); }  // NOLINT: the C library's
int __open64_2(const char* path, int flags) { return open_minded("open64", path, flags, 0); }  // NOLINT: own names
FILE* fopen64(const char* path, const char* how) {
    const bool changes = std::strpbrk(how, "wa+") != nullptr;
    if (is_minded(path) && changes && fails(opening)) return nullptr;
    FILE* file = real<FILE*(const char*, const char*)>("fopen64")(path, how);
    if (file != nullptr) note_opened(::fileno(file), path, 0);
    return file;
}
FILE* fopen(const char* path, const char* how) { return fopen64(path, how); }
int fclose(FILE* file) {
    if (Handle* handle = handle_of(::fileno(file))) *handle = {};
    return real<int(FILE*)>("fclose")(file);
}
int close(int number) {
    if (Handle* handle = handle_of(number)) *handle = {};
    return real<int(int)>("close")(number);
}
ssize_t write(int number, const void* bytes, std::size_t count) {
    if (handle_of(number) != nullptr && fails(writing)) {
        if (state().failure.half && count > 1) static_cast<void>(write_here(number, bytes, count / 2));
        errno = state().failure.why;
        return -1;
    }
    return write_here(number, bytes, count);
}
ssize_t pwrite(int number, const void* bytes, std::size_t count, off_t at) {
    return write_at("pwrite", number, bytes, count, at);
}
ssize_t pwrite64(int number, const void* bytes, std::size_t count, off_t at) {
    return write_at("pwrite64", number, bytes, count, at);
}
ssize_t read(int number, void* bytes, std::size_t count) {
    if (handle_of(number) != nullptr && fails(reading)) return -1;
    return real<ssize_t(int, void*, std::size_t)>("read")(number, bytes, count);
}
ssize_t pread64(int number, void* bytes, std::size_t count, off_t at) {
    if (handle_of(number) != nullptr && fails(reading)) return -1;
    return real<ssize_t(int, void*, std::size_t, off_t)>("pread64")(number, bytes, count, at);
}
int fsync(int number) { return sync_file("fsync", number); }
int fdatasync(int number) { return sync_file("fdatasync", number); }
int ftruncate(int number, off_t size) noexcept { return cut_file("ftruncate", number, size); }
int ftruncate64(int number, off_t size) noexcept { return cut_file("ftruncate64", number, size); }
int rename(const char* from, const char* to) noexcept { return rename_name(from, to); }
int unlink(const char* path) noexcept { return remove_name("unlink", path); }
int remove(const char* path) noexcept { return remove_name("remove", path); }
int mkdir(const char* path, mode_t mode) noexcept {
    const bool minded = is_minded(path);
    if (minded && fails(naming)) return -1;
    const int outcome = real<int(const char*, mode_t)>("mkdir")(path, mode);
    if (minded && outcome == 0) note({Record::What::folder, 0, below(path), {}, 0, {}, 0});
    return outcome;
}
}
// NOLINTEND
