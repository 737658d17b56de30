// What a session leaves behind is true for each of its children and for who sits here: a child who was absent had no
// session, a note is offered to who may write it, what waits is said, and Today is today.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/parts/goal_form.h"
#include "app/parts/parts.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

Caseload& caseload_of(UiDriver& ui) { return stage_of_app(ui).caseload(); }

Ui& ui_of(UiDriver& ui) { return stage_of_app(ui).app().ui(); }

const Child& child_named(UiDriver& ui, std::string_view first_name) {
    return *std::ranges::find(caseload_of(ui).children(), first_name, &Child::first_name);
}

void run(UiDriver& ui, const Command& command) {
    const Status done = caseload_of(ui).run(command);
    ASSERT_TRUE(done.ok()) << done.error().message;
}

Session session_of_today(UiDriver& ui, std::initializer_list<std::string_view> names, Lead lead) {
    Session session;
    session.id = mint<SessionId>();
    for (const std::string_view name : names)
        session.participants.push_back(Participant{.child = child_named(ui, name).id});
    session.child = session.participants.front().child;
    session.lead = lead;
    session.date = ui_of(ui).clock.today;
    session.start_min = 18 * 60;
    session.therapist = caseload_of(ui).practice().me;
    return session;
}

void go(UiDriver& ui, const Place& place) {
    ui_of(ui).nav->go(place);
    ui.wait(0.2);
}

/// A session of Mateo and Noah of which Mateo came.
SessionId held_without_noah(UiDriver& ui) {
    const Session session = session_of_today(ui, {"Noah", "Mateo"}, Lead::ot);
    run(ui, AddSession{session});
    run(ui, StartSession{session.id});
    Participant noah{.child = session.child, .attendance = Attendance::absent};
    noah.absence_reason = NotHeldReason::child_ill;
    run(ui, SetAttendance{session.id, noah});
    stage_of_app(ui).clock_goes_on(20 * 60);
    run(ui, EndSession{session.id});
    return session.id;
}

TEST(Absent, AChildHasNoNoteOfTheSessionAndNothingToSign) {
    const auto ui = drive_app();
    const SessionId id = held_without_noah(*ui);
    go(*ui, {.screen = Screen::note, .session = id});
    ui->see("Note for Mateo").see("Sign as final");
    EXPECT_TRUE(ui->value("Objective").starts_with("Session of 20 minutes, ")) << ui->value("Objective");
    EXPECT_EQ(ui->value("Objective").find("group"), std::string::npos) << "one came";
    go(*ui, {.screen = Screen::note, .child = child_named(*ui, "Noah").id, .session = id});
    ui->see("Note for Noah").see("The child was absent.").see("Absent: Child unwell.").see("No note: absent");
    ui->not_see("Session of").not_see("Sign as final").not_see("Keep as draft");
}

TEST(Absent, AChildsPageCountsNoSessionNorItsMinutes) {
    const auto ui = drive_app();
    const ChildId noah = child_named(*ui, "Noah").id;
    go(*ui, {.screen = Screen::child, .child = noah});
    const ChildView& view = stage_of_app(*ui).app().screens().child.view;
    const std::string last = view.last;
    const SessionId id = held_without_noah(*ui);
    ui->wait(0.2);
    EXPECT_EQ(view.last, last);
    const auto row = std::ranges::find(view.sessions, id, &SessionRow::id);
    ASSERT_NE(row, view.sessions.end());
    EXPECT_EQ(row->badge.words, "Absent: Child unwell");
    EXPECT_EQ(row->detail.find("min"), std::string::npos);
    EXPECT_EQ(row->written, NoteState::absent);
}

TEST(Writing, IsOfferedToWhoMayWrite) {
    const auto ui = drive_app();
    const Session session = session_of_today(*ui, {"Mateo"}, Lead::pt);
    ASSERT_EQ(caseload_of(*ui).therapist(caseload_of(*ui).practice().me)->discipline, Discipline::ot);
    run(*ui, AddSession{session});
    run(*ui, StartSession{session.id});
    ui->wait(0.2).click("Back to the session").click("Finish session").wait(0.2);
    ui->see("Finish this session?").not_see("Finish and write note").see("Keep going").click("Finish session");
    ui->wait(0.2).see("See record: Mateo García, 6:00 pm").not_see("See note: Mateo García, 6:00 pm");
}

TEST(Today, SaysThatPrecautionsWereNeverAskedOfAChildWhoComes) {
    const auto ui = drive_app();
    Child child;
    child.id = mint<ChildId>();
    child.first_name = "Odalys";
    child.last_name = "Brandt";
    child.date_of_birth = *make_date(2020, 2, 3);
    run(*ui, AddChild{child});
    Session session = session_of_today(*ui, {"Odalys"}, Lead::ot);
    run(*ui, AddSession{session});
    ui->wait(0.2);
    const auto& notes = stage_of_app(*ui).app().screens().today.rows.notes;
    const auto asked = std::ranges::find_if(
        notes, [](const TodayNote& note) { return note.action == "Ask" && note.title == "Odalys Brandt"; });
    ASSERT_NE(asked, notes.end());
    EXPECT_EQ(asked->line, "Precautions not asked");
    EXPECT_EQ(asked->target.child, child.id);
}

TEST(Today, IsTodayAgainFromAnywhere) {
    const auto ui = drive_app();
    ui->click("Previous day").see("Monday 28 September").open("Caseload").press(ImGuiMod_Ctrl | ImGuiKey_1);
    ui->wait(0.2).see("Good morning, Amara");
    ui->click("Previous day").see("Monday 28 September");
    const Session session = session_of_today(*ui, {"Mateo"}, Lead::ot);
    run(*ui, AddSession{session});
    run(*ui, StartSession{session.id});
    ui->wait(0.2).click("Back to the session").click("Leave for now").wait(0.2).see("Good morning, Amara");
}

TEST(Clash, IsSaidWithTheTimesThatWereCompared) {
    const auto ui = drive_app();
    Session runs = session_of_today(*ui, {"Mateo"}, Lead::ot);  // planned for 6 pm, and begun this morning
    run(*ui, AddSession{runs});
    run(*ui, StartSession{runs.id});
    Session next = session_of_today(*ui, {"Noah"}, Lead::ot);
    next.start_min = ui_of(*ui).clock.minute + 5;
    const std::vector<std::string> lines = say_clashes(ui_of(*ui), next);
    const auto said = std::ranges::find_if(
        lines, [](const std::string& line) { return line.find("with Mateo García then") != std::string::npos; });
    ASSERT_NE(said, lines.end());
    EXPECT_NE(said->find(say_time(ui_of(*ui).clock.minute) + " to "), std::string::npos) << *said;
    next.start_min = runs.start_min;
    for (const std::string& line : say_clashes(ui_of(*ui), next))
        EXPECT_EQ(line.find("Mateo García"), std::string::npos) << line;
}

TEST(GoalOfTheOtherDiscipline, IsNotNamedAfterWhoSitsHere) {
    const auto ui = drive_app();
    Child child = child_named(*ui, "Mateo");
    const TherapistId me = caseload_of(*ui).practice().me;
    ASSERT_EQ(caseload_of(*ui).therapist(me)->discipline, Discipline::ot);
    std::erase_if(child.services, [](const Service& each) { return each.discipline == Discipline::pt; });
    run(*ui, EditChild{child});
    go(*ui, {.screen = Screen::goal, .child = child.id});
    EXPECT_EQ(drafted_goal(ui_of(*ui), child.id).therapist, therapist_for(caseload_of(*ui), &child, Discipline::ot));
    ui->click("Discipline: PT", WidgetRole::radio).wait(0.2);
    EXPECT_EQ(drafted_goal(ui_of(*ui), child.id).discipline, Discipline::pt);
    EXPECT_EQ(drafted_goal(ui_of(*ui), child.id).therapist, TherapistId{}) << "nobody serves him in PT";
}

TEST(HelpInATable, SaysHowManyTriesHadIt) {
    const auto ui = drive_app();
    const auto& goals = caseload_of(*ui).goals();
    const Goal goal = *std::ranges::find_if(
        goals, [](const Goal& each) { return each.measure == "trials" && each.status == GoalStatus::active; });
    Session session = session_of_today(*ui, {"Mateo"}, Lead::ot);
    session.child = goal.child;
    session.participants = {Participant{.child = goal.child}};
    run(*ui, AddSession{session});
    run(*ui, StartSession{session.id});
    for (int i = 0; i < 7; ++i) {
        DataPoint point;
        point.id = mint<PointId>();
        point.goal = goal.id;
        point.child = goal.child;
        point.session = session.id;
        point.date = session.date;
        point.kind = PointKind::correct;
        point.value = 1;
        point.assist = 0;
        if (i < 2) point.prompt = 5;
        run(*ui, RecordPoint{point});
    }
    go(*ui, {.screen = Screen::goal, .child = goal.child, .goal = goal.id});
    ui->wait(0.5).click("Shown as: Table", WidgetRole::radio).wait(0.2);
    ui->see("help in 2 of 7").see("help in 2 of 7, at most a spoken prompt.");
}

}  // namespace
}  // namespace pegboard::test
