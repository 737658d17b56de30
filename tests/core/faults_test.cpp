// TR3: killed at any step of a backup, a restore or a passphrase change, the caseload is in the old
// or the new state, never a mix, and always opens.
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/store/file/backups.h"
#include "tests/core/trust_support.h"

namespace pegboard::trust {
namespace {
namespace fs = std::filesystem;
constexpr int most_points = 200;  // a step passes far fewer; the loop ends at the first run that is not killed

/// A caseload with children 1 and 2, a backup that holds child 1 alone, and what each state reads like.
struct Scene {
    Bench bench;
    fs::path backup;
    std::string old_state, new_state;  ///< of the backup, of the caseload

    Scene() {
        auto caseload = make_caseload(bench, 1);
        old_state = dump(*caseload);
        EXPECT_TRUE(keep_backup(*caseload, good_key, bench.options(), false).ok());
        backup = kept_backups(bench.options().places, bench.file()).front().file;
        EXPECT_TRUE(add_child(*caseload, 2).ok());
        new_state = dump(*caseload);
        bench.now_ms += 3'600'000;
    }
    [[nodiscard]] std::string state(const Key& key = good_key) const {
        const auto caseload = Caseload::open(bench.file(), key, bench.options());
        return caseload.ok() ? dump(*caseload.value()) : std::string();
    }
};

TEST(Faults, TR3_a_kill_during_a_backup_leaves_the_caseload_and_only_whole_copies) {
    int points = 0;
    for (int nth = 1; nth < most_points; ++nth) {
        Scene scene;
        const std::string bytes = read_bytes(scene.bench.file());
        const bool killed = killed_at(nth, [&] {
            const auto caseload = Caseload::open(scene.bench.file(), good_key, scene.bench.options());
            (void)keep_backup(*caseload.value(), good_key, scene.bench.options(), true);
        });
        EXPECT_EQ(scene.state(), scene.new_state);
        for (const Backup& each : kept_backups(scene.bench.options().places, scene.bench.file()))
            EXPECT_TRUE(verify_backup(each.file, good_key, true).ok()) << nth;
        // The next backup clears what the kill left.
        auto caseload = open_caseload(scene.bench);
        ASSERT_TRUE(add_child(*caseload, 3).ok());
        ASSERT_TRUE(keep_backup(*caseload, good_key, scene.bench.options(), true).ok());
        for (const auto& entry : fs::directory_iterator(scene.backup.parent_path()))
            EXPECT_EQ(entry.path().extension(), ".pegboard") << entry.path();
        if (!killed) break;
        points = nth;
    }
    EXPECT_GE(points, 4);
}

TEST(Faults, TR3_a_kill_during_a_restore_leaves_the_old_or_the_new_state) {
    int points = 0, replaced = 0;
    for (int nth = 1; nth < most_points; ++nth) {
        Scene scene;
        const std::string bytes = read_bytes(scene.bench.file());
        const bool killed =
            killed_at(nth, [&] { (void)restore(scene.backup, scene.bench.file(), good_key, scene.bench.options()); });
        if (read_bytes(scene.bench.file()) != bytes) ++replaced;
        const std::string state = scene.state();
        EXPECT_TRUE(state == scene.old_state || state == scene.new_state) << "point " << nth << ": " << state;
        if (state == scene.old_state) {
            bool kept = false;
            for (const Backup& each : kept_backups(scene.bench.options().places, scene.bench.file()))
                kept = kept || (each.file != scene.backup && verify_backup(each.file, good_key, true).ok());
            EXPECT_TRUE(kept) << "no safety copy at point " << nth;
        }
        // A second try after the kill goes through.
        ASSERT_TRUE(restore(scene.backup, scene.bench.file(), good_key, scene.bench.options()).ok());
        EXPECT_EQ(scene.state(), scene.old_state);
        if (!killed) break;
        points = nth;
    }
    EXPECT_GE(points, 8);
    EXPECT_GE(replaced, 1);
}

TEST(Faults, TR3_a_kill_during_a_restore_over_a_full_log_never_mixes_two_files) {
    for (int nth = 1; nth < most_points; ++nth) {
        Scene scene;
        // A program that was killed leaves a WAL with committed work beside the file.
        in_child([&]() -> int {
            auto caseload = Caseload::open(scene.bench.file(), good_key, scene.bench.options());
            (void)add_child(*caseload.value(), 3);
            ::_exit(0);
        });
        ASSERT_GT(fs::file_size(scene.bench.file().string() + "-wal"), 0u);
        const bool killed =
            killed_at(nth, [&] { (void)restore(scene.backup, scene.bench.file(), good_key, scene.bench.options()); });
        const std::string state = scene.state();
        EXPECT_TRUE(state == scene.old_state || state.find("Child 3") != std::string::npos) << "point " << nth;
        if (!killed) break;
    }
}

TEST(Faults, TR3_a_kill_during_a_passphrase_change_leaves_a_file_that_one_of_the_two_opens) {
    int points = 0;
    for (int nth = 1; nth < most_points; ++nth) {
        Scene scene;
        const bool killed = killed_at(nth, [&] {
            auto caseload = Caseload::open(scene.bench.file(), good_key, scene.bench.options());
            (void)caseload.value()->change_passphrase(good_key.passphrase, next_key.passphrase);
        });
        const std::string with_old = scene.state(good_key);
        const std::string with_next = scene.state(next_key);
        EXPECT_NE(with_old.empty(), with_next.empty()) << "exactly one opens, point " << nth;
        EXPECT_EQ(with_old.empty() ? with_next : with_old, scene.new_state);
        for (const Backup& each : kept_backups(scene.bench.options().places, scene.bench.file()))
            EXPECT_TRUE(verify_backup(each.file, good_key, true).ok() || verify_backup(each.file, next_key, true).ok());
        if (!killed) break;
        points = nth;
    }
    EXPECT_GE(points, 4);
}

TEST(Faults, TR3_a_kill_while_creating_leaves_no_half_caseload) {
    for (int nth = 1; nth < most_points; ++nth) {
        Bench bench;
        const bool killed = killed_at(nth, [&] { (void)Caseload::create(bench.file(), good_key, bench.options()); });
        if (fs::exists(bench.file())) {
            EXPECT_TRUE(Caseload::open(bench.file(), good_key, bench.options()).ok()) << nth;
        } else {
            EXPECT_TRUE(Caseload::create(bench.file(), good_key, bench.options()).ok()) << nth;
        }
        if (!killed) break;
    }
}
}  // namespace
}  // namespace pegboard::trust
