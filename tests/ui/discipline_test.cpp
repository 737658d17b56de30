// A therapist's discipline changes only after a question, with the credential of the new one; what names the therapist
// keeps the name.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

const Therapist& me(UiDriver& ui) {
    Caseload& caseload = stage_of_app(ui).caseload();
    return *caseload.therapist(caseload.practice().me);
}

TEST(ChangeOfDiscipline, IsAskedAboutFirst) {
    const auto ui = drive_app();
    const Therapist before = me(*ui);
    ASSERT_EQ(before.discipline, Discipline::ot);
    ui->open("Settings").in("You").click("Discipline: PT");
    ui->see("Change to PT?").see("will write and sign PT notes, and no OT notes any more");
    EXPECT_EQ(me(*ui), before) << "nothing changed yet";
    ui->click("Stay OT");
    EXPECT_EQ(me(*ui), before);
    ui->in("You").click("Discipline: PT");
    ui->field("Credentials as PT").type("PT, DPT").click("Change to PT");
    EXPECT_EQ(me(*ui).discipline, Discipline::pt);
    EXPECT_EQ(me(*ui).credentials, "PT, DPT") << "an OT credential signs no PT note";
}

TEST(ChangeOfDiscipline, LeavesTheTherapistOfAServiceInSight) {
    const auto ui = drive_app();
    Caseload& caseload = stage_of_app(*ui).caseload();
    const auto served = std::ranges::find_if(caseload.children(), [&](const Child& child) {
        return !child.services.empty() && child.services.front().therapist == me(*ui).id;
    });
    ASSERT_NE(served, caseload.children().end());
    const ChildId child = served->id;
    const std::string name = me(*ui).name;
    Therapist changed = me(*ui);
    changed.discipline = Discipline::pt;
    ASSERT_TRUE(caseload.run(EditTherapist{changed}).ok());
    stage_of_app(*ui).app().ui().nav->go({.screen = Screen::child, .child = child, .detail = "details"});
    ui->wait(0.2);
    EXPECT_EQ(ui->in("Service 1").value("Therapist"), name);
    EXPECT_EQ(caseload.child(child)->services.front().therapist, changed.id);
}

}  // namespace
}  // namespace pegboard::test
