#include "core/store/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <stdexcept>
#include <system_error>

namespace pegboard::store {
namespace {
constexpr std::uintmax_t smallest_file = 4096;  // one page

int flags_of(Access access) {
    switch (access) {
        case Access::create:
            return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
        case Access::write:
            return SQLite::OPEN_READWRITE;
        case Access::look:
            return SQLite::OPEN_READONLY;
        case Access::frozen:
            break;
    }
    return SQLite::OPEN_READONLY | SQLite::OPEN_URI;
}

std::string name_of(const std::filesystem::path& file, Access access) {
    if (access != Access::frozen) return file.string();
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || c == '/' || c == '.' || c == '-' || c == '_') {
            uri += c;
        } else {
            uri += '%';
            uri += digits[byte >> 4];
            uri += digits[byte & 15];
        }
    }
    return uri + "?immutable=1";
}

void unlock(SQLite::Database& db, const RawKey& key) {
    const std::string specification = key.specification();
    if (sqlite3_key(db.getHandle(), specification.data(), static_cast<int>(specification.size())) != SQLITE_OK)
        throw SQLite::Exception(db.getHandle());
    // SQLCipher turns its log on again with each first key; its lines must not reach standard error.
    db.exec("PRAGMA cipher_log_level = NONE");
}

void settle(SQLite::Database& db, Access access) {
    db.exec(
        "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;"
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
        "PRAGMA cache_size = -8192; PRAGMA synchronous = FULL");
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    db.setBusyTimeout(2000);
    if (access == Access::look || access == Access::frozen)
        db.exec("PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0");
}

void make_durable(const std::filesystem::path& path, int flags) {
    const int handle = ::open(path.c_str(), flags | O_CLOEXEC);
    if (handle < 0) throw std::system_error(errno, std::generic_category(), "open");
    const int outcome = ::fsync(handle);
    const int why = errno;
    ::close(handle);
    if (outcome != 0) throw std::system_error(why, std::generic_category(), "fsync");
}

std::string free_space(const std::filesystem::path& file) {
    std::error_code ignored;
    const auto space = std::filesystem::space(std::filesystem::absolute(file).parent_path(), ignored);
    if (ignored) return "little room";
    return std::to_string(space.available / (1024 * 1024)) + " MB free";
}

std::string sentence(int code, const std::filesystem::path& file) {
    switch (code & 0xff) {
        case SQLITE_FULL:
            return "The disk is full (" + free_space(file) +
                   "). Your last change is not saved; everything before it is. Make room, then try again.";
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return "Part of this file is damaged. Nothing was changed. Close Pegboard and go back to the newest good "
                   "backup.";
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "Another program is using this file. Your last change is not saved; try again in a moment.";
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return "This file may not be written to. Your last change is not saved; save a copy elsewhere.";
        default:
            return "The file could not be read or written. Your last change is not saved; everything before it is. "
                   "Check the disk, then try again or save a copy elsewhere.";
    }
}
}  // namespace

Database::Database(const std::filesystem::path& file, const RawKey& key, Access access)
    : sql_(name_of(file, access), flags_of(access)), key_(key) {
    unlock(sql_, key);
    // The first read tells whether the key fits; without it the settings below would fail oddly.
    sql_.exec("SELECT count(*) FROM sqlite_schema");
    settle(sql_, access);
}

SQLite::Statement& Database::prepared(const std::string& text) {
    auto& statement = statements_[text];
    if (!statement) statement = std::make_unique<SQLite::Statement>(sql_, text);
    statement->tryReset();  // tells the last failure once more, which was handled then
    statement->clearBindings();
    return *statement;
}

void Database::rest() {
    for (auto& [text, statement] : statements_)
        if (statement) statement->tryReset();
}

std::int64_t Database::number(const std::string& query) {
    SQLite::Statement statement(sql_, query);
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

std::string Database::text(const std::string& query) {
    SQLite::Statement statement(sql_, query);
    return statement.executeStep() ? statement.getColumn(0).getString() : std::string();
}

void Database::copy_to(const std::filesystem::path& target, const RawKey& key) {
    {
        const mode_t before = ::umask(077);
        SQLite::Database copy(target.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        ::umask(before);
        unlock(copy, key);
        SQLite::Backup backup(copy, sql_);
        // A checkpoint of the writer may hold the file for a moment.
        int tries = 0;
        while (backup.executeStep(-1) != SQLITE_DONE) {
            if (++tries > 40) throw std::runtime_error("the file stays busy");
            sqlite3_sleep(50);
        }
        // The copy is one file: it must open where nothing may be written beside it.
        copy.exec("PRAGMA journal_mode = DELETE");
    }
    sync_file(target);
}

bool Database::checkpoint() {
    SQLite::Statement statement(sql_, "PRAGMA wal_checkpoint(TRUNCATE)");
    return statement.executeStep() && statement.getColumn(0).getInt() == 0;
}

Transaction::~Transaction() {
    // A statement left in the middle would hold its lock and keep SQLite in its error state.
    if (!done_) db_.rest();
    // A failed commit or a full disk may have rolled back already; then there is nothing left to do.
    if (!done_ && sqlite3_get_autocommit(db_.sql().getHandle()) == 0) db_.sql().tryExec("ROLLBACK");
}

void Transaction::commit() {
    db_.exec("COMMIT");
    done_ = true;
}

Result<std::unique_ptr<Database>> open_database(const std::filesystem::path& file, const Key& key, Access access,
                                                bool fast_key) {
    std::error_code why;
    const auto status = std::filesystem::status(file, why);
    if (status.type() == std::filesystem::file_type::not_found)
        return Error{ErrorKind::missing, {}, "This file is no longer there. It may have been moved or renamed.", {}};
    if (status.type() != std::filesystem::file_type::regular)
        return Error{ErrorKind::refused, {}, "This is not a caseload file.", why.message()};
    if (::access(file.c_str(), R_OK) != 0)
        return Error{ErrorKind::refused, {}, "You have no permission to read this file. Ask who owns it.", {}};
    if (std::filesystem::file_size(file, why) < smallest_file) return does_not_open();
    const auto raw = key_for(file, key, fast_key);
    if (!raw) return does_not_open();
    try {
        return std::make_unique<Database>(file, *raw, access);
    } catch (const SQLite::Exception& failure) {
        if ((failure.getErrorCode() & 0xff) == SQLITE_NOTADB) return does_not_open();
        return storage_error(failure, file);
    }
}

Error storage_error(const std::exception& failure, const std::filesystem::path& file) {
    if (const auto* sqlite = dynamic_cast<const SQLite::Exception*>(&failure)) {
        const int code = sqlite->getErrorCode();
        // SQLite's text names constraints and tables, never values; the extended code tells the rest.
        return {ErrorKind::storage,
                {},
                sentence(code, file),
                "sqlite " + std::to_string(sqlite->getExtendedErrorCode()) + ": " + failure.what()};
    }
    if (const auto* system = dynamic_cast<const std::system_error*>(&failure)) {
        const int code = system->code().value() == ENOSPC ? SQLITE_FULL : SQLITE_IOERR;
        return {ErrorKind::storage, {}, sentence(code, file), system->code().message()};
    }
    return {ErrorKind::storage, {}, sentence(SQLITE_IOERR, file), failure.what()};
}

Error does_not_open() {
    return invalid("passphrase",
                   "This passphrase does not open this file. If you are sure of it, the file may be damaged or not a "
                   "caseload.");
}

void sync_file(const std::filesystem::path& file) { make_durable(file, O_RDWR); }

void sync_folder_of(const std::filesystem::path& file) {
    make_durable(std::filesystem::absolute(file).parent_path(), O_RDONLY | O_DIRECTORY);
}

}  // namespace pegboard::store
