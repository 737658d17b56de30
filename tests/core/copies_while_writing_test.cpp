// TR13: copies are made on a worker while somebody works as fast as the disk allows. Each copy opens, is whole, and is
// one state that was committed, from the time in which it was made.
#include <atomic>
#include <thread>

#include "core/store/file/backups.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {

/// Two rows of two tables that are only ever written together.
int number_in(const Caseload& caseload) {
    const Child& child = caseload.children().front();
    EXPECT_EQ(child.school, child.guardians.front().name);
    return std::atoi(child.school.c_str());
}

TEST(CopiesWhileWriting, TR13_each_copy_is_one_state_that_was_committed_while_it_was_made) {
    const TempFolder folder;
    const auto caseload = make_caseload(folder);
    const Sample sample = fill(*caseload);
    Child child = *caseload->child(sample.child);
    std::atomic<int> begun = 0, committed = 0;
    const auto write = [&] {
        child.school = child.guardians.front().name = std::to_string(++begun);
        must(caseload->run(EditChild{child}));
        committed = begun.load();
        must(caseload->keep_draft("note", child.school));
    };
    write();
    std::atomic<bool> done = false;
    struct Made {
        std::filesystem::path file;
        int from, to;
    };
    std::vector<Made> made;
    std::thread worker([&] {
        for (int i = 0; i < count_of(12); ++i) {
            const auto target = folder.file("copy" + std::to_string(i) + ".pegboard");
            const int from = committed;
            const Status copied = back_up(folder.file(), {passphrase, {}}, target, true);
            EXPECT_TRUE(copied.ok()) << (copied.ok() ? "" : copied.error().message + copied.error().detail);
            made.push_back({target, from, begun});
        }
        done = true;
    });
    while (!done) write();
    worker.join();
    for (const Made& each : made) {
        EXPECT_TRUE(verify_backup(each.file, {passphrase, {}}, true).ok());
        const auto opened = Caseload::open(each.file, {passphrase, {}}, fast_options(folder));
        ASSERT_TRUE(opened.ok());
        const int number = number_in(*opened.value());
        EXPECT_GE(number, each.from);
        EXPECT_LE(number, each.to);
        EXPECT_EQ(opened.value()->journal_fault().take(), "");
    }
    EXPECT_GT(begun, count_of(12)) << "it was written to all the while";
    RecordProperty("written", begun);
}

}  // namespace
}  // namespace pegboard::test
