#include "core/rules/goals/goal_ladder.h"

#include <algorithm>

#include "core/library/skill_graph.h"
#include "core/progress/criterion.h"
#include "core/rules/validate.h"

namespace pegboard {
namespace {

/// Rungs that would be called as the goal is, or as another rung, say with how much help they are.
void tell_apart(std::vector<LadderRung>& rungs, const Goal& goal) {
    std::vector<std::string> titles{goal.title};
    for (const LadderRung& each : rungs) titles.push_back(each.goal.title);
    for (LadderRung& each : rungs)
        if (std::ranges::count(titles, each.goal.title) > 1)
            each.goal.title += ", with " + say_help(each.slots.assist_level, each.slots.prompt_level);
}

/// At most `most_rungs` of `all`, evenly drawn, the first among them.
template <class T>
std::vector<T> thinned(const std::vector<T>& all) {
    if (all.size() <= most_rungs) return all;
    std::vector<T> kept;
    for (std::size_t i = 0; i < most_rungs; ++i) kept.push_back(all[i * all.size() / most_rungs]);
    return kept;
}

double share_of(int n, int of) { return of > 0 ? static_cast<double>(n) / of : 0; }

/// A step on the way asks for no more than the goal itself.
void soften(GoalSlots& slots, const Goal& goal, const GoalTemplate& from) {
    if (goal.attempts > 0 && share_of(slots.n, slots.of) > share_of(goal.successes, goal.attempts)) {
        slots.n = goal.successes;
        slots.of = goal.attempts;
    }
    const std::string noun = slots.ratio_noun.empty() ? ratio_noun(from) : slots.ratio_noun;
    const bool of_tries = progress::ratio_kind(noun) == progress::RatioKind::tries;
    if (!of_tries) slots.in_row = slots.sessions_met = slots.sessions_of = 0;
    const bool goal_of_tries = progress::ratio_kind(goal.ratio_noun) == progress::RatioKind::tries;
    if (of_tries && goal_of_tries && goal.sessions_in_row > 0)
        slots.in_row = std::min(slots.in_row, goal.sessions_in_row);
    if (of_tries && goal.sessions_of > 0) {
        slots.in_row = 0;
        slots.sessions_met = goal.sessions_met;
        slots.sessions_of = goal.sessions_of;
    } else if (slots.sessions_of > goal.sessions_in_row && goal.sessions_in_row > 0) {
        slots.in_row = goal.sessions_in_row;
        slots.sessions_met = slots.sessions_of = 0;
    }
    slots.assist_level = std::max(slots.assist_level, goal.assist_level);
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
    soften(slots, goal, from);
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
        rungs[i].goal.sentence = rungs[i].statement;
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
    tell_apart(rungs, goal);
    if (!rungs.empty()) spread_dates(rungs, goal, facts, used);
    return rungs;
}

namespace {

void add_next_target(const LadderFacts& facts, const GoalTemplate& from, const Library& library,
                     std::vector<NextGoal>& all) {
    const auto now = std::ranges::find(from.targets, facts.slots.target);
    if (now == from.targets.end() || std::next(now) == from.targets.end()) return;
    GoalSlots slots = facts.slots;
    slots.target = *std::next(now);
    slots.by = facts.today + 7 * from.weeks;
    all.push_back({from.id, slots, goal_title(from, slots, library), "The next target of the same goal"});
}

void add_next_step(const Goal& met, const LadderFacts& facts, const Library& library, std::vector<NextGoal>& all) {
    const Skill* skill = library.skill(met.skill);
    if (skill == nullptr || skill->step_no == 0) return;
    for (const Skill* step : library.steps_of(sequence_of(*skill))) {
        if (step->step_no != skill->step_no + 1) continue;
        const auto of_step = library.goal_templates(step->id);
        if (of_step.empty()) return;
        GoalSlots slots = usual_slots(*of_step.front(), facts.slots.child, facts.today);
        slots.condition = facts.slots.condition;
        all.push_back({of_step.front()->id, slots, goal_title(*of_step.front(), slots, library),
                       "The next step in " + library.name_of(sequence_of(*skill))});
    }
}

void add_less_help(const LadderFacts& facts, const GoalTemplate& from, const Library& library,
                   std::vector<NextGoal>& all) {
    GoalSlots slots = facts.slots;
    if (slots.prompt_level.value_or(0) > 0)
        slots.prompt_level = slots.assist_level == 0 ? std::nullopt : std::optional(0);
    else if (slots.assist_level > 1)
        slots.assist_level = slots.assist_level > 5 ? 5 : slots.assist_level > 3 ? 3 : 0;
    else
        return;
    slots.by = facts.today + 7 * from.weeks;
    const std::string help = say_help(slots.assist_level, slots.prompt_level);
    all.push_back({from.id, slots, goal_title(from, slots, library) + ", with " + help, "The same with less help"});
}

}  // namespace

std::vector<NextGoal> propose_next(const Goal& met, const LadderFacts& facts, const Library& library) {
    const auto of_skill = library.goal_templates(met.skill);
    const GoalTemplate* from = facts.from;
    if (from == nullptr) from = of_skill.empty() ? &blank_goal_template() : of_skill.front();
    std::vector<NextGoal> all;
    add_next_target(facts, *from, library, all);
    add_next_step(met, facts, library, all);
    add_less_help(facts, *from, library, all);
    return all;
}

}  // namespace pegboard
