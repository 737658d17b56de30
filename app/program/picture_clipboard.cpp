// Starts the program that holds the picture, feeds it, and ends it. That program stays in the foreground, as our child:
// while it lives the clipboard is ours, and when it ends the picture is gone.
#include "app/program/picture_clipboard.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/program/pictures_of_screens.h"

namespace pegboard {
namespace {

namespace fs = std::filesystem;
constexpr std::chrono::milliseconds proof_time{300};  ///< one that cannot hold the picture has ended by then
constexpr std::chrono::milliseconds end_time{1000};   ///< from asking it to end to making it end
constexpr std::chrono::milliseconds look_time{10};
constexpr int feed_most_s = 10;

Error not_copied(std::string words, std::string detail) {
    return {ErrorKind::refused, {}, std::move(words), std::move(detail)};
}

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

std::optional<fs::path> on_path(std::string_view program) {
    const char* all = std::getenv("PATH");
    std::string_view rest = all != nullptr ? all : "";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        const fs::path file = fs::path(rest.substr(0, end)) / program;
        if (end > 0 && file.is_absolute() && ::access(file.c_str(), X_OK) == 0) return file;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return std::nullopt;
}

/// The program to run, made ready before the fork: nothing may be allocated after it.
struct Helper {
    std::vector<std::string> words, variables;
    fs::path room;  ///< folder for the copy that wl-copy makes: in memory, ours alone, gone with it
    std::vector<char*> argv, envp;

    void make_ready() {
        for (std::string& word : words) argv.push_back(word.data());
        for (std::string& variable : variables) envp.push_back(variable.data());
        argv.push_back(nullptr);
        envp.push_back(nullptr);
    }
};

std::optional<Helper> find_helper() {
    Helper helper;
    for (char** each = environ; *each != nullptr; ++each) helper.variables.emplace_back(*each);
    if (is_set("WAYLAND_DISPLAY") && is_set("XDG_RUNTIME_DIR"))
        if (const auto program = on_path("wl-copy")) {
            std::string room = (fs::path(std::getenv("XDG_RUNTIME_DIR")) / "pegboard-picture-XXXXXX").string();
            if (::mkdtemp(room.data()) != nullptr) {
                helper.room = room;
                std::erase_if(helper.variables, [](const std::string& each) { return each.starts_with("TMPDIR="); });
                helper.variables.push_back("TMPDIR=" + room);
                helper.words = {program->string(), "--foreground", "--type", "image/png"};
                return helper;
            }
        }
    if (is_set("DISPLAY"))
        if (const auto program = on_path("xclip")) {
            helper.words = {program->string(), "-quiet", "-selection", "clipboard", "-t", "image/png", "-i"};
            return helper;
        }
    return std::nullopt;
}

[[noreturn]] void become(const Helper& helper, int input, int quiet) {
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);  // ours are held for the loop
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);          // should we crash, the picture goes, too
    ::dup2(input, STDIN_FILENO);
    ::dup2(quiet, STDOUT_FILENO);
    ::dup2(quiet, STDERR_FILENO);
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    ::execve(helper.argv.front(), helper.argv.data(), helper.envp.data());
    ::_exit(127);
}

/// All of `bytes`, then the end; false when the other side is gone.
bool feed(int socket, const std::string& bytes) {
    const timeval most{feed_most_s, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &most, sizeof most);
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const ssize_t part = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (part <= 0) break;
        sent += static_cast<std::size_t>(part);
    }
    ::close(socket);
    return sent == bytes.size();
}

/// How the child ended, without taking it off the table; nothing while it lives.
std::optional<int> ended(pid_t pid, bool wait) {
    siginfo_t info{};
    const int how = WEXITED | WNOWAIT | (wait ? 0 : WNOHANG);
    while (::waitid(P_PID, static_cast<id_t>(pid), &info, how) != 0)
        if (errno != EINTR) return -1;
    if (info.si_pid == 0) return std::nullopt;
    return info.si_code == CLD_EXITED ? info.si_status : -1;
}

}  // namespace

struct PictureClipboard::Holder {
    std::mutex mutex;
    pid_t pid = -1;         ///< of the child that holds the picture
    bool unwanted = false;  ///< none is to be started any more

    void end(int signal) {
        const std::lock_guard lock(mutex);
        unwanted = true;
        if (pid > 0) ::kill(pid, signal);
    }
    [[nodiscard]] bool holds() {
        const std::lock_guard lock(mutex);
        return pid > 0;
    }
    /// Starts the child; returns the socket that feeds it, or -1.
    int start(const Helper& helper) {
        const std::lock_guard lock(mutex);
        int ends[2];
        if (unwanted || ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return -1;
        const int quiet = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
        pid = ::fork();
        if (pid == 0) become(helper, ends[1], quiet);
        ::close(ends[1]);
        if (quiet >= 0) ::close(quiet);
        if (pid > 0) return ends[0];
        ::close(ends[0]);
        return -1;
    }
    void take_off_the_table() {
        const std::lock_guard lock(mutex);
        ::waitpid(pid, nullptr, 0);
        pid = -1;
    }
    Status hand_over(const Helper& helper, const std::string& png) {
        const Error failed =
            not_copied("The picture could not be copied: the clipboard did not take it.", helper.words.front());
        const int socket = start(helper);
        if (socket < 0) return failed;
        if (!feed(socket, png)) {
            end(SIGTERM);
            return failed;
        }
        const auto until = std::chrono::steady_clock::now() + proof_time;
        while (std::chrono::steady_clock::now() < until) {
            // One that ends well has handed it on, to a program that keeps what is copied.
            if (const auto code = ended(pid, false)) return *code == 0 ? Status{} : Status{failed};
            std::this_thread::sleep_for(look_time);
        }
        return {};
    }
};

std::future<Status> PictureClipboard::put(Pixels pixels) {
    forget();
    std::promise<Status> told;
    std::future<Status> answer = told.get_future();
    auto helper = find_helper();
    if (!helper) {
        told.set_value(not_copied("Pictures cannot be copied on this computer: it has neither wl-copy nor xclip.", {}));
        return answer;
    }
    auto earlier = std::exchange(holder_, std::make_shared<Holder>());
    thread_ = std::thread([holder = holder_, earlier, before = std::move(thread_), helper = *std::move(helper),
                           pixels = std::move(pixels), told = std::move(told)]() mutable {
        if (earlier) let_end(*earlier);
        if (before.joinable()) before.join();
        helper.make_ready();
        const auto png = png_of(pixels);
        told.set_value(png ? holder->hand_over(helper, png.value()) : Status{png.error()});
        if (holder->holds()) {
            static_cast<void>(ended(holder->pid, true));
            holder->take_off_the_table();
        }
        std::error_code ignored;
        if (!helper.room.empty()) fs::remove_all(helper.room, ignored);
    });
    return answer;
}

void PictureClipboard::forget() {
    if (holder_) holder_->end(SIGTERM);
}

void PictureClipboard::let_end(Holder& holder) {
    const auto until = std::chrono::steady_clock::now() + end_time;
    while (holder.holds() && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(look_time);
    holder.end(SIGKILL);
}

PictureClipboard::~PictureClipboard() {
    forget();
    if (!thread_.joinable()) return;
    let_end(*holder_);
    thread_.join();
}

}  // namespace pegboard
