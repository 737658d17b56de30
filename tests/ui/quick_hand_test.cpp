// What a quick hand, a touch screen and a script do: a press that comes with the pointer counts, Ctrl Q ends a locked
// program, and a passphrase is read from a descriptor as it stands there and no further than it can be.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "app/platform/secrets.h"
#include "app/program/loop.h"
#include "app/program/make_report.h"
#include "imgui_internal.h"
#include "tests/ui/app_stage.h"

namespace pegboard::test {
namespace {
namespace quick_hand {

App& app_of(UiDriver& ui) { return stage_of_app(ui).app(); }

/// A context of its own, since frames are begun here as the program begins them.
class Frames {
 public:
    Frames() : before_(ImGui::GetCurrentContext()), own_(ImGui::CreateContext()) {
        ImGui::SetCurrentContext(own_);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {400, 300};
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    }
    ~Frames() {
        ImGui::DestroyContext(own_);
        ImGui::SetCurrentContext(before_);
    }
    Frames(const Frames&) = delete;
    Frames& operator=(const Frames&) = delete;

    /// One frame with a row under a small button, as in lists; true where the row was pressed.
    bool frame() {
        ImGui::GetIO().DeltaTime = 1.0F / 60;
        begin_frame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({400, 300});
        ImGui::Begin("list", nullptr, ImGuiWindowFlags_NoDecoration);
        ImGui::SetCursorPos({20, 20});
        ImGui::SetNextItemAllowOverlap();
        const bool pressed = ImGui::InvisibleButton("row", {300, 40});
        ImGui::End();
        ImGui::EndFrame();
        return pressed;
    }

 private:
    ImGuiContext *before_, *own_;
};

TEST(QuickHand, APressThatComesWithThePointerCountsWhereItPresses) {
    Frames frames;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(390, 290);
    for (int i = 0; i < 3; ++i) frames.frame();
    io.AddMousePosEvent(100, 40);
    io.AddMouseButtonEvent(0, true);
    io.AddMouseButtonEvent(0, false);
    int pressed = 0, rounds = 0;
    for (; rounds == 0 || !ImGui::GetCurrentContext()->InputEventsQueue.empty(); ++rounds)
        pressed += frames.frame() ? 1 : 0;
    EXPECT_EQ(pressed, 1);
    EXPECT_LE(rounds, 4) << "and soon";
}

TEST(QuickHand, NothingWaitsWhereThePointerRestsAlready) {
    Frames frames;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(100, 40);
    for (int i = 0; i < 3; ++i) frames.frame();
    io.AddMouseButtonEvent(0, true);
    frames.frame();
    EXPECT_TRUE(io.MouseDown[0]);
}

TEST(QuickHand, CtrlQEndsALockedProgram) {
    const auto ui = drive_app({.throwaway = true});
    app_of(*ui).lock();
    ui->wait(0.1);
    ASSERT_TRUE(app_of(*ui).locked());
    ui->press(ImGuiMod_Ctrl | ImGuiKey_Q);
    ui->wait(0.1);
    EXPECT_TRUE(app_of(*ui).wants_quit());
}

TEST(QuickHand, AnotherShortcutDoesNothingThroughALock) {
    const auto ui = drive_app({.throwaway = true});
    app_of(*ui).lock();
    ui->wait(0.1);
    for (const ImGuiKey key : {ImGuiKey_K, ImGuiKey_Z, ImGuiKey_6, ImGuiKey_P, ImGuiKey_N}) {
        ui->press(ImGuiMod_Ctrl | key);
        ui->wait(0.05);
        EXPECT_TRUE(app_of(*ui).locked());
        for (const WidgetInfo& widget : ui->record().widgets)
            EXPECT_TRUE(widget.scope.starts_with("Gate")) << widget.scope << ": " << widget.label;
    }
}

Result<std::string> read_of(const std::string& bytes) {
    int ends[2] = {-1, -1};
    EXPECT_EQ(::pipe(ends), 0);
    EXPECT_EQ(::write(ends[1], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    ::close(ends[1]);
    return read_passphrase(ends[0]);
}

TEST(QuickHand, APassphraseOfADescriptorEndsWithItsLineOrIsRefused) {
    EXPECT_EQ(read_of("seven quiet herons\n").value(), "seven quiet herons");
    EXPECT_EQ(read_of("seven quiet herons").value(), "seven quiet herons");
    EXPECT_EQ(read_of("seven quiet herons\r\nand more").value(), "seven quiet herons") << "written on Windows";
    EXPECT_FALSE(read_of("\r\n").ok());
    EXPECT_FALSE(read_of("").ok());
    EXPECT_FALSE(read_passphrase(::open("/dev/zero", O_RDONLY | O_CLOEXEC)).ok()) << "and it ends";
}

TEST(QuickHand, WhatIsWrongInACommandIsToldFromWhatIsRefused) {
    WantedReport asked;
    asked.kind = "no such document";
    EXPECT_EQ(read_wanted(asked).error().field, field_of_usage);
    asked.kind = "my-day";
    EXPECT_EQ(read_wanted(asked).error().field, field_of_usage) << "no --out";
    asked.out = "page.pdf";
    asked.from = "0001-01-01";
    EXPECT_EQ(read_wanted(asked).error().message, "--from is no date of the form YYYY-MM-DD from 1900 to 2199.");
}

}  // namespace quick_hand
}  // namespace
}  // namespace pegboard::test
