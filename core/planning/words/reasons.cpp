// Why a block is in the plan, in a therapist's words, and where each child starts.
#include <algorithm>

#include "core/planning/rules.h"
#include "core/planning/weights.h"
#include "core/planning/words/explain.h"
#include "core/rules/age.h"
#include "core/rules/rungs.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

std::string join(const std::vector<std::string>& words) {
    std::string all;
    for (std::size_t i = 0; i < words.size(); ++i)
        all += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
    return all;
}

std::string bare(const std::string& name) { return name.substr(0, name.find(" (")); }

std::string lower_first(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string days(int number) { return number == 1 ? "1 day" : std::to_string(number) + " days"; }

/// The part of the need that presses most.
std::string pressing(const GoalState& goal, Date today) {
    const NeedParts& parts = goal.parts;
    const double stale = weights::need_staleness * parts.staleness, due = weights::need_due * parts.due;
    const double short_of = goal.facts->shortfall ? weights::need_shortfall * parts.shortfall : 0;
    const double most = std::max({stale, due, short_of});
    if (most <= 0) return "priority " + std::to_string(std::clamp(goal.facts->priority, 1, 3)) + " of 3";
    if (most == short_of && !goal.facts->recorded) return "nothing recorded since the baseline";
    if (most == short_of) {
        constexpr double far = 0.66, some = 0.33;
        const double share = parts.shortfall;
        return share > far ? "far below the aim line" : share > some ? "below the aim line" : "just below the aim line";
    }
    if (most == stale)
        return goal.facts->last_worked_on ? "not worked on for " + days(today - *goal.facts->last_worked_on)
                                          : "not worked on yet";
    const int left = *goal.facts->due - today;
    return left < 0 ? "due " + days(-left) + " ago" : "due in " + days(left);
}

std::string skill_words(const Situation& situation, const std::string& id) {
    const Skill* skill = situation.index.library.skill(id);
    return skill == nullptr || skill->short_name.empty() ? id : skill->short_name;
}

/// The goal's own title, as everywhere: two goals may share a skill.
std::string goal_name(const Situation& situation, const GoalState& goal) {
    return goal.facts->title.empty() ? skill_words(situation, goal.facts->skill) : goal.facts->title;
}

/// A step is spoken of where one is recorded; else only the skill is known.
std::string how_it_fits(int tenths, bool step_known) {
    if (tenths >= weights::fit_exact) return step_known ? "Right at the step for" : "Works on";
    if (tenths >= weights::fit_near) return step_known ? "One step away from" : "Works on the same skill as";
    if (tenths >= weights::fit_second) return "Also practices";
    if (tenths >= weights::fit_prerequisite) return "Builds what comes before";
    return "Same area as";
}

/// True when somebody recorded where the child is in the goal's skill.
bool step_is_known(const Situation& situation, const GoalState& goal) {
    const int skill = situation.index.skills.of(goal.facts->skill);
    if (skill < 0) return false;
    const ChildState& child = situation.children[at(goal.child)];
    const int sequence = situation.index.skill_bits[at(skill)].sequence;
    return sequence >= 0 ? child.present_step[at(sequence)] > 0 : child.standing[at(skill)] != Standing::unknown;
}

std::string goal_reason(const Situation& situation, const ServedGoal& served) {
    const GoalState& goal = state_of(situation, served);
    const Child& child = *situation.children[at(goal.child)].facts->child;
    return how_it_fits(served.fit_tenths, step_is_known(situation, goal)) + " " + call_name(child) + "'s goal \"" +
           goal_name(situation, goal) + "\", " + pressing(goal, situation.facts.session.date) + ".";
}

void add_items(const Situation& situation, const ActivityBits& bits, std::vector<std::string>& reasons) {
    std::vector<std::string> bag;
    for (const Needed& needed : bits.needed)
        if (situation.carried(needed)) {
            const std::string name = bare(situation.index.library.items()[at(needed.item)].name);
            bag.push_back(lower_first(name));
        }
    if (bag.empty() && bits.needed.empty()) return reasons.push_back("Needs nothing from the bag.");
    // Of what is where nobody packed a bag nothing is known.
    const bool packed = situation.facts.place.has_bag;
    if (bag.size() > 4)
        return reasons.push_back(packed ? "All " + std::to_string(bag.size()) + " things for it are in your bag."
                                        : "Needs " + std::to_string(bag.size()) + " things.");
    if (!bag.empty()) reasons.push_back((packed ? "In your bag: " : "Needs: ") + join(bag) + ".");
    for (const auto& replaced : stand_ins(situation, bits)) reasons.push_back("Works with " + replaced + ".");
}

void add_liking(const Situation& situation, int activity, const ActivityBits& bits, std::vector<std::string>& reasons) {
    bool recent = false;
    for (const ChildState& child : situation.children) {
        const std::string& who = call_name(*child.facts->child);
        std::vector<std::string> liked;
        const auto& interests = situation.index.library.interests();
        for (std::size_t i = 0; i < std::min<std::size_t>(64, interests.size()); ++i)
            if ((child.interests & bits.interests) >> i & 1U) liked.push_back(lower_first(interests[i].name));
        if (!liked.empty()) reasons.push_back(who + " likes " + join(liked) + ".");
        const Done* done = child.done(activity);
        if (done == nullptr) continue;
        recent = recent || done->days_ago < weights::novel_after_days;
        const std::string when = done->days_ago == 0 ? "today" : days(done->days_ago) + " ago";
        if (done->familiar())
            reasons.push_back(who + (done->outcome == Outcome::loved ? " loved it " : " did it well ") + when + ".");
        else if (done->days_ago >= weights::novel_after_days)
            reasons.push_back("Last done with " + who + " " + when + ".");
    }
    const bool known =
        std::ranges::any_of(situation.children, [&](const auto& c) { return c.done(activity) != nullptr; });
    const bool first_session =
        std::ranges::all_of(situation.children, [](const auto& child) { return child.history.empty(); });
    if (!known && !recent && !first_session)
        reasons.push_back(situation.group_size() == 1 ? "Something new." : "New to all of them.");
}

/// "a 7", "an 8".
std::string with_article(int years) {
    const bool vowel = years == 8 || years == 11 || years == 18;
    return (vowel ? "an " : "a ") + std::to_string(years);
}

/// A made-for-younger activity is offered by skill where a step says so; its theme is the therapist's to lift.
void add_age(const Situation& situation, const ActivityBits& bits, std::vector<std::string>& reasons) {
    const Activity& activity = *bits.activity;
    std::vector<std::string> names;
    int years = 0;
    bool by_skill = true;
    for (const ChildState& child : situation.children) {
        if (activity.age_max_months <= 0) continue;
        if (child.age_months <= activity.age_max_months + weights::outgrown_after_months) continue;
        names.push_back(call_name(*child.facts->child));
        years = child.age_months / 12;
        const Standing known = child.main_standing(bits);
        by_skill = by_skill && (known == Standing::not_yet || known == Standing::emerging);
    }
    const std::string why = by_skill ? "Chosen by skill, not age: " : "Made for younger children: ";
    if (names.size() == 1)
        reasons.push_back(why + "give it a theme that suits " + with_article(years) + "-year-old, for " +
                          names.front() + ".");
    if (names.size() > 1) reasons.push_back(why + "give it an older theme for " + join(names) + ".");
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
    if (bits.upright_free && child.needs_hold)
        found = {Grade::easier, who + " does not stand or walk with hands free: start with a hold or a seat.", true};
    const Done* done = child.done(number);
    const bool was_hard = done != nullptr && (done->outcome == Outcome::hard || done->outcome == Outcome::refused);
    if (was_hard && found.grade != Grade::easier && done->days_ago <= weights::familiar_within_days)
        found = {Grade::easier, "It was hard for " + who + " " + days(done->days_ago) + " ago."};
    if (child.facts->mood == DayMood::tired && found.grade == Grade::harder)
        found = {Grade::as_written, who + " is tired today."};
    return found;
}

/// Where a precaution speaks of the activity at `rung`, the nearest easier rung of which fewest speak; else `rung`.
int gentlest(const Situation& situation, const ChildState& child, const ActivityBits& bits,
             const std::vector<int>& offered, int rung, bool with_hold) {
    const Inventory inventory = inventory_for(situation, bits);
    const auto speak = [&](int at_rung) {
        return check_precautions(*child.facts->child, *bits.activity, at_rung, situation.index.library, inventory,
                                 situation.facts.session.date, situation.group_size())
            .size();
    };
    std::size_t fewest = speak(rung);
    int best = rung;
    std::vector<int> easier(offered);
    if (rung > 0) easier.push_back(0);
    std::ranges::sort(easier, std::ranges::greater{});
    for (const int one : easier) {
        if (fewest == 0) break;
        if (one >= rung || (with_hold && !gives_hold(*bits.activity, one))) continue;
        if (const std::size_t here = speak(one); here < fewest) fewest = here, best = one;
    }
    return best;
}

}  // namespace

std::vector<std::string> reasons(const Situation& situation, int activity, const std::vector<ServedGoal>& goals) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    std::vector<std::string> found;
    std::vector<ChildId> told;
    for (const ServedGoal& served : goals) {
        if (std::ranges::count(told, served.child) > 0 && situation.group_size() > 1) continue;
        if (served.fit_tenths < weights::fit_prerequisite && !told.empty()) continue;
        told.push_back(served.child);
        found.push_back(goal_reason(situation, served));
    }
    if (goals.empty() && !situation.goals.empty())
        found.emplace_back("Works on no goal; it is a gentle way to begin or to end.");
    add_liking(situation, activity, bits, found);
    add_items(situation, bits, found);
    if (among(situation.favourites, activity)) found.push_back("One of your favorites.");
    add_age(situation, bits, found);
    return found;
}

std::vector<ChildGrade> grades(const Situation& situation, int activity) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    std::vector<ChildGrade> all;
    for (const ChildState& child : situation.children) {
        const Ladder found = ladder(child, activity, bits, situation);
        ChildGrade grade{child.facts->child->id, found.grade, 0, rungs_that_fit(situation, child, bits), {}, found.why};
        const auto first = std::ranges::find_if(grade.offered, [&](int rung) {
            if (found.with_hold) return rung < 0 && gives_hold(*bits.activity, rung);
            return found.grade == Grade::easier ? rung < 0 : found.grade == Grade::harder && rung > 0;
        });
        if (first != grade.offered.end()) grade.rung = *first;
        if (const int care = gentlest(situation, child, bits, grade.offered, grade.rung, found.with_hold);
            care != grade.rung) {
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
