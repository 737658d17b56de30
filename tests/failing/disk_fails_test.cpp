// TR10: the nth call to the disk fails, for every n on every way of writing: alone, or with all calls after it, or as a
// full disk that took half of a write. Each failure is told or was of no consequence, nothing is half there, and the
// same goes through once the disk is back. PEGBOARD_COUNT says how many n of each way are tried; 100000 tries all.
#include <cerrno>
#include <limits>

#include "core/store/file/backups.h"
#include "tests/failing/disk.h"
#include "tests/failing/power.h"
#include "tests/failing/scene.h"

namespace pegboard::failing {
namespace {

struct Mode {
    const char* name;
    Failure failure;
};
const std::vector<Mode>& modes() {
    static const std::vector<Mode> all{
        {"one_call", {.once = true, .kinds = all_calls}},
        {"all_calls_from_then_on", {.kinds = all_calls}},
        {"one_sync", {.once = true, .kinds = syncing}},
        {"full_disk", {.kinds = opening | writing | naming, .why = ENOSPC, .half = true}},
    };
    return all;
}

class DiskFails : public ::testing::TestWithParam<std::tuple<std::size_t, std::size_t>> {
 protected:
    [[nodiscard]] static const Way& way() { return ways()[std::get<0>(GetParam())]; }
    [[nodiscard]] static const Mode& mode() { return modes()[std::get<1>(GetParam())]; }

    void SetUp() override {
        way().prepare(scene_);
        scene_.before = tree_of(scene_.bench.folder.path());
        mind(scene_.bench.folder.path());
    }
    void TearDown() override {
        work_again();
        mind({});
    }

    /// Tries with the nth call failing; returns whether a call failed at all.
    bool try_once(int nth, int& seen) {
        put_back(scene_.bench.folder.path(), scene_.before);
        Failure failure = mode().failure;
        failure.from = nth;
        record(scene_.before);
        std::vector<Record> records;
        const auto over = [&] {
            seen = work_again();
            records = recorded();
        };
        Status done = way().act(scene_, [&] { fail(failure); }, over);
        const bool hit = failed_calls() > 0;
        SCOPED_TRACE(std::string(way().name) + ", " + mode().name + ", call " + std::to_string(nth) +
                     (done.ok() ? ", said to be done" : ", told: " + done.error().message + " " + done.error().detail));
        EXPECT_TRUE(hit || done.ok());
        EXPECT_TRUE(done.ok() || !done.error().message.empty());
        way().check(scene_, done.ok());
        if (done.ok() && failed_syncs() > 0 && mode().failure.kinds == syncing) cut_the_power(records);
        if (!done.ok() && way().again) {
            const Status again = way().act(scene_, [] {}, [] {});
            EXPECT_TRUE(again.ok()) << "once the disk is back: " << (again.ok() ? "" : again.error().message);
            way().check(scene_, again.ok());
        }
        return hit;
    }

    /// A sync may fail in silence where it was of no consequence: all that was said to be done outlives a power cut.
    void cut_the_power(const std::vector<Record>& records) {
        const ::testing::ScopedTrace trace(__FILE__, __LINE__, "then the power is cut");
        std::mt19937 random(10);
        PowerCut cut(records, scene_.before);
        cut.go_to(records.size());
        for (int i = 0; i < 3; ++i) {
            put_back(scene_.bench.folder.path(), cut.left(random));
            way().check(scene_, true);
        }
    }

    Scene scene_;
};

TEST_P(DiskFails, TR10_at_the_nth_call_it_is_told_and_nothing_is_half_there) {
    int calls = 0;
    ASSERT_FALSE(try_once(std::numeric_limits<int>::max(), calls)) << "without a failure";
    ASSERT_GT(calls, 0);
    const int step = std::max(1, calls / count_of(4));
    int tried = 0;
    for (int nth = 1; nth <= calls && !HasFatalFailure(); nth += step, ++tried) {
        int seen = 0;
        EXPECT_TRUE(try_once(nth, seen)) << nth;
    }
    RecordProperty("calls", calls);
    RecordProperty("tried", tried);
}

INSTANTIATE_TEST_SUITE_P(EveryWay, DiskFails,
                         ::testing::Combine(::testing::Range<std::size_t>(0, ways().size()),
                                            ::testing::Range<std::size_t>(0, modes().size())),
                         [](const auto& about) {
                             return std::string(ways()[std::get<0>(about.param)].name) + "_" +
                                    modes()[std::get<1>(about.param)].name;
                         });

TEST(DiskFailsForGood, TR6_a_medium_pulled_out_takes_nothing_that_was_typed_and_all_can_be_saved_elsewhere) {
    Scene scene;
    trust::make_caseload(scene.bench, 2).reset();
    scene.before = tree_of(scene.bench.folder.path());
    mind(scene.bench.folder.path());
    Child third;
    third.id = mint<ChildId>();
    third.first_name = "Child";
    third.last_name = "3";
    third.date_of_birth = *make_date(2020, 4, 4);
    bool hit = true;
    int nth = 1;
    for (const int step = std::max(1, 40 / count_of(10)); hit && !HasFailure(); nth += step) {
        put_back(scene.bench.folder.path(), scene.before);
        const trust::TempFolder elsewhere;
        auto caseload = trust::open_caseload(scene.bench);
        ASSERT_TRUE(caseload);
        fail({.from = nth, .kinds = all_calls});
        const Status added = caseload->run(AddChild{third});
        const Status kept = caseload->keep_draft("note", "half a sentence");
        hit = failed_calls() > 0;
        ASSERT_TRUE(hit || (added.ok() && kept.ok()));
        MemoryCopy copy{scene.file(), caseload->image(),  trust::good_key,
                        {},           caseload->drafts(), scene.bench.options()};
        if (!added.ok()) copy.waiting.push_back(AddChild{third});
        const auto saved = save_from_memory(copy, elsewhere / "copy.pegboard");
        caseload.reset();
        work_again();
        ASSERT_TRUE(saved.ok()) << nth << ": " << saved.error().message << " " << saved.error().detail;
        EXPECT_TRUE(saved.value().empty()) << nth;
        const std::string words = scene.words(elsewhere / "copy.pegboard");
        for (const char* each : {"child Child 1", "child Child 2", "child Child 3", "draft note=half a sentence"})
            EXPECT_NE(words.find(each), std::string::npos) << each << " is not in the copy, call " << nth;
    }
    mind({});
    EXPECT_GT(nth, 3);
}

}  // namespace
}  // namespace pegboard::failing
