#include "tests/core/progress_simulated.h"

#include <algorithm>
#include <cmath>

namespace pegboard::test {
namespace {

constexpr double from = 0.2, to = 0.8, luck_sd = 0.08;

double chance_at(const SimulatedChild& child, double week) {
    const double way = std::min(1.0, week / child.due_weeks);
    switch (child.course) {
        case TrueCourse::flat:
            return from;
        case TrueCourse::s_curve:
            return from + (to - from) / (1 + std::exp(-12 * (way - 0.5)));
        case TrueCourse::on_aim:
            break;
    }
    return from + (to - from) * way;
}

int correct_of(int tries, double chance, std::mt19937& random) {
    return std::binomial_distribution<int>(tries, std::clamp(chance, 0.0, 1.0))(random);
}

}  // namespace

Goal simulated_goal(const SimulatedChild& child, std::mt19937& random) {
    Goal goal;
    goal.id = GoalId{7};
    goal.child = ChildId{3};
    goal.title = "Catches a large ball";
    goal.measure = "trials";
    goal.target = 100 * to;
    goal.start = make_date(2026, 1, 5);
    goal.due = *goal.start + 7 * child.due_weeks;
    goal.assist_level = 8;
    goal.status = GoalStatus::active;
    for (int i = 0; i < 3; ++i) goal.baseline.push_back(100.0 * correct_of(child.tries, from, random) / child.tries);
    return goal;
}

std::vector<DataPoint> simulated_points(const SimulatedChild& child, const Goal& goal, std::mt19937& random) {
    std::normal_distribution<double> normal(0, luck_sd);
    std::vector<DataPoint> points;
    double luck = child.leaning > 0 ? normal(random) : 0;
    for (int week = 1; week <= child.weeks; ++week) {
        DataPoint point;
        point.id = PointId{week};
        point.goal = goal.id;
        point.child = goal.child;
        point.date = *goal.start + 7 * week;
        point.value = correct_of(child.tries, chance_at(child, week) + luck, random);
        point.n = child.tries;
        points.push_back(point);
        if (child.leaning > 0)
            luck = child.leaning * luck + std::sqrt(1 - child.leaning * child.leaning) * normal(random);
    }
    return points;
}

}  // namespace pegboard::test
