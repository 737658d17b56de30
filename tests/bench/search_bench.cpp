// How long opening the library and one keystroke of search take, with the content as built and with
// 5,000 synthetic activities made from its words.
#include <benchmark/benchmark.h>

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

void search_synthetic(benchmark::State& state, const char* typed) {
    static const SearchIndex index = synthetic_index(5000);
    for (auto _ : state) benchmark::DoNotOptimize(index.find(typed));
}
BENCHMARK_CAPTURE(search_synthetic, one_letter, "t")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_synthetic, one_word, "paper")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_synthetic, three_words, "cut the pap")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_synthetic, nothing_found, "zzyzx")->Unit(benchmark::kMicrosecond);

}  // namespace
