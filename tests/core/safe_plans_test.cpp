// Plans for thousands of children, each judged by a checker that reads the records and the pages for itself; and proof
// that the checker sees each kind of fault. PEGBOARD_CHECKED_PLANS says how many, PEGBOARD_CHECKED_SEED from where on.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <thread>

#include "tests/core/planning_fixture.h"
#include "tests/core/safe_plans_checker.h"
#include "tests/core/safe_plans_random.h"

namespace pegboard::safe_plans {
namespace {

using planning_test::index;
using planning_test::library;

int from_environment(const char* name, int otherwise) {
    const char* text = std::getenv(name);
    const int number = text == nullptr ? 0 : std::atoi(text);
    return number > 0 ? number : otherwise;
}

int how_many() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(NDEBUG)
    constexpr int usual = 150;  // unoptimised and checked code tries fewer
#else
    constexpr int usual = 1'500;
#endif
    return from_environment("PEGBOARD_CHECKED_PLANS", usual);
}

std::string joined(const std::vector<Broken>& all) {
    std::string text;
    for (const Broken& one : all) text += "\n  " + one.words;
    return text;
}

struct Tally {
    int plans = 0, blocks = 0, rungs = 0, begun = 0, wrong = 0;
};

/// The plans of the seeds from `first` in steps of `step`, up to `end`.
void judge(int first, int step, int end, Tally& tally) {
    for (int seed = first; seed < end && tally.wrong < 20; seed += step) {
        AnyChild sessions(library(), static_cast<std::uint64_t>(seed) * 7919);
        const planning::Facts facts = sessions.next();
        const planning::Plan made = planning::plan(facts, index());
        ++tally.plans;
        for (const planning::PlanBlock& block : made.blocks) {
            ++tally.blocks;
            for (const planning::ChildGrade& grade : block.grades) {
                tally.rungs += static_cast<int>(grade.offered.size());
                tally.begun += grade.rung != 0 ? 1 : 0;
            }
        }
        const auto found = broken(facts, made, shipped());
        if (found.empty()) continue;
        ++tally.wrong;
        ADD_FAILURE() << "seed " << seed << joined(found);
    }
}

TEST(SafePlans, NoBlockAndNoRungOfAnyPlanBreaksARule) {
    const int first = from_environment("PEGBOARD_CHECKED_SEED", 1), end = first + how_many();
    Tally one, other;
    std::thread second([&] { judge(first + 1, 2, end, other); });
    judge(first, 2, end, one);
    second.join();
    const int plans = one.plans + other.plans, blocks = one.blocks + other.blocks;
    std::cout << plans << " plans, " << blocks << " blocks, " << one.rungs + other.rungs << " rungs offered, "
              << one.begun + other.begun << " begun on\n";
    EXPECT_EQ(plans, end - first);
    EXPECT_GT(blocks, plans) << "the children are given something to do";
    EXPECT_GT(one.begun + other.begun, plans / 10);
}

}  // namespace
}  // namespace pegboard::safe_plans
