#include "core/store/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "core/store/file/damage.h"
#include "core/store/file/files.h"
#include "core/store/seals/seals.h"

namespace pegboard::store {
namespace {
constexpr std::uintmax_t smallest_file = 4096;  // one page
constexpr int log_pages = 1000;                 // SQLite's own measure for taking the log into the file

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
    const Secret specification = key.specification();
    const std::string_view digits = specification;
    if (sqlite3_key(db.getHandle(), digits.data(), static_cast<int>(digits.size())) != SQLITE_OK)
        throw SQLite::Exception(db.getHandle());
    // SQLCipher turns its log on again with each first key; its lines must not reach standard error.
    db.exec("PRAGMA cipher_log_level = NONE");
}

/// What a file made to harm could ask for is refused: SQLite's own advice for files from elsewhere.
void bound(sqlite3* handle) {
    constexpr std::int64_t most_memory = 512LL * 1024 * 1024;
    constexpr int longest_cell = 4 * 1024 * 1024;  // a long note is a hundredth of it
    constexpr int deepest_expression = 100, most_triggers_deep = 10, most_attached = 2;
    sqlite3_hard_heap_limit64(most_memory);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, longest_cell);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, longest_cell);
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, deepest_expression);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, most_triggers_deep);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, most_attached);
    sqlite3_limit(handle, SQLITE_LIMIT_WORKER_THREADS, 0);
}

void settle(SQLite::Database& db, Access access) {
    db.exec(
        "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;"
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
        "PRAGMA cache_size = -8192; PRAGMA synchronous = FULL");
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    bound(db.getHandle());
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
        case SQLITE_TOOBIG:
        case SQLITE_NOMEM:
            return "This file holds more than a caseload ever does, so it is not read. Nothing was changed. Go back to "
                   "the newest good backup.";
        case SQLITE_INTERRUPT:
            return "This file asks for more work than a caseload ever does, so it was stopped. Nothing was changed. "
                   "Go back to the newest good backup.";
        default:
            return "The file could not be read or written. Your last change is not saved; everything before it is. "
                   "Check the disk, then try again or save a copy elsewhere.";
    }
}
}  // namespace

std::chrono::milliseconds& most_work() {
    static std::chrono::milliseconds most{60'000};
    return most;
}

Database::Database(const std::filesystem::path& file, const RawKey& key, Access access)
    : sql_(name_of(file, access), flags_of(access)), key_(key) {
    constexpr int steps_between_looks = 10'000;  // some hundred looks at the clock a second
    sqlite3_progress_handler(
        sql_.getHandle(), steps_between_looks,
        [](void* data) {
            const auto& until = static_cast<const Database*>(data)->until_;
            return until && std::chrono::steady_clock::now() > *until ? 1 : 0;
        },
        this);
    bound_work(access == Access::write);  // workers read long, and nobody waits for them
    settle_on_closing(false);             // a key that does not fit must not bring a log of another file into this one
    unlock(sql_, key);
    // The first read tells whether the key fits; without it the settings below would fail oddly.
    sql_.exec("SELECT count(*) FROM sqlite_schema");
    settle(sql_, access);
    settle_on_closing(true);
}

void Database::bound_work(bool bounded) {
    until_.reset();
    if (bounded) until_ = std::chrono::steady_clock::now() + most_work();
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

std::int64_t Database::rows_written() { return sqlite3_total_changes(sql_.getHandle()); }

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
        wrap_again(copy, key_, key);
        // Nobody writes to the copy; an older file has no such table.
        if (copy.tableExists("writer")) copy.exec("DELETE FROM writer");
        // The copy is one file: it must open where nothing may be written beside it.
        copy.exec("PRAGMA journal_mode = DELETE");
    }
    sync_file(target);
}

bool Database::checkpoint() {
    SQLite::Statement statement(sql_, "PRAGMA wal_checkpoint(TRUNCATE)");
    return statement.executeStep() && statement.getColumn(0).getInt() == 0;
}

void Database::settle_on_closing(bool settle) {
    sqlite3_db_config(sql_.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, settle ? 0 : 1, nullptr);
}

void Database::on_commit(std::function<void(int)> hear) {
    committed_ = std::move(hear);
    sqlite3_wal_hook(
        sql_.getHandle(),
        [](void* data, sqlite3* handle, const char* name, int pages) {
            auto& self = *static_cast<Database*>(data);
            if (self.committed_) self.committed_(pages);
            if (pages >= log_pages && (!self.may_checkpoint || self.may_checkpoint()))
                sqlite3_wal_checkpoint_v2(handle, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
            return SQLITE_OK;
        },
        this);
}

namespace {
sqlite3_file* handle_of(SQLite::Database& db, int which) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(db.getHandle(), "main", which, static_cast<void*>(&file));
    return file != nullptr && file->pMethods != nullptr ? file : nullptr;
}

std::int64_t size_of(sqlite3_file* file) {
    sqlite3_int64 size = 0;
    if (file != nullptr && file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        throw std::system_error(EIO, std::generic_category(), "size");
    return size;
}

std::string bytes_of(sqlite3_file* file, std::int64_t from, std::int64_t count) {
    std::string bytes(static_cast<std::size_t>(std::max<std::int64_t>(count, 0)), '\0');
    if (bytes.empty()) return bytes;
    const int code = file == nullptr || from < 0
                         ? SQLITE_IOERR
                         : file->pMethods->xRead(file, bytes.data(), static_cast<int>(count), from);
    if (code != SQLITE_OK) throw std::system_error(EIO, std::generic_category(), "read");
    return bytes;
}
}  // namespace

std::string Database::file_bytes(std::int64_t from, std::int64_t count) {
    return bytes_of(handle_of(sql_, SQLITE_FCNTL_FILE_POINTER), from, count);
}
std::int64_t Database::file_size() { return size_of(handle_of(sql_, SQLITE_FCNTL_FILE_POINTER)); }
std::string Database::log_bytes(std::int64_t from, std::int64_t count) {
    return bytes_of(handle_of(sql_, SQLITE_FCNTL_JOURNAL_POINTER), from, count);
}
std::int64_t Database::log_size() { return size_of(handle_of(sql_, SQLITE_FCNTL_JOURNAL_POINTER)); }

bool Database::has_moved() {
    int moved = 0;
    return sqlite3_file_control(sql_.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

Transaction::~Transaction() {
    // A statement left in the middle would hold its lock and keep SQLite in its error state.
    if (!done_) db_.rest();
    // A failed commit or a full disk may have rolled back already; then there is nothing left to do.
    db_.bound_work(false);
    if (!done_ && sqlite3_get_autocommit(db_.sql().getHandle()) == 0) db_.sql().tryExec("ROLLBACK");
}

void Transaction::commit() {
    db_.exec("COMMIT");
    done_ = true;
}

Result<RawKey> key_of_file(const std::filesystem::path& file, const Key& key, bool fast_key) {
    std::error_code why;
    const auto status = std::filesystem::status(file, why);
    if (status.type() == std::filesystem::file_type::not_found)
        return Error{ErrorKind::missing, {}, "This file is no longer there. It may have been moved or renamed.", {}};
    if (status.type() != std::filesystem::file_type::regular)
        return Error{ErrorKind::refused, {}, "This is not a caseload file.", why.message()};
    if (::access(file.c_str(), R_OK) != 0)
        return Error{ErrorKind::refused, {}, "You have no permission to read this file. Ask who owns it.", {}};
    if (std::filesystem::file_size(file, why) < smallest_file) return does_not_open();
    try {
        const auto raw = key_for(file, key, fast_key);
        return raw ? Result<RawKey>(*raw) : does_not_open();
    } catch (const std::system_error& failure) {
        return storage_error(failure, file);
    }
}

Result<std::unique_ptr<Database>> open_database(const std::filesystem::path& file, const RawKey& key, Access access) {
    std::error_code ignored;
    const bool had_log = std::filesystem::exists(with_suffix(file, "-wal"), ignored);
    try {
        return std::make_unique<Database>(file, key, access);
    } catch (const SQLite::Exception& failure) {
        // SQLite made them empty to read the file; beside what is refused nothing is left.
        if (access == Access::write && !had_log)
            for (const char* each : {"-wal", "-shm"}) remove_quietly(with_suffix(file, each));
        if ((failure.getErrorCode() & 0xff) == SQLITE_NOTADB) return does_not_open();
        return storage_error(failure, file);
    }
}

Result<std::unique_ptr<Database>> open_database(const std::filesystem::path& file, const Key& key, Access access,
                                                bool fast_key) {
    const auto raw = key_of_file(file, key, fast_key);
    return raw.ok() ? open_database(file, raw.value(), access) : raw.error();
}

Error storage_error(const std::exception& failure, const std::filesystem::path& file) {
    if (const auto* sqlite = dynamic_cast<const SQLite::Exception*>(&failure)) {
        const int code = sqlite->getErrorCode();
        // SQLite's text names constraints and tables, never values; the extended code tells the rest.
        const bool damaged = (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
        return {ErrorKind::storage,
                {},
                sentence(code, file),
                (damaged ? std::string(damage_mark) : std::string()) + "sqlite " +
                    std::to_string(sqlite->getExtendedErrorCode()) + ": " + failure.what()};
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
