// A lock file beside the caseload, so that a second copy of the program never writes to it. The lock
// belongs to the open file, so a killed program leaves none behind.
#pragma once
#include <filesystem>
#include <memory>

namespace pegboard::store {

enum class LockOutcome {
    taken,
    in_use,        ///< another copy of the program holds it
    not_possible,  ///< no lock file can be made here: a folder or medium that is read-only
};

class InstanceLock {
 public:
    /// Tries to take the lock of `caseload_file`; null unless the outcome is `taken`. Never waits.
    static std::unique_ptr<InstanceLock> take(const std::filesystem::path& caseload_file, LockOutcome& outcome);
    ~InstanceLock();
    InstanceLock(const InstanceLock&) = delete;
    InstanceLock& operator=(const InstanceLock&) = delete;

 private:
    InstanceLock(std::filesystem::path file, int handle) : file_(std::move(file)), handle_(handle) {}
    std::filesystem::path file_;
    int handle_ = -1;
};

/// A lock on the file itself, whatever name led to it: a second name of the file (a hard link) finds it taken. It
/// holds a handle of the file, so it is taken before SQLite opens the file and given up after SQLite closed it.
class FileLock {
 public:
    /// Tries to lock `caseload_file`; null unless the outcome is `taken`. Never waits.
    static std::unique_ptr<FileLock> take(const std::filesystem::path& caseload_file, LockOutcome& outcome);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

 private:
    explicit FileLock(int handle) : handle_(handle) {}
    int handle_ = -1;
};

/// True where a lock of one computer is not sure to be seen by another: network and shared drives.
bool locks_may_not_hold(const std::filesystem::path& folder);

/// "<file>.lock" beside the file itself, links followed, so that all names of a file share one lock.
std::filesystem::path lock_path(const std::filesystem::path& caseload_file);

}  // namespace pegboard::store
