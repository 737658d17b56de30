// Nothing that was done is lost without a word: a full disk, a file that is renamed or replaced while it is open,
// copies that fail, quitting with something unsaved.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>

#include "app/base/services.h"
#include "core/store/file/backups.h"
#include "tests/core/failing_vfs.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {
namespace fs = std::filesystem;

/// The disk below works again whatever the test came to.
struct Keeping : ::testing::Test {
    Keeping() { work_again(); }  // stands before the disk from here on
    ~Keeping() override { work_again(); }
    Keeping(const Keeping&) = delete;
    Keeping& operator=(const Keeping&) = delete;
};

const Goal& a_goal(Caseload& caseload) {
    for (const Goal& each : caseload.goals())
        if (each.status == GoalStatus::active && each.measure == "trials") return each;
    throw std::runtime_error("no goal to tap for");
}

std::size_t points_of(Caseload& caseload, GoalId goal) {
    const auto points = caseload.points(goal);
    return points ? points.value()->size() : 0;
}

void tap(UiDriver& ui, GoalId goal, double value) {
    DataPoint point;
    point.id = mint<PointId>();
    point.goal = goal;
    point.date = *make_date(2026, 9, 29);
    point.value = value;
    stage_of_app(ui).app().ui().outbox->send(RecordPoint{point});
    ui.frame();
}

Caseload& caseload_of(UiDriver& ui) { return stage_of_app(ui).caseload(); }

void save_copy_as(UiDriver& ui, const std::string& name) {
    ui.wait(0.2);
    ui.field("File name").retype(name).click("Save here");
    let_workers_end(ui);
}

TEST_F(Keeping, ten_taps_on_a_full_disk_are_all_saved_when_there_is_room_again_each_in_its_place) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    const GoalId goal = a_goal(caseload_of(*ui)).id;
    const std::size_t before = points_of(caseload_of(*ui), goal);
    fail_from(1, SQLITE_FULL, Calls::writes);
    for (int i = 1; i <= 10; ++i) tap(*ui, goal, i);
    ui->see("The disk is full").see("Not saved yet");
    EXPECT_EQ(points_of(caseload_of(*ui), goal), before);
    ui->click("Try again").see("The disk is full");
    work_again();
    ui->click("Try again").wait(0.2);
    ui->not_see("The disk is full").see("All changes saved");
    const auto points = caseload_of(*ui).points(goal);
    ASSERT_TRUE(points);
    ASSERT_EQ(points.value()->size(), before + 10);
    const auto history = caseload_of(*ui).history({}, 10);
    ASSERT_TRUE(history);
    std::vector<double> in_order;
    for (const DataPoint& each : *points.value())
        if (each.date == *make_date(2026, 9, 29)) in_order.push_back(each.value);
    EXPECT_TRUE(std::is_sorted(in_order.end() - 10, in_order.end()));
}

TEST_F(Keeping, what_was_decided_and_refused_is_not_done_later_by_itself) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    const GoalId goal = a_goal(caseload_of(*ui)).id;
    const std::size_t before = points_of(caseload_of(*ui), goal);
    const auto planned = std::ranges::find(caseload_of(*ui).sessions(), SessionStatus::planned, &Session::status);
    ASSERT_NE(planned, caseload_of(*ui).sessions().end());
    const SessionId session = planned->id;
    const auto send = [&](Command command) {
        bool refused = false;
        stage_of_app(*ui).app().ui().outbox->send(std::move(command),
                                                  [&refused](const Status& status) { refused = !status; });
        ui->frame();
        return refused;
    };
    fail_from(1, SQLITE_FULL, Calls::writes);
    EXPECT_TRUE(send(MissSession{session, NotHeldReason::child_ill, {}}));
    tap(*ui, goal, 1);
    EXPECT_TRUE(send(MissSession{session, NotHeldReason::child_ill, {}}));
    tap(*ui, goal, 2);
    ui->wait(0.1).see("2 changes wait");
    work_again();
    ui->click("Try again").wait(0.2).see("All changes saved");
    EXPECT_EQ(points_of(caseload_of(*ui), goal), before + 2);
    EXPECT_EQ(caseload_of(*ui).session(session)->status, SessionStatus::planned);
    EXPECT_FALSE(send(MissSession{session, NotHeldReason::child_ill, {}})) << "pressed again it is done";
    EXPECT_EQ(caseload_of(*ui).session(session)->status, SessionStatus::not_held);
}

TEST_F(Keeping, what_waits_goes_first_when_something_new_is_done_after_there_is_room) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    const GoalId goal = a_goal(caseload_of(*ui)).id;
    const std::size_t before = points_of(caseload_of(*ui), goal);
    fail_from(1, SQLITE_FULL, Calls::writes);
    tap(*ui, goal, 1);
    tap(*ui, goal, 2);
    work_again();
    tap(*ui, goal, 3);
    EXPECT_EQ(points_of(caseload_of(*ui), goal), before + 3);
    ui->wait(0.1).see("All changes saved");
}

TEST_F(Keeping, a_form_sent_again_is_done_once) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    const std::size_t before = caseload_of(*ui).children().size();
    fail_from(1, SQLITE_FULL, Calls::writes);
    for (int i = 0; i < 2; ++i) {
        Child child;
        child.id = mint<ChildId>();
        child.first_name = "Twice";
        child.last_name = "Sent";
        child.date_of_birth = *make_date(2020, 1, 1);
        stage_of_app(*ui).app().ui().outbox->send(AddChild{child});
        ui->frame();
    }
    work_again();
    ui->click("Try again").wait(0.2);
    EXPECT_EQ(caseload_of(*ui).children().size(), before + 1);
}

TEST_F(Keeping, a_copy_saved_from_a_full_disk_has_what_waits) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    const GoalId goal = a_goal(caseload_of(*ui)).id;
    const std::size_t before = points_of(caseload_of(*ui), goal);
    fail_from(1, SQLITE_FULL, Calls::writes);
    for (int i = 1; i <= 3; ++i) tap(*ui, goal, i);
    ui->click("Save a copy elsewhere").wait(0.2);
    work_again();  // the copy goes to another disk
    save_copy_as(*ui, "rescued.pegboard");
    ui->see("Copy saved and checked");
    const fs::path copy = stage_of_app(*ui).folder / "documents" / "rescued.pegboard";
    OpenOptions elsewhere;
    elsewhere.fast_key = true;
    const auto opened = Caseload::open(copy, {std::string(AppStage::passphrase), {}}, elsewhere);
    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_EQ(opened.value()->points(goal).value()->size(), before + 3);
}

TEST_F(Keeping, a_renamed_file_is_told_and_opened_where_it_is_with_what_waits) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    const fs::path there = stage_of_app(*ui).folder / "moved.pegboard";
    fs::rename(stage_of_app(*ui).file, there);
    stage_of_app(*ui).app().look_at_file();
    ui->wait(0.1);
    ui->see("moved or renamed").see("moved.pegboard").see("Not saved yet").not_see("All changes saved");
    const GoalId goal = a_goal(caseload_of(*ui)).id;
    const std::size_t before = points_of(caseload_of(*ui), goal);
    tap(*ui, goal, 4);
    EXPECT_FALSE(fs::exists(stage_of_app(*ui).file));
    ui->click("Open it there").wait(0.3);
    ui->see("All changes saved").not_see("moved or renamed");
    EXPECT_EQ(caseload_of(*ui).path(), fs::canonical(there));
    EXPECT_EQ(points_of(caseload_of(*ui), goal), before + 1);
}

TEST_F(Keeping, a_replaced_file_is_told_quitting_asks_and_the_other_file_can_be_looked_at) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    AppStage& stage = stage_of_app(*ui);
    fs::copy_file(stage.file, stage.folder / "older");
    const GoalId goal = a_goal(caseload_of(*ui)).id;
    const std::size_t before = points_of(caseload_of(*ui), goal);
    tap(*ui, goal, 5);
    fs::rename(stage.folder / "older", stage.file);
    tap(*ui, goal, 6);
    ui->wait(0.1).see("Another file took the place of this caseload").see("Not saved yet");
    EXPECT_FALSE(fs::exists(fs::path(stage.file) += "-wal"));
    EXPECT_FALSE(stage.app().may_end());
    ui->wait(0.2).see("Quit now?").click("Stay").wait(0.2);
    EXPECT_FALSE(stage.app().wants_quit());
    ui->click("Look at the other file").wait(0.3);
    ui->see("kept among the copies");
    const auto kept = kept_backups({stage.folder / "state", stage.folder / "state" / "backups"}, stage.file);
    ASSERT_EQ(kept.size(), 1U);
    OpenOptions elsewhere;
    elsewhere.fast_key = true;
    const fs::path copy = stage.folder / "documents" / "kept.pegboard";
    fs::copy_file(kept.front().file, copy);
    const auto opened = Caseload::open(copy, {std::string(AppStage::passphrase), {}}, elsewhere);
    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_EQ(opened.value()->points(goal).value()->size(), before + 2);
}

TEST_F(Keeping, quitting_without_anything_unsaved_asks_nothing) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    EXPECT_TRUE(stage_of_app(*ui).app().may_end());
}

TEST_F(Keeping, a_copy_that_fails_is_told_on_today_and_in_settings_until_one_succeeds) {
    const auto ui = drive_app({.keep_backups = true});
    let_workers_end(*ui);
    ui->not_see("No automatic copy");
    ui->open("Settings").see("Last good copy: ");
    AppStage& stage = stage_of_app(*ui);
    const fs::path backups = stage.folder / "state" / "backups";
    fs::remove_all(backups);
    std::ofstream(backups) << "no folder";
    tap(*ui, a_goal(caseload_of(*ui)).id, 7);
    EXPECT_FALSE(stage.app().may_end()) << "a copy on closing that fails is told before the window goes";
    ui->wait(0.2).see("no copy could be made on closing").click("Stay").wait(0.2);
    ui->open("Today").see("No automatic copy of this caseload could be made");
    stage.crash_and_reopen();
    let_workers_end(*ui);
    ui->open("Today").see("No automatic copy of this caseload could be made");
    ui->open("Settings").see("The last try failed");
    fs::remove(backups);
    ui->open("Today").click("Try again now");
    let_workers_end(*ui);
    ui->not_see("No automatic copy");
    ui->open("Settings").not_see("The last try failed");
}

void damage(const fs::path& file, std::streamoff at) {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(at);
    bytes.write("damage", 6);
}

/// A place in the last page that opening does without: which pages it reads depends on what the file holds.
std::streamoff place_that_opening_leaves(const fs::path& file, const fs::path& tried) {
    constexpr std::streamoff page = 4096, within = 2000;
    OpenOptions elsewhere;
    elsewhere.fast_key = true;
    for (auto at = static_cast<std::streamoff>(fs::file_size(file)) - within; at > page; at -= page) {
        fs::copy_file(file, tried, fs::copy_options::overwrite_existing);
        damage(tried, at);
        if (Caseload::open(tried, {std::string(AppStage::passphrase), {}}, elsewhere)) return at;
    }
    throw std::runtime_error("opening reads every page");
}

TEST_F(Keeping, damage_found_after_opening_stays_on_top_and_offers_the_newest_good_copy) {
    const auto first = drive_app({.keep_backups = true});
    let_workers_end(*first);
    AppStage& stage = stage_of_app(*first);
    stage.app().close();
    damage(stage.file, place_that_opening_leaves(stage.file, stage.folder / "tried.pegboard"));
    stage.crash_and_reopen();
    let_workers_end(*first);
    first->see("damaged").see("Go back to the newest good copy");
    first->click("Look only").wait(0.3);
    let_workers_end(*first);
    first->see("open for reading only").see("damaged");
    first->click("Go back to the newest good copy");
    let_workers_end(*first);
    first->wait(0.3).see("Kept copies");
}

TEST_F(Keeping, a_recovery_sheet_is_never_written_over_a_caseload_and_replacing_is_another_button) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    AppStage& stage = stage_of_app(*ui);
    const auto bytes = fs::file_size(stage.file);
    ui->open("Settings");
    const auto ask = [&](const std::string& name) {
        ui->field("Passphrase, to save the recovery sheet").retype(AppStage::passphrase).click("Save recovery sheet");
        ui->wait(0.5);
        ui->field("File name").retype(name);
    };
    fs::create_symlink(stage.file, stage.folder / "documents" / "My caseload");
    ask("My caseload");
    ui->click("Save here").wait(0.1);
    ui->see("already").click("Replace it").wait(0.3);
    ui->see("This is a caseload. Nothing was written");
    EXPECT_EQ(fs::file_size(stage.file), bytes);
    std::ofstream(stage.folder / "documents" / "letter.txt") << "Dear family";
    ask("letter.txt");
    ui->click("Save here").wait(0.1).click("Replace it").wait(0.3);
    ui->see("A file of another kind");
    EXPECT_EQ(fs::file_size(stage.folder / "documents" / "letter.txt"), 11U);
    ask("sheet.txt");
    ui->click("Save here").wait(0.3);
    ASSERT_TRUE(fs::exists(stage.folder / "documents" / "sheet.txt"));
    ask("sheet.txt");
    ui->click("Save here").wait(0.1).click("Replace it").wait(0.3);
    ui->see("Recovery sheet saved");
}

TEST_F(Keeping, without_the_built_in_library_records_are_reached_and_nothing_is_planned) {
    const auto ui = drive_app({.without_library = true});
    let_workers_end(*ui);
    ui->see("built-in activities, skills and precautions are missing or damaged");
    for (const char* place : {"Caseload", "Goals", "Activities", "Progress", "Settings", "Today"}) ui->open(place);
    ui->open("Caseload").click("Mateo García", WidgetRole::row).see("Mateo");
    for (const char* tab : {"Details", "Goals", "Sessions", "Progress"}) ui->click(tab, WidgetRole::tab);
    EXPECT_TRUE(stage_of_app(*ui).app().ui().library->activities().empty());
}

TEST_F(Keeping, the_passphrase_changes_while_the_window_goes_on) {
    const auto ui = drive_app({.keep_backups = true});
    let_workers_end(*ui);
    bool told = false, good = false;
    stage_of_app(*ui).app().ui().services->change_passphrase(std::string(AppStage::passphrase), "violet compass meadow",
                                                             [&](const Status& status) {
                                                                 told = true;
                                                                 good = status.ok();
                                                             });
    EXPECT_FALSE(told) << "it runs on a worker";
    const GoalId goal = a_goal(caseload_of(*ui)).id;
    const std::size_t before = points_of(caseload_of(*ui), goal);
    tap(*ui, goal, 8);  // waits until the file is the new one
    let_workers_end(*ui);
    EXPECT_TRUE(told);
    EXPECT_TRUE(good);
    EXPECT_EQ(points_of(caseload_of(*ui), goal), before + 1);
    EXPECT_TRUE(caseload_of(*ui).check_passphrase({"violet compass meadow", {}}));
    for (const Backup& each : stage_of_app(*ui).app().ui().services->backups())
        EXPECT_TRUE(verify_backup(each.file, {"violet compass meadow", {}}, true));
}

}  // namespace
}  // namespace pegboard::test
