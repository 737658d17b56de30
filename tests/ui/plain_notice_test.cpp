// Without a window the reason is said by the desktop.
#include "app/platform/plain_notice.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

namespace pegboard::test {
namespace {

TEST(PlainNotice, the_reason_is_shown_by_the_desktop_when_there_is_no_window) {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("notice-" + std::to_string(::getpid()));
    std::filesystem::create_directory(folder);
    const std::filesystem::path told = folder / "told", program = folder / "zenity";
    std::ofstream(program) << "#!/bin/sh\nprintf '%s\\n' \"$@\" > " << (folder / "part").string() << "\n/bin/mv "
                           << (folder / "part").string() << " " << told.string() << "\n";
    ::chmod(program.c_str(), 0700);
    const std::string path = std::getenv("PATH") == nullptr ? "" : std::getenv("PATH");
    ::setenv("PATH", folder.c_str(), 1);
    const bool said = tell_without_window("The graphics driver does not offer OpenGL 3.3.");
    ::setenv("PATH", path.c_str(), 1);
    EXPECT_TRUE(said);
    // The program is another process: it is waited for, however long a busy machine takes.
    for (int i = 0; i < 6000 && !std::filesystem::exists(told); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    std::ostringstream words;
    words << std::ifstream(told).rdbuf();
    EXPECT_NE(words.str().find("The graphics driver does not offer OpenGL 3.3."), std::string::npos) << words.str();
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace pegboard::test
