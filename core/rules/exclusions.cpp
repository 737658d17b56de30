// What a child's precautions exclude, flag and limit today, boiled down for the planner.
#include <algorithm>

#include "core/rules/age.h"
#include "core/rules/asking.h"
#include "core/rules/precaution_answers.h"
#include "core/rules/precautions.h"

namespace pegboard {
namespace {

/// What is recorded, and what the diagnoses propose and nobody has answered, as carefully as it can be meant.
std::vector<ChildPrecaution> minded(const Child& child, const Library& library) {
    std::vector<ChildPrecaution> all = child.precautions;
    for (const auto& open : proposed_precautions(child, library)) all.push_back(accepted(open));
    return all;
}

/// Which activities a rule speaks of.
Exclusion matches_of(const Precaution& precaution, const PrecautionRule& rule, const PrecautionAnswers& answers) {
    Exclusion one{precaution.code,
                  precaution.short_label,
                  rule.reason,
                  rule.attributes,
                  rule.positions,
                  rule.items,
                  rule.skills,
                  rule.spaces,
                  rule.needs,
                  rule.unless_needs,
                  {},
                  rule.group_above,
                  rule.allergen_overlap,
                  std::ranges::find(rule.supervision, "hands_on") != rule.supervision.end(),
                  rule.reminder};
    if (rule.allergen_overlap) one.allergens = answers.values("allergens");
    if (!rule.excluded_by_parameter.empty())
        for (const auto& code : answers.values(rule.excluded_by_parameter)) {
            one.attributes.push_back(code);
            one.positions.push_back(code);
        }
    return one;
}

/// Calls `each` with every rule that concerns the child today, and whether the precaution has ended.
template <class Each>
void for_rules_of(const Child& child, const Library& library, Date today, const Each& each) {
    const int age = rule_age_months(child, today);
    for (const auto& recorded : minded(child, library)) {
        const Precaution* precaution = library.precaution(recorded.code);
        if (precaution == nullptr) continue;
        const PrecautionAnswers answers(*precaution, recorded);
        for (const auto& rule : precaution->rules)
            if (concerns_child(rule, answers, age)) each(*precaution, rule, answers, answers.ended(today).has_value());
    }
    const ChildPrecaution nothing_recorded;
    for (const auto& precaution : library.precautions()) {
        if (is_recorded(child, precaution)) continue;
        for (const auto& written : precaution.rules) {
            if (written.under_months == 0) continue;
            PrecautionRule rule = written;
            rule.when.clear();  // the age itself is the answer
            const PrecautionAnswers answers(precaution, nothing_recorded);
            if (concerns_child(rule, answers, age)) each(precaution, rule, answers, false);
        }
    }
}

}  // namespace

std::vector<Exclusion> exclusions(const Child& child, const Library& library, Date today) {
    std::vector<Exclusion> found;
    for_rules_of(child, library, today, [&](const auto& precaution, const auto& rule, const auto& answers, bool ended) {
        if (rule.verdict == Verdict::exclude && !ended) found.push_back(matches_of(precaution, rule, answers));
    });
    return found;
}

std::vector<Flagging> flaggings(const Child& child, const Library& library, Date today) {
    std::vector<Flagging> found;
    for_rules_of(child, library, today, [&](const auto& precaution, const auto& rule, const auto& answers, bool ended) {
        // A limit that ended flags what it excluded.
        if (rule.verdict == Verdict::flag || ended)
            found.push_back({matches_of(precaution, rule, answers), rule.minutes_above});
    });
    return found;
}

std::vector<BlockLimit> block_limits(const Child& child, const Library& library, Date today) {
    const int age = rule_age_months(child, today);
    std::vector<BlockLimit> found;
    for (const auto& recorded : minded(child, library)) {
        const Precaution* precaution = library.precaution(recorded.code);
        if (precaution == nullptr) continue;
        const PrecautionAnswers answers(*precaution, recorded);
        for (const auto& rule : precaution->rules)
            if (rule.minutes_above > 0 && concerns_child(rule, answers, age))
                found.push_back({rule.positions, rule.minutes_above});
    }
    return found;
}

}  // namespace pegboard
