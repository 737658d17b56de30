#include "core/store/journal.h"

#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include "core/store/migrate.h"
#include "core/store/rows.h"
#include "core/store/seals/access_log.h"
#include "core/store/seals/seals.h"

namespace pegboard::store {
namespace {
constexpr std::array<std::string_view, 4> kind_keys{"edit", "undo", "redo", "final"};
constexpr const char* entry_columns =
    "id, kind, at_utc, therapist_id, device, command, label, child_id, step_id, undoes_id";

std::string kind_key(ChangeKind kind) { return std::string(kind_keys[static_cast<std::size_t>(kind)]); }

/// Length before text: no two different lists of parts give the same bytes.
void add_part(std::string& bytes, std::string_view part) {
    bytes += std::to_string(part.size());
    bytes += ':';
    bytes += part;
}

std::string content_hash(const std::string& label, const std::vector<Change>& changes) {
    std::string bytes;
    add_part(bytes, label);
    for (const Change& change : changes) {
        add_part(bytes, change.table);
        add_part(bytes, std::to_string(change.row));
        add_part(bytes, change.before ? "=" + *change.before : "");
        add_part(bytes, change.after ? "=" + *change.after : "");
    }
    return sha256(bytes);
}

std::string chain_hash(const std::string& previous, std::int64_t sequence, const Entry& entry,
                       const std::string& content) {
    std::string bytes;
    add_part(bytes, previous);
    for (const std::int64_t number :
         {sequence, entry.id.value, entry.therapist.value, entry.child.value, entry.step.value, entry.undoes.value})
        add_part(bytes, std::to_string(number));
    for (const std::string& text : {kind_key(entry.kind), entry.at_utc, entry.device, entry.command, content})
        add_part(bytes, text);
    return sha256(bytes);
}

Entry read_entry(SQLite::Statement& row) {
    Entry entry;
    entry.id.value = row.getColumn(0).getInt64();
    const std::string kind = row.getColumn(1).getString();
    for (std::size_t i = 0; i < kind_keys.size(); ++i)
        if (kind == kind_keys[i]) entry.kind = static_cast<ChangeKind>(i);
    entry.at_utc = row.getColumn(2).getString();
    entry.therapist.value = row.getColumn(3).getInt64();
    entry.device = row.getColumn(4).getString();
    entry.command = row.getColumn(5).getString();
    entry.label = row.getColumn(6).getString();
    entry.child.value = row.getColumn(7).getInt64();
    entry.step.value = row.getColumn(8).getInt64();
    entry.undoes.value = row.getColumn(9).getInt64();
    return entry;
}

Value json_value(const nlohmann::json& cell) {
    if (cell.is_string()) return cell.get<std::string>();
    if (cell.is_number_integer()) return cell.get<std::int64_t>();
    if (cell.is_number()) return cell.get<double>();
    return {};
}

/// A column as a name and nothing else: what the journal of a file from elsewhere says here must not become a
/// statement.
std::string as_name(const std::string& column) {
    std::string name = "\"";
    for (const char each : column) name += each == '"' ? std::string("\"\"") : std::string(1, each);
    return name + "\"";
}

void put_back(Database& db, const Change& change) {
    const auto tables = tracked_tables();
    if (std::find(tables.begin(), tables.end(), change.table) == tables.end()) return;
    if (!change.before && !change.after) return;  // emptied when a child was erased
    if (!change.before) {
        delete_row(db, change.table, change.row);
        return;
    }
    std::vector<std::string> columns;
    std::vector<Value> before, after;
    const auto old_row = nlohmann::json::parse(*change.before);
    const auto new_row = change.after ? nlohmann::json::parse(*change.after) : nlohmann::json::object();
    for (const auto& [name, cell] : old_row.items()) {
        if (name == "id") continue;
        columns.push_back(as_name(name));
        before.push_back(json_value(cell));
        after.push_back(new_row.contains(name) ? json_value(new_row[name]) : Value{});
    }
    if (change.after)
        update_row(db, change.table.c_str(), columns, change.row, after, before);
    else
        insert_row(db, change.table.c_str(), columns, change.row, before);
}

void bind_id(SQLite::Statement& query, int place, std::int64_t id) {
    if (id != 0)
        query.bind(place, id);
    else
        query.bind(place);
}
}  // namespace

void open_change_set(Database& db, ChangeSetId id) {
    SQLite::Statement& query = db.prepared("UPDATE journal_state SET open_change_set_id = ?");
    query.bind(1, id.value);
    query.exec();
}

std::vector<Change> changes_of(Database& db, ChangeSetId id) {
    SQLite::Statement& query =
        db.prepared("SELECT table_name, row_id, before, after FROM change WHERE change_set_id = ? ORDER BY id");
    query.bind(1, id.value);
    std::vector<Change> changes;
    while (query.executeStep()) {
        Change& change = changes.emplace_back();
        change.table = query.getColumn(0).getString();
        change.row = query.getColumn(1).getInt64();
        if (!query.isColumnNull(2)) change.before = query.getColumn(2).getString();
        if (!query.isColumnNull(3)) change.after = query.getColumn(3).getString();
    }
    query.reset();
    return changes;
}

Head close_change_set(Database& db, Seals& seals, const Entry& entry, const std::vector<Change>& changes,
                      const std::vector<Change>& unkept) {
    SealRow row = seals.read_to_write();
    // One that was put in past the program keeps its number: it is told, and no edit has to fail for it.
    SQLite::Statement& newest = db.prepared("SELECT coalesce(max(sequence), 0) FROM change_set");
    const std::int64_t sequence =
        number_after(row.journal.count, newest.executeStep() ? newest.getColumn(0).getInt64() : 0);
    newest.reset();
    const std::string previous = row.journal.hash;
    const std::string content = content_hash(entry.label, changes);
    const std::string hash = chain_hash(previous, sequence, entry, content);
    SQLite::Statement& query = db.prepared(std::string("INSERT INTO change_set (") + entry_columns +
                                           ", sequence, content_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                                           "?, ?)");
    query.bind(1, entry.id.value);
    query.bind(2, kind_key(entry.kind));
    query.bind(3, entry.at_utc);
    bind_id(query, 4, entry.therapist.value);
    query.bind(5, entry.device);
    query.bind(6, entry.command);
    query.bind(7, entry.label);
    bind_id(query, 8, entry.child.value);
    query.bind(9, entry.step.value);
    bind_id(query, 10, entry.undoes.value);
    query.bind(11, sequence);
    query.bind(12, content);
    query.bind(13, hash);
    query.exec();
    row.journal = {sequence, hash};
    seals.follow(row, changes);
    if (!unkept.empty()) seals.follow(row, unkept);
    seals.write(row);
    return row.journal;
}

void take_back(Database& db, ChangeSetId step) {
    // Rows come back in an order in which a link may stand before what it points to.
    db.exec("PRAGMA defer_foreign_keys = ON");
    std::vector<ChangeSetId> sets;
    SQLite::Statement& query = db.prepared("SELECT id FROM change_set WHERE step_id = ? ORDER BY sequence DESC");
    query.bind(1, step.value);
    while (query.executeStep()) sets.push_back({query.getColumn(0).getInt64()});
    query.reset();
    for (const ChangeSetId set : sets) {
        const std::vector<Change> changes = changes_of(db, set);
        for (auto change = changes.rbegin(); change != changes.rend(); ++change) put_back(db, *change);
    }
}

Emptied empty_journal_of(Database& db, ChildId child, const std::vector<SessionId>& shared) {
    Emptied emptied;
    const ChangeSetId open{db.number("SELECT open_change_set_id FROM journal_state")};
    emptied.rows = changes_of(db, open);
    open_change_set(db, {});
    db.exec("DELETE FROM change WHERE change_set_id = " + std::to_string(open.value));
    // Sets about the child, sets that touched a row of the child (a group's member), and those of shared sessions.
    db.exec("CREATE TEMP TABLE IF NOT EXISTS emptied (id INTEGER PRIMARY KEY)");
    db.exec("DELETE FROM emptied");
    const auto collect = [&](const char* statement, std::int64_t id) {
        SQLite::Statement query(db.sql(), std::string("INSERT OR IGNORE INTO emptied ") + statement);
        query.bind(1, id);
        query.exec();
    };
    collect("SELECT id FROM change_set WHERE child_id = ?1", child.value);
    collect(
        "SELECT change_set_id FROM change WHERE json_extract(before, '$.child_id') = ?1"
        " OR json_extract(after, '$.child_id') = ?1",
        child.value);
    for (const SessionId session : shared)
        collect(
            "SELECT change_set_id FROM change WHERE (table_name = 'session' AND row_id = ?1)"
            " OR json_extract(coalesce(after, before), '$.session_id') = ?1",
            session.value);
    {
        SQLite::Statement query(
            db.sql(), "SELECT id FROM change_set WHERE erased = 0 AND id IN (SELECT id FROM emptied) ORDER BY id");
        while (query.executeStep()) emptied.sets.push_back({"change_set", query.getColumn(0).getInt64(), {}, {}});
    }
    db.exec(
        "UPDATE change SET before = NULL, after = NULL WHERE change_set_id IN (SELECT id FROM emptied);"
        "UPDATE change_set SET label = '', erased = 1 WHERE id IN (SELECT id FROM emptied);"
        "DELETE FROM emptied");
    return emptied;
}

void add_changes(Database& db, ChangeSetId set, const std::vector<Change>& changes) {
    for (const Change& change : changes) {
        SQLite::Statement& query =
            db.prepared("INSERT INTO change (change_set_id, table_name, row_id) VALUES (?, ?, ?)");
        query.bind(1, set.value);
        query.bind(2, change.table);
        query.bind(3, change.row);
        query.exec();
    }
}

std::vector<Entry> newest_entries(Database& db, int limit) {
    SQLite::Statement query(db.sql(), std::string("SELECT * FROM (SELECT ") + entry_columns +
                                          ", erased, sequence FROM change_set ORDER BY sequence DESC"
                                          " LIMIT ?) ORDER BY sequence");
    query.bind(1, limit);
    std::vector<Entry> entries;
    while (query.executeStep()) {
        entries.push_back(read_entry(query));
        entries.back().erased = query.getColumn(10).getInt() != 0;
    }
    return entries;
}

std::vector<ChangeSet> read_history(Database& db, ChildId child, int limit) {
    // A set is undone when what undid it stands: an undo may itself be taken back by a redo.
    std::unordered_map<std::int64_t, std::int64_t> undone_by;
    SQLite::Statement& undos = db.prepared("SELECT undoes_id, id FROM change_set WHERE undoes_id IS NOT NULL");
    while (undos.executeStep()) undone_by[undos.getColumn(0).getInt64()] = undos.getColumn(1).getInt64();
    undos.reset();
    const auto is_undone = [&](std::int64_t step) {
        bool undone = false;
        std::size_t steps = 0;  // a file made to go in a circle must not go on for ever
        for (auto next = undone_by.find(step); next != undone_by.end() && steps++ <= undone_by.size();
             next = undone_by.find(next->second))
            undone = !undone;
        return undone;
    };
    SQLite::Statement& query = db.prepared(std::string("SELECT ") + entry_columns + " FROM change_set" +
                                           (child ? " WHERE child_id = ?2" : "") + " ORDER BY sequence DESC LIMIT ?1");
    query.bind(1, limit);
    if (child) query.bind(2, child.value);
    std::vector<ChangeSet> history;
    while (query.executeStep()) {
        const Entry entry = read_entry(query);
        history.push_back({entry.id, entry.at_utc, entry.therapist, entry.device, entry.command, entry.label,
                           entry.child, entry.undoes, is_undone(entry.step.value)});
    }
    query.reset();
    return history;
}

namespace {
/// Hands over each entry that does not fit; stops when `found` says so.
void walk_journal(Database& db, Head& end, const std::function<bool(const JournalFault&)>& found) {
    std::unordered_map<std::int64_t, bool> erasure_named;
    SQLite::Statement named(db.sql(),
                            "SELECT change.row_id FROM change JOIN change_set ON change_set.id = change.change_set_id"
                            " WHERE change.table_name = 'change_set' AND change_set.kind = 'final'");
    while (named.executeStep()) erasure_named[named.getColumn(0).getInt64()] = true;
    SQLite::Statement query(db.sql(), std::string("SELECT ") + entry_columns +
                                          ", sequence, content_hash, hash, erased FROM change_set ORDER BY sequence");
    while (query.executeStep()) {
        const Entry entry = read_entry(query);
        const std::int64_t sequence = query.getColumn(10).getInt64();
        const std::string content = query.getColumn(11).getString();
        const std::string hash = query.getColumn(12).getString();
        const bool erased = query.getColumn(13).getInt() != 0;
        const bool content_fits = erased ? erasure_named.contains(entry.id.value)
                                         : content_hash(entry.label, changes_of(db, entry.id)) == content;
        const bool fits =
            sequence == end.count + 1 && content_fits && chain_hash(end.hash, sequence, entry, content) == hash;
        if (!fits && !found({sequence, entry.id})) return;
        end = {sequence, hash};
    }
    const bool complete = db.number("SELECT change_sets FROM journal_state") == end.count &&
                          db.text("SELECT head_hash FROM journal_state") == end.hash;
    if (!complete) found({end.count + 1, {}});
}
}  // namespace

std::vector<JournalFault> journal_faults(Database& db, Head& end) {
    std::vector<JournalFault> faults;
    end = {};
    walk_journal(db, end, [&](const JournalFault& fault) {
        faults.push_back(fault);
        return true;
    });
    return faults;
}

std::optional<JournalFault> verify_journal(Database& db) {
    const std::set<std::int64_t> accepted = walk_access(db).accepted.entries;
    std::optional<JournalFault> first;
    Head end;
    walk_journal(db, end, [&](const JournalFault& fault) {
        if (fault.id && accepted.contains(fault.sequence)) return true;
        first = fault;
        return false;
    });
    return first;
}

std::string journal_fault_words(const JournalFault& fault) {
    return fault.id ? "entry " + std::to_string(fault.sequence) + " of the history does not fit"
                    : "entries at the end of the history are missing";
}

}  // namespace pegboard::store
