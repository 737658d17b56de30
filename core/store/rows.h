// Turns structs into rows and back. Each struct describes its columns once, in a TableOf<T>; reading,
// inserting and writing only what differs all follow from that description.
#pragma once
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <variant>
#include <vector>

#include "core/model/date.h"
#include "core/model/enums.h"
#include "core/model/ids.h"
#include "core/model/progress_terms.h"
#include "core/store/database.h"

namespace pegboard::store {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// Specialised per struct: name, owner column (or empty), and columns(visitor, row).
template <class T>
struct TableOf;

/// Rows that are worked out from others: one that cannot be read is left out and worked out anew, nobody is told.
template <class T>
inline constexpr bool is_worked_out = false;
/// Words that steer what is reckoned: one that cannot be read leaves the usual value of a new record. Other words then
/// read as unknown.
template <class E>
inline constexpr bool reads_as_usual = false;
template <>
inline constexpr bool reads_as_usual<Arc> = true;
template <>
inline constexpr bool reads_as_usual<DecisionRule> = true;
template <>
inline constexpr bool reads_as_usual<TriesCount> = true;
template <>
inline constexpr bool reads_as_usual<IntervalMethod> = true;

std::string map_to_json(const std::map<std::string, std::string>& map);
std::string numbers_to_json(const std::vector<double>& numbers);
/// False when a part of the text could not be read; the rest is in what was handed in.
bool read_map(const std::string& text, std::map<std::string, std::string>& map);
bool read_numbers(const std::string& text, std::vector<double>& numbers);
void bind(SQLite::Statement& statement, int index, const Value& value);

/// Collects column names.
struct ColumnNames {
    std::vector<std::string> names;
    template <class T>
    void operator()(const char* name, const T&) {
        names.emplace_back(name);
    }
};

/// Collects a struct's values in column order.
struct RowWriter {
    std::vector<Value> values;

    void operator()(const char*, const std::string& value) { values.emplace_back(value); }
    void operator()(const char*, const int& value) { values.emplace_back(std::int64_t{value}); }
    void operator()(const char*, const bool& value) { values.emplace_back(std::int64_t{value}); }
    void operator()(const char*, const double& value) { values.emplace_back(value); }
    void operator()(const char*, const Date& value) { values.emplace_back(iso(value)); }
    void operator()(const char*, const std::map<std::string, std::string>& value) {
        values.emplace_back(map_to_json(value));
    }
    void operator()(const char*, const std::vector<double>& value) { values.emplace_back(numbers_to_json(value)); }
    template <class Tag>
    void operator()(const char*, const Id<Tag>& value) {
        values.push_back(value ? Value{value.value} : Value{});
    }
    template <class E, class = std::enable_if_t<std::is_enum_v<E>>>
    void operator()(const char*, const E& value) {
        values.emplace_back(std::string(key(value)));
    }
    template <class T>
    void operator()(const char* name, const std::optional<T>& value) {
        if (value)
            (*this)(name, *value);
        else
            values.emplace_back();
    }
};

/// Fills a new struct from the columns of a statement, from `column` on. A cell that cannot be read leaves what its
/// type says (an unknown word or date, the usual number), and is reported.
struct RowReader {
    SQLite::Statement& row;
    int column = 0;
    const char* table = "";
    std::int64_t id = 0;
    UnreadCells* told = nullptr;  ///< none: nobody need know
    int missed = 0;               ///< cells of this row that could not be read
    bool may_be_none = false;     ///< the cell being read may hold nothing

    void operator()(const char*, std::string& value) {
        const SQLite::Column cell = row.getColumn(column++);
        value.assign(cell.getText(), static_cast<std::size_t>(cell.size()));
    }
    void operator()(const char* name, int& value) { read_number(name, value); }
    void operator()(const char*, bool& value) { value = row.getColumn(column++).getInt() != 0; }
    void operator()(const char* name, double& value);
    void operator()(const char* name, Date& value) {
        const char* text = row.getColumn(column++).getText();
        const auto read = from_iso(text);
        value = read.value_or(unknown_date);
        if (!read) note(name, text, {});
    }
    void operator()(const char* name, std::map<std::string, std::string>& value) {
        const std::string text = row.getColumn(column++).getString();
        if (!read_map(text, value)) note(name, text, {});
    }
    void operator()(const char* name, std::vector<double>& value) {
        const std::string text = row.getColumn(column++).getString();
        if (!read_numbers(text, value)) note(name, text, {});
    }
    template <class Tag>
    void operator()(const char*, Id<Tag>& value) {
        value.value = row.getColumn(column++).getInt64();
    }
    template <class E, class = std::enable_if_t<std::is_enum_v<E>>>
    void operator()(const char* name, E& value) {
        const char* text = row.getColumn(column++).getText();
        if (const auto read = from_key<E>(text)) {
            value = *read;
            return;
        }
        if constexpr (!reads_as_usual<E>) value = unknown_value<E>();
        note(name, text, reads_as_usual<E> ? words(value) : std::string_view());
    }
    template <class T>
    void operator()(const char* name, std::optional<T>& value) {
        if (row.isColumnNull(column)) {
            value.reset();
            ++column;
            return;
        }
        const int missed_before = missed;
        // Nothing is better than a wrong thing, but for what a pass may cost: there the strictest stays.
        may_be_none = std::string_view(name) != "prompt_max";
        (*this)(name, value.emplace());
        const bool none = may_be_none && missed > missed_before && !std::is_same_v<T, Date>;
        may_be_none = false;
        if constexpr (std::is_enum_v<T>)
            if (!reads_as_usual<T>) return;
        if (none) value.reset();
    }
    /// Reports the cell `name` of this row.
    void note(std::string_view name, std::string_view text, std::string_view instead);

 private:
    void read_number(std::string_view name, int& value);
};

/// A row that belongs to a child, goal or session, at its place in a list.
template <class T>
struct Owned {
    std::int64_t owner = 0;
    int position = 0;
    T row;
};

/// Column names of T, without `id`; owner and position first for rows of a list.
template <class T>
const std::vector<std::string>& columns_of() {
    static const std::vector<std::string> names = [] {
        ColumnNames collected;
        if constexpr (TableOf<T>::listed) collected.names = {TableOf<T>::owner, "position"};
        const T sample{};
        TableOf<T>::columns(collected, sample);
        return collected.names;
    }();
    return names;
}

template <class T>
std::vector<Value> values_of(const T& row) {
    RowWriter writer;
    TableOf<T>::columns(writer, row);
    return std::move(writer.values);
}
template <class T>
std::vector<Value> values_of(const Owned<T>& owned) {
    RowWriter writer;
    writer.values = {owned.owner, std::int64_t{owned.position}};
    TableOf<T>::columns(writer, owned.row);
    return std::move(writer.values);
}

void insert_row(Database& db, const char* table, const std::vector<std::string>& columns, std::int64_t id,
                const std::vector<Value>& values);
void update_row(Database& db, const char* table, const std::vector<std::string>& columns, std::int64_t id,
                const std::vector<Value>& before, const std::vector<Value>& after);
void delete_row(Database& db, const std::string& table, std::int64_t id);
bool row_exists(Database& db, const char* table, std::int64_t id);

/// Adds a root row (child, goal, session, therapist).
template <class T>
void insert(Database& db, const T& row) {
    insert_row(db, TableOf<T>::name, columns_of<T>(), row.id.value, values_of(row));
}
/// Writes the columns of a root row that differ.
template <class T>
void update(Database& db, const T& before, const T& after) {
    update_row(db, TableOf<T>::name, columns_of<T>(), after.id.value, values_of(before), values_of(after));
}

template <class T>
std::string select_of(const std::string& where) {
    std::string text = "SELECT id";
    for (const std::string& column : columns_of<T>()) text += ", " + column;
    text += std::string(" FROM ") + TableOf<T>::name;
    return where.empty() ? text : text + " WHERE " + where + " = ?1";
}

/// A reader of the columns of a T from `column` on.
template <class T>
RowReader reader_of(Database& db, SQLite::Statement& query, int column, std::int64_t id) {
    return {query, column, TableOf<T>::name, id, is_worked_out<T> ? nullptr : &db.unread()};
}

/// The root rows that a query of select_of<T>() finds.
template <class T>
std::vector<T> read_all(Database& db, SQLite::Statement& query) {
    std::vector<T> rows;
    while (query.executeStep()) {
        T& row = rows.emplace_back();
        row.id.value = query.getColumn(0).getInt64();
        RowReader reader = reader_of<T>(db, query, 1, row.id.value);
        TableOf<T>::columns(reader, row);
        if (is_worked_out<T> && reader.missed > 0) rows.pop_back();
    }
    query.reset();
    return rows;
}

/// All root rows, or the one with `id`.
template <class T>
std::vector<T> read_rows(Database& db, std::int64_t id = 0) {
    SQLite::Statement& query = db.prepared(select_of<T>(id == 0 ? "" : "id"));
    if (id != 0) query.bind(1, id);
    return read_all<T>(db, query);
}

/// Root rows whose `column` is `id`.
template <class T>
std::vector<T> read_rows_of(Database& db, const char* column, std::int64_t id) {
    SQLite::Statement& query = db.prepared(select_of<T>(column));
    query.bind(1, id);
    return read_all<T>(db, query);
}

/// All rows of a list table in order of owner and position, or those of `owner`.
template <class T>
std::vector<Owned<T>> read_owned(Database& db, std::int64_t owner = 0) {
    SQLite::Statement& query = db.prepared(select_of<T>(owner == 0 ? "" : TableOf<T>::owner));
    if (owner != 0) query.bind(1, owner);
    std::vector<Owned<T>> rows;
    while (query.executeStep()) {
        Owned<T>& owned = rows.emplace_back();
        owned.row.id.value = query.getColumn(0).getInt64();
        owned.owner = query.getColumn(1).getInt64();
        owned.position = query.getColumn(2).getInt();
        RowReader reader = reader_of<T>(db, query, 3, owned.row.id.value);
        TableOf<T>::columns(reader, owned.row);
    }
    query.reset();
    std::sort(rows.begin(), rows.end(), [](const Owned<T>& a, const Owned<T>& b) {
        return std::pair(a.owner, a.position) < std::pair(b.owner, b.position);
    });
    return rows;
}

/// Lines of which nobody knows what they are: reported as they are read, kept as they are when the list is written.
template <class T, class Known>
std::vector<T> lines_of_no_kind(const std::vector<Owned<T>>& stored, const Known& is_known_kind) {
    std::vector<T> lines;
    for (const Owned<T>& line : stored)
        if (!is_known_kind(line.row.kind)) lines.push_back(line.row);
    return lines;
}
template <class T>
void report_kind(Database& db, const T& line) {
    db.unread().note({TableOf<T>::name, line.id.value, "kind", line.kind, {}});
}

/// Writes the list `now` of `owner` by difference: rows keep their id; a row without one, or with one
/// that another row has, gets a new id, also in `now`.
template <class T>
void save_owned(Database& db, std::int64_t owner, std::vector<T>& now) {
    const std::vector<Owned<T>> stored = read_owned<T>(db, owner);
    std::unordered_map<std::int64_t, const Owned<T>*> by_id;
    for (const Owned<T>& row : stored) by_id[row.row.id.value] = &row;
    std::vector<Owned<T>> added;
    for (std::size_t i = 0; i < now.size(); ++i) {
        const auto found = by_id.find(now[i].id.value);
        const bool kept = found != by_id.end() && found->second;
        if (!kept && (!now[i].id || found != by_id.end() || row_exists(db, TableOf<T>::name, now[i].id.value)))
            now[i].id.value = mint_id();
        Owned<T> row{owner, static_cast<int>(i), now[i]};
        if (!kept) {
            added.push_back(std::move(row));
            continue;
        }
        update_row(db, TableOf<T>::name, columns_of<T>(), row.row.id.value, values_of(*found->second), values_of(row));
        found->second = nullptr;
    }
    for (const auto& [id, gone] : by_id)
        if (gone) delete_row(db, TableOf<T>::name, id);
    for (const Owned<T>& row : added)
        insert_row(db, TableOf<T>::name, columns_of<T>(), row.row.id.value, values_of(row));
}

/// Lists without ids of their own (words, links): the row at a place keeps its id, only what it says changes.
template <class T>
void save_by_place(Database& db, std::int64_t owner, std::vector<T> now) {
    const std::vector<Owned<T>> stored = read_owned<T>(db, owner);
    for (std::size_t i = 0; i < now.size() && i < stored.size(); ++i) now[i].id = stored[i].row.id;
    save_owned(db, owner, now);
}

}  // namespace pegboard::store
