// The arithmetic of a session plan: how well an activity answers a goal, where a block belongs,
// how long it may be, what is covered, and the edits a therapist makes. Pure: facts in, a changed
// copy out. It refuses to choose activities by itself; that is the planner's work.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"
#include "core/library/skill_graph.h"
#include "core/model/goal.h"
#include "core/model/session.h"

namespace pegboard {

/// How well an activity answers one goal.
struct Fit {
    FitKind kind = FitKind::none;
    GoalId goal;  ///< none when nothing fits
    /// 0, or 2 to 5 pegs: exact skill 5, same sequence 4, second skill 3, same focus area 2.
    [[nodiscard]] int pegs() const { return kind == FitKind::none ? 0 : static_cast<int>(kind) + 1; }
};

/// How well `activity` answers the skill of `goal`.
Fit fit(const Activity& activity, const Goal& goal, const Library& library);
/// The best fit among `goals`; the first goal wins a draw.
Fit best_fit(const Activity& activity, std::span<const Goal* const> goals, const Library& library);
/// "Best fit", "Good fit", "Fair fit"; empty for none.
std::string_view fit_words(const Fit& fit);
/// Goals among `goals` that `activity` works on by its own skills (second skill or better).
std::vector<GoalId> goals_served(const Activity& activity, std::span<const Goal* const> goals, const Library& library);

/// The part of the session `activity` stands in: its first, unless the one warm-up or wrap-up place
/// is taken already and the activity can stand elsewhere too.
Arc arc_for(const Activity& activity, const std::vector<Block>& blocks);
/// Where a new block of `arc` goes: behind the last block that belongs before it or beside it.
std::size_t insert_at(const std::vector<Block>& blocks, Arc arc);
/// Minutes for a new block: as usual, or what is left of the session, never under its shortest bout.
int minutes_to_add(const Activity& activity, int left_min);
/// Minutes of the session that no block uses; negative when the plan is too long.
int minutes_left(const Session& session);
/// Minute of day at which block `index` begins.
int block_start(const Session& session, std::size_t index);
/// Chosen goals that at least one block serves, in the session's order.
std::vector<GoalId> covered_goals(const Session& session);
/// Minutes of the blocks that serve `goal`.
int minutes_for(const Session& session, GoalId goal);

inline constexpr int block_min_low = 1, block_min_high = 120;  ///< limits of a block's minutes

/// A block for `activity`, ready to insert: arc, usual minutes within what is left, goals it serves.
Block make_block(const Activity& activity, const Session& session, std::span<const Goal* const> goals,
                 const Library& library);
/// The session with `block` inserted where its arc belongs.
Session with_block(Session session, Block block);
/// The session with these goals chosen too; blocks stay as they are.
Session with_goals(Session session, std::span<const Goal* const> goals);
/// The session without block `index`.
Session without_block(Session session, std::size_t index);
/// The session with block `from` standing at `to` (an index in the resulting order).
Session with_block_moved(Session session, std::size_t from, std::size_t to);
/// The session with block `index` of `minutes`, kept inside the limits.
Session with_minutes(Session session, std::size_t index, int minutes);
/// The session with `goal` chosen or not. Choosing it gives it to the blocks that work on it;
/// dropping it takes it off every block.
Session with_goal(Session session, const Goal& goal, bool chosen, const Library& library);
/// The session for one child more; nothing changes when the child comes already.
Session with_child(Session session, ChildId child);
/// The session without `child`, whose goals are `own_goals`: they and the child's rungs leave the blocks too. The
/// child whose record keeps the session stays.
Session without_child(Session session, ChildId child, std::span<const GoalId> own_goals);
/// The session with `goal` served by block `index`, or no longer; serving a goal chooses it.
Session with_goal_on_block(Session session, std::size_t index, GoalId goal);

}  // namespace pegboard
