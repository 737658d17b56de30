#include "core/rules/by_hand.h"

#include <algorithm>
#include <string>

#include "core/rules/age.h"
#include "core/rules/moving.h"
#include "core/rules/rungs.h"

namespace pegboard {
namespace {

std::optional<Finding> unmet(const Child& child, const Activity& activity, const Library& library, Date today) {
    const auto needs = asked_of(activity, 0, library).needs;
    const std::string need(unmet_need(child, needs, today));
    if (need.empty()) return std::nullopt;
    std::string reason = "needs " + std::string(say_need(need));
    if (const std::string known = say_moving(child); !known.empty()) reason += "; recorded here: " + known;
    return Finding{Verdict::exclude, need, need == "two_hands" || need == "hand_use" ? "Hands" : "Moving and devices",
                   std::move(reason), "Say how it is done instead, and who helps."};
}

std::optional<Finding> too_early(const Child& child, const Activity& activity, const Library& library, Date today) {
    if (!is_too_early(child, activity, library, today)) return std::nullopt;
    return Finding{Verdict::exclude, "age", "Too early",
                   "is for " + say_age_long(activity.age_min_months) + " and up, well above " +
                       say_age_long(rule_age_months(child, today)),
                   "Say what shows that this child is ready, and how it is made safe."};
}

}  // namespace

bool is_underway(const Child& child, const Skill& skill, const Library& library) {
    return std::ranges::any_of(child.present_steps, [&](const PresentStep& present) {
        if (present.skill == skill.id)
            return skill.kind == "sequence" || present.step == "emerging" || present.step == "does_it";
        if (skill.parent.empty() || present.skill != skill.parent) return false;
        const Skill* now = library.skill(present.step);
        return now != nullptr && now->parent == skill.parent && skill.step_no <= now->step_no;
    });
}

bool is_too_early(const Child& child, const Activity& activity, const Library& library, Date today) {
    const int age = rule_age_months(child, today);
    if (activity.age_min_months <= age + months_ahead(age)) return false;
    if (activity.age_min_months > age + months_ahead_underway(age)) return true;
    const Skill* main = activity.skills.empty() ? nullptr : library.skill(activity.skills.front());
    return main == nullptr || !is_underway(child, *main, library);
}

std::vector<Finding> speaks_against(const Child& child, const Activity& activity, const Library& library,
                                    const Inventory& inventory, Date today, int group_size) {
    std::vector<Finding> found = check_precautions(child, activity, library, inventory, today, group_size);
    const auto flags = std::ranges::find(found, Verdict::flag, &Finding::verdict) - found.begin();
    auto place = found.begin() + flags;
    for (auto more : {unmet(child, activity, library, today), too_early(child, activity, library, today)})
        if (more) place = found.insert(place, std::move(*more)) + 1;
    return found;
}

std::optional<Finding> lacks_hands(const Activity& activity, int adults, int group_size) {
    if (group_size > activity.group_max && activity.stations_group_max > 0 && adults < adults_at_stations(activity))
        return Finding{Verdict::exclude, "stations", "Adults",
                       "needs " + std::to_string(adults_at_stations(activity)) + " adults for so many children; here " +
                           std::to_string(adults) + " for " + std::to_string(group_size),
                       "Say who else helps."};
    if (activity.supervision != "hands_on" || adults >= group_size) return std::nullopt;
    return Finding{
        Verdict::exclude, "hands_on", "Adults",
        "needs an adult's hands for each child; here " + std::to_string(adults) + " for " + std::to_string(group_size),
        "Say who else helps."};
}

}  // namespace pegboard
