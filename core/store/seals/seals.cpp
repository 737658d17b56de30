#include "core/store/seals/seals.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>
#include <stdexcept>

#include "core/store/migrate.h"

namespace pegboard::store {
namespace {
constexpr std::size_t key_bytes = 32, sum_bytes = 32, count_bytes = 8, longest_name = 200;

/// Length before text: no two different lists of parts give the same bytes.
void add_part(std::string& bytes, std::string_view part) {
    bytes += std::to_string(part.size());
    bytes += ':';
    bytes += part;
}

MacBytes mask_of(const RawKey& key) { return Mac(key.key).of("pegboard seal key", {}); }

std::string blob_of(const SQLite::Column& cell) {
    const auto* bytes = static_cast<const char*>(cell.getBlob());
    return bytes == nullptr ? std::string() : std::string(bytes, static_cast<std::size_t>(cell.getBytes()));
}

/// The key of the digests from what lies in the file, or back: both are the same step.
MacBytes masked(const std::string& bytes, const MacBytes& mask) {
    MacBytes out{};
    for (std::size_t i = 0; i < key_bytes; ++i) out[i] = static_cast<unsigned char>(bytes[i]) ^ mask[i];
    return out;
}

std::string random_bytes() {
    std::array<unsigned char, key_bytes> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) throw std::runtime_error("no random bytes");
    return {bytes.begin(), bytes.end()};
}

Mac mac_of(Database& db) {
    SQLite::Statement kept(db.sql(), "SELECT seal_key FROM journal_state");
    if (!kept.executeStep()) throw std::runtime_error("no state of the journal");
    std::string bytes = blob_of(kept.getColumn(0));
    // Taken away past the program: under one that nobody has nothing fits, which is told, and the file opens.
    if (bytes.size() != key_bytes) bytes = random_bytes();
    MacBytes key = masked(bytes, mask_of(db.key()));
    Mac mac(key);
    OPENSSL_cleanse(key.data(), key.size());
    return mac;
}

std::string bytes_of(const TableSeals& seals) {
    std::string bytes;
    for (const auto& [name, seal] : seals) {
        bytes += static_cast<char>(name.size());
        bytes += name;
        for (std::size_t i = 0; i < count_bytes; ++i)
            bytes += static_cast<char>((static_cast<std::uint64_t>(seal.rows) >> (8 * i)) & 0xffU);
        for (const unsigned char byte : seal.sum.bytes()) bytes += static_cast<char>(byte);
    }
    return bytes;
}

void put_key(Database& db) {
    const std::string kept = random_bytes();  // under its mask it is as random
    SQLite::Statement put(db.sql(), "UPDATE journal_state SET seal_key = ?");
    put.bind(1, static_cast<const void*>(kept.data()), static_cast<int>(kept.size()));
    put.exec();
}
}  // namespace

bool has_seals(Database& db) {
    return db.number("SELECT count(*) FROM pragma_table_info('journal_state') WHERE name = 'seal_key'") == 1;
}

std::string rows_as_json(Database& db, const std::string& table) {
    std::string list;
    SQLite::Statement info(db.sql(), "SELECT name FROM pragma_table_info(?) ORDER BY cid");
    info.bind(1, table);
    while (info.executeStep()) {
        const std::string column = info.getColumn(0).getString();
        list += (list.empty() ? "'" : ", '") + column + "', \"" + column + "\"";
    }
    // By the table itself: an index could have been made to leave rows out.
    return list.empty() ? list : "SELECT id, json_object(" + list + ") FROM " + table + " NOT INDEXED ORDER BY rowid";
}

void wrap_again(SQLite::Database& copy, const RawKey& from, const RawKey& to) {
    if (same_key(from, to)) return;
    MacBytes mask = mask_of(from);
    const MacBytes other = mask_of(to);
    for (std::size_t i = 0; i < mask.size(); ++i) mask[i] ^= other[i];
    SQLite::Statement known(copy, "SELECT count(*) FROM pragma_table_info('journal_state') WHERE name = 'seal_key'");
    if (!known.executeStep() || known.getColumn(0).getInt() == 0) return;
    MacBytes now{};
    {
        SQLite::Statement kept(copy, "SELECT seal_key FROM journal_state");
        const std::string bytes = kept.executeStep() ? blob_of(kept.getColumn(0)) : std::string();
        if (bytes.size() != key_bytes) return;
        now = masked(bytes, mask);
    }
    SQLite::Statement put(copy, "UPDATE journal_state SET seal_key = ?");
    put.bind(1, static_cast<const void*>(now.data()), static_cast<int>(now.size()));
    put.exec();
}

Seals::Seals(Database& db) : db_(db), mac_(mac_of(db)) {}

SealRow Seals::read() {
    SQLite::Statement& query = db_.prepared(
        "SELECT file_id, change_sets, head_hash, events, events_head, found, digests, seal FROM journal_state");
    if (!query.executeStep()) throw std::runtime_error("no state of the journal");
    SealRow row;
    row.file_id = query.getColumn(0).getString();
    row.journal = {query.getColumn(1).getInt64(), query.getColumn(2).getString()};
    row.events = {query.getColumn(3).getInt64(), query.getColumn(4).getString()};
    row.found = query.getColumn(5).getString();
    row.digests = blob_of(query.getColumn(6));
    row.seal = query.getColumn(7).getString();
    query.reset();
    return row;
}

SealRow Seals::read_to_write() {
    SealRow row = read();
    if (seal_of(row) != row.seal)
        row.found = "Something outside Pegboard changed this file: its seal does not fit. Compare with a backup.";
    return row;
}

std::string Seals::seal_of(const SealRow& row) const {
    std::string bytes;
    for (const std::string& part : {row.file_id, row.journal.hash, row.events.hash, row.found, row.digests})
        add_part(bytes, part);
    add_part(bytes, std::to_string(row.journal.count));
    add_part(bytes, std::to_string(row.events.count));
    return hex(mac_.of("seal", bytes));
}

void Seals::write(SealRow& row) {
    row.seal = seal_of(row);
    SQLite::Statement& query = db_.prepared(
        "UPDATE journal_state SET open_change_set_id = NULL, file_id = ?, change_sets = ?, head_hash = ?, events = ?,"
        " events_head = ?, found = ?, digests = ?, seal = ?");
    query.bind(1, row.file_id);
    query.bind(2, row.journal.count);
    query.bind(3, row.journal.hash);
    query.bind(4, row.events.count);
    query.bind(5, row.events.hash);
    query.bind(6, row.found);
    query.bind(7, static_cast<const void*>(row.digests.data()), static_cast<int>(row.digests.size()));
    query.bind(8, row.seal);
    query.exec();
}

std::optional<TableSeals> Seals::tables_in(const SealRow& row) {
    TableSeals seals;
    std::string_view left = row.digests;
    while (!left.empty()) {
        const std::size_t length = static_cast<unsigned char>(left.front());
        if (length > longest_name || left.size() < 1 + length + count_bytes + sum_bytes) return std::nullopt;
        TableSeal seal;
        const std::string_view name = left.substr(1, length);
        left.remove_prefix(1 + length);
        std::uint64_t rows = 0;
        for (std::size_t i = 0; i < count_bytes; ++i)
            rows |= std::uint64_t{static_cast<unsigned char>(left[i])} << (8 * i);
        seal.rows = static_cast<std::int64_t>(rows);
        MacBytes sum{};
        std::copy_n(left.begin() + count_bytes, sum_bytes, sum.begin());
        seal.sum = RowSum(sum);
        left.remove_prefix(count_bytes + sum_bytes);
        seals.emplace(name, seal);
    }
    return seals;
}

void Seals::follow(SealRow& row, const std::vector<Change>& changes) const {
    auto seals = tables_in(row);
    if (!seals) return;  // told by the check; a digest made up here would hide it
    for (const Change& change : changes) {
        if (!change.before && !change.after) continue;  // an entry of the journal that was emptied
        TableSeal& seal = (*seals)[change.table];
        if (change.before) {
            seal.sum.subtract(mac_.of(change.table, *change.before));
            --seal.rows;
        }
        if (change.after) {
            seal.sum.add(mac_.of(change.table, *change.after));
            ++seal.rows;
        }
    }
    row.digests = bytes_of(*seals);
}

TableSeal Seals::work_out(const std::string& table) const {
    TableSeal seal;
    const std::string all = rows_as_json(db_, table);
    if (all.empty()) return seal;
    SQLite::Statement rows(db_.sql(), all);
    while (rows.executeStep()) {
        const SQLite::Column json = rows.getColumn(1);
        seal.sum.add(mac_.of(table, {json.getText(), static_cast<std::size_t>(json.getBytes())}));
        ++seal.rows;
    }
    return seal;
}

TableSeal Seals::work_out_schema() const {
    TableSeal seal;
    SQLite::Statement parts(db_.sql(), "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema");
    while (parts.executeStep()) {
        std::string bytes;
        for (int i = 0; i < 4; ++i) add_part(bytes, parts.getColumn(i).getString());
        seal.sum.add(mac_.of("schema", bytes));
        ++seal.rows;
    }
    return seal;
}

TableSeals Seals::work_out_all() const {
    TableSeals seals;
    for (const std::string_view table : tracked_tables()) seals[std::string(table)] = work_out(std::string(table));
    seals[schema_seal] = work_out_schema();
    return seals;
}

void Seals::renew(SealRow& row) const { row.digests = bytes_of(work_out_all()); }

void seal_anew(Database& db, const std::string& found) {
    if (!has_seals(db)) return;
    seal_key_anew(db);
    Seals seals(db);
    SealRow row = seals.read();
    if (row.file_id.empty()) row.file_id = hex(new_salt()).substr(0, 16);
    if (!found.empty()) row.found = found;
    seals.renew(row);
    seals.write(row);
}

void seal_key_anew(Database& db) {
    if (db.number("SELECT length(seal_key) FROM journal_state") != static_cast<std::int64_t>(key_bytes)) put_key(db);
}

void seal_rescued(Database& db) {
    put_key(db);
    Seals seals(db);
    SealRow row = seals.read();
    row.file_id = hex(new_salt()).substr(0, 16);
    row.found.clear();
    seals.renew(row);
    seals.write(row);
}

}  // namespace pegboard::store
