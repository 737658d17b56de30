#include "core/store/rows.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace pegboard::store {

std::string map_to_json(const std::map<std::string, std::string>& map) {
    return nlohmann::json(map).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::map<std::string, std::string> map_from_json(const std::string& text) {
    std::map<std::string, std::string> map;
    if (text == "{}") return map;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return map;  // one cell that does not read must not close the file
    for (const auto& [name, value] : json.items())
        if (value.is_string()) map[name] = value.get<std::string>();
    return map;
}

std::string numbers_to_json(const std::vector<double>& numbers) { return nlohmann::json(numbers).dump(); }

std::vector<double> numbers_from_json(const std::string& text) {
    std::vector<double> numbers;
    if (text == "[]") return numbers;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array()) return numbers;
    for (const auto& value : json)
        if (value.is_number()) numbers.push_back(value.get<double>());
    return numbers;
}

void bind(SQLite::Statement& statement, int index, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        statement.bind(index, *text);
    else if (const auto* whole = std::get_if<std::int64_t>(&value))
        statement.bind(index, *whole);
    else if (const auto* real = std::get_if<double>(&value))
        // SQLite writes 15 digits into the journal's JSON; a millionth is finer than any measure here.
        statement.bind(index, std::round(*real * 1e6) / 1e6);
    else
        statement.bind(index);
}

void insert_row(Database& db, const char* table, const std::vector<std::string>& columns, std::int64_t id,
                const std::vector<Value>& values) {
    std::string names = "id";
    std::string places = "?";
    for (const std::string& column : columns) {
        names += ", " + column;
        places += ", ?";
    }
    SQLite::Statement& query =
        db.prepared(std::string("INSERT INTO ") + table + " (" + names + ") VALUES (" + places + ")");
    query.bind(1, id);
    for (std::size_t i = 0; i < values.size(); ++i) bind(query, static_cast<int>(i) + 2, values[i]);
    query.exec();
}

void update_row(Database& db, const char* table, const std::vector<std::string>& columns, std::int64_t id,
                const std::vector<Value>& before, const std::vector<Value>& after) {
    std::string changes;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (before[i] != after[i]) changes += (changes.empty() ? "" : ", ") + columns[i] + " = ?";
    if (changes.empty()) return;
    SQLite::Statement& query = db.prepared(std::string("UPDATE ") + table + " SET " + changes + " WHERE id = ?");
    int place = 0;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (before[i] != after[i]) bind(query, ++place, after[i]);
    query.bind(++place, id);
    query.exec();
}

void delete_row(Database& db, const std::string& table, std::int64_t id) {
    SQLite::Statement& query = db.prepared("DELETE FROM " + table + " WHERE id = ?");
    query.bind(1, id);
    query.exec();
}

bool row_exists(Database& db, const char* table, std::int64_t id) {
    SQLite::Statement& query = db.prepared(std::string("SELECT 1 FROM ") + table + " WHERE id = ?");
    query.bind(1, id);
    const bool found = query.executeStep();
    query.reset();
    return found;
}

}  // namespace pegboard::store
