#include "app/platform/plain_notice.h"

#include <gio/gio.h>

#include <memory>
#include <vector>

namespace pegboard {
namespace {

constexpr int patience_ms = 2000;

struct Free {
    void operator()(void* memory) const { g_free(memory); }
    void operator()(GError* error) const { g_error_free(error); }
};

/// Starts the program and lets it stay after us; false when it is not there.
bool start(std::vector<std::string> words) {
    const std::unique_ptr<gchar, Free> found(g_find_program_in_path(words.front().c_str()));
    if (!found) return false;
    words.front() = found.get();
    std::vector<gchar*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    constexpr auto quiet =
        static_cast<GSpawnFlags>(G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_DEFAULT);
    return g_spawn_async(nullptr, arguments.data(), nullptr, quiet, nullptr, nullptr, nullptr, nullptr) == TRUE;
}

bool notify(const std::string& words) {
    GError* problem = nullptr;
    GDBusConnection* bus = g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, &problem);
    const std::unique_ptr<GError, Free> refused(problem);
    if (bus == nullptr) return false;
    GVariantBuilder actions, hints;
    g_variant_builder_init(&actions, G_VARIANT_TYPE("as"));
    g_variant_builder_init(&hints, G_VARIANT_TYPE("a{sv}"));
    GError* unsaid = nullptr;
    GVariant* answer =
        g_dbus_connection_call_sync(bus, "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                                    "org.freedesktop.Notifications", "Notify",
                                    g_variant_new("(susssasa{sv}i)", "Pegboard", 0U, "org.pegboard.Pegboard",
                                                  "Pegboard cannot start", words.c_str(), &actions, &hints, 0),
                                    G_VARIANT_TYPE("(u)"), G_DBUS_CALL_FLAGS_NONE, patience_ms, nullptr, &unsaid);
    const std::unique_ptr<GError, Free> why(unsaid);
    g_object_unref(bus);
    if (answer == nullptr) return false;
    g_variant_unref(answer);
    return true;
}

}  // namespace

bool tell_without_window(const std::string& words) {
    return start({"zenity", "--error", "--no-markup", "--title=Pegboard", "--text=" + words}) ||
           start({"kdialog", "--title", "Pegboard", "--error", words}) ||
           start({"xmessage", "-center", "-title", "Pegboard", words}) || notify(words);
}

}  // namespace pegboard
