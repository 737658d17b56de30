// Reports from where a thing is seen, and pages that follow the choices, by mouse and by keys.
#include <algorithm>

#include "tests/ui/reports_stage.h"

namespace pegboard::test {
namespace {
namespace reports_screen {
using reports::Kind;

class Reports : public ReportsStage {};

// ------------------------------------------------------------------ from where it is seen

TEST_F(Reports, TheRailAndCtrl6OpenThemWithMyDay) {
    ui().open("Reports");
    pages_come();
    EXPECT_EQ(screen().kind, Kind::my_day);
    ui().see("Kinds of report").see("Page 1 of").open("Today").press(ImGuiMod_Ctrl | ImGuiKey_6);
    EXPECT_EQ(app().ui().nav->here().screen, Screen::reports);
}

TEST_F(Reports, CtrlPPrintsWhatIsSeen) {
    const ChildId child = mateo().id;
    const Session session = planned();
    const auto goal = std::ranges::find(caseload().goals(), child, &Goal::child)->id;
    const struct {
        Place from;
        Kind kind;
    } all[] = {{{.screen = Screen::today}, Kind::my_day},
               {{.screen = Screen::plan, .child = session.child, .session = session.id}, Kind::session_plan},
               {{.screen = Screen::child, .child = child}, Kind::progress_report},
               {{.screen = Screen::goal, .child = child, .goal = goal}, Kind::data_sheet},
               {{.screen = Screen::progress}, Kind::progress_report}};
    for (const auto& each : all) {
        app().ui().nav->go(each.from);
        ui().wait(0.3).press(ImGuiMod_Ctrl | ImGuiKey_P).wait(0.2);
        EXPECT_EQ(app().ui().nav->here().screen, Screen::reports) << static_cast<int>(each.kind);
        EXPECT_EQ(screen().kind, each.kind);
        EXPECT_EQ(screen().of.child, each.kind == Kind::my_day         ? ChildId{}
                                     : each.kind == Kind::session_plan ? session.child
                                                                       : each.from.child);
        pages_come();
        if (each.from.screen == Screen::progress)
            ui().see("Choose the child it is about.");
        else
            EXPECT_TRUE(screen().preview.set) << screen().preview.problem;
    }
}

TEST_F(Reports, OnTodayAPlanIsTwoPressesAway) {
    const Session& session = planned();
    const std::string which = full_name(*caseload().child(session.child)) + ", " + say_time(session.start_min);
    ui().open("Today").click("Print").click("Plan: " + which);
    pages_come();
    EXPECT_EQ(screen().kind, Kind::session_plan);
    EXPECT_EQ(screen().of.session, session.id);
    for (const Block& block : session.blocks) EXPECT_NE(words().find(block.title), std::string::npos) << block.title;
}

TEST_F(Reports, TheDayThatTodayShowsIsTheOneThatIsPrinted) {
    ui().open("Today").click("Next day").press(ImGuiMod_Ctrl | ImGuiKey_P).wait(0.2);
    EXPECT_EQ(screen().day, app().ui().clock.today + 1);
}

TEST_F(Reports, EveryPageHasItsPrintButton) {
    const ChildId child = mateo().id;
    const Session session = planned();
    const auto goal = std::ranges::find(caseload().goals(), child, &Goal::child)->id;
    const auto opens = [&](const Place& from, std::initializer_list<std::string_view> presses, Kind kind) {
        app().ui().nav->go(from);
        ui().wait(0.3);
        for (const auto press : presses) ui().click(press);
        ui().wait(0.2);
        EXPECT_EQ(app().ui().nav->here().screen, Screen::reports);
        EXPECT_EQ(screen().kind, kind);
    };
    opens({.screen = Screen::child, .child = child}, {"More", "Print a report"}, Kind::progress_report);
    opens({.screen = Screen::goal, .child = child, .goal = goal}, {"Print a data sheet"}, Kind::data_sheet);
    opens({.screen = Screen::progress}, {"Print a report"}, Kind::progress_report);
    opens({.screen = Screen::plan, .child = session.child, .session = session.id},
          {"More for this session", "Print the plan"}, Kind::session_plan);
}

// ------------------------------------------------------------------ choices and pages

TEST_F(Reports, ThePagesFollowTheChoices) {
    go(report_place(Kind::progress_report, mateo().id));
    const std::string name = full_name(mateo());
    EXPECT_NE(words().find(name), std::string::npos);
    const auto before = screen().preview.pages;
    ASSERT_NE(before, nullptr);
    EXPECT_LT(before->height, 800) << "letter";
    ui().click("Initials in place of names");
    pages_come();
    EXPECT_EQ(words().find(name), std::string::npos);
    ui().click("Paper: A4");
    pages_come();
    EXPECT_GT(screen().preview.pages->height, 800);
    EXPECT_EQ(caseload().recall("report.paper"), "a4");
    ui().click("Black and white");
    pages_come();
    EXPECT_TRUE(screen().preview.pages->grey);
    ui().click("Written for: School");
    pages_come();
    EXPECT_EQ(screen().preview.of.audience, reports::Audience::school);
    ui().field("Letterhead").type("Willow Street Therapy");
    pages_come();
    EXPECT_NE(words().find("Willow Street Therapy"), std::string::npos) << "while it is typed";
    ui().press(ImGuiKey_Tab).wait(0.2);
    EXPECT_EQ(caseload().recall("report.letterhead"), "Willow Street Therapy");
}

TEST_F(Reports, AnotherChildIsNeverShownWithThePagesOfTheOneBefore) {
    go(report_place(Kind::progress_report, mateo().id));
    ASSERT_TRUE(screen().preview.set);
    std::string other;
    for (const Child& child : caseload().children())
        if (child.id != mateo().id && !child.archived) other = full_name(child);
    ui().choose("Child", other);
    EXPECT_EQ(words().find(full_name(mateo())), std::string::npos);
    pages_come();
    EXPECT_NE(words().find(other), std::string::npos);
    EXPECT_EQ(caseload().child(app().ui().nav->here().child)->id, screen().of.child) << "noted as looked at";
}

TEST_F(Reports, KindsAreChosenByMouseAndKeepTheChild) {
    go(report_place(Kind::progress_report, mateo().id));
    for (const Kind kind : reports::all_kinds()) {
        ui().in("Kinds of report").click(reports::words(kind), WidgetRole::row);
        pages_come();
        EXPECT_EQ(screen().kind, kind);
        EXPECT_EQ(screen().of.child, mateo().id);
        EXPECT_TRUE(screen().preview.set) << reports::words(kind) << ": " << screen().preview.problem;
    }
}

TEST_F(Reports, KeysTurnPagesAndZoom) {
    go(report_place(Kind::data_sheet, mateo().id));
    const auto& pages = screen().preview.pages;
    ASSERT_NE(pages, nullptr);
    const int last = static_cast<int>(pages->pages.size()) - 1;
    for (int i = 0; i <= last; ++i) ui().press(ImGuiKey_PageDown);
    EXPECT_EQ(screen().page, last);
    for (int i = 0; i <= last; ++i) ui().press(ImGuiKey_PageUp);
    EXPECT_EQ(screen().page, 0);
    ImGui::GetIO().AddInputCharacter('+');
    ui().wait(0.2);
    EXPECT_GT(screen().zoom, 0);
    const double close = screen().preview.wanted.scale;
    ImGui::GetIO().AddInputCharacter('0');
    ui().wait(0.2);
    EXPECT_EQ(screen().zoom, 0);
    EXPECT_LT(screen().preview.wanted.scale, close);
    pages_come();
    EXPECT_EQ(screen().preview.drawn, screen().preview.wanted);
}

TEST_F(Reports, APeriodTheWrongWayRoundSaysSo) {
    go(report_place(Kind::progress_report, mateo().id));
    ui().field("To").retype("1 Jan 2020").press(ImGuiKey_Tab).wait(0.2);
    pages_come();
    ui().see("The first day lies after the last. Choose an earlier one.");
    ui().click("Save as PDF...").wait(0.3);
    ui().not_see("File name");
}

}  // namespace reports_screen
}  // namespace
}  // namespace pegboard::test
