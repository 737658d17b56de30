#include "core/store/practice_store.h"

#include "core/store/rows.h"

namespace pegboard::store {

template <>
struct TableOf<Therapist> {
    static constexpr const char* name = "therapist";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("name", r.name);
        v("credentials", r.credentials);
        v("discipline", r.discipline);
        v("archived", r.archived);
        v("supervisor_id", r.supervisor);
    }
};

template <>
struct TableOf<Practice> {
    static constexpr const char* name = "practice";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("me_id", r.me);
        v("name", r.name);
        v("idle_lock_min", r.idle_lock_min);
        v("initials_only", r.initials_only);
        v("second_backup_folder", r.second_backup_folder);
        v("plan_variety", r.plan_variety);
        v("plan_fun", r.plan_fun);
        v("plan_few_materials", r.plan_few_materials);
        v("transition_min", r.transition_min);
        v("decision_rule", r.decision_rule);
        v("session_lock_min", r.session_lock_min);
        v("corrected_until_months", r.corrected_until_months);
        v("emergency_number", r.emergency_number);
        v("owed_child_ill", r.minutes.owed[0]);
        v("owed_family_cancelled", r.minutes.owed[1]);
        v("owed_school_event", r.minutes.owed[2]);
        v("owed_therapist_away", r.minutes.owed[3]);
        v("owed_no_show", r.minutes.owed[4]);
        v("owed_other", r.minutes.owed[5]);
        v("owed_came_late", r.minutes.owed[6]);
        v("owed_ended_early", r.minutes.owed[7]);
        v("split_cotreat", r.minutes.split_cotreat);
        v("term_from", r.minutes.term_from);
        v("term_to", r.minutes.term_to);
    }
};

template <>
struct TableOf<HelpChoice> {
    static constexpr const char* name = "help_choice";
    static constexpr const char* owner = "therapist_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("name", r.name);
        v("assist", r.assist);
        v("prompt", r.prompt);
    }
};

template <>
struct TableOf<Snippet> {
    static constexpr const char* name = "snippet";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("therapist_id", r.therapist);
        v("name", r.name);
        v("text", r.text);
    }
};

std::vector<Therapist> read_therapists(Database& db) { return read_rows<Therapist>(db); }

void insert_therapist(Database& db, const Therapist& therapist) { insert(db, therapist); }

void update_therapist(Database& db, const Therapist& before, const Therapist& after) { update(db, before, after); }

Practice read_practice(Database& db) {
    SQLite::Statement& query = db.prepared(select_of<Practice>(""));
    Practice practice;
    if (query.executeStep()) {
        RowReader reader = reader_of<Practice>(db, query, 1, 1);
        TableOf<Practice>::columns(reader, practice);
    }
    query.reset();
    return practice;
}

void update_practice(Database& db, const Practice& before, const Practice& after) {
    update_row(db, "practice", columns_of<Practice>(), 1, values_of(before), values_of(after));
}

HelpLists read_help_choices(Database& db) {
    HelpLists lists;
    for (Owned<HelpChoice>& owned : read_owned<HelpChoice>(db))
        lists[TherapistId{owned.owner}].push_back(std::move(owned.row));
    return lists;
}

void save_help_choices(Database& db, TherapistId therapist, std::vector<HelpChoice> choices) {
    save_owned(db, therapist.value, choices);
}

std::vector<Snippet> read_snippets(Database& db) { return read_rows<Snippet>(db); }

void insert_snippet(Database& db, const Snippet& snippet) { insert(db, snippet); }

void update_snippet(Database& db, const Snippet& before, const Snippet& after) { update(db, before, after); }

void delete_snippet(Database& db, SnippetId id) { delete_row(db, "snippet", id.value); }

}  // namespace pegboard::store
