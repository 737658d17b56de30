// TR1 and TR3: the process is killed, at random moments while it saves and at each step of longer
// work. What was acknowledged is there afterwards, and nothing is half there.
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <random>
#include <thread>

#include "core/store/database.h"
#include "core/store/file/fault.h"
#include "core/store/migrate.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {

[[noreturn]] void add_sessions_until_killed(const TempFolder& folder, const Sample& sample, int pipe) {
    auto opened = Caseload::open(folder.file(), {passphrase, {}}, fast_options(folder));
    if (!opened.ok()) ::_exit(3);
    auto& caseload = *opened.value();
    for (int count = static_cast<int>(caseload.sessions().size());;) {
        if (!caseload.run(AddSession{sample_session(sample.child, sample.goal, sample_today() + count % 365)}).ok())
            ::_exit(4);
        ++count;
        if (::write(pipe, &count, sizeof count) != sizeof count) ::_exit(5);
    }
}

/// Runs the writer, kills it after some time, and returns the last count it acknowledged.
int acknowledged_before_kill(const TempFolder& folder, const Sample& sample, std::chrono::milliseconds wait) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t writer = ::fork();
    if (writer == 0) {
        ::close(ends[0]);
        add_sessions_until_killed(folder, sample, ends[1]);
    }
    ::close(ends[1]);
    int last = 0, count = 0;
    bool first = true;
    while (::read(ends[0], &count, sizeof count) == sizeof count) {
        last = count;
        if (!first) continue;
        first = false;
        std::thread([writer, wait] {
            std::this_thread::sleep_for(wait);
            ::kill(writer, SIGKILL);
        }).detach();
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(writer, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the writer stopped by itself: " << WEXITSTATUS(status);
    return last;
}

TEST(Crash, TR1_KilledWhileSavingLosesNothingAcknowledged) {
    std::mt19937 random{20260929};
    auto folder = std::make_unique<TempFolder>();
    Sample sample = fill(*make_caseload(*folder));
    const int rounds = count_of(300);
    for (int round = 0; round < rounds; ++round) {
        if (round % 25 == 24) {
            folder = std::make_unique<TempFolder>();
            sample = fill(*make_caseload(*folder));
        }
        const int acknowledged =
            acknowledged_before_kill(*folder, sample, std::chrono::milliseconds(5 + random() % 56));
        const auto caseload = reopen(*folder);
        ASSERT_NE(caseload, nullptr);
        const int stored = static_cast<int>(caseload->sessions().size());
        ASSERT_GE(stored, acknowledged) << "round " << round;
        ASSERT_LE(stored, acknowledged + 1) << "round " << round;
        for (const Session& session : caseload->sessions()) {
            ASSERT_EQ(session.blocks.size(), 3u);
            ASSERT_EQ(session.goals.size(), 1u);
            ASSERT_EQ(session.blocks[2].goals.size(), 1u);
        }
        if (round % 10 == 0) {
            ASSERT_EQ(caseload->journal_fault().take(), "");
        }
    }
}

[[noreturn]] void tap_until_killed(const TempFolder& folder, const Sample& sample, int pipe) {
    auto opened = Caseload::open(folder.file(), {passphrase, {}}, fast_options(folder));
    if (!opened.ok()) ::_exit(3);
    for (int count = 1;; ++count) {
        const DataPoint tap = sample_tap(sample.session, sample.goal, PointKind::correct);
        if (!opened.value()->run(RecordPoint{tap}).ok()) ::_exit(4);
        if (::write(pipe, &count, sizeof count) != sizeof count) ::_exit(5);
    }
}

TEST(Crash, TR1_KilledRightAfterATapLosesNoTap) {
    const TempFolder folder;
    Clock clock;
    Sample sample;
    {
        const auto caseload = make_caseload(folder, &clock);
        sample = fill(*caseload);
        Session session = *caseload->session(sample.session);
        session.date = sample_today();
        must(caseload->run(EditSession{session}));
        must(caseload->run(StartSession{sample.session}));
    }
    int taps = 0;
    for (int round = 1; round <= count_of(40); ++round) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t writer = ::fork();
        if (writer == 0) tap_until_killed(folder, sample, ends[1]);
        ::close(ends[1]);
        int count = 0;
        const int wanted = 1 + round % 4;
        while (count < wanted && ::read(ends[0], &count, sizeof count) == sizeof count) continue;
        ::kill(writer, SIGKILL);  // in the instant in which the tap was acknowledged
        int later = 0;
        while (::read(ends[0], &later, sizeof later) == sizeof later) count = later;
        ::close(ends[0]);
        int status = 0;
        ::waitpid(writer, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the writer stopped by itself: " << WEXITSTATUS(status);
        const auto caseload = reopen(folder, &clock);
        ASSERT_NE(caseload, nullptr);
        const int kept = static_cast<int>(caseload->points(sample.session).take()->size());
        ASSERT_GE(kept, taps + count) << "round " << round;
        ASSERT_LE(kept, taps + count + 1) << "one more may have been saved without being acknowledged";
        taps = kept;
        EXPECT_TRUE(is_running(*caseload->session(sample.session))) << "the session goes on where it was";
        ASSERT_EQ(caseload->facts(sample.goal)->last_tries, kept) << "its status row was saved with it";
        if (round % 10 == 0) {
            EXPECT_EQ(caseload->journal_fault().take(), "");
        }
    }
}

/// Runs `work` in a child that dies when it passes its nth fault point. True when it died there.
bool dies_at(int point, const std::function<void()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        int passed = 0;
        store::fault_hook = [&](std::string_view) {
            if (++passed == point) ::_exit(99);
        };
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_TRUE(WEXITSTATUS(status) == 99 || WEXITSTATUS(status) == 0) << WEXITSTATUS(status);
    return WEXITSTATUS(status) == 99;
}

TEST(Crash, TR3_KilledAtEachStepOfAPassphraseChangeLeavesOneKeyThatOpens) {
    int point = 1;
    for (bool died = true; died; ++point) {
        const TempFolder folder;
        fill(*make_caseload(folder));
        const std::string before = dump_snapshot(*reopen(folder));
        died = dies_at(point, [&] {
            auto caseload = Caseload::open(folder.file(), {passphrase, {}}, fast_options(folder)).take();
            if (!caseload->change_passphrase(passphrase, other_passphrase).ok()) ::_exit(7);
        });
        const auto old_key = Caseload::open(folder.file(), {passphrase, {}}, fast_options(folder));
        const auto new_key = Caseload::open(folder.file(), {other_passphrase, {}}, fast_options(folder));
        ASSERT_NE(old_key.ok(), new_key.ok()) << "step " << point;
        EXPECT_EQ(dump_snapshot(old_key.ok() ? *old_key.value() : *new_key.value()), before);
        EXPECT_TRUE(died || new_key.ok());
    }
    EXPECT_GE(point, 5) << "each step of the change is a fault point";
}

TEST(Crash, TR3_KilledWhileMakingAFileLeavesNoneOrAWholeOne) {
    int point = 1;
    for (bool died = true; died; ++point) {
        const TempFolder folder;
        died = dies_at(point, [&] {
            if (!Caseload::create(folder.file(), {passphrase, {}}, fast_options(folder)).ok()) ::_exit(7);
        });
        if (std::filesystem::exists(folder.file())) {
            EXPECT_NE(reopen(folder), nullptr);
        } else {
            EXPECT_NE(make_caseload(folder), nullptr) << "what was left over is not in the way";
        }
    }
    EXPECT_GE(point, 6);
}

TEST(Crash, TR3_KilledAtEachStepOfACommandKeepsAllOrNothing) {
    for (int point = 1; point <= 2; ++point) {
        const TempFolder folder;
        const Sample sample = fill(*make_caseload(folder));
        EXPECT_TRUE(dies_at(point, [&] {
            auto caseload = Caseload::open(folder.file(), {passphrase, {}}, fast_options(folder)).take();
            must(caseload->run(RepeatSession{sample.session, sample_today() + 30}));
        }));
        const std::size_t sessions = reopen(folder)->sessions().size();
        EXPECT_EQ(sessions, point == 1 ? 1u : 5u);
    }
}

}  // namespace
}  // namespace pegboard::test
