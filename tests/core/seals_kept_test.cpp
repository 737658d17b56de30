// What the digests follow and what they outlive: undo, a new passphrase, recovery, steps of the schema, and parts of
// the file that were taken away.
#include <algorithm>
#include <array>

#include "core/store/file/backups.h"
#include "core/store/file/raw_key.h"
#include "core/store/migrate.h"
#include "core/store/seals/mac.h"
#include "core/store/seals/seals.h"
#include "tests/core/seals_support.h"

namespace pegboard::test {
namespace {
namespace fs = std::filesystem;

TEST(Seals, WhatRecordsEditsIsPutBackAndToldUntilAccepted) {
    const std::string drops[] = {
        "DROP TRIGGER journal_UPDATE_session_note",
        "DROP TRIGGER journal_INSERT_child; DROP TRIGGER journal_keep_change_UPDATE; DROP INDEX data_point_for_rules",
        "CREATE TRIGGER more AFTER UPDATE ON child BEGIN DELETE FROM session_note; END",
        "DROP TRIGGER journal_UPDATE_child; CREATE TRIGGER journal_UPDATE_child AFTER UPDATE ON child BEGIN SELECT 1; "
        "END"};
    for (const std::string& drop : drops) {
        const TempFolder folder;
        fill_twice(*make_caseload(folder));
        past_the_program(folder.file(), drop);
        EXPECT_NE(found_in(folder.file()), "") << drop;
        auto caseload = reopen(folder);
        Child child = caseload->children().front();
        child.school = "Hillcrest";
        must(caseload->run(EditChild{child}));
        EXPECT_EQ(caseload->history(child.id, 1).take().at(0).command, "edit_child") << "edits are recorded again";
        EXPECT_NE(caseload->journal_fault().take().find("They were put back just now, 21 Sep 2026"), std::string::npos)
            << caseload->journal_fault().take();
        caseload.reset();
        caseload = reopen(folder);
        EXPECT_NE(caseload->journal_fault().take(), "") << "still told";
        must(caseload->accept_records());
        EXPECT_EQ(caseload->journal_fault().take(), "");
        caseload.reset();
        EXPECT_EQ(found_in(folder.file()), "");
    }
}

TEST(Seals, ATableThatWasChangedIsTold) {
    for (const char* change :
         {"ALTER TABLE child ADD COLUMN more TEXT", "CREATE TABLE more (id INTEGER PRIMARY KEY)"}) {
        const TempFolder folder;
        fill_twice(*make_caseload(folder));
        past_the_program(folder.file(), change);
        EXPECT_NE(found_in(folder.file()).find("parts that keep and record"), std::string::npos)
            << found_in(folder.file());
    }
}

TEST(Seals, WhatIsShownOfAGoalMustBeWhatItsValuesSay) {
    const TempFolder folder;
    fill_twice(*make_caseload(folder));
    past_the_program(folder.file(), "UPDATE goal_status SET last_value = 100");
    EXPECT_NE(found_in(folder.file()).find("not what their values say"), std::string::npos) << found_in(folder.file());
}

TEST(Seals, FollowUndoRedoErasingANewPassphraseAndRecovery) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Sample sample = fill_twice(*caseload);
    const auto fits = [&](const char* after) { EXPECT_EQ(caseload->journal_fault().take(), "") << after; };
    fits("edits");
    while (caseload->next_undo()) must(caseload->undo());
    fits("undo");
    while (caseload->next_redo()) must(caseload->redo());
    fits("redo");
    must(caseload->change_passphrase(passphrase, other_passphrase));
    fits("a new passphrase");
    EXPECT_EQ(caseload->access_log({}, 1).take().at(0).kind, AccessKind::new_passphrase);
    must(caseload->run(EraseChild{sample.child}));
    fits("erasing");
    caseload.reset();
    const auto found = check_history(folder.file(), {other_passphrase, {}}, true);
    EXPECT_EQ(found.value(), "");
    const fs::path rescued = folder.file("rescued.pegboard");
    ASSERT_TRUE(salvage(folder.file(), rescued, {other_passphrase, {}}, fast_options(folder)).ok());
    EXPECT_EQ(check_history(rescued, {other_passphrase, {}}, true).value(), "");
    const auto opened = Caseload::open(rescued, {other_passphrase, {}}, fast_options(folder));
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(opened.value()->access_log({}, 1).take().at(0).kind, AccessKind::recovered);
}

TEST(Seals, TamperingBeforeANewPassphraseIsStillToldAfterIt) {
    const TempFolder folder;
    fill_twice(*make_caseload(folder));
    past_the_program(folder.file(), "UPDATE session_note SET plan = ''");
    auto caseload = reopen(folder);
    must(caseload->change_passphrase(passphrase, other_passphrase));
    EXPECT_NE(caseload->journal_fault().take().find("a note of Mateo G."), std::string::npos);
}

TEST(Seals, TamperingBeforeAStepOfTheSchemaIsStillToldAfterIt) {
    const TempFolder folder;
    fill_twice(*make_caseload(folder));
    past_the_program(folder.file(), "UPDATE session_note SET plan = ''");
    store::SchemaSteps steps = schema_steps;
    steps.emplace_back("9999_more", "ALTER TABLE child ADD COLUMN more TEXT NOT NULL DEFAULT ''");
    auto db = store::open_database(folder.file(), {passphrase, {}}, store::Access::write, true).take();
    must(store::migrate(*db, {}, steps));
    EXPECT_NE(db->text("SELECT found FROM journal_state").find("a note of Mateo G."), std::string::npos);
}

TEST(Seals, WhatAStepOfTheSchemaChangedIsNotToldAsChangedFromOutside) {
    const TempFolder folder;
    fill_twice(*make_caseload(folder));
    const auto write = [&](const std::string& sql) {
        auto db = store::open_database(folder.file(), {passphrase, {}}, store::Access::write, true).take();
        db->exec("UPDATE journal_state SET open_change_set_id = 0");
        db->exec(sql);
        db->exec("UPDATE journal_state SET open_change_set_id = NULL");
        store::seal_anew(*db, {});  // as the step does
    };
    write("UPDATE data_point SET valid = 0, invalid_reason = 'Not here that day' WHERE date = '2026-09-19'");
    reopen(folder)->accept_file();
    past_the_program(folder.file(), "UPDATE data_point SET value = value + 7 WHERE date = '2026-09-20'");
    const std::string told = found_in(folder.file());
    EXPECT_NE(told.find("of 20 Sep 2026 was changed"), std::string::npos) << told;
    EXPECT_EQ(told.find("19 Sep"), std::string::npos) << told;
}

TEST(Seals, AFileFromBeforeGetsThemWithTheStepAndSaysSo) {
    const TempFolder folder;
    {
        store::Database db(folder.file(), store::derive_key(passphrase, store::new_salt(), true),
                           store::Access::create);
        const auto step = std::ranges::find_if(
            schema_steps, [](const auto& each) { return each.first.find("seals_and_events") != std::string::npos; });
        ASSERT_NE(step, schema_steps.end());
        must(store::migrate(db, {}, store::SchemaSteps(schema_steps.begin(), step)));
        db.exec(
            "UPDATE journal_state SET open_change_set_id = 0;"
            "UPDATE practice SET name = 'Oakfield'; UPDATE journal_state SET open_change_set_id = NULL");
    }
    const auto caseload = reopen(folder);
    EXPECT_EQ(caseload->journal_fault().take(), "");
    const auto log = caseload->access_log({}, 9).take();
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0].kind, AccessKind::updated);
    EXPECT_EQ(log[0].detail, "step_" + std::to_string(schema_steps.size()));
    EXPECT_EQ(caseload->file_mark().take().file_id.size(), 16U);
}

TEST(Seals, TheKeyedHashIsTheStandardOneAndSumsGoBothWays) {
    const std::array<unsigned char, 20> key{11, 11, 11, 11, 11, 11, 11, 11, 11, 11,
                                            11, 11, 11, 11, 11, 11, 11, 11, 11, 11};
    const store::Mac mac(key);
    EXPECT_EQ(store::hex(mac.of("seal", "Hi There")),
              "66e6e9398400acafc69a4027d5e7335efc15c5ff17a729f2386391cfb17ee084");
    store::RowSum sum, reversed;
    for (int i = 0; i < 50; ++i) sum.add(mac.of("child", std::to_string(i)));
    for (int i = 49; i >= 0; --i) reversed.add(mac.of("child", std::to_string(i)));
    EXPECT_EQ(sum, reversed);
    EXPECT_EQ(store::RowSum(sum.bytes()), sum);
    for (int i = 25; i < 50; ++i) sum.subtract(mac.of("child", std::to_string(i)));
    for (int i = 0; i < 25; ++i) sum.subtract(mac.of("child", std::to_string(i)));
    EXPECT_EQ(sum, store::RowSum());
    store::MacBytes ones{};
    ones.fill(0xff);
    store::RowSum wraps(ones);
    store::MacBytes one{};
    one[0] = 1;
    wraps.add(one);
    EXPECT_EQ(wraps, store::RowSum()) << "modulo 2^256";
    wraps.subtract(one);
    EXPECT_EQ(wraps.bytes(), ones);
}

}  // namespace
}  // namespace pegboard::test
