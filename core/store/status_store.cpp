#include "core/store/status_store.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "core/progress/criterion.h"
#include "core/store/point_store.h"
#include "core/store/rows.h"

namespace pegboard {
namespace {
// Only kept in the file; screens show sentences made from them.
constexpr std::array verdict_terms{Term{"no_aim", {}}, Term{"too_few", {}}, Term{"keep_going", {}}, Term{"change", {}},
                                   Term{"raise", {}},  Term{"late", {}},    Term{"no_slope", {}}};
constexpr std::array gap_terms{Term{"none", {}},           Term{"no_criterion", {}}, Term{"no_data", {}},
                               Term{"too_few_tries", {}},  Term{"below", {}},        Term{"too_much_help", {}},
                               Term{"help_not_noted", {}}, Term{"run_short", {}},    Term{"too_few_passes", {}},
                               Term{"one_place", {}}};
constexpr std::array probe_terms{Term{"none", {}}, Term{"kept", {}}, Term{"slipped", {}}};
}  // namespace

template <>
std::span<const Term> terms<progress::Verdict>() {
    return verdict_terms;
}
template <>
std::span<const Term> terms<progress::Gap>() {
    return gap_terms;
}
template <>
std::span<const Term> terms<progress::ProbeResult>() {
    return probe_terms;
}
}  // namespace pegboard

namespace pegboard::store {

template <>
inline constexpr bool is_worked_out<progress::KeptFacts> = true;

template <>
struct TableOf<progress::KeptFacts> {
    static constexpr const char* name = "goal_status";
    static constexpr bool listed = false;
    template <class V, class R>
    static void columns(V& v, R& r) {
        v("made_by", r.made_by);
        v("sessions", r.facts.sessions);
        v("outside", r.facts.outside);
        v("left_out", r.facts.left_out);
        v("in_stretch", r.facts.in_stretch);
        v("first_on", r.facts.first_on);
        v("last_on", r.facts.last_on);
        v("last_value", r.facts.last_value);
        v("last_tries", r.facts.last_tries);
        v("last_successes", r.facts.last_successes);
        v("last_measured", r.facts.last_measured);
        v("last_with_more_help", r.facts.last_with_more_help);
        v("baseline_level", r.facts.baseline_level);
        v("baseline_worst", r.facts.baseline_worst);
        v("baseline_values", r.facts.baseline_values);
        v("recent_level", r.facts.recent_level);
        v("aim_at_last", r.facts.aim_at_last);
        v("per_week", r.facts.per_week);
        v("per_week_low", r.facts.per_week_low);
        v("per_week_high", r.facts.per_week_high);
        v("leaning", r.facts.leaning);
        v("recent_change", r.facts.recent_change);
        v("flat", r.facts.flat);
        v("below_baseline", r.facts.below_baseline);
        v("three_point", r.facts.verdicts[0]);
        v("four_point", r.facts.verdicts[1]);
        v("median_of_three", r.facts.verdicts[2]);
        v("trend_line", r.facts.verdicts[3]);
        v("mastered_on", r.facts.mastery.mastered_on);
        v("mastered_value", r.facts.mastery.mastered_value);
        v("run", r.facts.mastery.run);
        v("passed", r.facts.mastery.passed);
        v("looked_at", r.facts.mastery.looked_at);
        v("gap", r.facts.mastery.gap);
        v("probe", r.facts.mastery.probe);
        v("probe_on", r.facts.mastery.probe_on);
        v("probe_weeks", r.facts.mastery.probe_weeks);
        v("practice_ended", r.facts.mastery.practice_ended);
    }
};

namespace {
progress::KeptFacts row_of(const Goal& goal, std::span<const DataPoint> points, std::span<const PhaseChange> changes) {
    return {goal.id, progress::facts_version, progress::facts_of(progress::criterion_of(goal), points, changes)};
}
}  // namespace

std::vector<progress::KeptFacts> read_statuses(Database& db) { return read_rows<progress::KeptFacts>(db); }

void write_status(Database& db, const progress::KeptFacts& row) {
    static const std::string statement = [] {
        std::string names = "id", places = "?";
        for (const std::string& column : columns_of<progress::KeptFacts>()) {
            names += ", " + column;
            places += ", ?";
        }
        return "INSERT OR REPLACE INTO goal_status (" + names + ") VALUES (" + places + ")";
    }();
    SQLite::Statement& query = db.prepared(statement);
    query.bind(1, row.id.value);
    int place = 1;
    for (const Value& value : values_of(row)) {
        ++place;
        // Numbers are kept to the last bit, so that a row equals what is worked out again.
        if (const auto* real = std::get_if<double>(&value))
            query.bind(place, *real);
        else
            bind(query, place, value);
    }
    query.exec();
}

progress::KeptFacts work_out_status(Database& db, const Goal& goal) {
    return row_of(goal, read_points_for_rules(db, goal.id), read_phase_changes(db, goal.id));
}

std::vector<progress::KeptFacts> work_out_statuses(Database& db, const std::vector<Goal>& goals) {
    std::unordered_map<std::int64_t, const Goal*> waiting;
    for (const Goal& goal : goals) waiting[goal.id.value] = &goal;
    std::unordered_map<std::int64_t, std::vector<PhaseChange>> changes;
    for (PhaseChange& change : read_phase_changes(db)) changes[change.goal.value].push_back(std::move(change));
    std::vector<progress::KeptFacts> rows;
    rows.reserve(goals.size());
    each_goal_for_rules(db, [&](GoalId id, const std::vector<DataPoint>& points) {
        const auto found = waiting.find(id.value);
        if (found == waiting.end()) return;
        rows.push_back(row_of(*found->second, points, changes[id.value]));
        waiting.erase(found);
    });
    for (const auto& [id, goal] : waiting) rows.push_back(row_of(*goal, {}, changes[id]));
    return rows;
}

bool says_the_same(const progress::KeptFacts& one, const progress::KeptFacts& other) {
    constexpr double last_bits = 1e-9;
    const auto is_near = [](const Value& a, const Value& b) {
        const auto* x = std::get_if<double>(&a);
        const auto* y = std::get_if<double>(&b);
        if (x == nullptr || y == nullptr) return a == b;
        return std::abs(*x - *y) <= last_bits * std::max({1.0, std::abs(*x), std::abs(*y)}) || *x == *y;
    };
    return one.id == other.id && std::ranges::equal(values_of(one), values_of(other), is_near);
}

}  // namespace pegboard::store
