// Keyed digests over the records, so that what was written past the program shows: one per tracked table, one of the
// schema, kept in the same transaction as each write.
//
// A table's digest is its number of rows and the sum, modulo 2^256, of HMAC-SHA256 over each row as JSON (the text the
// journal keeps). A write takes the row of before away and adds the row of after, so its cost does not grow with the
// table. Without the key the summands are not known, so no other set of rows can be made to have the same sum; two
// equal rows cannot be, for each has its id. The seal, a keyed hash over all digests and the heads of both chains, ties
// them to one moment: an old page of any of them does not fit the rest.
//
// The key is random, made with the file, and lies in it under a keyed hash of the file's own key: it outlives a change
// of the passphrase without a gap in which nothing would be checked.
//
// What it does not tell: somebody with the passphrase and a program made to work out these digests; a whole older file
// (known_head, kept copies and the recovery sheet do that); drafts and what was looked at last, which are no records.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/store/database.h"
#include "core/store/file/known_head.h"
#include "core/store/journal.h"
#include "core/store/seals/mac.h"

namespace pegboard::store {

/// The digest of one table.
struct TableSeal {
    std::int64_t rows = 0;
    RowSum sum;
    bool operator==(const TableSeal&) const = default;
};
using TableSeals = std::map<std::string, TableSeal, std::less<>>;

/// What journal_state holds of both chains and of the records.
struct SealRow {
    std::string file_id;
    Head journal, events;
    std::string found;  ///< what did not fit before a step of the schema and was not accepted yet, in words
    std::string digests;
    std::string seal;
};

class Seals {
 public:
    /// Reads the file's key for them; throws what SQLite throws. Refuses a file from before there were seals.
    explicit Seals(Database& db);

    [[nodiscard]] SealRow read();
    /// The same, to be written again: what does not fit its seal now is told from then on, so that a new seal hides
    /// nothing.
    [[nodiscard]] SealRow read_to_write();
    /// In the transaction that wrote `changes`: the digests follow.
    void follow(SealRow& row, const std::vector<Change>& changes) const;
    /// Seals the row and writes it; the open change set is closed.
    void write(SealRow& row);
    /// The seal that `row` should have.
    [[nodiscard]] std::string seal_of(const SealRow& row) const;

    /// The digests as the row has them; nothing when they cannot be read.
    [[nodiscard]] static std::optional<TableSeals> tables_in(const SealRow& row);
    /// Worked out anew from every row of a table.
    [[nodiscard]] TableSeal work_out(const std::string& table) const;
    /// Of all tracked tables and the schema.
    [[nodiscard]] TableSeals work_out_all() const;
    /// Of tables, indexes, triggers and views as they stand in the file.
    [[nodiscard]] TableSeal work_out_schema() const;
    /// Puts digests worked out anew into the row: after a step of the schema, a rescue, or when a person accepts.
    void renew(SealRow& row) const;

 private:
    Database& db_;
    Mac mac_;
};

/// The name under which the schema's digest stands among those of the tables.
inline constexpr const char* schema_seal = "";

/// True from the step of the schema on that has seals.
bool has_seals(Database& db);
/// Gives a new file, or one that a step of the schema has just changed, its key, its id and its digests. `found` is
/// what did not fit before: it stays told until a person accepts it.
void seal_anew(Database& db, const std::string& found);
/// Gives a file a key for its digests where it has none.
void seal_key_anew(Database& db);
/// The same for a file made from what a damaged one held: with a key of its own, and nothing left to tell.
void seal_rescued(Database& db);
/// "SELECT id, json_object(...) FROM table": each row as the journal keeps it; empty when there is no such table.
std::string rows_as_json(Database& db, const std::string& table);
/// The key of the digests in `copy` under the key of the copy instead of the one it was read with.
void wrap_again(SQLite::Database& copy, const RawKey& from, const RawKey& to);

}  // namespace pegboard::store
