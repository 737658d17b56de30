// Backups are made, verified, thinned, re-keyed and restored (TR14, TR15).
#include "core/store/file/backups.h"

#include <set>

#include "core/store/clock.h"
#include "tests/core/trust_support.h"

namespace pegboard::trust {
namespace {
namespace fs = std::filesystem;
constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;

std::string dump_of(const fs::path& backup, const Bench& bench, const Key& key = good_key) {
    // A copy elsewhere, so that reading leaves the backup as it is.
    Bench other;
    fs::copy_file(backup, other.file());
    OpenOptions options = bench.options();
    options.places = other.options().places;
    auto opened = Caseload::open(other.file(), key, options);
    return opened.ok() ? dump(*opened.value()) : "does not open: " + opened.error().message;
}

TEST(Backups, are_made_verified_and_named_by_their_time) {
    Bench bench;
    const auto caseload = make_caseload(bench, 3);
    ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), false).ok());
    const auto kept = kept_backups(bench.options().places, bench.file());
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept[0].at_utc, store::utc_text(bench.now_ms));
    EXPECT_TRUE(kept[0].file.filename().string().starts_with("caseload-2026"));
    EXPECT_GT(kept[0].bytes, 4096u);
    EXPECT_TRUE(verify_backup(kept[0].file, good_key, true).ok());
    EXPECT_FALSE(verify_backup(kept[0].file, wrong_key, true).ok());
    EXPECT_EQ(dump_of(kept[0].file, bench), dump(*caseload));
    std::set<std::string> beside;
    for (const auto& entry : fs::directory_iterator(kept[0].file.parent_path()))
        beside.insert(entry.path().filename().string());
    EXPECT_EQ(beside.size(), 1u) << "a backup is one file, with nothing beside it";
}

TEST(Backups, wait_thirty_minutes_and_for_a_change) {
    Bench bench;
    const auto caseload = make_caseload(bench, 1);
    const auto kept = [&] { return kept_backups(bench.options().places, bench.file()).size(); };
    const auto keep = [&](bool closing) {
        ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), closing).ok());
    };
    keep(false);
    EXPECT_EQ(kept(), 1u);
    bench.now_ms += 31 * minute_ms;
    keep(false);
    keep(true);
    EXPECT_EQ(kept(), 1u) << "nothing changed";
    ASSERT_TRUE(add_child(*caseload, 2).ok());
    keep(false);
    EXPECT_EQ(kept(), 2u);
    bench.now_ms += 5 * minute_ms;
    ASSERT_TRUE(add_child(*caseload, 3).ok());
    keep(false);
    EXPECT_EQ(kept(), 2u) << "only five minutes";
    keep(true);
    EXPECT_EQ(kept(), 3u) << "closing does not wait";
    bench.now_ms -= 400 * day_ms;
    ASSERT_TRUE(add_child(*caseload, 4).ok());
    keep(false);
    EXPECT_EQ(kept(), 4u) << "a clock set back does not stop backups";
}

TEST(Backups, TR13_a_backup_holds_what_was_committed_while_the_caseload_stays_open) {
    Bench bench;
    const auto caseload = make_caseload(bench, 1);
    for (int i = 2; i < 12; ++i) {
        ASSERT_TRUE(add_child(*caseload, i).ok());
        const fs::path target = bench.folder / ("copy" + std::to_string(i) + ".pegboard");
        ASSERT_TRUE(back_up(bench.file(), good_key, target, true).ok());
        EXPECT_EQ(dump_of(target, bench), dump(*caseload));
    }
}

TEST(Backups, no_copy_is_laid_over_the_open_caseload_or_what_stands_beside_it) {
    Bench bench;
    const auto caseload = make_caseload(bench, 1);
    for (const char* beside : {"", "-wal", "-shm", ".lock"}) {
        fs::path target = bench.file();
        target += beside;
        ASSERT_TRUE(fs::exists(target)) << target;
        const Status made = back_up(bench.file(), good_key, target, true);
        ASSERT_FALSE(made.ok()) << target;
        EXPECT_EQ(made.error().kind, ErrorKind::refused);
    }
    ASSERT_TRUE(add_child(*caseload, 2).ok());
    EXPECT_EQ(caseload->children().size(), 2u);
}

TEST(Backups, TR15_four_hundred_days_leave_twelve_days_ten_weeks_nine_months) {
    std::vector<Backup> kept;
    Date first = *make_date(2026, 1, 1);
    for (int day = 0; day < 400; ++day) {
        const std::string date = iso(first + day);
        // Every third day has two copies; the later one is the one to keep.
        if (day % 3 == 0) kept.insert(kept.begin(), {"early" + date, date + "T09:00:00Z", 1});
        kept.insert(kept.begin(), {date, date + "T16:00:00Z", 1});
        const Backup newest = kept.front();
        for (const Backup& gone : backups_to_thin(kept)) {
            EXPECT_NE(gone.at_utc, newest.at_utc);
            std::erase_if(kept, [&](const Backup& each) { return each.at_utc == gone.at_utc; });
        }
    }
    const Date last = first + 399;
    std::set<int> recent_days;
    int older = 0;
    for (const Backup& each : kept) {
        const Date day = *from_iso(each.at_utc.substr(0, 10));
        if (last - day < 12) {
            recent_days.insert(day.day);
        } else {
            ++older;
            EXPECT_TRUE(each.at_utc.ends_with("T16:00:00Z")) << each.at_utc;
        }
    }
    EXPECT_EQ(recent_days.size(), 12u);
    EXPECT_NEAR(older, 10 + 9, 1);
    EXPECT_GT(last - *from_iso(kept.back().at_utc.substr(0, 10)), 300) << "the oldest copy reaches back most of a year";
    EXPECT_TRUE(backups_to_thin(kept).empty()) << "thinning twice changes nothing";
}

TEST(Backups, all_of_the_newest_two_days_stay) {
    std::vector<Backup> kept;
    for (int hour = 17; hour >= 8; --hour)
        for (const char* day : {"2026-09-29", "2026-09-28"})
            kept.push_back({day, std::string(day) + (hour < 10 ? "T0" : "T") + std::to_string(hour) + ":00:00Z", 1});
    std::sort(kept.begin(), kept.end(), [](const Backup& a, const Backup& b) { return a.at_utc > b.at_utc; });
    EXPECT_TRUE(backups_to_thin(kept).empty());
}

TEST(Backups, other_files_in_the_folder_are_never_touched) {
    Bench bench;
    const auto caseload = make_caseload(bench, 1);
    const fs::path folder = backup_folder(bench.options().places, bench.file());
    fs::create_directories(folder);
    const std::vector<std::string> others{"letter.pdf", "caseload-20260230T120000Z.pegboard", "caseload-old.pegboard",
                                          "other-20260101T120000Z.pegboard"};
    for (const std::string& name : others) write_bytes(folder / name, "x");
    for (int i = 0; i < 30; ++i) {
        bench.now_ms += day_ms;
        ASSERT_TRUE(add_child(*caseload, 10 + i).ok());
        ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), true).ok());
    }
    for (const std::string& name : others) EXPECT_TRUE(fs::exists(folder / name)) << name;
    EXPECT_LT(kept_backups(bench.options().places, bench.file()).size(), 20u);
}

TEST(Backups, a_second_folder_gets_the_newest_copy_and_its_absence_is_told) {
    Bench bench;
    const auto caseload = make_caseload(bench, 1);
    Practice practice = caseload->practice();
    practice.second_backup_folder = (bench.folder / "stick").string();
    ASSERT_TRUE(caseload->run(EditPractice{practice}).ok());
    const Status away = keep_backup(*caseload, good_key, bench.options(), true);
    ASSERT_FALSE(away.ok());
    EXPECT_NE(away.error().message.find("second backup folder"), std::string::npos);
    ASSERT_EQ(kept_backups(bench.options().places, bench.file()).size(), 1u) << "the first copy was made all the same";
    fs::create_directories(bench.folder / "stick");
    ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), false).ok());
    std::vector<fs::path> copies;
    for (const auto& entry : fs::recursive_directory_iterator(bench.folder / "stick"))
        if (entry.is_regular_file()) copies.push_back(entry.path());
    ASSERT_EQ(copies.size(), 1u);
    EXPECT_EQ(dump_of(copies[0], bench), dump(*caseload));
}

TEST(Backups, TR14_each_kept_copy_restores_after_a_safety_copy) {
    Bench bench;
    auto caseload = make_caseload(bench, 1);
    std::vector<std::string> states;
    for (int i = 2; i < 5; ++i) {
        ASSERT_TRUE(add_child(*caseload, i).ok());
        bench.now_ms += 31 * minute_ms;
        ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), false).ok());
        states.insert(states.begin(), dump(*caseload));
    }
    ASSERT_TRUE(add_child(*caseload, 99).ok());
    const std::string newest = dump(*caseload);
    caseload.reset();
    const auto copies = kept_backups(bench.options().places, bench.file());
    ASSERT_EQ(copies.size(), 3u);
    std::string before = newest;
    for (std::size_t i = 0; i < copies.size(); ++i) {
        bench.now_ms += minute_ms;
        const Status done = restore(copies[i].file, bench.file(), good_key, bench.options());
        ASSERT_TRUE(done.ok()) << done.error().message << done.error().detail;
        EXPECT_EQ(dump(*open_caseload(bench)), states[i]);
        const auto now = kept_backups(bench.options().places, bench.file());
        ASSERT_EQ(now.size(), 4 + i);
        EXPECT_EQ(dump_of(now[0].file, bench), before) << "what was replaced is in the newest copy";
        before = states[i];
    }
}

TEST(Backups, restore_refuses_a_wrong_key_an_open_caseload_and_a_foreign_file) {
    Bench bench;
    auto caseload = make_caseload(bench, 2);
    ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), false).ok());
    const std::string state = dump(*caseload);
    const auto copy = kept_backups(bench.options().places, bench.file()).front();
    const Status open_now = restore(copy.file, bench.file(), good_key, bench.options());
    ASSERT_FALSE(open_now.ok());
    EXPECT_EQ(open_now.error().kind, ErrorKind::refused);
    caseload.reset();
    const std::string bytes = read_bytes(bench.file());
    EXPECT_FALSE(restore(copy.file, bench.file(), wrong_key, bench.options()).ok());
    write_bytes(bench.folder / "letter.txt", std::string(9000, 'a'));
    EXPECT_FALSE(restore(bench.folder / "letter.txt", bench.file(), good_key, bench.options()).ok());
    EXPECT_FALSE(restore(bench.folder / "gone.pegboard", bench.file(), good_key, bench.options()).ok());
    EXPECT_EQ(read_bytes(bench.file()), bytes) << "the caseload was not touched";
    EXPECT_EQ(kept_backups(bench.options().places, bench.file()).size(), 1u);
    EXPECT_EQ(dump(*open_caseload(bench)), state);
}

TEST(Backups, restore_over_a_damaged_file_keeps_its_bytes) {
    Bench bench;
    auto caseload = make_caseload(bench, 2);
    ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), false).ok());
    const std::string state = dump(*caseload);
    caseload.reset();
    std::string bytes = read_bytes(bench.file());
    bytes.replace(5000, 4096, 4096, '\0');
    write_bytes(bench.file(), bytes);
    const auto copy = newest_good_backup(bench.options().places, bench.file(), good_key, true);
    ASSERT_TRUE(copy);
    ASSERT_TRUE(restore(copy->file, bench.file(), good_key, bench.options()).ok());
    EXPECT_EQ(dump(*open_caseload(bench)), state);
    int kept_aside = 0;
    for (const auto& entry : fs::directory_iterator(bench.folder.path()))
        if (entry.path().filename().string().find(".damaged-") != std::string::npos) {
            ++kept_aside;
            EXPECT_EQ(read_bytes(entry.path()), bytes);
        }
    EXPECT_EQ(kept_aside, 1);
}

TEST(Backups, the_newest_good_backup_skips_a_damaged_one) {
    Bench bench;
    auto caseload = make_caseload(bench, 1);
    for (int i = 0; i < 2; ++i) {
        bench.now_ms += 31 * minute_ms;
        ASSERT_TRUE(add_child(*caseload, 20 + i).ok());
        ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), false).ok());
    }
    const auto copies = kept_backups(bench.options().places, bench.file());
    std::string bytes = read_bytes(copies[0].file);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    write_bytes(copies[0].file, bytes);
    const auto good = newest_good_backup(bench.options().places, bench.file(), good_key, true);
    ASSERT_TRUE(good);
    EXPECT_EQ(good->file, copies[1].file);
    EXPECT_FALSE(newest_good_backup(bench.options().places, bench.file(), wrong_key, true));
}

TEST(Backups, a_new_passphrase_reaches_the_kept_copies_and_the_second_folder) {
    Bench bench;
    auto caseload = make_caseload(bench, 1);
    Practice practice = caseload->practice();
    practice.second_backup_folder = (bench.folder / "stick").string();
    fs::create_directories(bench.folder / "stick");
    ASSERT_TRUE(caseload->run(EditPractice{practice}).ok());
    for (int i = 0; i < 3; ++i) {
        bench.now_ms += 31 * minute_ms;
        ASSERT_TRUE(add_child(*caseload, 20 + i).ok());
        ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), false).ok());
    }
    const std::string state = dump(*caseload);
    const Status changed = caseload->change_passphrase(good_key.passphrase, next_key.passphrase);
    ASSERT_TRUE(changed.ok()) << changed.error().message << changed.error().detail;
    std::vector<fs::path> copies;
    for (const fs::path& root : {bench.folder / "stick", bench.folder / "backups"})
        for (const auto& entry : fs::recursive_directory_iterator(root))
            if (entry.is_regular_file()) copies.push_back(entry.path());
    EXPECT_EQ(copies.size(), 6u) << "the same six files, and nothing left beside them";
    for (const fs::path& copy : copies) {
        EXPECT_TRUE(verify_backup(copy, next_key, true).ok()) << copy;
        EXPECT_FALSE(verify_backup(copy, good_key, true).ok()) << copy;
    }
    EXPECT_EQ(dump_of(kept_backups(bench.options().places, bench.file()).front().file, bench, next_key), state);
}

TEST(Backups, a_damaged_file_is_set_aside_with_its_log) {
    Bench bench;
    make_caseload(bench, 1).reset();
    const std::string bytes = read_bytes(bench.file());
    write_bytes(bench.file().string() + "-wal", "left over");
    const auto aside = set_aside(bench.file());
    ASSERT_TRUE(aside.ok());
    EXPECT_FALSE(fs::exists(bench.file()));
    EXPECT_NE(aside.value().filename().string().find("caseload.pegboard.damaged-"), std::string::npos);
    EXPECT_EQ(read_bytes(aside.value()), bytes);
    EXPECT_EQ(read_bytes(aside.value().string() + "-wal"), "left over");
    make_caseload(bench, 1).reset();
    const auto again = set_aside(bench.file());
    ASSERT_TRUE(again.ok());
    EXPECT_NE(again.value(), aside.value());
}
}  // namespace
}  // namespace pegboard::trust
