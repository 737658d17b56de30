// What may be recorded for a goal: which kinds of point fit its measure, what a tap fills in by itself, and whether a
// value can be what was seen. Pure; it refuses to judge how well a child did.
#pragma once
#include <vector>

#include "core/model/data_point.h"
#include "core/model/goal.h"
#include "core/result.h"

namespace pegboard::progress {

/// The kinds of point that fit a goal, in the order of their buttons: trials for percents, steps where the goal lists
/// them, counting, a finished value, its own scale.
std::vector<PointKind> kinds_for(const Goal& goal);
/// Tries wanted in one session: the goal's own number, else those its criterion speaks of; 0 where none are counted.
int wanted_tries(const Goal& goal);
/// The point with what its kind says by itself: value and tries of one tap, the number of steps listed.
DataPoint with_kind_filled(const Goal& goal, DataPoint point);
/// Whether the point fits the goal: its kind, a value within the measure, tries, help levels 0..8, a listed step.
Status check_point(const Goal& goal, const DataPoint& point);
/// "correct", "12 s", "3 of 5", "step 2 done": what was recorded, for labels and lists.
std::string say_point(const Goal& goal, const DataPoint& point);

}  // namespace pegboard::progress
