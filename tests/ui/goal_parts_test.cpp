// What a goal's own measure stands on, driven by pointer and keys: the steps of its task, the five levels of its scale,
// on the page of a stored goal and in the writer.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/rules/goals/goal_ladder.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

using Steps = std::vector<std::string>;

class GoalParts : public testing::Test {
 protected:
    void SetUp() override { begin(); }
    void begin(const AppSetup& setup = {.throwaway = true}, ImVec2 size = {1440, 900}) {
        ui_ = drive_app(setup, size);
        const auto& goals = caseload().goals();
        const auto open = std::ranges::find(goals, GoalStatus::active, &Goal::status);
        goal_ = open->id;
    }
    UiDriver& ui() { return *ui_; }
    Caseload& caseload() { return stage_of_app(*ui_).caseload(); }
    [[nodiscard]] const Goal& goal() { return *caseload().goal(goal_); }
    void go(const Place& place) {
        stage_of_app(*ui_).app().ui().nav->go(place);
        ui_->wait(0.1);
    }
    /// The page of a goal that is measured this way.
    void at_goal_with(std::string measure, Steps steps = {}) {
        Goal edited = goal();
        edited.measure = std::move(measure);
        edited.task_steps = std::move(steps);
        edited.gas_levels = {};
        const Date today = stage_of_app(*ui_).app().ui().clock.today;
        if (edited.measure == goal().measure)
            ASSERT_TRUE(caseload().run(EditGoal{edited}).ok());
        else  // what was recorded before keeps its own measure
            ASSERT_TRUE(caseload().run(ChangeMeasure{edited, today}).ok());
        go({.screen = Screen::goal, .child = edited.child, .goal = goal_, .detail = "edit"});
    }
    void undo() { ui_->press(ImGuiKey_Escape).press(ImGuiMod_Ctrl | ImGuiKey_Z); }
    void write_level(std::string_view label, std::string_view words) {
        ui_->in("Goal scale").field(label).retype(words).press(ImGuiKey_Enter);
    }

 private:
    std::unique_ptr<UiDriver> ui_;
    GoalId goal_{};
};

TEST_F(GoalParts, StepsOnTheWayAreProposedForAStoredGoalThatHasNoneAndAddedInOneStep) {
    Goal fresh = goal();
    fresh.id = mint<GoalId>();
    fresh.parent = {};
    fresh.term = GoalTerm::long_term;
    fresh.skill = "fm.cut5_curve";
    ASSERT_TRUE(caseload().run(AddGoal{fresh}).ok());
    const auto under = [&] { return std::ranges::count(caseload().goals(), fresh.id, &Goal::parent); };
    go({.screen = Screen::goal, .child = fresh.child, .goal = fresh.id, .detail = "edit"});
    ui().see("Steps on the way");
    for (std::size_t step = 2; step <= most_rungs; ++step) ui().click("Add step " + std::to_string(step));
    const auto button = std::ranges::find_if(ui().record().widgets, [](const WidgetInfo& widget) {
        return widget.label.starts_with("Add ") && widget.label.ends_with(" steps");
    });
    ASSERT_NE(button, ui().record().widgets.end());
    const std::string label = button->label;
    const int offered = std::stoi(label.substr(4));
    EXPECT_EQ(offered, static_cast<int>(most_rungs) - 1) << "one was not ticked";
    ui().click(label).see("Added " + label.substr(4) + " for ");
    EXPECT_EQ(under(), offered);
    for (const Goal& step : caseload().goals()) {
        const bool ours = step.parent == fresh.id;
        EXPECT_TRUE(!ours || step.status == GoalStatus::draft) << step.title;
    }
    EXPECT_FALSE(ui().sees("Add step 1")) << "nothing is proposed twice";
    undo();
    EXPECT_EQ(under(), 0);
}

TEST_F(GoalParts, StepsAreAddedRenamedMovedAndRemovedOneUndoableStepEach) {
    at_goal_with("steps_pct");
    ui().see("Steps of the task").field("Add a step").type("Finds the sleeve").press(ImGuiKey_Enter);
    ui().field("Add a step").type("Puts an arm in").press(ImGuiKey_Enter);
    ui().field("Add a step").type("Pulls it up").press(ImGuiKey_Enter);
    EXPECT_EQ(goal().task_steps, (Steps{"Finds the sleeve", "Puts an arm in", "Pulls it up"}));
    ui().field("Step 2").retype("Puts one arm in").press(ImGuiKey_Enter);
    EXPECT_EQ(goal().task_steps[1], "Puts one arm in");
    ui().click("Move step 3 up");
    EXPECT_EQ(goal().task_steps, (Steps{"Finds the sleeve", "Pulls it up", "Puts one arm in"}));
    ui().click("Move step 1 down");
    EXPECT_EQ(goal().task_steps, (Steps{"Pulls it up", "Finds the sleeve", "Puts one arm in"}));
    ui().click("Remove step 1");
    EXPECT_EQ(goal().task_steps, (Steps{"Finds the sleeve", "Puts one arm in"}));
    undo();
    EXPECT_EQ(goal().task_steps, (Steps{"Pulls it up", "Finds the sleeve", "Puts one arm in"}));
    undo();
    EXPECT_EQ(goal().task_steps, (Steps{"Finds the sleeve", "Pulls it up", "Puts one arm in"}));
    EXPECT_EQ(ui().value("Step 2"), "Pulls it up");
}

TEST_F(GoalParts, AnEmptiedStepGoesAndOtherMeasuresShowNoSteps) {
    at_goal_with("steps_pct", {"Opens the lid", "Takes a spoon"});
    ui().field("Step 1").press(ImGuiMod_Ctrl | ImGuiKey_A).press(ImGuiKey_Delete).press(ImGuiKey_Enter);
    EXPECT_EQ(goal().task_steps, Steps{"Takes a spoon"});
    ui().click("Remove step 1");
    EXPECT_TRUE(goal().task_steps.empty());
    at_goal_with("trials");
    EXPECT_FALSE(ui().sees("Steps of the task"));
    EXPECT_FALSE(ui().sees("Goal scale"));
}

TEST_F(GoalParts, LevelsAreKeptTogetherInOneStep) {
    at_goal_with("gas");
    const std::uint64_t before = caseload().revision();
    write_level("+2: much more than expected", "Alone, at home and at school");
    write_level("+1: more than expected", "Alone at school");
    write_level("0: as expected", "With one reminder");
    write_level("-1: less than expected", "With a hand on the elbow");
    ui().see(
        "4 of 5 levels written. They are kept together. Describe all five levels, so that each result has its "
        "place.");
    EXPECT_EQ(caseload().revision(), before);
    write_level("-2: much less than expected", "Alone at school");
    ui().see("5 of 5 levels written. They are kept together. Two levels read the same. Make each one its own step.");
    EXPECT_EQ(caseload().revision(), before);
    write_level("-2: much less than expected", "With full help");
    EXPECT_EQ(goal().gas_levels[0], "With full help");
    EXPECT_EQ(goal().gas_levels[2], "With one reminder");
    EXPECT_EQ(goal().gas_levels[4], "Alone, at home and at school");
    EXPECT_FALSE(ui().sees("Not saved yet"));
    write_level("0: as expected", "With two reminders");
    EXPECT_EQ(goal().gas_levels[2], "With two reminders");
    undo();
    EXPECT_EQ(goal().gas_levels[2], "With one reminder");
    undo();
    EXPECT_EQ(goal().gas_levels, (std::array<std::string, 5>{}));
}

TEST_F(GoalParts, StartImportanceAndDifficultyAreChosen) {
    at_goal_with("gas");
    ui().choose("Level at the start", "-1").choose("Importance", "3, a lot").choose("Difficulty", "2, some");
    EXPECT_EQ(goal().gas_baseline, -1);
    EXPECT_EQ(goal().gas_importance, 3);
    EXPECT_EQ(goal().gas_difficulty, 2);
}

TEST_F(GoalParts, HalfWrittenLevelsOutliveACrash) {
    begin();
    at_goal_with("gas");
    write_level("+1: more than expected", "Alone at school");
    ui().wait(3);
    const Place here = stage_of_app(ui()).app().ui().nav->here();
    stage_of_app(ui()).crash_and_reopen();
    ui().frame();
    go(here);
    EXPECT_EQ(ui().in("Goal scale").value("+1: more than expected"), "Alone at school");
    ui().see("Not saved yet");
}

TEST_F(GoalParts, TheWriterKeepsStepsAndLevelsWithTheGoal) {
    const ChildId child = goal().child;
    go({.screen = Screen::goal, .child = child});
    ui().choose("Measured as", "Steps done");
    ui().field("Add a step").type("Hangs up the coat").press(ImGuiKey_Enter);
    ui().click("Measured as", WidgetRole::choice).type("Goal scale").click("Goal scale", WidgetRole::menu_item);
    write_level("0: as expected", "With one reminder");
    ui().wait(0.1);
    const Goal kept = drafted_goal(stage_of_app(ui()).app().ui(), child);
    EXPECT_EQ(kept.task_steps, Steps{"Hangs up the coat"});
    EXPECT_EQ(kept.gas_levels[2], "With one reminder");
    EXPECT_EQ(kept.measure, "gas");
}

TEST_F(GoalParts, NothingOverlapsAndTabReachesAll) {
    for (const int text : {100, 150, 200}) {
        begin({.text_percent = text, .throwaway = true}, text == 100 ? ImVec2{1280, 720} : ImVec2{1440, 900});
        at_goal_with("gas", {"Opens the lid", "Takes a spoon"});
        ui().see("Steps of the task").see("Goal scale");
        EXPECT_EQ(ui().lint(), std::vector<std::string>{}) << text;
        EXPECT_EQ(ui().not_reached_by_tab(), std::vector<std::string>{}) << text;
        write_level("+1: more than expected", "Alone at school");
        write_level("0: as expected", "With one reminder");
        EXPECT_EQ(ui().lint(), std::vector<std::string>{}) << text << ", half written";
    }
}

}  // namespace
}  // namespace pegboard::test
