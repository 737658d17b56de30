// G14: a library that is not the one the program was built with is never taken for it: missing, cut, with one byte
// changed, or with the rules of precautions taken out. G9: settings of this laptop that cannot be read are set aside,
// and it is told.
#include "app/frame/built_in.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>

#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {
namespace fs = std::filesystem;

struct BuiltIn : ::testing::Test {
    std::unique_ptr<UiDriver> ui = drive_app({.children = 0});
    fs::path file = stage_of_app(*ui).folder / "library.db";
    BuiltIn() { fs::copy_file(fs::path(PEGBOARD_DATA) / "library.db", file); }

    void expect_refused() const {
        const auto opened = open_built_in(file);
        ASSERT_FALSE(opened);
        EXPECT_NE(opened.error().message.find("All your records are here"), std::string::npos);
    }
};

TEST_F(BuiltIn, is_the_one_the_program_was_built_with) { EXPECT_TRUE(open_built_in(file)); }

TEST_F(BuiltIn, missing_cut_or_changed_by_a_byte_is_refused) {
    const auto bytes = fs::file_size(file);
    {
        std::fstream in(file, std::ios::in | std::ios::out | std::ios::binary);
        in.seekg(static_cast<std::streamoff>(bytes / 2));
        const int byte = in.peek();
        in.seekp(static_cast<std::streamoff>(bytes / 2));
        in.put(static_cast<char>(byte ^ 1));
    }
    expect_refused();
    fs::resize_file(file, bytes / 2);
    expect_refused();
    fs::resize_file(file, 0);
    expect_refused();
    fs::remove(file);
    expect_refused();
    fs::create_directory(file);
    expect_refused();
}

TEST_F(BuiltIn, without_its_precautions_is_refused) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, "DELETE FROM precaution", nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    EXPECT_GT(sqlite3_changes(db), 0);
    sqlite3_close(db);
    expect_refused();
}

TEST(WithoutTheLibrary, a_plan_says_what_is_missing_and_changes_nothing) {
    const auto ui = drive_app({.without_library = true});
    let_workers_end(*ui);
    ui->click("Plan Mateo García, 10:45 am").wait(0.3);
    ui->see("nothing can be planned or checked against them");
    const std::uint64_t revision = stage_of_app(*ui).caseload().revision();
    const auto suggest = [&] {
        for (const WidgetInfo& each : ui->record().widgets)
            if (each.role == WidgetRole::button && each.label.starts_with("Suggest") && each.enabled) return each.label;
        return std::string();
    }();
    if (!suggest.empty()) ui->click(suggest).wait(0.5);
    let_workers_end(*ui);
    for (const Session& session : stage_of_app(*ui).caseload().sessions())
        for (const Block& block : session.blocks) EXPECT_FALSE(block.title.empty());
    EXPECT_EQ(stage_of_app(*ui).caseload().revision(), revision) << "nothing is planned from nothing";
}

TEST(Settings, that_cannot_be_read_are_set_aside_and_told) {
    std::string dotted = "a";
    for (int i = 0; i < 60'000; ++i) dotted += ".a";
    for (const std::string& text : {dotted + " = 1", std::string(100'000, '['), std::string("theme = "), dotted}) {
        const auto ui = drive_app();
        const fs::path file = stage_of_app(*ui).folder / "config" / "settings.toml";
        std::ofstream(file) << text;
        stage_of_app(*ui).crash_and_reopen();
        ui->wait(0.2);
        ui->see("settings of this laptop could not be read").click("Understood").wait(0.1);
        ui->not_see("settings of this laptop could not be read");
        EXPECT_EQ(fs::file_size(fs::path(file) += ".unreadable"), text.size());
    }
}

TEST(Gate, a_long_reason_is_told_whole) {
    const auto ui = drive_app();
    stage_of_app(*ui).app().close();
    const fs::path file = stage_of_app(*ui).file;
    fs::resize_file(file, fs::file_size(file) / 2);
    stage_of_app(*ui).app().ask_for(file);
    ui->wait(0.1).field("Passphrase").type(AppStage::passphrase).press(ImGuiKey_Enter).wait(0.5);
    bool told = false;
    for (const WidgetInfo& each : ui->record().widgets) {
        EXPECT_FALSE(each.clipped) << each.label;
        if (each.label.find("damaged") != std::string::npos) told = told || each.label.ends_with(".");
    }
    EXPECT_TRUE(told) << ui->transcript();
    EXPECT_EQ(ui->lint(), std::vector<std::string>());
}

// G10: whatever a file says, the lock comes within its range and the screen can be used.
TEST(Lock, minutes_out_of_range_lock_at_the_nearest_in_it) {
    for (const int minutes : {0, -7, 2'000'000'000}) {
        const auto ui = drive_app();
        App& app = stage_of_app(*ui).app();
        const Practice* practice = &app.caseload()->practice();
        // As a file made to harm has it: no command of ours writes such a number.
        const_cast<Practice*>(practice)->idle_lock_min = minutes;
        let_workers_end(*ui);
        app.lock_if_idle(ui->time_s(), ui->time_s() - 30);
        EXPECT_FALSE(app.locked()) << "half a minute is below the least";
        app.lock_if_idle(ui->time_s(), ui->time_s() - 60.0 * 30);
        EXPECT_TRUE(app.locked()) << "half an hour is the most";
    }
}

}  // namespace
}  // namespace pegboard::test
