// Where each child starts on an activity's ladder, and why.
#include <algorithm>
#include <bit>

#include "core/model/first_letter.h"
#include "core/planning/input/support.h"
#include "core/planning/rules.h"
#include "core/planning/weights.h"
#include "core/planning/words/explain.h"
#include "core/rules/age.h"
#include "core/rules/moving.h"
#include "core/rules/rungs.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

std::string days(int number) { return number == 1 ? "1 day" : std::to_string(number) + " days"; }

struct Ladder {
    Grade grade = Grade::as_written;
    std::string why;
    bool with_hold = false;  ///< only a rung with a hold or a seat will do
    bool must = false;       ///< only an easier rung will do, whatever it leaves out
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
    if (far == bits.skills.end()) {
        // Nothing is more than a step ahead.
    } else if (found.grade == Grade::easier) {
        found.must = true;
    } else {
        found = {
            Grade::easier,
            situation.index.skill_bits[at(*far)].skill->short_name + " is more than one step ahead for " + who + ".",
            false, true};
    }
    if (wants_support(child, bits))
        found = {
            Grade::easier,
            who + (bits.floor_free ? " does not sit on the floor without support: start with a seat or a hold."
                                   : " does not stand or walk with hands free: start held, in a seat or on the floor."),
            true, true};
    // Whatever the child does already: what is made for older children is begun easier.
    if (found.grade != Grade::easier && child.age_months < bits.activity->age_min_months)
        found = by_age(child, *bits.activity);
    found.must = found.must || child.only_as_underway(bits);
    const Done* done = child.done(number);
    const bool was_hard = done != nullptr && (done->outcome == Outcome::hard || done->outcome == Outcome::refused);
    if (was_hard && found.grade != Grade::easier && done->days_ago <= weights::familiar_within_days)
        found = {Grade::easier, "It was hard for " + who + " " + days(done->days_ago) + " ago."};
    if (child.facts->mood == DayMood::tired && found.grade != Grade::easier)
        found = {Grade::easier, who + " is tired today."};
    return found;
}

/// What the child's precautions speak of in an activity as it is done on a rung.
struct Met {
    int marks = 0;  ///< hazards, positions, things and needs
    bool topples =
        false;  ///< something among them is milder with a hold: a fall, a landing, the weight that is carried
};

Met met_on(const Situation& situation, const ChildState& child, const ActivityBits& bits, int rung) {
    const ActivityIndex::Inner& index = situation.index;
    if (child.exclusions.empty() && child.flaggings.empty()) return {};
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
    const Mask marks = all.attributes & index.attributes.mask(asked.attributes);
    const int position = in(all.positions, index.positions.of(asked.position));
    const bool on_feet = asked.position == "ST" || asked.position == "WK" || asked.position == "JP";
    return {std::popcount(marks) + std::popcount(all.needs & needs) + static_cast<int>((all.items & items).count()) +
                position + in(all.spaces, index.spaces.of(asked.space)),
            (marks & index.toppling) != 0 || (position != 0 && on_feet)};
}

/// True when a goal of the child that the activity practices is not practiced on this rung.
bool loses_goal(const Situation& situation, const ChildState& child, const ActivityBits& bits, int rung) {
    const Rung* one = rung_of(*bits.activity, rung);
    if (one == nullptr || one->leaves_out.empty()) return false;
    return std::ranges::any_of(situation.goals, [&](const GoalState& goal) {
        return &situation.children[at(goal.child)] == &child && situation.fit(goal, bits) >= weights::fit_second &&
               situation.fit(goal, bits, one->leaves_out) < weights::fit_second;
    });
}

/// True when the activity as written is nothing for the child; a therapist put it there all the same.
bool closed_as_written(const Situation& situation, const ChildState& child, const ActivityBits& bits) {
    const Child& who = *child.facts->child;
    const Date today = situation.facts.session.date;
    const Inventory inventory = inventory_for(situation, bits);
    const Asked asked = asked_of(*bits.activity, 0, situation.index.library, inventory);
    return !unmet_need(who, asked.needs, today).empty() ||
           verdict(check_precautions(who, *bits.activity, situation.index.library, inventory, today,
                                     situation.group_size())) == Verdict::exclude;
}

struct Care {
    int rung = 0;
    bool hold = false;  ///< what the rung gives is a hold
};

/// The nearest easier rung of which the child's precautions speak least, where they speak; else, where a hold makes
/// what they speak of milder, the nearest that gives one; else the rung chosen. A way that no longer practices the
/// child's goal is no gentler way to it: it would only hand the goal's minutes to something riskier.
Care gentlest(const Situation& situation, const ChildState& child, const ActivityBits& bits, const ChildGrade& chosen) {
    const Met first = met_on(situation, child, bits, chosen.rung);
    if (first.marks == 0) return {chosen.rung};
    std::vector<int> easier;
    for (const int one : chosen.offered)
        if (one < chosen.rung && (!wants_support(child, bits) || supports(child, bits, one))) easier.push_back(one);
    if (chosen.rung > 0 && !wants_support(child, bits)) easier.push_back(0);
    if (!loses_goal(situation, child, bits, chosen.rung) &&
        std::ranges::any_of(easier, [&](int one) { return loses_goal(situation, child, bits, one); }) &&
        !closed_as_written(situation, child, bits))
        std::erase_if(easier, [&](int one) { return loses_goal(situation, child, bits, one); });
    std::ranges::sort(easier, std::ranges::greater{});
    Met fewest = first;
    int best = chosen.rung;
    for (const int one : easier)
        if (const Met here = met_on(situation, child, bits, one); here.marks < fewest.marks) fewest = here, best = one;
    const auto gives_support = [&](int rung) {
        const Rung* one = rung_of(*bits.activity, rung);
        return rung < 0 && one != nullptr && one->dimension == "support";
    };
    if (!fewest.topples || !bits.upright_free || gives_support(best)) return {best};
    for (const int one : easier)
        if (gives_support(one) && met_on(situation, child, bits, one).marks <= fewest.marks) return {one, true};
    return {best};
}

/// The nearest offered rung of the ladder's kind: one that leaves nothing out, else one that still practices the goals,
/// else, where the child can begin in no other way, any.
int chosen_rung(const Situation& situation, const ChildState& child, const ActivityBits& bits, const Ladder& ladder,
                const std::vector<int>& offered) {
    const auto suits = [&](int rung) {
        if (ladder.with_hold) return rung < 0 && supports(child, bits, rung);
        return ladder.grade == Grade::easier ? rung < 0 : ladder.grade == Grade::harder && rung > 0;
    };
    int second = 0, last = 0;
    for (const int rung : offered) {
        if (!suits(rung)) continue;
        if (rung_of(*bits.activity, rung)->leaves_out.empty()) return rung;
        if (second == 0 && !loses_goal(situation, child, bits, rung)) second = rung;
        if (last == 0) last = rung;
    }
    return second != 0 ? second : ladder.must ? last : 0;
}

}  // namespace

std::vector<ChildGrade> grades(const Situation& situation, int activity) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    std::vector<ChildGrade> all;
    for (const ChildState& child : situation.children) {
        const Ladder found = ladder(child, activity, bits, situation);
        ChildGrade grade{child.facts->child->id, found.grade, 0, rungs_that_fit(situation, child, bits), {}, found.why};
        grade.rung = chosen_rung(situation, child, bits, found, grade.offered);
        if (const Care care = gentlest(situation, child, bits, grade); care.rung != grade.rung) {
            grade.rung = care.rung;
            grade.why = "A precaution of " + call_name(*child.facts->child) + " asks for " +
                        (care.hold ? "a hold." : "the gentler way.");
        }
        if (grade.rung != 0) grade.change = rung_of(*bits.activity, grade.rung)->change;
        grade.grade = grade.rung < 0 ? Grade::easier : grade.rung > 0 ? Grade::harder : Grade::as_written;
        all.push_back(std::move(grade));
    }
    return all;
}

std::vector<int> begun_rungs(const Situation& situation, int activity) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    std::vector<int> rungs;
    const bool plainly = std::ranges::all_of(situation.children, [&](const ChildState& child) {
        return ladder(child, activity, bits, situation).grade == Grade::as_written &&
               met_on(situation, child, bits, 0).marks == 0;
    });
    if (plainly) return std::vector<int>(situation.children.size(), 0);
    for (const ChildGrade& grade : grades(situation, activity)) rungs.push_back(grade.rung);
    return rungs;
}

}  // namespace pegboard::planning
