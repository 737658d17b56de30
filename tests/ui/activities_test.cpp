// The Activities screen: tiles, filters that combine and count, order, favourites, what a child's goals and
// precautions say, and adding to a plan.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/activities/activity_rows.h"
#include "core/rules/by_hand.h"
#include "core/rules/plan_rules.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

class Activities : public testing::Test {
 protected:
    void SetUp() override {
        ui_ = drive_app({.throwaway = true});
        ui_->open("Activities");
    }
    UiDriver& ui() { return *ui_; }
    App& app() { return stage_of_app(*ui_).app(); }
    const Library& library() { return *app().ui().library; }
    Caseload& caseload() { return stage_of_app(*ui_).caseload(); }
    const ActivityRows& rows() { return app().screens().activities.rows; }
    const Child& child_of(std::string_view first) {
        const auto& all = caseload().children();
        return *std::ranges::find(all, first, &Child::first_name);
    }
    const Activity& shown(std::size_t i) {
        return library().activities()[static_cast<std::size_t>(rows().shown.at(i).index)];
    }
    int count_in(std::string_view category) {
        return static_cast<int>(std::ranges::count(library().activities(), category, &Activity::category));
    }

 private:
    std::unique_ptr<UiDriver> ui_;
};

TEST_F(Activities, EveryCategoryHasATileWithItsPicture) {
    ui().see("375 in your library").see("375 activities");
    ASSERT_EQ(library().categories().size(), 15U);
    for (const Category& category : library().categories()) {
        ui().in("Libraries").see(category.name);
        EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(PEGBOARD_DATA) / "illustrations" /
                                            (category.illustration + ".svg")))
            << category.id;
    }
    ui().in("Libraries").click("Mobility");
    ui().see(std::to_string(count_in("mobility")) + " activities in Mobility");
    ui().in("Libraries").click("Mobility");
    ui().see("375 activities");
}

TEST_F(Activities, FiltersCombineAndTellWhatTheyWouldLeave) {
    ui().in("Libraries").click("Ball skills");
    ui().in("Filters").click("Minutes");
    const int short_ones = rows().counts.minutes.at(5);
    ui().click("Up to 5 min");
    EXPECT_EQ(static_cast<int>(rows().shown.size()), short_ones);
    for (std::size_t i = 0; i < rows().shown.size(); ++i) {
        EXPECT_EQ(shown(i).category, "ball");
        EXPECT_LE(shown(i).minutes_min, 5);
    }
    const int at_home = rows().counts.home;
    EXPECT_LE(at_home, short_ones);
    ui().in("Filters").click("Home-friendly");
    EXPECT_EQ(static_cast<int>(rows().shown.size()), at_home);
    // Another library's tile counts under the same filters.
    const int elsewhere = rows().counts.category.at("balance");
    ui().in("Libraries").click("Balance");
    EXPECT_EQ(static_cast<int>(rows().shown.size()), elsewhere);
    ui().in("Filters").click("Up to 5 min");
    EXPECT_GE(static_cast<int>(rows().shown.size()), elsewhere);
}

TEST_F(Activities, ALongFilterIsSearched) {
    ui().in("Filters").click("Skill");
    ui().field("Find in the list").type("circle").click("Cuts out a circle, turning the paper");
    ASSERT_FALSE(rows().shown.empty());
    for (std::size_t i = 0; i < rows().shown.size(); ++i)
        EXPECT_NE(std::ranges::find(shown(i).skills, "fm.cut6_circle"), shown(i).skills.end());
    ui().in("Filters").click("Cuts out a circle, turning the paper");
    ui().see("375 activities");
}

TEST_F(Activities, WordsAreFoundBestFirstAndNothingSaysSo) {
    ui().field("Search activities").type("hopscotch");
    ASSERT_FALSE(rows().shown.empty());
    EXPECT_NE(fold(shown(0).title + shown(0).idea).find("hopscotch"), std::string::npos);
    ui().retype("zzzzqqq").see("Nothing fits all of that").click("Clear filters").see("375 activities");
}

TEST_F(Activities, OrderIsChosen) {
    ui().choose("Order", "By name");
    EXPECT_LE(fold(shown(0).title), fold(shown(1).title));
    ui().choose("Order", "Youngest first");
    EXPECT_LE(shown(0).age_min_months, shown(200).age_min_months);
    ui().choose("Order", "Used last first");
    EXPECT_TRUE(rows().uses.contains(shown(0).id));
}

TEST_F(Activities, FavouritesStayAndCanBeTheOnlyOnesShown) {
    const std::string title = shown(0).title;
    ui().click("Favorite: " + title);
    ui().in("Filters").click("My favorites");
    ui().see("1 activity").see(title);
    stage_of_app(ui()).crash_and_reopen();
    ui().frame();
    ui().open("Activities");
    EXPECT_TRUE(rows().facts.favourites.contains(
        library().activities()[static_cast<std::size_t>(rows().shown.at(0).index)].id));
    ui().click("No longer a favorite: " + title);
    EXPECT_TRUE(rows().facts.favourites.empty());
}

TEST_F(Activities, AChildsGoalsComeFirstAndPrecautionsAreNamed) {
    const Child& mateo = child_of("Mateo");
    ui().choose("For a child", "For Mateo García");
    EXPECT_GE(rows().shown.front().fit.kind, FitKind::same_sequence);
    EXPECT_EQ(rows().shown.back().verdict, Verdict::exclude);
    ui().in("Filters").click("Works on Mateo's goals");
    EXPECT_EQ(static_cast<int>(rows().shown.size()), rows().counts.works_on_goals);
    for (const auto& row : rows().shown) EXPECT_GE(row.fit.kind, FitKind::second_skill);
    ui().in("Filters").click("Works on Mateo's goals");
    ui().in("Filters").click("Nothing speaks against it");
    for (const auto& row : rows().shown) EXPECT_NE(row.verdict, Verdict::exclude);
    ui().in("Filters").click("Nothing speaks against it");

    const Activity* against = nullptr;
    for (const Activity& activity : library().activities())
        if (verdict(check_precautions(mateo, activity, library(), {}, *make_date(2026, 9, 29), 1)) == Verdict::exclude)
            against = &activity;
    ASSERT_NE(against, nullptr);
    ui().field("Search activities").type(against->title);
    ui().click(against->title, WidgetRole::card);
    ui().in("Activity detail").see("Latex allergy: not offered");
}

TEST_F(Activities, TheDetailTellsTheWholeLadderMaterialsAndHazards) {
    ui().field("Search activities").type("HJ01");
    const Activity& activity = *library().activity("HJ01");
    ui().click(activity.title, WidgetRole::card);
    for (const std::string_view heading : {"Easier", "As written", "Harder", "Bring", "Measure", "Keep safe"})
        ui().in("Activity detail").see(heading);
    ui().in("Activity detail").see("Support: " + activity.easier.front().change);
    ui().in("Activity detail").see("What to know about it").see("Jump or hop landing");
    const Item& item = *library().item(activity.items.front().item);
    ui().in("Activity detail").see("Or use: " + item.substitute);
    ui().in("Activity detail").click("Close activity");
    ui().not_see("As written");
}

TEST_F(Activities, OneIsAddedToTheSessionBeingPlanned) {
    ui().open("Today").click("Plan Mateo García, 10:45 am").open("Activities");
    const Child& mateo = child_of("Mateo");
    const Activity* fine = nullptr;
    for (const Activity& activity : library().activities())
        if (verdict(speaks_against(mateo, activity, library(), {}, *make_date(2026, 9, 29), 1)) == Verdict::fine)
            fine = &activity;
    ASSERT_NE(fine, nullptr);
    ui().field("Search activities").type(fine->id);
    ui().click(fine->title, WidgetRole::card);
    ui().click("Add to Mateo's plan").see("Added to the plan for Mateo");
    const auto of_mateo = [&] {
        return std::ranges::find_if(caseload().sessions(), [&](const Session& session) {
            return session.child == mateo.id && session.date == *make_date(2026, 9, 29);
        });
    };
    EXPECT_NE(std::ranges::find(of_mateo()->blocks, fine->id, &Block::activity), of_mateo()->blocks.end());
    ui().press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(std::ranges::find(of_mateo()->blocks, fine->id, &Block::activity), of_mateo()->blocks.end());
}

TEST_F(Activities, WhatIsExcludedAsksForAReasonBeforeItIsAdded) {
    ui().choose("For a child", "For Mateo García");
    const Child& mateo = child_of("Mateo");
    const auto found = std::ranges::find_if(library().activities(), [&](const Activity& each) {
        return verdict(check_precautions(mateo, each, library(), {}, *make_date(2026, 9, 29), 1)) == Verdict::exclude;
    });
    ASSERT_NE(found, library().activities().end());
    const Activity& against = *found;
    ui().field("Search activities").type(against.id);
    ui().click(against.title, WidgetRole::card);
    ui().click("Add to plan").click("Mateo, Today 10:45 am");
    ui().see("Use it anyway?").field("Why it is right this time").type("Checked and packed a latex-free one");
    ui().click("Add with this reason").see("Added to the plan for Mateo");
    const auto& sessions = caseload().sessions();
    const auto with_it = std::ranges::find_if(sessions, [&](const Session& session) {
        return std::ranges::any_of(session.blocks, [&](const Block& block) {
            return block.activity == against.id && !block.override_reason.empty();
        });
    });
    EXPECT_NE(with_it, sessions.end());
}

TEST_F(Activities, TheListSaysTheSameAsTheCards) {
    ui().click("Show as a list");
    EXPECT_EQ(ui().lint(), std::vector<std::string>{});
    ui().click(shown(0).title, WidgetRole::row).in("Activity detail").see("As written");
    ui().in("Activity detail").click("Close activity");
    ui().click("Show as cards");
    EXPECT_EQ(ui().lint(), std::vector<std::string>{});
}

struct Look {
    std::string name;
    int text_percent;
    ImVec2 size;
};
class ActivitiesLayout : public testing::TestWithParam<Look> {};

TEST_P(ActivitiesLayout, NothingOverlaps) {
    const auto ui = drive_app({.text_percent = GetParam().text_percent, .throwaway = true}, GetParam().size);
    ui->open("Activities").choose("For a child", "For Mateo García");
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
    const auto& screen = stage_of_app(*ui).app().screens().activities;
    const Activity& first =
        stage_of_app(*ui).app().ui().library->activities()[static_cast<std::size_t>(screen.rows.shown.front().index)];
    ui->click(first.title, WidgetRole::card);
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(Sizes, ActivitiesLayout,
                         testing::Values(Look{"design_size", 100, {1440, 900}}, Look{"smallest", 100, {1280, 720}},
                                         Look{"large_text", 150, {1440, 900}}, Look{"largest_text", 200, {1440, 900}}),
                         [](const auto& look) { return look.param.name; });

}  // namespace
}  // namespace pegboard::test
