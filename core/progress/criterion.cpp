#include "core/progress/criterion.h"

#include <algorithm>
#include <cmath>

namespace pegboard::progress {
namespace {
constexpr int usual_in_row = 3;
constexpr int usual_min_tries = 5;
constexpr double rounding = 1e-9;
}  // namespace

bool Criterion::reached(double value) const { return target && oriented(value) >= oriented(*target) - rounding; }

double Criterion::tolerance(double tries) const {
    const double one_try = tries > 0 ? 100 / tries : 1;
    const double unit = rule.pooling == Pooling::percent ? one_try : rule.unit;
    return std::max(unit, 0.05 * std::abs(target.value_or(0)));
}

Criterion criterion_of(const Goal& goal) {
    Criterion criterion;
    criterion.measure = goal.measure;
    const MeasureRule* rule = measure_rule(goal.measure);
    criterion.rule = rule ? *rule : *measure_rule("count");
    criterion.lower_is_better =
        criterion.rule.better == Better::down || (criterion.rule.better == Better::by_goal && goal.lower_is_better);
    criterion.target = goal.target;
    if (goal.attempts > 0) {
        const double share = static_cast<double>(goal.successes) / goal.attempts;
        if (criterion.rule.pooling != Pooling::percent)
            criterion.share = share;
        else if (!criterion.target)
            criterion.target = 100 * share;
    }
    if (goal.sessions_in_row > 0) criterion.in_row = goal.sessions_in_row;
    if (goal.measure == "trials")
        criterion.min_tries = goal.attempts > 0 ? std::min(goal.attempts, usual_min_tries) : usual_min_tries;
    if (goal.min_tries > 0 && criterion.rule.pooling == Pooling::percent) criterion.min_tries = goal.min_tries;
    // A goal that measures the help itself has it as its value.
    if (goal.measure != "assist") criterion.assist_max = goal.assist_level;
    if (goal.measure != "prompts") criterion.prompt_max = goal.prompt_max;
    criterion.generalise = goal.generalise;
    criterion.maintain = goal.maintain;
    criterion.side = goal.side;
    criterion.typed_baseline = goal.baseline;
    criterion.start = goal.start;
    criterion.due = goal.due;
    if (goal.status == GoalStatus::met) criterion.met_on = goal.closed_on;
    return criterion;
}

}  // namespace pegboard::progress
