// What is said under a field is read whole, and what stands below it makes room.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/app_stage.h"
#include "tests/ui/widget_host.h"

namespace pegboard::test {
namespace {

constexpr std::string_view refusal = "The session would go on after midnight. Begin earlier, or make it shorter.";

std::string lines(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& each : all) text += each + "\n";
    return text;
}

const WidgetInfo* widget_with(const UiDriver& ui, std::string_view label) {
    const auto& all = ui.record().widgets;
    const auto found = std::ranges::find(all, label, &WidgetInfo::label);
    return found == all.end() ? nullptr : &*found;
}

TEST(ErrorLines, WrapAndPushWhatStandsBelowAndTheCardAroundThem) {
    bool wrong = false;
    const auto ui = drive_widgets([&](Ui& u) {
        const Rect inside = begin_scroll(u, "page", {100, 100, 400, 500});
        pressable(u, {inside.x, inside.y, 400, 180}, "Card", WidgetRole::card);
        const FieldLook look{.error = wrong ? refusal : std::string_view()};
        form_field(u, {inside.x + 20, inside.y + 20, 140, 60}, "Minutes", "form.minutes", look);
        form_field(u, {inside.x + 20, inside.y + 96, 140, 60}, "Place", "form.place");
        button(u, Vec{inside.x, inside.y + 200}, "Below");
        end_scroll(u, inside.y + 240);
    });
    ui->wait(0.1);
    const WidgetInfo place = *widget_with(*ui, "Place"), card = *widget_with(*ui, "Card"),
                     below = *widget_with(*ui, "Below");
    wrong = true;
    ui->wait(0.2);
    const WidgetInfo* said = widget_with(*ui, refusal);
    ASSERT_NE(said, nullptr);
    EXPECT_FALSE(said->clipped);
    EXPECT_GT(said->max.y - said->min.y, 40) << "several lines";
    EXPECT_GT(widget_with(*ui, "Place")->min.y, place.min.y);
    EXPECT_GE(widget_with(*ui, "Place")->min.y, said->max.y);
    EXPECT_GT(widget_with(*ui, "Card")->max.y, card.max.y) << "the card grows";
    EXPECT_EQ(widget_with(*ui, "Card")->min.y, card.min.y);
    EXPECT_GT(widget_with(*ui, "Below")->min.y, below.min.y);
    EXPECT_EQ(lines(ui->lint()), "");
    wrong = false;
    ui->wait(0.2);
    EXPECT_EQ(widget_with(*ui, "Place")->min.y, place.min.y);
    EXPECT_EQ(widget_with(*ui, "Below")->min.y, below.min.y);
}

class ErrorLinesAt : public testing::TestWithParam<int> {
 protected:
    std::unique_ptr<UiDriver> ui_ = drive_app({.text_percent = GetParam(), .throwaway = true}, ImVec2(1440, 900));
    UiDriver& ui() { return *ui_; }
    App& app() { return stage_of_app(*ui_).app(); }
    [[nodiscard]] bool an_error_is_said() const {
        return std::ranges::any_of(ui_->record().widgets, [](const WidgetInfo& each) { return each.value == "error"; });
    }
    void expect_readable() {
        ui().wait(0.6);
        EXPECT_TRUE(an_error_is_said());
        EXPECT_EQ(lines(ui().lint()), "");
    }
};

TEST_P(ErrorLinesAt, OfANewSessionAreReadWhole) {
    ui().open("Today").click("Add session").see("When is the session?");
    ui().field("Start").retype("half past never").tab();
    expect_readable();
    ui().field("Date").retype("31 Nov").tab();
    ui().field("Minutes").retype("2000").tab();
    expect_readable();
}

TEST_P(ErrorLinesAt, OfAGoalBeingWrittenAreReadWhole) {
    const auto& all = stage_of_app(*ui_).caseload().children();
    app().ui().nav->go({.screen = Screen::goal, .child = all.front().id, .detail = "from:G023"});
    ui().wait(0.2);
    ui().field("Value 1").type("some").tab();
    ui().field("Starts").retype("sometime").tab();
    ui().field("Reached in").retype("many").tab();
    expect_readable();
}

TEST_P(ErrorLinesAt, OfAChildsDetailsAreReadWhole) {
    const auto& all = stage_of_app(*ui_).caseload().children();
    app().ui().nav->go({.screen = Screen::child, .child = all.front().id, .detail = "details"});
    ui().wait(0.2);
    ui().field("Date of birth").retype("1 Jan 2031").press(ImGuiKey_Enter);
    expect_readable();
}

TEST_P(ErrorLinesAt, OfAValueSeenAreReadWhole) {
    const auto& goals = stage_of_app(*ui_).caseload().goals();
    const auto open = std::ranges::find(goals, GoalStatus::active, &Goal::status);
    app().ui().nav->go({.screen = Screen::goal, .child = open->child, .goal = open->id});
    ui().wait(0.3);
    ui().click("Enter a value").see("What was seen?");
    ui().field("Day").type("31 Nov").tab();
    expect_readable();
}

INSTANTIATE_TEST_SUITE_P(Sizes, ErrorLinesAt, testing::Values(100, 150),
                         [](const auto& percent) { return "at_" + std::to_string(percent.param); });

}  // namespace
}  // namespace pegboard::test
