// TS18, G10: a caseload made to harm, under its right passphrase. It is refused in a sentence or opens and works; never
// does it crash, hang, take the memory or run what its maker wrote.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <chrono>

#include "core/store/database.h"
#include "core/store/seals/history_check.h"
#include "tests/core/trust_support.h"

namespace pegboard::trust {
namespace {
using namespace std::chrono_literals;

double seconds_of(const std::function<void()>& step) {
    const auto start = std::chrono::steady_clock::now();
    step();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

long peak_mb() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

class Hostile : public ::testing::Test {
 protected:
    Hostile() { make_caseload(bench, 3).reset(); }
    ~Hostile() override { store::most_work() = 60s; }
    Hostile(const Hostile&) = delete;
    Hostile& operator=(const Hostile&) = delete;

    /// What somebody who knows the passphrase writes with other tools.
    void harm(const std::string& sql) {
        const auto key = store::key_of_file(bench.file(), good_key, true);
        ASSERT_TRUE(key.ok());
        SQLite::Database db(bench.file().string(), SQLite::OPEN_READWRITE);
        const Secret digits = key.value().specification();
        ASSERT_EQ(sqlite3_key(db.getHandle(), digits.data(), static_cast<int>(digits.size())), SQLITE_OK);
        db.exec("UPDATE journal_state SET open_change_set_id = 0");
        db.exec(sql);
        db.exec("UPDATE journal_state SET open_change_set_id = NULL");
    }
    Result<std::unique_ptr<Caseload>> open() { return Caseload::open(bench.file(), good_key, bench.options()); }
    void expect_refused(const std::string& words) {
        const std::string before = read_bytes(bench.file());
        const auto opened = open();
        ASSERT_FALSE(opened.ok());
        EXPECT_NE(opened.error().message.find(words), std::string::npos) << opened.error().message;
        EXPECT_EQ(read_bytes(bench.file()), before);
    }

    Bench bench;
};

TEST_F(Hostile, a_negative_version_is_refused) {
    harm("PRAGMA user_version = -1");
    expect_refused("never writes");
}

TEST_F(Hostile, a_view_that_never_ends_is_refused_and_not_run) {
    harm(
        "ALTER TABLE child RENAME TO child_rows; CREATE VIEW child AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL "
        "SELECT "
        "x + 1 FROM c) SELECT child_rows.* FROM child_rows, c");
    EXPECT_LT(seconds_of([&] { expect_refused("never writes"); }), 5);
}

TEST_F(Hostile, a_virtual_table_is_refused) {
    harm("CREATE VIRTUAL TABLE notes USING fts5(words)");
    expect_refused("never writes");
}

TEST_F(Hostile, undo_steps_that_go_in_a_circle_end) {
    {
        auto caseload = open_caseload(bench);
        for (int i = 0; i < 3; ++i) ASSERT_TRUE(caseload->undo().ok());
    }
    // Each undo names the one before it, and the first one names the last.
    harm(
        "UPDATE change_set SET undoes_id = coalesce((SELECT max(earlier.id) FROM change_set AS earlier WHERE "
        "earlier.kind = 'undo' AND earlier.id < change_set.id), (SELECT max(last.id) FROM change_set AS last WHERE "
        "last.kind = 'undo')) WHERE kind = 'undo'");
    const auto opened = open();
    if (!opened.ok()) return;  // refused in a sentence is as good
    EXPECT_LT(seconds_of([&] { EXPECT_TRUE(opened.value()->history({}, 500).ok()); }), 2);
    EXPECT_FALSE(opened.value()->journal_fault().value().empty()) << "and it is told";
}

TEST_F(Hostile, a_trigger_that_never_ends_is_taken_out_and_told_or_stopped) {
    harm(
        "CREATE TRIGGER slow AFTER INSERT ON child BEGIN SELECT count(*) FROM (WITH RECURSIVE c(x) AS (SELECT 1 UNION "
        "ALL SELECT x + 1 FROM c) SELECT x FROM c); END");
    store::most_work() = 300ms;
    const auto opened = open();
    if (!opened.ok()) return;  // refused in a sentence is as good
    const std::string before = dump(*opened.value());
    Status added;
    EXPECT_LT(seconds_of([&] { added = add_child(*opened.value(), 9); }), 5);
    if (added.ok()) {
        const auto told = check_history(bench.file(), good_key, bench.options().fast_key);
        ASSERT_TRUE(told.ok());
        EXPECT_NE(told.value(), "") << "what was put into the file by other hands is told";
    } else {
        EXPECT_NE(added.error().message.find("so it was stopped"), std::string::npos)
            << added.error().message << added.error().detail;
        EXPECT_EQ(dump(*opened.value()), before);
    }
    EXPECT_TRUE(opened.value()->history({}, 10).ok()) << "reading goes on";
}

TEST_F(Hostile, opening_that_takes_for_ever_is_stopped) {
    // Drafts are read one by one, and nobody types two hundred thousand.
    harm(
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 200000) "
        "INSERT INTO draft SELECT 'f' || x, 'words' FROM c");
    store::most_work() = 1ms;
    EXPECT_LT(seconds_of([&] {
                  const auto opened = open();
                  ASSERT_FALSE(opened.ok());
                  EXPECT_NE(opened.error().message.find("so it was stopped"), std::string::npos)
                      << opened.error().message;
              }),
              5);
}

TEST_F(Hostile, a_name_of_ten_megabytes_takes_no_memory) {
    harm("UPDATE child SET last_name = printf('%.*c', 10000000, 'x')");
    const long before = peak_mb();
    const auto opened = open();
    if (opened.ok()) {
        for (const Child& child : opened.value()->children()) EXPECT_LT(full_name(child).size(), 5'000'000U);
    } else {
        EXPECT_FALSE(opened.error().message.empty());
    }
    EXPECT_LT(peak_mb() - before, 200);
}

TEST_F(Hostile, a_journal_entry_nested_a_million_deep_does_no_harm) {
    harm("UPDATE change SET before = printf('%.*c', 1000000, '['), after = printf('%.*c', 1000000, '[')");
    const auto opened = open();
    if (!opened.ok()) {
        EXPECT_FALSE(opened.error().message.empty());
        return;
    }
    const Status undone = opened.value()->undo();
    EXPECT_TRUE(undone.ok() || !undone.error().message.empty());
}

TEST_F(Hostile, numbers_out_of_every_range_open_or_are_refused) {
    for (const char* sql :
         {"UPDATE practice SET idle_lock_min = 0, session_lock_min = -5",
          "UPDATE practice SET idle_lock_min = 9223372036854775807, session_lock_min = 9223372036854775807",
          "UPDATE child SET date_of_birth = '0000-00-00'", "UPDATE child SET date_of_birth = '99999-12-31'",
          "UPDATE child SET gestation_weeks = 9223372036854775807", "UPDATE practice SET me_id = -1"}) {
        SCOPED_TRACE(sql);
        harm(std::string("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; ") + sql);
        const auto opened = open();
        EXPECT_TRUE(opened.ok() || !opened.error().message.empty());
    }
}

}  // namespace
}  // namespace pegboard::trust
