// An independent reading of what a safe plan is: the pages' rules on precautions, ages, steps, ways of moving, devices,
// rungs, places and things, against the shipped records. Of the program it knows the plain values of facts and plan,
// and nothing else.
#pragma once
#include <string>
#include <vector>

#include "core/planning/plan.h"
#include "tests/core/safe_plans_records.h"

namespace pegboard::safe_plans {

/// Each kind of rule that can be broken.
enum class Kind {
    unknown,           ///< not in the records
    precaution,        ///< the records' rules exclude it
    page,              ///< the precautions page excludes it, whatever the records' rules say
    rung,              ///< a rung that is offered, or begun on, breaks a precaution
    bystander,         ///< one child's rung brings upon another what that child's precautions exclude
    needs,             ///< asks for standing, walking, hands or a device that is not there
    rung_needs,        ///< the same on a rung
    rung_place,        ///< a rung's space is not there
    rung_item,         ///< a rung's things are not there
    rung_not_offered,  ///< begins on a rung that is not among those offered, or that it does not have
    too_early,
    too_young,  ///< made for much younger children, and no goal asks for it
    too_far,    ///< more than one step beyond, or not yet there
    unheld,     ///< begun without the hold or the seat that the child needs
    item,
    space,
    group,
    hands,  ///< needs an adult's hands for each child
    excluded,
    swapped_out,
    tired,
    minutes,
    arc
};
constexpr int kinds = static_cast<int>(Kind::arc) + 1;

struct Broken {
    Kind kind = Kind::unknown;
    std::string words;  ///< "MS08 for Child 1: wb_leg LEG"
};

/// How the practice reads ages.
struct Ages {
    int corrected_until_months = 24;
};

/// Everything in the plan that breaks a rule. Pinned blocks are the therapist's: of those only the rungs are judged.
std::vector<Broken> broken(const planning::Facts& facts, const planning::Plan& plan, const Records& records,
                           const Ages& ages = {});

/// A line of the precautions page: what is never offered while the answers are these. `*` marks the answer that counts
/// where nothing, or nothing known, was recorded.
struct PageLine {
    const char* code;
    const char* when;   ///< "grade=NWB*|TTWB cleared=no* !crutches": the last spares what needs crutches
    const char* never;  ///< attributes, @positions, ~spaces, +items, #needs
};
const std::vector<PageLine>& page();

}  // namespace pegboard::safe_plans
