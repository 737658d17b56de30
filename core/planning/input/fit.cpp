// How well an activity answers a goal: by skill, less what its way of being done leaves out and what is another deed.
#include <algorithm>

#include "core/library/goal_deeds.h"
#include "core/planning/input/situation.h"
#include "core/planning/weights.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

}  // namespace

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
