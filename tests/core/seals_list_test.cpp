// TS12 and TS13 on the list of who opened, looked, copied and saved, on the history beside it, and on the seal itself:
// each attack is told on the same and on another computer, no edit has to fail for it, and what was accepted is quiet.
#include <algorithm>

#include "core/store/file/backups.h"
#include "core/store/file/known_files.h"
#include "core/store/seals/access_log.h"
#include "core/store/seals/refused.h"
#include "tests/core/seals_support.h"

namespace pegboard::test {
namespace {
namespace fs = std::filesystem;

struct ListAttack {
    const char* name;
    const char* sql;
    const char* told;
};

void PrintTo(const ListAttack& attack, std::ostream* out) { *out << attack.name; }

/// A file in which somebody looked at five records, one after the other.
Sample fill_and_look(const TempFolder& folder) {
    auto caseload = make_caseload(folder);
    const Sample sample = fill_twice(*caseload);
    for (const char* detail : {"one", "two", "three", "four", "five"})
        must(caseload->note_access(AccessKind::viewed, sample.child, detail));
    return sample;
}

const ListAttack list_attacks[] = {
    {"edit", "UPDATE audit_event SET child_id = NULL WHERE detail = 'three'", " of the list of who opened and looked"},
    {"delete", "DELETE FROM audit_event WHERE detail = 'three'", " of the list of who opened and looked"},
    {"insert",
     "INSERT INTO audit_event SELECT id + 1, at_utc, kind, therapist_id, device, child_id, 'six', hash FROM audit_event"
     " ORDER BY id DESC LIMIT 1",
     " of the list of who opened and looked"},
    {"reorder",
     "UPDATE audit_event SET detail = CASE detail WHEN 'three' THEN 'four' ELSE 'three' END WHERE detail IN ('three', "
     "'four')",
     " of the list of who opened and looked"},
    {"cut_the_end",
     "DELETE FROM audit_event WHERE detail IN ('four', 'five'); UPDATE journal_state SET"
     " events = (SELECT max(id) FROM audit_event),"
     " events_head = (SELECT hash FROM audit_event ORDER BY id DESC LIMIT 1)",
     "its seal does not fit"},
    {"drop_what_keeps_it", "DROP TRIGGER journal_keep_audit_event_DELETE", "parts that keep and record"},
    {"a_line_that_accepts_itself",
     "UPDATE audit_event SET kind = 'accepted', detail = 'line_' || id WHERE detail = 'three'",
     " of the list of who opened and looked"},
    {"two_lines_that_accept_each_other",
     "UPDATE audit_event SET kind = 'accepted', detail = 'line_' || (id + 1) WHERE detail = 'three';"
     "UPDATE audit_event SET kind = 'accepted', detail = 'line_' || (id - 1) WHERE detail = 'four'",
     " of the list of who opened and looked"},
    {"the_key_of_the_digests", "UPDATE journal_state SET seal_key = x''", "Something outside Pegboard"},
    {"the_digests", "UPDATE journal_state SET digests = x'ff'", "digests of the records do not read"},
    {"the_seal", "UPDATE journal_state SET seal = ''", "its seal does not fit"},
    {"what_is_told", "UPDATE journal_state SET found = 'All is well'", "its seal does not fit"},
    {"an_entry_of_the_history", "UPDATE change_set SET label = 'Add nobody' WHERE sequence = 3",
     "entry 3 of the history"},
    {"an_entry_of_the_history_too_many",
     "INSERT INTO change_set SELECT 5, sequence + 1, kind, at_utc, therapist_id, device, command, label, child_id, 5,"
     " NULL, content_hash, hash, 0 FROM change_set ORDER BY sequence DESC LIMIT 1",
     " of the history does not fit"},
    {"the_end_of_the_history",
     "DELETE FROM change WHERE change_set_id = (SELECT id FROM change_set ORDER BY sequence DESC LIMIT 1);"
     "DELETE FROM change_set WHERE sequence = (SELECT max(sequence) FROM change_set)",
     "entries at the end of the history are missing"}};

class ListAttacked : public ::testing::TestWithParam<ListAttack> {};

TEST_P(ListAttacked, is_told_here_and_elsewhere_until_it_is_accepted_and_stops_nobody) {
    const ListAttack& attack = GetParam();
    const TempFolder folder, elsewhere;
    const Sample sample = fill_and_look(folder);
    ASSERT_EQ(found_in(folder.file()), "");
    past_the_program(folder.file(), attack.sql);
    const std::string told = found_in(folder.file());
    EXPECT_NE(told.find(attack.told), std::string::npos) << told;
    for (const TempFolder* computer : {&folder, &elsewhere}) {
        auto opened = Caseload::open(folder.file(), {passphrase, {}}, fast_options(*computer));
        ASSERT_TRUE(opened.ok()) << opened.error().message << opened.error().detail;
        Caseload& caseload = *opened.value();
        EXPECT_NE(caseload.journal_fault().take(), "");
        must(caseload.run(AddPlace{sample_place(computer == &folder ? "here" : "elsewhere")}));
        must(caseload.note_access(AccessKind::viewed, sample.child, {}));
        must(caseload.undo());
        EXPECT_NE(caseload.journal_fault().take(), "") << "going on with the day heals nothing";
    }
    {
        auto caseload = reopen(folder);
        caseload->accept_file();
        must(caseload->accept_records());
        EXPECT_EQ(caseload->journal_fault().take(), "");
        EXPECT_EQ(caseload->access_log({}, 1).take().at(0).kind, AccessKind::accepted);
    }
    auto caseload = reopen(folder);
    EXPECT_EQ(caseload->swapped(), "");
    EXPECT_EQ(caseload->journal_fault().take(), "") << "told no more";
    must(caseload->run(AddPlace{sample_place("after")}));
    caseload.reset();
    EXPECT_EQ(found_in(folder.file()), "");
    past_the_program(folder.file(), "UPDATE child SET school = 'Elsewhere'");
    EXPECT_NE(found_in(folder.file()).find("the record of "), std::string::npos) << "what comes next is told again";
}

INSTANTIATE_TEST_SUITE_P(TS12, ListAttacked, ::testing::ValuesIn(list_attacks),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(AccessLog, OneFaultHidesNoOther) {
    const TempFolder folder;
    fill_and_look(folder);
    past_the_program(folder.file(),
                     "UPDATE change_set SET label = 'Add nobody' WHERE sequence = 3; UPDATE session_note SET plan = '';"
                     "DELETE FROM audit_event WHERE detail = 'three'");
    const std::string told = found_in(folder.file());
    EXPECT_NE(told.find("entry 3 of the history"), std::string::npos) << told;
    EXPECT_NE(told.find("a note of Mateo G."), std::string::npos) << told;
    EXPECT_NE(told.find("and 1 more"), std::string::npos) << told;
}

TEST(AccessLog, AnOlderFileThatLacksOnlyWhoLookedIsToldOnThisComputer) {
    const TempFolder folder;
    fill_and_look(folder);
    fs::copy_file(folder.file(), folder.file("before"));
    const auto look = [&](int times, const char* detail = "") {
        auto caseload = reopen(folder);
        for (int i = 0; i < times; ++i)
            must(caseload->note_access(AccessKind::viewed, caseload->children().front().id, detail));
        return caseload->swapped();
    };
    EXPECT_EQ(look(2), "");
    EXPECT_EQ(look(1), "");
    fs::copy_file(folder.file("before"), folder.file(), fs::copy_options::overwrite_existing);
    EXPECT_NE(look(0).find("lacks the last 3 lines of the list of who opened and looked"), std::string::npos)
        << look(0);
    EXPECT_NE(look(3, "other").find("lacks the last 3 lines"), std::string::npos);
    EXPECT_NE(look(0).find("went another way"), std::string::npos) << "as many lines, but others";
    reopen(folder)->accept_file();
    EXPECT_EQ(look(0), "");
    fs::copy_file(folder.file(), folder.file("a copy.pegboard"));
    EXPECT_EQ(look(1), "");
    const auto copy = Caseload::open(folder.file("a copy.pegboard"), {passphrase, {}}, fast_options(folder));
    EXPECT_EQ(copy.value()->swapped(), "") << "a copy of the file may be opened beside it";
}

TEST(AccessLog, TS13_ErasingAndSettingsStandInIt) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Sample sample = fill(*caseload);
    const auto before = caseload->access_log({}, 1).take();
    Practice practice = caseload->practice();
    practice.initials_only = true;
    must(caseload->run(EditPractice{practice}));
    must(caseload->run(EraseChild{sample.child}));
    const auto log = caseload->access_log({}, 2).take();
    ASSERT_EQ(log.size(), 2U);
    EXPECT_EQ(log[0].kind, AccessKind::erased);
    EXPECT_EQ(log[0].child, sample.child);
    EXPECT_EQ(log[0].therapist, sample.therapist);
    EXPECT_EQ(log[1].kind, AccessKind::settings);
    EXPECT_EQ(log[1].detail, "practice");
    EXPECT_EQ(log[1].number, (before.empty() ? 0 : before[0].number) + 1);
    EXPECT_EQ(caseload->journal_fault().take(), "");
}

TEST(AccessLog, PassphrasesThatDidNotOpenAreCountedUntilOneDoes) {
    const TempFolder folder;
    const Places places = fast_options(folder).places;
    make_caseload(folder);
    EXPECT_EQ(store::take_refused(places, folder.file()), 0);
    for (int i = 0; i < 3; ++i) store::remember_refused(places, folder.file());
    EXPECT_EQ(store::take_refused(places, folder.file()), 3);
    EXPECT_EQ(store::take_refused(places, folder.file()), 0);
}

TEST(AccessLog, ACopyWhoseWayWasCutShortIsNotSaidToHaveComeHere) {
    const TempFolder folder;
    fill_and_look(folder);
    const Places places = fast_options(folder).places;
    store::remember_restored(places, folder.file(), {"20260921T141320Z", {2, std::string(64, 'a')}});
    EXPECT_NE(reopen(folder)->access_log({}, 1).take().at(0).kind, AccessKind::restored);
    EXPECT_FALSE(store::restored_from(places, folder.file()));
}

TEST(AccessLog, GoingBackWhileTheClockWasWrongIsNoAlarm) {
    const TempFolder folder;
    Clock clock;
    const auto options = fast_options(folder, &clock);
    fs::path copy;
    {
        auto caseload = make_caseload(folder, &clock);
        fill_twice(*caseload);
        must(keep_backup(*caseload, {passphrase, {}}, options, true));
        copy = kept_backups(options.places, folder.file()).front().file;
        clock.ms += 86'400'000;
        must(caseload->run(AddPlace{sample_place()}));
        must(keep_backup(*caseload, {passphrase, {}}, options, true));
    }
    clock.ms -= 365LL * 86'400'000;  // an empty battery
    must(restore(copy, folder.file(), {passphrase, {}}, options));
    {
        const auto caseload = reopen(folder, &clock);
        EXPECT_EQ(check_against_copies(folder.file(), {}, {passphrase, {}}, options).take(), "");
        EXPECT_EQ(caseload->swapped(), "");
    }
    // Who then puts a still older file there is told of.
    auto caseload = reopen(folder, &clock);
    fs::copy_file(folder.file(), folder.file("older"));
    clock.ms += 2 * 365LL * 86'400'000;
    must(caseload->run(AddPlace{sample_place("new")}));
    must(keep_backup(*caseload, {passphrase, {}}, options, true));
    caseload.reset();
    fs::copy_file(folder.file("older"), folder.file(), fs::copy_options::overwrite_existing);
    EXPECT_NE(check_against_copies(folder.file(), {}, {passphrase, {}}, options).take(), "");
}

}  // namespace
}  // namespace pegboard::test
