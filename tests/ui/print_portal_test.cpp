// Printing through a desktop's portal that stands in for the real one, on a bus of its own: the pages arrive in memory,
// whole and sealed, and the answer comes back; a desktop without a print portal says so.
#include <fcntl.h>
#include <gio/gio.h>
#include <gio/gunixfdlist.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "app/platform/portal.h"

namespace pegboard::test {
namespace {
namespace print_portal {

/// A message bus of its own; programs that are started or made meanwhile find it.
class OwnBus {
 public:
    OwnBus() {
        std::FILE* told = ::popen("dbus-daemon --session --fork --print-address=1 --print-pid=1", "r");
        if (told == nullptr) return;
        std::array<char, 512> address{}, pid{};
        if (std::fgets(address.data(), address.size(), told) != nullptr &&
            std::fgets(pid.data(), pid.size(), told) != nullptr) {
            address_ = address.data();
            while (!address_.empty() && address_.back() == '\n') address_.pop_back();
            pid_ = std::atoi(pid.data());
        }
        ::pclose(told);
    }
    ~OwnBus() {
        if (pid_ > 0) ::kill(pid_, SIGTERM);
    }
    OwnBus(const OwnBus&) = delete;
    OwnBus& operator=(const OwnBus&) = delete;
    [[nodiscard]] const std::string& address() const { return address_; }
    [[nodiscard]] GDBusConnection* join() const {
        constexpr auto flags = static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                                 G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION);
        return g_dbus_connection_new_for_address_sync(address_.c_str(), flags, nullptr, nullptr, nullptr);
    }

 private:
    std::string address_;
    pid_t pid_ = -1;
};

/// What a desktop's portal was given, and what it answers.
class FakePortal {
 public:
    struct Job {
        std::string title, pages;
        bool sealed = false, has_name_on_disk = true;
    };
    FakePortal(GDBusConnection* bus, bool prints, guint32 response) : bus_(bus), response_(response) {
        constexpr const char* with_print = R"(<node>
            <interface name="org.freedesktop.portal.Print">
             <method name="Print"><arg type="s" direction="in"/><arg type="s" direction="in"/>
              <arg type="h" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
             <property name="version" type="u" access="read"/>
            </interface></node>)";
        constexpr const char* without = R"(<node><interface name="org.freedesktop.portal.Nothing"/></node>)";
        GDBusNodeInfo* info = g_dbus_node_info_new_for_xml(prints ? with_print : without, nullptr);
        static const GDBusInterfaceVTable table{on_call, on_property, nullptr, {}};
        g_dbus_connection_register_object(bus_, "/org/freedesktop/portal/desktop", info->interfaces[0], &table, this,
                                          nullptr, nullptr);
        g_dbus_node_info_unref(info);
        GVariant* reply =
            g_dbus_connection_call_sync(bus_, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                        "RequestName", g_variant_new("(su)", "org.freedesktop.portal.Desktop", 0U),
                                        nullptr, G_DBUS_CALL_FLAGS_NONE, -1, nullptr, nullptr);
        if (reply != nullptr) g_variant_unref(reply);
    }
    [[nodiscard]] std::optional<Job> job() {
        const std::scoped_lock held(mutex_);
        return job_;
    }

 private:
    static GVariant* on_property(GDBusConnection*, const char*, const char*, const char*, const char*, GError**,
                                 gpointer) {
        return g_variant_new_uint32(1);
    }
    static Job read(const char* title, int file) {
        Job job;
        job.title = title;
        constexpr int wanted = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
        job.sealed = (::fcntl(file, F_GET_SEALS) & wanted) == wanted;
        struct stat found{};
        job.has_name_on_disk = ::fstat(file, &found) != 0 || found.st_nlink != 0;
        std::array<char, 4096> part{};
        for (ssize_t count = 0; (count = ::read(file, part.data(), part.size())) > 0;)
            job.pages.append(part.data(), static_cast<std::size_t>(count));
        return job;
    }
    static void on_call(GDBusConnection* bus, const char* sender, const char*, const char*, const char*,
                        GVariant* given, GDBusMethodInvocation* call, gpointer data) {
        auto* self = static_cast<FakePortal*>(data);
        const char *parent = nullptr, *title = nullptr;
        gint32 index = -1;
        GVariant* options = nullptr;
        g_variant_get(given, "(&s&sh@a{sv})", &parent, &title, &index, &options);
        const char* token = "none";
        g_variant_lookup(options, "handle_token", "&s", &token);
        std::string name = sender;
        std::erase(name, ':');
        for (char& letter : name)
            if (letter == '.') letter = '_';
        const std::string path = "/org/freedesktop/portal/desktop/request/" + name + "/" + token;
        GUnixFDList* files = g_dbus_message_get_unix_fd_list(g_dbus_method_invocation_get_message(call));
        const int file = files == nullptr ? -1 : g_unix_fd_list_get(files, index, nullptr);
        {
            const std::scoped_lock held(self->mutex_);
            self->job_ = read(title, file);
        }
        if (file >= 0) ::close(file);
        g_variant_unref(options);
        // The answer comes before the call returns: nobody may have to be quick to hear it.
        g_dbus_connection_emit_signal(bus, sender, path.c_str(), "org.freedesktop.portal.Request", "Response",
                                      g_variant_new("(ua{sv})", self->response_, nullptr), nullptr);
        g_dbus_method_invocation_return_value(call, g_variant_new("(o)", path.c_str()));
    }

    GDBusConnection* bus_;
    guint32 response_;
    std::mutex mutex_;
    std::optional<Job> job_;
};

/// The main loop of the portal's side, on a thread.
class PortalThread {
 public:
    PortalThread(const OwnBus& bus, bool prints, guint32 response) {
        std::atomic<bool> ready{false};
        thread_ = std::thread([&, prints, response] {
            context_ = g_main_context_new();
            g_main_context_push_thread_default(context_);
            loop_ = g_main_loop_new(context_, FALSE);
            GDBusConnection* connection = bus.join();
            FakePortal portal(connection, prints, response);
            portal_ = &portal;
            ready = true;
            g_main_loop_run(loop_);
            g_object_unref(connection);
            g_main_context_pop_thread_default(context_);
        });
        while (!ready) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    ~PortalThread() {
        g_main_loop_quit(loop_);
        g_main_context_wakeup(context_);
        thread_.join();
        g_main_loop_unref(loop_);
        g_main_context_unref(context_);
    }
    PortalThread(const PortalThread&) = delete;
    PortalThread& operator=(const PortalThread&) = delete;
    [[nodiscard]] std::optional<FakePortal::Job> job() const { return portal_->job(); }

 private:
    GMainContext* context_ = nullptr;
    GMainLoop* loop_ = nullptr;
    FakePortal* portal_ = nullptr;
    std::thread thread_;
};

template <class Done>
bool comes(const Done& done) {
    for (int i = 0; i < 1000; ++i) {
        if (done()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

/// The whole way of one job: what arrived, and what was answered.
struct Way {
    std::optional<FakePortal::Job> job;
    std::optional<PrintEnd> end;
};
Way print_once(const std::string& pages, guint32 response) {
    const OwnBus bus;
    ::setenv("DBUS_SESSION_BUS_ADDRESS", bus.address().c_str(), 1);
    const PortalThread desktop(bus, true, response);
    Way way;
    {
        Portal portal([] {});
        EXPECT_TRUE(comes([&] { return portal.print("Progress report", pages, [&](PrintEnd how) { way.end = how; }); }))
            << "the portal is found";
        EXPECT_TRUE(comes([&] {
            for (const auto& tell : portal.take().answers) tell();
            return way.end.has_value();
        })) << "an answer comes";
    }
    way.job = desktop.job();
    return way;
}

class PrintPortal : public testing::Test {
 protected:
    void SetUp() override {
        const OwnBus bus;
        if (bus.address().empty()) GTEST_SKIP() << "no dbus-daemon here";
    }
    void TearDown() override { ::unsetenv("DBUS_SESSION_BUS_ADDRESS"); }
};

TEST_F(PrintPortal, GetsThePagesWholeInMemoryUnderATitleThatNamesNobody) {
    std::string pages = "%PDF-1.7\n";
    for (int i = 0; i < 200'000; ++i) pages += static_cast<char>(i * 7);
    const Way way = print_once(pages, 0);
    ASSERT_TRUE(way.job);
    EXPECT_EQ(way.job->title, "Progress report");
    EXPECT_TRUE(way.job->pages == pages) << way.job->pages.size() << " of " << pages.size();
    EXPECT_TRUE(way.job->sealed) << "nobody can change it any more";
    EXPECT_FALSE(way.job->has_name_on_disk);
    EXPECT_EQ(way.end, PrintEnd::sent);
}

TEST_F(PrintPortal, TellsWhatBecameOfTheJob) {
    EXPECT_EQ(print_once("%PDF-", 1).end, PrintEnd::cancelled);
    EXPECT_EQ(print_once("%PDF-", 2).end, PrintEnd::failed);
}

TEST_F(PrintPortal, WhereThereIsNoneSaysSo) {
    const OwnBus bus;
    ::setenv("DBUS_SESSION_BUS_ADDRESS", bus.address().c_str(), 1);
    const PortalThread desktop(bus, false, 0);
    Portal portal([] {});
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    EXPECT_FALSE(portal.print("My day", "%PDF-", [](PrintEnd) {}));
}

}  // namespace print_portal
}  // namespace
}  // namespace pegboard::test
