// Rows of a child's record. It reads whole records and writes only what differs.
#pragma once
#include "core/model/child.h"
#include "core/store/database.h"

namespace pegboard::store {

/// All children, or the one with `id` (none when it is gone).
std::vector<Child> read_children(Database& db, ChildId id = {});
void insert_child(Database& db, const Child& child);
void update_child(Database& db, const Child& before, const Child& after);
/// With goals, sessions and all that hangs on them.
void delete_child(Database& db, ChildId id);
/// Drops half-typed texts and view state in which `trace` (a name or an id) occurs.
void forget_words_with(Database& db, const std::string& trace);

}  // namespace pegboard::store
