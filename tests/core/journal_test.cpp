// The journal: folding, restart, what may not be rewritten, tampering, erasing a child for good.
#include <atomic>
#include <cstdio>
#include <fstream>
#include <thread>

#include "core/store/database.h"
#include "core/store/file/backups.h"
#include "core/store/seals/history_check.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {
constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;

void set_school(Caseload& caseload, ChildId id, const std::string& school) {
    Child child = *caseload.child(id);
    child.school = school;
    must(caseload.run(EditChild{child}));
}

TEST(Journal, EditsOfOneFieldWithinAMinuteAreOneStep) {
    const TempFolder folder;
    Clock clock;
    auto caseload = make_caseload(folder, &clock);
    const Sample sample = fill(*caseload);
    const std::string start = caseload->child(sample.child)->school;
    set_school(*caseload, sample.child, "A");
    clock.ms += minute_ms / 2;
    set_school(*caseload, sample.child, "B");
    clock.ms += minute_ms / 2;
    caseload.reset();
    caseload = reopen(folder, &clock);
    set_school(*caseload, sample.child, "C");
    clock.ms += minute_ms;
    set_school(*caseload, sample.child, "D");
    must(caseload->undo());
    EXPECT_EQ(caseload->child(sample.child)->school, "C") << "a minute later is a step of its own";
    must(caseload->undo());
    EXPECT_EQ(caseload->child(sample.child)->school, start) << "three edits fold, across a restart";
    must(caseload->redo());
    EXPECT_EQ(caseload->child(sample.child)->school, "C");
    EXPECT_EQ(caseload->history(sample.child, 100).take().size(), 3 + 4 + 3u) << "grouped, never rewritten";
}

TEST(Journal, OtherFieldsAreStepsOfTheirOwn) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Sample sample = fill(*caseload);
    set_school(*caseload, sample.child, "A");
    Child child = *caseload->child(sample.child);
    child.language = "Welsh";
    must(caseload->run(EditChild{child}));
    must(caseload->undo());
    EXPECT_EQ(caseload->child(sample.child)->school, "A");
}

TEST(Journal, StepsOfAnEarlierDaySaySo) {
    const TempFolder folder;
    Clock clock;
    auto caseload = make_caseload(folder, &clock);
    fill(*caseload);
    EXPECT_FALSE(caseload->next_undo()->earlier_day);
    clock.ms += day_ms;
    EXPECT_TRUE(caseload->next_undo()->earlier_day);
    caseload.reset();
    caseload = reopen(folder, &clock);
    ASSERT_NE(caseload->next_undo(), nullptr);
    EXPECT_TRUE(caseload->next_undo()->earlier_day);
}

TEST(Journal, HistoryTellsWhatIsUndone) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Sample sample = fill(*caseload);
    must(caseload->run(RemoveSession{sample.session}));
    const auto undone = [&] {
        const std::vector<ChangeSet> entries = caseload->history(sample.child, 50).take();
        for (const ChangeSet& entry : entries)
            if (entry.command == "remove_session") return entry.undone;
        return false;
    };
    EXPECT_FALSE(undone());
    must(caseload->undo());
    EXPECT_TRUE(undone());
    must(caseload->redo());
    EXPECT_FALSE(undone());
    must(caseload->undo());
    EXPECT_TRUE(undone());
    const auto newest = caseload->history({}, 1).take().at(0);
    EXPECT_EQ(newest.label.find("Undo: Remove "), 0u);
    EXPECT_TRUE(newest.undoes);
    EXPECT_TRUE(caseload->history(ChildId{1}, 50).take().empty());
}

TEST(Journal, ANewEditEndsRedo) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Sample sample = fill(*caseload);
    must(caseload->undo());
    ASSERT_NE(caseload->next_redo(), nullptr);
    set_school(*caseload, sample.child, "New");
    EXPECT_EQ(caseload->next_redo(), nullptr);
    EXPECT_FALSE(caseload->redo().ok());
}

/// Runs SQL on the closed file with its key, the guards taken off, as somebody with the passphrase could.
void tamper(const TempFolder& folder, const std::string& sql) {
    auto db = store::open_database(folder.file(), {passphrase, {}}, store::Access::write, true).take();
    std::vector<std::string> triggers;
    {
        SQLite::Statement all(db->sql(), "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
        while (all.executeStep()) triggers.push_back(all.getColumn(0).getString());
    }
    for (const std::string& name : triggers) db->exec("DROP TRIGGER " + name);
    db->exec(sql);
}

TEST(Journal, TS12_TamperingShowsAndNamesTheFirstBadEntry) {
    struct Attack {
        const char* name;
        const char* sql;
        const char* told;
    };
    const Attack attacks[] = {
        {"edit", "UPDATE change_set SET label = 'Add child nobody' WHERE sequence = 3", "entry 3 "},
        {"edit a row", "UPDATE change SET after = replace(after, 'Spanish', 'Welsh') WHERE table_name = 'child'",
         "entry 3 "},
        {"delete",
         "DELETE FROM change WHERE change_set_id = (SELECT id FROM change_set WHERE sequence = 2);"
         "DELETE FROM change_set WHERE sequence = 2",
         "entry 3 "},
        {"insert",
         "INSERT INTO change_set SELECT 5, 6, kind, at_utc, therapist_id, device, command, label, child_id, 5,"
         " NULL, content_hash, hash, 0 FROM change_set WHERE sequence = 5",
         "entry 6 "},
        {"reorder",
         "UPDATE change_set SET sequence = 99 WHERE sequence = 2; UPDATE change_set SET sequence = 2 WHERE"
         " sequence = 3; UPDATE change_set SET sequence = 3 WHERE sequence = 99",
         "entry 2 "},
        {"cut the end",
         "DELETE FROM change WHERE change_set_id = (SELECT id FROM change_set WHERE sequence = 5);"
         "DELETE FROM change_set WHERE sequence = 5",
         "end of the history"},
        {"call it erased", "UPDATE change_set SET erased = 1, label = '' WHERE sequence = 4", "entry 4 "}};
    for (const Attack& attack : attacks) {
        const TempFolder folder;
        fill(*make_caseload(folder));
        tamper(folder, "SELECT 1");
        tamper(folder, attack.sql);
        EXPECT_NE(reopen(folder)->journal_fault().take().find(attack.told), std::string::npos)
            << attack.name << ": " << reopen(folder)->journal_fault().take();
    }
}

void copy_over(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
}

std::filesystem::path note_of(const TempFolder& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "state" / "known"))
        if (entry.path().extension() == ".head") return entry.path();
    return {};
}

TEST(Journal, TS12_AnOlderFileInItsPlaceShowsUntilItIsAccepted) {
    const TempFolder folder;
    const Sample sample = fill(*make_caseload(folder));
    copy_over(folder.file(), folder.file("older"));
    set_school(*reopen(folder), sample.child, "Hillcrest");
    EXPECT_EQ(reopen(folder)->swapped(), "") << "the file that was saved last";
    copy_over(folder.file("older"), folder.file());
    EXPECT_EQ(reopen(folder)->journal_fault().take(), "") << "the older file is whole in itself";
    EXPECT_NE(reopen(folder)->swapped().find("its last change is missing"), std::string::npos)
        << reopen(folder)->swapped();
    set_school(*reopen(folder), sample.child, "Oakfield");
    EXPECT_NE(reopen(folder)->swapped(), "") << "told until the therapist says it is all right";
    reopen(folder)->accept_file();
    EXPECT_EQ(reopen(folder)->swapped(), "");
}

TEST(Journal, TS12_AFileWithAnotherHistoryShows) {
    const TempFolder folder;
    const Sample sample = fill(*make_caseload(folder));
    copy_over(folder.file(), folder.file("fork"));
    set_school(*reopen(folder), sample.child, "Hillcrest");
    const std::string note = note_of(folder).string();
    copy_over(note, note + ".kept");
    copy_over(folder.file("fork"), folder.file());
    for (const char* school : {"A", "B", "C"}) {
        auto caseload = reopen(folder);
        Child child = *caseload->child(sample.child);
        child.school = school;
        must(caseload->run(EditChild{child}));
    }
    copy_over(note + ".kept", note);
    EXPECT_NE(reopen(folder)->swapped().find("went another way"), std::string::npos) << reopen(folder)->swapped();
}

TEST(Journal, GoingOnAndGoingBackOnPurposeAreNoAlarm) {
    const TempFolder folder;
    const Sample sample = fill(*make_caseload(folder));
    const std::string note = note_of(folder).string();
    copy_over(note, note + ".kept");
    copy_over(folder.file(), folder.file("older"));
    set_school(*reopen(folder), sample.child, "Hillcrest");
    copy_over(note + ".kept", note);
    EXPECT_EQ(reopen(folder)->swapped(), "") << "a kill between saving and noting";
    must(restore(folder.file("older"), folder.file(), {passphrase, {}}, fast_options(folder)));
    EXPECT_EQ(reopen(folder)->swapped(), "");
    const std::size_t length = std::filesystem::file_size(note);
    for (const std::string& bytes :
         {std::string(), std::string("x"), std::string(length, '9'), std::string(5000, '\0')}) {
        std::ofstream(note, std::ios::trunc) << bytes;
        EXPECT_EQ(reopen(folder)->swapped(), "") << "a note that does not read is none";
    }
    std::filesystem::remove(folder.file());
    fill(*make_caseload(folder));
    EXPECT_EQ(reopen(folder)->swapped(), "") << "a new file of the same name";
}

TEST(Journal, ChecksItsHistoryOnAConnectionOfItsOwn) {
    const TempFolder folder;
    fill(*make_caseload(folder));
    const auto check = [&] { return check_history(folder.file(), {passphrase, {}}, true).take(); };
    {
        const auto open = reopen(folder);
        EXPECT_EQ(check(), "");
    }
    tamper(folder, "UPDATE change_set SET label = 'Add child nobody' WHERE sequence = 3");
    EXPECT_NE(check().find("entry 3 "), std::string::npos);
    EXPECT_FALSE(check_history(folder.file(), {other_passphrase, {}}, true).ok());
}

TEST(Journal, RefusesWritesOutsideACommandAndRewriting) {
    const TempFolder folder;
    fill(*make_caseload(folder));
    auto db = store::open_database(folder.file(), {passphrase, {}}, store::Access::write, true).take();
    for (const char* sql : {"UPDATE child SET school = 'x'", "DELETE FROM session", "UPDATE change_set SET label = 'x'",
                            "DELETE FROM change_set", "DELETE FROM change", "UPDATE change SET after = NULL"})
        EXPECT_THROW(db->exec(sql), SQLite::Exception) << sql;
}

/// Everything live in the file, decrypted.
std::string decrypted(const TempFolder& folder) {
    // Opened so that the attached file may be made too.
    auto db = store::open_database(folder.file(), {passphrase, {}}, store::Access::create, true).take();
    const std::string out = folder.file("plain.db").string();
    std::filesystem::remove(out);
    db->exec("ATTACH '" + out + "' AS plain KEY ''");
    SQLite::Statement(db->sql(), "SELECT sqlcipher_export('plain')").executeStep();
    db->exec("DETACH plain");
    db.reset();
    std::string bytes;
    if (FILE* file = std::fopen(out.c_str(), "rb")) {
        char part[4096];
        for (std::size_t n = 0; (n = std::fread(part, 1, sizeof part, file)) > 0;) bytes.append(part, n);
        std::fclose(file);
    }
    return bytes;
}

TEST(Journal, ErasingAChildLeavesNoWordOfIt) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Sample kept = fill(*caseload);
    const Child child = sample_child("Quetzalcoatl", kept.therapist);
    must(caseload->run(AddChild{child}));
    must(caseload->run(AddGoal{sample_goal(child.id, "Quetzalcoatl")}));
    const Goal goal = caseload->goals().back();
    const Session hers = sample_session(child.id, goal.id, sample_today(), "Quetzalcoatl");
    const SessionId session = hers.id;
    must(caseload->run(AddSession{hers}));
    must(caseload->run(RecordPoint{sample_point(goal.id, sample_today(), 3, "Quetzalcoatl")}));
    must(caseload->run(AddPhaseChange{{{}, {}, goal.id, sample_today(), Phase::intervention, "Quetzalcoatl"}}));
    must(caseload->run(AddEvent{{{}, child.id, {}, sample_today(), {}, EventKind::medical, "Quetzalcoatl"}}));
    must(caseload->run(RecordDisclosure{{child.id}, sample_disclosure("Quetzalcoatl")}));
    must(caseload->run(AddQuickNote{{{}, child.id, session, {}, "Quetzalcoatl", false}}));
    const SessionNote note = sample_note(child.id, session, "Quetzalcoatl");
    must(caseload->run(WriteNote{note}));
    must(caseload->run(FinishNote{note.id}));
    must(caseload->run(AmendNote{note.id, "Quetzalcoatl"}));
    set_school(*caseload, child.id, "Quetzalcoatl Primary");
    must(caseload->undo());
    set_school(*caseload, kept.child, "After");
    must(caseload->keep_draft("note", "Teo Quetzalcoatl was tired"));
    must(caseload->keep_draft("other", "stays"));
    must(caseload->remember("recent", std::to_string(child.id.value)));
    ASSERT_NE(decrypted(folder).find("Quetzalcoatl"), std::string::npos) << "or the test could not fail";
    must(caseload->run(EraseChild{child.id}));
    EXPECT_EQ(caseload->child(child.id), nullptr);
    EXPECT_EQ(caseload->children().size(), 1u);
    EXPECT_EQ(caseload->goals().size(), 1u);
    EXPECT_EQ(caseload->facts(goal.id), nullptr);
    EXPECT_TRUE(caseload->notes(session).empty());
    EXPECT_TRUE(caseload->disclosures(child.id).empty());
    EXPECT_TRUE(caseload->points(goal.id).take()->empty());
    EXPECT_EQ(caseload->note(note.id).error().kind, ErrorKind::missing);
    EXPECT_EQ(caseload->sessions().size(), 1u);
    EXPECT_EQ(caseload->drafts().size(), 1u);
    EXPECT_EQ(caseload->recall("recent"), "");
    EXPECT_EQ(caseload->journal_fault().take(), "") << "the hashes stay";
    // Steps of other children are still there; those of the erased child are gone.
    ASSERT_NE(caseload->next_undo(), nullptr);
    must(caseload->undo());
    EXPECT_EQ(caseload->child(kept.child)->school, sample_child().school);
    while (caseload->next_undo()) must(caseload->undo());
    EXPECT_TRUE(caseload->children().empty());
    caseload.reset();
    EXPECT_EQ(decrypted(folder).find("Quetzalcoatl"), std::string::npos);
}

TEST(Journal, ErasingAChildLeavesSharedSessionsToTheOthersWithoutTheName) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Sample kept = fill(*caseload);
    Child child = sample_child("Quetzalcoatl");
    child.first_name = "Xochitl";
    child.preferred_name.clear();
    child.date_of_birth = child.date_of_birth + 40;
    must(caseload->run(AddChild{child}));
    const Group group = sample_group(kept.child, child.id);
    must(caseload->run(AddGroup{group}));
    const Goal hers = sample_goal(child.id, "hers");
    must(caseload->run(AddGoal{hers}));
    Session shared = sample_session(child.id, hers.id, sample_today() + 2);
    shared.participants.push_back(Participant{.child = kept.child});
    shared.goals.push_back(kept.goal);
    shared.note = "Xochitl led, Quetzalcoatls was loud; Xochitl's turn was first";
    shared.blocks[0].why = "Xochitl likes trains";
    must(caseload->run(AddSession{shared}));
    must(caseload->run(AddQuickNote{{{}, kept.child, shared.id, {}, "Laughed with Xochitl", false}}));
    must(caseload->run(AddQuickNote{{{}, child.id, shared.id, {}, "Xochitl waited", false}}));
    SessionNote note = sample_note(kept.child, shared.id, "with Xochitl");
    must(caseload->run(WriteNote{note}));
    must(caseload->run(FinishNote{note.id}));
    must(caseload->run(AmendNote{note.id, "Xochitl asked for it"}));
    must(caseload->run(EraseChild{child.id}));
    note = caseload->note(note.id).take();
    EXPECT_EQ(note.plan, "Thinner lines, with (erased)");
    EXPECT_EQ(note.amendments.at(0).text, "(erased) asked for it");
    const auto quick = caseload->quick_notes(shared.id).take();
    ASSERT_EQ(quick.size(), 1u);
    EXPECT_EQ(quick[0].text, "Laughed with (erased)");
    const Session* left = caseload->session(shared.id);
    ASSERT_NE(left, nullptr);
    EXPECT_EQ(left->child, kept.child);
    ASSERT_EQ(left->participants.size(), 1u);
    EXPECT_EQ(left->goals, std::vector{kept.goal});
    EXPECT_EQ(left->note, "(erased) led, Quetzalcoatls was loud; (erased)'s turn was first");
    EXPECT_EQ(left->blocks[0].why, "(erased) likes trains");
    EXPECT_EQ(caseload->group(group.id)->members, std::vector{kept.child});
    EXPECT_EQ(caseload->journal_fault().take(), "");
    while (caseload->next_undo()) must(caseload->undo());
    EXPECT_TRUE(caseload->children().empty());
    caseload.reset();
    EXPECT_EQ(decrypted(folder).find("Xochitl"), std::string::npos);
}

TEST(Journal, AWorkerThatChecksTheHistoryWhileEditsAreSavedRaisesNoAlarm) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Sample sample = fill(*caseload);
    std::atomic<bool> done = false;
    std::string alarm;
    std::thread worker([&] {
        while (!done && alarm.empty()) {
            const auto found = check_history(folder.file(), {passphrase, {}}, true);
            alarm = found.ok() ? found.value() : found.error().message;
        }
    });
    for (int i = 0; i < count_of(300); ++i) set_school(*caseload, sample.child, "School " + std::to_string(i));
    done = true;
    worker.join();
    EXPECT_EQ(alarm, "");
}

}  // namespace
}  // namespace pegboard::test
