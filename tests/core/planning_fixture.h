// What the planner's tests share: the library as built, invented children, facts in few words.
#pragma once
#include "core/planning/plan.h"
#include "tests/core/library_at_hand.h"

namespace pegboard::planning_test {

using pegboard::library;

inline const planning::ActivityIndex& index() {
    static const planning::ActivityIndex made(library());
    return made;
}

inline const Date today = *make_date(2026, 9, 29);

/// A child of `years`, an invented name.
inline Child child(const std::string& name, int years, std::int64_t id = 1) {
    Child made;
    made.id = ChildId{id};
    made.first_name = name;
    made.date_of_birth = add_months(today, -12 * years - 3);
    return made;
}

inline planning::GoalFacts goal(const std::string& skill, std::int64_t id, Discipline discipline = Discipline::ot) {
    planning::GoalFacts made;
    made.goal = GoalId{id};
    made.title = skill;
    made.skill = skill;
    made.discipline = discipline;
    made.last_worked_on = today - 10;
    return made;
}

/// A clinic with everything in the bag and every space.
inline planning::PlaceFacts everything() {
    planning::PlaceFacts place;
    place.name = "Clinic room";
    for (const Named& space : library().spaces()) place.spaces.insert(space.id);
    for (const Item& item : library().items()) place.in_bag[item.id] = 0;
    return place;
}

inline planning::Facts facts(const Child& child, std::vector<planning::GoalFacts> goals, int minutes = 30) {
    planning::Facts made;
    made.session.date = today;
    made.session.length_min = minutes;
    made.place = everything();
    planning::Participant participant;
    participant.child = &child;
    participant.goals = std::move(goals);
    made.participants.push_back(std::move(participant));
    return made;
}
/// The facts only point at the child.
planning::Facts facts(const Child&&, std::vector<planning::GoalFacts>, int = 30) = delete;

}  // namespace pegboard::planning_test
