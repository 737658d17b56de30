// S13: whoever opens, looks, locks, copies and saves is on the list in the file, each once and in order, and no word of
// a record ever is. G8: what does not fit stays on top until it is accepted, and Settings holds a file against a sheet.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "app/base/services.h"
#include "core/store/database.h"
#include "core/store/file/backups.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {
namespace fs = std::filesystem;

Caseload& caseload_of(UiDriver& ui) { return stage_of_app(ui).caseload(); }

/// Oldest first: "viewed Mateo", "saved recovery_sheet".
std::vector<std::string> listed(const Caseload& caseload, std::int64_t after = 0) {
    std::vector<std::string> lines;
    const auto events = caseload.access_log({}, 1000).take();
    for (const AccessEvent& event : events) {
        if (event.number <= after) continue;
        std::string line(key(event.kind));
        if (const Child* child = caseload.child(event.child)) line += " " + child->first_name;
        if (!event.detail.empty()) line += " " + event.detail;
        if (!event.therapist) continue;  // while the file was made nobody had been chosen yet
        EXPECT_EQ(event.therapist, caseload.practice().me) << line;
        lines.insert(lines.begin(), line);
    }
    return lines;
}

std::int64_t newest(const Caseload& caseload) {
    const auto log = caseload.access_log({}, 1).take();
    return log.empty() ? 0 : log.front().number;
}

void save_here(UiDriver& ui, const std::string& name) {
    ui.wait(0.3);
    ui.field("File name").retype(name).click("Save here").wait(0.3);
    let_workers_end(ui);
}

TEST(AccessList, S13_a_scripted_day_of_actions_gives_exactly_these_lines) {
    const auto ui = drive_app({.keep_backups = true});
    let_workers_end(*ui);
    AppStage& stage = stage_of_app(*ui);
    EXPECT_EQ(listed(caseload_of(*ui)), (std::vector<std::string>{"opened passphrase", "backed_up"}));
    const std::int64_t before = newest(caseload_of(*ui));

    ui->open("Caseload").click("Mateo García", WidgetRole::row).wait(0.2);
    ui->click("Goals", WidgetRole::tab).wait(0.2);  // the same record
    ui->open("Caseload").wait(0.2);
    ui->click("Hana Kobayashi", WidgetRole::row).wait(0.2);
    ui->click("Phone and rescue plan").wait(0.2).click("Close").wait(0.2);  // in sight already
    ui->open("Today").wait(0.2);
    stage.machine.words = true;
    ui->frame();
    stage.app().lock();
    ui->wait(0.2);
    ui->field("Passphrase").retype("not this one").press(ImGuiKey_Enter).wait(0.3);
    ui->field("Passphrase").retype(AppStage::passphrase).press(ImGuiKey_Enter).wait(0.3);
    let_workers_end(*ui);
    ui->open("Settings");
    ui->field("Passphrase, to save the recovery sheet").retype(AppStage::passphrase).click("Save recovery sheet");
    save_here(*ui, "sheet.txt");
    ui->click("Back up now");
    save_here(*ui, "copy.pegboard");
    ASSERT_TRUE(caseload_of(*ui).change_passphrase(std::string(AppStage::passphrase), "nine yellow cups").ok());
    stage.app().close();

    OpenOptions options;
    options.fast_key = true;
    const auto opened = Caseload::open(stage.file, {"nine yellow cups", {}}, options);
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    const std::vector<std::string> expected{
        "viewed Mateo",        "viewed Hana",          "copied text",      "locked",         "refused tries_1",
        "unlocked passphrase", "saved recovery_sheet", "saved whole_copy", "new_passphrase", "closed"};
    EXPECT_EQ(listed(*opened.value(), before), expected);
    EXPECT_EQ(opened.value()->journal_fault().take(), "");
}

TEST(AccessList, S13_a_passphrase_that_did_not_open_and_settings_are_on_it) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    AppStage& stage = stage_of_app(*ui);
    const std::int64_t before = newest(caseload_of(*ui));
    stage.app().close();
    stage.app().ask_for(stage.file);
    ui->wait(0.3);
    ui->field("Passphrase").retype("not this one").press(ImGuiKey_Enter).wait(0.5);
    ui->field("Passphrase").retype(AppStage::passphrase).press(ImGuiKey_Enter).wait(0.5);
    let_workers_end(*ui);
    MachineSettings other = stage.app().machine_settings();
    other.text_percent = 120;
    stage.app().ui().services->set_machine(other);
    ui->wait(0.2);
    stage.app().ui().services->set_machine(other);  // nothing differs
    ui->wait(0.2);
    const std::vector<std::string> expected{"closed", "refused before_1", "opened passphrase",
                                            "settings this_computer"};
    EXPECT_EQ(listed(caseload_of(*ui), before), expected);
    ui->open("Settings").click("Who opened and looked").wait(0.3);
    ui->see("Wrong passphrase or PIN, 1 time before opening").see("Settings changed: of this computer");
}

TEST(AccessList, S13_no_word_of_a_record_is_on_it) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    for (const char* name : {"Mateo García", "Hana Kobayashi"})
        ui->open("Caseload").click(name, WidgetRole::row).wait(0.2);
    AppStage& stage = stage_of_app(*ui);
    std::vector<std::string> words;
    for (const Child& child : caseload_of(*ui).children())
        for (const std::string& word : {child.first_name, child.last_name, child.school, child.rescue_plan})
            if (word.size() > 3) words.push_back(word);
    EXPECT_FALSE(caseload_of(*ui).note_access(AccessKind::saved, {}, "Mateo was tired").ok());
    stage.app().close();
    auto db =
        store::open_database(stage.file, {std::string(AppStage::passphrase), {}}, store::Access::look, true).take();
    SQLite::Statement rows(db->sql(), "SELECT at_utc || kind || device || detail FROM audit_event");
    int lines = 0;
    while (rows.executeStep()) {
        ++lines;
        for (const std::string& word : words)
            EXPECT_EQ(rows.getColumn(0).getString().find(word), std::string::npos) << rows.getColumn(0).getString();
    }
    EXPECT_GE(lines, 4);
}

TEST(AccessList, is_shown_of_the_file_and_of_one_child) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    ui->open("Caseload").click("Mateo García", WidgetRole::row).wait(0.2);
    ui->open("Settings").click("Who opened and looked").wait(0.3);
    ui->see("Opened: with the passphrase").see("Record looked at").see("Mateo");
    EXPECT_EQ(ui->lint(), std::vector<std::string>{});
}

void past_the_program(const AppStage& stage, const std::string& sql) {
    auto db =
        store::open_database(stage.file, {std::string(AppStage::passphrase), {}}, store::Access::write, true).take();
    db->exec("UPDATE journal_state SET open_change_set_id = 0");
    db->exec(sql);
    db->exec("UPDATE journal_state SET open_change_set_id = NULL");
}

TEST(AccessList, G8_a_precaution_changed_past_the_program_stays_on_top_until_it_is_accepted) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    AppStage& stage = stage_of_app(*ui);
    ui->not_see("Something outside Pegboard");
    stage.app().close();
    past_the_program(stage, "UPDATE child_precaution SET note = 'outgrown'");
    stage.crash_and_reopen();
    let_workers_end(*ui);
    ui->see("Something outside Pegboard changed this file: a precaution of ");
    ui->see("Everything fitted when it was last checked, on 29 Sep 2026.");
    ui->open("Caseload").see("Something outside Pegboard");
    stage.crash_and_reopen();
    let_workers_end(*ui);
    ui->see("Something outside Pegboard").click("Go on with this file").wait(0.3);
    ui->not_see("Something outside Pegboard");
    stage.crash_and_reopen();
    let_workers_end(*ui);
    ui->not_see("Something outside Pegboard");
    const auto lines = listed(caseload_of(*ui));
    EXPECT_NE(std::ranges::find(lines, "accepted"), lines.end());
}

TEST(AccessList, G8_everything_is_checked_on_demand_and_held_against_the_sheet) {
    const auto ui = drive_app();
    let_workers_end(*ui);
    ui->open("Settings").click("Check everything now");
    let_workers_end(*ui);
    ui->see("Everything fits: history, records and their digests");
    const std::string mark = caseload_of(*ui).file_mark().take().words();
    ui->click("Show the state of this file").wait(0.2).see("State of this file: " + mark);
    ui->field("State on a recovery sheet").retype(mark).click("Compare with this file").wait(0.2);
    ui->see("This file goes on from what the sheet says.");
    std::string later = mark;
    later.insert(later.find('-') + 1, "9");
    ui->field("State on a recovery sheet").retype(later).click("Compare with this file").wait(0.2);
    ui->see("This file is older than the sheet");
    ui->field("State on a recovery sheet").retype("12").click("Compare with this file").wait(0.2);
    ui->see("three groups");
    ui->field("Passphrase, to save the recovery sheet").retype(AppStage::passphrase).click("Save recovery sheet");
    save_here(*ui, "sheet.txt");
    std::ifstream in(stage_of_app(*ui).folder / "documents" / "sheet.txt");
    const std::string sheet{std::istreambuf_iterator<char>(in), {}};
    EXPECT_NE(sheet.find("State of the file then: " + mark), std::string::npos);
}

}  // namespace
}  // namespace pegboard::test
