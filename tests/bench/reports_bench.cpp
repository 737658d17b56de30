// What a document on paper costs: the progress report of 8 goals and a year of weekly sessions from the record to the
// bytes of its PDF, the same in its steps, and one page as pixels for the preview. Wanted: 150 ms for the report, 100
// ms for a page in sight after a change, 2 s for everything of one child with five years.
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

constexpr int goals = 8, one_year = 52, five_years = 260;
const Date today = *make_date(2026, 9, 29);

void must(const Status& status) {
    if (!status) std::abort();
}

struct Bed {
    fs::path folder;
    std::unique_ptr<Library> library = Library::open(fs::path(PEGBOARD_DATA) / "library.db").take();
    std::unique_ptr<Caseload> caseload;
    reports::Choices choices;
    TherapistId therapist;
    int weeks;

    explicit Bed(int of_weeks) : weeks(of_weeks) {
        folder = fs::temp_directory_path() /
                 ("pegboard-reports-" + std::to_string(weeks) + "-" + std::to_string(::getpid()));
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

    /// A held session each week with a finished note.
    void add_sessions() {
        Therapist who;
        who.id = therapist = mint<TherapistId>();
        who.name = "Amara Example";
        must(caseload->run(AddTherapist{who}));
        for (int week = 0; week < weeks; ++week) {
            Session session;
            session.id = mint<SessionId>();
            session.child = choices.child;
            session.participants = {Participant{.id = mint<RowId>(), .child = choices.child}};
            session.date = today - 7 * (weeks - week);
            session.therapist = therapist;
            must(caseload->run(AddSession{session}));
            must(caseload->run(HoldSession{session.id, 30, {}}));
            SessionNote note;
            note.id = mint<NoteId>();
            note.child = choices.child;
            note.session = session.id;
            note.author = therapist;
            note.subjective = "Came in good spirits and told of the weekend at the lake with her aunt.";
            note.objective = "Cut along three wide curves with the small scissors, turned the paper at two of them.";
            note.assessment = "Turning the paper comes more easily while the elbow rests on the table.";
            note.plan = "Go on with curves; bring the firmer paper and the slant board next week.";
            must(caseload->run(WriteNote{note}));
        }
    }

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
    static const Bed made(one_year);
    return made;
}

const Bed& five_years_bed() {
    static const auto made = [] {
        auto bed = std::make_unique<Bed>(five_years);
        bed->add_sessions();
        bed->choices.kind = reports::Kind::everything;
        return bed;
    }();
    return *made;
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

/// Five years of weekly sessions with notes and eight goals, from the record to the bytes. Wanted: 2 s.
void everything_of_one_child(benchmark::State& state) {
    static_cast<void>(five_years_bed());
    std::size_t pages = 0;
    for (auto each : state) {
        const reports::Pages set = reports::lay_out(five_years_bed().document(), reports::Paper::letter);
        benchmark::DoNotOptimize(reports::pdf_of(set).value().size());
        pages = set.pages.size();
    }
    state.counters["pages"] = static_cast<double>(pages);
}
BENCHMARK(everything_of_one_child)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pegboard
