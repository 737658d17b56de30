// Goals of a block, who leads it and records what, and why a goal gets nothing.
#include <algorithm>

#include "core/planning/rules.h"
#include "core/planning/weights.h"
#include "core/planning/words/explain.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

/// "Trials: cuts on the line, out of 5": the goal's own measure when it has one, else the activity's.
ServedGoal served(const Situation& situation, const GoalState& goal, const Activity& activity, int fit) {
    ServedGoal one{situation.children[at(goal.child)].facts->child->id, goal.facts->goal, fit, goal.facts->measure, {}};
    // The activity's own words tell what to count only where it is about the goal's skill.
    const bool own = fit >= weights::fit_near && (one.measure.empty() || one.measure == activity.measure_type);
    if (one.measure.empty()) one.measure = activity.measure_type;
    const Measure* measure = situation.index.library.measure(one.measure);
    one.what = measure == nullptr ? one.measure : measure->name;
    if (own && !activity.measure_what.empty()) one.what += ": " + activity.measure_what;
    return one;
}

/// What a discipline takes down: goals that the block practises, not those it only prepares. Empty when there are none.
std::string record_words(const Situation& situation, const PlanBlock& block, Discipline discipline) {
    std::string all;
    for (const ServedGoal& one : block.goals) {
        const GoalState& goal = state_of(situation, one);
        if (goal.facts->discipline != discipline || one.fit_tenths < weights::fit_second) continue;
        const std::string& who = call_name(*situation.children[at(goal.child)].facts->child);
        if (!all.empty()) all += "; ";
        all += who + ", " + (goal.facts->title.empty() ? goal.facts->skill : goal.facts->title) + ": " + one.what;
    }
    return all;
}

/// The activities that would work on a goal, told apart by whether a rule bars them.
struct Serving {
    int usable = 0, barred = 0;
    int best = -1, best_fit = 0;  ///< the barred one that fits best
};

Serving serving(const Situation& situation, const GoalState& goal) {
    Serving found;
    for (std::size_t a = 0; a < situation.index.activities.size(); ++a) {
        const int fit = situation.fit(goal, situation.index.activities[a]);
        if (fit < weights::fit_prerequisite) continue;
        const int activity = static_cast<int>(a);
        if (!barred_by(situation, activity)) {
            ++found.usable;
            continue;
        }
        ++found.barred;
        if (fit > found.best_fit) found.best = activity, found.best_fit = fit;
    }
    return found;
}

std::string activities(int number) { return number == 1 ? "1 activity" : std::to_string(number) + " activities"; }

NotServed why_not(const Situation& situation, const GoalState& goal) {
    NotServed none{situation.children[at(goal.child)].facts->child->id, goal.facts->goal, Rule::time, {}};
    const Serving found = serving(situation, goal);
    if (found.usable > 0) {
        none.words = activities(found.usable) + " would serve it; the minutes went to goals that need them more.";
        return none;
    }
    if (found.barred == 0) {
        none.rule = Rule::no_activity;
        none.words = "No activity in the library works on it.";
        return none;
    }
    const auto barriers = all_barriers(situation, found.best);
    const RuledOut& first = barriers.front();
    none.rule = first.rule;
    none.words = "None of " + activities(found.barred) + " can be used. " +
                 situation.index.activities[at(found.best)].activity->title + ": " + first.words + ".";
    return none;
}

}  // namespace

std::vector<ServedGoal> goals_served(const Situation& situation, int activity, std::span<const GoalId> by_hand) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    std::vector<std::pair<double, ServedGoal>> found;
    for (const GoalState& goal : situation.goals)
        if (const int fit = fit_by_hand(situation, goal, bits, by_hand); fit > 0)
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

std::vector<NotServed> not_served(const Situation& situation, const Model& model,
                                  const std::vector<Coverage>& coverage) {
    std::vector<NotServed> found;
    for (std::size_t g = 0; g < model.goals.size(); ++g)
        if (coverage[g].minutes == 0) found.push_back(why_not(situation, situation.goals[g]));
    return found;
}

}  // namespace pegboard::planning
