// Lines, overlap and attainment scaling against figures worked out by hand or by brute force (content parts 4.5, 4.6).
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "core/progress/attainment.h"
#include "core/progress/overlap.h"
#include "core/progress/statistics.h"

namespace pegboard::progress {
namespace {

Series weekly(std::initializer_list<double> values) {
    Series series;
    for (const double value : values) series.push_back({7.0 * static_cast<double>(series.size()), value});
    return series;
}
const Series rising = weekly({2, 3, 3, 5, 4, 6, 7, 7});
const Series with_outlier = weekly({2, 3, 3, 5, 4, 6, 7, 20});

TEST(Statistics, MedianAndOrdinalMedian) {
    EXPECT_FALSE(median({}));
    EXPECT_EQ(median({3}), 3);
    EXPECT_EQ(median({9, 1, 5}), 5);
    EXPECT_EQ(median({4, 1, 9, 2}), 3);
    EXPECT_EQ(ordinal_median({4, 1, 9, 2}, true), 4);
    EXPECT_EQ(ordinal_median({4, 1, 9, 2}, false), 2);
    EXPECT_EQ(ordinal_median({4, 1, 9}, true), 4);
    EXPECT_FALSE(ordinal_median({}, true));
}

TEST(Statistics, TheilSenCheckValues) {
    const auto trend = theil_sen(rising);
    ASSERT_TRUE(trend);
    EXPECT_NEAR(trend->line.per_day, 0.1107, 5e-5);
    EXPECT_NEAR(trend->line.per_week(), 0.775, 1e-12);
    EXPECT_NEAR(trend->line.at(0), 2.0625, 1e-12);
    EXPECT_NEAR(theil_sen(with_outlier)->line.per_week(), 1.00, 1e-12);
}

TEST(Statistics, LeastSquaresCheckValues) {
    EXPECT_NEAR(least_squares(rising)->per_week(), 0.75, 1e-12);
    EXPECT_NEAR(least_squares(with_outlier)->per_week(), 1.83, 5e-3);
    EXPECT_FALSE(least_squares(std::vector<At>{{1, 2}}));
    EXPECT_FALSE(least_squares(std::vector<At>{{1, 2}, {1, 3}}));
}

TEST(Statistics, QuarterIntersectCheckValues) {
    const auto quarters = quarter_intersect(rising);
    ASSERT_TRUE(quarters);
    EXPECT_EQ(quarters->first, (At{10.5, 3}));
    EXPECT_EQ(quarters->second, (At{38.5, 6.5}));
    EXPECT_NEAR(quarters->line.per_week(), 0.875, 1e-12);
    EXPECT_NEAR(quarters->line.at(0), 1.6875, 1e-12);
    EXPECT_NEAR(split_middle(rising)->at(0), 1.6875, 1e-12) << "the shift is 0";
    const auto odd = quarter_intersect(std::span<const At>(rising).first(7));
    EXPECT_EQ(odd->first, (At{7, 3}));
    EXPECT_EQ(odd->second, (At{35, 6}));
    EXPECT_NEAR(odd->line.per_day, 0.10714, 5e-6);
    EXPECT_FALSE(quarter_intersect(std::span<const At>(rising).first(5)));
}

TEST(Statistics, SplitMiddleLeavesHalfOnEachSide) {
    std::mt19937 random{5};
    for (int round = 0; round < 200; ++round) {
        Series series;
        const int count = 6 + static_cast<int>(random() % 20);
        for (int i = 0; i < count; ++i)
            series.push_back({static_cast<double>(i * 3), static_cast<double>(random() % 30)});
        const auto line = split_middle(series);
        ASSERT_TRUE(line);
        EXPECT_NEAR(line->per_day, quarter_intersect(series)->line.per_day, 1e-12);
        int on_or_above = 0, on_or_below = 0;
        for (const At& at : series) {
            on_or_above += at.value >= line->at(at.day) - 1e-9;
            on_or_below += at.value <= line->at(at.day) + 1e-9;
        }
        EXPECT_GE(on_or_above * 2, count);
        EXPECT_GE(on_or_below * 2, count);
    }
}

TEST(Statistics, TheIntervalHasTheRanksOfKendallsS) {
    // Ranks found by counting all 40,320 orders of 8 values: S of 18 or more in 2.5 % of them at most, so C = 16 and
    // the 6th of the 28 slopes from either end.
    const auto trend = theil_sen(rising);
    ASSERT_TRUE(trend->interval);
    EXPECT_NEAR(trend->interval->low_per_day, 0.0714285714, 1e-9);
    EXPECT_NEAR(trend->interval->high_per_day, 0.1428571429, 1e-9);
    EXPECT_NEAR(theil_sen(with_outlier)->interval->high_per_day, 0.4047619048, 1e-9);
    const auto five = theil_sen(std::span<const At>(rising).first(5));
    EXPECT_NEAR(five->interval->low_per_day, -0.1428571429, 1e-9) << "5 points: smallest and largest slope";
    EXPECT_NEAR(five->interval->high_per_day, 0.2857142857, 1e-9);
    EXPECT_FALSE(theil_sen(std::span<const At>(rising).first(4)));
    EXPECT_FALSE(theil_sen(std::span<const At>(rising).first(5), 0.999)->interval) << "5 points cannot be so sure";
}

TEST(Statistics, AtManyPointsTheRanksFollowTheNormalApproximation) {
    // 60 points on a line: every slope is the same, so the interval is that slope; with noise it holds the true one.
    std::mt19937 random{11};
    std::normal_distribution<double> noise(0, 5);
    int held = 0;
    const int rounds = 300;
    for (int round = 0; round < rounds; ++round) {
        Series series;
        for (int i = 0; i < 60; ++i) series.push_back({i * 3.0, 20 + 0.25 * i * 3 + noise(random)});
        const auto trend = theil_sen(series);
        held += trend->interval->low_per_day <= 0.25 && 0.25 <= trend->interval->high_per_day;
    }
    EXPECT_GE(held, rounds * 92 / 100);
    EXPECT_LE(held, rounds * 98 / 100) << "an interval that always holds is too wide to be of use";
}

TEST(Statistics, TheExactIntervalHoldsTheTrueSlopeAsOftenAsItSays) {
    std::mt19937 random{12};
    std::normal_distribution<double> noise(0, 5);
    int held = 0;
    const int rounds = 2000;
    for (int round = 0; round < rounds; ++round) {
        Series series;
        for (int i = 0; i < 10; ++i) series.push_back({i * 7.0, 20 + 0.25 * i * 7 + noise(random)});
        const auto trend = theil_sen(series);
        held += trend->interval->low_per_day <= 0.25 && 0.25 <= trend->interval->high_per_day;
    }
    EXPECT_GE(held, rounds * 94 / 100);
}

TEST(Statistics, ValuesOfOneDayMakeNoSlope) {
    Series series = rising;
    for (At& at : series) at.day = 3;
    EXPECT_FALSE(theil_sen(series));
    EXPECT_FALSE(quarter_intersect(series));
    series[7].day = 10;
    const auto trend = theil_sen(series);
    ASSERT_TRUE(trend);
    EXPECT_FALSE(trend->interval) << "seven slopes are too few to give an interval";
}

TEST(Overlap, CheckValues) {
    const std::vector<double> before{20, 20, 26, 25, 22, 23}, after{28, 25, 24, 27, 30, 30, 29};
    const auto found = overlap(before, after);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->better_than_best, 5);
    EXPECT_NEAR(found->pnd, 5.0 / 7, 1e-12);
    EXPECT_STREQ(pnd_band(found->pnd), "effective");
    EXPECT_NEAR(found->nap, 38.5 / 42, 1e-12);
    EXPECT_NEAR(found->nap, 0.9167, 5e-5);
    EXPECT_NEAR(found->tau, 0.8333, 5e-5);
    EXPECT_NEAR(found->pem, 1, 1e-12);
    const auto band = two_sd_band(before, after);
    EXPECT_NEAR(band->mean, 22.667, 5e-4);
    EXPECT_NEAR(spread(before)->sd, 2.503, 5e-4);
    EXPECT_NEAR(band->low, 17.66, 5e-3);
    EXPECT_NEAR(band->high, 27.67, 5e-3);
    EXPECT_EQ(band->notable_at, 5) << "30 and 30, the first two in a row above 27.67";
    EXPECT_TRUE(band->notable_better);
}

TEST(Overlap, AsksForEnoughData) {
    const std::vector<double> two{1, 2}, three{1, 2, 3}, four{1, 2, 3, 4};
    EXPECT_FALSE(overlap(two, three));
    EXPECT_FALSE(overlap(three, two));
    EXPECT_TRUE(overlap(three, three));
    EXPECT_FALSE(two_sd_band(four, three));
    EXPECT_STREQ(pnd_band(0.95), "very effective");
    EXPECT_STREQ(pnd_band(0.5), "questionable");
    EXPECT_STREQ(pnd_band(0.4), "not effective");
}

TEST(Overlap, ABaselineThatLeansOnItselfIsTold) {
    const std::vector<double> creeping{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, after{5, 5};
    EXPECT_TRUE(two_sd_band(creeping, after)->leans);
    const std::vector<double> jumping{5, 9, 4, 8, 5, 9, 4, 8};
    EXPECT_FALSE(two_sd_band(jumping, after)->leans);
}

TEST(Overlap, TwoOnTheSameSideAreNotable) {
    const std::vector<double> before{10, 11, 10, 9, 10};
    EXPECT_EQ(two_sd_band(before, std::vector<double>{20, 0, 20})->notable_at, -1);
    const auto worse = two_sd_band(before, std::vector<double>{20, 0, 1});
    EXPECT_EQ(worse->notable_at, 2);
    EXPECT_FALSE(worse->notable_better);
}

TEST(Overlap, NapAndItsMirrorMakeOne) {
    std::mt19937 random{3};
    for (int round = 0; round < 300; ++round) {
        std::vector<double> a(3 + random() % 12), b(3 + random() % 12);
        for (double& value : a) value = static_cast<double>(random() % 9);
        for (double& value : b) value = static_cast<double>(random() % 9);
        EXPECT_NEAR(overlap(a, b)->nap + overlap(b, a)->nap, 1, 1e-12);
        EXPECT_NEAR(overlap(a, b)->tau + overlap(b, a)->tau, 0, 1e-12);
        double wins = 0;
        for (const double before : a)
            for (const double after : b) wins += after > before ? 1 : after == before ? 0.5 : 0;
        EXPECT_NEAR(overlap(a, b)->nap, wins / static_cast<double>(a.size() * b.size()), 1e-12) << "pair by pair";
    }
}

TEST(Attainment, CheckValues) {
    struct Check {
        std::vector<Attained> goals;
        double t;
    };
    const Check checks[] = {
        {{{0, 1}}, 50.00},
        {{{1, 1}}, 60.00},
        {{{-2, 1}}, 30.00},
        {{{1, 1}, {1, 1}}, 62.40},
        {{{-1, 1}, {-1, 1}}, 37.60},
        {{{2, 1}, {1, 1}, {0, 1}}, 63.69},
        {{{-2, 1}, {-2, 1}, {-2, 1}}, 22.61},
        {{{1, 3}, {-1, 2}}, 52.45},
        {{{1, 4}, {0, 1}}, 59.08},
        {{{0, 1}, {0, 1}, {0, 1}}, 50.00},
        {{{1, 1}, {1, 1}, {1, 1}}, 63.69},
        {{{2, 1}, {-1, 1}, {0, 1}}, 54.56},
        {{{1, 3}, {0, 1}}, 58.73},
    };
    for (const Check& check : checks) EXPECT_NEAR(*t_score(check.goals), check.t, 5e-3);
    EXPECT_FALSE(t_score({}));
    EXPECT_FALSE(t_score(std::vector<Attained>{{1, 0}}));
}

TEST(Attainment, ReportsStartNowAndChangeOverTheSameGoals) {
    const auto report = attainment_report({{GoalId{1}, 1, -2, 0}, {GoalId{2}, 1, -2, 1}, {GoalId{3}, 1, -1, {}}});
    EXPECT_EQ(report.lines.size(), 3u);
    EXPECT_EQ(report.counted, 2);
    EXPECT_TRUE(report.few);
    EXPECT_NEAR(*report.start, 50 - 10 * 4 / std::sqrt(2.6), 1e-9);
    EXPECT_NEAR(*report.change, *report.now - *report.start, 1e-12);
    EXPECT_FALSE(attainment_report({}).now);
}

TEST(Attainment, LevelsAreFilledAndDifferent) {
    EXPECT_TRUE(check_levels({}).ok());
    EXPECT_TRUE(check_levels({"0 hops", "1 hop", "3 hops", "5 hops", "8 hops"}).ok());
    EXPECT_FALSE(check_levels({"0 hops", "1 hop", "", "5 hops", "8 hops"}).ok());
    EXPECT_FALSE(check_levels({"0 hops", "1 hop", "1 hop", "5 hops", "8 hops"}).ok());
}

}  // namespace
}  // namespace pegboard::progress
