// A first day as an OT and a day as a PT, in the places that went wrong once: pages begin at their top, Tab goes on
// after a value was kept, dates of plans end goals, a signed note is read and copied, what was done is said as done.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/app_stage.h"
#include "tests/ui/widget_host.h"

namespace pegboard::test {
namespace {

constexpr std::string_view mateo = "Mateo García, 10:45 am";
constexpr std::string_view writes = "Writes his first and last name on the line";

App& app_of(UiDriver& ui) { return stage_of_app(ui).app(); }
Caseload& caseload_of(UiDriver& ui) { return stage_of_app(ui).caseload(); }

const Child& child_named(UiDriver& ui, std::string_view first_name) {
    return *std::ranges::find(caseload_of(ui).children(), first_name, &Child::first_name);
}
const Goal& goal_named(UiDriver& ui, std::string_view title) {
    return *std::ranges::find(caseload_of(ui).goals(), title, &Goal::title);
}

void go(UiDriver& ui, const Place& place) {
    app_of(ui).ui().nav->go(place);
    ui.wait(0.2);
}

TEST(PastSessions, OpenTheNoteAndSayHowFarItIs) {
    const auto ui = drive_app();
    go(*ui, {.screen = Screen::child, .child = child_named(*ui, "Mateo").id, .detail = "sessions"});
    ui->wheel("Minutes", -8).wait(0.3);  // the past stands below what was promised and what is to come
    const auto& all = ui->record().widgets;
    const auto past = std::ranges::find_if(all, [](const WidgetInfo& each) {
        return each.label.starts_with("Write note ") || each.label.starts_with("See note ");
    });
    ASSERT_NE(past, all.end()) << ui->transcript();
    ui->click(std::string(past->label)).see("Note for Mateo").see("Recorded").not_see("Add activities");
}

TEST(AddSession, StaysOnTheDayOfTodayThatIsShown) {
    const auto ui = drive_app();
    ui->click("Next day").click("Add session").see("When is the session?");
    EXPECT_EQ(ui->value("Date"), "30 Sep 2026");
    ui->choose("Child", "Noah Williams");
    EXPECT_EQ(ui->value("Date"), "30 Sep 2026");
}

TEST(APage, BeginsAtItsTopWhateverTheLastOneShowed) {
    const auto ui = drive_app({}, {1280, 720});
    go(*ui, {.screen = Screen::child, .child = child_named(*ui, "Mateo").id, .detail = "details"});
    const float top = ui->find("Names").min.y;
    ui->wheel("Names", -2).wait(0.3);
    EXPECT_LT(ui->find("Names").min.y, top - 20) << "it was scrolled";
    go(*ui, {.screen = Screen::child, .child = child_named(*ui, "Amina").id, .detail = "details"});
    EXPECT_EQ(ui->find("Names").min.y, top);
}

TEST(TheRescuePlan, IsKeptAlthoughThePageWasScrolledOnWhileItWasTyped) {
    const auto ui = drive_app({}, {1280, 720});
    const ChildId id = child_named(*ui, "Amina").id;
    go(*ui, {.screen = Screen::child, .child = id, .detail = "details"});
    const std::string words = "Headache, vomiting, sunset eyes: sit up and call 911.";
    ui->field("What to do in an emergency").retype(words);
    for (int i = 0; i < 12; ++i) {
        ImGui::GetIO().AddMousePosEvent(700, 600);
        ui->frame();
        ImGui::GetIO().AddMouseWheelEvent(0, -4);
        ui->wait(0.1);
    }
    ui->open("Today").wait(0.3);
    EXPECT_EQ(caseload_of(*ui).child(id)->rescue_plan, words);
}

TEST(WhoAnswered, ForOneChildIsNotSaidOfTheNext) {
    const auto ui = drive_app();
    Screens& screens = app_of(*ui).screens();
    go(*ui, {.screen = Screen::child, .child = child_named(*ui, "Mateo").id, .detail = "details"});
    screens.child.answered_by = "Mother, 30 Nov";
    go(*ui, {.screen = Screen::child, .child = child_named(*ui, "Amina").id, .detail = "details"});
    EXPECT_EQ(screens.child.answered_by, "");
}

TEST(AGoal, IsOfferedToEndWithTheIepOrThePlanOfCare) {
    const auto ui = drive_app();
    Child child = child_named(*ui, "Mateo");
    const Date today = app_of(*ui).ui().clock.today;
    child.iep_date = today + 61;
    child.plan_of_care_end = today + 93;
    ASSERT_TRUE(caseload_of(*ui).run(EditChild{child}).ok());
    go(*ui, {.screen = Screen::goal, .child = child.id, .detail = "from:G023"});
    const auto& all = ui->record().widgets;
    const auto by = std::ranges::find_if(
        all, [](const WidgetInfo& each) { return each.id != 0 && each.label.starts_with("Date: "); });
    ASSERT_NE(by, all.end()) << ui->transcript();
    ui->in("Build the sentence").click(std::string(by->label));
    ui->see("IEP meeting: " + say(today + 61)).see("Plan of care ends: " + say(today + 93));
    ui->click("IEP meeting: " + say(today + 61));
    EXPECT_NE(app_of(*ui).screens().goal.writer.found.statement.find("By " + say(today + 61)), std::string::npos);
}

TEST(ThePackList, LeavesOutSessionsThatAreOver) {
    const auto ui = drive_app();
    const auto for_mateo = [&] {
        return std::ranges::count_if(ui->record().widgets, [](const WidgetInfo& each) {
            return each.scope.find("Pack for today") != std::string::npos && each.label == "Mateo";
        });
    };
    ASSERT_GT(for_mateo(), 0) << ui->transcript();
    ui->click("Completed: " + std::string(mateo)).click("Mark as completed").see("2 of 6 sessions done").wait(0.2);
    EXPECT_EQ(for_mateo(), 0) << ui->transcript();
}

TEST(WhatWasDone, IsSaidAsDone) {
    const auto ui = drive_app();
    const Goal goal = goal_named(*ui, writes);
    go(*ui, {.screen = Screen::goal, .child = goal.child, .goal = goal.id});
    ui->click("Mark met").wait(0.2);
    ui->see("Marked Mateo's goal met");
}

void send_child(UiDriver& ui, const Child& child, const std::string& said) {
    Ui& drawn = app_of(ui).ui();
    drawn.outbox->send(EditChild{child}, [toasts = drawn.toasts, said](const Status& status) {
        if (status.ok()) toasts->show(said, true);
    });
    ui.wait(0.2);
}

TEST(AToast, OffersNoUndoWhereNothingChanged) {
    const auto ui = drive_app();
    Child child = child_named(*ui, "Mateo");
    child.school = "Oak Lane";
    send_child(*ui, child, "School kept");
    ui->see("School kept").see("Undo");
    send_child(*ui, child, "Kept once more");
    ui->see("Kept once more").not_see("Undo");
    EXPECT_EQ(child_named(*ui, "Mateo").school, "Oak Lane");
}

TEST(AToast, TakesBackItsOwnStepOrNothing) {
    const auto ui = drive_app();
    Child child = child_named(*ui, "Mateo");
    child.school = "Oak Lane";
    send_child(*ui, child, "School kept");
    ui->see("Undo");
    Child other = child_named(*ui, "Amina");
    other.school = "Elm Road";
    ASSERT_TRUE(caseload_of(*ui).run(EditChild{other}).ok());
    ui->wait(0.1).see("School kept").not_see("Undo");
    EXPECT_EQ(child_named(*ui, "Amina").school, "Elm Road");
}

TEST(ADistance, IsTypedInTheUnitOfTheGoal) {
    const auto ui = drive_app();
    const auto& goals = caseload_of(*ui).goals();
    const auto mile = std::ranges::find(goals, "laps", &Goal::unit);
    ASSERT_NE(mile, goals.end());
    const Goal goal = *mile;
    const auto type = [&](const std::string& words) {
        go(*ui, {.screen = Screen::goal, .child = goal.child, .goal = goal.id});
        ui->click("Enter a value").see("Value in laps").field("Value in laps").type(words);
    };
    const auto newest = [&] {
        const auto points = caseload_of(*ui).points(goal.id).value();
        return std::ranges::max(*points, {}, &DataPoint::id).value;
    };
    type("3");
    ui->see("Read as 3 laps").click("Record").wait(0.2);
    EXPECT_DOUBLE_EQ(newest(), 3 * goal.lap_cm);
    type("12 m");
    ui->click("Record").wait(0.2);
    EXPECT_DOUBLE_EQ(newest(), 1200);
    type("12 q");
    ui->click("Record").wait(0.2).see("What was seen?");
    EXPECT_DOUBLE_EQ(newest(), 1200) << "what cannot be read is not sent, and the dialog says so";
}

TEST(TheKeyboard, GoesOnAfterAValueWasKept) {
    const auto ui = drive_app();
    const Goal goal = goal_named(*ui, writes);
    go(*ui, {.screen = Screen::goal, .child = goal.child, .goal = goal.id});
    std::string way;
    for (int i = 0; i < 60 && way != "Enter a value"; ++i) way = ui->tab().focused();
    ASSERT_EQ(way, "Enter a value") << ui->transcript();
    ui->press(ImGuiKey_Enter).wait(0.2);
    for (int i = 0; i < 20 && ui->focused() != "How many"; ++i) ui->tab();
    ASSERT_EQ(ui->focused(), "How many") << ui->transcript();
    ui->retype("4").tab().retype("5").press(ImGuiKey_Enter).wait(0.3);
    ui->see("Recorded");
    EXPECT_NE(ui->tab().focused(), "") << ui->transcript();
    EXPECT_GT(ui->tab_order().size(), 10U) << "Tab leads through the page, not through the toast";
}

TEST(ChangingTheWords, OfAGoalOpensTheFieldInSightAndReadyToType) {
    const auto ui = drive_app({}, {1280, 720});
    const Goal goal = goal_named(*ui, writes);
    go(*ui, {.screen = Screen::goal, .child = goal.child, .goal = goal.id});
    ui->click("Edit goal").click("Change the words").wait(0.2);
    const auto& all = ui->record().widgets;
    const auto found = std::ranges::find(all, WidgetRole::note, &WidgetInfo::role);
    ASSERT_NE(found, all.end()) << ui->transcript();
    const WidgetInfo field = *found;
    EXPECT_TRUE(ui->typing());
    EXPECT_GE(field.min.y, field.clip_min.y);
    EXPECT_LE(field.max.y, field.clip_max.y) << "all of it is in sight";
    ui->type(" Every day.").click("Done").wait(0.3);
    EXPECT_TRUE(goal_named(*ui, writes).sentence.ends_with(" Every day.")) << goal_named(*ui, writes).sentence;
}

TEST(TheKeyboard, LeadsFromTheLastTextOfANoteToSign) {
    const auto ui = drive_app();
    const auto& sessions = caseload_of(*ui).sessions();
    const ChildId mateo_id = child_named(*ui, "Mateo").id;
    const auto past = std::ranges::find_if(sessions, [&](const Session& each) {
        return each.child == mateo_id && each.status == SessionStatus::held && caseload_of(*ui).notes(each.id).empty();
    });
    ASSERT_NE(past, sessions.end());
    go(*ui, {.screen = Screen::note, .child = mateo_id, .session = past->id});
    ui->field("Plan");
    EXPECT_EQ(ui->tab().focused(), "Sign as final") << ui->transcript();
}

TEST(OneNameForAGoal, TellsTwoGoalsOnOneSkillApart) {
    const auto ui = drive_app();
    const Goal known = goal_named(*ui, writes);
    Goal second = known;
    second.id = mint<GoalId>();
    second.title = "Writes the names of his two sisters";
    second.sentence = "By 11 Dec 2026, Mateo will write the names of his two sisters.";
    ASSERT_TRUE(caseload_of(*ui).run(AddGoal{second}).ok());
    const auto& sessions = caseload_of(*ui).sessions();
    const auto found = std::ranges::find_if(sessions, [&](const Session& each) {
        return each.date == app_of(*ui).ui().clock.today && each.child == known.child;
    });
    ASSERT_NE(found, sessions.end());
    Session session = *found;
    session.goals = {known.id, second.id};
    for (Block& block : session.blocks) block.goals = {known.id, second.id};
    ASSERT_TRUE(caseload_of(*ui).run(EditSession{session}).ok());
    go(*ui, {.screen = Screen::plan, .child = session.child, .session = session.id});
    let_workers_end(*ui);
    int first = 0, other = 0;
    const std::string skill = app_of(*ui).ui().library->name_of(known.skill);
    for (const WidgetInfo& each : ui->record().widgets) {
        first += each.label.find(known.title) != std::string::npos ? 1 : 0;
        other += each.label.find(second.title) != std::string::npos ? 1 : 0;
        EXPECT_NE(each.label, skill) << "a goal goes by its title";
    }
    EXPECT_GT(first, 1) << ui->transcript();
    EXPECT_GT(other, 1) << ui->transcript();
}

TEST(WordsThatEndAQuotation, AreNotTornFromTheirMark) {
    auto host = drive_widgets([](Ui& u) {
        // So wide that the words fit up to the quotation mark, and the comma after it does not.
        const std::string words = "aaa bbb\"", whole = words + ", ccccc";
        const float width = text_width(u, words, Type::body) + 1;
        ASSERT_LT(text_width(u, ", ccccc", Type::body), width);
        EXPECT_EQ(wrapped_height(u, whole, width), 3 * line_height(Type::body)) << "aaa / bbb\", / ccccc";
    });
    host->frame();
}

}  // namespace
}  // namespace pegboard::test
