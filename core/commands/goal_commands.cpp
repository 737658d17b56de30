// Commands on goals.
#include <algorithm>
#include <set>

#include "core/commands/apply.h"
#include "core/rules/validate.h"
#include "core/store/goal_store.h"
#include "core/store/point_store.h"

namespace pegboard::commands {
namespace {

Status check_place(const Work& work, const Goal& goal) {
    if (const auto child = find_child(work, goal.child); !child.ok()) return child.error();
    if (Status known = check_therapist(work, goal.therapist); !known.ok()) return known;
    if (!goal.parent) return {};
    const auto parent = find_goal(work, goal.parent);
    if (!parent.ok()) return parent.error();
    if (parent.value()->child != goal.child || parent.value()->term != GoalTerm::long_term)
        return invalid("parent", "Choose one of this child's long-term goals.");
    return {};
}

std::string say_difference(const Goal& before, const Goal& after, const std::string& name) {
    std::vector<std::string> changed;
    const auto note = [&](bool differs, const char* words) {
        if (differs) changed.emplace_back(words);
    };
    note(before.title != after.title, "title");
    note(before.sentence != after.sentence || before.condition != after.condition ||
             before.target_words != after.target_words || before.bank_goal != after.bank_goal,
         "sentence");
    note(before.skill != after.skill, "skill");
    note(before.parent != after.parent || before.term != after.term, "term");
    note(before.discipline != after.discipline, "discipline");
    note(before.side != after.side, "side");
    note(before.baseline != after.baseline || before.baseline_reason != after.baseline_reason, "baseline");
    note(before.measure != after.measure || before.target != after.target || before.successes != after.successes ||
             before.attempts != after.attempts || before.ratio_noun != after.ratio_noun ||
             before.sessions_in_row != after.sessions_in_row || before.sessions_met != after.sessions_met ||
             before.sessions_of != after.sessions_of,
         "criterion");
    note(before.assist_level != after.assist_level, "help level");
    note(before.minutes_per_week != after.minutes_per_week, "minutes a week");
    note(before.dose_min != after.dose_min, "minutes in a session");
    note(before.wanted_tries != after.wanted_tries || before.min_tries != after.min_tries, "tries in a session");
    note(before.tries_count != after.tries_count, "which try counts");
    note(before.unit != after.unit || before.lap_cm != after.lap_cm, "unit");
    note(before.lower_is_better != after.lower_is_better, "which way is better");
    note(before.prompt_max != after.prompt_max, "most prompting");
    note(before.generalise != after.generalise || before.maintain != after.maintain, "what mastery asks for");
    note(before.decision_rule != after.decision_rule, "decision rule");
    note(before.interval_method != after.interval_method || before.interval_s != after.interval_s, "intervals");
    note(before.task_steps != after.task_steps, "steps");
    note(before.gas_levels != after.gas_levels || before.gas_importance != after.gas_importance ||
             before.gas_difficulty != after.gas_difficulty || before.gas_baseline != after.gas_baseline,
         "goal scale");
    note(before.routine != after.routine, "routine");
    note(before.start != after.start, "start date");
    note(before.due != after.due, "due date");
    note(before.priority != after.priority, "priority");
    note(before.status != after.status || before.closed_on != after.closed_on, "status");
    note(before.therapist != after.therapist, "therapist");
    note(before.note != after.note, "note");
    const std::string whose = possessive(name) + " goal";
    if (changed.empty() || changed.size() > 2) return "Change " + whose;
    return "Change " + listed(changed) + " of " + whose;
}

std::string say_status(GoalStatus status, const std::string& name) {
    const std::string whose = possessive(name) + " goal";
    switch (status) {
        case GoalStatus::draft:
            return "Make " + whose + " a draft";
        case GoalStatus::active:
            return "Make " + whose + " active";
        case GoalStatus::on_hold:
            return "Put " + whose + " on hold";
        case GoalStatus::met:
            return "Mark " + whose + " met";
        case GoalStatus::discontinued:
            break;
    }
    return "Discontinue " + whose;
}

/// The rules of a stored goal. One that goes on in another measure runs without a baseline until one was measured.
Status check_stored(const Goal& goal, bool runs_without_baseline) {
    Goal read = goal;
    if (runs_without_baseline && goal.status == GoalStatus::active && goal.baseline.empty())
        read.status = GoalStatus::draft;
    return validate(read);
}

/// A goal that is closed may hold what was kept under older rules; closing it adds nothing of the kind.
Status check_closed(const Goal& before, const Goal& after) {
    const std::vector<Error> had = faults(before);
    for (const Error& each : faults(after))
        if (std::ranges::find(had, each.field, &Error::field) == had.end()) return each;
    return {};
}

/// "1 step", "3 steps".
std::string say_count(const std::vector<Goal>& steps) {
    return std::to_string(steps.size()) + (steps.size() == 1 ? " step" : " steps");
}

/// Objectives of the goal's child under the goal.
Status insert_steps(Work& work, const Goal& goal, const std::vector<Goal>& steps) {
    for (Goal step : steps) {
        if (!step.id) step.id = mint<GoalId>();
        step.child = goal.child;
        step.parent = goal.id;
        step.term = GoalTerm::short_term;
        if (Status rules = validate(step); !rules.ok()) return rules.error();
        if (Status known = check_therapist(work, step.therapist); !known.ok()) return known.error();
        store::insert_goal(work.db, step);
    }
    return {};
}
}  // namespace

Result<Done> apply(Work& work, const AddGoal& command) {
    Goal goal = command.goal;
    if (Status rules = validate(goal); !rules.ok()) return rules.error();
    if (Status placed = check_place(work, goal); !placed.ok()) return placed.error();
    if (!goal.id) goal.id = mint<GoalId>();
    store::insert_goal(work.db, goal);
    const char* what = goal.term == GoalTerm::long_term ? "Add goal for " : "Add objective for ";
    return Done{what + name_of(work, goal.child) + ": " + shortened(goal.title), goal.child, {}};
}

Result<Done> apply(Work& work, const AddGoalWithSteps& command) {
    Goal goal = command.goal;
    if (!goal.id) goal.id = mint<GoalId>();
    if (goal.term != GoalTerm::long_term) return invalid("parent", "Steps stand under a long-term goal.");
    auto done = apply(work, AddGoal{goal});
    if (!done.ok()) return done.error();
    if (Status added = insert_steps(work, goal, command.steps); !added.ok()) return added.error();
    return Done{"Add goal for " + name_of(work, goal.child) + " with " + say_count(command.steps) + ": " +
                    shortened(goal.title),
                goal.child,
                {}};
}

Result<Done> apply(Work& work, const AddSteps& command) {
    const auto found = find_goal(work, command.goal);
    if (!found.ok()) return found.error();
    const Goal goal = *found.value();
    if (goal.term != GoalTerm::long_term) return invalid("parent", "Steps stand under a long-term goal.");
    if (command.steps.empty()) return invalid("steps", "There is no step to add.");
    if (Status added = insert_steps(work, goal, command.steps); !added.ok()) return added.error();
    return Done{"Add " + say_count(command.steps) + " for " + name_of(work, goal.child) + ": " + shortened(goal.title),
                goal.child,
                {}};
}

Result<Done> apply(Work& work, const EditGoal& command) {
    const Goal& after = command.goal;
    const auto before = find_goal(work, after.id);
    if (!before.ok()) return before.error();
    if (before.value()->child != after.child)
        return invalid("child", "A goal stays with its child. Add a goal to the other child instead.");
    if (after.parent == after.id) return invalid("parent", "A goal cannot stand under itself.");
    const bool ran_without = before.value()->status == GoalStatus::active && before.value()->baseline.empty();
    if (Status rules = check_stored(after, ran_without); !rules.ok()) return rules.error();
    if (Status placed = check_place(work, after); !placed.ok()) return placed.error();
    if (before.value()->measure != after.measure && store::has_points(work.db, after.id))
        return invalid("measure",
                       "Values were recorded with the measure this goal has. Begin the new one with a phase line, or "
                       "as a new goal.");
    store::update_goal(work.db, *before.value(), after);
    return Done{say_difference(*before.value(), after, name_of(work, after.child)), after.child, {}};
}

Result<Done> apply(Work& work, const ChangeMeasure& command) {
    const auto found = find_goal(work, command.goal.id);
    if (!found.ok()) return found.error();
    const Goal before = *found.value();
    Goal after = command.goal;
    if (after.child != before.child || after.measure == before.measure)
        return invalid("measure", "Choose another measure for the goal.");
    // What was seen and wanted in another unit says nothing in this one.
    if (after.baseline == before.baseline) after.baseline.clear();
    if (after.baseline.empty()) after.baseline_reason.clear();
    if (after.target == before.target) after.target.reset();
    if (Status rules = check_stored(after, true); !rules.ok()) return rules.error();
    if (Status placed = check_place(work, after); !placed.ok()) return placed.error();
    store::update_goal(work.db, before, after);
    const PhaseChange line{mint<PhaseChangeId>(),    after.child, after.id, command.on, Phase::intervention,
                           "Measured in another way"};
    store::insert_phase_change(work.db, line);
    return Done{"Measure " + possessive(name_of(work, after.child)) + " goal in another way from " +
                    say_day(command.on) + ": " + shortened(after.title),
                after.child,
                {}};
}

Result<Done> apply(Work& work, const SetGoalStatus& command) {
    const auto before = find_goal(work, command.id);
    if (!before.ok()) return before.error();
    Goal after = *before.value();
    after.status = command.status;
    const bool closed = command.status == GoalStatus::met || command.status == GoalStatus::discontinued;
    after.closed_on = closed ? std::optional<Date>(command.on) : std::nullopt;
    if (command.status == GoalStatus::active && !after.start) after.start = command.on;
    if (Status rules = closed ? check_closed(*before.value(), after) : validate(after); !rules.ok())
        return rules.error();
    store::update_goal(work.db, *before.value(), after);
    return Done{say_status(command.status, name_of(work, after.child)), after.child, {}};
}

Result<Done> apply(Work& work, const RemoveGoal& command) {
    const auto found = find_goal(work, command.id);
    if (!found.ok()) return found.error();
    const Goal goal = *found.value();
    std::set<GoalId> going{goal.id};
    for (const Goal& other : work.now.goals.rows())
        if (other.parent == goal.id) going.insert(other.id);
    const auto goes = [&](GoalId id) { return going.contains(id); };
    if (std::any_of(going.begin(), going.end(), [&](GoalId id) { return store::has_points(work.db, id); }))
        return Error{ErrorKind::refused,
                     {},
                     "Something was recorded for this goal, so it stays in the record. Mark it discontinued instead.",
                     {}};
    for (const Session& session : work.now.sessions.rows()) {
        if (session.status != SessionStatus::held || !is_for(session, goal.child)) continue;
        const bool in_blocks = std::any_of(session.blocks.begin(), session.blocks.end(), [&](const Block& block) {
            return std::any_of(block.goals.begin(), block.goals.end(), goes);
        });
        if (in_blocks || std::any_of(session.goals.begin(), session.goals.end(), goes))
            return Error{ErrorKind::refused,
                         {},
                         "A completed session worked on this goal, so it stays in the record. Mark it "
                         "discontinued instead.",
                         {}};
    }
    store::delete_goal(work.db, goal.id);
    return Done{"Remove " + possessive(name_of(work, goal.child)) + " goal: " + shortened(goal.title), goal.child, {}};
}

}  // namespace pegboard::commands
