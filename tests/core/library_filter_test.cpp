// The filters of the library screen: every count is what choosing it shows, filters combine, orders hold.
#include "core/library/filter.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/library/skill_graph.h"
#include "tests/core/library_at_hand.h"

namespace pegboard {
namespace {

const Activity& activity(int index) { return library().activities()[static_cast<std::size_t>(index)]; }

int shown(const ActivityFilter& filter, const ActivityFacts& facts) {
    return static_cast<int>(find_activities(library(), filter, facts).size());
}

ActivityFacts some_facts() {
    return {.favourites = {"HW01", "HJ12", "BS03", "ZZ99"},
            .recent = {"HJ12", "SX08", "HW02"},
            .goal_skills = {"gm.hop3_five", "fm.cut4_line"},
            .own = {}};
}

/// Every choice of every filter, tried on top of `filter`, shows as many as it was counted to.
void expect_counts_hold(const ActivityFilter& filter, const ActivityFacts& facts) {
    const FacetCounts counts = count_facets(library(), filter, facts);
    EXPECT_EQ(counts.shown, shown(filter, facts));
    const auto expect_each = [&](const auto& choices, auto ActivityFilter::* field, const char* name) {
        for (const auto& [choice, count] : choices) {
            ActivityFilter with = filter;
            with.*field = choice;
            EXPECT_EQ(count, shown(with, facts)) << name << " " << choice;
        }
    };
    expect_each(counts.category, &ActivityFilter::category, "category");
    expect_each(counts.focus, &ActivityFilter::focus, "focus");
    expect_each(counts.skill, &ActivityFilter::skill, "skill");
    expect_each(counts.space, &ActivityFilter::space, "space");
    expect_each(counts.item, &ActivityFilter::item, "item");
    expect_each(counts.discipline, &ActivityFilter::discipline, "discipline");
    expect_each(counts.minutes, &ActivityFilter::max_minutes, "minutes");
    for (const auto& [years, count] : counts.age_years) {
        ActivityFilter with = filter;
        with.age_months = years * 12;
        EXPECT_EQ(count, shown(with, facts)) << "age " << years;
    }
    const auto expect_switch = [&](bool ActivityFilter::* field, int count, const char* name) {
        ActivityFilter with = filter;
        with.*field = true;
        EXPECT_EQ(count, shown(with, facts)) << name;
    };
    expect_switch(&ActivityFilter::home_only, counts.home, "home");
    expect_switch(&ActivityFilter::favourites, counts.favourites, "favourites");
    expect_switch(&ActivityFilter::recent, counts.recent, "recent");
    expect_switch(&ActivityFilter::works_on_goals, counts.works_on_goals, "goals");
    expect_switch(&ActivityFilter::own, counts.own, "own");
}

TEST(LibraryFilter, EveryCountIsWhatChoosingItShows) {
    ActivityFilter hops;
    hops.category = "hop_jump";
    ActivityFilter narrow;
    narrow.category = "scissors";
    narrow.discipline = "OT";
    narrow.age_months = 60;
    narrow.max_minutes = 8;
    narrow.space = "table";
    ActivityFilter typed;
    typed.query = "ball";
    typed.home_only = true;
    typed.focus = "gross_motor";
    ActivityFilter goals;
    goals.works_on_goals = true;
    goals.skill = "gm.hop";
    ActivityFilter nothing;
    nothing.item = "scissors";
    nothing.recent = true;
    nothing.favourites = true;
    for (const auto& filter : {ActivityFilter{}, hops, narrow, typed, goals, nothing})
        expect_counts_hold(filter, some_facts());
}

TEST(LibraryFilter, CountsOfTheWholeLibraryAreItsOwn) {
    const FacetCounts counts = count_facets(library(), {});
    EXPECT_EQ(counts.shown, 375);
    EXPECT_EQ(counts.category.at("handwriting"), 34);
    EXPECT_EQ(counts.category.at("hop_jump"), 19);
    EXPECT_EQ(counts.category.size(), 15U);
    EXPECT_EQ(counts.focus.size(), 10U);
    EXPECT_EQ(counts.favourites, 0);
}

TEST(LibraryFilter, WhatIsShownHoldsEverythingThatIsSet) {
    ActivityFilter filter;
    filter.works_on_goals = true;
    filter.discipline = "PT";
    filter.age_months = 60;
    filter.space = "hall";
    const auto facts = some_facts();
    const auto found = find_activities(library(), filter, facts);
    ASSERT_FALSE(found.empty());
    for (const int index : found) {
        const Activity& one = activity(index);
        SCOPED_TRACE(one.id);
        EXPECT_NE(one.discipline, "OT");
        EXPECT_LE(one.age_min_months, 60);
        EXPECT_GE(one.age_max_months, 60);
        EXPECT_TRUE(space_fits("hall", one.space));
        EXPECT_TRUE(skill_fit(one, "gm.hop3_five", library()) >= FitKind::second_skill ||
                    skill_fit(one, "fm.cut4_line", library()) >= FitKind::second_skill);
    }
}

TEST(LibraryFilter, OrdersPutTheRightOneFirst) {
    const auto facts = some_facts();
    const auto all = [&](ActivityOrder order) {
        ActivityFilter filter;
        filter.order = order;
        return find_activities(library(), filter, facts);
    };
    const auto by_goal = all(ActivityOrder::best_match);
    EXPECT_TRUE(std::ranges::is_sorted(by_goal, std::greater<>(), [](int i) {
        return std::max(skill_fit(activity(i), "gm.hop3_five", library()),
                        skill_fit(activity(i), "fm.cut4_line", library()));
    }));
    EXPECT_EQ(skill_fit(activity(by_goal.front()), "fm.cut4_line", library()), FitKind::exact);
    EXPECT_TRUE(std::ranges::is_sorted(all(ActivityOrder::title), {}, [](int i) { return fold(activity(i).title); }));
    EXPECT_TRUE(
        std::ranges::is_sorted(all(ActivityOrder::shortest), {}, [](int i) { return activity(i).minutes_min; }));
    EXPECT_TRUE(
        std::ranges::is_sorted(all(ActivityOrder::youngest), {}, [](int i) { return activity(i).age_min_months; }));
    const auto recent = all(ActivityOrder::recently_used);
    EXPECT_EQ(activity(recent[0]).id, "HJ12");
    EXPECT_EQ(activity(recent[1]).id, "SX08");
    EXPECT_EQ(activity(recent[2]).id, "HW02");
    EXPECT_EQ(activity(recent[3]).id, "HW01");
    EXPECT_EQ(recent.size(), library().activities().size());
}

}  // namespace
}  // namespace pegboard
