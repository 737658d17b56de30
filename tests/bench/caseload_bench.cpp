// How long an edit, an undo and an opening take on a real encrypted file with 300 children and 3,000
// goals. Figures, not tests: run build/release/bin/bench_caseload.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include <unistd.h>

#include "core/caseload.h"
#include "core/demo/demo.h"
#include "core/library/library.h"

namespace {

using namespace pegboard;
namespace fs = std::filesystem;

/// A caseload of 300 invented children in a temporary folder, made once.
struct Bed {
    fs::path folder = fs::temp_directory_path() / ("pegboard-bench-" + std::to_string(getpid()));
    Key key{.passphrase = "a long bench passphrase", .recovery = {}};
    OpenOptions options;
    std::unique_ptr<Caseload> caseload;

    Bed() {
        fs::create_directories(folder);
        options.places = {.state = folder / "state", .backups = folder / "backups"};
        options.fast_key = true;
        auto made = Caseload::create(file(), key, options);
        auto library = Library::open(fs::path(PEGBOARD_DATA) / "library.db");
        if (!made || !library || !write_demo(*made.value(), *library.value(), Date{20725}, 300)) std::abort();
        caseload = made.take();
    }
    ~Bed() {
        caseload.reset();
        fs::remove_all(folder);
    }
    [[nodiscard]] fs::path file() const { return folder / "bench.pegboard"; }
};

Bed& bed() {
    static Bed one;
    return one;
}

void edit_child(benchmark::State& state) {
    Caseload& caseload = *bed().caseload;
    int turn = 0;
    for (auto _ : state) {
        Child child = caseload.children()[static_cast<std::size_t>(turn) % caseload.children().size()];
        child.school = "Oakfield Primary " + std::to_string(++turn);
        if (!caseload.run(EditChild{child})) state.SkipWithError("the edit was refused");
    }
}
BENCHMARK(edit_child)->Unit(benchmark::kMillisecond)->Iterations(300);

void undo_and_redo(benchmark::State& state) {
    Caseload& caseload = *bed().caseload;
    for (auto _ : state)
        if (!caseload.undo() || !caseload.redo()) state.SkipWithError("nothing to undo");
}
BENCHMARK(undo_and_redo)->Unit(benchmark::kMillisecond)->Iterations(100);

void open_file(benchmark::State& state) {
    bed().caseload.reset();
    for (auto _ : state) {
        auto opened = Caseload::open(bed().file(), bed().key, bed().options);
        if (!opened) state.SkipWithError("the file did not open");
    }
    bed().caseload = Caseload::open(bed().file(), bed().key, bed().options).take();
}
BENCHMARK(open_file)->Unit(benchmark::kMillisecond)->Iterations(20);

/// What unlocking costs beyond the key: the file is opened with the key itself and read whole. Closing is the lock's
/// part.
void unlock_file(benchmark::State& state) {
    const Key key{{}, bed().caseload->recovery_key().take()};
    for (auto _ : state) {
        state.PauseTiming();
        bed().caseload.reset();
        state.ResumeTiming();
        auto opened = Caseload::open(bed().file(), key, bed().options);
        if (!opened) {
            state.SkipWithError("the file did not open");
            break;
        }
        bed().caseload = opened.take();
    }
}
BENCHMARK(unlock_file)->Unit(benchmark::kMillisecond)->Iterations(20);

void lock_file(benchmark::State& state) {
    for (auto _ : state) {
        state.PauseTiming();
        Child child = bed().caseload->children().front();
        child.school += "x";
        if (!bed().caseload->run(EditChild{child})) state.SkipWithError("the edit was refused");
        state.ResumeTiming();
        bed().caseload.reset();
        state.PauseTiming();
        bed().caseload = Caseload::open(bed().file(), bed().key, bed().options).take();
        state.ResumeTiming();
    }
}
BENCHMARK(lock_file)->Unit(benchmark::kMillisecond)->Iterations(20);

}  // namespace

BENCHMARK_MAIN();
