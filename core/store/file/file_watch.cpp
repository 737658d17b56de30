#include "core/store/file/file_watch.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "core/store/file/files.h"

namespace pegboard::store {
namespace {
namespace fs = std::filesystem;
constexpr std::int64_t page_size = 4096;

FileIdentity identity_in(const struct stat& found) {
    return {static_cast<std::uint64_t>(found.st_dev), static_cast<std::uint64_t>(found.st_ino),
            static_cast<std::uint64_t>(found.st_nlink)};
}

bool same_file(const FileIdentity& one, const FileIdentity& other) {
    return one.device == other.device && one.inode == other.inode;
}

/// Our open file by way of the system's list of handles: where it is now, and whether it has a name left.
struct Found {
    fs::path at;
    std::uint64_t names = 0;
};
std::optional<Found> find_open(const FileIdentity& ours) {
    for (const fs::path& each : entries_of("/proc/self/fd")) {
        const auto now = identity_of(each);
        if (!now || !same_file(*now, ours)) continue;
        std::error_code unreadable;
        const fs::path at = fs::read_symlink(each, unreadable);
        return Found{now->names == 0 || unreadable ? fs::path() : at, now->names};
    }
    return std::nullopt;
}
}  // namespace

std::optional<FileIdentity> identity_of(const fs::path& file) {
    struct stat found{};
    if (::stat(file.c_str(), &found) != 0) return std::nullopt;
    return identity_in(found);
}

FileWatch::FileWatch(Database& db, fs::path file) : db_(db), file_(std::move(file)) {
    if (const auto now = identity_of(file_)) ours_ = *now;
    state_page_ = db_.number("SELECT rootpage FROM sqlite_schema WHERE name = 'journal_state'");
    written();
}

std::optional<FileWatch::Looks> FileWatch::looks() const {
    struct stat found{};
    if (::stat(file_.c_str(), &found) != 0) return std::nullopt;
    return Looks{static_cast<std::uint64_t>(found.st_size), found.st_mtim.tv_sec, found.st_mtim.tv_nsec};
}

// Each write of a page encrypts it under fresh random bytes, and each commit changes the page of the journal's end:
// so the first page and that one, as they lie there, differ between any two states of a caseload.
std::string FileWatch::telling_pages() const {
    return db_.file_bytes(0, page_size) + db_.file_bytes((state_page_ - 1) * page_size, page_size);
}

void FileWatch::note_log() {
    log_ = identity_of(with_suffix(file_, "-wal"));
    struct stat found{};
    if (::stat(with_suffix(file_, "-shm").c_str(), &found) != 0) return;
    index_ = identity_in(found);
    index_bytes_ = static_cast<std::uint64_t>(found.st_size);
}

void FileWatch::written() {
    const auto now = identity_of(file_);
    if (!now || !same_file(*now, ours_)) return;  // the next look tells
    note_log();
    const auto fresh = looks();
    if (!fresh || *fresh == looks_) return;
    looks_ = *fresh;
    pages_ = telling_pages();
}

FileState FileWatch::look() {
    struct stat found{};
    if (::stat(file_.c_str(), &found) != 0) {
        // A medium that does not answer is no other file: the write itself will tell.
        if (errno != ENOENT && errno != ENOTDIR) return FileState::ours;
        return has_a_name() ? FileState::renamed : FileState::deleted;
    }
    if (!same_file(identity_in(found), ours_) || db_.has_moved()) return FileState::replaced;
    const auto now = looks();
    if (!now || *now == looks_) return FileState::ours;
    try {
        if (now->bytes != looks_.bytes || telling_pages() != pages_) return FileState::overwritten;
    } catch (const std::exception&) {
        return FileState::ours;  // it cannot be read just now; the write itself will tell
    }
    looks_ = *now;  // touched, not changed
    return FileState::ours;
}

bool FileWatch::has_a_name() const {
    const auto found = find_open(ours_);
    return found && found->names > 0;
}

FileNews FileWatch::news(FileState state) const {
    constexpr const char* in_memory = " Everything is still in Pegboard's memory: save a copy before you close it.";
    const auto told = [&](const std::string& what) { return FileNews{state, what + in_memory, {}}; };
    switch (state) {
        case FileState::ours:
            break;
        case FileState::renamed: {
            const auto found = find_open(ours_);
            const fs::path now = found ? found->at : fs::path();
            const std::string where =
                now.empty() ? "."
                            : ": it is now " + now.filename().string() + " in " + now.parent_path().string() + ".";
            return {state,
                    "This file was moved or renamed while it was open" + where +
                        " What was saved is in it. Nothing more is saved until it is opened there.",
                    now};
        }
        case FileState::deleted:
            return told("This file was deleted while it was open. Nothing more can be saved in it.");
        case FileState::replaced:
            return told(
                "Another file took the place of this caseload, as a sync program or a copied file does. Nothing is "
                "saved there any more.");
        case FileState::overwritten:
            return told("Another program wrote into this caseload while it was open. Nothing is saved there any more.");
        case FileState::taken_over:
            return told("This caseload is being written to from another computer. Nothing is saved here any more.");
    }
    return {};
}

void FileWatch::clear_up() const {
    const auto remove_ours = [](const fs::path& file, const std::optional<FileIdentity>& ours) {
        const auto now = identity_of(file);
        if (ours && now && same_file(*now, *ours)) remove_quietly(file);
    };
    remove_ours(with_suffix(file_, "-wal"), log_);
    remove_ours(with_suffix(file_, "-shm"), index_);
}

void FileWatch::mend_index() {
    const fs::path index = with_suffix(file_, "-shm");
    struct stat found{};
    if (!index_ || ::stat(index.c_str(), &found) != 0 || !same_file(identity_in(found), *index_)) return;
    if (static_cast<std::uint64_t>(found.st_size) >= index_bytes_) {
        index_bytes_ = static_cast<std::uint64_t>(found.st_size);
        return;
    }
    // Emptied first, so that nothing old is read; where the second call fails, SQLite makes the index anew.
    if (::truncate(index.c_str(), 0) == 0 && ::truncate(index.c_str(), static_cast<off_t>(index_bytes_)) != 0)
        index_bytes_ = 0;
}

}  // namespace pegboard::store
