// What must hold for any data: the order of entry never matters, less-is-better is the mirror of more-is-better, and
// points marked invalid change nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/library/library.h"
#include "tests/core/progress_support.h"

namespace pegboard::test {
namespace {
using namespace pegboard::progress;

struct Random {
    std::mt19937 engine;
    int up_to(int most) { return static_cast<int>(engine() % static_cast<unsigned>(most + 1)); }
};

/// Points of any kind over a few months, some invalid, some of one session.
std::vector<DataPoint> random_points(Random& random, bool tries) {
    std::vector<DataPoint> points;
    const int count = random.up_to(60);
    for (int i = 0; i < count; ++i) {
        DataPoint point =
            tries ? tapped(random.up_to(120) - 20, PointKind::correct) : measured(random.up_to(120) - 20, 0);
        point.value = tries ? random.up_to(1) : random.up_to(40);
        if (tries && point.value == 0) point.kind = PointKind::not_yet;
        if (random.up_to(2) == 0) point.session = SessionId{1 + random.up_to(9)};
        if (random.up_to(3) == 0) point.assist = random.up_to(8);
        point.setting = random.up_to(1) ? "gym" : "home";
        points.push_back(point);
    }
    // The points of a session share its day.
    for (DataPoint& point : points)
        if (point.session) point.date = day_zero + static_cast<int>(point.session.value) * 6;
    return points;
}

Goal random_goal(Random& random, const std::string& measure) {
    Goal goal = goal_of(measure, 5 + random.up_to(80), {}, random.up_to(1) ? 30 + random.up_to(200) : 0);
    for (int i = random.up_to(3); i > 0; --i) goal.baseline.push_back(random.up_to(20));
    goal.assist_level = random.up_to(8);
    goal.sessions_in_row = random.up_to(4);
    return goal;
}

TEST(ProgressProperty, TheOrderOfEntryNeverMatters) {
    Random random{std::mt19937{1}};
    for (int round = 0; round < 300; ++round) {
        const bool tries = round % 2 == 0;
        const Criterion criterion = criterion_of(random_goal(random, tries ? "trials" : "count"));
        auto points = random_points(random, tries);
        const GoalFacts facts = facts_of(criterion, points, {});
        const auto values = session_values(criterion, points);
        std::shuffle(points.begin(), points.end(), random.engine);
        const auto again = session_values(criterion, points);
        ASSERT_EQ(again.size(), values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            EXPECT_EQ(again[i].date, values[i].date);
            EXPECT_EQ(again[i].value, values[i].value);
            EXPECT_EQ(again[i].passes, values[i].passes);
        }
        EXPECT_EQ(facts_of(criterion, points, {}), facts);
    }
}

TEST(ProgressProperty, InvalidPointsChangeNothing) {
    Random random{std::mt19937{2}};
    for (int round = 0; round < 300; ++round) {
        const bool tries = round % 2 == 0;
        const Criterion criterion = criterion_of(random_goal(random, tries ? "trials" : "count"));
        auto points = random_points(random, tries);
        const GoalFacts facts = facts_of(criterion, points, {});
        for (int i = 0; i < 20; ++i) {
            DataPoint wrong =
                tries ? tapped(random.up_to(150) - 20, PointKind::correct) : measured(random.up_to(150), 999);
            wrong.valid = false;
            wrong.invalid_reason = "Wrong child";
            wrong.session = SessionId{random.up_to(9)};
            points.push_back(wrong);
        }
        EXPECT_EQ(facts_of(criterion, points, {}), facts);
    }
}

TEST(ProgressProperty, LessIsBetterIsTheMirrorOfMoreIsBetter) {
    Random random{std::mt19937{3}};
    for (int round = 0; round < 300; ++round) {
        const Goal goal = random_goal(random, "count");
        const auto points = random_points(random, false);
        Criterion up = criterion_of(goal);
        Criterion down = up;
        down.lower_is_better = true;
        down.target = -*up.target;
        for (double& value : down.typed_baseline) value = -value;
        auto mirrored = points;
        for (DataPoint& point : mirrored) point.value = -point.value;
        const GoalFacts one = facts_of(up, points, {});
        GoalFacts other = facts_of(down, mirrored, {});
        if (other.mastery.mastered_value) other.mastery.mastered_value = -*other.mastery.mastered_value;
        EXPECT_EQ(one.verdicts, other.verdicts);
        EXPECT_EQ(one.mastery, other.mastery);
        EXPECT_EQ(one.flat, other.flat);
        EXPECT_EQ(one.below_baseline, other.below_baseline);
        ASSERT_EQ(one.per_week.has_value(), other.per_week.has_value());
        EXPECT_NEAR(one.per_week.value_or(0), -other.per_week.value_or(0), 1e-12);
        EXPECT_NEAR(one.per_week_low.value_or(0), -other.per_week_high.value_or(0), 1e-12);
        for (const DecisionRule rule : {DecisionRule::three_point, DecisionRule::four_point,
                                        DecisionRule::median_of_three, DecisionRule::trend_line})
            EXPECT_EQ(judge(up, one, rule).status, judge(down, other, rule).status);
    }
}

TEST(ProgressProperty, EveryStatusComesWithASentence) {
    Random random{std::mt19937{4}};
    std::array<int, 9> seen{};
    for (int round = 0; round < 3000; ++round) {
        const bool tries = round % 3 == 0;
        Goal goal = random_goal(random, tries ? "trials" : round % 3 == 1 ? "count" : "deviation_mm");
        Criterion criterion = criterion_of(goal);
        criterion.maintain = round % 2 == 0;
        const auto points = random_points(random, tries);
        const GoalFacts facts = facts_of(criterion, points, {});
        const Judgement judgement = judge(criterion, facts, static_cast<DecisionRule>(random.up_to(3)));
        ++seen[static_cast<std::size_t>(judgement.status)];
        EXPECT_GT(judgement.sentence.size(), 15u);
        EXPECT_EQ(judgement.sentence.find("nan"), std::string::npos) << judgement.sentence;
        EXPECT_EQ(why_not_mastered(criterion, facts).empty(), facts.mastery.gap == Gap::none);
    }
    for (std::size_t status = 0; status < seen.size(); ++status)
        EXPECT_GT(seen[status], 0) << terms<ProgressStatus>()[status].words << " never came up";
}

TEST(ProgressMeasures, AgreeWithTheLibrary) {
    const auto library = Library::open(std::filesystem::path(PEGBOARD_DATA) / "library.db").take();
    EXPECT_EQ(library->measures().size(), 17u);
    for (const Measure& measure : library->measures()) {
        const MeasureRule* rule = measure_rule(measure.id);
        ASSERT_NE(rule, nullptr) << measure.id;
        const char* better = rule->better == Better::up ? "up" : rule->better == Better::down ? "down" : "goal";
        EXPECT_EQ(measure.better, better) << measure.id;
        EXPECT_EQ(measure.unit == "percent", rule->pooling == Pooling::percent) << measure.id;
    }
    for (const HelpLevel& level : library->assist_levels()) EXPECT_EQ(level.words, assist_words(level.level));
    for (const HelpLevel& level : library->prompt_levels()) EXPECT_EQ(level.words, prompt_words(level.level));
    EXPECT_EQ(measure_rule("weight_kg"), nullptr);
}

TEST(ProgressMeasures, ValuesReadAsPeopleSayThem) {
    EXPECT_EQ(say_value("trials", 66.6667), "67 %");
    EXPECT_EQ(say_value("duration_s", 7), "7 s");
    EXPECT_EQ(say_value("distance_cm", 12.25), "12.3 cm");
    EXPECT_EQ(say_value("assist", 4), "a light touch");
    EXPECT_EQ(say_value("gas", 1), "+1");
    EXPECT_EQ(say_value("gas", -2), "-2");
    EXPECT_EQ(say_value("count", -0.01), "0");
}

}  // namespace
}  // namespace pegboard::test
