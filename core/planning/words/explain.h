// Turns found blocks into the plan a therapist reads: grades, goals served, reasons, flags, coverage. Pure.
#pragma once
#include "core/planning/build.h"
#include "core/planning/solver/search.h"

namespace pegboard::planning {

/// The plan in words.
Plan explain(const Situation& situation, const Model& model, const Found& found);
/// Share of one block in the score, given the blocks before it and with it.
ScoreParts parts_of(const Worth& worth);

/// Reasons of one block, most telling first, each under 24 words.
std::vector<std::string> reasons(const Situation& situation, int activity, const std::vector<ServedGoal>& goals);
/// Where each child starts on the ladder.
std::vector<ChildGrade> grades(const Situation& situation, int activity);
/// The rung with which a child begins, 0 as written.
int begun_rung(const Situation& situation, const ChildState& child, int activity);
/// The same of each child.
std::vector<int> begun_rungs(const Situation& situation, int activity);
/// Goals the activity works on in this session, best fit first; those ticked by hand among them.
std::vector<ServedGoal> goals_served(const Situation& situation, int activity, std::span<const GoalId> by_hand);
/// Who leads a block, and what each leading discipline records.
void share_out(const Situation& situation, int activity, PlanBlock& block);
/// The goals that no block practices, each with the rule or the reason; the plan's blocks and coverage are known.
std::vector<NotServed> not_served(const Situation& situation, const Model& model, const Plan& plan);
/// Why minutes stay open although there are goals: "the goals have as many minutes as one session helps them".
std::string why_open(const Situation& situation, const Model& model, const Plan& plan,
                     const std::vector<Placed>& chosen);
/// The goal of a served goal.
const GoalState& state_of(const Situation& situation, const ServedGoal& served);

}  // namespace pegboard::planning
