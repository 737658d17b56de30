#include "core/store/file/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <system_error>

#include "core/store/database.h"

namespace pegboard::store {
namespace {
[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

/// Closes its handle on every way out.
class Handle {
 public:
    Handle(const std::filesystem::path& file, int flags) : number_(::open(file.c_str(), flags | O_CLOEXEC, 0600)) {
        if (number_ < 0) fail("open");
    }
    ~Handle() { ::close(number_); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    std::size_t read(char* into, std::size_t size) {
        ssize_t count = 0;
        do count = ::read(number_, into, size);
        while (count < 0 && errno == EINTR);
        if (count < 0) fail("read");
        return static_cast<std::size_t>(count);
    }
    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t count = ::write(number_, bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) fail("write");
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    void sync() {
        if (::fsync(number_) != 0) fail("fsync");
    }
    /// An older umask or file may have been wider.
    void keep_private() {
        if (::fchmod(number_, 0600) != 0) fail("fchmod");
    }

 private:
    int number_;
};
}  // namespace

void make_private_folder(const std::filesystem::path& folder) {
    if (folder.empty() || std::filesystem::is_directory(folder)) return;
    make_private_folder(folder.parent_path());
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail("mkdir");
    sync_folder_of(folder);  // else a power cut takes the folder with every copy that was kept in it
}

void make_private_file(const std::filesystem::path& file) {
    Handle(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW).keep_private();
}

void copy_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
    Handle in(from, O_RDONLY);
    Handle out(to, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
    out.keep_private();
    std::array<char, 1 << 16> buffer;
    while (const std::size_t count = in.read(buffer.data(), buffer.size())) out.write({buffer.data(), count});
    out.sync();
}

void move_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::rename(from, to);
    sync_folder_of(to);
}

void write_new(const std::filesystem::path& file, std::string_view bytes) {
    Handle out(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
    out.keep_private();
    out.write(bytes);
    out.sync();
}

void write_durably(const std::filesystem::path& file, std::string_view text) {
    const std::filesystem::path part = with_suffix(file, ".part");
    write_new(part, text);
    move_durably(part, file);
}

std::filesystem::path with_suffix(const std::filesystem::path& file, std::string_view suffix) {
    std::filesystem::path name = file;
    name += suffix;
    return name;
}

Unfinished::Unfinished(const std::filesystem::path& file)
    : files_{file, with_suffix(file, "-wal"), with_suffix(file, "-shm"), with_suffix(file, "-journal")} {
    clear();
}

Unfinished::~Unfinished() {
    if (!kept_) clear();
}

void Unfinished::clear() const {
    for (const std::filesystem::path& each : files_) remove_quietly(each);
}

std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder) {
    struct Close {
        void operator()(DIR* open) const { ::closedir(open); }
    };
    std::vector<std::filesystem::path> found;
    const std::unique_ptr<DIR, Close> open(::opendir(folder.c_str()));
    if (!open) return found;
    while (const dirent* each = ::readdir(open.get())) {
        const std::string_view name = each->d_name;
        if (name != "." && name != "..") found.push_back(folder / name);
    }
    return found;
}

void remove_quietly(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
}

}  // namespace pegboard::store
