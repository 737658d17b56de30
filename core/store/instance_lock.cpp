#include "core/store/instance_lock.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace pegboard::store {
namespace {
constexpr int tries = 20;

bool lock_whole(int handle) {
    struct flock whole{};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
#ifdef F_OFD_SETLK
    return ::fcntl(handle, F_OFD_SETLK, &whole) == 0;
#else
    return ::fcntl(handle, F_SETLK, &whole) == 0;
#endif
}

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
    // Removed while still held: whoever opened it meanwhile sees that its name is gone and tries again.
    ::unlink(file_.c_str());
    ::close(handle_);
}

}  // namespace pegboard::store
