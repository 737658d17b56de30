// Talks to the desktop. It refuses to block the frame and to start a bus that is not there.
#include "app/platform/portal.h"

#include <gio/gio.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <thread>
#include <utility>

#include "app/platform/print_job.h"

namespace pegboard {
namespace {

constexpr const char* portal_name = "org.freedesktop.portal.Desktop";
constexpr const char* portal_path = "/org/freedesktop/portal/desktop";
constexpr const char* login_name = "org.freedesktop.login1";
constexpr guint prefers_dark = 1;

/// GIO would start a bus of its own where the session has none.
bool session_bus_exists() {
    if (std::getenv("DBUS_SESSION_BUS_ADDRESS") != nullptr) return true;
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    std::error_code ignored;
    return runtime != nullptr && std::filesystem::exists(std::filesystem::path(runtime) / "bus", ignored);
}
bool system_bus_exists() {
    std::error_code ignored;
    return std::getenv("DBUS_SYSTEM_BUS_ADDRESS") != nullptr ||
           std::filesystem::exists("/run/dbus/system_bus_socket", ignored);
}

struct VariantEnd {
    void operator()(GVariant* variant) const { g_variant_unref(variant); }
};
using Variant = std::unique_ptr<GVariant, VariantEnd>;

Variant finish(GObject* bus, GAsyncResult* result) {
    return Variant(g_dbus_connection_call_finish(G_DBUS_CONNECTION(bus), result, nullptr));
}

}  // namespace

struct Portal::Inner {
    explicit Inner(std::function<void()> given) : wake(std::move(given)) {}

    struct FileQuestion {
        Inner* self = nullptr;
        bool save = false;
        std::string suggestion;
        std::function<void(std::filesystem::path)> done;
        guint subscription = 0;
    };

    void run();
    void join_session();
    void join_system();
    void tell(const std::function<void(News&)>& change) {
        {
            const std::scoped_lock held(mutex);
            change(news);
        }
        wake();
    }
    void lock() {
        tell([](News& all) { all.lock = true; });
    }
    void set_dark(GVariant* value);
    void answer(FileQuestion* question, const std::filesystem::path& file);
    void ask(FileQuestion* question);

    static void on_scheme(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant* values,
                          gpointer data);
    static void on_sleep(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant* values,
                         gpointer data);
    static void on_lock(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant*, gpointer data);
    static void on_response(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant* values,
                            gpointer data);

    std::function<void()> wake;
    std::mutex mutex;
    News news;
    std::atomic<bool> is_dark{false}, has_dialogs{false}, has_printing{false};
    GMainContext* context = nullptr;
    GMainLoop* loop = nullptr;
    GDBusConnection *session = nullptr, *system = nullptr;
    std::thread thread;
};

void Portal::Inner::set_dark(GVariant* value) {
    Variant inner(g_variant_ref(value));
    while (g_variant_is_of_type(inner.get(), G_VARIANT_TYPE_VARIANT)) inner.reset(g_variant_get_variant(inner.get()));
    if (!g_variant_is_of_type(inner.get(), G_VARIANT_TYPE_UINT32)) return;
    const bool now = g_variant_get_uint32(inner.get()) == prefers_dark;
    if (is_dark.exchange(now) != now) tell([](News& all) { all.changed = true; });
}

void Portal::Inner::on_scheme(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant* values,
                              gpointer data) {
    const char *space = nullptr, *key = nullptr;
    GVariant* value = nullptr;
    g_variant_get(values, "(&s&s@v)", &space, &key, &value);
    const Variant held(value);
    if (std::string_view(space) == "org.freedesktop.appearance" && std::string_view(key) == "color-scheme")
        static_cast<Inner*>(data)->set_dark(value);
}

void Portal::Inner::on_sleep(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant* values,
                             gpointer data) {
    gboolean begins = FALSE;
    g_variant_get(values, "(b)", &begins);
    if (begins != FALSE) static_cast<Inner*>(data)->lock();
}

void Portal::Inner::on_lock(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant*,
                            gpointer data) {
    static_cast<Inner*>(data)->lock();
}

void Portal::Inner::join_session() {
    if (!session_bus_exists()) return;
    session = g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, nullptr);
    if (session == nullptr) return;
    g_dbus_connection_set_exit_on_close(session, FALSE);
    g_dbus_connection_signal_subscribe(session, portal_name, "org.freedesktop.portal.Settings", "SettingChanged",
                                       portal_path, nullptr, G_DBUS_SIGNAL_FLAGS_NONE, on_scheme, this, nullptr);
    for (const char* saver : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"})
        g_dbus_connection_signal_subscribe(session, nullptr, saver, "ActiveChanged", nullptr, nullptr,
                                           G_DBUS_SIGNAL_FLAGS_NONE, on_sleep, this, nullptr);
    g_dbus_connection_call(
        session, portal_name, portal_path, "org.freedesktop.portal.Settings", "Read",
        g_variant_new("(ss)", "org.freedesktop.appearance", "color-scheme"), nullptr, G_DBUS_CALL_FLAGS_NONE, -1,
        nullptr,
        [](GObject* bus, GAsyncResult* result, gpointer data) {
            const Variant reply = finish(bus, result);
            if (!reply) return;
            const Variant value(g_variant_get_child_value(reply.get(), 0));
            static_cast<Inner*>(data)->set_dark(value.get());
        },
        this);
    g_dbus_connection_call(
        session, portal_name, portal_path, "org.freedesktop.DBus.Properties", "Get",
        g_variant_new("(ss)", "org.freedesktop.portal.FileChooser", "version"), nullptr, G_DBUS_CALL_FLAGS_NONE, -1,
        nullptr,
        [](GObject* bus, GAsyncResult* result, gpointer data) {
            static_cast<Inner*>(data)->has_dialogs = static_cast<bool>(finish(bus, result));
        },
        this);
    g_dbus_connection_call(
        session, portal_name, portal_path, "org.freedesktop.DBus.Properties", "Get",
        g_variant_new("(ss)", "org.freedesktop.portal.Print", "version"), nullptr, G_DBUS_CALL_FLAGS_NONE, -1, nullptr,
        [](GObject* bus, GAsyncResult* result, gpointer data) {
            static_cast<Inner*>(data)->has_printing = static_cast<bool>(finish(bus, result));
        },
        this);
}

void Portal::Inner::join_system() {
    if (!system_bus_exists()) return;
    system = g_bus_get_sync(G_BUS_TYPE_SYSTEM, nullptr, nullptr);
    if (system == nullptr) return;
    g_dbus_connection_set_exit_on_close(system, FALSE);
    g_dbus_connection_signal_subscribe(system, login_name, "org.freedesktop.login1.Manager", "PrepareForSleep", nullptr,
                                       nullptr, G_DBUS_SIGNAL_FLAGS_NONE, on_sleep, this, nullptr);
    g_dbus_connection_call(
        system, login_name, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "GetSessionByPID",
        g_variant_new("(u)", static_cast<guint32>(::getpid())), G_VARIANT_TYPE("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
        nullptr,
        [](GObject* bus, GAsyncResult* result, gpointer data) {
            const Variant reply = finish(bus, result);
            const char* path = nullptr;  // of any session when ours is not known: rather lock too often
            if (reply) g_variant_get(reply.get(), "(&o)", &path);
            g_dbus_connection_signal_subscribe(G_DBUS_CONNECTION(bus), login_name, "org.freedesktop.login1.Session",
                                               "Lock", path, nullptr, G_DBUS_SIGNAL_FLAGS_NONE, on_lock, data, nullptr);
        },
        this);
}

void Portal::Inner::run() {
    g_main_context_push_thread_default(context);
    join_session();
    join_system();
    g_main_loop_run(loop);
    if (session != nullptr) g_object_unref(session);
    if (system != nullptr) g_object_unref(system);
    g_main_context_pop_thread_default(context);
}

// ---------------------------------------------------------------- file dialogs
void Portal::Inner::answer(FileQuestion* question, const std::filesystem::path& file) {
    if (question->subscription != 0) g_dbus_connection_signal_unsubscribe(session, question->subscription);
    tell([&](News& all) { all.answers.emplace_back([done = question->done, file] { done(file); }); });
    delete question;
}

void Portal::Inner::on_response(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant* values,
                                gpointer data) {
    auto* question = static_cast<FileQuestion*>(data);
    guint32 response = 2;
    GVariant* results = nullptr;
    g_variant_get(values, "(u@a{sv})", &response, &results);
    const Variant held(results);
    std::filesystem::path file;
    const char** uris = nullptr;
    if (response == 0 && g_variant_lookup(results, "uris", "^a&s", &uris) != FALSE) {
        char* path = uris[0] != nullptr ? g_filename_from_uri(uris[0], nullptr, nullptr) : nullptr;
        if (path != nullptr) file = path;
        g_free(path);
        g_free(static_cast<void*>(uris));
    }
    question->self->answer(question, file);
}

void Portal::Inner::ask(FileQuestion* question) {
    GVariantBuilder options;
    g_variant_builder_init(&options, G_VARIANT_TYPE_VARDICT);
    g_variant_builder_add(&options, "{sv}", "modal", g_variant_new_boolean(TRUE));
    if (question->save)
        g_variant_builder_add(&options, "{sv}", "current_name", g_variant_new_string(question->suggestion.c_str()));
    const char* title = question->save ? "Save" : "Open";
    g_dbus_connection_call(
        session, portal_name, portal_path, "org.freedesktop.portal.FileChooser",
        question->save ? "SaveFile" : "OpenFile", g_variant_new("(ssa{sv})", "", title, &options),
        G_VARIANT_TYPE("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, nullptr,
        [](GObject* bus, GAsyncResult* result, gpointer data) {
            auto* asked = static_cast<FileQuestion*>(data);
            const Variant reply = finish(bus, result);
            if (!reply) return asked->self->answer(asked, {});
            const char* request = nullptr;
            g_variant_get(reply.get(), "(&o)", &request);
            asked->subscription = g_dbus_connection_signal_subscribe(
                G_DBUS_CONNECTION(bus), portal_name, "org.freedesktop.portal.Request", "Response", request, nullptr,
                G_DBUS_SIGNAL_FLAGS_NONE, on_response, asked, nullptr);
        },
        question);
}

// ---------------------------------------------------------------- the public face
Portal::Portal(std::function<void()> wake) : inner_(std::make_unique<Inner>(std::move(wake))) {
    inner_->context = g_main_context_new();
    inner_->loop = g_main_loop_new(inner_->context, FALSE);
    inner_->thread = std::thread([inner = inner_.get()] { inner->run(); });
}

Portal::~Portal() {
    g_main_context_invoke(
        inner_->context,
        [](gpointer loop) -> gboolean {
            g_main_loop_quit(static_cast<GMainLoop*>(loop));
            return G_SOURCE_REMOVE;
        },
        inner_->loop);
    inner_->thread.join();
    g_main_loop_unref(inner_->loop);
    g_main_context_unref(inner_->context);
}

Portal::News Portal::take() {
    const std::scoped_lock held(inner_->mutex);
    return std::exchange(inner_->news, {});
}

bool Portal::dark() const { return inner_->is_dark; }

bool Portal::ask_file(bool save, std::string suggestion, std::function<void(std::filesystem::path)> done) {
    if (!inner_->has_dialogs) return false;
    auto* question = new Inner::FileQuestion{inner_.get(), save, std::move(suggestion), std::move(done), 0};
    g_main_context_invoke(
        inner_->context,
        [](gpointer data) -> gboolean {
            auto* asked = static_cast<Inner::FileQuestion*>(data);
            asked->self->ask(asked);
            return G_SOURCE_REMOVE;
        },
        question);
    return true;
}

bool Portal::print(std::string title, std::string_view pdf, std::function<void(PrintEnd)> done) {
    if (!inner_->has_printing) return false;
    const int file = file_in_memory(pdf);
    if (file < 0) return false;
    struct Asked {
        Inner* self;
        std::string title;
        int file;
        std::function<void(PrintEnd)> done;
    };
    auto* asked = new Asked{inner_.get(), std::move(title), file, std::move(done)};
    g_main_context_invoke(
        inner_->context,
        [](gpointer data) -> gboolean {
            const std::unique_ptr<Asked> job(static_cast<Asked*>(data));
            print_by_portal(job->self->session, job->title, job->file,
                            [self = job->self, done = job->done](PrintEnd how) {
                                self->tell([&](News& all) { all.answers.emplace_back([done, how] { done(how); }); });
                            });
            return G_SOURCE_REMOVE;
        },
        asked);
    return true;
}

}  // namespace pegboard
