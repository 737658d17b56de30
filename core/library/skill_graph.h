// What usually comes before and after a skill, and what there is to work on it with. Pure look-ups in the
// library. It refuses to compare a child with a window; that is for the eyes of the therapist.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"

namespace pegboard {

/// How well an activity answers a skill, weakest first.
enum class FitKind { none, same_focus, second_skill, same_sequence, exact };

/// True when every word of folded `typed` begins some word of folded `text`; nothing typed begins anything.
bool begins_every_word(std::string_view typed, std::string_view text);
/// The sequence `skill` is a step of, or `skill` itself when it is a sequence; empty otherwise.
std::string_view sequence_of(const Skill& skill);
/// How well `activity` answers `skill`: its first skill counts most.
FitKind skill_fit(const Activity& activity, std::string_view skill, const Library& library);

/// One skill with its neighbours. Every list is in the library's order and holds nothing twice.
struct SkillView {
    const Skill* skill = nullptr;     ///< null: no such skill, and all else is empty
    const Skill* sequence = nullptr;  ///< the sequence it is a step of
    std::vector<const Skill*> steps;  ///< of a sequence, in order
    std::vector<const Skill*> before, after;
    std::vector<int> activities;  ///< indices into activities(): those with it as first skill come first
    std::vector<const GoalTemplate*> goals;
};
/// Direct neighbours only. A step's neighbours are the steps beside it and what it builds on; a sequence's are
/// those of all its steps, less the steps themselves; what builds on a sequence comes after its last step.
SkillView view_skill(const Library& library, std::string_view id);

/// Which skills to browse; what is set must hold.
struct SkillFilter {
    std::string focus{};       ///< focus area id, first or second
    std::string discipline{};  ///< OT or PT; shared skills belong to both
    int age_months = -1;       ///< skills that usually grow at this age; -1: any
    std::string query{};       ///< as typed: every word begins some word of a name
    bool operator==(const SkillFilter&) const = default;
};
/// Skills and sequences (steps stand under their sequence), earliest window first, those without one last.
/// A sequence is found when one of its steps is.
std::vector<const Skill*> find_skills(const Library& library, const SkillFilter& filter);
/// True when `months` lies in the skill's window, both ends included. False without a window.
bool grows_at(const Skill& skill, int months);
/// "Usually grows between 2 y and 3 y 6 m.", or that there is no usual age. Never about one child.
std::string say_window(const Skill& skill);

}  // namespace pegboard
