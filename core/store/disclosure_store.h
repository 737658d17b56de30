// Rows of what left the practice about a child and who got it.
#pragma once
#include <vector>

#include "core/model/disclosure.h"
#include "core/store/database.h"

namespace pegboard::store {

/// Of all children, or of one; newest first.
std::vector<Disclosure> read_disclosures(Database& db);
std::vector<Disclosure> read_disclosures(Database& db, ChildId child);
void insert_disclosure(Database& db, const Disclosure& disclosure);

}  // namespace pegboard::store
