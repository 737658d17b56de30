// The story of a goal in two lines: where the child stands, in numbers, and in which phase the values changed. It says
// what was seen and when; it names no cause, and speaks of no change smaller than what counts as none.
#pragma once
#include <span>
#include <string>

#include "core/progress/analysis.h"

namespace pegboard::progress {

struct Story {
    std::string now;     ///< "4, the middle of the last 3 sessions. At baseline it was 1. The goal is 5."
    std::string change;  ///< "The change began in the phase \"New supports\", from 14 Jul: 2 before, 4 in it."
};
/// `found` was worked out with `changes`, which are in order of date.
Story tell_story(const Analysis& found, std::span<const PhaseChange> changes, Date today);
/// What one value of the chart is, and which way is better: "best of each session, higher is better".
std::string say_measured(const Criterion& criterion);

}  // namespace pegboard::progress
