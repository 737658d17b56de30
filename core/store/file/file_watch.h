// Whether the path of an open caseload still names the file that was opened: device, inode, names, bytes. It
// refuses to open the file: closing a second handle would drop the locks that SQLite holds.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/caseload.h"
#include "core/store/database.h"

namespace pegboard::store {

/// What tells one file from another whatever its name.
struct FileIdentity {
    std::uint64_t device = 0, inode = 0, names = 0;
    bool operator==(const FileIdentity&) const = default;
};
/// Of what `file` names, links followed; nothing when nothing is there.
std::optional<FileIdentity> identity_of(const std::filesystem::path& file);

class FileWatch {
 public:
    /// Notes the file that `db` has open at `file`.
    FileWatch(Database& db, std::filesystem::path file);
    /// What became of the file since it was opened or written by us.
    FileState look();
    /// We wrote: what the file looks like now is how it should look.
    void written();
    /// What a person is told about `state`.
    [[nodiscard]] FileNews news(FileState state) const;
    /// Some name leads to our file, so that what is committed can still be put into it.
    [[nodiscard]] bool has_a_name() const;
    /// Takes log and index away where they are ours and lie beside a file that is not; nothing else is touched.
    void clear_up() const;
    /// An index another program cut short is made long again, empty, so that SQLite reads the log anew
    /// instead of reaching behind its end.
    void mend_index();

 private:
    struct Looks {
        std::uint64_t bytes = 0;
        std::int64_t changed_s = 0, changed_ns = 0;
        bool operator==(const Looks&) const = default;
    };
    [[nodiscard]] std::optional<Looks> looks() const;
    /// The two pages that tell any state of the file from any other, as they lie on the disk.
    [[nodiscard]] std::string telling_pages() const;
    void note_log();

    Database& db_;
    std::filesystem::path file_;
    FileIdentity ours_;
    std::optional<FileIdentity> log_, index_;
    std::uint64_t index_bytes_ = 0;
    Looks looks_;
    std::string pages_;
    std::int64_t state_page_ = 0;
};

}  // namespace pegboard::store
