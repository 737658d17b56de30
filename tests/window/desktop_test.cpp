// TS5 and TR8 in the real window: the desktop's screen lock and sleep lock the caseload too; a second
// copy of the program leaves the file alone and raises the first window.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/window/hands.h"
#include "tests/window/made_file.h"

namespace pegboard::test {
namespace {

/// A message bus of its own.
class Bus {
 public:
    Bus() {
        const std::string told = output_of("dbus-daemon --session --fork --print-address=1 --print-pid=1");
        const auto line = told.find('\n');
        if (line == std::string::npos) throw std::runtime_error("dbus-daemon does not start");
        address_ = told.substr(0, line);
        pid_ = std::atoi(told.c_str() + line + 1);
    }
    ~Bus() { ::kill(pid_, SIGTERM); }
    Bus(const Bus&) = delete;
    Bus& operator=(const Bus&) = delete;
    [[nodiscard]] const std::string& address() const { return address_; }

 private:
    std::string address_;
    pid_t pid_ = -1;
};

TEST(Desktop, TS5_a_screen_lock_of_the_desktop_locks_the_caseload) {
    const Home home;
    const Display display;
    const Bus bus;
    const fs::path file = home / "Documents/caseload.pegboard";
    make_file(file, "Moss");
    const Program program({.home = home.path(),
                           .arguments = {file.string()},
                           .passphrase = made_passphrase,
                           .environment = {"DBUS_SESSION_BUS_ADDRESS=" + bus.address()}});
    Hands hands(home.path());
    for (const char* saver : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"}) {
        hands.key("ctrl+2").see("Teo Moss Moss");
        const std::string signal = "DBUS_SESSION_BUS_ADDRESS=" + quoted(bus.address()) +
                                   " gdbus emit --session --object-path /ScreenSaver --signal " + saver +
                                   ".ActiveChanged ";
        output_of(signal + "false");
        rest(0.3);
        EXPECT_FALSE(hands.sees("Unlock")) << "the screen came back";
        output_of(signal + "true");
        hands.see("Unlock").not_see("Teo Moss Moss");
        hands.type(made_passphrase).key("Return").see("Teo Moss Moss");
    }
}

TEST(Desktop, TR8_a_second_copy_leaves_the_file_to_the_first) {
    const Home home, eyes;
    const Display display;
    const fs::path file = home / "Documents/caseload.pegboard";
    make_file(file, "Moss");
    Start start{.home = home.path(), .arguments = {file.string()}, .passphrase = made_passphrase, .eyes = eyes.path()};
    Program first(start);
    Hands hands(eyes.path());
    start.eyes = home.path();
    Program second(start);
    EXPECT_EQ(second.wait(10), 0) << "it ends at once";
    EXPECT_TRUE(first.running());
    EXPECT_EQ(output_of("xdotool search --onlyvisible --name '^Pegboard$' | wc -l"), "1");
    hands.key("ctrl+2").see("Teo Moss Moss").see("All changes saved");
}

}  // namespace
}  // namespace pegboard::test
