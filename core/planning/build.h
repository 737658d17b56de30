// From a session's facts to the planning problem in numbers. Pure.
#pragma once
#include <span>

#include "core/planning/input/situation.h"
#include "core/planning/model.h"

namespace pegboard::planning {

/// The problem of this situation: a column for every activity that may be used, by id, then the pins.
Model build(const Situation& situation);
/// A column for one activity, whether or not a rule bars it; its goals and items are appended to the model's.
Column make_column(const Situation& situation, int activity, Model& model);
/// The same for a block that the therapist set, who has it work on `goals` whatever its skills say.
Column pinned_column(const Situation& situation, int activity, std::span<const GoalId> goals, Model& model);
/// The same without what depends on how the children begin it, which is told afterwards, of the few that are left.
Column bare_column(const Situation& situation, int activity, std::span<const GoalId> goals, Model& model);
/// Where the children sit, lie and land with the rungs they begin with.
void set_begun(const Situation& situation, Column& column);
/// How much of a goal a minute of the activity serves, in tenths, on the rung with which the goal's child begins.
int starting_fit(const Situation& situation, const GoalState& goal, int activity);
/// The same where the therapist has it work on `goals`.
int fit_by_hand(const Situation& situation, const GoalState& goal, int activity, std::span<const GoalId> goals);
/// Bonuses of one activity in this session, before the sliders' clamp.
struct Bonuses {
    std::int64_t interest = 0, novelty = 0, familiar = 0, favourite = 0;  ///< millionths
    [[nodiscard]] std::int64_t sum() const { return interest + novelty + familiar + favourite; }
};
Bonuses bonuses(const Situation& situation, int activity);
/// A weight in units, moved by a slider in percent.
Units scaled(std::int64_t millionths, int percent);

}  // namespace pegboard::planning
