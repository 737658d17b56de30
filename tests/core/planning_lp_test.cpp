// The planner's optimum against a general solver on the same problems: the solver's plan, judged by our score, never
// beats ours. PEGBOARD_LP_INSTANCES asks for more problems than the usual hundred.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <iostream>

#include "core/planning/build.h"
#include "core/planning/solver/search.h"
#include "tests/core/planning_fixture.h"
#include "tests/core/planning_lp.h"
#include "tests/core/planning_random.h"
#include "tests/core/support.h"

namespace pegboard::planning {
namespace {

using namespace planning_test;

// Checked code is slow, and what it could find here does not depend on the number of problems.
#if defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG)
constexpr int usual_instances = 24;
#else
constexpr int usual_instances = 100;
#endif
constexpr double solver_seconds = 20;

int instances() {
    const char* asked = std::getenv("PEGBOARD_LP_INSTANCES");
    return asked == nullptr ? usual_instances : std::atoi(asked);
}

struct Count {
    int problems = 0, proved = 0, solved = 0, not_found = 0;
    std::int64_t widest_gap = 0;
};

/// Children served and the score of one problem, by both.
void compare_one(const Model& model, const std::filesystem::path& folder, Count& count) {
    const Found ours = search(model);
    const SeatChanges changes(model);
    ++count.problems;
    count.proved += ours.proved ? 1 : 0;
    count.widest_gap = std::max(count.widest_gap, ours.bound - ours.worth.score);
    EXPECT_EQ(judge(model, changes, ours.chosen).score, ours.worth.score);
    if (judge(model, changes, {}).used_min > model.length) {  // what is pinned is too long already
        EXPECT_TRUE(ours.chosen.empty());
        return;
    }
    const Answer most = solve(model, Aim::served, {}, solver_seconds, folder);
    if (most.solved) {
        EXPECT_EQ(std::lround(most.value), 200 * ours.worth.structure + 10 * ours.worth.served + ours.worth.opens);
    }
    const Answer best =
        solve(model, Aim::score, {ours.worth.structure, ours.worth.served, ours.worth.opens}, solver_seconds, folder);
    count.solved += best.solved ? 1 : 0;
    if (!best.found) {
        ++count.not_found;
        return;
    }
    const Worth theirs = judge(model, changes, best.chosen);
    EXPECT_LE(theirs.used_min, model.length);
    EXPECT_LE(theirs.score, ours.bound);
    if (ours.proved) {
        EXPECT_LE(theirs.score, ours.worth.score);
    }
    if (ours.proved && best.solved) {
        EXPECT_LE(ours.worth.score - theirs.score, 1) << "a millionth";
    }
    if (!best.solved) {
        EXPECT_LE(static_cast<double>(ours.worth.score), best.bound * 1e6 + 1);
    }
}

TEST(PlannerAgainstSolver, NeverBeatenByAGeneralSolver) {
    ASSERT_TRUE(has_solver()) << "cbc is missing; third_party/install --tests brings it.";
    const test::TempFolder folder;
    RandomSessions sessions(library(), 20260929);
    Count count;
    constexpr int group_sizes[] = {1, 3, 6};
    for (int i = 0; i < instances() && !HasFailure(); ++i) {
        Wish wish;
        wish.children = group_sizes[i % 3];
        wish.minutes = 5 * sessions.number(4, 18);
        const Facts facts = sessions.next(wish);
        SCOPED_TRACE("problem " + std::to_string(i) + ", " + std::to_string(wish.children) + " children, " +
                     std::to_string(wish.minutes) + " minutes");
        const Situation situation(facts, index());
        compare_one(build(situation), folder.path(), count);
    }
    std::cout << count.problems << " problems; proved by us " << count.proved << ", by cbc " << count.solved
              << "; no answer from cbc within its time " << count.not_found << "; widest gap of ours "
              << static_cast<double>(count.widest_gap) / 1e6 << "\n";
    EXPECT_GE(count.proved * 10, count.problems * 9);
    EXPECT_GT(count.solved * 10, count.problems * 8);
}

}  // namespace
}  // namespace pegboard::planning
