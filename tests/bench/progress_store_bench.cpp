// What progress costs on a real encrypted file: a tap until it is durable and its goal judged, the list of what needs
// attention, all statuses made anew, and how each grows from 30,000 to 3,000,000 points. Figures, not tests.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <random>

#include "core/caseload.h"
#include "core/progress/todo.h"
#include "core/store/database.h"
#include "core/store/goal_store.h"
#include "core/store/status_store.h"

namespace pegboard {
namespace {
namespace fs = std::filesystem;

const Key key{"a long bench passphrase", {}};
const Date today = *make_date(2026, 9, 29);
constexpr int goals_each = 10;

/// A file with 10 points a session for 10 goals of every child, written past the front door: through it, three million
/// taps would take an hour.
struct Bed {
    fs::path folder;
    std::unique_ptr<Caseload> caseload;
    int children = 0;

    explicit Bed(int points) : folder(fs::temp_directory_path() / ("pegboard-progress-" + std::to_string(points))) {
        fs::remove_all(folder);
        fs::create_directories(folder);
        // 100 points a goal up to 300 children, 300,000 points; beyond that more points a goal.
        children = std::min(300, points / (goals_each * 100));
        auto made = Caseload::create(file(), key, options());
        if (!made) std::abort();
        caseload = made.take();
        add_goals();
        start_session();
        caseload.reset();
        write_points(points / (children * goals_each));
        caseload = Caseload::open(file(), key, options()).take();  // works out all statuses
    }
    Bed(const Bed&) = delete;
    Bed& operator=(const Bed&) = delete;
    ~Bed() {
        caseload.reset();
        fs::remove_all(folder);
    }
    [[nodiscard]] fs::path file() const { return folder / "bench.pegboard"; }
    [[nodiscard]] OpenOptions options() const {
        OpenOptions options;
        options.places = {folder / "state", folder / "backups"};
        options.fast_key = true;
        options.now_ms = [] { return (today.day * 24LL + 12) * 3'600'000; };
        return options;
    }
    void run(const Command& command) {
        if (const Status done = caseload->run(command); !done.ok()) std::abort();
    }
    void add_goals() {
        for (int i = 0; i < children; ++i) {
            Child child;
            child.id = mint<ChildId>();
            child.first_name = "Child";
            child.last_name = std::to_string(i);
            child.date_of_birth = today - 2000;
            run(AddChild{child});
            for (int k = 0; k < goals_each; ++k) {
                Goal goal;
                goal.id = mint<GoalId>();
                goal.child = child.id;
                goal.title = "Hops " + std::to_string(k);
                goal.measure = "trials";
                goal.baseline = {20, 25, 22};
                goal.target = 80;
                goal.start = today - 300;
                goal.due = today + 60;
                goal.assist_level = 8;
                goal.status = GoalStatus::active;
                run(AddGoal{goal});
            }
        }
    }
    void start_session() {
        Session session;
        session.id = mint<SessionId>();
        session.child = caseload->goals().front().child;
        session.date = today;
        session.goals = {caseload->goals().front().id};
        run(AddSession{session});
        run(StartSession{session.id});
    }
    void write_points(int each) const {
        auto db = store::open_database(file(), key, store::Access::write, true).take();
        db->exec("BEGIN IMMEDIATE; UPDATE journal_state SET open_change_set_id = 0");
        std::mt19937 random{9};
        std::vector<std::pair<std::int64_t, std::int64_t>> goals;
        {
            SQLite::Statement all(db->sql(), "SELECT id, child_id FROM goal");
            while (all.executeStep()) goals.emplace_back(all.getColumn(0).getInt64(), all.getColumn(1).getInt64());
        }
        SQLite::Statement insert(
            db->sql(),
            "INSERT INTO data_point VALUES (?, ?, ?, NULL, NULL, ?, '2026-09-01T10:00:00Z', ?, ?, 1, ?, NULL, 0, 0, "
            "'none', 'Gym', 'Ana Ruiz', '', 1, '', NULL)");
        for (const auto& [goal, child] : goals)
            for (int i = 0; i < each; ++i) {
                const bool correct = static_cast<int>(random() % 100) < 20 + i * 60 / each;
                insert.bind(1, mint_id());
                insert.bind(2, child);
                insert.bind(3, goal);
                insert.bind(4, iso(today - 250 + i / 10 % 250));
                insert.bind(5, correct ? "correct" : "not_yet");
                insert.bind(6, correct ? 1.0 : 0.0);
                insert.bind(7, static_cast<int>(random() % 4));
                insert.exec();
                insert.reset();
            }
        db->exec("UPDATE journal_state SET open_change_set_id = NULL; UPDATE goal_status SET made_by = 0; COMMIT");
    }
};

Bed& bed(int points) {
    static std::unique_ptr<Bed> one;
    static int size = 0;
    if (size != points) {
        one.reset();
        one = std::make_unique<Bed>(points);
        size = points;
    }
    return *one;
}

/// A tap from the command to the durable file with its goal judged anew; the slowest of a hundred in `p99_ms`.
void tap_to_durable(benchmark::State& state) {
    Bed& on = bed(static_cast<int>(state.range(0)));
    DataPoint tap;
    tap.goal = on.caseload->goals().front().id;
    for (const Session& session : on.caseload->sessions()) tap.session = session.id;
    tap.kind = PointKind::correct;
    std::vector<double> times;
    for (auto _ : state) {
        const auto from = std::chrono::steady_clock::now();
        on.run(RecordPoint{tap});
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
    }
    std::ranges::sort(times);
    state.counters["p50_ms"] = times[times.size() / 2];
    state.counters["p99_ms"] = times[times.size() * 99 / 100];
}
BENCHMARK(tap_to_durable)->Arg(30'000)->Arg(300'000)->Unit(benchmark::kMillisecond)->Iterations(500);

void attention_of_a_caseload(benchmark::State& state) {
    Bed& on = bed(static_cast<int>(state.range(0)));
    std::size_t entries = 0;
    for (auto _ : state) entries = progress::attention_list(*on.caseload, {}, today).size();
    state.counters["entries"] = static_cast<double>(entries);
    state.counters["goals"] = static_cast<double>(on.caseload->goals().size());
}
BENCHMARK(attention_of_a_caseload)->Arg(300'000)->Unit(benchmark::kMillisecond);

void rebuild_all_statuses(benchmark::State& state) {
    Bed& on = bed(static_cast<int>(state.range(0)));
    auto db = store::open_database(on.file(), key, store::Access::look, true).take();
    const std::vector<Goal> goals = store::read_goals(*db);
    for (auto _ : state)
        for (const progress::KeptFacts& row : store::work_out_statuses(*db, goals))
            if (row.facts != *on.caseload->facts(row.id)) return state.SkipWithError("a row differs from its rebuild");
}
BENCHMARK(rebuild_all_statuses)->Arg(300'000)->Unit(benchmark::kMillisecond)->Iterations(5);

// The largest file last: making it takes the longest.
BENCHMARK(rebuild_all_statuses)->Arg(30'000)->Unit(benchmark::kMillisecond)->Iterations(5);
BENCHMARK(attention_of_a_caseload)->Arg(30'000)->Unit(benchmark::kMillisecond);
BENCHMARK(tap_to_durable)->Arg(3'000'000)->Unit(benchmark::kMillisecond)->Iterations(500);
BENCHMARK(attention_of_a_caseload)->Arg(3'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(rebuild_all_statuses)->Arg(3'000'000)->Unit(benchmark::kMillisecond)->Iterations(2);

}  // namespace
}  // namespace pegboard
