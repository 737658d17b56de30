// Rows of quick notes and session notes. Texts are read one note at a time; lists get heads.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "core/model/note.h"
#include "core/store/database.h"

namespace pegboard::store {

/// Quick notes of a session as they were written.
std::vector<QuickNote> read_quick_notes(Database& db, SessionId session);
std::optional<QuickNote> read_quick_note(Database& db, QuickNoteId id);
void insert_quick_note(Database& db, const QuickNote& note);
void delete_quick_note(Database& db, QuickNoteId id);

/// All heads; those of one session.
std::vector<NoteHead> read_note_heads(Database& db);
std::vector<NoteHead> read_session_note_heads(Database& db, SessionId session);
/// A whole note with its amendments; nothing when it is gone.
std::optional<SessionNote> read_note(Database& db, NoteId id);
void insert_note(Database& db, const SessionNote& note);
/// Writes what differs, without amendments.
void update_note(Database& db, const SessionNote& before, const SessionNote& after);
/// A draft nobody needs.
void delete_note(Database& db, NoteId id);
void insert_amendment(Database& db, const Amendment& amendment);

/// Runs `words` over every text written in a session: quick notes, notes and amendments.
void rewrite_texts(Database& db, SessionId session, const std::function<std::string(const std::string&)>& words);
/// Whether anything was written about the session.
bool has_notes(Database& db, SessionId session);

}  // namespace pegboard::store
