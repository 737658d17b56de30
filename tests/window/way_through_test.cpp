// The way through Pegboard in a real window, from an empty home folder: once by keyboard alone, once by
// mouse. What was done is read from the file afterwards; pictures of each stop stay in the build folder.
#include <gtest/gtest.h>

#include <signal.h>
#include <algorithm>

#include "core/caseload.h"
#include "tests/window/hands.h"

namespace pegboard::test {
namespace {

const std::string passphrase = "four wooden pegs";

/// What the file holds after the program has ended.
std::unique_ptr<Caseload> read_file(const fs::path& file) {
    auto opened = Caseload::open(file, {passphrase, {}}, {});
    if (!opened.ok()) throw std::runtime_error(opened.error().message);
    return opened.take();
}

/// One run in a home of its own.
struct Way {
    explicit Way(std::string given) : name(std::move(given)) {
        fs::create_directories(home / "Documents");
        fs::remove_all(fs::path(PEGBOARD_WINDOW_PICTURES) / name);
    }
    Program start() { return Program({.home = home.path()}); }
    void picture(Hands& hands, const std::string& stop) {
        hands.picture(fs::path(PEGBOARD_WINDOW_PICTURES) / name / (std::to_string(++stops) + "-" + stop + ".png"));
    }
    [[nodiscard]] fs::path file() const { return home / "Documents/My caseload.pegboard"; }

    std::string name;
    Home home;
    Display display;
    int stops = 0;
};

void expect_the_session_in(const Caseload& caseload, std::size_t blocks) {
    ASSERT_EQ(caseload.therapists().size(), 1U);
    EXPECT_EQ(caseload.therapists()[0].name, "Amara Okafor");
    EXPECT_EQ(caseload.practice().me, caseload.therapists()[0].id);
    ASSERT_EQ(caseload.children().size(), 1U);
    EXPECT_EQ(full_name(caseload.children()[0]), "Noor Haddad");
    EXPECT_EQ(caseload.children()[0].date_of_birth, *make_date(2021, 5, 12));
    const auto goal = std::ranges::find(caseload.goals(), GoalTerm::long_term, &Goal::term);
    ASSERT_NE(goal, caseload.goals().end());  // its steps come along
    EXPECT_TRUE(goal->title.starts_with("Cuts on a line")) << goal->title;
    EXPECT_EQ(goal->baseline, std::vector<double>{14});
    ASSERT_EQ(caseload.sessions().size(), 1U);
    EXPECT_EQ(caseload.sessions()[0].status, SessionStatus::held);
    EXPECT_EQ(caseload.sessions()[0].note, "Cut along the road");
    EXPECT_EQ(caseload.sessions()[0].blocks.size(), blocks);
}

// ------------------------------------------------------------------ by keyboard

void first_start_by_keys(Way& way, Hands& hands) {
    hands.see("Welcome to Pegboard");
    way.picture(hands, "welcome");
    hands.key("Tab").reach("Start a new caseload").key("Return").see("Where should it be saved?");
    hands.reach("File name").key("Return").see("Choose a passphrase");
    hands.type(passphrase).reach("The same passphrase once more").type(passphrase);
    way.picture(hands, "passphrase");
    hands.key("Return").see("Your recovery sheet");
    hands.reach("Show the key").key("Return");
    hands.reach("I have it, go on").key("Return").see("Who are you?");
    hands.type("Amara Okafor").reach("Credentials, if you like").type("OTR/L");
    way.picture(hands, "who");
    hands.reach("Begin").key("Return").see("No children yet");
}

void add_child_by_keys(Way& way, Hands& hands) {
    hands.reach("Add the first child").key("Return").see("First name");
    hands.reach("First name").type("Noor");
    hands.reach("Last name").type("Haddad");
    hands.reach("Date of birth").type("12 May 2021");
    way.picture(hands, "add-child");
    hands.key("ctrl+Return").see("Added Noor Haddad");
    way.picture(hands, "child");
}

void add_goal_by_keys(Way& way, Hands& hands) {
    hands.key("ctrl+k").type("add goal").key("Return").see("Goal bank");
    hands.reach("Search the bank").type("straight line");
    hands.reach(hands.first_that_starts("Cuts on a line: ")).key("Return").see("Value 1");
    hands.reach("Value 1").type("14").reach("Why fewer than three").type("New to me");
    way.picture(hands, "goal");
    hands.reach("Add goal").key("Return").see("Goal added");
}

void plan_session_by_keys(Way& way, Hands& hands) {
    hands.key("ctrl+k").type("add session").key("Return").see("When is the session?");
    hands.reach("Place").type("Oakfield, room 3");
    way.picture(hands, "new-session");
    hands.key("ctrl+Return").see("Plan for Noor");
    for (const char* each : {"Road cutter", "Grass barber", "Stop-sign cut"}) {
        hands.reach("Search ideas").retype(each);
        hands.see("Add " + std::string(each)).reach("Add " + std::string(each)).key("Return");
        hands.see("One minute more: " + std::string(each));
    }
    way.picture(hands, "plan");
}

/// Add, plan, hold: the rest of a session's life, from Today.
void hold_session_by_keys(Way& way, Hands& hands) {
    hands.key("ctrl+1").see("Needs your attention");
    const std::string held = hands.first_that_starts("Completed: Noor Haddad");
    hands.reach(held).key("Return").see("Mark as completed");
    hands.reach("Short note").type("Cut along the road");
    hands.reach("Mark as completed").key("Return").see("1 of 1 session done");
    way.picture(hands, "held");
}

void lock_and_unlock_by_keys(Hands& hands) {
    hands.key("ctrl+l").see("Unlock").not_see("Noor Haddad");
    hands.type(passphrase).key("Return").see("1 of 1 session done");
}

// ------------------------------------------------------------------ by mouse

void first_start_by_mouse(Way& way, Hands& hands) {
    hands.click("Start a new caseload").see("Where should it be saved?");
    hands.click("Save here").see("Choose a passphrase");
    hands.click("Passphrase, 10 characters or more").type(passphrase);
    hands.click("The same passphrase once more").type(passphrase);
    hands.click("Make the caseload").see("Your recovery sheet");
    hands.click("Show the key");
    way.picture(hands, "recovery");
    hands.click("I have it, go on").see("Who are you?");
    hands.click("Your name").type("Amara Okafor");
    hands.click("Begin").see("No children yet");
}

void add_child_by_mouse(Hands& hands) {
    hands.click("Add the first child").see("First name");
    hands.click("First name").type("Noor");
    hands.click("Last name").type("Haddad");
    hands.click("Date of birth").type("12 May 2021");
    hands.in("Add child").click("Add child", WidgetRole::button).see("Added Noor Haddad");
}

void add_goal_by_mouse(Hands& hands) {
    hands.click("Goals", WidgetRole::tab).click("Add goal").see("Goal bank");
    hands.click("Search the bank").type("straight line");
    hands.click(hands.first_that_starts("Cuts on a line: "), WidgetRole::row).see("Value 1");
    hands.click("Value 1").type("14");
    hands.click("Why fewer than three").type("New to me");
    hands.click("Add goal").see("Goal added");
}

/// Plans today's session with two ideas, from Today.
void plan_session_by_mouse(Way& way, Hands& hands) {
    hands.click("Today", WidgetRole::nav).click("Add session").see("When is the session?");
    hands.click("Child").click("Noor Haddad", WidgetRole::menu_item);
    hands.click("Place").type("Oakfield, room 3");
    hands.click("Make and plan").see("Plan for Noor");
    for (const char* each : {"Road cutter", "Stop-sign cut"}) {
        hands.click("Search ideas").key("ctrl+a").type(each);
        hands.click("Add " + std::string(each)).see("One minute more: " + std::string(each));
    }
    way.picture(hands, "plan");
}

void hold_session_by_mouse(Hands& hands) {
    hands.click("Today", WidgetRole::nav);
    hands.click(hands.first_that_starts("Completed: Noor Haddad")).see("Mark as completed");
    hands.click("Short note").type("Cut along the road");
    hands.click("Mark as completed").see("1 of 1 session done");
}

}  // namespace

TEST(ByKeys, the_whole_way_through) {
    Way way("keys");
    {
        Program program = way.start();
        Hands hands(way.home.path());
        first_start_by_keys(way, hands);
        add_child_by_keys(way, hands);
        add_goal_by_keys(way, hands);
        plan_session_by_keys(way, hands);
        hold_session_by_keys(way, hands);
        lock_and_unlock_by_keys(hands);
        hands.key("ctrl+q");
        EXPECT_EQ(program.wait(ending_s), 0);
    }
    expect_the_session_in(*read_file(way.file()), 3);
    Program again = way.start();
    Hands hands(way.home.path());
    hands.type(passphrase).key("Return").see("1 of 1 session done");
    hands.key("ctrl+q");
    EXPECT_EQ(again.wait(ending_s), 0);
}

TEST(ByMouse, the_whole_way_through) {
    Way way("mouse");
    {
        Program program = way.start();
        Hands hands(way.home.path());
        first_start_by_mouse(way, hands);
        add_child_by_mouse(hands);
        add_goal_by_mouse(hands);
        plan_session_by_mouse(way, hands);
        hold_session_by_mouse(hands);
        hands.click("Lock", WidgetRole::nav).see("Unlock").not_see("Noor Haddad");
        hands.click("Passphrase").type(passphrase);
        hands.click("Unlock").see("1 of 1 session done");
        way.picture(hands, "unlocked");
        program.signal(SIGTERM);
        EXPECT_EQ(program.wait(ending_s), 0);
    }
    expect_the_session_in(*read_file(way.file()), 2);
    const Program again = way.start();
    Hands hands(way.home.path());
    hands.click("Passphrase").type(passphrase);
    hands.click("Open").see("1 of 1 session done");
}

}  // namespace pegboard::test
