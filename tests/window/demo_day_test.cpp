// A day of the invented caseload in the real window, by mouse: a group with a child absent, a session that is killed
// right after a tap and gone on with, another activity in place of one, the note, and the goal's chart.
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>

#include "core/caseload.h"
#include "tests/window/hands.h"
#include "tests/window/made_file.h"

namespace pegboard::test {
namespace {

const std::string goal_title = "Cuts out a 10 cm circle close to the line";

/// The window's pictures, one after another.
struct Album {
    void keep(Hands& hands, const std::string& stop) {
        hands.picture(fs::path(PEGBOARD_WINDOW_PICTURES) / "day" / (std::to_string(++stops) + "-" + stop + ".png"));
    }
    int stops = 0;
};

void write_demo(const Home& home, const fs::path& file) {
    fs::create_directories(file.parent_path());
    Program writer({.home = home.path(),
                    .arguments = {"--write-demo", file.string()},
                    .passphrase = made_passphrase,
                    .told = false});
    ASSERT_EQ(writer.wait(120), 0);
}

/// The group with one child absent; its note is signed.
void run_group(Hands& hands, Album& album) {
    hands.click("Start: Hand gym group, 9:30 am").see("Finish session");
    hands.click("Who is here").click("Yusra Haddad: Absent");
    hands.click("Why").click("Child unwell", WidgetRole::menu_item).click("Done");
    album.keep(hands, "group");
    hands.click("Next activity");
    hands.click("Finish session").click("Finish and write note").see("Subjective");
    hands.click("Sign as final").click("Sign it").see("Final");
    album.keep(hands, "group-note");
    hands.click("Today", WidgetRole::nav);
}

void tap_twice(Hands& hands, Album& album) {
    hands.click("Start: Mateo García, 10:45 am").see("Finish session");
    if (hands.sees("Record: " + goal_title)) hands.click("Record: " + goal_title);
    hands.in(goal_title).click("Help: Light touch");
    hands.in(goal_title).click("Correct").in(goal_title).reads("Correct", "1");
    hands.in(goal_title).click("Correct");
    hands.in(goal_title).reads("Correct", "2");
    album.keep(hands, "tapped");
}

/// Goes on after the kill: the taps are there; another activity, the note, the chart.
void go_on(Hands& hands, Album& album) {
    hands.click("Back to the session").see("Finish session");
    if (hands.sees("Record: " + goal_title)) hands.click("Record: " + goal_title);
    hands.in(goal_title).reads("Correct", "2");
    hands.click("Swap activity").see("Swap it for which activity?").click("Find an activity").type("stop-sign");
    hands.holds("Find an activity", "stop-sign");  // the list moves with every letter
    hands.click("Take: Stop-sign cut").not_see("Find an activity").see("Stop-sign cut");
    hands.click("Loved it");
    album.keep(hands, "swapped");
    hands.click("Finish session").click("Finish and write note");
    hands.holds("Objective", goal_title);
    album.keep(hands, "note");
    hands.click("Sign as final").click("Sign it").see("Final");
    hands.key("ctrl+k").type("Mateo").key("Return").see("Mateo García").click("Progress", WidgetRole::tab);
    hands.click("Chart: " + goal_title).see("In numbers");
    album.keep(hands, "chart");
    hands.key("ctrl+q");
}

const Session& session_at(const Caseload& caseload, int start_min) {
    Date last;
    for (const Session& session : caseload.sessions())
        if (!session.started_at.empty()) last = std::max(last, session.date);
    const auto found = std::ranges::find_if(caseload.sessions(), [&](const Session& session) {
        return session.date == last && session.start_min == start_min;
    });
    if (found == caseload.sessions().end()) throw std::runtime_error("no session at that time");
    return *found;
}

void expect_the_day_in(const Caseload& caseload) {
    const Session& group = session_at(caseload, 9 * 60 + 30);
    EXPECT_EQ(group.status, SessionStatus::held);
    EXPECT_EQ(std::ranges::count(group.participants, Attendance::absent, &Participant::attendance), 1);
    const Session& alone = session_at(caseload, 10 * 60 + 45);
    EXPECT_EQ(alone.status, SessionStatus::held);
    const auto points = caseload.points(alone.id);
    ASSERT_TRUE(points.ok());
    EXPECT_EQ(points.value()->size(), 2U);
    for (const DataPoint& point : *points.value()) EXPECT_EQ(point.assist, 4) << "a light touch";
    EXPECT_TRUE(std::ranges::any_of(alone.blocks, [](const Block& block) { return block.title == "Stop-sign cut"; }));
    for (const Session* each : {&group, &alone}) {
        ASSERT_FALSE(caseload.notes(each->id).empty());
        EXPECT_EQ(caseload.notes(each->id).front().status, NoteStatus::final_);
    }
}

TEST(DemoDay, is_worked_through_and_survives_a_kill_right_after_a_tap) {
    const Home home;
    const Display display;
    const fs::path file = home / "Documents/demo.pegboard";
    fs::remove_all(fs::path(PEGBOARD_WINDOW_PICTURES) / "day");
    ASSERT_NO_FATAL_FAILURE(write_demo(home, file));
    const Start start{.home = home.path(), .arguments = {file.string()}, .passphrase = made_passphrase};
    Album album;
    {
        Program program(start);
        Hands hands(home.path());
        run_group(hands, album);
        tap_twice(hands, album);
        program.signal(SIGKILL);
        EXPECT_EQ(program.wait(ending_s), 128 + SIGKILL);
    }
    Program again(start);
    Hands hands(home.path());
    go_on(hands, album);
    EXPECT_EQ(again.wait(ending_s), 0);
    auto opened = Caseload::open(file, {made_passphrase, {}}, {});
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    expect_the_day_in(*opened.value());
}

}  // namespace
}  // namespace pegboard::test
