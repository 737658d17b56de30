#include "tests/core/safe_plans_child.h"

#include <algorithm>
#include <sstream>

namespace pegboard::safe_plans {
namespace {

/// Whole months by the calendar; the last day of a shorter month completes it.
int months_between(Date born, Date today) {
    const YearMonthDay from = parts(born), to = parts(today);
    int months = (to.year - from.year) * 12 + to.month - from.month;
    const bool last_of_month = parts(today + 1).month != to.month;
    if (to.day < from.day && !last_of_month) --months;
    return std::max(0, months);
}

bool any(const Set& one, const Set& other) {
    return std::ranges::any_of(one, [&](const std::string& value) { return other.contains(value); });
}

bool device(const Child& child, std::initializer_list<DeviceKind> kinds) {
    return std::ranges::any_of(
        child.devices, [&](const ChildDevice& each) { return std::ranges::find(kinds, each.kind) != kinds.end(); });
}

/// On the feet: 2 with free hands, 1 with a device, 0 not; -1 nobody asked. A level speaks where nothing else does.
int on_feet(const Child& child) {
    switch (child.moves_by) {
        case MovesBy::walks:
            return 2;
        case MovesBy::walks_with_device:
            return 1;
        case MovesBy::wheels:
        case MovesBy::carried:
            return 0;
        case MovesBy::not_asked:
            break;
    }
    if (!child.gmfcs) return -1;
    return *child.gmfcs <= 2 ? 2 : *child.gmfcs == 3 ? 1 : 0;
}

/// Carried about, and on the feet by record of a skill; a level of IV or V says otherwise.
bool begins_to(const Child& child, const Set& skills) {
    if (child.moves_by != MovesBy::carried && child.moves_by != MovesBy::not_asked) return false;
    if (child.gmfcs.value_or(0) > 3) return false;
    return std::ranges::any_of(child.present_steps, [&](const PresentStep& present) {
        return skills.contains(present.skill) && present.step != "not_yet";
    });
}

std::string plain(std::string value) {
    std::ranges::replace(value, '_', ' ');
    return value;
}

}  // namespace

ChildRead::ChildRead(const Child& child, Date today, const Records& records, const Ages& ages)
    : child_(child), records_(records), today_(today), age_(months_between(child.date_of_birth, today)) {
    if (child.gestation_weeks && *child.gestation_weeks < 37 && age_ < ages.corrected_until_months)
        age_ = months_between(child.date_of_birth + 7 * (40 - *child.gestation_weeks), today);
}

int ChildRead::step_now(const std::string& sequence) const {
    for (const PresentStep& present : child_.present_steps) {
        const auto step = records_.skills.find(present.step);
        if (present.skill == sequence && step != records_.skills.end() && step->second.parent == sequence)
            return step->second.step;
    }
    return 0;
}

std::string ChildRead::standing(const std::string& skill) const {
    const auto found = records_.skills.find(skill);
    if (found == records_.skills.end()) return {};
    if (found->second.sequence && step_now(skill) > 0) return "emerging";
    if (const int now = found->second.parent.empty() ? 0 : step_now(found->second.parent); now > 0)
        return found->second.step < now ? "does_it" : found->second.step == now ? "emerging" : "not_yet";
    for (const PresentStep& present : child_.present_steps)
        if (present.skill == skill) return present.step;
    return {};
}

bool ChildRead::has(const std::string& skill) const {
    const std::string now = standing(skill);
    return now == "emerging" || now == "does_it";
}

/// Not yet there: recorded so, or unrecorded and needing what is not there.
bool ChildRead::missing(const std::string& skill, int depth) const {
    const auto found = records_.skills.find(skill);
    if (found == records_.skills.end() || depth > 40 || has(skill)) return false;
    if (standing(skill) == "not_yet") return true;
    if (!found->second.parent.empty() && missing(found->second.parent, depth + 1)) return true;
    return std::ranges::any_of(found->second.first,
                               [&](const std::string& before) { return missing(before, depth + 1); });
}

bool ChildRead::beyond(const std::string& skill, int further) const {
    const auto found = records_.skills.find(skill);
    if (found == records_.skills.end() || has(skill)) return false;
    const Skill& one = found->second;
    const int now = one.parent.empty() ? 0 : step_now(one.parent);
    if (now > 0 && one.step > now + 1 + further) return true;
    if (now == 0 && !one.parent.empty() && missing(one.parent, 0)) return true;
    return std::ranges::any_of(one.first, [&](const std::string& before) {
        const auto known = records_.skills.find(before);
        const bool of_the_same = now > 0 && known != records_.skills.end() && known->second.parent == one.parent;
        return !of_the_same && missing(before, 0);
    });
}

std::string ChildRead::lacks(const Set& needs) const {
    int feet = on_feet(child_);
    // Nobody asked, but a baby does not stand, nor a child who is still learning to sit or crawl.
    const bool learning = std::ranges::any_of(child_.present_steps, [](const PresentStep& present) {
        return (present.skill == "gm.sit" || present.skill == "gm.crawl") && present.step != "does_it";
    });
    if (feet == -1) feet = age_ < 15 || learning ? 0 : 2;
    for (const std::string& need : needs) {
        bool met = true;
        if (need == "stand") met = feet != 0 || begins_to(child_, {"gm.cruise", "gm.walk"});
        if (need == "walk") met = feet != 0 || begins_to(child_, {"gm.walk"});
        if (need == "walk_free" || need == "stand_free") met = feet == 2;
        if (need == "hand_use") met = child_.macs.value_or(1) != 5;
        if (need == "sit_free") met = child_.gmfcs.value_or(1) <= 3 && !learns_to_sit() && !carried_for_a_reason();
        if (need == "leg_limit") met = leg_is_limited();
        if (need == "one_cane") met = device(child_, {DeviceKind::cane});
        if (need == "manual_chair")
            met = child_.moves_by != MovesBy::carried &&
                  (device(child_, {DeviceKind::wheelchair}) ||
                   (child_.moves_by == MovesBy::wheels && !device(child_, {DeviceKind::power_wheelchair})));
        if (need == "two_hands") met = child_.hands != Hands::one && child_.macs.value_or(1) != 5;
        if (need == "wheelchair")
            met = child_.moves_by == MovesBy::wheels ||
                  (child_.moves_by != MovesBy::carried &&
                   device(child_, {DeviceKind::wheelchair, DeviceKind::power_wheelchair}));
        if (need == "walker") met = device(child_, {DeviceKind::walker});
        if (need == "crutches") met = device(child_, {DeviceKind::crutches});
        if (need == "cane") met = device(child_, {DeviceKind::cane, DeviceKind::crutches});
        if (need == "gait_trainer") met = device(child_, {DeviceKind::gait_trainer});
        if (need == "stander") met = device(child_, {DeviceKind::stander});
        if (!met) return need;
    }
    return {};
}

bool ChildRead::learns_to_sit() const {
    return std::ranges::any_of(child_.present_steps, [](const PresentStep& present) {
        return present.skill == "gm.sit" && present.step != "does_it";
    });
}

/// Over a year old, carried, and nothing on record says that sitting is there.
bool ChildRead::carried_for_a_reason() const {
    if (child_.moves_by != MovesBy::carried || age_ < 12 || child_.gmfcs.has_value()) return false;
    for (const PresentStep& present : child_.present_steps)
        if (Set{"gm.sit", "gm.crawl", "gm.cruise", "gm.walk"}.contains(present.skill) &&
            Set{"does_it", "emerging"}.contains(present.step))
            return false;
    return true;
}

bool ChildRead::leg_is_limited() const {
    return std::ranges::any_of(child_.precautions, [](const ChildPrecaution& one) {
        const auto where = one.parameters.find("where");
        return one.code == "wb_leg" ||
               (one.code == "cast_tone" && where != one.parameters.end() && where->second == "leg");
    });
}

Set ChildRead::answers(const ChildPrecaution& recorded, const std::string& parameter) const {
    const auto precaution = records_.precautions.find(recorded.code);
    if (precaution == records_.precautions.end()) return {};
    const auto known = precaution->second.parameters.find(parameter);
    const auto given = recorded.parameters.find(parameter);
    const std::string value = given == recorded.parameters.end() ? std::string() : given->second;
    if (known == precaution->second.parameters.end()) return split(value);
    const Parameter& one = known->second;
    if (one.kind == "choice" && one.options.contains(value)) return {value};
    if (one.kind == "yes_no" && (value == "yes" || value == "no")) return {value};
    if (one.kind == "choice" || one.kind == "yes_no" || value.empty()) return one.careful;
    return split(value);
}

bool ChildRead::ended(const ChildPrecaution& recorded) const {
    const auto given = recorded.parameters.find("until");
    const auto until = given == recorded.parameters.end() ? std::nullopt : from_iso(given->second);
    return until && *until < today_;
}

void ChildRead::by_rule(const std::string& code, const Rule& rule, const ChildPrecaution& recorded, const Done& done,
                        std::vector<std::string>& found) const {
    if (!rule.excludes || (rule.under_months > 0 && age_ >= rule.under_months)) return;
    // The age itself is the answer to a rule for an age.
    if (rule.under_months == 0)
        for (const auto& [parameter, wanted] : rule.when)
            if (!any(answers(recorded, parameter), wanted)) return;
    if (rule.allergen_overlap && !any(answers(recorded, "allergens"), done.allergens)) return;
    if (any(rule.unless_needs, done.needs)) return;
    const Set ordered = rule.by_parameter.empty() ? Set() : answers(recorded, rule.by_parameter);
    const auto note = [&](const std::string& what) { found.push_back(code + " " + what); };
    for (const auto& one : done.attributes)
        if (rule.attributes.contains(one) || ordered.contains(one)) note(one);
    if (rule.positions.contains(done.position) || ordered.contains(done.position)) note(done.position);
    if (rule.spaces.contains(done.space)) note(done.space);
    for (const auto& one : done.items)
        if (rule.items.contains(one)) note(one);
    for (const auto& one : done.skills)
        if (rule.skills.contains(one)) note(one);
    for (const auto& one : done.needs)
        if (rule.needs.contains(one)) note(one);
    if (rule.group_above > 0 && done.group > rule.group_above) note("group");
}

std::vector<std::string> ChildRead::excluded_by_records(const Done& done) const {
    std::vector<std::string> found;
    for (const ChildPrecaution& recorded : child_.precautions) {
        const auto known = records_.precautions.find(recorded.code);
        if (known == records_.precautions.end() || ended(recorded)) continue;
        for (const Rule& rule : known->second.rules) by_rule(recorded.code, rule, recorded, done, found);
    }
    for (const auto& [code, precaution] : records_.precautions) {
        const bool recorded = std::ranges::count(child_.precautions, code, &ChildPrecaution::code) > 0;
        for (const Rule& rule : precaution.rules)
            if (!recorded && rule.under_months > 0) by_rule(code, rule, {}, done, found);
    }
    return found;
}

std::vector<std::string> ChildRead::excluded_by_page(const Done& done) const {
    /// "grade=NWB*|TTWB": one of them was answered, or nothing known was and one is marked.
    const auto answered = [](const ChildPrecaution& recorded, const std::string& condition) {
        const auto equals = condition.find('=');
        const auto given = recorded.parameters.find(condition.substr(0, equals));
        const std::string value = given == recorded.parameters.end() ? std::string() : given->second;
        std::stringstream options(condition.substr(equals + 1));
        bool careful = false;
        for (std::string option; std::getline(options, option, '|');) {
            const bool marked = option.ends_with('*');
            if (marked) option.pop_back();
            if (plain(option) == value) return true;
            careful = careful || marked;
        }
        return careful && value.empty();
    };
    std::vector<std::string> found;
    for (const ChildPrecaution& recorded : child_.precautions) {
        if (ended(recorded)) continue;
        for (const PageLine& line : page()) {
            if (line.code != recorded.code) continue;
            std::stringstream when(line.when), never(line.never);
            bool holds = true;
            for (std::string condition; when >> condition;)
                holds = holds && (condition[0] == '!' ? !done.needs.contains(condition.substr(1))
                                                      : answered(recorded, condition));
            for (std::string what; holds && never >> what;) {
                const std::string id = what.substr(1);
                const bool hit = what[0] == '@'   ? done.position == id
                                 : what[0] == '~' ? done.space == id
                                 : what[0] == '+' ? done.items.contains(id)
                                 : what[0] == '#' ? done.needs.contains(id)
                                 : what[0] == '^' ? done.skills.contains(id)
                                                  : done.attributes.contains(what);
                if (hit) found.push_back(recorded.code + " " + what);
            }
        }
    }
    return found;
}

}  // namespace pegboard::safe_plans
