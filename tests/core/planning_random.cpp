#include "tests/core/planning_random.h"

#include <array>

#include "core/rules/age.h"

namespace pegboard::planning_test {

using namespace planning;

namespace {

const Date day = *make_date(2026, 9, 29);

template <class List>
const auto& one_of(RandomSessions& chance, const List& list) {
    return list[static_cast<std::size_t>(chance.number(0, static_cast<int>(list.size()) - 1))];
}

/// Limits that exclude something without parameters.
constexpr std::array precautions{"latex",  "shunt",   "bone_fragile", "line_trach",   "unsafe_tools", "mouthing",
                                 "aai",    "cardiac", "wb_leg",       "hip",          "spine",        "bleeding",
                                 "muscle", "oxygen",  "concussion",   "skin_blister", "plexus",       "gtube"};

}  // namespace

int RandomSessions::number(int low, int high) {
    const auto span = static_cast<std::uint64_t>(high - low + 1);
    return low + static_cast<int>(chance_() % span);
}

const Activity& RandomSessions::any_activity() { return one_of(*this, library_.activities()); }

Child RandomSessions::child(int id, const Wish& wish) {
    Child made;
    made.id = ChildId{id};
    made.first_name = "Child " + std::to_string(id);
    const int months = once_in(3) ? number(2, 40) : number(36, 200);
    made.date_of_birth = add_months(day, -months) - 5;
    if (months < 24 && once_in(3)) made.gestation_weeks = number(24, 36);
    for (const Skill& skill : library_.skills()) {
        if (skill.kind == "sequence") {
            const auto steps = library_.steps_of(skill.id);
            if (steps.empty() || once_in(3)) continue;
            const Skill* step = one_of(*this, steps);
            // Mostly one that children of that age could be at.
            for (int i = 0; i < 4 && step->from_months.value_or(0) > months; ++i) step = one_of(*this, steps);
            made.present_steps.push_back({{}, skill.id, step->id});
        } else if (skill.parent.empty() && once_in(3)) {
            constexpr std::array standings{"not_yet", "emerging", "does_it"};
            const bool ahead = skill.from_months.value_or(0) > months,
                       long_due = skill.from_months.value_or(0) + 36 < months;
            const char* standing = one_of(*this, standings);
            if (!once_in(6) && (ahead || long_due)) standing = ahead ? "not_yet" : "does_it";
            made.present_steps.push_back({{}, skill.id, standing});
        }
    }
    for (int i = number(0, 3); i > 0; --i) made.interests.push_back(one_of(*this, library_.interests()).id);
    if (once_in(3)) {
        made.moves_by = static_cast<MovesBy>(number(1, 4));
        if (made.moves_by == MovesBy::wheels) made.devices.push_back({{}, DeviceKind::wheelchair, Side::none, {}});
        if (made.moves_by == MovesBy::walks_with_device)
            made.devices.push_back({{}, once_in(2) ? DeviceKind::walker : DeviceKind::crutches, Side::none, {}});
        if (once_in(4)) made.hands = Hands::one;
    }
    if (wish.precautions && once_in(3)) {
        const std::string code = one_of(*this, precautions);
        if (library_.precaution(code) != nullptr) made.precautions.push_back({{}, code, {}, {}});
    }
    return made;
}

GoalFacts RandomSessions::goal(const Child& who, std::int64_t id) {
    GoalFacts made;
    made.goal = GoalId{id};
    // Mostly a step the child works on, else any skill.
    if (!who.present_steps.empty() && !once_in(3)) {
        const PresentStep& present = one_of(*this, who.present_steps);
        made.skill = library_.skill(present.step) != nullptr ? present.step : present.skill;
    } else {
        const int months = age_months(who.date_of_birth, day);
        const Skill* skill = &one_of(*this, library_.skills());
        for (int i = 0; i < 3 && skill->from_months.value_or(0) > months + 6; ++i)
            skill = &one_of(*this, library_.skills());
        made.skill = skill->id;
    }
    made.title = made.skill;
    const Skill* skill = library_.skill(made.skill);
    made.discipline = skill != nullptr && skill->discipline == "PT" ? Discipline::pt : Discipline::ot;
    made.priority = number(1, 3);
    if (!once_in(5)) made.last_worked_on = day - number(0, 40);
    made.days_between_sessions = once_in(2) ? 7 : 3.5;
    if (once_in(2)) made.shortfall = number(0, 100) / 100.0;
    if (once_in(2)) made.due = day + number(-10, 200);
    if (once_in(4)) made.dose_min = number(4, 15);
    return made;
}

planning::Participant RandomSessions::participant(const Child& who) {
    planning::Participant made;
    made.child = &who;
    const int goals = number(1, most_goals_each);
    for (int i = 0; i < goals; ++i) made.goals.push_back(goal(who, who.id.value * 100 + i));
    for (int i = number(0, 20); i > 0; --i)
        made.history.push_back({any_activity().id, day - number(0, 90), static_cast<Outcome>(number(0, 3))});
    for (int i = number(0, 3); i > 1; --i) made.excluded.insert(any_activity().id);
    if (once_in(8)) made.mood = DayMood::tired;
    if (once_in(8)) made.mood = DayMood::lively;
    return made;
}

PlaceFacts RandomSessions::place() {
    PlaceFacts made;
    made.name = "Room";
    const int kind = number(0, 4);
    constexpr std::array<std::array<const char*, 4>, 5> spaces{{{"hall", "wall", "table", "stairs"},
                                                                {"room", "wall", "table", "bathroom"},
                                                                {"table", "wall", "floor_small", "table"},
                                                                {"kitchen", "room", "bathroom", "table"},
                                                                {"outdoor", "playground", "hall", "wall"}}};
    for (const char* space : spaces[static_cast<std::size_t>(kind)]) made.spaces.insert(space);
    made.home = kind == 3;
    const int rarely = number(2, 6);
    for (const Item& item : library_.items()) {
        if (once_in(rarely)) continue;
        (once_in(3) ? made.here : made.in_bag)[item.id] = once_in(3) ? number(1, 10) : 0;
        if (once_in(6)) made.inventory.latex_free.insert(item.id);
    }
    return made;
}

HandFacts RandomSessions::hand(const Wish& wish) {
    HandFacts made;
    for (int i = number(0, 4); i > 1; --i) made.favourites.insert(any_activity().id);
    for (int i = number(0, 3); i > 1; --i) made.swapped_out.insert(any_activity().id);
    if (!wish.pins || !once_in(4)) return made;
    for (int i = number(1, 2); i > 0; --i) {
        const Activity& activity = any_activity();
        bool twice = false;
        for (const Pin& pin : made.pins) twice = twice || pin.activity == activity.id;
        if (!twice && !activity.arcs.empty())
            made.pins.push_back({activity.id, activity.arcs.front(), activity.minutes_min, {}});
    }
    return made;
}

Facts RandomSessions::next(const Wish& wish) {
    Facts made;
    std::vector<Child> children;
    for (int i = 1; i <= wish.children; ++i) children.push_back(child(i, wish));
    made.kept = std::make_shared<const std::vector<Child>>(std::move(children));
    made.session.date = day;
    made.session.length_min = wish.minutes;
    made.session.lead = once_in(2) ? Lead::both : once_in(2) ? Lead::ot : Lead::pt;
    made.session.adults = made.session.lead == Lead::both ? 2 : 1;
    if (once_in(4)) made.session.transition_min = number(0, 3);
    if (once_in(4)) made.session.sliders = {50 * number(0, 4), 50 * number(0, 4), 50 * number(0, 4)};
    made.place = place();
    for (const Child& who : *made.kept) made.participants.push_back(participant(who));
    made.hand = hand(wish);
    for (const Item& item : library_.items())
        if (once_in(12)) made.session.coming_along.insert(item.id);
    return made;
}

}  // namespace pegboard::planning_test
