#include "tests/fuzz/row_edits.h"

#include <algorithm>
#include <array>
#include <limits>

namespace pegboard::fuzz {
namespace {

constexpr std::array<std::int64_t, 12> odd_numbers{0,
                                                   1,
                                                   -1,
                                                   2,
                                                   7,
                                                   255,
                                                   65'536,
                                                   std::numeric_limits<int>::max(),
                                                   std::numeric_limits<int>::min(),
                                                   std::numeric_limits<std::int64_t>::max(),
                                                   std::numeric_limits<std::int64_t>::min(),
                                                   4'294'967'296};
constexpr std::array<double, 8> odd_reals{0.0,
                                          -0.0,
                                          0.5,
                                          -1e300,
                                          1e300,
                                          std::numeric_limits<double>::infinity(),
                                          std::numeric_limits<double>::denorm_min(),
                                          4'503'599'627'370'497.5};
const std::array<std::string, 40> odd_texts{"",
                                            "2026-02-29",
                                            "2028-02-29",
                                            "0000-00-00",
                                            "9999-12-31",
                                            "1899-12-31",
                                            "2026-09-29T09:20:11Z",
                                            "2026-09-29T99:99:99Z",
                                            "{}",
                                            "[]",
                                            "{\"reaction\":\"rash\"}",
                                            "{\"until\":\"2027-13-01\",\"reaction\":1}",
                                            "[1e308,-1e308,null,\"x\"]",
                                            "{\"id\":1,\"child_id\":1,\"title\":null}",
                                            "{\"x = 1, first_name\":\"changed\"}",
                                            "[[[[[[[[[[[[[[[[[[[[",
                                            "{\"\\ud800\":\"\\udfff\"}",
                                            "null",
                                            "ot",
                                            "pt",
                                            "both",
                                            "active",
                                            "met",
                                            "planned",
                                            "held",
                                            "final",
                                            "undo",
                                            "redo",
                                            "child",
                                            "goal",
                                            "session",
                                            "change_set",
                                            "measured",
                                            "attainment",
                                            "interval",
                                            "long_term",
                                            "short_term",
                                            "gas_level",
                                            "\xff\xfe",
                                            "e\xcc\x81\xcc\x81\xcc\x81"};

std::int64_t number_of(const std::string& bytes) {
    std::uint64_t value = 0;
    for (const char each : bytes.substr(0, 8)) value = value << 8U | static_cast<unsigned char>(each);
    return static_cast<std::int64_t>(value);
}

template <class List>
const auto& picked(const List& list, const std::string& bytes) {
    return list[bytes.empty() ? 0 : static_cast<unsigned char>(bytes.front()) % list.size()];
}

std::string in_quotes(const std::string& name) { return "\"" + name + "\""; }

void bind_value(SQLite::Statement& query, const RowEdit& edit) {
    switch (edit.kind) {
        case EditKind::whole:
            return query.bind(1, number_of(edit.bytes));
        case EditKind::odd_whole:
            return query.bind(1, picked(odd_numbers, edit.bytes));
        case EditKind::odd_real:
            return query.bind(1, picked(odd_reals, edit.bytes));
        case EditKind::blob:
            return query.bind(1, edit.bytes.data(), static_cast<int>(edit.bytes.size()));
        case EditKind::odd_text:
            return query.bind(1, picked(odd_texts, edit.bytes));
        case EditKind::long_text: {
            std::string text;
            for (int i = 0; i < 1000; ++i) text += edit.bytes;
            return query.bind(1, text);
        }
        case EditKind::text:
            return query.bind(1, edit.bytes);
        default:
            return query.bind(1);
    }
}

std::string other_row(const std::vector<KnownTable>& tables, const RowEdit& edit) {
    const KnownTable& table = picked(tables, edit.bytes);
    if (table.rows.empty()) return "1";
    return std::to_string(
        table.rows[edit.bytes.size() > 1 ? static_cast<unsigned char>(edit.bytes[1]) % table.rows.size() : 0]);
}

/// The statement an edit stands for; ?1, where it has one, is its value.
std::string statement_of(const std::vector<KnownTable>& tables, const RowEdit& edit) {
    const KnownTable& table = tables[edit.table % tables.size()];
    if (table.rows.empty() || table.columns.empty()) return {};
    const std::string row = std::to_string(table.rows[edit.row % table.rows.size()]);
    const std::string column = in_quotes(table.columns[edit.column % table.columns.size()]),
                      name = in_quotes(table.name);
    // The number by which a row is known is no cell of it: rows that go and rows that come twice stand for that.
    const bool removes = edit.kind == EditKind::remove_row || edit.kind == EditKind::double_row;
    if (!removes && column == in_quotes("id")) return {};
    const std::string set = "UPDATE " + name + " SET " + column + " = ", where = " WHERE rowid = " + row;
    switch (edit.kind) {
        case EditKind::remove_row:
            return "DELETE FROM " + name + where;
        case EditKind::double_row: {
            std::string list, values;
            for (const std::string& each : table.columns) {
                list += (list.empty() ? "" : ", ") + in_quotes(each);
                values += (values.empty() ? "" : ", ") + (each == "id" ? "id + 7919" : in_quotes(each));
            }
            return "INSERT OR IGNORE INTO " + name + " (" + list + ") SELECT " + values + " FROM " + name + where;
        }
        case EditKind::neighbour:
            return set + "(SELECT " + column + " FROM " + name + " WHERE rowid <> " + row + " LIMIT 1)" + where;
        case EditKind::other_id:
            return set + other_row(tables, edit) + where;
        default:
            return set + "?1" + where;
    }
}
}  // namespace

std::vector<KnownTable> known_tables(store::Database& db, bool journal_only) {
    std::vector<KnownTable> tables;
    SQLite::Statement names(db.sql(),
                            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                            " AND sql NOT LIKE '%WITHOUT ROWID%' ORDER BY name");
    while (names.executeStep()) {
        KnownTable table{names.getColumn(0).getString(), {}, {}};
        const bool journal = table.name == "change" || table.name == "change_set" || table.name == "journal_state";
        if (journal_only && !journal) continue;
        SQLite::Statement columns(db.sql(), "SELECT name FROM pragma_table_info('" + table.name + "') ORDER BY cid");
        while (columns.executeStep()) table.columns.push_back(columns.getColumn(0).getString());
        SQLite::Statement rows(db.sql(), "SELECT rowid FROM " + in_quotes(table.name) + " ORDER BY rowid LIMIT 200");
        while (rows.executeStep()) table.rows.push_back(rows.getColumn(0).getInt64());
        tables.push_back(std::move(table));
    }
    return tables;
}

std::vector<RowEdit> edits_of(const std::string& bytes) {
    constexpr std::size_t head = 5, most_edits = 40;
    std::vector<RowEdit> edits;
    std::size_t at = 0;
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    while (at + head <= bytes.size() && edits.size() < most_edits) {
        RowEdit edit{byte(at), byte(at + 1), byte(at + 2), static_cast<EditKind>(byte(at + 3) % edit_kinds), {}};
        edit.bytes = bytes.substr(at + head, byte(at + 4));
        at += head + edit.bytes.size();
        edits.push_back(std::move(edit));
    }
    return edits;
}

std::string bytes_of_edits(const std::vector<RowEdit>& edits) {
    std::string bytes;
    for (const RowEdit& each : edits) {
        const std::string cut = each.bytes.substr(0, 255);
        for (const auto part : {each.table, each.row, each.column, static_cast<std::uint8_t>(each.kind),
                                static_cast<std::uint8_t>(cut.size())})
            bytes += static_cast<char>(part);
        bytes += cut;
    }
    return bytes;
}

void apply_edits(store::Database& db, const std::vector<KnownTable>& tables, const std::vector<RowEdit>& edits) {
    // As somebody with the key and a tool of his own: no rule of the tables is in the way.
    db.exec(
        "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF;"
        "PRAGMA journal_mode = MEMORY; BEGIN; UPDATE journal_state SET open_change_set_id = 0");
    for (const RowEdit& edit : edits) {
        const std::string statement = statement_of(tables, edit);
        if (statement.empty()) continue;
        try {
            SQLite::Statement query(db.sql(), statement);
            if (query.getBindParameterCount() == 1) bind_value(query, edit);
            query.exec();
        } catch (const SQLite::Exception&) {
            continue;  // a kind the column cannot hold, or a name that is taken
        }
        if (tables[edit.table % tables.size()].name != "journal_state") continue;
        SQLite::Statement again(db.sql(), "UPDATE journal_state SET open_change_set_id = 0 WHERE id = 1");
        again.exec();
    }
    db.exec("UPDATE journal_state SET open_change_set_id = NULL; COMMIT; PRAGMA journal_mode = DELETE");
}

std::string change_edits(const std::string& bytes, std::mt19937& random) {
    const auto below = [&](std::size_t most) { return most == 0 ? 0 : random() % most; };
    const auto any = [&] { return static_cast<std::uint8_t>(random()); };
    std::vector<RowEdit> edits = edits_of(bytes);
    const auto fresh = [&] {
        RowEdit edit{any(), any(), any(), static_cast<EditKind>(below(edit_kinds)), {}};
        for (auto count = 1 + below(12); count > 0; --count) edit.bytes += static_cast<char>(random());
        return edit;
    };
    const std::size_t at = below(edits.size());
    switch (edits.empty() ? 0 : below(8)) {
        case 0:
        case 1:
            edits.insert(edits.begin() + static_cast<std::ptrdiff_t>(at), fresh());
            break;
        case 2:
            edits.erase(edits.begin() + static_cast<std::ptrdiff_t>(at));
            break;
        case 3:
            edits[at].kind = static_cast<EditKind>(below(edit_kinds));
            break;
        case 4:
            edits[at].column = any();
            break;
        case 5:
            edits[at].row = any();
            break;
        case 6:
            edits[at].table = any();
            break;
        default:
            if (edits[at].bytes.empty()) edits[at].bytes = "0";
            edits[at].bytes[below(edits[at].bytes.size())] = static_cast<char>(random());
            break;
    }
    return bytes_of_edits(edits);
}

}  // namespace pegboard::fuzz
