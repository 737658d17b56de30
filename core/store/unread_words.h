// What a person reads about cells that could not be read.
#pragma once
#include <span>
#include <string>

#include "core/store/database.h"
#include "core/store/snapshot.h"

namespace pegboard::store {

/// "2 entries of this file cannot be read: Maya's date of birth says "31 Nov"; ..."
std::string say_unread(Database& db, const Snapshot& now, std::span<const UnreadCell> cells);

}  // namespace pegboard::store
