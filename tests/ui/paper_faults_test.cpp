// What nobody asked and what cannot both be right is in sight wherever a child is worked with; who gets a report is
// asked for each report by itself and kept once; the list of children prefers how a name begins.
#include <sqlite3.h>

#include <algorithm>

#include "core/rules/asking.h"
#include "tests/core/failing_vfs.h"
#include "tests/ui/reports_stage.h"

namespace pegboard::test {
namespace {
namespace paper_faults {

using reports::Kind;

class PaperFaults : public ReportsStage {
 public:
    PaperFaults() { work_again(); }  // stands before the disk from here on
    ~PaperFaults() override { work_again(); }
    PaperFaults(const PaperFaults&) = delete;
    PaperFaults& operator=(const PaperFaults&) = delete;

 protected:
    /// A shunt that is there and none, asthma, and kinds nobody asked about.
    Child make_open() {
        Child child = mateo();
        child.precautions = {{mint<RowId>(), "respiratory", {}, "", {}, {}}, {mint<RowId>(), "shunt", {}, "", {}, {}}};
        child.askings = {{mint<RowId>(), *make_date(2026, 9, 29), {}, "mother", {"shunt", "seizure", "cardiac"}}};
        EXPECT_TRUE(caseload().run(EditChild{child}).ok());
        ui().wait(0.2);
        return child;
    }
    void sees_all_of(const Child& child) {
        ui().see(say_not_asked(child, *app().ui().library));
        ui().see("Shunt is on record, and asked on 29 Sep 2026 there was none. Which is right?");
        ui().see("Asthma or lungs");
    }
    void go_to(Kind kind, ChildId child) { go(report_place(kind, child)); }
};

TEST_F(PaperFaults, WhatIsOpenIsOnTodaysCardThePlanAndTheSession) {
    const Child child = make_open();
    app().ui().nav->go({.screen = Screen::today});
    ui().wait(0.2);
    ui().in("Mateo García, 10:45 am").see(say_not_asked(child, *app().ui().library));
    ui().in("Mateo García, 10:45 am").see("Which is right?");
    ui().in("Mateo García, 10:45 am").see("Asthma or lungs");
    EXPECT_EQ(ui().lint(), std::vector<std::string>{});
    ui().click("Session: Mateo García, 10:45 am").wait(0.3);
    let_workers_end(ui());
    ui().in("Take care").see("Which is right?");
    ui().in("Take care").see(say_not_asked(child, *app().ui().library));
    app().ui().nav->go({.screen = Screen::today});
    ui().wait(0.2);
    ui().click("Start: Mateo García, 10:45 am").wait(0.3);
    ui().in("Take care").see(say_not_asked(child, *app().ui().library));
    ui().in("Take care").see("Which is right?");
    sees_all_of(child);
    EXPECT_EQ(ui().lint(), std::vector<std::string>{});
}

TEST_F(PaperFaults, WordsForOneReportAreNeverThoseOfAnother) {
    const Child child = mateo();
    const auto entries = [&] { return caseload().disclosures(child.id).size(); };
    const std::size_t before = entries();
    go_to(Kind::progress_report, child.id);
    save_as("family.pdf");
    ui().in("Who gets it, and why?").see("Mateo García: Progress report for the family");
    ui().in("Who gets it, and why?").field("Who gets it").type("His mother").press(ImGuiKey_Escape).wait(0.2);
    if (ui().sees("Who gets it, and why?")) ui().press(ImGuiKey_Escape).wait(0.2);
    ui().see("Who gets it is not noted yet: Mateo García: Progress report for the family");
    ui().click("Written for: School").wait(0.2);
    pages_come();
    save_as("school.pdf");
    ASSERT_EQ(screen().gone.size(), 2U);
    ui().in("Who gets it, and why?").click("It stays with me").wait(0.3);
    ASSERT_EQ(screen().gone.size(), 1U);
    EXPECT_TRUE(screen().gone.front().title.find("for the school") != std::string::npos);
    EXPECT_TRUE(screen().gone.front().who.empty()) << "nothing of the family's report";
    ui().in("Who gets it, and why?").see("Progress report for the school");
    EXPECT_TRUE(ui().in("Who gets it, and why?").value("Who gets it").empty());
    EXPECT_EQ(entries(), before);
}

TEST_F(PaperFaults, WordsAtTheFootGoWithTheirReport) {
    go_to(Kind::progress_report, mateo().id);
    ui().field("Who gets it").type("His mother").press(ImGuiKey_Tab).wait(0.1);
    EXPECT_EQ(ui().value("Who gets it"), "His mother");
    ui().click("Written for: School").wait(0.2);
    pages_come();
    EXPECT_TRUE(ui().value("Who gets it").empty()) << "the school's report has its own";
}

TEST_F(PaperFaults, KeptAgainAfterAFullDiskIsKeptOnce) {
    const Child child = mateo();
    const std::size_t before = caseload().disclosures(child.id).size();
    go_to(Kind::progress_report, child.id);
    save_as("report.pdf");
    ui().in("Who gets it, and why?").field("Who gets it").type("His mother");
    ui().in("Who gets it, and why?").click("For a meeting");
    fail_from(1, SQLITE_FULL, Calls::writes);
    ui().in("Who gets it, and why?").click("Keep in the list").wait(0.2);
    ui().click("Say who gets it").wait(0.2);
    ui().in("Who gets it, and why?").click("Keep in the list").wait(0.2);
    work_again();
    ui().click("Try again").wait(0.3);
    EXPECT_EQ(caseload().disclosures(child.id).size(), before + 1);
    EXPECT_TRUE(screen().gone.empty());
}

TEST_F(PaperFaults, TypingPrefersHowANameBegins) {
    go_to(Kind::progress_report, mateo().id);
    ui().click("Child", WidgetRole::choice).type("yus").wait(0.1).press(ImGuiKey_Enter).wait(0.3);
    pages_come();
    ASSERT_NE(caseload().child(screen().of.child), nullptr);
    EXPECT_EQ(caseload().child(screen().of.child)->first_name, "Yusra") << "not Amina Yusuf";
}

TEST_F(PaperFaults, EverythingOfAChildTellsHowFarItIsAndCanBeStopped) {
    const Child child = mateo();
    for (int i = 0; i < 200; ++i) {
        Session session;
        session.id = mint<SessionId>();
        session.child = child.id;
        session.participants = {Participant{.id = mint<RowId>(), .child = child.id}};
        session.date = app().ui().clock.today + -(40 + i);
        ASSERT_TRUE(caseload().run(AddSession{session}).ok());
    }
    app().ui().nav->go(report_place(Kind::everything, child.id));
    for (int i = 0; i < 8 && !ui().sees("Reading session"); ++i) ui().frame();
    ui().see("Reading session");
    ui().click("Cancel").wait(0.2);
    ui().see("Stopped. No page was made.");
    EXPECT_FALSE(screen().preview.set);
    ui().click("Make the pages");
    pages_come();
    EXPECT_TRUE(screen().preview.set);
    ui().not_see("Stopped. No page was made.");
    EXPECT_NE(words().find("Sessions and notes"), std::string::npos);
    EXPECT_EQ(ui().lint(), std::vector<std::string>{});
}

TEST_F(PaperFaults, NewDocumentsAreOneStepFromTheChild) {
    for (const Kind kind : {Kind::present_levels, Kind::plan_of_care, Kind::everything}) {
        app().ui().nav->go({.screen = Screen::child, .child = mateo().id});
        ui().wait(0.3).click("More").wait(0.1);
        ui().click(reports::words(kind), WidgetRole::menu_item).wait(0.3);
        pages_come();
        EXPECT_EQ(screen().kind, kind);
        EXPECT_TRUE(screen().preview.set);
        EXPECT_NE(words().find("Mateo"), std::string::npos);
    }
}

TEST_F(PaperFaults, ANumbAreaIsNoRescuePlanOnAnyScreen) {
    Child child = mateo();
    child.rescue_plan.clear();
    child.precautions = {{mint<RowId>(), "insensate", {{"detail", "both feet"}}, "", {}, {}}};
    ASSERT_TRUE(caseload().run(EditChild{child}).ok());
    app().ui().nav->go({.screen = Screen::child, .child = child.id});
    ui().wait(0.3).click("Phone and rescue plan").wait(0.2);
    ui().see("No rescue plan on file.").see("To know in an emergency").see("Areas: both feet");
}

TEST(PaperTitle, IsNeverCutHoweverLargeTheLetters) {
    for (const int percent : {100, 150, 200}) {
        const auto ui = drive_app({.text_percent = percent, .throwaway = true});
        AppStage& stage = stage_of_app(*ui);
        ChildId mateo;
        for (const Child& child : stage.caseload().children())
            if (child.first_name == "Mateo") mateo = child.id;
        stage.app().ui().nav->go(report_place(Kind::progress_report, mateo));
        ui->wait(0.2);
        let_workers_end(*ui);
        const auto& all = ui->record().widgets;
        const auto title = std::ranges::find_if(all, [](const WidgetInfo& each) {
            return each.label.starts_with("Mateo: Progress report for the family");
        });
        ASSERT_NE(title, all.end()) << percent;
        EXPECT_FALSE(title->clipped) << percent;
        EXPECT_EQ(ui->lint(), std::vector<std::string>{}) << percent;
    }
}

}  // namespace paper_faults
}  // namespace
}  // namespace pegboard::test
