// Where each child starts on an activity's ladder, and why.
#include <algorithm>
#include <bit>

#include "core/model/first_letter.h"
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

/// Why a child begins where it does.
enum class Because {
    no_step,
    below_age,
    at_step,
    other_step,
    to_come,
    emerging,
    does_it,
    far,
    no_seat,
    no_hold,
    hard,
    tired
};

struct Ladder {
    Grade grade = Grade::as_written;
    Because because = Because::no_step;
    int skill = -1;          ///< of which it speaks
    bool with_hold = false;  ///< only a rung with a hold or a seat will do
    bool must = false;       ///< only an easier rung will do, whatever it leaves out
};

/// "Mateo is at step 3 of Scissors".
std::string say_step(const Situation& situation, const ChildState& child, const SkillBits& skill) {
    const SkillBits& sequence = situation.index.skill_bits[at(skill.sequence)];
    return call_name(*child.facts->child) + " is at step " + std::to_string(child.present_step[at(skill.sequence)]) +
           " of " + sequence.skill->short_name;
}

std::string say_because(const Situation& situation, const ChildState& child, int activity, const Ladder& ladder) {
    const std::string& who = call_name(*child.facts->child);
    const int from_months = situation.index.activities[at(activity)].activity->age_min_months;
    const SkillBits none;
    const SkillBits& skill = ladder.skill < 0 ? none : situation.index.skill_bits[at(ladder.skill)];
    const std::string name = skill.skill == nullptr ? std::string() : skill.skill->short_name;
    switch (ladder.because) {
        case Because::no_step:
            return "No step recorded yet for " + who + ".";
        case Because::below_age:
            return who + " is " + say_age_long(child.age_months) + "; this starts at " + say_age_long(from_months) +
                   ".";
        case Because::at_step:
            return say_step(situation, child, skill) + "; so is this.";
        case Because::other_step:
            return say_step(situation, child, skill) + "; this is step " + std::to_string(skill.step) + ".";
        case Because::to_come:
            return lower_first(name) + " is still to come for " + who + ".";
        case Because::emerging:
            return lower_first(name) + " is emerging for " + who + ".";
        case Because::does_it:
            return who + " already does this: " + lower_first(name) + ".";
        case Because::far:
            return name + " is more than one step ahead for " + who + ".";
        case Because::no_seat:
            return who + " does not sit on the floor without support: start with a seat or a hold.";
        case Because::no_hold:
            return who + " does not stand or walk with hands free: start held, in a seat or on the floor.";
        case Because::hard:
            return "It was hard for " + who + " " + days(child.done(activity)->days_ago) + " ago.";
        case Because::tired:
            return who + " is tired today.";
    }
    return {};
}

/// Where the activity is made for older children it starts easier, unless the child is known to do it.
Ladder by_age(const ChildState& child, const Activity& activity) {
    if (child.age_months >= activity.age_min_months) return {};
    return {Grade::easier, Because::below_age};
}

/// By the main skill's place against the child's present step.
Ladder by_sequence(const ChildState& child, int number, const SkillBits& main, const Activity& activity) {
    const int now = child.present_step[at(main.sequence)];
    if (now == 0 || main.step == 0) return by_age(child, activity);
    if (main.step == now) return {Grade::as_written, Because::at_step, number};
    return {main.step > now ? Grade::easier : Grade::harder, Because::other_step, number};
}

Ladder by_standing(const ChildState& child, int main, const Activity& activity) {
    switch (child.standing[at(main)]) {
        case Standing::not_yet:
            return {Grade::easier, Because::to_come, main};
        case Standing::emerging:
            return {Grade::as_written, Because::emerging, main};
        case Standing::done:
            return {Grade::harder, Because::does_it, main};
        case Standing::unknown:
            break;
    }
    return by_age(child, activity);
}

Ladder ladder(const ChildState& child, int number, const ActivityBits& bits, const Situation& situation) {
    const int main = bits.skills.empty() ? -1 : bits.skills.front();
    Ladder found;
    if (main >= 0)
        found = situation.index.skill_bits[at(main)].sequence >= 0
                    ? by_sequence(child, main, situation.index.skill_bits[at(main)], *bits.activity)
                    : by_standing(child, main, *bits.activity);
    const auto far = std::ranges::find_if(bits.skills, [&](int k) { return k >= 0 && child.beyond.test(at(k)); });
    if (far == bits.skills.end()) {
        // Nothing is more than a step ahead.
    } else if (found.grade == Grade::easier) {
        found.must = true;
    } else {
        found = {Grade::easier, Because::far, *far, false, true};
    }
    if (wants_support(child, bits))
        found = {Grade::easier, bits.floor_free ? Because::no_seat : Because::no_hold, -1, true, true};
    // Whatever the child does already: what is made for older children is begun easier.
    if (found.grade != Grade::easier && child.age_months < bits.activity->age_min_months)
        found = by_age(child, *bits.activity);
    found.must = found.must || child.only_as_underway(bits);
    const Done* done = child.done(number);
    const bool was_hard = done != nullptr && (done->outcome == Outcome::hard || done->outcome == Outcome::refused);
    if (was_hard && found.grade != Grade::easier && done->days_ago <= weights::familiar_within_days)
        found = {Grade::easier, Because::hard};
    if (child.facts->mood == DayMood::tired && found.grade != Grade::easier) found = {Grade::easier, Because::tired};
    return found;
}

/// What the child's precautions speak of in an activity as it is done on a rung.
struct Met {
    int marks = 0;  ///< hazards, positions, things and needs
    bool topples =
        false;         ///< something among them is milder with a hold: a fall, a landing, the weight that is carried
    Mask hazards = 0;  ///< the hazards among them
};

Met met_on(const Situation& situation, const ChildState& child, const ActivityBits& bits, int rung) {
    if (child.exclusions.empty() && child.flaggings.empty()) return {};
    const Way way = on_rung(situation, bits, rung);
    ExclusionBits all;
    const auto add = [&](const ExclusionBits& one) {
        if (one.reminder || (one.unless_needs & way.needs) != 0) return;
        all.attributes |= one.attributes, all.positions |= one.positions, all.needs |= one.needs;
        all.spaces |= one.spaces, all.items |= one.items, all.skills |= one.skills;
    };
    for (const ExclusionBits& one : child.exclusions) add(one);
    for (const auto& [one, minutes] : child.flaggings) add(one);
    const auto in = [](Mask mask, int number) { return number >= 0 && (mask >> number & 1U) != 0 ? 1 : 0; };
    const Mask marks = all.attributes & way.hazards.attributes;
    // A skill that asks for care asks for an easier way of it: any easier rung is one, and a harder one is less so.
    const int of_skill = (all.skills & way.practiced).any() ? (rung > 0 ? 2 : rung == 0 ? 1 : 0) : 0;
    return {std::popcount(marks) + std::popcount(all.needs & way.needs) +
                static_cast<int>((all.items & way.hazards.items).count()) + in(all.positions, way.position) +
                in(all.spaces, way.space) + of_skill,
            (marks & situation.index.toppling) != 0, marks};
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
    return (child.unmet & bits.needs) != 0 || is_excluded(child, as_written(situation, bits), situation.group_size());
}

struct Care {
    int rung = 0;
    bool hold = false;  ///< what the rung gives is a hold
};

/// The nearest easier rung of which the child's precautions speak least, where they speak; else, where a hold makes
/// what they speak of milder, the nearest that gives one; else the rung chosen. A way that no longer practices the
/// child's goal is no gentler way to it: it would only hand the goal's minutes to something riskier. One that brings a
/// hazard the rung chosen is free of is no gentler way either, unless the activity as written is nothing for the child.
Care gentlest(const Situation& situation, const ChildState& child, const ActivityBits& bits, int chosen,
              const std::vector<int>& offered) {
    const Met first = met_on(situation, child, bits, chosen);
    if (first.marks == 0) return {chosen};
    std::vector<int> easier;
    for (const int one : offered)
        if (one < chosen && (!wants_support(child, bits) || supports(child, bits, one))) easier.push_back(one);
    if (chosen > 0 && !wants_support(child, bits)) easier.push_back(0);
    if (!loses_goal(situation, child, bits, chosen) &&
        std::ranges::any_of(easier, [&](int one) { return loses_goal(situation, child, bits, one); }) &&
        !closed_as_written(situation, child, bits))
        std::erase_if(easier, [&](int one) { return loses_goal(situation, child, bits, one); });
    if (chosen != 0 || !closed_as_written(situation, child, bits))
        std::erase_if(easier,
                      [&](int one) { return (met_on(situation, child, bits, one).hazards & ~first.hazards) != 0; });
    std::ranges::sort(easier, std::ranges::greater{});
    Met fewest = first;
    int best = chosen;
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

/// Where one child begins: the ladder's rung, and the one that care for the child makes of it.
struct Begun {
    Ladder ladder;
    std::vector<int> offered;
    int by_ladder = 0;
    Care care;
};

Begun begin(const Situation& situation, const ChildState& child, int activity) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    Begun begun{ladder(child, activity, bits, situation), rungs_that_fit(situation, child, bits), 0, {}};
    begun.by_ladder = chosen_rung(situation, child, bits, begun.ladder, begun.offered);
    begun.care = gentlest(situation, child, bits, begun.by_ladder, begun.offered);
    return begun;
}

}  // namespace

std::vector<ChildGrade> grades(const Situation& situation, int activity) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    std::vector<ChildGrade> all;
    for (const ChildState& child : situation.children) {
        Begun begun = begin(situation, child, activity);
        const int rung = begun.care.rung;
        ChildGrade grade{child.facts->child->id, begun.ladder.grade, rung, std::move(begun.offered), {}, {}};
        grade.why = rung == begun.by_ladder ? say_because(situation, child, activity, begun.ladder)
                                            : "A precaution of " + call_name(*child.facts->child) + " asks for " +
                                                  (begun.care.hold ? "more support." : "the gentler way.");
        if (rung != 0) grade.change = rung_of(*bits.activity, rung)->change;
        grade.grade = rung < 0 ? Grade::easier : rung > 0 ? Grade::harder : Grade::as_written;
        all.push_back(std::move(grade));
    }
    return all;
}

int begun_rung(const Situation& situation, const ChildState& child, int activity) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    const bool plainly = ladder(child, activity, bits, situation).grade == Grade::as_written &&
                         met_on(situation, child, bits, 0).marks == 0;
    return plainly ? 0 : begin(situation, child, activity).care.rung;
}

std::vector<int> begun_rungs(const Situation& situation, int activity) {
    std::vector<int> rungs;
    for (const ChildState& child : situation.children) rungs.push_back(begun_rung(situation, child, activity));
    return rungs;
}

}  // namespace pegboard::planning
