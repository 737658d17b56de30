// Every sentence about a goal's data is held against what must be so for it to be true, read from the data by another
// way than the rules': counts, sides of the aim line, direction words, paces, dates.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <regex>

#include "tests/core/progress_simulated.h"
#include "tests/core/progress_support.h"

namespace pegboard::test {
namespace {
using namespace pegboard::progress;

constexpr std::array all_rules_of{DecisionRule::three_point, DecisionRule::four_point, DecisionRule::median_of_three,
                                  DecisionRule::trend_line};

struct Case {
    Goal goal;
    std::vector<DataPoint> points;
    [[nodiscard]] bool lower() const {
        static const std::array down{"latency_s", "time_s", "deviation_mm", "assist", "prompts"};
        return std::ranges::count(down, goal.measure) > 0;
    }
    [[nodiscard]] bool levels() const {
        static const std::array ordinal{"assist", "prompts", "rating4"};
        return std::ranges::count(ordinal, goal.measure) > 0;
    }
    [[nodiscard]] double better(double one, double other) const { return lower() ? other - one : one - other; }
};

/// A goal of any measure with one finished value on each of a few days.
Case random_case(std::mt19937& random) {
    static const std::array measures{"count",  "duration_s",   "time_s",  "latency_s", "distance_cm",
                                     "assist", "deviation_mm", "prompts", "rating4"};
    const auto up_to = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    Case made;
    const std::string measure = measures[static_cast<std::size_t>(up_to(8))];
    const int most = measure == "rating4" ? 3 : measure == "assist" || measure == "prompts" ? 8 : 40;
    made.goal = goal_of(measure, up_to(most), {}, up_to(4) == 0 ? 0 : 30 + up_to(150));
    for (int i = up_to(4); i > 0; --i) made.goal.baseline.push_back(up_to(most));
    made.goal.sessions_in_row = 1 + up_to(3);
    int day = 0;
    double level = up_to(most);
    const int drift = up_to(4) - 2;
    for (int i = up_to(24); i > 0; --i) {
        day += 1 + up_to(9);
        level = std::clamp(level + drift * 0.4 + up_to(4) - 2, 0.0, static_cast<double>(most));
        made.points.push_back(measured(day, std::round(level)));
    }
    return made;
}

double median_of(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// Where the straight line from the baseline's median on the first day to the target on the due day stands.
std::optional<double> aim_on(const Case& made, Date day) {
    const Goal& goal = made.goal;
    if (goal.baseline.empty() || !goal.due) return std::nullopt;
    if (day >= *goal.due) return *goal.target;
    const double way = static_cast<double>(day - *goal.start) / (*goal.due - *goal.start);
    const double from = median_of(goal.baseline);
    return from + (*goal.target - from) * way;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// How many of the newest `count` values lie behind or ahead of the aim.
int on_side(const Case& made, std::size_t count, bool behind) {
    int found = 0;
    for (std::size_t i = made.points.size() - count; i < made.points.size(); ++i) {
        const double off = made.better(made.points[i].value, aim_on(made, made.points[i].date).value());
        found += behind ? off < -1e-9 : off > 1e-9;
    }
    return found;
}

void check_sides(const Case& made, const std::string& sentence) {
    const std::regex sides("The last (\\d) (are|do|is)");
    std::smatch match;
    if (!std::regex_search(sentence, match, sides)) return;
    const auto count = static_cast<std::size_t>(std::stoi(match[1]));
    ASSERT_LE(count, made.points.size()) << sentence << ": names more sessions than there are";
    ASSERT_TRUE(aim_on(made, made.points.back().date)) << sentence << ": names an aim line that is not there";
    const int behind = on_side(made, count, true), ahead = on_side(made, count, false);
    const int all = static_cast<int>(count);
    if (has(sentence, "are all behind")) {
        EXPECT_EQ(behind, all) << sentence;
    }
    if (has(sentence, "are all ahead")) {
        EXPECT_EQ(ahead, all) << sentence;
    }
    if (has(sentence, "not all on one side")) {
        EXPECT_TRUE(behind < all && ahead < all) << sentence;
    }
    if (has(sentence, "do not all lie behind")) {
        EXPECT_LT(behind, all) << sentence;
    }
}

void check_baseline_words(const Case& made, const std::string& sentence, ProgressStatus status) {
    if (!has(sentence, "The last three sessions are all")) return;
    ASSERT_GE(made.points.size(), 3u) << sentence;
    ASSERT_FALSE(made.goal.baseline.empty()) << sentence;
    double worst = made.goal.baseline[0];
    for (const double value : made.goal.baseline)
        if (made.better(worst, value) > 0) worst = value;
    for (const DataPoint& point : std::span(made.points).last(3)) EXPECT_LT(made.better(point.value, worst), 0);
    EXPECT_EQ(has(sentence, "doctor"), made.goal.baseline.size() >= 3) << sentence;
    EXPECT_EQ(status == ProgressStatus::check_now, made.goal.baseline.size() >= 3) << sentence;
    if (made.lower()) {
        EXPECT_FALSE(has(sentence, "below")) << sentence << ": a larger number is not below";
    }
}

void check_one(const Case& made, DecisionRule rule) {
    const Analysis found = analysis_of(made.goal, made.points, {}, rule);
    const std::string& sentence = found.judgement.sentence;
    check_sides(made, sentence);
    check_baseline_words(made, sentence, found.judgement.status);
    if (made.levels()) {
        EXPECT_FALSE(has(sentence, "a week")) << sentence << ": levels have no pace";
        EXPECT_FALSE(has(say_trend(found.criterion, found.facts), "a week"));
        EXPECT_FALSE(found.projected || found.trend) << "levels have no slope and no date";
    }
    if (has(sentence, "This rule needs")) {
        EXPECT_EQ(verdict_of(found.facts.verdicts, rule), progress::Verdict::too_few) << sentence;
    }
    if (found.judgement.status == ProgressStatus::on_track && aim_on(made, day_zero) && made.points.size() >= 3 &&
        found.projected && *found.projected > *made.goal.due && rule == DecisionRule::trend_line &&
        verdict_of(found.facts.verdicts, rule) != progress::Verdict::too_few) {
        EXPECT_LT(on_side(made, 3, true), 3) << "on track, behind the aim and late: " << sentence;
    }
    if (found.projected) {
        EXPECT_TRUE(found.trend_low_per_week && found.trend_high_per_week);
        EXPECT_GT(*found.trend_low_per_week * *found.trend_high_per_week, 0) << "the interval holds no change at all";
        EXPECT_LE(*found.projected_from, *found.projected);
    }
}

TEST(Sentences, SayOnlyWhatTheDataHold) {
    std::mt19937 random{20261130};
    for (int round = 0; round < 12'000 && !HasFailure(); ++round) {
        const Case made = random_case(random);
        for (const DecisionRule rule : all_rules_of) check_one(made, rule);
    }
}

TEST(Sentences, TooFewSessionsAndNoAimAreNoVerdict) {
    const Goal goal = goal_of("count", 10, {2, 2, 2}, 100);
    const auto two = series_of({7, 14}, {3, 4});
    for (const DecisionRule rule : all_rules_of) {
        EXPECT_TRUE(rule_words(rule, progress::Verdict::too_few).starts_with("This rule needs"));
        EXPECT_TRUE(has(std::string(rule_words(rule, progress::Verdict::no_aim)), "there is none"));
        EXPECT_FALSE(has(analysis_of(goal, two, {}, rule).judgement.sentence, "keep going"));
    }
}

TEST(Sentences, CheckNowNeedsThreeBaselineValuesAndNoRise) {
    const auto low = series_of({7, 14, 21}, {2, 2, 1});
    const auto status = [&](std::vector<double> baseline, const std::vector<DataPoint>& points) {
        return analysis_of(goal_of("count", 20, std::move(baseline)), points).judgement;
    };
    EXPECT_EQ(status({5, 6, 7}, low).status, ProgressStatus::check_now);
    EXPECT_EQ(status({5}, low).status, ProgressStatus::change_suggested);
    EXPECT_EQ(status({5}, low).sentence,
              "The last three sessions are all below the one baseline value (5). Was the start set too high, or has "
              "something changed?");
    const auto rising = series_of({7, 14, 21, 28, 35, 42}, {0, 1, 1, 2, 3, 4});
    EXPECT_NE(status({5, 6, 7}, rising).status, ProgressStatus::check_now) << "it comes back";
    const auto slow = analysis_of(goal_of("time_s", 5, {10, 11, 12}), series_of({7, 14, 21}, {20, 21, 22}));
    EXPECT_TRUE(has(slow.judgement.sentence, "slower than the worst baseline value")) << slow.judgement.sentence;
}

TEST(Sentences, LevelsAreToldThenAndNow) {
    const auto found =
        analysis_of(goal_of("assist", 0, {4, 4, 5}, 100), series_of({7, 14, 21, 28, 35, 42}, {4, 3, 3, 2, 3, 2}));
    EXPECT_EQ(say_trend(found.criterion, found.facts),
              "From a light touch at baseline to an adult watching over the last 3 sessions");
    EXPECT_EQ(found.at_level, (std::vector<std::pair<int, int>>{{2, 2}, {3, 3}, {4, 1}}));
    const auto trend = analysis_of(found.criterion.start ? goal_of("assist", 0, {4, 4, 5}, 100) : Goal{},
                                   series_of({7, 14, 21, 28, 35, 42, 49, 56, 63}, {4, 4, 4, 4, 4, 4, 4, 4, 4}), {},
                                   DecisionRule::trend_line);
    EXPECT_EQ(trend.judgement.status, ProgressStatus::plateau);
    EXPECT_EQ(trend.judgement.sentence, "The last 6 sessions were all at the same level: a light touch.");
}

TEST(Sentences, ALevelThatJumpedIsNoStandstillInWords) {
    const Goal goal = goal_of("trials", 95, {20, 20, 20}, 100);
    const auto flat = analysis_of(goal, series_of({7, 14, 21, 28, 35, 42, 49}, {80, 80, 80, 80, 80, 80, 80}));
    EXPECT_TRUE(say_trend(flat.criterion, flat.facts).starts_with("Steady, now 80 %, at baseline 20 %"))
        << say_trend(flat.criterion, flat.facts);
    EXPECT_FALSE(has(flat.judgement.sentence, "moved by 0")) << flat.judgement.sentence;
    PhaseChange change;
    change.date = day_zero + 30;
    const auto jumped =
        analysis_of(goal, series_of({7, 14, 21, 28, 35, 42, 49, 56, 63, 70}, {30, 30, 30, 30, 80, 80, 80, 80, 80, 80}),
                    {change}, DecisionRule::trend_line);
    EXPECT_TRUE(has(say_trend(jumped.criterion, jumped.facts), " a week, over all phases"))
        << say_trend(jumped.criterion, jumped.facts);
    for (const auto* each : {&flat, &jumped})
        for (const char* machine : {"slope", "+0 ", " 0 % a week"})
            EXPECT_FALSE(has(each->judgement.sentence + say_trend(each->criterion, each->facts), machine)) << machine;
    EXPECT_FALSE(has(std::string(rule_words(DecisionRule::trend_line, progress::Verdict::no_slope)), "slope"));
}

TEST(Sentences, MasteredSaysThatTheNewestSessionFailed) {
    Goal goal = goal_of("count", 10, {2, 2, 2}, 100);
    goal.sessions_in_row = 3;
    const auto found = analysis_of(goal, series_of({7, 14, 21, 28}, {10, 11, 13, 4}));
    EXPECT_EQ(found.judgement.status, ProgressStatus::mastered);
    EXPECT_TRUE(has(found.judgement.sentence, "The newest session did not: 4 on")) << found.judgement.sentence;
    EXPECT_EQ(found.facts.mastery.mastered_value, 13);
}

TEST(Sentences, BehindTheAimAndLateIsNotOnTrack) {
    Goal goal = goal_of("count", 40, {10, 10, 10}, 105);
    std::vector<DataPoint> points;
    // As steep as the aim (2 a week), but 8 behind it all along.
    for (int week = 1; week <= 10; ++week) points.push_back(measured(7 * week, 2 + 2 * week));
    const auto found = analysis_of(goal, points, {}, DecisionRule::trend_line);
    EXPECT_EQ(found.judgement.status, ProgressStatus::change_suggested) << found.judgement.sentence;
    EXPECT_TRUE(has(found.judgement.sentence, "past the due date")) << found.judgement.sentence;
}

TEST(FalseAlarms, AreAsTheScreenSays) {
    std::mt19937 random{7};
    constexpr int children = 1500;
    std::array<int, 4> flagged{};
    int plateau = 0;
    for (int i = 0; i < children; ++i) {
        const SimulatedChild child;
        const Goal goal = simulated_goal(child, random);
        const auto points = simulated_points(child, goal, random);
        std::array<bool, 4> seen{};
        bool flat = false;
        for (std::size_t count = 1; count <= points.size(); ++count) {
            const GoalFacts facts = facts_of(criterion_of(goal), std::span(points).first(count), {});
            for (std::size_t rule = 0; rule < 4; ++rule)
                seen[rule] = seen[rule] || asks_for_change(facts.verdicts[rule]);
            flat = flat || facts.flat;
        }
        for (std::size_t rule = 0; rule < 4; ++rule) flagged[rule] += seen[rule];
        plateau += flat;
    }
    for (const DecisionRule rule : all_rules_of)
        EXPECT_NEAR(100.0 * flagged[static_cast<std::size_t>(rule)] / children, false_alarms_in_100(rule), 5)
            << "rule " << static_cast<int>(rule);
    EXPECT_LT(100.0 * plateau / children, 20) << "a child exactly on the aim is seldom called flat";
}

}  // namespace
}  // namespace pegboard::test
