// Checks a finished plan against the hard rules of planner.md, read anew from the facts and the library. It shares no
// code with the planner's own rules.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "core/planning/plan.h"
#include "core/rules/precautions.h"

namespace pegboard::planning_test {

/// A sentence for every hard rule that the plan breaks; pinned blocks are the therapist's and are not judged.
std::vector<std::string> broken_rules(const planning::Facts& facts, const planning::Plan& plan, const Library& library);

/// No rule that asks for care is among what a finding says: it is something to look at alone.
inline bool only_reminds(const Finding& found, const Library& library) {
    const Precaution* of = library.precaution(found.code);
    if (found.verdict == Verdict::exclude || of == nullptr) return false;
    return std::ranges::none_of(of->rules, [&](const PrecautionRule& rule) {
        return !rule.reminder && found.reason.find(rule.reason) != std::string::npos;
    });
}

}  // namespace pegboard::planning_test
