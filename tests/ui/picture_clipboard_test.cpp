// S10 for pictures: a program of the desktop is handed a PNG on its standard input, holds it as our child, and is ended
// when the picture is to go; where there is none, a sentence says so. The real one is tried in tests/window.
#include "app/program/picture_clipboard.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>
#include <thread>

namespace pegboard::test {
namespace {

namespace fs = std::filesystem;

/// A variable of ours for one test.
class Variable {
 public:
    Variable(const char* name, const std::string& value) : name_(name) {
        if (const char* before = std::getenv(name)) before_ = before;
        ::setenv(name, value.c_str(), 1);
    }
    ~Variable() { before_.empty() ? ::unsetenv(name_) : ::setenv(name_, before_.c_str(), 1); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

 private:
    const char* name_;
    std::string before_;
};

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool soon(const std::function<bool()>& right) {
    for (int looks = 0; looks < 500 && !right(); ++looks) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return right();
}

class PictureOnClipboard : public testing::Test {
 protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "pegboard-clip-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder_ = name;
        fs::create_directories(folder_ / "run");
    }
    void TearDown() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    /// A stand-in that notes what it was given and then does `rest`.
    void program(const char* name, const std::string& rest) {
        const std::string at = folder_.string();
        std::ofstream(folder_ / name) << "#!/bin/sh\necho \"$0 $*\" >" << at << "/words\n/usr/bin/env >" << at
                                      << "/variables\n/bin/cat >" << at << "/picture.part\n/bin/mv " << at
                                      << "/picture.part " << at << "/picture\necho $$ >" << at << "/pid\n"
                                      << rest << "\n";
        ::chmod((folder_ / name).c_str(), 0700);
    }
    [[nodiscard]] pid_t pid() const { return std::atoi(bytes_of(folder_ / "pid").c_str()); }
    [[nodiscard]] bool lives() const { return pid() > 0 && ::kill(pid(), 0) == 0; }
    [[nodiscard]] const fs::path& folder() const { return folder_; }
    static Pixels pixels() {
        Pixels made{640, 480, std::vector<unsigned char>(std::size_t{640} * 480 * 4)};
        unsigned noise = 1;  // so that it does not fit into what a pipe or socket takes at once
        for (unsigned char& byte : made.rgba)
            byte = static_cast<unsigned char>((noise = noise * 1664525 + 1013904223) >> 24U);
        return made;
    }

 private:
    fs::path folder_;
};

TEST_F(PictureOnClipboard, GoesToXclipAsAPngAndLeavesWhenForgotten) {
    program("xclip", "exec /bin/sleep 60");
    const Variable path("PATH", folder().string()), x("DISPLAY", ":99"), wayland("WAYLAND_DISPLAY", "");
    PictureClipboard clipboard;
    const Status copied = clipboard.put(pixels()).get();
    ASSERT_TRUE(copied.ok()) << copied.error().message;
    ASSERT_TRUE(soon([&] { return pid() > 0; }));
    EXPECT_EQ(bytes_of(folder() / "words"),
              (folder() / "xclip").string() + " -quiet -selection clipboard -t image/png -i\n");
    const std::string png = bytes_of(folder() / "picture");
    EXPECT_TRUE(png.starts_with("\x89PNG\r\n"));
    EXPECT_GT(png.size(), 300'000U) << "all of it";
    EXPECT_TRUE(png.substr(png.size() - 8).starts_with("IEND"));
    EXPECT_TRUE(lives());
    clipboard.forget();
    EXPECT_TRUE(soon([&] { return !lives(); }));
}

TEST_F(PictureOnClipboard, GoesToWlCopyUnderWaylandWithItsOwnCopyInMemory) {
    program("wl-copy", "echo x >$TMPDIR/copy; exec /bin/sleep 60");
    program("xclip", "exit 1");
    const Variable path("PATH", folder().string()), x("DISPLAY", ":99"), wayland("WAYLAND_DISPLAY", "wayland-9"),
        run("XDG_RUNTIME_DIR", (folder() / "run").string());
    {
        PictureClipboard clipboard;
        ASSERT_TRUE(clipboard.put(pixels()).get().ok());
        EXPECT_EQ(bytes_of(folder() / "words"), (folder() / "wl-copy").string() + " --foreground --type image/png\n");
        EXPECT_NE(bytes_of(folder() / "variables").find("TMPDIR=" + (folder() / "run").string()), std::string::npos);
        EXPECT_FALSE(fs::is_empty(folder() / "run"));
    }
    EXPECT_FALSE(lives()) << "it ends with us";
    EXPECT_TRUE(fs::is_empty(folder() / "run"));
}

TEST_F(PictureOnClipboard, ASecondPictureTakesThePlaceOfTheFirst) {
    program("xclip", "exec /bin/sleep 60");
    const Variable path("PATH", folder().string()), x("DISPLAY", ":99"), wayland("WAYLAND_DISPLAY", "");
    PictureClipboard clipboard;
    ASSERT_TRUE(clipboard.put(pixels()).get().ok());
    const pid_t first = pid();
    ASSERT_TRUE(clipboard.put(pixels()).get().ok());
    EXPECT_NE(pid(), first);
    EXPECT_NE(::kill(first, 0), 0);
    EXPECT_TRUE(lives());
}

TEST_F(PictureOnClipboard, OneThatWillNotEndIsMadeToEnd) {
    program("xclip", "trap '' TERM\nwhile :; do /bin/sleep 0.1; done");
    const Variable path("PATH", folder().string()), x("DISPLAY", ":99"), wayland("WAYLAND_DISPLAY", "");
    {
        PictureClipboard clipboard;
        ASSERT_TRUE(clipboard.put(pixels()).get().ok());
        ASSERT_TRUE(lives());
    }
    EXPECT_FALSE(lives());
}

TEST_F(PictureOnClipboard, AFailureIsToldAndSoIsThatThereIsNoSuchProgram) {
    const Variable path("PATH", folder().string()), x("DISPLAY", ":99"), wayland("WAYLAND_DISPLAY", "");
    PictureClipboard clipboard;
    Status copied = clipboard.put(pixels()).get();
    ASSERT_FALSE(copied.ok());
    EXPECT_EQ(copied.error().message, "Pictures cannot be copied on this computer: it has neither wl-copy nor xclip.");
    program("xclip", "exit 1");
    copied = clipboard.put(pixels()).get();
    ASSERT_FALSE(copied.ok());
    EXPECT_EQ(copied.error().message, "The picture could not be copied: the clipboard did not take it.");
    std::ofstream(folder() / "xclip") << "#!/bin/sh\nexit 1\n";  // reads nothing
    EXPECT_FALSE(clipboard.put(pixels()).get().ok());
}

}  // namespace
}  // namespace pegboard::test
