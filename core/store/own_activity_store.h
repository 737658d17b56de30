// Rows of a therapist's own activities and of favourites. It stores what was typed, never what follows from it.
#pragma once
#include <vector>

#include "core/model/own_activity.h"
#include "core/store/database.h"

namespace pegboard::store {

std::vector<OwnActivity> read_own_activities(Database& db);
void insert_own_activity(Database& db, const OwnActivity& own);
void update_own_activity(Database& db, const OwnActivity& before, const OwnActivity& after);

std::vector<Favourite> read_favourites(Database& db);
void insert_favourite(Database& db, const Favourite& favourite);
void delete_favourite(Database& db, RowId id);

}  // namespace pegboard::store
