// TS5 and TR8 in the real window: the desktop's screen lock and sleep lock the caseload too; a second
// copy of the program leaves the file alone and raises the first window.
#include <gio/gio.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/window/hands.h"
#include "tests/window/made_file.h"
#include "tests/window/put_away.h"

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

/// Sleep as the system tells of it: signals of org.freedesktop.login1 on a bus that stands in for the system's.
class Sleep {
 public:
    explicit Sleep(const std::string& address) {
        constexpr auto flags = static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                                 G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION);
        bus_ = g_dbus_connection_new_for_address_sync(address.c_str(), flags, nullptr, nullptr, nullptr);
        if (bus_ == nullptr) throw std::runtime_error("the bus does not answer");
        GVariant* reply = g_dbus_connection_call_sync(
            bus_, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
            g_variant_new("(su)", "org.freedesktop.login1", 0U), nullptr, G_DBUS_CALL_FLAGS_NONE, -1, nullptr, nullptr);
        if (reply == nullptr) throw std::runtime_error("the bus does not give the name");
        g_variant_unref(reply);
    }
    ~Sleep() { g_object_unref(bus_); }
    Sleep(const Sleep&) = delete;
    Sleep& operator=(const Sleep&) = delete;

    void tell(bool begins) {
        g_dbus_connection_emit_signal(bus_, nullptr, "/org/freedesktop/login1", "org.freedesktop.login1.Manager",
                                      "PrepareForSleep", g_variant_new("(b)", begins ? TRUE : FALSE), nullptr);
        g_dbus_connection_flush_sync(bus_, nullptr, nullptr);
    }

 private:
    GDBusConnection* bus_ = nullptr;
};

TEST(Desktop, TS5_sleep_of_the_laptop_locks_the_caseload) {
    const Home home;
    const Display display;
    const Bus bus;
    Sleep sleep(bus.address());
    const fs::path file = home / "Documents/caseload.pegboard";
    make_file(file, "Moss");
    const Program program({.home = home.path(),
                           .arguments = {file.string()},
                           .passphrase = made_passphrase,
                           .environment = {"DBUS_SYSTEM_BUS_ADDRESS=" + bus.address()}});
    Hands hands(home.path());
    hands.key("ctrl+2").see("Teo Moss Moss");
    sleep.tell(false);
    rest(0.3);
    EXPECT_FALSE(hands.sees("Unlock")) << "it woke up";
    sleep.tell(true);
    hands.see("Unlock").not_see("Teo Moss Moss");
}

TEST(Desktop, TS5_a_window_put_away_locks_where_that_is_asked_for) {
    const Home home;
    const Display display;
    const fs::path file = home / "Documents/caseload.pegboard";
    make_file(file, "Moss");
    const Program program({.home = home.path(), .arguments = {file.string()}, .passphrase = made_passphrase});
    Hands hands(home.path());
    hands.key("ctrl+2").see("Teo Moss Moss");
    put_away(hands.window(), true);
    rest(0.5);
    put_away(hands.window(), false);
    hands.see("Teo Moss Moss");
    hands.key("ctrl+7").click("Lock when the window is minimised").see("All changes saved");
    // Nothing is drawn while it is away: a busy machine may not have noticed yet, then it is put away once more.
    for (int i = 1; i <= 20 && !hands.sees("Unlock"); ++i) {
        put_away(hands.window(), true);
        rest(0.5 * i);
        put_away(hands.window(), false);
        hands.settle();
    }
    hands.see("Unlock").not_see("Moss Moss");
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
    EXPECT_EQ(second.wait(ending_s), 0) << "it ends by itself";
    EXPECT_TRUE(first.running());
    EXPECT_EQ(output_of("xdotool search --onlyvisible --name '^Pegboard$' | wc -l"), "1");
    hands.key("ctrl+2").see("Teo Moss Moss").see("All changes saved");
}

}  // namespace
}  // namespace pegboard::test
