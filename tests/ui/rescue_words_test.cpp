// What was typed with a precaution is read where it is needed: the rescue plan beside the phones, all words on the
// sheet of precautions, in and out of a session; and the sheet names every kind nobody asked about.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/rules/asking.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

Child child_with_words(UiDriver& ui) {
    Caseload& caseload = stage_of_app(ui).caseload();
    const auto found = std::ranges::find(caseload.children(), "Mateo", &Child::first_name);
    Child child = *found;
    std::erase_if(child.precautions, [](const ChildPrecaution& each) { return each.code == "seizure"; });
    child.rescue_plan = "Call his mother first";
    child.precautions.push_back({mint<RowId>(),
                                 "seizure",
                                 {{"rescue_plan", "see plan in blue folder"}, {"triggers", "flicker of the old lamp"}},
                                 ""});
    child.askings.clear();
    if (!caseload.run(EditChild{child}).ok()) throw std::runtime_error("The child is refused.");
    ui.frame();
    return child;
}

TEST(TypedRescuePlan, IsBesideThePhonesInASession) {
    const auto ui = drive_app();
    child_with_words(*ui);
    ui->click("Start: Mateo García, 10:45 am");
    ui->press(ImGuiKey_F9).see("Call his mother first").see("Rescue plan: see plan in blue folder").click("Close");
    ui->press(ImGuiKey_F8).see("Rescue plan: see plan in blue folder").see("Known triggers: flicker of the old lamp");
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
}

TEST(TypedRescuePlan, IsBesideThePhonesOnTheChildsPageThoughNothingElseIsWritten) {
    const auto ui = drive_app();
    Child child = child_with_words(*ui);
    child.rescue_plan.clear();
    ASSERT_TRUE(stage_of_app(*ui).caseload().run(EditChild{child}).ok());
    stage_of_app(*ui).app().ui().nav->go({.screen = Screen::child, .child = child.id});
    ui->wait(0.2);
    ui->click("Phone and rescue plan").see("see plan in blue folder").not_see("No rescue plan on file");
}

TEST(SafetySheet, NamesEveryPrecautionNobodyAskedAbout) {
    const auto ui = drive_app();
    const Child child = child_with_words(*ui);
    ui->click("Start: Mateo García, 10:45 am").press(ImGuiKey_F8);
    const std::string words = ui->transcript();
    const Library& library = *stage_of_app(*ui).app().ui().library;
    ASSERT_GT(not_asked(child, library), 3);
    for (const AskedKind& kind : asked_kinds(child, library)) {
        if (kind.state != AskState::not_asked) continue;
        EXPECT_NE(words.find(kind.precaution->short_label), std::string::npos) << kind.precaution->short_label;
    }
}

}  // namespace
}  // namespace pegboard::test
