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
        v("sentence", r.sentence);
        v("condition", r.condition);
        v("target_words", r.target_words);
        v("bank_goal", r.bank_goal);
        v("skill", r.skill);
        v("discipline", r.discipline);
        v("side", r.side);
        v("baseline", r.baseline);
        v("baseline_reason", r.baseline_reason);
        v("measure", r.measure);
        v("target", r.target);
        v("successes", r.successes);
        v("attempts", r.attempts);
        v("ratio_noun", r.ratio_noun);
        v("sessions_in_row", r.sessions_in_row);
        v("sessions_met", r.sessions_met);
        v("sessions_of", r.sessions_of);
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
        v("tries_count", r.tries_count);
        v("unit", r.unit);
        v("lap_cm", r.lap_cm);
        v("wanted_tries", r.wanted_tries);
        v("min_tries", r.min_tries);
        v("lower_is_better", r.lower_is_better);
        v("prompt_max", r.prompt_max);
        v("generalise", r.generalise);
        v("maintain", r.maintain);
        v("decision_rule", r.decision_rule);
        v("interval_method", r.interval_method);
        v("interval_s", r.interval_s);
        v("gas_importance", r.gas_importance);
        v("gas_difficulty", r.gas_difficulty);
        v("gas_baseline", r.gas_baseline);
    }
};

namespace {
struct GoalLine {
    RowId id;
    std::string kind;  ///< "step" or "gas_level"
    std::string text;
};
}  // namespace

template <>
struct TableOf<GoalLine> {
    static constexpr const char* name = "goal_line";
    static constexpr const char* owner = "goal_id";
    static constexpr bool listed = true;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("kind", r.kind);
        v("text", r.text);
    }
};

namespace {
bool has_levels(const Goal& goal) {
    return std::any_of(goal.gas_levels.begin(), goal.gas_levels.end(),
                       [](const std::string& text) { return !text.empty(); });
}

void save_lines(Database& db, const Goal& goal) {
    std::vector<GoalLine> lines;
    for (const std::string& step : goal.task_steps) lines.push_back({{}, "step", step});
    if (has_levels(goal))
        for (const std::string& level : goal.gas_levels) lines.push_back({{}, "gas_level", level});
    const auto known = [](const std::string& kind) { return kind == "step" || kind == "gas_level"; };
    for (GoalLine& line : lines_of_no_kind(read_owned<GoalLine>(db, goal.id.value), known))
        lines.push_back(std::move(line));
    save_by_place(db, goal.id.value, std::move(lines));
}

void attach_lines(Database& db, std::int64_t only, std::vector<Goal>& goals) {
    std::unordered_map<std::int64_t, std::size_t> at, level;
    for (std::size_t i = 0; i < goals.size(); ++i) at[goals[i].id.value] = i;
    for (Owned<GoalLine>& owned : read_owned<GoalLine>(db, only)) {
        const auto found = at.find(owned.owner);
        if (found == at.end()) continue;
        Goal& goal = goals[found->second];
        if (owned.row.kind == "step") {
            goal.task_steps.push_back(std::move(owned.row.text));
        } else if (owned.row.kind != "gas_level") {
            report_kind(db, owned.row);
        } else if (const std::size_t place = level[owned.owner]++; place < goal.gas_levels.size()) {
            goal.gas_levels[place] = std::move(owned.row.text);
        }
    }
}
}  // namespace

std::vector<Goal> read_goals(Database& db, GoalId id) {
    std::vector<Goal> goals = read_rows<Goal>(db, id.value);
    attach_lines(db, id.value, goals);
    return goals;
}

void insert_goal(Database& db, const Goal& goal) {
    insert(db, goal);
    save_lines(db, goal);
}

void update_goal(Database& db, const Goal& before, const Goal& after) {
    update(db, before, after);
    if (before.task_steps != after.task_steps || before.gas_levels != after.gas_levels) save_lines(db, after);
}

void delete_goal(Database& db, GoalId id) { delete_row(db, "goal", id.value); }

}  // namespace pegboard::store
