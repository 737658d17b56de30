#include "tests/core/failing_vfs.h"

#include <sqlite3.h>

#include <cstring>
#include <limits>

namespace pegboard::test {
namespace {

struct Plan {
    int from = std::numeric_limits<int>::max();
    int code = SQLITE_OK;
    Calls calls = Calls::all;
    int seen = 0;
};
Plan plan;

bool fails(Calls kind) {
    if (plan.calls != Calls::all && plan.calls != kind) return false;
    return ++plan.seen >= plan.from;
}

/// Ours in front, the real file behind it in the same allocation.
struct File {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
File* ours(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
sqlite3_file* real(sqlite3_file* file) { return ours(file)->real(); }
const sqlite3_io_methods& methods(sqlite3_file* file) { return *real(file)->pMethods; }

int read(sqlite3_file* file, void* to, int count, sqlite3_int64 at) {
    if (fails(Calls::reads)) return plan.code == SQLITE_FULL ? SQLITE_IOERR_READ : plan.code;
    return methods(file).xRead(real(file), to, count, at);
}
int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 at) {
    return fails(Calls::writes) ? plan.code : methods(file).xWrite(real(file), from, count, at);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
    return fails(Calls::writes) ? plan.code : methods(file).xTruncate(real(file), size);
}
int sync(sqlite3_file* file, int flags) {
    // A full disk refuses what is new; what it took before it still keeps safe.
    if (fails(Calls::writes) && plan.code != SQLITE_FULL) return plan.code;
    return methods(file).xSync(real(file), flags);
}
int close(sqlite3_file* file) { return methods(file).xClose(real(file)); }
int file_size(sqlite3_file* file, sqlite3_int64* size) { return methods(file).xFileSize(real(file), size); }
int lock(sqlite3_file* file, int level) { return methods(file).xLock(real(file), level); }
int unlock(sqlite3_file* file, int level) { return methods(file).xUnlock(real(file), level); }
int check_reserved(sqlite3_file* file, int* out) { return methods(file).xCheckReservedLock(real(file), out); }
int control(sqlite3_file* file, int op, void* arg) { return methods(file).xFileControl(real(file), op, arg); }
int sector(sqlite3_file* file) { return methods(file).xSectorSize(real(file)); }
int traits(sqlite3_file* file) { return methods(file).xDeviceCharacteristics(real(file)); }
int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
    return methods(file).xShmMap(real(file), page, size, extend, out);
}
int shm_lock(sqlite3_file* file, int offset, int n, int flags) {
    return methods(file).xShmLock(real(file), offset, n, flags);
}
void shm_barrier(sqlite3_file* file) { methods(file).xShmBarrier(real(file)); }
int shm_unmap(sqlite3_file* file, int remove) { return methods(file).xShmUnmap(real(file), remove); }

sqlite3_vfs* below = nullptr;
const sqlite3_io_methods our_methods = {2,        close,       read,           write,   truncate, sync,   file_size,
                                        lock,     unlock,      check_reserved, control, sector,   traits, shm_map,
                                        shm_lock, shm_barrier, shm_unmap,      nullptr, nullptr};

int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out) {
    std::memset(file, 0, sizeof(File));
    const int code = below->xOpen(below, name, real(file), flags, out);
    if (real(file)->pMethods) file->pMethods = &our_methods;
    return code;
}

void stand_before_the_disk() {
    if (below) return;
    below = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs failing = *below;
    failing.zName = "failing";
    failing.szOsFile += static_cast<int>(sizeof(File));
    failing.xOpen = open;
    sqlite3_vfs_register(&failing, 1);
}
}  // namespace

void fail_from(int from, int code, Calls calls) {
    stand_before_the_disk();
    plan = {from, code, calls, 0};
}

void work_again() {
    stand_before_the_disk();
    plan.from = std::numeric_limits<int>::max();
}

int calls_seen() { return plan.seen; }

}  // namespace pegboard::test
