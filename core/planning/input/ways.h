// An activity as it is done in one of its ways, as written or on a rung, and whether a child's precautions speak
// against that: in bits, so that thousands are tried in a millisecond. The bits' reading of core/rules/precautions and
// core/rules/rungs, which say the same in words. Pure; it refuses to choose among ways.
#pragma once
#include "core/planning/input/situation.h"

namespace pegboard::planning {

/// What is met in an activity here: its own marks and those of its things, or of what stands in for them.
struct Hazards {
    Mask attributes = 0, allergens = 0;
    WideMask items;  ///< used as themselves or by what stands in for them
};

/// One way to do an activity.
struct Way {
    const ActivityBits* bits = nullptr;
    int position = -1, space = -1;
    Mask needs = 0;
    Hazards hazards;
    WideMask practiced;  ///< skills, with their sequences, less what the rung leaves out
};
/// The activity as written.
Way as_written(const Situation& situation, const ActivityBits& activity);
/// The activity on a rung; 0, and a rung it does not have, is as written.
Way on_rung(const Situation& situation, const ActivityBits& activity, int rung);

/// A precaution speaks of the way.
bool matches(const ExclusionBits& one, const Way& way, int group_size);
/// A precaution of the child rules the way out.
bool is_excluded(const ChildState& child, const Way& way, int group_size);
/// A precaution of the child has something to say about the activity as written, and does not rule it out.
bool is_flagged(const ChildState& child, const Way& written, int group_size);

/// Rungs of the activity that may be offered to a child here, nearest first, -1, -2 .. then 1, 2 ...: by its
/// precautions, what it needs, what it brings upon the other children, the place and the things.
std::vector<int> rungs_that_fit(const Situation& situation, const ChildState& child, const ActivityBits& activity);

}  // namespace pegboard::planning
