// Rows of sessions with their goals and blocks.
#pragma once
#include "core/model/session.h"
#include "core/store/database.h"

namespace pegboard::store {

/// All sessions, or the one with `id`.
std::vector<Session> read_sessions(Database& db, SessionId id = {});
void insert_session(Database& db, const Session& session);
void update_session(Database& db, const Session& before, const Session& after);
void delete_session(Database& db, SessionId id);

}  // namespace pegboard::store
