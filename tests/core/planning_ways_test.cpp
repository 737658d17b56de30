// The planner's quick reading of an activity's ways (bits) against the one in words (core/rules): the same rungs are
// offered, the same activities excluded and flagged, for children with every precaution, level and device.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/planning/input/ways.h"
#include "core/planning/rules.h"
#include "core/rules/moving.h"
#include "core/rules/rungs.h"
#include "tests/core/planning_fixture.h"
#include "tests/core/safe_plans_random.h"

namespace pegboard::planning_test {
namespace {
namespace ways {

using namespace planning;

bool at_hand(const Situation& situation, const std::string& id, int quantity, bool* replaced = nullptr) {
    return situation.at_hand({situation.index.items.of(id), std::max(1, quantity)}, replaced);
}

/// What stands in for what is not here, of the activity and of its rungs.
Inventory stand_ins_of(const Situation& situation, const Activity& activity) {
    Inventory inventory = situation.facts.place.inventory;
    const auto note = [&](const std::string& id, int quantity) {
        bool replaced = false;
        if (at_hand(situation, id, quantity, &replaced) && replaced) inventory.substituted.insert(id);
    };
    for (const auto& used : activity.items)
        if (!used.optional) note(used.item, used.quantity);
    for (const auto* rungs : {&activity.easier, &activity.harder})
        for (const Rung& rung : *rungs)
            for (const auto& id : rung.items) note(id, 1);
    return inventory;
}

std::vector<int> in_words(const Situation& situation, const ChildState& child, const Activity& activity) {
    const Library& all = library();
    const Inventory inventory = stand_ins_of(situation, activity);
    std::vector<const Child*> everyone;
    for (const ChildState& each : situation.children) everyone.push_back(each.facts->child);
    std::vector<int> fit;
    for (const bool easier : {true, false})
        for (const int rung : offered_rungs(*child.facts->child, activity, easier, all, inventory,
                                            situation.facts.session.date, situation.group_size(), everyone)) {
            const Asked asked = asked_of(activity, rung, all, inventory);
            const int space = situation.index.spaces.of(asked.space);
            const bool here = space >= 0 && (situation.spaces >> space & 1U) != 0 &&
                              std::ranges::all_of(asked.items, [&](const ActivityItem& used) {
                                  return used.optional || at_hand(situation, used.item, used.quantity);
                              });
            if (here) fit.push_back(rung);
        }
    return fit;
}

/// Every activity for every child of one session; how many rungs the words offer.
std::size_t compare(const Situation& situation) {
    std::size_t offered = 0;
    for (const ActivityBits& bits : situation.index.activities)
        for (const ChildState& child : situation.children) {
            const auto wanted = in_words(situation, child, *bits.activity);
            EXPECT_EQ(rungs_that_fit(situation, child, bits), wanted) << bits.activity->id;
            offered += wanted.size();
            const auto said = verdict(check_precautions(*child.facts->child, *bits.activity, library(),
                                                        inventory_for(situation, bits), situation.facts.session.date,
                                                        situation.group_size()));
            EXPECT_EQ(is_excluded(child, as_written(situation, bits), situation.group_size()), said == Verdict::exclude)
                << bits.activity->id;
        }
    return offered;
}

TEST(PlanningWays, BitsAndWordsOfferTheSameRungs) {
    safe_plans::AnyChild sessions(library(), 77);
    constexpr int most = 60;
    std::size_t offered = 0, possible = 0;
    for (int i = 0; i < most && !testing::Test::HasFailure(); ++i) {
        const Facts facts = sessions.next();
        const Situation situation(facts, index());
        offered += compare(situation);
        for (const ActivityBits& bits : situation.index.activities)
            possible += situation.children.size() * (bits.activity->easier.size() + bits.activity->harder.size());
    }
    // Neither everything nor nothing was offered, so that the comparison says something.
    EXPECT_GT(offered, possible / 20);
    EXPECT_LT(offered, possible * 9 / 10);
}

}  // namespace ways
}  // namespace
}  // namespace pegboard::planning_test
