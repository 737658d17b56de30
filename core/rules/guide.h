// The guide for a family at the door: OT, PT or both? What the answers so far say, by the rule of the screening. It
// starts a talk: it is no test and names no condition. Pure; it keeps nothing.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/library/library.h"
#include "core/model/child.h"

namespace pegboard {

enum class GuideAnswer { not_at_all, sometimes, often, not_sure };

/// What a family said so far.
struct GuideAnswers {
    int age_months = 0;  ///< corrected where the child was born early: rule_age_months
    std::map<std::string, GuideAnswer, std::less<>> concerns;  ///< by id; who is not there was not answered
    std::set<std::string, std::less<>> marked;                 ///< ids of red flags
    std::set<std::string, std::less<>> none_of;                ///< tiers of which "None of these" was pressed
    bool operator==(const GuideAnswers&) const = default;
};

/// What they say.
struct GuideResult {
    std::string id;                      ///< OT, PT, BOTH, WATCH, NONE or UNSURE, among the screening's results
    std::string tier;                    ///< the most urgent red flag, "911", "today" or "week"; empty: none
    std::vector<const RedFlag*> marked;  ///< as the content orders them
    std::vector<const Concern*> why_ot, why_pt, why_both;  ///< answered sometimes or often, in content order
    std::vector<const Concern*> soon;                      ///< for the doctor this week at this age
    std::vector<std::string> focus;                        ///< at most three areas to look at first
    int shown = 0, answered = 0;                           ///< concerns of this age, and how many have an answer
    /// A sign for the emergency number or for the doctor today hides all advice about therapy.
    [[nodiscard]] bool therapy_waits() const { return tier == "911" || tier == "today"; }
};

/// Concerns that are asked at this age, in content order.
std::vector<const Concern*> concerns_at(int age_months, const Library& library);
/// One "often" is enough for an evaluation, or three "sometimes"; of those that point to both, two. Answers to concerns
/// that are not asked at this age do not count. Source: content part 5.3, with its corrections.
GuideResult guide_result(const GuideAnswers& answers, const Library& library);
/// Every tier of red flags was answered: something of it marked, or "None of these" pressed.
bool health_answered(const GuideAnswers& answers, const Library& library);
/// Up to `most` activities for a family at home: made for the age, of the areas to look at first, and without any mark
/// that a precaution could speak of, since of a child at the door none was asked about. With a child of the caseload
/// none that its precautions speak of, or that asks for what it does not do.
std::vector<const Activity*> guide_ideas(const GuideAnswers& answers, const GuideResult& result, const Library& library,
                                         std::size_t most, const Child* child = nullptr, Date today = {});

}  // namespace pegboard
