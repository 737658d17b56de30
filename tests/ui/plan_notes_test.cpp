// What the plan's panel says of open minutes is about the blocks that stand there: it agrees with the bar below, or is
// not said.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {
namespace plan_notes {

const Session& long_session(UiDriver& ui, std::size_t blocks) {
    Caseload& caseload = stage_of_app(ui).caseload();
    const Date today = stage_of_app(ui).app().ui().clock.today;
    const auto found = std::ranges::find_if(
        caseload.sessions(), [&](const Session& each) { return each.date == today && each.start_min == 10 * 60 + 45; });
    Session session = *found;
    session.length_min = 120;
    session.blocks.resize(std::min(blocks, session.blocks.size()));
    for (Block& block : session.blocks) block.pinned = false;
    if (!caseload.run(EditSession{session}).ok()) throw std::runtime_error("the session could not be made long");
    return *caseload.session(session.id);
}

/// The number before `words` in what is on screen; 0 when nobody says it.
int number_before(const UiDriver& ui, std::string_view words) {
    for (const WidgetInfo& each : ui.record().widgets)
        if (const auto at = each.label.find(words); at != std::string::npos) return std::atoi(each.label.c_str());
    return 0;
}

TEST(PlanNotes, OfOpenMinutesAreAboutTheBlocksThatStandThere) {
    const auto ui = drive_app();
    long_session(*ui, 1);
    ui->wait(0.1).click("Plan Mateo García, 10:45 am");
    let_workers_end(*ui);
    ui->wait(0.3);
    ui->not_see("minutes stay open");  // of a plan that nobody sees
    EXPECT_GT(number_before(*ui, " min left"), 60);
    ui->press(ImGuiKey_G).wait(0.2);
    ImGui::GetIO().AddInputCharacter('g');
    ui->wait(0.2);
    let_workers_end(*ui);
    ui->wait(0.5);
    let_workers_end(*ui);
    ui->wait(0.5);
    if (const int said = number_before(*ui, " minutes stay open"); said > 0) {
        EXPECT_EQ(said, number_before(*ui, " min left"));
    }
}

}  // namespace plan_notes
}  // namespace
}  // namespace pegboard::test
