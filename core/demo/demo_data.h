// The words of the invented caseload, as plain tables; demo.cpp turns them into commands. Nobody
// named here exists; telephone numbers are 555-01xx, which are never given to anyone.
#pragma once
#include <span>
#include <string_view>

#include "core/model/enums.h"

namespace pegboard::demo {

/// Lists inside a text are separated by '|'.
struct DemoGoal {
    Discipline discipline = Discipline::ot;
    std::string_view skill, title, baseline, measure;
    double target = 0;
    int successes = 0, attempts = 0;
    /// `steps`: objectives on the way, easiest first, each with what it is to reach in the goal's unit, or so many of
    /// so many tries: "Sits tall for five minutes;300|Ties a first knot;4/5".
    std::string_view routine, steps;
    int due_days = 70;
    GoalStatus status = GoalStatus::active;
    int priority = 2;
    Side side = Side::none;
};

/// A block of the usual plan.
struct DemoBlock {
    Arc arc = Arc::main;
    std::string_view activity;
    int minutes = 0;
};

/// A weekly appointment: `offset` working days after today (0: today).
struct DemoSlot {
    int offset = 0, start_min = 0, length_min = 30;
    Lead lead = Lead::ot;
    std::string_view place, space;
    bool group = false;  ///< the appointment of the group below, kept with its first member
};

/// A place of the team, or with no spaces the bag that comes along; lists separated by '|'.
struct DemoKit {
    std::string_view name;
    PlaceKind kind = PlaceKind::clinic;
    std::string_view spaces, items, latex_free;
};

/// Children who come together: at the group appointment of the first named.
struct DemoGroup {
    std::string_view name, members;  ///< first names
    std::span<const DemoBlock> plan;
};

struct DemoChild {
    std::string_view first_name, last_name, pronouns;
    int age_months = 0;
    std::string_view school, guardians;  ///< "name, relationship" each
    std::string_view diagnoses;          ///< "name;code" each
    std::string_view precautions;        ///< "code;name=value;name=value" each
    std::string_view take_care, equipment, interests, strengths, growth_areas, present_steps;  ///< "sequence;step"
    int iep_in_days = 0, reevaluation_in_days = 0, plan_ends_in_days = 0;                      ///< 0: not set
    std::string_view notes;  ///< of the sessions held, newest first
    std::string_view language = "English", communication = {};
    bool interpreter = false;
    int gestation_weeks = 0;  ///< 0: born at term
};

/// When a child comes, what a session holds and what it works towards.
struct DemoWork {
    std::span<const DemoBlock> plan;
    std::span<const DemoSlot> slots;
    std::span<const DemoGoal> goals;
};

inline constexpr std::size_t child_count = 14;
/// The fourteen children of the pictures, by first name.
std::span<const DemoChild, child_count> children();
/// Their work, in the same order.
std::span<const DemoWork, child_count> work();
/// Kept places, by the names the appointments use, and the bag last.
std::span<const DemoKit> kits();
/// The group of three who come together.
const DemoGroup& group();

}  // namespace pegboard::demo
