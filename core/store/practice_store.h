// Rows of therapists and of the practice's settings.
#pragma once
#include "core/model/therapist.h"
#include "core/store/database.h"

namespace pegboard::store {

std::vector<Therapist> read_therapists(Database& db);
void insert_therapist(Database& db, const Therapist& therapist);
void update_therapist(Database& db, const Therapist& before, const Therapist& after);
Practice read_practice(Database& db);
void update_practice(Database& db, const Practice& before, const Practice& after);

}  // namespace pegboard::store
