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
    std::string since;   ///< the same without when the goal was reached; empty where that is all there is
};
/// How many of the newest values, five at most, lie ahead of the aim line; `of` is 0 where that cannot be said.
struct AheadOfAim {
    int ahead = 0, of = 0;
};
AheadOfAim ahead_of_aim(const Analysis& found);
/// `found` was worked out with `changes`, which are in order of date.
Story tell_story(const Analysis& found, std::span<const PhaseChange> changes, Date today);
/// What one value of the chart is, and which way is better: "best of each session, higher is better".
std::string say_measured(const Criterion& criterion);

}  // namespace pegboard::progress
