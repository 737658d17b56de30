// The skills map: browsing by focus area and age, what comes before and after, activities and goals for a
// skill, and that it judges nobody.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

class SkillsMap : public testing::Test {
 protected:
    void SetUp() override {
        ui_ = drive_app({.throwaway = true});
        ui_->open("Activities").click("Skills map");
    }
    UiDriver& ui() { return *ui_; }
    App& app() { return stage_of_app(*ui_).app(); }
    const Library& library() { return *app().ui().library; }
    const SkillsScreen& screen() { return app().screens().skills; }

 private:
    std::unique_ptr<UiDriver> ui_;
};

TEST_F(SkillsMap, EverySkillStandsUnderItsFocusArea) {
    std::size_t skills = 0;
    for (const Skill& skill : library().skills()) skills += skill.kind != "step" ? 1 : 0;
    EXPECT_EQ(static_cast<std::size_t>(screen().rows.skills), skills);
    for (const Focus& focus : library().focus_areas()) {
        ui().in("Filters").click(focus.short_name);
        for (const auto& row : screen().rows.shown) {
            if (row.skill == nullptr || row.step || row.skill->kind == "sequence") continue;
            EXPECT_TRUE(row.skill->focus == focus.id || row.skill->focus2 == focus.id) << row.skill->id;
        }
        ui().in("Filters").click(focus.short_name);
    }
}

TEST_F(SkillsMap, ASequenceShowsItsStepsAndASkillItsNeighbours) {
    const Skill& scissors = *library().skill("fm.cut");
    ui().field("Search skills").type(scissors.name);
    ui().click(scissors.name, WidgetRole::row);
    ui().in("Skill detail").see("Steps").see("Activities for it").see("Goals for it");
    const auto steps = library().steps_of(scissors.id);
    ASSERT_GE(steps.size(), 3U);
    ui().in("Skill detail").click("2. " + steps[1]->name);
    EXPECT_EQ(screen().chosen, steps[1]->id);
    ui().in("Skill detail").see("Usually comes before").see(steps[0]->name);
    ui().in("Skill detail").see("Usually comes after").see(steps[2]->name);
}

TEST_F(SkillsMap, AGoalOfTheBankIsWrittenForTheChildChosen) {
    const Child& child = stage_of_app(ui()).caseload().children().front();
    app().ui().nav->go({.screen = Screen::skills, .child = child.id, .detail = "fm.cut6_circle"});
    ui().wait(0.1);
    const auto goals = library().goal_templates("fm.cut6_circle");
    ASSERT_FALSE(goals.empty());
    const auto& widgets = ui().record().widgets;
    const auto line = std::ranges::find_if(widgets, [](const WidgetInfo& widget) {
        return widget.role == WidgetRole::row && widget.scope.find("Goals for it") != std::string::npos;
    });
    ASSERT_NE(line, widgets.end());
    ui().in("Goals for it").click(std::string(line->label));
    EXPECT_EQ(app().ui().nav->here().screen, Screen::goal);
    EXPECT_EQ(app().screens().goal.writer.found.of.skill, goals.front()->skill);
}

TEST_F(SkillsMap, ItSaysNothingOfEarlyOrLate) {
    const Child& child = stage_of_app(ui()).caseload().children().front();
    app().ui().nav->go({.screen = Screen::skills, .child = child.id, .detail = library().skills().front().id});
    ui().wait(0.1);
    constexpr std::array<std::string_view, 10> never{"late",   "early",    "behind",   "delay",   "ahead",
                                                     "normal", "abnormal", "disorder", "deficit", "should"};
    for (const WidgetInfo& widget : ui().record().widgets) {
        std::string said = " " + fold(widget.label) + " ";
        std::ranges::replace_if(said, [](char c) { return c < 'a' || c > 'z'; }, ' ');
        for (const std::string_view word : never)
            EXPECT_EQ(said.find(" " + std::string(word) + " "), std::string::npos) << widget.label;
    }
}

struct Look {
    std::string name;
    int text_percent;
    ImVec2 size;
};
class SkillsLayout : public testing::TestWithParam<Look> {};

TEST_P(SkillsLayout, NothingOverlapsAndTabReachesAll) {
    const auto ui = drive_app({.text_percent = GetParam().text_percent, .throwaway = true}, GetParam().size);
    auto& app = stage_of_app(*ui).app();
    const ChildId child = stage_of_app(*ui).caseload().children().front().id;
    app.ui().nav->go({.screen = Screen::skills, .child = child});
    ui->wait(0.2);
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
    EXPECT_EQ(ui->not_reached_by_tab(), std::vector<std::string>{});
    app.ui().nav->go({.screen = Screen::skills, .child = child, .detail = "fm.cut6_circle"});
    ui->wait(0.2);
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(Sizes, SkillsLayout,
                         testing::Values(Look{"design_size", 100, {1440, 900}}, Look{"smallest", 100, {1280, 720}},
                                         Look{"large_text", 150, {1440, 900}}, Look{"largest_text", 200, {1440, 900}}),
                         [](const auto& look) { return look.param.name; });

}  // namespace
}  // namespace pegboard::test
