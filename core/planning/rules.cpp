#include "core/planning/rules.h"

#include <algorithm>

#include "core/planning/input/support.h"
#include "core/planning/input/ways.h"
#include "core/rules/age.h"
#include "core/rules/moving.h"
#include "core/rules/rungs.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

bool space_fits(const Situation& situation, const ActivityBits& activity) {
    return activity.space >= 0 && (situation.spaces >> activity.space & 1U) != 0;
}

/// Stations widen the group only where there are the adults they take.
int largest_group(const Situation& situation, const ActivityBits& activity) {
    return situation.facts.session.adults >= activity.station_adults ? activity.group_max : activity.group_alone;
}

bool group_fits(const Situation& situation, const ActivityBits& activity) {
    return situation.group_size() >= activity.group_min && situation.group_size() <= largest_group(situation, activity);
}

/// Adult in the room and within reach: one adult does for all. Hands on: one adult for each child.
/// Therapist only: a therapist always leads.
bool supervised(const Situation& situation, const ActivityBits& activity) {
    return !activity.hands_on || situation.facts.session.adults >= situation.group_size();
}

/// An easier rung brings a step within reach that is one further than the next.
bool too_far(const Situation& situation, const ChildState& child, const ActivityBits& activity, int skill) {
    if (skill < 0 || !child.beyond.test(at(skill))) return false;
    if (!activity.has_easier || !child.one_further.test(at(skill))) return true;
    const auto rungs = rungs_that_fit(situation, child, activity);
    return std::ranges::none_of(rungs, [](int rung) { return rung < 0; });
}

/// Above the child's age, or so far above that only an easier rung would do and none is offered.
bool above_age(const Situation& situation, const ChildState& child, const ActivityBits& activity) {
    if (!child.only_as_underway(activity)) return child.too_early(activity);
    const auto rungs = rungs_that_fit(situation, child, activity);
    return std::ranges::none_of(rungs, [](int rung) { return rung < 0; });
}

bool too_far(const Situation& situation, const ChildState& child, const ActivityBits& activity) {
    return std::ranges::any_of(activity.skills, [&](int skill) { return too_far(situation, child, activity, skill); });
}

std::string named(const std::string& name) { return name.substr(0, name.find(" (")); }

RuledOut missing(const Situation& situation, const Needed& needed, const std::string& id) {
    if (needed.item < 0) return {Rule::item, id, {}, "needs " + id + ", which is not in the library"};
    const std::string& name = situation.index.library.items()[at(needed.item)].name;
    const ItemState& item = situation.items[at(needed.item)];
    const int there = std::max(0, item.here) + std::max(0, item.bag);
    if (there > 0)
        return {Rule::item,
                id,
                {},
                "needs " + std::to_string(needed.quantity) + " of " + named(name) + "; " + std::to_string(there) +
                    " at hand"};
    return {Rule::item, id, {}, "needs " + named(name) + ", not at hand"};
}

void add_items(const Situation& situation, const ActivityBits& bits, std::vector<RuledOut>& found) {
    std::size_t next = 0;
    for (const ActivityItem& used : bits.activity->items) {
        if (used.optional) continue;
        const Needed& needed = bits.needed[next++];
        if (!situation.at_hand(needed)) found.push_back(missing(situation, needed, used.item));
    }
}

void add_precautions(const Situation& situation, const ActivityBits& bits, std::vector<RuledOut>& found) {
    const Inventory inventory = inventory_for(situation, bits);
    for (const ChildState& child : situation.children) {
        const Child& who = *child.facts->child;
        for (const Finding& finding : check_precautions(who, *bits.activity, situation.index.library, inventory,
                                                        situation.facts.session.date, situation.group_size()))
            if (finding.verdict == Verdict::exclude)
                found.push_back({Rule::precaution, finding.code, who.id,
                                 call_name(who) + ": " + finding.label + "; " + finding.reason});
    }
}

bool has_what_it_takes(const Situation& situation, const ActivityBits& bits) {
    return space_fits(situation, bits) &&
           std::ranges::all_of(bits.needed, [&](const Needed& needed) { return situation.at_hand(needed); });
}

/// "needs a walker; recorded for Maya: wheels". In a group it is said who lacks it, whatever is recorded.
void add_needs(const Situation& situation, const ActivityBits& bits, std::vector<RuledOut>& found) {
    const auto needs = asked_of(*bits.activity, 0, situation.index.library).needs;
    for (const ChildState& child : situation.children) {
        const Child& who = *child.facts->child;
        if (const std::string need(unmet_need(who, needs, situation.facts.session.date)); !need.empty()) {
            std::string words = say_unmet(who, need, situation.facts.session.date);
            if (words.ends_with('.')) words.pop_back();
            if (situation.group_size() > 1 && words.find(call_name(who)) == std::string::npos)
                words += "; none is recorded for " + call_name(who);
            found.push_back({Rule::needs, need, who.id, words});
        } else if ((child.lacks & bits.needs) != 0) {
            found.push_back({Rule::needs, "stand", who.id,
                             "needs standing; a goal of " + call_name(who) + " is still to sit or crawl"});
        } else if (!can_support(child, bits)) {
            // Whether the things for a rung are here is told as what is missing.
            const bool sits = bits.floor_free;
            found.push_back({Rule::needs, sits ? "sit_free" : "walk_free", who.id,
                             std::string(sits ? "is done sitting on the floor without support"
                                              : "is done on the feet with hands free") +
                                 ", and " + call_name(who) + " needs a hold or a seat"});
        } else if (has_what_it_takes(situation, bits) && lacks_hold(situation, child, bits)) {
            found.push_back(
                {Rule::needs, bits.floor_free ? "sit_free" : "walk_free", who.id,
                 "is begun by " + call_name(who) +
                     " with a hold or a seat, and the way that gives one is ruled out or not possible here"});
        }
    }
}

void add_steps(const Situation& situation, const ActivityBits& bits, std::vector<RuledOut>& found) {
    for (const ChildState& child : situation.children) {
        if (!too_far(situation, child, bits)) continue;
        for (const int skill : bits.skills)
            if (too_far(situation, child, bits, skill)) {
                const Skill& far = *situation.index.skill_bits[at(skill)].skill;
                found.push_back(
                    {Rule::step, far.id, child.facts->child->id,
                     far.short_name + " is more than one step ahead for " + call_name(*child.facts->child)});
                break;
            }
    }
}

/// "is for 2 years 6 months and up; Ada is 6 months".
void add_ages(const Situation& situation, const ActivityBits& bits, std::vector<RuledOut>& found) {
    const auto say = [&](const ChildState& child, const std::string& made_for) {
        const Child& who = *child.facts->child;
        found.push_back(
            {Rule::age, {}, who.id, made_for + "; " + call_name(who) + " is " + say_age_long(child.age_months)});
    };
    const bool needless = situation.needlessly_young(bits);
    for (const ChildState& child : situation.children) {
        if (above_age(situation, child, bits))
            say(child, "is for " + say_age_long(bits.activity->age_min_months) + " and up");
        if ((needless && child.young_look(bits)) || child.demeaning(bits))
            say(child, "is made for up to " + say_age_long(bits.activity->age_max_months));
    }
}

std::string where(const Situation& situation) {
    return situation.facts.place.name.empty() ? "no place is set for this session"
                                              : "you are in " + situation.facts.place.name;
}

std::string children(int number) { return number == 1 ? "1 child" : std::to_string(number) + " children"; }

void add_setting(const Situation& situation, const ActivityBits& bits, std::vector<RuledOut>& found) {
    const Library& library = situation.index.library;
    if (!space_fits(situation, bits)) {
        std::string space = library.name_of(bits.activity->space);
        for (const Named& known : library.spaces())
            if (known.id == bits.activity->space) space = known.name;  // "Room (4 x 4 m)"
        // Names of spaces begin as on a button: "Kitchen", "Outdoors".
        if (!space.empty() && space.front() >= 'A' && space.front() <= 'Z')
            space.front() = static_cast<char>(space.front() - 'A' + 'a');
        const std::string article = space == "stairs" || space == "outdoors" ? "" : "a ";
        const std::string words = space == "outdoors" ? "is done outdoors" : "needs " + article + space;
        found.push_back({Rule::space, bits.activity->space, {}, words + "; " + where(situation)});
    }
    if (!group_fits(situation, bits))
        found.push_back({Rule::group_size,
                         {},
                         {},
                         "is for " + std::to_string(bits.group_min) + " to " +
                             children(largest_group(situation, bits)) +
                             (situation.group_size() == 1 ? "; here is " : "; here are ") +
                             std::to_string(situation.group_size())});
    if (!supervised(situation, bits))
        found.push_back({Rule::supervision,
                         {},
                         {},
                         "needs an adult's hands for each child; " + std::to_string(situation.facts.session.adults) +
                             " adult for " + children(situation.group_size())});
}

std::string special_words(const Activity& activity) {
    const bool care = !activity.skills.empty() && activity.skills.front().starts_with("sc.");
    return care ? "is private care, and no goal here asks for it"
                : "is for a device or after an injury, and no goal here asks for it";
}

void add_wishes(const Situation& situation, int activity, const ActivityBits& bits, std::vector<RuledOut>& found) {
    for (const ChildState& child : situation.children)
        if (among(child.excluded, activity))
            found.push_back(
                {Rule::excluded, {}, child.facts->child->id, "you ruled it out for " + call_name(*child.facts->child)});
    if (situation.unasked(bits))
        found.push_back(
            {Rule::unasked,
             {},
             {},
             bits.special ? special_words(*bits.activity) : "is occupational therapy, and no goal here asks for it"});
    if (situation.tired && (bits.vigorous || bits.lands))
        found.push_back({Rule::tired,
                         {},
                         {},
                         std::string(bits.vigorous ? "is vigorous" : "hops or jumps") + ", and today is a tired day"});
    if (among(situation.swapped_out, activity)) found.push_back({Rule::swapped_out, {}, {}, "you swapped it out"});
}

}  // namespace

std::optional<Rule> barred_by(const Situation& situation, int activity) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    if (!space_fits(situation, bits)) return Rule::space;
    if (!group_fits(situation, bits)) return Rule::group_size;
    if (!std::ranges::all_of(bits.needed, [&](const Needed& needed) { return situation.at_hand(needed); }))
        return Rule::item;
    if (!supervised(situation, bits)) return Rule::supervision;
    if (situation.tired && (bits.vigorous || bits.lands)) return Rule::tired;
    if (among(situation.swapped_out, activity)) return Rule::swapped_out;
    const Way written = as_written(situation, bits);
    for (const ChildState& child : situation.children) {
        if (among(child.excluded, activity)) return Rule::excluded;
        if ((child.lacks & bits.needs) != 0 || !can_support(child, bits)) return Rule::needs;
        if (child.demeaning(bits) || above_age(situation, child, bits)) return Rule::age;
        if (too_far(situation, child, bits)) return Rule::step;
        if (is_excluded(child, written, situation.group_size())) return Rule::precaution;
    }
    if (situation.needlessly_young(bits)) return Rule::age;
    if (situation.unasked(bits)) return Rule::unasked;
    return std::nullopt;
}

bool lacks_hold(const Situation& situation, const ChildState& child, const ActivityBits& bits) {
    if (!wants_support(child, bits)) return false;
    if (!can_support(child, bits)) return true;
    const auto rungs = rungs_that_fit(situation, child, bits);
    return std::ranges::none_of(rungs, [&](int rung) { return rung < 0 && supports(child, bits, rung); });
}

bool is_flagged(const Situation& situation, const ActivityBits& bits) {
    const Way written = as_written(situation, bits);
    return std::ranges::any_of(situation.children, [&](const ChildState& child) {
        return is_flagged(child, written, situation.group_size());
    });
}

std::vector<RuledOut> all_barriers(const Situation& situation, int activity) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    std::vector<RuledOut> found;
    add_precautions(situation, bits, found);
    add_needs(situation, bits, found);
    add_wishes(situation, activity, bits, found);
    add_setting(situation, bits, found);
    add_items(situation, bits, found);
    add_steps(situation, bits, found);
    add_ages(situation, bits, found);
    return found;
}

std::vector<RuledOut> unsuited_by(const Situation& situation, int activity) {
    const ActivityBits& bits = situation.index.activities[at(activity)];
    std::vector<RuledOut> found;
    add_needs(situation, bits, found);
    add_ages(situation, bits, found);
    add_steps(situation, bits, found);
    return found;
}

Inventory inventory_for(const Situation& situation, const ActivityBits& bits) {
    Inventory inventory = situation.facts.place.inventory;
    for (const Needed& needed : bits.needed) {
        bool replaced = false;
        if (situation.at_hand(needed, &replaced) && replaced)
            inventory.substituted.insert(situation.index.library.items()[at(needed.item)].id);
    }
    return inventory;
}

std::vector<std::string> stand_ins(const Situation& situation, const ActivityBits& bits) {
    std::vector<std::string> found;
    for (const Needed& needed : bits.needed) {
        bool replaced = false;
        if (!situation.at_hand(needed, &replaced) || !replaced) continue;
        const Item& item = situation.index.library.items()[at(needed.item)];
        found.push_back(item.substitute + " in place of " + named(item.name));
    }
    return found;
}

std::vector<Flag> precaution_flags(const Situation& situation, const ActivityBits& bits, bool with_excluding) {
    std::vector<Flag> flags;
    const Inventory inventory = inventory_for(situation, bits);
    for (const ChildState& child : situation.children)
        for (const Finding& finding :
             check_precautions(*child.facts->child, *bits.activity, situation.index.library, inventory,
                               situation.facts.session.date, situation.group_size())) {
            const bool excluding = finding.verdict == Verdict::exclude;
            if (finding.verdict == Verdict::fine || (excluding && !with_excluding)) continue;
            flags.push_back({excluding ? Flag::Kind::override_kept : Flag::Kind::precaution, child.facts->child->id,
                             finding.code, finding.label, finding.reason, finding.line});
        }
    return flags;
}

}  // namespace pegboard::planning
