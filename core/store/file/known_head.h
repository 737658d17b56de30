// How far the history of a caseload had come when it was last saved here: number and hash of its last
// entry, kept in the state folder as a second place. A file that lacks that entry is an older copy, or one
// whose history went another way. It refuses to hold anything but a number and a hash.
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/caseload.h"
#include "core/store/database.h"

namespace pegboard::store {

/// The end of a journal's chain.
struct Head {
    std::int64_t count = 0;
    std::string hash;
    bool operator==(const Head&) const = default;
};

/// How far both chains of a file had come.
struct Known {
    Head journal;
    std::optional<Head> events;  ///< of the list of who looked; only where the file's own path is noted
};

class KnownHead {
 public:
    /// Of the caseload at `file` with `salt`; knows nothing without a state folder. The salt stays with a file that is
    /// renamed or moved, so its note serves where the path has none.
    KnownHead(const Places& places, const std::filesystem::path& file, const std::array<unsigned char, 16>& salt);
    ~KnownHead();
    KnownHead(const KnownHead&) = delete;
    KnownHead& operator=(const KnownHead&) = delete;

    /// What was noted last; nothing when the file is new here or the note does not read.
    [[nodiscard]] std::optional<Known> read() const;
    /// Notes the end after a commit. It does not wait for the disk: a note that is older than the file is
    /// still an entry of its chain. Failing to is no error.
    void write(const Head& journal, const Head& events);
    /// The file has another salt now, as after a passphrase change.
    void follow(const Places& places, const std::array<unsigned char, 16>& salt);

 private:
    struct Note {
        std::filesystem::path file;
        int handle = -1;
    };
    std::array<Note, 2> notes_;  ///< by path, by salt
};

/// Nothing is known of the file any more: a backup takes its place on purpose, or a new one is made.
void forget_head(const Places& places, const std::filesystem::path& file);
void forget_head(const Places& places, const std::array<unsigned char, 16>& salt);
/// The end of the chain in an open file.
Head head_of(Database& db);
Head events_head_of(Database& db);
/// Empty when journal and list in `db` go on from `known`; else what a therapist is told.
std::string what_is_missing(Database& db, const Known& known);

}  // namespace pegboard::store
