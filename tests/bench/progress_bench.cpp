// How long the rules of progress take: the trend of a long goal with its interval, all that a chart shows, the facts
// kept with every tap. It measures; it is no test.
#include <benchmark/benchmark.h>

#include <random>

#include "core/progress/analysis.h"

namespace pegboard::progress {
namespace {

/// `count` session values that rise slowly with noise, one a day.
Series noisy_series(int count) {
    std::mt19937 random{7};
    std::normal_distribution<double> noise(0, 8);
    Series series;
    for (int i = 0; i < count; ++i) series.push_back({static_cast<double>(i), 20 + 0.02 * i + noise(random)});
    return series;
}

/// A goal of tries whose sessions have ten taps each, `count` points in all.
struct Recorded {
    Goal goal;
    std::vector<DataPoint> points;
};
Recorded recorded(int count, int taps_a_session) {
    std::mt19937 random{8};
    Recorded all;
    all.goal.measure = "trials";
    all.goal.target = 80;
    all.goal.baseline = {20, 25, 22};
    all.goal.start = make_date(2026, 1, 1);
    all.goal.due = *all.goal.start + 200;
    all.goal.assist_level = 8;
    for (int i = 0; i < count; ++i) {
        DataPoint point;
        point.session = SessionId{1 + i / taps_a_session};
        point.date = *all.goal.start + i / taps_a_session;
        point.kind = random() % 2 ? PointKind::correct : PointKind::not_yet;
        point.value = point.kind == PointKind::correct ? 1 : 0;
        point.n = 1;
        point.assist = static_cast<int>(random() % 4);
        all.points.push_back(point);
    }
    return all;
}

void trend_with_interval(benchmark::State& state) {
    const Series series = noisy_series(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(theil_sen(series));
}
BENCHMARK(trend_with_interval)->Arg(20)->Arg(100)->Arg(500)->Arg(2000)->Unit(benchmark::kMillisecond);

void facts_of_a_goal(benchmark::State& state) {
    const Recorded all = recorded(static_cast<int>(state.range(0)), 10);
    const Criterion criterion = criterion_of(all.goal);
    for (auto _ : state) benchmark::DoNotOptimize(facts_of(criterion, all.points, {}));
}
BENCHMARK(facts_of_a_goal)->Arg(100)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

/// Session values and all lines of 2,000 points: as taps of 200 sessions, and as 2,000 sessions of one value.
void chart_of_a_goal(benchmark::State& state) {
    const Recorded all = recorded(2000, static_cast<int>(state.range(0)));
    const Criterion criterion = criterion_of(all.goal);
    for (auto _ : state) benchmark::DoNotOptimize(analyse(criterion, all.points, {}, DecisionRule::four_point));
}
BENCHMARK(chart_of_a_goal)->Arg(10)->Arg(1)->Unit(benchmark::kMillisecond);

void points_of_a_chart_without_lines(benchmark::State& state) {
    const Recorded all = recorded(2000, 1);
    const Criterion criterion = criterion_of(all.goal);
    for (auto _ : state) benchmark::DoNotOptimize(session_values(criterion, all.points));
}
BENCHMARK(points_of_a_chart_without_lines)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pegboard::progress
