#include "core/store/known_head.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <string_view>

#include "core/store/files.h"
#include "core/store/known_files.h"
#include "core/store/raw_key.h"

namespace pegboard::store {
namespace {
constexpr std::size_t number_length = 20, hash_length = 64, note_length = number_length + 1 + hash_length + 1;

std::filesystem::path note_of(const Places& places, const std::filesystem::path& file) {
    return places.state.empty() ? std::filesystem::path() : places.state / "known" / (path_mark(file) + ".head");
}

std::filesystem::path note_of(const Places& places, const std::array<unsigned char, 16>& salt) {
    if (places.state.empty()) return {};
    const std::string mark = sha256({reinterpret_cast<const char*>(salt.data()), salt.size()}).substr(0, 12);
    return places.state / "known" / (mark + ".head");
}

std::optional<Head> read_note(const std::filesystem::path& note) {
    if (note.empty()) return std::nullopt;
    const int handle = ::open(note.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (handle < 0) return std::nullopt;
    std::array<char, note_length + 1> bytes{};
    const ssize_t got = ::read(handle, bytes.data(), bytes.size());
    ::close(handle);
    if (got != static_cast<ssize_t>(note_length)) return std::nullopt;
    const std::string_view text(bytes.data(), note_length);
    Head head;
    head.hash = text.substr(number_length + 1, hash_length);
    const auto parsed = std::from_chars(bytes.data(), bytes.data() + number_length, head.count);
    const bool reads = parsed.ec == std::errc() && parsed.ptr == bytes.data() + number_length && head.count >= 0 &&
                       text[number_length] == ' ' && text.back() == '\n' &&
                       head.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    return reads ? std::optional(head) : std::nullopt;
}

/// -1 when no note can be kept: an older copy would go unnoticed, which no edit should wait for.
int open_note(const std::filesystem::path& note) {
    try {
        make_private_folder(note.parent_path());
        if (!std::filesystem::exists(std::filesystem::symlink_status(note))) make_private_file(note);
    } catch (const std::exception&) {
        return -1;
    }
    return ::open(note.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
}
}  // namespace

KnownHead::KnownHead(const Places& places, const std::filesystem::path& file, const std::array<unsigned char, 16>& salt)
    : notes_{{{note_of(places, file), -1}, {note_of(places, salt), -1}}} {}

KnownHead::~KnownHead() {
    for (const Note& each : notes_)
        if (each.handle >= 0) ::close(each.handle);
}

std::optional<Head> KnownHead::read() const {
    for (const Note& each : notes_)
        if (auto head = read_note(each.file)) return head;
    return std::nullopt;
}

void KnownHead::write(const Head& head) {
    if (head.hash.size() != hash_length) return;
    std::array<char, note_length + 1> line{};
    std::snprintf(line.data(), line.size(), "%020lld %s\n", static_cast<long long>(head.count), head.hash.c_str());
    for (Note& each : notes_) {
        if (each.file.empty()) continue;
        if (each.handle < 0) each.handle = open_note(each.file);
        // One write of one line: a kill leaves the old or the new note; anything else does not read and counts as none.
        if (each.handle >= 0 && ::pwrite(each.handle, line.data(), note_length, 0) < 0) {
            ::close(each.handle);
            each.handle = -1;
        }
    }
}

void KnownHead::follow(const Places& places, const std::array<unsigned char, 16>& salt) {
    if (notes_[1].handle >= 0) ::close(notes_[1].handle);
    notes_[1] = {note_of(places, salt), -1};
}

void forget_head(const Places& places, const std::filesystem::path& file) {
    if (const auto note = note_of(places, file); !note.empty()) remove_quietly(note);
}

void forget_head(const Places& places, const std::array<unsigned char, 16>& salt) {
    if (const auto note = note_of(places, salt); !note.empty()) remove_quietly(note);
}

Head head_of(Database& db) {
    return {db.number("SELECT change_sets FROM journal_state"), db.text("SELECT head_hash FROM journal_state")};
}

std::string what_is_missing(Database& db, const Head& known) {
    const std::int64_t count = db.number("SELECT change_sets FROM journal_state");
    if (count < known.count) {
        const std::int64_t gone = known.count - count;
        return "This file is older than the one last saved on this laptop: its last " +
               (gone == 1 ? std::string("change is") : std::to_string(gone) + " changes are") +
               " missing. If you put an older copy here yourself, go on. If not, look at the kept backups.";
    }
    SQLite::Statement entry(db.sql(), "SELECT hash FROM change_set WHERE sequence = ?");
    entry.bind(1, known.count);
    const std::string hash = entry.executeStep() ? entry.getColumn(0).getString() : std::string();
    if (hash == known.hash) return {};
    return "This file is not the one last saved on this laptop: its history went another way. If you brought it from "
           "another computer yourself, go on. If not, look at the kept backups.";
}

}  // namespace pegboard::store
