#include "app/platform/private_text.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

#include "core/store/file/files.h"

namespace pegboard {
namespace {
namespace fs = std::filesystem;
constexpr std::size_t head_bytes = 23;

Error not_written(const char* step) {
    return {ErrorKind::storage,
            {},
            "The file could not be written there. Choose another place.",
            std::string(step) + ": " + std::strerror(errno)};
}

bool write_all(int handle, std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = ::write(handle, text.data(), text.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return ::fsync(handle) == 0;
}

bool begins_as(const fs::path& file, std::string_view kind) {
    std::array<char, head_bytes> head{};
    std::ifstream in(file, std::ios::binary);
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    const std::string_view wanted = kind.substr(0, head_bytes);
    return std::string_view(head.data(), static_cast<std::size_t>(in.gcount())).starts_with(wanted);
}

Status may_replace(const fs::path& file, std::string_view kind) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(file, ignored))) return {};
    if (is_caseload(file))
        return invalid("file", "This is a caseload. Nothing was written. Give the new file another name.");
    if (!fs::is_regular_file(file, ignored) || !begins_as(file, kind))
        return invalid("file",
                       "A file of another kind has this name. Nothing was written. Give the new file another name.");
    return {};
}
}  // namespace

bool is_caseload(const fs::path& file) {
    std::error_code ignored;
    // A caseload that is open has its lock beside it, whatever its name; links and second names lead to the same file.
    const fs::path real = fs::weakly_canonical(file, ignored);
    const std::string name = (ignored ? file : real).filename().string();
    for (const char* ending : {".pegboard", ".pegboard-wal", ".pegboard-shm", ".pegboard.lock", ".pegboard-journal"})
        if (name.ends_with(ending)) return true;
    fs::path lock = ignored ? file : real;
    lock += ".lock";
    if (fs::exists(lock, ignored)) return true;
    for (const fs::path& each : store::entries_of("/proc/self/fd")) {
        std::error_code gone;
        if (fs::equivalent(each, file, gone) && fs::is_regular_file(file, gone)) return true;
    }
    return false;
}

Status save_private_text(const fs::path& file, std::string_view text, std::string_view kind) {
    if (Status fine = may_replace(file, kind); !fine) return fine;
    const fs::path part = fs::path(file) += ".part";
    const int handle = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (handle < 0) return not_written("open");
    const bool written = write_all(handle, text);
    const bool closed = ::close(handle) == 0;
    if (written && closed && ::rename(part.c_str(), file.c_str()) == 0) return {};
    const int why = errno;
    ::unlink(part.c_str());
    errno = why;
    return not_written("write");
}

}  // namespace pegboard
