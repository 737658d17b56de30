// The Today screen: cards, days, phones, what needs attention, what to pack.
#include <gtest/gtest.h>

#include "core/rules/materials.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

TEST(Today, GreetsAndCountsTheDay) {
    const auto ui = drive_app();
    ui->see("Good morning, Amara").see("Tuesday 29 September").see("1 of 6 sessions done").see("Now 9:20 am");
}

TEST(Today, DaysAreSteppedThrough) {
    const auto ui = drive_app();
    ui->click("Next day").see("Wednesday 30 September").see("tomorrow");
    ui->click("Previous day").click("Previous day").see("Monday 28 September");
    ui->click("Show today").see("Good morning, Amara");
}

TEST(Today, AnEmptyDaySaysSo) {
    const auto ui = drive_app();
    for (int i = 0; i < 5; ++i) ui->click("Next day");
    ui->see("No sessions on Sunday").click("Add the first").see("When is the session?");
    EXPECT_EQ(ui->value("Date"), "4 Oct 2026");
}

TEST(Today, PhonesAndRescuePlanAreOneClickAway) {
    const auto ui = drive_app();
    ui->click("Phones and rescue plan: Mateo García, 10:45 am").see("Phones and rescue plan for Mateo");
    ui->press(ImGuiKey_Escape).not_see("Phones and rescue plan for Mateo");
}

TEST(Today, DangerIsOnTheCard) {
    const auto ui = drive_app();
    ui->in("Mateo García, 10:45 am").see("Latex allergy");
}

TEST(Today, CompletedCountsAsDoneAndMissedIsSaidApart) {
    const auto ui = drive_app();
    ui->click("Completed: Mateo García, 10:45 am").click("Mark as completed").see("2 of 6 sessions done");
    ui->click("Missed: Amina Yusuf, 11:45 am").click("Mark as missed").see("2 of 5 sessions done, 1 missed");
    // What is part of the record is not taken back unasked.
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z).see("Take this back?").see("2 of 5 sessions done, 1 missed");
    ui->click("Undo it").see("2 of 6 sessions done");
}

TEST(Today, WhatNeedsAPlanLeadsThere) {
    const auto ui = drive_app();
    ui->click("Plan: Amina Yusuf, Not planned yet: Today 11:45 am").see("Plan for Amina");
}

TEST(Today, TicksOfPackedThingsStay) {
    const auto ui = drive_app();
    const Library& library = *stage_of_app(*ui).app().ui().library;
    std::vector<const Session*> day;
    for (const Session& session : stage_of_app(*ui).caseload().sessions())
        if (session.date == *make_date(2026, 9, 29) && session.status == SessionStatus::planned)
            day.push_back(&session);
    const std::vector<Material> list = materials_to_bring(day, stage_of_app(*ui).caseload(), library);
    ASSERT_FALSE(list.empty());
    const std::string all = " of " + std::to_string(list.size()) + " packed";
    ui->in("Pack for today").see("0" + all);
    ui->in("Pack for today").click(say(list.front()) + (list.front().optional ? ", if you like" : ""));
    ui->in("Pack for today").see("1" + all);
    EXPECT_EQ(stage_of_app(*ui).caseload().recall("packed.2026-09-29"), list.front().item);
    ui->open("Caseload").open("Today");
    ui->in("Pack for today").see("1" + all);
}

struct Look {
    std::string name;
    int text_percent;
    ImVec2 size;
};
class LayoutTest : public testing::TestWithParam<Look> {};

TEST_P(LayoutTest, NothingOverlapsOnTodayAndPlan) {
    const auto ui = drive_app({.text_percent = GetParam().text_percent}, GetParam().size);
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
    ui->click("Plan Mateo García, 10:45 am");
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(Today, LayoutTest,
                         testing::Values(Look{"design_size", 100, {1440, 900}}, Look{"smallest", 100, {1280, 720}},
                                         Look{"large_text", 150, {1440, 900}}, Look{"largest_text", 200, {1440, 900}}),
                         [](const auto& look) { return look.param.name; });

TEST(Today, APlanThatSomethingRecordedSinceRulesOutIsAMatterOfTheDay) {
    const auto ui = drive_app();
    Caseload& caseload = stage_of_app(*ui).caseload();
    const Session* planned = nullptr;
    for (const Session& session : caseload.sessions())
        if (session.date == *make_date(2026, 9, 29) && session.status == SessionStatus::planned &&
            !session.blocks.empty() && session.participants.size() == 1)
            planned = &session;
    ASSERT_NE(planned, nullptr);
    ui->not_see("Ruled out now");
    Child child = *caseload.child(planned->child);
    const Library& library = *stage_of_app(*ui).app().ui().library;
    const Activity* first = library.activity(planned->blocks.front().activity);
    ASSERT_NE(first, nullptr);
    child.precautions.push_back(
        {mint<RowId>(), "hip", {{"cleared", "no"}, {"excluded_positions", first->position}}, {}});
    ASSERT_TRUE(caseload.run(EditChild{child}).ok());
    ui->wait(0.2).see("Ruled out now: " + first->title + " (Hip precaution)");
}

}  // namespace
}  // namespace pegboard::test
