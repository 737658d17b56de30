// The stopwatch, rate and interval cue of a running session go on after a crash, a lock, sleep and another screen, with
// the time that has passed; what cannot be is dropped without a word.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

const std::string stands = "Stands on his left foot for 10 seconds";

class SessionWatch : public testing::Test {
 protected:
    void SetUp() override {
        ui_ = drive_app({.throwaway = true});
        ui_->click("Start: Mateo García, 10:45 am");
    }
    UiDriver& ui() { return *ui_; }
    AppStage& stage() { return stage_of_app(*ui_); }
    Caseload& caseload() { return stage().caseload(); }
    const Session& session() { return *std::ranges::find_if(caseload().sessions(), is_running); }
    const Goal& goal() { return *std::ranges::find(caseload().goals(), stands, &Goal::title); }

    /// The goal is measured so from now on.
    void measured_as(const char* measure) {
        Goal changed = goal();
        changed.measure = measure;
        changed.interval_s = 15;
        changed.target = 80;
        if (changed.measure == goal().measure)
            ASSERT_TRUE(caseload().run(EditGoal{changed}).ok());
        else  // what was recorded before keeps its own measure
            ASSERT_TRUE(caseload().run(ChangeMeasure{changed, session().date}).ok());
        ui().wait(0.1);
    }
    void unfold() {
        if (ui().sees("Record: " + stands)) ui().click("Record: " + stands);
    }
    UiDriver& at_goal() {
        unfold();
        return ui().in(stands);
    }
    bool stands_still() {
        unfold();
        return ui().sees("Start the stopwatch");
    }
    void killed_for(double seconds) {
        stage().crash_and_reopen();
        stage().clock_goes_on(seconds);
        ui().wait(0.1);
        ui().click("Back to the session").wait(0.1);
    }
    std::vector<std::string> kept() {
        std::vector<std::string> fields;
        for (const auto& [field, text] : caseload().drafts())
            if (field.starts_with("stopwatch.")) fields.push_back(field);
        return fields;
    }
    std::vector<DataPoint> points() {
        std::vector<DataPoint> of_goal;
        for (const DataPoint& point : *caseload().points(session().id).value())
            if (point.goal == goal().id) of_goal.push_back(point);
        return of_goal;
    }
    /// "1:05" as 65.
    int shown_seconds(const char* button) {
        unfold();
        const std::string time = ui().in(stands).value(button);
        const auto colon = time.find(':');
        return colon == std::string::npos ? -1
                                          : std::stoi(time.substr(0, colon)) * 60 + std::stoi(time.substr(colon + 1));
    }

 private:
    std::unique_ptr<UiDriver> ui_;
};

TEST_F(SessionWatch, GoesOnAfterAKillAndRecordsTheWholeTime) {
    at_goal().click("Start the stopwatch");
    ASSERT_EQ(kept().size(), 1U) << "kept at once, not after a while";
    killed_for(95);
    EXPECT_NEAR(shown_seconds("Stop and record"), 95, 2);
    at_goal().click("Stop and record");
    ASSERT_EQ(points().size(), 1U);
    EXPECT_NEAR(points().front().value, 95, 3);
    EXPECT_TRUE(kept().empty());
    killed_for(5);
    EXPECT_TRUE(stands_still());
}

TEST_F(SessionWatch, GoesOnWhileAnotherScreenIsShownAndWhileTheComputerSleeps) {
    at_goal().click("Start the stopwatch");
    ui().click("Leave for now").wait(20);
    ui().click("Back to the session").wait(0.1);
    EXPECT_NEAR(shown_seconds("Stop and record"), 20, 2);
    stage().app().lock();
    stage().clock_goes_on(600);  // steady time stands while it sleeps
    ui().wait(4);
    ui().field("Passphrase").retype(AppStage::passphrase).press(ImGuiKey_Enter).wait(0.2);
    EXPECT_NEAR(shown_seconds("Stop and record"), 624, 3);
}

TEST_F(SessionWatch, ARateKeepsWhatItHasCounted) {
    measured_as("rate_min");
    at_goal().click("Start");
    for (int i = 0; i < 3; ++i) at_goal().click("Count one");
    killed_for(60);
    unfold();
    EXPECT_EQ(ui().in(stands).value("Count one"), "3");
    at_goal().click("Count one");
    at_goal().click("Stop and record");
    ASSERT_EQ(points().size(), 1U);
    EXPECT_EQ(points().front().value, 4);
    EXPECT_NEAR(points().front().n.value_or(0), 60, 4);
    EXPECT_TRUE(kept().empty());
}

TEST_F(SessionWatch, IntervalsGoOnInStep) {
    measured_as("interval_pct");
    at_goal().click("Start");
    killed_for(64);  // 4 s into the fifth interval of 15 s
    EXPECT_NEAR(shown_seconds("Stop"), 11, 2);
    at_goal().click("Stop");
    EXPECT_TRUE(kept().empty());
}

TEST_F(SessionWatch, StartingOverCountsFromTheNewStart) {
    at_goal().click("Start the stopwatch");
    ui().wait(30);
    at_goal().click("Start over");
    killed_for(10);
    EXPECT_NEAR(shown_seconds("Stop and record"), 10, 2);
}

TEST_F(SessionWatch, AClockSetBackIsDroppedQuietly) {
    at_goal().click("Start the stopwatch");
    ui().wait(2);
    killed_for(-3600);
    EXPECT_TRUE(stands_still());
    EXPECT_TRUE(kept().empty());
    EXPECT_TRUE(points().empty());
}

TEST_F(SessionWatch, EndsWithItsSession) {
    at_goal().click("Start the stopwatch");
    ASSERT_TRUE(caseload().keep_draft("stopwatch.12345.678", "time 2026-09-29T09:20:11Z 0 9").ok());
    ASSERT_TRUE(caseload().keep_draft("stopwatch.nonsense", "nonsense").ok());
    ui().click("Finish session").see("A stopwatch still runs and its time is not recorded yet");
    ui().click("Finish only").wait(0.1);
    EXPECT_EQ(kept(), (std::vector<std::string>{"stopwatch.12345.678", "stopwatch.nonsense"}));
    ui().press(ImGuiMod_Ctrl | ImGuiKey_Z).see("It is part of the record.").click("Undo it").wait(0.1);
    ASSERT_TRUE(std::ranges::any_of(caseload().sessions(), is_running)) << "the session runs again";
    ui().click("Back to the session").wait(0.1);
    EXPECT_TRUE(kept().empty()) << "what belongs to no running session goes";
    EXPECT_TRUE(stands_still());
}

}  // namespace
}  // namespace pegboard::test
