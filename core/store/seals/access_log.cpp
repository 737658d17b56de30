#include "core/store/seals/access_log.h"

#include <algorithm>
#include <cstdlib>

namespace pegboard::store {
namespace {
constexpr std::size_t longest_detail = 40;
constexpr const char* columns = "id, at_utc, kind, therapist_id, device, child_id, detail";

bool is_key(const std::string& detail) {
    return detail.size() <= longest_detail && std::ranges::all_of(detail, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == 'T' || c == 'Z';
           });
}

void add_part(std::string& bytes, std::string_view part) {
    bytes += std::to_string(part.size());
    bytes += ':';
    bytes += part;
}

/// `kind` as it is written: one that a newer Pegboard added must fit too.
std::string hash_of(const std::string& previous, const AccessEvent& event, const std::string& kind) {
    std::string bytes;
    for (const std::string& part :
         {previous, std::to_string(event.number), event.at_utc, kind, std::to_string(event.therapist.value),
          event.device, std::to_string(event.child.value), event.detail})
        add_part(bytes, part);
    return sha256(bytes);
}

AccessEvent event_of(SQLite::Statement& row) {
    AccessEvent event;
    event.number = row.getColumn(0).getInt64();
    event.at_utc = row.getColumn(1).getString();
    event.kind = from_key<AccessKind>(row.getColumn(2).getText()).value_or(AccessKind::other);
    event.therapist.value = row.getColumn(3).getInt64();
    event.device = row.getColumn(4).getString();
    event.child.value = row.getColumn(5).getInt64();
    event.detail = row.getColumn(6).getString();
    return event;
}

void bind_id(SQLite::Statement& query, int place, std::int64_t id) {
    if (id != 0)
        query.bind(place, id);
    else
        query.bind(place);
}
/// A line speaks for entries, for copies, and for lines before it: none can be made to accept itself.
void note_accepted(const AccessEvent& event, Accepted& accepted, std::set<std::int64_t>& lines) {
    if (event.kind != AccessKind::accepted && event.kind != AccessKind::restored) return;
    accepted.newest_utc = std::max(accepted.newest_utc, event.at_utc);
    // "entry_12", "line_4", "ahead_1234_9c1f23ab", "20260921T141320Z_1234_9c1f23ab"
    const auto mark = event.detail.find('_');
    if (mark == std::string::npos) return;
    const std::string kind = event.detail.substr(0, mark), rest = event.detail.substr(mark + 1);
    const std::int64_t number = std::atoll(rest.c_str());
    if (kind == "entry")
        accepted.entries.insert(number);
    else if (kind != "line")
        accepted.copies.insert(rest);
    else if (number < event.number)
        lines.insert(number);
}
}  // namespace

Status add_access(Database& db, Seals& seals, AccessEvent event) {
    if (!is_key(event.detail)) return invalid("detail", "This cannot be noted.");
    SealRow row = seals.read_to_write();
    // One that was put in past the program keeps its number: it is told, and no line has to fail for it.
    SQLite::Statement& newest = db.prepared("SELECT coalesce(max(id), 0) FROM audit_event");
    event.number = number_after(row.events.count, newest.executeStep() ? newest.getColumn(0).getInt64() : 0);
    newest.reset();
    row.events = {event.number, hash_of(row.events.hash, event, std::string(key(event.kind)))};
    SQLite::Statement& query =
        db.prepared(std::string("INSERT INTO audit_event (") + columns + ", hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    query.bind(1, event.number);
    query.bind(2, event.at_utc);
    query.bind(3, std::string(key(event.kind)));
    bind_id(query, 4, event.therapist.value);
    query.bind(5, event.device);
    bind_id(query, 6, event.child.value);
    query.bind(7, event.detail);
    query.bind(8, row.events.hash);
    query.exec();
    seals.write(row);
    return {};
}

std::vector<AccessEvent> read_access(Database& db, ChildId child, int limit) {
    SQLite::Statement& query = db.prepared(std::string("SELECT ") + columns + " FROM audit_event" +
                                           (child ? " WHERE child_id = ?2" : "") + " ORDER BY id DESC LIMIT ?1");
    query.bind(1, limit);
    if (child) query.bind(2, child.value);
    std::vector<AccessEvent> events;
    while (query.executeStep()) events.push_back(event_of(query));
    query.reset();
    return events;
}

AccessWalk walk_access(Database& db) {
    AccessWalk walk;
    if (!has_seals(db)) return walk;
    SQLite::Statement query(db.sql(), std::string("SELECT ") + columns + ", hash FROM audit_event ORDER BY id");
    std::set<std::int64_t> lines;
    while (query.executeStep()) {
        const AccessEvent event = event_of(query);
        const std::string hash = query.getColumn(7).getString();
        if (event.number == walk.end.count + 1 && hash_of(walk.end.hash, event, query.getColumn(2).getString()) == hash)
            note_accepted(event, walk.accepted, lines);
        else
            walk.faults.push_back(event.number);
        walk.end = {event.number, hash};
    }
    std::erase_if(walk.faults, [&](std::int64_t line) { return lines.contains(line); });
    return walk;
}

std::string mark_of(const Head& journal) { return std::to_string(journal.count) + "_" + journal.hash.substr(0, 8); }

}  // namespace pegboard::store
