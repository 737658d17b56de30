// What a therapist chose in a running session stays chosen: the help of every goal through lock, another screen, a
// crash and another list of levels; and every open goal stays within reach when something was recorded.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/progress/entry.h"
#include "core/rules/live.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

const std::string circle = "Cuts out a 10 cm circle close to the line";

Caseload& caseload_of(UiDriver& ui) { return stage_of_app(ui).caseload(); }
const Session* running(UiDriver& ui) { return running_session(caseload_of(ui).sessions()); }

std::vector<DataPoint> recorded(UiDriver& ui) { return *caseload_of(ui).points(running(ui)->id).value(); }

std::unique_ptr<UiDriver> with_light_touch() {
    auto ui = drive_app();
    ui->click("Start: Mateo García, 10:45 am");
    if (ui->sees("Record: " + circle)) ui->click("Record: " + circle);
    ui->in(circle).click("Help: Light touch", WidgetRole::radio);
    ui->wait(0.1);
    return ui;
}

/// The next tap says what was chosen.
void expect_light_touch(UiDriver& ui) {
    if (ui.sees("Record: " + circle)) ui.click("Record: " + circle);
    ui.in(circle).click("Correct");
    ASSERT_FALSE(recorded(ui).empty());
    EXPECT_EQ(recorded(ui).back().assist, 4);
    EXPECT_FALSE(recorded(ui).back().prompt.has_value());
}

TEST(HelpChosen, StaysThroughALock) {
    const auto ui = with_light_touch();
    let_workers_end(*ui);
    stage_of_app(*ui).app().lock();
    ui->wait(0.1);
    ASSERT_TRUE(stage_of_app(*ui).app().locked());
    ui->field("Passphrase").retype(AppStage::passphrase).press(ImGuiKey_Enter).wait(0.3);
    ASSERT_FALSE(stage_of_app(*ui).app().locked());
    expect_light_touch(*ui);
}

TEST(HelpChosen, StaysWhileAnotherScreenIsLookedAt) {
    const auto ui = with_light_touch();
    ui->click("Leave for now").click("Back to the session");
    expect_light_touch(*ui);
}

TEST(HelpChosen, StaysAfterACrashThoughNothingWasRecordedYet) {
    const auto ui = with_light_touch();
    stage_of_app(*ui).crash_and_reopen();
    ui->frame();
    ui->click("Back to the session");
    expect_light_touch(*ui);
}

TEST(HelpChosen, StaysWhenTheListIsOrderedAnew) {
    const auto ui = with_light_touch();
    const TherapistId me = caseload_of(*ui).practice().me;
    std::vector<HelpChoice> list = usual_help_choices(Discipline::ot);
    std::ranges::reverse(list);
    ASSERT_TRUE(caseload_of(*ui).run(SetHelpChoices{me, list}).ok());
    ui->frame();
    expect_light_touch(*ui);
}

TEST(HelpChosen, IsNotNotedWhereTheLevelLeftTheList) {
    const auto ui = with_light_touch();
    const TherapistId me = caseload_of(*ui).practice().me;
    std::vector<HelpChoice> list = usual_help_choices(Discipline::ot);
    std::erase_if(list, [](const HelpChoice& each) { return each.name == "Light touch"; });
    ASSERT_TRUE(caseload_of(*ui).run(SetHelpChoices{me, list}).ok());
    ui->frame();
    ui->in(circle).see("The level chosen before is not in this list.");
    ui->in(circle).click("Correct");
    ASSERT_EQ(recorded(*ui).size(), 1U);
    EXPECT_FALSE(recorded(*ui)[0].assist.has_value()) << "nobody said that there was no help";
}

TEST(HelpChosen, LeavesNothingBehindWhenTheSessionEnds) {
    const auto ui = with_light_touch();
    const auto kept = [&] {
        return std::ranges::count_if(caseload_of(*ui).drafts(),
                                     [](const auto& each) { return each.first.starts_with("help_chosen."); });
    };
    ASSERT_EQ(kept(), 1);
    ui->click("Finish session").click("Finish only");
    ui->wait(0.1);
    EXPECT_EQ(kept(), 0);
}

TEST(HelpChosen, IsWhereTheDialogForATypedValueBegins) {
    const auto ui = with_light_touch();
    ui->in(circle).click("Type a value: " + circle);
    EXPECT_EQ(ui->value("Help given"), "Light touch");
    ui->field("How many").type("4").field("out of").type("5").click("Record").wait(0.2);
    ASSERT_EQ(recorded(*ui).size(), 1U);
    EXPECT_EQ(recorded(*ui)[0].assist, 4);
}

TEST(HelpChosen, MakesTheButtonBesideCorrectSayMoreHelp) {
    const auto ui = with_light_touch();
    ui->in(circle).see("More help");
    EXPECT_FALSE(ui->in(circle).sees("With help"));
    ui->in(circle).click("Help: No help", WidgetRole::radio);
    ui->in(circle).click("With help");
    ASSERT_EQ(recorded(*ui).size(), 1U);
    EXPECT_FALSE(recorded(*ui)[0].assist.has_value()) << "how much was not said";
}

TEST(TriesOfASession, AreCountedWhenTypedToo) {
    const auto ui = with_light_touch();
    ui->in(circle).click("Type a value: " + circle);
    ui->field("How many").type("9").field("out of").type("10").click("Record").wait(0.2);
    ASSERT_EQ(recorded(*ui).size(), 1U);
    const auto& goals = caseload_of(*ui).goals();
    const int wanted = progress::wanted_tries(*std::ranges::find(goals, circle, &Goal::title));
    ASSERT_GT(wanted, 0);
    ui->in(circle).see("10 of " + std::to_string(wanted) + " tries");
}

TEST(TriesOfASession, SayWhichOfThemThePercentCounts) {
    const auto ui = drive_app();
    ui->click("Start: Mateo García, 10:45 am");
    if (ui->sees("Record: " + circle)) ui->click("Record: " + circle);
    ui->in(circle).click("Help: No help", WidgetRole::radio);
    ui->in(circle).click("Correct").in(circle).click("Not yet");
    ui->in(circle).click("Help: A lot of help", WidgetRole::radio);
    ui->in(circle).click("Correct");
    ui->in(circle).see("1 of 3 count");
}

/// A session for which nobody ticked a goal or planned an activity.
std::unique_ptr<UiDriver> with_no_goals_ticked() {
    auto ui = drive_app();
    const auto& children = caseload_of(*ui).children();
    const auto mateo = std::ranges::find(children, "Mateo", &Child::first_name);
    Session session;
    session.id = mint<SessionId>();
    session.child = mateo->id;
    session.participants = {Participant{.child = mateo->id}};
    session.lead = Lead::ot;
    session.date = stage_of_app(*ui).app().ui().clock.today;
    session.start_min = 18 * 60;
    session.therapist = caseload_of(*ui).practice().me;
    if (!caseload_of(*ui).run(AddSession{session}).ok() || !caseload_of(*ui).run(StartSession{session.id}).ok())
        throw std::runtime_error("The session is refused.");
    ui->frame();
    ui->click("Back to the session");
    return ui;
}

/// Goals within reach: as cards, or folded.
std::ptrdiff_t goals_in_reach(const UiDriver& ui) {
    return std::ranges::count_if(ui.record().widgets, [](const WidgetInfo& widget) {
        return widget.label.starts_with("Choose goal: ") || widget.label.starts_with("Record: ");
    });
}

TEST(GoalsOfASession, StayInReachWhenOneWasRecorded) {
    const auto ui = with_no_goals_ticked();
    const auto before = goals_in_reach(*ui);
    ASSERT_GE(before, 3);
    if (ui->sees("Record: " + circle)) ui->click("Record: " + circle);
    ui->in(circle).click("Correct");
    ui->wait(0.1);
    ASSERT_EQ(recorded(*ui).size(), 1U);
    EXPECT_EQ(goals_in_reach(*ui), before);
    ui->in(circle).click("Undo last tap");
    ui->wait(0.1);
    EXPECT_EQ(goals_in_reach(*ui), before);
}

}  // namespace
}  // namespace pegboard::test
