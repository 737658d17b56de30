// What a therapist is asked a reason for: every rule that protects a child, and none about place or things.
#include "core/rules/by_hand.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/model/session.h"
#include "tests/core/library_at_hand.h"

namespace pegboard {
namespace {

const Date today = *make_date(2026, 9, 29);

Child aged(int months) {
    Child child;
    child.first_name = "Robin";
    child.date_of_birth = add_months(today, -months);
    return child;
}

std::vector<Finding> against(const Child& child, const char* activity) {
    return speaks_against(child, *library().activity(activity), library(), {}, today, 1);
}

TEST(ByHand, AWalkersLaneAsksForAReasonWithoutAWalker) {
    Child child = aged(60);
    child.moves_by = MovesBy::wheels;
    child.devices = {{{}, DeviceKind::wheelchair, Side::none, {}}};
    const auto found = against(child, "MS19");
    ASSERT_EQ(verdict(found), Verdict::exclude);
    EXPECT_EQ(found.front().label, "Moving and devices");
    EXPECT_TRUE(found.front().reason.starts_with("needs a walker; recorded here: ")) << found.front().reason;
    EXPECT_FALSE(found.front().line.empty());
    child.devices = {{{}, DeviceKind::walker, Side::none, {}}};
    child.moves_by = MovesBy::walks_with_device;
    EXPECT_NE(verdict(against(child, "MS19")), Verdict::exclude);
}

TEST(ByHand, ScissorsAskForAReasonFarBelowTheirAge) {
    Child child = aged(12);
    const auto found = against(child, "SX06");
    ASSERT_EQ(verdict(found), Verdict::exclude);
    EXPECT_TRUE(std::ranges::any_of(found, [](const Finding& one) {
        return one.label == "Too early" && one.reason.find("1 year") != std::string::npos;
    }));
    child.present_steps = {{{}, "fm.cut", "fm.cut2_snip"}};
    EXPECT_EQ(verdict(against(child, "SX06")), Verdict::exclude) << "snipping opens no more than half a year";
    child = aged(25);
    ASSERT_EQ(verdict(against(child, "SX06")), Verdict::exclude);
    child.present_steps = {{{}, "fm.cut", "fm.cut2_snip"}};
    EXPECT_NE(verdict(against(child, "SX06")), Verdict::exclude) << "snips already";
    child.present_steps = {{{}, "fm.cut", "fm.cut1_hold"}};
    EXPECT_EQ(verdict(against(child, "SX10")), Verdict::exclude) << "only the step before";
}

TEST(ByHand, WhatExcludesStandsBeforeWhatIsFlagged) {
    Child child = aged(60);
    child.moves_by = MovesBy::wheels;
    child.precautions = {{{}, "respiratory", {}, {}}, {{}, "hypermobile", {}, {}}};
    for (const Activity& activity : library().activities()) {
        const auto found = speaks_against(child, activity, library(), {}, today, 1);
        EXPECT_TRUE(std::ranges::is_sorted(found, std::greater{}, [](const Finding& one) {
            return static_cast<int>(one.verdict);
        })) << activity.id;
    }
}

TEST(ByHand, HandsOnForEachChildAsksWhereAdultsAreFewer) {
    Activity activity;
    activity.supervision = "hands_on";
    EXPECT_FALSE(lacks_hands(activity, 1, 1));
    EXPECT_TRUE(lacks_hands(activity, 1, 2));
    EXPECT_FALSE(lacks_hands(activity, 2, 2));
    activity.supervision = "reach";
    EXPECT_FALSE(lacks_hands(activity, 1, 6));
    Session session;
    EXPECT_EQ(adults_of(session), 1);
    session.lead = Lead::both;
    EXPECT_EQ(adults_of(session), 2);
}

TEST(ByHand, MissingThingsAndPlacesAreNoReasonToAsk) {
    const Child child = aged(84);
    Activity activity;
    activity.position = "SC";
    activity.space = "playground";
    activity.items = {{"crash_mat", 3, false}};
    EXPECT_TRUE(speaks_against(child, activity, library(), {}, today, 1).empty());
}

}  // namespace
}  // namespace pegboard
