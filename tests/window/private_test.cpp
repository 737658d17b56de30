// TS7, TS8, TS9: nothing personal outside the caseload file while the real program is used, locked,
// closed or crashes; every file and folder of ours is the user's alone, whatever the umask.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include <algorithm>

#include "tests/window/hands.h"
#include "tests/window/made_file.h"

namespace pegboard::test {
namespace {

const std::string canary = "Zaunkoenigin";

/// Every regular file below the folder.
std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    return files;
}

void expect_no_canary(const fs::path& home, const std::string& when) {
    for (const fs::path& file : files_in(home)) {
        EXPECT_EQ(bytes_of(file).find(canary), std::string::npos) << when << ": " << file;
        EXPECT_EQ(file.native().find(canary), std::string::npos) << when;
    }
}

/// What other programs of this user can see of a running one.
void expect_no_canary_in_sight(const Program& program, const std::string& window) {
    const std::string process = "/proc/" + std::to_string(program.pid());
    for (const char* each : {"/cmdline", "/environ", "/comm"})
        EXPECT_EQ(bytes_of(process + each).find(canary), std::string::npos) << each;
    const std::string all = output_of("xprop -id " + window);
    EXPECT_NE(all.find("Pegboard"), std::string::npos) << all;
    EXPECT_EQ(all.find(canary), std::string::npos) << all;
}

/// Goes everywhere, types, copies.
void use(Hands& hands) {
    for (const char* place : {"ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4"}) hands.key(place);
    hands.key("ctrl+k").type(canary).key("Escape");
    hands.key("ctrl+k").type("add child").key("Return").see("Date of birth");
    hands.reach("First name").type("Mia " + canary).key("ctrl+a").key("ctrl+c");
    hands.key("Escape");
}

void expect_ours_alone(const fs::path& home) {
    for (const auto& entry : fs::recursive_directory_iterator(home)) {
        const std::string name = entry.path().filename();
        if (name == "stdout" || name == "stderr") continue;
        struct stat is{};
        ASSERT_EQ(::lstat(entry.path().c_str(), &is), 0);
        EXPECT_EQ(is.st_mode & 077U, 0U) << entry.path();
    }
}

TEST(Private, TS7_TS8_nothing_personal_outside_the_file_and_all_of_it_ours_alone) {
    const Home home, eyes;
    const Display display;
    const fs::path file = home / "Documents/caseload.pegboard";
    fs::create_directories(home.path());
    make_file(file, canary);
    fs::permissions(file.parent_path(), fs::perms(0700));
    const Start start{.home = home.path(),
                      .arguments = {file.string()},
                      .passphrase = made_passphrase,
                      .eyes = eyes.path(),
                      .mask = 0};
    Program program(start);
    Hands hands(eyes.path());
    use(hands);
    expect_no_canary(home.path(), "in use");
    expect_no_canary_in_sight(program, hands.window());
    const auto copied = [] {
        return output_of("xclip -o -selection clipboard -t UTF8_STRING 2>/dev/null").find(canary) != std::string::npos;
    };
    hands.until(copied, "What was copied is not on the clipboard.");
    hands.key("ctrl+l").see("Unlock");
    hands.until([&] { return !copied(); }, "Locking does not forget what was copied.");
    expect_no_canary(home.path(), "locked");
    expect_no_canary_in_sight(program, hands.window());
    program.signal(SIGTERM);
    EXPECT_EQ(program.wait(ending_s), 0);
    expect_no_canary(home.path(), "closed");
    expect_ours_alone(home.path());
    const auto files = files_in(home / ".local");
    EXPECT_TRUE(std::any_of(files.begin(), files.end(), [](const fs::path& each) {
        return each.extension() == ".pegboard";
    })) << "a copy was kept at closing, and looked at above";
}

TEST(Private, TS10_copied_words_leave_the_clipboard_after_half_a_minute) {
    const Home home;
    const Display display;
    const fs::path file = home / "Documents/caseload.pegboard";
    make_file(file, canary);
    const Program program({.home = home.path(), .arguments = {file.string()}, .passphrase = made_passphrase});
    Hands hands(home.path());
    hands.key("ctrl+k").type("add child").key("Return").see("Date of birth");
    hands.reach("First name").type("Mia " + canary).key("ctrl+a").key("ctrl+c");
    const double copied_s = now_s();
    const auto on_clipboard = [] {
        return output_of("xclip -o -selection clipboard -t UTF8_STRING 2>/dev/null").find(canary) != std::string::npos;
    };
    EXPECT_TRUE(on_clipboard());
    while (on_clipboard() && now_s() - copied_s < 90) rest(0.5);
    EXPECT_FALSE(on_clipboard());
    EXPECT_GE(now_s() - copied_s, 25) << "long enough to paste it";
}

/// The page of a goal with its chart, in the invented caseload.
void show_a_chart(Hands& hands) {
    hands.click("Progress", WidgetRole::nav).click("Find a goal or child").type("writes his first");
    hands.click("Mateo García: Writes his first and last name on the line").see("In numbers");
}

const std::string read_picture = "xclip -o -selection clipboard -t image/png 2>/dev/null";

bool no_picture() { return output_of(read_picture).empty(); }

unsigned number_at(const std::string& bytes, std::size_t at) {
    unsigned number = 0;
    for (std::size_t i = at; i < at + 4; ++i) number = number << 8U | static_cast<unsigned char>(bytes.at(i));
    return number;
}

TEST(Private, S10_a_copied_chart_is_a_picture_for_other_programs_and_goes_with_the_lock_or_a_crash) {
    const Home home;
    const Display display;
    Program program({.home = home.path(), .arguments = {"--demo", "--today", "2026-09-29"}});
    Hands hands(home.path());
    show_a_chart(hands);
    hands.click("Copy as picture").see("Picture copied.");
    hands.until([] { return !no_picture(); }, "The picture is not on the clipboard.");
    const std::string png = output_of(read_picture);
    ASSERT_GT(png.size(), 10'000U);
    EXPECT_TRUE(png.starts_with("\x89PNG\r\n"));
    EXPECT_EQ(number_at(png, 16), 1600U);
    EXPECT_EQ(number_at(png, 20), 800U);
    hands.key("ctrl+l").see("Unlock");
    hands.until(no_picture, "Locking does not forget the picture that was copied.");
    program.signal(SIGKILL);
    EXPECT_EQ(program.wait(ending_s), 128 + SIGKILL);

    const Program another({.home = home.path(), .arguments = {"--demo", "--today", "2026-09-29"}});
    Hands again(home.path());
    show_a_chart(again);
    again.click("Copy as picture").see("Picture copied.");
    again.until([] { return !no_picture(); }, "The picture is not on the clipboard.");
    another.signal(SIGKILL);
    again.until(no_picture, "The picture outlives a crash.");
}

TEST(Private, TS9_a_crash_leaves_no_core_and_no_words) {
    const Home home, eyes;
    const Display display;
    const fs::path file = home / "Documents/caseload.pegboard";
    make_file(file, canary);
    for (const int number : {SIGSEGV, SIGABRT}) {
        const Start start{
            .home = home.path(), .arguments = {file.string()}, .passphrase = made_passphrase, .eyes = eyes.path()};
        Program program(start);
        Hands hands(eyes.path());
        hands.key("ctrl+2").see("Teo " + canary + " " + canary);
        EXPECT_NE(bytes_of("/proc/" + std::to_string(program.pid()) + "/limits").find("Max core file size        0"),
                  std::string::npos);
        program.signal(number);
        EXPECT_EQ(program.wait(ending_s), 128 + number);
        expect_no_canary(home.path(), "after signal " + std::to_string(number));
        for (const fs::path& each : files_in(home.path()))
            EXPECT_EQ(each.filename().native().find("core"), std::string::npos) << each;
    }
}

}  // namespace
}  // namespace pegboard::test
