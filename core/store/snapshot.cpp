#include "core/store/snapshot.h"

#include <nlohmann/json.hpp>

#include "core/library/library.h"
#include "core/store/child_store.h"
#include "core/store/goal_store.h"
#include "core/store/practice_store.h"
#include "core/store/session_store.h"

namespace pegboard::store {
namespace {
std::int64_t owner_in(const Change& change, const char* column) {
    const auto row = nlohmann::json::parse(change.after ? *change.after : *change.before, nullptr, false);
    return row.is_object() ? row.value(column, std::int64_t{0}) : 0;
}

template <class T>
std::optional<T> first(std::vector<T> rows) {
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}
}  // namespace

ByName::ByName(const Child& child) : name(fold(full_name(child))), id(child.id.value) {}
ByName::ByName(const Therapist& therapist) : name(fold(therapist.name)), id(therapist.id.value) {}

Touched touched_by(const std::vector<Change>& changes) {
    Touched touched;
    for (const Change& change : changes) {
        if (change.table == "therapist" || change.table == "practice")
            touched.team = true;
        else if (change.table == "child")
            touched.children.insert(change.row);
        else if (change.table == "goal")
            touched.goals.insert(change.row);
        else if (change.table == "session")
            touched.sessions.insert(change.row);
        else if (change.table == "block" || change.table == "session_goal" || change.table == "block_goal")
            touched.sessions.insert(owner_in(change, "session_id"));
        else if (change.before || change.after)
            touched.children.insert(owner_in(change, "child_id"));
    }
    return touched;
}

Refresh read_refresh(Database& db, const Touched& touched) {
    Refresh refresh;
    for (const std::int64_t id : touched.children)
        refresh.children.emplace_back(ChildId{id}, first(read_children(db, ChildId{id})));
    for (const std::int64_t id : touched.goals)
        refresh.goals.emplace_back(GoalId{id}, first(read_goals(db, GoalId{id})));
    for (const std::int64_t id : touched.sessions)
        refresh.sessions.emplace_back(SessionId{id}, first(read_sessions(db, SessionId{id})));
    if (touched.team) {
        refresh.therapists = read_therapists(db);
        refresh.practice = read_practice(db);
    }
    return refresh;
}

void Snapshot::load(Database& db) {
    children.fill(read_children(db));
    goals.fill(read_goals(db));
    sessions.fill(read_sessions(db));
    therapists.fill(read_therapists(db));
    practice = read_practice(db);
}

void Snapshot::take(Refresh refresh) {
    for (auto& [id, row] : refresh.children) children.put(id, std::move(row));
    for (auto& [id, row] : refresh.goals) goals.put(id, std::move(row));
    for (auto& [id, row] : refresh.sessions) sessions.put(id, std::move(row));
    if (refresh.therapists) therapists.fill(std::move(*refresh.therapists));
    if (refresh.practice) practice = std::move(*refresh.practice);
}

}  // namespace pegboard::store
