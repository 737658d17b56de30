// TR5, TR6, TR10: a disk that is full or fails at any call. Each failure is told, nothing is half
// saved, and work goes on when the disk does.
#include <sqlite3.h>

#include "tests/core/failing_vfs.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {

struct DiskCase {
    const char* name;
    int code;
    Calls calls;
};

class BadDisk : public testing::TestWithParam<DiskCase> {
 protected:
    void TearDown() override { work_again(); }
};

TEST_P(BadDisk, LosesNothingAndRecoversWithoutARestart) {
    work_again();
    const TempFolder folder;
    const Sample sample = fill(*make_caseload(folder));
    const std::string start = dump(folder.file());
    auto caseload = reopen(folder);
    const Session planned = sample_session(sample.child, sample.goal, sample_today() + 2);
    const std::string shown = dump_snapshot(*caseload);
    int failures = 0;
    for (int from = 1; from < 2000; ++from) {
        fail_from(from, GetParam().code, GetParam().calls);
        const Status status = caseload->run(AddSession{planned});
        work_again();
        if (status.ok()) break;
        ++failures;
        ASSERT_EQ(status.error().kind, ErrorKind::storage) << status.error().message;
        ASSERT_NE(status.error().message.find("not saved"), std::string::npos) << status.error().message;
        ASSERT_EQ(dump_snapshot(*caseload), shown) << "call " << from;
        // A fsync that failed may or may not have kept the commit; then the record is whole either way.
        ASSERT_EQ(dump(folder.file()), start) << "call " << from;
    }
    EXPECT_GE(failures, 3);
    EXPECT_EQ(caseload->sessions().size(), 2u);
    must(caseload->undo());
    must(caseload->redo());
    caseload.reset();
    caseload = reopen(folder);
    EXPECT_EQ(caseload->sessions().size(), 2u);
    EXPECT_EQ(caseload->journal_fault().take(), "");
}

INSTANTIATE_TEST_SUITE_P(Disk, BadDisk,
                         testing::Values(DiskCase{"TR5_full", SQLITE_FULL, Calls::writes},
                                         DiskCase{"TR10_write_errors", SQLITE_IOERR_WRITE, Calls::writes},
                                         DiskCase{"TR6_pulled_out", SQLITE_IOERR, Calls::all}),
                         [](const auto& each) { return each.param.name; });

TEST(Disk, TR5_AFullDiskIsNamedWithTheRoomLeft) {
    work_again();
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    fail_from(1, SQLITE_FULL, Calls::writes);
    const Status status = caseload->run(AddTherapist{sample_therapist()});
    work_again();
    ASSERT_FALSE(status.ok());
    EXPECT_NE(status.error().message.find("The disk is full ("), std::string::npos) << status.error().message;
    EXPECT_NE(status.error().message.find(" MB free)"), std::string::npos) << status.error().message;
}

TEST(Disk, ADraftStaysInMemoryWhenTheDiskIsGone) {
    work_again();
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    fail_from(1, SQLITE_IOERR, Calls::all);
    const Status kept = caseload->keep_draft("note", "half a sentence");
    work_again();
    EXPECT_FALSE(kept.ok()) << "the top bar must not say that all is saved";
    EXPECT_EQ(caseload->drafts().at("note"), "half a sentence");
    must(caseload->keep_draft("note", "half a sentence"));
}

TEST(Disk, OpeningAndMakingFilesOnABadDiskLeavesNoHalfFile) {
    work_again();
    const TempFolder folder;
    int failures = 0;
    for (int from = 1; from < 2000; from += 3) {
        fail_from(from, SQLITE_FULL, Calls::writes);
        const auto made = Caseload::create(folder.file("new.pegboard"), {passphrase, {}}, fast_options(folder));
        work_again();
        if (made.ok()) break;
        ++failures;
        const bool there = std::filesystem::exists(folder.file("new.pegboard"));
        if (!there) continue;
        // Made, but opening failed: what stands there is a whole file.
        ASSERT_TRUE(Caseload::open(folder.file("new.pegboard"), {passphrase, {}}, fast_options(folder)).ok());
        std::filesystem::remove(folder.file("new.pegboard"));
    }
    EXPECT_GT(failures, 5);
}

}  // namespace
}  // namespace pegboard::test
