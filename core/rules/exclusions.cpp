// What a child's precautions exclude and limit today, boiled down for the planner.
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

void add_exclusion(const Precaution& precaution, const PrecautionRule& rule, const PrecautionAnswers& answers, int age,
                   std::vector<Exclusion>& found) {
    if (rule.verdict != Verdict::exclude || !concerns_child(rule, answers, age)) return;
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
                  rule.allergen_overlap};
    if (rule.allergen_overlap) one.allergens = answers.values("allergens");
    if (!rule.excluded_by_parameter.empty())
        for (const auto& code : answers.values(rule.excluded_by_parameter)) {
            one.attributes.push_back(code);
            one.positions.push_back(code);
        }
    found.push_back(std::move(one));
}

}  // namespace

std::vector<Exclusion> exclusions(const Child& child, const Library& library, Date today) {
    const int age = rule_age_months(child, today);
    std::vector<Exclusion> found;
    for (const auto& recorded : minded(child, library)) {
        const Precaution* precaution = library.precaution(recorded.code);
        if (precaution == nullptr) continue;
        const PrecautionAnswers answers(*precaution, recorded);
        if (answers.ended(today)) continue;
        for (const auto& rule : precaution->rules) add_exclusion(*precaution, rule, answers, age, found);
    }
    const ChildPrecaution nothing_recorded;
    for (const auto& precaution : library.precautions()) {
        if (is_recorded(child, precaution)) continue;
        for (auto rule : precaution.rules) {
            if (rule.under_months == 0) continue;
            rule.when.clear();  // the age itself is the answer
            add_exclusion(precaution, rule, PrecautionAnswers(precaution, nothing_recorded), age, found);
        }
    }
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
