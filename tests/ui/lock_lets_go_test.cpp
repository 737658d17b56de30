// TS11, TS6: a lock closes the file and lets everything go, and unlocking brings back the same place: screen, tab, what
// was chosen, typed and scrolled, a running session and its stopwatch. What could not be saved is never let go.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <sstream>

#include "app/settings/session_pin.h"
#include "core/lock_box.h"
#include "core/rules/live.h"
#include "core/store/file/backups.h"
#include "tests/core/failing_vfs.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {
namespace fs = std::filesystem;

App& app_of(UiDriver& ui) { return stage_of_app(ui).app(); }

void lock(UiDriver& ui) {
    let_workers_end(ui);
    app_of(ui).lock();
    ui.wait(0.1);
    ASSERT_TRUE(app_of(ui).locked());
}

void unlock(UiDriver& ui) {
    ui.field("Passphrase").retype(AppStage::passphrase).press(ImGuiKey_Enter).wait(0.3);
    ASSERT_FALSE(app_of(ui).locked());
    let_workers_end(ui);
    ui.wait(0.3);
}

/// Every widget with its place, without what only the keyboard or the pointer makes of it.
std::string as_shown(UiDriver& ui) {
    ImGui::GetIO().AddMousePosEvent(1, 1);
    ui.wait(0.5);
    std::ostringstream out;
    for (const WidgetInfo& each : ui.record().widgets)
        out << static_cast<int>(each.role) << ' ' << each.scope << ": " << each.label << " = " << each.value
            << (each.selected ? " [x]" : "") << (each.enabled ? "" : " [off]") << " at " << static_cast<int>(each.min.x)
            << ',' << static_cast<int>(each.min.y) << '\n';
    return out.str();
}

/// The wheel over the first that stands in a region that scrolls.
void scroll(UiDriver& ui, float steps) {
    for (const WidgetInfo& each : ui.record().widgets) {
        if (!each.scrolls) continue;
        ImGui::GetIO().AddMousePosEvent((each.min.x + each.max.x) / 2, (each.min.y + each.max.y) / 2);
        ui.wait(0.1);
        ImGui::GetIO().AddMouseWheelEvent(0, steps);
        ui.wait(0.2);
        return;
    }
    throw UiFailure("nothing scrolls");
}

struct Somewhere {
    std::string name;
    void (*go)(UiDriver&);
};
void PrintTo(const Somewhere& where, std::ostream* out) { *out << where.name; }

const std::vector<Somewhere> places{
    {"today", [](UiDriver& ui) { ui.open("Today"); }},
    {"caseload_found", [](UiDriver& ui) { ui.open("Caseload").field("Find by name").type("ma").press(ImGuiKey_Tab); }},
    {"child_details_scrolled",
     [](UiDriver& ui) {
         ui.open("Caseload").click("Mateo García", WidgetRole::row).click("Details", WidgetRole::tab);
         ui.wheel("Names", -8);
     }},
    {"child_goals",
     [](UiDriver& ui) { ui.open("Caseload").click("Mateo García", WidgetRole::row).click("Goals", WidgetRole::tab); }},
    {"goals", [](UiDriver& ui) { ui.open("Goals"); }},
    {"activities_scrolled", [](UiDriver& ui) { scroll(ui.open("Activities").wait(0.3), -20); }},
    {"plan", [](UiDriver& ui) { ui.open("Today").click("Plan Mateo García, 10:45 am"); }},
    {"progress", [](UiDriver& ui) { ui.open("Progress"); }},
    {"reports", [](UiDriver& ui) { ui.open("Reports"); }},
    {"settings_scrolled", [](UiDriver& ui) { scroll(ui.open("Settings").wait(0.3), -10); }}};

class LockedAt : public testing::TestWithParam<Somewhere> {};

TEST_P(LockedAt, the_same_place_comes_back) {
    const auto ui = drive_app({.throwaway = true});
    GetParam().go(*ui);
    let_workers_end(*ui);
    ui->wait(0.5);
    const std::string before = as_shown(*ui);
    const Place place = app_of(*ui).ui().nav->here();
    lock(*ui);
    EXPECT_EQ(app_of(*ui).caseload(), nullptr) << "the file is closed";
    EXPECT_EQ(app_of(*ui).ui().drafts->find("add_child.first_name"), nullptr);
    unlock(*ui);
    EXPECT_EQ(app_of(*ui).ui().nav->here(), place);
    EXPECT_EQ(as_shown(*ui), before);
}
INSTANTIATE_TEST_SUITE_P(Everywhere, LockedAt, testing::ValuesIn(places),
                         [](const auto& where) { return where.param.name; });

TEST(LetsGo, what_is_typed_while_a_worker_still_reads_the_file_stays_typed) {
    const auto ui = drive_app();  // the history is being checked
    app_of(*ui).lock();
    for (int frames = 0; !ui->typing() && frames < 10; ++frames) ui->frame();
    ui->type("seven");
    let_workers_end(*ui);
    ASSERT_EQ(app_of(*ui).caseload(), nullptr);
    ui->type(" green pegs").press(ImGuiKey_Enter).wait(0.3);
    EXPECT_FALSE(app_of(*ui).locked());
}

TEST(LetsGo, the_file_is_whole_closed_and_free_while_it_is_locked) {
    const auto ui = drive_app();
    const std::size_t children = stage_of_app(*ui).caseload().children().size();
    lock(*ui);
    const fs::path file = stage_of_app(*ui).file;
    for (const char* ending : {"-wal", "-shm", ".lock"}) EXPECT_FALSE(fs::exists(fs::path(file) += ending)) << ending;
    {
        OpenOptions options;
        options.places = {stage_of_app(*ui).folder / "elsewhere", stage_of_app(*ui).folder / "elsewhere"};
        options.fast_key = true;
        const auto other = Caseload::open(file, {std::string(AppStage::passphrase), {}}, options);
        ASSERT_TRUE(other.ok()) << other.error().message;
        EXPECT_EQ(other.value()->children().size(), children);
        ui->field("Passphrase").retype(AppStage::passphrase).press(ImGuiKey_Enter).wait(0.3);
        ui->see("already open in another Pegboard window").see("Open it to look only");
    }
    unlock(*ui);
    EXPECT_EQ(stage_of_app(*ui).caseload().children().size(), children);
}

TEST(LetsGo, no_screen_holds_a_record_while_it_is_locked) {
    const auto ui = drive_app();
    ui->open("Caseload").field("Find by name").type("Mateo");
    ui->open("Today").open("Goals").open("Progress").open("Caseload").click("Mateo García", WidgetRole::row);
    ui->press(ImGuiMod_Ctrl | ImGuiKey_K).type("Mateo").wait(0.2);
    lock(*ui);
    const Screens& screens = app_of(*ui).screens();
    EXPECT_TRUE(screens.caseload.rows.all.empty());
    EXPECT_TRUE(screens.today.rows.rows.empty());
    EXPECT_TRUE(screens.goals.rows.shown.empty());
    EXPECT_TRUE(screens.progress.rows.all.empty());
    EXPECT_EQ(screens.child.view.name, "");
    EXPECT_EQ(screens.caseload.filter.typed, "") << "it may be a name";
    unlock(*ui);
    EXPECT_EQ(screens.caseload.filter.typed, "Mateo");
}

TEST(LetsGo, steps_of_before_are_taken_back_as_if_there_had_been_no_lock) {
    const auto ui = drive_app();
    ui->open("Caseload").click("Mateo García", WidgetRole::row).click("Details", WidgetRole::tab);
    const std::string before = ui->value("School or site");
    ui->field("School or site").retype("Elm Street School").press(ImGuiKey_Tab).wait(0.1);
    lock(*ui);
    unlock(*ui);
    EXPECT_EQ(ui->value("School or site"), "Elm Street School");
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Z).wait(0.2);
    EXPECT_EQ(ui->value("School or site"), before) << "no question: it was made on this screen";
}

TEST(LetsGo, a_running_session_and_its_stopwatch_go_on) {
    const auto ui = drive_app({.throwaway = true});
    ui->click("Start: Mateo García, 10:45 am").wait(0.3);
    Caseload& caseload = stage_of_app(*ui).caseload();
    const Session running = *running_session(caseload.sessions());
    Goal timed;
    for (const Goal& each : caseload.goals())
        if (each.title == "Stands on his left foot for 10 seconds") timed = each;
    ASSERT_EQ(timed.child, running.child) << "the invented caseload has a goal that is timed";
    app_of(*ui).ui().outbox->after_frame([&](Caseload& open) {
        ASSERT_TRUE(
            open.keep_draft("stopwatch." + std::to_string(running.id.value) + "." + std::to_string(timed.id.value),
                            "time " + open.now_utc() + " 0 " + std::to_string(running.child.value)));
    });
    ui->wait(0.2);
    lock(*ui);
    ui->wait(30);
    stage_of_app(*ui).clock_goes_on(1);
    unlock(*ui);
    const SessionScreen& screen = app_of(*ui).screens().session;
    ASSERT_TRUE(screen.watches.contains(timed.id));
    EXPECT_NEAR(screen.watches.at(timed.id).seconds(ui->time_s()), 31, 4);
    EXPECT_NE(running_session(stage_of_app(*ui).caseload().sessions()), nullptr);
}

// ---------------------------------------------------------------- what cannot be saved
struct Unsaved : ::testing::Test {
    Unsaved() { work_again(); }  // stands before the disk from here on
    ~Unsaved() override { work_again(); }
    Unsaved(const Unsaved&) = delete;
    Unsaved& operator=(const Unsaved&) = delete;
};

TEST_F(Unsaved, edits_on_a_full_disk_wait_behind_the_lock_and_are_saved_after_it) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    Caseload& caseload = stage_of_app(*ui).caseload();
    const Goal goal = caseload.goals().front();
    fail_from(1, SQLITE_FULL, Calls::writes);
    Goal changed = goal;
    changed.title = "Ties a bow with two loops";
    app_of(*ui).ui().outbox->send(EditGoal{changed});
    ui->wait(0.1).see("The disk is full");
    lock(*ui);
    ASSERT_NE(app_of(*ui).caseload(), nullptr) << "what waits is nowhere else";
    ui->see("It is kept in memory behind this lock").not_see("Everything you typed is kept");
    unlock(*ui);
    ui->see("The disk is full");
    work_again();
    ui->click("Try again").wait(0.2);
    EXPECT_EQ(stage_of_app(*ui).caseload().goal(goal.id)->title, changed.title);
    lock(*ui);
    EXPECT_EQ(app_of(*ui).caseload(), nullptr);
    ui->see("Everything you typed is kept").not_see("behind this lock");
    unlock(*ui);
    EXPECT_EQ(stage_of_app(*ui).caseload().goal(goal.id)->title, changed.title);
}

TEST_F(Unsaved, words_being_typed_on_a_full_disk_wait_behind_the_lock) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    ui->open("Caseload").click("Add child").field("First name").type("Noor");
    fail_from(1, SQLITE_FULL, Calls::writes);
    lock(*ui);
    EXPECT_NE(app_of(*ui).caseload(), nullptr);
    work_again();
    unlock(*ui);
    ui->open("Caseload").click("Add child");
    EXPECT_EQ(ui->value("First name"), "Noor");
}

TEST(LetsGo, a_file_that_is_gone_after_the_lock_is_told_with_a_way_on) {
    const auto ui = drive_app();
    lock(*ui);
    fs::remove(stage_of_app(*ui).file);
    ui->field("Passphrase").retype(AppStage::passphrase).press(ImGuiKey_Enter).wait(0.3);
    EXPECT_FALSE(app_of(*ui).locked());
    ui->see("This file is no longer there").see("Another caseload");
}

TEST(LetsGo, quitting_behind_the_lock_asks_nothing_and_a_copy_was_made_before) {
    const auto ui = drive_app({.keep_backups = true});
    let_workers_end(*ui);
    stage_of_app(*ui).clock_goes_on(31 * 60);
    Practice practice = stage_of_app(*ui).caseload().practice();
    practice.idle_lock_min = 7;
    ASSERT_TRUE(stage_of_app(*ui).caseload().run(EditPractice{practice}).ok());
    const Places places{stage_of_app(*ui).folder / "state", stage_of_app(*ui).folder / "state" / "backups"};
    const std::size_t before = kept_backups(places, stage_of_app(*ui).file).size();
    app_of(*ui).lock();
    let_workers_end(*ui);
    EXPECT_EQ(app_of(*ui).caseload(), nullptr) << "let go as soon as the copy is made";
    EXPECT_EQ(kept_backups(places, stage_of_app(*ui).file).size(), before + 1);
    EXPECT_TRUE(app_of(*ui).may_end());
}

// ---------------------------------------------------------------- the PIN
TEST(LetsGo, a_pin_opens_a_file_that_is_closed_and_its_box_goes_with_the_session) {
    const auto ui = drive_app({.throwaway = true});
    ui->click("Start: Mateo García, 10:45 am").wait(0.3);
    ASSERT_TRUE(stage_of_app(*ui).caseload().remember(session_pin_name, pin_mark("2580")).ok());
    lock(*ui);
    EXPECT_EQ(app_of(*ui).caseload(), nullptr);
    ui->field("Session PIN").type("2580").press(ImGuiKey_Enter).wait(0.2);
    ASSERT_FALSE(app_of(*ui).locked());
    ASSERT_NE(app_of(*ui).caseload(), nullptr);
    lock(*ui);
    ui->see("Session PIN");
    stage_of_app(*ui).clock_goes_on(12.0 * 60 * 60);
    ui->wait(0.1);
    ui->not_see("Session PIN").see("Passphrase");
    unlock(*ui);
}

}  // namespace
}  // namespace pegboard::test
