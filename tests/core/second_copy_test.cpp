// TR8: two copies of the program never write to one caseload, and a killed one leaves no lock.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/store/file/instance_lock.h"
#include "tests/core/trust_support.h"

namespace pegboard::trust {
namespace {
namespace fs = std::filesystem;
using store::InstanceLock;
using store::LockOutcome;

/// Another copy of the program with `file` open for writing, until it is killed.
class OtherCopy {
 public:
    OtherCopy(const Bench& bench, const fs::path& file) {
        int ready[2];
        if (::pipe(ready) != 0) return;
        pid_ = ::fork();
        if (pid_ == 0) {
            auto opened = Caseload::open(file, good_key, bench.options());
            const char answer = opened.ok() && !opened.value()->read_only() ? 'w' : 'r';
            if (::write(ready[1], &answer, 1) != 1) ::_exit(1);
            for (;;) ::pause();
        }
        ::close(ready[1]);
        writes_ = ::read(ready[0], &answer_, 1) == 1 && answer_ == 'w';
        ::close(ready[0]);
    }
    ~OtherCopy() { kill(); }
    OtherCopy(const OtherCopy&) = delete;
    OtherCopy& operator=(const OtherCopy&) = delete;
    [[nodiscard]] bool writes() const { return writes_; }
    void kill() {
        if (pid_ <= 0) return;
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
        pid_ = 0;
    }

 private:
    pid_t pid_ = 0;
    char answer_ = 0;
    bool writes_ = false;
};

TEST(SecondCopy, TR8_is_refused_while_the_first_writes_and_may_look) {
    Bench bench;
    make_caseload(bench, 2).reset();
    OtherCopy first(bench, bench.file());
    ASSERT_TRUE(first.writes());
    const auto second = Caseload::open(bench.file(), good_key, bench.options());
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().kind, ErrorKind::refused);
    EXPECT_NE(second.error().message.find("already open"), std::string::npos) << second.error().message;
    OpenOptions look = bench.options();
    look.read_only = true;
    const auto looking = Caseload::open(bench.file(), good_key, look);
    ASSERT_TRUE(looking.ok()) << looking.error().message;
    EXPECT_EQ(looking.value()->children().size(), 2u);
}

TEST(SecondCopy, TR8_a_lock_left_by_a_kill_clears_itself) {
    Bench bench;
    make_caseload(bench, 1).reset();
    for (int i = 0; i < count_of(20); ++i) {
        OtherCopy first(bench, bench.file());
        ASSERT_TRUE(first.writes());
        first.kill();
        const auto next = open_caseload(bench);
        ASSERT_TRUE(next);
        ASSERT_FALSE(next->read_only());
        EXPECT_TRUE(add_child(*next, 10 + i).ok());
    }
    EXPECT_EQ(open_caseload(bench)->children().size(), 1u + static_cast<std::size_t>(count_of(20)));
}

TEST(SecondCopy, TR8_other_names_of_the_same_file_share_the_lock) {
    Bench bench;
    const auto first = make_caseload(bench, 1);
    fs::create_directories(bench.folder / "desk");
    fs::create_symlink(bench.file(), bench.folder / "desk" / "link.pegboard");
    for (const fs::path& name :
         {bench.folder / "desk" / "link.pegboard", bench.folder / "desk" / ".." / "caseload.pegboard"}) {
        const auto second = Caseload::open(name, good_key, bench.options());
        ASSERT_FALSE(second.ok()) << name;
        EXPECT_EQ(second.error().kind, ErrorKind::refused);
    }
}

TEST(SecondCopy, TR8_of_many_that_start_at_once_one_writes) {
    Bench bench;
    make_caseload(bench, 1).reset();
    for (int round = 0; round < count_of(10); ++round) {
        constexpr int copies = 5;
        int go[2], answers[2];
        ASSERT_EQ(::pipe(go), 0);
        ASSERT_EQ(::pipe(answers), 0);
        std::vector<pid_t> started;
        for (int i = 0; i < copies; ++i) {
            const pid_t pid = ::fork();
            if (pid == 0) {
                char byte = 0;
                ::close(go[1]);
                if (::read(go[0], &byte, 1) < 0) ::_exit(1);
                auto outcome = LockOutcome::taken;
                const auto lock = InstanceLock::take(bench.file(), outcome);
                byte = lock ? 'w' : 'r';
                if (::write(answers[1], &byte, 1) != 1) ::_exit(1);
                ::pause();
            }
            started.push_back(pid);
        }
        ::close(go[0]);
        ::close(go[1]);
        int writers = 0;
        for (int i = 0; i < copies; ++i) {
            char byte = 0;
            ASSERT_EQ(::read(answers[0], &byte, 1), 1);
            writers += byte == 'w';
        }
        EXPECT_EQ(writers, 1) << "round " << round;
        for (const pid_t pid : started) {
            ::kill(pid, SIGKILL);
            ::waitpid(pid, nullptr, 0);
        }
        ::close(answers[0]);
        ::close(answers[1]);
    }
}

TEST(SecondCopy, the_lock_is_gone_after_closing_and_can_be_taken_again) {
    Bench bench;
    make_caseload(bench, 1).reset();
    EXPECT_FALSE(fs::exists(store::lock_path(bench.file())));
    write_bytes(store::lock_path(bench.file()), "left by something else");
    EXPECT_TRUE(open_caseload(bench));
}

TEST(SecondCopy, a_lock_file_that_is_a_trap_is_not_followed) {
    Bench bench;
    make_caseload(bench, 1).reset();
    write_bytes(bench.folder / "precious", "words");
    fs::create_symlink(bench.folder / "precious", store::lock_path(bench.file()));
    auto outcome = LockOutcome::taken;
    EXPECT_FALSE(InstanceLock::take(bench.file(), outcome));
    EXPECT_EQ(outcome, LockOutcome::not_possible);
    EXPECT_EQ(read_bytes(bench.folder / "precious"), "words");
}
}  // namespace
}  // namespace pegboard::trust
