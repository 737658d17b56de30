#include "core/planning/flagged.h"

#include "core/rules/age.h"
#include "core/rules/asking.h"
#include "core/rules/precaution_answers.h"

namespace pegboard::planning {
namespace {

void add(const Precaution& precaution, const PrecautionRule& rule, const PrecautionAnswers& answers, bool ended,
         std::vector<Flagging>& found) {
    if (rule.verdict != Verdict::flag && !ended) return;  // a limit that ended flags what it excluded
    Flagging one;
    one.minutes_above = rule.minutes_above;
    Exclusion& matches = one.matches;
    matches.code = precaution.code;
    matches.label = precaution.short_label;
    matches.reason = rule.reason;
    matches.attributes = rule.attributes;
    matches.positions = rule.positions;
    matches.items = rule.items;
    matches.skills = rule.skills;
    matches.spaces = rule.spaces;
    matches.needs = rule.needs;
    matches.unless_needs = rule.unless_needs;
    matches.group_above = rule.group_above;
    matches.allergen_overlap = rule.allergen_overlap;
    if (rule.allergen_overlap) matches.allergens = answers.values("allergens");
    if (!rule.excluded_by_parameter.empty())
        for (const auto& code : answers.values(rule.excluded_by_parameter)) {
            matches.attributes.push_back(code);
            matches.positions.push_back(code);
        }
    found.push_back(std::move(one));
}

void add_recorded(const ChildPrecaution& recorded, int age, const Library& library, Date today,
                  std::vector<Flagging>& found) {
    const Precaution* precaution = library.precaution(recorded.code);
    if (precaution == nullptr) return;
    const PrecautionAnswers answers(*precaution, recorded);
    for (const auto& rule : precaution->rules)
        if (concerns_child(rule, answers, age))
            add(*precaution, rule, answers, answers.ended(today).has_value(), found);
}

}  // namespace

std::vector<Flagging> flaggings(const Child& child, const Library& library, Date today) {
    const int age = rule_age_months(child, today);
    std::vector<Flagging> found;
    for (const auto& recorded : child.precautions) add_recorded(recorded, age, library, today, found);
    for (const auto& open : proposed_precautions(child, library))
        add_recorded(accepted(open), age, library, today, found);
    const ChildPrecaution nothing_recorded;
    for (const auto& precaution : library.precautions()) {
        if (is_recorded(child, precaution)) continue;
        for (auto rule : precaution.rules) {
            if (rule.under_months == 0) continue;
            rule.when.clear();  // the age itself is the answer
            const PrecautionAnswers answers(precaution, nothing_recorded);
            if (concerns_child(rule, answers, age)) add(precaution, rule, answers, false, found);
        }
    }
    return found;
}

}  // namespace pegboard::planning
