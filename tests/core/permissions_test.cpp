// TS7: every file of ours is 0600 and every folder 0700, whatever the umask.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "core/store/file/backups.h"
#include "tests/core/trust_support.h"

namespace pegboard::trust {
namespace {
namespace fs = std::filesystem;

int mode_of(const fs::path& path) { return static_cast<int>(fs::symlink_status(path).permissions()) & 0777; }

/// Names of files wider than 0600 and folders wider than 0700 below `root`.
std::string too_open(const fs::path& root) {
    std::string names;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        const int most = entry.is_directory() ? 0700 : 0600;
        if ((mode_of(entry.path()) & ~most) != 0) names += entry.path().string() + "\n";
    }
    return names;
}

void whole_scenario(mode_t mask) {
    Bench bench;
    const mode_t before = ::umask(mask);
    auto caseload = make_caseload(bench, 2);
    Practice practice = caseload->practice();
    practice.second_backup_folder = (bench.folder / "stick").string();
    ASSERT_EQ(::mkdir((bench.folder / "stick").c_str(), 0700), 0);
    ASSERT_TRUE(caseload->run(EditPractice{practice}).ok());
    ASSERT_TRUE(caseload->keep_draft("note", "typing").ok());
    ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), true).ok());
    EXPECT_EQ(too_open(bench.folder.path()), "") << "while open";
    ASSERT_TRUE(caseload->change_passphrase(good_key.passphrase, next_key.passphrase).ok());
    caseload.reset();
    EXPECT_EQ(too_open(bench.folder.path()), "") << "after the passphrase change";
    const auto copies = kept_backups(bench.options().places, bench.file());
    // A copy that came back from a stick is often open to all; restored, it is private again.
    fs::permissions(copies[0].file, fs::perms(0666));
    ASSERT_TRUE(restore(copies[0].file, bench.file(), next_key, bench.options()).ok());
    EXPECT_EQ(mode_of(bench.file()), 0600);
    fs::permissions(copies[0].file, fs::perms(0600));
    ASSERT_TRUE(salvage(bench.file(), bench.folder / "saved.pegboard", next_key, bench.options()).ok());
    ASSERT_TRUE(set_aside(bench.file()).ok());
    EXPECT_EQ(too_open(bench.folder.path()), "") << "at the end";
    ::umask(before);
}

TEST(Permissions, TS7_private_under_an_open_umask) { whole_scenario(0000); }
TEST(Permissions, TS7_private_under_the_usual_umask) { whole_scenario(0022); }
}  // namespace
}  // namespace pegboard::trust
