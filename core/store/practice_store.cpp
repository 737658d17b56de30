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
    }
};

std::vector<Therapist> read_therapists(Database& db) { return read_rows<Therapist>(db); }

void insert_therapist(Database& db, const Therapist& therapist) { insert(db, therapist); }

void update_therapist(Database& db, const Therapist& before, const Therapist& after) { update(db, before, after); }

Practice read_practice(Database& db) {
    SQLite::Statement& query = db.prepared(select_of<Practice>(""));
    Practice practice;
    if (query.executeStep()) {
        RowReader reader{query, 1};
        TableOf<Practice>::columns(reader, practice);
    }
    query.reset();
    return practice;
}

void update_practice(Database& db, const Practice& before, const Practice& after) {
    update_row(db, "practice", columns_of<Practice>(), 1, values_of(before), values_of(after));
}

}  // namespace pegboard::store
