// A display of its own and the program in it, for tests of the real window: started, fed a passphrase,
// ended in any way. It keeps everything below one temporary folder.
#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/count.h"

namespace pegboard::test {

namespace fs = std::filesystem;

/// A folder that is gone when the test ends.
class Home {
 public:
    Home();
    ~Home();
    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }
    [[nodiscard]] fs::path operator/(const fs::path& name) const { return path_ / name; }

 private:
    fs::path path_;
};

/// An X server without a window manager; DISPLAY names it while it lives.
class Display {
 public:
    Display();
    ~Display();
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

 private:
    pid_t server_ = -1;
};

struct Start {
    fs::path home;  ///< HOME; nothing outside it is the program's
    std::vector<std::string> arguments = {};
    std::string passphrase = {};                ///< not empty: handed over by --passphrase-fd
    bool told = true;                           ///< the program that writes down what it shows
    fs::path eyes = {};                         ///< where it writes that down; the home when empty
    std::vector<std::string> environment = {};  ///< NAME=value, beside HOME
    unsigned mask = 022;                        ///< umask it starts with
};

class Program {
 public:
    explicit Program(const Start& given);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] pid_t pid() const { return pid_; }
    void signal(int number) const;
    /// Exit code, 128 + the signal that ended it, or -1 when it still runs after `seconds`.
    int wait(double seconds);
    [[nodiscard]] bool running() const;

 private:
    pid_t pid_ = -1;
    int ended_ = -1;
};

/// As long as a very busy machine may take to end a program.
inline constexpr double ending_s = 60;
/// Runs a command in the shell; its output without the last line end.
std::string output_of(const std::string& command);
/// 'word' for the shell.
std::string quoted(const std::string& word);
std::string bytes_of(const fs::path& file);
void rest(double seconds);
double now_s();

}  // namespace pegboard::test
