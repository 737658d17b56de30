// TR2: the whole program is killed while somebody types; started again, what was typed is there but for
// its last two seconds or 40 characters, and nothing stands in the way of going on.
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <random>

#include "tests/window/hands.h"
#include "tests/window/made_file.h"

namespace pegboard::test {
namespace {

/// No stretch of it is like another, so that what is missing is known.
std::string counted_words() {
    std::string words;
    for (int i = 100; i < 140; ++i) words += std::to_string(i) + " ";
    return words;
}

std::string open_field(Hands& hands) {
    hands.key("ctrl+k").type("add child").key("Return").see("Date of birth");
    hands.reach("School or site");
    return hands.value("School or site");
}

TEST(Killed, TR2_while_typing_what_was_typed_is_there_again) {
    const Home home;
    const Display display;
    const fs::path file = home / "Documents/caseload.pegboard";
    make_file(file, "Moss");
    const Start start{.home = home.path(), .arguments = {file.string()}, .passphrase = made_passphrase};
    constexpr int letter_ms = 50;
    constexpr std::size_t two_seconds = 2000 / letter_ms + 4;  // and what one frame took
    std::mt19937 random(2);
    std::string shown;
    for (int round = 0; round <= count_of(10); ++round) {
        Program program(start);
        Hands hands(home.path());
        const std::string kept = open_field(hands);
        SCOPED_TRACE("round " + std::to_string(round) + ", shown \"" + shown + "\", kept \"" + kept + "\"");
        EXPECT_TRUE(counted_words().starts_with(kept));
        // A letter that came after the last look may be kept too.
        EXPECT_LE(shown.size(), kept.size() + std::min<std::size_t>(40, two_seconds));
        if (round == count_of(10)) break;
        hands.key("ctrl+a").key("Delete").type_on(counted_words(), letter_ms);
        const double until = now_s() + 0.2 + static_cast<double>(random() % 3500) / 1000;
        while (now_s() < until) {
            shown = hands.value("School or site");
            rest(0.005);
        }
        program.signal(SIGKILL);
        EXPECT_EQ(program.wait(ending_s), 128 + SIGKILL);
        hands.stop_typing();
    }
}

/// SIGTERM is held back from the program's own threads: somebody in it waits for it.
bool hears_the_end(const Program& program) {
    const std::string status = bytes_of("/proc/" + std::to_string(program.pid()) + "/status");
    const std::size_t at = status.find("SigBlk:\t");
    if (at == std::string::npos) return false;
    return (std::stoull(status.substr(at + 8), nullptr, 16) & (1ULL << (SIGTERM - 1))) != 0;
}

TEST(Killed, the_program_ends_when_it_is_asked_to_although_it_waits_for_something_that_never_comes) {
    const Home home;
    const Display display;
    const fs::path file = home / "Documents/caseload.pegboard";
    make_file(file, "Moss");
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);  // nobody ever writes a passphrase into it
    Program program({.home = home.path(), .arguments = {file.string(), "--passphrase-fd", std::to_string(ends[0])}});
    for (const double until = now_s() + 20; !hears_the_end(program) && now_s() < until;) rest(0.01);
    ASSERT_TRUE(hears_the_end(program));
    program.signal(SIGTERM);
    EXPECT_EQ(program.wait(10), 128 + SIGTERM);
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST(Killed, letters_typed_before_the_program_is_asked_to_end_are_kept) {
    const Home home;
    const Display display;
    const fs::path file = home / "Documents/caseload.pegboard";
    make_file(file, "Moss");
    const Start start{.home = home.path(), .arguments = {file.string()}, .passphrase = made_passphrase};
    const std::string letters = "the last letters before the end are kept, too";
    for (int round = 0; round < count_of(3); ++round) {
        Program program(start);
        Hands hands(home.path());
        open_field(hands);
        hands.key("ctrl+a").key("Delete");
        hands.until([&] { return hands.value("School or site").empty(); }, "the field is not empty");
        hands.type_at_once(letters);
        program.signal(SIGTERM);
        EXPECT_EQ(program.wait(ending_s), 0);
        Program again(start);
        Hands other(home.path());
        EXPECT_EQ(open_field(other), letters) << "round " << round;
        again.signal(SIGTERM);
        EXPECT_EQ(again.wait(ending_s), 0);
    }
}

}  // namespace
}  // namespace pegboard::test
