#include "core/store/point_store.h"

#include "core/store/rows.h"

namespace pegboard::store {

template <>
struct TableOf<DataPoint> {
    static constexpr const char* name = "data_point";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("child_id", r.child);
        v("goal_id", r.goal);
        v("session_id", r.session);
        v("block_id", r.block);
        v("date", r.date);
        v("at_utc", r.at_utc);
        v("kind", r.kind);
        v("measure", r.measure);
        v("value", r.value);
        v("n", r.n);
        v("assist", r.assist);
        v("prompt", r.prompt);
        v("step", r.step);
        v("steps_in_list", r.steps_in_list);
        v("try_number", r.try_number);
        v("side", r.side);
        v("setting", r.setting);
        v("rater", r.rater);
        v("note", r.note);
        v("valid", r.valid);
        v("invalid_reason", r.invalid_reason);
        v("therapist_id", r.therapist);
        if constexpr (std::is_same_v<V, RowReader>) leave_out_unread(v, r);
    }
    /// A value of which a part cannot be read counts nowhere; it is shown with the reason.
    static void leave_out_unread(const RowReader& reader, DataPoint& point) {
        if (reader.missed == 0) return;
        point.valid = false;
        point.invalid_reason = not_readable;
    }
};

template <>
struct TableOf<PhaseChange> {
    static constexpr const char* name = "phase_change";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("child_id", r.child);
        v("goal_id", r.goal);
        v("date", r.date);
        v("phase", r.phase);
        v("label", r.label);
    }
};

template <>
struct TableOf<TimeEvent> {
    static constexpr const char* name = "time_event";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("child_id", r.child);
        v("goal_id", r.goal);
        v("date", r.date);
        v("until", r.until);
        v("kind", r.kind);
        v("text", r.text);
    }
};

namespace {
std::vector<DataPoint> read_where(Database& db, const std::string& where, std::initializer_list<std::int64_t> ids) {
    SQLite::Statement& query = db.prepared(select_of<DataPoint>("") + " WHERE " + where);
    int place = 0;
    for (const std::int64_t id : ids) query.bind(++place, id);
    return read_all<DataPoint>(db, query);
}

template <class T>
std::optional<T> only(std::vector<T> rows) {
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

/// By date, then as entered.
template <class T>
std::vector<T> in_order(std::vector<T> rows) {
    std::sort(rows.begin(), rows.end(), [](const T& one, const T& other) {
        return std::pair(one.date, one.id) < std::pair(other.date, other.id);
    });
    return rows;
}

// The id and the columns of the index data_point_for_rules, in its order.
constexpr const char* rule_columns =
    "SELECT id, goal_id, date, session_id, kind, measure, value, n, assist, prompt, step, steps_in_list, try_number, "
    "side,"
    " setting, rater, valid FROM data_point";

DataPoint read_rule_row(Database& db, SQLite::Statement& query) {
    DataPoint point;
    RowReader reader = reader_of<DataPoint>(db, query, 0, query.getColumn(0).getInt64());
    reader("id", point.id);
    reader("goal_id", point.goal);
    reader("date", point.date);
    reader("session_id", point.session);
    reader("kind", point.kind);
    reader("measure", point.measure);
    reader("value", point.value);
    reader("n", point.n);
    reader("assist", point.assist);
    reader("prompt", point.prompt);
    reader("step", point.step);
    reader("steps_in_list", point.steps_in_list);
    reader("try_number", point.try_number);
    reader("side", point.side);
    reader("setting", point.setting);
    reader("rater", point.rater);
    reader("valid", point.valid);
    TableOf<DataPoint>::leave_out_unread(reader, point);
    return point;
}

bool any_row(Database& db, const std::string& query, std::int64_t id) {
    SQLite::Statement& rows = db.prepared(query);
    rows.bind(1, id);
    const bool found = rows.executeStep();
    rows.reset();
    return found;
}
}  // namespace

std::vector<DataPoint> read_points(Database& db, GoalId goal) {
    return read_where(db, "goal_id = ? ORDER BY date, at_utc, id", {goal.value});
}

std::vector<DataPoint> read_session_points(Database& db, SessionId session) {
    return read_where(db, "session_id = ? ORDER BY at_utc, id", {session.value});
}

std::optional<DataPoint> read_point(Database& db, PointId id) { return only(read_where(db, "id = ?", {id.value})); }

std::optional<DataPoint> newest_point(Database& db, SessionId session, GoalId goal) {
    if (!goal)
        return only(
            read_where(db, "session_id = ? AND valid = 1 ORDER BY at_utc DESC, id DESC LIMIT 1", {session.value}));
    return only(read_where(db, "session_id = ? AND goal_id = ? AND valid = 1 ORDER BY at_utc DESC, id DESC LIMIT 1",
                           {session.value, goal.value}));
}

std::vector<DataPoint> read_points_for_rules(Database& db, GoalId goal) {
    SQLite::Statement& query = db.prepared(std::string(rule_columns) + " WHERE goal_id = ?");
    query.bind(1, goal.value);
    std::vector<DataPoint> points;
    while (query.executeStep()) points.push_back(read_rule_row(db, query));
    query.reset();
    return points;
}

void each_goal_for_rules(Database& db, const std::function<void(GoalId, std::vector<DataPoint>&)>& take) {
    SQLite::Statement query(db.sql(), std::string(rule_columns) + " ORDER BY goal_id");
    std::vector<DataPoint> points;
    while (query.executeStep()) {
        DataPoint point = read_rule_row(db, query);
        if (!points.empty() && points.front().goal != point.goal) {
            take(points.front().goal, points);
            points.clear();
        }
        points.push_back(std::move(point));
    }
    if (!points.empty()) take(points.front().goal, points);
}

void insert_point(Database& db, const DataPoint& point) { insert(db, point); }

void update_point(Database& db, const DataPoint& before, const DataPoint& after) { update(db, before, after); }

bool has_points(Database& db, GoalId goal) {
    return any_row(db, "SELECT 1 FROM data_point WHERE goal_id = ? LIMIT 1", goal.value);
}

bool has_records(Database& db, SessionId session) {
    return any_row(db, "SELECT 1 FROM data_point WHERE session_id = ? LIMIT 1", session.value);
}

std::string last_entry(Database& db, SessionId session, const std::string& until_utc) {
    SQLite::Statement& query =
        db.prepared("SELECT coalesce(max(at_utc), '') FROM data_point WHERE session_id = ? AND at_utc <= ?");
    query.bind(1, session.value);
    query.bind(2, until_utc);
    std::string newest = query.executeStep() ? query.getColumn(0).getString() : std::string();
    query.reset();
    return newest;
}

std::vector<PhaseChange> read_phase_changes(Database& db) { return in_order(read_rows<PhaseChange>(db)); }
std::vector<PhaseChange> read_phase_changes(Database& db, GoalId goal) {
    return in_order(read_rows_of<PhaseChange>(db, "goal_id", goal.value));
}
std::optional<PhaseChange> read_phase_change(Database& db, PhaseChangeId id) {
    return only(read_rows<PhaseChange>(db, id.value));
}
void insert_phase_change(Database& db, const PhaseChange& change) { insert(db, change); }
void update_phase_change(Database& db, const PhaseChange& before, const PhaseChange& after) {
    update(db, before, after);
}
void delete_phase_change(Database& db, PhaseChangeId id) { delete_row(db, "phase_change", id.value); }

std::vector<TimeEvent> read_events(Database& db) { return in_order(read_rows<TimeEvent>(db)); }
std::vector<TimeEvent> read_events(Database& db, ChildId child) {
    return in_order(read_rows_of<TimeEvent>(db, "child_id", child.value));
}
std::optional<TimeEvent> read_event(Database& db, EventId id) { return only(read_rows<TimeEvent>(db, id.value)); }
void insert_event(Database& db, const TimeEvent& event) { insert(db, event); }
void update_event(Database& db, const TimeEvent& before, const TimeEvent& after) { update(db, before, after); }
void delete_event(Database& db, EventId id) { delete_row(db, "time_event", id.value); }

}  // namespace pegboard::store
