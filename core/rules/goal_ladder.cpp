#include "core/rules/goal_ladder.h"

#include <algorithm>

#include "core/library/skill_graph.h"
#include "core/progress/criterion.h"
#include "core/rules/validate.h"

namespace pegboard {
namespace {

/// At most `most_rungs` of `all`, evenly drawn, the first among them.
template <class T>
std::vector<T> thinned(const std::vector<T>& all) {
    if (all.size() <= most_rungs) return all;
    std::vector<T> kept;
    for (std::size_t i = 0; i < most_rungs; ++i) kept.push_back(all[i * all.size() / most_rungs]);
    return kept;
}

LadderRung rung(const Goal& goal, const LadderFacts& facts, const GoalTemplate& from, GoalSlots slots,
                const Library& library) {
    LadderRung made;
    made.goal.child = goal.child;
    made.goal.parent = goal.id;
    made.goal.term = GoalTerm::short_term;
    made.goal.discipline = goal.discipline;
    made.goal.side = goal.side;
    made.goal.routine = goal.routine;
    made.goal.priority = goal.priority;
    made.goal.therapist = goal.therapist;
    if (from.skill == goal.skill && from.measure == goal.measure) {
        made.goal.baseline = goal.baseline;
        made.goal.baseline_reason = goal.baseline_reason;
    }
    slots.child = facts.slots.child;
    made.goal = goal_from(made.goal, from, slots, library);
    if (from.skill.empty()) made.goal.skill = goal.skill;
    made.bank_goal = from.id;
    made.slots = std::move(slots);
    return made;
}

/// Gives each rung its dates and writes its sentence; the last ends one stretch before the goal does.
void spread_dates(std::vector<LadderRung>& rungs, const Goal& goal, const LadderFacts& facts,
                  const std::vector<const GoalTemplate*>& templates) {
    const Date start = std::max(goal.start.value_or(facts.today), facts.today);
    const int stretches = static_cast<int>(rungs.size()) + 1;
    const int usual = 7 * templates.front()->weeks * stretches;
    const int days = goal.due && *goal.due > start + stretches ? *goal.due - start : usual;
    for (std::size_t i = 0; i < rungs.size(); ++i) {
        const auto at = [&](std::size_t stretch) { return start + days * static_cast<int>(stretch) / stretches; };
        rungs[i].goal.start = at(i);
        rungs[i].goal.due = at(i + 1);
        rungs[i].slots.by = rungs[i].goal.due;
        rungs[i].statement = write_goal(*templates[i], rungs[i].slots);
    }
}

int present_step_no(const LadderFacts& facts, const Skill& skill, const Library& library) {
    if (facts.child == nullptr) return 0;
    for (const PresentStep& present : facts.child->present_steps)
        if (present.skill == sequence_of(skill))
            if (const Skill* step = library.skill(present.step)) return step->step_no;
    return 0;
}

std::vector<LadderRung> by_steps(const Goal& goal, const LadderFacts& facts, const Library& library,
                                 std::vector<const GoalTemplate*>& used) {
    const Skill* skill = library.skill(goal.skill);
    if (skill == nullptr) return {};
    const auto steps = library.steps_of(sequence_of(*skill));
    const int from = present_step_no(facts, *skill, library);
    const int to = skill->kind == "sequence" && !steps.empty() ? steps.back()->step_no : skill->step_no;
    std::vector<const Skill*> between;
    for (const Skill* step : steps)
        if (step->step_no > from && step->step_no < to && !library.goal_templates(step->id).empty())
            between.push_back(step);
    std::vector<LadderRung> rungs;
    for (const Skill* step : thinned(between)) {
        const GoalTemplate* found = library.goal_templates(step->id).front();
        GoalSlots slots = usual_slots(*found, facts.slots.child, facts.today);
        slots.assist_level = facts.slots.assist_level;
        slots.prompt_level = facts.slots.prompt_level;
        slots.condition = facts.slots.condition;
        rungs.push_back(rung(goal, facts, *found, std::move(slots), library));
        rungs.back().why = "Step " + std::to_string(step->step_no) + " of " + std::to_string(steps.size()) + " in " +
                           library.name_of(sequence_of(*skill));
        used.push_back(found);
    }
    return rungs;
}

/// Easier targets of the same template that the baseline does not reach yet.
std::vector<LadderRung> by_targets(const Goal& goal, const LadderFacts& facts, const GoalTemplate& from,
                                   const Library& library) {
    const auto level = baseline_level(goal);
    std::vector<std::string> easier;
    for (const std::string& target : from.targets) {
        if (target == facts.slots.target) break;
        GoalSlots slots = facts.slots;
        slots.target = target;
        progress::Criterion criterion = progress::criterion_of(goal);
        criterion.target = target_value(from, slots, level);
        if (!level || !criterion.target || !criterion.reached(*level)) easier.push_back(target);
    }
    const bool own_words = std::ranges::find(from.targets, facts.slots.target) == from.targets.end();
    if (own_words) easier.clear();  // nothing tells whether the bank's are easier
    std::vector<LadderRung> rungs;
    for (const std::string& target : thinned(easier)) {
        GoalSlots slots = facts.slots;
        slots.target = target;
        rungs.push_back(rung(goal, facts, from, std::move(slots), library));
        rungs.back().why = "An easier target of the same goal";
    }
    return rungs;
}

/// The same goal with more help than it will allow in the end, less from rung to rung.
std::vector<LadderRung> by_help(const Goal& goal, const LadderFacts& facts, const GoalTemplate& from,
                                const Library& library) {
    std::vector<int> levels;
    for (int level = std::min(facts.help_now, 8) - 1; level > facts.slots.assist_level; --level)
        if (level != 1) levels.push_back(level);  // own equipment is no help that fades
    std::vector<LadderRung> rungs;
    for (const int level : thinned(levels)) {
        GoalSlots slots = facts.slots;
        slots.assist_level = level;
        rungs.push_back(rung(goal, facts, from, std::move(slots), library));
        rungs.back().why = "The same with " + say_help(level, facts.slots.prompt_level);
    }
    return rungs;
}

}  // namespace

std::vector<LadderRung> propose_ladder(const Goal& goal, const LadderFacts& facts, const Library& library) {
    std::vector<const GoalTemplate*> used;
    std::vector<LadderRung> rungs = by_steps(goal, facts, library, used);
    if (rungs.empty()) {
        const auto of_skill = library.goal_templates(goal.skill);
        const GoalTemplate* from = facts.from;
        if (from == nullptr) from = of_skill.empty() ? &blank_goal_template() : of_skill.front();
        rungs = by_targets(goal, facts, *from, library);
        if (rungs.empty()) rungs = by_help(goal, facts, *from, library);
        used.assign(rungs.size(), from);
    }
    if (!rungs.empty()) spread_dates(rungs, goal, facts, used);
    return rungs;
}

}  // namespace pegboard
