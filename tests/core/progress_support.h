// What the tests of progress share: short ways to write goals, points and series.
#pragma once
#include <initializer_list>
#include <vector>

#include "core/progress/analysis.h"

namespace pegboard::test {

inline const Date day_zero = make_date(2026, 1, 5).value();

/// A goal of one measure, active since day zero, without any help counted.
inline Goal goal_of(const std::string& measure, double target, std::vector<double> baseline = {}, int due_after = 0) {
    Goal goal;
    goal.id = GoalId{7};
    goal.child = ChildId{3};
    goal.title = "Hops on one foot";
    goal.measure = measure;
    goal.target = target;
    goal.baseline = std::move(baseline);
    goal.start = day_zero;
    if (due_after > 0) goal.due = day_zero + due_after;
    goal.assist_level = 8;
    goal.status = GoalStatus::active;
    return goal;
}

/// A finished value `after` days after day zero.
inline DataPoint measured(int after, double value, std::optional<int> n = {}) {
    DataPoint point;
    point.id = mint<PointId>();
    point.goal = GoalId{7};
    point.child = ChildId{3};
    point.session = SessionId{1000 + after};  // one session a day
    point.date = day_zero + after;
    point.value = value;
    point.n = n;
    return point;
}

/// One tap of a session.
inline DataPoint tapped(int after, PointKind kind, std::optional<int> assist = {}) {
    DataPoint point = measured(after, kind == PointKind::correct ? 1 : 0, 1);
    point.kind = kind;
    point.assist = assist;
    return point;
}

/// One finished value on each of `days`.
inline std::vector<DataPoint> series_of(std::initializer_list<int> days, std::initializer_list<double> values) {
    std::vector<DataPoint> points;
    auto value = values.begin();
    for (const int day : days) points.push_back(measured(day, *value++));
    return points;
}

inline progress::Analysis analysis_of(const Goal& goal, const std::vector<DataPoint>& points,
                                      const std::vector<PhaseChange>& changes = {},
                                      DecisionRule rule = DecisionRule::four_point) {
    return progress::analyse(progress::criterion_of(goal), points, changes, rule);
}

}  // namespace pegboard::test
