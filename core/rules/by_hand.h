// What speaks against an activity before a therapist uses it by hand: the rules that protect a child. Pure. It refuses
// to decide: with a reason, which stays on the block, the therapist may. Place and things are no reason to ask.
#pragma once
#include <optional>
#include <vector>

#include "core/rules/precautions.h"

namespace pegboard {

/// True when the skill is recorded for the child as emerging or done, by itself or by the step of its sequence.
bool is_underway(const Child& child, const Skill& skill, const Library& library);
/// True when the activity begins too far above the child's age: a little farther where its main skill is underway.
bool is_too_early(const Child& child, const Activity& activity, const Library& library, Date today);
/// What precautions, needs and age say of the activity for one child, excludes first. The reasons follow "This
/// activity".
std::vector<Finding> speaks_against(const Child& child, const Activity& activity, const Library& library,
                                    const Inventory& inventory, Date today, int group_size);
/// What is wrong where an activity takes an adult's hands for each child, or its stations more adults than there are.
std::optional<Finding> lacks_hands(const Activity& activity, int adults, int group_size);

}  // namespace pegboard
