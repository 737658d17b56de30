// A therapist's discipline changes only after a question, with the credential of the new one; what names the therapist
// keeps the name.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/parts/parts.h"
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

TEST(ChangeOfDiscipline, LeavesWhoIsNamedAmongTheChoices) {
    const auto ui = drive_app();
    Caseload& caseload = stage_of_app(*ui).caseload();
    Therapist changed = me(*ui);
    changed.discipline = Discipline::pt;
    ASSERT_TRUE(caseload.run(EditTherapist{changed}).ok());
    EXPECT_EQ(team_choice(caseload, Discipline::ot, "Not named").index_of(changed.id), -1);
    const TeamChoice with = team_choice(caseload, Discipline::ot, "Not named", changed.id);
    ASSERT_GT(with.index_of(changed.id), 0) << "a service that names the therapist shows the name";
    EXPECT_EQ(with.names[static_cast<std::size_t>(with.index_of(changed.id))], changed.name);
}

}  // namespace
}  // namespace pegboard::test
