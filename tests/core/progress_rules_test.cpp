// The aim line, its rules, mastery and status, with the check values of content part 4.6.
#include <gtest/gtest.h>

#include "tests/core/progress_support.h"

namespace pegboard::test {
namespace {
using namespace pegboard::progress;

TEST(Aim, CheckValues) {
    const Series recorded{{0, 1}, {3, 2}, {7, 1}};
    const auto baseline = baseline_of(recorded, {}, 0);
    ASSERT_TRUE(baseline);
    EXPECT_EQ(baseline->day, 3);
    EXPECT_EQ(baseline->level, 1);
    EXPECT_TRUE(baseline->dated);
    const auto aim = aim_line(*baseline, 5, 87);
    ASSERT_TRUE(aim);
    EXPECT_NEAR(aim->at(10), 1.333, 5e-4);
    EXPECT_NEAR(aim->at(24), 2.000, 1e-12);
    EXPECT_NEAR(aim->at(38), 2.667, 5e-4);
    EXPECT_NEAR(aim->at(52), 3.333, 5e-4);
    EXPECT_EQ(aim->at(100), 5) << "after the due day the aim is the target";
    const Series data{{10, 1}, {17, 2}, {24, 1}, {31, 1}, {38, 2}, {45, 2}, {52, 2}};
    EXPECT_EQ(four_point_rule(data, *aim), Verdict::change);
    EXPECT_EQ(three_point_rule(data, *aim), Verdict::change);
    EXPECT_EQ(median_of_three_rule(data, *aim), Verdict::change);
}

TEST(Aim, TypedBaselineStandsOnTheStart) {
    const std::vector<double> typed{4, 2, 9};
    const auto baseline = baseline_of(Series{{0, 1}}, typed, 12);
    EXPECT_EQ(baseline->day, 12);
    EXPECT_EQ(baseline->level, 4);
    EXPECT_EQ(baseline->worst, 2);
    EXPECT_FALSE(baseline->dated) << "one recorded session is no baseline";
    EXPECT_FALSE(baseline_of({}, {}, 0));
    EXPECT_FALSE(aim_line(*baseline, 5, 12)) << "due on the day it starts";
}

const AimLine flat_aim{0, 10, 100, 10};

TEST(Rules, EachAsksForItsPoints) {
    const Series low{{0, 1}, {7, 1}, {14, 1}, {20, 1}, {21, 1}, {28, 1}, {29, 1}, {35, 1}};
    const std::span<const At> all(low);
    EXPECT_EQ(three_point_rule(all.first(2), flat_aim), Verdict::too_few);
    EXPECT_EQ(three_point_rule(all.first(3), flat_aim), Verdict::change);
    EXPECT_EQ(four_point_rule(all.first(5), flat_aim), Verdict::too_few) << "5 points";
    EXPECT_EQ(four_point_rule(all.first(6), flat_aim), Verdict::change) << "6 points over 28 days";
    const Series quick{{0, 1}, {3, 1}, {6, 1}, {9, 1}, {12, 1}, {20, 1}};
    EXPECT_EQ(four_point_rule(quick, flat_aim), Verdict::too_few) << "20 days";
    EXPECT_EQ(median_of_three_rule(all.first(2), flat_aim), Verdict::too_few);
    EXPECT_EQ(trend_line_rule(all.first(7), flat_aim, 1), Verdict::too_few);
    EXPECT_EQ(trend_line_rule(all, flat_aim, 1), Verdict::late) << "as flat as the aim, and far below it";
}

TEST(Rules, SidesDecide) {
    const auto rule = [](std::initializer_list<double> last, auto each) {
        Series series{{0, 10}, {7, 10}};
        for (const double value : last) series.push_back({series.back().day + 7, value});
        return each(series, flat_aim);
    };
    EXPECT_EQ(rule({11, 11, 11, 11}, four_point_rule), Verdict::raise);
    EXPECT_EQ(rule({9, 11, 9, 9}, four_point_rule), Verdict::keep_going);
    EXPECT_EQ(rule({9, 9, 9, 10}, four_point_rule), Verdict::keep_going) << "on the line is neither";
    EXPECT_EQ(rule({11, 11, 11}, three_point_rule), Verdict::raise);
    EXPECT_EQ(rule({11, 10, 11}, three_point_rule), Verdict::keep_going);
    EXPECT_EQ(rule({9, 8, 99}, median_of_three_rule), Verdict::change);
    EXPECT_EQ(rule({9, 11, 99}, median_of_three_rule), Verdict::raise);
    const AimLine steep{0, 0, 100, 100};
    const Series above{{10, 20}, {20, 30}, {30, 40}};
    EXPECT_EQ(three_point_rule(above, steep), Verdict::keep_going) << "above the aim, but not at the goal yet";
}

TEST(Rules, TrendLineComparesSlopes) {
    const AimLine aim{0, 0, 70, 70};  // 1 a day
    const auto with_slope = [](double per_day) {
        Series series;
        for (int i = 0; i < 9; ++i) series.push_back({i * 7.0, per_day * i * 7});
        return series;
    };
    EXPECT_EQ(trend_line_rule(with_slope(0.5), aim, 5), Verdict::change);
    EXPECT_EQ(trend_line_rule(with_slope(1.5), aim, 5), Verdict::raise);
    EXPECT_EQ(trend_line_rule(with_slope(1.05), aim, 5), Verdict::keep_going) << "2.8 apart over 56 days";
}

TEST(Sessions, PoolTriesAndTakeTheMedianElsewhere) {
    const Criterion tries = criterion_of(goal_of("trials", 80));
    std::vector<DataPoint> taps;
    for (int i = 0; i < 6; ++i) taps.push_back(tapped(1, PointKind::correct));
    for (int i = 0; i < 2; ++i) taps.push_back(tapped(1, PointKind::with_help));
    taps.push_back(tapped(1, PointKind::not_yet));
    taps.push_back(measured(2, 7, 10));
    const auto values = session_values(tries, taps);
    ASSERT_EQ(values.size(), 2u);
    EXPECT_NEAR(values[0].value, 100 * 6.0 / 9, 1e-12);
    EXPECT_EQ(values[0].tries, 9);
    EXPECT_EQ(say_session(tries, values[0]), "67 % (6 of 9)");
    EXPECT_NEAR(values[1].value, 70, 1e-12);
    const Criterion seconds = criterion_of(goal_of("time_s", 10));
    EXPECT_EQ(session_values(seconds, series_of({1, 1, 1}, {3, 50, 7}))[0].value, 7);
    const Criterion help = criterion_of(goal_of("assist", 2));
    EXPECT_EQ(session_values(help, series_of({1, 1}, {3, 6}))[0].value, 6) << "a level, never the mean of two";
    const Criterion rating = criterion_of(goal_of("rating4", 3));
    EXPECT_EQ(session_values(rating, series_of({1, 1}, {1, 2}))[0].value, 1) << "the less favourable one";
    const Criterion wait = criterion_of(goal_of("latency_s", 30));
    EXPECT_EQ(session_values(wait, series_of({1}, {900}))[0].value, 600) << "counting stops at 600";
}

TEST(Sessions, RatesStepsTalliesAndSides) {
    const Criterion rate = criterion_of(goal_of("rate_min", 20));
    EXPECT_NEAR(session_values(rate, std::vector{measured(1, 30, 90), measured(1, 10, 30)})[0].value, 20, 1e-12);
    EXPECT_EQ(session_values(rate, std::vector{measured(1, 12)})[0].value, 12) << "typed as a rate";
    const Criterion steps = criterion_of(goal_of("steps_pct", 80));
    std::vector<DataPoint> scored;
    for (int step = 1; step <= 3; ++step) {
        scored.push_back(tapped(1, PointKind::step));
        scored.back().value = step < 3 ? 1 : 0;
        scored.back().step = step;
        scored.back().steps_in_list = 5;
    }
    EXPECT_NEAR(session_values(steps, scored)[0].value, 40, 1e-12) << "2 of 5: steps not scored are not done";
    const Criterion count = criterion_of(goal_of("count", 5));
    std::vector<DataPoint> counted(4, measured(1, 1));
    for (DataPoint& point : counted) point.kind = PointKind::tally;
    EXPECT_EQ(session_values(count, counted)[0].value, 4) << "taps that count add up";
    Goal each = goal_of("count", 5);
    each.side = Side::each;
    std::vector<DataPoint> sides = series_of({1, 1, 1}, {9, 3, 5});
    each.target = 9;
    sides[0].side = Side::left;
    sides[1].side = sides[2].side = Side::right;
    const auto value = session_values(criterion_of(each), sides)[0];
    EXPECT_EQ(value.value, 8) << "the side that is behind";
    EXPECT_FALSE(value.passes);
    DataPoint level = measured(3, 2);
    level.kind = PointKind::attainment;
    EXPECT_TRUE(session_values(count, std::vector{level}).empty()) << "a level is no count";
    EXPECT_EQ(attainment_levels(count, std::vector{level}).back().value, 2);
}

TEST(Mastery, ThreeSessionsInARowOnDifferentDays) {
    const Goal goal = goal_of("trials", 80, {20, 20, 20});
    std::vector<DataPoint> points{measured(1, 8, 10), measured(1, 9, 10)};
    points[1].session = SessionId{5};
    EXPECT_EQ(analysis_of(goal, points).facts.mastery.run, 1) << "two sessions of one day count once";
    points.push_back(measured(3, 4, 4));
    EXPECT_EQ(analysis_of(goal, points).facts.mastery.gap, Gap::too_few_tries);
    points.push_back(measured(5, 8, 10));
    EXPECT_EQ(analysis_of(goal, points).facts.mastery.run, 2) << "too few tries neither count nor break the run";
    EXPECT_EQ(analysis_of(goal, points).not_mastered,
              "Not mastered yet: 1 more session at 80 % in a row on another day, 2 of 3 so far.");
    points.push_back(measured(8, 10, 10));
    const auto mastered = analysis_of(goal, points);
    EXPECT_EQ(mastered.facts.mastery.mastered_on, day_zero + 8);
    EXPECT_EQ(mastered.judgement.status, ProgressStatus::mastered);
    EXPECT_EQ(mastered.not_mastered, "");
    EXPECT_EQ(mastered.judgement.sentence, "Reached 80 % on 13 Jan 2026.");
}

TEST(Mastery, AMissBreaksTheRun) {
    const Goal goal = goal_of("trials", 80, {20});
    const auto analysis =
        analysis_of(goal, {measured(1, 8, 10), measured(2, 8, 10), measured(3, 7, 10), measured(4, 9, 10)});
    EXPECT_EQ(analysis.facts.mastery.run, 1);
    EXPECT_FALSE(analysis.facts.mastery.mastered_on);
}

TEST(Mastery, APassWithMoreHelpIsNoPass) {
    Goal goal = goal_of("trials", 80, {20});
    goal.assist_level = 3;
    std::vector<DataPoint> points;
    for (int i = 0; i < 10; ++i) points.push_back(tapped(1, PointKind::correct, i < 7 ? 3 : 4));
    const auto analysis = analysis_of(goal, points);
    EXPECT_EQ(analysis.values[0].value, 70);
    EXPECT_FALSE(analysis.values[0].passes) << "7 of 10 with the help allowed";
    EXPECT_EQ(analysis.facts.mastery.gap, Gap::too_much_help);
    EXPECT_NE(analysis.not_mastered.find("more help than the goal allows"), std::string::npos);
    points[7].assist = 2;
    EXPECT_TRUE(analysis_of(goal, points).values[0].passes);
}

TEST(Mastery, AStatedShareAsksForThatPartOfTheMeasurements) {
    Goal goal = goal_of("count", 5, {1});
    goal.successes = 4;
    goal.attempts = 5;
    EXPECT_FALSE(analysis_of(goal, series_of({1, 1, 1, 1, 1}, {5, 5, 5, 2, 2})).values[0].passes);
    EXPECT_TRUE(analysis_of(goal, series_of({1, 1, 1, 1, 1}, {5, 6, 5, 9, 2})).values[0].passes);
}

TEST(Mastery, GeneralisedInTwoPlacesOrWithTwoPeople) {
    Criterion criterion = criterion_of(goal_of("count", 5));
    criterion.generalise = true;
    std::vector<DataPoint> points = series_of({1, 2, 3}, {5, 5, 5});
    for (DataPoint& point : points) point.setting = "gym";
    EXPECT_EQ(facts_of(criterion, points, {}).mastery.gap, Gap::one_place);
    points.push_back(measured(4, 6));
    points.back().setting = "home";
    EXPECT_EQ(facts_of(criterion, points, {}).mastery.mastered_on, day_zero + 4);
    points.pop_back();
    points[0].rater = "mother";
    points[1].rater = "therapist";
    EXPECT_TRUE(facts_of(criterion, points, {}).mastery.mastered_on);
}

TEST(Mastery, ProbesSayWhetherItWasKept) {
    Criterion criterion = criterion_of(goal_of("count", 5));
    criterion.maintain = true;
    std::vector<DataPoint> points = series_of({1, 2, 3}, {5, 5, 5});
    const auto status = [&] { return judge(criterion, facts_of(criterion, points, {}), DecisionRule::four_point); };
    EXPECT_EQ(status().status, ProgressStatus::mastered);
    EXPECT_NE(status().sentence.find("Look again from 22 Jan 2026"), std::string::npos) << status().sentence;
    points.push_back(measured(17, 6));
    EXPECT_EQ(status().status, ProgressStatus::kept);
    EXPECT_NE(status().sentence.find("kept 2 weeks later"), std::string::npos);
    points.push_back(measured(31, 4));
    EXPECT_EQ(status().status, ProgressStatus::slipped);
    EXPECT_FALSE(status().levers.empty());
    for (const int day : {33, 35, 37}) points.push_back(measured(day, 7));
    EXPECT_EQ(status().status, ProgressStatus::mastered) << "a new run masters it again";
    criterion.maintain = false;
    points.resize(5);
    EXPECT_EQ(status().status, ProgressStatus::mastered) << "nobody asked for probes";
}

TEST(Mastery, AGoalMarkedMetIsProbedFromThatDay) {
    Goal goal = goal_of("count", 5);
    goal.status = GoalStatus::met;
    goal.closed_on = day_zero + 20;
    Criterion criterion = criterion_of(goal);
    criterion.maintain = true;
    const auto none = facts_of(criterion, {}, {});
    EXPECT_EQ(none.mastery.mastered_on, day_zero + 20);
    EXPECT_EQ(judge(criterion, none, DecisionRule::four_point).status, ProgressStatus::mastered);
    const auto probed = facts_of(criterion, series_of({34}, {3}), {});
    EXPECT_EQ(judge(criterion, probed, DecisionRule::four_point).status, ProgressStatus::slipped);
}

TEST(Status, FollowsItsOrder) {
    const Goal goal = goal_of("count", 20, {10, 11, 12}, 100);  // the aim rises 0.09 a day from 11
    const auto status = [&](std::initializer_list<double> values, DecisionRule rule = DecisionRule::four_point) {
        std::vector<DataPoint> points;
        int day = 0;
        for (const double value : values) points.push_back(measured(day += 7, value));
        return analysis_of(goal, points, {}, rule).judgement;
    };
    EXPECT_EQ(status({}).status, ProgressStatus::collecting);
    EXPECT_EQ(status({30, 30}).status, ProgressStatus::collecting);
    EXPECT_EQ(status({9, 9, 9}).status, ProgressStatus::check_now);
    EXPECT_EQ(status({9, 9, 9}).levers.front(), Lever::medical);
    EXPECT_EQ(status({9, 9, 10}).status, ProgressStatus::on_track) << "as bad as the worst baseline is not worse";
    EXPECT_TRUE(status({12, 12, 12}).early);
    EXPECT_EQ(status({20, 20, 21}).status, ProgressStatus::mastered);
    EXPECT_EQ(status({11, 11, 11, 11, 11, 11}).status, ProgressStatus::change_suggested) << "before plateau";
    EXPECT_EQ(status({11, 19, 19, 19, 19, 19}).status, ProgressStatus::raise_suggested);
    EXPECT_EQ(status({15.5, 15.5, 15.5, 15.5, 15.5, 15.5, 15.5, 15.5}).status, ProgressStatus::plateau);
    EXPECT_EQ(status({12, 12, 13, 14, 14, 15}).status, ProgressStatus::on_track);
    EXPECT_FALSE(status({12, 12, 13, 14, 14, 15}).early);
    EXPECT_EQ(status({11, 11, 11}, DecisionRule::three_point).status, ProgressStatus::change_suggested)
        << "the therapist's rule decides";
    EXPECT_EQ(status({11, 11, 11}).status, ProgressStatus::on_track);
}

TEST(Status, AFallIsNoProgressAndTheAimsPaceIsNoPlateau) {
    Goal goal = goal_of("count", 100, {10, 10, 10});
    EXPECT_EQ(analysis_of(goal, series_of({7, 14, 21, 28, 35, 42}, {60, 55, 50, 45, 40, 35})).judgement.status,
              ProgressStatus::plateau);
    goal.due = day_zero + 700;  // 0.9 a week
    std::vector<DataPoint> slow;
    for (int week = 1; week <= 8; ++week) slow.push_back(measured(7 * week, 10 + 0.9 * week + (week % 2 ? .2 : -.2)));
    EXPECT_EQ(analysis_of(goal, slow).judgement.status, ProgressStatus::on_track);
}

TEST(Status, SaysHonestlyWhenThereIsNoAimLine) {
    const auto judgement =
        analysis_of(goal_of("count", 100, {10}), series_of({7, 14, 21, 28, 35, 42}, {20, 30, 40, 50, 60, 70}))
            .judgement;
    EXPECT_EQ(judgement.status, ProgressStatus::on_track);
    EXPECT_TRUE(judgement.early);
    EXPECT_NE(judgement.sentence.find("no aim line"), std::string::npos);
}

TEST(Status, SentencesHaveTheNumbers) {
    const Goal goal = goal_of("count", 20, {10, 11, 12}, 100);
    const auto judgement = analysis_of(goal, series_of({7, 14, 21, 28, 35, 42}, {12, 12, 11, 12, 11, 11})).judgement;
    EXPECT_EQ(judgement.sentence,
              "The last 4 are all behind the aim line: change something. 11 on 16 Feb 2026, where the aim was 14.8.");
    EXPECT_EQ(judgement.levers.size(), 7u);
    for (const Lever lever : judgement.levers) EXPECT_FALSE(lever_words(lever).empty());
}

TEST(Status, ASentenceNamesNoValueThatTheRuleDidNotCount) {
    const Goal goal = goal_of("trials", 80, {20, 20, 20}, 100);
    std::vector<DataPoint> points;
    for (int week = 1; week <= 6; ++week) points.push_back(measured(7 * week, 6, 10));
    EXPECT_NE(analysis_of(goal, points).judgement.sentence.find("60 % (6 of 10) on "), std::string::npos);
    points.push_back(measured(49, 2, 2));
    const auto judgement = analysis_of(goal, points).judgement;
    EXPECT_EQ(judgement.status, ProgressStatus::raise_suggested);
    EXPECT_EQ(judgement.sentence,
              "The last 4 are all ahead of the aim line: raise the goal or the step. 1 session with fewer than 5 tries "
              "is not counted.");
}

TEST(Status, APhaseChangeStartsTheRulesAnew) {
    const Goal goal = goal_of("count", 20, {10, 11, 12}, 100);
    const auto points = series_of({7, 14, 21, 28, 35, 42}, {11, 11, 11, 11, 11, 11});
    PhaseChange change;
    change.id = mint<PhaseChangeId>();
    change.date = day_zero + 30;
    change.label = "Smaller steps";
    const auto analysis = analysis_of(goal, points, {change});
    EXPECT_EQ(analysis.facts.in_stretch, 2);
    EXPECT_EQ(analysis.facts.sessions, 6);
    EXPECT_EQ(analysis.judgement.status, ProgressStatus::on_track);
    EXPECT_NE(analysis.judgement.sentence.find("since the last change of phase"), std::string::npos);
}

TEST(Analysis, RecordedBaselineSessionsCountAndAreCompared) {
    const Goal goal = goal_of("count", 30, {99, 99, 99}, 100);
    const auto analysis = analysis_of(goal, series_of({-9, -8, -7, -6, -5, -4, 1, 2, 3, 4, 5, 6, 7},
                                                      {20, 20, 26, 25, 22, 23, 28, 25, 24, 27, 30, 30, 29}));
    EXPECT_EQ(analysis.baseline_level, 22.5);
    ASSERT_TRUE(analysis.overlap);
    EXPECT_NEAR(analysis.overlap->nap, 0.9167, 5e-5);
    EXPECT_NEAR(analysis.band->high, 27.67, 5e-3);
    EXPECT_EQ(analysis.values[0].phase, Phase::baseline);
    EXPECT_EQ(analysis.values[6].phase, Phase::intervention);
}

TEST(Analysis, ProjectsOnlyWhatPointsTheRightWay) {
    const Goal goal = goal_of("count", 20, {2, 2, 2}, 200);
    const auto rising = analysis_of(goal, series_of({0, 7, 14, 21, 28, 35, 42, 49}, {2, 3, 3, 5, 4, 6, 7, 7}));
    ASSERT_TRUE(rising.projected);
    EXPECT_EQ(*rising.projected - day_zero, 163) << "(20 - 2.0625) / 0.110714 = 162.02";
    ASSERT_TRUE(rising.projected_from);
    EXPECT_LT(*rising.projected_from, *rising.projected);
    EXPECT_GT(*rising.projected_to, *rising.projected);
    EXPECT_FALSE(analysis_of(goal, series_of({0, 7, 14, 21, 28}, {2, 3, 3, 5, 4})).projected) << "5 points";
    EXPECT_FALSE(analysis_of(goal, series_of({0, 7, 14, 21, 28, 35}, {7, 6, 5, 4, 3, 2})).projected);
    const auto unsure = analysis_of(goal, series_of({0, 7, 14, 21, 28, 35}, {2, 9, 3, 8, 4, 9}));
    EXPECT_FALSE(unsure.projected_to) << "the interval holds no rise, so no latest day can be told";
}

}  // namespace
}  // namespace pegboard::test
