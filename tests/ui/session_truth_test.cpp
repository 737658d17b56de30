// A running session keeps safety in sight and its record true: precautions and rescue plans at every text size, choices
// that do not leak into the next session, notes of what was done, undo that asks, the lock that waits.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/settings/session_pin.h"
#include "core/lock_box.h"
#include "core/rules/live.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

constexpr std::string_view mateo = "Mateo García, 10:45 am";

Caseload& caseload_of(UiDriver& ui) { return stage_of_app(ui).caseload(); }

const Session* running(UiDriver& ui) { return running_session(caseload_of(ui).sessions()); }

std::unique_ptr<UiDriver> started(const AppSetup& setup = {}, ImVec2 size = {1440, 900}) {
    auto ui = drive_app(setup, size);
    ui->click("Start: " + std::string(mateo));
    return ui;
}

/// Starts another session of today at once.
void start_next(UiDriver& ui, const Session& session) {
    ASSERT_TRUE(caseload_of(ui).run(AddSession{session}).ok());
    ASSERT_TRUE(caseload_of(ui).run(StartSession{session.id}).ok());
    ui.frame();
    ui.click("Back to the session");
}

Session session_for(UiDriver& ui, std::string_view first_name, Lead lead) {
    const auto& children = caseload_of(ui).children();
    const auto child = std::ranges::find(children, first_name, &Child::first_name);
    Session session;
    session.id = mint<SessionId>();
    session.child = child->id;
    session.participants = {Participant{.child = child->id}};
    session.lead = lead;
    session.date = stage_of_app(ui).app().ui().clock.today;
    session.start_min = 18 * 60;
    session.therapist = caseload_of(ui).practice().me;
    return session;
}

void finish(UiDriver& ui) { ui.click("Finish session").click("Finish only"); }

std::vector<DataPoint> points_of(UiDriver& ui, SessionId id) { return *caseload_of(ui).points(id).value(); }

std::string open_tries(UiDriver& ui) {
    const std::string title = "Cuts out a 10 cm circle close to the line";
    if (ui.sees("Record: " + title)) ui.click("Record: " + title);
    return title;
}

// ---- safety

struct Size {
    int text_percent;
    ImVec2 size;
};
class SafetyInSight : public testing::TestWithParam<Size> {};

TEST_P(SafetyInSight, PrecautionsAndTheRescuePlanAreOnePressAway) {
    const auto ui = started({.text_percent = GetParam().text_percent}, GetParam().size);
    const ImVec2 size = GetParam().size;
    for (const std::string_view words : {"Precaution: Latex", "Precaution: Dislikes loud sound",
                                         "Precaution: Ankle supports", "Rescue plan and phones"}) {
        const auto& all = ui->record().widgets;
        const auto found = std::ranges::find_if(
            all, [&](const WidgetInfo& widget) { return widget.id != 0 && widget.label.starts_with(words); });
        ASSERT_NE(found, all.end()) << words << "\n" << ui->transcript();
        EXPECT_LE(found->max.y, size.y) << words;
        EXPECT_LE(found->max.x, size.x) << words;
        EXPECT_EQ(found->scope.find("Goals of the session"), std::string::npos) << "it never scrolls away";
    }
    ui->press(ImGuiKey_F9)
        .see("Rescue plan and phones for Mateo")
        .see("(555) 555-0")
        .see("Call your local emergency number")
        .not_see("911");
    ui->click("Close");
    ui->press(ImGuiKey_F8).see("Ankle supports in both shoes").see("Keep").click("Close");
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(Sizes, SafetyInSight,
                         testing::Values(Size{100, {1440, 900}}, Size{100, {1280, 720}}, Size{150, {1440, 900}},
                                         Size{200, {1440, 900}}),
                         [](const auto& size) {
                             return "text_" + std::to_string(size.param.text_percent) + "_" +
                                    std::to_string(static_cast<int>(size.param.size.x));
                         });

TEST(SafetyOfAGroup, IsSaidForEveryChild) {
    const auto ui = started();
    finish(*ui);
    Session group = session_for(*ui, "Noah", Lead::pt);
    const auto& children = caseload_of(*ui).children();
    const auto latex = std::ranges::find(children, "Mateo", &Child::first_name);
    group.participants.push_back(Participant{.child = latex->id});
    start_next(*ui, group);
    ui->see("Precaution: Noah: ").see("Precaution: Mateo: Latex");
    ui->press(ImGuiKey_F9).see("Rescue plans and phones").see("Grace Williams").see("Lucía García");
}

// ---- one session and the next

TEST(NextSession, BeginsWithoutTheChoicesOfTheLast) {
    const auto ui = started();
    const std::string title = open_tries(*ui);
    ui->in(title).click("Help: Light touch", WidgetRole::radio);
    ui->click("Goals shown: PT");
    EXPECT_FALSE(ui->sees(title));
    finish(*ui);
    Session next = session_for(*ui, "Mateo", Lead::ot);
    start_next(*ui, next);
    ui->not_see("No goals to record here");
    open_tries(*ui);
    ui->in(title).click("Correct");
    const auto points = points_of(*ui, next.id);
    ASSERT_EQ(points.size(), 1U);
    EXPECT_EQ(points[0].assist, 0) << "no help was chosen in this session";
}

TEST(HelpOfADiscipline, IsItsOwnScale) {
    const auto ui = started();
    const std::string hops = "Hops five times in a row on his right foot";  // a PT goal
    if (ui->sees("Record: " + hops)) ui->click("Record: " + hops);
    ui->in(hops).click("Help: CGA", WidgetRole::radio);
    ui->see("Contact guard (CGA)");
    ui->in(hops).click("Count one");
    const auto points = points_of(*ui, running(*ui)->id);
    ASSERT_EQ(points.size(), 1U);
    EXPECT_EQ(points[0].assist, 4);
    EXPECT_FALSE(points[0].prompt);
    const std::string cuts = open_tries(*ui);
    ui->in(cuts).click("Help: Spoken prompt", WidgetRole::radio);
}

// ---- the end, and what was typed

TEST(FinishSession, AsksWhichActivitiesWereDone) {
    const auto ui = started();
    stage_of_app(*ui).clock_goes_on(600);
    const SessionId id = running(*ui)->id;
    const std::vector<Block> plan = running(*ui)->blocks;
    ui->press(ImGuiKey_F).see("Which activities were done?");
    ui->click("Done: " + plan[2].title).click("Finish only");
    const Session& ended = *caseload_of(*ui).session(id);
    EXPECT_EQ(ended.blocks[0].state, BlockState::done) << "it was shown for ten minutes";
    EXPECT_EQ(ended.blocks[1].state, BlockState::skipped);
    EXPECT_EQ(ended.blocks[2].state, BlockState::done);
}

TEST(QuickNotes, AreKeptByEnterAndAtTheEnd) {
    const auto ui = started();
    const SessionId id = running(*ui)->id;
    const auto texts = [&] {
        std::vector<std::string> all;
        const std::vector<QuickNote> notes = caseload_of(*ui).quick_notes(id).take();
        for (const QuickNote& note : notes) all.push_back(note.text);
        return all;
    };
    ui->field("Quick note").type("Asked for one more").press(ImGuiKey_Enter);
    EXPECT_EQ(texts(), std::vector<std::string>{"Asked for one more"});
    ui->field("Quick note").type("Shared the blue one");
    finish(*ui);
    EXPECT_EQ(texts(), (std::vector<std::string>{"Asked for one more", "Shared the blue one"}));
}

// ---- undo

TEST(Undo, AsksBeforeARecordedTryIsTakenBack) {
    const auto ui = started();
    const std::string title = open_tries(*ui);
    ui->in(title).click("Correct");
    const SessionId id = running(*ui)->id;
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z).see("Take this back?").see("It is part of the record.");
    ASSERT_EQ(points_of(*ui, id).size(), 1U);
    ui->click("Leave it");
    EXPECT_EQ(points_of(*ui, id).size(), 1U);
}

TEST(Undo, AsksForAStepOfAnotherScreenAndOfAnEarlierStart) {
    const auto ui = drive_app();
    ui->open("Settings");
    Practice practice = caseload_of(*ui).practice();
    ui->click("Show initials only on screen");
    ASSERT_NE(caseload_of(*ui).practice().initials_only, practice.initials_only);
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(caseload_of(*ui).practice().initials_only, practice.initials_only) << "on its own screen at once";
    ui->click("Show initials only on screen");
    ui->open("Goals").press(ImGuiMod_Ctrl | ImGuiKey_Z).see("It was made on another screen.").click("Leave it");
    ui->open("Settings");
    stage_of_app(*ui).crash_and_reopen();
    ui->wait(0.2);
    ui->open("Settings").press(ImGuiMod_Ctrl | ImGuiKey_Z).see("It was made before the program was started.");
    ui->click("Undo it");
    EXPECT_EQ(caseload_of(*ui).practice().initials_only, practice.initials_only);
}

TEST(Undo, OfASignatureIsNotOffered) {
    const auto ui = started();
    ui->click("Finish session").click("Finish and write note");
    ui->click("Sign as final").see("A signature is final").see("Subjective is empty").click("Sign it");
    ui->see("Note signed").not_see("Undo");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z).see("A signed note is final.");
    ui->open("Today").see("See note: " + std::string(mateo));
}

// ---- notes

TEST(Note, RefusedForItsLengthStaysTypedAndUnsaved) {
    const auto ui = started();
    const SessionId id = running(*ui)->id;
    ui->click("Finish session").click("Finish and write note");
    ui->field("Assessment").retype(std::string(20'100, 'x'));
    ui->field("Plan");
    ui->see("Not saved yet").see("Not saved");
    EXPECT_TRUE(caseload_of(*ui).notes(id).empty());
    ui->field("Assessment").retype("Short enough.");
    ui->field("Plan");
    ui->see("All changes saved");
    ASSERT_EQ(caseload_of(*ui).notes(id).size(), 1U);
    EXPECT_EQ(caseload_of(*ui).note(caseload_of(*ui).notes(id)[0].id).take().assessment, "Short enough.");
}

TEST(Search, FindsGoalsNotesAndInterests) {
    const auto ui = drive_app();
    ui->press(ImGuiMod_Ctrl | ImGuiKey_K).type("circle close").see("Cuts out a 10 cm circle close to the line");
    ui->press(ImGuiKey_Escape).press(ImGuiMod_Ctrl | ImGuiKey_K).type("dinosaur").see("Mateo García");
    ui->press(ImGuiKey_Escape).press(ImGuiMod_Ctrl | ImGuiKey_K).type("Good focus").wait(0.2).press(ImGuiKey_Enter);
    ui->wait(0.2).see("Recorded");
}

// ---- the lock

TEST(SessionLock, WaitsWhileASessionRunsAndOpensByPin) {
    const auto ui = started();
    App& app = stage_of_app(*ui).app();
    const auto idle = [&](double minutes) {
        app.lock_if_idle(ui->time_s(), ui->time_s() - 60 * minutes);
        ui->frame();
    };
    idle(44);
    EXPECT_FALSE(app.locked()) << "the usual ten minutes do not count in a session";
    idle(44.5);
    ui->see("Locking within a minute");
    ASSERT_TRUE(caseload_of(*ui).remember(session_pin_name, pin_mark("2580")).ok());
    idle(45);
    ASSERT_TRUE(app.locked());
    ui->field("Session PIN").type("1111").press(ImGuiKey_Enter).wait(0.1);
    EXPECT_TRUE(app.locked());
    ui->field("Session PIN").type("2580").press(ImGuiKey_Enter).wait(0.2);
    EXPECT_FALSE(app.locked());
    app.lock();
    ui->wait(0.1);
    for (int i = 0; i < PinBox::most_wrong; ++i)
        ui->field("Session PIN").retype("1111").press(ImGuiKey_Enter).wait(0.1);
    ui->see("Five wrong PINs. Your passphrase opens the caseload.").not_see("Session PIN");
    ui->field("Passphrase").type(AppStage::passphrase).press(ImGuiKey_Enter).wait(0.2);
    EXPECT_FALSE(app.locked());
    finish(*ui);
    idle(10);
    EXPECT_TRUE(app.locked()) << "the session is over";
    ui->not_see("Session PIN");
}

TEST(SessionPin, IsFourToEightDigitsKeptAsAHash) {
    EXPECT_EQ(why_no_pin("2580"), "");
    EXPECT_NE(why_no_pin("258"), "");
    EXPECT_NE(why_no_pin("25a0"), "");
    EXPECT_NE(why_no_pin("7777"), "");
    const std::string mark = pin_mark("2580");
    EXPECT_EQ(mark.find("2580:"), std::string::npos);
    EXPECT_TRUE(is_pin_mark(mark));
    EXPECT_FALSE(is_pin_mark("17:2bd806c97f0e00af1a1fc3328fa763a9269723c8db8fac4f93af71db186d6e90"))
        << "the hash of an older program";
}

}  // namespace
}  // namespace pegboard::test
