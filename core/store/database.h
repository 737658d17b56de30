// One connection to one encrypted file, with our settings and a cache of prepared statements. It
// throws SQLite::Exception; the front door turns that into an Error. It refuses to open in clear.
#pragma once
#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/result.h"
#include "core/store/file/raw_key.h"
#include "core/store/unread.h"

namespace pegboard::store {

/// Marks our files: "PEGB".
inline constexpr int our_application_id = 0x50454742;

enum class Access {
    create,  ///< a new file
    write,   ///< the one writing connection
    look,    ///< query only, no checkpoints: workers, a second copy of the program
    frozen,  ///< a folder we may not write in: nothing beside the file is touched
};

/// How long one opening or one edit may work before it is stopped: a file made to harm asks for ever. Tests shorten it.
std::chrono::milliseconds& most_work();

class Database {
 public:
    Database(const std::filesystem::path& file, const RawKey& key, Access access);

    SQLite::Database& sql() { return sql_; }
    [[nodiscard]] const RawKey& key() const { return key_; }
    /// Commits no longer wait for the disk: for a file that is thrown away.
    void never_wait() { exec("PRAGMA synchronous = OFF"); }
    /// Turns to the write-ahead log; left until the file is known to be ours and not newer.
    void use_wal() { exec("PRAGMA journal_mode = WAL"); }
    /// What was read over this connection and could not be understood.
    UnreadCells& unread() { return unread_; }
    /// A cached statement, reset and ready to bind.
    SQLite::Statement& prepared(const std::string& text);
    /// Resets every statement, so that none holds a lock after a failure.
    void rest();
    void exec(const std::string& text) { sql_.exec(text); }
    std::int64_t number(const std::string& query);
    std::string text(const std::string& query);
    /// Rows written, changed and removed by this connection so far, those by triggers too.
    std::int64_t rows_written();
    /// Copies every page to a new file under `key` by the online backup API, and syncs it to disk.
    void copy_to(const std::filesystem::path& target, const RawKey& key);
    /// Puts the WAL into the file. False when a reader is in the way.
    bool checkpoint();
    /// Closing puts the log into the file (`true`) or writes nothing: while a file is judged, as after opening, and
    /// when it is not ours any more.
    void settle_on_closing(bool settle);
    /// From now on statements may work for most_work() together, or for as long as they like.
    void bound_work(bool bounded);
    /// Called after each commit with the pages now in the log, before these are put into the file.
    void on_commit(std::function<void(int)> hear);
    /// Takes the log into the file when it has grown long enough; `may` is asked first.
    std::function<bool()> may_checkpoint;

    // ---- the bytes as they lie there, read through SQLite's own handles. Throw when they cannot be read.
    std::string file_bytes(std::int64_t from, std::int64_t count);
    std::int64_t file_size();
    std::string log_bytes(std::int64_t from, std::int64_t count);
    std::int64_t log_size();  ///< 0 when there is no log
    /// SQLite's own word for: the path no longer names the file that is open.
    bool has_moved();

 private:
    SQLite::Database sql_;
    RawKey key_;
    UnreadCells unread_;
    std::function<void(int)> committed_;
    std::optional<std::chrono::steady_clock::time_point> until_;
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> statements_;
};

/// BEGIN IMMEDIATE, and roll back unless commit() was reached.
class Transaction {
 public:
    explicit Transaction(Database& db) : db_(db) {
        db_.exec("BEGIN IMMEDIATE");
        db_.bound_work(true);
    }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

 private:
    Database& db_;
    bool done_ = false;
};

/// Opens a caseload file for `key`: the one sentence for a wrong passphrase or a damaged file, others
/// for what is no file. For workers and copies; the front door uses it too.
Result<std::unique_ptr<Database>> open_database(const std::filesystem::path& file, const Key& key, Access access,
                                                bool fast_key);
/// The same in two steps: the key that `key` stands for, then the file.
Result<RawKey> key_of_file(const std::filesystem::path& file, const Key& key, bool fast_key);
Result<std::unique_ptr<Database>> open_database(const std::filesystem::path& file, const RawKey& key, Access access);
/// The Error a therapist reads for a storage exception.
Error storage_error(const std::exception& failure, const std::filesystem::path& file);
/// The one sentence for a key that does not open a file.
Error does_not_open();
/// Makes the file's bytes and its name durable.
void sync_file(const std::filesystem::path& file);
void sync_folder_of(const std::filesystem::path& file);

}  // namespace pegboard::store
