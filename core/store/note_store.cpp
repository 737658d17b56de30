#include "core/store/note_store.h"

#include <algorithm>

#include "core/store/rows.h"

namespace pegboard::store {

template <>
struct TableOf<QuickNote> {
    static constexpr const char* name = "quick_note";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("child_id", r.child);
        v("session_id", r.session);
        v("at_utc", r.at_utc);
        v("text", r.text);
        v("chip", r.chip);
    }
};

template <>
struct TableOf<SessionNote> {
    static constexpr const char* name = "session_note";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("child_id", r.child);
        v("session_id", r.session);
        v("author_id", r.author);
        v("subjective", r.subjective);
        v("objective", r.objective);
        v("assessment", r.assessment);
        v("plan", r.plan);
        v("status", r.status);
        v("finished_on", r.finished_on);
        v("finished_by_id", r.finished_by);
        v("cosigner_id", r.cosigner);
        v("cosigned_on", r.cosigned_on);
        v("signed_data", r.signed_data);
    }
};

template <>
struct TableOf<NoteHead> {
    static constexpr const char* name = "session_note";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("child_id", r.child);
        v("session_id", r.session);
        v("author_id", r.author);
        v("status", r.status);
        v("cosigner_id", r.cosigner);
        v("cosigned_on", r.cosigned_on);
    }
};

template <>
struct TableOf<Amendment> {
    static constexpr const char* name = "note_amendment";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("child_id", r.child);
        v("note_id", r.note);
        v("session_id", r.session);
        v("at_utc", r.at_utc);
        v("date", r.date);
        v("therapist_id", r.therapist);
        v("text", r.text);
        v("data", r.data);
    }
};

namespace {
template <class T>
std::vector<T> by_time(std::vector<T> rows) {
    std::sort(rows.begin(), rows.end(), [](const T& one, const T& other) {
        return std::pair(one.at_utc, one.id) < std::pair(other.at_utc, other.id);
    });
    return rows;
}

template <class T>
std::optional<T> first(std::vector<T> rows) {
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}
}  // namespace

std::vector<QuickNote> read_quick_notes(Database& db, SessionId session) {
    return by_time(read_rows_of<QuickNote>(db, "session_id", session.value));
}
std::optional<QuickNote> read_quick_note(Database& db, QuickNoteId id) {
    return first(read_rows<QuickNote>(db, id.value));
}
void insert_quick_note(Database& db, const QuickNote& note) { insert(db, note); }
void delete_quick_note(Database& db, QuickNoteId id) { delete_row(db, "quick_note", id.value); }

std::vector<NoteHead> read_note_heads(Database& db) { return read_rows<NoteHead>(db); }
std::vector<NoteHead> read_session_note_heads(Database& db, SessionId session) {
    return read_rows_of<NoteHead>(db, "session_id", session.value);
}

std::optional<SessionNote> read_note(Database& db, NoteId id) {
    auto note = first(read_rows<SessionNote>(db, id.value));
    if (note) note->amendments = by_time(read_rows_of<Amendment>(db, "note_id", id.value));
    return note;
}

void insert_note(Database& db, const SessionNote& note) { insert(db, note); }
void update_note(Database& db, const SessionNote& before, const SessionNote& after) { update(db, before, after); }
void delete_note(Database& db, NoteId id) { delete_row(db, "session_note", id.value); }
void insert_amendment(Database& db, const Amendment& amendment) { insert(db, amendment); }

void rewrite_texts(Database& db, SessionId session, const std::function<std::string(const std::string&)>& words) {
    for (const QuickNote& before : read_quick_notes(db, session)) {
        QuickNote after = before;
        after.text = words(before.text);
        update(db, before, after);
    }
    for (const SessionNote& before : read_rows_of<SessionNote>(db, "session_id", session.value)) {
        SessionNote after = before;
        for (std::string* text : {&after.subjective, &after.objective, &after.assessment, &after.plan})
            *text = words(*text);
        update_note(db, before, after);
    }
    for (const Amendment& before : read_rows_of<Amendment>(db, "session_id", session.value)) {
        Amendment after = before;
        after.text = words(before.text);
        update(db, before, after);
    }
}

bool has_notes(Database& db, SessionId session) {
    return !read_quick_notes(db, session).empty() || !read_session_note_heads(db, session).empty();
}

}  // namespace pegboard::store
