// How long a large caseload takes to open and how long one saved edit takes, on the disk below the
// temporary folder. It measures; it is no test.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include "core/caseload.h"
#include "core/store/database.h"
#include "core/store/journal.h"
#include "core/store/seals/seals.h"
#include "core/store/snapshot.h"

namespace pegboard {
namespace {
namespace fs = std::filesystem;
constexpr int children = 300;
constexpr int goals_each = 10;
constexpr int sessions_in_all = 5000;
const Key key{"seven quiet herons", {}};

Child child_number(int number) {
    Child child;
    child.first_name = "Child " + std::to_string(number);
    child.last_name = "Sample";
    child.date_of_birth = make_date(2019, 1 + number % 12, 1).value();
    child.guardians = {{{}, "Parent", "mother", "555 0100", "", ""}};
    child.diagnoses = {{{}, "Coordination", "F82"}};
    child.precautions = {{{}, "latex", {{"reaction", "rash"}}, ""}};
    child.services = {Service{}};
    child.interests = {"trains", "water"};
    child.strengths = {"Persistent"};
    return child;
}

Session session_number(int number, ChildId child, const std::vector<GoalId>& goals) {
    Session session;
    session.child = child;
    session.date = make_date(2026, 1, 1).value() + number % 300;
    session.start_min = 480 + number % 16 * 30;
    session.goals = {goals[0], goals[1]};
    for (int i = 0; i < 4; ++i) {
        Block block;
        block.activity = "act.sample";
        block.title = "Road cutter";
        block.goals = {goals[static_cast<std::size_t>(i % 2)]};
        session.blocks.push_back(block);
    }
    return session;
}

/// One folder with one large caseload for all measurements.
class LargeCaseload {
 public:
    LargeCaseload() {
        std::string name = (fs::temp_directory_path() / "pegboard-bench-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
        options.fast_key = true;
        options.places = {folder_ / "state", folder_ / "backups"};
        auto caseload = Caseload::create(file(), key, options).take();
        for (int i = 0; i < children; ++i) run(*caseload, AddChild{child_number(i)});
        std::vector<std::vector<GoalId>> goals(children);
        const std::vector<Child> all = caseload->children();
        for (std::size_t i = 0; i < children; ++i)
            for (int g = 0; g < goals_each; ++g) {
                Goal goal;
                goal.id = mint<GoalId>();
                goal.child = all[i].id;
                goal.title = "Cuts out a circle close to the line";
                run(*caseload, AddGoal{goal});
                goals[i].push_back(goal.id);
            }
        for (int i = 0; i < sessions_in_all; ++i) {
            const auto at = static_cast<std::size_t>(i % children);
            run(*caseload, AddSession{session_number(i, all[at].id, goals[at])});
        }
    }
    ~LargeCaseload() { fs::remove_all(folder_); }
    LargeCaseload(const LargeCaseload&) = delete;
    LargeCaseload& operator=(const LargeCaseload&) = delete;
    [[nodiscard]] fs::path file() const { return folder_ / "large.pegboard"; }
    OpenOptions options;

 private:
    static void run(Caseload& caseload, const Command& command) {
        if (const Status status = caseload.run(command); !status.ok()) throw std::runtime_error(status.error().message);
    }
    fs::path folder_;
};
const LargeCaseload& large() {
    static const LargeCaseload made;
    return made;
}

void read_everything(benchmark::State& state) {
    auto db = store::open_database(large().file(), key, store::Access::look, true).take();
    for (auto _ : state) {
        store::Snapshot snapshot;
        snapshot.load(*db);
        benchmark::DoNotOptimize(snapshot.sessions.rows().data());
    }
}
BENCHMARK(read_everything)->Unit(benchmark::kMillisecond);

void open_and_close(benchmark::State& state) {
    OpenOptions options = large().options;
    options.read_only = true;
    for (auto _ : state) benchmark::DoNotOptimize(Caseload::open(large().file(), key, options));
}
BENCHMARK(open_and_close)->Unit(benchmark::kMillisecond);

void save_one_edit(benchmark::State& state) {
    OpenOptions options = large().options;
    std::int64_t now = 1'790'000'000'000;
    options.now_ms = [&now] { return now += 61'000; };  // far enough apart that each edit is a step of its own
    auto caseload = Caseload::open(large().file(), key, options).take();
    Session session = caseload->sessions().front();
    for (auto _ : state) {
        session.length_min = session.length_min == 30 ? 45 : 30;
        if (!caseload->run(EditSession{session}).ok()) state.SkipWithError("not saved");
    }
}
BENCHMARK(save_one_edit)->Unit(benchmark::kMillisecond);

void undo_and_redo(benchmark::State& state) {
    auto caseload = Caseload::open(large().file(), key, large().options).take();
    for (auto _ : state)
        if (!caseload->undo().ok() || !caseload->redo().ok()) state.SkipWithError("not undone");
}
BENCHMARK(undo_and_redo)->Unit(benchmark::kMillisecond);

/// What the digests add to such an edit: read, follow, sealed and written into the row that is written anyway.
void digests_of_one_edit(benchmark::State& state) {
    auto db = store::open_database(large().file(), key, store::Access::write, true).take();
    const ChangeSetId newest{db->number("SELECT id FROM change_set ORDER BY sequence DESC LIMIT 1")};
    const std::vector<store::Change> changes = store::changes_of(*db, newest);
    store::Seals seals(*db);
    const store::Transaction never_committed(*db);
    for (auto _ : state) {
        store::SealRow row = seals.read();
        seals.follow(row, changes);
        seals.write(row);
    }
    state.counters["changes"] = static_cast<double>(changes.size());
}
BENCHMARK(digests_of_one_edit)->Unit(benchmark::kMillisecond);

void note_one_look(benchmark::State& state) {
    auto caseload = Caseload::open(large().file(), key, large().options).take();
    const ChildId child = caseload->children().front().id;
    for (auto _ : state)
        if (!caseload->note_access(AccessKind::viewed, child, {}).ok()) state.SkipWithError("not noted");
}
BENCHMARK(note_one_look)->Unit(benchmark::kMillisecond);

void check_journal_and_records(benchmark::State& state) {
    auto caseload = Caseload::open(large().file(), key, large().options).take();
    for (auto _ : state) benchmark::DoNotOptimize(caseload->journal_fault());
}
BENCHMARK(check_journal_and_records)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pegboard
