// Commands on a goal's time axis: changes of phase, and events that may explain the data.
#include "core/commands/apply.h"
#include "core/rules/typed/typed_text.h"
#include "core/store/point_store.h"

namespace pegboard::commands {
namespace {
constexpr std::size_t longest_words = 300;

Error gone() { return {ErrorKind::missing, {}, "This is no longer there. Nothing was changed.", {}}; }

Status check(const Work& work, const PhaseChange& change) {
    const auto goal = find_goal(work, change.goal);
    if (!goal.ok()) return goal.error();
    if (goal.value()->child != change.child) return invalid("goal", "Choose one of this child's goals.");
    if (longer_than(change.label, longest_words)) return invalid("label", "This is too long to keep. Shorten it.");
    return {};
}

Status check(const Work& work, const TimeEvent& event) {
    if (const auto child = find_child(work, event.child); !child.ok()) return child.error();
    if (event.goal) {
        const auto goal = find_goal(work, event.goal);
        if (!goal.ok()) return goal.error();
        if (goal.value()->child != event.child) return invalid("goal", "Choose one of this child's goals.");
    }
    if (without_blanks(event.text).empty()) return invalid("text", "Say what happened.");
    if (longer_than(event.text, longest_words)) return invalid("text", "This is too long to keep. Shorten it.");
    if (event.until && *event.until < event.date)
        return invalid("until", "The last day is before the first. Choose a later one.");
    return {};
}

std::string say_phase(const PhaseChange& change) {
    return change.label.empty() ? std::string(words(change.phase)) : shortened(change.label);
}
}  // namespace

Result<Done> apply(Work& work, const AddPhaseChange& command) {
    PhaseChange change = command.change;
    if (const Goal* goal = work.now.goals.find(change.goal)) change.child = goal->child;
    if (Status fits = check(work, change); !fits.ok()) return fits.error();
    if (!change.id) change.id = mint<PhaseChangeId>();
    store::insert_phase_change(work.db, change);
    return Done{"Mark a new phase for " + name_of(work, change.child) + " from " + say_day(change.date) + ": " +
                    say_phase(change),
                change.child,
                {}};
}

Result<Done> apply(Work& work, const EditPhaseChange& command) {
    const auto before = store::read_phase_change(work.db, command.change.id);
    if (!before || before->goal != command.change.goal) return gone();
    if (Status fits = check(work, command.change); !fits.ok()) return fits.error();
    store::update_phase_change(work.db, *before, command.change);
    return Done{"Change a phase of " + possessive(name_of(work, before->child)) + " goal", before->child, {}};
}

Result<Done> apply(Work& work, const RemovePhaseChange& command) {
    const auto before = store::read_phase_change(work.db, command.id);
    if (!before) return gone();
    store::delete_phase_change(work.db, command.id);
    return Done{"Remove a phase of " + possessive(name_of(work, before->child)) + " goal: " + say_phase(*before),
                before->child,
                {}};
}

Result<Done> apply(Work& work, const AddEvent& command) {
    TimeEvent event = command.event;
    if (Status fits = check(work, event); !fits.ok()) return fits.error();
    if (!event.id) event.id = mint<EventId>();
    store::insert_event(work.db, event);
    return Done{"Note for " + name_of(work, event.child) + " on " + say_day(event.date) + ": " + shortened(event.text),
                event.child,
                {}};
}

Result<Done> apply(Work& work, const EditEvent& command) {
    const auto before = store::read_event(work.db, command.event.id);
    if (!before || before->child != command.event.child) return gone();
    if (Status fits = check(work, command.event); !fits.ok()) return fits.error();
    store::update_event(work.db, *before, command.event);
    return Done{"Change what happened on " + say_day(command.event.date) + " for " + name_of(work, before->child),
                before->child,
                {}};
}

Result<Done> apply(Work& work, const RemoveEvent& command) {
    const auto before = store::read_event(work.db, command.id);
    if (!before) return gone();
    store::delete_event(work.db, command.id);
    return Done{
        "Remove what happened on " + say_day(before->date) + " for " + name_of(work, before->child), before->child, {}};
}

}  // namespace pegboard::commands
