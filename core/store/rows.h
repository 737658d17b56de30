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
#include "core/store/database.h"

namespace pegboard::store {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// Specialised per struct: name, owner column (or empty), and columns(visitor, row).
template <class T>
struct TableOf;

std::string map_to_json(const std::map<std::string, std::string>& map);
std::map<std::string, std::string> map_from_json(const std::string& text);
std::string numbers_to_json(const std::vector<double>& numbers);
std::vector<double> numbers_from_json(const std::string& text);
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

/// Fills a struct from the columns of a statement, from `column` on.
struct RowReader {
    SQLite::Statement& row;
    int column = 0;

    void operator()(const char*, std::string& value) {
        const SQLite::Column cell = row.getColumn(column++);
        value.assign(cell.getText(), static_cast<std::size_t>(cell.size()));
    }
    void operator()(const char*, int& value) { value = row.getColumn(column++).getInt(); }
    void operator()(const char*, bool& value) { value = row.getColumn(column++).getInt() != 0; }
    void operator()(const char*, double& value) { value = row.getColumn(column++).getDouble(); }
    void operator()(const char*, Date& value) { value = from_iso(row.getColumn(column++).getText()).value_or(Date{}); }
    void operator()(const char*, std::map<std::string, std::string>& value) {
        value = map_from_json(row.getColumn(column++).getString());
    }
    void operator()(const char*, std::vector<double>& value) {
        value = numbers_from_json(row.getColumn(column++).getString());
    }
    template <class Tag>
    void operator()(const char*, Id<Tag>& value) {
        value.value = row.getColumn(column++).getInt64();
    }
    template <class E, class = std::enable_if_t<std::is_enum_v<E>>>
    void operator()(const char*, E& value) {
        value = from_key<E>(row.getColumn(column++).getText()).value_or(E{});
    }
    template <class T>
    void operator()(const char* name, std::optional<T>& value) {
        if (row.isColumnNull(column)) {
            value.reset();
            ++column;
        } else {
            (*this)(name, value.emplace());
        }
    }
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

/// The root rows that a query of select_of<T>() finds.
template <class T>
std::vector<T> read_all(SQLite::Statement& query) {
    std::vector<T> rows;
    while (query.executeStep()) {
        T& row = rows.emplace_back();
        row.id.value = query.getColumn(0).getInt64();
        RowReader reader{query, 1};
        TableOf<T>::columns(reader, row);
    }
    query.reset();
    return rows;
}

/// All root rows, or the one with `id`.
template <class T>
std::vector<T> read_rows(Database& db, std::int64_t id = 0) {
    SQLite::Statement& query = db.prepared(select_of<T>(id == 0 ? "" : "id"));
    if (id != 0) query.bind(1, id);
    return read_all<T>(query);
}

/// Root rows whose `column` is `id`.
template <class T>
std::vector<T> read_rows_of(Database& db, const char* column, std::int64_t id) {
    SQLite::Statement& query = db.prepared(select_of<T>(column));
    query.bind(1, id);
    return read_all<T>(query);
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
        RowReader reader{query, 3};
        TableOf<T>::columns(reader, owned.row);
    }
    query.reset();
    std::sort(rows.begin(), rows.end(), [](const Owned<T>& a, const Owned<T>& b) {
        return std::pair(a.owner, a.position) < std::pair(b.owner, b.position);
    });
    return rows;
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
