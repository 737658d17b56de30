// TS21: the program is built so that a mistake in it is hard to use, and it speaks to nobody: no socket of any network
// while it is used.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "tests/window/hands.h"

namespace pegboard::test {
namespace {

TEST(Hardened, TS21_the_program_is_position_independent_guarded_and_bound_at_start) {
    const std::string about = output_of("readelf --wide -h -l -d -s " + quoted(PEGBOARD_PROGRAM));
    ASSERT_NE(about.find("ELF"), std::string::npos) << about;
    EXPECT_NE(about.find("DYN (Position-Independent Executable file)"), std::string::npos);
    EXPECT_NE(about.find("GNU_RELRO"), std::string::npos);
    EXPECT_NE(about.find("__stack_chk_fail"), std::string::npos) << "stacks are guarded";
    std::istringstream lines(about);
    for (std::string line; std::getline(lines, line);)
        EXPECT_TRUE(line.find("GNU_STACK") == std::string::npos || line.find("RWE") == std::string::npos)
            << "no code runs on the stack";
#ifdef PEGBOARD_FOR_THERAPISTS
    EXPECT_NE(about.find("BIND_NOW"), std::string::npos) << "what is called is looked up at the start, then read-only";
    EXPECT_NE(about.find("_chk@GLIBC"), std::string::npos) << "calls that know their room check it";
#endif
}

/// Numbers of the sockets that the process holds.
std::set<std::string> sockets_of(pid_t process) {
    std::set<std::string> numbers;
    std::error_code gone;
    for (const auto& each : fs::directory_iterator("/proc/" + std::to_string(process) + "/fd", gone)) {
        const std::string to = fs::read_symlink(each.path(), gone).string();
        if (to.starts_with("socket:[")) numbers.insert(to.substr(8, to.size() - 9));
    }
    return numbers;
}

/// Lines of the system's lists of network sockets that are of this process.
std::string spoken_to(pid_t process) {
    const auto ours = sockets_of(process);
    std::string found;
    for (const char* kind : {"tcp", "tcp6", "udp", "udp6", "raw", "raw6", "packet"}) {
        std::ifstream list("/proc/" + std::to_string(process) + "/net/" + kind);
        for (std::string line; std::getline(list, line);) {
            std::istringstream words(line);
            for (std::string word; words >> word;)
                if (ours.contains(word)) found += std::string(kind) + ": " + line + "\n";
        }
    }
    return found;
}

TEST(Hardened, TS21_no_network_socket_while_the_program_is_used) {
    const Home home;
    const Display display;
    const Program program({.home = home.path(), .arguments = {"--demo", "--today", "2026-09-29"}});
    Hands hands(home.path());
    hands.see("Today");
    EXPECT_FALSE(sockets_of(program.pid()).empty()) << "that of the window system is seen, so others would be";
    for (const char* place : {"ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4"}) {
        hands.key(place);
        EXPECT_EQ(spoken_to(program.pid()), "");
    }
    hands.key("ctrl+k").type("settings").key("Return");
    EXPECT_EQ(spoken_to(program.pid()), "");
    hands.key("ctrl+l").see("Unlock");
    EXPECT_EQ(spoken_to(program.pid()), "");
}

}  // namespace
}  // namespace pegboard::test
