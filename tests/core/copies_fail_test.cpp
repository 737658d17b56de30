// Every way in which an automatic copy can fail: the reason is known until one succeeds, the last good copy stays and
// can be gone back to. A passphrase change that was cut short is finished at the next opening.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <unistd.h>

#include "core/store/file/backups.h"
#include "core/store/file/fault.h"
#include "tests/core/failing_vfs.h"
#include "tests/core/trust_support.h"

namespace pegboard::trust {
namespace {
namespace fs = std::filesystem;

struct Way {
    const char* name;
    void (*spoil)(Bench&, Caseload&);
    void (*mend)(Bench&, Caseload&);
    const char* said;  ///< part of what a person reads
};

fs::path folder_of(const Bench& bench) { return backup_folder(bench.options().places, bench.file()); }

void set_second_folder(Caseload& caseload, const fs::path& folder) {
    Practice practice = caseload.practice();
    practice.second_backup_folder = folder.string();
    ASSERT_TRUE(caseload.run(EditPractice{practice}).ok());
}

const std::vector<Way>& ways() {
    static const std::vector<Way> all{
        {"the_folder_is_a_file",
         [](Bench& bench, Caseload&) {
             fs::rename(folder_of(bench), bench.folder / "set aside");
             write_bytes(folder_of(bench), "no folder");
         },
         [](Bench& bench, Caseload&) {
             fs::remove(folder_of(bench));
             fs::rename(bench.folder / "set aside", folder_of(bench));
         },
         "may be written to"},
        {"the_folder_is_gone_and_its_place_taken",
         [](Bench& bench, Caseload&) {
             fs::rename(bench.folder / "backups", bench.folder / "set aside");
             write_bytes(bench.folder / "backups", "no folder");
         },
         [](Bench& bench, Caseload&) {
             fs::remove(bench.folder / "backups");
             fs::rename(bench.folder / "set aside", bench.folder / "backups");
         },
         "may be written to"},
        {"the_disk_is_full", [](Bench&, Caseload&) { test::fail_from(1, SQLITE_FULL, test::Calls::writes); },
         [](Bench&, Caseload&) { test::work_again(); }, "disk for the copy is full"},
        {"the_second_folder_is_away",
         [](Bench& bench, Caseload& caseload) { set_second_folder(caseload, bench.folder / "stick"); },
         [](Bench& bench, Caseload&) { fs::create_directory(bench.folder / "stick"); }, "second backup folder"},
        {"the_second_folder_is_a_file",
         [](Bench& bench, Caseload& caseload) {
             set_second_folder(caseload, bench.folder / "stick");
             write_bytes(bench.folder / "stick", "no folder");
         },
         [](Bench& bench, Caseload&) {
             fs::remove(bench.folder / "stick");
             fs::create_directory(bench.folder / "stick");
         },
         "second backup folder"},
    };
    return all;
}

class CopiesFail : public ::testing::TestWithParam<Way> {
 public:
    CopiesFail() { test::work_again(); }
    ~CopiesFail() override { test::work_again(); }
    CopiesFail(const CopiesFail&) = delete;
    CopiesFail& operator=(const CopiesFail&) = delete;
};

TEST_P(CopiesFail, is_told_with_the_reason_until_one_succeeds_and_the_last_good_copy_restores) {
    Bench bench;
    auto caseload = make_caseload(bench, 2);
    const auto keep = [&] { return keep_backup(*caseload, good_key, bench.options(), true); };
    const auto news = [&] { return backup_news(bench.options().places, bench.file()); };
    ASSERT_TRUE(keep().ok());
    const std::string good_state = dump(*caseload), good_at = news().last_good_utc;
    EXPECT_EQ(news().why, "");
    bench.now_ms += 60 * 60 * 1000;
    ASSERT_TRUE(add_child(*caseload, 3).ok());
    GetParam().spoil(bench, *caseload);
    const Status failed = keep();
    ASSERT_FALSE(failed.ok());
    EXPECT_NE(failed.error().message.find(GetParam().said), std::string::npos)
        << failed.error().message << " " << failed.error().detail;
    EXPECT_EQ(news().why, failed.error().message) << "known at the next start too";
    EXPECT_FALSE(keep().ok());
    EXPECT_EQ(news().why, failed.error().message);
    GetParam().mend(bench, *caseload);
    const Status kept = keep();
    ASSERT_TRUE(kept.ok()) << kept.error().message << kept.error().detail;
    EXPECT_EQ(news().why, "");
    EXPECT_GT(news().last_good_utc, good_at);
    caseload.reset();
    const auto copies = kept_backups(bench.options().places, bench.file());
    ASSERT_GE(copies.size(), 2u);
    ASSERT_EQ(copies.back().at_utc, good_at) << "no failure takes an older copy away";
    ASSERT_TRUE(restore(copies.back().file, bench.file(), good_key, bench.options()).ok());
    EXPECT_EQ(dump(*open_caseload(bench)), good_state);
}

INSTANTIATE_TEST_SUITE_P(Each, CopiesFail, ::testing::ValuesIn(ways()),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(Copies, of_a_damaged_file_are_refused_as_damage_and_the_good_one_stays) {
    Bench bench;
    auto caseload = make_caseload(bench, 40);
    ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), true).ok());
    caseload.reset();
    std::string bytes = read_bytes(bench.file());
    bytes[bytes.size() - 2000] =
        static_cast<char>(bytes[bytes.size() - 2000] ^ 1);  // a page that opening need not read
    write_bytes(bench.file(), bytes);
    EXPECT_FALSE(verify_backup(bench.file(), good_key, true).ok());
    const auto good = newest_good_backup(bench.options().places, bench.file(), good_key, true);
    ASSERT_TRUE(good);
    EXPECT_TRUE(verify_backup(good->file, good_key, true).ok());
}

TEST(Copies, that_land_damaged_are_no_copies_and_the_next_try_is_told_or_good) {
    for (const char* point : {"backup.copied", "backup.second_copied"}) {
        Bench bench;
        fs::create_directory(bench.folder / "stick");
        auto caseload = make_caseload(bench, 40);
        set_second_folder(*caseload, bench.folder / "stick");
        store::fault_hook = [&](std::string_view name) {
            if (name != point) return;
            for (const auto& each : fs::recursive_directory_iterator(bench.folder.path())) {
                if (each.path().extension() != ".part") continue;
                std::string bytes = read_bytes(each.path());
                bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
                write_bytes(each.path(), bytes);
            }
        };
        const Status landed = keep_backup(*caseload, good_key, bench.options(), true);
        store::fault_hook = nullptr;
        EXPECT_FALSE(landed.ok()) << point;
        EXPECT_NE(backup_news(bench.options().places, bench.file()).why, "") << point;
        for (const auto& each : fs::recursive_directory_iterator(bench.folder.path()))
            EXPECT_NE(each.path().extension(), ".part") << each.path();
        for (const Backup& each : kept_backups(bench.options().places, bench.file()))
            EXPECT_TRUE(verify_backup(each.file, good_key, true).ok()) << point;
        EXPECT_TRUE(second_copies(bench.folder / "stick", bench.file()).empty()) << point;
        const Status again = keep_backup(*caseload, good_key, bench.options(), true);
        EXPECT_TRUE(again.ok()) << again.error().message;
        EXPECT_EQ(backup_news(bench.options().places, bench.file()).why, "");
        EXPECT_EQ(second_copies(bench.folder / "stick", bench.file()).size(), 1u);
    }
}

TEST(Copies, the_newest_that_went_bad_on_the_disk_is_set_aside_told_and_made_anew) {
    Bench bench;
    auto caseload = make_caseload(bench, 40);
    ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), false).ok());
    const fs::path first = kept_backups(bench.options().places, bench.file()).front().file;
    std::string bytes = read_bytes(first);
    bytes[bytes.size() - 2000] = static_cast<char>(bytes[bytes.size() - 2000] ^ 1);
    write_bytes(first, bytes);
    bench.now_ms += 60'000;  // nothing has changed, and 30 minutes have not passed
    const Status told = keep_backup(*caseload, good_key, bench.options(), false);
    ASSERT_FALSE(told.ok());
    EXPECT_NE(told.error().message.find("was damaged on the disk"), std::string::npos) << told.error().message;
    EXPECT_EQ(backup_news(bench.options().places, bench.file()).why, told.error().message);
    EXPECT_EQ(read_bytes(fs::path(first) += ".damaged"), bytes) << "nothing is deleted";
    const auto kept = kept_backups(bench.options().places, bench.file());
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_TRUE(verify_backup(kept.front().file, good_key, true).ok());
    EXPECT_TRUE(keep_backup(*caseload, good_key, bench.options(), false).ok());
    EXPECT_EQ(backup_news(bench.options().places, bench.file()).why, "") << "told until the next try finds all good";
}

TEST(Copies, a_home_that_may_only_be_read_is_told_and_then_copied_when_it_may_be_written) {
    Bench bench;
    fs::permissions(bench.folder.path(), fs::perms::all);
    const int code = as_nobody_special([&] {
        const fs::path home = bench.folder / "home";
        fs::create_directory(home);
        OpenOptions options = bench.options();
        options.places = {home / "state", home / "backups"};
        auto made = Caseload::create(bench.folder / "work" / "caseload.pegboard", good_key, options);
        if (!made.ok() || !add_child(*made.value(), 1).ok()) return 1;
        fs::remove_all(home / "backups");
        fs::permissions(home, fs::perms::owner_read | fs::perms::owner_exec);
        const Status refused = keep_backup(*made.value(), good_key, options, true);
        fs::permissions(home, fs::perms::owner_all);
        if (refused.ok() || refused.error().message.find("may be written to") == std::string::npos) return 2;
        if (backup_news(options.places, made.value()->path()).why != refused.error().message) return 3;
        if (!keep_backup(*made.value(), good_key, options, true).ok()) return 4;
        return backup_news(options.places, made.value()->path()).why.empty() ? 0 : 5;
    });
    EXPECT_EQ(code, 0);
}

TEST(Rekeying, killed_after_the_rename_is_finished_at_the_next_opening) {
    for (const char* point : {"rekey.renamed", "rekey.one"}) {
        Bench bench;
        auto caseload = make_caseload(bench, 2);
        for (int i = 0; i < 3; ++i) {
            bench.now_ms += 31 * 60 * 1000;
            ASSERT_TRUE(add_child(*caseload, 10 + i).ok());
            ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), false).ok());
        }
        caseload.reset();
        ASSERT_EQ(in_child([&] {
                      auto opened = Caseload::open(bench.file(), good_key, bench.options());
                      store::fault_hook = [&](std::string_view name) {
                          if (name == point) ::_exit(killed_at_point);
                      };
                      (void)opened.value()->change_passphrase(good_key.passphrase, next_key.passphrase);
                      return 0;
                  }),
                  killed_at_point)
            << point;
        caseload = open_caseload(bench, next_key);
        ASSERT_TRUE(caseload) << point;
        const auto left = caseload->old_copies();
        ASSERT_TRUE(left) << point;
        EXPECT_EQ(caseload->recall("rekey.old"), "") << "the key of before is shown nowhere";
        int most = 0;
        ASSERT_TRUE(rekey_backups(*left, [&](int done, int all) { most = done * 100 / all; }).ok()) << point;
        EXPECT_EQ(most, 100);
        ASSERT_TRUE(caseload->forget_old_key().ok());
        EXPECT_FALSE(caseload->old_copies()) << point;
        for (const Backup& each : kept_backups(bench.options().places, bench.file()))
            EXPECT_TRUE(verify_backup(each.file, next_key, true).ok()) << each.file;
    }
}

TEST(Rekeying, copies_in_a_second_folder_that_is_away_wait_for_it) {
    Bench bench;
    fs::create_directory(bench.folder / "stick");
    auto caseload = make_caseload(bench, 2);
    set_second_folder(*caseload, bench.folder / "stick");
    ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), true).ok());
    fs::rename(bench.folder / "stick", bench.folder / "pulled out");
    const Status changed = caseload->change_passphrase(good_key.passphrase, next_key.passphrase);
    ASSERT_FALSE(changed.ok());
    EXPECT_NE(changed.error().message.find("second backup folder"), std::string::npos);
    EXPECT_TRUE(caseload->check_passphrase(next_key)) << "the caseload itself has the new one";
    ASSERT_TRUE(caseload->old_copies());
    fs::rename(bench.folder / "pulled out", bench.folder / "stick");
    ASSERT_TRUE(rekey_backups(*caseload->old_copies(), {}).ok());
    ASSERT_TRUE(caseload->forget_old_key().ok());
    for (const auto& each : fs::recursive_directory_iterator(bench.folder / "stick"))
        EXPECT_TRUE(!each.is_regular_file() || verify_backup(each.path(), next_key, true).ok()) << each.path();
}

}  // namespace
}  // namespace pegboard::trust
