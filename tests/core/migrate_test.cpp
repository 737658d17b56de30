// TR16, TR17, TR3: older files are brought up to date with nothing lost; newer and foreign ones are
// refused and stay as they are; a kill at any step leaves the old or the new file.
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/store/database.h"
#include "core/store/file/fault.h"
#include "core/store/migrate.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
}

/// Makes an encrypted file from SQL, as an older version left it.
void make_file(const std::filesystem::path& file, const std::string& sql) {
    store::Database db(file, store::derive_key(passphrase, store::new_salt(), true), store::Access::create);
    db.exec("BEGIN; PRAGMA defer_foreign_keys = ON");
    db.exec(sql);
    db.exec("COMMIT");
}

void make_old_file(const TempFolder& folder) {
    make_file(folder.file(), content(std::filesystem::path(PEGBOARD_TEST_DATA) / "caseload_0001.sql"));
}

std::string schema_of(const std::filesystem::path& file) {
    auto db = store::open_database(file, {passphrase, {}}, store::Access::look, true).take();
    SQLite::Statement rows(db->sql(),
                           "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
    std::string all;
    while (rows.executeStep()) all += rows.getColumn(0).getString() + "\n";
    return all + db->text("PRAGMA user_version") + " " + db->text("PRAGMA application_id");
}

TEST(Migrate, TR16_AnOlderFileIsBroughtUpToDateWithNothingLost) {
    const TempFolder folder;
    make_old_file(folder);
    auto caseload = reopen(folder);
    ASSERT_NE(caseload, nullptr);
    ASSERT_EQ(caseload->children().size(), 1u);
    const Child& child = caseload->children()[0];
    Child expected = sample_child("García");
    expected.discharge->date = make_date(2026, 9, 1).value();
    EXPECT_EQ(full_name(child), full_name(expected));
    EXPECT_EQ(child.guardians.size(), 2u);
    EXPECT_EQ(child.guardians[0].name, "Lucía García");
    EXPECT_EQ(child.precautions.at(0).parameters, expected.precautions[0].parameters);
    EXPECT_EQ(child.take_care, expected.take_care);
    EXPECT_EQ(child.interests, expected.interests);
    EXPECT_EQ(child.discharge, expected.discharge);
    EXPECT_EQ(caseload->goals().at(0).baseline, sample_goal({}).baseline);
    EXPECT_EQ(
        caseload->goals().at(0).sentence,
        "By 30 Jun 2027, Teo García: cuts out a 10 cm circle close to the line cuts (Right), reaching 80.1 percent, in "
        "4 of 5 tries, over 3 sessions in a row, with an adult watching. It helps with: Art class cuts.")
        << "as its page has shown it";
    const Session& session = caseload->sessions().at(0);
    ASSERT_EQ(session.blocks.size(), 3u);
    EXPECT_EQ(session.blocks[1].title, "Road cutter");
    EXPECT_EQ(session.blocks[1].goals, session.goals);
    EXPECT_EQ(session.blocks[1].override_reason, "");
    ASSERT_EQ(session.participants.size(), 1u) << "the child it was for";
    EXPECT_EQ(session.participants[0].child, session.child);
    EXPECT_EQ(caseload->drafts().at("note/1"), "half a sentence");
    EXPECT_EQ(caseload->history({}, 50).take().size(), 7u);
    EXPECT_EQ(caseload->journal_fault().take(), "");
    while (caseload->next_undo()) must(caseload->undo());
    EXPECT_TRUE(caseload->children().empty());
    EXPECT_TRUE(caseload->therapists().empty());
}

TEST(Migrate, PointsOfAnOlderFileKeepTheMeasureTheirGoalHad) {
    const TempFolder folder;
    make_old_file(folder);
    {
        auto db = store::open_database(folder.file(), {passphrase, {}}, store::Access::write, true).take();
        const auto first = std::find_if(schema_steps.begin(), schema_steps.end(), [](const auto& step) {
            return step.second.find("ADD COLUMN sentence") != std::string::npos;
        });
        must(store::migrate(*db, {}, store::SchemaSteps(schema_steps.begin(), first)));
        db->exec("UPDATE journal_state SET open_change_set_id = 0");
        db->exec(
            "INSERT INTO data_point (id, child_id, goal_id, date, at_utc, kind, value, n, step, steps_in_list, side,"
            " setting, rater, note, valid, invalid_reason) SELECT 77, child_id, id, '2026-09-20',"
            " '2026-09-20T10:00:00Z', 'measured', 4, 5, 0, 0, 'none', '', '', '', 1, '' FROM goal");
        db->exec("UPDATE journal_state SET open_change_set_id = NULL");
    }
    const auto caseload = reopen(folder);
    ASSERT_NE(caseload, nullptr);
    const Points points = caseload->points(caseload->goals().at(0).id).take();
    ASSERT_EQ(points->size(), 1U);
    EXPECT_EQ(points->front().measure, "trials");
    EXPECT_EQ(points->front().value, 4);
}

TEST(Migrate, PointsOfAnOlderFileFromADayTheChildWasAbsentCountNoMore) {
    const auto step = std::ranges::find_if(
        schema_steps, [](const auto& each) { return each.first.find("points_of_absence") != std::string_view::npos; });
    ASSERT_NE(step, schema_steps.end());
    for (const char* before :
         {"UPDATE participant SET attendance = 'absent'", "UPDATE session SET status = 'not_held'"}) {
        const TempFolder folder;
        Sample sample;
        {
            auto caseload = make_caseload(folder);
            sample = fill(*caseload);
            Session session = *caseload->session(sample.session);
            session.date = sample_today();
            must(caseload->run(EditSession{session}));
            must(caseload->run(RecordPoint{sample_point(sample.goal, sample_today() - 7, 40)}));
            for (int i = 0; i < 5; ++i) must(caseload->run(RecordPoint{sample_tap(sample.session, sample.goal)}));
            EXPECT_EQ(caseload->facts(sample.goal)->sessions, 2);
        }
        auto db = store::open_database(folder.file(), {passphrase, {}}, store::Access::write, true).take();
        db->exec("UPDATE journal_state SET open_change_set_id = 0");  // else no write is let through
        db->exec(before);
        db->exec(step->second);
        db->exec("UPDATE journal_state SET open_change_set_id = NULL");
        db.reset();
        const auto caseload = reopen(folder);
        EXPECT_EQ(caseload->facts(sample.goal)->sessions, 1) << before << ": the value of the other day alone counts";
        const auto points = caseload->points(sample.session).value();
        ASSERT_EQ(points->size(), 5U) << "they stay in the record";
        EXPECT_FALSE(points->front().valid);
        EXPECT_EQ(points->front().invalid_reason, not_here);
    }
}

TEST(Migrate, AGoalOfASkillThatWasPartedGoesToThePartItIsAbout) {
    const struct {
        const char *bank, *before, *after;
    } goals[] = {{"G134", "sc.personal", "sc.period"},     {"G133", "sc.personal", "sc.personal"},
                 {"G151", "ms.wheelchair", "ms.pressure"}, {"G150", "ms.wheelchair", "ms.wheelchair"},
                 {"G154", "ms.gait", "ms.gait_return"},    {"G153", "ms.gait", "ms.gait"},
                 {"", "sc.personal", "sc.personal"},       {"G134", "sc.routine", "sc.routine"}};
    const auto step = std::ranges::find_if(
        schema_steps, [](const auto& each) { return each.first.find("parted_skills") != std::string_view::npos; });
    ASSERT_NE(step, schema_steps.end());
    for (const auto& one : goals) {
        const TempFolder folder;
        make_old_file(folder);
        {
            auto db = store::open_database(folder.file(), {passphrase, {}}, store::Access::write, true).take();
            must(store::migrate(*db, {}, store::SchemaSteps(schema_steps.begin(), step)));
            db->exec("UPDATE journal_state SET open_change_set_id = 0");
            db->exec(std::string("UPDATE goal SET skill = '") + one.before + "', bank_goal = '" + one.bank + "'");
            db->exec("UPDATE journal_state SET open_change_set_id = NULL");
        }
        const auto caseload = reopen(folder);
        ASSERT_NE(caseload, nullptr);
        EXPECT_EQ(caseload->goals().at(0).skill, one.after) << one.bank << " on " << one.before;
    }
}

TEST(Migrate, AnOlderFileGetsTheListOfWhoGotWhatWithNothingLost) {
    const TempFolder folder;
    make_old_file(folder);
    const auto step = std::ranges::find_if(
        schema_steps, [](const auto& each) { return each.first.find("disclosures") != std::string_view::npos; });
    ASSERT_NE(step, schema_steps.end());
    {
        auto db = store::open_database(folder.file(), {passphrase, {}}, store::Access::write, true).take();
        must(store::migrate(*db, {}, store::SchemaSteps(schema_steps.begin(), step)));
        EXPECT_EQ(db->number("SELECT count(*) FROM sqlite_schema WHERE name = 'disclosure'"), 0);
    }
    const auto caseload = reopen(folder);
    ASSERT_NE(caseload, nullptr);
    ASSERT_EQ(caseload->children().size(), 1U);
    const ChildId child = caseload->children()[0].id;
    EXPECT_TRUE(caseload->disclosures(child).empty());
    EXPECT_EQ(caseload->journal_fault().take(), "");
    must(caseload->run(RecordDisclosure{{child}, sample_disclosure()}));
    EXPECT_EQ(caseload->disclosures(child).size(), 1U);
    EXPECT_EQ(caseload->journal_fault().take(), "");
    must(caseload->undo());
    EXPECT_TRUE(caseload->disclosures(child).empty());
}

TEST(Migrate, AnOlderFileOwesWhatIsUsualAndItsServicesAreOpenOnBothSides) {
    const TempFolder folder;
    make_old_file(folder);
    const auto step = std::ranges::find_if(
        schema_steps, [](const auto& each) { return each.first.find("minutes") != std::string_view::npos; });
    ASSERT_NE(step, schema_steps.end());
    {
        auto db = store::open_database(folder.file(), {passphrase, {}}, store::Access::write, true).take();
        must(store::migrate(*db, {}, store::SchemaSteps(schema_steps.begin(), step)));
        ASSERT_GT(db->number("SELECT count(*) FROM service"), 0);
        ASSERT_GT(db->number("SELECT count(*) FROM session"), 0);
    }
    const auto caseload = reopen(folder);
    ASSERT_NE(caseload, nullptr);
    EXPECT_EQ(caseload->practice().minutes, MinutesRules{});
    Child child = caseload->children().at(0);
    ASSERT_FALSE(child.services.empty());
    for (const Service& service : child.services) EXPECT_FALSE(service.from || service.to);
    for (const Session& session : caseload->sessions()) EXPECT_FALSE(session.makes_up);
    for (const std::string& warning : caseload->warnings())
        EXPECT_EQ(warning.find("cannot be read"), std::string::npos) << warning;
    child.services[0].to = sample_today() + 90;
    must(caseload->run(EditChild{child}));
    EXPECT_EQ(caseload->children()[0].services[0].to, sample_today() + 90);
    EXPECT_EQ(caseload->journal_fault().take(), "");
    must(caseload->undo());
    EXPECT_FALSE(caseload->children()[0].services[0].to);
}

TEST(Migrate, AMigratedFileHasTheSchemaOfAFreshOne) {
    const TempFolder old_folder, new_folder;
    make_old_file(old_folder);
    ASSERT_NE(schema_of(old_folder.file()), "");
    reopen(old_folder);
    make_caseload(new_folder);
    EXPECT_EQ(schema_of(old_folder.file()), schema_of(new_folder.file()));
}

TEST(Migrate, ABackupIsMadeFirst) {
    const TempFolder folder;
    make_old_file(folder);
    const std::string before = schema_of(folder.file());
    reopen(folder);
    std::vector<std::filesystem::path> backups;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path() / "backups"))
        if (entry.is_regular_file()) backups.push_back(entry.path());
    ASSERT_EQ(backups.size(), 1u);
    EXPECT_EQ(schema_of(backups[0]), before);
    EXPECT_NE(schema_of(folder.file()), before);
}

TEST(Migrate, TR17_NewerAndForeignFilesAreRefusedAndStayAsTheyAre) {
    struct Refused {
        std::string sql;
        const char* words;
    };
    const std::string newer = "PRAGMA user_version = " + std::to_string(schema_steps.size() + 1);
    const Refused cases[] = {
        {newer, "newer Pegboard"},
        {newer + "; CREATE TABLE from_the_future (id INTEGER PRIMARY KEY) STRICT", "newer Pegboard"},
        {"PRAGMA user_version = 2000000000", "newer Pegboard"},
        {"PRAGMA application_id = 7", "not a Pegboard caseload"}};
    for (const Refused& each : cases) {
        const TempFolder folder;
        make_caseload(folder);
        store::open_database(folder.file(), {passphrase, {}}, store::Access::write, true).take()->exec(each.sql);
        const std::string before = content(folder.file());
        const auto opened = Caseload::open(folder.file(), {passphrase, {}}, fast_options(folder));
        ASSERT_FALSE(opened.ok()) << each.sql;
        EXPECT_EQ(opened.error().kind, ErrorKind::refused);
        EXPECT_NE(opened.error().message.find(each.words), std::string::npos) << opened.error().message;
        EXPECT_EQ(content(folder.file()), before) << each.sql;
        EXPECT_FALSE(std::filesystem::exists(folder.path() / "backups"));
    }
}

TEST(Migrate, AnOlderFileThatMayNotBeWrittenIsRefusedNotHalfRead) {
    const TempFolder folder;
    make_old_file(folder);
    const std::string before = content(folder.file());
    OpenOptions options = fast_options(folder);
    options.read_only = true;
    const auto opened = Caseload::open(folder.file(), {passphrase, {}}, options);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().kind, ErrorKind::refused);
    EXPECT_EQ(content(folder.file()), before);
}

TEST(Migrate, ABrokenStepLeavesTheFileAtTheStepBefore) {
    const TempFolder folder;
    make_old_file(folder);
    const std::string before = schema_of(folder.file());
    const store::SchemaSteps steps{schema_steps[0],
                                   {"0002_broken", "CREATE TABLE extra (id INTEGER PRIMARY KEY); SELECT nonsense"}};
    auto db = store::open_database(folder.file(), {passphrase, {}}, store::Access::write, true).take();
    EXPECT_THROW((void)store::migrate(*db, {}, steps), SQLite::Exception);
    db.reset();
    EXPECT_EQ(schema_of(folder.file()), before);
    const store::SchemaSteps good = schema_steps;
    db = store::open_database(folder.file(), {passphrase, {}}, store::Access::write, true).take();
    const auto refuse = [] { return Status(Error{ErrorKind::storage, {}, "no room for a backup", {}}); };
    EXPECT_FALSE(store::migrate(*db, refuse, good).ok()) << "no backup, no migration";
    db.reset();
    EXPECT_EQ(schema_of(folder.file()), before);
}

TEST(Migrate, TR3_KilledAtEachStepLeavesTheOldOrTheNewFile) {
    const TempFolder pristine;
    make_old_file(pristine);
    const std::string old_schema = schema_of(pristine.file());
    int point = 1;
    for (bool died = true; died; ++point) {
        const TempFolder folder;
        std::filesystem::copy_file(pristine.file(), folder.file());
        const pid_t child = ::fork();
        if (child == 0) {
            int passed = 0;
            store::fault_hook = [&](std::string_view) {
                if (++passed == point) ::_exit(99);
            };
            ::_exit(Caseload::open(folder.file(), {passphrase, {}}, fast_options(folder)).ok() ? 0 : 7);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 99);
        died = WEXITSTATUS(status) == 99;
        {
            // Reading first rolls back what the dead process left in the middle.
            auto db = store::open_database(folder.file(), {passphrase, {}}, store::Access::write, true).take();
            const auto version = db->number("PRAGMA user_version");
            const bool has_new_table = db->number("SELECT count(*) FROM sqlite_schema WHERE name = 'view_state'") == 1;
            EXPECT_EQ(version >= 2, has_new_table) << "step " << point;
            EXPECT_EQ(db->text("PRAGMA integrity_check"), "ok");
        }
        const auto caseload = reopen(folder);
        ASSERT_NE(caseload, nullptr) << "step " << point;
        EXPECT_EQ(caseload->children().size(), 1u);
        EXPECT_EQ(caseload->journal_fault().take(), "");
    }
    EXPECT_GE(point, 6) << "backup, begin, apply, before and after commit";
}

}  // namespace
}  // namespace pegboard::test
