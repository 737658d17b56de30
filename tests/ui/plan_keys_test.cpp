// The Plan screen by keys: Enter on the chosen block opens what its activity is about.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

const Session& planned_today(Caseload& caseload, Date today) {
    for (const Session& session : caseload.sessions())
        if (session.date == today && session.blocks.size() > 1 && session.status == SessionStatus::planned)
            return session;
    throw std::runtime_error("No plan today");
}

TEST(PlanKeys, enter_on_the_chosen_block_opens_its_detail) {
    const auto ui = drive_app();
    Ui& inner = stage_of_app(*ui).app().ui();
    const Session session = planned_today(stage_of_app(*ui).caseload(), inner.clock.today);
    inner.nav->go({.screen = Screen::plan, .child = session.child, .session = session.id});
    ui->wait(0.5);
    for (int nth = 0; nth < 2; ++nth) {
        ui->press(ImGuiKey_DownArrow).wait(0.3);
        const auto block = std::find_if(session.blocks.begin(), session.blocks.end(),
                                        [&](const Block& each) { return each.title == ui->focused(); });
        ASSERT_NE(block, session.blocks.end()) << "Down chooses a block, not " << ui->focused();
        const Activity* about = inner.library->activity(block->activity);
        ASSERT_NE(about, nullptr);
        EXPECT_FALSE(ui->sees(about->idea));
        ui->press(ImGuiKey_Enter).wait(0.5).see(about->idea);
        ui->press(ImGuiKey_Escape).wait(0.5).not_see(about->idea);
    }
    EXPECT_EQ(stage_of_app(*ui).caseload().session(session.id)->blocks.size(), session.blocks.size());
}

TEST(PlanKeys, tab_goes_on_in_the_plan_after_the_button_that_made_it) {
    const auto ui = drive_app();
    Ui& inner = stage_of_app(*ui).app().ui();
    Session bare = planned_today(stage_of_app(*ui).caseload(), inner.clock.today);
    bare.blocks.clear();
    ASSERT_TRUE(stage_of_app(*ui).caseload().run(EditSession{bare}));
    inner.nav->go({.screen = Screen::plan, .child = bare.child, .session = bare.id});
    let_workers_end(*ui);
    for (int i = 0; i < 10 && ui->focused() != "Suggest a first plan"; ++i) ui->press(ImGuiKey_F6);
    ASSERT_EQ(ui->focused(), "Suggest a first plan");
    ui->press(ImGuiKey_Enter);
    let_workers_end(*ui);
    ASSERT_FALSE(ui->sees("Suggest a first plan"));
    ui->tab();
    const auto& all = ui->record().widgets;
    const auto focused = std::find_if(all.begin(), all.end(), [](const WidgetInfo& each) { return each.focused; });
    ASSERT_NE(focused, all.end());
    EXPECT_TRUE(focused->scope.starts_with("Session plan")) << focused->label << " in " << focused->scope;
}

}  // namespace
}  // namespace pegboard::test
