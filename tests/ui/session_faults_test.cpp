// A running session in which nothing is tapped by mistake or counted unseen: the counter across tries, undo in a group,
// shortcuts beside the ring, notices that move nothing, and help that does not count.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>

#include "core/rules/live.h"
#include "tests/core/failing_vfs.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {
namespace session_faults {

const std::string hops = "Hops five times in a row on his right foot";
const std::string circle = "Cuts out a 10 cm circle close to the line";

Caseload& caseload_of(UiDriver& ui) { return stage_of_app(ui).caseload(); }
const Session* running(UiDriver& ui) { return running_session(caseload_of(ui).sessions()); }
std::vector<DataPoint> recorded(UiDriver& ui) { return *caseload_of(ui).points(running(ui)->id).value(); }

const Goal& goal_named(UiDriver& ui, const std::string& title) {
    return *std::ranges::find(caseload_of(ui).goals(), title, &Goal::title);
}

void open(UiDriver& ui, const std::string& title) {
    if (ui.sees("Record: " + title)) ui.click("Record: " + title);
}

/// The hops, with no help allowed.
void hop_alone(UiDriver& ui) {
    Goal goal = goal_named(ui, hops);
    goal.assist_level = 0;
    goal.prompt_max.reset();
    if (!caseload_of(ui).run(EditGoal{goal}).ok()) throw std::runtime_error("the goal could not be changed");
    ui.wait(0.1);
    open(ui, hops);
}

std::unique_ptr<UiDriver> started(const AppSetup& setup = {}, ImVec2 size = {1440, 900}) {
    auto ui = drive_app(setup, size);
    ui->click("Start: Mateo García, 10:45 am");
    return ui;
}

WidgetInfo in_card(UiDriver& ui, const std::string& title, std::string_view label) { return ui.in(title).find(label); }

// ---- tries

TEST(TryCounter, UndoOfAFinishedTrysLastTapGoesOnWithThatTry) {
    const auto ui = started();
    open(*ui, hops);
    for (int i = 0; i < 3; ++i) ui->in(hops).click("Count one");
    ui->in(hops).click("Next try");
    EXPECT_EQ(in_card(*ui, hops, "Next try").value, "2");
    EXPECT_EQ(in_card(*ui, hops, "Count one").value, "0");
    ui->in(hops).click("Undo last tap");
    EXPECT_EQ(in_card(*ui, hops, "Next try").value, "1") << "the tap that was taken back is of the first try";
    EXPECT_EQ(in_card(*ui, hops, "Count one").value, "2");
    ui->in(hops).click("Count one");
    EXPECT_EQ(recorded(*ui).back().try_number, 1);
}

TEST(TryCounter, ATryThatWasBegunStaysBegunWhenItsFirstTapIsTakenBack) {
    const auto ui = started();
    open(*ui, hops);
    ui->in(hops).click("Five more");
    ui->in(hops).click("Next try");
    ui->in(hops).click("Count one");
    ui->in(hops).click("Undo last tap");
    EXPECT_EQ(in_card(*ui, hops, "Count one").value, "0");
    ui->in(hops).click("Count one");
    EXPECT_EQ(recorded(*ui).back().try_number, 2) << "the hop is not added to the try before";
    // The steps of the program's own Undo mean the same.
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z).click("Undo it");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(in_card(*ui, hops, "Count one").value, "0");
}

// ---- undo in a group

TEST(UndoInAGroup, SaysWhoseEntryItIsAndTakesBackWhatIsInSight) {
    const auto ui = started();
    ui->click("Finish session").click("Finish only");
    const auto& children = caseload_of(*ui).children();
    const auto child = [&](std::string_view name) { return std::ranges::find(children, name, &Child::first_name)->id; };
    Session group;
    group.id = mint<SessionId>();
    group.child = child("Noah");
    group.participants = {Participant{.child = child("Noah")}, Participant{.child = child("Mateo")}};
    group.lead = Lead::both;
    group.date = stage_of_app(*ui).app().ui().clock.today;
    group.start_min = 18 * 60;
    group.therapist = caseload_of(*ui).practice().me;
    ASSERT_TRUE(caseload_of(*ui).run(AddSession{group}).ok());
    ASSERT_TRUE(caseload_of(*ui).run(StartSession{group.id}).ok());
    ui->frame();
    ui->click("Back to the session");
    ui->click("Child: Mateo García");
    open(*ui, hops);
    ui->in(hops).click("Count one");
    const auto of_noah = std::ranges::find_if(caseload_of(*ui).goals(), [&](const Goal& goal) {
        return goal.child == child("Noah") && goal.status == GoalStatus::active && goal.measure == "trials";
    });
    ASSERT_NE(of_noah, caseload_of(*ui).goals().end());
    DataPoint tap;
    tap.goal = of_noah->id;
    tap.session = group.id;
    tap.kind = PointKind::correct;
    stage_of_app(*ui).app().ui().outbox->send(RecordPoint{tap});
    ui->wait(0.1);
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z);
    ui->see("The session shows Mateo, and this is about Noah.");
    ui->click("Take back Mateo's last tap").wait(0.1);
    ui->see("Took back").see("Mateo, Hops five times");
    for (const DataPoint& each : recorded(*ui)) EXPECT_EQ(each.valid, each.child == child("Noah"));
}

TEST(UndoOnACard, SaysWhoseEntryWasTakenBack) {
    const auto ui = started();
    open(*ui, hops);
    ui->in(hops).click("Count one");
    ui->in(hops).click("Undo last tap");
    ui->see("Took back +1: Mateo, Hops five times");
}

// ---- keys

TEST(Shortcuts, NeverPressWhatHasTheRing) {
    const auto ui = started();
    open(*ui, hops);
    ui->in(hops).click("Choose goal: " + hops);
    for (int i = 0; i < 60 && ui->focused() != "Count one"; ++i) ui->tab();
    ASSERT_EQ(ui->focused(), "Count one");
    for (const ImGuiKeyChord chord :
         {ImGuiMod_Ctrl | ImGuiKey_Enter, ImGuiMod_Alt | ImGuiKey_Enter, ImGuiMod_Ctrl | ImGuiKey_KeypadEnter,
          ImGuiMod_Ctrl | ImGuiKey_Space, ImGuiMod_Alt | ImGuiKey_Space}) {
        ui->press(chord);
        EXPECT_TRUE(recorded(*ui).empty()) << ImGui::GetKeyName(static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_));
    }
    ui->press(ImGuiKey_Enter);
    EXPECT_EQ(recorded(*ui).size(), 1U) << "by itself it presses once";
}

TEST(QuickNote, LetsTheKeysGoBackToTheSession) {
    for (const ImGuiKey leaving : {ImGuiKey_Escape, ImGuiKey_Enter}) {
        const auto ui = started();
        ui->press(ImGuiKey_M).type("Asked for more").press(leaving);
        ASSERT_FALSE(ui->typing());
        const std::string left = ui->value("Quick note");
        ImGui::GetIO().AddInputCharacter('h');  // a keyboard sends the letter beside the key
        ui->press(ImGuiKey_H).wait(0.1);
        EXPECT_EQ(ui->value("Quick note"), left) << "the key was meant for the session";
        EXPECT_FALSE(ui->typing());
        ui->see("paused");
    }
}

TEST(QuickNote, ComesIntoSightWhenItsKeyIsPressed) {
    const auto ui = started({.text_percent = 150});
    ui->press(ImGuiKey_M).wait(0.2);
    ASSERT_TRUE(ui->typing());
    const auto& all = ui->record().widgets;
    const auto found = std::ranges::find_if(
        all, [](const WidgetInfo& each) { return each.role == WidgetRole::field && each.label == "Quick note"; });
    ASSERT_NE(found, all.end());
    const WidgetInfo field = *found;
    EXPECT_GE(field.min.y, field.clip_min.y);
    EXPECT_LE(field.max.y, field.clip_max.y);
    ui->type("x");
    EXPECT_EQ(ui->value("Quick note"), "x");
}

// ---- notices

struct LiveNotices : ::testing::Test {
    LiveNotices() { work_again(); }
    ~LiveNotices() override { work_again(); }
    LiveNotices(const LiveNotices&) = delete;
    LiveNotices& operator=(const LiveNotices&) = delete;
};

TEST_F(LiveNotices, MoveNothingThatIsTapped) {
    const auto ui = started();
    let_workers_end(*ui);
    open(*ui, hops);
    ui->in(hops).click("Count one");
    const auto places = [&] {
        std::vector<std::pair<std::string, float>> all;
        for (const WidgetInfo& each : ui->record().widgets)
            if (each.id != 0 && each.layer == 0 && each.scope.find("Notices") == std::string::npos)
                all.emplace_back(each.label, each.min.y);
        return all;
    };
    const auto before = places();
    fail_from(1, SQLITE_FULL, Calls::writes);
    ui->in(hops).click("Count one");
    ui->see("The disk is full").see("Try again");
    auto after = places();
    std::erase_if(after, [](const auto& each) {
        return each.first.starts_with("Try again") || each.first.starts_with("Save a copy");
    });
    EXPECT_EQ(before, after);
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
    // A tap that was meant for what lies under a notice just come does not press it.
    work_again();
    ui->click("Try again").wait(0.1);
    ui->see("Save a copy elsewhere");
    ui->wait(1.2).click("Try again").wait(0.2);
    ui->not_see("Save a copy elsewhere");
    after = places();
    EXPECT_EQ(before, after) << "nor does anything move when it goes";
}

// ---- help that does not count

TEST(HelpBeyondTheGoal, IsSaidOnTheCardBeforeAndAfterTheTap) {
    const auto ui = started();
    hop_alone(*ui);
    ui->in(hops).see("Counts with no help.");
    const float at = in_card(*ui, hops, "Count one").min.y;
    ui->in(hops).click("Help: CGA", WidgetRole::radio);
    ui->in(hops).see("CGA is more help than the goal allows (no help).").see("does not reach the goal");
    EXPECT_EQ(in_card(*ui, hops, "Count one").min.y, at) << "the buttons stay where they are";
    ui->in(hops).click("Count one");
    ui->in(hops).see("1 value today had more help and does not reach the goal.");
    EXPECT_EQ(in_card(*ui, hops, "Count one").min.y, at);
    ui->in(hops).click("Help: Mod I", WidgetRole::radio);
    ui->in(hops).see("It counts as independent.");
}

TEST(HelpBeyondTheGoal, OfATryIsNoWholePeg) {
    const auto ui = started();
    open(*ui, circle);
    Goal goal = goal_named(*ui, circle);
    goal.assist_level = 0;
    goal.prompt_max = 5;
    ASSERT_TRUE(caseload_of(*ui).run(EditGoal{goal}).ok());
    ui->wait(0.1);
    ui->in(circle).see("with a spoken prompt").see("Counts with a spoken prompt or less.");
    ui->in(circle).click("Help: Spoken prompt", WidgetRole::radio);
    ui->in(circle).not_see("more help than the goal allows");
    ui->in(circle).click("Help: Demonstration", WidgetRole::radio);
    ui->in(circle).see("Demonstration is more help than the goal allows (a spoken prompt or less).");
    ui->in(circle).click("Correct");
    ui->in(circle).see("0 of 1 count");
}

TEST(HelpBeyondTheGoal, IsSaidInTheDialogOfATypedValue) {
    const auto ui = started();
    hop_alone(*ui);
    ui->in(hops).click("Help: CGA", WidgetRole::radio);
    ui->click("Type a value: " + hops).see("More help than the goal allows (no help)");
    ui->choose("Help given", "I").not_see("More help than the goal allows (no help)");
}

// ---- the day of a session

TEST(CompletedSession, OfLaterTodaySaysThatItsTimeHasNotCome) {
    const auto ui = drive_app();
    ui->click("Completed: Mateo García, 10:45 am").see("It is planned for 10:45 am, which has not come yet.");
}

}  // namespace session_faults
}  // namespace
}  // namespace pegboard::test
