// What a child's precautions flag today, boiled down so that thousands of activities can be tried quickly. Pure.
#pragma once
#include <vector>

#include "core/rules/precautions.h"

namespace pegboard::planning {

/// One thing that a precaution has something to say about; `minutes_above` 0: however long it usually lasts.
struct Flagging {
    Exclusion matches;
    int minutes_above = 0;
};
/// check_precautions flags exactly where one of these matches and nothing excludes.
std::vector<Flagging> flaggings(const Child& child, const Library& library, Date today);

}  // namespace pegboard::planning
