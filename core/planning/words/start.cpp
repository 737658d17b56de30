// Where each child starts on an activity's ladder, and why.
#include <algorithm>
#include <bit>

#include "core/planning/input/support.h"
#include "core/planning/rules.h"
#include "core/planning/weights.h"
#include "core/planning/words/explain.h"
#include "core/rules/age.h"
#include "core/rules/rungs.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

std::string days(int number) { return number == 1 ? "1 day" : std::to_string(number) + " days"; }

std::string lower_first(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

struct Ladder {
    Grade grade = Grade::as_written;
    std::string why;
    bool with_hold = false;  ///< only a rung with a hold or a seat will do
};

/// Where the activity is made for older children it starts easier, unless the child is known to do it.
Ladder by_age(const ChildState& child, const Activity& activity) {
    const std::string& who = call_name(*child.facts->child);
    if (child.age_months >= activity.age_min_months)
        return {Grade::as_written, "No step recorded yet for " + who + "."};
    return {Grade::easier, who + " is " + say_age_long(child.age_months) + "; this starts at " +
                               say_age_long(activity.age_min_months) + "."};
}

/// By the main skill's place against the child's present step.
Ladder by_sequence(const ChildState& child, const SkillBits& main, const Activity& activity,
                   const Situation& situation) {
    const std::string& who = call_name(*child.facts->child);
    const int now = child.present_step[at(main.sequence)];
    if (now == 0 || main.step == 0) return by_age(child, activity);
    const Skill& sequence = *situation.index.skill_bits[at(main.sequence)].skill;
    const std::string place = who + " is at step " + std::to_string(now) + " of " + sequence.short_name;
    if (main.step == now) return {Grade::as_written, place + "; so is this."};
    return {main.step > now ? Grade::easier : Grade::harder,
            place + "; this is step " + std::to_string(main.step) + "."};
}

Ladder by_standing(const ChildState& child, int main, const Activity& activity, const Situation& situation) {
    const std::string& who = call_name(*child.facts->child);
    const std::string skill = lower_first(situation.index.skill_bits[at(main)].skill->short_name);
    switch (child.standing[at(main)]) {
        case Standing::not_yet:
            return {Grade::easier, skill + " is still to come for " + who + "."};
        case Standing::emerging:
            return {Grade::as_written, skill + " is emerging for " + who + "."};
        case Standing::done:
            return {Grade::harder, who + " already does this: " + skill + "."};
        case Standing::unknown:
            break;
    }
    return by_age(child, activity);
}

Ladder ladder(const ChildState& child, int number, const ActivityBits& bits, const Situation& situation) {
    const std::string& who = call_name(*child.facts->child);
    const int main = bits.skills.empty() ? -1 : bits.skills.front();
    Ladder found{Grade::as_written, "No step recorded yet for " + who + "."};
    if (main >= 0)
        found = situation.index.skill_bits[at(main)].sequence >= 0
                    ? by_sequence(child, situation.index.skill_bits[at(main)], *bits.activity, situation)
                    : by_standing(child, main, *bits.activity, situation);
    const auto far = std::ranges::find_if(bits.skills, [&](int k) { return k >= 0 && child.beyond.test(at(k)); });
    if (found.grade != Grade::easier && far != bits.skills.end())
        found = {Grade::easier, situation.index.skill_bits[at(*far)].skill->short_name +
                                    " is more than one step ahead for " + who + "."};
    if (wants_support(child, bits))
        found = {
            Grade::easier,
            who + (bits.floor_free ? " does not sit on the floor without support: start with a seat or a hold."
                                   : " does not stand or walk with hands free: start held, in a seat or on the floor."),
            true};
    // Whatever the child does already: what is made for older children is begun easier.
    if (found.grade != Grade::easier && child.age_months < bits.activity->age_min_months)
        found = by_age(child, *bits.activity);
    const Done* done = child.done(number);
    const bool was_hard = done != nullptr && (done->outcome == Outcome::hard || done->outcome == Outcome::refused);
    if (was_hard && found.grade != Grade::easier && done->days_ago <= weights::familiar_within_days)
        found = {Grade::easier, "It was hard for " + who + " " + days(done->days_ago) + " ago."};
    if (child.facts->mood == DayMood::tired && found.grade == Grade::harder)
        found = {Grade::as_written, who + " is tired today."};
    return found;
}

/// How many hazards, positions, things and needs of the activity at `rung` the child's precautions speak of.
int marks_met(const Situation& situation, const ChildState& child, const ActivityBits& bits, int rung) {
    const ActivityIndex::Inner& index = situation.index;
    const Asked asked = asked_of(*bits.activity, rung, index.library, inventory_for(situation, bits));
    const Mask needs = index.needs.mask(asked.needs);
    ExclusionBits all;
    const auto add = [&](const ExclusionBits& one) {
        if ((one.unless_needs & needs) != 0) return;
        all.attributes |= one.attributes, all.positions |= one.positions, all.needs |= one.needs;
        all.spaces |= one.spaces, all.items |= one.items;
    };
    for (const ExclusionBits& one : child.exclusions) add(one);
    for (const auto& [one, minutes] : child.flaggings) add(one);
    WideMask items;
    for (const ActivityItem& used : asked.items)
        if (const int item = index.items.of(used.item); item >= 0 && !used.optional) items.set(at(item));
    const auto in = [](Mask mask, int number) { return number >= 0 && (mask >> number & 1U) != 0 ? 1 : 0; };
    return std::popcount(all.attributes & index.attributes.mask(asked.attributes)) + std::popcount(all.needs & needs) +
           static_cast<int>((all.items & items).count()) + in(all.positions, index.positions.of(asked.position)) +
           in(all.spaces, index.spaces.of(asked.space));
}

/// The nearest easier rung of which the child's precautions speak least, where they speak; else the rung chosen.
int gentlest(const Situation& situation, const ChildState& child, const ActivityBits& bits, const ChildGrade& chosen) {
    int best = chosen.rung, fewest = marks_met(situation, child, bits, chosen.rung);
    std::vector<int> easier(chosen.offered);
    if (chosen.rung > 0) easier.push_back(0);
    std::ranges::sort(easier, std::ranges::greater{});
    for (const int one : easier) {
        if (fewest == 0) break;
        if (one >= chosen.rung || (wants_support(child, bits) && !supports(child, bits, one))) continue;
        if (const int here = marks_met(situation, child, bits, one); here < fewest) fewest = here, best = one;
    }
    return best;
}

}  // namespace

std::vector<ChildGrade> grades(const Situation& situation, int activity) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    std::vector<ChildGrade> all;
    for (const ChildState& child : situation.children) {
        const Ladder found = ladder(child, activity, bits, situation);
        ChildGrade grade{child.facts->child->id, found.grade, 0, rungs_that_fit(situation, child, bits), {}, found.why};
        const auto suits = [&](int rung) {
            if (found.with_hold) return rung < 0 && supports(child, bits, rung);
            return found.grade == Grade::easier ? rung < 0 : found.grade == Grade::harder && rung > 0;
        };
        // A way that leaves out what the activity is for comes last.
        auto first = std::ranges::find_if(
            grade.offered, [&](int rung) { return suits(rung) && rung_of(*bits.activity, rung)->leaves_out.empty(); });
        if (first == grade.offered.end()) first = std::ranges::find_if(grade.offered, suits);
        if (first != grade.offered.end()) grade.rung = *first;
        if (const int care = gentlest(situation, child, bits, grade); care != grade.rung) {
            grade.rung = care;
            grade.why = "A precaution of " + call_name(*child.facts->child) + " asks for the gentler way.";
        }
        if (grade.rung != 0) grade.change = rung_of(*bits.activity, grade.rung)->change;
        grade.grade = grade.rung < 0 ? Grade::easier : grade.rung > 0 ? Grade::harder : Grade::as_written;
        all.push_back(std::move(grade));
    }
    return all;
}

}  // namespace pegboard::planning
