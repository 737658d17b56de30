// A Unix socket in the runtime folder, named by a hash so that no name of a person or file shows. The
// lock that keeps two writers apart is the core's; this only raises a window.
#include "app/platform/instance.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace pegboard {
namespace {

constexpr std::string_view request = "raise", reply = "raised";
constexpr int patience_ms = 500;

std::optional<sockaddr_un> address_of(const std::filesystem::path& caseload) {
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    if (runtime == nullptr || runtime[0] != '/') return {};
    std::error_code error;
    const std::string whole = std::filesystem::weakly_canonical(caseload, error).string();
    std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a: the same in every run, unlike std::hash
    for (const char byte : whole) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const int length = std::snprintf(address.sun_path, sizeof address.sun_path, "%s/pegboard-%016llx", runtime,
                                     static_cast<unsigned long long>(hash));
    if (length < 0 || static_cast<std::size_t>(length) >= sizeof address.sun_path) return {};
    return address;
}

int make_socket() { return ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0); }

bool readable(int handle, int within_ms) {
    pollfd one{handle, POLLIN, 0};
    return ::poll(&one, 1, within_ms) == 1;
}

bool hears(int handle, std::string_view expected) {
    std::array<char, 16> buffer{};
    if (!readable(handle, patience_ms)) return false;
    const ssize_t count = ::recv(handle, buffer.data(), buffer.size(), 0);
    return count > 0 && std::string_view(buffer.data(), static_cast<std::size_t>(count)) == expected;
}

}  // namespace

bool raise_other_window(const std::filesystem::path& caseload) {
    const auto address = address_of(caseload);
    if (!address) return false;
    const int handle = make_socket();
    if (handle < 0) return false;
    bool raised = ::connect(handle, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) == 0;
    raised = raised && ::send(handle, request.data(), request.size(), MSG_NOSIGNAL) > 0 && hears(handle, reply);
    ::close(handle);
    return raised;
}

struct Instance::Inner {
    int listening = -1;
    std::array<int, 2> stop{-1, -1};
    std::string path;
    std::function<void()> on_raise;
    std::thread thread;

    void serve() const {
        for (;;) {
            std::array<pollfd, 2> both{{{listening, POLLIN, 0}, {stop[0], POLLIN, 0}}};
            const int woken = ::poll(both.data(), both.size(), -1);
            if (woken < 0 && errno == EINTR) continue;
            if (woken < 0 || both[1].revents != 0) return;
            const int guest = ::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC);
            if (guest < 0) continue;
            if (hears(guest, request)) {
                on_raise();
                ::send(guest, reply.data(), reply.size(), MSG_NOSIGNAL);
            }
            ::close(guest);
        }
    }
};

Instance::Instance(const std::filesystem::path& caseload, std::function<void()> on_raise)
    : inner_(std::make_unique<Inner>()) {
    const auto address = address_of(caseload);
    if (!address) return;
    inner_->on_raise = std::move(on_raise);
    inner_->path = address->sun_path;
    ::unlink(address->sun_path);  // left by a crash: a living copy would have answered
    inner_->listening = make_socket();
    if (inner_->listening < 0 ||
        ::bind(inner_->listening, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0 ||
        ::listen(inner_->listening, 4) != 0 || ::pipe(inner_->stop.data()) != 0)
        return;
    inner_->thread = std::thread([inner = inner_.get()] { inner->serve(); });
}

Instance::~Instance() {
    if (inner_->thread.joinable()) {
        // The pipe is empty, so one byte always fits; were it not, waiting would hang: then the thread is left behind.
        if (::write(inner_->stop[1], "x", 1) == 1)
            inner_->thread.join();
        else
            inner_->thread.detach();
        ::unlink(inner_->path.c_str());
    }
    for (const int handle : {inner_->listening, inner_->stop[0], inner_->stop[1]})
        if (handle >= 0) ::close(handle);
}

}  // namespace pegboard
