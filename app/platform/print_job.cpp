#include "app/platform/print_job.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <memory>
#include <utility>

namespace pegboard {
namespace {

constexpr const char* desktop_portal = "org.freedesktop.portal.Desktop";

/// Lives until the call has returned and an answer has come, in whichever order.
struct PrintJob {
    GDBusConnection* bus = nullptr;
    std::function<void(PrintEnd)> done;
    std::string request;  ///< whose answer is waited for
    guint subscription = 0;
    bool returned = false, answered = false;
};

void end_print(PrintJob* job, PrintEnd how) {
    if (job->answered) return;
    job->answered = true;
    if (job->subscription != 0) g_dbus_connection_signal_unsubscribe(job->bus, job->subscription);
    job->done(how);
    if (job->returned) delete job;
}

void on_print_answer(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant* values,
                     gpointer data) {
    guint32 response = 2;
    GVariant* results = nullptr;
    g_variant_get(values, "(u@a{sv})", &response, &results);
    if (results != nullptr) g_variant_unref(results);
    end_print(static_cast<PrintJob*>(data), response == 0   ? PrintEnd::sent
                                            : response == 1 ? PrintEnd::cancelled
                                                            : PrintEnd::failed);
}

void hear_answer(PrintJob* job, std::string request) {
    if (job->request == request) return;
    if (job->subscription != 0) g_dbus_connection_signal_unsubscribe(job->bus, job->subscription);
    job->request = std::move(request);
    job->subscription = g_dbus_connection_signal_subscribe(job->bus, desktop_portal, "org.freedesktop.portal.Request",
                                                           "Response", job->request.c_str(), nullptr,
                                                           G_DBUS_SIGNAL_FLAGS_NONE, on_print_answer, job, nullptr);
}

/// The portal says beforehand under which path it will answer, so that no answer comes before somebody hears it.
std::string path_of_request(GDBusConnection* bus, const std::string& token) {
    const char* name = g_dbus_connection_get_unique_name(bus);
    std::string sender = name == nullptr ? "" : name;
    std::erase(sender, ':');
    std::ranges::replace(sender, '.', '_');
    return "/org/freedesktop/portal/desktop/request/" + sender + "/" + token;
}

void on_print_called(GObject* bus, GAsyncResult* result, gpointer data) {
    auto* job = static_cast<PrintJob*>(data);
    GVariant* reply = g_dbus_connection_call_with_unix_fd_list_finish(G_DBUS_CONNECTION(bus), nullptr, result, nullptr);
    job->returned = true;
    const char* request = nullptr;
    if (reply != nullptr) g_variant_get(reply, "(&o)", &request);
    if (job->answered)
        delete job;
    else if (request == nullptr)
        end_print(job, PrintEnd::failed);
    else
        hear_answer(job, request);
    if (reply != nullptr) g_variant_unref(reply);
}

bool write_whole(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace

int file_in_memory(std::string_view bytes) {
    const int file = ::memfd_create("pages", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (file < 0) return -1;
    constexpr int all = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;
    if (write_whole(file, bytes) && ::fcntl(file, F_ADD_SEALS, all) == 0 && ::lseek(file, 0, SEEK_SET) == 0)
        return file;
    ::close(file);
    return -1;
}

void print_by_portal(GDBusConnection* bus, const std::string& title, int file, std::function<void(PrintEnd)> done) {
    static std::atomic<unsigned> jobs{0};
    auto job = std::make_unique<PrintJob>();
    job->bus = bus;
    job->done = std::move(done);
    GUnixFDList* files = g_unix_fd_list_new_from_array(&file, 1);  // closes the handle with itself
    const std::string token = "pegboard" + std::to_string(++jobs);
    GVariantBuilder options;
    g_variant_builder_init(&options, G_VARIANT_TYPE_VARDICT);
    g_variant_builder_add(&options, "{sv}", "handle_token", g_variant_new_string(token.c_str()));
    g_variant_builder_add(&options, "{sv}", "modal", g_variant_new_boolean(TRUE));
    PrintJob* waiting = job.release();
    hear_answer(waiting, path_of_request(bus, token));
    g_dbus_connection_call_with_unix_fd_list(
        bus, desktop_portal, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Print", "Print",
        g_variant_new("(ssha{sv})", "", title.c_str(), 0, &options), G_VARIANT_TYPE("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
        files, nullptr, on_print_called, waiting);
    g_object_unref(files);
}

}  // namespace pegboard
