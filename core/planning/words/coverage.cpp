// Goals of a block, who leads it and records what.
#include <algorithm>

#include "core/library/goal_deeds.h"
#include "core/planning/rules.h"
#include "core/planning/weights.h"
#include "core/planning/words/explain.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

/// The activity is of the goal's own skill, or of a step of it where the goal is the whole sequence. What a child
/// works on now may be a step below the goal's: circles closed are no crosses copied.
bool is_about(const Situation& situation, const GoalState& goal, const Activity& activity) {
    const int main = situation.index.skills.of(activity.skills.empty() ? std::string() : activity.skills.front());
    const int wanted = situation.index.skills.of(goal.facts->skill);
    return main >= 0 && (main == wanted || (wanted >= 0 && situation.index.skill_bits[at(wanted)].step == 0 &&
                                            situation.index.skill_bits[at(main)].sequence == wanted));
}

/// "Trials: cuts on the line, out of 5", where the activity is about the very step of the goal and is measured as the
/// goal is; else there is nothing that could be written down without saying what was not seen.
ServedGoal served(const Situation& situation, const GoalState& goal, const Activity& activity, int fit) {
    ServedGoal one{situation.children[at(goal.child)].facts->child->id, goal.facts->goal, fit, goal.facts->measure, {}};
    // The activity's own words tell what to count only where it is about the very step: a kick is no catch.
    const bool own = fit >= weights::fit_exact && is_about(situation, goal, activity) &&
                     (one.measure.empty() || one.measure == activity.measure_type) &&
                     counts_for_goal(activity, goal.facts->bank_goal, goal.facts->skill, situation.index.library);
    if (one.measure.empty()) one.measure = activity.measure_type;
    if (!own) return one;
    const Measure* measure = situation.index.library.measure(one.measure);
    one.what = measure == nullptr ? one.measure : measure->name;
    if (!activity.measure_what.empty()) one.what += ": " + activity.measure_what;
    return one;
}

/// What a discipline takes down: goals that the block practises, not those it only prepares. Empty when there are none.
std::string record_words(const Situation& situation, const PlanBlock& block, Discipline discipline) {
    std::string all;
    for (const ServedGoal& one : block.goals) {
        const GoalState& goal = state_of(situation, one);
        if (goal.facts->discipline != discipline || one.what.empty()) continue;
        const std::string& who = call_name(*situation.children[at(goal.child)].facts->child);
        if (!all.empty()) all += "; ";
        all += who + ", " + (goal.facts->title.empty() ? goal.facts->skill : goal.facts->title) + ": " + one.what;
    }
    return all;
}

}  // namespace

std::vector<ServedGoal> goals_served(const Situation& situation, int activity, std::span<const GoalId> by_hand) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    std::vector<std::pair<double, ServedGoal>> found;
    for (const GoalState& goal : situation.goals)
        if (const int fit = fit_by_hand(situation, goal, activity, by_hand); fit > 0)
            found.emplace_back(fit * goal.need, served(situation, goal, *bits.activity, fit));
    std::ranges::stable_sort(found, [](const auto& one, const auto& other) {
        return one.second.fit_tenths != other.second.fit_tenths ? one.second.fit_tenths > other.second.fit_tenths
                                                                : one.first > other.first;
    });
    std::vector<ServedGoal> goals;
    for (auto& [weight, one] : found) goals.push_back(std::move(one));
    return goals;
}

void share_out(const Situation& situation, int activity, PlanBlock& block) {
    const Lead lead = situation.facts.session.lead;
    double ot = 0, pt = 0;
    for (const ServedGoal& one : block.goals) {
        const GoalState& goal = state_of(situation, one);
        (goal.facts->discipline == Discipline::ot ? ot : pt) += goal.need * one.fit_tenths;
    }
    const bool pt_by_kind = situation.index.activities[at(activity)].activity->discipline == "PT";
    block.led_by = lead == Lead::ot                      ? Discipline::ot
                   : lead == Lead::pt                    ? Discipline::pt
                   : pt > ot || (pt == ot && pt_by_kind) ? Discipline::pt
                                                         : Discipline::ot;
    for (const Discipline discipline : {Discipline::ot, Discipline::pt}) {
        if (lead != Lead::both && discipline != block.led_by) continue;
        if (std::string what = record_words(situation, block, discipline); !what.empty())
            block.records.push_back({discipline, std::move(what)});
    }
}

}  // namespace pegboard::planning
