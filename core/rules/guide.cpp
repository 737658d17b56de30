#include "core/rules/guide.h"

#include <algorithm>
#include <array>

#include "core/rules/moving.h"
#include "core/rules/precautions.h"

namespace pegboard {
namespace {

constexpr std::array<std::string_view, 3> tiers{"911", "today", "week"};  // the most urgent first

std::optional<GuideAnswer> answer_to(const GuideAnswers& answers, const Concern& concern) {
    const auto found = answers.concerns.find(concern.id);
    return found == answers.concerns.end() ? std::nullopt : std::optional(found->second);
}

bool is_yes(std::optional<GuideAnswer> answer) {
    return answer == GuideAnswer::sometimes || answer == GuideAnswer::often;
}

/// A head or body that leans to one side in the first months does best when seen early: any yes counts as often.
bool is_soon(const Concern& concern, std::optional<GuideAnswer> answer, int age_months) {
    return is_yes(answer) && age_months < concern.week_under_months;
}

struct Tally {
    int often = 0, sometimes = 0;
    [[nodiscard]] bool reaches(int enough) const { return often > 0 || sometimes >= enough; }
};

/// Areas by their summed answers, the highest first; equal ones in the library's order.
std::vector<std::string> top_focus(const std::map<std::string, int, std::less<>>& sums, const Library& library) {
    constexpr std::size_t most = 3;
    std::vector<std::string> areas;
    for (const Focus& each : library.focus_areas())
        if (sums.contains(each.id)) areas.push_back(each.id);
    std::ranges::stable_sort(areas, std::ranges::greater{}, [&](const auto& id) { return sums.find(id)->second; });
    if (areas.size() > most) areas.resize(most);
    return areas;
}

void read_red_flags(const GuideAnswers& answers, const Library& library, GuideResult& result) {
    for (const RedFlag& flag : library.red_flags())
        if (answers.marked.contains(flag.id)) result.marked.push_back(&flag);
    for (const std::string_view tier : tiers)
        if (result.tier.empty() && std::ranges::count(result.marked, tier, &RedFlag::tier) > 0) result.tier = tier;
    if (result.tier.empty() && !result.soon.empty()) result.tier = "week";
}

std::string decide(const Tally& ot, const Tally& pt, const Tally& both, int shown, int blank) {
    const bool needs_ot = ot.reaches(3), needs_pt = pt.reaches(3);
    if ((needs_ot && needs_pt) || both.reaches(2)) return "BOTH";
    if (needs_ot) return "OT";
    if (needs_pt) return "PT";
    if (ot.sometimes + pt.sometimes + both.sometimes > 0) return "WATCH";
    return 2 * blank > shown ? "UNSURE" : "NONE";
}

}  // namespace

std::vector<const Concern*> concerns_at(int age_months, const Library& library) {
    std::vector<const Concern*> shown;
    for (const Concern& each : library.concerns())
        if (each.from_months <= age_months) shown.push_back(&each);
    return shown;
}

GuideResult guide_result(const GuideAnswers& answers, const Library& library) {
    GuideResult result;
    std::map<std::string, Tally, std::less<>> tallies;
    std::map<std::string, int, std::less<>> sums;
    int blank = 0;
    for (const Concern* each : concerns_at(answers.age_months, library)) {
        ++result.shown;
        const auto answer = answer_to(answers, *each);
        if (answer) ++result.answered;
        if (!answer || answer == GuideAnswer::not_sure) ++blank;
        if (!is_yes(answer)) continue;
        const bool soon = is_soon(*each, answer, answers.age_months);
        const bool often = soon || answer == GuideAnswer::often;
        if (soon) result.soon.push_back(each);
        ++(often ? tallies[each->route].often : tallies[each->route].sometimes);
        (each->route == "OT" ? result.why_ot : each->route == "PT" ? result.why_pt : result.why_both).push_back(each);
        for (const auto& area : each->focus) sums[area] += often ? 2 : 1;
    }
    result.id = decide(tallies["OT"], tallies["PT"], tallies["BOTH"], result.shown, blank);
    result.focus = top_focus(sums, library);
    read_red_flags(answers, library, result);
    return result;
}

bool health_answered(const GuideAnswers& answers, const Library& library) {
    return std::ranges::all_of(tiers, [&](std::string_view tier) {
        return answers.none_of.contains(tier) || std::ranges::any_of(library.red_flags(), [&](const RedFlag& flag) {
                   return flag.tier == tier && answers.marked.contains(flag.id);
               });
    });
}

std::vector<const Activity*> guide_ideas(const GuideAnswers& answers, const GuideResult& result, const Library& library,
                                         std::size_t most, const Child* child, Date today) {
    std::vector<const Activity*> ideas;
    if (result.therapy_waits()) return ideas;
    const auto in_area = [&](const Activity& one, const std::string& area) {
        const Skill* main = one.skills.empty() ? nullptr : library.skill(one.skills.front());
        return main != nullptr && main->focus == area;
    };
    const auto suits = [&](const Activity& one) {
        return one.home_ok && one.age_min_months <= answers.age_months && answers.age_months <= one.age_max_months &&
               one.effective_attributes.empty() && one.allergens.empty() && one.contraindications.empty() &&
               std::ranges::none_of(one.needs, [](const auto& need) { return need != "hand_use"; }) &&
               (child == nullptr || (check_precautions(*child, one, library, {}, today, 1).empty() &&
                                     unmet_need(*child, one.needs, today).empty()));
    };
    for (const auto& area : result.focus)
        for (const Activity& one : library.activities())
            if (ideas.size() < most && suits(one) && in_area(one, area)) ideas.push_back(&one);
    return ideas;
}

}  // namespace pegboard
