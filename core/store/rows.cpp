#include "core/store/rows.h"

#include <array>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

namespace pegboard::store {
namespace {
constexpr double largest_value = 1e12;
}

std::string map_to_json(const std::map<std::string, std::string>& map) {
    return nlohmann::json(map).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

bool read_map(const std::string& text, std::map<std::string, std::string>& map) {
    if (text == "{}") return true;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return false;  // one cell that does not read must not close the file
    bool whole = true;
    for (const auto& [name, value] : json.items()) {
        if (value.is_string())
            map[name] = value.get<std::string>();
        else
            whole = false;
    }
    return whole;
}

std::string numbers_to_json(const std::vector<double>& numbers) { return nlohmann::json(numbers).dump(); }

bool read_numbers(const std::string& text, std::vector<double>& numbers) {
    if (text == "[]") return true;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array()) return false;
    bool whole = true;
    for (const auto& value : json) {
        if (value.is_number() && std::abs(value.get<double>()) <= largest_value)
            numbers.push_back(value.get<double>());
        else
            whole = false;
    }
    return whole;
}

namespace {
constexpr int a_day_s = 24 * 60 * 60;
constexpr int most_counted = 100'000;
// By column name, in order of the alphabet.
constexpr std::array ranges{
    NumberRange{"assist", 0, 8},
    NumberRange{"assist_level", 0, 8},
    NumberRange{"attempts", 0, most_counted},
    NumberRange{"done_s", 0, a_day_s},
    NumberRange{"dose_min", 0, 24 * 60},
    NumberRange{"gas_baseline", -2, 0},
    NumberRange{"gas_difficulty", 1, 3},
    NumberRange{"gas_importance", 1, 3},
    NumberRange{"gestation_weeks", 20, 45},
    NumberRange{"gmfcs", 1, 5},
    NumberRange{"held_min", 0, 24 * 60},
    NumberRange{"idle_lock_min", 1, 30},
    NumberRange{"interval_s", 1, 60 * 60},
    NumberRange{"late_min", 0, 24 * 60},
    NumberRange{"left_early_min", 0, 24 * 60},
    NumberRange{"length_min", 1, 24 * 60},
    NumberRange{"macs", 1, 5},
    NumberRange{"min_tries", 0, most_counted},
    NumberRange{"minutes", 0, 24 * 60},
    NumberRange{"minutes_per_week", 0, 7 * 24 * 60},
    NumberRange{"n", 0, a_day_s},
    NumberRange{"plan_few_materials", -2, 2},
    NumberRange{"plan_fun", -2, 2},
    NumberRange{"plan_variety", -2, 2},
    NumberRange{"priority", 1, 3},
    NumberRange{"prompt", 0, 8},
    NumberRange{"prompt_max", 0, 8},
    NumberRange{"rung", -100, 100},
    NumberRange{"session_lock_min", 10, 120},
    NumberRange{"sessions_in_row", 0, most_counted},
    NumberRange{"sessions_met", 0, most_counted},
    NumberRange{"sessions_of", 0, most_counted},
    NumberRange{"start_min", 0, 24 * 60 - 1},
    NumberRange{"step", 0, most_counted},
    NumberRange{"steps_in_list", 0, most_counted},
    NumberRange{"successes", 0, most_counted},
    NumberRange{"times", 0, 1000},
    NumberRange{"transition_min", 0, 5},
    NumberRange{"try_number", 0, most_counted},
    NumberRange{"wanted_tries", 0, most_counted},
};
static_assert(std::ranges::is_sorted(ranges, {}, &NumberRange::column));
}  // namespace

NumberRange range_of(std::string_view column) {
    const auto found = std::ranges::lower_bound(ranges, column, {}, &NumberRange::column);
    if (found != ranges.end() && found->column == column) return *found;
    return {column, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()};
}

void RowReader::note(std::string_view name, std::string_view text, std::string_view instead) {
    ++missed;
    if (told)
        told->note(
            {table, id, std::string(name), std::string(text), may_be_none ? std::string() : std::string(instead)});
}

void RowReader::read_number(std::string_view name, int& value) {
    const std::int64_t read = row.getColumn(column++).getInt64();
    const NumberRange range = range_of(name);
    if (read >= range.least && read <= range.most)
        value = static_cast<int>(read);
    else
        note(name, std::to_string(read), std::to_string(value));
}

void RowReader::operator()(const char* name, double& value) {
    const double read = row.getColumn(column++).getDouble();
    if (std::abs(read) <= largest_value)
        value = read;
    else
        note(name, row.getColumn(column - 1).getString(), "0");
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
