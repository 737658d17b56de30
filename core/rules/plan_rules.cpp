#include "core/rules/plan_rules.h"

#include <algorithm>

#include "core/library/goal_deeds.h"

namespace pegboard {
namespace {

bool holds(const std::vector<GoalId>& ids, GoalId id) { return std::ranges::find(ids, id) != ids.end(); }

bool has_arc(const std::vector<Block>& blocks, Arc arc) {
    return std::ranges::any_of(blocks, [arc](const Block& block) { return block.arc == arc; });
}

/// Warm-up and wrap-up have one place each; the middle has room.
bool single(Arc arc) { return arc == Arc::opener || arc == Arc::closer; }

}  // namespace

Fit fit(const Activity& activity, const Goal& goal, const Library& library) {
    FitKind kind = skill_fit(activity, goal.skill, library);
    if (kind >= FitKind::second_skill && does_another_deed(activity, goal.bank_goal, goal.skill, library))
        kind = FitKind::same_focus;
    return {kind, kind == FitKind::none ? GoalId{} : goal.id};
}

Fit best_fit(const Activity& activity, std::span<const Goal* const> goals, const Library& library) {
    Fit best;
    for (const Goal* goal : goals)
        if (const Fit next = fit(activity, *goal, library); next.kind > best.kind) best = next;
    return best;
}

std::string_view fit_words(const Fit& fit) {
    switch (fit.kind) {
        case FitKind::exact:
            return "Best fit";
        case FitKind::same_sequence:
            return "Good fit";
        case FitKind::second_skill:
        case FitKind::same_focus:
            return "Fair fit";
        case FitKind::none:
            break;
    }
    return {};
}

std::vector<GoalId> goals_served(const Activity& activity, std::span<const Goal* const> goals, const Library& library) {
    std::vector<GoalId> served;
    for (const Goal* goal : goals)
        if (fit(activity, *goal, library).kind >= FitKind::second_skill) served.push_back(goal->id);
    return served;
}

Arc arc_for(const Activity& activity, const std::vector<Block>& blocks) {
    if (activity.arcs.empty()) return Arc::main;
    for (const Arc arc : activity.arcs)
        if (!single(arc) || !has_arc(blocks, arc)) return arc;
    return activity.arcs.front();
}

std::size_t insert_at(const std::vector<Block>& blocks, Arc arc) {
    std::size_t place = blocks.size();
    while (place > 0 && blocks[place - 1].arc > arc) --place;
    return place;
}

int minutes_to_add(const Activity& activity, int left_min) {
    const int usual = std::clamp(activity.minutes, block_min_low, block_min_high);
    const int shortest = std::clamp(activity.minutes_min, block_min_low, usual);
    return std::clamp(left_min, shortest, usual);
}

int minutes_left(const Session& session) { return session.length_min - planned_minutes(session); }

int block_start(const Session& session, std::size_t index) {
    int minute = session.start_min;
    for (std::size_t i = 0; i < index && i < session.blocks.size(); ++i) minute += session.blocks[i].minutes;
    return minute;
}

std::vector<GoalId> covered_goals(const Session& session) {
    std::vector<GoalId> covered;
    for (const GoalId goal : session.goals)
        if (minutes_for(session, goal) > 0) covered.push_back(goal);
    return covered;
}

int minutes_for(const Session& session, GoalId goal) {
    int minutes = 0;
    for (const Block& block : session.blocks)
        if (holds(block.goals, goal)) minutes += block.minutes;
    return minutes;
}

Block make_block(const Activity& activity, const Session& session, std::span<const Goal* const> goals,
                 const Library& library) {
    Block block;
    block.id = mint<BlockId>();
    block.arc = arc_for(activity, session.blocks);
    block.activity = activity.id;
    block.title = activity.title;
    block.minutes = minutes_to_add(activity, minutes_left(session));
    block.goals = goals_served(activity, goals, library);
    return block;
}

Session with_block(Session session, Block block) {
    const auto place = static_cast<std::ptrdiff_t>(insert_at(session.blocks, block.arc));
    session.blocks.insert(session.blocks.begin() + place, std::move(block));
    return session;
}

Session with_goals(Session session, std::span<const Goal* const> goals) {
    for (const Goal* goal : goals)
        if (!holds(session.goals, goal->id)) session.goals.push_back(goal->id);
    return session;
}

Session without_block(Session session, std::size_t index) {
    if (index < session.blocks.size())
        session.blocks.erase(session.blocks.begin() + static_cast<std::ptrdiff_t>(index));
    return session;
}

Session with_block_moved(Session session, std::size_t from, std::size_t to) {
    if (from >= session.blocks.size() || to >= session.blocks.size()) return session;
    const auto first = session.blocks.begin();
    const auto f = static_cast<std::ptrdiff_t>(from);
    const auto t = static_cast<std::ptrdiff_t>(to);
    if (f < t) std::rotate(first + f, first + f + 1, first + t + 1);
    if (t < f) std::rotate(first + t, first + f, first + f + 1);
    return session;
}

Session with_minutes(Session session, std::size_t index, int minutes) {
    if (index < session.blocks.size())
        session.blocks[index].minutes = std::clamp(minutes, block_min_low, block_min_high);
    return session;
}

Session with_goal(Session session, const Goal& goal, bool chosen, const Library& library) {
    if (!chosen) {
        std::erase(session.goals, goal.id);
        for (Block& block : session.blocks) std::erase(block.goals, goal.id);
        return session;
    }
    if (holds(session.goals, goal.id)) return session;
    session.goals.push_back(goal.id);
    for (Block& block : session.blocks) {
        const Activity* activity = library.activity(block.activity);
        if (activity != nullptr && fit(*activity, goal, library).kind >= FitKind::second_skill &&
            !holds(block.goals, goal.id))
            block.goals.push_back(goal.id);
    }
    return session;
}

Session with_child(Session session, ChildId child) {
    if (!participant(session, session.child)) session.participants.push_back(Participant{.child = session.child});
    if (!participant(session, child)) session.participants.push_back(Participant{.child = child});
    return session;
}

Session without_child(Session session, ChildId child, std::span<const GoalId> own_goals) {
    if (child == session.child) return session;
    const auto own = [&](GoalId goal) { return std::ranges::find(own_goals, goal) != own_goals.end(); };
    std::erase_if(session.participants, [&](const Participant& each) { return each.child == child; });
    std::erase_if(session.goals, own);
    for (Block& block : session.blocks) {
        std::erase_if(block.goals, own);
        std::erase_if(block.children, [&](const BlockChild& each) { return each.child == child; });
    }
    return session;
}

Session with_goal_on_block(Session session, std::size_t index, GoalId goal) {
    if (index >= session.blocks.size()) return session;
    std::vector<GoalId>& served = session.blocks[index].goals;
    if (holds(served, goal)) {
        std::erase(served, goal);
        return session;
    }
    served.push_back(goal);
    if (!holds(session.goals, goal)) session.goals.push_back(goal);
    return session;
}

}  // namespace pegboard
