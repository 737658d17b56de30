// Rows of places, bags and groups. It reads whole records and writes only what differs.
#pragma once
#include <vector>

#include "core/model/group.h"
#include "core/model/place.h"
#include "core/store/database.h"

namespace pegboard::store {

std::vector<WorkPlace> read_places(Database& db);
void insert_place(Database& db, const WorkPlace& place);
void update_place(Database& db, const WorkPlace& before, const WorkPlace& after);

std::vector<Bag> read_bags(Database& db);
void insert_bag(Database& db, const Bag& bag);
void update_bag(Database& db, const Bag& before, const Bag& after);

std::vector<Group> read_groups(Database& db);
void insert_group(Database& db, const Group& group);
void update_group(Database& db, const Group& before, const Group& after);

}  // namespace pegboard::store
