// Rows of what was recorded: points, phase changes and events. Points are added and marked, never removed by a command.
#pragma once
#include <functional>
#include <vector>

#include "core/model/data_point.h"
#include "core/store/database.h"

namespace pegboard::store {

/// All points of a goal by date, then as entered; invalid ones too.
std::vector<DataPoint> read_points(Database& db, GoalId goal);
/// All points of a session as entered.
std::vector<DataPoint> read_session_points(Database& db, SessionId session);
/// One point; nothing when it is gone.
std::optional<DataPoint> read_point(Database& db, PointId id);
/// The newest valid point of a session, of one goal when it is given.
std::optional<DataPoint> newest_point(Database& db, SessionId session, GoalId goal);
/// The last instant up to `until_utc` at which something was entered for a session; empty when nothing was.
std::string last_entry(Database& db, SessionId session, const std::string& until_utc);
/// What the rules read of a goal's points; other fields are empty.
std::vector<DataPoint> read_points_for_rules(Database& db, GoalId goal);
/// The same for all goals, one goal after the other, in one pass.
void each_goal_for_rules(Database& db, const std::function<void(GoalId, std::vector<DataPoint>&)>& take);
void insert_point(Database& db, const DataPoint& point);
void update_point(Database& db, const DataPoint& before, const DataPoint& after);
/// True when points belong to the goal, to the session.
bool has_points(Database& db, GoalId goal);
bool has_records(Database& db, SessionId session);

/// All phase changes, those of a goal, one; lists by date.
std::vector<PhaseChange> read_phase_changes(Database& db);
std::vector<PhaseChange> read_phase_changes(Database& db, GoalId goal);
std::optional<PhaseChange> read_phase_change(Database& db, PhaseChangeId id);
void insert_phase_change(Database& db, const PhaseChange& change);
void update_phase_change(Database& db, const PhaseChange& before, const PhaseChange& after);
void delete_phase_change(Database& db, PhaseChangeId id);
/// All events, those of a child, one; lists by date.
std::vector<TimeEvent> read_events(Database& db);
std::vector<TimeEvent> read_events(Database& db, ChildId child);
std::optional<TimeEvent> read_event(Database& db, EventId id);
void insert_event(Database& db, const TimeEvent& event);
void update_event(Database& db, const TimeEvent& before, const TimeEvent& after);
void delete_event(Database& db, EventId id);

}  // namespace pegboard::store
