#include "core/store/seals/altered_rows.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "core/model/data_point.h"
#include "core/model/date.h"
#include "core/store/seals/seals.h"

namespace pegboard::store {
namespace {
using nlohmann::json;

struct Kind {
    std::string_view table, one, many;
};
constexpr std::array kinds{Kind{"therapist", "a therapist", "the team"},
                           Kind{"practice", "the settings of the practice", "the settings of the practice"},
                           Kind{"child", "the record", "children's records"},
                           Kind{"guardian", "a contact", "contacts"},
                           Kind{"diagnosis", "a diagnosis", "diagnoses"},
                           Kind{"child_precaution", "a precaution", "precautions"},
                           Kind{"precaution_asking", "what was asked about precautions", "what was asked"},
                           Kind{"child_line", "a line of the record", "lines of children's records"},
                           Kind{"child_device", "a device", "devices"},
                           Kind{"service", "a service", "services"},
                           Kind{"goal", "a goal", "goals"},
                           Kind{"goal_line", "a step of a goal", "steps of goals"},
                           Kind{"session", "a session", "sessions"},
                           Kind{"participant", "an attendance", "attendance"},
                           Kind{"block", "a block of a plan", "plans"},
                           Kind{"data_point", "a recorded value", "recorded values"},
                           Kind{"phase_change", "a phase line", "phase lines"},
                           Kind{"time_event", "an event", "events"},
                           Kind{"quick_note", "a quick note", "quick notes"},
                           Kind{"session_note", "a note", "notes"},
                           Kind{"note_amendment", "an amendment of a note", "amendments"},
                           Kind{"disclosure", "an entry of who got a report", "entries of who got a report"},
                           Kind{"own_activity", "an activity of your own", "your own activities"}};

const Kind* kind_of(const std::string& table) {
    const auto* found = std::ranges::find(kinds, table, &Kind::table);
    return found == kinds.end() ? nullptr : found;
}

std::int64_t number_in(const json& row, const char* column) {
    const auto cell = row.is_object() ? row.find(column) : row.end();
    return row.is_object() && cell != row.end() && cell->is_number_integer() ? cell->get<std::int64_t>() : 0;
}

std::string text_in(const json& row, const char* column) {
    const auto cell = row.is_object() ? row.find(column) : row.end();
    return row.is_object() && cell != row.end() && cell->is_string() ? cell->get<std::string>() : std::string();
}

std::string first_letter(const std::string& name) {
    std::size_t length = 1;
    while (length < name.size() && (static_cast<unsigned char>(name[length]) & 0xC0U) == 0x80U) ++length;
    return name.empty() ? name : name.substr(0, length) + ".";
}

class Teller {
 public:
    Teller(Database& db, const std::string& table)
        : db_(db), table_(table), initials_(db.number("SELECT initials_only FROM practice") != 0) {}

    /// "a note of Mateo G. of 29 Sep 2026 was changed"
    [[nodiscard]] std::string tell(const json& row, std::string_view what) const {
        const Kind* kind = kind_of(table_);
        std::string words(kind == nullptr ? "an entry" : kind->one);
        if (const std::string child = child_in(row); !child.empty()) words += " of " + child;
        if (const std::string day = day_in(row); !day.empty()) words += " of " + day;
        return words + " was " + std::string(what);
    }

 private:
    [[nodiscard]] std::int64_t owner_by(const char* query, std::int64_t id) const {
        SQLite::Statement& owner = db_.prepared(query);
        owner.bind(1, id);
        const std::int64_t child = owner.executeStep() ? owner.getColumn(0).getInt64() : 0;
        owner.reset();
        return child;
    }

    [[nodiscard]] std::string named(const std::string& first, const std::string& last) const {
        if (initials_) return first_letter(first) + first_letter(last);
        return last.empty() ? first : first + " " + first_letter(last);
    }

    [[nodiscard]] std::string child_in(const json& row) const {
        if (table_ == "child") return named(text_in(row, "first_name"), text_in(row, "last_name"));
        std::int64_t child = number_in(row, "child_id");
        if (child == 0 && number_in(row, "session_id") != 0)
            child = owner_by("SELECT child_id FROM session WHERE id = ?", number_in(row, "session_id"));
        if (child == 0 && number_in(row, "goal_id") != 0)
            child = owner_by("SELECT child_id FROM goal WHERE id = ?", number_in(row, "goal_id"));
        SQLite::Statement& name = db_.prepared("SELECT first_name, last_name FROM child WHERE id = ?");
        name.bind(1, child);
        std::string words;
        if (name.executeStep()) words = named(name.getColumn(0).getString(), name.getColumn(1).getString());
        name.reset();
        return words;
    }

    [[nodiscard]] std::string day_in(const json& row) const {
        std::string day = text_in(row, "date");
        if (day.empty() && number_in(row, "session_id") != 0) {
            SQLite::Statement& session = db_.prepared("SELECT date FROM session WHERE id = ?");
            session.bind(1, number_in(row, "session_id"));
            if (session.executeStep()) day = session.getColumn(0).getString();
            session.reset();
        }
        const auto date = from_iso(day);
        return date ? say(*date) : std::string();
    }

    Database& db_;
    const std::string& table_;
    bool initials_;
};

/// Values of children who were absent were set aside by a step of the schema, past the journal.
bool is_set_aside_by_a_step(const std::string& table, const json& now, const std::string& column) {
    const bool is_one = table == "data_point" && text_in(now, "invalid_reason") == not_here && !number_in(now, "valid");
    return is_one && (column == "valid" || column == "invalid_reason");
}

/// A row is as the journal left it where each column that both know is the same: a step of the schema adds columns.
bool as_left(const std::string& table, const std::string& now, const std::string& left) {
    if (now == left) return true;
    const json one = json::parse(now, nullptr, false), other = json::parse(left, nullptr, false);
    if (!one.is_object() || !other.is_object()) return false;
    return std::ranges::all_of(one.items(), [&](const auto& cell) {
        const auto found = other.find(cell.key());
        return found == other.end() || *found == cell.value() || is_set_aside_by_a_step(table, one, cell.key());
    });
}

/// The newest change of each row, by its number in the journal.
std::unordered_map<std::int64_t, std::int64_t> newest_changes(Database& db, const std::string& table) {
    std::unordered_map<std::int64_t, std::int64_t> newest;
    SQLite::Statement changes(db.sql(), "SELECT row_id, id FROM change WHERE table_name = ? ORDER BY id");
    changes.bind(1, table);
    while (changes.executeStep()) newest[changes.getColumn(0).getInt64()] = changes.getColumn(1).getInt64();
    return newest;
}
}  // namespace

std::string words_for_table(const std::string& table) {
    const Kind* kind = kind_of(table);
    return std::string(kind == nullptr ? "other entries" : kind->many);
}

std::vector<std::string> altered_rows(Database& db, const std::string& table, std::int64_t extra) {
    const std::string all = rows_as_json(db, table);
    if (all.empty()) return {};
    const Teller teller(db, table);
    std::vector<std::string> found, unknown;
    auto newest = newest_changes(db, table);
    SQLite::Statement left(db.sql(), "SELECT before, after FROM change WHERE id = ?");
    SQLite::Statement rows(db.sql(), all);
    while (rows.executeStep()) {
        const std::string now = rows.getColumn(1).getString();
        const auto known = newest.find(rows.getColumn(0).getInt64());
        if (known == newest.end()) {
            unknown.push_back(teller.tell(json::parse(now, nullptr, false), "added"));
            continue;
        }
        left.bind(1, known->second);
        if (left.executeStep() && !(left.isColumnNull(0) && left.isColumnNull(1))) {
            const json row = json::parse(now, nullptr, false);
            if (left.isColumnNull(1))
                found.push_back(teller.tell(row, "added"));
            else if (!as_left(table, now, left.getColumn(1).getString()))
                found.push_back(teller.tell(row, "changed"));
        }
        left.reset();
        newest.erase(known);
    }
    for (const auto& [row, change] : newest) {
        left.bind(1, change);
        if (left.executeStep() && !left.isColumnNull(1))
            found.push_back(teller.tell(json::parse(left.getColumn(1).getString(), nullptr, false), "removed"));
        left.reset();
    }
    // A step of the schema adds rows that no journal knows; only where there are more than were sealed is one of them
    // new.
    if (extra > 0 && found.empty()) found = std::move(unknown);
    return found;
}

}  // namespace pegboard::store
