// Invented sessions at random for the planner's tests and benchmark: children, goals, places, history, pins. The same
// seed always gives the same session.
#pragma once
#include <random>

#include "core/planning/plan.h"

namespace pegboard::planning_test {

/// What kind of session to invent.
struct Wish {
    int children = 1;
    int minutes = 30;
    bool pins = true;         ///< now and then one or two
    bool precautions = true;  ///< now and then
};

/// Sessions drawn from a library, one after the other.
class RandomSessions {
 public:
    RandomSessions(const Library& library, std::uint64_t seed) : library_(library), chance_(seed) {}
    /// The next session. It owns its children.
    planning::Facts next(const Wish& wish);
    /// A whole number from `low` to `high`, both included.
    int number(int low, int high);
    /// True once in `times` on average.
    bool once_in(int times) { return number(1, times) == 1; }

 private:
    Child child(int number, const Wish& wish);
    planning::Participant participant(const Child& child);
    planning::GoalFacts goal(const Child& child, std::int64_t id);
    planning::PlaceFacts place();
    planning::HandFacts hand(const Wish& wish);
    const Activity& any_activity();

    const Library& library_;
    std::mt19937_64 chance_;  // its numbers are the same everywhere; the standard's distributions are not
};

}  // namespace pegboard::planning_test
