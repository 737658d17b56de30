// TR6, TR10: the disk fails at the nth call, from n on, as when a medium is pulled out. Every failure
// is told, nothing is silently lost, and what was acknowledged is there afterwards.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <map>

#include "core/store/file/backups.h"
#include "tests/core/trust_support.h"

namespace pegboard::trust {
namespace {
namespace fs = std::filesystem;

/// SQLite's own file layer with a fuse: after `calls_left` reads, writes and syncs all of them fail.
class FailingDisk {
 public:
    FailingDisk() {
        real_ = sqlite3_vfs_find(nullptr);
        shim_ = *real_;
        shim_.zName = "failing-disk";
        shim_.xOpen = open;
        sqlite3_vfs_register(&shim_, 1);
    }
    ~FailingDisk() {
        calls_left = -1;
        sqlite3_vfs_unregister(&shim_);
        sqlite3_vfs_register(real_, 1);
    }
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;

    static inline int calls_left = -1;  ///< -1: never fails
    static inline int failed = 0;

 private:
    struct Methods {
        const sqlite3_io_methods* real;
        sqlite3_io_methods ours;
    };

    static bool fails() {
        if (calls_left < 0) return false;
        if (calls_left > 0) return --calls_left, false;
        ++failed;
        return true;
    }
    static const sqlite3_io_methods* real_of(sqlite3_file* file) {
        return reinterpret_cast<const Methods*>(reinterpret_cast<const char*>(file->pMethods) - offsetof(Methods, ours))
            ->real;
    }
    static int read(sqlite3_file* file, void* into, int size, sqlite3_int64 at) {
        return fails() ? SQLITE_IOERR_READ : real_of(file)->xRead(file, into, size, at);
    }
    static int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
        return fails() ? SQLITE_IOERR_WRITE : real_of(file)->xWrite(file, from, size, at);
    }
    static int sync(sqlite3_file* file, int flags) {
        return fails() ? SQLITE_IOERR_FSYNC : real_of(file)->xSync(file, flags);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        return fails() ? SQLITE_IOERR_TRUNCATE : real_of(file)->xTruncate(file, size);
    }
    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
        const int code = real_->xOpen(real_, name, file, flags, out);
        if (code != SQLITE_OK || !file->pMethods) return code;
        // One table of ours for each of SQLite's; they are few and live as long as the program.
        static std::map<const sqlite3_io_methods*, Methods> known;
        const sqlite3_io_methods* real = file->pMethods;
        const auto [it, is_new] = known.try_emplace(real, Methods{real, *real});
        if (is_new) {
            it->second.ours.xRead = read;
            it->second.ours.xWrite = write;
            it->second.ours.xSync = sync;
            it->second.ours.xTruncate = truncate;
        }
        file->pMethods = &it->second.ours;
        return code;
    }

    static inline sqlite3_vfs* real_ = nullptr;
    sqlite3_vfs shim_{};
};

struct DiskErrors : ::testing::Test {
    FailingDisk disk;
    Bench bench;
    void TearDown() override { FailingDisk::calls_left = -1; }

    static void fail_from(int call) {
        FailingDisk::failed = 0;
        FailingDisk::calls_left = call;
    }
    static bool was_hit() {
        FailingDisk::calls_left = -1;
        return FailingDisk::failed > 0;
    }
};

constexpr int most_calls = 2000;

TEST_F(DiskErrors, TR10_a_command_whose_disk_fails_says_so_and_leaves_nothing) {
    auto caseload = make_caseload(bench, 2);
    int number = 100, hits = 0;
    for (int call = 0; call < most_calls; ++call) {
        const std::string before = dump(*caseload);
        fail_from(call);
        const Status status = add_child(*caseload, ++number);
        const bool hit = was_hit();
        hits += hit;
        if (status.ok()) {
            EXPECT_NE(dump(*caseload), before);
        } else {
            EXPECT_EQ(status.error().kind, ErrorKind::storage) << status.error().message;
            EXPECT_EQ(dump(*caseload), before) << "call " << call;
        }
        const std::string shown = dump(*caseload);
        // Once the disk is back, what the screen shows is what the file holds, and work goes on.
        EXPECT_TRUE(add_child(*caseload, ++number).ok()) << "call " << call;
        EXPECT_TRUE(caseload->undo().ok());
        EXPECT_EQ(dump(*caseload), shown);
        caseload.reset();
        caseload = open_caseload(bench);
        ASSERT_TRUE(caseload);
        EXPECT_EQ(dump(*caseload), shown) << "call " << call;
        if (!hit) break;
    }
    EXPECT_GE(hits, 3);
}

TEST_F(DiskErrors, TR10_a_backup_whose_disk_fails_says_so_and_leaves_only_whole_copies) {
    const auto caseload = make_caseload(bench, 2);
    int hits = 0;
    for (int call = 0; call < most_calls; call += 3) {
        const fs::path target = bench.folder / ("copy" + std::to_string(call) + ".pegboard");
        fail_from(call);
        const Status made = back_up(bench.file(), good_key, target, true);
        const bool hit = was_hit();
        hits += hit;
        EXPECT_EQ(made.ok(), fs::exists(target)) << "call " << call;
        if (made.ok()) {
            EXPECT_TRUE(verify_backup(target, good_key, true).ok()) << "call " << call;
        }
        if (!made.ok()) {
            EXPECT_FALSE(made.error().message.empty());
        }
        EXPECT_FALSE(fs::exists(target.string() + ".part")) << "call " << call;
        if (!hit) break;
    }
    EXPECT_GE(hits, 5);
}

TEST_F(DiskErrors, TR10_opening_on_a_failing_disk_is_refused_and_opens_later) {
    make_caseload(bench, 2).reset();
    for (int call = 0; call < most_calls; call += 2) {
        fail_from(call);
        const auto opened = Caseload::open(bench.file(), good_key, bench.options());
        const bool hit = was_hit();
        if (!opened.ok()) {
            EXPECT_FALSE(opened.error().message.empty());
        }
        if (opened.ok()) {
            EXPECT_EQ(opened.value()->children().size(), 2u) << "call " << call;
        }
        if (!hit) break;
    }
    EXPECT_EQ(open_caseload(bench)->children().size(), 2u);
}

TEST_F(DiskErrors, TR6_a_draft_on_a_medium_pulled_out_is_told_and_a_copy_elsewhere_is_still_there) {
    auto caseload = make_caseload(bench, 2);
    fail_from(0);
    const Status kept = caseload->keep_draft("note", "half a sentence");
    EXPECT_TRUE(was_hit());
    ASSERT_FALSE(kept.ok());
    EXPECT_EQ(kept.error().kind, ErrorKind::storage);
    EXPECT_EQ(caseload->children().size(), 2u) << "what was read stays on screen";
    EXPECT_TRUE(caseload->keep_draft("note", "half a sentence").ok()) << "and again once it is back";
}
}  // namespace
}  // namespace pegboard::trust
