#include "core/store/file/instance_lock.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>

namespace pegboard::store {
namespace {
constexpr int tries = 20;

/// Locks from `start` on, `length` bytes (0: to the end), for this handle and not for this process.
bool lock_bytes(int handle, off_t start, off_t length) {
    struct flock whole{};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    whole.l_start = start;
    whole.l_len = length;
#ifdef F_OFD_SETLK
    return ::fcntl(handle, F_OFD_SETLK, &whole) == 0;
#else
    return ::fcntl(handle, F_SETLK, &whole) == 0;
#endif
}

bool lock_whole(int handle) { return lock_bytes(handle, 0, 0); }

// Behind the bytes that SQLite locks (from 1 GiB on, 512 of them), so that readers are not kept out.
constexpr off_t our_byte = 0x40000000 + 4096;

/// False when the last holder removed the file between our open and our lock.
bool still_there(int handle, const std::filesystem::path& file) {
    struct stat held{}, named{};
    return ::fstat(handle, &held) == 0 && ::lstat(file.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
           held.st_dev == named.st_dev;
}
}  // namespace

std::filesystem::path lock_path(const std::filesystem::path& caseload_file) {
    std::error_code ignored;
    std::filesystem::path real = std::filesystem::weakly_canonical(caseload_file, ignored);
    if (ignored || real.empty()) real = std::filesystem::absolute(caseload_file, ignored);
    real += ".lock";
    return real;
}

std::unique_ptr<InstanceLock> InstanceLock::take(const std::filesystem::path& caseload_file, LockOutcome& outcome) {
    const std::filesystem::path file = lock_path(caseload_file);
    for (int i = 0; i < tries; ++i) {
        const int handle = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
        if (handle < 0) {
            outcome = LockOutcome::not_possible;
            return nullptr;
        }
        if (!lock_whole(handle)) {
            outcome = errno == EAGAIN || errno == EACCES ? LockOutcome::in_use : LockOutcome::not_possible;
            ::close(handle);
            return nullptr;
        }
        if (still_there(handle, file)) {
            outcome = LockOutcome::taken;
            return std::unique_ptr<InstanceLock>(new InstanceLock(file, handle));
        }
        ::close(handle);
    }
    outcome = LockOutcome::in_use;
    return nullptr;
}

InstanceLock::~InstanceLock() {
    // Removed while still held: whoever opened it meanwhile sees that its name is gone and tries again. Where the
    // folder was moved, the name may be that of another lock by now.
    if (still_there(handle_, file_)) ::unlink(file_.c_str());
    ::close(handle_);
}

std::unique_ptr<FileLock> FileLock::take(const std::filesystem::path& caseload_file, LockOutcome& outcome) {
    const int handle = ::open(caseload_file.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
    outcome = LockOutcome::not_possible;
    if (handle < 0) return nullptr;
    if (lock_bytes(handle, our_byte, 1)) {
        outcome = LockOutcome::taken;
        return std::unique_ptr<FileLock>(new FileLock(handle));
    }
    if (errno == EAGAIN || errno == EACCES) outcome = LockOutcome::in_use;
    ::close(handle);
    return nullptr;
}

FileLock::~FileLock() { ::close(handle_); }

bool locks_may_not_hold(const std::filesystem::path& folder) {
    struct statfs about{};
    if (::statfs(folder.c_str(), &about) != 0) return false;
    // NFS, SMB 1, SMB 2 and 3, AFS, 9p, Ceph, FUSE (sshfs, rclone, cloud drives), Coda, NCP
    constexpr std::array<std::uint32_t, 10> shared{0x6969,     0xFF534D42, 0xFE534D42, 0x5346414F, 0x01021997,
                                                   0x00C36400, 0x65735546, 0x73757245, 0x564C,     0x517B};
    return std::find(shared.begin(), shared.end(), static_cast<std::uint32_t>(about.f_type)) != shared.end();
}

}  // namespace pegboard::store
