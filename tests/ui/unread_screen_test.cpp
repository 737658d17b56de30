// A file in which some cells say nothing that can be understood: it opens, a notice stays until it was read, the values
// are shown as unknown, and what is changed beside them leaves them alone.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/store/database.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

void spoil(UiDriver& ui, const std::string& statements) {
    AppStage& stage = stage_of_app(ui);
    stage.crash_and_reopen([&] {
        const auto db =
            store::open_database(stage.file, {std::string(AppStage::passphrase), {}}, store::Access::write, true);
        ASSERT_TRUE(db.ok());
        db.value()->exec("PRAGMA ignore_check_constraints = ON");
        db.value()->exec("UPDATE journal_state SET open_change_set_id = 0");  // else no write is let through
        db.value()->exec(statements);
        db.value()->exec("UPDATE journal_state SET open_change_set_id = NULL");
    });
    ui.wait(0.2);
}

const Child& mateo_in(UiDriver& ui) {
    return *std::ranges::find(stage_of_app(ui).caseload().children(), "Mateo", &Child::first_name);
}

void show(UiDriver& ui, std::string_view detail) {
    stage_of_app(ui).app().ui().nav->go(
        {.screen = Screen::child, .child = mateo_in(ui).id, .detail = std::string(detail)});
    ui.wait(0.2);
}

TEST(UnreadCells, AreToldUntilReadAndShownAsUnknown) {
    const auto ui = drive_app();
    spoil(*ui,
          "UPDATE child SET date_of_birth = '31 Nov 2019', moves_by = 'hovers', iep_date = 'soon'"
          " WHERE first_name = 'Mateo'");
    ui->see("3 entries of this file cannot be read").see("Mateo's date of birth says \"31 Nov 2019\"");
    ui->open("Caseload").see("3 entries of this file cannot be read").see("age unknown");
    ui->open("Goals").see("3 entries of this file cannot be read");
    ui->click("Understood").not_see("cannot be read");
    show(*ui, "details");
    ui->see("age unknown").not_see("1970");
    EXPECT_EQ(ui->value("Date of birth"), "");
    // Going through the field changes nothing; what is typed into it is kept.
    ui->field("Date of birth").tab().wait(0.1);
    EXPECT_FALSE(is_known(mateo_in(*ui).date_of_birth));
    ui->field("School or site").retype("Oak Lane").tab().wait(0.1);
    EXPECT_EQ(mateo_in(*ui).school, "Oak Lane");
    EXPECT_FALSE(is_known(mateo_in(*ui).date_of_birth));
    ui->field("Date of birth").type("27 Mar 2020").tab().wait(0.1);
    EXPECT_EQ(mateo_in(*ui).date_of_birth, *make_date(2020, 3, 27));
    ui->see("6 years 6 months");
}

TEST(UnreadCells, OfASessionAndOfPointsLeaveEveryScreenStanding) {
    const auto ui = drive_app();
    spoil(*ui,
          "UPDATE session SET date = 'someday', status = 'postponed' WHERE date = '2026-09-29' AND start_min = 645;"
          "UPDATE data_point SET date = 'then' WHERE id IN (SELECT id FROM data_point ORDER BY id DESC LIMIT 40);"
          "UPDATE phase_change SET date = ''; UPDATE time_event SET date = 'one day';"
          "UPDATE goal SET due_date = 'later', start_date = 'before' WHERE id IN (SELECT id FROM goal LIMIT 20);"
          "UPDATE practice SET idle_lock_min = 0");
    ui->see("entries of this file cannot be read").click("Understood");
    for (const char* place : {"Today", "Caseload", "Goals", "Progress", "Activities", "Settings"})
        ui->open(place).wait(0.2);
    for (const char* detail : {"overview", "goals", "sessions", "progress", "details"}) show(*ui, detail);
    show(*ui, "sessions");
    for (int i = 0; i < 20 && !ui->sees("unknown date"); ++i) ui->wheel("New session", -1).wait(0.1);
    ui->see("unknown date").see("Status unknown");
    for (const Goal& goal : std::vector<Goal>(stage_of_app(*ui).caseload().goals())) {
        stage_of_app(*ui).app().ui().nav->go({.screen = Screen::goal, .child = goal.child, .goal = goal.id});
        ui->wait(0.05);
    }
    EXPECT_FALSE(stage_of_app(*ui).app().locked()) << "no minutes at all are no wish to be locked for ever";
}

}  // namespace
}  // namespace pegboard::test
