// Recovery of whatever can be read from a damaged caseload, table by table, into a new file. It
// refuses to touch the damaged file, and never writes a row it could not read whole.
#include <SQLiteCpp/SQLiteCpp.h>

#include <set>

#include "core/store/clock.h"
#include "core/store/file/backups.h"
#include "core/store/file/copies.h"
#include "core/store/file/files.h"
#include "core/store/file/known_files.h"
#include "core/store/migrate.h"
#include "core/store/seals/access_log.h"
#include "core/store/seals/seals.h"

namespace pegboard {
namespace {
namespace fs = std::filesystem;
using store::Access;
using store::Database;
using store::RawKey;
using store::with_suffix;

std::vector<std::string> names(Database& db, const std::string& query) {
    std::vector<std::string> found;
    SQLite::Statement all(db.sql(), query);
    while (all.executeStep()) found.push_back(all.getColumn(0).getString());
    return found;
}

std::vector<std::string> columns_of(Database& db, const std::string& table) {
    return names(db, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid");
}

void bind(SQLite::Statement& into, int index, const SQLite::Column& value) {
    if (value.isNull()) return into.bind(index);
    if (value.isInteger()) return into.bind(index, value.getInt64());
    if (value.isFloat()) return into.bind(index, value.getDouble());
    if (value.isBlob()) return into.bind(index, value.getBlob(), value.getBytes());
    into.bind(index, value.getString());
}

/// One table from the damaged file to the new one.
class TableRescue {
 public:
    TableRescue(Database& from, Database& to, const std::string& table) : from_(from), to_(to), table_(table) {
        const auto there = columns_of(from, table);
        const std::set<std::string> known(there.begin(), there.end());
        for (const std::string& column : columns_of(to, table)) {
            if (!known.contains(column)) continue;
            const std::string comma = list_.empty() ? "" : ", ";
            list_ += comma + column;
            marks_ += comma + "?";
            ++count_;
        }
    }

    /// Rows taken; `whole` tells whether none were lost. Reads from the front, then, when a page on the
    /// way is damaged, from the back until the same damage is met.
    std::int64_t run(bool& whole) {
        whole = pass("ASC");
        if (!whole) pass("DESC");
        return rows_;
    }

 private:
    bool pass(const char* direction) {
        if (count_ == 0) return false;
        try {
            const std::string key = table_ == "draft" || table_ == "view_state" ? "1" : "id";
            SQLite::Statement read(from_.sql(),
                                   "SELECT " + list_ + " FROM " + table_ + " ORDER BY " + key + " " + direction);
            SQLite::Statement write(to_.sql(),
                                    "INSERT OR IGNORE INTO " + table_ + " (" + list_ + ") VALUES (" + marks_ + ")");
            while (read.executeStep()) take(read, write);
            return refused_ == 0;
        } catch (const SQLite::Exception&) {
            return false;
        }
    }

    void take(SQLite::Statement& read, SQLite::Statement& write) {
        write.reset();
        try {
            for (int i = 0; i < count_; ++i) bind(write, i + 1, read.getColumn(i));
            rows_ += write.exec();
        } catch (const SQLite::Exception&) {
            ++refused_;  // a value that breaks a rule of the table cannot be what was stored
        }
    }

    Database& from_;
    Database& to_;
    std::string table_, list_, marks_;
    int count_ = 0;
    int refused_ = 0;
    std::int64_t rows_ = 0;
};

/// Rows whose child, goal or session is gone are removed; links that may be empty are emptied.
std::int64_t drop_orphans(Database& to) {
    std::int64_t dropped = 0;
    for (bool again = true; again;) {
        again = false;
        std::vector<std::string> fixes;
        {
            SQLite::Statement broken(
                to.sql(),
                "SELECT c.\"table\", c.rowid, f.\"from\", i.\"notnull\" FROM pragma_foreign_key_check c"
                " JOIN pragma_foreign_key_list(c.\"table\") f ON f.id = c.fkid"
                " JOIN pragma_table_info(c.\"table\") i ON i.name = f.\"from\"");
            while (broken.executeStep()) {
                const std::string table = broken.getColumn(0).getString();
                const std::string row = std::to_string(broken.getColumn(1).getInt64());
                const std::string column = broken.getColumn(2).getString();
                const bool needed = broken.getColumn(3).getInt() != 0 || column == "parent_id";
                fixes.push_back(needed ? "DELETE FROM " + table + " WHERE rowid = " + row
                                       : "UPDATE " + table + " SET " + column + " = NULL WHERE rowid = " + row);
                if (needed) ++dropped;
            }
        }
        for (const std::string& fix : fixes) to.exec(fix);
        again = !fixes.empty();
    }
    return dropped;
}

constexpr std::string_view journal_tables[] = {"change", "change_set", "audit_event", "journal_state"};

bool is_journal(const std::string& table) {
    return std::find(std::begin(journal_tables), std::end(journal_tables), table) != std::end(journal_tables);
}

/// The journal is taken whole or not at all: half a chain would look like tampering.
bool rescue_journal(Database& from, Database& to, std::int64_t& rows) {
    to.exec("SAVEPOINT journal");
    to.exec("DELETE FROM journal_state");
    bool all = true;
    std::int64_t taken = 0;
    for (const char* table : {"change_set", "change", "audit_event", "journal_state"}) {
        if (columns_of(from, table).empty()) continue;  // from before there was one
        bool whole = false;
        taken += TableRescue(from, to, table).run(whole);
        all = all && whole;
    }
    all = all && to.number("SELECT count(*) FROM journal_state") == 1;
    if (!all) to.exec("ROLLBACK TO journal");
    to.exec("RELEASE journal");
    if (all) rows += taken;
    return all;
}

Salvage rescue(Database& from, Database& to) {
    Salvage result;
    to.exec("PRAGMA foreign_keys = OFF");
    to.exec("BEGIN IMMEDIATE");
    // 0: writes pass without being recorded, as when a child is erased.
    to.exec("UPDATE journal_state SET open_change_set_id = 0");
    to.exec("DELETE FROM practice");
    for (const std::string& table : names(to,
                                          "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                          " AND name NOT LIKE 'sqlite_%' ORDER BY rootpage")) {
        if (is_journal(table)) continue;
        bool whole = false;
        result.rows += TableRescue(from, to, table).run(whole);
        if (!whole) result.damaged_tables.push_back(table);
    }
    if (to.number("SELECT count(*) FROM practice") == 0)
        to.exec(
            "INSERT INTO practice (id, name, idle_lock_min, initials_only, second_backup_folder)"
            " VALUES (1, '', 10, 0, '')");
    result.rows -= drop_orphans(to);
    if (!rescue_journal(from, to, result.rows)) result.damaged_tables.emplace_back("history");
    to.exec("UPDATE journal_state SET open_change_set_id = NULL");
    store::seal_rescued(to);
    to.exec("COMMIT");
    to.exec("PRAGMA foreign_keys = ON");
    return result;
}

/// The new file says in itself what it was made from.
void note_rescue(Database& to, const OpenOptions& options) {
    store::Transaction transaction(to);
    store::Seals seals(to);
    const auto now_ms = options.now_ms ? options.now_ms() : store::system_now_ms();
    const Status noted =
        store::add_access(to, seals, {0, store::utc_text(now_ms), AccessKind::recovered, {}, options.device, {}, {}});
    if (!noted.ok()) throw std::runtime_error(noted.error().message);
    transaction.commit();
}

/// The damaged file is opened as a copy with its WAL, so that not even SQLite writes beside it.
struct WorkingCopy {
    WorkingCopy(const fs::path& damaged, const fs::path& target) : copy(with_suffix(target, ".damaged.part")) {
        store::copy_durably(damaged, file());
        std::error_code ignored;
        if (fs::exists(with_suffix(damaged, "-wal"), ignored))
            store::copy_durably(with_suffix(damaged, "-wal"), with_suffix(file(), "-wal"));
    }
    [[nodiscard]] const fs::path& file() const { return copy.file(); }
    store::Unfinished copy;
};

/// Tries the salt in the file, then the one the file had when it last opened here.
std::unique_ptr<Database> open_damaged(const WorkingCopy& copy, const fs::path& damaged, const Key& key,
                                       const OpenOptions& options) {
    auto raw = store::key_for(copy.file(), key, options.fast_key);
    if (!raw) return nullptr;
    try {
        return std::make_unique<Database>(copy.file(), *raw, Access::look);
    } catch (const SQLite::Exception&) {
        const auto salt = store::remembered_salt(options.places, damaged);
        if (!salt || *salt == raw->salt) return nullptr;
        RawKey old = key.recovery.empty() ? store::derive_key(key.passphrase, *salt, options.fast_key) : *raw;
        old.salt = *salt;
        try {
            return std::make_unique<Database>(copy.file(), old, Access::look);
        } catch (const SQLite::Exception&) {
            return nullptr;
        }
    }
}

Error nothing_readable() {
    return {ErrorKind::refused,
            {},
            "Nothing in this file can be read with this passphrase. The file is left as it is. Try the newest good "
            "backup, or keep the file for someone who can look into it.",
            {}};
}
}  // namespace

Result<Salvage> salvage(const fs::path& damaged, const fs::path& target, const Key& key, const OpenOptions& options) {
    try {
        if (!fs::is_regular_file(damaged)) return nothing_readable();
        if (fs::exists(fs::symlink_status(target)))
            return invalid("file", "A file of this name is already there. Choose another name.");
        const WorkingCopy copy(damaged, target);
        const auto from = open_damaged(copy, damaged, key, options);
        if (!from) return nothing_readable();
        const store::Unfinished part(with_suffix(target, ".part"));
        store::make_private_file(part.file());
        Salvage result;
        const RawKey next = key.recovery.empty()
                                ? store::derive_key(key.passphrase, store::new_salt(), options.fast_key)
                                : *store::key_for(damaged, key, options.fast_key);
        {
            Database to(part.file(), next, Access::create);
            if (Status made = store::migrate(to, {}); !made.ok()) return made.error();
            result = rescue(*from, to);
            note_rescue(to, options);
        }
        if (result.rows <= 1) return nothing_readable();
        if (Status whole = store::check_copy(part.file(), next); !whole.ok()) return whole.error();
        store::move_durably(part.file(), target);
        return result;
    } catch (const std::exception& failure) {
        return store::copy_failed(failure, target);
    }
}

}  // namespace pegboard
