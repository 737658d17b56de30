#include "core/store/snapshot.h"

#include <nlohmann/json.hpp>

#include "core/library/library.h"
#include "core/store/child_store.h"
#include "core/store/disclosure_store.h"
#include "core/store/goal_store.h"
#include "core/store/note_store.h"
#include "core/store/own_activity_store.h"
#include "core/store/place_store.h"
#include "core/store/point_store.h"
#include "core/store/practice_store.h"
#include "core/store/session_store.h"

namespace pegboard::store {
namespace {
/// The row a change left, or the one it removed.
nlohmann::json row_of(const Change& change) {
    return nlohmann::json::parse(change.after ? *change.after : *change.before, nullptr, false);
}

/// An id in a row; 0 for none.
std::int64_t id_in(const nlohmann::json& row, const char* column) {
    const auto cell = row.is_object() ? row.find(column) : row.end();
    return row.is_object() && cell != row.end() && cell->is_number_integer() ? cell->get<std::int64_t>() : 0;
}

std::int64_t owner_in(const Change& change, const char* column) { return id_in(row_of(change), column); }

/// Points, phases and events touch what is derived from them, not the records themselves. False for other tables.
bool touch_recorded(Touched& touched, const Change& change) {
    if (change.table == "data_point") {
        for (const auto* row : {&change.before, &change.after}) {
            if (!*row) continue;
            const auto point = nlohmann::json::parse(**row, nullptr, false);
            touched.judged.insert(id_in(point, "goal_id"));
            if (const std::int64_t session = id_in(point, "session_id")) touched.point_sessions.insert(session);
        }
    } else if (change.table == "phase_change") {
        touched.judged.insert(owner_in(change, "goal_id"));
    } else if (change.table == "time_event") {
        touched.event_children.insert(owner_in(change, "child_id"));
    } else if (change.table == "disclosure") {
        touched.report_children.insert(owner_in(change, "child_id"));
    } else if (change.table == "session_note") {
        touched.note_sessions.insert(owner_in(change, "session_id"));
    } else if (change.table != "quick_note" && change.table != "note_amendment") {  // those are read when asked for
        return false;
    }
    return true;
}

bool is_one_of(std::string_view table, std::initializer_list<std::string_view> tables) {
    return std::find(tables.begin(), tables.end(), table) != tables.end();
}

/// The list of one owner; owners without one take no room.
template <class T>
void put_list(std::unordered_map<std::int64_t, std::vector<T>>& lists, std::int64_t owner, std::vector<T> rows) {
    if (rows.empty())
        lists.erase(owner);
    else
        lists[owner] = std::move(rows);
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
ByName::ByName(const Snippet& snippet) : name(fold(snippet.name)), id(snippet.id.value) {}
ByName::ByName(const OwnActivity& own) : name(fold(own.activity.title)), id(own.id.value) {}

Touched touched_by(const std::vector<Change>& changes) {
    Touched touched;
    for (const Change& change : changes) {
        if (touch_recorded(touched, change)) continue;
        if (is_one_of(change.table, {"therapist", "practice", "help_choice", "snippet"}))
            touched.team = true;
        else if (change.table == "child")
            touched.children.insert(change.row);
        else if (change.table == "goal" || change.table == "goal_line")
            touched.goals.insert(change.table == "goal" ? change.row : owner_in(change, "goal_id"));
        else if (change.table == "session")
            touched.sessions.insert(change.row);
        else if (is_one_of(change.table, {"own_activity", "favourite"}))
            touched.own_activities = true;
        else if (is_one_of(change.table,
                           {"place", "place_space", "place_item", "bag", "bag_item", "child_group", "group_member"}))
            touched.places = true;
        else if (is_one_of(change.table,
                           {"block", "session_goal", "block_goal", "participant", "session_line", "block_child"}))
            touched.sessions.insert(owner_in(change, "session_id"));
        else if (change.before || change.after)
            touched.children.insert(owner_in(change, "child_id"));
    }
    touched.judged.insert(touched.goals.begin(), touched.goals.end());
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
    for (const std::int64_t id : touched.judged)
        refresh.phases.emplace_back(GoalId{id}, read_phase_changes(db, GoalId{id}));
    for (const std::int64_t id : touched.event_children)
        refresh.events.emplace_back(ChildId{id}, read_events(db, ChildId{id}));
    for (const std::int64_t id : touched.report_children)
        refresh.disclosures.emplace_back(ChildId{id}, read_disclosures(db, ChildId{id}));
    for (const std::int64_t id : touched.note_sessions)
        refresh.notes.emplace_back(SessionId{id}, read_session_note_heads(db, SessionId{id}));
    if (touched.team) {
        refresh.therapists = read_therapists(db);
        refresh.practice = read_practice(db);
        refresh.help_choices = read_help_choices(db);
        refresh.snippets = read_snippets(db);
    }
    if (touched.places) {
        refresh.places = read_places(db);
        refresh.bags = read_bags(db);
        refresh.groups = read_groups(db);
    }
    if (touched.own_activities) {
        refresh.own_activities = read_own_activities(db);
        refresh.favourites = read_favourites(db);
    }
    return refresh;
}

/// Children go by the practice's setting for corrected age.
void Snapshot::follow_practice() {
    const auto differs = [&](const Child& child) {
        return child.corrected_until_months != practice.corrected_until_months;
    };
    if (std::none_of(children.rows().begin(), children.rows().end(), differs)) return;
    std::vector<Child> all = children.rows();
    for (Child& child : all) child.corrected_until_months = practice.corrected_until_months;
    children.fill(std::move(all));
}

void Snapshot::load(Database& db) {
    children.fill(read_children(db));
    goals.fill(read_goals(db));
    sessions.fill(read_sessions(db));
    therapists.fill(read_therapists(db));
    places.fill(read_places(db));
    bags.fill(read_bags(db));
    groups.fill(read_groups(db));
    own_activities.fill(read_own_activities(db));
    favourites = read_favourites(db);
    practice = read_practice(db);
    follow_practice();
    help_choices = read_help_choices(db);
    snippets.fill(read_snippets(db));
    for (NoteHead& head : read_note_heads(db)) notes[head.session.value].push_back(head);
    for (const progress::KeptFacts& row : read_statuses(db)) statuses[row.id.value] = row;
    for (PhaseChange& change : read_phase_changes(db)) phases[change.goal.value].push_back(std::move(change));
    for (TimeEvent& event : read_events(db)) events[event.child.value].push_back(std::move(event));
    for (Disclosure& entry : read_disclosures(db)) disclosures[entry.child.value].push_back(std::move(entry));
}

void Snapshot::take(Refresh refresh) {
    for (auto& [id, row] : refresh.children) children.put(id, std::move(row));
    for (auto& [id, row] : refresh.goals) {
        if (!row) statuses.erase(id.value);
        goals.put(id, std::move(row));
    }
    for (const progress::KeptFacts& row : refresh.statuses) statuses[row.id.value] = row;
    for (auto& [id, rows] : refresh.phases) put_list(phases, id.value, std::move(rows));
    for (auto& [id, rows] : refresh.events) put_list(events, id.value, std::move(rows));
    for (auto& [id, rows] : refresh.disclosures) put_list(disclosures, id.value, std::move(rows));
    for (auto& [id, rows] : refresh.notes) put_list(notes, id.value, std::move(rows));
    if (refresh.help_choices) help_choices = std::move(*refresh.help_choices);
    if (refresh.snippets) snippets.fill(std::move(*refresh.snippets));
    for (auto& [id, row] : refresh.sessions) sessions.put(id, std::move(row));
    if (refresh.therapists) therapists.fill(std::move(*refresh.therapists));
    if (refresh.places) places.fill(std::move(*refresh.places));
    if (refresh.bags) bags.fill(std::move(*refresh.bags));
    if (refresh.groups) groups.fill(std::move(*refresh.groups));
    if (refresh.own_activities) own_activities.fill(std::move(*refresh.own_activities));
    if (refresh.favourites) favourites = std::move(*refresh.favourites);
    if (refresh.practice) practice = std::move(*refresh.practice);
    follow_practice();
}

}  // namespace pegboard::store
