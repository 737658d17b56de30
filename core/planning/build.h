// From a session's facts to the planning problem in numbers. Pure.
#pragma once
#include "core/planning/model.h"
#include "core/planning/situation.h"

namespace pegboard::planning {

/// The problem of this situation: a column for every activity that may be used, by id, then the pins.
Model build(const Situation& situation);
/// A column for one activity, whether or not a rule bars it; its goals and items are appended to the model's.
Column make_column(const Situation& situation, int activity, Model& model);
/// Bonuses of one activity in this session, before the sliders' clamp.
struct Bonuses {
    std::int64_t interest = 0, novelty = 0, familiar = 0, favourite = 0;  ///< millionths
    [[nodiscard]] std::int64_t sum() const { return interest + novelty + familiar + favourite; }
};
Bonuses bonuses(const Situation& situation, int activity);
/// A weight in units, moved by a slider in percent.
Units scaled(std::int64_t millionths, int percent);

}  // namespace pegboard::planning
