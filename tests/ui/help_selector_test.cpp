// The help selector of a running session holds as many levels as a list may have: no word is cut, every level has its
// key, and the usual five keep their one row.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

const std::string title = "Cuts out a 10 cm circle close to the line";
constexpr std::array letters{ImGuiKey_Q, ImGuiKey_W, ImGuiKey_E, ImGuiKey_R, ImGuiKey_T, ImGuiKey_Y,
                             ImGuiKey_U, ImGuiKey_I, ImGuiKey_O, ImGuiKey_P, ImGuiKey_A, ImGuiKey_S};
const std::vector<std::string> long_names{"On his own",
                                          "Wait and look expectantly",
                                          "Point at what comes next",
                                          "Picture card of the step",
                                          "Spoken reminder, once",
                                          "Show the movement first",
                                          "Light touch at the elbow",
                                          "Guide the wrist, let go halfway",
                                          "Hand over hand with consent"};
const std::vector<std::string> more_names{"Steady the paper", "Adapted scissors", "Two helpers"};

std::unique_ptr<UiDriver> with_levels(const std::vector<std::string>& names, int text_percent, ImVec2 size) {
    auto ui = drive_app({.text_percent = text_percent, .throwaway = true}, size);
    Caseload& caseload = stage_of_app(*ui).caseload();
    std::vector<HelpChoice> list;
    for (const std::string& name : names)
        list.push_back({.id = {}, .name = name, .assist = static_cast<int>(list.size()) % 9, .prompt = {}});
    if (!list.empty() && !caseload.run(SetHelpChoices{caseload.practice().me, list}).ok())
        throw std::runtime_error("The levels are refused.");
    ui->wait(0.1);
    ui->click("Start: Mateo García, 10:45 am");
    if (ui->sees("Record: " + title)) ui->click("Record: " + title);
    ui->in(title).click("Choose goal: " + title);
    return ui;
}

/// The parts of the selector of that goal, in order.
std::vector<const WidgetInfo*> parts(const UiDriver& ui) {
    std::vector<const WidgetInfo*> found;
    for (const WidgetInfo& widget : ui.record().widgets)
        if (widget.role == WidgetRole::radio && widget.label.starts_with("Help: ") &&
            widget.scope.find(title) != std::string::npos)
            found.push_back(&widget);
    return found;
}

int rows(const UiDriver& ui) {
    std::set<float> tops;
    for (const WidgetInfo* part : parts(ui)) tops.insert(part->min.y);
    return static_cast<int>(tops.size());
}

struct Look {
    std::string name;
    int text_percent;
    ImVec2 size;
};
class HelpSelector : public testing::TestWithParam<Look> {};

TEST_P(HelpSelector, NineLongNamesAreReadWholeAndReachedByTheirKeys) {
    const auto ui = with_levels(long_names, GetParam().text_percent, GetParam().size);
    ASSERT_EQ(parts(*ui).size(), long_names.size());
    for (const WidgetInfo* part : parts(*ui)) EXPECT_FALSE(part->clipped) << part->label;
    EXPECT_GT(rows(*ui), 1);
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
    for (std::size_t i = long_names.size(); i-- > 0;) {
        ui->press(letters[i]);
        EXPECT_TRUE(parts(*ui)[i]->selected) << long_names[i];
    }
}

INSTANTIATE_TEST_SUITE_P(Session, HelpSelector,
                         testing::Values(Look{"design_size", 100, {1440, 900}}, Look{"large_text", 150, {1280, 800}},
                                         Look{"largest_text", 200, {1440, 900}}),
                         [](const auto& look) { return look.param.name; });

TEST(HelpSelectorKeys, TwelveLevelsEachHaveAKeyAndItIsRecorded) {
    std::vector<std::string> names = long_names;
    names.insert(names.end(), more_names.begin(), more_names.end());
    const auto ui = with_levels(names, 100, {1440, 900});
    ui->press(ImGuiKey_S);
    EXPECT_TRUE(parts(*ui).back()->selected);
    ui->press(ImGuiKey_1);
    const auto& sessions = stage_of_app(*ui).caseload().sessions();
    const auto points = stage_of_app(*ui).caseload().points(std::ranges::find_if(sessions, is_running)->id);
    ASSERT_EQ(points.value()->size(), 1U);
    EXPECT_EQ(points.value()->front().assist, 11 % 9);
}

TEST(HelpSelectorKeys, TheUsualFiveStandInOneRow) {
    const auto ui = with_levels({}, 100, {1440, 900});
    ASSERT_EQ(parts(*ui).size(), 5U);
    EXPECT_EQ(rows(*ui), 1);
    EXPECT_EQ(parts(*ui).front()->max.y - parts(*ui).front()->min.y, 48);
    for (const WidgetInfo* part : parts(*ui)) EXPECT_FALSE(part->clipped) << part->label;
    ui->in(title).hover("Help: Light touch").wait(0.8).see("Light touch  R");
}

TEST(HelpSelectorKeys, ANameLongerThanARowGrowsIt) {
    std::string endless = "First";
    while (endless.size() < 280) endless += " and then again";
    const auto ui = with_levels({"No help", endless}, 150, {1280, 800});
    for (const WidgetInfo* part : parts(*ui)) EXPECT_FALSE(part->clipped) << part->label;
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
}

}  // namespace
}  // namespace pegboard::test
