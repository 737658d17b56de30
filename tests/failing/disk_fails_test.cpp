// TR10: the nth call to the disk fails, for every n on every way of writing: alone, or with all calls after it, or as a
// full disk that took half of a write. Each failure is told or was of no consequence, nothing is half there, and the
// same goes through once the disk is back. PEGBOARD_COUNT says how many n of each way are tried; 100000 tries all.
#include <cerrno>
#include <limits>

#include "tests/failing/disk.h"
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
        Status done = way().act(scene_, [&] { fail(failure); }, [&] { seen = work_again(); });
        const bool hit = failed_calls() > 0;
        SCOPED_TRACE(std::string(way().name) + ", " + mode().name + ", call " + std::to_string(nth) +
                     (done.ok() ? ", said to be done" : ", told: " + done.error().message + " " + done.error().detail));
        EXPECT_TRUE(hit || done.ok());
        EXPECT_TRUE(done.ok() || !done.error().message.empty());
        EXPECT_FALSE(done.ok() && failed_syncs() > 0 && mode().failure.kinds == syncing) << "a sync failed in silence";
        way().check(scene_, done.ok());
        if (!done.ok() && way().again) {
            const Status again = way().act(scene_, [] {}, [] {});
            EXPECT_TRUE(again.ok()) << "once the disk is back: " << (again.ok() ? "" : again.error().message);
            way().check(scene_, again.ok());
        }
        return hit;
    }

    Scene scene_;
};

TEST_P(DiskFails, TR10_at_the_nth_call_it_is_told_and_nothing_is_half_there) {
    int calls = 0;
    ASSERT_FALSE(try_once(std::numeric_limits<int>::max(), calls)) << "without a failure";
    ASSERT_GT(calls, 0);
    const int step = std::max(1, calls / count_of(6));
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

}  // namespace
}  // namespace pegboard::failing
