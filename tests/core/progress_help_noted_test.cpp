// A second reading of what help that nobody noted does to a session's value: written down once more from the words of
// the rule, over many random sessions, sharing no code with the rules.
#include <gtest/gtest.h>

#include <random>

#include "tests/core/progress_support.h"

namespace pegboard::progress {
namespace {
using namespace pegboard::test;

/// One entry of a session as somebody would note it on paper.
struct Row {
    int tries = 1, done = 0;
    int level = -1;          ///< -1: nobody noted it; 0 none; more: some
    bool more_help = false;  ///< the button beside "Correct"
};

struct Paper {
    double percent = 0;
    int tries = 0, done = 0, left_out = 0;
    bool passes = false;
};

/// A goal of 80 % with no help. Where some entry says which help there was, only what is known counts: entries with a
/// level, those done with more help, and what was not done at all. Where none says it, all of them give the value, and
/// it masters nothing. What was done with help is a try, and no success.
Paper on_paper(const std::vector<Row>& rows) {
    bool some_level = false, all_known = true;
    for (const Row& row : rows) {
        some_level = some_level || row.level >= 0;
        all_known = all_known && (row.level >= 0 || row.more_help);
    }
    Paper paper;
    int all_tries = 0, surely = 0;
    for (const Row& row : rows) {
        all_tries += row.tries;
        // Own equipment (1) is nobody's help.
        const bool alone = (row.level == 0 || row.level == 1) && !row.more_help;
        if (alone) surely += row.done;
        const bool known = row.level >= 0 || row.more_help || row.done == 0;
        if (some_level && !all_known && !known) {
            paper.left_out += row.tries;
            continue;
        }
        paper.tries += row.tries;
        if (alone || (row.level < 0 && !row.more_help)) paper.done += row.done;
    }
    paper.percent = paper.tries > 0 ? 100.0 * paper.done / paper.tries : 0;
    paper.passes = 100.0 * surely >= 80.0 * all_tries;
    return paper;
}

DataPoint entry(const Row& row) {
    DataPoint point = measured(1, row.done, row.tries);
    if (row.tries == 1)
        point.kind = row.more_help ? PointKind::with_help : row.done ? PointKind::correct : PointKind::not_yet;
    if (row.level >= 0) point.assist = row.level;
    return point;
}

TEST(HelpNotedOnPaper, AgreesOverThirtyThousandSessions) {
    Goal goal = goal_of("trials", 80, {20});
    goal.assist_level = 0;
    const Criterion criterion = criterion_of(goal);
    std::mt19937 random(20261130);
    const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
    int with_left_out = 0, passed = 0;
    for (int session = 0; session < 30'000; ++session) {
        std::vector<Row> rows;
        std::vector<DataPoint> points;
        for (int i = 0, count = 1 + below(8); i < count; ++i) {
            Row row;
            if (below(4) == 0) row.tries = 2 + below(9);
            row.done = below(5) == 0 ? below(static_cast<unsigned>(row.tries) + 1) : row.tries;
            if (below(3) != 0) row.level = below(4) == 0 ? 1 + below(8) : 0;
            if (row.tries == 1 && below(8) == 0) row.more_help = true, row.done = 1;
            rows.push_back(row);
            points.push_back(entry(row));
        }
        const Paper paper = on_paper(rows);
        const auto values = session_values(criterion, points);
        ASSERT_EQ(values.size(), 1U) << session;
        const SessionValue& value = values.front();
        ASSERT_NEAR(value.value, paper.percent, 1e-9) << session;
        ASSERT_EQ(value.tries, paper.tries) << session;
        ASSERT_NEAR(value.successes, paper.done, 1e-9) << session;
        ASSERT_EQ(value.left_out, paper.left_out) << session;
        if (!value.too_few_to_pass && !value.too_few_tries) {
            ASSERT_EQ(value.passes, paper.passes) << session;
        }
        with_left_out += paper.left_out > 0 ? 1 : 0;
        passed += value.passes ? 1 : 0;
    }
    EXPECT_GT(with_left_out, 5'000);
    EXPECT_GT(passed, 1'000);
}

}  // namespace
}  // namespace pegboard::progress
