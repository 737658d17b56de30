#include "core/store/snapshot.h"

#include <nlohmann/json.hpp>

#include "core/library/library.h"
#include "core/store/child_store.h"
#include "core/store/goal_store.h"
#include "core/store/place_store.h"
#include "core/store/practice_store.h"
#include "core/store/session_store.h"

namespace pegboard::store {
namespace {
std::int64_t owner_in(const Change& change, const char* column) {
    const auto row = nlohmann::json::parse(change.after ? *change.after : *change.before, nullptr, false);
    return row.is_object() ? row.value(column, std::int64_t{0}) : 0;
}

bool is_one_of(std::string_view table, std::initializer_list<std::string_view> tables) {
    return std::find(tables.begin(), tables.end(), table) != tables.end();
}

template <class T>
std::optional<T> first(std::vector<T> rows) {
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}
}  // namespace

ByName::ByName(const Child& child) : name(fold(full_name(child))), id(child.id.value) {}
ByName::ByName(const Therapist& therapist) : name(fold(therapist.name)), id(therapist.id.value) {}
ByName::ByName(const WorkPlace& place) : name(fold(place.name)), id(place.id.value) {}
ByName::ByName(const Bag& bag) : name(fold(bag.name)), id(bag.id.value) {}
ByName::ByName(const Group& group) : name(fold(group.name)), id(group.id.value) {}

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
        else if (is_one_of(change.table,
                           {"place", "place_space", "place_item", "bag", "bag_item", "child_group", "group_member"}))
            touched.places = true;
        else if (is_one_of(change.table,
                           {"block", "session_goal", "block_goal", "participant", "session_line", "block_child"}))
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
    if (touched.places) {
        refresh.places = read_places(db);
        refresh.bags = read_bags(db);
        refresh.groups = read_groups(db);
    }
    return refresh;
}

void Snapshot::load(Database& db) {
    children.fill(read_children(db));
    goals.fill(read_goals(db));
    sessions.fill(read_sessions(db));
    therapists.fill(read_therapists(db));
    places.fill(read_places(db));
    bags.fill(read_bags(db));
    groups.fill(read_groups(db));
    practice = read_practice(db);
}

void Snapshot::take(Refresh refresh) {
    for (auto& [id, row] : refresh.children) children.put(id, std::move(row));
    for (auto& [id, row] : refresh.goals) goals.put(id, std::move(row));
    for (auto& [id, row] : refresh.sessions) sessions.put(id, std::move(row));
    if (refresh.therapists) therapists.fill(std::move(*refresh.therapists));
    if (refresh.places) places.fill(std::move(*refresh.places));
    if (refresh.bags) bags.fill(std::move(*refresh.bags));
    if (refresh.groups) groups.fill(std::move(*refresh.groups));
    if (refresh.practice) practice = std::move(*refresh.practice);
}

}  // namespace pegboard::store
