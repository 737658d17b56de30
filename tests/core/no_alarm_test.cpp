// A false alarm is as bad as a missed one: whatever a person does with the program, in any order, and wherever it is
// killed, nothing is told. PEGBOARD_COUNT sets other counts.
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <csignal>
#include <random>
#include <thread>

#include "core/store/file/backups.h"
#include "core/store/file/fault.h"
#include "core/store/seals/history_check.h"
#include "tests/core/command_setting.h"

namespace pegboard::test {
namespace {
namespace fs = std::filesystem;

/// Uses a caseload as a person would, at random.
class Day {
 public:
    Day(const TempFolder& folder, Clock& clock, unsigned seed) : folder_(folder), clock_(clock), random_(seed) {}

    void begin() {
        caseload_ = make_caseload(folder_, &clock_);
        const Setting setting = prepare(*caseload_, &clock_);
        for (const CommandMaker maker : command_makers()) pool_.push_back(maker(setting));
        goal_ = setting.sample.goal;
    }
    void open() { caseload_ = open_under(passphrases_[now_]); }
    [[nodiscard]] bool is_open() const { return caseload_ != nullptr; }
    Caseload& caseload() { return *caseload_; }
    [[nodiscard]] Key key() const { return {passphrases_[now_], {}}; }

    /// True when the file is as a person who did this may expect it: what is refused for a reason is no failure.
    void step() {
        clock_.ms += static_cast<std::int64_t>(random_() % 200'000);
        const auto what = random_() % 100;
        if (what < 55)
            static_cast<void>(caseload_->run(any_command()));
        else if (what < 70)
            static_cast<void>(caseload_->undo());
        else if (what < 76)
            static_cast<void>(caseload_->redo());
        else if (what < 86)
            must(caseload_->note_access(AccessKind::viewed, any_child(), {}));
        else if (what < 90)
            open_again();
        else if (what < 94)
            must(keep_backup(*caseload_, key(), options(), random_() % 2 == 0));
        else if (what < 96)
            go_back();
        else if (what < 98)
            change_passphrase();
        else if (what < 99)
            must(caseload_->accept_records());
        else
            caseload_->note_all_fits();
    }

    /// All that could be told of the file, one after the other.
    [[nodiscard]] std::string told() {
        std::string words = caseload_->swapped() + caseload_->journal_fault().take();
        const auto second = caseload_->practice().second_backup_folder;
        words += check_history(folder_.file(), key(), true).take();
        return words + check_against_copies(folder_.file(), second, key(), options()).take();
    }

 private:
    [[nodiscard]] OpenOptions options() { return fast_options(folder_, &clock_); }
    std::unique_ptr<Caseload> open_under(const std::string& words) {
        auto opened = Caseload::open(folder_.file(), {words, {}}, options());
        if (!opened.ok()) ADD_FAILURE() << opened.error().message << opened.error().detail;
        return opened.ok() ? opened.take() : nullptr;
    }
    void open_again() {
        caseload_.reset();
        open();
    }
    void go_back() {
        caseload_.reset();
        const auto copies = kept_backups(options().places, folder_.file());
        if (!copies.empty()) {
            // The clock of a laptop may have been wrong, at either time.
            if (random_() % 2 == 0) clock_.ms -= 40LL * 86'400'000;
            must(restore(copies[random_() % copies.size()].file, folder_.file(), key(), options()));
        }
        open();
    }
    void change_passphrase() {
        must(caseload_->change_passphrase(passphrases_[now_], passphrases_[1 - now_]));
        now_ = 1 - now_;
    }
    ChildId any_child() {
        const auto& all = caseload_->children();
        return all.empty() ? ChildId{} : all[random_() % all.size()].id;
    }
    Command any_command() {
        switch (random_() % 4) {
            case 0:
                return RecordPoint{
                    sample_point(goal_, sample_today() - static_cast<int>(random_() % 90), any_number())};
            case 1:
                return AddChild{any_words(sample_child(std::to_string(random_() % 1000)))};
            default:
                break;
        }
        const Command& command = pool_[random_() % pool_.size()];
        const bool rarely = std::holds_alternative<EraseChild>(command) && random_() % 4 != 0;
        return rarely ? Command{AddPlace{sample_place(std::to_string(random_()))}} : command;
    }
    double any_number() {
        constexpr std::array numbers{0.0, -0.0, 1e-9, 0.1, 1.0 / 3, 99.99999999999999, 100.0, 5e15, 3.0};
        return random_() % 2 == 0 ? numbers[random_() % numbers.size()]
                                  : std::uniform_real_distribution(0.0, 100.0)(random_);
    }
    Child any_words(Child child) {
        const std::array<std::string, 6> words{"\xC3\x85sa",   "\xF0\x9F\x90\x8C",        "a\"b\\c\nd\te",
                                               "\xE2\x80\xAE", "'; DROP TABLE child; --", "\x7F\x01"};
        child.school = words[random_() % words.size()];
        child.language = words[random_() % words.size()];
        return child;
    }

    const TempFolder& folder_;
    Clock& clock_;
    std::mt19937 random_;
    std::unique_ptr<Caseload> caseload_;
    std::array<std::string, 2> passphrases_{passphrase, other_passphrase};
    std::size_t now_ = 0;
    std::vector<Command> pool_;
    GoalId goal_{};
};

class NoAlarm : public ::testing::TestWithParam<unsigned> {};

TEST_P(NoAlarm, whatever_is_done_with_the_program) {
    const TempFolder folder;
    Clock clock;
    Day day(folder, clock, GetParam());
    day.begin();
    const int steps = count_of(150);
    for (int step = 0; step < steps; ++step) {
        day.step();
        ASSERT_TRUE(day.is_open()) << "step " << step;
        if (step % 5 == 0 || step == steps - 1) {
            ASSERT_EQ(day.told(), "") << "step " << step;
        }
    }
    const auto log = day.caseload().access_log({}, 100'000).take();
    for (std::size_t i = 0; i < log.size(); ++i)
        ASSERT_EQ(log[i].number, static_cast<std::int64_t>(log.size() - i)) << "without a gap";
}

INSTANTIATE_TEST_SUITE_P(Seeds, NoAlarm, ::testing::Range(1U, 5U));

/// What is told of the file as it lies there, by opening it and by each check.
std::string told_of(const TempFolder& folder, Clock& clock, const std::vector<std::string>& passphrases) {
    for (const std::string& words : passphrases) {
        const auto opened = Caseload::open(folder.file(), {words, {}}, fast_options(folder, &clock));
        if (!opened.ok()) continue;
        return opened.value()->swapped() + opened.value()->journal_fault().take() +
               check_against_copies(folder.file(), {}, {words, {}}, fast_options(folder, &clock)).take();
    }
    return "it does not open";
}

TEST(NoAlarm, when_it_is_killed_at_any_moment) {
    const TempFolder folder;
    Clock clock;
    {
        Day day(folder, clock, 77);
        day.begin();
        for (int i = 0; i < 20; ++i) must(day.caseload().note_access(AccessKind::viewed, {}, {}));
    }
    std::mt19937 random{20260930};
    for (int round = 0; round < count_of(40); ++round) {
        clock.ms += 3'600'000;
        const pid_t writer = ::fork();
        if (writer == 0) {
            auto opened = Caseload::open(folder.file(), {passphrase, {}}, fast_options(folder, &clock));
            if (!opened.ok()) ::_exit(3);
            Caseload& caseload = *opened.value();
            for (int i = 0;; ++i) {
                Child child = caseload.children().front();
                child.school = "School " + std::to_string(i);
                if (!caseload.run(EditChild{child}).ok()) ::_exit(4);
                if (!caseload.note_access(AccessKind::viewed, child.id, {}).ok()) ::_exit(5);
                if (i % 3 == 1 && !caseload.undo().ok()) ::_exit(6);
                if (i % 7 == 1 && !caseload.accept_records().ok()) ::_exit(7);
                if (i % 11 == 1 && !keep_backup(caseload, {passphrase, {}}, fast_options(folder, &clock), true).ok())
                    ::_exit(8);
            }
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5 + random() % 90));
        ::kill(writer, SIGKILL);
        int status = 0;
        ::waitpid(writer, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the writer stopped by itself: " << WEXITSTATUS(status);
        ASSERT_EQ(told_of(folder, clock, {passphrase}), "") << "round " << round;
    }
}

struct Work {
    const char* name;
    void (*before)(const TempFolder&, Clock&);
    bool (*work)(const TempFolder&, Clock&);
};

const std::vector<Work>& works() {
    static const auto open = [](const TempFolder& folder, Clock& clock) {
        auto opened = Caseload::open(folder.file(), {passphrase, {}}, fast_options(folder, &clock));
        if (!opened.ok()) ::_exit(3);
        return opened.take();
    };
    static const auto keep = [](const TempFolder& folder, Clock& clock) {
        const auto caseload = open(folder, clock);
        must(keep_backup(*caseload, {passphrase, {}}, fast_options(folder, &clock), true));
        clock.ms += 86'400'000;
        must(caseload->run(AddPlace{sample_place("later")}));
    };
    static const std::vector<Work> all{
        {"a_new_passphrase", keep,
         [](const TempFolder& folder, Clock& clock) {
             return open(folder, clock)->change_passphrase(passphrase, other_passphrase).ok();
         }},
        {"going_back_to_a_copy", keep,
         [](const TempFolder& folder, Clock& clock) {
             const auto options = fast_options(folder, &clock);
             const auto copy = kept_backups(options.places, folder.file()).front().file;
             return restore(copy, folder.file(), {passphrase, {}}, options).ok();
         }},
        {"a_kept_copy", keep,
         [](const TempFolder& folder, Clock& clock) {
             return keep_backup(*open(folder, clock), {passphrase, {}}, fast_options(folder, &clock), true).ok();
         }},
        {"an_edit_and_an_erasure", keep, [](const TempFolder& folder, Clock& clock) {
             const auto caseload = open(folder, clock);
             Practice practice = caseload->practice();
             practice.initials_only = true;
             return caseload->run(EditPractice{practice}).ok() && caseload->undo().ok() &&
                    caseload->run(EraseChild{caseload->children().front().id}).ok();
         }}};
    return all;
}

class NoAlarmKilled : public ::testing::TestWithParam<Work> {};

TEST_P(NoAlarmKilled, at_each_step) {
    const Work& work = GetParam();
    int point = 1;
    for (bool died = true; died; ++point) {
        const TempFolder folder;
        Clock clock;
        fill(*make_caseload(folder, &clock));
        work.before(folder, clock);
        const pid_t child = ::fork();
        if (child == 0) {
            int passed = 0;
            store::fault_hook = [&](std::string_view) {
                if (++passed == point) ::_exit(99);
            };
            ::_exit(work.work(folder, clock) ? 0 : 7);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 99))
            << WEXITSTATUS(status);
        died = WEXITSTATUS(status) == 99;
        for (const char* opening : {"first", "second"})
            EXPECT_EQ(told_of(folder, clock, {passphrase, other_passphrase}), "")
                << work.name << ", killed at step " << point << ", " << opening << " opening";
    }
    EXPECT_GE(point, 3);
}

INSTANTIATE_TEST_SUITE_P(AtEachStep, NoAlarmKilled, ::testing::ValuesIn(works()),
                         [](const auto& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace pegboard::test
