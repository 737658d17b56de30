// The goal that is written is the goal that is kept: typed with condition, prompting and consistency, added, and read
// back word for word and as data after the program was killed; the goal's page shows it and changes it only by hand.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/progress/criterion.h"
#include "core/rules/goals/goal_reading.h"
#include "core/rules/goals/goal_writing.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

class GoalKept : public testing::Test {
 protected:
    void SetUp() override {
        ui_ = drive_app({.throwaway = true});
        const auto& all = caseload().children();
        mateo_ = std::ranges::find(all, "Mateo", &Child::first_name)->id;
    }
    UiDriver& ui() { return *ui_; }
    App& app() { return stage_of_app(*ui_).app(); }
    Caseload& caseload() { return stage_of_app(*ui_).caseload(); }
    const GoalWriter& writer() { return app().screens().goal.writer; }
    void open_writer(const std::string& bank) {
        app().ui().nav->go({.screen = Screen::goal, .child = mateo_, .detail = "from:" + bank});
        ui().wait(0.1);
    }
    /// Its story, with the panel to edit it or alone.
    void open_goal(GoalId goal, const std::string& detail = "edit") {
        app().ui().nav->go({.screen = Screen::goal, .child = mateo_, .goal = goal, .detail = detail});
        ui().wait(0.1);
    }
    int good() { return count_good(writer().found.findings); }
    std::string words_of_findings() {
        std::string words;
        for (const GoalFinding& each : writer().found.findings) words += each.title + ": " + each.words + "\n";
        return words;
    }
    /// A goal with condition, demonstration and "3 of 4 sessions", typed and chosen as a therapist would.
    Goal write_zip_goal() {
        open_writer("G023");
        ui().in("Build the sentence").click("With what: when, where or with what");
        ui().field("When, where or with what").type("given a loose jacket");
        ui().in("Numbers").click("A spoken prompt");
        EXPECT_NE(writer().found.statement.find("with a spoken prompt"), std::string::npos);
        ui().in("Numbers").click("A demonstration");
        ui().in("Build the sentence").click("Measure: 4 of 5");
        ui().in("Build the sentence").click("3 of 4");
        ui().in("Numbers").click("Counted in", WidgetRole::choice);
        ui().click("sessions", WidgetRole::menu_item);
        for (const char* field : {"Value 1", "Value 2", "Value 3"}) ui().field(field).type("0").tab();
        EXPECT_EQ(good(), 8) << words_of_findings();
        ui().click("Add goal").see("Goal added");
        return caseload().goals().back();
    }
    [[nodiscard]] ChildId mateo() const { return mateo_; }

 private:
    std::unique_ptr<UiDriver> ui_;
    ChildId mateo_{};
};

TEST_F(GoalKept, WordForWordAndAsData) {
    const Goal added = write_zip_goal();
    const std::string sentence = "By " + say(*added.due) +
                                 ", given a loose jacket, Mateo will join and zip a jacket within 60 seconds with a "
                                 "demonstration in 3 of 4 sessions.";
    EXPECT_EQ(added.sentence, sentence);
    stage_of_app(ui()).crash_and_reopen();
    const Goal* kept = caseload().goal(added.id);
    ASSERT_NE(kept, nullptr);
    EXPECT_EQ(kept->sentence, sentence) << "word for word";
    EXPECT_EQ(kept->condition, "given a loose jacket");
    EXPECT_EQ(kept->assist_level, 0);
    EXPECT_EQ(kept->prompt_max, 6);
    EXPECT_EQ(kept->measure, "trials");
    EXPECT_EQ(kept->successes, 3);
    EXPECT_EQ(kept->attempts, 4);
    EXPECT_EQ(kept->ratio_noun, "sessions");
    EXPECT_EQ(kept->sessions_in_row, 0);
    EXPECT_TRUE(disagreements(*kept, *app().ui().library).empty());
    open_goal(added.id);
    ui().see(sentence);
    EXPECT_EQ(good(), 8) << words_of_findings();
}

TEST_F(GoalKept, ANumberChangedBesideTheSentenceIsNamed) {
    const Goal added = write_zip_goal();
    Goal changed = added;
    changed.attempts = 5;
    ASSERT_TRUE(caseload().run(EditGoal{changed}).ok());
    open_goal(added.id);
    EXPECT_EQ(good(), 7) << words_of_findings();
    ui().see(added.sentence);
    ui().see("How often: the sentence says 3 of 4 sessions, the goal line 3 of 5 sessions.");
    ui().in("Goal check").click("Use the sentence's");
    EXPECT_EQ(caseload().goal(added.id)->attempts, 4);
    EXPECT_EQ(good(), 8) << words_of_findings();
}

TEST_F(GoalKept, TheWordsChangeByHandOnly) {
    const Goal added = write_zip_goal();
    open_goal(added.id);
    ui().in("The goal in full").click("Change the words");
    const std::string own =
        "By " + say(*added.due) +
        ", given a loose jacket, Mateo will zip his jacket with a demonstration in 3 of 4 sessions.";
    ui().field("The goal in full").retype(own).tab();
    EXPECT_EQ(caseload().goal(added.id)->sentence, own);
    Goal changed = *caseload().goal(added.id);
    changed.priority = 3;
    ASSERT_TRUE(caseload().run(EditGoal{changed}).ok());
    EXPECT_EQ(caseload().goal(added.id)->sentence, own);
}

TEST_F(GoalKept, AnotherMeasureAfterDataIsAskedAbout) {
    const Goal added = write_zip_goal();
    DataPoint point;
    point.goal = added.id;
    point.kind = PointKind::correct;
    point.date = app().ui().clock.today;
    point.assist = 0;
    ASSERT_TRUE(caseload().run(RecordPoint{point}).ok());
    open_goal(added.id);
    ui().choose("Measured as", app().ui().library->name_of("duration_s"));
    EXPECT_EQ(caseload().goal(added.id)->measure, "trials") << "not yet";
    ui().click("Phase line from today");
    ui().wait(0.1);
    const Goal* now = caseload().goal(added.id);
    EXPECT_EQ(now->measure, "duration_s");
    EXPECT_TRUE(now->baseline.empty()) << "a baseline in tries is none in seconds";
    ASSERT_EQ(caseload().phase_changes(added.id).size(), 1U);
    EXPECT_EQ(caseload().points(added.id).value()->front().measure, "trials") << "what was recorded stays what it was";
}

TEST_F(GoalKept, AfterMetTheNextGoalIsOffered) {
    const Goal added = write_zip_goal();
    open_goal(added.id, "");
    ui().click("Mark met");
    ui().see("What comes next").see("The next target of the same goal");
    ASSERT_TRUE(ui().sees("This goal is met"));
}

TEST_F(GoalKept, WhatComesNextIsBegunInTheWriter) {
    const Goal added = write_zip_goal();
    open_goal(added.id, "");
    ui().click("Mark met");
    const Library& library = *app().ui().library;
    const GoalTemplate& zip = *library.goal_template("G023");
    const std::vector<std::string> targets = zip.targets;
    GoalSlots slots;
    slots.target = targets[1];
    ui().in("What comes next").click("Write this goal: " + goal_title(zip, slots, library));
    ui().wait(0.1);
    EXPECT_NE(writer().found.statement.find(targets[1]), std::string::npos) << writer().found.statement;
    EXPECT_NE(writer().found.statement.find("given a loose jacket"), std::string::npos) << writer().found.statement;
    EXPECT_NE(writer().found.statement.find("3 of 4 sessions"), std::string::npos) << writer().found.statement;
}

TEST_F(GoalKept, StepsOfTheTaskAreTypedOneAfterTheOther) {
    open_writer("G049");
    ui().field("Add a step").type("Wash the knife").press(ImGuiKey_Enter);
    ui().type("Cut the bread").press(ImGuiKey_Enter);
    ui().type("Spread the butter").press(ImGuiKey_Enter);
    EXPECT_EQ(app().screens().goal.writer.found.of.task_steps,
              (std::vector<std::string>{"Wash the knife", "Cut the bread", "Spread the butter"}));
}

TEST_F(GoalKept, AScaleMayStandBesideANumber) {
    open_writer("G094");
    ui().not_see("Level at the start");
    ui().click("Add a goal scale");
    ui().see("Level at the start");
}

TEST_F(GoalKept, StepsThatWaitAsDraftsDoNotFloodTheList) {
    const Goal added = write_zip_goal();
    Goal step = added;
    step.id = mint<GoalId>();
    step.parent = added.id;
    step.term = GoalTerm::short_term;
    step.status = GoalStatus::draft;
    step.title = "Holds the pin in the box";
    ASSERT_TRUE(caseload().run(AddGoal{step}).ok());
    app().ui().nav->go({.screen = Screen::goals});
    ui().wait(0.1);
    ui().field("Find goals").type("pin in the box");
    ui().see("No goal fits these filters");
}

}  // namespace
}  // namespace pegboard::test
