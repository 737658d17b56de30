#include "core/rules/care_lines.h"

#include <algorithm>

#include "core/rules/asking.h"
#include "core/rules/contradictions.h"
#include "core/rules/precaution_answers.h"

namespace pegboard {

std::vector<CareFact> precaution_facts(const Child& child, const Library& library, Date today) {
    std::vector<CareFact> facts;
    if (std::string open = say_not_asked(child, library); !open.empty())
        facts.push_back({CareKind::not_asked, std::move(open), {}, nullptr});
    for (const Contradiction& each : contradictions(child, library, today))
        facts.push_back({CareKind::conflict, each.words, {}, nullptr});
    for (const ChildPrecaution& each : child.precautions) {
        const Precaution* known = library.precaution(each.code);
        // What this version does not know counts as a danger.
        const bool danger = known == nullptr || known->severity == "danger";
        facts.push_back({danger ? CareKind::danger : CareKind::precaution, say_precaution(each, library, today),
                         known != nullptr ? known->line : std::string(), &each});
    }
    std::ranges::stable_sort(facts, {}, &CareFact::kind);
    return facts;
}

std::vector<CareFact> care_facts(const Child& child, const Library& library, Date today) {
    std::vector<CareFact> facts = precaution_facts(child, library, today);
    for (const std::string& own : child.take_care)
        if (!own.empty()) facts.push_back({CareKind::own, own, {}, nullptr});
    return facts;
}

}  // namespace pegboard
