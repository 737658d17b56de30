// The score of the points of one session: the value it stands for, and whether it passes with the help the goal allows.
#pragma once
#include <vector>

#include "core/model/data_point.h"
#include "core/progress/criterion.h"

namespace pegboard::progress {

/// A score with and without the help that is allowed.
struct Score {
    double value = 0;      ///< from the tries with no more help than allowed; from all where every one had more
    double successes = 0;  ///< tries that counted
    int tries = 0;         ///< all tries (seconds for a rate)
    int measured = 0;      ///< measurements the value was taken from
    int with_more_help = 0;
    bool any = false;
    bool passes = false;
    bool with_any_help = false;  ///< would pass if help did not matter
    bool if_help_noted = false;  ///< would pass if all help that nobody noted was within the goal's
    bool too_few_to_pass = false;
    std::vector<bool> occasions;  ///< of each measurement in order: reached with the help allowed
};

/// Points of one goal, measure and session, in the order they were entered. Tries with more help than the goal allows
/// are no successes; those whose help nobody noted are, but let nothing pass.
Score score_of(const Criterion& criterion, const std::vector<const DataPoint*>& points);

}  // namespace pegboard::progress
