#include "core/store/unread_words.h"

#include <algorithm>
#include <array>

#include "core/commands/apply.h"

namespace pegboard::store {
namespace {
constexpr std::size_t most_named = 4;
constexpr std::size_t longest_shown = 40;

struct ColumnWords {
    std::string_view column, words;
};
constexpr std::array column_words{
    ColumnWords{"arc", "part of the session"},
    ColumnWords{"assist", "help level"},
    ColumnWords{"assist_level", "help allowed"},
    ColumnWords{"done_s", "time worked"},
    ColumnWords{"due_date", "due date"},
    ColumnWords{"energy", "how the child was"},
    ColumnWords{"gestation_weeks", "weeks of pregnancy"},
    ColumnWords{"gmfcs", "GMFCS level"},
    ColumnWords{"held_min", "minutes held"},
    ColumnWords{"idle_lock_min", "minutes until the screen locks"},
    ColumnWords{"iep_date", "IEP date"},
    ColumnWords{"kind", "kind"},
    ColumnWords{"length_min", "length"},
    ColumnWords{"macs", "MACS level"},
    ColumnWords{"moves_by", "how the child gets about"},
    ColumnWords{"n", "number of tries"},
    ColumnWords{"per", "how often"},
    ColumnWords{"prompt_max", "prompts allowed"},
    ColumnWords{"rung", "easier or harder way"},
    ColumnWords{"session_lock_min", "minutes until a session locks"},
    ColumnWords{"start_min", "start"},
    ColumnWords{"term", "long or short term"},
    ColumnWords{"times", "how often"},
    ColumnWords{"tries_count", "what counts of several tries"},
    ColumnWords{"way", "saved or printed"},
};

std::string say_column(std::string_view column) {
    const auto found = std::ranges::find(column_words, column, &ColumnWords::column);
    if (found != column_words.end()) return std::string(found->words);
    std::string words(column);
    std::ranges::replace(words, '_', ' ');
    return words;
}

/// The id in `column` of a row; 0 where the table has no such column or the row is gone.
std::int64_t link_of(Database& db, const UnreadCell& cell, const char* column) {
    const std::string found =
        db.text("SELECT name FROM pragma_table_info('" + cell.table + "') WHERE name = '" + std::string(column) + "'");
    if (found.empty()) return 0;
    return db.number("SELECT coalesce(" + found + ", 0) FROM " + cell.table +
                     " WHERE id = " + std::to_string(cell.row));
}

std::string whose(const Snapshot& now, ChildId id) {
    const Child* child = now.children.find(id);
    return child == nullptr || now.practice.initials_only ? "a child's" : commands::possessive(call_name(*child));
}

std::string say_session(const Snapshot& now, const Session& session) {
    return whose(now, session.child) + " session of " + say(session.date);
}

/// What the cell belongs to, to be followed by the column's words.
std::string say_owner(Database& db, const Snapshot& now, const UnreadCell& cell) {
    if (cell.table == "practice") return "your settings'";
    if (cell.table == "therapist") return "a therapist's";
    if (cell.table == "child") return whose(now, ChildId{cell.row});
    if (cell.table == "session")
        if (const Session* session = now.sessions.find(SessionId{cell.row})) return say_session(now, *session) + ",";
    if (cell.table != "data_point")
        if (const Session* session = now.sessions.find(SessionId{link_of(db, cell, "session_id")}))
            return say_session(now, *session) + ",";
    const GoalId goal_id{cell.table == "goal" ? cell.row : link_of(db, cell, "goal_id")};
    if (const Goal* goal = now.goals.find(goal_id)) return whose(now, goal->child) + " goal \"" + goal->title + "\",";
    if (const std::int64_t child = link_of(db, cell, "child_id")) return whose(now, ChildId{child});
    return "an entry's";
}

std::string shown(const std::string& text) {
    if (text.empty()) return "nothing";
    std::size_t end = std::min(text.size(), longest_shown);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
    return "\"" + text.substr(0, end) + (end < text.size() ? "…\"" : "\"");
}

std::string say_cell(Database& db, const Snapshot& now, const UnreadCell& cell) {
    std::string said = say_owner(db, now, cell) + " ";
    if (cell.table == "data_point") said += "a recorded value's ";
    said += say_column(cell.column) + " says " + shown(cell.text);
    return cell.instead.empty() ? said : said + ", " + cell.instead + " is used";
}
}  // namespace

std::string say_unread(Database& db, const Snapshot& now, std::span<const UnreadCell> cells) {
    std::string list;
    const std::size_t named = cells.size() > most_named + 1 ? most_named : cells.size();
    for (const UnreadCell& cell : cells.first(named)) list += (list.empty() ? "" : "; ") + say_cell(db, now, cell);
    if (named < cells.size()) list += "; and " + std::to_string(cells.size() - named) + " more";
    const bool one = cells.size() == 1;
    const std::string count = one ? "An entry of this file cannot be read: "
                                  : std::to_string(cells.size()) + " entries of this file cannot be read: ";
    return count + list + ". " + (one ? "It is" : "They are") +
           " left in the file as found, shown as unknown where nothing else is said, and counted nowhere. Enter the "
           "right value where you know it.";
}

}  // namespace pegboard::store
