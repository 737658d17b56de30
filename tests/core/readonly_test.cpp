// TR6: a file, folder or medium that may not be written to opens to look only, says so up front, and
// reads right; edits are refused before anything is typed for nothing.
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/store/file/backups.h"
#include "tests/core/trust_support.h"

namespace pegboard::trust {
namespace {
namespace fs = std::filesystem;

struct ReadOnly : ::testing::Test {
    Bench bench;
    std::string state;

    void SetUp() override {
        auto caseload = make_caseload(bench, 3);
        state = dump(*caseload);
        caseload.reset();
        // The step runs as another user: the folder is theirs to enter, the state folder theirs to write.
        fs::permissions(bench.folder.path(), fs::perms(0777));
        fs::permissions(bench.file(), fs::perms(0644));
    }

    /// 0 when it opens read-only, reads right, refuses edits, and leaves the bytes alone.
    int looks_only() {
        const std::string bytes = read_bytes(bench.file());
        auto opened = Caseload::open(bench.file(), good_key, bench.options());
        if (!opened.ok()) {
            std::fprintf(stderr, "%s (%s)\n", opened.error().message.c_str(), opened.error().detail.c_str());
            return 1;
        }
        if (!opened.value()->read_only()) return 2;
        if (dump(*opened.value()) != state) return 3;
        const Status edit = add_child(*opened.value(), 9);
        if (edit.ok() || edit.error().message.empty()) return 4;
        if (dump(*opened.value()) != state) return 5;
        opened.value().reset();
        return read_bytes(bench.file()) == bytes ? 0 : 6;
    }
};

TEST_F(ReadOnly, TR6_a_file_that_may_not_be_written_opens_to_look_only) {
    fs::permissions(bench.file(), fs::perms(0444));
    EXPECT_EQ(as_nobody_special([&] { return looks_only(); }), 0);
}

TEST_F(ReadOnly, TR6_a_folder_that_may_not_be_written_opens_to_look_only) {
    fs::permissions(bench.folder.path(), fs::perms(0555));
    EXPECT_EQ(as_nobody_special([&] { return looks_only(); }), 0);
    fs::permissions(bench.folder.path(), fs::perms(0755));
}

TEST_F(ReadOnly, TR6_both_at_once_and_work_left_in_the_log) {
    fs::permissions(bench.file(), fs::perms(0444));
    fs::permissions(bench.folder.path(), fs::perms(0555));
    EXPECT_EQ(as_nobody_special([&] { return looks_only(); }), 0);
    fs::permissions(bench.folder.path(), fs::perms(0755));
}

TEST_F(ReadOnly, TR6_asked_to_look_only_it_does_not_write) {
    OpenOptions options = bench.options();
    options.read_only = true;
    const std::string bytes = read_bytes(bench.file());
    {
        const auto opened = Caseload::open(bench.file(), good_key, options);
        ASSERT_TRUE(opened.ok());
        EXPECT_TRUE(opened.value()->read_only());
        EXPECT_FALSE(add_child(*opened.value(), 9).ok());
        EXPECT_FALSE(opened.value()->change_passphrase(good_key.passphrase, next_key.passphrase).ok());
        EXPECT_FALSE(opened.value()->undo().ok());
        EXPECT_EQ(dump(*opened.value()), state);
    }
    EXPECT_EQ(read_bytes(bench.file()), bytes);
}

TEST_F(ReadOnly, TR6_a_backup_folder_that_may_not_be_written_is_told_and_the_caseload_stays) {
    fs::create_directories(bench.folder / "locked");
    fs::permissions(bench.folder / "locked", fs::perms(0555));
    const int code = as_nobody_special([&] {
        const Status made = back_up(bench.file(), good_key, bench.folder / "locked" / "copy.pegboard", true);
        if (made.ok()) return 1;
        return made.error().message.find("Your caseload itself is safe") == std::string::npos ? 2 : 0;
    });
    EXPECT_EQ(code, 0);
    EXPECT_EQ(dump(*open_caseload(bench)), state);
}

TEST_F(ReadOnly, TR6_creating_where_nothing_may_be_written_says_so) {
    fs::create_directories(bench.folder / "locked");
    fs::permissions(bench.folder / "locked", fs::perms(0555));
    const int code = as_nobody_special([&] {
        const auto made = Caseload::create(bench.folder / "locked" / "new.pegboard", good_key, bench.options());
        return made.ok() ? 1 : made.error().message.empty() ? 2 : 0;
    });
    EXPECT_EQ(code, 0);
}
}  // namespace
}  // namespace pegboard::trust
