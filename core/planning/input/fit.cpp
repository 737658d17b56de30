// How well an activity answers a goal: by skill, less what its way of being done leaves out and what is another deed.
#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "core/library/goal_deeds.h"
#include "core/planning/input/situation.h"
#include "core/planning/weights.h"

namespace pegboard::planning {
namespace {

/// A sequence in name alone: throwing, kicking and catching do not grow out of each other.
constexpr std::string_view unlike_steps = "gm.ball";

std::size_t at(int number) { return static_cast<std::size_t>(number); }

/// The step of the goal's sequence that the child works on now: recorded, else the goal's own; 0 unknown.
int step_now(const SkillBits& goal, const ChildState& child) {
    if (goal.sequence < 0) return 0;
    const int present = child.present_step[at(goal.sequence)];
    return present > 0 ? present : goal.step;
}

bool is_prerequisite(int skill, const SkillBits& goal, int sequence, int now, const ActivityIndex::Inner& index) {
    const auto needs = [&](const SkillBits& bits) { return std::ranges::count(bits.prerequisites, skill) > 0; };
    if (needs(goal)) return true;
    if (sequence < 0) return false;
    return needs(index.skill_bits[at(sequence)]) || std::ranges::any_of(index.skill_bits, [&](const SkillBits& bits) {
               return bits.sequence == sequence && bits.step == now && bits.step > 0 && needs(bits);
           });
}

/// By when most children do what is recorded as being worked on; 0 where nothing is recorded or no age is known.
int level_months(const SkillBits& target, int wanted, const ChildState& child, const ActivityIndex::Inner& index) {
    if (target.sequence < 0)
        return child.standing[at(wanted)] == Standing::unknown ? 0 : target.skill->to_months.value_or(0);
    const int present = child.present_step[at(target.sequence)];
    for (const SkillBits& bits : index.skill_bits)
        if (present > 0 && bits.sequence == target.sequence && bits.step == present)
            return bits.skill->to_months.value_or(0);
    return 0;
}

}  // namespace

void read_fits(GoalState& goal, const ChildState& child, const ActivityIndex::Inner& index) {
    const std::size_t skills = index.skill_bits.size();
    goal.main_fit.assign(skills, 0);
    goal.other_fit.assign(skills, 0);
    const int wanted = index.skills.of(goal.facts->skill);
    if (wanted < 0) return;
    const SkillBits& target = index.skill_bits[at(wanted)];
    const int now = step_now(target, child);
    goal.level_months = level_months(target, wanted, child, index);
    read_after(goal, now, index);
    // The steps of ball skills are different skills: a kick is no practice of a catch.
    const bool unlike = target.step > 0 && target.skill->parent == unlike_steps;
    for (std::size_t k = 0; k < skills; ++k) {
        const SkillBits& bits = index.skill_bits[k];
        const int number = static_cast<int>(k);
        const bool same_sequence = target.sequence >= 0 && bits.sequence == target.sequence;
        const bool exact = target.sequence < 0 || unlike ? number == wanted : same_sequence && bits.step == now;
        // A step that is done lies behind the child: it is no practice of the next.
        const bool behind = bits.step > 0 && bits.step < now && child.standing[k] == Standing::done;
        const bool near =
            same_sequence && !unlike && !behind && (bits.step == 0 || now == 0 || std::abs(bits.step - now) == 1);
        // What belongs to a device or an injury has no ages, and helps nobody who has neither.
        const bool of_every_child = bits.skill->to_months && target.skill->to_months;
        if (of_every_child && bits.focus >= 0 && bits.focus == target.focus) goal.main_fit[k] = weights::fit_focus;
        // What the child does already prepares nothing any more, and what is practiced by the way prepares little.
        if (!child.behind.test(k) && is_prerequisite(number, target, target.sequence, now, index))
            goal.main_fit[k] = weights::fit_prerequisite;
        if (exact || near) goal.other_fit[k] = weights::fit_second;
        if (near) goal.main_fit[k] = weights::fit_near;
        if (exact) goal.main_fit[k] = weights::fit_exact;
    }
}

void read_after(GoalState& goal, int now, const ActivityIndex::Inner& index) {
    const int wanted = index.skills.of(goal.facts->skill);
    if (wanted < 0) return;
    const SkillBits& target = index.skill_bits[at(wanted)];
    const std::size_t skills = std::min(index.skill_bits.size(), most_ids);
    WideMask own;
    own.set(at(wanted));
    for (std::size_t k = 0; k < skills; ++k)
        if (const SkillBits& bits = index.skill_bits[k]; target.sequence >= 0 && bits.sequence == target.sequence) {
            if (now > 0 && bits.step > now) goal.after.set(k);
            if (now > 0 && bits.step == now) own.set(k);
        }
    for (bool more = true; more;) {
        more = false;
        for (std::size_t k = 0; k < skills; ++k) {
            if (goal.after.test(k) || own.test(k)) continue;
            const bool stands_on_it = std::ranges::any_of(index.skill_bits[k].prerequisites, [&](int before) {
                return goal.after.test(at(before)) || own.test(at(before));
            });
            if (stands_on_it) goal.after.set(k), more = true;
        }
    }
}

void read_other_deeds(GoalState& goal, const ActivityIndex::Inner& index) {
    const GoalFacts& facts = *goal.facts;
    if (facts.bank_goal.empty()) return;
    for (const ActivityBits& bits : index.activities)
        if (does_another_deed(*bits.activity, facts.bank_goal, facts.skill, index.library))
            goal.other_deeds.push_back(bits.activity);
    std::ranges::sort(goal.other_deeds);
}

int Situation::fit(const GoalState& goal, const ActivityBits& activity, std::span<const std::string> left_out) const {
    if (activity.skills.empty()) return 0;
    const bool another = std::ranges::binary_search(goal.other_deeds, activity.activity);
    int best = 0;
    for (std::size_t i = 0; i < activity.skills.size(); ++i) {
        const int skill = activity.skills[i];
        if (skill < 0) continue;
        int one = i == 0 ? goal.main_fit[at(skill)] : goal.other_fit[at(skill)];
        const bool left = !left_out.empty() && std::ranges::count(left_out, index.skill_bits[at(skill)].skill->id) > 0;
        // What is not done, or is another deed, is at best of the same area.
        if (left || (another && one >= weights::fit_second)) one = std::min(one, weights::fit_focus);
        best = std::max(best, one);
    }
    // Nothing that stands on the goal comes before it, whatever else it practices.
    const int main = activity.skills.front();
    if (best == weights::fit_prerequisite && main >= 0 && goal.after.test(at(main))) best = weights::fit_focus;
    if (best <= weights::fit_prerequisite && children[at(goal.child)].outgrown(activity)) return 0;
    // Of the same area, yet made for children far beyond what is worked on.
    const int begins = activity.activity->age_min_months;
    if (best <= weights::fit_focus && goal.level_months > 0 &&
        begins > goal.level_months + weights::beyond_level_months)
        return 0;
    return best;
}

}  // namespace pegboard::planning
