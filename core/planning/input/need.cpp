// How much a goal asks for its turn: priority, how long it waited, how far behind it is, how soon it is due.
#include <algorithm>

#include "core/planning/input/situation.h"
#include "core/planning/weights.h"

namespace pegboard::planning {

double NeedParts::need() const {
    return weights::need_priority * priority + weights::need_staleness * staleness +
           weights::need_shortfall * shortfall + weights::need_due * due;
}

NeedParts need_parts(const GoalFacts& goal, Date today) {
    NeedParts parts;
    parts.priority = std::clamp(goal.priority, 1, 3) / 3.0;
    const double interval = std::max(1.0, goal.days_between_sessions) * weights::stale_intervals;
    parts.staleness = goal.last_worked_on ? std::clamp((today - *goal.last_worked_on) / interval, 0.0, 1.0) : 1.0;
    parts.shortfall = std::clamp(goal.shortfall.value_or(weights::shortfall_without_data), 0.0, 1.0);
    if (goal.due) {
        constexpr double span = weights::due_none_days - weights::due_full_days;
        parts.due = std::clamp((weights::due_none_days - (*goal.due - today)) / span, 0.0, 1.0);
    }
    return parts;
}

}  // namespace pegboard::planning
