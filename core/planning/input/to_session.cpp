// From a plan to a session's blocks.
#include <algorithm>

#include "core/planning/input/gather.h"
#include "core/planning/weights.h"

namespace pegboard::planning {
namespace {

/// Objectives that are served wherever the goal is.
std::span<const GoalId> same_work(const Facts& facts, GoalId id) {
    for (const Participant& each : facts.participants)
        for (const GoalFacts& goal : each.goals)
            if (goal.goal == id) return goal.also;
    return {};
}

Block block_of(const PlanBlock& planned, const Facts& facts) {
    Block block;
    block.arc = planned.arc;
    if (planned.activity != nullptr) {
        block.activity = planned.activity->id;
        block.title = planned.activity->title;
    }
    block.minutes = planned.minutes;
    for (const ServedGoal& served : planned.goals)
        if (served.fit_tenths >= weights::fit_second) {  // what only comes before a goal does not work on it
            block.goals.push_back(served.goal);
            const auto also = same_work(facts, served.goal);
            block.goals.insert(block.goals.end(), also.begin(), also.end());
        }
    block.suggested = true;
    block.why = why_words(planned);
    if (facts.session.lead == Lead::both) block.lead = planned.led_by == Discipline::ot ? Lead::ot : Lead::pt;
    for (const ChildGrade& grade : planned.grades)
        if (grade.rung != 0) block.children.push_back({{}, grade.child, grade.rung, Response::not_noted});
    return block;
}

/// Takes the block that the pinned one came from out of `kept`.
std::optional<Block> take(std::vector<Block>& kept, const PlanBlock& planned) {
    const std::string id = planned.activity == nullptr ? std::string{} : planned.activity->id;
    const auto same = std::ranges::find_if(kept, [&](const Block& block) {
        return block.arc == planned.arc && block.minutes == planned.minutes &&
               (planned.activity == nullptr || block.activity == id);
    });
    if (same == kept.end()) return std::nullopt;
    Block block = std::move(*same);
    kept.erase(same);
    return block;
}

}  // namespace

std::string why_words(const PlanBlock& block) {
    std::string all;
    for (const auto& reason : block.reasons) all += (all.empty() ? "" : " ") + reason;
    return all;
}

Session with_plan(Session session, const Facts& facts, const Plan& plan) {
    std::vector<Block> kept, blocks;
    std::ranges::copy_if(session.blocks, std::back_inserter(kept), stays);
    for (const PlanBlock& planned : plan.blocks) {
        auto own = planned.pinned ? take(kept, planned) : std::nullopt;
        blocks.push_back(own ? *std::move(own) : block_of(planned, facts));
    }
    // What the therapist set is never lost, even when the plan was made from other facts.
    blocks.insert(blocks.end(), std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end()));
    session.blocks = std::move(blocks);
    const auto add = [&](GoalId goal) {
        if (std::ranges::count(session.goals, goal) == 0) session.goals.push_back(goal);
    };
    for (const Block& block : session.blocks) std::ranges::for_each(block.goals, add);
    for (const Coverage& weighed : plan.coverage) add(weighed.goal);
    return session;
}

}  // namespace pegboard::planning
