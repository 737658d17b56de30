// How long a plan takes and how often it is proved the best, at the built-in library's size and at a large practice's,
// for one, three and six children, next to a general solver on some of the same sessions. It prints a table; it decides
// nothing. Sessions are invented at random, 20 to 90 minutes, always the same ones; times are of this thread alone.
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "core/planning/build.h"
#include "core/planning/solver/search.h"
#include "tests/core/planning_fixture.h"
#include "tests/core/planning_lp.h"
#include "tests/core/planning_random.h"

namespace pegboard::planning_test {
namespace {

using namespace planning;

double thread_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// A practice's own activities: variations of the built-in ones up to `size` in all.
std::vector<Activity> variations(int size) {
    RandomSessions chance(library(), 99);
    const auto& own = library().activities();
    std::vector<Activity> all(own.begin(), own.end());
    const auto any = [&](const auto& list) -> const auto& {
        return list[static_cast<std::size_t>(chance.number(0, static_cast<int>(list.size()) - 1))];
    };
    for (int i = static_cast<int>(all.size()); i < size; ++i) {
        Activity made = own[static_cast<std::size_t>(i) % own.size()];
        made.id = "Z" + std::to_string(i);
        made.minutes = std::max(2, made.minutes + chance.number(-3, 4));
        made.minutes_min = std::clamp(made.minutes_min + chance.number(-1, 2), 2, made.minutes);
        if (chance.once_in(2)) made.interests = {any(library().interests()).id};
        if (!made.items.empty() && chance.once_in(2)) made.items[0].item = any(library().items()).id;
        if (chance.once_in(3)) made.skills.push_back(any(library().skills()).id);
        all.push_back(std::move(made));
    }
    return all;
}

struct Times {
    std::vector<double> ms;
    [[nodiscard]] double at(double part) {
        std::ranges::sort(ms);
        const auto place = static_cast<std::size_t>(part * static_cast<double>(ms.size()));
        return ms[std::min(place, ms.size() - 1)];
    }
};

/// Milliseconds that the general solver takes for the same problem, its start included.
double solver_ms(const Model& model, const Found& ours) {
    const auto folder = std::filesystem::temp_directory_path();
    const auto begin = std::chrono::steady_clock::now();
    constexpr double seconds = 20;
    solve(model, Aim::score, {ours.worth.structure, ours.worth.served, ours.worth.opens}, seconds, folder);
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void measure(const ActivityIndex& index, int size, int children, int sessions, int longest) {
    RandomSessions chance(library(), 7);
    Times times, ratios, second;
    int proved = 0, ties = 0, proved_in_time = 0, bettered = 0;
    double widest = 0;
    constexpr double second_answer_ms = 2000;
    for (int i = 0; i < sessions; ++i) {
        Wish wish;
        wish.children = children;
        wish.minutes = 5 * chance.number(4, longest / 5);
        const Facts facts = chance.next(wish);
        const double begin = thread_ms();
        const Plan made = plan(facts, index);
        const double took = thread_ms() - begin;
        times.ms.push_back(took);
        proved += made.proof.proved ? 1 : 0;
        ties += made.proof.ties_proved ? 1 : 0;
        widest = std::max(widest, static_cast<double>(made.proof.gap) / 1e6);
        if (made.proof.proved) {
            ++proved_in_time;
        } else {
            const double again = thread_ms();
            const Plan thorough = plan(facts, index, {}, Effort::thorough);
            const double took_more = thread_ms() - again;
            second.ms.push_back(took_more);
            proved_in_time += thorough.proof.proved && took_more <= second_answer_ms ? 1 : 0;
            bettered += thorough.score.total > made.score.total ? 1 : 0;
        }
        constexpr int compared = 25;
        if (i >= compared || size > 1000 || !has_solver()) continue;
        const Situation situation(facts, index);
        const Model model = build(situation);
        ratios.ms.push_back(solver_ms(model, search(model)) / took);
    }
    std::printf(
        "%5d activities, %d children, 20-%d min: median %6.2f ms, p90 %6.2f, p99 %7.2f, most %7.2f; proved %5.1f%%, "
        "ties too %5.1f%%, widest gap %.3f",
        size, children, longest, times.at(0.5), times.at(0.9), times.at(0.99), times.at(1), 100.0 * proved / sessions,
        100.0 * ties / sessions, widest);
    std::printf("; second answer for %zu: with it proved within 2 s %5.1f%%, bettered %d", second.ms.size(),
                100.0 * proved_in_time / sessions, bettered);
    if (!second.ms.empty()) std::printf(", most %.0f ms", second.at(1));
    if (!ratios.ms.empty()) std::printf("; cbc takes %.0f times as long (median)", ratios.at(0.5));
    std::printf("\n");
    std::fflush(stdout);
}

}  // namespace
}  // namespace pegboard::planning_test

int main(int count, char** words) {
    using namespace pegboard::planning_test;
    const int sessions = count > 1 ? std::atoi(words[1]) : 300;
    constexpr int large = 5000;
    const int built_in = static_cast<int>(library().activities().size());
    for (const int size : {built_in, large}) {
        const auto all = variations(size);
        std::vector<const pegboard::Activity*> list;
        for (const auto& activity : all) list.push_back(&activity);
        const pegboard::planning::ActivityIndex index(library(), list);
        for (const int longest : {60, 90})
            for (const int children : {1, 3, 6}) measure(index, size, children, sessions, longest);
    }
}
