// TS12 on records: a note, a precaution, a recorded value or a child that is edited, removed, added, exchanged or cut
// off past the program, an older file or an old page in its place: each is told, on the same and on another computer.
#include <algorithm>
#include <array>
#include <fstream>

#include "core/store/database.h"
#include "core/store/file/backups.h"
#include "core/store/file/raw_key.h"
#include "core/store/migrate.h"
#include "core/store/seals/history_check.h"
#include "core/store/seals/mac.h"
#include "tests/core/seals_support.h"

namespace pegboard::test {
namespace {
namespace fs = std::filesystem;

struct Attack {
    const char* name;
    std::string sql;
    std::string told;
};

std::string newest(const std::string& table) { return "(SELECT max(id) FROM " + table + ")"; }
std::string oldest(const std::string& table) { return "(SELECT min(id) FROM " + table + ")"; }

std::vector<Attack> attacks_on(const std::string& table, const std::string& column, const std::string& words) {
    std::string others;
    {
        const TempFolder folder;
        make_caseload(folder);
        auto db = store::open_database(folder.file(), {passphrase, {}}, store::Access::look, true).take();
        SQLite::Statement info(db->sql(), "SELECT name FROM pragma_table_info('" + table + "') WHERE name <> 'id'");
        while (info.executeStep()) others += ", " + info.getColumn(0).getString();
    }
    std::string added = "CREATE TEMP TABLE one AS SELECT * FROM " + table + " WHERE id = " + newest(table) + ";";
    if (table == "session_note") added += "UPDATE one SET author_id = 99;";
    added += "INSERT INTO " + table + " (id" + others + ") SELECT 424242" + others + " FROM one";
    const std::string exchanged = "UPDATE " + table + " SET id = -1 WHERE id = " + newest(table) + "; UPDATE " + table +
                                  " SET id = " + newest(table) + " + 1 WHERE id = (SELECT min(id) FROM " + table +
                                  " WHERE id > 0)";
    const std::string last_set = "(SELECT change_set_id FROM change WHERE table_name = '" + table +
                                 "' AND row_id = " + newest(table) + " ORDER BY id LIMIT 1)";
    // The entry that made the row goes, with all after it, and the end of the chain is put right.
    const std::string cut = "CREATE TEMP TABLE cut AS SELECT sequence AS s FROM change_set WHERE id = " + last_set +
                            "; DELETE FROM " + table + " WHERE id = " + newest(table) +
                            "; DELETE FROM change WHERE change_set_id IN (SELECT id FROM change_set WHERE sequence >="
                            " (SELECT s FROM cut)); DELETE FROM change_set WHERE sequence >= (SELECT s FROM cut);"
                            "UPDATE journal_state SET change_sets = (SELECT s FROM cut) - 1, head_hash ="
                            " (SELECT hash FROM change_set ORDER BY sequence DESC LIMIT 1)";
    return {{"edit", "UPDATE " + table + " SET " + column + " WHERE id = " + oldest(table), words},
            {"delete", "DELETE FROM " + table + " WHERE id = " + newest(table), " was removed"},
            {"insert", added, " was added"},
            {"reorder", exchanged, "was "},
            {"cut the end", cut, "Something outside Pegboard changed this file"}};
}

struct Record {
    const char* table;
    const char* column;
    const char* words;
};

class RecordsAttacked : public ::testing::TestWithParam<Record> {};

TEST_P(RecordsAttacked, is_told_on_the_same_and_on_another_computer_until_it_is_accepted) {
    const Record& record = GetParam();
    for (const Attack& attack : attacks_on(record.table, record.column, record.words)) {
        const TempFolder folder, elsewhere;
        fill_twice(*make_caseload(folder));
        ASSERT_EQ(found_in(folder.file()), "") << attack.name;
        past_the_program(folder.file(), "SELECT 1");
        ASSERT_EQ(found_in(folder.file()), "") << "or the test would find its own tools";
        past_the_program(folder.file(), attack.sql);
        const std::string here = found_in(folder.file());
        EXPECT_NE(here.find(attack.told), std::string::npos) << record.table << ", " << attack.name << ": " << here;
        auto opened = Caseload::open(folder.file(), {passphrase, {}}, fast_options(elsewhere));
        ASSERT_TRUE(opened.ok()) << attack.name << opened.error().message;
        Caseload& there = *opened.value();
        const bool changed = std::string(attack.name) != "edit" || here.find(" was changed") != std::string::npos;
        EXPECT_TRUE(changed) << here;
        EXPECT_EQ(there.journal_fault().take(), here) << attack.name << ", on another computer";
        must(there.run(AddPlace{sample_place()}));
        EXPECT_NE(there.journal_fault().take(), "") << attack.name << ": going on with the day heals nothing";
        must(there.accept_records());
        EXPECT_EQ(there.journal_fault().take(), "") << attack.name;
        const auto log = there.access_log({}, 5).take();
        ASSERT_FALSE(log.empty());
        EXPECT_EQ(log.front().kind, AccessKind::accepted);
    }
}

INSTANTIATE_TEST_SUITE_P(TS12, RecordsAttacked,
                         ::testing::Values(Record{"session_note", "plan = 'Nothing of the kind'", "a note of Mateo G."},
                                           Record{"child_precaution", "note = 'none'", "a precaution of Mateo G."},
                                           Record{"data_point", "value = value + 60",
                                                  "a recorded value of Mateo G. of 19 Sep 2026"},
                                           Record{"child", "rescue_plan = ''", "the record of "}),
                         [](const auto& each) { return std::string(each.param.table); });

TEST(Seals, TS12_TellsWhenEverythingLastFitted) {
    const TempFolder folder;
    Clock clock;
    {
        auto caseload = make_caseload(folder, &clock);
        fill_twice(*caseload);
        caseload->note_all_fits();
    }
    past_the_program(folder.file(), "UPDATE session_note SET plan = ''");
    EXPECT_NE(found_in(folder.file()).find("Everything fitted when it was last checked, on 21 Sep 2026."),
              std::string::npos)
        << found_in(folder.file());
}

TEST(Seals, NamesAreShortAndInitialsWhereOnlyTheseAreShown) {
    const TempFolder folder;
    {
        auto caseload = make_caseload(folder);
        fill_twice(*caseload);
        Practice practice = caseload->practice();
        practice.initials_only = true;
        must(caseload->run(EditPractice{practice}));
    }
    past_the_program(folder.file(), "UPDATE child_precaution SET note = 'none' WHERE code = 'latex' AND id = " +
                                        oldest("child_precaution"));
    const std::string told = found_in(folder.file());
    EXPECT_NE(told.find("a precaution of M.G. was changed"), std::string::npos) << told;
    EXPECT_EQ(told.find("Garc"), std::string::npos);
}

TEST(Seals, TS12_AnOlderFileIsToldByACopyOnAStickAndByTheSheet) {
    const TempFolder folder, elsewhere;
    Clock clock;
    auto caseload = make_caseload(folder, &clock);
    const Sample sample = fill_twice(*caseload);
    const auto options = fast_options(folder, &clock);
    must(back_up(folder.file(), {passphrase, {}}, folder.file("older.pegboard"), true));
    Child child = *caseload->child(sample.child);
    child.rescue_plan = "Call first, then the inhaler";
    must(caseload->run(EditChild{child}));
    const fs::path stick = elsewhere.path() / "stick";
    fs::create_directories(stick);
    Practice practice = caseload->practice();
    practice.second_backup_folder = stick.string();
    must(caseload->run(EditPractice{practice}));
    must(keep_backup(*caseload, {passphrase, {}}, options, true));
    const std::string sheet = caseload->file_mark().take().words();
    EXPECT_EQ(caseload->compare_mark(sheet).take(), "");
    caseload.reset();
    fs::copy_file(folder.file("older.pegboard"), folder.file(), fs::copy_options::overwrite_existing);
    OpenOptions new_computer = options;
    new_computer.places = {elsewhere.path() / "state", elsewhere.path() / "backups"};
    auto opened = Caseload::open(folder.file(), {passphrase, {}}, new_computer);
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(opened.value()->swapped(), "") << "this computer has never seen the file";
    EXPECT_EQ(opened.value()->journal_fault().take(), "") << "the older file is whole in itself";
    const auto told = [&] { return check_against_copies(folder.file(), stick, {passphrase, {}}, new_computer).take(); };
    EXPECT_NE(told().find("has 2 changes that this file lacks"), std::string::npos) << told();
    EXPECT_NE(opened.value()->compare_mark(sheet).take().find("older than the sheet"), std::string::npos);
    clock.ms += 60'000;
    must(opened.value()->accept_records());
    EXPECT_EQ(told(), "") << "seen and accepted";
}

TEST(Seals, GoingBackOnPurposeIsNoAlarmAndIsNoted) {
    const TempFolder folder;
    Clock clock;
    auto caseload = make_caseload(folder, &clock);
    fill_twice(*caseload);
    must(keep_backup(*caseload, {passphrase, {}}, fast_options(folder, &clock), true));
    clock.ms += 3'600'000;
    must(caseload->run(AddPlace{sample_place()}));
    caseload.reset();
    const auto copies = kept_backups(fast_options(folder).places, folder.file());
    ASSERT_EQ(copies.size(), 1U);
    must(restore(copies.front().file, folder.file(), {passphrase, {}}, fast_options(folder, &clock)));
    caseload = reopen(folder, &clock);
    EXPECT_EQ(check_against_copies(folder.file(), {}, {passphrase, {}}, fast_options(folder, &clock)).take(), "");
    EXPECT_EQ(caseload->journal_fault().take(), "");
    const auto noted = [&] {
        auto log = caseload->access_log({}, 50).take();
        std::erase_if(log, [](const AccessEvent& each) { return each.kind != AccessKind::restored; });
        return log;
    };
    const auto log = noted();
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0].detail.substr(0, 17), "20260921T141320Z_") << "which copy, and the state that was left";
    caseload.reset();
    caseload = reopen(folder, &clock);
    EXPECT_EQ(noted().size(), 1U) << "noted once";
}

TEST(Seals, ASheetOfAnotherFileOrOfNothingIsToldApart) {
    const TempFolder folder, other;
    const auto caseload = make_caseload(folder);
    EXPECT_EQ(caseload->compare_mark(caseload->file_mark().take().words()).take(), "") << "new and empty";
    fill_twice(*caseload);
    const std::string mark = caseload->file_mark().take().words();
    EXPECT_NE(make_caseload(other)->compare_mark(mark).take().find("another caseload"), std::string::npos);
    for (const std::string& words : {std::string(), std::string("x"), mark + "0", mark.substr(1), "-5" + mark})
        EXPECT_TRUE(!caseload->compare_mark(words).ok() || !caseload->compare_mark(words).value().empty()) << words;
    std::string forked = mark;
    forked.back() = forked.back() == '0' ? '1' : '0';
    EXPECT_NE(caseload->compare_mark(forked).take().find("another way"), std::string::npos);
}

/// What opening, the check of the whole and the check of every page tell; empty for nothing.
std::string told_of(const TempFolder& folder) {
    const TempFolder state_folder;
    if (const auto opened = Caseload::open(folder.file(), {passphrase, {}}, fast_options(state_folder)); !opened.ok())
        return opened.error().message;
    const auto found = check_history(folder.file(), {passphrase, {}}, true);
    if (!found.ok()) return found.error().message;
    const Status pages = check_pages(folder.file(), {passphrase, {}}, true);
    return pages.ok() ? found.value() : pages.error().message;
}

TEST(Seals, TS12_AnOldPageOfAKeptCopyPastedInIsToldOrChangesNothing) {
    constexpr std::size_t page = 4096;
    const TempFolder folder;
    Clock clock;
    const auto read = [](const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(in), {}};
    };
    Sample sample;
    {
        auto caseload = make_caseload(folder, &clock);
        sample = fill_twice(*caseload);
    }
    const std::string old = read(folder.file());
    {
        auto caseload = reopen(folder, &clock);
        Child child = *caseload->child(sample.child);
        child.precautions[0].note = "Severe: no balloons in the room";
        child.rescue_plan = "Adrenaline pen, then 911";
        must(caseload->run(EditChild{child}));
        must(caseload->run(RecordPoint{sample_point(sample.goal, sample_today(), 90)}));
        const NoteId note = caseload->notes(sample.session).at(0).id;
        SessionNote written = caseload->note(note).take();
        written.plan = "Something else";
        must(caseload->run(WriteNote{written}));
        must(caseload->note_access(AccessKind::viewed, sample.child, {}));
    }
    const std::string now = read(folder.file());
    const std::string state = dump(folder.file());
    int pasted = 0, told = 0;
    for (std::size_t at = 0; at + page <= std::min(old.size(), now.size()); at += page) {
        if (old.compare(at, page, now, at, page) == 0) continue;
        std::string mixed = now;
        mixed.replace(at, page, old, at, page);
        for (const char* beside : {"-wal", "-shm"}) fs::remove(folder.file().string() + beside);
        std::ofstream(folder.file(), std::ios::binary | std::ios::trunc) << mixed;
        ++pasted;
        if (!told_of(folder).empty())
            ++told;
        else
            EXPECT_EQ(dump(folder.file()), state) << "page " << at / page + 1;
    }
    EXPECT_GE(pasted, 6);
    EXPECT_GE(told, 5) << "of " << pasted;
}

}  // namespace
}  // namespace pegboard::test
