// From an open caseload to the planner's facts, and from a plan back to a session's blocks. It only reads; the
// facts keep copies of what they need, so that a worker may plan while the caseload changes.
#pragma once
#include <span>

#include "core/caseload.h"
#include "core/planning/plan.h"

namespace pegboard::planning {

/// What is known for planning `session`, which need not be saved yet. Held sessions up to its date are the history.
///
/// Participants are those not marked absent; what a diagnosis puts in question about the neck counts until it is
/// answered. Goals are the active ones that the session chose; a child for whom it
/// chose none brings all active ones. An objective on the same skill as its long-term goal is the same work and counts
/// through that goal, where both count. Where neither place nor bag lists an item, nothing is known and every item
/// counts as one to bring. Pins are the blocks that the planner must leave, see stays().
Facts gather(const Caseload& caseload, const Library& library, const Session& session);

/// The goals that blocks of `session` can serve: of everyone who comes the active ones that the session chose; of a
/// child for whom it chose none all active ones, without objectives that are the same work as their goal.
std::vector<const Goal*> goals_weighed(const Caseload& caseload, const Session& session);

/// True for a block that the planner leaves as it is: pinned, begun or ended, or used against a rule by hand.
bool stays(const Block& block);

/// The session with the plan's blocks in place of those that do not stay; the blocks that stay are kept whole, with
/// their ids. `facts` are the ones the plan was made from. Goals that a block serves are added to the session's, then
/// the others that the planner weighed: planned again it weighs the same, until the therapist takes one out. An
/// objective that counts through its goal is served with it, where the session chose both.
/// New blocks have no id: the command that saves them gives one.
Session with_plan(Session session, const Facts& facts, const Plan& plan);

/// The sentences kept with a suggested block: its reasons, most telling first.
std::string why_words(const PlanBlock& block);

}  // namespace pegboard::planning
