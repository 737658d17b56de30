#include "core/store/opening.h"

#include <sys/stat.h>
#include <unistd.h>

#include "core/store/clock.h"
#include "core/store/file/copies.h"
#include "core/store/file/file_watch.h"
#include "core/store/file/files.h"
#include "core/store/file/instance_lock.h"
#include "core/store/journal.h"

namespace pegboard::store {
namespace {
namespace fs = std::filesystem;

fs::path free_name(const fs::path& file) {
    const std::string day = iso(local_date(system_now_ms()));
    fs::path name = with_suffix(file, ".other-log-" + day);
    for (int i = 2; fs::exists(fs::symlink_status(name)); ++i)
        name = with_suffix(file, ".other-log-" + day + "-" + std::to_string(i));
    return name;
}
}  // namespace

bool is_sound(const fs::path& file, const RawKey& key, Access access) {
    try {
        Database db(file, key, access);
        db.exec("BEGIN");  // one moment of the file
        return check_whole(db).ok() && !verify_journal(db);
    } catch (const SQLite::Exception&) {
        return false;  // that it does not read is the answer
    }
}

bool is_whole(const fs::path& file, const RawKey& key) {
    try {
        Database db(file, key, Access::look);
        return check_whole(db).ok();
    } catch (const SQLite::Exception&) {
        return false;
    }
}

std::string set_foreign_log_aside(const fs::path& file, const RawKey& key) {
    const fs::path log = with_suffix(file, "-wal");
    std::error_code none;
    const auto bytes = fs::file_size(log, none);
    if (none || bytes == 0 || is_sound(file, key, Access::look) || !is_sound(file, key, Access::frozen)) return {};
    const fs::path aside = free_name(file);
    move_durably(log, aside);
    remove_quietly(with_suffix(file, "-shm"));
    return "Beside this caseload lay a log of another file, or of another state of it. It was not used: the caseload "
           "is "
           "whole without it. It is kept as " +
           aside.filename().string() + ".";
}

std::vector<std::string> look_around(const fs::path& file) {
    std::vector<std::string> found;
    struct stat about{};
    if (::stat(file.c_str(), &about) != 0) return found;
    if ((about.st_mode & 077U) != 0) {
        const bool mended = ::chmod(file.c_str(), 0600) == 0;
        found.emplace_back(mended ? "Other people on this computer could read this caseload's file. Now only you can."
                                  : "Other people on this computer may read this caseload's file, and Pegboard may not "
                                    "change that. Its words stay encrypted; copy it to your own folder.");
    }
    if (about.st_nlink > 1)
        found.emplace_back(
            "This caseload's file has a second name on this computer (a hard link). Open it under one name only, and "
            "remove the other.");
    if (locks_may_not_hold(fs::absolute(file).parent_path()))
        found.emplace_back(
            "This caseload lies in a shared or network folder, where one computer may not see that another has it "
            "open. Never open it on two computers at once.");
    return found;
}

}  // namespace pegboard::store
