// What was typed before the program ended without a word stands in its field again, and is part of the record at once:
// nothing that a person reads on screen is missing from what is kept or signed.
#include <gtest/gtest.h>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

constexpr std::string_view mateo = "Mateo García, 10:45 am";
constexpr double drafts_kept_s = 3;

Caseload& caseload_of(UiDriver& ui) { return stage_of_app(ui).caseload(); }

std::unique_ptr<UiDriver> at_the_note(SessionId& session) {
    auto ui = drive_app();
    ui->click("Start: " + std::string(mateo));
    for (const Session& each : caseload_of(*ui).sessions())
        if (is_running(each)) session = each.id;
    ui->click("Finish session").click("Finish and write note");
    return ui;
}

SessionNote note_of(UiDriver& ui, SessionId session) {
    const auto& heads = caseload_of(ui).notes(session);
    return heads.empty() ? SessionNote{} : caseload_of(ui).note(heads.front().id).take();
}

TEST(Restored, WordsOfANoteAreInTheNoteThatIsSigned) {
    SessionId session;
    const auto ui = at_the_note(session);
    ui->field("Assessment").type("Steadier than last week.").wait(drafts_kept_s);
    stage_of_app(*ui).crash_and_reopen();
    ui->wait(0.3);
    if (!ui->sees("Sign as final")) ui->open("Today").click("Write note: " + std::string(mateo));
    ui->wait(0.3);
    EXPECT_NE(ui->value("Assessment").find("Steadier than last week."), std::string::npos);
    ui->not_see("Not saved yet").see("All changes saved");
    EXPECT_NE(note_of(*ui, session).assessment.find("Steadier than last week."), std::string::npos) << "before a press";
    ui->click("Sign as final").wait(0.1).not_see("Assessment is empty").click("Sign it").wait(0.2);
    const SessionNote note = note_of(*ui, session);
    EXPECT_EQ(note.status, NoteStatus::final_);
    EXPECT_NE(note.assessment.find("Steadier than last week."), std::string::npos);
}

TEST(Restored, WordsOfANoteThatAreRefusedAreSaidOnceAndNotSigned) {
    SessionId session;
    const auto ui = at_the_note(session);
    ui->field("Assessment").type(std::string(20'100, 'x')).wait(drafts_kept_s);
    stage_of_app(*ui).crash_and_reopen();
    ui->wait(0.3);
    if (!ui->sees("Sign as final")) ui->open("Today").click("Write note: " + std::string(mateo));
    ui->wait(0.3);
    ui->see("Not saved").see("too long");
    EXPECT_FALSE(ui->find("Sign as final").enabled);
    EXPECT_TRUE(caseload_of(*ui).notes(session).empty());
}

TEST(Restored, WordsThatWereKeptWithoutTheirAuthorStandInTheNoteOfWhoWritesIt) {
    SessionId session;
    const auto ui = at_the_note(session);
    const ChildId child = caseload_of(*ui).session(session)->child;
    const std::string before = "note." + std::to_string(session.value) + "." + std::to_string(child.value) + ".Plan";
    ASSERT_TRUE(caseload_of(*ui).keep_draft(before, "Same start next week.").ok());
    stage_of_app(*ui).crash_and_reopen();
    ui->wait(0.3);
    if (!ui->sees("Sign as final")) ui->open("Today").click("Write note: " + std::string(mateo));
    ui->wait(0.5);
    EXPECT_NE(note_of(*ui, session).plan.find("Same start next week."), std::string::npos);
    EXPECT_FALSE(caseload_of(*ui).drafts().contains(before));
}

}  // namespace
}  // namespace pegboard::test
