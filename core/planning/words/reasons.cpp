// Why a block is in the plan, in a therapist's words.
#include <algorithm>

#include "core/model/first_letter.h"
#include "core/planning/rules.h"
#include "core/planning/weights.h"
#include "core/planning/words/explain.h"
#include "core/rules/age.h"

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
    if (tenths >= weights::fit_near)
        return step_known ? "One step from the present one, for" : "Works on the same skill as";
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
    if (goals.empty())
        found.emplace_back(situation.goals.empty() ? "No goals yet: shows what the child can do and likes."
                                                   : "Works on no goal; it is a gentle way to begin or to end.");
    add_liking(situation, activity, bits, found);
    add_items(situation, bits, found);
    if (among(situation.favourites, activity)) found.push_back("One of your favorites.");
    add_age(situation, bits, found);
    return found;
}

}  // namespace pegboard::planning
