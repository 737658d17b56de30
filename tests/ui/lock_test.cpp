// TS5, TS6: the lock comes at the idle limit, 20 s before it a line says so; from the next frame on nothing
// of the caseload is drawn; what was half typed is there after unlocking, and after a crash too.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "app/platform/process.h"
#include "app/program/loop.h"
#include "imgui_internal.h"
#include "tests/count.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {

constexpr std::string_view warning = "Locking in 20 s";

App& app_of(UiDriver& ui) { return stage_of_app(ui).app(); }

/// What the loop does before a frame, after `idle_s` seconds without input.
void idle(UiDriver& ui, double idle_s) {
    app_of(ui).lock_if_idle(ui.time_s(), ui.time_s() - idle_s);
    ui.frame();
}

/// The loop may wake early for something else and sleep on, but never sleeps past `at_s`.
void expect_awake_by(UiDriver& ui, double at_s) {
    constexpr double late_s = 0.1;
    const auto wake = app_of(ui).next_wake_s(true);
    ASSERT_TRUE(wake) << "the loop would sleep for ever";
    EXPECT_LE(*wake, at_s + late_s) << "the loop would sleep on";
}

void set_limit(UiDriver& ui, int minutes) {
    Practice practice = stage_of_app(ui).caseload().practice();
    practice.idle_lock_min = minutes;
    ASSERT_TRUE(stage_of_app(ui).caseload().run(EditPractice{practice}).ok());
}

void unlock(UiDriver& ui) {
    ui.field("Passphrase").retype(AppStage::passphrase).press(ImGuiKey_Enter).wait(0.2);
    ASSERT_FALSE(app_of(ui).locked());
}

/// Corners drawn in the last frame: more than the lock page has means that something else shows.
int corners_drawn() { return ImGui::GetDrawData()->TotalVtxCount; }

/// Everything on screen stands in the gate.
std::string outside_the_gate(const UiDriver& ui) {
    std::string words;
    for (const WidgetInfo& widget : ui.record().widgets)
        if (!widget.scope.starts_with("Gate")) words += widget.scope + ": " + widget.label + "\n";
    return words;
}

/// Ways to be in the middle of something.
using Enter = void (*)(UiDriver&);
constexpr std::array<Enter, 6> middles{
    [](UiDriver& ui) { ui.open("Caseload"); },
    [](UiDriver& ui) { ui.open("Caseload").click("Mateo García", WidgetRole::row).click("Details", WidgetRole::tab); },
    [](UiDriver& ui) { ui.open("Today").click("Plan Mateo García, 10:45 am"); },
    [](UiDriver& ui) { ui.open("Caseload").click("Add child").field("First name").retype("Mateo"); },
    [](UiDriver& ui) { ui.press(ImGuiMod_Ctrl | ImGuiKey_K).type("Mateo"); },
    [](UiDriver& ui) { ui.open("Caseload").click("More for Mateo García"); }};

TEST(Lock, TS5_comes_at_the_limit_with_a_warning_and_hides_everything_in_the_next_frame) {
    const auto empty = drive_app({.children = 0});
    app_of(*empty).lock();
    int of_the_page = 0;
    for (int frames = 0; frames < 60; ++frames) {  // with and without the caret that blinks
        empty->frame();
        of_the_page = std::max(of_the_page, corners_drawn());
    }

    const auto ui = drive_app();
    constexpr std::array limits{1, 10, 30};
    for (int round = 0; round < count_of(20); ++round) {
        const auto middle = static_cast<std::size_t>(round) % middles.size();
        const int minutes = limits[static_cast<std::size_t>(round) % limits.size()];
        SCOPED_TRACE("middle " + std::to_string(middle) + ", limit " + std::to_string(minutes));
        set_limit(*ui, minutes);
        middles[middle](*ui);
        let_workers_end(*ui);  // else their wakes would hide that the lock's own are missing
        const double limit_s = 60.0 * minutes;
        idle(*ui, limit_s - 20.5);
        EXPECT_FALSE(ui->sees(warning));
        expect_awake_by(*ui, ui->time_s() + 0.5);
        idle(*ui, limit_s - 20);
        EXPECT_TRUE(ui->sees(warning));
        EXPECT_TRUE(ui->sees("Mateo"));
        idle(*ui, 0);
        EXPECT_FALSE(ui->sees(warning)) << "a key was pressed";
        idle(*ui, limit_s - 0.5);
        EXPECT_TRUE(ui->sees(warning));
        EXPECT_FALSE(app_of(*ui).locked());
        expect_awake_by(*ui, ui->time_s() + 0.5);
        idle(*ui, limit_s);
        EXPECT_TRUE(app_of(*ui).locked());
        EXPECT_EQ(outside_the_gate(*ui), "");
        EXPECT_FALSE(ui->sees("Mateo"));
        EXPECT_LE(corners_drawn(), of_the_page) << "more is drawn than the lock page";
        unlock(*ui);
        for (int i = 0; i < 3; ++i) ui->press(ImGuiKey_Escape);
    }
}

TEST(Lock, TS5_by_key_and_by_button_hides_everything_in_the_next_frame) {
    const auto ui = drive_app();
    for (const Enter middle : middles) {
        middle(*ui);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
        ImGui::GetIO().AddKeyEvent(ImGuiKey_L, true);
        for (int frames = 0; !app_of(*ui).locked() && frames < 5; ++frames) ui->frame();
        ASSERT_TRUE(app_of(*ui).locked());
        ui->frame();
        EXPECT_EQ(outside_the_gate(*ui), "");
        ImGui::GetIO().AddKeyEvent(ImGuiKey_L, false);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
        ui->wait(0.1);
        unlock(*ui);
        for (int i = 0; i < 3; ++i) ui->press(ImGuiKey_Escape);
    }
    ui->click("Lock", WidgetRole::nav);
    EXPECT_TRUE(app_of(*ui).locked());
}

/// Two clocks of a machine that slept: one counts the sleep, the other stood still.
double with_sleep_s = 1000, awake_only_s = 1000;
int read_fake(clockid_t clock, timespec* at) {
    const double now = clock == CLOCK_BOOTTIME ? with_sleep_s : awake_only_s;
    at->tv_sec = static_cast<time_t>(now);
    at->tv_nsec = 0;
    return 0;
}

TEST(Lock, C17_a_night_asleep_counts_as_idle_without_any_word_of_the_desktop) {
    const auto ui = drive_app();
    ui->open("Caseload");
    ASSERT_TRUE(ui->sees("Mateo"));
    const double last_input_s = awake_and_asleep_s(read_fake);
    app_of(*ui).lock_if_idle(awake_and_asleep_s(read_fake), last_input_s);
    ASSERT_FALSE(app_of(*ui).locked());
    EXPECT_EQ(longest_wait_s(app_of(*ui), -1), 10) << "a wait for input alone would go on after waking";
    EXPECT_EQ(longest_wait_s(app_of(*ui), 3600), 10);
    EXPECT_EQ(longest_wait_s(app_of(*ui), 2), 2);
    with_sleep_s += 8 * 3600;  // the lid was closed; nothing told the program
    awake_only_s += 1;
    app_of(*ui).lock_if_idle(awake_and_asleep_s(read_fake), last_input_s);
    EXPECT_TRUE(app_of(*ui).locked());
    ui->frame();
    EXPECT_EQ(outside_the_gate(*ui), "");
    EXPECT_FALSE(ui->sees("Mateo"));
    EXPECT_EQ(longest_wait_s(app_of(*ui), -1), -1) << "locked: nothing to hide, no waking";
}

TEST(Lock, wrong_passphrases_wait_longer_each_time_and_do_not_open) {
    const auto ui = drive_app();
    app_of(*ui).lock();
    ui->wait(0.1);
    for (int i = 0; i < 3; ++i) ui->field("Passphrase").retype("not this one").press(ImGuiKey_Enter).wait(0.1);
    EXPECT_TRUE(app_of(*ui).locked());
    EXPECT_FALSE(ui->find("Unlock").enabled) << "the third slip costs a second";
    ui->wait(1.1);
    unlock(*ui);
}

/// A place where words are typed, and how to come back to it.
struct Spot {
    const char* label;
    Enter enter;
};
const std::array<Spot, 6> spots{
    Spot{"First name", [](UiDriver& ui) { ui.open("Caseload").click("Add child"); }},
    Spot{"Short note", [](UiDriver& ui) { ui.open("Today").click("Completed: Mateo García, 10:45 am"); }},
    Spot{"School or site",
         [](UiDriver& ui) {
             ui.open("Caseload").click("Mateo García", WidgetRole::row).click("Details", WidgetRole::tab);
         }},
    Spot{"Goal in one line",
         [](UiDriver& ui) {
             ui.open("Caseload").click("Mateo García", WidgetRole::row).click("Goals", WidgetRole::tab);
             ui.click("Add goal");
         }},
    Spot{"Place",
         [](UiDriver& ui) {
             ui.open("Today")
                 .click("Plan Mateo García, 10:45 am")
                 .click("Change this session")
                 .choose("Saved place", "None: named below");
         }},
    Spot{"Credentials", [](UiDriver& ui) { ui.open("Settings"); }}};

std::string random_words(std::mt19937& random) {
    constexpr std::array letters{"a", "e", "o", "r", "s", " ", "ë", "ł", "ễ", "-", "'", "7", "李"};
    std::string words = "x";
    for (auto length = 3 + random() % 60; length > 0; --length) words += letters[random() % letters.size()];
    return words + "x";
}

TEST(Lock, TS6_what_was_typed_is_there_after_unlocking_and_after_a_crash) {
    const auto ui = drive_app({.throwaway = true});
    std::mt19937 random(6);
    for (int round = 0; round < count_of(100); ++round) {
        const Spot& spot = spots[static_cast<std::size_t>(round) % spots.size()];
        const std::string words = random_words(random);
        SCOPED_TRACE(std::string(spot.label) + ": " + words);
        spot.enter(*ui);
        ui->field(spot.label).retype(words);
        if (round % 10 == 7) {
            ui->wait(2.1);  // two seconds, then the power goes
            stage_of_app(*ui).crash_and_reopen();
            ui->wait(0.1);
        } else if (round % 2 == 0) {
            app_of(*ui).lock();
            ui->wait(0.1);
            unlock(*ui);
        } else {
            idle(*ui, 60.0 * stage_of_app(*ui).caseload().practice().idle_lock_min);
            unlock(*ui);
        }
        spot.enter(*ui);
        EXPECT_EQ(ui->value(spot.label), words);
        for (int i = 0; i < 3; ++i) ui->press(ImGuiKey_Escape);
    }
}

}  // namespace
}  // namespace pegboard::test
