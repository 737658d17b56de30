// How long opening the library and one keystroke of search take, with the content as built and with
// 5,000 synthetic activities made from its words. Wanted: opening in 5 ms, a keystroke's 99th percentile in 3 ms.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>

#include "core/library/library.h"
#include "core/library/search_index.h"

namespace {

using namespace pegboard;

const std::filesystem::path library_db = std::filesystem::path(PEGBOARD_DATA) / "library.db";

const Library& library() {
    static const auto opened = Library::open(library_db).take();
    return *opened;
}

/// Activities whose fields are drawn from those of different real ones, so that words repeat as they do in life.
SearchIndex synthetic_index(int activities) {
    using Field = SearchIndex::Field;
    const auto& real = library().activities();
    const auto pick = [&](int number, int stride) -> const Activity& {
        return real[static_cast<std::size_t>(number * stride) % real.size()];
    };
    SearchIndex index;
    for (int i = 0; i < activities; ++i) {
        index.add(i, Field::title, pick(i, 1).title + " " + std::to_string(i));
        for (const auto& skill : pick(i, 3).skills) index.add(i, Field::skills, library().name_of(skill));
        for (const auto& item : pick(i, 5).items) index.add(i, Field::items, library().name_of(item.item));
        index.add(i, Field::idea, pick(i, 7).idea);
        for (const auto& step : pick(i, 11).steps) index.add(i, Field::steps, step);
    }
    index.finish();
    return index;
}

void open_library(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(Library::open(library_db));
}
BENCHMARK(open_library)->Unit(benchmark::kMillisecond);

void search_built_in(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(library().search("ball wa"));
}
BENCHMARK(search_built_in)->Unit(benchmark::kMicrosecond);

const SearchIndex& five_thousand() {
    static const SearchIndex index = synthetic_index(5000);
    return index;
}

void search_synthetic(benchmark::State& state, const char* typed) {
    for (auto _ : state) benchmark::DoNotOptimize(five_thousand().find(typed));
}
BENCHMARK_CAPTURE(search_synthetic, one_letter, "t")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_synthetic, one_word, "paper")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_synthetic, three_words, "cut the pap")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_synthetic, three_slips, "sisors papre ballance")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_synthetic, nothing_found, "zzyzx")->Unit(benchmark::kMicrosecond);

/// Types each phrase letter by letter and tells the percentiles over all keystrokes.
void every_keystroke(benchmark::State& state) {
    static constexpr std::array<std::string_view, 8> phrases{
        "scissors along a line", "scisors alogn a lien", "throw and catch",   "hopp on one foot",
        "ballance beam walk",    "pencil grasp",         "treasure hunt map", "qzx wvk jjjjjjjj"};
    using Clock = std::chrono::steady_clock;
    std::vector<double> microseconds;
    for (auto _ : state)
        for (const auto phrase : phrases)
            for (std::size_t letters = 1; letters <= phrase.size(); ++letters) {
                const auto began = Clock::now();
                benchmark::DoNotOptimize(five_thousand().find(phrase.substr(0, letters)));
                microseconds.push_back(std::chrono::duration<double, std::micro>(Clock::now() - began).count());
            }
    std::ranges::sort(microseconds);
    const auto percentile = [&](double share) {
        return microseconds[static_cast<std::size_t>(share * static_cast<double>(microseconds.size() - 1))];
    };
    state.counters["p50_us"] = percentile(0.50);
    state.counters["p99_us"] = percentile(0.99);
    state.counters["most_us"] = percentile(1);
}
BENCHMARK(every_keystroke)->Unit(benchmark::kMillisecond);

}  // namespace
