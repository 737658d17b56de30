// What goes out of Reports: one private file or a print job from memory, with nothing left behind; who gets it is asked
// and kept; a lock leaves nothing of a page.
#include <sys/stat.h>

#include "app/design/page_textures.h"
#include "tests/ui/reports_stage.h"

namespace pegboard::test {
namespace {
namespace reports_out {
namespace fs = std::filesystem;
using reports::Kind;

class ReportsOut : public ReportsStage {};

// ------------------------------------------------------------------ saving

TEST_F(ReportsOut, SavingWritesOnePrivateFileAndKeepsWhoGetsIt) {
    const Child child = mateo();
    go(report_place(Kind::progress_report, child.id));
    ui().click("Save as PDF...");
    pages_come();
    ui().wait(0.3);
    const std::string name = ui().value("File name");
    EXPECT_EQ(name.find(child.first_name), std::string::npos) << name;
    EXPECT_EQ(name.find(child.last_name), std::string::npos) << name;
    EXPECT_TRUE(name.ends_with(".pdf")) << name;
    ui().click("Save here").wait(0.3);
    EXPECT_TRUE(content(path_of(name)).starts_with("%PDF-"));
    struct stat found{};
    ASSERT_EQ(::stat(path_of(name).c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0600U);
    EXPECT_EQ(std::distance(fs::directory_iterator(stage().folder / "documents"), {}), 1) << "nothing beside it";
    const std::size_t before = caseload().disclosures(child.id).size();
    ui().in("Who gets it, and why?").see("Progress report");
    ui().in("Who gets it, and why?").click("Keep in the list").wait(0.2);
    ui().see("Say who gets it.");
    EXPECT_EQ(caseload().disclosures(child.id).size(), before);
    ui().in("Who gets it, and why?").field("Who gets it").type("Ms. Rivera, teacher");
    ui().in("Who gets it, and why?").click("For a meeting").click("Keep in the list").wait(0.3);
    const auto& entries = caseload().disclosures(child.id);
    ASSERT_EQ(entries.size(), before + 1);
    EXPECT_EQ(entries.front().recipient, "Ms. Rivera, teacher");
    EXPECT_EQ(entries.front().reason, "For a meeting");
    EXPECT_EQ(entries.front().way, ReportWay::saved);
    EXPECT_EQ(entries.front().title.find(child.first_name), std::string::npos);
    EXPECT_TRUE(screen().gone.empty());
    app().ui().nav->go({.screen = Screen::child, .child = child.id, .detail = "details"});
    ui().wait(0.3);
    scroll_down_until("For Ms. Rivera, teacher: For a meeting");
    ui().see("Reports made and who got them").see("For Ms. Rivera, teacher: For a meeting");
}

TEST_F(ReportsOut, AFileOfAnotherKindIsNeverWrittenOver) {
    go(report_place(Kind::progress_report, mateo().id));
    std::ofstream(path_of("letter.pdf")) << "Dear family";
    save_as("letter.pdf");
    ui().click("Replace it").wait(0.3);
    ui().see("A file of another kind has this name. Nothing was written. Give the new file another name.");
    EXPECT_EQ(content(path_of("letter.pdf")), "Dear family");
    ui().not_see("Who gets it, and why?");
    EXPECT_TRUE(screen().gone.empty()) << "nothing left";
    EXPECT_FALSE(fs::exists(path_of("letter.pdf.part")));
}

TEST_F(ReportsOut, WhatStaysWithMeIsNotKept) {
    const Session session = planned();
    const std::size_t before = caseload().disclosures(session.child).size();
    go(report_place(Kind::session_plan, session.child, session.id));
    save_as("plan.pdf");
    ui().in("Who gets it, and why?").click("It stays with me").wait(0.2);
    EXPECT_TRUE(screen().gone.empty());
    EXPECT_EQ(caseload().disclosures(session.child).size(), before);
}

TEST_F(ReportsOut, MyDayIsNobodyElses) {
    ui().open("Reports");
    pages_come();
    save_as("day.pdf");
    EXPECT_TRUE(content(path_of("day.pdf")).starts_with("%PDF-"));
    ui().not_see("Who gets it, and why?");
    EXPECT_TRUE(screen().gone.empty());
}

TEST_F(ReportsOut, WhoWasSaidBeforeIsNotAskedAgain) {
    const Child child = mateo();
    const std::size_t before = caseload().disclosures(child.id).size();
    go(report_place(Kind::progress_report, child.id));
    ui().field("Who gets it").type("Oakfield Primary").field("Why they get it").type("Plan meeting");
    save_as("report.pdf");
    ui().not_see("Who gets it, and why?");
    ASSERT_EQ(caseload().disclosures(child.id).size(), before + 1);
    EXPECT_EQ(caseload().disclosures(child.id).front().recipient, "Oakfield Primary");
    EXPECT_TRUE(ui().value("Who gets it").empty()) << "says nothing of the next";
}

TEST_F(ReportsOut, WhoWasNotSaidIsAskedForUntilItIs) {
    go(report_place(Kind::progress_report, mateo().id));
    save_as("report.pdf");
    ui().see("Who gets it, and why?").press(ImGuiKey_Escape).wait(0.2).not_see("Who gets it, and why?");
    ui().see("Who gets it is not noted yet: Mateo García: " + screen().gone.front().title);
    ui().click("Say who gets it").see("Who gets it, and why?");
}

// ------------------------------------------------------------------ printing

TEST_F(ReportsOut, PrintingHandsThePagesOverInMemory) {
    const Child child = mateo();
    const std::size_t before = caseload().disclosures(child.id).size();
    go(report_place(Kind::progress_report, child.id));
    ui().press(ImGuiMod_Ctrl | ImGuiKey_P);
    pages_come();
    StandInMachine& machine = stage().machine;
    ASSERT_TRUE(machine.printed.starts_with("%PDF-"));
    EXPECT_EQ(machine.print_title, reports::words(Kind::progress_report)) << "nobody's name in the printer's queue";
    ui().not_see("Who gets it, and why?");
    machine.print_heard(PrintEnd::sent);
    ui().wait(0.3).in("Who gets it, and why?").see("was printed.");
    ui().in("Who gets it, and why?").field("Who gets it").type("His mother");
    ui().in("Who gets it, and why?").field("And why").type("Asked for it").press(ImGuiKey_Enter).wait(0.3);
    ASSERT_EQ(caseload().disclosures(child.id).size(), before + 1);
    EXPECT_EQ(caseload().disclosures(child.id).front().way, ReportWay::printed);
    EXPECT_EQ(std::distance(fs::directory_iterator(stage().folder / "documents"), {}), 0) << "nothing on disk";
}

TEST_F(ReportsOut, APrintThatCameToNothingIsNotAskedAbout) {
    go(report_place(Kind::progress_report, mateo().id));
    for (const PrintEnd end : {PrintEnd::cancelled, PrintEnd::failed}) {
        ui().click("Print...");
        pages_come();
        stage().machine.print_heard(end);
        ui().wait(0.3).not_see("Who gets it, and why?");
        EXPECT_TRUE(screen().gone.empty());
    }
    ui().see("The desktop could not print the pages. Save them as a PDF and print that file.");
}

TEST_F(ReportsOut, WithoutAPrintDialogSavingIsOffered) {
    stage().machine.prints = false;
    go(report_place(Kind::progress_report, mateo().id));
    ui().click("Print...");
    pages_come();
    ui().wait(0.2).see("Printing does not work from here").click("Save as PDF");
    pages_come();
    ui().wait(0.2).see("Where should it be saved?");
}

// ------------------------------------------------------------------ made before

TEST_F(ReportsOut, WhatWasMadeBeforeIsMadeAgainAsItWas) {
    const Child child = mateo();
    go(report_place(Kind::progress_report, child.id));
    ui().click("Paper: A4").click("Written for: Clinic").field("From").retype("1 Aug 2026").press(ImGuiKey_Tab);
    ui().wait(0.2).field("Who gets it").type("Dr. Chen").field("Why they get it").type("Asked for");
    save_as("clinic.pdf");
    ui().click("Paper: Letter").click("Written for: Family").wait(0.2);
    ui().click("Made before").wait(0.2).see("For Dr. Chen: Asked for");
    ui().click("Make again: " + caseload().disclosures(child.id).front().title).wait(0.3);
    pages_come();
    const reports::Choices& now = screen().preview.of;
    EXPECT_EQ(now.paper, reports::Paper::a4);
    EXPECT_EQ(now.audience, reports::Audience::clinic);
    EXPECT_EQ(iso(now.from), "2026-08-01");
    EXPECT_EQ(now.child, child.id);
}

// ------------------------------------------------------------------ the lock

TEST_F(ReportsOut, ALockLeavesNothingOfThePages) {
    go(report_place(Kind::progress_report, mateo().id));
    EXPECT_GT(app().design().pages().held(), 0U);
    const Place place = app().ui().nav->here();
    app().lock();
    EXPECT_EQ(screen().preview.document, nullptr);
    EXPECT_EQ(screen().preview.pages, nullptr);
    ui().wait(0.2);
    EXPECT_EQ(app().design().pages().held(), 0U) << "overwritten and given back";
    let_workers_end(ui());
    ui().field("Passphrase").retype(AppStage::passphrase).press(ImGuiKey_Enter).wait(0.3);
    pages_come();
    EXPECT_EQ(app().ui().nav->here(), place);
    EXPECT_TRUE(screen().preview.set);
    EXPECT_NE(words().find(full_name(mateo())), std::string::npos);
}

TEST_F(ReportsOut, AFileChosenBehindTheLockIsNotWritten) {
    std::function<void(fs::path)> chosen;
    stage().machine.dialog = [&](auto heard) { chosen = std::move(heard); };
    go(report_place(Kind::progress_report, mateo().id));
    ui().click("Save as PDF...");
    pages_come();
    ASSERT_TRUE(chosen);
    app().lock();
    let_workers_end(ui());
    chosen(path_of("late.pdf"));
    ui().wait(0.3);
    EXPECT_FALSE(fs::exists(path_of("late.pdf")));
}

TEST_F(ReportsOut, PagesPrintedBehindTheLockAreAskedAboutAfterIt) {
    go(report_place(Kind::progress_report, mateo().id));
    ui().click("Print...");
    pages_come();
    app().lock();
    let_workers_end(ui());
    stage().machine.print_heard(PrintEnd::sent);
    ui().wait(0.2).field("Passphrase").retype(AppStage::passphrase).press(ImGuiKey_Enter).wait(0.3);
    pages_come();
    ASSERT_EQ(screen().gone.size(), 1U);
    ui().see("Who gets it is not noted yet: Mateo García: " + screen().gone.front().title);
}

}  // namespace reports_out
}  // namespace
}  // namespace pegboard::test
