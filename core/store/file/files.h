// Files of our own, made private and durable. It refuses to follow what is no plain file.
#pragma once
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pegboard::store {

/// Makes a folder and those above it, 0700 whatever the umask. Throws std::system_error.
void make_private_folder(const std::filesystem::path& folder);
/// Makes an empty file with mode 0600, whatever the umask. Throws std::system_error.
void make_private_file(const std::filesystem::path& file);
/// Copies bytes to a new file with mode 0600 and syncs it. Throws std::system_error.
void copy_durably(const std::filesystem::path& from, const std::filesystem::path& to);
/// Renames over `to` and makes the new name durable. Throws std::system_error.
void move_durably(const std::filesystem::path& from, const std::filesystem::path& to);
/// Writes a small file whole or not at all, mode 0600. Throws std::system_error.
void write_durably(const std::filesystem::path& file, std::string_view text);
/// Writes a new file, mode 0600, and syncs it. Throws std::system_error.
void write_new(const std::filesystem::path& file, std::string_view bytes);
/// "file" + "-wal" and the like.
std::filesystem::path with_suffix(const std::filesystem::path& file, std::string_view suffix);
/// A file on its way to its name. In the end it goes, with all that SQLite keeps beside it, unless it was kept: that
/// asks for no memory, so it goes even where there is none left.
class Unfinished {
 public:
    /// What an earlier try left there goes first.
    explicit Unfinished(const std::filesystem::path& file);
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    /// It stays as it lies there.
    void keep() { kept_ = true; }
    [[nodiscard]] const std::filesystem::path& file() const { return files_.front(); }

 private:
    void clear() const;
    std::array<std::filesystem::path, 4> files_;
    bool kept_ = false;
};
/// What lies in a folder, as far as it can be read. Throws std::bad_alloc, where the C++ library's own walk through a
/// folder ends the program.
std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder);
/// Removes a file if it is there.
void remove_quietly(const std::filesystem::path& file);

}  // namespace pegboard::store
