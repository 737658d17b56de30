// Rows of goals, their objectives and the links between them. It reads whole goals and writes only what differs.
#pragma once
#include "core/model/goal.h"
#include "core/store/database.h"

namespace pegboard::store {

/// All goals, or the one with `id`.
std::vector<Goal> read_goals(Database& db, GoalId id = {});
void insert_goal(Database& db, const Goal& goal);
void update_goal(Database& db, const Goal& before, const Goal& after);
/// With its objectives and its links from plans.
void delete_goal(Database& db, GoalId id);

}  // namespace pegboard::store
