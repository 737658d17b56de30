#include "core/store/goal_store.h"

#include "core/store/rows.h"

namespace pegboard::store {

template <>
struct TableOf<Goal> {
    static constexpr const char* name = "goal";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("child_id", r.child);
        v("parent_id", r.parent);
        v("term", r.term);
        v("title", r.title);
        v("skill", r.skill);
        v("discipline", r.discipline);
        v("side", r.side);
        v("baseline", r.baseline);
        v("baseline_reason", r.baseline_reason);
        v("measure", r.measure);
        v("target", r.target);
        v("successes", r.successes);
        v("attempts", r.attempts);
        v("sessions_in_row", r.sessions_in_row);
        v("assist_level", r.assist_level);
        v("minutes_per_week", r.minutes_per_week);
        v("dose_min", r.dose_min);
        v("routine", r.routine);
        v("start_date", r.start);
        v("due_date", r.due);
        v("priority", r.priority);
        v("status", r.status);
        v("closed_on", r.closed_on);
        v("therapist_id", r.therapist);
        v("note", r.note);
    }
};

std::vector<Goal> read_goals(Database& db, GoalId id) { return read_rows<Goal>(db, id.value); }

void insert_goal(Database& db, const Goal& goal) { insert(db, goal); }

void update_goal(Database& db, const Goal& before, const Goal& after) { update(db, before, after); }

void delete_goal(Database& db, GoalId id) { delete_row(db, "goal", id.value); }

}  // namespace pegboard::store
