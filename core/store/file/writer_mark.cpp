#include "core/store/file/writer_mark.h"

#include <cstdlib>
#include <fstream>

#include "core/store/file/files.h"

namespace pegboard::store {
namespace {
constexpr std::int64_t every_s = 60, stale_s = 180;
constexpr std::size_t name_length = 32;

/// A random name for this computer that says nothing of it; kept in the state folder.
std::string host_of(const Places& places) {
    if (places.state.empty()) return {};
    const auto file = places.state / "known" / "host";
    std::ifstream in(file);
    std::string name(name_length, '\0');
    in.read(name.data(), static_cast<std::streamsize>(name.size()));
    if (in && name.find_first_not_of("0123456789abcdef") == std::string::npos) return name;
    try {
        name = hex(new_salt());
        make_private_folder(file.parent_path());
        write_durably(file, name + "\n");
        return name;
    } catch (const std::exception&) {
        return {};  // no mark is kept then; the locks of this computer hold all the same
    }
}

struct Mark {
    std::string host;
    std::int64_t beat_s = 0;
};

Mark mark_in(Database& db) {
    SQLite::Statement& row = db.prepared("SELECT host, beat_s FROM writer");
    Mark mark;
    if (row.executeStep()) mark = {row.getColumn(0).getString(), row.getColumn(1).getInt64()};
    row.reset();
    return mark;
}
}  // namespace

WriterMark::WriterMark(Database& db, const Places& places) : db_(db), host_(host_of(places)) {}

bool WriterMark::is_elsewhere(std::int64_t now_s) {
    if (host_.empty()) return false;
    const Mark mark = mark_in(db_);
    // Compared without a difference: a file may say any number.
    return !mark.host.empty() && mark.host != host_ && mark.beat_s > now_s - stale_s && mark.beat_s < now_s + stale_s;
}

bool WriterMark::renew(std::int64_t now_s) {
    if (host_.empty() || std::abs(now_s - renewed_s_) < every_s) return true;
    const bool first = renewed_s_ == 0;
    renewed_s_ = now_s;
    try {
        const std::string now = first ? host_ : mark_in(db_).host;
        if (!now.empty() && now != host_) return false;
        SQLite::Statement& row =
            db_.prepared("INSERT INTO writer VALUES (1, ?1, ?2) ON CONFLICT (id) DO UPDATE SET host = ?1, beat_s = ?2");
        row.bind(1, host_);
        row.bind(2, now_s);
        row.exec();
        row.reset();
    } catch (const std::exception&) {
        db_.rest();  // the next write of a person meets the same disk, and tells
    }
    return true;
}

void WriterMark::end() {
    if (host_.empty() || renewed_s_ == 0) return;
    SQLite::Statement& row = db_.prepared("DELETE FROM writer WHERE host = ?1");
    row.bind(1, host_);
    row.exec();
    row.reset();
}

}  // namespace pegboard::store
