// The goal writer driven by pointer and keys: the bank and its filters, the sentence slot by slot, the goal
// check and its mends, and one step to take back for a goal with its steps.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/library/find_goals.h"
#include "core/rules/moving.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

class GoalWriterPage : public testing::Test {
 protected:
    void SetUp() override {
        ui_ = drive_app({.throwaway = true});
        const auto& all = caseload().children();
        mateo_ = std::ranges::find(all, "Mateo", &Child::first_name)->id;
        app().ui().nav->go({.screen = Screen::goal, .child = mateo_});
        ui_->wait(0.1);
    }
    UiDriver& ui() { return *ui_; }
    App& app() { return stage_of_app(*ui_).app(); }
    Caseload& caseload() { return stage_of_app(*ui_).caseload(); }
    const GoalWriter& writer() { return app().screens().goal.writer; }
    [[nodiscard]] ChildId mateo() const { return mateo_; }
    std::string skill_name(const std::string& id) {
        const GoalScreen& screen = app().screens().goal;
        const auto found = std::ranges::find(screen.skill_ids, id) - screen.skill_ids.begin();
        return screen.skill_names.at(static_cast<std::size_t>(found));
    }
    void write_zip_goal() {
        ui().in("Goal bank").field("Search the bank").type("zip");
        ui().in("Goal bank").click(writer().bank.titles.at(0), WidgetRole::row);
    }
    std::vector<Goal> newest(std::size_t before) {
        const auto& goals = caseload().goals();
        return {goals.begin() + static_cast<std::ptrdiff_t>(before), goals.end()};
    }

 private:
    std::unique_ptr<UiDriver> ui_;
    ChildId mateo_{};
};

TEST_F(GoalWriterPage, TheBankIsFilteredAndCounted) {
    const std::size_t all = writer().bank.shown.size();
    const Library& library = *app().ui().library;
    const std::vector<std::string> unmet = unmet_needs(*caseload().child(mateo()), library, app().ui().clock.today);
    EXPECT_EQ(all, find_goals(library, {.unmet = unmet}).size());
    EXPECT_LT(all, library.goal_templates().size()) << "Mateo walks: no goal of a wheelchair or a walker is his";
    for (const GoalTemplate* goal : writer().bank.shown)
        for (const std::string& need : goal->needs) EXPECT_EQ(std::ranges::count(unmet, need), 0) << goal->id;
    ui().in("Filters").click("PT");
    EXPECT_LT(writer().bank.shown.size(), all);
    for (const GoalTemplate* goal : writer().bank.shown)
        EXPECT_NE(app().ui().library->skill(goal->skill)->discipline, "OT") << goal->id;
    ui().in("Filters").click("PT");
    ui().in("Goal bank").field("Search the bank").type("zzzzq");
    ui().see("No goal of the bank fits all of that. Take a filter away, or start from blank.").click("Clear filters");
    EXPECT_EQ(writer().bank.shown.size(), all);
}

TEST_F(GoalWriterPage, TheSentenceIsBuiltSlotBySlotAndReadsLive) {
    write_zip_goal();
    const GoalTemplate& zip = *writer().bank.shown.at(0);
    const std::string& last = zip.targets.back();
    ui().in("Build the sentence").click(last);
    EXPECT_NE(writer().found.statement.find(last), std::string::npos);
    ui().in("Build the sentence").click("With what: when, where or with what");
    ui().field("When, where or with what").type("given his own jacket");
    EXPECT_NE(writer().found.statement.find("given his own jacket, Mateo will"), std::string::npos)
        << writer().found.statement;
    ui().in("How it will read").click("Written for: Family");
    EXPECT_NE(writer().found.family.find("Mateo is learning to"), std::string::npos);
    ui().see(writer().found.family);
}

TEST_F(GoalWriterPage, TheCheckSaysHowToMendAndMends) {
    write_zip_goal();
    const auto finding = [&](GoalAspect aspect) {
        return *std::ranges::find(writer().found.findings, aspect, &GoalFinding::aspect);
    };
    EXPECT_FALSE(finding(GoalAspect::baseline).good);
    for (const char* field : {"Value 1", "Value 2", "Value 3"}) ui().field(field).type("0").tab();
    EXPECT_TRUE(finding(GoalAspect::baseline).good) << finding(GoalAspect::baseline).words;
    EXPECT_FALSE(finding(GoalAspect::condition).good);
    ui().in("Goal check").click("Mend: Condition");
    ui().field("When, where or with what").type("given a loose jacket");
    EXPECT_TRUE(finding(GoalAspect::condition).good);
    ui().field("Meet it by").retype("1 Sep 2026").tab();
    const GoalFinding due = finding(GoalAspect::due);
    ASSERT_TRUE(!due.good && due.mend);
    ui().in("Goal check").click(due.mend->label);
    EXPECT_TRUE(finding(GoalAspect::due).good);
}

TEST_F(GoalWriterPage, OneStepAddsTheGoalWithItsStepsAndTakesThemBack) {
    app().ui().nav->go({.screen = Screen::goal, .child = mateo(), .detail = "from:G017"});
    ui().wait(0.1);
    const GoalTemplate& circle = *app().ui().library->goal_template("G017");
    ASSERT_EQ(writer().found.of.skill, circle.skill);
    ui().in("Build the sentence").click("What: " + circle.targets.front());
    ui().in("Build the sentence").click(app().ui().library->goal_template("G017")->targets.back());
    for (const char* field : {"Value 1", "Value 2", "Value 3"}) ui().field(field).type("0").tab();
    const std::size_t rungs = writer().found.rungs.size();
    ASSERT_GE(rungs, 2U);
    for (std::size_t step = 2; step <= rungs; ++step)
        ui().in("Steps on the way").click("Add step " + std::to_string(step));
    const std::size_t before = caseload().goals().size();
    ui().click("Add goal");
    ui().see("Goal added with " + std::to_string(rungs - 1) + (rungs == 2 ? " step" : " steps"));
    const std::vector<Goal> added = newest(before);
    ASSERT_EQ(added.size(), rungs);
    const auto top = std::ranges::find(added, GoalTerm::long_term, &Goal::term);
    ASSERT_NE(top, added.end());
    EXPECT_EQ(top->status, GoalStatus::active);
    for (const Goal& goal : added) EXPECT_TRUE(goal.id == top->id || goal.parent == top->id);
    ui().press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(caseload().goals().size(), before);
}

TEST_F(GoalWriterPage, AGoalOfOnesOwnWordsIsKeptAsADraftAndItsDraftOutlivesACrash) {
    ui().click("Start from blank");
    ui().field("What the child will do").type("hang up the coat on the peg");
    ui().wait(2.1);
    stage_of_app(ui()).crash_and_reopen();
    app().ui().nav->go({.screen = Screen::goal, .child = mateo()});
    ui().wait(0.1);
    EXPECT_NE(writer().found.statement.find("Mateo will hang up the coat on the peg"), std::string::npos);
    ui().click("Add goal");
    EXPECT_FALSE(app().screens().goal.errors.empty()) << "a goal without a skill is refused beside its field";
    ui().in("More about it").click("Skill", WidgetRole::choice);
    ui().field("Find in the list").type("circle").click(skill_name("fm.cut6_circle"));
    const std::size_t before = caseload().goals().size();
    for (const char* field : {"Value 1", "Value 2", "Value 3"}) ui().field(field).type("1").tab();
    ASSERT_FALSE(writer().found.rungs.empty());
    ui().click("Keep as draft").see("Goal kept as a draft").not_see("Goal kept as a draft with");
    ASSERT_EQ(newest(before).size(), 1U) << "steps that nobody ticked are not kept";
    EXPECT_EQ(newest(before).front().status, GoalStatus::draft);
}

struct Look {
    std::string name;
    int text_percent;
    ImVec2 size;
};
class GoalWriterLayout : public testing::TestWithParam<Look> {};

TEST_P(GoalWriterLayout, NothingOverlapsAndTabReachesAll) {
    const auto ui = drive_app({.text_percent = GetParam().text_percent, .throwaway = true}, GetParam().size);
    const Caseload& caseload = stage_of_app(*ui).caseload();
    stage_of_app(*ui).app().ui().nav->go(
        {.screen = Screen::goal, .child = caseload.children().front().id, .detail = "from:G017"});
    ui->wait(0.2);
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
    EXPECT_EQ(ui->not_reached_by_tab(), std::vector<std::string>{});
    if (ui->sees("Choose from the bank")) {
        ui->click("Choose from the bank");
        EXPECT_EQ(ui->lint(), std::vector<std::string>{});
    }
}

INSTANTIATE_TEST_SUITE_P(Sizes, GoalWriterLayout,
                         testing::Values(Look{"design_size", 100, {1440, 900}}, Look{"smallest", 100, {1280, 720}},
                                         Look{"large_text", 150, {1440, 900}}, Look{"largest_text", 200, {1440, 900}}),
                         [](const auto& look) { return look.param.name; });

}  // namespace
}  // namespace pegboard::test
