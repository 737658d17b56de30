#include "core/store/file/known_head.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <string_view>

#include "core/store/file/files.h"
#include "core/store/file/known_files.h"
#include "core/store/file/raw_key.h"
#include "core/store/seals/seals.h"

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

/// One line of a note.
std::optional<Head> read_line(std::string_view text) {
    Head head;
    head.hash = text.substr(number_length + 1, hash_length);
    const std::string_view number = text.substr(0, number_length);
    const auto parsed = std::from_chars(number.begin(), number.end(), head.count);
    const bool reads = parsed.ec == std::errc() && parsed.ptr == number.end() && head.count >= 0 &&
                       text[number_length] == ' ' && text[note_length - 1] == '\n' &&
                       head.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    return reads ? std::optional(head) : std::nullopt;
}

/// The second line came later: a note of before has one.
std::optional<Known> read_note(const std::filesystem::path& note) {
    if (note.empty()) return std::nullopt;
    const int handle = ::open(note.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (handle < 0) return std::nullopt;
    std::array<char, 2 * note_length + 1> bytes{};
    const ssize_t got = ::read(handle, bytes.data(), bytes.size());
    ::close(handle);
    if (got != static_cast<ssize_t>(note_length) && got != static_cast<ssize_t>(2 * note_length)) return std::nullopt;
    const std::string_view text(bytes.data(), static_cast<std::size_t>(got));
    const auto journal = read_line(text);
    if (!journal) return std::nullopt;
    return Known{*journal, text.size() > note_length ? read_line(text.substr(note_length)) : std::nullopt};
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

std::optional<Known> KnownHead::read() const {
    if (auto known = read_note(notes_[0].file)) return known;
    auto known = read_note(notes_[1].file);
    // A copy of the file has its salt too: that somebody looked at the one says nothing against opening the other.
    if (known) known->events.reset();
    return known;
}

void KnownHead::write(const Head& journal, const Head& events) {
    if (journal.hash.size() != hash_length) return;
    std::array<char, 2 * note_length + 1> lines{};
    const std::string no_events(hash_length, '0');
    std::snprintf(lines.data(), lines.size(), "%020lld %s\n%020lld %s\n", static_cast<long long>(journal.count),
                  journal.hash.c_str(), static_cast<long long>(events.count),
                  (events.hash.size() == hash_length ? events.hash : no_events).c_str());
    for (Note& each : notes_) {
        if (each.file.empty()) continue;
        if (each.handle < 0) each.handle = open_note(each.file);
        // One write: a kill leaves the old or the new note; anything else does not read and counts as none.
        if (each.handle >= 0 && ::pwrite(each.handle, lines.data(), 2 * note_length, 0) < 0) {
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

Head events_head_of(Database& db) {
    if (!has_seals(db)) return {};
    return {db.number("SELECT events FROM journal_state"), db.text("SELECT events_head FROM journal_state")};
}

namespace {
constexpr const char* older = "This file is older than the one last saved on this laptop: ";
constexpr const char* put_here = " If you put an older copy here yourself, go on. If not, look at the kept backups.";

std::string went_another_way(const char* what) {
    return std::string("This file is not the one last saved on this laptop: its ") + what +
           " went another way. If you brought it from another computer yourself, go on. If not, look at the kept "
           "backups.";
}

std::string hash_at(Database& db, const char* query, std::int64_t number) {
    SQLite::Statement entry(db.sql(), query);
    entry.bind(1, number);
    return entry.executeStep() ? entry.getColumn(0).getString() : std::string();
}

std::string lines_missing(Database& db, const Head& known) {
    const Head now = events_head_of(db);
    if (now.count < known.count)
        return older + ("it lacks the last " + std::to_string(known.count - now.count)) +
               " lines of the list of who opened and looked." + put_here;
    const bool fits =
        known.count == 0 || hash_at(db, "SELECT hash FROM audit_event WHERE id = ?", known.count) == known.hash;
    return fits ? std::string() : went_another_way("list of who opened and looked");
}
}  // namespace

std::string what_is_missing(Database& db, const Known& known) {
    const Head now = head_of(db);
    if (now.count < known.journal.count) {
        const std::int64_t gone = known.journal.count - now.count;
        return older + std::string("its last ") +
               (gone == 1 ? std::string("change is") : std::to_string(gone) + " changes are") + " missing." + put_here;
    }
    if (hash_at(db, "SELECT hash FROM change_set WHERE sequence = ?", known.journal.count) != known.journal.hash)
        return went_another_way("history");
    return known.events ? lines_missing(db, *known.events) : std::string();
}

}  // namespace pegboard::store
