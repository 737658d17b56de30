// TR13, TR14, TR15 on real files: copies made while edits are saved as fast as they go, every kept copy restored into
// an empty profile and compared row by row, and 400 days of opening and closing. PEGBOARD_COUNT sets other counts.
#include <atomic>
#include <map>
#include <set>
#include <thread>

#include "core/store/clock.h"
#include "core/store/file/backups.h"
#include "core/store/seals/history_check.h"
#include "tests/core/dump.h"
#include "tests/core/trust_support.h"

namespace pegboard::trust {
namespace {
namespace fs = std::filesystem;
constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;

std::string rows_of(const fs::path& file) { return test::dump(file, std::string(good_key.passphrase.view())); }

TEST(BackupsLong, TR13_copies_made_while_edits_are_saved_are_each_a_state_that_was_committed) {
    Bench bench;
    auto caseload = make_caseload(bench, 2);
    const auto entries = [&] { return caseload->file_mark().take().changes; };
    const std::int64_t before = entries();
    std::atomic<bool> done = false;
    std::atomic<int> made = 0;
    std::string problem;
    const int wanted = count_of(25);
    std::thread copier([&] {
        for (int i = 0; i < wanted && problem.empty(); ++i) {
            const fs::path target = bench.folder / ("copy" + std::to_string(i) + ".pegboard");
            const Status copied = back_up(bench.file(), good_key, target, true);
            if (!copied.ok()) problem = copied.error().message + " " + copied.error().detail;
            ++made;
        }
        done = true;
    });
    std::int64_t edits = 0;
    while (!done) {
        // Both children are of one command's state: the number of the edit tells every row of it.
        Child child = caseload->children()[static_cast<std::size_t>(edits % 2)];
        child.school = "School " + std::to_string(++edits);
        bench.now_ms += 61'000;
        ASSERT_TRUE(caseload->run(EditChild{child}).ok());
    }
    copier.join();
    ASSERT_EQ(problem, "");
    RecordProperty("edits", std::to_string(edits));
    std::set<std::int64_t> states;
    for (int i = 0; i < made; ++i) {
        const fs::path target = bench.folder / ("copy" + std::to_string(i) + ".pegboard");
        EXPECT_TRUE(verify_backup(target, good_key, true).ok()) << target;
        EXPECT_EQ(check_history(target, good_key, true).take(), "") << target;
        OpenOptions look = bench.options();
        look.read_only = true;
        const auto opened = Caseload::open(target, good_key, look);
        ASSERT_TRUE(opened.ok()) << opened.error().message;
        const std::int64_t edit = opened.value()->file_mark().take().changes - before;
        states.insert(edit);
        std::set<std::string> schools;
        for (const Child& child : opened.value()->children())
            if (!child.school.empty()) schools.insert(child.school);
        std::set<std::string> expected;
        for (std::int64_t last = std::max<std::int64_t>(1, edit - 1); last <= edit; ++last)
            expected.insert("School " + std::to_string(last));
        EXPECT_EQ(schools, edit == 0 ? std::set<std::string>{} : expected) << target;
    }
    EXPECT_GT(states.size(), 3u) << "of " << edits << " edits";
}

TEST(BackupsLong, TR14_every_kept_copy_goes_into_an_empty_profile_row_by_row) {
    Bench bench;
    auto caseload = make_caseload(bench, 3);
    std::map<std::string, std::string> states;
    for (int i = 0; i < count_of(20); ++i) {
        bench.now_ms += day_ms / 3;
        ASSERT_TRUE(add_child(*caseload, 10 + i).ok());
        ASSERT_TRUE(keep_backup(*caseload, good_key, bench.options(), false).ok());
        states[store::utc_text(bench.now_ms)] = rows_of(bench.file());
    }
    caseload.reset();
    const auto copies = kept_backups(bench.options().places, bench.file());
    ASSERT_GE(copies.size(), std::min<std::size_t>(states.size(), 8));
    for (const Backup& each : copies) {
        Bench empty;
        ASSERT_TRUE(restore(each.file, empty.file(), good_key, empty.options()).ok());
        EXPECT_TRUE(kept_backups(empty.options().places, empty.file()).empty()) << "there was nothing to copy first";
        const auto opened = open_caseload(empty);
        ASSERT_TRUE(opened);
        EXPECT_EQ(rows_of(empty.file()), states.at(each.at_utc)) << each.file;
        EXPECT_EQ(opened->journal_fault().take(), "") << each.file;
    }
    const std::string last = rows_of(bench.file());
    bench.now_ms += minute_ms;
    ASSERT_TRUE(restore(copies.back().file, bench.file(), good_key, bench.options()).ok());
    EXPECT_EQ(rows_of(kept_backups(bench.options().places, bench.file()).front().file), last) << "the safety copy";
}

TEST(BackupsLong, TR15_a_year_and_more_of_opening_and_closing_keeps_what_the_calendar_asks) {
    Bench bench;
    auto caseload = make_caseload(bench, 1);
    const int days = count_of(400);
    for (int day = 0; day < days; ++day) {
        bench.now_ms += day_ms;
        ASSERT_TRUE(add_child(*caseload, 2 + day).ok());
        const Status kept = keep_backup(*caseload, good_key, bench.options(), true);
        ASSERT_TRUE(kept.ok()) << kept.error().message;
        ASSERT_EQ(kept_backups(bench.options().places, bench.file()).front().at_utc, store::utc_text(bench.now_ms))
            << "the newest is never thinned";
        ASSERT_TRUE(caseload->undo().ok());  // so that the file does not grow into a measurement of its size
    }
    const auto kept = kept_backups(bench.options().places, bench.file());
    const Date last = store::local_date(bench.now_ms);
    int recent = 0;
    for (const Backup& each : kept)
        if (last - *from_iso(each.at_utc.substr(0, 10)) < 12) ++recent;
    EXPECT_EQ(recent, std::min(days, 12));
    if (days >= 400) {
        EXPECT_NEAR(static_cast<int>(kept.size()) - recent, 10 + 9, 1);
        EXPECT_GT(last - *from_iso(kept.back().at_utc.substr(0, 10)), 300);
    }
    for (const Backup& each : kept) EXPECT_TRUE(verify_backup(each.file, good_key, true).ok()) << each.file;
}

}  // namespace
}  // namespace pegboard::trust
