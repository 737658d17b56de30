// Rules of the precaution table applied to one child and one activity. What is not known counts as
// the careful answer, and a limit that has run out still speaks. It never decides for the therapist:
// it finds, and says why.
#include "core/rules/precautions.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/library/content/check_activity.h"
#include "core/rules/age.h"
#include "core/rules/asking.h"
#include "core/rules/precaution_answers.h"
#include "core/rules/rungs.h"

namespace pegboard {
namespace {

using Texts = std::vector<std::string>;

bool holds(const Texts& list, std::string_view value) { return std::ranges::find(list, value) != list.end(); }

void add_once(Texts& list, const std::string& value) {
    if (!holds(list, value)) list.push_back(value);
}

std::string join(const Texts& texts, std::string_view between) {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? std::string() : std::string(between)) + text;
    return all;
}

/// A name without what follows it in brackets, since it is shown in brackets itself.
std::string bare(const std::string& name) { return name.substr(0, name.find(" (")); }

bool is_latex_free(const Item& item, const Inventory& inventory) { return inventory.latex_free.contains(item.id); }
bool is_substituted(const Item& item, const Inventory& inventory) { return inventory.substituted.contains(item.id); }

std::vector<const Item*> required_items(const Activity& activity, const Rung* rung, const Library& library) {
    std::vector<const Item*> items;
    for (const auto& used : activity.items)
        if (const Item* item = used.optional ? nullptr : library.item(used.item)) items.push_back(item);
    if (rung == nullptr) return items;
    for (const auto& id : rung->items)
        if (const Item* item = library.item(id); item && std::ranges::find(items, item) == items.end())
            items.push_back(item);
    return items;
}

Texts attributes_of(const Item& item, const Inventory& inventory) {
    if (is_substituted(item, inventory)) return item.substitute_attributes;
    Texts attributes = item.attributes;
    if (is_latex_free(item, inventory)) std::erase(attributes, "LTX");
    return attributes;
}

const Texts& allergens_of(const Item& item, const Inventory& inventory) {
    return is_substituted(item, inventory) ? item.substitute_allergens : item.allergens;
}

std::string name_of(const Item& item, const Inventory& inventory) {
    return is_substituted(item, inventory) ? item.substitute : bare(item.name);
}

/// An activity's own mark that items bring too comes from them: it goes when each of those is latex-free
/// or replaced.
bool resolved(const std::string& mark, const std::vector<const Item*>& items, Texts Item::* brought,
              const Inventory& inventory) {
    bool any = false;
    for (const Item* item : items) {
        if (!holds(item->*brought, mark)) continue;
        if (!is_substituted(*item, inventory) && !(mark == "LTX" && is_latex_free(*item, inventory))) return false;
        any = true;
    }
    return any;
}

/// What the rules look at, gathered once for all precautions.
struct Facts {
    const Activity& activity;
    const Library& library;
    const Inventory& inventory;
    std::vector<const Item*> items;
    std::string_view position, space;
    Texts attributes, skills, allergens, needs;
    int group_size = 1;
    int age = 0;  ///< months
};

Facts gather(const Activity& activity, const Rung* rung, const Library& library, const Inventory& inventory) {
    Facts facts{.activity = activity,
                .library = library,
                .inventory = inventory,
                .items = required_items(activity, rung, library),
                .position = rung == nullptr || rung->position.empty() ? activity.position : rung->position,
                .space = rung == nullptr || rung->space.empty() ? activity.space : rung->space,
                .attributes = rung == nullptr ? effective_attributes(activity, library, inventory)
                                              : effective_attributes(activity, *rung, library, inventory),
                .skills = activity.skills,
                .allergens = activity.allergens,
                .needs = rung != nullptr && rung->needs ? *rung->needs : activity.needs};
    content::complete_needs(facts.position, facts.needs);
    std::erase_if(facts.allergens,
                  [&](const auto& own) { return resolved(own, facts.items, &Item::allergens, inventory); });
    for (const Item* item : facts.items)
        for (const auto& allergen : allergens_of(*item, inventory)) add_once(facts.allergens, allergen);
    for (const auto& id : activity.skills)
        if (const Skill* skill = library.skill(id); skill && !skill->parent.empty())
            add_once(facts.skills, skill->parent);
    return facts;
}

bool conditions_hold(const PrecautionRule& rule, const PrecautionAnswers& answers, const Facts& facts) {
    if (!concerns_child(rule, answers, facts.age)) return false;
    if (rule.minutes_above > 0 && facts.activity.minutes <= rule.minutes_above) return false;
    if (std::ranges::any_of(facts.needs, [&](const auto& id) { return holds(rule.unless_needs, id); })) return false;
    if (!rule.allergen_overlap) return true;
    return std::ranges::any_of(answers.values("allergens"),
                               [&](const auto& one) { return holds(facts.allergens, one); });
}

/// Names what brings an attribute into the activity: its items, else the attribute itself.
void name_attribute(const std::string& code, const Facts& facts, Texts& causes) {
    bool from_item = false;
    for (const Item* item : facts.items)
        if (holds(attributes_of(*item, facts.inventory), code)) {
            add_once(causes, name_of(*item, facts.inventory));
            from_item = true;
        }
    if (!from_item) add_once(causes, bare(facts.library.name_of(code)));
}

void match_attributes(const Texts& wanted, const Facts& facts, Texts& causes) {
    for (const auto& code : facts.attributes)
        if (holds(wanted, code)) name_attribute(code, facts, causes);
}

/// "uses both hands together".
std::string need_words(const std::string& id, const Library& library) {
    const auto& known = library.needs();
    const auto found = std::ranges::find(known, id, &Named::id);
    std::string words = found == known.end() ? id : found->name;
    if (!words.empty() && words.front() >= 'A' && words.front() <= 'Z')
        words.front() = static_cast<char>(words.front() - 'A' + 'a');
    return words;
}

void match_position(const Texts& wanted, const Facts& facts, Texts& causes) {
    if (holds(wanted, facts.position)) add_once(causes, bare(facts.library.name_of(facts.position)));
}

/// What in the activity a rule speaks against, in words; empty when nothing.
Texts causes_of(const PrecautionRule& rule, const PrecautionAnswers& answers, const Facts& facts) {
    Texts causes;
    if (!conditions_hold(rule, answers, facts)) return causes;
    match_attributes(rule.attributes, facts, causes);
    match_position(rule.positions, facts, causes);
    if (!rule.excluded_by_parameter.empty()) {
        const Texts ruled_out = answers.values(rule.excluded_by_parameter);
        match_attributes(ruled_out, facts, causes);
        match_position(ruled_out, facts, causes);
    }
    // A stand-in does what the item does: sofa cushions in place of a trampoline are jumped on too.
    for (const Item* item : facts.items)
        if (holds(rule.items, item->id)) add_once(causes, name_of(*item, facts.inventory));
    for (const auto& id : facts.skills)
        if (holds(rule.skills, id)) add_once(causes, bare(facts.library.name_of(id)));
    if (holds(rule.spaces, facts.space)) add_once(causes, bare(facts.library.name_of(facts.space)));
    for (const auto& id : facts.needs)
        if (holds(rule.needs, id)) add_once(causes, need_words(id, facts.library));
    if (holds(rule.supervision, facts.activity.supervision))
        add_once(causes, bare(facts.library.name_of(facts.activity.supervision)));
    if (rule.group_above > 0 && facts.group_size > rule.group_above)
        add_once(causes, std::to_string(facts.group_size) + " children");
    return causes;
}

/// What one precaution has to say: reasons to exclude and reasons to flag.
struct Reasons {
    Texts exclude, flag;

    void add(const PrecautionRule& rule, const Texts& causes, std::optional<Date> ended) {
        if (causes.empty()) return;
        std::string reason = rule.reason + " (" + join(causes, ", ") + ")";
        const bool excludes = rule.verdict == Verdict::exclude && !ended;
        if (rule.verdict == Verdict::exclude && ended)
            reason += "; this limit ended on " + say(*ended) + ", check the order";
        add_once(excludes ? exclude : flag, reason);
    }
    void add_finding(const Precaution& precaution, std::vector<Finding>& findings) const {
        if (exclude.empty() && flag.empty()) return;
        const Verdict verdict = exclude.empty() ? Verdict::flag : Verdict::exclude;
        findings.push_back({verdict, precaution.code, precaution.short_label,
                            join(exclude.empty() ? flag : exclude, "; "), precaution.line});
    }
};

void check_recorded(const ChildPrecaution& recorded, const Facts& facts, Date today, std::vector<Finding>& findings) {
    const Precaution* precaution = facts.library.precaution(recorded.code);
    if (!precaution) {
        findings.push_back({Verdict::flag, recorded.code, recorded.code,
                            "this precaution is not in the library, so nothing was checked",
                            "Check this activity against the child's orders by hand."});
        return;
    }
    const PrecautionAnswers answers(*precaution, recorded);
    Reasons reasons;
    for (const auto& rule : precaution->rules) reasons.add(rule, causes_of(rule, answers, facts), answers.ended(today));
    reasons.add_finding(*precaution, findings);
}

/// What a diagnosis makes worth asking and nobody has answered counts as the careful answer: silence is no clearance.
void check_unanswered(const ProposedPrecaution& open, const Facts& facts, std::vector<Finding>& findings) {
    const ChildPrecaution careful = accepted(open);
    std::vector<Finding> found;
    check_recorded(careful, facts, {}, found);
    for (Finding& finding : found) {
        finding.label += " not asked";
        const Diagnosis& from = *open.diagnosis;
        finding.reason += "; not asked yet, and " + (from.name.empty() ? from.icd10 : from.name) + " is on record";
        findings.push_back(std::move(finding));
    }
}

/// Rules for children under an age protect them whether or not anyone has recorded the precaution.
void check_by_age(const Child& child, const Facts& facts, std::vector<Finding>& findings) {
    for (const auto& precaution : facts.library.precautions()) {
        if (is_recorded(child, precaution)) continue;
        Reasons reasons;
        for (const auto& written : precaution.rules) {
            if (written.under_months == 0) continue;
            PrecautionRule rule = written;
            rule.when.clear();  // the age itself is the answer
            const ChildPrecaution nothing_recorded;
            reasons.add(rule, causes_of(rule, PrecautionAnswers(precaution, nothing_recorded), facts), std::nullopt);
        }
        reasons.add_finding(precaution, findings);
    }
}

/// What takes two hands, where one of them only helps, or where nobody has asked although a diagnosis is of one side.
void check_hands(const Child& child, const Facts& facts, std::vector<Finding>& findings) {
    const Diagnosis* one_sided = asks_for_hands(child);
    if ((child.hands != Hands::helper && one_sided == nullptr) || !holds(facts.needs, "two_hands")) return;
    Finding found{
        Verdict::flag,
        "hands",
        one_sided ? "Hands not asked" : "Helper hand",
        {},
        "Let the helper hand hold and steady, with the child's consent to any help; nothing heavy, hot or above "
        "the head rests on it."};
    found.reason = "takes two hands";
    if (one_sided)
        found.reason += "; how they work was not asked yet, and " +
                        (one_sided->name.empty() ? one_sided->icd10 : one_sided->name) + " is on record";
    else
        found.reason += ", and one of them only helps";
    findings.push_back(std::move(found));
}

/// Attributes of the activity and of what it needs, in no order.
Texts present_attributes(const Activity& activity, const Library& library, const Inventory& inventory) {
    const auto items = required_items(activity, nullptr, library);
    Texts present = activity.attributes;
    std::erase_if(present, [&](const auto& own) { return resolved(own, items, &Item::attributes, inventory); });
    for (const Item* item : items)
        for (const auto& code : attributes_of(*item, inventory)) add_once(present, code);
    return present;
}

Texts in_order(const Texts& present, const Library& library) {
    Texts ordered;
    for (const auto& known : library.attributes())
        if (holds(present, known.id)) ordered.push_back(known.id);
    return ordered;
}

}  // namespace

std::vector<std::string> effective_attributes(const Activity& activity, const Library& library,
                                              const Inventory& inventory) {
    return in_order(present_attributes(activity, library, inventory), library);
}

std::vector<std::string> effective_attributes(const Activity& activity, const Rung& rung, const Library& library,
                                              const Inventory& inventory) {
    Texts present = present_attributes(activity, library, inventory);
    std::erase_if(present, [&](const auto& code) { return holds(rung.drops, code); });
    for (const auto& code : rung.adds) add_once(present, code);
    for (const auto& code : content::attributes_of_position(rung.position)) add_once(present, code);
    for (const auto& id : rung.items)
        if (const Item* item = library.item(id))
            for (const auto& code : attributes_of(*item, inventory)) add_once(present, code);
    return in_order(present, library);
}

std::vector<Finding> check_precautions(const Child& child, const Activity& activity, const Library& library,
                                       const Inventory& inventory, Date today, int group_size) {
    return check_precautions(child, activity, 0, library, inventory, today, group_size);
}

std::vector<Finding> check_precautions(const Child& child, const Activity& activity, int rung, const Library& library,
                                       const Inventory& inventory, Date today, int group_size) {
    Facts facts = gather(activity, rung_of(activity, rung), library, inventory);
    facts.group_size = group_size;
    facts.age = rule_age_months(child, today);
    std::vector<Finding> findings;
    for (const auto& recorded : child.precautions) check_recorded(recorded, facts, today, findings);
    for (const auto& open : proposed_precautions(child, library)) check_unanswered(open, facts, findings);
    check_by_age(child, facts, findings);
    check_hands(child, facts, findings);
    std::vector<Finding> ordered;
    for (const auto wanted : {Verdict::exclude, Verdict::flag})
        for (auto& finding : findings)
            if (finding.verdict == wanted) ordered.push_back(std::move(finding));
    return ordered;
}

Verdict verdict(const std::vector<Finding>& findings) {
    Verdict strongest = Verdict::fine;
    for (const auto& finding : findings) strongest = std::max(strongest, finding.verdict);
    return strongest;
}

}  // namespace pegboard
