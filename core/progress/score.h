// The score of the points of one session: the value it stands for, and whether it passes with the help the goal allows.
#pragma once
#include <vector>

#include "core/model/data_point.h"
#include "core/progress/criterion.h"

namespace pegboard::progress {

/// Of how many tries somebody noted the help.
enum class HelpNoted { all, some, none };

/// A score with and without the help that is allowed.
struct Score {
    double value = 0;      ///< from the tries with no more help than allowed; from all where every one had more
    double successes = 0;  ///< tries that counted
    int tries = 0;         ///< all tries (seconds for a rate)
    int measured = 0;      ///< measurements the value was taken from
    int with_more_help = 0;
    int left_out = 0;  ///< tries done that are in none of these numbers: nobody noted their help, but that of others
    HelpNoted noted = HelpNoted::all;  ///< of the tries the value is from
    bool any = false;
    bool passes = false;
    bool with_any_help = false;  ///< would pass if help did not matter
    bool if_help_noted = false;  ///< would pass if all help that nobody noted was within the goal's
    bool too_few_to_pass = false;
    std::vector<bool> occasions;  ///< of each measurement in order: reached with the help allowed
};

/// Points of one goal, measure and session, in the order they were entered. Tries with more help than the goal allows
/// are no successes. Those whose help nobody noted let nothing pass, and stay out of a value that is from tries whose
/// help was noted: it would say of them what nobody saw. Where no help was noted at all the value is from all.
Score score_of(const Criterion& criterion, const std::vector<const DataPoint*>& points);

}  // namespace pegboard::progress
