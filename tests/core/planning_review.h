// What the tests of a careful reader's findings share: children with one thing about them, sessions of both
// disciplines.
#pragma once
#include <algorithm>

#include "core/planning/build.h"
#include "core/planning/input/gather.h"
#include "core/planning/weights.h"
#include "core/rules/rungs.h"
#include "tests/core/planning_fixture.h"

namespace pegboard::planning_test {

using namespace planning;

inline Child of_age(int months) {
    Child made = child("Ada", 0);
    made.date_of_birth = add_months(today, -months) - 3;
    return made;
}

inline Child with(Child made, const std::string& code, std::map<std::string, std::string> answers = {}) {
    made.precautions.push_back({{}, code, std::move(answers), {}});
    return made;
}

inline Child on_a_walker(int months) {
    Child made = of_age(months);
    made.moves_by = MovesBy::walks_with_device;
    made.gmfcs = 3;
    made.devices = {{{}, DeviceKind::walker, Side::none, {}}};
    return made;
}

/// A session of both disciplines, so that every goal is weighed.
inline Facts both(const Child& who, const std::vector<std::string>& skills, int minutes) {
    std::vector<GoalFacts> goals;
    for (const auto& skill : skills) goals.push_back(goal(skill, static_cast<std::int64_t>(goals.size()) + 1));
    Facts made = facts(who, std::move(goals), minutes);
    made.session.lead = Lead::both;
    made.session.adults = 2;
    return made;
}

/// The facts only point at the child.
Facts both(const Child&&, const std::vector<std::string>&, int) = delete;

inline int best_fit(const PlanBlock& block) {
    int best = 0;
    for (const ServedGoal& each : block.goals) best = std::max(best, each.fit_tenths);
    return best;
}

inline bool any_reason(const Plan& plan, const std::string& words) {
    return std::ranges::any_of(plan.blocks, [&](const PlanBlock& block) {
        return std::ranges::any_of(block.reasons,
                                   [&](const auto& each) { return each.find(words) != std::string::npos; });
    });
}

inline const std::vector<std::string> many_goals{"vm.eyehand",   "fm.cut3_forward", "gm.ball4_catch_chest", "se.core",
                                                 "ms.stairs_up", "fm.snap_buckle",  "gm.jump_forward",      "sp.calm"};

}  // namespace pegboard::planning_test
