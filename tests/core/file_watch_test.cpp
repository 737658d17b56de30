// The file of an open caseload is renamed, deleted, replaced or written into by somebody else: nothing is lost, it is
// told at the next write or look, and no log is left beside a file that is not ours.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/store/database.h"
#include "core/store/file/backups.h"
#include "core/store/file/instance_lock.h"
#include "core/store/opening.h"
#include "tests/core/failing_vfs.h"
#include "tests/core/trust_support.h"

namespace pegboard::trust {
namespace {
namespace fs = std::filesystem;

fs::path beside(const fs::path& file, const char* ending) { return fs::path(file) += ending; }

MemoryCopy all_of(const Caseload& caseload, const Bench& bench, std::vector<Command> waiting = {}) {
    return {caseload.path(), caseload.image(), good_key, std::move(waiting), caseload.drafts(), bench.options()};
}

AddChild a_child(int number) {
    Child child;
    child.id = mint<ChildId>();
    child.first_name = "Waiting";
    child.last_name = std::to_string(number);
    child.date_of_birth = *make_date(2021, 3, number);
    return {child};
}

/// What a file holds when it is opened as if on another computer.
std::string opened_elsewhere(const fs::path& file) {
    Bench other;
    fs::copy_file(file, other.file());
    if (fs::exists(beside(file, "-wal"))) fs::copy_file(beside(file, "-wal"), beside(other.file(), "-wal"));
    auto opened = Caseload::open(other.file(), good_key, other.options());
    return opened.ok() ? dump(*opened.value()) : "does not open: " + opened.error().message;
}

struct FileWatch : ::testing::Test {
    Bench bench;
    std::unique_ptr<Caseload> caseload = make_caseload(bench, 3);
    fs::path moved = bench.folder / "elsewhere.pegboard";

    void expect_refused(FileState state) {
        const std::string before = dump(*caseload);
        const Status refused = add_child(*caseload, 50);
        ASSERT_FALSE(refused.ok()) << "written into a file that is not ours";
        EXPECT_EQ(refused.error().kind, ErrorKind::storage);
        EXPECT_EQ(caseload->file_news().state, state);
        EXPECT_EQ(refused.error().message, caseload->file_news().message);
        EXPECT_EQ(dump(*caseload), before);
        EXPECT_FALSE(caseload->undo().ok());
        EXPECT_FALSE(caseload->keep_draft("note", "half a sentence").ok());
    }
    /// Everything committed, one waiting edit, and the draft that could not be written.
    void expect_all_in_a_copy() {
        const fs::path copy = bench.folder / "copy.pegboard";
        const auto saved = save_from_memory(all_of(*caseload, bench, {a_child(7)}), copy);
        ASSERT_TRUE(saved.ok()) << saved.error().message << saved.error().detail;
        EXPECT_TRUE(saved.value().empty());
        EXPECT_TRUE(verify_backup(copy, good_key, true).ok());
        const std::string held = opened_elsewhere(copy);
        for (const auto& child : caseload->children()) EXPECT_NE(held.find(full_name(child)), std::string::npos);
        EXPECT_NE(held.find("Waiting 7"), std::string::npos);
        EXPECT_NE(held.find("note=half a sentence"), std::string::npos);
        for (const char* each : {"-wal", "-shm", "-journal", ".part", ".part-wal"})
            EXPECT_FALSE(fs::exists(beside(copy, each))) << each;
    }
};

TEST_F(FileWatch, renamed_away_keeps_all_that_was_saved_in_the_renamed_file_and_says_where_it_is) {
    const std::string state = dump(*caseload);
    fs::rename(bench.file(), moved);
    expect_refused(FileState::renamed);
    EXPECT_EQ(caseload->file_news().now_at, fs::canonical(moved));
    EXPECT_FALSE(fs::exists(beside(bench.file(), "-wal"))) << "a log without its file";
    EXPECT_EQ(opened_elsewhere(moved), state);
    expect_all_in_a_copy();
    caseload.reset();
    EXPECT_EQ(opened_elsewhere(moved), state);
}

TEST_F(FileWatch, renamed_and_closed_without_another_write_loses_nothing) {
    const std::string state = dump(*caseload);
    fs::rename(bench.file(), moved);
    caseload.reset();
    EXPECT_EQ(opened_elsewhere(moved), state);
    EXPECT_FALSE(fs::exists(beside(bench.file(), "-wal")));
}

TEST_F(FileWatch, a_moved_folder_keeps_all_that_was_saved) {
    const fs::path folder = bench.folder / "practice";
    fs::create_directory(folder);
    auto inside = Caseload::create(folder / "inside.pegboard", good_key, bench.options());
    ASSERT_TRUE(inside.ok());
    caseload = inside.take();
    ASSERT_TRUE(add_child(*caseload, 4).ok());
    const std::string state = dump(*caseload);
    fs::rename(folder, bench.folder / "practice 2027");
    expect_refused(FileState::renamed);
    EXPECT_EQ(caseload->file_news().now_at.parent_path().filename(), "practice 2027");
    EXPECT_EQ(opened_elsewhere(bench.folder / "practice 2027" / "inside.pegboard"), state);
}

TEST_F(FileWatch, deleted_is_told_and_a_copy_from_memory_has_everything) {
    fs::remove(bench.file());
    expect_refused(FileState::deleted);
    expect_all_in_a_copy();
}

TEST_F(FileWatch, replaced_by_an_older_copy_is_told_and_leaves_that_copy_whole) {
    ASSERT_TRUE(back_up(bench.file(), good_key, bench.folder / "older", true).ok());
    const std::string older_state = dump(*caseload), older = read_bytes(bench.folder / "older");
    for (int i = 10; i < 20; ++i) ASSERT_TRUE(add_child(*caseload, i).ok());
    fs::rename(bench.folder / "older", bench.file());
    expect_refused(FileState::replaced);
    EXPECT_FALSE(fs::exists(beside(bench.file(), "-wal"))) << "it would be read into the other file";
    EXPECT_EQ(read_bytes(bench.file()), older);
    expect_all_in_a_copy();
    caseload.reset();
    EXPECT_EQ(read_bytes(bench.file()), older);
    EXPECT_EQ(opened_elsewhere(bench.file()), older_state);
    const auto opened = open_caseload(bench);
    EXPECT_NE(opened->swapped(), "") << "the next opening says that the file is older";
}

TEST_F(FileWatch, written_over_in_place_is_told_and_the_log_is_not_read_into_it) {
    ASSERT_TRUE(back_up(bench.file(), good_key, bench.folder / "older", true).ok());
    const std::string older_state = dump(*caseload), older = read_bytes(bench.folder / "older");
    for (int i = 10; i < 20; ++i) ASSERT_TRUE(add_child(*caseload, i).ok());
    write_bytes(bench.file(), older);
    expect_refused(FileState::overwritten);
    expect_all_in_a_copy();
    caseload.reset();
    EXPECT_EQ(read_bytes(bench.file()), older);
    EXPECT_EQ(opened_elsewhere(bench.file()), older_state);
}

TEST_F(FileWatch, a_look_tells_without_a_write_and_a_touched_file_is_still_ours) {
    EXPECT_EQ(caseload->look_at_file().state, FileState::ours);
    const timespec now[2] = {{1, 0}, {1, 0}};
    ASSERT_EQ(::utimensat(AT_FDCWD, bench.file().c_str(), now, 0), 0);
    EXPECT_EQ(caseload->look_at_file().state, FileState::ours);
    EXPECT_TRUE(add_child(*caseload, 4).ok());
    fs::rename(bench.file(), moved);
    EXPECT_EQ(caseload->look_at_file().state, FileState::renamed);
}

TEST_F(FileWatch, a_renamed_file_that_lost_edits_is_known_by_its_salt) {
    const std::string early = read_bytes(bench.file());  // without what is in the log
    caseload.reset();
    fs::remove(bench.file());
    write_bytes(moved, early);
    auto opened = Caseload::open(moved, good_key, bench.options());
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    EXPECT_NE(opened.value()->swapped(), "");
}

TEST_F(FileWatch, many_commits_and_log_restarts_are_all_in_the_image) {
    for (int i = 0; i < 400; ++i) {  // the log is taken into the file and begins anew on the way
        ASSERT_TRUE(add_child(*caseload, 100 + i).ok());
        if (i % 57 != 0) continue;
        const fs::path copy = bench.folder / ("image" + std::to_string(i));
        ASSERT_TRUE(save_from_memory(all_of(*caseload, bench), copy).ok());
        EXPECT_EQ(opened_elsewhere(copy), dump(*caseload)) << i;
    }
}

TEST_F(FileWatch, with_the_medium_gone_a_copy_elsewhere_has_every_waiting_edit) {
    caseload.reset();
    test::work_again();  // from here on through a layer that can fail
    caseload = open_caseload(bench);
    ASSERT_TRUE(add_child(*caseload, 5).ok());
    test::fail_from(1, SQLITE_IOERR, test::Calls::all);
    std::vector<Command> waiting;
    for (int i = 1; i <= 10; ++i) {
        waiting.emplace_back(a_child(i));
        EXPECT_EQ(caseload->run(waiting.back()).error().kind, ErrorKind::storage);
    }
    const MemoryCopy all = all_of(*caseload, bench, waiting);
    test::work_again();  // the copy goes to another medium, which works
    const auto saved = save_from_memory(all, bench.folder / "stick.pegboard");
    ASSERT_TRUE(saved.ok()) << saved.error().message << saved.error().detail;
    const std::string held = opened_elsewhere(bench.folder / "stick.pegboard");
    for (int i = 1; i <= 10; ++i) EXPECT_NE(held.find("Waiting " + std::to_string(i)), std::string::npos) << i;
    EXPECT_NE(held.find("Child 5"), std::string::npos);
}

// ---------------------------------------------------------------- locks

/// What another process sees: would it be kept from writing to SQLite's shared bytes of `file`?
bool another_process_is_kept_out(const fs::path& file) {
    return in_child([&] {
               const int handle = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
               struct flock shared{};
               shared.l_type = F_WRLCK;
               shared.l_whence = SEEK_SET;
               shared.l_start = 0x40000002;
               shared.l_len = 510;
               return ::fcntl(handle, F_GETLK, &shared) == 0 && shared.l_type != F_UNLCK ? 1 : 0;
           }) == 1;
}

TEST_F(FileWatch, the_locks_on_the_file_hold_through_backups_checks_and_a_look_at_its_salt) {
    ASSERT_TRUE(another_process_is_kept_out(bench.file()));
    EXPECT_TRUE(store::read_salt(bench.file()));
    EXPECT_TRUE(another_process_is_kept_out(bench.file())) << "reading the salt dropped them";
    ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), false).ok());
    EXPECT_TRUE(another_process_is_kept_out(bench.file())) << "the backup dropped them";
    EXPECT_FALSE(Caseload::open(bench.file(), wrong_key, bench.options()).ok());
    EXPECT_TRUE(another_process_is_kept_out(bench.file()));
}

TEST_F(FileWatch, another_program_that_reads_the_file_does_not_take_the_log_away) {
    ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), false).ok());
    ASSERT_TRUE(add_child(*caseload, 30).ok());
    ASSERT_EQ(in_child([&] {
                  const auto db = store::open_database(bench.file(), good_key, store::Access::write, true);
                  if (!db.ok()) return 1;
                  db.value()->settle_on_closing(true);  // as any other program's
                  return db.value()->number("SELECT count(*) FROM child") == 4 ? 0 : 2;
              }),
              0);
    EXPECT_TRUE(fs::exists(beside(bench.file(), "-wal")));
    ASSERT_TRUE(add_child(*caseload, 31).ok());
    const std::string state = dump(*caseload);
    caseload.reset();
    EXPECT_EQ(dump(*open_caseload(bench)), state);
}

TEST_F(FileWatch, a_second_name_of_the_file_finds_it_in_use_and_is_told) {
    fs::create_hard_link(bench.file(), bench.folder / "second name.pegboard");
    const int code = in_child([&] {
        const auto other = Caseload::open(bench.folder / "second name.pegboard", good_key, bench.options());
        return !other.ok() && other.error().field == "in_use" ? 0 : 1;
    });
    EXPECT_EQ(code, 0) << "two windows would write to one file";
    caseload.reset();
    const auto opened = open_caseload(bench);
    ASSERT_EQ(opened->warnings().size(), 1u);
    EXPECT_NE(opened->warnings()[0].find("second name"), std::string::npos);
}

TEST_F(FileWatch, another_computer_that_has_it_open_is_seen_by_its_mark_in_the_file) {
    OpenOptions there = bench.options();
    there.places.state = bench.folder / "state of another computer";
    // What the other computer sees through a shared folder: the bytes, no locks.
    const fs::path seen = bench.folder / "seen there.pegboard";
    fs::copy_file(bench.file(), seen);
    fs::copy_file(beside(bench.file(), "-wal"), beside(seen, "-wal"));
    const auto refused = Caseload::open(seen, good_key, there);
    ASSERT_FALSE(refused.ok()) << "two computers would write to one file";
    EXPECT_EQ(refused.error().field, "in_use");
    there.read_only = true;
    EXPECT_TRUE(Caseload::open(seen, good_key, there).ok());
    there.read_only = false;
    bench.now_ms += 200'000;  // the other one is gone: it would have renewed its mark
    EXPECT_TRUE(Caseload::open(seen, good_key, there).ok());
    caseload.reset();
    fs::copy_file(bench.file(), bench.folder / "closed.pegboard");
    EXPECT_TRUE(Caseload::open(bench.folder / "closed.pegboard", good_key, there).ok())
        << "closing takes the mark away";
}

TEST_F(FileWatch, a_mark_of_another_computer_stops_the_writing_here) {
    {
        const auto db = store::open_database(bench.file(), good_key, store::Access::write, true);
        ASSERT_TRUE(db.ok());
        db.value()->exec("UPDATE writer SET host = 'another'");
    }
    bench.now_ms += 61'000;
    EXPECT_FALSE(add_child(*caseload, 5).ok());
    EXPECT_EQ(caseload->file_news().state, FileState::taken_over);
    EXPECT_TRUE(fs::exists(beside(bench.file(), "-wal"))) << "the other one goes on with it";
}

TEST_F(FileWatch, a_file_that_others_may_read_is_made_private_and_told) {
    caseload.reset();
    fs::permissions(bench.file(), fs::perms(0666));
    const auto opened = open_caseload(bench);
    EXPECT_EQ(fs::status(bench.file()).permissions(), fs::perms(0600));
    ASSERT_EQ(opened->warnings().size(), 1u);
    EXPECT_NE(opened->warnings()[0].find("Now only you can"), std::string::npos);
}

TEST_F(FileWatch, an_index_cut_short_by_another_program_is_made_anew) {
    ASSERT_EQ(::truncate(beside(bench.file(), "-shm").c_str(), 0), 0);
    ASSERT_TRUE(add_child(*caseload, 40).ok());
    const std::string state = dump(*caseload);
    caseload.reset();
    EXPECT_EQ(dump(*open_caseload(bench)), state);
}

// ---------------------------------------------------------------- judged before it is touched

TEST_F(FileWatch, a_log_of_another_caseload_is_set_aside_and_the_file_is_untouched) {
    Bench other;
    const auto foreign = make_caseload(other, 30);
    const std::string log = read_bytes(beside(other.file(), "-wal")), state = dump(*caseload);
    caseload.reset();
    const std::string bytes = read_bytes(bench.file());
    write_bytes(beside(bench.file(), "-wal"), log);
    EXPECT_FALSE(Caseload::open(bench.file(), wrong_key, bench.options()).ok());
    EXPECT_EQ(read_bytes(bench.file()), bytes) << "a refused opening wrote";
    caseload = open_caseload(bench);
    ASSERT_TRUE(caseload);
    EXPECT_EQ(dump(*caseload), state);
    ASSERT_EQ(caseload->warnings().size(), 1u);
    int kept = 0;
    for (const auto& each : fs::directory_iterator(bench.folder.path()))
        if (each.path().filename().string().find(".other-log-") != std::string::npos) {
            ++kept;
            EXPECT_EQ(read_bytes(each.path()), log);
        }
    EXPECT_EQ(kept, 1);
}

TEST_F(FileWatch, a_log_of_a_later_state_beside_an_older_copy_makes_no_mix) {
    ASSERT_TRUE(back_up(bench.file(), good_key, bench.folder / "older", true).ok());
    const std::string older_state = dump(*caseload), older = read_bytes(bench.folder / "older");
    caseload.reset();
    caseload = open_caseload(bench);
    for (int i = 10; i < 30; ++i) ASSERT_TRUE(add_child(*caseload, i).ok());
    caseload.reset();  // the file holds them
    caseload = open_caseload(bench);
    ASSERT_TRUE(add_child(*caseload, 60).ok());
    const std::string log = read_bytes(beside(bench.file(), "-wal"));
    caseload.reset();
    write_bytes(bench.file(), older);
    write_bytes(beside(bench.file(), "-wal"), log);
    caseload = open_caseload(bench);
    ASSERT_TRUE(caseload);
    EXPECT_EQ(dump(*caseload), older_state);
    EXPECT_FALSE(caseload->warnings().empty());
    EXPECT_EQ(caseload->journal_fault().value(), "");
}

TEST_F(FileWatch, a_log_left_by_a_kill_is_read_as_ever) {
    ASSERT_TRUE(add_child(*caseload, 60).ok());
    const std::string state = dump(*caseload);
    const std::string file = read_bytes(bench.file()), log = read_bytes(beside(bench.file(), "-wal"));
    caseload.reset();
    write_bytes(bench.file(), file);
    write_bytes(beside(bench.file(), "-wal"), log);
    caseload = open_caseload(bench);
    EXPECT_EQ(dump(*caseload), state);
    EXPECT_TRUE(caseload->warnings().empty());
}

}  // namespace
}  // namespace pegboard::trust
