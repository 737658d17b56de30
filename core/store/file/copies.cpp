#include "core/store/file/copies.h"

#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "core/store/clock.h"
#include "core/store/file/damage.h"
#include "core/store/file/fault.h"
#include "core/store/file/files.h"
#include "core/store/migrate.h"

namespace pegboard::store {
namespace {
constexpr std::string_view ending = ".pegboard";
constexpr std::size_t stamp_length = 16;

Error damaged(const std::string& detail) {
    return {ErrorKind::storage,
            {},
            "Part of this file is damaged. It is left as it is. Choose another backup, or recover what can be read.",
            std::string(damage_mark) + detail};
}

bool is_full(const std::exception& failure) {
    if (const auto* sqlite = dynamic_cast<const SQLite::Exception*>(&failure))
        return (sqlite->getErrorCode() & 0xff) == 13;  // SQLITE_FULL
    const auto* system = dynamic_cast<const std::system_error*>(&failure);
    return system && (system->code().value() == ENOSPC || system->code().value() == EDQUOT);
}
}  // namespace

Status check_whole(Database& db) {
    {
        SQLite::Statement pages(db.sql(), "PRAGMA cipher_integrity_check");
        if (pages.executeStep()) return damaged("a page does not authenticate");
    }
    if (db.text("PRAGMA quick_check(1)") != "ok") return damaged("quick_check");
    return check_format(db);
}

Status check_indexes(Database& db) {
    return db.text("PRAGMA integrity_check(1)") == "ok" ? Status{} : damaged("integrity_check");
}

Status check_copy(const std::filesystem::path& copy, const RawKey& key) {
    try {
        Database db(copy, key, Access::frozen);
        return check_whole(db);
    } catch (const SQLite::Exception& failure) {
        return damaged(failure.what());
    }
}

Status copy_verified(Database& from, const RawKey& key, const std::filesystem::path& target) {
    try {
        const Unfinished part(with_suffix(target, ".part"));
        from.copy_to(part.file(), key);
        fault_point("backup.copied");
        if (Status whole = check_copy(part.file(), key); !whole.ok()) return whole;
        fault_point("backup.verified");
        move_durably(part.file(), target);
        fault_point("backup.named");
        return {};
    } catch (const std::exception& failure) {
        return copy_failed(failure, target);
    }
}

bool is_part_of(const std::filesystem::path& caseload_file, const std::filesystem::path& target) {
    for (const char* each : {"", "-wal", "-shm", ".lock"}) {
        std::error_code missing;
        if (std::filesystem::equivalent(with_suffix(caseload_file, each), target, missing)) return true;
    }
    return false;
}

void write_image(const FileImage& image, const std::filesystem::path& file) {
    write_new(with_suffix(file, "-wal"), image.log);
    write_new(file, image.file);
}

void remove_with_log(const std::filesystem::path& file) {
    for (const char* each : {"", "-wal", "-shm", "-journal"}) remove_quietly(with_suffix(file, each));
}

Access reading_access(const std::filesystem::path& caseload_file) {
    std::error_code ignored;
    const bool folder = ::access(std::filesystem::absolute(caseload_file).parent_path().c_str(), W_OK) == 0;
    const auto wal = std::filesystem::file_size(with_suffix(caseload_file, "-wal"), ignored);
    return !folder && (ignored || wal == 0) ? Access::frozen : Access::look;
}

std::filesystem::path free_copy_name(const std::filesystem::path& folder, const std::filesystem::path& stem,
                                     std::int64_t now_ms) {
    for (;; now_ms += 1000) {
        std::filesystem::path name = folder / stem;
        name += "-" + name_stamp(now_ms) + ".pegboard";
        if (!std::filesystem::exists(std::filesystem::symlink_status(name))) return name;
    }
}

std::string name_stamp(std::int64_t now_ms) {
    std::string text = utc_text(now_ms);
    std::erase(text, '-');
    std::erase(text, ':');
    return text;
}

std::optional<std::string> instant_of_name(const std::filesystem::path& copy, const std::filesystem::path& stem) {
    const std::string name = copy.filename().native();
    const std::string before = stem.native() + "-";
    if (name.size() != before.size() + stamp_length + ending.size() || !name.starts_with(before) ||
        !name.ends_with(ending))
        return std::nullopt;
    const std::string stamp = name.substr(before.size(), stamp_length);
    const std::string instant = stamp.substr(0, 4) + "-" + stamp.substr(4, 2) + "-" + stamp.substr(6, 5) + ":" +
                                stamp.substr(11, 2) + ":" + stamp.substr(13, 3);
    if (utc_text(seconds_of(instant) * 1000) != instant) return std::nullopt;
    return instant;
}

Error copy_failed(const std::exception& failure, const std::filesystem::path& target) {
    const std::string mend = is_full(failure) ? "The disk for the copy is full: make room or choose another folder."
                                              : "Check that the folder for the copy is there and may be written to.";
    return {ErrorKind::storage,
            {},
            "The backup could not be made. Your caseload itself is safe. " + mend,
            storage_error(failure, target).detail};
}

}  // namespace pegboard::store
