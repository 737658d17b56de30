#include "core/store/migrate.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "core/store/file/fault.h"
#include "core/store/seals/seal_check.h"
#include "core/store/seals/seals.h"

namespace pegboard::store {
namespace {
constexpr std::array tracked = std::to_array<std::string_view>({"therapist",
                                                                "practice",
                                                                "place",
                                                                "place_space",
                                                                "place_item",
                                                                "bag",
                                                                "bag_item",
                                                                "child",
                                                                "guardian",
                                                                "diagnosis",
                                                                "child_precaution",
                                                                "service",
                                                                "present_step",
                                                                "child_line",
                                                                "child_avoids",
                                                                "child_group",
                                                                "group_member",
                                                                "goal",
                                                                "goal_line",
                                                                "session",
                                                                "session_goal",
                                                                "participant",
                                                                "session_line",
                                                                "block",
                                                                "block_goal",
                                                                "block_child",
                                                                "data_point",
                                                                "phase_change",
                                                                "time_event",
                                                                "quick_note",
                                                                "session_note",
                                                                "note_amendment",
                                                                "help_choice",
                                                                "snippet",
                                                                "own_activity",
                                                                "favourite",
                                                                "child_device",
                                                                "precaution_asking",
                                                                "disclosure"});

std::string row_as_json(const std::vector<std::string>& columns, const std::string& which) {
    std::string json = "json_object(";
    for (const std::string& column : columns) {
        if (&column != &columns.front()) json += ", ";
        json += "'" + column + "', " + which + ".\"" + column + "\"";
    }
    return json + ")";
}

std::vector<std::string> columns_of(Database& db, const std::string& table) {
    std::vector<std::string> columns;
    SQLite::Statement info(db.sql(), "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid");
    while (info.executeStep()) columns.push_back(info.getColumn(0).getString());
    return columns;
}

void drop_triggers(Database& db) {
    std::vector<std::string> names;
    {
        SQLite::Statement all(db.sql(),
                              "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'journal_%'");
        while (all.executeStep()) names.push_back(all.getColumn(0).getString());
    }
    for (const std::string& name : names) db.exec("DROP TRIGGER " + name);
}

void write_capture_trigger(Database& db, const std::string& table, const std::string& event) {
    const auto columns = columns_of(db, table);
    if (columns.empty()) return;  // a step on the way to the newest schema may not have the table yet
    const std::string before = event == "INSERT" ? "NULL" : row_as_json(columns, "OLD");
    const std::string after = event == "DELETE" ? "NULL" : row_as_json(columns, "NEW");
    const std::string row = event == "DELETE" ? "OLD.id" : "NEW.id";
    // Law 3: a write outside a command is refused, not just unrecorded.
    db.exec("CREATE TRIGGER journal_" + event + "_" + table + " AFTER " + event + " ON " + table +
            " BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state"
            " WHERE open_change_set_id IS NULL;"
            " INSERT INTO change (change_set_id, table_name, row_id, before, after)"
            " SELECT open_change_set_id, '" +
            table + "', " + row + ", " + before + ", " + after +
            " FROM journal_state WHERE open_change_set_id <> 0; END");
}

void write_guard(Database& db, const std::string& table, const std::string& event) {
    if (columns_of(db, table).empty()) return;
    db.exec("CREATE TRIGGER journal_keep_" + table + "_" + event + " BEFORE " + event + " ON " + table +
            " WHEN (SELECT open_change_set_id FROM journal_state) IS NOT 0"
            " BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END");
}

void write_triggers(Database& db) {
    for (const std::string_view table : tracked)
        for (const char* event : {"INSERT", "UPDATE", "DELETE"}) write_capture_trigger(db, std::string(table), event);
    for (const char* table : {"change_set", "change", "audit_event"})
        for (const char* event : {"UPDATE", "DELETE"}) write_guard(db, table, event);
}

/// `found` is what did not fit before the first step: new digests must not hide it.
void run_step(Database& db, int number, const std::string& sql, const std::string& found) {
    db.exec("BEGIN EXCLUSIVE");
    try {
        fault_point("migrate.begun");
        drop_triggers(db);
        db.exec(sql);
        fault_point("migrate.applied");
        write_triggers(db);
        db.exec("PRAGMA application_id = " + std::to_string(our_application_id));
        db.exec("PRAGMA user_version = " + std::to_string(number));
        seal_anew(db, found);
        fault_point("migrate.before_commit");
        db.exec("COMMIT");
    } catch (...) {
        db.sql().tryExec("ROLLBACK");
        throw;
    }
    fault_point("migrate.committed");
}
}  // namespace

std::span<const std::string_view> tracked_tables() { return tracked; }

Status check_format(Database& db, const SchemaSteps& steps) {
    const auto application = db.number("PRAGMA application_id");
    const auto version = db.number("PRAGMA user_version");
    const bool empty = db.number("SELECT count(*) FROM sqlite_schema") == 0;
    if (application != our_application_id && !empty)
        return Error{
            ErrorKind::refused, {}, "This file opens, but it is not a Pegboard caseload. Nothing was changed.", {}};
    // Views and virtual tables run what their maker wrote whenever they are read; Pegboard has none.
    const bool foreign = version < 0 || db.number(
                                            "SELECT count(*) FROM sqlite_schema WHERE type = 'view' OR"
                                            " sql LIKE 'create virtual%'") != 0;
    if (foreign)
        return Error{
            ErrorKind::refused,
            {},
            "This file holds parts that Pegboard never writes, so it is not opened. Nothing was changed. Go back "
            "to a kept copy.",
            "foreign schema"};
    if (version > static_cast<std::int64_t>(steps.size()))
        return Error{ErrorKind::refused,
                     {},
                     "This caseload was saved by a newer Pegboard. Nothing was changed. Please install the newest "
                     "version to open it.",
                     "schema step " + std::to_string(version)};
    return {};
}

bool needs_migration(Database& db, const SchemaSteps& steps) {
    return db.number("PRAGMA user_version") < static_cast<std::int64_t>(steps.size());
}

Status migrate(Database& db, const std::function<Status()>& back_up_first, const SchemaSteps& steps) {
    if (Status format = check_format(db, steps); !format.ok()) return format;
    if (!needs_migration(db, steps)) return {};
    const int from = static_cast<int>(db.number("PRAGMA user_version"));
    if (from > 0 && back_up_first) {
        if (Status copied = back_up_first(); !copied.ok()) return copied;
        fault_point("migrate.backed_up");
    }
    const std::string found = from > 0 ? what_records_do_not_fit(db) : std::string();
    for (int number = from + 1; number <= static_cast<int>(steps.size()); ++number)
        run_step(db, number, steps[static_cast<std::size_t>(number - 1)].second, found);
    return {};
}

namespace {
struct Part {
    std::string type, text;
    bool operator==(const Part&) const = default;
};
using Parts = std::map<std::string, Part>;

/// White space counts for nothing: SQLite joins the columns that steps add.
std::string without_space(std::string text) {
    std::erase_if(text, [](unsigned char c) { return std::isspace(c) != 0; });
    return text;
}

Parts parts_of(Database& db) {
    Parts parts;
    SQLite::Statement all(db.sql(), "SELECT name, type, coalesce(sql, '') FROM sqlite_schema");
    while (all.executeStep())
        parts[all.getColumn(0).getString()] = {all.getColumn(1).getString(), all.getColumn(2).getString()};
    return parts;
}

/// As the steps make it, in memory; made once.
const Parts& parts_by_the_steps() {
    static const Parts parts = [] {
        Database db(":memory:", RawKey{}, Access::create);
        for (const auto& [name, sql] : schema_steps) {
            drop_triggers(db);
            db.exec(sql);
        }
        write_triggers(db);
        return parts_of(db);
    }();
    return parts;
}

bool is_same(const Part& one, const Part& other) {
    return one.type == other.type && without_space(one.text) == without_space(other.text);
}

std::string quoted(const std::string& name) {
    std::string text = "\"";
    for (const char c : name) text += c == '"' ? "\"\"" : std::string(1, c);
    return text + "\"";
}
}  // namespace

std::vector<std::string> strangers_in_schema(Database& db) {
    std::vector<std::string> strangers;
    const Parts now = parts_of(db);
    const Parts& expected = parts_by_the_steps();
    for (const auto& [name, part] : now)
        if (const auto found = expected.find(name); found == expected.end() || !is_same(part, found->second))
            strangers.push_back(name);
    for (const auto& [name, part] : expected)
        if (!now.contains(name)) strangers.push_back(name);
    return strangers;
}

bool mend_schema(Database& db) {
    const Parts& expected = parts_by_the_steps();
    const auto may_be_made_again = [](const Part& part) { return part.type == "trigger" || part.type == "index"; };
    bool mended = false;
    for (const std::string& name : strangers_in_schema(db)) {
        const Parts now = parts_of(db);
        const auto there = now.find(name);
        const auto wanted = expected.find(name);
        if (there != now.end() && may_be_made_again(there->second) && !there->second.text.empty()) {
            db.exec("DROP " + there->second.type + " " + quoted(name));
            mended = true;
        }
        if (wanted != expected.end() && may_be_made_again(wanted->second) && !wanted->second.text.empty() &&
            (there == now.end() || may_be_made_again(there->second))) {
            db.exec(wanted->second.text);
            mended = true;
        }
    }
    return mended;
}

}  // namespace pegboard::store
