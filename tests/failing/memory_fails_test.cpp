// TR11: the nth allocation fails, for every n, in all that writes a caseload and in the import of a pack: alone, or
// with all that follow. Nothing crashes, what is saved stays whole, and the same goes through once there is memory
// again. PEGBOARD_COUNT says how many n of each way are tried; 1000000 tries all.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <limits>
#include <new>

#include "core/exchange/activity_pack.h"
#include "tests/core/library_at_hand.h"
#include "tests/failing/memory.h"
#include "tests/failing/scene.h"

namespace pegboard::failing {
namespace {

/// The last try, to be named should the program end in the middle of it.
std::string& trying() {
    static std::string words;
    return words;
}

void name_and_end() {
    enough_again();
    std::fprintf(stderr, "The program ended itself: %s\n", trying().c_str());
    std::abort();
}

class MemoryFails : public ::testing::TestWithParam<std::tuple<std::size_t, bool>> {
 protected:
    [[nodiscard]] static const Way& way() { return ways()[std::get<0>(GetParam())]; }
    [[nodiscard]] static bool once() { return std::get<1>(GetParam()); }

    void SetUp() override {
        ASSERT_TRUE(all_are_counted());
        std::set_terminate(name_and_end);
        way().prepare(scene_);
        scene_.before = tree_of(scene_.bench.folder.path());
    }
    void TearDown() override { enough_again(); }

    /// What was said: done, told with words, or the one exception that says there is no memory.
    enum class Said { done, told, no_memory };
    Said act(long nth, long& seen) {
        try {
            const Status done = way().act(scene_, [&] { run_out_at(nth, once()); }, [&] { seen = enough_again(); });
            return done.ok() ? Said::done : Said::told;
        } catch (const std::bad_alloc&) {
            seen = enough_again();
            return Said::no_memory;
        }
    }

    long try_once(long nth) {
        put_back(scene_.bench.folder.path(), scene_.before);
        trying() =
            std::string(way().name) + (once() ? ", once" : ", from then on") + ", allocation " + std::to_string(nth);
        SCOPED_TRACE(trying());
        long seen = 0;
        const Said said = act(nth, seen);
        EXPECT_TRUE(said == Said::done || refused_allocations() > 0);
        way().check(scene_, said == Said::done);
        if (said != Said::done && way().again) {
            const Status again = way().act(scene_, [] {}, [] {});
            EXPECT_TRUE(again.ok()) << "once there is memory: " << (again.ok() ? "" : again.error().message);
            way().check(scene_, again.ok());
        }
        return seen;
    }

    Scene scene_;
};

TEST_P(MemoryFails, TR11_at_the_nth_allocation_nothing_crashes_and_nothing_is_lost) {
    const long all = try_once(std::numeric_limits<long>::max());
    ASSERT_GT(all, 0);
    const long step = std::max(1L, all / count_of(4));
    int tried = 0;
    for (long nth = 1; nth <= all && !HasFailure(); nth += step, ++tried) try_once(nth);
    RecordProperty("allocations", static_cast<int>(all));
    RecordProperty("tried", tried);
}

INSTANTIATE_TEST_SUITE_P(EveryWay, MemoryFails,
                         ::testing::Combine(::testing::Range<std::size_t>(0, ways().size()), ::testing::Bool()),
                         [](const auto& about) {
                             return std::string(ways()[std::get<0>(about.param)].name) +
                                    (std::get<1>(about.param) ? "_once" : "_from_then_on");
                         });

TEST(MemoryFailsInAnImport, TR11_at_the_nth_allocation_of_an_import_the_caseload_stays_as_it_is) {
    trust::Bench bench;
    const auto caseload = trust::make_caseload(bench, 1);
    ActivityPack pack{"Garden games", "Ada Berg, OT", {*library().activity("BA01"), *library().activity("HJ12")}};
    for (Activity& each : pack.activities) {
        each.discipline.clear();
        each.effective_attributes.clear();
        each.formerly.clear();
    }
    const std::string text = write_pack(pack);
    std::set_terminate(name_and_end);
    const auto import_at = [&](long nth) {
        trying() = "import, allocation " + std::to_string(nth);
        const std::size_t before = caseload->own_activities().size();
        bool done = false;
        run_out_at(nth, true);
        try {
            PackReading reading = read_pack(text, "games.toml", library());
            done = reading.sound() && caseload->run(ImportPack{reading.pack.name, reading.pack.activities}).ok();
        } catch (const std::bad_alloc&) {
            done = false;
        }
        const long seen = enough_again();
        EXPECT_EQ(caseload->own_activities().size(), before + (done ? 2U : 0U)) << trying();
        if (done) {
            EXPECT_TRUE(caseload->undo().ok()) << trying();
        }
        return seen;
    };
    const long all = import_at(std::numeric_limits<long>::max());
    const long step = std::max(1L, all / count_of(40));
    for (long nth = 1; nth <= all && !HasFailure(); nth += step) import_at(nth);
    EXPECT_EQ(caseload->journal_fault().take(), "");
}

}  // namespace
}  // namespace pegboard::failing
