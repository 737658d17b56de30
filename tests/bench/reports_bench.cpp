// What a document on paper costs: the progress report of 8 goals and a year of weekly sessions from the record to the
// bytes of its PDF, the same in its steps, and one page as pixels for the preview. Wanted: 150 ms for the report, 100
// ms for a page in sight after a change.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>

#include "core/caseload.h"
#include "core/library/library.h"
#include "core/reports/reports.h"

namespace pegboard {
namespace {
namespace fs = std::filesystem;

constexpr int goals = 8, weeks = 52;
const Date today = *make_date(2026, 9, 29);

void must(const Status& status) {
    if (!status) std::abort();
}

struct Bed {
    fs::path folder = fs::temp_directory_path() / ("pegboard-reports-" + std::to_string(::getpid()));
    std::unique_ptr<Library> library = Library::open(fs::path(PEGBOARD_DATA) / "library.db").take();
    std::unique_ptr<Caseload> caseload;
    reports::Choices choices;

    Bed() {
        fs::create_directories(folder);
        OpenOptions options;
        options.places = {folder / "state", folder / "backups"};
        options.fast_key = true;
        options.throwaway = true;
        options.now_ms = [] { return (today.day * 24LL + 12) * 3'600'000; };
        caseload = Caseload::create(folder / "bench.pegboard", {Secret("a long bench passphrase"), {}}, options).take();
        Child child;
        child.id = mint<ChildId>();
        child.first_name = "Mateo";
        child.last_name = "Example";
        child.date_of_birth = today - 2300;
        must(caseload->run(AddChild{child}));
        for (int i = 0; i < goals; ++i) add_goal(child.id, i);
        choices.kind = reports::Kind::progress_report;
        choices.child = child.id;
        choices.from = today - 7 * weeks;
        choices.to = today;
    }
    ~Bed() {
        caseload.reset();
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    Bed(const Bed&) = delete;
    Bed& operator=(const Bed&) = delete;

    void add_goal(ChildId child, int number) const {
        Goal goal;
        goal.id = mint<GoalId>();
        goal.child = child;
        goal.title = "Cuts out a circle close to the line, part " + std::to_string(number);
        goal.skill = "fm.cut6_circle";
        goal.discipline = number % 2 == 0 ? Discipline::ot : Discipline::pt;
        goal.measure = "trials";
        goal.target = 80;
        goal.baseline = {20, 25, 20};
        goal.start = today - 7 * weeks;
        goal.due = today + 60;
        goal.status = GoalStatus::active;
        must(caseload->run(AddGoal{goal}));
        for (int week = 0; week < weeks; ++week) {
            DataPoint point;
            point.id = mint<PointId>();
            point.goal = goal.id;
            point.date = today - 7 * (weeks - week);
            point.kind = PointKind::measured;
            point.value = 2 + (week * 7 + number) % 4 + week / 18;
            point.n = 10;
            must(caseload->run(RecordPoint{point}));
        }
    }
    [[nodiscard]] reports::Document document() const {
        return reports::document_of(*caseload, *library, choices, today).take();
    }
};

const Bed& bed() {
    static const Bed made;
    return made;
}

void progress_report(benchmark::State& state) {
    static_cast<void>(bed());
    std::size_t bytes = 0;
    for (auto each : state)
        bytes = reports::pdf_of(reports::lay_out(bed().document(), reports::Paper::letter)).value().size();
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(progress_report)->Unit(benchmark::kMillisecond);

void document_alone(benchmark::State& state) {
    static_cast<void>(bed());
    for (auto each : state) benchmark::DoNotOptimize(bed().document());
}
BENCHMARK(document_alone)->Unit(benchmark::kMillisecond);

void layout_alone(benchmark::State& state) {
    const reports::Document document = bed().document();
    for (auto each : state) benchmark::DoNotOptimize(reports::lay_out(document, reports::Paper::letter));
}
BENCHMARK(layout_alone)->Unit(benchmark::kMillisecond);

void page_in_sight_after_a_change(benchmark::State& state) {
    static_cast<void>(bed());
    for (auto each : state)
        benchmark::DoNotOptimize(
            reports::picture_of(reports::lay_out(bed().document(), reports::Paper::letter), 0, 1.5));
}
BENCHMARK(page_in_sight_after_a_change)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pegboard
