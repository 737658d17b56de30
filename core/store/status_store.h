// Rows of what the data of each goal say. They are derived: written together with every tap, never by hand, no part of
// the journal, and always worked out again from the points.
#pragma once
#include <vector>

#include "core/model/data_point.h"
#include "core/model/goal.h"
#include "core/progress/facts.h"
#include "core/store/database.h"

namespace pegboard::store {

/// All rows.
std::vector<progress::KeptFacts> read_statuses(Database& db);
/// Puts the row in, over the one that was there.
void write_status(Database& db, const progress::KeptFacts& row);
/// What the points and phase changes of one goal say now.
progress::KeptFacts work_out_status(Database& db, const Goal& goal);
/// The same for all `goals`, in one pass over the points.
std::vector<progress::KeptFacts> work_out_statuses(Database& db, const std::vector<Goal>& goals);

/// True when both rows say the same: what another machine worked out may differ in the last bits of a number.
bool says_the_same(const progress::KeptFacts& one, const progress::KeptFacts& other);

}  // namespace pegboard::store
