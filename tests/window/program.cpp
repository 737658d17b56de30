// Display and program: see the header.
#include "tests/window/program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>

namespace pegboard::test {
namespace {

[[noreturn]] void exec_or_die(const std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
    pointers.push_back(nullptr);
    ::execvp(pointers[0], pointers.data());
    ::_exit(127);
}

void reap(pid_t pid) {
    ::kill(pid, SIGKILL);
    ::waitpid(pid, nullptr, 0);
}

void send_to_file(const fs::path& file, int descriptor) {
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (handle >= 0) ::dup2(handle, descriptor);
}

/// An empty desktop: no session bus, no runtime folder but our own, no variable that names another home.
void set_environment(const Start& start) {
    const fs::path& home = start.home;
    for (const char* name : {"DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_STATE_HOME",
                             "XDG_CACHE_HOME", "XDG_DATA_HOME"})
        ::unsetenv(name);
    ::setenv("HOME", home.c_str(), 1);
    ::setenv("XDG_RUNTIME_DIR", (home / "run").c_str(), 1);
    ::setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    ::setenv("MESA_SHADER_CACHE_DISABLE", "true", 1);
    ::setenv("TMPDIR", (home / "tmp").c_str(), 1);
    ::setenv("PEGBOARD_TOLD", (start.eyes / "told").c_str(), 1);
    for (const std::string& each : start.environment) {
        const auto sign = each.find('=');
        ::setenv(each.substr(0, sign).c_str(), each.substr(sign + 1).c_str(), 1);
    }
}

}  // namespace

Home::Home() {
    std::string name = (fs::temp_directory_path() / "pegboard-window-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
    path_ = name;
}

Home::~Home() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

Display::Display() {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    server_ = ::fork();
    if (server_ == 0) {
        ::close(ends[0]);
        const int quiet = ::open("/dev/null", O_WRONLY);
        ::dup2(quiet, 1);
        ::dup2(quiet, 2);
        exec_or_die({"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0", "1440x900x24", "-nolisten", "tcp",
                     "-noreset"});
    }
    ::close(ends[1]);
    std::string number;
    char letter = 0;
    while (::read(ends[0], &letter, 1) == 1 && letter != '\n') number += letter;
    ::close(ends[0]);
    if (number.empty()) throw std::runtime_error("Xvfb does not start");
    ::setenv("DISPLAY", (":" + number).c_str(), 1);
}

Display::~Display() {
    ::kill(server_, SIGTERM);
    ::waitpid(server_, nullptr, 0);
}

Program::Program(const Start& given) {
    Start start = given;
    if (start.eyes.empty()) start.eyes = start.home;
    std::error_code ignored;
    for (const char* each : {"run", "tmp"}) {
        fs::create_directories(start.home / each, ignored);
        fs::permissions(start.home / each, fs::perms(0700), ignored);
    }
    fs::remove(start.eyes / "told", ignored);
    std::vector<std::string> words{start.told ? PEGBOARD_TOLD_PROGRAM : PEGBOARD_PROGRAM};
    words.insert(words.end(), start.arguments.begin(), start.arguments.end());
    int ends[2] = {-1, -1};
    if (!start.passphrase.empty()) {
        if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
        words.insert(words.end(), {"--passphrase-fd", std::to_string(ends[0])});
    }
    pid_ = ::fork();
    if (pid_ == 0) {
        if (ends[1] >= 0) ::close(ends[1]);
        set_environment(start);
        // Whoever starts us may allow core dumps; that none is written is ours to see to.
        const rlimit all{RLIM_INFINITY, RLIM_INFINITY};
        ::setrlimit(RLIMIT_CORE, &all);
        if (::chdir(start.home.c_str()) != 0) ::_exit(126);
        send_to_file(start.home / "stdout", 1);
        send_to_file(start.home / "stderr", 2);
        ::umask(start.mask);
        exec_or_die(words);
    }
    if (ends[0] < 0) return;
    ::close(ends[0]);
    const std::string line = start.passphrase + "\n";
    if (::write(ends[1], line.data(), line.size()) < 0) throw std::runtime_error("the passphrase is not taken");
    ::close(ends[1]);
}

Program::~Program() {
    if (ended_ < 0 && pid_ > 0) reap(pid_);
}

void Program::signal(int number) const { ::kill(pid_, number); }

bool Program::running() const { return ended_ < 0 && ::kill(pid_, 0) == 0; }

int Program::wait(double seconds) {
    for (const double until = now_s() + seconds; ended_ < 0;) {
        int status = 0;
        if (::waitpid(pid_, &status, WNOHANG) == pid_) {
            ended_ = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
            break;
        }
        if (now_s() > until) return -1;
        rest(0.01);
    }
    return ended_;
}

std::string quoted(const std::string& word) {
    std::string out = "'";
    for (const char letter : word) out += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return out + "'";
}

std::string output_of(const std::string& command) {
    std::string out;
    if (std::FILE* pipe = ::popen(command.c_str(), "r")) {
        char part[4096];
        for (std::size_t n = 0; (n = std::fread(part, 1, sizeof part, pipe)) > 0;) out.append(part, n);
        ::pclose(pipe);
    }
    while (!out.empty() && out.back() == '\n') out.pop_back();
    return out;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void rest(double seconds) {
    const timespec time{static_cast<time_t>(seconds),
                        static_cast<long>((seconds - static_cast<double>(static_cast<time_t>(seconds))) * 1e9)};
    ::nanosleep(&time, nullptr);
}

double now_s() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

}  // namespace pegboard::test
