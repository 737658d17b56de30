// Children of whom the truth is known, so that what the rules say about them can be counted: exactly on the aim, not
// moving at all, or learning along an S. Their sessions are tries, each a throw of chance.
#pragma once
#include <random>
#include <vector>

#include "core/model/data_point.h"
#include "core/model/goal.h"

namespace pegboard::test {

enum class TrueCourse {
    on_aim,   ///< 20 % at the start, 80 % when due, in a straight line
    flat,     ///< 20 % all the time
    s_curve,  ///< 20 % to 80 % by the due day, slow at first and at the end
};

struct SimulatedChild {
    TrueCourse course = TrueCourse::on_aim;
    int tries = 10;      ///< in each session
    double leaning = 0;  ///< correlation of one session's luck with the next, 0..1
    int weeks = 18;      ///< one session a week
    int due_weeks = 26;
};

/// The goal of such a child: trials from three baseline values to 80 %.
Goal simulated_goal(const SimulatedChild& child, std::mt19937& random);
/// One point a week from the first week on, in order. Luck shifts the chance of a session by a normal amount with
/// standard deviation 0.08 where sessions lean on one another.
std::vector<DataPoint> simulated_points(const SimulatedChild& child, const Goal& goal, std::mt19937& random);

}  // namespace pegboard::test
